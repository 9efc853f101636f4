"""Which exercise the Library page shows, and which one it goes on with when that one goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hemipelvi_gui.domain.exercises import Exercise
    from hemipelvi_gui.ui.document import Document
    from hemipelvi_gui.ui.models.exercises import ExerciseModel


class Shown:
    """The exercise, and where it stands among the rows of the list."""

    def __init__(self, document: Document, rows: ExerciseModel) -> None:
        self._document, self._rows = document, rows
        self.exercise: Exercise | None = None
        self._row = 0
        # Those that were shown when they went or were hidden.
        self._gone: list[str] = []
        self._hidden = frozenset(document.settings.hidden)
        rows.modelAboutToBeReset.connect(self._keep_row)

    def after_change(self) -> Exercise | None:
        """What to show now that the library has changed; None where nothing was shown.

        The same where it is still there, what has come back, or else its neighbour.
        """
        library, hidden = self._document.library, frozenset(self._document.settings.hidden)
        newly_hidden, self._hidden = hidden - self._hidden, hidden
        shown = self.exercise
        if shown is None:
            return None
        back = next(
            (each for each in reversed(self._gone) if each in library and each not in hidden), None
        )
        if back is not None:
            self._gone.remove(back)
            return library[back]
        if shown.id in library and not (shown.id in newly_hidden and self._left_others(shown.id)):
            return library[shown.id]
        self._gone.append(shown.id)
        return self._neighbour()

    def _left_others(self, exercise_id: str) -> bool:
        """Whether the list has gone on without it."""
        return self._rows.rowCount() > 0 and not self._rows.index_of(exercise_id).isValid()

    def _keep_row(self) -> None:
        """Where the exercise is, before the list changes."""
        if self.exercise is not None:
            self._row = max(self._rows.index_of(self.exercise.id).row(), 0)

    def _neighbour(self) -> Exercise | None:
        rows = self._rows
        near = rows.exercise(rows.index(min(self._row, rows.rowCount() - 1)))
        return near or next(iter(self._document.library.values()), None)
