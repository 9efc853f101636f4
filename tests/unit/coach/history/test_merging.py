"""Two sources of one run are one run; the track's figures win, and the words of the list."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from random import Random
from time import perf_counter

import pytest

from hemipelvi_gui.coach.history import Here, assemble
from hemipelvi_gui.coach.history.merging import merge
from hemipelvi_gui.domain.changes import Changes
from hemipelvi_gui.domain.done_runs import DoneRun, Source
from hemipelvi_gui.domain.log import Log
from hemipelvi_gui.domain.runs import Run, RunKind
from hemipelvi_gui.storage import open_store
from tests.builders import library
from tests.unit.coach.history.logs import after, assembled, listed, run, runs, track


def one(*several: DoneRun) -> DoneRun:
    (merged,) = merge(several, {})
    return merged.run


def test_a_track_and_a_row_of_a_list_are_one_run() -> None:
    row = replace(run("strava 7", minutes=2), name="Hills with Ann", notes="windy", metres=12_100.0)
    for both in ((track(), row), (row, track())):
        found = one(*both)
        assert (found.name, found.notes) == ("Hills with Ann", "windy")
        assert (found.metres, found.flat_metres) == (12_000.0, 12_050.0)
        assert len(found.halves) == 2
        assert {each.format for each in found.sources} == {"fit", "strava"}


def test_local_time_meets_utc_at_any_whole_quarter_hour() -> None:
    for clock in ("08:00", "02:02", "12:30", "12:45"):
        assert len(merge([track(), listed(clock=clock)], {})) == 1, clock
    assert len(merge([track(), listed(clock="08:07")], {})) == 2


@pytest.mark.parametrize(
    "other",
    [
        run("strava 7", minutes=4),
        run("strava 7", metres=12_500.0),
        run("strava 7", seconds=3_800.0),
    ],
)
def test_runs_that_differ_stay_two(other: DoneRun) -> None:
    assert len(merge([track(), other], {})) == 2


def test_moving_time_may_agree_with_moving_or_elapsed_time() -> None:
    row = run("strava 7", seconds=3_900.0, elapsed_s=3_610.0)
    assert len(merge([track(), row], {})) == 1


def test_of_two_alike_runs_in_a_day_each_meets_its_own_row() -> None:
    # Seven hours from UTC; the other pairing would be one hour, and fifteen.
    tracks = [track("fit 1"), track("fit 2", minutes=8 * 60), track("fit 3", minutes=24 * 60)]
    rows = [
        listed("garmin 1", "00:00"),
        listed("garmin 2", "08:00"),
        replace(listed("garmin 3", "00:00"), date=date(2026, 3, 3)),
    ]
    found = merge([*tracks, *rows], {})
    keys = [sorted(each.key for each in one.run.sources) for one in found]
    assert keys == [["1", "1"], ["2", "2"], ["3", "3"]]


def test_two_rows_of_one_list_are_never_one_run_by_the_quarter_hour() -> None:
    rows = [listed("garmin 1", "08:00"), listed("garmin 2", "09:00")]
    assert len(merge([track(), *rows], {})) == 2


def test_the_same_source_twice_is_the_same_run() -> None:
    log = after(Log(), runs(track()))
    again = assembled(runs(track()), log=log)
    assert not again.changes
    assert (again.reports[0].stored, again.reports[0].already_there) == (0, 1)


def test_a_new_source_of_a_stored_run_fills_it_up() -> None:
    log = after(Log(), runs(run("strava 7", heart_rate=150.0)))
    (before,) = log.done_runs.values()
    (found,) = after(log, runs(track("fit 1", minutes=1, heart_rate=148.0))).done_runs.values()
    assert found.id == before.id
    assert (found.heart_rate, found.flat_metres, found.name) == (148.0, 12_050.0, "Run")
    assert {each.format for each in found.sources} == {"strava", "fit"}


def test_what_a_person_changed_in_a_stored_run_stays() -> None:
    log = after(Log(), runs(run("strava 7", heart_rate=150.0)))
    (before,) = log.done_runs.values()
    edited = replace(before, heart_rate=133.0, name="Race day", kind=RunKind.RACE, rpe=9.0)
    made = assembled(runs(track(heart_rate=148.0)), log=Log(done_runs={edited.id: edited}))
    (found,) = made.changes.done_runs.values()
    assert found is not None
    assert (found.heart_rate, found.name, found.kind) == (133.0, "Race day", RunKind.RACE)
    assert (found.flat_metres, found.rpe) == (12_050.0, 9.0)


def test_prints_of_what_was_imported_outlive_the_store(tmp_path: object) -> None:
    from pathlib import Path

    log = after(Log(), runs(run("strava 7", heart_rate=150.0, start=None)))
    store = open_store(Path(str(tmp_path)))
    store.apply(Changes(done_runs=log.done_runs))
    read = store.log_between(date.min, date.max)
    store.close()
    (found,) = after(read, runs(track(heart_rate=148.0))).done_runs.values()
    assert (found.heart_rate, found.flat_metres) == (148.0, 12_050.0)


def test_a_run_typed_by_hand_keeps_all_that_was_typed() -> None:
    typed = DoneRun("mine", "Easy", date(2026, 3, 2), start=datetime(2026, 3, 2, 8).time())
    typed = replace(typed, metres=12_100.0, seconds=3_590.0)
    (found,) = after(Log(done_runs={"mine": typed}), runs(track())).done_runs.values()
    assert (found.id, found.metres, found.flat_metres) == ("mine", 12_100.0, 12_050.0)


def test_each_file_is_told_what_became_of_its_rows() -> None:
    made = assembled(runs(track(), file="a.fit"), runs(run("strava 7"), run("strava 8", 600)))
    first, second = made.reports
    assert (first.stored, first.already_there, first.joined) == (1, 0, 0)
    assert (second.stored, second.already_there, second.joined) == (1, 1, 1)
    assert len(made.changes.done_runs) == 2


def test_sources_of_one_import_give_the_same_run_in_any_order() -> None:
    several = [track(), run("strava 7", 1, climb_m=80.0), listed("garmin 3", temperature_c=7.0)]
    found = one(*several)
    assert found.climb_m == 80.0
    assert found.temperature_c == 7.0
    for _ in range(5):
        Random(1).shuffle(several)
        other = one(*several)
        assert replace(other, sources=()) == replace(found, sources=())
        assert set(other.sources) == set(found.sources)


def test_a_run_is_the_planned_one_where_only_one_fits() -> None:
    day = date(2026, 3, 2)
    easy = Run("easy", "Easy", RunKind.EASY, day, metres=11_000.0, plan="p")
    long = Run("long", "Long", RunKind.LONG, day, metres=20_000.0, plan="p")

    def link(*planned: Run) -> str:
        made = assemble([runs(track())], library(), Here(planned=planned))
        (found,) = made.changes.done_runs.values()
        assert found is not None
        return found.run

    assert link(easy, long) == "easy"
    assert link(long) == ""
    assert link(easy, replace(easy, id="also")) == ""
    assert link(replace(easy, skipped=True)) == ""


def test_ten_thousand_runs_are_merged_quickly() -> None:
    start = datetime(2010, 1, 1, 6, 0, tzinfo=UTC)
    random = Random(4)
    several: list[DoneRun] = []
    for number in range(5000):
        begun = start + timedelta(hours=26 * number, minutes=random.randrange(60))
        metres = random.uniform(5000, 20_000)
        for form, bare in (("fit", False), ("garmin", True)):
            local = begun + timedelta(hours=1)
            several.append(
                DoneRun(
                    *("", "Run", local.date()),
                    start=local.time() if bare else None,
                    begun=None if bare else begun,
                    metres=metres,
                    seconds=metres / 3,
                    sources=(Source(form, str(number)),),
                )
            )
    began = perf_counter()
    assert len(merge(several, {})) == 5000
    assert perf_counter() - began < 5  # under 1 s where nothing else runs
