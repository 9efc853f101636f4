from __future__ import annotations

import datetime
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hemipelvi_gui.coach.progress.lighten import (
    DELOAD_KEEP,
    RACE_WEEK_KEEP,
    TAPER_KEEP,
    lighter,
)
from hemipelvi_gui.domain.balance import balance
from hemipelvi_gui.domain.session import items
from tests.builders import PICTURE, gym_sessions, library, session_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hemipelvi_gui.domain.session import Session

MONDAY = datetime.date(2026, 10, 5)


def sets_of(session: Session) -> dict[str, int]:
    return {item.exercise: item.prescription.sets for item in items(session)}


def dose(sessions: Iterable[Session]) -> float:
    return sum(balance(each, library()).hse for each in sessions)


def test_a_deload_takes_sets_and_keeps_loads_and_reps() -> None:
    session = session_of(*PICTURE)
    (light,) = lighter([session], library(), DELOAD_KEEP, symmetric_first=False)
    assert dose([light]) == pytest.approx(DELOAD_KEEP * dose([session]), abs=0.5)
    for before, after in zip(items(session), items(light), strict=True):
        assert after.prescription.sets >= 1
        assert replace(after.prescription, sets=0) == replace(before.prescription, sets=0)


def test_a_deload_takes_from_all_items_in_proportion() -> None:
    session = session_of("back-squat 4x5 @8 100kg", "walking-lunge 4x8/side @7")
    (light,) = lighter([session], library(), 0.5, symmetric_first=False)
    assert sets_of(light) == {"back-squat": 2, "walking-lunge": 2}


def test_of_two_that_are_even_the_symmetric_one_gives_the_odd_set() -> None:
    session = session_of("walking-lunge 3x8/side @7", "back-squat 3x5 @8 100kg")
    (light,) = lighter([session], library(), 0.5, symmetric_first=False)
    assert sets_of(light) == {"back-squat": 1, "walking-lunge": 2}


def test_before_a_race_symmetric_work_goes_first_and_wholly() -> None:
    session = session_of(
        "back-squat 3x5 @8 100kg", "walking-lunge 3x8/side @7", "foam-roll-hip-flexors 1x60s/side"
    )
    (light,) = lighter([session], library(), RACE_WEEK_KEEP, symmetric_first=True)
    assert sets_of(light) == {"walking-lunge": 3, "foam-roll-hip-flexors": 1}


def test_before_a_race_light_gait_like_work_stays() -> None:
    session = session_of("walking-lunge 4x8/side @5", "split-squat 4x8/side @7")
    (light,) = lighter([session], library(), 0.3, symmetric_first=True)
    assert sets_of(light)["walking-lunge"] == 4


def test_the_session_nearer_to_the_race_gives_first() -> None:
    tuesday, friday = (
        replace(
            session_of("back-squat 3x5 @8 100kg", "walking-lunge 3x8/side @7"),
            id=str(day),
            date=MONDAY + datetime.timedelta(days=day),
        )
        for day in (1, 4)
    )
    keep = 1 - 1 / 12
    friday_light, tuesday_light = lighter([friday, tuesday], library(), keep, symmetric_first=True)
    assert tuesday_light is tuesday
    assert sets_of(friday_light)["back-squat"] == 2


def test_a_single_set_goes_only_when_nothing_else_can() -> None:
    lines = (
        "back-squat 1x5 @8 100kg",
        "walking-lunge 1x8/side @7",
        "split-squat 1x8/side @7",
        "single-leg-calf-raise 1x12/side @7",
    )
    (light,) = lighter([session_of(*lines)], library(), 0.6, symmetric_first=False)
    assert "back-squat" in sets_of(light)
    assert "single-leg-calf-raise" not in sets_of(light)
    assert dose([light]) == pytest.approx(0.6 * 3.5, abs=0.5)


def test_a_superset_that_loses_all_but_one_becomes_straight() -> None:
    session = session_of(("back-squat 2x5 @8 100kg", "walking-lunge 2x8/side @7"))
    (light,) = lighter([session], library(), 0.5, symmetric_first=True)
    assert [(block.kind, len(block.items)) for block in light.blocks] == [("straight", 1)]


def test_skipped_sessions_are_neither_counted_nor_changed() -> None:
    session = session_of("back-squat 4x5 @8 100kg")
    skipped = replace(session, id="skipped", skipped=True)
    light, same = lighter([session, skipped], library(), 0.5, symmetric_first=False)
    assert sets_of(light) == {"back-squat": 2}
    assert same is skipped


def test_a_session_without_leg_work_stays_as_it_is() -> None:
    session = session_of("foam-roll-hip-flexors 1x60s/side")
    assert lighter([session], library(), 0.5, symmetric_first=True) == (session,)


def test_to_keep_everything_changes_nothing() -> None:
    session = session_of(*PICTURE)
    assert lighter([session], library(), 1.0, symmetric_first=False) == (session,)


@given(
    st.lists(gym_sessions(), min_size=1, max_size=3),
    st.sampled_from((DELOAD_KEEP, TAPER_KEEP, RACE_WEEK_KEEP)),
)
def test_a_lighter_week_is_never_harder_and_as_near_as_half_a_set(
    sessions: list[Session], keep: float
) -> None:
    light = lighter(sessions, library(), keep, symmetric_first=False)
    steps = [
        line.dose / line.item.prescription.sets
        for each in sessions
        for line in balance(each, library()).lines
        if line.dose
    ]
    wanted = keep * dose(sessions)
    assert dose(light) <= dose(sessions) + 1e-9
    assert abs(dose(light) - wanted) <= max(steps, default=0.0) / 2 + 1e-6
    assert lighter(sessions, library(), keep, symmetric_first=False) == light
