"""Delimited text (CSV and its kin): from bytes to rows of cells, with their line numbers.

The delimiter is the one that gives the first line most cells. UTF-8, or UTF-16 and UTF-32
with a mark; any line end; quotes as CSV has them. Reading goes in chunks, so that it can be called
off.
"""

from __future__ import annotations

import codecs
import csv
import io
from dataclasses import dataclass
from itertools import accumulate, chain, islice
from typing import TYPE_CHECKING, NamedTuple

from hemipelvi_gui.domain.log_files import Skipped
from hemipelvi_gui.domain.text import translate
from hemipelvi_gui.exchange.shape import ContentError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hemipelvi_gui.exchange.log_shape import Tick

MOST_ROWS = 1_000_000
CHUNK_ROWS = 2048
DELIMITERS = (",", ";", "\t", "|")
# A spreadsheet may say on a line of its own what it separates by.
SEPARATOR = "sep="
LONGEST_LINE = 2**16
LEAST_COLUMNS = 2
LOOKED_AT = 4 * LONGEST_LINE
# Of a row below the header, as it lies in the file.
MOST_IN_LINE = 2**20

UTF_8 = "utf-8-sig"
# The longest first: one of the others is the beginning of it.
MARKS = {
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}

SAVE_AS_UTF_8 = translate("LogFile", "Save it as UTF-8 and try again.")
EXPORT_AGAIN = translate("LogFile", "Export it again from the program that it comes from.")
SPLIT = translate(
    "LogFile",
    "Export fewer years at a time, or split the file and repeat its first line in every part.",
)


class Chunk(NamedTuple):
    """Some rows after each other, all as long as the header; `lines` is where each begins, from 1.

    `misfits` are the rows among them that could not be made as long as the header.
    """

    lines: Sequence[int]
    rows: Sequence[list[str]]
    misfits: Sequence[Skipped]


@dataclass(frozen=True)
class Table:
    """A header and what can be read below it. `header_line` is the line that the header ends on."""

    content: bytes
    encoding: str
    delimiter: str
    header: tuple[str, ...]
    header_line: int

    def chunks(self, tick: Tick) -> Iterator[Chunk]:
        """All rows that are not blank, in chunks. Raises ContentError, and what `tick` raises."""
        stream = io.BytesIO(self.content)
        reader = csv.reader(_text(stream, self.encoding), delimiter=self.delimiter)
        total, read = len(self.content), 0
        is_cut = self.content.rstrip(b"\0")[-1:] not in (b"\n", b"\r")
        tick(0.0)
        try:
            while reader.line_num < self.header_line:
                next(reader)
            before = reader.line_num
            coming = list(islice(reader, CHUNK_ROWS))
            while coming:
                rows, after = coming, reader.line_num
                coming = list(islice(reader, CHUNK_ROWS))
                chunk = self._fitted(
                    _begins(rows, before + 1, after), rows, is_cut=is_cut and not coming
                )
                before = after
                read += len(rows)
                if read > MOST_ROWS:
                    raise _too_many()
                yield chunk
                tick(min(stream.tell() / total, 1.0))
        except csv.Error as error:
            raise _endless(reader.line_num) from error

    def _fitted(self, begins: Sequence[int], rows: Sequence[list[str]], *, is_cut: bool) -> Chunk:
        """Cells beyond the header's may only be blank, cells that are missing are taken as blank.

        `is_cut`: the file ends in the last row, which then has to be whole.
        """
        width = len(self.header)
        if set(map(len, rows)) == {width} and all(map(any, rows)):
            return Chunk(begins, rows, ())
        lines: list[int] = []
        kept: list[list[str]] = []
        misfits: list[Skipped] = []
        for line, wrapped in zip(begins, rows, strict=True):
            cells = self._unwrapped(wrapped)
            if any(cell.strip() for cell in cells[width:]):
                misfits.append(_too_long(line, cells, width))
            elif is_cut and len(cells) < width and line == begins[-1]:
                misfits.append(Skipped(line, translate("LogFile", "the file ends in this line.")))
            elif any(cells):
                lines.append(line)
                kept.append(cells[:width] + [""] * (width - len(cells)))
        return Chunk(lines, kept, misfits)

    def _unwrapped(self, cells: list[str]) -> list[str]:
        # Some programs put a whole line in quotes once more.
        if len(cells) == 1 and self.delimiter in cells[0]:
            return next(csv.reader(cells, delimiter=self.delimiter), [])
        return cells


def table(content: bytes) -> Table:
    """The table that these bytes are. Raises ContentError where they are no text or no table."""
    encoding = _encoding(content)
    try:
        content.decode(encoding)
    except UnicodeDecodeError as error:
        raise _unreadable(content, error, encoding) from error
    _check_lines(content)
    found = _opened(content, encoding)
    if found is None:
        raise ContentError(
            translate("LogFile", "its first line has no names of columns."), advice=EXPORT_AGAIN
        )
    return found


