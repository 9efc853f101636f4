"""Every ready plan passes the rules in every week, whenever it is begun."""

from __future__ import annotations

import time
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from hemipelvi_gui.coach.findings import examine
from hemipelvi_gui.coach.progress.ahead import apply, plan_ahead
from hemipelvi_gui.coach.reading import Level
from hemipelvi_gui.coach.starting import Choices
from hemipelvi_gui.coach.swaps import equipment_of
from hemipelvi_gui.coach.weeks.rules import examine_week
from hemipelvi_gui.domain.balance import balance
from hemipelvi_gui.domain.plan import PhaseKind, weeks_of
from hemipelvi_gui.domain.runs import RunKind
from hemipelvi_gui.domain.session import items
from hemipelvi_gui.domain.settings import Settings
from hemipelvi_gui.domain.sums import Sums
from tests.builders import library
from tests.unit.coach.starts import begun, ready

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hemipelvi_gui.coach.weeks.reading import WeekReading
    from hemipelvi_gui.domain.agenda import Agenda
    from hemipelvi_gui.domain.plan import Plan
    from hemipelvi_gui.domain.recipe import Recipe

MONDAY = date(2026, 11, 30)
STARTS = (
    MONDAY,
    date(2026, 12, 2),
    # Summer time begins and ends in these weeks.
    date(2026, 3, 23),
    date(2026, 3, 26),
    date(2026, 10, 19),
    date(2026, 10, 21),
    # A leap day, and the end of a year that has 53 weeks.
    date(2028, 2, 28),
    date(2026, 12, 28),
    date(2027, 1, 3),
)
RECIPES = tuple(ready().values())
RACES = tuple(each for each in RECIPES if each.race)


