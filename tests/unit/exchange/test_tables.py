"""Delimited text: every row is found with its line, and what is no table says so."""

from __future__ import annotations

import codecs
import csv
import datetime
import io
import math
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hemipelvi_gui.exchange.cells import (
    LONGEST_CELL,
    Column,
    RefusedError,
    column_key,
    number,
    seconds,
    words,
)
from hemipelvi_gui.exchange.log_shape import Cancelled
from hemipelvi_gui.exchange.moments import Moments
from hemipelvi_gui.exchange.shape import ContentError
from hemipelvi_gui.exchange.tables import CHUNK_ROWS, MOST_ROWS, first_row, table
from tests.unit.exchange.log_samples import on_and_on

HEADER = "Date,Exercise,Reps\n"
CELLS = st.text('ab ,;"\n\r\t0é', max_size=6)


def rows(content: str | bytes) -> list[tuple[int, list[str]]]:
    """The rows below the header, with their lines."""
    raw = content.encode() if isinstance(content, str) else content
    return [
        each
        for chunk in table(raw).chunks(on_and_on)
        for each in zip(chunk.lines, chunk.rows, strict=True)
    ]


def misfits(content: str) -> list[tuple[int, str]]:
    return [
        (each.line, str(each.reason))
        for chunk in table(content.encode()).chunks(on_and_on)
        for each in chunk.misfits
    ]


def refusal(content: bytes) -> ContentError:
    with pytest.raises(ContentError) as caught:
        list(table(content).chunks(on_and_on))
    return caught.value


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_the_one_of_the_first_line(delimiter: str) -> None:
    text = 'Date,"Exercise, all",Reps\n1,2,3\n'.replace(",", delimiter)
    assert first_row(text.encode()) == ("Date", f"Exercise{delimiter} all", "Reps")
    assert rows(text) == [(2, ["1", "2", "3"])]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_any_line_end_and_any_usual_encoding(end: str, encoding: str) -> None:
    text = f'Date,Exercise,Reps{end}1,"Überzug{end}eng",3{end}{end}2,Squat,5{end}'
    found = rows(text.encode(encoding))
    assert first_row(text.encode(encoding)) == ("Date", "Exercise", "Reps")
    assert found[0] == (2, ["1", f"Überzug{end}eng", "3"])
    assert found[-1] == (5, ["2", "Squat", "5"])


def test_utf_16_of_the_other_order() -> None:
    assert rows(codecs.BOM_UTF16_BE + f"{HEADER}1,2,3".encode("utf-16-be")) == [
        (2, ["1", "2", "3"])
    ]


def test_a_line_of_a_spreadsheet_about_its_separator() -> None:
    assert rows("sep=;\nDate;Exercise, all;Reps\n1;2;3\n") == [(3, ["1", "2", "3"])]


def test_blank_lines_count_as_lines_but_not_as_rows() -> None:
    assert rows(f"\n\n{HEADER}\n1,2,3\n,,\n\n4,5,6\n") == [
        (5, ["1", "2", "3"]),
        (8, ["4", "5", "6"]),
    ]


def test_whole_lines_in_quotes() -> None:
    text = '"Date;Name;Reps"\n"1;""A;B"";3"\n'
    assert first_row(text.encode()) == ("Date", "Name", "Reps")
    assert rows(text) == [(2, ["1", "A;B", "3"])]


def test_short_rows_are_filled_up_and_blank_cells_too_many_are_cut() -> None:
    assert rows(f"{HEADER}1,2\n1,2,3,,\n") == [(2, ["1", "2", ""]), (3, ["1", "2", "3"])]


def test_a_row_with_too_many_cells_is_no_row() -> None:
    assert misfits(f"{HEADER}1,2,3\n1,40,5,3\n") == [
        (3, "it has 4 cells, and the file has 3 columns.")
    ]


def test_lines_that_a_missing_quote_joins_are_named_together() -> None:
    assert misfits(f'{HEADER}1,"Squat,3\n2,Squat,3\n3,"Squat",4,5\n5,6,7\n') == [
        (2, "lines 2 to 4 run together: a quotation mark may be missing.")
    ]


def test_a_file_that_is_cut_off_says_so_in_its_last_line() -> None:
    assert misfits(f"{HEADER}1,2,3\n4,5") == [(3, "the file ends in this line.")]
    assert rows(f"{HEADER}1,2,3\n4,5,6") == [(2, ["1", "2", "3"]), (3, ["4", "5", "6"])]


