from __future__ import annotations

import errno
import os
import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from hemipelvi_gui.domain.errors import KnownError
from hemipelvi_gui.sheets import (
    Book,
    Page,
    PageOptions,
    Paper,
    RangeSource,
    SheetOptions,
    print_range,
    write_range,
)
from hemipelvi_gui.ui.dialogs.printing import printer_for
from tests.gui.sheets.samples import long_session
from tests.gui.sheets.weeks import START, assert_words_stand_clear, range_source, said, texts

if TYPE_CHECKING:
    from pathlib import Path

OPTIONS = SheetOptions()


def quiet(_done: int, _all: int) -> None:
    """Nobody watches."""


def whole(source: RangeSource, options: SheetOptions = OPTIONS) -> list[Page]:
    book = Book(source, options, quiet)
    book.count()
    return list(book.pages())


def pdf_pages(content: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", content))


def test_the_cover_lists_every_session_with_its_page() -> None:
    sheet = whole(range_source())
    cover = texts(sheet[0])
    assert len(sheet) == 1 + 16
    assert "Autumn base" in cover
    assert "2 November – 27 December 2026" in cover
    assert "Week 4 of 8" in cover
    assert "23–29 Nov · build · deload" in cover
    assert cover.count("82 %") == 8
    assert [text for text in cover if text.isdecimal()] == [str(page) for page in range(2, 18)]
    assert "Tue 3 Nov" in cover
    assert "09:30" in cover
    assert_words_stand_clear(sheet[0])


def test_pages_are_numbered_through_the_whole_book() -> None:
    for number, page in enumerate(whole(range_source()), 1):
        assert f"{number} / 17" in texts(page)


def test_the_cover_names_the_page_where_a_long_session_begins() -> None:
    source = range_source(1)
    first, second = source.sessions
    longer = replace(long_session(40), id="long", date=first.date)
    sheet = whole(replace(source, sessions=(second, longer)))
    numbers = [int(text) for text in texts(sheet[0]) if text.isdecimal()]
    assert numbers[0] == 2
    assert numbers[1] > 3
    assert "Strength B" in texts(sheet[numbers[1] - 1])


@pytest.mark.parametrize("paper", list(Paper))
def test_a_long_cover_takes_several_pages_and_counts_them(paper: Paper) -> None:
    sheet = whole(range_source(52), SheetOptions(paper))
    covers = [
        page for page in sheet if "Week " in said(page) and "How did it go?" not in said(page)
    ]
    assert len(covers) > 2
    assert len(sheet) == len(covers) + 104
    first = next(int(text) for text in texts(sheet[0]) if text.isdecimal())
    assert first == len(covers) + 1
    for page in covers:
        assert_words_stand_clear(page)


def test_each_sheet_says_in_which_week_it_is() -> None:
    sheet = whole(range_source())
    assert "Autumn base, week 4 of 8" in said(sheet[7])


def test_what_is_skipped_is_on_the_cover_but_has_no_sheet() -> None:
    source = range_source(1)
    skipped = replace(source.sessions[0], skipped=True)
    sheet = whole(replace(source, sessions=(skipped, source.sessions[1])))
    assert len(sheet) == 2
    assert "skipped" in texts(sheet[0])
    assert "–" in texts(sheet[0])


def test_without_a_plan_the_weeks_are_those_of_the_calendar() -> None:
    cover = texts(whole(replace(range_source(1), plan=None))[0])
    assert cover[0] == "Session sheets"
    assert "2–8 Nov" in cover


def test_a_book_is_one_pdf(tmp_path: Path) -> None:
    target = tmp_path / "plan.pdf"
    steps: list[tuple[int, int]] = []
    written = write_range(target, range_source(), OPTIONS, lambda *step: steps.append(step))
    assert written == 17
    assert pdf_pages(target.read_bytes()) == 17
    assert steps == [(done, 32) for done in range(1, 33)]
    assert [path.name for path in tmp_path.iterdir()] == ["plan.pdf"]


@pytest.mark.parametrize("after", [0, 3, 16, 20, 31])
def test_cancelling_leaves_what_was_there(tmp_path: Path, after: int) -> None:
    target = tmp_path / "plan.pdf"
    target.write_bytes(b"old")
    asked = []

    def cancelled() -> bool:
        asked.append(1)
        return len(asked) > after

    assert write_range(target, range_source(), OPTIONS, quiet, cancelled) == 0
    assert len(asked) == after + 1
    assert target.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["plan.pdf"]


def test_a_full_disk_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "plan.pdf"
    target.write_bytes(b"old")

    def fail(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(KnownError, match="disk is full"):
        write_range(target, range_source(1), OPTIONS, quiet)
    assert target.read_bytes() == b"old"


def test_days_without_a_session_make_no_book(tmp_path: Path) -> None:
    empty = replace(range_source(1), sessions=())
    with pytest.raises(KnownError, match="No gym session"):
        write_range(tmp_path / "plan.pdf", empty, OPTIONS, quiet)
    assert list(tmp_path.iterdir()) == []


def test_a_book_is_a_pdf_and_nothing_else(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="not a PDF"):
        write_range(tmp_path / "plan.png", range_source(1), OPTIONS, quiet)


def test_long_names_are_elided_on_the_cover() -> None:
    source = range_source(1)
    longest = tuple(replace(each, name="W" * 5_000) for each in source.sessions)
    odd = replace(source, sessions=longest)
    cover = whole(odd)[0]
    assert_words_stand_clear(cover)
    assert START.isoformat() not in said(cover)


@pytest.mark.parametrize(("after", "pages"), [(1000, 17), (25, 0), (3, 0)])
def test_a_printed_book_is_whole_or_forgotten(tmp_path: Path, after: int, pages: int) -> None:
    target = tmp_path / "printed.pdf"
    printer = printer_for(PageOptions())
    printer.setOutputFileName(str(target))
    asked = []

    def cancelled() -> bool:
        asked.append(1)
        return len(asked) > after

    assert print_range(printer, range_source(), OPTIONS, quiet, cancelled) == pages
    assert target.exists() == bool(pages)
    if pages:
        assert pdf_pages(target.read_bytes()) == pages
