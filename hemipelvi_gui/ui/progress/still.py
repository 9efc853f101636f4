"""A chart before its plot is there: what is seen is the same, it only does not move yet.

pyqtgraph takes longer to import than everything else on the page takes to read, work out and paint.
So charts are painted without it first, and it is imported while the runner looks at them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from hemipelvi_gui.ui.progress.mark_painting import STRIP, paint_marks
from hemipelvi_gui.ui.progress.painting import paint_days, paint_grid, paint_points, paint_target
from hemipelvi_gui.ui.progress.telling import chart_words
from hemipelvi_gui.ui.progress.view import View, room_of, scale

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from hemipelvi_gui.ui.progress.points import Chart, Mark
    from hemipelvi_gui.ui.theme import Theme


class Still(QWidget):
    """Stands where the plot will, and is gone when that is there."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._chart: Chart | None = None
        self._marks: tuple[Mark, ...] = ()
        self._days = (0.0, 1.0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_chart(self, chart: Chart, marks: tuple[Mark, ...]) -> None:
        """Show these points from now on."""
        self._chart, self._marks = chart, marks
        self.setAccessibleName(chart.title)
        self.setAccessibleDescription(chart_words(chart))
        self.update()

    def lead(self, first: float, last: float) -> None:
        """Show these days."""
        self._days = first, last
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """As the plot's layer paints them."""
        super().paintEvent(event)
        chart, theme = self._chart, self._theme
        if chart is None:
            return
        room = room_of(QRectF(self.rect()), theme.px)
        view = View(room, *self._days, *scale(chart, *self._days), chart.downwards)
        edge = theme.px(4)
        painter = QPainter(self)
        paint_grid(painter, chart, view, theme)
        painter.save()
        painter.setClipRect(room.adjusted(-edge, -theme.px(STRIP) - edge, edge, edge))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_target(painter, chart, view, theme)
        paint_marks(painter, self._marks, view, theme)
        paint_points(painter, chart, view, theme)
        painter.restore()
        paint_days(painter, chart, view, theme)
        painter.end()
