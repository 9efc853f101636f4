from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from hemipelvi_gui.coach.findings import RULES, examine, passes, percent
from hemipelvi_gui.coach.reading import Finding, Level, Reading
from hemipelvi_gui.domain import edits
from hemipelvi_gui.domain.balance import balance
from hemipelvi_gui.domain.exercises import Equipment
from hemipelvi_gui.domain.settings import Settings
from tests.builders import PICTURE, exchanged, library, session_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hemipelvi_gui.domain.balance import Line
    from hemipelvi_gui.domain.session import Session

LUNGES = "walking-lunge 4x8/side @7"
SQUATS = "back-squat 4x5 @7"
STRETCH = "couch-stretch 2x40s/side"


def asked(
    session: Session, settings: Settings | None = None, week: Sequence[Line] = ()
) -> dict[str, Finding]:
    return {each.rule: each for each in examine(session, library(), settings, week).findings}


def week_of(*blocks: str) -> Sequence[Line]:
    return balance(session_of(*blocks), library()).lines


def words(finding: Finding) -> tuple[str, str]:
    return str(finding.message), str(finding.reason)


def test_each_rule_has_a_code_of_its_own() -> None:
    codes = [rule.code for rule in RULES]
    assert len(set(codes)) == len(codes)


def test_the_session_of_the_picture_passes_without_a_word() -> None:
    reading = examine(session_of(*PICTURE, minutes=60), library())
    assert reading.findings == ()
    assert passes(reading)


def test_an_empty_session_has_nothing_to_find() -> None:
    assert asked(session_of(minutes=1, equipment=())) == {}


def test_more_than_half_level_footed_work_is_to_fix() -> None:
    finding = asked(session_of(SQUATS, "split-squat 3x8/side @7"))["share-under-floor"]
    assert finding.level is Level.FIX
    assert words(finding) == (
        "43 % asymmetric",
        "Most of the work should look like running: 50 % or more.",
    )


def test_half_the_work_is_enough_for_the_floor() -> None:
    assert "share-under-floor" not in asked(session_of(SQUATS, LUNGES))


def test_a_floor_of_ones_own_is_the_one_that_counts() -> None:
    session = session_of(SQUATS, LUNGES)
    higher = asked(session, Settings(floor=0.55))["share-under-floor"]
    assert "55 % or more" in str(higher.reason)
    assert "share-under-floor" not in asked(session_of(SQUATS), Settings(floor=0.0))


def test_a_floor_above_the_band_is_asked_for_all_the_same() -> None:
    session = session_of(SQUATS, "walking-lunge 8x8/side @7")
    assert list(asked(session, Settings(floor=0.7))) == ["share-under-floor"]


def test_a_share_a_hair_under_the_floor_is_never_told_as_the_floor() -> None:
    session = session_of("back-squat 11x5 @7", "walking-lunge 10x8/side @7", "clam 1x8/side @7")
    finding = asked(session, Settings(floor=0.49))["share-under-floor"]
    assert str(finding.message) == "48 % asymmetric"


def test_in_a_week_that_reaches_the_floor_a_session_under_it_is_a_note() -> None:
    found = asked(session_of(SQUATS, STRETCH), week=week_of("walking-lunge 6x8/side @7"))
    assert "share-under-floor" not in found
    finding = found["share-under-floor-in-week"]
    assert finding.level is Level.NOTE
    assert words(finding) == (
        "0 % asymmetric",
        "Under 50 %, but the week as a whole is at 60 %.",
    )


def test_in_a_week_that_is_under_the_floor_too_it_is_to_fix() -> None:
    found = asked(session_of(SQUATS, STRETCH), week=week_of("walking-lunge 3x8/side @7"))
    assert found["share-under-floor"].level is Level.FIX
    assert "share-under-floor-in-week" not in found


def test_a_session_at_the_floor_is_fine_in_any_week() -> None:
    found = asked(session_of(LUNGES), week=week_of("back-squat 20x5 @7"))
    assert found == {}


def test_between_floor_and_target_is_a_note() -> None:
    finding = asked(session_of(SQUATS, LUNGES))["share-under-band"]
    assert finding.level is Level.NOTE
    assert words(finding) == ("50 % asymmetric", "The target is 60–85 %.")


def test_in_the_target_and_above_it_is_never_a_finding() -> None:
    assert asked(session_of(SQUATS, "walking-lunge 6x8/side @7")) == {}
    assert asked(session_of(LUNGES)) == {}


def test_a_reset_is_asked_for_after_a_big_lift() -> None:
    finding = asked(session_of("split-squat 5x8/side @7", "walking-lunge 1x8/side @7", SQUATS))
    reset = finding["reset-after-big-lift"]
    assert reset.level is Level.FIX
    assert reset.items == ("i3",)
    assert words(reset) == (
        "No reset after Back squat",
        "It works hip flexors, spinal erectors, adductors hard; give them room again.",
    )


@pytest.mark.parametrize(
    "reset",
    [
        "couch-stretch 2x40s/side",
        "foam-roll-adductors 1x60s/side",
        "easy-walk 1x10min",
        "walking-lunge 3x8/side @7",
        "copenhagen-plank 2x20s/side @7",
    ],
)
def test_mobility_rolling_light_activity_or_a_lunge_after_the_lift_resets_it(reset: str) -> None:
    assert "reset-after-big-lift" not in asked(session_of(SQUATS, reset))


@pytest.mark.parametrize("not_a_reset", ["calf-stretch 2x40s/side", "goblet-squat 2x8 @5"])
def test_what_frees_nothing_that_is_locked_is_no_reset(not_a_reset: str) -> None:
    assert "reset-after-big-lift" in asked(session_of(SQUATS, not_a_reset))


