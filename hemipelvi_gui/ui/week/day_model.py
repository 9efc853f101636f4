"""One day of the week as an item model: rows, roles, and what may be dropped on it."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from hemipelvi_gui.ui.mime import CARDS_MIME, pack
from hemipelvi_gui.ui.plain import tooltip
from hemipelvi_gui.ui.week.card_faces import Card, Chip, Row, spoken

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from hemipelvi_gui.ui.week.board_edits import BoardEdits

AnyIndex = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class Roles(IntEnum):
    """What a row can be asked for, besides its text."""

    ROW = Qt.ItemDataRole.UserRole + 1


class DayModel(QAbstractListModel):
    """The cards of one day, each with the chips of what was found about it below it."""

    def __init__(self, edits: BoardEdits, day: date, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._edits = edits
        self.day = day
        self._rows: tuple[Row, ...] = ()

    @property
    def rows(self) -> Sequence[Row]:
        """All rows, top to bottom."""
        return self._rows

    @property
    def cards(self) -> tuple[Card, ...]:
        """The cards among them."""
        return tuple(row for row in self._rows if isinstance(row, Card))

    def show_day(self, day: date, rows: Sequence[Row]) -> bool:
        """Take a day's rows; False where all is as it was."""
        if day == self.day and tuple(rows) == self._rows:
            return False
        self.beginResetModel()
        self.day, self._rows = day, tuple(rows)
        self.endResetModel()
        return True

    def row(self, index: AnyIndex) -> Row | None:
        """The row at an index."""
        return self._rows[index.row()] if self._is_here(index) else None

    def card(self, index: AnyIndex) -> Card | None:
        """The card at an index; None for chips."""
        row = self.row(index)
        return row if isinstance(row, Card) else None

    def index_of(self, key: str) -> QModelIndex:
        """The index of a row by its key, which for cards is their id; invalid where it isn't."""
        for at, row in enumerate(self._rows):
            if row.key == key:
                return self.index(at)
        return QModelIndex()

    def rowCount(self, parent: AnyIndex = NOWHERE) -> int:
        """Rows of the list; a row has none below it."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a row shows, says and is."""
        row = self.row(index)
        if row is None:
            return None
        if role == Roles.ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.face.name if isinstance(row, Card) else row.words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(row)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip("\n".join(filter(None, _told(row))))
        return None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Cards can be selected and dragged; a day takes drops anywhere."""
        flag, row = Qt.ItemFlag, self.row(index)
        if row is None:
            return flag.ItemIsDropEnabled
        there = flag.ItemIsEnabled | flag.ItemIsDropEnabled | flag.ItemNeverHasChildren
        if isinstance(row, Chip):
            return there
        return there | flag.ItemIsSelectable | flag.ItemIsDragEnabled

    def supportedDropActions(self) -> Qt.DropAction:
        """Moved, or copied with Ctrl."""
        return Qt.DropAction.CopyAction | Qt.DropAction.MoveAction

    def supportedDragActions(self) -> Qt.DropAction:
        """Moved, or copied with Ctrl."""
        return Qt.DropAction.CopyAction | Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """Cards of the week, and nothing else."""
        return [CARDS_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The cards of these rows."""
        chosen = sorted({index.row() for index in indexes})
        cards = [row for at in chosen if isinstance(row := self._rows[at], Card)]
        return pack(CARDS_MIME, [card.entry.id for card in cards])

    def canDropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: AnyIndex
    ) -> bool:
        """Whether any of it is a card of the agenda."""
        return action in (
            Qt.DropAction.CopyAction,
            Qt.DropAction.MoveAction,
        ) and bool(self._edits.carried(data))

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: AnyIndex
    ) -> bool:
        """Qt's way to drop: wherever it is on the day, as one step to undo."""
        if not self.canDropMimeData(data, action, row, column, parent):
            return False
        copies = action is Qt.DropAction.CopyAction
        return bool(self._edits.to_day(self._edits.carried(data), self.day, copies=copies))

    def _is_here(self, index: AnyIndex) -> bool:
        return index.isValid() and 0 <= index.row() < len(self._rows)


def _told(row: Row) -> tuple[str, ...]:
    if isinstance(row, Chip):
        return (row.words, row.fix)
    face = row.face
    facts = ", ".join(filter(None, (*face.facts, face.plan)))
    return (row.entry.name[:300], facts, *row.faults, row.entry.notes[:600])
