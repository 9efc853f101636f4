"""Weeks on paper: the shown week, the plan, sheets of some days as one PDF, cards to take along."""

from __future__ import annotations

from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QStackedWidget, QVBoxLayout, QWidget

from hemipelvi_gui.domain.errors import KnownError
from hemipelvi_gui.domain.plan import last_day
from hemipelvi_gui.sheets import (
    Book,
    Kind,
    PageOptions,
    Planned,
    pages_of,
    print_range,
    write_range,
)
from hemipelvi_gui.ui.dialogs.frame import push_button
from hemipelvi_gui.ui.dialogs.paper_dialog import PaperDialog, pages_words
from hemipelvi_gui.ui.dialogs.print_panel import PrintPanel
from hemipelvi_gui.ui.errand import Errand
from hemipelvi_gui.ui.plain import plain_label
from hemipelvi_gui.ui.widgets.chips import FlowLayout
from hemipelvi_gui.ui.wording import shown

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QCloseEvent, QPagedPaintDevice

    from hemipelvi_gui.sheets import Page, RangeSource, SheetOptions
    from hemipelvi_gui.ui.dialogs.printing import AskPath, AskPrinter
    from hemipelvi_gui.ui.document import Document
    from hemipelvi_gui.ui.errand import Progress
    from hemipelvi_gui.ui.theme import Theme
    from hemipelvi_gui.ui.weeks import Weeks

translate = QCoreApplication.translate
PREVIEWED = 12  # pages: who wants to see all of a long book opens the PDF


class Kept(NamedTuple):
    """What is remembered for the next time, as the settings call it."""

    paper: str
    landscape: tuple[str, ...]
    side_boxes: bool


class First(NamedTuple):
    """The first pages of a book, and how many it has."""

    pages: tuple[Page, ...]
    total: int


