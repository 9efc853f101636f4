"""The first column of a table once more, which stays in sight while the others scroll."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QTableView

if TYPE_CHECKING:
    from PySide6.QtGui import QWheelEvent


class FrozenNames(QTableView):
    """Lies over `table`, with its model and its selection; mouse and keys are for the table."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._table = table
        self.setModel(table.model())
        self.setSelectionModel(table.selectionModel())
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAlternatingRowColors(True)
        self.setProperty("kind", "frozen")
        # Readers of the screen have it in the table already.
        self.setAccessibleName("")
        self.verticalHeader().hide()
        self.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        for each in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            each(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for view in (table, self):
            view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.verticalScrollBar().valueChanged.connect(self.verticalScrollBar().setValue)
        table.horizontalScrollBar().rangeChanged.connect(self.fit)
        table.horizontalHeader().sectionResized.connect(self.fit)
        self.hide()

    def fit(self) -> None:
        """Lie exactly over the first column, where the others scroll at all."""
        table = self._table
        for column in range(1, self.model().columnCount()):
            self.setColumnHidden(column, True)
        self.setFont(table.font())
        self.setColumnWidth(0, table.columnWidth(0))
        for row in range(self.model().rowCount()):
            self.setRowHeight(row, table.rowHeight(row))
        self.horizontalHeader().setFixedHeight(table.horizontalHeader().height())
        edge = table.frameWidth()
        high = table.viewport().height() + table.horizontalHeader().height()
        self.setGeometry(edge, edge, table.columnWidth(0), high)
        self.verticalScrollBar().setValue(table.verticalScrollBar().value())
        self.setVisible(table.horizontalScrollBar().maximum() > 0)
        self.raise_()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """It scrolls with the table only."""
        event.ignore()
