from __future__ import annotations

import pytest
from hypothesis import given

from hemipelvi_gui.coach.findings import examine
from hemipelvi_gui.coach.lunges import lunge_fixes, lunge_place, lunges, when_in_doubt
from hemipelvi_gui.domain import edits
from hemipelvi_gui.domain.exercises import Equipment, Pattern
from hemipelvi_gui.domain.session import Section, Session, find_item, items
from tests.builders import PICTURE, gym_sessions, library, session_of


def added(session: Session) -> tuple[str, str]:
    """The lunge that is added when in doubt, and its variant."""
    fix = when_in_doubt(examine(session, library()))
    assert fix is not None
    before = {item.id for item in items(session)}
    (new,) = (item for item in items(fix.edit(session)) if item.id not in before)
    return new.exercise, new.variant


@pytest.mark.parametrize(
    "lines",
    [
        (),
        ("back-squat 3x5 @7",),
        ("deadlift 3x5 @7", "split-squat 3x8/side @7"),
        ("trap-bar-deadlift 3x5 @7", "step-up 3x8/side @7", "dead-bug 2x8/side @6"),
        ("hip-thrust 3x8 @7", "single-leg-romanian-deadlift 3x8/side @7"),
        ("push-up 3x10 @7",),
    ],
)
def test_a_typical_session_gets_a_walking_or_an_alternating_reverse_lunge(
    lines: tuple[str, ...],
) -> None:
    assert added(session_of(*lines))[0] in ("walking-lunge", "alternating-reverse-lunge")


def test_a_session_that_walks_already_gets_another_plain_lunge() -> None:
    assert added(session_of(*PICTURE)) == ("alternating-reverse-lunge", "")


def test_a_lunge_that_is_there_is_never_added_while_another_fits() -> None:
    session, seen = session_of(), set[str]()
    for _ in range(len(lunges(examine(session, library())))):
        fix = when_in_doubt(examine(session, library()))
        assert fix is not None
        session = fix.edit(session)
        exercises = [item.exercise for item in items(session)]
        assert len(set(exercises)) == len(exercises)
        seen.update(exercises)
    assert len(seen) >= 25


def test_a_gym_without_weights_gets_a_lunge_with_bodyweight() -> None:
    assert added(session_of(equipment=())) == ("walking-lunge", "bodyweight")


def test_a_gym_with_weights_gets_the_usual_form() -> None:
    assert added(session_of(equipment=(Equipment.DUMBBELL,))) == ("walking-lunge", "")


def test_the_lunge_goes_right_after_the_last_big_lift() -> None:
    session = session_of("back-squat 3x5 @7", "deadlift 3x5 @7", "split-squat 3x8/side @7")
    assert lunge_place(examine(session, library())) == edits.Gap(Section.STRENGTH, 2)


def test_without_a_big_lift_it_goes_to_the_end_of_strength() -> None:
    session = session_of("split-squat 3x8/side @7", "step-up 3x8/side @7", "couch-stretch")
    assert lunge_place(examine(session, library())) == edits.Gap(Section.STRENGTH, 2)


def test_smaller_lunges_are_offered_first_and_only_such_as_fit_the_time() -> None:
    reading = examine(session_of("back-squat 3x5 @7 rest 120", minutes=11), library())
    sets = [
        find_item(after, new.id)[1].prescription.sets
        for fix in lunge_fixes(reading, in_time=True)
        for after in (fix.edit(reading.session),)
        for new in items(after)
        if new.id != "i1"
    ]
    assert sets == [1, 2]
    assert len(list(lunge_fixes(reading, in_time=False))) == 5


@given(gym_sessions())
def test_there_is_a_lunge_for_every_session_that_this_gym_allows(session: Session) -> None:
    reading = examine(session, library())
    fix = when_in_doubt(reading)
    assert fix is not None
    after = examine(fix.edit(session), library())
    assert len(after.balance.lines) == len(reading.balance.lines) + 1
    (new,) = set(after.balance.lines) - set(reading.balance.lines)
    assert new.exercise is not None
    assert new.exercise.pattern is Pattern.LUNGE
    assert all(finding.items != (new.item.id,) for finding in after.findings)
