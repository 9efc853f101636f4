"""After pain nothing heavier is proposed for a week; tightness holds nothing back."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from hemipelvi_gui.coach.progress.pain import recent_pain, without_more
from hemipelvi_gui.coach.progress.walk import Proposal
from hemipelvi_gui.domain.check_ins import CheckIn
from hemipelvi_gui.domain.grammar import parse, write
from hemipelvi_gui.domain.text import translate

TODAY = datetime.date(2026, 11, 23)
PAIN = CheckIn("c", TODAY, pain=5, pain_at="left knee")


def proposal(before: str, after: str) -> Proposal:
    reason = translate("Progress", "All 3 × 5 done")
    return Proposal("s", "i", "back-squat", TODAY, parse(before), parse(after), reason)


@pytest.mark.parametrize(("days", "pain", "held"), [(0, 4, 1), (7, 9, 1), (8, 9, 0), (1, 3, 0)])
def test_pain_of_four_or_more_counts_for_a_week(days: int, pain: float, held: int) -> None:
    then = CheckIn("c", TODAY - datetime.timedelta(days=days), pain=pain)
    assert (recent_pain([then], TODAY) is not None) == bool(held)


def test_tightness_is_no_pain() -> None:
    tight = CheckIn("c", TODAY, hip_flexor_left=9, back=10, soreness=10)
    assert recent_pain([tight], TODAY) is None


def test_pain_that_is_still_to_come_counts_for_nothing() -> None:
    assert recent_pain([replace(PAIN, date=TODAY + datetime.timedelta(days=1))], TODAY) is None


@pytest.mark.parametrize(
    ("before", "after", "held"),
    [
        ("3x5 100kg", "3x5 102.5kg", "3x5 100kg"),
        ("3x5 100kg", "4x5 100kg", "3x5 100kg"),
        ("3x8 bw", "3x9 bw", "3x8 bw"),
        ("3x8 bw+5kg", "3x8 bw+10kg", "3x8 bw+5kg"),
        ("3x5 70%", "3x5 75%", "3x5 70%"),
        ("3x5", "3x5 20kg", "3x5"),
        ("4x5 100kg", "2x5 105kg", "2x5 100kg"),
    ],
)
def test_nothing_gets_heavier_longer_or_more(before: str, after: str, held: str) -> None:
    (found,) = without_more([proposal(before, after)], PAIN)
    assert found.after is not None
    assert write(found.after) == held
    assert "left knee" in str(found.reason)
    assert "professional" in str(found.reason)


@pytest.mark.parametrize(
    ("before", "after"), [("3x5 100kg", "3x5 90kg"), ("3x5 100kg", "2x5 100kg"), ("3x5", "3x5")]
)
def test_what_gets_lighter_or_stays_is_as_proposed(before: str, after: str) -> None:
    one = proposal(before, after)
    assert without_more([one], PAIN) == (one,)


def test_what_is_left_out_stays_left_out() -> None:
    one = replace(proposal("3x5", "3x5"), after=None)
    assert without_more([one], PAIN) == (one,)


def test_without_pain_all_stays_as_proposed() -> None:
    one = proposal("3x5 100kg", "3x5 102.5kg")
    assert without_more([one], None) == (one,)
