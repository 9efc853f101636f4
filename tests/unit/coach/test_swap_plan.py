from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from hemipelvi_gui.coach.swap_plan import (
    KEPT_AS,
    Swap,
    beside,
    big_lifts,
    coming,
    default_days,
    last_of,
    plan_swap,
    stand_ins,
    swaps_of,
    with_swap,
)
from hemipelvi_gui.coach.swaps import is_asymmetric
from hemipelvi_gui.domain.agenda import Agenda, difference
from hemipelvi_gui.domain.agenda_edits import instance
from hemipelvi_gui.domain.diary import DoneSession
from hemipelvi_gui.domain.edits import change_item
from hemipelvi_gui.domain.exercises import Equipment, Pattern
from hemipelvi_gui.domain.plan import Plan
from hemipelvi_gui.domain.progression import Progress, Progression
from hemipelvi_gui.domain.session import Section, Session, in_section, items
from hemipelvi_gui.domain.settings import Settings
from hemipelvi_gui.domain.sums import sum_of
from tests.builders import library, session_of

MONDAY = date(2026, 11, 23)
LIFT, LUNGE = "back-squat", "walking-lunge"
SETTINGS = Settings()


def plan_of(session: Session, weeks: int = 6) -> Agenda:
    """A plan from Monday on, with the session on each Tuesday."""
    template = replace(session, id="t", name="Strength A")
    made = [
        instance(template, MONDAY + timedelta(days=7 * week + 1), "p", None, f"s{week}")
        for week in range(weeks)
    ]
    return Agenda({each.id: each for each in made}, {}, {"p": Plan("p", "Winter", MONDAY, weeks)})


def swap(weeks: int = 4, lift: str = LIFT, instead: str = LUNGE) -> Swap:
    return Swap(lift, instead, MONDAY, last_of(MONDAY, weeks))


SQUATS = plan_of(session_of("back-squat 3x5 @8 100kg rest 150", "single-leg-calf-raise 3x8/side"))


def test_the_lift_gives_way_in_each_session_of_the_four_weeks_and_in_no_other() -> None:
    made = plan_swap(SQUATS, "p", swap(), library(), SETTINGS)
    assert [each.after.id for each in made.sessions] == ["s0", "s1", "s2", "s3"]
    for each in made.sessions:
        names = [item.exercise for item in items(each.after)]
        assert LIFT not in names
        assert LUNGE in names


def test_sets_effort_and_rest_stay_and_the_load_goes() -> None:
    made = plan_swap(SQUATS, "p", swap(), library(), SETTINGS)
    new = next(item for item in items(made.sessions[0].after) if item.exercise == LUNGE)
    assert (new.prescription.sets, new.prescription.rpe) == (3, 8)
    assert new.prescription.rest_s == 150
    assert new.prescription.load is None


def test_a_reset_comes_after_it_where_there_is_none() -> None:
    swapped = plan_swap(SQUATS, "p", swap(), library(), SETTINGS).sessions[0]
    last = in_section(swapped.after, Section.RESET)[-1].items[0]
    assert swapped.reset == last.exercise
    assert not library()[swapped.reset].targets.isdisjoint(library()[LIFT].locks)


def test_a_reset_that_is_there_is_enough() -> None:
    agenda = plan_of(
        session_of("back-squat 3x5 @8 100kg", "half-kneeling-hip-flexor-rock 2x6/side")
    )
    swapped = plan_swap(agenda, "p", swap(), library(), SETTINGS).sessions[0]
    assert swapped.reset == ""
    assert len(list(items(swapped.after))) == 2


def test_the_asymmetric_share_rises() -> None:
    each = plan_swap(SQUATS, "p", swap(), library(), SETTINGS).sessions[0]
    before, after = (sum_of(session, library()).share for session in (each.before, each.after))
    assert before is not None
    assert after is not None
    assert after > before


def test_what_was_done_or_is_skipped_stays() -> None:
    skipped = replace(SQUATS.sessions["s1"], skipped=True)
    agenda = replace(
        SQUATS,
        sessions={**SQUATS.sessions, "s1": skipped},
        diary={"d": DoneSession("d", "Strength A", MONDAY, session="s0")},
    )
    made = plan_swap(agenda, "p", swap(), library(), SETTINGS)
    assert [each.after.id for each in made.sessions] == ["s2", "s3"]


def test_a_gym_without_the_kit_keeps_its_session() -> None:
    kit = (Equipment.BARBELL, Equipment.RACK)
    agenda = plan_of(replace(session_of("back-squat 3x5 @8 100kg"), equipment=kit))
    made = plan_swap(agenda, "p", swap(instead="step-up"), library(), SETTINGS)
    assert made.sessions == ()
    assert with_swap(agenda, made) is agenda


