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
from hemipelvi_gui.domain.changes import Changes
from hemipelvi_gui.domain.edits import Edit
from hemipelvi_gui.domain.exercises import Exercise
from hemipelvi_gui.domain.session import Session
from hemipelvi_gui.domain.settings import Settings
from hemipelvi_gui.ui.steps import Step, forget_with

if TYPE_CHECKING:
    from hemipelvi_gui.coach.reading import Reading
    from hemipelvi_gui.domain.gyms import Gym

WeekLines = Callable[[Session, Mapping[str, Exercise], Settings], Sequence[Line]]
# From a session before and after an edit: other sessions as they were, and as they become.
Others = Callable[[Session, Session, Edit], tuple[Mapping[str, Session], Mapping[str, Session]]]


class Document(QObject):
    """The current session and everything views derive from it.

    `changed`: the session, the library or the settings are different. `previewed`: a preview has
    begun, changed or ended. `pushed` carries an edit that was made, `kept` the `Changes` that
    whoever keeps the file writes, `replaced` the same once all show them. `beside` is the session
    on the screen when a step was made: the one to go back to.
    """

    changed = Signal()
    previewed = Signal()
    pushed = Signal(object)
    kept = Signal(object)
    replaced = Signal(object)

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
        self._others: Others = lambda _before, _after, _edit: ({}, {})
        self._gyms: Callable[[], Sequence[Gym]] = tuple
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

    @property
    def gyms(self) -> Sequence[Gym]:
        """The runner's own gyms."""
        return self._gyms()

    def push(self, name: str, edit: Edit) -> bool:
        """Make an edit, as one step to undo. False, and no step, where it changes nothing."""
        before, after = self._session, edit(self._session)
        self.preview(None)
        if after == before:
            return False
        more_before, more_after = self._others(before, after, edit)
        self.replace(
            name,
            Changes(sessions={**more_before, before.id: before}),
            Changes(sessions={**more_after, after.id: after}),
            after.id,
        )
        self.pushed.emit(edit)
        return True

    def replace(self, name: str, before: Changes, after: Changes, show: str = "") -> None:
        """Put records of any kind in place, as one step to undo; the one gate of all changes.

        `before` has the same ids as `after`. `show` is the session to be seen then, "" the same as
        now.
        """
        beside = self._session.id
        forth, back = (after, show, beside), (before, show, beside)
        self.undo_stack.push(Step(name, self.put, forth, back))

    def add_session(self, name: str, session: Session) -> None:
        """Begin or bring in a session and show it, as one step to undo."""
        self.replace_session(name, None, session)

    def replace_session(self, name: str, before: Session | None, after: Session | None) -> None:
        """Put one session in another's place, as one step to undo; None: there was or is none."""
        shown = after or before
        if shown is not None:
            was, now = {shown.id: before}, {shown.id: after}
            self.replace(name, Changes(sessions=was), Changes(sessions=now), shown.id)

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

    def when_pushed(self, others: Others) -> None:
        """Who says which other sessions an edit changes too, in the same step."""
        self._others = others

    def ask_for_gyms(self, gyms: Callable[[], Sequence[Gym]]) -> None:
        """Who says which gyms there are."""
        self._gyms = gyms

    def add_exercises(self, name: str, exercises: Sequence[Exercise]) -> None:
        """Take in exercises of one's own, as one step to undo."""
        self.replace_exercises(name, {each.id: each for each in exercises})

    def replace_exercises(self, name: str, after: Mapping[str, Exercise | None]) -> None:
        """Put exercises of one's own in by id, None out, as one step to undo."""
        before = {exercise_id: self._own.get(exercise_id) for exercise_id in after}
        self.replace(name, Changes(exercises=before), Changes(exercises=after))

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

    def put(self, changes: Changes, show: str, beside: str) -> None:
        """Called by undo steps: have it stored, and show what is there now."""
        if changes.exercises:
            kept = {**self._own, **changes.exercises}
            self._own = {each: exercise for each, exercise in kept.items() if exercise is not None}
            self.library = {**self.built_in, **self._own}
        self.kept.emit(changes)
        shown = show or self._session.id
        session = changes.sessions.get(shown, self._session)
        if session is not None:
            self._set(session)
        elif self._session.id == shown:
            self._set(self._instead(shown, beside))
        self.replaced.emit(changes)

    def _set(self, session: Session) -> None:
        self._session = session
        self._week = self._week_lines(session, self.library, self.settings)
        self._reading = self._read(session)
        self.changed.emit()

    def _read(self, session: Session) -> Reading:
        return examine(session, self.library, self.settings, self._week)