def first_row(content: bytes) -> tuple[str, ...]:
    """The names of the columns, () where this is no table. Only the beginning is looked at."""
    start = content[:LOOKED_AT]
    found = _opened(start, _encoding(start))
    return found.header if found else ()


def _check_lines(content: bytes) -> None:
    """Refuse a line that would become millions of cells. Raises ContentError."""
    start, end = 0, len(content)
    while end - start > MOST_IN_LINE:
        last = start + MOST_IN_LINE
        found = max(content.rfind(mark, start, last) for mark in (b"\n", b"\r"))
        if found < 0:
            raise _no_line(content, start)
        start = found + 1


def _encoding(content: bytes) -> str:
    return next((MARKS[mark] for mark in MARKS if content.startswith(mark)), UTF_8)


def _text(stream: io.BytesIO, encoding: str) -> io.TextIOWrapper:
    # Line ends stay as they are: one in quotes belongs to its cell.
    return io.TextIOWrapper(stream, encoding, errors="replace", newline="")


def _opened(content: bytes, encoding: str) -> Table | None:
    text = _text(io.BytesIO(content), encoding)
    delimiters: Sequence[str] = DELIMITERS
    for number, line in enumerate(iter(lambda: text.readline(LONGEST_LINE), "")):
        if line[:4].lower() == SEPARATOR and line[4:5] in DELIMITERS:
            delimiters = line[4]
        elif line.strip():
            return _headed(content, encoding, _delimiter(line, delimiters), number, line, text)
    return None


def _headed(
    content: bytes, encoding: str, delimiter: str, number: int, line: str, rest: Iterator[str]
) -> Table | None:
    reader = csv.reader(chain([line], rest), delimiter=delimiter)
    try:
        cells = next(reader)
        if len(cells) == 1:
            cells = next(csv.reader(cells, delimiter=delimiter))
    except (csv.Error, StopIteration):
        return None
    header = tuple(cell.strip().strip("\0") for cell in cells)
    if len(header) < LEAST_COLUMNS:
        return None
    return Table(content, encoding, delimiter, header, number + reader.line_num)


def _delimiter(line: str, delimiters: Sequence[str]) -> str:
    def cells(delimiter: str) -> int:
        try:
            return len(next(csv.reader([line], delimiter=delimiter)))
        except (csv.Error, StopIteration):
            return 0

    best = max(delimiters, key=cells)
    # In quotes as a whole, it falls into no cells at all.
    return best if cells(best) > 1 else max(delimiters, key=line.count)


def _begins(rows: Sequence[list[str]], first: int, last: int) -> Sequence[int]:
    """The lines that these rows begin on, all together from `first` to `last`."""
    if last - first + 1 == len(rows):
        return range(first, last + 1)
    after = accumulate((1 + sum(map(_line_ends, cells)) for cells in rows), initial=first)
    return list(after)[:-1]


def _line_ends(text: str) -> int:
    return text.count("\n") + text.count("\r") - text.count("\r\n")


def _too_long(line: int, cells: Sequence[str], width: int) -> Skipped:
    ends = sum(map(_line_ends, cells))
    if ends:
        reason = translate(
            "LogFile",
            "lines {first} to {last} run together: a quotation mark may be missing.",
            first=line,
            last=line + ends,
        )
    else:
        reason = translate(
            "LogFile",
            "it has {cells} cells, and the file has {columns} columns.",
            cells=len(cells),
            columns=width,
        )
    return Skipped(line, reason)


def _too_many() -> ContentError:
    return ContentError(
        translate("LogFile", "it has more than {most} rows.", most=f"{MOST_ROWS:,}"), advice=SPLIT
    )


def _endless(line: int) -> ContentError:
    return ContentError(
        translate("LogFile", "a cell goes on without an end: a quotation mark may be missing."),
        translate("LogFile", "line {line}", line=line),
        EXPORT_AGAIN,
    )


def _no_line(content: bytes, start: int) -> ContentError:
    return ContentError(
        translate("LogFile", "a line goes on without an end."),
        translate("LogFile", "line {line}", line=content.count(b"\n", 0, start) + 1),
        EXPORT_AGAIN,
    )


def _unreadable(content: bytes, error: UnicodeDecodeError, encoding: str) -> ContentError:
    before = content[: error.start].decode(encoding, "ignore")
    return ContentError(
        translate("LogFile", "this is no text in UTF-8."),
        translate("LogFile", "line {line}", line=_line_ends(before) + 1),
        SAVE_AS_UTF_8,
    )
