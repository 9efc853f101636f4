from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hemipelvi_gui.coach.findings import examine
from hemipelvi_gui.coach.gym_change import GymChange, for_gym
from hemipelvi_gui.coach.swaps import equipment_of
from hemipelvi_gui.domain.balance import balance
from hemipelvi_gui.domain.exercises import Equipment
from hemipelvi_gui.domain.gyms import STARTER_GYMS, Gym
from hemipelvi_gui.domain.session import Session, items
from hemipelvi_gui.domain.settings import Settings
from hemipelvi_gui.exchange import templates
from tests.builders import gym_sessions, library, session_of

HOME, CLUB, TRAVEL = STARTER_GYMS
READY = {session.name: session for bundle in templates() for session in bundle.sessions}
A_FEW_POINTS = 0.05


def change(session: Session, gym: Gym, settings: Settings | None = None) -> GymChange:
    return for_gym(session, gym.equipment, library(), settings or Settings(), gym.name)


def share(session: Session) -> float | None:
    return balance(session, library()).asymmetric_share


@pytest.mark.parametrize("gym", STARTER_GYMS, ids=lambda gym: gym.name)
@pytest.mark.parametrize("session", READY.values(), ids=READY.keys())
def test_every_ready_session_can_be_done_anywhere_with_its_gauge_kept(
    session: Session, gym: Gym
) -> None:
    changed = change(session, gym)
    there = frozenset(gym.equipment)
    for item in items(changed.session):
        assert there.issuperset(equipment_of(item, library()[item.exercise]))
    before, after = balance(session, library()), balance(changed.session, library())
    assert after.asymmetric_share == pytest.approx(before.asymmetric_share, abs=A_FEW_POINTS)
    assert after.hse == pytest.approx(before.hse, rel=0.1)


def test_another_form_of_the_same_exercise_goes_before_a_swap() -> None:
    changed = change(session_of("walking-lunge 3x8/side @7 2x16kg"), TRAVEL)
    (item,) = items(changed.session)
    assert (item.exercise, item.variant) == ("walking-lunge", "bodyweight")
    assert item.prescription.load is None
    assert changed.swaps == (("Walking lunge", "Walking lunge"),)


def test_the_nearest_of_the_same_class_stands_in_with_its_sets_and_effort() -> None:
    session = session_of("back-squat 4x5 @7 60kg rest 150", "split-squat 3x8/side @7")
    changed = change(session, TRAVEL)
    squat, split_squat = items(changed.session)
    assert library()[squat.exercise].laterality is library()["back-squat"].laterality
    assert (squat.prescription.sets, squat.prescription.rpe) == (4, 7)
    assert squat.prescription.load is None
    assert split_squat.exercise == "split-squat"
    assert share(changed.session) == share(session)


def test_what_has_no_stand_in_stays_and_is_named() -> None:
    few = {"leg-press": library()["leg-press"]}
    changed = for_gym(session_of("leg-press 3x8 @7"), (), few, Settings())
    assert [item.exercise for item in items(changed.session)] == ["leg-press"]
    assert changed.swaps == (("Leg press", None),)


def test_an_exercise_that_is_in_no_library_stays_and_is_not_named() -> None:
    session = session_of("sled-dance 3x8")
    assert change(session, TRAVEL).swaps == ()


def test_what_the_runner_has_hidden_stands_in_for_nothing() -> None:
    session = session_of("back-squat 4x5 @7 60kg")
    first = next(items(change(session, TRAVEL).session)).exercise
    hidden = change(session, TRAVEL, Settings(hidden=(first,)))
    assert next(items(hidden.session)).exercise != first


def test_two_of_a_kind_do_not_become_the_same_exercise_twice() -> None:
    changed = change(session_of("back-squat 3x5 @7", "front-squat 3x5 @7"), TRAVEL)
    one, other = items(changed.session)
    assert one.exercise != other.exercise


def test_the_session_says_where_it_is_done_then() -> None:
    changed = change(session_of("walking-lunge 3x8/side"), HOME)
    assert (changed.session.gym, changed.session.equipment) == ("Home", HOME.equipment)
    kept = for_gym(session_of("walking-lunge", gym="Mine"), None, library(), Settings())
    assert (kept.session.gym, kept.session.equipment, kept.swaps) == ("Mine", None, ())


def test_a_club_has_everything() -> None:
    assert set(CLUB.equipment) == set(Equipment)


@given(gym_sessions(), st.sampled_from(STARTER_GYMS))
def test_nothing_but_what_is_missing_changes(session: Session, gym: Gym) -> None:
    changed = change(session, gym)
    there = frozenset(gym.equipment)
    before, after = tuple(items(session)), tuple(items(changed.session))
    assert [item.id for item in after] == [item.id for item in before]
    for was, now in zip(before, after, strict=True):
        if there.issuperset(equipment_of(was, library()[was.exercise])):
            assert now == was
    named = [new for _, new in changed.swaps]
    missing = [
        finding
        for finding in examine(changed.session, library()).findings
        if finding.rule == "equipment-missing"
    ]
    assert len(missing) == named.count(None)


def test_loads_that_are_gone_are_named() -> None:
    changed = change(
        session_of("walking-lunge 3x8/side @7 2x16kg", "split-squat 3x8/side @7"), TRAVEL
    )
    assert changed.opened == ("Walking lunge",)
