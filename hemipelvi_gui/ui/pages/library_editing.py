"""The form for one's own exercises, the review of guesses, and the way between them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStackedWidget

    from hemipelvi_gui.domain.exercises import Exercise
    from hemipelvi_gui.ui.document import Document
    from hemipelvi_gui.ui.exercise_commands import ExerciseCommands
    from hemipelvi_gui.ui.library.exercise_form import ExerciseForm
    from hemipelvi_gui.ui.library.review_panel import ReviewPanel
    from hemipelvi_gui.ui.models.library_review import ReviewQueue
    from hemipelvi_gui.ui.theme import Theme

translate = QCoreApplication.translate


class Editing(QObject):
    """Both are pages of `stack`. `left`: back to the exercise. `saved(id)`: it is to be shown."""

    left = Signal()
    saved = Signal(str)

    def __init__(
        self,
        theme: Theme,
        document: Document,
        commands: ExerciseCommands,
        queue: ReviewQueue,
        stack: QStackedWidget,
    ) -> None:
        super().__init__(stack)
        self._theme, self._document, self._commands = theme, document, commands
        self._queue, self._stack = queue, stack
        # Whether the form was opened from the review, and so goes back there.
        self._reviewing = False

    @cached_property
    def form(self) -> ExerciseForm:
        """Made when it is first needed."""
        from hemipelvi_gui.ui.library.exercise_form import ExerciseForm

        made = ExerciseForm(self._theme, self._document.built_in)
        made.saved.connect(self._save)
        made.left.connect(self._leave_form)
        self._stack.addWidget(made)
        return made

    @cached_property
    def review_panel(self) -> ReviewPanel:
        """Made when it is first needed."""
        from hemipelvi_gui.ui.library.review_panel import ReviewPanel

        made = ReviewPanel(self._theme, self._queue)
        made.accepted.connect(self._commands.decide)
        made.edit_asked.connect(self._edit_in_review)
        made.left.connect(self.left)
        self._stack.addWidget(made)
        return made

    def is_held(self) -> bool:
        """Whether the form has something to lose; it then says so."""
        form: ExerciseForm | None = self.__dict__.get("form")
        if form is None or self._stack.currentWidget() is not form or not form.is_changed:
            return False
        form.remind()
        return True

    def reviews(self, exercise: Exercise) -> bool:
        """Whether it is the one that is looked at in the review."""
        panel: ReviewPanel | None = self.__dict__.get("review_panel")
        reviews = panel is not None and self._stack.currentWidget() is panel
        return reviews and exercise == self._queue.current

    def begin_new(self) -> None:
        """Open the form for a new exercise."""
        if not self.is_held():
            self._reviewing = False
            self.form.begin(None)
            self._stack.setCurrentWidget(self.form)

    def edit(self, exercise_id: str, draft: Exercise | None = None) -> None:
        """Open the form for one of one's own, with what is chosen of it already."""
        exercise = self._document.own_exercises.get(exercise_id)
        if exercise is not None and not self.is_held():
            self._reviewing = False
            self.form.begin(exercise, draft=draft)
            self._stack.setCurrentWidget(self.form)

    def copy(self, exercise: Exercise) -> None:
        """Open the form for one's own copy of an exercise."""
        self._reviewing = False
        self.form.begin(self._commands.copy(exercise), translate("Library", "Copy to my own"))
        self._stack.setCurrentWidget(self.form)

    def begin_review(self) -> None:
        """Go through what nobody has looked at yet."""
        if not self.is_held():
            self._queue.begin()
            self._show_review()

    def _edit_in_review(self, draft: Exercise) -> None:
        self.edit(draft.id, draft)
        self._reviewing = True

    def _show_review(self) -> None:
        self._stack.setCurrentWidget(self.review_panel)
        self.review_panel.setFocus()

    def _leave_form(self) -> None:
        if self._reviewing:
            self._reviewing = False
            self._show_review()
        else:
            self.left.emit()

    def _save(self, exercise: Exercise) -> None:
        reviewing = self._reviewing
        self._leave_form()
        self._commands.keep(exercise)
        if reviewing:
            self._queue.forward()
        else:
            self.saved.emit(exercise.id)
