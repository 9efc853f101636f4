from __future__ import annotations

import datetime
import io
import json
from dataclasses import asdict, replace

import fitdecode
import pytest

from hemipelvi_gui.domain.done_runs import DoneRun, Source, Surface
from hemipelvi_gui.domain.log_files import Answers
from hemipelvi_gui.exchange.fit.checksum import checksum
from hemipelvi_gui.exchange.fit.messages import (
    EPOCH_S,
    TIMESTAMP,
    Fields,
    is_fit,
    messages,
    words,
)
from hemipelvi_gui.exchange.formats.fit import RECORD, SESSION, WANTED, Fit
from hemipelvi_gui.exchange.log_shape import Cancelled
from hemipelvi_gui.exchange.shape import ContentError
from tests.unit.exchange.damage import changed, cut, outcome
from tests.unit.exchange.fit_files import (
    ENUM,
    START,
    UINT8,
    UINT16,
    UINT32,
    Jog,
    activity,
    definition,
    file_of,
    message,
)
from tests.unit.exchange.track_samples import SAMPLES, calm

FIT = Fit(zone=datetime.UTC)
FENIX2 = (SAMPLES / "run-fenix2.fit").read_bytes()
FENIX5 = (SAMPLES / "run-fenix5.fit").read_bytes()
WORKOUT = (SAMPLES / "workout-repeat-steps.fit").read_bytes()


def run_of(content: bytes) -> DoneRun:
    (run,) = FIT.read(content, Answers(), calm).runs
    return run


def test_a_run_of_a_fenix_2_is_read_in_its_own_time_zone() -> None:
    run = run_of(FENIX2)
    assert (run.date, run.start) == (datetime.date(2015, 8, 15), datetime.time(16, 45, 8))
    assert run.begun == datetime.datetime(2015, 8, 15, 14, 45, 8, tzinfo=datetime.UTC)
    assert (run.metres, run.seconds, run.elapsed_s) == (9008.2, 2817.0, 2832.0)
    assert run.flat_metres == pytest.approx(9138, abs=10)
    assert (run.climb_m, run.heart_rate, run.max_heart_rate) == (64, 154.2, 178)
    assert [half.heart_rate for half in run.halves] == [155.9, 152.5]
    assert [half.seconds for half in run.halves] == [1408.5, 1408.5]
    assert (run.temperature_c, run.device, run.kind) == (21.2, "Garmin 1967", None)
    assert run.sources == (Source("fit", "3882015183-808584308"),)


def test_a_short_run_of_a_fenix_5_names_the_strap() -> None:
    run = run_of(FENIX5)
    assert (run.name, run.metres, run.seconds) == ("Run", 157.6, 57.0)
    assert run.device == "HR strap Garmin 2327"
    assert run.start == datetime.time(7, 34, 9)


@pytest.mark.parametrize("content", [FENIX2, FENIX5, WORKOUT, activity()])
def test_every_message_is_read_as_fitdecode_reads_it(content: bytes) -> None:
    ours = messages(content, WANTED, calm)
    theirs = []
    with fitdecode.FitReader(
        io.BytesIO(content), processor=None, check_crc=fitdecode.CrcCheck.RAISE
    ) as reader:
        for frame in reader:
            if isinstance(frame, fitdecode.FitDataMessage) and frame.global_mesg_num in WANTED:
                wanted = WANTED[frame.global_mesg_num]
                values: dict[int, object] = {}
                for field in frame.fields:
                    if field.is_expanded or field.def_num not in wanted.numbers | wanted.texts:
                        continue
                    if field.field is not None and field.field.name != getattr(
                        field.parent_field, "name", field.field.name
                    ):
                        continue
                    values.setdefault(field.def_num, field.raw_value)
                theirs.append((frame.global_mesg_num, values))
    assert len(ours) == len(theirs)
    for (our_kind, our_values), (kind, values) in zip(ours, theirs, strict=True):
        assert our_kind == kind
        told = {
            number: value
            for number, value in values.items()
            if value is not None and value not in ("", b"")
        }
        read = {
            number: words(value) if isinstance(value, bytes) else value
            for number, value in our_values.items()
        }
        assert {number: read.get(number) for number in told} == told


def test_a_workout_is_told_from_an_activity() -> None:
    with pytest.raises(ContentError, match="a workout plan, not an activity"):
        FIT.read(WORKOUT, Answers(), calm)


def test_a_steady_climb_is_worth_what_minetti_says() -> None:
    run = run_of(activity(Jog(seconds=1800, grade=0.1)))
    assert run.metres == 5400
    assert run.flat_metres == pytest.approx(5400 * 5.968 / 3.6, rel=0.002)
    assert run.climb_m == pytest.approx(540, rel=0.01)


def test_the_time_with_the_watch_stopped_is_not_moving_time() -> None:
    run = run_of(activity(Jog(seconds=900, stop=(300, 600))))
    assert run.elapsed_s == 900
    assert run.seconds == pytest.approx(600, abs=6)


