"""Scrolls days into view while a drag waits at the edge of what is seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QTimer

if TYPE_CHECKING:
    from PySide6.QtWidgets import QScrollArea, QScrollBar

    from hemipelvi_gui.ui.theme import Theme

EDGE, FASTEST, TICK_MS = 40, 16, 16


class EdgeScroll(QObject):
    """One scroll area's. The nearer to the edge, the faster."""

    def __init__(self, theme: Theme, area: QScrollArea) -> None:
        super().__init__(area)
        self._theme, self._area = theme, area
        self._pixels = (0, 0)
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._scroll)

    @property
    def scrolls(self) -> bool:
        """Whether it is under way."""
        return self._timer.isActive()

    def over(self, point: QPoint) -> None:
        """The drag is over a point of what the area holds."""
        seen = self._area.viewport()
        across, down = (bar.value() for bar in self._bars)
        self._pixels = (
            self._speed(point.x() - across, seen.width()),
            self._speed(point.y() - down, seen.height()),
        )
        if any(self._pixels):
            self._timer.start()
        else:
            self._timer.stop()

    @property
    def _bars(self) -> tuple[QScrollBar, QScrollBar]:
        return self._area.horizontalScrollBar(), self._area.verticalScrollBar()

    def _speed(self, at: int, size: int) -> int:
        """Pixels a tick, below 0 for back, of a place in what is seen."""
        edge = max(1, self._theme.px(EDGE))
        before, behind = edge - at, at - (size - edge)
        depth = max(0, min(max(before, behind), edge))
        return (1 if behind > before else -1) * (FASTEST * depth // edge)

    def stop(self) -> None:
        """The drag has gone."""
        self._timer.stop()

    def _scroll(self) -> None:
        was = [bar.value() for bar in self._bars]
        for bar, pixels in zip(self._bars, self._pixels, strict=True):
            bar.setValue(bar.value() + pixels)
        if [bar.value() for bar in self._bars] == was:
            self._timer.stop()
