from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import settings as effort
from hypothesis import strategies as st

from hemipelvi_gui.coach.findings import examine, fix_for
from hemipelvi_gui.coach.reading import ROUNDING, Finding, Level, Reading
from hemipelvi_gui.coach.taken import taken_away
from hemipelvi_gui.domain import edits
from hemipelvi_gui.domain.balance import balance
from hemipelvi_gui.domain.exercises import Equipment, Pattern
from hemipelvi_gui.domain.prescription import Sides
from hemipelvi_gui.domain.session import Section, Session, find_item, items
from hemipelvi_gui.domain.settings import Settings
from tests.builders import exchanged, gym_sessions, library, session_of


def found(reading: Reading, rule: str) -> Finding:
    return next(each for each in reading.findings if each.rule == rule)


def label(session: Session, rule: str) -> str | None:
    reading = examine(session, library())
    fix = fix_for(reading, found(reading, rule))
    return None if fix is None else str(fix.label)


def mended(session: Session, rule: str) -> Session:
    reading = examine(session, library())
    fix = fix_for(reading, found(reading, rule))
    assert fix is not None
    return fix.edit(session)


def lines(session: Session) -> list[tuple[str, int]]:
    return [(item.exercise, item.prescription.sets) for item in items(session)]


def test_the_floor_is_reached_with_the_smallest_lunge_that_does_it() -> None:
    session = session_of("back-squat 4x5 @7", "split-squat 2x8/side @7")
    assert label(session, "share-under-floor") == "Add Walking lunge"
    assert ("walking-lunge", 2) in lines(mended(session, "share-under-floor"))


def test_without_time_for_a_lunge_one_symmetric_exercise_is_swapped() -> None:
    session = session_of(
        "back-squat 3x5 @7", "goblet-squat 2x8 @6", "split-squat 3x8/side @7", minutes=1
    )
    assert str(label(session, "share-under-floor")).startswith("Swap Goblet squat for ")
    after = mended(session, "share-under-floor")
    assert lines(after)[0] == ("back-squat", 3)
    assert [sets for _, sets in lines(after)] == [3, 2, 3]


def test_where_no_swap_does_it_either_sets_are_taken_away() -> None:
    session = session_of("back-squat 4x5 @7", "split-squat 3x8/side @7", minutes=1)
    assert label(session, "share-under-floor") == "Take 1 set away"
    assert lines(mended(session, "share-under-floor")) == [("back-squat", 3), ("split-squat", 3)]


def test_the_last_big_lift_is_never_taken_away() -> None:
    session = session_of("back-squat 4x5 @7", "couch-stretch", minutes=1)
    after = mended(session, "share-under-floor")
    assert any(exercise == "back-squat" and sets for exercise, sets in lines(after))
    assert label(session, "share-under-floor") == "Add Walking lunge"


def test_a_pile_of_squats_gets_a_lunge_and_loses_sets() -> None:
    session = session_of("back-squat 10x5 @7", "couch-stretch")
    assert label(session, "share-under-floor") == "Add Walking lunge, take 7 sets away"
    after = mended(session, "share-under-floor")
    assert lines(after) == [("back-squat", 3), ("walking-lunge", 3), ("couch-stretch", 2)]


def test_a_session_is_never_mended_by_emptying_it() -> None:
    session = session_of("goblet-squat 1x8 @5", minutes=1)
    after = examine(mended(session, "share-under-floor"), library())
    assert after.balance.hse > 0


def test_under_the_target_the_usual_lunge_is_added() -> None:
    session = session_of("back-squat 3x5 @7", "split-squat 3x8/side @7")
    assert label(session, "share-under-band") == "Add Walking lunge"
    assert ("walking-lunge", 3) in lines(mended(session, "share-under-band"))


def test_in_a_good_week_the_note_is_mended_with_a_lunge_too() -> None:
    week = examine(session_of("walking-lunge 9x8/side @7"), library()).balance.lines
    session = session_of("back-squat 3x5 @7", "couch-stretch")
    reading = examine(session, library(), week=week)
    fix = fix_for(reading, found(reading, "share-under-floor-in-week"))
    assert fix is not None
    assert str(fix.label) == "Add Walking lunge"


def test_the_reset_goes_right_after_the_block_of_the_lift() -> None:
    session = session_of(
        "split-squat 3x8/side @7",
        ("walking-lunge 3x8/side @7", "back-squat 3x5 @7"),
        "calf-raise 3x8",
    )
    after = mended(session, "reset-after-big-lift")
    places = [(block.section, len(block.items)) for block in after.blocks]
    assert places[:3] == [(Section.STRENGTH, 1), (Section.STRENGTH, 2), (Section.STRENGTH, 1)]
    reset = library()[after.blocks[2].items[0].exercise]
    assert reset.pattern in (Pattern.MOBILITY, Pattern.ROLLING)


