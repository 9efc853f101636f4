"""Typing results from a printed sheet: Enter goes on, `=` is as planned, `-` was not done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hemipelvi_gui.ui.dialogs.frame import push_button
from hemipelvi_gui.ui.log.paper_model import FIRST_SET, NAME, PaperModel
from hemipelvi_gui.ui.log.paper_table import PaperTable
from hemipelvi_gui.ui.plain import plain_label

if TYPE_CHECKING:
    from hemipelvi_gui.ui.log.bench import Bench
    from hemipelvi_gui.ui.theme import Theme

translate = QCoreApplication.translate


class PaperGrid(QWidget):
    """The table, what is wrong in it, and the way on. `finish_asked`: all is typed."""

    finish_asked = Signal()

    def __init__(self, theme: Theme, bench: Bench) -> None:
        super().__init__()
        self._theme = theme
        self.model = PaperModel(theme, bench, self)
        self.table = PaperTable(theme, self.model)
        self.table.setAccessibleName(translate("Log", "Results from paper"))
        self.hint = plain_label(
            translate(
                "Log",
                "8 60 @8 is reps, load, effort; = as planned, - not done, 8/7 left and right. "
                "Enter goes on, Ctrl+Enter takes all that is empty as planned.",
            ),
            "muted",
        )
        self.hint.setWordWrap(True)
        self.fault = plain_label(kind="error")
        self.fault.setWordWrap(True)
        self.all = push_button(translate("Log", "All as planned"), self.table.plan_all)
        self.more = push_button(translate("Log", "One more set"), self.model.widen)
        self.finish = push_button(translate("Log", "Finish\u2026"), self.ask_finish, "primary")
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.hint)
        self._column.addWidget(self.table, 1)
        self._column.addWidget(self.fault)
        buttons = QHBoxLayout()
        buttons.addWidget(self.all)
        buttons.addWidget(self.more)
        buttons.addStretch(1)
        buttons.addWidget(self.finish)
        self._column.addLayout(buttons)
        self.setFocusProxy(self.table)
        self.model.judged.connect(self._judge)
        self.table.selectionModel().currentChanged.connect(self._judge)
        self.model.modelReset.connect(self.table.fit)
        self.model.columnsInserted.connect(self.table.fit)
        theme.changed.connect(self._restyle)
        self._restyle()
        self._judge()

    def ask_finish(self) -> None:
        """On to the end; the page leads to a cell that can't be read first."""
        self.finish_asked.emit()

    @property
    def is_sound(self) -> bool:
        """Whether every cell can be read, the one that is being typed too."""
        self.table.settle()
        return not self.model.faults()

    def go_to_fault(self) -> None:
        """To the first cell that can't be read, and say which it is."""
        wrong = self.model.faults()
        if wrong:
            row, number = wrong[0]
            self.table.setCurrentIndex(self.model.index(row, number + FIRST_SET))
            self.table.setFocus()
            self._judge()

    def _judge(self) -> None:
        """Say what is wrong: in the cell with the keyboard, else in the first such cell."""
        wrong = self.model.faults()
        now = self.table.currentIndex()
        here = (now.row(), now.column() - FIRST_SET)
        words = ""
        if wrong:
            row, number = here if here in wrong else wrong[0]
            name = self.model.index(row, NAME).data()
            words = translate("Log", "{name}, set {number}: {fault}").format(
                name=name, number=number + 1, fault=self.model.fault(row, number)
            )
        if len(wrong) > 1:
            more = translate("Log", "{count} cells can't be read.").format(count=len(wrong))
            words = f"{words} {more}"
        self.fault.setText(words)
        self.fault.setVisible(bool(words))
        self.table.setAccessibleDescription(words)

    def _restyle(self) -> None:
        px = self._theme.px
        self._column.setContentsMargins(px(16), px(12), px(16), px(12))
        self._column.setSpacing(px(8))
        self.table.setFont(self._theme.font(15))
        self.table.fit()
