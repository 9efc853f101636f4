"""The sheet as it will be printed, and where it goes: printer, PDF, PNG or SVG."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hemipelvi_gui.domain.errors import KnownError
from hemipelvi_gui.sheets import PageOptions, SheetOptions, SheetSource, pages
from hemipelvi_gui.ui.dialogs.paper_choices import boxes_box, grey_box, paper_box
from hemipelvi_gui.ui.dialogs.paper_dialog import PaperDialog, pages_words
from hemipelvi_gui.ui.widgets.chips import FlowLayout

if TYPE_CHECKING:
    from hemipelvi_gui.ui.dialogs.printing import AskPath, AskPrinter
    from hemipelvi_gui.ui.theme import Theme

translate = QCoreApplication.translate


class SheetDialog(PaperDialog):
    """Preview and output. `options_changed` carries the options each time one is changed."""

    holds_window = True
    options_changed = Signal(object)

    def __init__(
        self,
        theme: Theme,
        source: SheetSource,
        options: SheetOptions,
        parent: QWidget | None = None,
        ask_path: AskPath | None = None,
        ask_printer: AskPrinter | None = None,
    ) -> None:
        title = translate("SheetDialog", "Print sheet")
        super().__init__(theme, title, (900, 760), parent, ask_path, ask_printer)
        self.source, self.options = source, options
        self.paper = paper_box(options.paper)
        self.boxes = boxes_box(options.side_boxes)
        self.grey = grey_box(options.monochrome)
        self.paper.currentIndexChanged.connect(self._options_changed)
        self.boxes.toggled.connect(self._options_changed)
        self.grey.toggled.connect(self._options_changed)
        self._lay_out()
        self.restyle()
        self.refresh(source)
        self.view.setFocus()

    def refresh(self, source: SheetSource) -> None:
        """Show the sheet of another state of the session."""
        self.source = source
        self._repaginate()

    def _lay_out(self) -> None:
        options = QHBoxLayout()
        options.setContentsMargins(0, 0, 0, 0)
        options.setSpacing(self.theme.px(10))
        for option in (self.paper, self.boxes, self.grey):
            options.addWidget(option)
        options.addSpacing(self.theme.px(16))
        chosen = QWidget()
        chosen.setLayout(options)
        top = QWidget()
        # Two rows where large text leaves no room for one.
        flow = FlowLayout(top, self.theme.px(8))
        for group in (chosen, self.zoom, self.steps):
            flow.addWidget(group)
        whole = QVBoxLayout(self)
        whole.addWidget(top)
        whole.addWidget(self.view, 1)
        whole.addLayout(self.output_row())

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
        wanted = PageOptions(self.options.paper, monochrome=self.options.monochrome)
        self.want(wanted, self.source.session.name)
        try:
            sheet = pages(self.source, self.options)
        except KnownError as error:
            self.say(error)
            return
        self.show_pages(sheet)
        self.say(pages_words(len(sheet)))