def test_each_lift_has_its_own_reset() -> None:
    session = session_of("walking-lunge 9x8/side @7", "back-squat 3x5 @7", "deadlift 3x5 @7")
    reading = examine(session, library())
    resets = [each for each in reading.findings if each.rule == "reset-after-big-lift"]
    assert [each.items for each in resets] == [("i2",), ("i3",)]
    second = fix_for(reading, resets[1])
    assert second is not None
    assert examine(second.edit(session), library()).findings == ()


def test_another_implement_comes_before_another_exercise() -> None:
    session = session_of("walking-lunge 3x8/side @7 2x16kg", equipment=())
    assert label(session, "equipment-missing") == "Do it with bodyweight only"
    _, item = find_item(mended(session, "equipment-missing"), "i1")
    assert (item.exercise, item.variant, item.prescription.load) == (
        "walking-lunge",
        "bodyweight",
        None,
    )


def test_an_odd_variant_goes_back_to_the_usual_form() -> None:
    session = session_of("walking-lunge 3x8/side @7", equipment=(Equipment.DUMBBELL,))
    odd = exchanged(session, "i1", "walking-lunge", "barbell")
    assert label(odd, "equipment-missing") == "Do the usual form"


def test_what_cannot_be_done_here_is_swapped_within_its_family() -> None:
    session = session_of(
        "walking-lunge 9x8/side @7",
        "leg-press 3x8 @7",
        "couch-stretch",
        equipment=(Equipment.DUMBBELL,),
    )
    after = mended(session, "equipment-missing")
    _, item = find_item(after, "i2")
    assert library()[item.exercise].family is library()["leg-press"].family
    assert item.prescription.sets == 3


def test_one_side_alone_is_done_on_both() -> None:
    session = session_of("walking-lunge 4x8/side @7", "step-up 2x8 left @7")
    assert label(session, "sides-unequal") == "Level the sides"
    _, item = find_item(mended(session, "sides-unequal"), "i2")
    assert item.prescription.sides is Sides.EACH


def test_two_items_a_side_each_are_evened_in_sets() -> None:
    session = session_of("walking-lunge 2x8/side @7", "step-up 3x8 left @7", "step-up 2x8 right @7")
    sets = dict(zip(("i1", "i2", "i3"), items(mended(session, "sides-unequal")), strict=True))
    assert sets["i2"].prescription.sets == sets["i3"].prescription.sets


def test_a_session_without_a_stride_gets_one() -> None:
    session = session_of("split-squat 3x8/side @7")
    assert label(session, "no-gait-like") == "Add Walking lunge"


def test_time_is_found_where_the_dose_is_smallest() -> None:
    session = session_of(
        "back-squat 3x5 @7", "walking-lunge 5x8/side @7", "dead-bug 3x8/side @6", minutes=21
    )
    assert label(session, "over-time") == "Trim: Dead bug 3\u21922 sets"
    after = mended(session, "over-time")
    assert lines(after)[:2] == [("back-squat", 3), ("walking-lunge", 5)]


def test_trimming_stops_at_what_the_rules_ask_for() -> None:
    session = session_of(
        "back-squat 4x5 @7", "walking-lunge 5x8/side @7", "split-squat 4x8/side @7", minutes=12
    )
    after = examine(mended(session, "over-time"), library())
    assert after.in_time
    assert after.big
    assert after.has_gait_like
    assert after.reaches(0.5)


CROWDED = (
    "couch-split-squat 2x8/side @7",
    "deadlift 3x5 @8 rest 150",
    "deadlift 3x5 @8 rest 150",
    "hand-supported-split-squat 4x6/side @7",
    "step-up-with-opposite-side-load 3x8/side @7",
    "suitcase-carry 2x30m/side @7",
    "suitcase-carry 2x30m/side @7",
)


def test_trimming_keeps_the_share_in_the_band_and_says_what_goes() -> None:
    session = session_of(*CROWDED, "childs-pose-with-side-reach", minutes=30)
    before = examine(session, library())
    assert before.reaches(0.6)
    after = examine(mended(session, "over-time"), library())
    assert after.in_time
    assert after.reaches(0.6)
    assert "share-under-band" not in {each.rule for each in after.findings}
    assert label(session, "over-time") == (
        "Trim: remove Couch split squat, 1 of 2 × Suitcase carry; Deadlift 3\u21921 set"
    )


def test_under_the_band_trimming_takes_symmetric_work_only() -> None:
    session = session_of(
        "back-squat 5x5 @8", "split-squat 5x8/side @7", "dead-bug 1x8/side @6", minutes=18
    )
    assert not examine(session, library()).reaches(0.6)
    after = mended(session, "over-time")
    assert lines(after)[1:] == lines(session)[1:]
    assert lines(after)[0][1] < 5


def test_time_that_only_asymmetric_work_could_give_has_no_fix_under_the_band() -> None:
    session = session_of("back-squat 1x5 @8", "walking-lunge 1x8/side @7", minutes=1)
    assert label(session, "over-time") is None


