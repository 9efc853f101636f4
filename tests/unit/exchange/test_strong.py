"""Strong: every layout and language of its exports, and every way in which one can be spoilt."""

from __future__ import annotations

import datetime
import random

import pytest

from hemipelvi_gui.domain.log_files import Answers, DistanceUnit, Question
from hemipelvi_gui.domain.units import MassUnit
from hemipelvi_gui.exchange.formats.strong import Strong
from hemipelvi_gui.exchange.shape import ContentError
from hemipelvi_gui.exchange.strength.strong_words import WITH_UNIT, WORDS
from tests.unit.exchange.log_samples import (
    NOTHING_SAID,
    SAMPLES,
    log_of,
    on_and_on,
    only_set,
    reason,
)
from tests.unit.exchange.strong_samples import (
    ANDROID,
    CLASSIC,
    IN_SECONDS,
    LANGUAGES,
    LATER,
    NO_DURATION,
    OLDEST,
    row,
)

STRONG = Strong()
BEGUN = datetime.datetime(2024, 7, 3, 15, 36, 1)
KG, LB = MassUnit.KG, MassUnit.LB


def test_the_classic_sample() -> None:
    log = log_of(STRONG, (SAMPLES / "strong-classic.csv").read_bytes())
    assert (log.format, log.rows, len(log.sets), log.skipped) == ("strong", 1903, 1903, ())
    assert log.questions == (Question.UNITS,)
    first, last = log.sets[0], log.sets[-1]
    assert first[:7] == (
        2, datetime.datetime(2020, 12, 30, 18, 51, 52), True, "Evening Workout",
        "Snatch (Barbell)", 40.0, KG,
    )  # fmt: skip
    assert (first.reps, first.seconds, first.metres, first.rpe) == (3, None, None, None)
    assert (first.warmup, first.group, first.workout_s) == (False, "", 9480)
    assert (last.line, last.exercise, last.weight) == (1904, "Front Squat (Barbell)", 90)
    assert last.start == datetime.datetime(2021, 9, 6, 18, 21, 27)
    assert len({each.start for each in log.sets}) == 86
    assert len({each.exercise for each in log.sets}) == 22
    assert sum(each.reps is None for each in log.sets) == 21
    assert sum(each.seconds or 0 for each in log.sets) == 270
    assert [each.metres for each in log.sets if each.metres] == [1000]
    (in_miles,) = [
        each.metres
        for each in log_of(
            STRONG,
            (SAMPLES / "strong-classic.csv").read_bytes(),
            Answers(LB, distance=DistanceUnit.MILES),
        ).sets
        if each.metres
    ]
    assert in_miles == 1609.344


@pytest.mark.parametrize(("units", "metres", "words"), [(KG, 5000, "km"), (LB, 8046.72, "miles")])
def test_distances_that_nobody_says_the_unit_of_go_with_the_weights(
    units: MassUnit, metres: float, words: str
) -> None:
    content = CLASSIC + row() + row("0").replace(",0,0,", ",5,1500,")
    log = log_of(STRONG, content, Answers(units))
    assert not log.questions
    assert log.sets[1].metres == pytest.approx(metres)
    assert words.removesuffix("m") in str(log.assumed[-1])
    assert log_of(STRONG, content).questions == (Question.UNITS,)


def test_distances_go_with_the_unit_that_the_file_names_for_its_weights() -> None:
    loaded = f"{LATER};Legs;Squat;1;225;lbs;5;8;;;0;;;\n"
    run = f"{LATER};Legs;Running;1;;;;;3;;1500;;;\n"
    log = log_of(STRONG, ANDROID + ";Workout Duration\n" + loaded + run)
    assert log.questions == ()
    assert log.sets[1].metres == pytest.approx(3 * 1609.344)
    mixed = log_of(
        STRONG, ANDROID + ";Workout Duration\n" + loaded + loaded.replace("lbs", "kg") + run
    )
    assert mixed.questions == (Question.DISTANCE,)


def test_distances_without_any_weights_are_asked_about() -> None:
    content = CLASSIC + row("0").replace(",0,0,", ",5,1500,")
    assert log_of(STRONG, content).questions == (Question.DISTANCE,)
    in_miles = log_of(STRONG, content, Answers(distance=DistanceUnit.MILES))
    assert (in_miles.questions, in_miles.assumed) == ((), ())


