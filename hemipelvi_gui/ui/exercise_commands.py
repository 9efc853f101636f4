"""What is done with exercises: add, copy, edit, delete, hide, decide. Each is one step to undo."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from hemipelvi_gui.domain.own import copy_of, decided, looked_at
from hemipelvi_gui.ui.plain import one_line
from hemipelvi_gui.ui.steps import Step

if TYPE_CHECKING:
    from hemipelvi_gui.domain.exercises import Exercise
    from hemipelvi_gui.domain.facets import Facets
    from hemipelvi_gui.ui.desk import Desk

translate = QCoreApplication.translate


class ExerciseCommands(QObject):
    """Acts on the desk's document, settings and messages."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk

    def keep(self, exercise: Exercise) -> None:
        """Store one's own exercise, new or changed."""
        exercise = looked_at(exercise)
        mine = self._desk.document.own_exercises
        words = translate("Exercises", "add {name}")
        if exercise.id in mine:
            if mine[exercise.id] == exercise:
                return
            words = translate("Exercises", "edit {name}")
        self._put(words, exercise)

    def copy(self, exercise: Exercise) -> Exercise:
        """A copy to change. It is one's own once it is kept."""
        return copy_of(exercise, (each.name for each in self._desk.document.library.values()))

    def delete(self, exercise: Exercise, used: int) -> None:
        """Delete one's own exercise, which is used in so many sessions."""
        name = translate("Exercises", "delete {name}").format(name=one_line(exercise.name, 60))
        self._desk.document.replace_exercises(name, {exercise.id: None})
        said = translate("Exercises", "\u201c{name}\u201d is deleted.")
        if used == 1:
            said = translate(
                "Exercises", "\u201c{name}\u201d is deleted; 1 session keeps it as unknown."
            )
        elif used:
            said = translate(
                "Exercises",
                "\u201c{name}\u201d is deleted; {used} sessions keep it as unknown.",
            )
        self._say(said, exercise.name, used)

    def hide(self, exercise: Exercise) -> None:
        """Offer it no more; sessions that use it keep it."""
        self._hide_or_show(translate("Exercises", "hide {name}"), exercise, True)
        said = translate(
            "Exercises", "\u201c{name}\u201d is hidden. The chip Hidden shows it again."
        )
        self._say(said, exercise.name)

    def show(self, exercise: Exercise) -> None:
        """Offer it again."""
        self._hide_or_show(translate("Exercises", "show {name}"), exercise, False)
        self._say(translate("Exercises", "\u201c{name}\u201d is shown again."), exercise.name)

    def decide(self, exercise: Exercise, facets: Facets | None) -> None:
        """Take these facets for an imported exercise: somebody has looked at it."""
        self._put(translate("Exercises", "review {name}"), decided(exercise, facets))

    def set_hidden(self, exercise_id: str, hidden: bool) -> None:
        """Called by undo steps."""
        document = self._desk.document
        others = tuple(each for each in document.settings.hidden if each != exercise_id)
        kept = (*others, exercise_id) if hidden else others
        document.set_settings(replace(document.settings, hidden=kept))
        self._desk.shelf.save_settings(document.settings, {})

    def _hide_or_show(self, words: str, exercise: Exercise, hidden: bool) -> None:
        if (exercise.id in self._desk.document.settings.hidden) is hidden:
            return
        name = words.format(name=one_line(exercise.name, 60))
        forth, back = (exercise.id, hidden), (exercise.id, not hidden)
        self._desk.document.undo_stack.push(Step(name, self.set_hidden, forth, back))

    def _put(self, words: str, exercise: Exercise) -> None:
        name = words.format(name=one_line(exercise.name, 60))
        self._desk.document.replace_exercises(name, {exercise.id: exercise})

    def _say(self, words: str, name: str, used: int = 0) -> None:
        text = words.format(name=one_line(name, 60), used=used)
        self._desk.messages.say_undoable(text, self._desk.document.undo_stack)
