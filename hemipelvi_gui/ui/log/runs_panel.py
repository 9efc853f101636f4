"""The runs of the day: those that were planned, those that were done, and a line for more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from hemipelvi_gui.domain.done_line import begin_done
from hemipelvi_gui.domain.runs import RunKind
from hemipelvi_gui.sheets.plan_words import run_facts
from hemipelvi_gui.ui.log.done_run_line import DoneRunLine
from hemipelvi_gui.ui.log.done_run_words import run_words
from hemipelvi_gui.ui.plain import one_line, plain_label
from hemipelvi_gui.ui.wording import DOT

if TYPE_CHECKING:
    from collections.abc import Callable

    from hemipelvi_gui.domain.done_runs import DoneRun
    from hemipelvi_gui.domain.runs import Run
    from hemipelvi_gui.ui.desk import Desk
    from hemipelvi_gui.ui.log.log_day import LogDay
    from hemipelvi_gui.ui.theme import Theme

translate = QCoreApplication.translate
LONGEST_NAME = 40


class RunsPanel(QFrame):
    """Follows the day."""

    def __init__(self, theme: Theme, day: LogDay, desk: Desk) -> None:
        super().__init__()
        self._theme, self._day, self._desk = theme, day, desk
        self.setProperty("kind", "panel")
        self.setAccessibleName(translate("Log", "Runs"))
        self.line = DoneRunLine(theme, day)
        self.buttons: dict[str, QPushButton] = {}
        self._shown: object = None
        self._rows = QVBoxLayout()
        self._column = QVBoxLayout(self)
        self._column.addWidget(plain_label(translate("Log", "Runs and races"), "heading"))
        self._column.addLayout(self._rows)
        self._column.addWidget(self.line)
        day.changed.connect(self.refresh)
        theme.changed.connect(self._restyle)
        self._restyle()
        self.refresh()

    def refresh(self) -> None:
        """Show the runs of the shown day."""
        done = sorted(self._day.log.done_runs.values(), key=lambda each: str(each.start or "~"))
        logged = {each.run for each in done}
        planned = [
            each
            for each in self._day.planned_runs
            if each.id not in logged and not each.skipped and each.kind is not RunKind.REST
        ]
        if (done, planned) == self._shown:
            return
        self._shown = (done, planned)
        self._clear()
        for run in planned:
            self._add_planned(run)
        for each in done:
            self._add_done(each)

    def _clear(self) -> None:
        self.buttons.clear()
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _add_planned(self, run: Run) -> None:
        name = one_line(run.name, LONGEST_NAME)
        words = DOT.join((name, *run_facts(run)))
        said = translate("Log", "Planned: {words}").format(words=words)
        row, line = self._row(said, "muted", beside=True)
        text = begin_done(run)
        button = self._button(
            translate("Log", "Write down"),
            translate("Log", "Write down {name}").format(name=name),
            lambda: self.line.begin(planned=run, text=text),
        )
        self.buttons[run.id] = button
        line.addWidget(button)
        self._rows.addWidget(row)

    def _add_done(self, run: DoneRun) -> None:
        row, line = self._row(run_words(run), "")
        name = one_line(run.name, LONGEST_NAME)
        for key, words, said, do in (
            (
                f"edit {run.id}",
                translate("Log", "Edit"),
                translate("Log", "Edit {name}"),
                lambda: self.line.begin(run),
            ),
            (
                f"delete {run.id}",
                translate("Log", "Delete"),
                translate("Log", "Delete {name}"),
                lambda: self._delete(run),
            ),
        ):
            button = self._button(words, said.format(name=name), do)
            self.buttons[key] = button
            line.addWidget(button)
        self._rows.addWidget(row)

    def _row(self, words: str, kind: str, *, beside: bool = False) -> tuple[QWidget, QHBoxLayout]:
        row = QWidget()
        if beside:
            across = QHBoxLayout(row)
            across.setContentsMargins(0, 0, 0, 0)
            planned = plain_label(words, kind)
            planned.setWordWrap(True)
            across.addWidget(planned, 1)
            return row, across
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        label = plain_label(words, kind)
        label.setWordWrap(True)
        column.addWidget(label)
        line = QHBoxLayout()
        line.setSpacing(self._theme.px(8))
        column.addLayout(line)
        line.addStretch(1)
        return row, line

    def _button(self, words: str, said: str, do: Callable[[], object]) -> QPushButton:
        button = QPushButton(words)
        button.setProperty("kind", "link")
        button.setAccessibleName(said)
        button.clicked.connect(lambda _on=False: do())
        return button

    def _delete(self, run: DoneRun) -> None:
        name = one_line(run.name, LONGEST_NAME)
        self._day.logbook.delete(translate("Log", "delete {name}").format(name=name), run)
        words = translate("Log", "Deleted: {name}.").format(name=name)
        self._desk.messages.say_undoable(words, self._desk.document.undo_stack)
        self.line.setFocus()

    def _restyle(self) -> None:
        px = self._theme.px
        self._column.setContentsMargins(px(12), px(10), px(12), px(12))
        self._column.setSpacing(px(6))
        self._rows.setSpacing(px(4))
