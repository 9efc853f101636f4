from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hemipelvi_gui.coach.findings import percent
from hemipelvi_gui.domain import edits
from hemipelvi_gui.domain.balance import (
    Line,
    balance,
    counts_as_asymmetric,
    effort_factor,
    is_big,
    line,
    sum_up,
)
from hemipelvi_gui.domain.exercises import Purpose
from hemipelvi_gui.domain.session import Section, Session, items
from tests.builders import PICTURE, gym_sessions, item_of, library, session_of

if TYPE_CHECKING:
    from random import Random

KNOWN = (
    "back-squat",
    "goblet-squat",
    "b-stance-romanian-deadlift",
    "lateral-lunge",
    "split-squat",
    "walking-lunge",
    "skater-bound",
    "dead-bug",
    "suitcase-carry",
    "push-up",
    "couch-stretch",
    "nobody-knows-this",
)


def line_of(text: str, purpose: Purpose | None = None, mass_kg: float | None = None) -> Line:
    item = replace(item_of(text), purpose=purpose)
    return line(item, library()[item.exercise], mass_kg)


@pytest.mark.parametrize(
    ("rpe", "factor"),
    [(1, 0.25), (4.9, 0.25), (5, 0.5), (5.9, 0.5), (6, 0.75), (6.9, 0.75), (7, 1), (10, 1)],
)
def test_effort_steps_up_at_rpe_5_6_and_7(rpe: float, factor: float) -> None:
    assert effort_factor(rpe) == factor


@pytest.mark.parametrize(
    ("text", "dose"),
    [
        ("walking-lunge 3x8/side @7", 3),
        ("walking-lunge 3x8/side @6", 2.25),
        ("walking-lunge 3x8/side @5", 1.5),
        ("walking-lunge 3x8/side @4", 0.75),
        ("walking-lunge 3x8/side 3RIR", 3),
        ("walking-lunge 3x8/side 4RIR", 2.25),
        ("walking-lunge 3x8 @7", 3),
        ("walking-lunge 3x8 @7 warmup 2", 3),
        ("walking-lunge 3x8 left @7", 1.5),
        ("dead-bug 3x8/side @7", 1.5),
        ("push-up 3x8 @8", 0),
        ("couch-stretch 2x40s/side", 0),
        ("foam-roll-hip-flexors 1x60s/side", 0),
        ("easy-jog 1x8min", 0),
        ("split-squat-hold 3x30s/side @7", 3),
        ("split-squat-hold 2x45s/side @7", 3),
        ("split-squat-hold 2x15s left @7", 0.5),
        ("skater-bound 1x20ct @8", 1),
        ("skater-bound 2x5/side @8", 1),
        ("skater-bound 1x20ct left @8", 1),
        ("suitcase-carry 2x30m/side @7", 2),
    ],
)
def test_dose_is_sets_times_effort_times_share(text: str, dose: float) -> None:
    assert line_of(text).dose == pytest.approx(dose)


def test_effort_that_is_not_given_counts_as_hard_and_says_so() -> None:
    silent, said = line_of("walking-lunge 3x8/side"), line_of("walking-lunge 3x8/side @7")
    assert (silent.dose, silent.effort_given) == (3, False)
    assert said.effort_given


def test_a_set_on_both_sides_is_half_to_each_and_one_side_keeps_its_own() -> None:
    both, left = line_of("split-squat 2x8/side @7"), line_of("split-squat 2x8 left @7")
    right = line_of("split-squat 2x8 right @7")
    assert (both.left, both.right) == (1, 1)
    assert (left.left, left.right) == (1, 0)
    assert (right.left, right.right) == (0, 1)


def test_purpose_decides_and_not_the_section() -> None:
    lunge = "walking-lunge 3x8/side @7"
    assert line_of(lunge, Purpose.PREPARE).dose == 0
    assert line_of(lunge, Purpose.RESET).dose == 0
    prepared = edits.insert(Session("s", ""), item_of(lunge), edits.Gap(Section.PREPARE, 0))
    assert balance(prepared, library()).hse == 3


def test_a_big_lift_is_always_work() -> None:
    assert line_of("back-squat 3x5 @7", Purpose.PREPARE).dose == 3
    assert line_of("back-squat 3x5 @6 20kg", Purpose.PREPARE).dose == 2.25
    assert line_of("back-squat 3x5 @6 19kg", Purpose.PREPARE).dose == 0


@pytest.mark.parametrize(
    ("text", "mass_kg", "big"),
    [
        ("back-squat 3x5 @7", None, True),
        ("back-squat 3x5 3RIR", None, True),
        ("back-squat 3x5 @6", None, False),
        ("back-squat 3x5 @6 20kg", None, True),
        ("back-squat 3x5 @6 45lb", None, True),
        ("goblet-squat 3x8 @6 2x10kg", None, True),
        ("goblet-squat 3x8 @6 16kg", None, False),
        ("goblet-squat 3x8 @6 16kg", 64, True),
        ("goblet-squat 3x8 @6 16kg", 65, False),
        ("goblet-squat 3x8 @6 bw", None, False),
        ("goblet-squat 3x8 @6 bw-30kg", None, False),
        ("back-squat 3x5 80%", None, True),
        ("back-squat 3x5 40%", None, False),
        ("kettlebell-swing 4x10 @6 16kg", None, True),
        ("kettlebell-swing 4x10 @6 12kg", None, False),
        ("split-squat 3x8/side @9 60kg", None, False),
        ("b-stance-romanian-deadlift 3x8/side @9 60kg", None, False),
        ("box-jump 3x5 @9", None, False),
    ],
)
def test_a_big_lift_is_symmetric_compound_and_loaded(
    text: str, mass_kg: float | None, big: bool
) -> None:
    item = item_of(text)
    assert is_big(item, library()[item.exercise], mass_kg) is big


