"""A list of rows with a title, a line beneath and a note at the right, under headings."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from hemipelvi_gui.sheets.glyph import GlyphLook
from hemipelvi_gui.ui.plain import one_line, tooltip
from hemipelvi_gui.ui.wording import DOT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


Index = QModelIndex | QPersistentModelIndex


class RowKind(StrEnum):
    """HEADING: names what follows. ENTRY: can be chosen. HINT: says what to do where none is."""

    HEADING = "heading"
    ENTRY = "entry"
    HINT = "hint"


class RowRole(IntEnum):
    """Roles beyond Qt's own."""

    ROW = Qt.ItemDataRole.UserRole
    KEY = Qt.ItemDataRole.UserRole + 1
    LINES = Qt.ItemDataRole.UserRole + 2
    KIND = Qt.ItemDataRole.UserRole + 3


@dataclass(frozen=True)
class Row:
    """One row, its texts plain. `share` in [0, 1] is shown as a bar over the target band."""

    kind: RowKind
    title: str
    line: str = ""
    note: str = ""
    key: str = ""
    look: GlyphLook | None = None
    share: float | None = None

    @property
    def spoken(self) -> str:
        """The whole row as a screen reader says it."""
        return DOT.join(part for part in (self.title, self.line, self.note) if part)


class RowModel(QAbstractListModel):
    """Rows to show. `complete` fills a row in when it is first looked at, as that may be slow."""

    def __init__(
        self, complete: Callable[[Row], Row] | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._complete = complete
        self._rows: list[Row] = []
        self._whole: list[bool] = []

    def set_rows(self, rows: Iterable[Row]) -> None:
        """Show other rows. Rows that only differ in their words keep selection and place."""
        new = list(rows)
        if [(row.kind, row.key) for row in new] == [(row.kind, row.key) for row in self._rows]:
            self._rows, self._whole = new, [False] * len(new)
            if new:
                self.dataChanged.emit(self.index(0), self.index(len(new) - 1))
            return
        self.beginResetModel()
        self._rows, self._whole = new, [False] * len(new)
        self.endResetModel()

    def row_at(self, number: int) -> Row:
        """A row, filled in."""
        row = self._rows[number]
        if not self._whole[number]:
            self._whole[number] = True
            if self._complete is not None and row.kind is RowKind.ENTRY:
                row = self._rows[number] = self._complete(row)
        return row

    def row_of(self, key: str) -> int | None:
        """Number of the entry with a key."""
        numbers = (
            number
            for number, row in enumerate(self._rows)
            if row.kind is RowKind.ENTRY and row.key == key
        )
        return next(numbers, None)

    def first_entry(self) -> int | None:
        """Number of the first row that can be chosen."""
        return next(
            (place for place, row in enumerate(self._rows) if row.kind is RowKind.ENTRY), None
        )

    def _lines(self, row: Row) -> int:
        """How high a row is, in lines, without filling it in: a list asks this of all its rows."""
        filled = self._complete is not None and row.kind is RowKind.ENTRY
        return 2 if filled or row.line or row.share is not None else 1

    def rowCount(self, parent: Index | None = None) -> int:
        """All rows, headings among them."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Only entries can be chosen."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if self._rows[index.row()].kind is RowKind.ENTRY:
            return (
                Qt.ItemFlag.ItemIsEnabled
                | Qt.ItemFlag.ItemIsSelectable
                | Qt.ItemFlag.ItemNeverHasChildren
            )
        return Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Title, spoken text, tooltip, the row itself, its key or its lines."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        if role == RowRole.KEY:
            return self._rows[index.row()].key
        if role == RowRole.KIND:
            return self._rows[index.row()].kind
        if role == RowRole.LINES:
            return self._lines(self._rows[index.row()])
        if role == Qt.ItemDataRole.DisplayRole:
            return one_line(self._rows[index.row()].title)
        if role not in (
            RowRole.ROW,
            Qt.ItemDataRole.AccessibleTextRole,
            Qt.ItemDataRole.ToolTipRole,
        ):
            return None
        row = self.row_at(index.row())
        if role == RowRole.ROW:
            return row
        spoken = one_line(row.spoken)
        return tooltip(spoken) if role == Qt.ItemDataRole.ToolTipRole else spoken