@pytest.mark.parametrize(
    ("name", "rows", "starts", "last"),
    [
        ("strong-no-notes.csv", 250, 15, ("Triceps Extension (Cable)", 7.9, 8)),
        ("strong-legacy.csv", 6, 3, ("Bench Press (Barbell)", 85, 2)),
    ],
)
def test_the_samples_without_notes(
    name: str, rows: int, starts: int, last: tuple[str, float, float]
) -> None:
    log = log_of(STRONG, (SAMPLES / name).read_bytes())
    assert (log.rows, len(log.sets), log.questions) == (rows, rows, (Question.UNITS,))
    assert log.sets[0].start == datetime.datetime(2024, 11, 28, 17, 36, 8)
    assert (log.sets[0].exercise, log.sets[0].reps) == ("Bent Over Row (Barbell)", 13)
    assert (log.sets[-1].exercise, log.sets[-1].weight, log.sets[-1].reps) == last
    assert log.sets[-1].line == rows + 1
    assert len({each.start for each in log.sets}) == starts


def test_a_classic_row_in_full() -> None:
    found = only_set(STRONG, CLASSIC + row(), Answers(units=LB))
    assert found == (
        2, BEGUN, True, "Legs", "Squat (Barbell)", 40, LB, 5, None, None, 8.5, False, "", "deep",
        "fine", 3720, "1",
    )  # fmt: skip


def test_the_layout_of_2016() -> None:
    found = only_set(STRONG, f'{OLDEST}{LATER},"Legs","Squat",0,60,5,1.5,0,""\n')
    assert (found.weight, found.unit, found.reps, found.metres) == (60, KG, 5, 1500)
    in_pounds = OLDEST.replace("kg", "lbs").replace("km", "mi.")
    found = only_set(STRONG, f'{in_pounds}{LATER},"Legs","Squat",0,60,5,1,0,""\n')
    assert (found.weight, found.unit, found.metres) == (60, LB, 1609.344)


def test_the_layout_without_a_duration_whose_pounds_were_turned_into_kilograms() -> None:
    content = (
        f'{NO_DURATION}{LATER},"Arms","Curl",1,6.80388555,12,0,0,"","",\n'
        f'{LATER},"Arms","Curl",2,20,12,0,0,"","",\n'
    )
    for answers in (NOTHING_SAID, Answers(units=LB), Answers(units=KG)):
        log = log_of(STRONG, content, answers)
        assert [(each.weight, each.unit) for each in log.sets] == [(15, LB), (20, KG)]
        assert log.questions == ()
        assert [str(each) for each in log.assumed] == [
            "6.80388555 kg and the like are pounds that were turned into kilograms: read as 15 lb.",
            "So the other weights are read as kilograms.",
        ]


@pytest.mark.parametrize(
    ("cell", "weight"),
    [
        ("61.23496995", (135, LB)), ("1.133980925", (2.5, LB)), ("22.6796185", (50, LB)),
        ("22.68", (22.68, KG)), ("61.25", (61.25, KG)), ("45.5", (45.5, KG)),
        ("44.0924524", (44.0924524, KG)), ("0", (None, None)),
    ],
)  # fmt: skip
def test_only_what_nobody_enters_as_kilograms_was_pounds(
    cell: str, weight: tuple[float | None, MassUnit | None]
) -> None:
    found = only_set(STRONG, CLASSIC + row(cell), Answers(units=KG))
    assert (found.weight, found.unit) == weight


@pytest.mark.parametrize(
    ("name", "length", "lasted"), [("", "", None), (";Workout Duration", ";53m", 3180)]
)
def test_the_android_layout(name: str, length: str, lasted: float | None) -> None:
    rows = (
        '"Legs";"Squat";1;102,5;kg;8;9;;;0;"";"fine"',
        '"Legs";"Squat";2;225;lbs;8;;;;0;;"fine"',
        '"Legs";"Pull Up";1;;;8;;;;0;;"fine"',
        '"Legs";"Run";1;;;;;2.4;mi.;2100;;"fine"',
    )
    content = f"{ANDROID}{name}\n" + "".join(f"{LATER};{each}{length}\n" for each in rows)
    log = log_of(STRONG, content)
    assert not log.skipped
    assert not log.questions
    assert [(each.weight, each.unit) for each in log.sets] == [
        (102.5, KG), (225, LB), (None, None), (None, None),
    ]  # fmt: skip
    assert log.sets[3].metres == pytest.approx(2.4 * 1609.344)
    assert log.sets[3].seconds == 2100
    assert {each.workout_s for each in log.sets} == {lasted}


