"""Beginning a plan: dates, families, lighter weeks, and what can't be."""

from __future__ import annotations

from datetime import date, timedelta
from math import isclose

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hemipelvi_gui.coach.plan_checks import end_of, overlaps, plan_fault
from hemipelvi_gui.coach.starting import Choices, begin, begin_empty, start_fault
from hemipelvi_gui.domain.agenda import Agenda, in_plan
from hemipelvi_gui.domain.agenda_edits import instances
from hemipelvi_gui.domain.errors import KnownError
from hemipelvi_gui.domain.exercises import Equipment
from hemipelvi_gui.domain.gyms import Gym
from hemipelvi_gui.domain.plan import Phase, PhaseKind, Plan, plan_week, week_number
from hemipelvi_gui.domain.progression import Progress
from hemipelvi_gui.domain.runs import Run, RunKind
from hemipelvi_gui.domain.session import Session, items
from tests.builders import library
from tests.unit.coach.starts import begun, numbered, ready, sessions

MONDAY = date(2026, 11, 30)
WEDNESDAY = date(2026, 12, 2)
DAYS = st.dates(date(1, 1, 8), date(9990, 1, 1))


def test_a_plan_begins_on_its_monday_and_ends_on_a_sunday() -> None:
    plan, _ = begun("two-gym-days", Choices(MONDAY))
    assert (plan.start, end_of(plan)) == (MONDAY, date(2027, 2, 21))
    assert plan.name == "Two gym days"
    assert plan.deloads == (4, 8, 12)


def test_begun_in_mid_week_days_that_are_past_are_left_out() -> None:
    plan, agenda = begun("two-gym-days", Choices(WEDNESDAY))
    assert plan.start == MONDAY
    assert min(str(each.date) for each in in_plan(agenda, plan.id)) == str(WEDNESDAY)


def test_weeks_of_ten_days_begin_on_the_day_itself() -> None:
    plan, agenda = begun("masters-ten-days", Choices(WEDNESDAY))
    assert plan.start == WEDNESDAY
    assert {(str(each.name), week_number(plan, each.date)) for each in agenda.runs.values()} >= {
        ("Rest", 1),
        ("Long 14 km", 9),
    }
    assert plan_week(plan, 2).first == WEDNESDAY + timedelta(days=10)


def test_sessions_are_on_the_weekday_and_at_the_time_that_the_recipe_says() -> None:
    _, agenda = begun("two-gym-days", Choices(MONDAY))
    found = {(each.name, day.weekday(), str(each.start)) for each, day in dated(agenda)}
    assert found == {
        ("Strength A: deadlift and lunge", 1, "18:00:00"),
        ("Strength B: squat and step", 3, "18:00:00"),
    }


def dated(agenda: Agenda) -> list[tuple[Session, date]]:
    return [(each, each.date) for each in agenda.sessions.values() if each.date]


def test_all_tuesdays_are_one_family_and_thursdays_another() -> None:
    plan, agenda = begun("coming-back", Choices(MONDAY))
    families = {each.template for each in agenda.sessions.values()}
    assert len(families) == 2
    first = min(agenda.sessions.values(), key=lambda each: str(each.date))
    family = instances(agenda, first)
    assert len(family) == plan.weeks
    assert {each.date.weekday() for each in family if each.date} == {0}


def test_runs_of_one_line_are_one_series_and_the_race_is_the_goal() -> None:
    plan, agenda = begun("marathon-build", Choices(MONDAY))
    long_runs = [each for each in agenda.runs.values() if each.kind is RunKind.LONG]
    assert len({each.series for each in long_runs}) == 1
    race = agenda.runs[plan.goal]
    assert (race.kind, race.metres, race.date) == (RunKind.RACE, 42195.0, end_of(plan))


def test_a_deload_keeps_loads_and_reps_and_has_fewer_sets() -> None:
    plan, agenda = begun("two-gym-days", Choices(MONDAY))
    first, *_ = agenda.sessions.values()
    family = instances(agenda, first)
    usual, light = family[0], next(each for each in family if each.date in plan_week(plan, 4))
    numbers = {item.id: item.prescription for item in items(usual)}
    for item in items(light):
        before = numbers[item.id]
        assert item.prescription.load == before.load
        assert (item.prescription.low, item.prescription.high) == (before.low, before.high)
    assert sum(item.prescription.sets for item in items(light)) < sum(
        item.prescription.sets for item in items(usual)
    )


