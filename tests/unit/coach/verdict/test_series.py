"""Which runs, lifts and ratings count, and for what."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from math import log

import pytest

from hemipelvi_gui.coach.verdict.lifting import exposures
from hemipelvi_gui.coach.verdict.running import easy_runs, highest_seen, is_easy, races, weekly_km
from hemipelvi_gui.coach.verdict.series import Basis, series_of, tightness
from hemipelvi_gui.coach.verdict.weeks import first_day, last_complete_week, last_day, week_number
from hemipelvi_gui.domain.check_ins import CheckIn
from hemipelvi_gui.domain.diary import DoneItem, DoneSession, DoneSet
from hemipelvi_gui.domain.done_runs import DoneRun, Surface
from hemipelvi_gui.domain.log import Log
from hemipelvi_gui.domain.prescription import Load, LoadKind, Measure
from hemipelvi_gui.domain.runs import RunKind
from hemipelvi_gui.domain.settings import Settings
from hemipelvi_gui.domain.units import MassUnit
from tests.builders import library

SUNDAY = date(2026, 11, 22)
MONDAY = date(2026, 11, 16)
EASY = DoneRun("r", "Easy", MONDAY, metres=9000, seconds=3000, heart_rate=140)


def kg(value: float, count: int = 1) -> Load:
    return Load(LoadKind.EXTERNAL, value, count)


def gym(*items: DoneItem, day: date = MONDAY) -> DoneSession:
    return DoneSession("g", "Gym", day, items=items)


def squats(*sets: DoneSet) -> DoneSession:
    return gym(DoneItem("back-squat", sets=sets))


def test_weeks_are_those_of_the_calendar() -> None:
    assert week_number(SUNDAY) == week_number(MONDAY)
    assert week_number(SUNDAY + timedelta(days=1)) == week_number(SUNDAY) + 1
    assert (first_day(week_number(SUNDAY)), last_day(week_number(SUNDAY))) == (MONDAY, SUNDAY)
    for days in range(800):
        day = SUNDAY + timedelta(days=days)
        assert first_day(week_number(day)) == date.fromisocalendar(*day.isocalendar()[:2], 1)


def test_a_week_is_complete_on_its_sunday() -> None:
    assert last_complete_week(SUNDAY) == week_number(SUNDAY)
    assert last_complete_week(SUNDAY - timedelta(days=1)) == week_number(SUNDAY) - 1
    assert last_complete_week(SUNDAY + timedelta(days=6)) == week_number(SUNDAY)


@pytest.mark.parametrize(
    ("change", "easy"),
    [
        ({"kind": RunKind.EASY, "heart_rate": 180}, True),
        ({"kind": RunKind.EASY, "heart_rate": None}, True),
        ({"heart_rate": 152}, True),
        ({"heart_rate": 152.5}, False),
        ({"heart_rate": None}, False),
        ({"kind": RunKind.LONG}, True),
        ({"kind": RunKind.QUALITY}, False),
        ({"kind": RunKind.RACE}, False),
        ({"kind": RunKind.OTHER}, False),
        ({"surface": Surface.TRAIL}, False),
        ({"surface": Surface.TREADMILL}, True),
    ],
)
def test_a_run_is_easy_when_marked_so_or_at_80_per_cent(
    change: dict[str, object], easy: bool
) -> None:
    assert is_easy(replace(EASY, **change), 190) is easy  # type: ignore[arg-type]


def test_without_a_maximum_only_what_was_marked_is_easy() -> None:
    assert not is_easy(EASY, None)
    assert is_easy(replace(EASY, kind=RunKind.EASY), None)


@pytest.mark.parametrize(("seconds", "counts"), [(1799, 0), (1800, 1), (5400, 1), (5401, 0)])
def test_easy_runs_last_30_to_90_minutes(seconds: float, counts: int) -> None:
    found = easy_runs([replace(EASY, seconds=seconds)], 190)
    assert (len(found.by_heart_rate), found.longer_or_shorter) == (counts, 1 - counts)


def test_a_weeks_running_is_the_median_of_ln_ef() -> None:
    runs = {
        str(beats): replace(EASY, id=str(beats), kind=RunKind.EASY, heart_rate=beats)
        for beats in (120, 140, 141)
    }
    series = series_of(Log(done_runs=runs), library(), Settings(), SUNDAY)
    week = week_number(SUNDAY)
    assert series.running[Basis.HEART_RATE][week].value == pytest.approx(log(180 / 140))
    assert series.running[Basis.HEART_RATE][week].count == 3
    assert series.running[Basis.PACE][week].value == pytest.approx(log(180))


def test_pace_counts_only_runs_that_were_marked() -> None:
    found = easy_runs([EASY, replace(EASY, id="2", kind=RunKind.EASY, heart_rate=None)], 190)
    assert [each.run.id for each in found.by_heart_rate] == ["r"]
    assert [each.run.id for each in found.by_pace] == ["2"]


def test_the_highest_heart_rate_is_that_of_a_year_and_of_a_heart() -> None:
    old = replace(EASY, date=SUNDAY - timedelta(days=365), max_heart_rate=200)
    runs = [replace(EASY, max_heart_rate=188), replace(EASY, max_heart_rate=240), old]
    assert highest_seen(runs, SUNDAY) == 188
    assert highest_seen(runs, SUNDAY - timedelta(days=1)) == 200
    assert highest_seen([], SUNDAY) is None


def test_the_maximum_that_was_entered_goes_first() -> None:
    log_ = Log(done_runs={"r": replace(EASY, max_heart_rate=150)})
    week = week_number(SUNDAY)
    seen = series_of(log_, library(), Settings(), SUNDAY)
    entered = series_of(log_, library(), Settings(max_heart_rate=190), SUNDAY)
    assert week not in seen.running[Basis.HEART_RATE]
    assert week in entered.running[Basis.HEART_RATE]


def test_races_are_told_as_10_km_of_the_same_effort() -> None:
    race = DoneRun("5k", "Parkrun", MONDAY, RunKind.RACE, metres=5000, seconds=1200)
    (found,) = races([race])
    assert found.ten_km_s == pytest.approx(2501.9, abs=0.05)
    assert races([replace(race, metres=2999), replace(race, surface=Surface.TRAIL)]) == ()
    assert races([replace(race, kind=RunKind.QUALITY), replace(race, seconds=None)]) == ()


def test_weekly_km_are_those_of_all_running() -> None:
    runs = [EASY, replace(EASY, kind=RunKind.RACE), replace(EASY, kind=RunKind.OTHER)]
    assert weekly_km(runs) == {week_number(MONDAY): 18}


def test_tightness_is_the_mean_of_each_days_largest_rating_and_never_pain() -> None:
    days = [
        CheckIn("1", MONDAY, hip_flexor_left=1, hip_flexor_right=4, back=2, pain=10),
        CheckIn("2", SUNDAY, back=1, pain=9),
        CheckIn("3", SUNDAY, pain=8),
    ]
    (found,) = tightness(days).values()
    assert (found.value, found.count) == (2.5, 2)


def test_a_big_lift_counts_by_its_best_set() -> None:
    session = squats(
        DoneSet(5, load=kg(100)), DoneSet(3, load=kg(110)), DoneSet(1, load=kg(200), warmup=True)
    )
    (found,) = exposures([session], library(), None)
    assert found.value == pytest.approx(log(110 * 1.1))
    assert (found.lift.exercise, found.doubtful, found.hse) == ("back-squat", False, 2)


def test_reps_in_reserve_count_and_more_than_six_to_failure_are_doubtful() -> None:
    (found,) = exposures([squats(DoneSet(5, load=kg(100), rpe=8))], library(), None)
    assert found.value == pytest.approx(log(100 * (1 + 7 / 30)))
    assert found.doubtful
    assert exposures([squats(DoneSet(8, load=kg(100), rpe=7))], library(), None) == ()


def test_two_dumbbells_and_pounds_are_as_heavy_as_they_are() -> None:
    pair = squats(DoneSet(1, load=Load(LoadKind.EXTERNAL, 50, 2, MassUnit.LB)))
    (found,) = exposures([pair], library(), None)
    assert found.value == pytest.approx(log(45.359237))


@pytest.mark.parametrize(
    "session",
    [
        squats(DoneSet(5, load=kg(15))),
        squats(DoneSet(5, rpe=9)),
        squats(DoneSet(30, Measure.TIME, load=kg(100))),
        squats(DoneSet(5, load=Load(LoadKind.PERCENT, 80))),
        gym(DoneItem("walking-lunge", sets=(DoneSet(5, load=kg(100)),))),
        gym(DoneItem("nobody-knows-this", sets=(DoneSet(5, load=kg(100)),))),
        replace(squats(DoneSet(5, load=kg(100))), going=True),
    ],
    ids=["light", "no load", "held", "per cent", "no big lift", "unknown", "not over"],
)
def test_what_is_no_big_lift_or_says_no_weight_is_no_exposure(session: DoneSession) -> None:
    assert exposures([session], library(), None) == ()


def test_a_quarter_of_body_mass_makes_a_lift_big_and_a_swing_is_big_from_16_kg() -> None:
    light = squats(DoneSet(5, load=kg(15)))
    assert len(exposures([light], library(), 60)) == 1
    swing = gym(DoneItem("kettlebell-swing", sets=(DoneSet(10, load=kg(16)),)))
    assert len(exposures([swing], library(), None)) == 1


def test_a_bodyweight_lift_counts_by_its_reps() -> None:
    body = Load(LoadKind.BODYWEIGHT)
    (few,) = exposures([squats(DoneSet(15, load=body, rpe=9))], library(), None)
    (more,) = exposures([squats(DoneSet(20, load=body, rpe=9))], library(), None)
    assert few.lift == more.lift
    assert more.value - few.value == pytest.approx(log(51 / 46))
    (vest,) = exposures(
        [squats(DoneSet(15, load=Load(LoadKind.BODYWEIGHT, 10), rpe=9))], library(), None
    )
    assert vest.lift != few.lift


def test_only_the_weeks_asked_for_are_read() -> None:
    years = {str(n): replace(EASY, id=str(n), date=MONDAY - timedelta(weeks=n)) for n in range(60)}
    log_ = Log(done_runs=years)
    settings = Settings(max_heart_rate=190)
    assert len(series_of(log_, library(), settings, SUNDAY).km) == 17
    assert len(series_of(log_, library(), settings, SUNDAY, weeks=60).km) == 60
