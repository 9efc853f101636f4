"""Marks on the time axis: a strip for phases, hatching for illness, lines for devices and swaps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPen, QPolygonF

from hemipelvi_gui.ui.planning.week_marks import paint_phase
from hemipelvi_gui.ui.progress.cutting import cut_box
from hemipelvi_gui.ui.progress.points import MarkKind

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from hemipelvi_gui.ui.progress.look import Look
    from hemipelvi_gui.ui.progress.points import Mark
    from hemipelvi_gui.ui.progress.view import View

STRIP = 5  # px high, over the room of a chart
ILL_ALPHA, SWAP_ALPHA = 0.35, 0.10


def paint_marks(painter: QPainter, marks: Sequence[Mark], view: View, theme: Look) -> None:
    """Those between the view's days."""
    for each in marks:
        if each.last + 1 <= view.first or each.first >= view.last:
            continue
        left, right = view.x(each.first), view.x(each.last + 1)
        span = cut_box(QRectF(left, 0, right - left, 0), view.room)
        PAINTERS[each.kind](painter, each, span, view, theme)


def _phase(painter: QPainter, mark: Mark, span: QRectF, view: View, theme: Look) -> None:
    if mark.phase is None:
        return
    top = view.room.top() - theme.px(STRIP) - theme.px(3)
    box = QRectF(span.left() + 1, top, max(span.width() - 2, 1), theme.px(STRIP))
    paint_phase(painter, box, mark.phase, theme.palette.colour("outline"))


def _illness(painter: QPainter, _mark: Mark, span: QRectF, view: View, theme: Look) -> None:
    colour = theme.palette.colour("fix")
    colour.setAlphaF(ILL_ALPHA)
    wide = max(span.width(), 2.0)
    box = QRectF(span.left(), view.room.top(), wide, view.room.height())
    painter.fillRect(box, QBrush(colour, Qt.BrushStyle.BDiagPattern))
    painter.setPen(QPen(theme.palette.colour("fix"), max(1.5, theme.px(1.5))))
    middle, arm = QPointF(span.left() + wide / 2, view.room.top() + theme.px(5)), theme.px(3)
    painter.drawLine(QLineF(middle.x() - arm, middle.y(), middle.x() + arm, middle.y()))
    painter.drawLine(QLineF(middle.x(), middle.y() - arm, middle.x(), middle.y() + arm))


def _device(painter: QPainter, mark: Mark, span: QRectF, view: View, theme: Look) -> None:
    if mark.first < view.first:
        return
    pen = QPen(theme.palette.colour("outline"), max(1, theme.px(1)))
    pen.setDashPattern([2, 3])
    painter.setPen(pen)
    room, x = view.room, span.left()
    painter.drawLine(QLineF(x, room.top(), x, room.bottom()))
    side = theme.px(6)
    painter.setPen(QPen(theme.palette.colour("outline"), max(1, theme.px(1))))
    painter.setBrush(theme.palette.colour("panel"))
    painter.drawEllipse(QPointF(x, room.top() + side / 2), side / 2, side / 2)


def _swap(painter: QPainter, mark: Mark, span: QRectF, view: View, theme: Look) -> None:
    colour = theme.palette.colour("accent")
    soft = theme.palette.colour("accent")
    soft.setAlphaF(SWAP_ALPHA)
    room, side = view.room, theme.px(5)
    painter.fillRect(QRectF(span.left(), room.top(), span.width(), room.height()), soft)
    if mark.first < view.first:
        return
    painter.setPen(QPen(colour, max(1, theme.px(1))))
    painter.drawLine(QLineF(span.left(), room.top(), span.left(), room.bottom()))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    corner = QPointF(span.left(), room.top())
    flag = [corner, corner + QPointF(1.6 * side, side / 2 + 1), corner + QPointF(0, side + 2)]
    painter.drawPolygon(QPolygonF(flag))


PAINTERS: dict[MarkKind, Callable[[QPainter, Mark, QRectF, View, Look], None]] = {
    MarkKind.PHASE: _phase,
    MarkKind.ILLNESS: _illness,
    MarkKind.DEVICE: _device,
    MarkKind.SWAP: _swap,
}
