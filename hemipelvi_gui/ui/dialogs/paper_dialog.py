"""What dialogs share that show pages and send them to a printer, a PDF, PNG or SVG file."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from hemipelvi_gui.domain.errors import KnownError
from hemipelvi_gui.sheets import Page, PageOptions, print_pages, write_pages
from hemipelvi_gui.ui.dialogs.frame import ThemedDialog, push_button
from hemipelvi_gui.ui.dialogs.page_tools import StepRow, ZoomRow
from hemipelvi_gui.ui.dialogs.page_view import PageView
from hemipelvi_gui.ui.dialogs.printing import AskPath, AskPrinter, ask_for_path, ask_for_printer
from hemipelvi_gui.ui.filenames import safe_name
from hemipelvi_gui.ui.messages import error_words
from hemipelvi_gui.ui.plain import one_line, plain_label

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QPagedPaintDevice

    from hemipelvi_gui.ui.theme import Theme

translate = QCoreApplication.translate


class PaperDialog(ThemedDialog):
    """A preview with its tools, and buttons for where the pages go.

    Subclasses lay them out, call `want` before they show pages, and again when that is different.

    `ask_path(parent, suggested name, suffix)` asks for a file, `ask_printer(parent, options)` for a
    printer, each None where nothing was chosen; both can be given, for instance by tests.
    """

    def __init__(
        self,
        theme: Theme,
        title: str,
        size: tuple[int, int],
        parent: QWidget | None = None,
        ask_path: AskPath | None = None,
        ask_printer: AskPrinter | None = None,
    ) -> None:
        super().__init__(theme, title, size, parent)
        self._ask_path = ask_path or ask_for_path
        self._ask_printer = ask_printer or ask_for_printer
        self._pages: tuple[Page, ...] = ()
        self.page_options, self.file_name = PageOptions(), ""
        self.view = PageView(theme)
        self.zoom = ZoomRow(theme, self.view, self)
        self.steps = StepRow(theme, self.view, self)
        self.message = plain_label(kind="muted")
        self.message.setWordWrap(True)
        self.saves: dict[str, QPushButton] = {}
        for suffix, text in _save_words().items():
            self.saves[suffix] = push_button(text, partial(self._save, suffix))
        self.close_button = push_button(translate("SheetDialog", "Close"), self.close)
        self.print = push_button(translate("SheetDialog", "&Print…"), self._print, "primary")
        QShortcut(QKeySequence(QKeySequence.StandardKey.Print), self).activated.connect(
            self.print.click
        )

    def output_row(self) -> QHBoxLayout:
        """The message and the buttons."""
        row = QHBoxLayout()
        row.addWidget(self.message, 1)
        for button in (*self.saves.values(), self.close_button, self.print):
            row.addWidget(button)
        return row

    def want(self, options: PageOptions, name: str) -> None:
        """Say how the pages are wanted, and what a file of them may be called, in any letters."""
        self.page_options, self.file_name = options, name

    def show_pages(self, sheet: tuple[Page, ...]) -> None:
        """Show these pages; they are what is written and printed."""
        self._pages = sheet
        self.view.show_pages(sheet, self.page_options.monochrome)

    def write(self, path: Path) -> None:
        """Write the pages and say so. Raises KnownError."""
        count = write_pages(path, self._pages, self.page_options.monochrome)
        self.say_written(path, count)

    def send(self, device: QPagedPaintDevice) -> None:
        """Print the pages and say so. Raises KnownError."""
        print_pages(device, self._pages, self.page_options.monochrome)
        self.say_sent()

    def say(self, what: str | KnownError) -> None:
        """Tell something at the bottom, or what went wrong."""
        wrong = isinstance(what, KnownError)
        self.message.setText(error_words(what) if isinstance(what, KnownError) else what)
        self.message.setProperty("kind", "error" if wrong else "muted")
        self.message.style().polish(self.message)

    def say_written(self, path: Path, count: int) -> None:
        """Tell which file or files there are now."""
        several = count > 1 and path.suffix.lower() != ".pdf"
        self.say(
            translate("SheetDialog", "Saved as {count} files, {name} and so on").format(
                count=count, name=one_line(f"{path.stem}-1{path.suffix}", 60)
            )
            if several
            else translate("SheetDialog", "Saved as {name}").format(name=one_line(path.name, 60))
        )

    def say_sent(self) -> None:
        """Tell that it is printed."""
        self.say(translate("SheetDialog", "Sent to the printer"))

    def _save(self, suffix: str) -> None:
        path = self._ask_path(self, safe_name(self.file_name) + suffix, suffix)
        if path is None:
            return
        if path.suffix.lower() != suffix:
            path = path.with_name(path.name + suffix)
        try:
            self.write(path)
        except KnownError as error:
            self.say(error)

    def _print(self) -> None:
        try:
            device = self._ask_printer(self, self.page_options)
            if device is not None:
                self.send(device)
        except KnownError as error:
            self.say(error)


def pages_words(count: int) -> str:
    """How many pages: "1 page", "9 pages"."""
    if count == 1:
        return translate("SheetDialog", "1 page")
    return translate("SheetDialog", "{count} pages").format(count=count)


def _save_words() -> dict[str, str]:
    return {
        ".pdf": translate("SheetDialog", "P&DF…"),
        ".png": translate("SheetDialog", "P&NG…"),
        ".svg": translate("SheetDialog", "&SVG…"),
    }
