"""Outlines of the artwork, as the files in resources/pelvis keep them."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainterPath, QPainterPathStroker, QTransform

# Qt takes units for pixels and rounds curves to them, but the artwork is a few units large.
FINE = 100.0


def read_path(steps: list[list[str | float]]) -> QPainterPath:
    """A path from its steps: M, L and C with their points as numbers, Z closes it."""
    path = QPainterPath()
    for letter, *numbers in steps:
        values = [float(number) for number in numbers]
        points = [QPointF(*pair) for pair in zip(values[::2], values[1::2], strict=True)]
        if letter == "M":
            path.moveTo(points[0])
        elif letter == "L":
            path.lineTo(points[0])
        elif letter == "C":
            path.cubicTo(*points)
        else:
            path.closeSubpath()
    return path


def stroked(path: QPainterPath, width: float, dashes: tuple[float, ...] = ()) -> QPainterPath:
    """The area a pen of this width would cover: filling it is twice as fast as drawing it."""
    stroker = QPainterPathStroker()
    stroker.setWidth(width * FINE)
    stroker.setCapStyle(Qt.PenCapStyle.RoundCap)
    stroker.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if dashes:
        stroker.setDashPattern(dashes)
    area = stroker.createStroke(QTransform.fromScale(FINE, FINE).map(path))
    return QTransform.fromScale(1 / FINE, 1 / FINE).map(area)


def cut(path: QPainterPath, rect: QRectF) -> QPainterPath:
    """The part of a path that lies in a rectangle."""
    larger = QTransform.fromScale(FINE, FINE)
    window = QPainterPath()
    window.addRect(larger.mapRect(rect))
    return QTransform.fromScale(1 / FINE, 1 / FINE).map(larger.map(path).intersected(window))
