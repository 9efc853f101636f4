"""A table of words and figures, each column with its explanation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from hemipelvi_gui.ui.plain import one_line, tooltip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from hemipelvi_gui.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole


@dataclass(frozen=True)
class Column:
    """A heading, what it means, and whether figures stand in it."""

    title: str
    meaning: str
    figures: bool = True


class TableModel(QAbstractTableModel):
    """Rows of plain text; the last one is the sum where `summed`."""

    def __init__(
        self,
        theme: Theme,
        columns: Sequence[Column],
        summed: bool = True,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._columns, self._summed = theme, tuple(columns), summed
        self._rows: list[tuple[str, ...]] = []

    def set_rows(self, rows: Sequence[tuple[str, ...]]) -> None:
        """Show other rows; the place in the table stays where their number is the same."""
        if len(rows) == len(self._rows):
            self._rows = list(rows)
            if rows:
                last = self.index(len(rows) - 1, len(self._columns) - 1)
                self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """All rows."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """All columns."""
        return 0 if parent is not None and parent.isValid() else len(self._columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> Any:  # noqa: ANN401
        """Headings, with their meaning as a tooltip."""
        if orientation is not Qt.Orientation.Horizontal or section >= len(self._columns):
            return None
        column = self._columns[section]
        if role == Role.DisplayRole:
            return column.title
        if role == Role.ToolTipRole:
            return tooltip(column.meaning)
        if role == Role.TextAlignmentRole:
            return _side(column)
        return None

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:  # noqa: ANN401
        """Words, their side, and a bold sum."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        text = self._rows[index.row()][index.column()]
        column = self._columns[index.column()]
        if role == Role.DisplayRole:
            return one_line(text)
        if role == Role.ToolTipRole and not column.figures:
            return tooltip(text)
        if role == Role.AccessibleTextRole:
            return one_line(f"{column.title}: {text}")
        if role == Role.TextAlignmentRole:
            return _side(column)
        if role == Role.FontRole and self._summed and index.row() == len(self._rows) - 1:
            return self._theme.bold()
        return None


class _NoFocusBox(QStyledItemDelegate):
    """The chosen row says where the keys go; a box around one cell of it says nothing more."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        option.state &= ~QStyle.StateFlag.State_HasFocus


class Table(QTableView):
    """Shows a table model; the first column takes the room that figures leave."""

    def __init__(self, theme: Theme, model: TableModel, name: str) -> None:
        super().__init__()
        self._theme = theme
        model.setParent(self)
        self.setModel(model)
        self.setAccessibleName(name)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setItemDelegate(_NoFocusBox(self))
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for signal in (model.dataChanged, model.modelReset):
            signal.connect(self.fit_columns)
        theme.changed.connect(self._restyle)
        self._restyle()

    def fit_columns(self) -> None:
        """Figures as wide as they are, words as wide as there is room."""
        header = self.horizontalHeader()
        room = self.viewport().width()
        for place in range(1, header.count()):
            wanted = max(self.sizeHintForColumn(place), header.sectionSizeHint(place))
            width = min(wanted + self._theme.px(2), self._theme.px(270))
            self.setColumnWidth(place, width)
            room -= width
        self.setColumnWidth(0, max(room, self._theme.px(190)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new room out."""
        super().resizeEvent(event)
        self.fit_columns()

    def _restyle(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self._theme.px(28))
        self.verticalHeader().setMinimumSectionSize(self._theme.px(28))
        self.fit_columns()


def table(
    theme: Theme, columns: Sequence[Column], name: str, summed: bool = True
) -> tuple[Table, TableModel]:
    """A table and its model."""
    model = TableModel(theme, columns, summed)
    return Table(theme, model, name), model


def _side(column: Column) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column.figures else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