def test_a_reset_before_the_lift_does_not_count() -> None:
    assert "reset-after-big-lift" in asked(session_of("leg-swing 1x12/side", SQUATS))


def test_a_light_squat_needs_no_reset() -> None:
    assert "reset-after-big-lift" not in asked(session_of("back-squat 3x5 @5"))


def test_what_the_gym_does_not_have_is_to_fix() -> None:
    session = session_of(SQUATS, LUNGES, equipment=(Equipment.BARBELL, Equipment.DUMBBELL))
    finding = asked(session)["equipment-missing"]
    assert finding.level is Level.FIX
    assert finding.items == ("i1",)
    assert words(finding) == ("No rack for Back squat", "This gym does not have it.")


def test_a_variant_needs_its_own_implement() -> None:
    session = session_of(LUNGES, equipment=())
    assert "equipment-missing" in asked(session)
    bodyweight = exchanged(session, "i1", "walking-lunge", "bodyweight")
    assert asked(bodyweight) == {}


def test_a_gym_that_is_not_described_has_everything() -> None:
    assert "equipment-missing" not in asked(session_of(SQUATS, LUNGES, equipment=None))


def test_sides_more_than_a_tenth_apart_are_a_note() -> None:
    finding = asked(session_of(LUNGES, "step-up 2x8 left @7"))["sides-unequal"]
    assert finding.level is Level.NOTE
    assert finding.items == ("i2",)
    assert words(finding) == (
        "Left does more than right",
        "Left 3.0, right 2.0 hard sets: 20 % apart.",
    )
    mirrored = asked(edits.mirror(session_of(LUNGES, "step-up 2x8 left @7")))
    assert str(mirrored["sides-unequal"].message) == "Right does more than left"


def test_sides_a_tenth_apart_are_fine() -> None:
    session = session_of("walking-lunge 9x8/side @7", "step-up 2x8 left @7")
    assert "sides-unequal" not in asked(session)


def test_a_difference_between_the_sides_may_be_intended() -> None:
    session = session_of(LUNGES, "step-up 2x8 left @7")
    meant = edits.change_item(session, "i2", lambda item: replace(item, uneven_on_purpose=True))
    assert "sides-unequal" not in asked(meant)


def test_leg_work_without_a_stride_is_a_note() -> None:
    finding = asked(session_of("split-squat 3x8/side @7"))["no-gait-like"]
    assert finding.level is Level.NOTE
    assert words(finding) == (
        "Nothing here moves like a stride",
        "One gait-like exercise ties the session to running.",
    )


@pytest.mark.parametrize("stride", [LUNGES, "a-skip 2x20m", "march-with-arm-swing 1x60s"])
def test_any_gait_like_exercise_is_a_stride(stride: str) -> None:
    assert "no-gait-like" not in asked(session_of("split-squat 3x8/side @7", stride))


@pytest.mark.parametrize(
    "lines",
    [
        ("push-up 3x10 @8", "pull-up 3x5 @8"),
        ("couch-stretch 2x40s/side", "foam-roll-calves 1x60s/side"),
        ("glute-bridge 3x12 @6", "clam 2x12/side @6"),
    ],
)
def test_upper_body_days_and_prehab_routines_hear_nothing_about_balance(
    lines: tuple[str, ...],
) -> None:
    assert asked(session_of(*lines)) == {}


def test_a_session_longer_than_its_time_is_a_note() -> None:
    finding = asked(session_of(LUNGES, minutes=5))["over-time"]
    assert finding.level is Level.NOTE
    assert words(finding) == (
        "4 min over your time",
        "About 9 min planned, 5 min at hand.",
    )
    assert "over-time" not in asked(session_of(LUNGES, minutes=9))
    assert "over-time" not in asked(session_of(LUNGES, minutes=None))


def test_an_unknown_exercise_is_a_note_and_no_more() -> None:
    found = asked(session_of(LUNGES, "moon-walk 3x8", equipment=(Equipment.DUMBBELL,)))
    assert list(found) == ["unknown-exercise"]
    assert found["unknown-exercise"].level is Level.NOTE
    assert found["unknown-exercise"].items == ("i2",)


def test_what_is_to_fix_comes_before_notes() -> None:
    session = session_of("step-up 1x8 left @7", SQUATS, "moon-walk 3x8", minutes=5, equipment=())
    reading = examine(session, library())
    levels = [each.level for each in reading.findings]
    assert levels == sorted(levels, key=[Level.FIX, Level.NOTE].index)
    assert {each.rule for each in reading.findings} == {
        "share-under-floor",
        "reset-after-big-lift",
        "equipment-missing",
        "sides-unequal",
        "no-gait-like",
        "over-time",
        "unknown-exercise",
    }
    assert not passes(reading)


def test_notes_do_not_stand_in_the_way_of_passing() -> None:
    reading = examine(session_of(SQUATS, LUNGES, minutes=5), library())
    assert reading.findings
    assert passes(reading)


def test_a_reading_looks_exercises_up() -> None:
    session = session_of(LUNGES, "moon-walk 3x8")
    reading: Reading = examine(session, library())
    known, unknown = (line.item for line in reading.balance.lines)
    assert reading.exercise(known) is library()["walking-lunge"]
    assert reading.exercise(unknown) is None


@pytest.mark.parametrize(
    ("share", "told"),
    [(0, 0), (0.714, 71), (0.778, 78), (0.496, 49), (0.5, 50), (0.5999, 59), (0.6, 60), (1, 100)],
)
def test_a_share_is_told_to_the_nearest_per_cent_but_no_limit_too_early(
    share: float, told: int
) -> None:
    assert percent(share) == told