@pytest.mark.parametrize(
    ("shorter", "words"),
    [
        ({"i1": 0}, "remove Couch split squat"),
        ({"i6": 0, "i7": 0}, "remove 2 × Suitcase carry"),
        ({"i4": 1, "i5": 2}, "Hand-supported split squat 4\u21921 set, {} 3\u21922 sets"),
        ({"i1": 1, "i2": 2, "i3": 1, "i4": 2, "i5": 2}, "Deadlift 3\u21921 set and 2 more"),
        ({"i1": 0, "i4": 0, "i5": 0, "i6": 0, "i3": 2}, " and 1 more; 1 more with fewer sets"),
        ({"i1": 0, "i4": 0, "i5": 0, "i2": 2, "i3": 2}, "; 2 more with fewer sets"),
    ],
)
def test_what_is_taken_away_is_named_up_to_three(shorter: dict[str, int], words: str) -> None:
    session = session_of(*CROWDED)
    before = examine(session, library())
    for item_id, sets in shorter.items():
        _, item = find_item(session, item_id)
        fewer = replace(item.prescription, sets=sets)
        session = (
            edits.prescribe(session, item_id, fewer) if sets else edits.remove(session, {item_id})
        )
    said = str(taken_away(before, examine(session, library())))
    assert all(part in said for part in words.split("{}"))


def test_time_that_resets_alone_take_up_has_no_fix() -> None:
    session = session_of("walking-lunge 1x8/side @7", "easy-walk 1x60min", minutes=5)
    assert label(session, "over-time") is None


def test_an_unknown_exercise_has_no_fix() -> None:
    assert label(session_of("moon-walk 3x8"), "unknown-exercise") is None


def test_a_fix_worked_out_for_one_session_leaves_another_alone() -> None:
    session = session_of("back-squat 4x5 @7", "split-squat 3x8/side @7", minutes=1)
    reading = examine(session, library())
    fix = fix_for(reading, found(reading, "share-under-floor"))
    assert fix is not None
    other = replace(session, name="Another day")
    assert fix.edit(other) == other


@pytest.mark.parametrize("floor", [0.3, 0.5, 0.8])
def test_the_floor_of_the_settings_is_the_one_that_is_reached(floor: float) -> None:
    session = session_of("back-squat 4x5 @7", "split-squat 1x8/side @7", "cat-cow")
    settings = Settings(floor=floor, band_low=floor)
    reading = examine(session, library(), settings)
    fix = fix_for(reading, found(reading, "share-under-floor"))
    assert fix is not None
    assert examine(fix.edit(session), library(), settings).reaches(floor)


# Whatever brings findings, and a few exercises of each other kind.
ODDS = ("step-up", "dead-bug", "push-up", "couch-stretch", "easy-row", "skater-bound", "moon-walk")
POOL = (
    *(each.id for each in library().values() if each.locks or each.pattern is Pattern.LUNGE),
    *ODDS,
)


@effort(max_examples=300)
@given(gym_sessions() | gym_sessions(of=POOL), st.just(Session("w", "")) | gym_sessions(of=POOL))
def test_a_fix_removes_its_finding_and_brings_nothing_new_to_fix(
    session: Session, other: Session
) -> None:
    week = balance(other, library()).lines
    reading = examine(session, library(), week=week)
    to_fix = {key(each) for each in reading.findings if each.level is Level.FIX}
    for finding in reading.findings:
        fix = fix_for(reading, finding)
        if fix is None:
            continue
        after = fix.edit(session)
        assert fix.edit(session) == after, "the preview and the edit are the same"
        again = examine(after, library(), week=week)
        assert key(finding) not in {key(each) for each in again.findings}
        assert {key(each) for each in again.findings if each.level is Level.FIX} <= to_fix
        assert reading.session == session, "undo gives the same value"
        if finding.rule == "share-under-floor" and reading.big:
            assert again.big, "the last big lift stays"


@given(gym_sessions(of=POOL))
def test_trimming_never_takes_the_share_out_of_the_band_downwards(session: Session) -> None:
    reading = examine(replace(session, minutes=20), library())
    for finding in reading.findings:
        fix = fix_for(reading, finding) if finding.rule == "over-time" else None
        if fix is None:
            continue
        was = reading.balance.asymmetric_share
        share = examine(fix.edit(reading.session), library()).balance.asymmetric_share
        if was is not None:
            assert share is not None
            assert share >= min(was, Settings().band_low) - ROUNDING * 50


@given(gym_sessions(of=POOL))
def test_whatever_is_to_fix_can_be_fixed_one_after_the_other(session: Session) -> None:
    reading = examine(session, library())
    for _ in range(20):
        to_fix = [each for each in reading.findings if each.level is Level.FIX]
        fixes = [fix for each in to_fix if (fix := fix_for(reading, each)) is not None]
        if not fixes:
            break
        reading = examine(fixes[0].edit(reading.session), library())
    assert [str(each.message) for each in reading.findings if each.level is Level.FIX] == []


def key(finding: Finding) -> tuple[str, tuple[str, ...]]:
    """What the finding is about; a rule on the whole session is about the session."""
    whole = finding.rule in ("sides-unequal", "share-under-floor", "over-time")
    return finding.rule, () if whole else finding.items
