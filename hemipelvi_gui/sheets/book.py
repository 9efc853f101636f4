"""All sheets of some days as one PDF behind a cover, one session after the other."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from hemipelvi_gui.domain.errors import KnownError
from hemipelvi_gui.domain.plan import week_number
from hemipelvi_gui.domain.text import translate as said_later
from hemipelvi_gui.sheets.cover import cover_pages
from hemipelvi_gui.sheets.devices import pdf_bytes, print_pages
from hemipelvi_gui.sheets.files import replace_files
from hemipelvi_gui.sheets.layout import laid_out, sheet_ruler
from hemipelvi_gui.sheets.plan_words import week_words
from hemipelvi_gui.sheets.sheet import SheetOptions, SheetSource
from hemipelvi_gui.sheets.sources import nothing_planned
from hemipelvi_gui.sheets.words import plan_title

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtGui import QPagedPaintDevice

    from hemipelvi_gui.domain.session import Session
    from hemipelvi_gui.sheets.marks import Page
    from hemipelvi_gui.sheets.sources import RangeSource

translate = QCoreApplication.translate


def never() -> bool:
    """Nobody cancels."""
    return False


def write_range(
    target: Path,
    source: RangeSource,
    options: SheetOptions,
    progress: Callable[[int, int], None],
    cancelled: Callable[[], bool] = never,
) -> int:
    """Write the book as a PDF; returns its pages, 0 where it was cancelled.

    `progress` gets the steps done and all steps; every session takes two, as its pages are counted
    for the cover first. Once `cancelled` says so, nothing more is made and no file is touched. The
    file is there as a whole or not at all. Raises KnownError as `write_sheet` does, and where
    there is no session to print.
    """
    if target.suffix.lower() != ".pdf":
        raise KnownError(
            said_later("Sheet", "{name} is not a PDF.", name=target.name),
            said_later("Sheet", "End the name in .pdf."),
        )
    book = Book(source, options, progress, cancelled)
    content = pdf_bytes(book.pages(), options.monochrome) if book.count() else b""
    if book.stopped:
        return 0
    replace_files({target: content})
    return book.total


def print_range(
    device: QPagedPaintDevice,
    source: RangeSource,
    options: SheetOptions,
    progress: Callable[[int, int], None],
    cancelled: Callable[[], bool] = never,
) -> int:
    """Print the book; returns its pages, 0 where it was cancelled.

    `progress` and `cancelled` are as for `write_range`. A printer is told to forget what it has
    got of a cancelled book. Raises KnownError where there is no session to print, or the printer
    can't be started.
    """
    book = Book(source, options, progress, cancelled)
    if book.count():
        print_pages(device, _pages_or_abort(book, device), options.monochrome)
        if book.stopped:
            _remove_file(device)
    return 0 if book.stopped else book.total


def _pages_or_abort(book: Book, device: QPagedPaintDevice) -> Iterator[Page]:
    yield from book.pages()
    abort = getattr(device, "abort", None)
    if book.stopped and abort is not None:
        abort()


def _remove_file(device: QPagedPaintDevice) -> None:
    """Where one prints to a file, Qt leaves the pages that were ready."""
    named = getattr(device, "outputFileName", None)
    if named is not None and named():
        Path(named()).unlink(missing_ok=True)


class Book:
    """The pages of a range. They are made one session at a time and never kept."""

    def __init__(
        self,
        source: RangeSource,
        options: SheetOptions,
        progress: Callable[[int, int], None],
        cancelled: Callable[[], bool] = never,
    ) -> None:
        self._source, self._options = source, options
        self._progress, self._cancelled = progress, cancelled
        self._ruler = sheet_ruler()
        self._sessions = tuple(each for each in source.ordered if not each.skipped)
        self._starts: dict[str, int] = {}
        self._done = 0
        self.total = 0
        self.stopped = False

    def count(self) -> bool:
        """Find out on which page each session begins; False where it was cancelled.

        Raises KnownError where there is nothing to print.
        """
        if not self._sessions:
            raise nothing_planned()
        page = 1 + len(self._cover())
        for each in self._sessions:
            if self._stops():
                return False
            self._starts[each.id] = page
            page += len(self._sheet(each))
            self._step()
        self.total = page - 1
        return True

    def pages(self) -> Iterator[Page]:
        """The cover and then every sheet, as far as nobody cancels. Pages are counted before."""
        yield from self._cover()
        for each in self._sessions:
            if self._stops():
                return
            yield from self._sheet(each)
            self._step()

    def _cover(self) -> tuple[Page, ...]:
        paper = self._options.paper
        return cover_pages(self._source, self._starts, self.total, paper, self._ruler)

    def _sheet(self, session: Session) -> tuple[Page, ...]:
        source = SheetSource(session, self._source.library, self._source.settings)
        first = self._starts.get(session.id, 1)
        options = replace(self._options, subtitle=self._subtitle(session))
        return laid_out(source, options, self._ruler, first, self.total)

    def _subtitle(self, session: Session) -> str:
        plan = self._source.plan
        number = 0 if plan is None or session.date is None else week_number(plan, session.date)
        if plan is None or not number:
            return self._options.subtitle
        name = translate("WeekSheet", "{plan}, {week}")
        return name.format(plan=plan_title(plan), week=week_words(plan, number))

    def _stops(self) -> bool:
        self.stopped = self.stopped or self._cancelled()
        return self.stopped

    def _step(self) -> None:
        self._done += 1
        self._progress(self._done, 2 * len(self._sessions))