def test_bytes_that_are_no_text_are_refused_with_their_line() -> None:
    error = refusal(f'{HEADER}1,"a\nb",3\n'.encode() + b"4,Gr\xfc\xdfe,6\n")
    assert str(error.where) == "line 4"
    assert "UTF-8" in str(error.reason)
    assert "Save it as UTF-8" in str(error.advice)


@pytest.mark.parametrize(
    "content", [b"", b"\n \n", b"one word\n", b"\0\0\0", b'"', b"\xef\xbb\xbf"]
)
def test_what_has_no_columns_is_no_table(content: bytes) -> None:
    assert first_row(content) == ()
    assert "names of columns" in str(refusal(content).reason)


def test_a_quote_that_is_never_closed_is_refused() -> None:
    error = refusal((HEADER + '1,"' + "word \n" * 30_000).encode())
    assert "quotation mark" in str(error.reason)
    assert str(error.where).startswith("line ")


def test_too_many_rows_are_refused_with_a_way_to_split_them() -> None:
    error = refusal(b"a,b\n" + b"1,2\n" * (MOST_ROWS + 1))
    assert "1,000,000" in str(error.reason)
    assert "split" in str(error.advice)


def test_reading_can_be_called_off() -> None:
    ticks: list[float] = []

    def tick(done: float) -> None:
        ticks.append(done)
        if len(ticks) == 3:
            raise Cancelled

    content = (HEADER + "1,2,3\n" * CHUNK_ROWS * 5).encode()
    with pytest.raises(Cancelled):
        list(table(content).chunks(tick))
    assert ticks == sorted(ticks)
    assert 0 < ticks[-1] < 1


@given(
    st.lists(st.lists(CELLS, min_size=3, max_size=3), max_size=20),
    st.sampled_from(("\n", "\r\n")),
)
def test_every_row_is_found_on_its_line(cells: list[list[str]], end: str) -> None:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator=end, quoting=csv.QUOTE_ALL)
    writer.writerow(("Date", "Exercise", "Reps"))
    expected = []
    for row in cells:
        line = len(io.StringIO(out.getvalue(), newline="").readlines()) + 1
        writer.writerow(row)
        if any(row):
            expected.append((line, row))
    assert rows(out.getvalue()) == expected


@given(st.binary(max_size=300))
def test_any_bytes_are_a_table_or_refused(content: bytes) -> None:
    first_row(content)
    with suppress(ContentError):
        list(table(content).chunks(on_and_on))


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("", None), (" - ", None), ("null", None), ("0", 0), ("13.0", 13), ("40,5", 40.5),
        ("1 200", 1200), ("1\u202f200,5", 1200.5), ("+5", 5), ("-5", -5), (".5", 0.5), ("1e2", 100),
    ],
)  # fmt: skip
def test_numbers_with_points_and_commas(cell: str, value: float | None) -> None:
    assert number(cell) == value


@pytest.mark.parametrize(
    "cell", ["NaN", "inf", "-Infinity", "1e999", "1_000", "0x10", "1.2.3", "12 kg", "٣", "9" * 50]
)
def test_what_is_no_number_is_refused(cell: str) -> None:
    with pytest.raises(RefusedError):
        number(cell)


@given(st.text(max_size=40))
def test_any_cell_is_a_finite_number_or_refused(cell: str) -> None:
    for read in (number, seconds):
        with suppress(RefusedError):
            value = read(cell)
            assert value is None or math.isfinite(value)


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("2h 38m", 9480), ("2h", 7200), ("1h 2min", 3720), ("38min", 2280), ("264h 1m", 950_460),
        ("95", 95), ("0:10:00", 600), ("01:30", 90), ("30:00", 1800), ("90 s", 90),
        ("1,5h", 5400), ("1 Std. 5 Min.", 3900), ("", None), ("45 мин", 2700), ("1時間 5分", 3900),
    ],
)  # fmt: skip
def test_lengths_of_time(cell: str, value: float | None) -> None:
    assert seconds(cell) == value


def test_words_lose_what_can_not_be_shown_and_end_somewhere() -> None:
    assert words("  a\0b\x07c\r\nd\u202ae ") == "abc\nd\u202ae"
    assert len(words("x" * 20_000)) == LONGEST_CELL


