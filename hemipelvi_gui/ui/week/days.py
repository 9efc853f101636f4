"""The days beside each other, in one row or two, and where a drag goes that comes over them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from hemipelvi_gui.domain.plan import DAYS_A_WEEK
from hemipelvi_gui.ui.week.board_drop import DropGuide, copies_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import (
        QDragEnterEvent,
        QDragLeaveEvent,
        QDragMoveEvent,
        QDropEvent,
        QResizeEvent,
    )

    from hemipelvi_gui.ui.theme import Theme
    from hemipelvi_gui.ui.week.board_edits import BoardEdits
    from hemipelvi_gui.ui.week.day_column import DayColumn
    from hemipelvi_gui.ui.week.edge_scroll import EdgeScroll
    from hemipelvi_gui.ui.weeks import Weeks

NARROWEST, LOWEST, GAP = 134, 170, 10


class Days(QWidget):
    """Lays out the columns and takes drops on all of them. `dropped` carries ids to select.

    `edge` scrolls what holds them while a drag waits at its edge.
    """

    dropped = Signal(object)

    def __init__(self, theme: Theme, weeks: Weeks, edits: BoardEdits) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("kind", "clear")
        self.setAcceptDrops(True)
        self.columns: list[DayColumn] = []
        self._across = 0
        self.guide = DropGuide(self, weeks, edits)
        self.edge: EdgeScroll | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)

    def place(self, columns: Sequence[DayColumn], room: int) -> None:
        """Put these columns into `room` pixels: more than a week's go in two rows if need be."""
        px = self._theme.px
        across = across_in(len(columns), room, px(NARROWEST), px(GAP))
        if (across, list(columns)) != (self._across, self.columns):
            for each in self.columns:
                self._grid.removeWidget(each)
            for at in range(max(self._across, across)):
                self._grid.setColumnStretch(at, 1 if at < across else 0)
            for at, each in enumerate(columns):
                self._grid.addWidget(each, at // across, at % across)
            self._across, self.columns = across, list(columns)
        self._grid.setSpacing(px(GAP))
        self.setMinimumWidth(across * px(NARROWEST) + (across - 1) * px(GAP))
        self.fit()

    def fit(self) -> None:
        """Be as high as it takes. Where days stand in two rows, each shows all its cards."""
        px, across = self._theme.px, self._across
        rows = [self.columns[at : at + across] for at in range(0, len(self.columns), across)]
        highs = [px(LOWEST)] * len(rows)
        if len(rows) > 1:
            wide = (self.width() - (across - 1) * px(GAP)) // across
            highs = [max(px(LOWEST), *(each.need(wide) for each in row)) for row in rows]
        for at in range(max(self._grid.rowCount(), len(rows))):
            self._grid.setRowMinimumHeight(at, highs[at] if at < len(highs) else 0)
        self.setMinimumHeight(sum(highs) + (len(highs) - 1) * px(GAP))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrower cards are higher."""
        super().resizeEvent(event)
        if self.columns and event.size().width() != event.oldSize().width():
            self.fit()

    @property
    def across(self) -> int:
        """How many days stand beside each other."""
        return self._across

    def column_at(self, point: QPoint) -> DayColumn | None:
        """The day under a point, or the nearest one to it in the gaps between."""
        half = self._theme.px(GAP) // 2 + 1
        grown = (
            (each, each.geometry().adjusted(-half, -half, half, half)) for each in self.columns
        )
        return next((each for each, area in grown if area.contains(point)), None)

    # -- drops -------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take cards, and nothing else."""
        if self.guide.begin(event.mimeData()):
            copies_of(event)
        else:
            event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show on the week what a drop here would make."""
        column = self.column_at(event.position().toPoint())
        if not self.guide.carried or column is None:
            event.ignore()
            return
        self.guide.over(column.day, copies=copies_of(event))
        if self.edge is not None:
            self.edge.over(event.position().toPoint())

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Nothing stays."""
        self._end()
        event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        """Make it so."""
        column = self.column_at(event.position().toPoint())
        if column is None or not self.guide.begin(event.mimeData()):
            self._end()
            event.ignore()
            return
        carried = self.guide.carried
        moved = self.guide.drop(column.day, copies=copies_of(event))
        self._end()
        self.dropped.emit(moved or carried)

    def _end(self) -> None:
        self.guide.end()
        if self.edge is not None:
            self.edge.stop()


def across_in(count: int, room: int, narrowest: int, gap: int) -> int:
    """How many of so many days stand beside each other in `room` pixels."""
    if count <= DAYS_A_WEEK or count * (narrowest + gap) - gap <= room:
        return max(1, count)
    return -(-count // 2)
