"""The end of a session: how hard it was as a whole, how long it took, a note."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSpinBox, QVBoxLayout, QWidget

from hemipelvi_gui.ui.dialogs.frame import push_button
from hemipelvi_gui.ui.log.enter_key import asks_for_enter, enters_or_leaves
from hemipelvi_gui.ui.log.rating_row import RatingRow
from hemipelvi_gui.ui.plain import one_line, plain_label
from hemipelvi_gui.ui.widgets.notes_popup import NotesEdit
from hemipelvi_gui.ui.widgets.numbers import indent_numbers

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import time

    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent

    from hemipelvi_gui.ui.log.bench import Bench
    from hemipelvi_gui.ui.log.log_day import LogDay
    from hemipelvi_gui.ui.theme import Theme

translate = QCoreApplication.translate
MOST_MINUTES, MINUTE_S = 600, 60
# Longer than this since the start: nobody knows when it was over.
LIKELY_MINUTES = 240
LONGEST_NOTES, LONGEST_NAME = 5000, 60


def effort_words() -> dict[int, str]:
    """Words for the effort of a whole session (category-ratio scale, Foster 2001)."""
    return {
        0: translate("Log", "rest"),
        1: translate("Log", "very, very easy"),
        2: translate("Log", "easy"),
        3: translate("Log", "moderate"),
        4: translate("Log", "somewhat hard"),
        5: translate("Log", "hard"),
        6: translate("Log", "hard, and a little more"),
        7: translate("Log", "very hard"),
        8: translate("Log", "very hard, and a little more"),
        9: translate("Log", "nearly all you have"),
        10: translate("Log", "all you have"),
    }


class FinishPanel(QWidget):
    """`left`: back to the sets. Nothing is made up: what isn't known stays open."""

    left = Signal()
    deleted = Signal()

    def __init__(self, theme: Theme, bench: Bench, day: LogDay, now: Callable[[], time]) -> None:
        super().__init__()
        self._theme, self._bench, self._day, self._now = theme, bench, day, now
        self._begun = 0
        self.setAccessibleName(translate("Log", "Finish the session"))
        self.heading = plain_label(kind="title")
        self.open_words = plain_label(kind="muted")
        self.open_words.setWordWrap(True)
        self.fault = plain_label(
            translate(
                "Log", "Nothing is done of it yet: tick a set off, or say how it was as a whole."
            ),
            "error",
        )
        self.fault.setWordWrap(True)
        name = translate("Log", "How hard was it as a whole?")
        self.effort = RatingRow(theme, name, effort_words())
        self.minutes = QSpinBox()
        self.minutes.setRange(0, MOST_MINUTES)
        self.minutes.setSingleStep(5)
        self.minutes.setSpecialValueText(translate("Log", "not given"))
        self.minutes.setSuffix(translate("Log", " min"))
        self.minutes.setAccessibleName(translate("Log", "Minutes it took"))
        self.notes = NotesEdit()
        self.notes.setTabChangesFocus(True)
        self.notes.setProperty("kind", "field")
        self.notes.setAccessibleName(translate("Log", "Notes"))
        self.finish = push_button(translate("Log", "Finish"), self.write, "primary")
        self.back = push_button(translate("Log", "Back to the sets"), self.left.emit)
        self.delete: QPushButton = push_button(
            translate("Log", "Delete from the diary"), self._delete
        )
        self._lay_out()
        theme.changed.connect(self._restyle)
        self.setFocusProxy(self.effort)
        self._restyle()

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.heading)
        self._column.addWidget(self.open_words)
        self._column.addWidget(self.effort)
        words = effort_words()
        some = ", ".join(f"{number} {words[number]}" for number in (2, 3, 5, 7, 10))
        self._column.addWidget(plain_label(some, "muted"))
        minutes = QHBoxLayout()
        minutes.addWidget(plain_label(translate("Log", "How long did it take?")))
        minutes.addWidget(self.minutes)
        minutes.addStretch(1)
        self._column.addLayout(minutes)
        self._column.addWidget(plain_label(translate("Log", "Notes")))
        self._column.addWidget(self.notes)
        self._column.addWidget(self.fault)
        buttons = QHBoxLayout()
        buttons.addWidget(self.delete)
        buttons.addStretch(1)
        buttons.addWidget(self.back)
        buttons.addWidget(self.finish)
        self._column.addLayout(buttons)
        self._column.addStretch(1)

    def begin(self) -> None:
        """Fill in what is known."""
        workout = self._bench.workout
        if workout is None:
            return
        done = workout.done
        self.heading.setText(
            translate("Log", "Finish {name}").format(name=one_line(done.name, LONGEST_NAME))
        )
        undone = sum(1 for each in workout.tasks if not each.is_over)
        words = ""
        if undone:
            words = translate("Log", "{count} exercises are not all done; they stay as they are.")
        if undone == 1:
            words = translate("Log", "1 exercise is not all done; it stays as it is.")
        self.open_words.setText(words.format(count=undone))
        self.open_words.setVisible(bool(undone))
        self.effort.show_value(done.rpe)
        minutes = round((done.seconds or 0) / MINUTE_S)
        self.minutes.setValue(minutes or (self._since_start() if done.going else 0))
        self.notes.setPlainText(done.notes)
        self.delete.setVisible(self._bench.is_kept)
        self.fault.hide()
        self._begun = self.minutes.value()

    def write(self) -> None:
        """Keep it: the session is over."""
        workout = self._bench.workout
        if workout is None:
            return
        if not self._says_anything:
            self.fault.show()
            return
        minutes, seconds = self.minutes.value(), workout.done.seconds
        # A file may say more than can be set here; what isn't touched stays as it was.
        if minutes != round((seconds or 0) / MINUTE_S):
            seconds = float(minutes * MINUTE_S) or None
        notes = self.notes.toPlainText().strip()[:LONGEST_NOTES]
        self._bench.finish(self.effort.value, seconds, notes)

    @property
    def _says_anything(self) -> bool:
        """Whether there is something to keep: sets, or something that was said here."""
        workout = self._bench.workout
        if workout is None:
            return False
        if not workout.is_empty or not workout.done.going or self.effort.value is not None:
            return True
        timed = self.minutes.value() not in (0, self._begun)
        return timed or bool(self.notes.toPlainText().strip())

    def event(self, event: QEvent) -> bool:
        """Ctrl+Enter means something else in the window."""
        if asks_for_enter(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter finishes from anywhere but the notes, where Ctrl+Enter does."""
        if not enters_or_leaves(event, self.write, self.left.emit):
            super().keyPressEvent(event)

    def _since_start(self) -> int:
        """Minutes from the start until now, 0 where that says nothing."""
        workout = self._bench.workout
        if workout is None or workout.done.start is None or self._day.day != self._day.today:
            return 0
        today = self._day.today
        began = datetime.combine(today, workout.done.start)
        minutes = round((datetime.combine(today, self._now()) - began).total_seconds() / MINUTE_S)
        return minutes if 0 < minutes <= LIKELY_MINUTES else 0

    def _delete(self) -> None:
        self._bench.delete()
        self.deleted.emit()

    def _restyle(self) -> None:
        px = self._theme.px
        self._column.setContentsMargins(px(20), px(16), px(20), px(16))
        self._column.setSpacing(px(10))
        self.notes.setFixedHeight(px(72))
        indent_numbers(self, self._theme)
        self.effort.caption.setFont(self._theme.bold(18))
        for button in self.effort.buttons:
            button.setFont(self._theme.font(18))
            button.setFixedHeight(px(44))
        self.finish.setFont(self._theme.bold(18))
        self.finish.setMinimumHeight(px(44))
