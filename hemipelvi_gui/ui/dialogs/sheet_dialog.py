"""The sheet as it will be printed, and where it goes: printer, PDF, PNG or SVG."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from hemipelvi_gui.domain.errors import KnownError
from hemipelvi_gui.sheets import Page, Paper, SheetOptions, SheetSource, pages, write_sheet
from hemipelvi_gui.ui.dialogs.frame import ThemedDialog, push_button
from hemipelvi_gui.ui.dialogs.page_view import PageView
from hemipelvi_gui.ui.plain import one_line, plain_label
from hemipelvi_gui.ui.widgets.chips import FlowLayout
from hemipelvi_gui.ui.wording import shown

if TYPE_CHECKING:
    from hemipelvi_gui.ui.theme import Theme

translate = QCoreApplication.translate
AskPath = Callable[[QWidget, str, str], Path | None]
PrintSheet = Callable[[QWidget, tuple[Page, ...], SheetOptions], bool]
FORBIDDEN = '<>:"/\\|?*'


class SheetDialog(ThemedDialog):
    """Preview and output. `options_changed` carries the options each time one is changed.

    `ask_path(parent, suggested name, suffix)` asks for a file, `print_sheet` prints and says
    whether it did; both can be given, for instance by tests.
    """

    holds_window = True
    options_changed = Signal(object)

    def __init__(
        self,
        theme: Theme,
        source: SheetSource,
        options: SheetOptions,
        parent: QWidget | None = None,
        ask_path: AskPath | None = None,
        print_sheet: PrintSheet | None = None,
    ) -> None:
        super().__init__(theme, translate("SheetDialog", "Print sheet"), (900, 760), parent)
        self.source, self.options = source, options
        self._ask_path = ask_path or ask_for_path
        self._print_sheet = print_sheet or print_on_paper
        self._pages: tuple[Page, ...] = ()
        self.view = PageView(theme)
        self.message = plain_label(kind="muted")
        self.message.setWordWrap(True)
        self._make_options()
        self._make_zoom()
        self._lay_out()
        self.restyle()
        self.refresh(source)
        self.view.setFocus()

    def refresh(self, source: SheetSource) -> None:
        """Show the sheet of another state of the session."""
        self.source = source
        self._repaginate()

    def _make_options(self) -> None:
        self.paper = QComboBox()
        for paper in Paper:
            self.paper.addItem(str(paper), paper)
        self.paper.setCurrentIndex(self.paper.findData(self.options.paper))
        self.paper.setAccessibleName(translate("SheetDialog", "Paper"))
        self.boxes = QCheckBox(translate("SheetDialog", "&Two boxes a set"))
        self.boxes.setToolTip(translate("SheetDialog", "One for the left, one for the right side."))
        self.boxes.setChecked(self.options.side_boxes)
        self.grey = QCheckBox(translate("SheetDialog", "&Black and white"))
        self.grey.setChecked(self.options.monochrome)
        self.paper.currentIndexChanged.connect(self._options_changed)
        self.boxes.toggled.connect(self._options_changed)
        self.grey.toggled.connect(self._options_changed)

    def _make_zoom(self) -> None:
        zoom = (
            (QKeySequence.StandardKey.ZoomIn, lambda: self.view.zoom_by(1)),
            ("Ctrl+=", lambda: self.view.zoom_by(1)),
            (QKeySequence.StandardKey.ZoomOut, lambda: self.view.zoom_by(-1)),
            ("Ctrl+0", lambda: self.view.set_fit("page")),
            ("Ctrl+1", lambda: self.view.set_fit("width")),
            (QKeySequence.StandardKey.Print, self._print),
        )
        for keys, slot in zoom:
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(slot)
        self.nearer = self._zoom_button("+", translate("SheetDialog", "Zoom in (Ctrl++)"), 1)
        self.farther = self._zoom_button("−", translate("SheetDialog", "Zoom out (Ctrl+-)"), -1)
        self.whole_page = push_button(
            translate("SheetDialog", "Page"), lambda: self.view.set_fit("page")
        )
        self.whole_page.setToolTip(translate("SheetDialog", "Fit the page (Ctrl+0)"))
        self.full_width = push_button(
            translate("SheetDialog", "Width"), lambda: self.view.set_fit("width")
        )
        self.full_width.setToolTip(translate("SheetDialog", "Fit the width (Ctrl+1)"))
        self.zoom = plain_label(kind="muted")
        self.view.zoomed.connect(self._show_zoom)

    def _zoom_button(self, text: str, words: str, steps: int) -> QPushButton:
        button = push_button(text, lambda: self.view.zoom_by(steps))
        button.setToolTip(words)
        button.setAccessibleName(words)
        return button

    def _lay_out(self) -> None:
        options = QHBoxLayout()
        for option in (self.paper, self.boxes, self.grey):
            options.addWidget(option)
        options.addSpacing(self.theme.px(16))
        zoom = QHBoxLayout()
        for widget in (self.farther, self.zoom, self.nearer, self.whole_page, self.full_width):
            zoom.addWidget(widget)
        top = QWidget()
        # Two rows where large text leaves no room for one.
        flow = FlowLayout(top, self.theme.px(8))
        for row in (options, zoom):
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(self.theme.px(10))
            group = QWidget()
            group.setLayout(row)
            flow.addWidget(group)
        bottom = QHBoxLayout()
        bottom.addWidget(self.message, 1)
        self.saves: dict[str, QPushButton] = {}
        for suffix, text in _save_words().items():
            button = push_button(text, partial(self._save, suffix))
            self.saves[suffix] = button
            bottom.addWidget(button)
        self.print = push_button(translate("SheetDialog", "&Print…"), self._print, "primary")
        bottom.addWidget(self.print)
        whole = QVBoxLayout(self)
        whole.addWidget(top)
        whole.addWidget(self.view, 1)
        whole.addLayout(bottom)

    def _options_changed(self) -> None:
        self.options = replace(
            self.options,
            paper=self.paper.currentData(),
            side_boxes=self.boxes.isChecked(),
            monochrome=self.grey.isChecked(),
        )
        self._repaginate()
        self.options_changed.emit(self.options)

    def _repaginate(self) -> None:
        try:
            self._pages = pages(self.source, self.options)
        except KnownError as error:
            self._say(error)
            return
        self.view.show_pages(self._pages, self.options.monochrome)
        count = len(self._pages)
        self._say(
            translate("SheetDialog", "1 page")
            if count == 1
            else translate("SheetDialog", "{count} pages").format(count=count)
        )

    def _show_zoom(self, zoom: float) -> None:
        self.zoom.setText(translate("SheetDialog", "{zoom} %").format(zoom=round(zoom * 100)))

    def _save(self, suffix: str) -> None:
        path = self._ask_path(self, suggested_name(self.source.session.name, suffix), suffix)
        if path is None:
            return
        if path.suffix.lower() != suffix:
            path = path.with_name(path.name + suffix)
        try:
            count = write_sheet(path, self.source, self.options)
        except KnownError as error:
            self._say(error)
            return
        several = count > 1 and suffix != ".pdf"
        text = (
            translate("SheetDialog", "Saved as {count} files, {name} and so on").format(
                count=count, name=one_line(f"{path.stem}-1{path.suffix}", 60)
            )
            if several
            else translate("SheetDialog", "Saved as {name}").format(name=one_line(path.name, 60))
        )
        self._say(text)

    def _print(self) -> None:
        try:
            printed = self._print_sheet(self, self._pages, self.options)
        except KnownError as error:
            self._say(error)
            return
        if printed:
            self._say(translate("SheetDialog", "Sent to the printer"))

    def _say(self, what: str | KnownError) -> None:
        wrong = isinstance(what, KnownError)
        text = (
            " ".join(part for part in (shown(what.message), shown(what.advice)) if part)
            if isinstance(what, KnownError)
            else what
        )
        self.message.setText(text)
        self.message.setProperty("kind", "error" if wrong else "muted")
        self.message.style().polish(self.message)


def suggested_name(name: str, suffix: str) -> str:
    """A file name that every system takes: "Strength A.pdf"."""
    kept = "".join(" " if letter in FORBIDDEN or ord(letter) < 32 else letter for letter in name)
    flat = one_line(kept, 60).rstrip("…").strip(" .")
    return (flat or translate("SheetDialog", "Session")) + suffix


def ask_for_path(parent: QWidget, name: str, suffix: str) -> Path | None:
    """Ask where to save; None where nothing was chosen."""
    chosen, _ = QFileDialog.getSaveFileName(
        parent,
        translate("SheetDialog", "Save the sheet"),
        str(Path.home() / name),
        f"{suffix.removeprefix('.').upper()} (*{suffix})",
    )
    return Path(chosen) if chosen else None


def print_on_paper(parent: QWidget, sheet: tuple[Page, ...], options: SheetOptions) -> bool:
    """Ask for a printer and print; False where nothing was printed. Raises KnownError."""
    # Printing costs start-up time and memory, so it is loaded by those who print.
    from PySide6.QtGui import QPageSize
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    from hemipelvi_gui.sheets import print_pages

    sizes = {Paper.A4: QPageSize.PageSizeId.A4, Paper.LETTER: QPageSize.PageSizeId.Letter}
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(sizes[options.paper]))
    if options.monochrome:
        printer.setColorMode(QPrinter.ColorMode.GrayScale)
    dialog = QPrintDialog(printer, parent)
    if not dialog.exec():
        return False
    print_pages(printer, sheet, options.monochrome)
    return True


def _save_words() -> dict[str, str]:
    return {
        ".pdf": translate("SheetDialog", "P&DF…"),
        ".png": translate("SheetDialog", "P&NG…"),
        ".svg": translate("SheetDialog", "&SVG…"),
    }