def test_a_weight_without_its_unit_among_others_is_asked_for() -> None:
    content = f"{ANDROID}\n{LATER};Legs;Squat;1;100;;8;;;;0;;\n"
    assert log_of(STRONG, content).questions == (Question.UNITS,)
    assert only_set(STRONG, content, Answers(units=LB)).unit is LB


def test_the_layout_in_seconds() -> None:
    content = f'{IN_SECONDS}"1";"{LATER}";"Legs";"3134";"Squat";"W";"50.0";"9";"";"";"";"";"Go"\n'
    found = only_set(STRONG, content)
    assert (found.weight, found.unit, found.warmup, found.workout_s) == (50, KG, True, 3134)
    found = only_set(STRONG, content.replace("(kg)", "(lb)"))
    assert (found.weight, found.unit) == (50, LB)
    ran = f'{IN_SECONDS}"1";"{LATER}";"Run";"9";"Run";"1";"";"";"";"2400.0";"900.0";"";""\n'
    assert only_set(STRONG, ran)[7:10] == (None, 900, 2400)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_languages_of_its_columns(language: str) -> None:
    expected = only_set(STRONG, CLASSIC + row())
    header = LANGUAGES[language]
    assert only_set(STRONG, f"{header}\n{row()}") == expected
    with_semicolons = f"{header}\n{row('40,5')}".replace("40,5", "40@5").replace(",", ";")
    assert only_set(STRONG, with_semicolons.replace("@", ",")).weight == 40.5


def test_no_word_stands_for_two_columns() -> None:
    fields = [
        (name, field)
        for field, names in WORDS.items()
        for name in {each.casefold() for each in names.split("|")}
    ]
    assert len(fields) == len(dict(fields))
    assert set(WITH_UNIT) <= set(WORDS)


@pytest.mark.parametrize("seed", range(8))
def test_columns_in_any_order(seed: int) -> None:
    lines = [line.split(",") for line in (CLASSIC + row()).splitlines()]
    order = random.Random(seed).sample(range(12), 12)
    content = "\n".join(",".join(line[place] for place in order) for line in lines)
    assert only_set(STRONG, content) == only_set(STRONG, CLASSIC + row())


@pytest.mark.parametrize("name", ["Date", "Exercise Name", "Set Order", "Weight", "Reps"])
def test_a_column_that_is_missing_is_named(name: str) -> None:
    content = CLASSIC.replace(f"{name},", "Something,", 1) + row()
    assert STRONG.recognises(content.encode())
    with pytest.raises(ContentError, match=f"column “{name}” is missing"):
        STRONG.read(content.encode(), NOTHING_SAID, on_and_on)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_bare_and_quoted_with_any_line_end_and_encoding(encoding: str) -> None:
    quoted = "\r\n".join(
        ",".join(f'"{cell}"' for cell in line.split(",")) for line in (CLASSIC + row()).splitlines()
    )
    log = STRONG.read(quoted.encode(encoding), NOTHING_SAID, on_and_on)
    assert log.sets == (only_set(STRONG, CLASSIC + row()),)
    assert STRONG.recognises(quoted.encode(encoding))


def test_marks_of_sets_and_rows_that_are_none() -> None:
    rests = "".join(
        f"{LATER},Legs,1h,Squat (Barbell),{order},0,0.0,0,120.0,,,\n"
        for order in ("Rest Timer", "Ruhezeit")
    )
    marks = [row(order=each) for each in ("W", "W", "1", "D", "F")]
    log = log_of(STRONG, CLASSIC + "".join(marks) + rests + row(order="2"))
    assert [each.warmup for each in log.sets] == [True, True, False, False, False, False]
    assert log.sets[0][1:] == log.sets[1][1:]
    assert [each.line for each in log.sets] == [2, 3, 4, 5, 6, 9]
    assert (log.rows, [each.line for each in log.skipped]) == (8, [7, 8])
    assert {str(each.reason) for each in log.skipped} == {"a rest timer or a note is no set."}


def test_a_row_of_a_note_goes_to_the_set_below() -> None:
    note = f'{LATER},Legs,1h,Squat (Barbell),Note,,,,,"slow,\nplease",,\n'
    log = log_of(STRONG, CLASSIC + note + row() + row())
    assert [each.notes for each in log.sets] == ["slow,\nplease\ndeep", "deep"]
    assert [each.line for each in log.sets] == [4, 5]


