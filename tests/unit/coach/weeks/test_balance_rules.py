from __future__ import annotations

from dataclasses import replace

import pytest

from hemipelvi_gui.coach.reading import Level
from hemipelvi_gui.coach.weeks.rules import fix_for
from hemipelvi_gui.domain.edits import change_item
from hemipelvi_gui.domain.session import Session, items
from hemipelvi_gui.domain.settings import Settings
from tests.unit.coach.weeks.building import (
    LUNGES,
    SQUATS,
    agenda_of,
    asked,
    day,
    gym,
    lunge_weeks,
    mended,
    one,
    read_week,
    rules_of,
    words,
)


def test_a_week_under_the_floor_is_to_fix() -> None:
    found = asked(gym("tue", *SQUATS), gym("fri", "walking-lunge 3x8/side @7"))["week-under-floor"]
    assert found.level is Level.FIX
    assert words(found) == (
        "The week is 38 % asymmetric",
        "Most of the work should look like running: 50 % or more",
    )


def test_one_session_may_carry_the_week() -> None:
    assert asked(gym("tue", *SQUATS), gym("fri", "walking-lunge 8x8/side @7")) == {}


def test_at_the_floor_exactly_a_week_is_under_the_target_only() -> None:
    found = asked(gym("tue", *SQUATS), gym("fri", "walking-lunge 5x8/side @7"))
    assert list(found) == ["week-under-band"]
    assert found["week-under-band"].level is Level.NOTE
    assert words(found["week-under-band"]) == (
        "The week is 50 % asymmetric",
        "The target is 60–85 %",
    )


def test_a_floor_of_ones_own_is_the_one_that_counts() -> None:
    week = gym("tue", *SQUATS), gym("fri", "walking-lunge 5x8/side @7")
    assert "week-under-floor" in asked(*week, settings=Settings(floor=0.51))


@pytest.mark.parametrize(
    "blocks",
    [("push-up 3x10 @8",), ("glute-bridge 3x12 @6", "clam 2x12/side @6"), ("couch-stretch 2x40s",)],
)
def test_weeks_of_upper_body_work_prehab_or_stretches_hear_nothing(blocks: tuple[str, ...]) -> None:
    assert asked(gym("tue", *blocks)) == {}


def test_an_empty_week_has_nothing_to_find() -> None:
    assert asked() == {}
    assert asked(replace(gym("tue", *SQUATS), skipped=True)) == {}


def test_the_smallest_edit_of_one_session_brings_the_week_to_the_floor() -> None:
    week = gym("tue", *SQUATS), gym("fri", "walking-lunge 4x8/side @7")
    label, after = mended(read_week(agenda_of(*week)), "week-under-floor")
    assert label == "Add Walking lunge in Strength tue"
    assert after.reaches(0.5)
    changed = [key for key, each in after.agenda.sessions.items() if each not in week]
    assert changed == ["gym tue 0"]


def test_far_under_the_floor_several_sessions_change() -> None:
    week = (
        gym("tue", *SQUATS, *SQUATS),
        gym("fri", "front-squat 6x5 @7", "couch-stretch 2x40s/side"),
    )
    reading = read_week(agenda_of(*week))
    label, after = mended(reading, "week-under-floor")
    assert label == "Rebalance Strength tue and Strength fri"
    assert "week-under-floor" not in rules_of(after)


def test_what_is_past_stays_as_it_was() -> None:
    week = gym("tue", *SQUATS), gym("fri", "walking-lunge 4x8/side @7")
    reading = read_week(agenda_of(*week), today=day("wed"))
    label, after = mended(reading, "week-under-floor")
    assert label.endswith("in Strength fri")
    assert after.agenda.sessions["gym tue 0"] is week[0]
    over = read_week(agenda_of(*week), today=day("sat"))
    assert fix_for(over, one(over, "week-under-floor")) is None


def test_a_lunge_brings_the_week_into_the_target() -> None:
    week = gym("tue", *SQUATS), gym("fri", "walking-lunge 6x8/side @7")
    label, after = mended(read_week(agenda_of(*week)), "week-under-band")
    assert label.startswith("Add ")
    assert after.reaches(0.6)
    assert after.findings == ()