def test_a_session_that_has_the_stand_in_already_does_not_get_it_twice() -> None:
    agenda = plan_of(session_of("back-squat 3x5 @8 100kg", "walking-lunge 3x8/side @7"))
    assert plan_swap(agenda, "p", swap(), library(), SETTINGS).sessions == ()
    taken = beside(LIFT, tuple(agenda.sessions.values()))
    assert taken == {LIFT, LUNGE}
    assert LUNGE not in [
        each.id for each in stand_ins(library()[LIFT], library(), SETTINGS, taken=taken)
    ]


def test_what_stands_beside_another_lift_is_not_taken() -> None:
    agenda = plan_of(session_of("front-squat 3x5 @8 100kg", "walking-lunge 3x8/side @7"))
    assert beside(LIFT, tuple(agenda.sessions.values())) == frozenset()


def test_how_the_lift_was_to_rise_goes_with_its_load() -> None:
    rising = replace(
        SQUATS,
        sessions={
            key: change_item(
                each,
                next(items(each)).id,
                lambda it: replace(it, progression=Progression(Progress.ADD_LOAD)),
            )
            for key, each in SQUATS.sessions.items()
        },
    )
    for each in plan_swap(rising, "p", swap(), library(), SETTINGS).sessions:
        assert all(item.progression is None for item in items(each.after))


def test_a_plan_without_the_lift_is_not_changed() -> None:
    agenda = plan_of(session_of("walking-lunge 3x8/side @7"))
    assert plan_swap(agenda, "p", swap(), library(), SETTINGS).sessions == ()


def test_an_exercise_that_is_not_there_is_an_error() -> None:
    with pytest.raises(KeyError):
        plan_swap(SQUATS, "p", swap(lift="no-such-lift"), library(), SETTINGS)


def test_the_plan_remembers_the_swap() -> None:
    after = with_swap(SQUATS, plan_swap(SQUATS, "p", swap(), library(), SETTINGS))
    assert swaps_of(after.plans["p"]) == (swap(),)
    changes = difference(SQUATS, after)
    assert sorted(changes.sessions) == ["s0", "s1", "s2", "s3"]
    assert list(changes.plans) == ["p"]


def test_a_second_swap_is_remembered_beside_the_first() -> None:
    once = with_swap(SQUATS, plan_swap(SQUATS, "p", swap(3), library(), SETTINGS))
    later = swap()._replace(first=MONDAY + timedelta(days=28), last=MONDAY + timedelta(days=41))
    twice = with_swap(once, plan_swap(once, "p", later, library(), SETTINGS))
    assert swaps_of(twice.plans["p"]) == (swap(3), later)


@pytest.mark.parametrize(
    "kept",
    [
        "swaps",
        [3],
        [{"lift": "a"}],
        [{"lift": "a", "instead": "b", "first": "soon", "last": "later"}],
        [{"lift": "a", "instead": "b", "first": "2026-11-23", "last": "2026-11-01"}],
    ],
)
def test_what_can_not_be_read_of_a_plan_is_left_out(kept: object) -> None:
    assert swaps_of(Plan("p", "Winter", extra={KEPT_AS: kept})) == ()


def test_big_lifts_come_by_how_often_they_are_planned() -> None:
    agenda = plan_of(session_of("back-squat 3x5 @8 100kg", "walking-lunge 3x8/side @7"))
    deadlift = instance(session_of("trap-bar-deadlift 3x5 @8 100kg"), MONDAY, "p", None, "x")
    agenda = replace(agenda, sessions={**agenda.sessions, "x": deadlift})
    there = coming(agenda, "p", MONDAY, 4)
    assert big_lifts(there, library(), SETTINGS) == ["back-squat", "trap-bar-deadlift"]


@pytest.mark.parametrize(
    "lift",
    [
        *("back-squat", "front-squat", "goblet-squat", "leg-press"),
        *("deadlift", "trap-bar-deadlift", "romanian-deadlift", "hip-thrust"),
    ],
)
def test_a_lunge_or_split_is_offered_first(lift: str) -> None:
    found = stand_ins(library()[lift], library(), SETTINGS)
    assert found
    assert all(is_asymmetric(each) for each in found)
    assert found[0].pattern is Pattern.LUNGE
    assert len({each.id for each in found}) == len(found)


def test_what_the_runner_has_hidden_is_not_offered() -> None:
    first = stand_ins(library()[LIFT], library(), SETTINGS)[0]
    rest = stand_ins(library()[LIFT], library(), replace(SETTINGS, hidden=(first.id,)))
    assert first not in rest


def test_a_plan_that_has_not_begun_is_swapped_from_its_first_day() -> None:
    plan = SQUATS.plans["p"]
    assert default_days(MONDAY - timedelta(days=9), plan)[0] == MONDAY
    assert default_days(MONDAY + timedelta(days=9), plan, 3) == (
        MONDAY + timedelta(days=9),
        MONDAY + timedelta(days=29),
    )


def test_the_calendar_ends_and_a_swap_ends_with_it() -> None:
    assert last_of(date.max, 4) == date.max