def test_a_column_reads_each_cell_once_and_keeps_what_is_wrong() -> None:
    met: list[str] = []

    def read(cell: str) -> float | None:
        met.append(cell)
        return number(cell)

    column = Column(read, None)
    assert [column[cell] for cell in ("1", "x", "1", "x", "2")] == [1, None, 1, None, 2]
    assert met == ["1", "x", "2"]
    assert list(column.faults) == ["x"]


def test_names_of_columns_are_compared_by_their_letters() -> None:
    assert column_key("Nom de l'entraînement") == column_key("NOM DE L’ENTRAINEMENT")


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("2024-07-03 15:36:01", "2024-07-03 15:36:01"),
        ("2024-07-03T15:36:01+02:00", "2024-07-03 15:36:01"),
        ("2024-07-03 3:36:01\u202fPM", "2024-07-03 15:36:01"),
        ("2024-07-03 12:05:00 AM", "2024-07-03 00:05:00"),
        ("2024/07/03", "2024-07-03 00:00:00"),
        ("3 Jul 2024, 15:36", "2024-07-03 15:36:00"),
        ("3. Juli 2024, 15:36", "2024-07-03 15:36:00"),
        ("3 juil. 2024, 15:36", "2024-07-03 15:36:00"),
        ("3 juin 2024 à 15:36", "2024-06-03 15:36:00"),
        ("mar 3 lug 2024, 15:36", "2024-07-03 15:36:00"),
        ("3 de jul. de 2024, 3:36 p. m.", "2024-07-03 15:36:00"),
        ("3 ene 2024, 15:36", "2024-01-03 15:36:00"),
        ("3 mrt. 2024, 15:36", "2024-03-03 15:36:00"),
        ("3 märz 2024, 15:36", "2024-03-03 15:36:00"),
        ("3 maj 2024, 15:36", "2024-05-03 15:36:00"),
        ("3 paź 2024, 15:36", "2024-10-03 15:36:00"),
        ("3 мая 2024 г., 15:36", "2024-05-03 15:36:00"),  # noqa: RUF001  Russian
        ("3 май 2024, 15:36", "2024-05-03 15:36:00"),
        ("3 août 2024, 15:36", "2024-08-03 15:36:00"),
        ("2024年7月3日 15:36", "2024-07-03 15:36:00"),
        ("2024年7月3日 午後3:36", "2024-07-03 15:36:00"),
        ("2024. 7. 3. 오후 3:36", "2024-07-03 15:36:00"),
        ("Jul 3, 2024, 3:36 PM", "2024-07-03 15:36:00"),
        ("13/7/2024 15:36", "2024-07-13 15:36:00"),
        ("7/13/24 3:36 PM", "2024-07-13 15:36:00"),
        ("03.07.2024, 15:36:01", "2024-07-03 15:36:01"),
    ],
)
def test_moments_of_all_languages(cell: str, expected: str) -> None:
    moment = Moments(day_first=True)(cell)
    assert moment.start == datetime.datetime.fromisoformat(expected)
    assert moment.timed == (not expected.endswith("00:00:00") or "12:05" in cell)


@pytest.mark.parametrize(
    "cell",
    ["", "yesterday", "2024-02-30", "2024-13-01 10:00", "3 Jul", "Jul", "0024-07-03", "31/31/2024",
     "2024-07-03 25:00", "99999999999999999999-1-1", "1" * 500, "\0", "3 Xyz 2024"],
)  # fmt: skip
def test_what_is_no_moment_is_refused(cell: str) -> None:
    with pytest.raises(RefusedError):
        Moments(day_first=True)(cell)


@given(st.text("0123456789-/.: aprjulmT年月日", max_size=30) | st.text(max_size=30))
def test_any_cell_is_a_moment_or_refused(cell: str) -> None:
    moments = Moments(day_first=True)
    with suppress(RefusedError):
        assert 1950 <= moments(cell).start.year <= 2100


@given(st.datetimes(datetime.datetime(1950, 1, 1), datetime.datetime(2100, 12, 31)))
def test_moments_written_by_machines_come_back(moment: datetime.datetime) -> None:
    whole = moment.replace(microsecond=0)
    assert Moments(day_first=True)(str(whole)) == (whole, True)
    assert Moments(day_first=False)(whole.strftime("%m/%d/%Y %H:%M:%S")) == (whole, True)