def test_progressions_are_said_but_nothing_is_heavier_yet() -> None:
    _, agenda = begun("two-gym-days", Choices(MONDAY))
    lifts = [
        item
        for each in agenda.sessions.values()
        for item in items(each)
        if item.exercise == "trap-bar-deadlift"
    ]
    assert {item.progression.kind for item in lifts if item.progression} == {Progress.ADD_LOAD}
    assert len({item.prescription.load for item in lifts}) == 1


def test_another_gym_swaps_what_is_not_there() -> None:
    gym = Gym("g", "Home", (Equipment.DUMBBELL, Equipment.BAND))
    plan, agenda = begun("two-gym-days", Choices(MONDAY, gym=gym))
    assert {each.gym for each in agenda.sessions.values()} == {"Home"}
    lifts = {item.exercise for each in agenda.sessions.values() for item in items(each)}
    assert "trap-bar-deadlift" not in lifts
    assert plan.weeks == 12


def test_a_plan_goes_on_for_as_many_weeks_as_one_likes() -> None:
    plan, agenda = begun("two-gym-days", Choices(MONDAY, weeks=104, name="Two years"))
    assert (plan.weeks, plan.name) == (104, "Two years")
    assert len(agenda.sessions) == 208
    assert plan.deloads == tuple(range(4, 105, 4))
    assert {week_number(plan, day) for _, day in dated(agenda)} == set(range(1, 105))


def test_counted_back_from_the_race_the_plan_ends_with_it() -> None:
    race_day = date(2027, 6, 6)
    plan, agenda = begun("marathon-build", Choices(MONDAY, race_day))
    assert end_of(plan) == race_day == agenda.runs[plan.goal].date
    assert plan.weeks == 16


def test_with_a_race_that_is_near_whole_weeks_are_left_out() -> None:
    race_day = date(2027, 1, 17)
    plan, agenda = begun("marathon-build", Choices(WEDNESDAY, race_day))
    assert (plan.start, plan.weeks) == (MONDAY, 7)
    assert plan.deloads == (3,)
    assert [(each.kind, each.weeks) for each in plan.phases] == [
        (PhaseKind.BUILD, 1),
        (PhaseKind.PEAK, 4),
        (PhaseKind.TAPER, 2),
    ]
    assert min(each.date for each in agenda.runs.values()) == WEDNESDAY


@given(DAYS, st.integers(0, 300))
def test_all_cards_keep_their_distance_to_the_race(start: date, ahead: int) -> None:
    race_day = start + timedelta(days=ahead)
    plan, agenda = begun("race-week", Choices(start, race_day))
    whole, reference = begun("race-week", Choices(date(2026, 1, 5)))
    goal = reference.runs[whole.goal].date
    wanted = sorted(
        ((goal - each.date).days, each.name)
        for each in in_plan(reference, whole.id)
        if each.date and (goal - each.date).days <= ahead
    )
    found = sorted(
        ((race_day - each.date).days, each.name) for each in in_plan(agenda, plan.id) if each.date
    )
    assert found == wanted
    assert all(week_number(plan, each.date) for each in in_plan(agenda, plan.id) if each.date)


@given(DAYS, st.sampled_from(sorted(ready())), st.integers(1, 20))
def test_no_card_is_before_the_start_or_outside_the_plan(
    start: date, recipe_id: str, weeks: int
) -> None:
    recipe = ready()[recipe_id]
    plan, agenda = begun(recipe, Choices(start, weeks=weeks if recipe.repeats else None))
    cards = in_plan(agenda, plan.id)
    assert len(cards) == len(agenda.sessions) + len(agenda.runs)
    assert all(each.date and each.date >= start for each in cards)
    assert all(week_number(plan, each.date) for each in cards if each.date)
    assert plan_fault(plan, agenda.runs.get(plan.goal)) is None
    ids = [each.id for each in cards]
    assert len(set(ids)) == len(ids)


@given(DAYS)
def test_begun_on_another_monday_only_the_dates_are_others(start: date) -> None:
    monday = start - timedelta(days=start.weekday())
    _, one = begun("base", Choices(MONDAY))
    _, other = begun("base", Choices(monday))
    days = monday - MONDAY
    for key, session in one.sessions.items():
        assert session.date
        assert other.sessions[key].date == session.date + days
        assert other.sessions[key].blocks == session.blocks


