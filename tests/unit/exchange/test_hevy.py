"""Hevy: its export in both systems of units and any language of months, and spoilt ones."""

from __future__ import annotations

import csv
import datetime
import io
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hemipelvi_gui.domain.log_files import Answers, Question
from hemipelvi_gui.domain.units import MassUnit
from hemipelvi_gui.exchange.formats.hevy import Hevy
from hemipelvi_gui.exchange.shape import ContentError
from tests.unit.exchange.log_samples import (
    NOTHING_SAID,
    SAMPLES,
    check_bearable,
    cuts,
    log_of,
    on_and_on,
    only_set,
    reason,
    short,
    spoilt,
)

HEVY = Hevy()
SAMPLE = SAMPLES / "hevy.csv"
HEADER = (
    '"title","start_time","end_time","description","exercise_title","superset_id",'
    '"exercise_notes","set_index","set_type","weight_kg","reps","distance_km",'
    '"duration_seconds","rpe"\n'
)
KG, LB = MassUnit.KG, MassUnit.LB


def row(
    done: str = "60,8,,,8.5",
    kind: str = "normal",
    start: str = "3 Jul 2024, 15:36",
    end: str = "3 Jul 2024, 16:40",
    group: str = "",
) -> str:
    """A row of a squat; `done` are the cells from its weight on."""
    return f'"Legs","{start}","{end}","fine","Squat","{group}","deep",0,"{kind}",{done}\n'


def test_the_sample() -> None:
    log = log_of(HEVY, SAMPLE.read_bytes())
    assert (log.format, log.rows, len(log.sets), log.skipped) == ("hevy", 330, 330, ())
    assert (log.questions, log.assumed) == ((), ())
    first, last = log.sets[0], log.sets[-1]
    assert tuple(first) == (
        2, datetime.datetime(2025, 6, 30, 19, 56), True,
        "Monday ? You mean international CHEST DAY !", "Incline Bench Press (Dumbbell)", 48, KG,
        13, None, None, None, False, "", "", "", 3720, "0",
    )  # fmt: skip
    assert (last.line, last.exercise, last.weight, last.unit) == (331, "Chest Dip", None, None)
    assert last.start == datetime.datetime(2025, 5, 13, 19, 49)
    assert last.workout_notes.startswith("Pushing through the storm")
    assert len({each.start for each in log.sets}) == 17
    assert len({each.exercise for each in log.sets}) == 44
    assert sum(each.group == "0" for each in log.sets) == 48
    assert sum(each.group == "1" for each in log.sets) == 6
    assert sum(each.weight is None for each in log.sets) == sum(
        not float(each["weight_kg"] or 0)
        for each in csv.DictReader(io.StringIO(SAMPLE.read_text("utf-8"), newline=""))
    )


def test_kinds_of_sets_and_supersets() -> None:
    content = HEADER + "".join(
        row(kind=kind, group=group)
        for kind, group in (("warmup", ""), ("normal", "0"), ("failure", "0"), ("dropset", "1"))
    )
    log = log_of(HEVY, content)
    assert [each.warmup for each in log.sets] == [True, False, False, False]
    assert [each.group for each in log.sets] == ["", "0", "0", "1"]
    assert {each.rpe for each in log.sets} == {8.5}


def test_pounds_and_miles() -> None:
    header = HEADER.replace("weight_kg", "weight_lbs").replace("distance_km", "distance_miles")
    found = only_set(HEVY, header + row("135,8,1,600,"))
    assert (found.weight, found.unit, found.metres, found.seconds) == (135, LB, 1609.344, 600)
    found = only_set(HEVY, HEADER + row(",,1.5,600,"))
    assert (found.weight, found.reps, found.metres, found.seconds) == (None, None, 1500, 600)


