"""The session set by set: the exercise in large type, all of them beside it, what can be done."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QCheckBox,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from hemipelvi_gui.ui.log.clock import Phase, SetClock
from hemipelvi_gui.ui.log.exercise_menu import ExercisePopup
from hemipelvi_gui.ui.log.task_list import TaskList
from hemipelvi_gui.ui.log.workout_view import WorkoutView
from hemipelvi_gui.ui.widgets.chips import FlowLayout

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QFocusEvent, QResizeEvent

    from hemipelvi_gui.domain.exercises import Exercise
    from hemipelvi_gui.ui.desk import Desk
    from hemipelvi_gui.ui.log.bench import Bench
    from hemipelvi_gui.ui.theme import Theme
    from hemipelvi_gui.ui.widgets.glyphs import GlyphCache

translate = QCoreApplication.translate
NARROW_LIST, LIST, LEAST_LIST, BAR, UNBOUND = 176, 240, 200, 14, 16_777_215
ACROSS, DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class SetBySet(QWidget):
    """Follows the bench. `finish_asked`: nothing is left, or the runner has enough."""

    finish_asked = Signal()

    def __init__(self, theme: Theme, bench: Bench, glyphs: GlyphCache, desk: Desk) -> None:
        super().__init__()
        self._theme, self.bench, self._desk, self._document = theme, bench, desk, desk.document
        self._glyphs, self._is_tall = glyphs, False
        self.clock = SetClock(self)
        self.view = WorkoutView(theme, bench, glyphs, self.clock)
        self.tasks = TaskList(theme, bench)
        self._make_buttons()
        self._lay_out()
        self.view.finish_asked.connect(self.finish_asked)
        bench.changed.connect(self._dress)
        self.tasks.chosen.connect(self.view.done.setFocus)
        bench.rest_due.connect(self._rest)
        self.clock.sounded.connect(self._sound)
        self.rests.toggled.connect(self._keep_choices)
        self.sounds.toggled.connect(self._keep_choices)
        stack = self._document.undo_stack
        stack.canUndoChanged.connect(self.buttons["undo"].setEnabled)
        self.buttons["undo"].setEnabled(stack.canUndo())
        theme.changed.connect(self._restyle)
        self._restyle()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The exercise in sight has the keyboard, though no proxy, so that Tab comes to all."""
        self.view.setFocus(event.reason())

    def open_swaps(self) -> ExercisePopup | None:
        """Choose what to do instead, the nearest of what this gym has first."""
        task = self.bench.task
        if task is None:
            return None
        words = translate("Log", "Instead of {name}").format(name=self.bench.name_of(task))
        return self._open_popup(words, self.bench.stand_ins(), self.bench.swap)

    def open_exercises(self) -> ExercisePopup | None:
        """Choose one exercise more."""
        if self.bench.workout is None:
            return None
        return self._open_popup(translate("Log", "Add an exercise"), [], self.bench.add)

    def step_task(self, by: int) -> None:
        """To the exercise before or after."""
        workout, place = self.bench.workout, self.bench.place
        if workout is None or not workout.tasks:
            return
        at = (len(workout.tasks) if place is None else place) + by
        self.bench.choose(min(max(at, 0), len(workout.tasks) - 1))

    @property
    def least_width(self) -> int:
        """How wide the exercise in sight is at least, in pixels."""
        return self._inside.minimumSizeHint().width() + self._theme.px(BAR)

    def arrange(self, room: int, *, stacked: bool) -> None:
        """Where the room, in pixels, is little the list stands under the exercise in sight.

        `stacked`: the day stands under it all, so that all of it is as high as it has to be.
        """
        px = self._theme.px
        beside = room - self.least_width - px(20)
        narrow = beside < px(NARROW_LIST)
        self._is_tall = stacked or narrow
        self.view.put_button_first(first=self._is_tall)
        self._across.setDirection(DOWN if narrow else ACROSS)
        self.tasks.setMinimumHeight(px(LEAST_LIST) if narrow else 0)
        wide = min(beside, px(LIST))
        self.tasks.setMinimumWidth(0 if narrow else wide)
        self.tasks.setMaximumWidth(UNBOUND if narrow else wide)
        self._fit()

    def _fit(self) -> None:
        """Where it stands over something all of it is in sight, however long the name is."""
        px, width = self._theme.px, self._area.width() - self._theme.px(BAR)
        inside = max(self._inside.sizeHint().height(), self._inside.heightForWidth(width))
        self._area.setMinimumHeight(inside + px(8) if self._is_tall else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width is another height."""
        super().resizeEvent(event)
        self._fit()

    def _make_buttons(self) -> None:
        rows = (
            ("skip", translate("Log", "Skip"), self.bench.skip),
            ("swap", translate("Log", "Swap\u2026"), self.open_swaps),
            ("more", translate("Log", "Add a set"), self.bench.more_sets),
            ("add", translate("Log", "Add an exercise\u2026"), self.open_exercises),
            ("undo", translate("Log", "Undo"), self._document.undo_stack.undo),
            ("end", translate("Log", "Finish\u2026"), self.finish_asked.emit),
        )
        self.buttons = {name: _button(words, do) for name, words, do in rows}
        settings = self._document.settings
        self.rests = QCheckBox(translate("Log", "Rest timer"))
        self.rests.setChecked(settings.rest_timer)
        self.sounds = QCheckBox(translate("Log", "Sound"))
        self.sounds.setChecked(settings.timer_sound)

    def _lay_out(self) -> None:
        self._across = QBoxLayout(ACROSS, self)
        self._across.setContentsMargins(0, 0, 0, 0)
        self._inside = QWidget()
        self._inside.setProperty("kind", "clear")
        large = QVBoxLayout(self._inside)
        large.setContentsMargins(0, 0, 0, 0)
        large.addWidget(self.view, 1)
        acts = QWidget()
        self._acts = FlowLayout(acts)
        self._foot = QHBoxLayout()
        self._foot.addWidget(acts)
        for button in self.buttons.values():
            self._acts.addWidget(button)
        large.addLayout(self._foot)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(self._inside)
        self._across.addWidget(self._area, 1)
        aside = QWidget()
        self._aside = QVBoxLayout(aside)
        self._aside.addWidget(self.tasks, 1)
        self._aside.addWidget(self.rests)
        self._aside.addWidget(self.sounds)
        self._across.addWidget(aside)

    def _open_popup(
        self,
        words: str,
        first: list[Exercise],
        take: Callable[[str], object],
    ) -> ExercisePopup:
        hidden, available = frozenset(self._document.settings.hidden), self.bench.available
        every = [
            each
            for each in self._document.library.values()
            if each.id not in hidden and each.possible_with(available)
        ]
        popup = ExercisePopup(self._theme, self._glyphs, words, first, every, self)
        popup.picked.connect(take)
        # Where it was may be a button that nothing could be done with yet.
        popup.picked.connect(lambda _id: self.view.done.setFocus())
        popup.open_beside(self.view.done)
        return popup

    def _dress(self) -> None:
        task = self.bench.task
        for name in ("skip", "swap", "more"):
            self.buttons[name].setEnabled(task is not None)
        skipped = task is not None and task.skipped
        self.buttons["skip"].setText(
            translate("Log", "Take it in") if skipped else translate("Log", "Skip")
        )
        self._fit()

    def _rest(self, _seconds: int) -> None:
        if not self.rests.isChecked():
            self.clock.forget()

    def _sound(self) -> None:
        if self.sounds.isChecked():
            QApplication.beep()

    def _keep_choices(self) -> None:
        document = self._document
        rests, sounds = self.rests.isChecked(), self.sounds.isChecked()
        document.settings = replace(document.settings, rest_timer=rests, timer_sound=sounds)
        self._desk.shelf.save_settings(document.settings, {})
        if not rests and self.clock.phase is Phase.REST:
            self.clock.forget()

    def _restyle(self) -> None:
        px = self._theme.px
        self._foot.setContentsMargins(px(20), px(4), px(20), px(8))
        self._acts.setSpacing(px(6))
        self._aside.setContentsMargins(px(8), px(8), px(12), px(8))
        self._aside.setSpacing(px(4))


def _button(words: str, do: Callable[[], object]) -> QPushButton:
    button = QPushButton(words)
    button.clicked.connect(lambda _on=False: do())
    return button