def test_more_than_half_level_footed_is_a_note() -> None:
    week = gym("tue", *SQUATS), gym("fri", "walking-lunge 4x8/side @7")
    reading = read_week(agenda_of(*week))
    found = one(reading, "much-symmetric")
    assert found.level is Level.NOTE
    assert words(found) == (
        "56 % of the week is level-footed lifting",
        "It is a means, not the end: 50 % at most",
    )
    label, after = mended(reading, "much-symmetric")
    assert label == "Add Walking lunge in Strength tue"
    assert "much-symmetric" not in rules_of(after)


def test_a_big_lift_is_swapped_where_the_week_keeps_another() -> None:
    week = gym("tue", *SQUATS), gym("fri", "trap-bar-deadlift 3x5 @7", "walking-lunge 5x8/side @7")
    label, after = mended(read_week(agenda_of(*week)), "much-symmetric")
    assert label.startswith("Swap ")
    assert len(after.total.big) == 1


def test_half_level_footed_is_fine() -> None:
    assert "much-symmetric" not in asked(gym("tue", *SQUATS), gym("fri", "walking-lunge 5x8/side"))
    more = Settings(bilateral_share=0.4)
    assert "much-symmetric" in asked(
        gym("tue", *SQUATS), gym("fri", "walking-lunge 5x8/side"), settings=more
    )


def rising(*lunges: int) -> list[Session]:
    """Weeks, the last one shown, with five sets of squats and so many of lunges."""
    return lunge_weeks(*lunges, before=SQUATS)


@pytest.mark.parametrize(
    ("lunges", "is_found"),
    [
        ((9, 7, 6, 5), True),
        ((9, 7, 6, 6), False),
        ((7, 7, 6, 5), False),
        ((7, 6, 5), False),
        ((14, 12, 10, 8), False),
    ],
)
def test_level_footed_work_that_rises_three_weeks_running_is_a_note_under_the_target(
    lunges: tuple[int, ...], is_found: bool
) -> None:
    agenda = agenda_of(*rising(*lunges))
    assert ("rising-symmetric" in rules_of(read_week(agenda))) is is_found


def test_the_rise_is_told_and_stopped_by_a_swap() -> None:
    agenda = agenda_of(*rising(9, 7, 6, 5))
    reading = read_week(agenda)
    assert words(one(reading, "rising-symmetric")) == (
        "Level-footed lifting takes over, 3 weeks running",
        "From 36 to 50 % of the work, with the share under the target",
    )
    label, after = mended(reading, "rising-symmetric")
    assert label.startswith("Add ")
    assert "rising-symmetric" not in rules_of(after)


def test_a_week_without_leg_work_breaks_the_rise() -> None:
    weeks = rising(9, 7, 6, 5)
    del weeks[1]
    agenda = agenda_of(*weeks)
    assert "rising-symmetric" not in rules_of(read_week(agenda))


def test_sides_more_than_a_tenth_apart_over_the_week_are_a_note() -> None:
    reading = read_week(agenda_of(gym("tue", *LUNGES), gym("fri", "step-up 2x8 left @7")))
    found = one(reading, "week-sides-unequal")
    assert found.level is Level.NOTE
    assert words(found) == (
        "Left does more than right this week",
        "Left 4, right 3 hard sets: 14 % apart",
    )
    label, after = mended(reading, "week-sides-unequal")
    assert label == "Level the sides in Strength fri"
    assert after.findings == ()


def test_one_session_may_even_out_the_other() -> None:
    week = gym("tue", "step-up 3x8 left @7"), gym("fri", "step-up 3x8 right @7")
    assert asked(*week) == {}


def test_a_difference_of_a_tenth_or_one_that_is_meant_is_fine() -> None:
    lunges, left = gym("tue", "walking-lunge 9x8/side @7"), gym("fri", "step-up 2x8 left @7")
    assert asked(lunges, left) == {}
    assert "week-sides-unequal" in asked(lunges, left, settings=Settings(side_gap=0.09))
    (item,) = items(left)
    meant = change_item(left, item.id, lambda each: replace(each, uneven_on_purpose=True))
    assert asked(gym("tue", *LUNGES), meant) == {}
