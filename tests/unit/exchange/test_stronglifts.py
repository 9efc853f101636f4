"""StrongLifts: its wide exports, old and new, and spoilt ones."""

from __future__ import annotations

import datetime
import re

import pytest

from hemipelvi_gui.domain.log_files import Answers, Question
from hemipelvi_gui.domain.units import MassUnit
from hemipelvi_gui.exchange.formats.fitnotes import FitNotes
from hemipelvi_gui.exchange.formats.hevy import Hevy
from hemipelvi_gui.exchange.formats.strong import Strong
from hemipelvi_gui.exchange.formats.stronglifts import StrongLifts
from hemipelvi_gui.exchange.shape import ContentError
from tests.unit.exchange.log_samples import (
    NOTHING_SAID,
    SAMPLES,
    check_bearable,
    cuts,
    log_of,
    on_and_on,
    reason,
    spoilt,
)

LIFTS = StrongLifts()
KG, LB = MassUnit.KG, MassUnit.LB
HEADER = (
    "\ufeffDate (yyyy/mm/dd),Workout,Workout Name,Program Name,Body Weight (KG),Exercise,SetsxReps,"
    "SetsxTime,Top Set Reps x KG,e1RM  (KG),Reps,Volume (KG),Workout Volume (KG),Duration (hours),"
    "Start Time (h:mm),End Time (h:mm),Notes,Set 1 (Reps), Set 1 (KG),Set 2 (Reps), Set 2 (KG),"
    "Set 3 (Reps), Set 3 (KG)\n"
)
ROWS = (
    '"2024/07/03","1","Workout A","","87","Squat","3x5","","5x20","24.7","15","300","1562.5","1",'
    '"7:37 PM","8:37 PM","Second week","5","20","5","22.5","3","22.5"\n'
    '"2024/07/03","1","Workout A","","87","Bench Press","3x5","","5x20","24.7","15","300","1562.5",'
    '"1","7:37 PM","8:37 PM","Second week","5","20","0","20","",""\n'
)
OLD = (
    "Date,Note,Body Weight (KG),Body Weight (LB),Exercise 1,Weight (KG),Weight (LB),Set 1,Set 2,"
    "Exercise 2,Weight (KG),Weight (LB),Set 1,Set 2\n"
)
OLD_ROWS = "07/13/18,Good,80,,Squat,60,,5,5,Deadlift,,135,5,\n07/04/18,,80,,Squat,62.5,,5,4,,,,,\n"
SPOT = datetime.datetime(2024, 7, 3, 19, 37)


def test_the_layout_with_a_row_an_exercise() -> None:
    log = log_of(LIFTS, HEADER + ROWS)
    assert (log.format, log.rows, log.skipped, log.questions) == ("stronglifts", 2, (), ())
    assert tuple(log.sets[0]) == (
        2, SPOT, True, "Workout A", "Squat", 20, KG, 5, None, None, None, False, "", "",
        "Second week", 3600, "",
    )  # fmt: skip
    assert [(each.line, each.exercise, each.weight, each.reps) for each in log.sets] == [
        (2, "Squat", 20, 5), (2, "Squat", 22.5, 5), (2, "Squat", 22.5, 3),
        (3, "Bench Press", 20, 5),
    ]  # fmt: skip


def test_pounds() -> None:
    assert {each.unit for each in log_of(LIFTS, HEADER.replace("KG", "LB") + ROWS).sets} == {LB}


def test_the_old_layout_with_a_row_a_workout() -> None:
    log = log_of(LIFTS, OLD + OLD_ROWS)
    assert (log.rows, log.skipped, log.questions) == (2, (), ())
    assert [each[1:8:2] for each in log.sets][:1] == [(datetime.datetime(2018, 7, 13), "", 60, 5)]
    assert [(each.line, each.exercise, each.weight, each.unit, each.reps) for each in log.sets] == [
        (2, "Squat", 60, KG, 5), (2, "Squat", 60, KG, 5), (2, "Deadlift", 135, LB, 5),
        (3, "Squat", 62.5, KG, 5), (3, "Squat", 62.5, KG, 4),
    ]  # fmt: skip
    assert log.sets[-1].start == datetime.datetime(2018, 7, 4)
    assert not log.sets[0].timed


def test_the_order_of_its_dates_is_asked_for_only_when_open() -> None:
    content = OLD + OLD_ROWS.splitlines(keepends=True)[1]
    assert log_of(LIFTS, content).questions == (Question.DATE_ORDER,)
    assert log_of(LIFTS, content).sets[0].start.month == 4
    answered = log_of(LIFTS, content, Answers(day_first=False))
    assert (answered.questions, answered.sets[0].start.month) == ((), 7)


def test_weights_that_were_pounds() -> None:
    log = log_of(LIFTS, HEADER + ROWS.replace('"22.5"', '"20.41165665"'))
    assert [(each.weight, each.unit) for each in log.sets][1] == (45, LB)
    assert "read as 45 lb" in str(log.assumed[0])


def test_columns_in_any_order() -> None:
    lines = [line.split(",") for line in (HEADER.strip("\ufeff") + ROWS).splitlines()]
    content = "\n".join(";".join(reversed(line)) for line in lines)
    assert log_of(LIFTS, content).sets == log_of(LIFTS, HEADER + ROWS).sets


@pytest.mark.parametrize(
    ("column", "name"),
    [("Date (yyyy/mm/dd)", "Date"), ("Exercise", "Exercise"), ("(Reps)", "Set 1 (Reps)")],
)
def test_a_column_that_is_missing_is_named(column: str, name: str) -> None:
    content = (HEADER.replace(column, "Other") + ROWS).encode()
    assert LIFTS.recognises(content)
    with pytest.raises(ContentError, match=re.escape(f"column “{name}” is missing")):
        LIFTS.read(content, NOTHING_SAID, on_and_on)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('"2024/07/03"', '"2024/17/03"', "“2024/17/03” is no date."),
        ('"5","20"', '"5","heavy"', "“heavy” is no number that fits."),
        ('"5","20"', '"99999","20"', "reps go from 0 to 10,000"),
        ('"5","20","0","20"', '"","","0","20"', "no set of it has reps."),
    ],
)
def test_a_bad_row_is_left_out_with_its_line_and_reason(old: str, new: str, words: str) -> None:
    second = ROWS.splitlines(keepends=True)[1]
    line, said = reason(LIFTS, HEADER + ROWS + second.replace(old, new))
    assert line == 4
    assert words in said


def test_no_log_is_taken_for_another() -> None:
    readers = (Strong(), Hevy(), FitNotes(), LIFTS)
    contents = {
        "stronglifts": [(HEADER + ROWS).encode(), (OLD + OLD_ROWS).encode()],
        "strong": [path.read_bytes() for path in SAMPLES.glob("strong-*.csv")],
        "hevy": [(SAMPLES / "hevy.csv").read_bytes()],
        "": [
            path.read_bytes()
            for path in SAMPLES.iterdir()
            if not path.stem.startswith(("strong", "hevy"))
        ],
    }
    for key, each in ((key, each) for key, some in contents.items() for each in some):
        assert [reader.key for reader in readers if reader.recognises(each)] == [key] * bool(key)


@pytest.mark.parametrize("content", [HEADER + ROWS, OLD + OLD_ROWS])
def test_cut_anywhere_and_spoilt_in_any_way(content: str) -> None:
    for each in cuts(content.encode(), 200):
        check_bearable(LIFTS, each)
    for each in spoilt(content.encode(), seed=13, times=300):
        check_bearable(LIFTS, each)
