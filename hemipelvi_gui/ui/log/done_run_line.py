"""One line to type a run into that was done, read back as it is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from hemipelvi_gui.domain.done_line import TypedRun, parse_done, write_done
from hemipelvi_gui.domain.run_grammar import RunError
from hemipelvi_gui.ui.log.done_run_words import read_back
from hemipelvi_gui.ui.plain import one_line, plain_label
from hemipelvi_gui.ui.planning.run_field import RunField
from hemipelvi_gui.ui.wording import shown

if TYPE_CHECKING:
    from hemipelvi_gui.domain.done_runs import DoneRun
    from hemipelvi_gui.domain.runs import Run
    from hemipelvi_gui.ui.log.log_day import LogDay
    from hemipelvi_gui.ui.theme import Theme

translate = QCoreApplication.translate
LONGEST_NAME = 40


class DoneRunLine(QWidget):
    """Writes a run down, or writes one again. `left`: the runner is done here."""

    left = Signal()

    def __init__(self, theme: Theme, day: LogDay) -> None:
        super().__init__()
        self._theme, self._day = theme, day
        self._run: DoneRun | None = None
        self._planned: Run | None = None
        self.field = RunField(theme)
        self.field.setPlaceholderText(translate("Log", "8 km 45:10 easy 142bpm"))
        self.add, self.cancel = QPushButton(), QPushButton(translate("Log", "Cancel"))
        self.echo = plain_label(kind="muted")
        self.echo.setWordWrap(True)
        self._top = QHBoxLayout()
        self._top.addWidget(self.field, 1)
        self._top.addWidget(self.add)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._top)
        self._column.addWidget(self.cancel, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(self.echo)
        self.field.textChanged.connect(self._read)
        self.field.focused.connect(self._read)
        self.field.entered.connect(self.enter)
        self.field.left.connect(self.leave)
        self.add.clicked.connect(self.enter)
        self.cancel.clicked.connect(self.leave)
        day.turned.connect(self._empty)
        day.changed.connect(self._follow)
        theme.changed.connect(self._restyle)
        self.setFocusProxy(self.field)
        self._restyle()
        self._dress()
        self._read()

    def begin(self, run: DoneRun | None = None, planned: Run | None = None, text: str = "") -> None:
        """Take the keyboard: for a new run, which may be a planned one, or to write one again."""
        self._run, self._planned = run, planned
        self.field.setText(text if run is None else write_done(run))
        self._dress()
        self._read()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        if run is not None:
            self.field.selectAll()

    def enter(self) -> None:
        """Take what is typed, as one step to undo; where it can't be read, say so."""
        typed = self._parse(hard=True)
        if typed is None:
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.field.remember(self.field.text().strip())
        name = one_line(typed.name, LONGEST_NAME)
        if self._run is None:
            planned = self._planned_for(typed)
            words = translate("Log", "write down {name}").format(name=name)
            self._day.logbook.put(words, typed.run(planned=planned))
        else:
            after = typed.onto(self._run)
            if after != self._run:
                words = translate("Log", "change {name}").format(name=name)
                self._day.logbook.put(words, after)
        self._empty()
        self._day.show(typed.date)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _planned_for(self, typed: TypedRun) -> str:
        """The id of the planned run that this was: the one it was begun for, or the day's own."""
        if self._planned is not None and self._planned.date == typed.date:
            return self._planned.id
        if typed.date != self._day.day:
            return ""
        logged = {each.run for each in self._day.log.done_runs.values()}
        there = [each for each in self._day.planned_runs if each.id not in logged]
        alike = [each for each in there if each.kind is typed.kind]
        return alike[0].id if len(alike) == 1 else ""

    def leave(self) -> None:
        """Empty the line, and let the keyboard go on."""
        self._empty()
        self.left.emit()

    def _empty(self) -> None:
        self._run = self._planned = None
        self.field.clear()
        self._dress()
        self._read()

    def _follow(self) -> None:
        run = self._run
        if run is None:
            return
        there = self._day.log.done_runs.get(run.id)
        if there is None:
            self._empty()
        else:
            self._run = there

    def _parse(self, *, hard: bool) -> TypedRun | None:
        """The line as a run. While a word is still being typed (not `hard`) a fault is advice."""
        line = self.field.text()
        if not line.strip():
            hint = translate(
                "Log", "How far, how long, what for, heart rate; yesterday, race, trail, rpe 6."
            )
            wrong = translate("Log", "Nothing is typed yet.") if hard else ""
            self._say(None, wrong or (hint if self.field.hasFocus() else ""), is_wrong=False)
            return None
        day = self._day.day if self._run is None else self._run.date
        try:
            return parse_done(line, self._day.today, day)
        except RunError as error:
            words = f"{shown(error.message)} {shown(error.advice)}".strip()
            last_word = len(line) - len(line.split(" ")[-1])
            is_wrong = hard or (error.column < last_word and bool(line[error.column :].strip()))
            self._say(error.column if is_wrong else None, words, is_wrong=is_wrong)
            return None

    def _read(self) -> None:
        typed = self._parse(hard=False)
        if typed is not None:
            self._say(None, read_back(typed, self._day.today), is_wrong=False)

    def _say(self, column: int | None, words: str, *, is_wrong: bool) -> None:
        self.field.mark(column)
        kind = "error" if is_wrong else "muted"
        if self.echo.property("kind") != kind:
            self.echo.setProperty("kind", kind)
            self.echo.style().unpolish(self.echo)
            self.echo.style().polish(self.echo)
        self.echo.setText(words)
        self.echo.setVisible(bool(words))
        self.field.setAccessibleDescription(words)

    def _dress(self) -> None:
        changes = self._run is not None
        name = translate("Log", "Type a run that was done")
        words = translate("Log", "Add")
        if self._run is not None:
            name = translate("Log", "Change {name}").format(
                name=one_line(self._run.name, LONGEST_NAME)
            )
            words = translate("Log", "Change")
        elif self._planned is not None:
            name = translate("Log", "{name}, as it was done").format(
                name=one_line(self._planned.name, LONGEST_NAME)
            )
        self.add.setText(words)
        self.field.setAccessibleName(name)
        self.cancel.setVisible(changes or self._planned is not None)

    def _restyle(self) -> None:
        px = self._theme.px
        self._top.setSpacing(px(6))
        self._column.setSpacing(px(4))
