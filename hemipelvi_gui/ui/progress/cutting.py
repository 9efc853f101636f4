"""Lines and boxes cut to the room of a chart, as not every kind of file clips what is painted."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF

if TYPE_CHECKING:
    from collections.abc import Sequence


def cut_line(places: Sequence[QPointF], room: QRectF) -> list[QPointF]:
    """The part of a line from left to right that is in the room; too high or low goes to its edge.

    Empty where no two of its points are left.
    """
    found: list[QPointF] = []
    for begin, end in pairwise(places):
        if end.x() < room.left() or begin.x() > room.right():
            continue
        first, last = _at(begin, end, room.left()), _at(begin, end, room.right())
        start = first if begin.x() < room.left() else begin
        if not found:
            found.append(_level(start, room))
        found.append(_level(last if end.x() > room.right() else end, room))
    return found


def cut_box(box: QRectF, room: QRectF) -> QRectF:
    """The part of a box between the room's left and right, as high as it was; it may be empty."""
    left, right = max(box.left(), room.left()), min(box.right(), room.right())
    return QRectF(left, box.top(), max(right - left, 0.0), box.height())


def _at(begin: QPointF, end: QPointF, x: float) -> QPointF:
    wide = end.x() - begin.x()
    part = (x - begin.x()) / wide if wide else 0.0
    return QPointF(x, begin.y() + part * (end.y() - begin.y()))


def _level(place: QPointF, room: QRectF) -> QPointF:
    return QPointF(place.x(), min(max(place.y(), room.top()), room.bottom()))