def test_nothing_done_is_no_set() -> None:
    assert reason(STRONG, CLASSIC + row() + row(reps="0")) == (
        3,
        "it has neither reps nor a time nor a distance.",
    )


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (row(date="yesterday"), "“yesterday” is no date."),
        (row("heavy"), "“heavy” is no number that fits."),
        (row("NaN"), "“NaN” is no number that fits."),
        (row("1e999"), "“1e999” is no number that fits."),
        (row("inf"), "“inf” is no number that fits."),
        (row("-5"), "weights go from 0 to 2,000, and -5 does not fit."),
        (row("2001"), "weights go from 0 to 2,000, and 2001 does not fit."),
        (row(reps="10001"), "reps go from 0 to 10,000, and 10001 does not fit."),
        (row().replace(",8.5", ",11"), "RPE go from 0 to 10, and 11 does not fit."),
        (row().replace(",8.5", ",0.5"), "RPE goes from 1 to 10, and 0.5 does not fit."),
        (row().replace("Squat (Barbell)", ""), "the exercise has no name."),
        (row().replace(",0,0,", ",0,90000,"), "seconds go from 0 to 86,400"),
        (row().replace("Squat", '"Squat\nLunge').replace("ll)", 'll)"'), "lines run together"),
    ],
)
def test_a_bad_row_is_left_out_with_its_line_and_reason(content: str, words: str) -> None:
    line, said = reason(STRONG, CLASSIC + row() + content + row())
    assert line == 3
    assert words in said


def test_lines_are_counted_through_notes_of_several() -> None:
    long_note = row().replace("deep", '"one\r\ntwo\n\nfour"')
    log = log_of(STRONG, CLASSIC + long_note + row("x") + row())
    assert [each.line for each in log.sets] == [2, 7]
    assert [each.line for each in log.skipped] == [6]
    assert log.sets[0].notes == "one\ntwo\n\nfour"


@pytest.mark.parametrize(
    ("dates", "days", "questions"),
    [
        (("3/7/2024 15:36", "13/7/2024 15:36"), [(7, 3), (7, 13)], ()),
        (("3/7/2024 3:36 PM", "7/13/2024 3:36 PM"), [(3, 7), (7, 13)], ()),
        (("3/7/2024 15:36",), [(7, 3)], (Question.DATE_ORDER,)),
        (("7/7/2024 15:36",), [(7, 7)], ()),
        (("03.07.2024 15:36",), [(7, 3)], ()),
        (
            ("3/7/2024", "13/7/2024", "7/13/2024"),
            [(7, 3), (7, 13), (7, 13)],
            (Question.DATE_ORDER,),
        ),
    ],
)
def test_the_order_of_dates_is_asked_only_when_the_file_does_not_tell(
    dates: tuple[str, ...], days: list[tuple[int, int]], questions: tuple[Question, ...]
) -> None:
    content = CLASSIC + "".join(row(date=each) for each in dates)
    log = log_of(STRONG, content, Answers(units=KG))
    assert [(each.start.month, each.start.day) for each in log.sets] == days
    assert log.questions == questions
    answered = log_of(STRONG, content, Answers(units=KG, day_first=False))
    assert answered.questions == ()
    if questions:
        assert (answered.sets[0].start.month, answered.sets[0].start.day) == (3, 7)


def test_control_characters_and_endless_cells_are_tamed() -> None:
    content = CLASSIC + row().replace("deep", "a\0b\x1b" + "x" * 20_000)
    found = only_set(STRONG, content)
    assert found.notes.startswith("abxxx")
    assert len(found.notes) == 10_000


def test_equal_words_are_one_object() -> None:
    first, second = log_of(STRONG, CLASSIC + row() + row()).sets
    assert first.exercise is second.exercise
    assert first.notes is second.notes
    assert first.start is second.start


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"Date,Title\n1,2\n",
        b"PK\x03\x04",
        b"Date,Exercise,Category,Weight,Reps\n",
        b"\xff" * 9,
    ],
)
def test_something_else_is_not_recognised(content: bytes) -> None:
    assert not STRONG.recognises(content)


def test_a_wrong_delimiter_in_the_rows_leaves_them_out() -> None:
    log = log_of(STRONG, CLASSIC + row().replace(",", ";") * 2)
    assert (len(log.sets), [each.line for each in log.skipped]) == (0, [2, 3])