@pytest.fixture(params=["Europe/Berlin", "UTC"])
def zone(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The machine's zone, where the system lets it be set."""
    if not hasattr(time, "tzset"):
        pytest.skip("this system sets its zone elsewhere")
    monkeypatch.setenv("TZ", request.param)
    time.tzset()
    yield request.param
    monkeypatch.undo()
    time.tzset()


def readings(plan: Plan, agenda: Agenda) -> list[WeekReading]:
    sums = Sums(library())
    return [
        examine_week(agenda, week, plan, library(), Settings(), date(2026, 1, 1), sums)
        for week in weeks_of(plan)
    ]


def to_fix(plan: Plan, agenda: Agenda) -> list[str]:
    """What is to be fixed in the weeks and in the sessions of a plan."""
    found = []
    for reading in readings(plan, agenda):
        found += [f"{reading.week}: {each.message}" for each in reading.findings if _is_fix(each)]
        lines = {each.id: balance(each, library()).lines for each in reading.sessions}
        for session in reading.sessions:
            others = [line for key in lines if key != session.id for line in lines[key]]
            findings = examine(session, library(), Settings(), others).findings
            found += [
                f"{session.date} {session.name}: {each.message}"
                for each in findings
                if _is_fix(each)
            ]
    return found


def _is_fix(finding: object) -> bool:
    return getattr(finding, "level", None) is Level.FIX


@pytest.mark.usefixtures("zone")
@pytest.mark.parametrize("start", STARTS, ids=str)
@pytest.mark.parametrize("recipe", RECIPES, ids=lambda each: each.id)
def test_a_ready_plan_passes_the_rules_in_every_week(recipe: Recipe, start: date) -> None:
    plan, agenda = begun(recipe, Choices(start))
    assert to_fix(plan, agenda) == []


@pytest.mark.parametrize("back", [0, 1, 2, 3, 4, 5, 6])
@pytest.mark.parametrize("ahead", [6, 13, 20, 40, 200])
@pytest.mark.parametrize("recipe", RACES, ids=lambda each: each.id)
def test_it_passes_counted_back_from_a_race_on_any_day(
    recipe: Recipe, ahead: int, back: int
) -> None:
    race_day = MONDAY + timedelta(days=ahead - back)
    plan, agenda = begun(recipe, Choices(MONDAY, race_day))
    assert agenda.runs[plan.goal].date == race_day
    assert to_fix(plan, agenda) == []


@pytest.mark.parametrize("recipe", RECIPES, ids=lambda each: each.id)
def test_begun_on_a_monday_there_is_not_even_a_note(recipe: Recipe) -> None:
    plan, agenda = begun(recipe, Choices(MONDAY))
    found = {each.rule for reading in readings(plan, agenda) for each in reading.findings}
    # A race that comes near is told in any case.
    assert found - {"race-ahead"} == set()


@pytest.mark.parametrize("recipe", RECIPES, ids=lambda each: each.id)
def test_it_still_passes_with_the_progressions_put_in_place(recipe: Recipe) -> None:
    plan, agenda = begun(recipe, Choices(MONDAY))
    agenda = apply(agenda, plan_ahead(agenda, plan, library(), MONDAY))
    assert to_fix(plan, agenda) == []


@pytest.mark.parametrize("recipe", RECIPES, ids=lambda each: each.id)
def test_deload_weeks_have_a_little_more_than_half_of_the_work(recipe: Recipe) -> None:
    plan, agenda = begun(recipe, Choices(MONDAY))
    doses = {each.week.number: each.total.hse for each in readings(plan, agenda)}
    assert plan.weeks < 4 or plan.deloads
    for week in plan.deloads:
        usual = max(doses[before] for before in range(max(1, week - 3), week))
        assert doses[week] == pytest.approx(0.55 * usual, abs=0.5)


@pytest.mark.parametrize("recipe", RACES, ids=lambda each: each.id)
def test_the_taper_has_less_and_less(recipe: Recipe) -> None:
    plan, agenda = begun(recipe, Choices(MONDAY))
    *_, usual, before, last = (each.total for each in readings(plan, agenda))
    assert before.hse == pytest.approx(0.7 * usual.hse, abs=0.5)
    assert last.hse == pytest.approx(0.5 * usual.hse, abs=0.5)
    assert last.symmetric == pytest.approx(0, abs=0.5)
    assert not last.big


@pytest.mark.parametrize("recipe", RECIPES, ids=lambda each: each.id)
def test_every_week_has_a_day_without_a_run_and_more_easy_runs_than_hard_ones(
    recipe: Recipe,
) -> None:
    plan, agenda = begun(recipe, Choices(MONDAY))
    for week in weeks_of(plan):
        runs = [each for each in agenda.runs.values() if each.date in week]
        busy = {each.date for each in runs if each.kind is not RunKind.REST}
        assert len(busy) < week.days
        hard = [each for each in runs if each.kind is RunKind.QUALITY]
        easy = [each for each in runs if each.kind is RunKind.EASY]
        assert len(hard) <= 2
        assert len(easy) >= len(hard)


@pytest.mark.parametrize("recipe", RECIPES, ids=lambda each: each.id)
def test_long_runs_grow_by_a_fifth_at_most(recipe: Recipe) -> None:
    _, agenda = begun(recipe, Choices(MONDAY))
    runs = [each for each in agenda.runs.values() if each.kind is RunKind.LONG]
    longest = 0.0
    for run in sorted(runs, key=lambda each: each.date):
        assert not longest or (run.metres or 0.0) <= 1.2 * longest
        longest = max(longest, run.metres or 0.0)


@pytest.mark.parametrize(
    ("recipe", "gym_days"),
    [("two-gym-days", 2), ("three-gym-days", 3), ("coming-back", 2), ("travel", 3)],
)
def test_a_plan_named_for_its_gym_days_has_so_many_in_each_week(recipe: str, gym_days: int) -> None:
    plan, agenda = begun(recipe, Choices(MONDAY))
    for week in weeks_of(plan):
        days = {each.date for each in agenda.sessions.values() if each.date in week}
        assert len(days) == gym_days


def test_the_plan_for_travelling_needs_no_equipment() -> None:
    _, agenda = begun("travel", Choices(MONDAY))
    needed = {
        kit
        for session in agenda.sessions.values()
        for item in items(session)
        for kit in equipment_of(item, library()[item.exercise])
    }
    assert needed == set()


def test_there_is_a_plan_for_each_time_of_a_runners_year() -> None:
    kinds = {each.kind for recipe in RECIPES for each in recipe.phases}
    assert kinds == set(PhaseKind)
    assert {"base", "marathon-build", "race-week", "coming-back", "travel"} <= set(ready())
    assert {each.id for each in RACES} >= {"marathon-build", "race-week"}
