"""The exercise in sight in large type, its next set filled in, and one button to tick it off."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from hemipelvi_gui.domain.prescription import Sides
from hemipelvi_gui.domain.workout import is_hold
from hemipelvi_gui.ui.log.clock import Phase, SetClock
from hemipelvi_gui.ui.log.clock_face import ClockFace
from hemipelvi_gui.ui.log.enter_key import ENTER
from hemipelvi_gui.ui.log.exercise_head import ExerciseHead
from hemipelvi_gui.ui.log.set_chips import SetChips
from hemipelvi_gui.ui.log.set_fields import SetFields
from hemipelvi_gui.ui.log.workout_words import after_words, button_words, wrong_words
from hemipelvi_gui.ui.plain import plain_label
from hemipelvi_gui.ui.widgets.labels import ElidedLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent

    from hemipelvi_gui.domain.diary import DoneSet
    from hemipelvi_gui.ui.log.bench import Bench
    from hemipelvi_gui.ui.theme import Theme
    from hemipelvi_gui.ui.widgets.glyphs import GlyphCache

translate = QCoreApplication.translate


class WorkoutView(QWidget):
    """Follows the bench. `finish_asked`: nothing is left, or the runner has enough."""

    finish_asked = Signal()

    def __init__(self, theme: Theme, bench: Bench, glyphs: GlyphCache, clock: SetClock) -> None:
        super().__init__()
        self._theme, self._bench, self.clock = theme, bench, clock
        self._correcting: tuple[int, int] | None = None
        self._in_sight: tuple[object, ...] = ()
        self._holding: DoneSet | None = None
        self._phase = clock.phase
        self.setAccessibleName(translate("Log", "The exercise in sight"))
        self.head = ExerciseHead(theme, bench, glyphs)
        self.name, self.counter = self.head.name, self.head.counter
        self.chips = SetChips(theme)
        self.fields = SetFields(theme)
        self.face = ClockFace(theme, clock)
        self.done = QPushButton()
        self.done.setProperty("kind", "primary")
        self.by_hand = QPushButton()
        self.by_hand.setProperty("kind", "link")
        self.take_away = QPushButton(translate("Log", "Take this set away"))
        self.leave = QPushButton(translate("Log", "Leave it as it was"))
        self.note = plain_label(kind="error")
        self.after = ElidedLabel("", "muted")
        self._lay_out()
        self._connect()
        theme.changed.connect(self._restyle)
        self._restyle()
        self.refresh()

    def _lay_out(self) -> None:
        self.done.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._go = QHBoxLayout()
        buttons = QVBoxLayout()
        buttons.addWidget(self.done)
        self._others = QHBoxLayout()
        for button in (self.by_hand, self.take_away, self.leave):
            self._others.addWidget(button)
        self._others.addStretch(1)
        buttons.addLayout(self._others)
        self._go.addLayout(buttons, 1)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.head)
        self._column.addWidget(self.fields)
        self._column.addWidget(self.note)
        self._column.addLayout(self._go)
        self._column.addWidget(self.after)
        self._column.addWidget(self.chips)
        self._column.addWidget(self.face, 1)
        self._column.addStretch()

    def _connect(self) -> None:
        self._bench.changed.connect(self.refresh)
        self._bench.rest_due.connect(self._rest)
        self.fields.entered.connect(self.act)
        self.fields.changed.connect(self._check)
        self.done.clicked.connect(lambda _on=False: self.act())
        self.by_hand.clicked.connect(lambda _on=False: self._tick())
        self.take_away.clicked.connect(lambda _on=False: self._correct(None))
        self.leave.clicked.connect(lambda _on=False: self._stop_correcting())
        self.chips.picked.connect(self._pick)
        self.clock.ticked.connect(self._follow_clock)
        self.clock.held.connect(self._held)

    def put_button_first(self, *, first: bool) -> None:
        """Where there is little room, what is pressed each time stands above what is set."""
        if (self._column.indexOf(self._go) < self._column.indexOf(self.fields)) != first:
            self._column.removeItem(self._go)
            place = 1 if first else self._column.indexOf(self.note) + 1
            self._column.insertLayout(place, self._go)
            # The ring stands where it is seen: beside the button, or large in what room is left.
            self._column.removeWidget(self.face)
            self._go.removeWidget(self.face)
            if first:
                self._go.addWidget(self.face)
            else:
                self._column.insertWidget(self._column.indexOf(self.chips) + 1, self.face, 1)
        self.face.stand_beside(beside=first)

    # What the big button and the keys do

    def act(self) -> None:
        """What the big button says: tick the set, start or stop the hold, finish."""
        if self._bench.workout is None:
            return
        if self._correcting is not None:
            self._correct(self.fields.value)
        elif self._bench.coming is None:
            self.finish_asked.emit()
        elif self.clock.phase in (Phase.READY, Phase.HOLD):
            self.stop_clock()
        elif self._can_hold:
            self._hold()
        else:
            self._tick()

    def stop_clock(self) -> None:
        """End the rest; of a hold what was held counts, of getting ready nothing."""
        if self.clock.phase is Phase.HOLD:
            self.clock.stop()
        else:
            self.clock.forget()

    def choose_side(self, side: Sides) -> None:
        """Do this side now."""
        if not self.fields.sides.isHidden():
            self.fields.choose_side(side)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The large button has the keyboard, though no proxy, so that Tab comes to all."""
        self.done.setFocus(event.reason())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the keyboard, else ticks the set."""
        if event.key() not in ENTER or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
            return
        focus = QApplication.focusWidget()
        if isinstance(focus, QAbstractButton):
            focus.click()
        else:
            self.act()

    @property
    def _can_hold(self) -> bool:
        ahead = self._bench.coming
        return ahead is not None and is_hold(ahead.set) and self._correcting is None

    def _tick(self) -> None:
        one = self.fields.value
        if one is None:
            self._complain()
            return
        self.clock.forget()
        self._bench.tick(one)

    def _hold(self) -> None:
        """The clock counts the hold; for both sides first the left, then the right."""
        one = self.fields.value
        if one is None:
            self._complain()
            return
        if one.sides is Sides.EACH:
            self.fields.choose_side(Sides.LEFT)
            one = self.fields.value or one
        self._holding = one
        self.clock.hold(one.amount)

    def _held(self, seconds: float) -> None:
        one, self._holding = self._holding, None
        if one is None:
            return
        wanted = one.amount
        self._bench.tick(replace(one, amount=seconds))
        task = self._bench.task
        if task is not None and task.pending_side is not None and one.sides is Sides.LEFT:
            # The other side comes at once, after its own 3-2-1.
            ahead = self._bench.coming
            if ahead is not None and is_hold(ahead.set):
                self._holding = replace(ahead.set, amount=wanted)
                self.clock.hold(wanted)

    def _rest(self, seconds: int) -> None:
        self.clock.rest(seconds)

    def _complain(self) -> None:
        self._check()
        wrong = self.fields.wrong
        if wrong is not None:
            wrong.line.setFocus()
            wrong.line.selectAll()

    def _check(self) -> None:
        wrong = self.fields.wrong
        words = "" if wrong is None else wrong_words(wrong)
        self.note.setText(words)
        self.note.setVisible(bool(words))
        self.fields.setAccessibleDescription(words)

    # Correcting

    def _pick(self, number: int) -> None:
        place = self._shown_place
        workout = self._bench.workout
        if place is None or workout is None or self._correcting == (place, number):
            self._stop_correcting()
            return
        self.clock.forget()
        self._correcting = (place, number)
        task = workout.tasks[place]
        self.fields.show_set(task.sets[number], task, self._bench.exercise)
        self._dress()
        self.fields.amount.line.setFocus()
        self.fields.amount.line.selectAll()

    def _correct(self, one: DoneSet | None) -> None:
        if self._correcting is None:
            return
        if one is None and self.fields.wrong is not None and self.sender() is not self.take_away:
            self._complain()
            return
        (place, number), self._correcting = self._correcting, None
        self._in_sight = ()
        self._bench.correct(place, number, one)
        self.done.setFocus()

    def _stop_correcting(self) -> None:
        self._correcting = None
        self._in_sight = ()
        self.refresh()
        self.done.setFocus()

    # What is shown

    @property
    def _shown_place(self) -> int | None:
        """The task in sight; when nothing is left, the last one that was done."""
        workout = self._bench.workout
        if workout is None:
            return None
        if self._bench.place is not None:
            return self._bench.place
        return workout.last

    def refresh(self) -> None:
        """Take what the bench has. What is being typed stays while the same set is in sight."""
        workout, ahead = self._bench.workout, self._bench.coming
        if workout is None:
            self._correcting, self._in_sight = None, ()
            self.clock.forget()
            return
        if ahead is not None and self._correcting is None:
            task = workout.tasks[ahead.place]
            in_sight = (workout.done.id, ahead, task.plan, task.exercise)
            if in_sight != self._in_sight:
                self._in_sight = in_sight
                self.fields.show_set(ahead.set, task, self._bench.exercise)
                self._check()
        if self._correcting is not None:
            place, number = self._correcting
            if place >= len(workout.tasks) or number >= len(workout.tasks[place].sets):
                self._correcting = None
        self._dress()

    def _follow_clock(self) -> None:
        if self._phase is not self.clock.phase:
            self._phase = self.clock.phase
            self._dress()

    def _dress(self) -> None:
        workout, ahead = self._bench.workout, self._bench.coming
        if workout is None:
            return
        place = self._shown_place
        task = None if place is None else workout.tasks[place]
        over = ahead is None and self._correcting is None
        self.head.show_task(self._correcting)
        self.fields.setVisible(not over)
        picked = None if self._correcting is None else self._correcting[1]
        self.chips.show_sets(task, picked)
        self._dress_buttons(over)
        then = "" if over or self._correcting else after_words(self._bench)
        self.after.setText(then)
        self.after.setVisible(bool(self.after.text()))

    def _dress_buttons(self, over: bool) -> None:
        correcting, phase = self._correcting is not None, self.clock.phase
        words = button_words(phase, over=over, correcting=correcting, can_hold=self._can_hold)
        self.done.setText(words)
        workout = self._bench.workout
        self.done.setEnabled(workout is not None and bool(workout.tasks))
        counting = phase in (Phase.READY, Phase.HOLD)
        self.by_hand.setVisible(self._can_hold and not counting and not over)
        self.by_hand.setText(translate("Log", "Tick it off without the clock"))
        self.take_away.setVisible(correcting)
        self.leave.setVisible(correcting)
        self.face.setVisible(phase is not Phase.IDLE)

    def _restyle(self) -> None:
        theme, px = self._theme, self._theme.px
        self._column.setContentsMargins(px(20), px(16), px(20), px(16))
        self._column.setSpacing(px(12))
        self._go.setSpacing(px(16))
        self.after.setFont(theme.font(16))
        self.done.setFont(theme.bold(24))
        self.done.setMinimumHeight(px(72))
        self.refresh()