@pytest.mark.parametrize(
    ("asymmetry", "counts"),
    [(0, 0), (0.2, 0), (0.35, 0.5), (0.355, 0.51667), (0.5, 1), (0.725, 1), (1, 1)],
)
def test_a_lift_counts_from_a_fifth_and_fully_from_a_half(asymmetry: float, counts: float) -> None:
    assert counts_as_asymmetric(asymmetry) == pytest.approx(counts, abs=1e-5)


def test_share_and_gait_likeness_are_means_weighted_by_dose() -> None:
    sums = balance(
        session_of("back-squat 2x5 @7", "split-squat 3x8/side @7", "walking-lunge 1x8/side @7"),
        library(),
    )
    assert sums.hse == 6
    assert sums.asymmetric_share == pytest.approx(4 / 6)
    assert sums.gait_likeness == pytest.approx((3 * 0.725 + 0.8) / 6)


def test_a_biased_lift_counts_in_part() -> None:
    sums = balance(session_of("b-stance-romanian-deadlift 3x8/side @7"), library())
    assert sums.asymmetric_share == pytest.approx(0.155 / 0.3)


def test_the_side_gap_is_the_difference_by_the_sum() -> None:
    sums = balance(session_of("split-squat 3x8/side @7", "step-up 2x8 left @7"), library())
    assert (sums.left, sums.right) == (2.5, 1.5)
    assert sums.side_gap == pytest.approx(0.25)


@pytest.mark.parametrize("lines", [(), ("push-up 3x8 @8",), ("couch-stretch 2x40s/side",)])
def test_without_leg_work_the_balance_is_not_defined(lines: tuple[str, ...]) -> None:
    sums = balance(session_of(*lines), library())
    assert sums.hse == 0
    assert (sums.asymmetric_share, sums.gait_likeness, sums.side_gap) == (None, None, None)


def test_an_unknown_exercise_adds_nothing() -> None:
    sums = balance(session_of("walking-lunge 3x8/side @7", "moon-walk 9x8 @9"), library())
    assert sums.hse == 3
    assert sums.lines[1].exercise is None
    assert sums.lines[1].asymmetry is None


def test_the_session_of_the_picture_has_10_5_hard_sets_and_71_per_cent() -> None:
    session = session_of(*PICTURE)
    sums = balance(session, library())
    assert sums.hse == 10.5
    assert sums.asymmetric_share is not None
    assert percent(sums.asymmetric_share) == 71
    assert sums.side_gap == 0


def test_the_split_squat_of_the_picture_makes_it_78_per_cent() -> None:
    split_squat = item_of("rear-foot-elevated-split-squat 3x8/side", "new")
    dropped = edits.insert(session_of(*PICTURE), split_squat, edits.Gap(Section.STRENGTH, 1))
    share = balance(dropped, library()).asymmetric_share
    assert share is not None
    assert percent(share) == 78


def test_a_week_sums_up_the_lines_of_its_sessions() -> None:
    monday = balance(session_of("back-squat 4x5 @7"), library())
    friday = balance(session_of("walking-lunge 4x8/side @7"), library())
    week = sum_up((*monday.lines, *friday.lines))
    assert (week.hse, week.asymmetric_share) == (8, 0.5)


@given(gym_sessions(of=KNOWN))
def test_shares_are_between_0_and_1_and_sides_add_up(session: Session) -> None:
    sums = balance(session, library())
    assert sums.left + sums.right == pytest.approx(sums.hse)
    for share in (sums.asymmetric_share, sums.gait_likeness, sums.side_gap):
        assert share is None or 0 <= share <= 1
        assert (share is None) is (sums.hse == 0)


@given(gym_sessions(of=KNOWN, most=6), st.randoms(use_true_random=False))
def test_the_order_of_items_never_changes_the_balance(session: Session, random: Random) -> None:
    blocks = list(session.blocks)
    random.shuffle(blocks)
    shuffled = replace(
        session,
        blocks=tuple(
            replace(block, items=tuple(random.sample(block.items, len(block.items))))
            for block in blocks
        ),
    )
    assert balance(shuffled, library())[1:] == balance(session, library())[1:]


@given(gym_sessions(of=KNOWN), st.integers(2, 9))
def test_scaling_all_doses_never_changes_a_share(session: Session, times: int) -> None:
    before, scaled = balance(session, library()), session
    for item in items(session):
        p = item.prescription
        scaled = edits.prescribe(scaled, item.id, replace(p, sets=p.sets * times))
    after = balance(scaled, library())
    assert after.hse == pytest.approx(before.hse * times)
    assert after.asymmetric_share == pytest.approx(before.asymmetric_share)
    assert after.gait_likeness == pytest.approx(before.gait_likeness)
    assert after.side_gap == pytest.approx(before.side_gap)


@given(gym_sessions(of=KNOWN))
def test_mirroring_swaps_the_sides_and_nothing_else(session: Session) -> None:
    before, after = balance(session, library()), balance(edits.mirror(session), library())
    assert (after.left, after.right) == (before.right, before.left)
    assert after[1:4] == before[1:4]
    assert after.side_gap == before.side_gap


@given(gym_sessions(of=KNOWN))
def test_the_sums_are_those_of_exact_arithmetic(session: Session) -> None:
    sums = balance(session, library())
    exact = sum((Fraction(each.dose) for each in sums.lines), Fraction(0))
    assert sums.hse == float(exact)
