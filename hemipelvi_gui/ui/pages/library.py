"""The Library page: every exercise in full, one's own kept in order, guesses looked at."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from hemipelvi_gui.coach.steps import away_from_running, towards_running
from hemipelvi_gui.ui.exercise_commands import ExerciseCommands
from hemipelvi_gui.ui.late import Late
from hemipelvi_gui.ui.library.exercise_detail import ExerciseDetail, Surroundings
from hemipelvi_gui.ui.library.shown import Shown
from hemipelvi_gui.ui.models.library_review import ReviewQueue, undecided
from hemipelvi_gui.ui.models.library_use import Uses
from hemipelvi_gui.ui.pages.library_editing import Editing
from hemipelvi_gui.ui.plain import menu_text
from hemipelvi_gui.ui.widgets.library_panel import LibraryPanel

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent, QShowEvent

    from hemipelvi_gui.domain.exercises import Exercise
    from hemipelvi_gui.ui.desk import Desk
    from hemipelvi_gui.ui.document import Document
    from hemipelvi_gui.ui.library.exercise_form import ExerciseForm
    from hemipelvi_gui.ui.library.review_panel import ReviewPanel
    from hemipelvi_gui.ui.theme import Theme
    from hemipelvi_gui.ui.widgets.glyphs import GlyphCache

translate = QCoreApplication.translate
LIST_WIDTH = 340
MOST_FOR_LIST = 0.36


class LibraryPage(QSplitter):
    """The list at the left; beside it the exercise, the form for one's own, or the review.

    `add_asked(id)`: add it to the session on the screen. `session_asked(id)`: open that session.
    """

    add_asked = Signal(str)
    session_asked = Signal(str)

    def __init__(self, theme: Theme, document: Document, glyphs: GlyphCache, desk: Desk) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._theme, self._document, self._glyphs = theme, document, glyphs
        self.setAccessibleName(translate("Library", "Library"))
        self.commands = ExerciseCommands(desk)
        self.queue = ReviewQueue(document, self)
        self.uses = Uses(desk.shelf, document, self)
        self.new = QPushButton(menu_text(translate("Library", "New exercise")))
        self.review = QPushButton()
        for button in (self.new, self.review):
            button.setProperty("kind", "pill")
        self.library = LibraryPanel(theme, document, glyphs, manages=True)
        self._right = QStackedWidget()
        self.editing = Editing(theme, document, self.commands, self.queue, self._right)
        self._shown = Shown(document, self.library.list.exercises)
        self._moved = False
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._lay_out()
        self._connect()
        self._restyle()
        self._follow_document()
        Late(self, lambda: self.detail)

    @cached_property
    def detail(self) -> ExerciseDetail:
        """Made when the cards are painted, or when it is first needed."""
        made = ExerciseDetail(self._theme, self._glyphs)
        made.add_asked.connect(lambda: self._with_shown(lambda e: self.add_asked.emit(e.id)))
        made.copy_asked.connect(lambda: self._with_shown(self.editing.copy))
        made.edit_asked.connect(lambda: self._with_shown(lambda e: self.editing.edit(e.id)))
        made.delete_asked.connect(lambda: self._with_shown(self._delete))
        made.hide_asked.connect(lambda: self._with_shown(self._hide_or_show))
        made.sibling_asked.connect(self.go_to)
        made.session_asked.connect(self.session_asked)
        # Filled before it is put there, or each of its labels would have the page laid out.
        if self.exercise is not None:
            made.show_exercise(self.exercise, self._surroundings(self.exercise))
        self._right.addWidget(made)
        # Sessions are read from the file, which its first picture need not wait for.
        Late(made, self._show_use)
        return made

    @property
    def form(self) -> ExerciseForm:
        """The form for one's own exercises."""
        return self.editing.form

    @property
    def review_panel(self) -> ReviewPanel:
        """The review of guesses."""
        return self.editing.review_panel

    @property
    def exercise(self) -> Exercise | None:
        """The exercise that is shown."""
        return self._shown.exercise

    def showEvent(self, event: QShowEvent) -> None:
        """The cards come when the list has its size."""
        super().showEvent(event)
        self._share_out()
        self.library.fill()
        if self.exercise is None:
            self._show_first()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The exercise gets what the list does not need."""
        super().resizeEvent(event)
        self._share_out()

    def search(self) -> None:
        """Go to the search field."""
        self.library.focus_search()

    def go_to(self, exercise_id: str) -> None:
        """Show an exercise, also one that the filters hide."""
        exercise = self._document.library.get(exercise_id)
        if exercise is None or self.editing.is_held():
            return
        self.library.fill()
        listed = self.library.list.exercises.index_of(exercise_id)
        if not listed.isValid():
            self.library.filters.reveal(exercise)
            listed = self.library.list.exercises.index_of(exercise_id)
        if not listed.isValid():
            self.library.search.clear()
            listed = self.library.list.exercises.index_of(exercise_id)
        self.library.list.select(listed)
        self._show(exercise)

    def begin_new(self) -> None:
        """Open the form for a new exercise."""
        self.editing.begin_new()

    def edit(self, exercise_id: str) -> None:
        """Open the form for one of one's own."""
        self.editing.edit(exercise_id)

    def begin_review(self) -> None:
        """Go through what nobody has looked at yet."""
        self.editing.begin_review()
        self._mark_reviewed()

    def show_detail(self) -> None:
        """Back to the exercise, whatever the form holds."""
        self._right.setCurrentWidget(self.detail)
        self.library.list.setFocus()

    def _lay_out(self) -> None:
        left = QWidget()
        left.setProperty("kind", "clear")
        self._buttons = QHBoxLayout()
        self._buttons.addWidget(self.new)
        self._buttons.addWidget(self.review)
        self._buttons.addStretch(1)
        self._left = QVBoxLayout(left)
        self._left.setContentsMargins(0, 0, 0, 0)
        self._left.addWidget(self.library, 1)
        self._left.addLayout(self._buttons)
        frame = QFrame()
        frame.setProperty("kind", "panel")
        self._frame = QVBoxLayout(frame)
        self._frame.addWidget(self._right)
        self.addWidget(left)
        self.addWidget(frame)
        self.setStretchFactor(1, 1)
        self.setChildrenCollapsible(False)

    def _connect(self) -> None:
        self.new.clicked.connect(self.editing.begin_new)
        self.review.clicked.connect(self.begin_review)
        self.editing.left.connect(self.show_detail)
        self.editing.saved.connect(self.go_to)
        self.library.chosen.connect(self.add_asked)
        self.library.opened.connect(self._open)
        self.library.current_exercise_changed.connect(self._show_listed)
        self.queue.changed.connect(self._mark_reviewed)
        self._later.timeout.connect(self._show_use)
        self.uses.changed.connect(self._later.start)
        self._document.changed.connect(self._follow_document)
        self.library.filters.changed.connect(self._mark_shown)
        self._theme.changed.connect(self._restyle)
        self.splitterMoved.connect(self._keep_sizes)

    def _open(self, exercise_id: str) -> None:
        """Show what Enter was pressed on; the arrow keys go on from there."""
        self.go_to(exercise_id)
        if self.exercise is not None and self.exercise.id == exercise_id:
            self.library.list.setFocus()

    def _show_listed(self, exercise_id: str) -> None:
        exercise = self._document.library.get(exercise_id)
        # The list tells of its card again after each change of the library.
        same = self.exercise is not None and self.exercise.id == exercise_id
        if exercise is None or same or self.editing.is_held():
            return
        # As long as nothing is there, the exercise waits for the cards to be painted.
        if self._right.count() and not self.editing.reviews(exercise):
            self._show(exercise)
        else:
            self._tell(exercise)

    def _show(self, exercise: Exercise) -> None:
        self._tell(exercise)
        self._right.setCurrentWidget(self.detail)

    def _tell(self, exercise: Exercise) -> None:
        self._shown.exercise = exercise
        if "detail" in self.__dict__:
            self.detail.show_exercise(exercise, self._surroundings(exercise))
            # Sessions are read from the file, which the exercise's picture need not wait for.
            self._later.start()

    def _surroundings(self, exercise: Exercise) -> Surroundings:
        library, hidden = self._document.library, frozenset(self._document.settings.hidden)
        return Surroundings(
            towards_running(exercise, library, hidden),
            away_from_running(exercise, library, hidden),
            exercise.id in self._document.own_exercises,
            exercise.id in hidden,
        )

    def _show_use(self) -> None:
        if self.exercise is not None and "detail" in self.__dict__:
            self.detail.show_use(self.uses.of(self.exercise.id))

    def _show_first(self) -> None:
        self.library.list.select(self.library.list.exercises.index(0))

    def _follow_document(self) -> None:
        waiting = len(undecided(self._document))
        words = translate("Library", "Review {count} guesses").format(count=waiting)
        if waiting == 1:
            words = translate("Library", "Review 1 guess")
        self.review.setText(menu_text(words))
        self.review.setVisible(waiting > 0)
        goes_on = self._shown.after_change()
        if goes_on is not None:
            self._tell(goes_on)
        self._mark_shown()

    def _mark_shown(self) -> None:
        """The list is at the exercise shown, if it has it."""
        cards, shown = self.library.list, self.exercise
        if shown is None or cards.current == shown:
            return
        listed = cards.exercises.index_of(shown.id)
        if listed.isValid():
            cards.select(listed)

    def _mark_reviewed(self) -> None:
        if (exercise := self.queue.current) is not None and self.editing.reviews(exercise):
            self._tell(exercise)
            self._mark_shown()

    def _with_shown(self, call: Callable[[Exercise], object]) -> None:
        if self.exercise is not None:
            call(self.exercise)

    def _delete(self, exercise: Exercise) -> None:
        self.commands.delete(exercise, len(self.uses.of(exercise.id)))

    def _hide_or_show(self, exercise: Exercise) -> None:
        if exercise.id in self._document.settings.hidden:
            self.commands.show(exercise)
        else:
            self.commands.hide(exercise)

    def _restyle(self) -> None:
        px = self._theme.px
        self.setContentsMargins(px(12), px(12), px(12), px(12))
        self.setHandleWidth(px(12))
        self._buttons.setSpacing(px(8))
        self._left.setSpacing(px(10))
        self._frame.setContentsMargins(1, 1, 1, 1)
        self._share_out()

    def _share_out(self) -> None:
        if not self._moved:
            left = min(self._theme.px(LIST_WIDTH), round(self.width() * MOST_FOR_LIST))
            self.setSizes([left, self.width() - left])

    def _keep_sizes(self) -> None:
        self._moved = True
