from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given

from hemipelvi_gui.domain.grammar import parse
from hemipelvi_gui.domain.wording import prescription_words
from tests.strategies import prescriptions

if TYPE_CHECKING:
    from hemipelvi_gui.domain.prescription import Prescription


def words(line: str, variant: str = "") -> str:
    return " · ".join(str(part) for part in prescription_words(parse(line), variant))


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("3x8/side @7 2x16kg rest 90", "3 × 8 each side · 2 × 16 kg · RPE 7 · rest 90 s"),
        ("3x5 100kg @7.5 rest 150", "3 × 5 · 100 kg · RPE 7.5 · rest 150 s"),
        ("3x8-12/side", "3 × 8–12 each side"),
        ("1x60s/side", "60 s each side"),
        ("1x8", "1 × 8"),
        ("3x30-45s", "3 × 30–45 s"),
        ("2x2min", "2 × 2 min"),
        ("1x90s", "90 s"),
        ("3x40m left 24kg", "3 × 40 m · left side only · 24 kg"),
        ("2x10 right", "2 × 10 · right side only"),
        ("2x5br/side", "2 × 5 breaths each side"),
        ("1x1br", "1 breath"),
        ("3x20ct", "3 × 20 contacts"),
        ("1x1ct/side", "1 contact each side"),
        ("3x8 45lb 2RIR", "3 × 8 · 45 lb · 2 reps in reserve"),
        ("3x8 1RIR", "3 × 8 · 1 rep in reserve"),
        ("3x8 bw", "3 × 8 · bodyweight"),
        ("3x8 bw+10kg", "3 × 8 · bodyweight + 10 kg"),
        ("3x8 bw-15kg", "3 × 8 · bodyweight − 15 kg"),
        ("5x3 75% warmup 2", "5 × 3 · 75 % of 1RM · 2 warm-up sets"),
        ("5x3 warmup 1 rest 3min", "5 × 3 · 1 warm-up set · rest 3 min"),
        ("3x8 tempo 3-1-X-0", "3 × 8 · tempo 3-1-X-0"),
        ("3x8 rest 0", "3 × 8 · no rest"),
    ],
)
def test_a_prescription_reads_like_a_runner_says_it(line: str, said: str) -> None:
    assert words(line) == said


def test_the_implement_stands_after_the_load() -> None:
    assert words("3x8 2x16kg @7", "dumbbell") == "3 × 8 · 2 × 16 kg · with dumbbell · RPE 7"


def test_braces_in_an_implement_are_only_braces() -> None:
    assert words("3x8", "{tempo}") == "3 × 8 · with {tempo}"


@given(prescriptions())
def test_every_prescription_can_be_said(prescription: Prescription) -> None:
    assert all(str(part) for part in prescription_words(prescription))
