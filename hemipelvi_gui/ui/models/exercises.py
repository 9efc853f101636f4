"""The exercises shown in the library, as rows to be dragged into a session."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from hemipelvi_gui.ui.mime import EXERCISE_MIME, pack
from hemipelvi_gui.ui.plain import one_line, tooltip
from hemipelvi_gui.ui.wording import (
    class_word,
    equipment_word,
    facet_line,
    score_sum,
    score_word,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hemipelvi_gui.domain.exercises import Equipment, Exercise

translate = QCoreApplication.translate
Index = QModelIndex | QPersistentModelIndex

EXERCISE_ROLE = Qt.ItemDataRole.UserRole
MISSING_ROLE = Qt.ItemDataRole.UserRole + 1


def missing_line(exercise: Exercise, available: frozenset[Equipment] | None) -> str:
    """What this gym lacks for the exercise, "" where the exercise can be done."""
    if exercise.possible_with(available):
        return ""
    lacking = [each for each in exercise.equipment if each not in (available or ())]
    needed = ", ".join(equipment_word(each).lower() for each in lacking)
    return translate("Library", "Not here: needs {things}").format(things=needed)


def description(exercise: Exercise) -> str:
    """All there is to say about an exercise, a line for each kind of thing."""
    lines = [
        one_line(exercise.name),
        facet_line(exercise),
        f"{class_word(exercise.laterality)}: {score_sum(exercise.facets)}"
        if exercise.facets
        else score_sum(None),
    ]
    if exercise.aliases:
        names = one_line(", ".join(exercise.aliases), 120)
        lines.append(translate("Library", "Also called {names}").format(names=names))
    if exercise.equipment:
        things = ", ".join(equipment_word(each).lower() for each in exercise.equipment)
        lines.append(translate("Library", "With {things}").format(things=things))
    if exercise.cue:
        lines.append(one_line(exercise.cue))
    return "\n".join(lines)


class ExerciseModel(QAbstractListModel):
    """One row an exercise. `rows` change as a whole, with every search."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[Exercise, ...] = ()
        self._row_of: dict[str, int] = {}
        self._available: frozenset[Equipment] | None = None

    def show(
        self, exercises: Sequence[Exercise], available: frozenset[Equipment] | None = None
    ) -> None:
        """Show these, in this order; `available` is what the gym has, None is everything."""
        if (tuple(exercises), available) == (self.rows, self._available):
            return
        self.beginResetModel()
        self.rows, self._available = tuple(exercises), available
        self._row_of = {exercise.id: row for row, exercise in enumerate(self.rows)}
        self.endResetModel()

    def exercise(self, index: Index) -> Exercise | None:
        """The exercise of a row, None for no row."""
        return self.rows[index.row()] if index.isValid() else None

    def index_of(self, exercise_id: str) -> QModelIndex:
        """The row of an exercise, an invalid index where it isn't shown."""
        row = self._row_of.get(exercise_id)
        return QModelIndex() if row is None else self.index(row)

    def rowCount(self, parent: Index | None = None) -> int:
        """Number of cards; a card has nothing beneath it."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """What a card shows; the roles of this module hand out the exercise and what it lacks."""
        exercise = self.exercise(index)
        if exercise is None or role == EXERCISE_ROLE:
            return exercise
        if role == MISSING_ROLE:
            return missing_line(exercise, self._available)
        if role == Qt.ItemDataRole.DisplayRole:
            return one_line(exercise.name)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip(description(exercise))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            second = missing_line(exercise, self._available) or facet_line(exercise)
            return f"{one_line(exercise.name)}, {second}, {score_word(exercise.asymmetry)}"
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every card can be dragged."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else flags

    def mimeTypes(self) -> list[str]:
        """Exercises only."""
        return [EXERCISE_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The ids of these cards."""
        carried = (self.exercise(index) for index in indexes)
        return pack(EXERCISE_MIME, [exercise.id for exercise in carried if exercise])

    def supportedDragActions(self) -> Qt.DropAction:
        """A card stays in the library."""
        return Qt.DropAction.CopyAction
