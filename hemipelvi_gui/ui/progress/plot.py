"""One chart on the screen: what keys, wheel and pointer do to it.

pyqtgraph's view box keeps the range, its limits and the dragging; `layer` paints. These two modules
import pyqtgraph, and are imported when the page first has points to show.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyqtgraph as pg  # type: ignore[import-untyped]  # it has no types of its own
from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtWidgets import QToolTip

from hemipelvi_gui.ui.plain import tooltip
from hemipelvi_gui.ui.progress.layer import Layer
from hemipelvi_gui.ui.progress.telling import (
    chart_words,
    mark_words,
    middle_of,
    nearest,
    next_point,
    point_words,
)
from hemipelvi_gui.ui.progress.view import View, room_of

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent, QWheelEvent

    from hemipelvi_gui.ui.progress.points import Chart, Mark
    from hemipelvi_gui.ui.progress.telling import Found
    from hemipelvi_gui.ui.theme import Theme

SPARE, STAGGER = 0.5, 0.09  # of the view's width, painted ahead on either side
STEP, ZOOM, NOTCH = 0.1, 1.25, 120.0
SHORTEST_DAYS = 14.0
WIDE, HIGH, LOW = 300, 168, 120


class Plot(pg.GraphicsView):  # type: ignore[misc]  # pyqtgraph has no types
    """A chart that pans and zooms.

    `moved(first, last)`: by the runner. `pointed(day)`: the pointer is there, or None.
    `said(str)`: what is told of a point.
    """

    moved = Signal(float, float)
    pointed = Signal(object)
    said = Signal(str)

    def __init__(self, theme: Theme, place: int = 0) -> None:
        super().__init__(background=None)
        self.theme = theme
        # Each chart's picture ends elsewhere, so that no frame has to paint them all anew.
        self.spare = SPARE + STAGGER * place
        self.chart: Chart | None = None
        self.marks: tuple[Mark, ...] = ()
        self.told: Found | None = None
        self.words = ""
        self.crosshair: float | None = None
        self.box = pg.ViewBox(enableMenu=False, defaultPadding=0.0)
        self.box.setMouseEnabled(x=True, y=False)
        self.layer = Layer(self)
        self.scene().addItem(self.layer)
        self.scene().addItem(self.box)
        self.box.sigXRangeChanged.connect(self._range_changed)
        # The view box asks for a second paint once it knows its place; once a frame is enough.
        self.setViewportUpdateMode(self.ViewportUpdateMode.NoViewportUpdate)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self._ends = (0.0, 1.0)
        self._is_led = False
        theme.changed.connect(self._restyle)
        self._restyle()

    @property
    def view(self) -> View:
        """The room and the days in sight; the values at the edges are the layer's matter."""
        room = room_of(QRectF(self.viewport().rect()), self.theme.px)
        (first, last), _ = self.box.viewRange()
        return View(room, first, last, 0.0, 1.0, self.chart is not None and self.chart.downwards)

    def sizeHint(self) -> QSize:
        """What a glance takes; the scene's own size says nothing."""
        return QSize(self.theme.px(WIDE), self.theme.px(HIGH))

    def show_chart(self, chart: Chart, marks: tuple[Mark, ...]) -> None:
        """Show these points from now on."""
        self.chart, self.marks = chart, marks
        self.told, self.words = None, ""
        self.setAccessibleName(chart.title)
        self.setAccessibleDescription(chart_words(chart))
        self.viewport().update()

    def set_ends(self, first: float, last: float) -> None:
        """The days that panning does not pass."""
        self._ends = first, last
        # The shortest range of dates is a fortnight: below it there is nothing to see.
        self.box.setLimits(xMin=first, xMax=last, minXRange=SHORTEST_DAYS, maxXRange=last - first)

    def lead(self, first: float, last: float) -> None:
        """Show these days, as another chart does."""
        self._is_led = True
        self.box.setXRange(first, last, padding=0)
        self._is_led = False

    def point_at(self, day: float | None) -> None:
        """Show where another chart is looked at."""
        if day != self.crosshair:
            self.crosshair = day
            self.viewport().update()

    def zoom(self, factor: float, around: float | None = None) -> None:
        """Show fewer days (factor over 1) or more, about one of them."""
        (first, last), _ = self.box.viewRange()
        middle = (first + last) / 2 if around is None else around
        self.box.setXRange(
            middle - (middle - first) / factor, middle + (last - middle) / factor, padding=0
        )

    def pan(self, part: float) -> None:
        """Move on by a part of the width; back where it is below 0."""
        (first, last), _ = self.box.viewRange()
        by = part * (last - first)
        by = min(max(by, self._ends[0] - first), self._ends[1] - last)
        self.box.setXRange(first + by, last + by, padding=0)

    def step(self, by: int) -> None:
        """Tell of the next point, or of the one before."""
        if self.chart is None:
            return
        self._tell(next_point(self.chart, self.told, by, self.layer.seen_view()))
        if self.told is None:
            return
        day = self.told.dot.day
        self.pointed.emit(day)
        (first, last), _ = self.box.viewRange()
        if not first <= day <= last:
            by_days = day - (first + last) / 2
            self.pan(by_days / (last - first))
        at = middle_of(self.told, self.layer.seen_view()).toPoint()
        QToolTip.showText(self.viewport().mapToGlobal(at), tooltip(self.words), self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows pan, + and − zoom, Home and End go to the ends, N and P tell of points."""
        act = KEYS.get(Qt.Key(event.key()))
        if act is None or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
            return
        act(self)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl and the wheel zoom, sideways pans; else the page scrolls."""
        turn = event.angleDelta()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            at = self.view.day(event.position().x())
            self.zoom(ZOOM ** (turn.y() / NOTCH), at)
            event.accept()
        elif turn.x() or event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.pan(-STEP * (turn.x() or turn.y()) / NOTCH)
            event.accept()
        else:
            event.ignore()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell of what is under the pointer."""
        super().mouseMoveEvent(event)
        if self.chart is None or event.buttons() != Qt.MouseButton.NoButton:
            return
        at, view = event.position(), self.layer.seen_view()
        # Over the room stand the phases.
        over = at.y() < view.room.top() - self.theme.px(2)
        found = None if over else nearest(self.chart, view, at)
        self._tell(found)
        if found is None:
            self.words = mark_words(self.marks, view.day(at.x()))
        self.pointed.emit(view.day(at.x()) if found is None else found.dot.day)
        if self.words:
            QToolTip.showText(event.globalPosition().toPoint(), tooltip(self.words), self)
        else:
            QToolTip.hideText()

    def viewportEvent(self, event: QEvent) -> bool:
        """The words are there already; what the scene would say of a pointer at rest is nothing."""
        return event.type() == QEvent.Type.ToolTip or bool(super().viewportEvent(event))

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is pointed at."""
        super().leaveEvent(event)
        self._tell(None)
        self.pointed.emit(None)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that keys go here."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Keys go elsewhere."""
        super().focusOutEvent(event)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """The view box has the room of the points."""
        super().resizeEvent(event)
        if hasattr(self, "box"):
            self.layer.prepareGeometryChange()
            self.box.setGeometry(room_of(QRectF(self.viewport().rect()), self.theme.px))

    def _range_changed(self, _box: object, days: tuple[float, float]) -> None:
        self.viewport().update()
        if not self._is_led:
            self.moved.emit(*days)

    def _tell(self, found: Found | None) -> None:
        if found != self.told:
            self.told = found
            self.viewport().update()
        self.words = "" if found is None or self.chart is None else point_words(self.chart, found)
        if self.words:
            self.said.emit(self.words)

    def _restyle(self) -> None:
        self.setMinimumSize(self.theme.px(WIDE) // 2, self.theme.px(LOW))
        self.updateGeometry()
        self.resizeEvent(None)
        self.viewport().update()

    def to_end(self, *, last: bool) -> None:
        """Show the first or the last days there are, as many as now."""
        (begun, ended), _ = self.box.viewRange()
        by = self._ends[1] - ended if last else self._ends[0] - begun
        self.box.setXRange(begun + by, ended + by, padding=0)


KEYS = {
    Qt.Key.Key_Left: lambda plot: plot.pan(-STEP),
    Qt.Key.Key_Right: lambda plot: plot.pan(STEP),
    Qt.Key.Key_Plus: lambda plot: plot.zoom(ZOOM),
    Qt.Key.Key_Equal: lambda plot: plot.zoom(ZOOM),
    Qt.Key.Key_Minus: lambda plot: plot.zoom(1 / ZOOM),
    Qt.Key.Key_Home: lambda plot: plot.to_end(last=False),
    Qt.Key.Key_End: lambda plot: plot.to_end(last=True),
    Qt.Key.Key_N: lambda plot: plot.step(1),
    Qt.Key.Key_P: lambda plot: plot.step(-1),
}
