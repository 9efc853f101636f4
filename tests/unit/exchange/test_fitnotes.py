"""FitNotes: the exports of both of its apps, and spoilt ones."""

from __future__ import annotations

import datetime
import random

import pytest

from hemipelvi_gui.domain.log_files import Answers, Question
from hemipelvi_gui.domain.units import MassUnit
from hemipelvi_gui.exchange.formats.fitnotes import FitNotes
from hemipelvi_gui.exchange.shape import ContentError
from tests.unit.exchange.log_samples import (
    NOTHING_SAID,
    check_bearable,
    cuts,
    log_of,
    on_and_on,
    only_set,
    reason,
    spoilt,
)

FITNOTES = FitNotes()
KG, LB = MassUnit.KG, MassUnit.LB
ANDROID = "Date,Exercise,Category,Weight,Weight Unit,Reps,Distance,Distance Unit,Time,Comment\n"
IOS = (
    "Date,Exercise,Category,Weight (kg),Weight (lbs),Reps,Distance,Distance Unit,Time,Notes,Kind\n"
)
ROWS = (
    "2024-07-03,Barbell Squat,Legs,100,kgs,5,,,,\n"
    '2024-07-03,Barbell Squat,Legs,102.5,kgs,5,,,,"slow, deep"\n'
    "2024-07-03,Pull Up,Back,0.0,kgs,8,,,,\n"
    "2024-07-05,Treadmill,Cardio,,,,2.5,km,0:10:00,\n"
    "2024-07-05,Plank,Abs,,,,,,01:30,\n"
    "2024-07-05,Bench Press,Chest,135,lbs,8,,,,\n"
)


def test_the_android_layout() -> None:
    log = log_of(FITNOTES, ANDROID + ROWS)
    assert (log.format, log.rows, log.skipped, log.questions) == ("fitnotes", 6, (), ())
    day = datetime.datetime(2024, 7, 3)
    assert tuple(log.sets[0]) == (
        2, day, False, "", "Barbell Squat", 100, KG, 5, None, None, None, False,
        "", "", "", None, "",
    )  # fmt: skip
    assert [each.start.day for each in log.sets] == [3, 3, 3, 5, 5, 5]
    assert [(each.weight, each.unit) for each in log.sets] == [
        (100, KG), (102.5, KG), (None, None), (None, None), (None, None), (135, LB),
    ]  # fmt: skip
    assert log.sets[1].notes == "slow, deep"
    assert (log.sets[3].metres, log.sets[3].seconds, log.sets[4].seconds) == (2500, 600, 90)


def test_the_ios_layout() -> None:
    log = log_of(
        FITNOTES,
        IOS
        + "2024-07-03,Squat,Legs,100,,5,,,,deep,wr\n"
        + "2024-07-03,Squat,Legs,,135,5,,,,,wr\n"
        + "2024-07-03,Squat,Legs,61.23,135,5,,,,,wr\n"
        + "2024-07-03,Squat,Legs,60,132.28,5,,,,,wr\n"
        + "2024-07-03,Run,Cardio,,,,1,mi,00:08:00,,dt\n",
    )
    assert [(each.weight, each.unit) for each in log.sets] == [
        (100, KG), (135, LB), (135, LB), (60, KG), (None, None),
    ]  # fmt: skip
    assert (log.sets[0].notes, log.sets[4].metres, log.sets[4].seconds) == ("deep", 1609.344, 480)


def test_dates_with_strokes() -> None:
    content = ANDROID + "2024/07/03,Squat,Legs,100,kgs,5,,,,\n"
    assert only_set(FITNOTES, content).start == datetime.datetime(2024, 7, 3)
    open_one = content.replace("2024/07/03", "03/07/2024")
    assert log_of(FITNOTES, open_one).questions == (Question.DATE_ORDER,)
    assert only_set(FITNOTES, open_one, Answers(day_first=False)).start.month == 3


@pytest.mark.parametrize("header", [ANDROID, IOS])
def test_columns_in_any_order(header: str) -> None:
    cells = ["2024-07-03", "Squat", "Legs", "100", "", "5", "", "", "", "deep", "wr"]
    names = header.strip().split(",")
    expected = only_set(FITNOTES, f"{header}{','.join(cells[: len(names)])}\n")
    for seed in range(5):
        order = random.Random(seed).sample(range(len(names)), len(names))
        content = "\n".join(";".join(line[place] for place in order) for line in (names, cells))
        assert only_set(FITNOTES, content) == expected


@pytest.mark.parametrize("name", ["Date", "Exercise", "Weight", "Reps"])
def test_a_column_that_is_missing_is_named(name: str) -> None:
    content = (ANDROID.replace(f"{name},", "Other,", 1) + ROWS).encode()
    assert FITNOTES.recognises(content)
    with pytest.raises(ContentError, match=f"column “{name}” is missing"):
        FITNOTES.read(content, NOTHING_SAID, on_and_on)


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        ("Squat,Legs,100,stone,5,,,,", "the unit “stone” is not known."),
        ("Run,Cardio,,,,1,parsec,,", "the unit “parsec” is not known."),
        ("Squat,Legs,100,kgs,,,,,", "neither reps nor a time nor a distance"),
        ("Squat,Legs,100,kgs,five,,,,", "“five” is no number that fits."),
    ],
)
def test_a_bad_row_is_left_out_with_its_line_and_reason(cells: str, words: str) -> None:
    line, said = reason(FITNOTES, f"{ANDROID}2024-07-03,{cells}\n")
    assert line == 2
    assert words in said


@pytest.mark.parametrize("content", [b"", b"Date,Exercise Name,Weight\n", b"Date,Exercise,Reps\n"])
def test_something_else_is_not_recognised(content: bytes) -> None:
    assert not FITNOTES.recognises(content)


@pytest.mark.parametrize("header", [ANDROID, IOS])
def test_cut_anywhere_and_spoilt_in_any_way(header: str) -> None:
    content = (header + ROWS).encode()
    for each in cuts(content, 400):
        check_bearable(FITNOTES, each)
    for each in spoilt(content, seed=11, times=300):
        check_bearable(FITNOTES, each)
