"""What the window is about: the current session, its history, and what a drop would make of it.

Every change passes through one gate, `push`. Views listen to `changed` and `previewed`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from hemipelvi_gui.coach.findings import examine
from hemipelvi_gui.domain.balance import Line
from hemipelvi_gui.domain.exercises import Exercise
from hemipelvi_gui.domain.session import Session
from hemipelvi_gui.domain.settings import Settings
from hemipelvi_gui.ui.steps import Step, forget_with

if TYPE_CHECKING:
    from hemipelvi_gui.coach.reading import Reading
    from hemipelvi_gui.domain.edits import Edit
    from hemipelvi_gui.domain.plan import Plan

WeekLines = Callable[[Session, Mapping[str, Exercise], Settings], Sequence[Line]]


class Document(QObject):
    """The current session and everything views derive from it.

    `changed`: the session, the library or the settings are different. `previewed`: a preview has
    begun, changed or ended. The others carry a value or an id that whoever keeps the file writes.
    `beside` is the session on the screen when a step was made: the one to go back to.
    """

    changed = Signal()
    previewed = Signal()
    stored = Signal(object)
    dropped = Signal(str)
    exercises_set = Signal(object)
    plan_stored = Signal(object)
    plan_dropped = Signal(str)

    def __init__(
        self,
        session: Session,
        library: Mapping[str, Exercise],
        settings: Settings | None = None,
        week_lines: WeekLines = lambda _session, _library, _settings: (),
        own: Sequence[Exercise] = (),
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.built_in = dict(library)
        self._own = {each.id: each for each in own}
        self.library = {**self.built_in, **self._own}
        self.settings = settings or Settings()
        self.undo_stack = QUndoStack(self)
        forget_with(self, self.undo_stack)
        self._week_lines = week_lines
        self._instead: Callable[[str, str], Session] = lambda _gone, _beside: session
        self._session = session
        self._week: Sequence[Line] = week_lines(session, self.library, self.settings)
        self._preview: Reading | None = None
        self._reading = self._read(session)

    @property
    def session(self) -> Session:
        """The current session."""
        return self._session

    @property
    def reading(self) -> Reading:
        """Balance, time and findings of the current session."""
        return self._reading

    @property
    def own_exercises(self) -> Mapping[str, Exercise]:
        """Exercises of one's own, by id."""
        return self._own

    @property
    def preview_reading(self) -> Reading | None:
        """The same of what would be dropped or mended, or None."""
        return self._preview

    def push(self, name: str, edit: Edit) -> bool:
        """Make an edit, as one step to undo. False, and no step, where it changes nothing."""
        after = edit(self._session)
        self.preview(None)
        if after == self._session:
            return False
        self.replace_session(name, self._session, after)
        return True

    def add_session(self, name: str, session: Session) -> None:
        """Begin or bring in a session and show it, as one step to undo."""
        self.replace_session(name, None, session)

    def replace_session(self, name: str, before: Session | None, after: Session | None) -> None:
        """Put one session in another's place, as one step to undo; None: there was or is none."""
        beside = self._session.id
        forth, back = (before, after, beside), (after, before, beside)
        self.undo_stack.push(Step(name, self.show_state, forth, back))

    def delete_session(self, name: str, session: Session) -> None:
        """Delete a session, as one step to undo."""
        self.replace_session(name, session, None)

    def open(self, session: Session) -> None:
        """Show another session; no step to undo, as nothing is changed."""
        self.preview(None)
        self._set(session)

    def when_gone(self, instead: Callable[[str, str], Session]) -> None:
        """Who says what to show instead of a session that is gone.

        Asked with its id and that of the session that was on the screen before.
        """
        self._instead = instead

    def add_exercises(self, name: str, exercises: Sequence[Exercise]) -> None:
        """Take in exercises of one's own, as one step to undo."""
        self.replace_exercises(name, {each.id: each for each in exercises})

    def replace_exercises(self, name: str, after: Mapping[str, Exercise | None]) -> None:
        """Put exercises of one's own in by id, None out, as one step to undo."""
        before = {exercise_id: self._own.get(exercise_id) for exercise_id in after}
        self.undo_stack.push(Step(name, self.set_exercises, (after,), (before,)))

    def replace_plans(
        self, name: str, before: Mapping[str, Plan | None], after: Mapping[str, Plan | None]
    ) -> None:
        """Take in plans by id, as one step to undo; None: there was or is none."""
        self.undo_stack.push(Step(name, self.set_plans, (after,), (before,)))

    def preview(self, edit: Edit | None) -> None:
        """Show on the gauge what an edit would make; None ends it and leaves no trace."""
        if edit is None:
            if self._preview is not None:
                self._preview = None
                self.previewed.emit()
            return
        self._preview = self._read(edit(self._session))
        self.previewed.emit()

    def set_settings(self, settings: Settings) -> None:
        """Take other settings."""
        self.settings = settings
        self._set(self._session)

    def set_exercises(self, exercises: Mapping[str, Exercise | None]) -> None:
        """Called by undo steps: put exercises of one's own in, or None out."""
        for exercise_id, exercise in exercises.items():
            if exercise is None:
                self._own.pop(exercise_id, None)
            else:
                self._own[exercise_id] = exercise
        self.exercises_set.emit(exercises)
        self.library = {**self.built_in, **self._own}
        self._set(self._session)

    def set_plans(self, plans: Mapping[str, Plan | None]) -> None:
        """Called by undo steps: store plans, or drop them."""
        for plan_id, plan in plans.items():
            if plan is None:
                self.plan_dropped.emit(plan_id)
            else:
                self.plan_stored.emit(plan)

    def refresh_week(self) -> None:
        """The week's other sessions have changed."""
        self._set(self._session)

    def show_state(self, was: Session | None, now: Session | None, beside: str) -> None:
        """Called by undo steps: store or drop a session and show what is there now."""
        if now is not None:
            self.stored.emit(now)
            self._set(now)
        elif was is not None:
            self.dropped.emit(was.id)
            if self._session.id == was.id:
                self._set(self._instead(was.id, beside))

    def _set(self, session: Session) -> None:
        self._session = session
        self._week = self._week_lines(session, self.library, self.settings)
        self._reading = self._read(session)
        self.changed.emit()

    def _read(self, session: Session) -> Reading:
        return examine(session, self.library, self.settings, self._week)
