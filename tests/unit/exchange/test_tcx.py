from __future__ import annotations

import datetime
import json
from dataclasses import asdict

import pytest

from hemipelvi_gui.domain.done_runs import DoneRun, Source
from hemipelvi_gui.domain.log_files import Answers
from hemipelvi_gui.exchange.formats.tcx import Tcx
from hemipelvi_gui.exchange.shape import ContentError
from tests.unit.exchange.damage import changed, cut, outcome
from tests.unit.exchange.track_samples import BEGUN, SAMPLES, calm, tcx

TCX = Tcx(zone=datetime.UTC)
SAMPLE = (SAMPLES / "activity.tcx").read_bytes()
SHORT = tcx(5)


def run_of(content: bytes) -> DoneRun:
    (run,) = TCX.read(content, Answers(), calm).runs
    return run


def test_the_sample_is_a_hilly_run_on_a_forerunner() -> None:
    assert TCX.recognises(SAMPLE)
    run = run_of(SAMPLE)
    assert (run.date, run.start) == (datetime.date(2012, 12, 26), datetime.time(21, 29, 53))
    assert (run.metres, run.seconds, run.elapsed_s) == (4689.2, 1981.0, 1992.0)
    assert run.flat_metres == pytest.approx(4961, abs=5)
    assert run.climb_m == pytest.approx(107, abs=2)
    assert (run.heart_rate, run.max_heart_rate) == (160.3, 189)
    assert [half.heart_rate for half in run.halves] == [155.2, 165.4]
    assert run.device == "Forerunner 410 Software Version 2.20"
    assert run.notes == "Aerobics"
    assert run.sources == (Source("tcx", "2012-12-26T21:29:53Z"),)


def test_no_position_is_left_in_the_run() -> None:
    told = json.dumps(asdict(run_of(SAMPLE)), default=str)
    assert "35.9" not in told
    assert "79.0" not in told


def test_a_treadmill_needs_no_positions() -> None:
    run = run_of(tcx())
    assert (run.metres, run.seconds, run.flat_metres) == (1800.0, 600.0, None)
    assert (run.heart_rate, run.begun) == (150, BEGUN)


def test_a_lap_without_points_still_tells_its_sums() -> None:
    run = run_of(tcx(has_points=False))
    assert (run.metres, run.seconds) == (1800.0, 600.0)
    assert (run.heart_rate, run.max_heart_rate, run.halves) == (149, 171, ())


def test_a_mark_before_the_first_element_does_no_harm() -> None:
    assert run_of(b"\xef\xbb\xbf" + tcx()).metres == 1800.0
    assert run_of(b"          " + tcx()).metres == 1800.0


def test_a_ride_is_left_out_and_said_so() -> None:
    log = TCX.read(tcx(sport="Biking"), Answers(), calm)
    assert (log.rows, log.runs, len(log.skipped)) == (1, (), 1)


def test_a_course_is_told_from_an_activity() -> None:
    with pytest.raises(ContentError, match="only a plan or a course"):
        TCX.read(b"<TrainingCenterDatabase><Courses/></TrainingCenterDatabase>", Answers(), calm)


def test_damage_is_refused_or_read_around() -> None:
    for piece in cut(SHORT, 400):
        assert isinstance(outcome(TCX, piece), ContentError) or piece.rstrip().endswith(
            b"Database>"
        )
    for piece in (*changed(SHORT, 400), *cut(SAMPLE, 20), *changed(SAMPLE, 40)):
        outcome(TCX, piece)