@pytest.mark.parametrize(
    "start",
    [
        "3 Jul 2024, 15:36", "3 juil. 2024, 15:36", "3 Juli 2024, 15:36", "3 lug 2024, 15:36",
        "3 jul. 2024, 15:36", "3 jul 2024, 15:36", "3 lip 2024, 15:36", "3 июл. 2024 г., 15:36",  # noqa: RUF001  Russian
        "3 Tem 2024, 15:36", "2024-07-03 15:36:00", "2024年7月3日 15:36", "3 heinä 2024, 15:36",
    ],
)  # fmt: skip
def test_months_of_many_languages(start: str) -> None:
    found = only_set(HEVY, HEADER + row(start=start))
    assert (found.start, found.workout_s) == (datetime.datetime(2024, 7, 3, 15, 36), 3840)


@pytest.mark.parametrize("end", ["", "3 Jul 2024, 15:36", "2 Jul 2024, 15:36", "whenever"])
def test_an_end_that_makes_no_length_is_passed_over(end: str) -> None:
    assert only_set(HEVY, HEADER + row(end=end)).workout_s is None


def test_dates_of_numbers_are_asked_about() -> None:
    content = HEADER + row(start="3/7/2024, 15:36", end="3/7/2024, 16:36")
    assert log_of(HEVY, content).questions == (Question.DATE_ORDER,)
    found = only_set(HEVY, content, Answers(day_first=False))
    assert (found.start.month, found.start.day, found.workout_s) == (3, 7, 3600)


@pytest.mark.parametrize("seed", range(5))
def test_columns_in_any_order(seed: int) -> None:
    lines = list(csv.reader(io.StringIO(HEADER + row())))
    order = random.Random(seed).sample(range(14), 14)
    content = "\r\n".join(";".join(f'"{line[place]}"' for place in order) for line in lines)
    assert only_set(HEVY, content) == only_set(HEVY, HEADER + row())


@pytest.mark.parametrize("name", ["start_time", "exercise_title", "set_type", "weight_kg", "reps"])
def test_a_column_that_is_missing_is_named(name: str) -> None:
    content = (HEADER.replace(f'"{name}"', '"other"') + row()).encode()
    assert HEVY.recognises(content)
    with pytest.raises(ContentError, match=f"column “{name}” is missing"):
        HEVY.read(content, NOTHING_SAID, on_and_on)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (row("60,,,,"), "neither reps nor a time nor a distance"),
        (row("3000,5,,,"), "weights go from 0 to 2,000"),
        (row(start="3 Xyz 2024"), "is no date"),
        (row("60,8,,,8.5,9,9"), "it has 16 cells, and the file has 14 columns."),
    ],
)
def test_a_bad_row_is_left_out_with_its_line_and_reason(content: str, words: str) -> None:
    line, said = reason(HEVY, HEADER + row() + content + row())
    assert line == 3
    assert words in said


@pytest.mark.parametrize("content", [b"", b"title,reps\na,1\n", b"\0" * 50])
def test_something_else_is_not_recognised(content: bytes) -> None:
    assert not HEVY.recognises(content)


def test_the_sample_cut_anywhere() -> None:
    whole = SAMPLE.read_bytes()
    expected = log_of(HEVY, whole).sets
    for content in cuts(short(whole, 25), 60):
        log = check_bearable(HEVY, content)
        if log is not None and log.sets:
            assert log.sets[:-1] == expected[: len(log.sets) - 1]


def test_the_sample_spoilt_in_any_way() -> None:
    for each in spoilt(short(SAMPLE.read_bytes(), 25), seed=7, times=200):
        check_bearable(HEVY, each)


@given(st.lists(st.text(max_size=10), min_size=14, max_size=14))
def test_any_cells_are_a_set_or_left_out(cells: list[str]) -> None:
    out = io.StringIO()
    csv.writer(out, quoting=csv.QUOTE_ALL).writerow(cells)
    log = check_bearable(HEVY, (HEADER + out.getvalue()).encode("utf-8", "surrogatepass"))
    assert log is None or len(log.sets) + len(log.skipped) == log.rows
