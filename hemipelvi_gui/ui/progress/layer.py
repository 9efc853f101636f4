"""All that is painted of a chart on the screen.

Points go into a picture wider than the view, which panning only moves: so a frame costs the same
for a month and for ten years.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

import pyqtgraph as pg  # type: ignore[import-untyped]  # it has no types of its own
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap

from hemipelvi_gui.ui.progress.mark_painting import STRIP, paint_marks
from hemipelvi_gui.ui.progress.painting import (
    paint_days,
    paint_grid,
    paint_points,
    paint_ring,
    paint_target,
)
from hemipelvi_gui.ui.progress.telling import middle_of
from hemipelvi_gui.ui.progress.view import View, scale

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

    from hemipelvi_gui.ui.progress.points import Chart, Mark
    from hemipelvi_gui.ui.progress.telling import Found
    from hemipelvi_gui.ui.theme import Theme


class Kept(NamedTuple):
    """A painted picture: its view, and what else it shows."""

    view: View
    of: tuple[object, ...]
    picture: QPixmap


class Shown(Protocol):
    """What the layer asks of its plot."""

    theme: Theme
    chart: Chart | None
    marks: tuple[Mark, ...]
    told: Found | None
    crosshair: float | None
    spare: float

    @property
    def view(self) -> View:
        """The room and the days in sight."""

    def viewport(self) -> QWidget:
        """What it is painted on."""

    def devicePixelRatioF(self) -> float:  # noqa: N802  # Qt's name
        """Pixels of the screen to one of the layout."""

    def hasFocus(self) -> bool:  # noqa: N802  # Qt's name
        """Whether keys go there."""


class Layer(pg.GraphicsObject):  # type: ignore[misc]  # pyqtgraph has no types
    """All that is seen of a chart."""

    def __init__(self, plot: Shown) -> None:
        super().__init__()
        self._plot = plot
        self._kept: Kept | None = None
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    def boundingRect(self) -> QRectF:
        """The whole chart with its axes."""
        return QRectF(self._plot.viewport().rect())

    def paint(
        self,
        painter: QPainter,
        _option: QStyleOptionGraphicsItem,
        _widget: QWidget | None = None,
    ) -> None:
        """Grid and days anew, the points from their picture."""
        plot = self._plot
        view, chart, theme = plot.view, plot.chart, plot.theme
        if chart is None:
            return
        kept = self._picture(chart, view)
        view = view._replace(low=kept.view.low, high=kept.view.high)
        paint_grid(painter, chart, view, theme)
        left = view.x(kept.view.first)
        painter.save()
        strip = theme.px(STRIP) + theme.px(4)
        painter.setClipRect(view.room.adjusted(-theme.px(4), -strip, theme.px(4), theme.px(4)))
        painter.drawPixmap(QPointF(left, 0), kept.picture)
        if plot.crosshair is not None and view.first <= plot.crosshair <= view.last:
            x = view.x(plot.crosshair)
            painter.setPen(QPen(theme.palette.colour("outline"), 1, Qt.PenStyle.DotLine))
            painter.drawLine(QPointF(x, view.room.top()), QPointF(x, view.room.bottom()))
        if plot.told is not None:
            paint_ring(painter, middle_of(plot.told, view), theme)
        painter.restore()
        paint_days(painter, chart, view, theme)
        if plot.hasFocus():
            painter.setPen(QPen(theme.palette.colour("accent"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.boundingRect().adjusted(0.5, 0.5, -0.5, -0.5))

    def seen_view(self) -> View:
        """The view with the values at its edges as they are on the screen."""
        view, kept = self._plot.view, self._kept
        return view if kept is None else view._replace(low=kept.view.low, high=kept.view.high)

    def _picture(self, chart: Chart, view: View) -> Kept:
        plot, kept = self._plot, self._kept
        ratio = plot.devicePixelRatioF()
        of = (id(chart), id(plot.marks), plot.theme.palette.name, plot.theme.scale, ratio)
        low, high = scale(chart, view.first, view.last)
        if kept is not None and kept.of == of and _covers(kept.view, view, low, high):
            return kept
        spare = plot.spare * (view.last - view.first)
        first, last = view.first - spare, view.last + spare
        room = QRectF(
            0, view.room.top(), view.room.width() * (1 + 2 * plot.spare), view.room.height()
        )
        wide = View(room, first, last, low, high, view.downwards)
        size = QSize(round(room.width() * ratio), round(plot.viewport().height() * ratio))
        picture = QPixmap(size)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_target(painter, chart, wide, plot.theme)
        paint_marks(painter, plot.marks, wide, plot.theme)
        paint_points(painter, chart, wide, plot.theme)
        painter.end()
        # What is kept holds the chart too, so that no other one can come to have its id.
        self._kept = Kept(wide, of, picture)
        return self._kept


def _covers(kept: View, view: View, low: float, high: float) -> bool:
    same_size = kept.room.height() == view.room.height() and kept.room.top() == view.room.top()
    same_scale = abs(kept.per_day / view.per_day - 1) < 1e-6
    within = kept.first <= view.first and view.last <= kept.last
    # Values stay where they are while the days move, as long as all have room.
    tall = kept.low <= low and high <= kept.high and 2 * (high - low) >= kept.high - kept.low
    return same_size and same_scale and within and tall