def test_without_distance_the_positions_tell_it_and_leave_nothing_behind() -> None:
    bare = activity(Jog(has_distance=False))
    run = run_of(bare)
    assert run.metres == pytest.approx(1797, abs=5)
    told = json.dumps(asdict(run), default=str)
    assert "lat" not in told.replace("flat_metres", "")
    assert "lon" not in told
    assert "48." not in told


@pytest.mark.parametrize(
    ("sub_sport", "surface"),
    [(0, None), (1, Surface.TREADMILL), (3, Surface.TRAIL), (4, Surface.TRACK)],
)
def test_the_sub_sport_tells_the_surface(sub_sport: int, surface: Surface | None) -> None:
    assert run_of(activity(Jog(sub_sport=sub_sport))).surface is surface


def test_a_treadmill_has_no_hills() -> None:
    run = run_of(activity(Jog(sub_sport=1, grade=0.1)))
    assert (run.flat_metres, run.climb_m) == (None, None)


def test_a_ride_is_left_out_and_said_so() -> None:
    log = FIT.read(activity(Jog(sport=2)), Answers(), calm)
    assert (log.rows, log.runs) == (1, ())
    assert "no run" in str(log.skipped[0].reason)


def test_without_a_local_time_the_runners_zone_counts() -> None:
    zone = datetime.timezone(datetime.timedelta(hours=9))
    log = replace(FIT, zone=zone).read(activity(Jog(offset_s=None)), Answers(), calm)
    assert (log.runs[0].date.day, log.runs[0].start) == (16, datetime.time(0, 6, 40))


def test_a_watch_that_stopped_before_its_session_still_has_a_run() -> None:
    body = definition(1, RECORD, ((TIMESTAMP, 4, UINT32), (5, 4, UINT32), (3, 1, UINT8)))
    for second in range(120):
        body += b"\1" + (START + second).to_bytes(4, "little")
        body += (second * 300).to_bytes(4, "little") + b"\x96"
    log = FIT.read(file_of(body), Answers(), calm)
    assert log.runs[0].metres == pytest.approx(357)
    assert log.assumed


def test_compressed_times_go_on_from_the_last_whole_one() -> None:
    body = message(0, RECORD, ((TIMESTAMP, UINT32, START), (5, UINT32, 0)))
    body += definition(1, RECORD, ((5, 4, UINT32),))
    for second in range(1, 70):
        body += bytes([0x80 | 1 << 5 | (START + second) & 31])
        body += (second * 300).to_bytes(4, "little")
    read = messages(file_of(body), WANTED, calm)
    assert [values[TIMESTAMP] - START for _, values in read] == list(range(70))


def test_big_endian_messages_and_developer_fields_are_passed_rightly() -> None:
    body = definition(
        0,
        SESSION,
        ((2, 4, UINT32), (9, 4, UINT32), (200, 3, UINT8)),
        order=">",
        developer=((0, 5, 0),),
    )
    body += b"\0" + START.to_bytes(4, "big") + (123_400).to_bytes(4, "big") + bytes(3) + bytes(5)
    ((_, values),) = messages(file_of(body), WANTED, calm)
    assert values == {2: START, 9: 123_400}


def test_files_in_a_chain_are_read_one_after_the_other() -> None:
    log = FIT.read(activity() + activity(Jog(start=START + 86_400)), Answers(), calm)
    assert len(log.runs) == 2


def test_a_field_of_another_type_than_the_protocol_says_is_passed_over() -> None:
    body = definition(0, SESSION, ((2, 4, 7), (9, 8, 0x89), (16, 3, UINT16)))
    body += b"\0" + b"abcd" + bytes(8) + bytes(3)
    ((_, values),) = messages(file_of(body), {SESSION: Fields(frozenset({2, 9, 16}))}, calm)
    assert values == {}


@pytest.mark.parametrize("content", [FENIX5, WORKOUT, activity(Jog(seconds=20))])
def test_a_file_cut_at_any_byte_is_refused(content: bytes) -> None:
    for piece in cut(content, 400):
        assert isinstance(outcome(FIT, piece), ContentError)


def test_a_changed_file_is_refused_for_its_checksum_or_for_what_it_says() -> None:
    for piece in changed(FENIX5, 300):
        assert isinstance(outcome(FIT, piece), ContentError)


def test_no_change_with_a_right_checksum_leaks_another_error() -> None:
    body = activity(Jog(seconds=20))[14:-2]
    for piece in changed(body, 1500):
        outcome(FIT, file_of(piece))


def test_the_checksum_is_that_of_the_protocol() -> None:
    assert checksum(b"123456789", calm) == 0xBB3D  # CRC-16/ARC
    assert is_fit(FENIX2)
    assert not is_fit(b"Date,Time")


def test_reading_stops_when_it_is_called_off() -> None:
    def off(_part: float) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        FIT.read(FENIX2, Answers(), off)


def test_a_clock_that_was_never_set_makes_no_run() -> None:
    body = message(0, 0, ((0, ENUM, 4),)) + message(0, SESSION, ((2, UINT32, 1), (5, ENUM, 1)))
    log = FIT.read(file_of(body), Answers(), calm)
    assert log.runs == ()
    assert log.skipped
    assert EPOCH_S == 631_065_600
