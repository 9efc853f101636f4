from __future__ import annotations

import datetime
import json
from dataclasses import asdict

import pytest

from hemipelvi_gui.domain.done_runs import DoneRun, Source
from hemipelvi_gui.domain.log_files import Answers
from hemipelvi_gui.exchange.formats.gpx import Gpx
from hemipelvi_gui.exchange.log_shape import Cancelled
from hemipelvi_gui.exchange.shape import ContentError
from tests.unit.exchange.damage import changed, cut, outcome
from tests.unit.exchange.track_samples import BEGUN, SAMPLES, calm, gpx

GPX = Gpx(zone=datetime.UTC)
SAMPLE = (SAMPLES / "activity.gpx").read_bytes()
DECLARED = "<?xml version='1.0'?>"
BOMB = b"""<?xml version="1.0"?>
<!DOCTYPE gpx [<!ENTITY a "aaaaaaaaaa">
<!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>
<gpx><trk><name>&c;</name></trk></gpx>"""
OUTSIDE = b"""<?xml version="1.0"?>
<!DOCTYPE gpx [<!ENTITY a SYSTEM "file:///etc/hostname">]><gpx><trk><name>&a;</name></trk></gpx>"""


def run_of(content: bytes) -> DoneRun:
    (run,) = GPX.read(content, Answers(), calm).runs
    return run


def test_the_sample_is_a_run_of_two_kilometres_in_amsterdam() -> None:
    assert GPX.recognises(SAMPLE)
    run = run_of(SAMPLE)
    assert run.name == "Amsterdam City Center Run"
    assert (run.date, run.start) == (datetime.date(2025, 8, 31), datetime.time(10, 0))
    assert (run.metres, run.elapsed_s, run.heart_rate) == (1987.9, 630.0, 147.8)
    assert run.max_heart_rate == 165
    assert run.sources == (Source("gpx", "2025-08-31T10:00:00Z"),)


def test_no_position_is_left_in_the_run() -> None:
    told = json.dumps(asdict(run_of(SAMPLE)), default=str)
    for digits in ("52.3", "4.90", "4.89", "4.88"):
        assert digits not in told


@pytest.mark.parametrize("prefix", ["ns3", "gpxtpx", "x"])
def test_heart_rate_is_found_under_any_prefix(prefix: str) -> None:
    assert run_of(gpx(prefix=prefix)).heart_rate == 150


def test_a_gap_in_the_heart_rate_is_left_out_of_its_mean() -> None:
    assert run_of(gpx(gap=range(100, 200))).heart_rate == 150
    assert run_of(gpx(gap=range(400))).heart_rate is None


@pytest.mark.parametrize("kind", ["running", "9", "Run", "trail_running", None])
def test_these_types_are_runs(kind: str | None) -> None:
    log = GPX.read(gpx(kind=kind), Answers(), calm)
    assert log.runs[0].metres == pytest.approx(1800, abs=1)
    assert bool(log.assumed) == (kind is None)


def test_a_ride_and_what_is_too_fast_to_be_a_run_are_left_out() -> None:
    for content in (gpx(kind="cycling"), gpx(kind=None, speed=9.0)):
        log = GPX.read(content, Answers(), calm)
        assert (log.runs, len(log.skipped)) == ((), 1)


def test_a_route_without_times_is_no_run() -> None:
    route = (
        b'<gpx><trk><trkseg><trkpt lat="1" lon="2"/><trkpt lat="1" lon="3"/></trkseg></trk></gpx>'
    )
    assert "no times" in str(GPX.read(route, Answers(), calm).skipped[0].reason)


def test_a_jump_of_the_positioning_is_not_run() -> None:
    spiked = gpx().replace(b'lat="48.0', b'lat="49.0', 1)
    assert run_of(spiked).metres == pytest.approx(1800, abs=5)


@pytest.mark.parametrize(
    "head", ["", "\ufeff", "  \n<?xml version='1.0'?>", "\ufeff<?xml version='1.0'?>\n"]
)
def test_a_mark_or_spaces_before_the_first_element_do_no_harm(head: str) -> None:
    content = gpx(head=head)
    assert GPX.recognises(content)
    assert run_of(content).begun == BEGUN


def test_utf_16_is_read_too() -> None:
    content = gpx(head="").decode().encode("utf-16")
    assert GPX.recognises(content)
    assert run_of(content).metres


@pytest.mark.parametrize("content", [BOMB, OUTSIDE])
def test_entities_are_refused(content: bytes) -> None:
    with pytest.raises(ContentError, match="document type"):
        GPX.read(content, Answers(), calm)


def test_deep_nesting_is_refused() -> None:
    with pytest.raises(ContentError, match="nested"):
        GPX.read(b"<gpx>" + b"<a>" * 100_000, Answers(), calm)


@pytest.mark.parametrize("value", [b"NaN", b"1e999", b"-inf", b"9" * 400, b"1_0"])
def test_numbers_that_are_none_are_left_out(value: bytes) -> None:
    content = gpx().replace(b">150<", b">" + value + b"<").replace(b">100<", b">" + value + b"<")
    run = run_of(content.replace(b'lon="9.0"', b'lon="' + value + b'"', 3))
    assert (run.heart_rate, run.flat_metres) == (None, None)
    assert run.metres is not None
    assert run.metres < 2000


def test_damage_is_refused_or_read_around() -> None:
    for piece in cut(SAMPLE, 400):
        assert isinstance(outcome(GPX, piece), ContentError) or piece.rstrip().endswith(b"</gpx>")
    for piece in changed(SAMPLE, 600):
        outcome(GPX, piece)


def test_reading_stops_when_it_is_called_off() -> None:
    def off(_part: float) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        GPX.read(SAMPLE, Answers(), off)
