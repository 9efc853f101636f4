"""What the runner has hidden is never suggested; sessions that have it keep it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import settings as effort
from hypothesis import strategies as st

from hemipelvi_gui.coach.findings import examine, fix_for
from hemipelvi_gui.coach.lunges import lunges, when_in_doubt
from hemipelvi_gui.coach.resets import best_resets
from hemipelvi_gui.domain.exercises import Equipment, Pattern
from hemipelvi_gui.domain.session import Session, items
from hemipelvi_gui.domain.settings import Settings
from tests.builders import gym_sessions, library, session_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from hemipelvi_gui.coach.reading import Reading


def hiding(*ids: str) -> Settings:
    return Settings(hidden=ids)


def added(session: Session, fixed: Session) -> set[str]:
    before = {item.exercise for item in items(session)}
    return {item.exercise for item in items(fixed)} - before


@cache
def usual_suggestions() -> frozenset[str]:
    """Whatever the coach falls back on in sessions that want for everything."""
    found: set[str] = set()
    for lift in ("back-squat 8x5 @7", "deadlift 8x5 @7", "trap-bar-deadlift 8x5 @7"):
        for equipment in (None, (), (Equipment.DUMBBELL,)):
            session = session_of(lift, "goblet-squat 3x8 @7", equipment=equipment)
            reading = examine(session, library())
            found |= {each.id for each in lunges(reading)[:4]}
            for each in reading.findings:
                fix = fix_for(reading, each)
                found |= set() if fix is None else added(session, fix.edit(session))
    return frozenset(found)


def test_a_hidden_lunge_is_not_added_when_in_doubt() -> None:
    session = session_of("back-squat 3x5 @7")
    first, second = lunges(examine(session, library()))[:2]
    fix = when_in_doubt(examine(session, library(), hiding(first.id)))
    assert fix is not None
    assert added(session, fix.edit(session)) == {second.id}


def test_who_hides_every_lunge_is_offered_none() -> None:
    every = [each.id for each in library().values() if each.pattern is Pattern.LUNGE]
    reading = examine(session_of("back-squat 3x5 @7"), library(), hiding(*every))
    assert lunges(reading) == []
    assert when_in_doubt(reading) is None


def test_a_hidden_reset_is_not_put_after_a_big_lift() -> None:
    session, lift = session_of("deadlift 3x5 @7"), library()["deadlift"]
    first, second = best_resets(examine(session, library()), lift)[:2]
    reading = examine(session, library(), hiding(first.id))
    assert best_resets(reading, lift)[0] == second
    finding = next(each for each in reading.findings if each.rule == "reset-after-big-lift")
    fix = fix_for(reading, finding)
    assert fix is not None
    assert added(session, fix.edit(session)) == {second.id}


@pytest.mark.parametrize(
    ("rule", "make"),
    [
        ("equipment-missing", lambda: session_of("back-squat 3x5 @7", equipment=())),
        (
            "share-under-floor",
            lambda: session_of(
                "back-squat 3x5 @7", "goblet-squat 2x8 @6", "split-squat 3x8/side @7", minutes=1
            ),
        ),
    ],
)
def test_a_hidden_exercise_is_swapped_in_for_nothing(
    rule: str, make: Callable[[], Session]
) -> None:
    session = make()

    def swapped_in(reading: Reading) -> set[str]:
        finding = next(each for each in reading.findings if each.rule == rule)
        fix = fix_for(reading, finding)
        assert fix is not None
        return added(session, fix.edit(session))

    (usual,) = swapped_in(examine(session, library()))
    (other,) = swapped_in(examine(session, library(), hiding(usual)))
    assert other != usual


def test_a_session_keeps_and_counts_what_is_hidden() -> None:
    session = session_of("back-squat 3x5 @7", "walking-lunge 3x8/side @7")
    plain = examine(session, library())
    hidden = examine(session, library(), hiding("back-squat", "walking-lunge"))
    assert hidden.balance == plain.balance
    assert [each.rule for each in hidden.findings] == [each.rule for each in plain.findings]
    assert [str(each.message) for each in hidden.findings] == [
        str(each.message) for each in plain.findings
    ]


@effort(max_examples=40, deadline=None)
@given(session=gym_sessions(), data=st.data())
def test_no_fix_ever_brings_in_what_is_hidden(session: Session, data: st.DataObject) -> None:
    hidden = data.draw(st.sets(st.sampled_from(sorted(usual_suggestions())), min_size=1))
    reading = examine(session, library(), hiding(*sorted(hidden)))
    for finding in reading.findings:
        fix = fix_for(reading, finding)
        if fix is not None:
            assert added(session, fix.edit(session)).isdisjoint(hidden)