class PrintDialog(PaperDialog):
    """Follows the shown week. `kept_changed` carries a `Kept` each time something of it changes."""

    kept_changed = Signal(object)

    def __init__(
        self,
        theme: Theme,
        weeks: Weeks,
        document: Document,
        parent: QWidget | None = None,
        ask_path: AskPath | None = None,
        ask_printer: AskPrinter | None = None,
    ) -> None:
        title = translate("PrintDialog", "Print weeks")
        super().__init__(theme, title, (1080, 760), parent, ask_path, ask_printer)
        self.weeks, self._document = weeks, document
        self.panel = PrintPanel(theme, document.settings, weeks.week, weeks.plan)
        self._kept = self._now_kept()
        self._previewing = Errand(self)
        self._output = Errand(self)
        self._going_to: Path | None = None
        # What was said of a file is not talked over by a count that ends later.
        self._spoken = False
        self._lay_out()
        self.restyle()
        self.panel.changed.connect(self._wish_changed)
        self._previewing.moved.connect(self._say_counting)
        self._previewing.done.connect(self._show_first)
        self._previewing.failed.connect(self._show_nothing)
        self._output.moved.connect(self._show_progress)
        self._output.done.connect(self._written)
        self._output.failed.connect(self._not_written)
        weeks.changed.connect(self.refresh)
        self.refresh()
        self.panel.kinds[Kind.WEEK].setFocus()

    def refresh(self) -> None:
        """Lay the pages out anew."""
        self._previewing.drop()
        self._spoken = False
        self.panel.show_days(self.weeks.week, self.weeks.plan)
        self.want(self._page_options(), self._file_name())
        wish = self.panel.wish
        for suffix, button in self.saves.items():
            button.setVisible(suffix == ".pdf" or wish.kind is not Kind.SHEETS)
        if wish.kind is Kind.SHEETS:
            self._previewing.run(partial(first_pages, self._range(), wish.sheet))
            return
        try:
            sheet = pages_of(
                wish.kind, self._planned(), self.weeks.week, wish.page, repeated=wish.filled
            )
        except KnownError as error:
            self._show_nothing(error)
            return
        self._show_something()
        self.show_pages(sheet)
        self.say(pages_words(len(sheet)))

    def _page_options(self) -> PageOptions:
        page = self.panel.wish.page
        upright = PageOptions(page.paper, monochrome=page.monochrome)
        return upright if self.panel.kind is Kind.SHEETS else page

    def _file_name(self) -> str:
        """The plan's name and the week or the days."""
        wish, week, plan = self.panel.wish, self.weeks.week, self.weeks.plan
        name = "" if plan is None else plan.name
        if wish.kind is Kind.OVERVIEW:
            return name or translate("PrintDialog", "plan")
        if wish.kind is Kind.SHEETS:
            days = translate("PrintDialog", "{first} to {last}")
            when = days.format(first=wish.first, last=wish.last)
            return f"{name or translate('PrintDialog', 'Session sheets')} {when}"
        if week.number:
            when = translate("PrintDialog", "week {number}").format(number=week.number)
        else:
            when = translate("PrintDialog", "week of {day}").format(day=week.first)
        cards = translate("PrintDialog", "cards") if wish.kind is Kind.POCKET else ""
        return f"{name} {when} {cards}"

    def write(self, path: Path) -> None:
        """Write the pages; a book of sheets takes a while, and is written meanwhile."""
        if self.panel.kind is not Kind.SHEETS:
            super().write(path)
            return
        self._begin(path, partial(_write_book, path, self._range(), self.panel.wish.sheet))

    def send(self, device: QPagedPaintDevice) -> None:
        """Print the pages; a book of sheets takes a while, and is printed meanwhile."""
        if self.panel.kind is not Kind.SHEETS:
            super().send(device)
            return
        self._begin(None, partial(_print_book, device, self._range(), self.panel.wish.sheet))

    def reject(self) -> None:
        """Escape calls off what is going on; without that it closes the dialog."""
        if self._output.busy:
            self._output.cancel()
        else:
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Whoever closes it wants it gone, whatever is going on."""
        self._output.finish()
        super().closeEvent(event)

    def done(self, result: int) -> None:
        """Leave no work behind."""
        self._previewing.finish()
        self._output.finish()
        super().done(result)

    def restyle(self) -> None:
        """Take sizes from the theme."""
        super().restyle()
        px = self.theme.px
        self.panel.restyle()
        self._across.setSpacing(px(20))
        self.bar.setFixedHeight(px(6))
        self.bar.setFixedWidth(px(220))

    def _planned(self) -> Planned:
        weeks, document, wish = self.weeks, self._document, self.panel.wish
        plan, agenda = weeks.plan, weeks.agenda
        if wish.kind is Kind.SHEETS:
            agenda = weeks.between(wish.first, wish.last)
        elif wish.kind is Kind.OVERVIEW and plan is not None and plan.start is not None:
            agenda = weeks.between(plan.start, last_day(plan) or plan.start)
        return Planned(agenda, document.library, document.settings, weeks.sums, plan)

    def _range(self) -> RangeSource:
        wish = self.panel.wish
        return self._planned().sheets(wish.first, wish.last)

    def _lay_out(self) -> None:
        self.nothing = QWidget()
        self.why = plain_label(kind="heading")
        self.advice = plain_label(kind="muted")
        said = QVBoxLayout(self.nothing)
        said.addStretch(2)
        for label in (self.why, self.advice):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setWordWrap(True)
            said.addWidget(label)
        said.addStretch(3)
        self.preview = QStackedWidget()
        self.preview.addWidget(self.view)
        self.preview.addWidget(self.nothing)
        tools = QWidget()
        # Two rows where large text leaves no room for one.
        flow = FlowLayout(tools, self.theme.px(12))
        for row in (self.zoom, self.steps):
            flow.addWidget(row)
        seen = QVBoxLayout()
        seen.addWidget(tools)
        seen.addWidget(self.preview, 1)
        self._across = QHBoxLayout()
        self._across.addWidget(self.panel)
        self._across.addLayout(seen, 1)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(translate("PrintDialog", "Pages made"))
        self.cancel = push_button(translate("PrintDialog", "C&ancel"), self._output.cancel)
        bottom = self.output_row()
        bottom.addWidget(self.bar)
        bottom.addWidget(self.cancel)
        whole = QVBoxLayout(self)
        whole.addLayout(self._across, 1)
        whole.addLayout(bottom)
        self._show_busy(False)

    def _wish_changed(self) -> None:
        self.refresh()
        kept = self._now_kept()
        if kept != self._kept:
            self._kept = kept
            self.kept_changed.emit(kept)

    def _now_kept(self) -> Kept:
        panel = self.panel
        landscape = tuple(sorted(panel.landscape))
        return Kept(str(panel.paper.currentData()), landscape, panel.boxes.isChecked())

    def _show_first(self, first: First) -> None:
        self._show_something()
        self.show_pages(first.pages)
        words = pages_words(first.total)
        if len(first.pages) < first.total:
            partly = translate("PrintDialog", "{pages}; the first {count} are shown")
            words = partly.format(pages=words, count=len(first.pages))
        self._count(words)

    def _count(self, words: str) -> None:
        if not self._spoken:
            self.say(words)

    def _show_something(self) -> None:
        self.preview.setCurrentWidget(self.view)
        self._enable(True)

    def _show_nothing(self, error: KnownError) -> None:
        self.why.setText(shown(error.message))
        self.advice.setText(shown(error.advice))
        self.preview.setCurrentWidget(self.nothing)
        self.view.show_pages((), False)
        self._enable(False)
        self.say("")

    def _enable(self, there: bool) -> None:
        for widget in (*self.saves.values(), self.print, self.zoom):
            widget.setEnabled(there)

    def _say_counting(self, done: int, total: int) -> None:
        words = translate("PrintDialog", "Counting the pages: {percent} %")
        self._count(words.format(percent=100 * done // total))

    # A book that is written or printed

    def _begin(self, path: Path | None, work: partial[int]) -> None:
        self._going_to, self._spoken = path, True
        self.bar.setRange(0, 0)
        self._show_busy(True)
        self.say(
            translate("PrintDialog", "Writing the sheets…")
            if path is not None
            else translate("PrintDialog", "Printing the sheets…")
        )
        self._output.run(work)

    def _show_progress(self, done: int, total: int) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    def _written(self, pages: int) -> None:
        self._show_busy(False)
        if self._going_to is None:
            self.say_sent() if pages else self.say(translate("PrintDialog", "Not printed"))
        elif pages:
            self.say_written(self._going_to, pages)
        else:
            self.say(translate("PrintDialog", "Cancelled; no file was written"))

    def _not_written(self, error: KnownError) -> None:
        self._show_busy(False)
        self.say(error)

    def _show_busy(self, busy: bool) -> None:
        self.panel.setEnabled(not busy)
        sheets = self.panel.kind is Kind.SHEETS
        for suffix, button in self.saves.items():
            button.setVisible(not busy and (suffix == ".pdf" or not sheets))
        self.print.setVisible(not busy)
        self.bar.setVisible(busy)
        self.cancel.setVisible(busy)
        if busy:
            self.cancel.setFocus()


def first_pages(source: RangeSource, options: SheetOptions, progress: Progress) -> First:
    """The first pages of the book, all of them counted. Raises KnownError where there is none."""

    def step(done: int, steps: int) -> None:
        # Of all steps of a book half are for counting.
        progress.step(min(done, steps // 2), steps // 2)

    book = Book(source, options, step, progress.cancelled)
    book.count()
    return First(tuple(islice(book.pages(), PREVIEWED)), book.total)


def _write_book(path: Path, source: RangeSource, options: SheetOptions, progress: Progress) -> int:
    return write_range(path, source, options, progress.step, progress.cancelled)


def _print_book(
    device: QPagedPaintDevice, source: RangeSource, options: SheetOptions, progress: Progress
) -> int:
    return print_range(device, source, options, progress.step, progress.cancelled)
