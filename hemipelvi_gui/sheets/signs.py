"""Small signs: what kind of run or day it is, each by its shape alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from hemipelvi_gui.sheets.marks import Shape

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hemipelvi_gui.sheets.marks import Sign

Rect = tuple[float, float, float, float]

# Everything in tenths of the sign's square: left, top, width, height.
BLOCKS: Mapping[Shape, tuple[Rect, ...]] = {
    Shape.GYM: (
        (0.0, 3.2, 1.2, 3.6),
        (1.5, 2.0, 1.6, 6.0),
        (3.0, 4.3, 4.0, 1.4),
        (6.9, 2.0, 1.6, 6.0),
        (8.8, 3.2, 1.2, 3.6),
    ),
    Shape.CAPSULE: ((0.0, 3.0, 10.0, 4.0),),
    Shape.PAUSE: ((2.2, 1.6, 1.8, 6.8), (6.0, 1.6, 1.8, 6.8)),
    Shape.PLUS: ((4.1, 1.2, 1.8, 7.6), (1.2, 4.1, 7.6, 1.8)),
    Shape.FLAG: ((1.2, 0.2, 1.2, 9.6),),
}
CORNERS: Mapping[Shape, tuple[tuple[float, float], ...]] = {
    Shape.TRIANGLE: ((5.0, 0.9), (9.8, 9.2), (0.2, 9.2)),
    Shape.FLAG: ((2.4, 0.4), (9.8, 3.2), (2.4, 6.2)),
}
ROUND = {Shape.CAPSULE: 2.0}
RING, RING_PEN = 3.8, 1.7


def paint_sign(painter: QPainter, sign: Sign, colour: QColor) -> None:
    """Paint the sign in its square."""
    painter.save()
    painter.translate(sign.x, sign.y)
    painter.scale(sign.side / 10.0, sign.side / 10.0)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    radius = ROUND.get(sign.shape, 0.3)
    for block in BLOCKS.get(sign.shape, ()):
        painter.drawRoundedRect(QRectF(*block), radius, radius)
    if sign.shape in CORNERS:
        painter.drawPolygon(QPolygonF([QPointF(*corner) for corner in CORNERS[sign.shape]]))
    if sign.shape is Shape.RING:
        painter.setPen(QPen(colour, RING_PEN))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QPointF(5.0, 5.0), RING, RING)
    painter.restore()