@pytest.mark.parametrize(
    ("recipe", "choices", "words"),
    [
        ("two-gym-days", Choices(MONDAY, weeks=0), "A plan has one week or more."),
        ("two-gym-days", Choices(MONDAY, weeks=521), "A plan has 520 weeks at most."),
        ("two-gym-days", Choices(MONDAY, date(2027, 5, 2)), "This plan leads to no race."),
        ("marathon-build", Choices(MONDAY, weeks=12), "This plan leads to a race in week 16"),
        ("marathon-build", Choices(MONDAY, date(2026, 11, 29)), "The race is before the plan"),
        ("marathon-build", Choices(date(2026, 1, 5), date(2026, 11, 1)), "1 November is past."),
        ("two-gym-days", Choices(date(9999, 12, 1)), "The calendar ends before this plan does."),
        ("masters-ten-days", Choices(date(9999, 12, 31)), "The calendar ends"),
    ],
)
def test_what_can_not_be_is_said_in_words(recipe: str, choices: Choices, words: str) -> None:
    wrong = start_fault(ready()[recipe], choices, date(2026, 11, 20))
    assert words in str(wrong)
    if "past" not in words:
        with pytest.raises(KnownError):
            begin(ready()[recipe], choices, sessions(), library(), fresh=numbered())


@pytest.mark.parametrize("recipe", sorted(ready()))
def test_a_plan_may_begin_on_the_first_day_of_the_calendar(recipe: str) -> None:
    assert start_fault(ready()[recipe], Choices(date.min)) is None
    assert begun(recipe, Choices(date.min))[0].start == date.min


def test_a_plan_may_end_on_the_last_day_of_the_calendar() -> None:
    race_day = date.max
    plan, _ = begun("marathon-build", Choices(MONDAY, race_day))
    assert end_of(plan) == race_day


def test_an_empty_plan_has_nothing_in_it() -> None:
    agenda = begin_empty(" Mine ", MONDAY, 520, 14, numbered())
    (plan,) = agenda.plans.values()
    assert (plan.name, plan.weeks, plan.cycle_days) == ("Mine", 520, 14)
    assert plan_fault(plan) is None
    assert not in_plan(agenda, plan.id)


def race_on(day: date) -> Run:
    return Run("r", "City race", RunKind.RACE, day)


@pytest.mark.parametrize(
    ("plan", "race", "words"),
    [
        (Plan("p", ""), None, "The plan needs a name."),
        (Plan("p", "x", weeks=0), None, "one week or more"),
        (Plan("p", "x", weeks=521), None, "520 weeks at most"),
        (Plan("p", "x", cycle_days=15), None, "5 to 14 days"),
        (Plan("p", "x", weeks=2, phases=(Phase(PhaseKind.BASE, 3),)), None, "have 3 weeks"),
        (Plan("p", "x", weeks=2, phases=(Phase(PhaseKind.BASE, 0),)), None, "A phase has one"),
        (Plan("p", "x", weeks=2, deloads=(0,)), None, "Week 0 can\u2019t be a deload"),
        (Plan("p", "x", date(9999, 12, 30), 1), None, "The calendar ends"),
        (Plan("p", "x", WEDNESDAY, 2), race_on(MONDAY), "30 November is before the plan starts"),
        (Plan("p", "x", MONDAY, 1), race_on(date(2026, 12, 7)), "after the plan ends on 6 Dec"),
        (Plan("p", "x", MONDAY, 1), race_on(date(2026, 11, 2)), "on 2 November is past."),
        (Plan("p", "x", None, 1), race_on(date(2026, 11, 2)), "is past"),
    ],
)
def test_faults_of_a_plan_are_told(plan: Plan, race: Run | None, words: str) -> None:
    assert words in str(plan_fault(plan, race, date(2026, 11, 20)))


def test_plans_overlap_where_they_share_a_day() -> None:
    one = Plan("a", "One", MONDAY, 2)
    touching = Plan("b", "Two", date(2026, 12, 13), 1)
    after = Plan("c", "Three", date(2026, 12, 14), 1)
    away = Plan("d", "Four", MONDAY, 9, archived=True)
    nowhere = Plan("e", "Five")
    beyond = Plan("f", "Six", date(9999, 12, 30), 9)
    before = Plan("g", "Seven", date(2026, 11, 1), 5)
    others = (one, touching, after, away, nowhere, beyond, before)
    assert overlaps(one, others) == (before, touching)
    assert overlaps(away, others) == ()
    assert overlaps(nowhere, others) == ()
    assert end_of(beyond) is None


def test_the_dose_of_a_week_is_the_recipe_s_wherever_it_starts() -> None:
    _, one = begun("three-gym-days", Choices(MONDAY))
    _, other = begun("three-gym-days", Choices(date(2028, 2, 28)))
    sets = [
        sum(item.prescription.sets for each in agenda.sessions.values() for item in items(each))
        for agenda in (one, other)
    ]
    assert isclose(*sets)
