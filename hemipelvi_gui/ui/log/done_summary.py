"""A session that is over: what was done, how hard it was, how long it took."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hemipelvi_gui.domain.units import plain
from hemipelvi_gui.domain.workout import labels
from hemipelvi_gui.ui.days import clock, short_day
from hemipelvi_gui.ui.dialogs.frame import push_button
from hemipelvi_gui.ui.log.page_parts import column_of, scrolling
from hemipelvi_gui.ui.log.set_chips import set_words
from hemipelvi_gui.ui.plain import one_line, plain_label
from hemipelvi_gui.ui.wording import DOT

if TYPE_CHECKING:
    from hemipelvi_gui.domain.diary import DoneSession
    from hemipelvi_gui.domain.workout import Task
    from hemipelvi_gui.ui.log.bench import Bench
    from hemipelvi_gui.ui.theme import Theme

translate = QCoreApplication.translate
LONGEST_NAME, LONGEST_NOTES, MINUTE_S = 80, 600, 60


def facts(done: DoneSession) -> str:
    """As in "Mon 23 Nov · 18:00 · 52 min · RPE 7"; what isn't known is left out."""
    words = [short_day(done.date)]
    if done.start is not None:
        words.append(clock(done.start))
    if done.seconds:
        minutes = translate("Log", "{count} min").format(count=round(done.seconds / MINUTE_S))
        words.append(minutes)
    if done.rpe is not None:
        words.append(translate("Log", "RPE {rpe}").format(rpe=plain(done.rpe)))
    return DOT.join(words)


class DoneSummary(QWidget):
    """Follows the bench. `change_asked`: to the sets. `end_asked`: effort, time and notes.

    `left`: away from it.
    """

    change_asked = Signal()
    end_asked = Signal()
    left = Signal()

    def __init__(self, theme: Theme, bench: Bench) -> None:
        super().__init__()
        self._theme, self._bench = theme, bench
        self.setAccessibleName(translate("Log", "What was done"))
        self.heading = plain_label(kind="display")
        self.facts, self.notes = plain_label(kind="reading"), plain_label(kind="muted")
        self.rows = plain_label(kind="reading")
        for label in (self.heading, self.notes, self.rows):
            label.setWordWrap(True)
            label.setMinimumWidth(1)
        self.change = push_button(translate("Log", "Change\u2026"), self.change_asked.emit)
        words = translate("Log", "Effort, time and notes\u2026")
        self.end = push_button(words, self.end_asked.emit)
        self.close_it = push_button(translate("Log", "Close"), self.left.emit)
        self._column = QVBoxLayout(self)
        for label in (self.heading, self.facts, self.notes):
            self._column.addWidget(label)
        buttons = QHBoxLayout()
        for button in (self.change, self.end, self.close_it):
            buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        buttons.addStretch(1)
        self._column.addLayout(buttons)
        self._column.addWidget(scrolling(column_of(self.rows)), 1)
        self.setFocusProxy(self.change)
        bench.changed.connect(self.refresh)
        theme.changed.connect(self._restyle)
        self._restyle()

    def refresh(self) -> None:
        """Show what the bench has."""
        workout = self._bench.workout
        if workout is None:
            return
        done = workout.done
        name = one_line(done.name, LONGEST_NAME)
        self.heading.setText(translate("Log", "\u2713 {name}").format(name=name))
        self.facts.setText(facts(done))
        self.notes.setText(done.notes[:LONGEST_NOTES])
        self.notes.setVisible(bool(done.notes))
        pairs = zip(workout.tasks, labels(workout.tasks), strict=True)
        self.rows.setText("\n".join(self._said(task, label) for task, label in pairs))

    def _said(self, task: Task, label: str) -> str:
        name = one_line(f"{label} {self._bench.name_of(task)}".strip(), LONGEST_NAME)
        if not task.sets:
            return translate("Log", "{name}: not done").format(name=name)
        sets = "; ".join(_counted([set_words(each) for each in task.sets]))
        return translate("Log", "{name}: {sets}").format(name=name, sets=sets)

    def _restyle(self) -> None:
        px = self._theme.px
        self._column.setContentsMargins(px(28), px(20), px(28), px(20))
        self._column.setSpacing(px(10))


def _counted(words: list[str]) -> list[str]:
    """The same set several times is said once: "3 × 8 · 60 kg"."""
    found: list[tuple[str, int]] = []
    for each in words:
        if found and found[-1][0] == each:
            found[-1] = (each, found[-1][1] + 1)
        else:
            found.append((each, 1))
    return [each if count == 1 else f"{count} \u00d7 {each}" for each, count in found]
