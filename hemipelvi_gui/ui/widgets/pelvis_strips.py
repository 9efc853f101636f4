"""What runs along below the figure: the phases of a stride, or the time line of a session.

Each strip is painted once for its size; a frame adds what moves.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QLinearGradient, QPainter, QPainterPath, QPen

from hemipelvi_gui.domain import gait
from hemipelvi_gui.sheets.pelvis_figure import half_colour
from hemipelvi_gui.ui.widgets.pelvis_words import figure_colours, phase_word

if TYPE_CHECKING:
    from hemipelvi_gui.domain.running_order import RunningOrder
    from hemipelvi_gui.ui.theme import Theme

translate = QCoreApplication.translate
STEPS = 160
KNOB = 14  # the slider's, in the style sheet
WORDS = 16  # px for the line of words over the phases
CENTRE = Qt.AlignmentFlag.AlignCenter
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def side_column(theme: Theme) -> int:
    """Width of the words "left" and "right" before the lanes."""
    return theme.px(38)


def time_bar(rect: QRectF, theme: Theme) -> QRectF:
    """The part of a strip along which time runs: from end to end of the way of a slider's knob."""
    return rect.adjusted(side_column(theme), 0, -theme.px(KNOB) / 2, 0)


def paint_phases(painter: QPainter, rect: QRectF, theme: Theme) -> None:
    """The four phases of a stride, what each side does in them, and the turn as a curve."""
    px, palette = theme.px, theme.palette
    bar = time_bar(rect, theme)
    words = px(WORDS)
    lane = (bar.height() - words) / 2
    colours = figure_colours(palette)
    painter.setFont(theme.font(11))
    for row, (side, work) in enumerate(
        (
            (translate("Pelvis", "left"), gait.left_work),
            (translate("Pelvis", "right"), gait.right_work),
        )
    ):
        top = bar.top() + words + row * lane
        painter.setPen(palette.colour("muted"))
        painter.drawText(QRectF(rect.left(), top, side_column(theme), lane), LEFT, side)
        shades = QLinearGradient(bar.left(), 0.0, bar.right(), 0.0)
        for step in range(STEPS + 1):
            shades.setColorAt(step / STEPS, half_colour(work(step / STEPS), colours))
        painter.fillRect(QRectF(bar.left(), top + 1, bar.width(), lane - 2), shades)
    ends = [*list(gait.BEGINS.values())[1:], 1.0]
    for (phase, begins), end in zip(gait.BEGINS.items(), ends, strict=True):
        left, right = bar.left() + bar.width() * begins, bar.left() + bar.width() * end
        painter.setPen(palette.colour("muted"))
        painter.drawText(QRectF(left, bar.top(), right - left, words), CENTRE, phase_word(phase))
        painter.setPen(QPen(palette.colour("panel"), px(2)))
        painter.drawLine(QLineF(left, bar.top() + words, left, bar.bottom()))
    _paint_turn(painter, bar.adjusted(0, words + 3, 0, -3), theme)


def _paint_turn(painter: QPainter, rect: QRectF, theme: Theme) -> None:
    curve = QPainterPath()
    for step in range(STEPS + 1):
        p = step / STEPS
        # The side that is forward is up here as in the picture: left lane above, right below.
        y = rect.center().y() + gait.yaw(p) / gait.YAW * rect.height() / 2
        point = QPointF(rect.left() + rect.width() * p, y)
        if step:
            curve.lineTo(point)
        else:
            curve.moveTo(point)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.palette.colour("panel"), theme.px(4)))
    painter.drawPath(curve)
    painter.setPen(QPen(theme.palette.colour("ink"), theme.px(2) * 0.8))
    painter.drawPath(curve)


def paint_time_line(painter: QPainter, rect: QRectF, theme: Theme, order: RunningOrder) -> None:
    """Turns along the time, the work of the left side above the line, of the right below."""
    palette, px = theme.palette, theme.px
    bar = time_bar(rect, theme)
    painter.setFont(theme.font(11))
    painter.setPen(palette.colour("muted"))
    half = bar.height() / 2
    for top, word in (
        (bar.top(), translate("Pelvis", "left")),
        (bar.center().y(), translate("Pelvis", "right")),
    ):
        painter.drawText(QRectF(rect.left(), top, side_column(theme), half), LEFT, word)
    painter.fillPath(trace(bar, order, order.duration), palette.colour("track"))
    painter.setPen(QPen(palette.colour("line"), 1))
    for turn in order.turns:
        x = bar.left() + bar.width() * turn.begins / max(order.duration, 1.0)
        painter.drawLine(QLineF(x, bar.top(), x, bar.bottom()))
    painter.setPen(QPen(palette.colour("outline"), max(1, px(1))))
    painter.drawLine(QLineF(bar.left(), bar.center().y(), bar.right(), bar.center().y()))


def trace(bar: QRectF, order: RunningOrder, until: float) -> QPainterPath:
    """Work done up to a second, left above the middle of `bar` and right below it."""
    total = max(*order.done_by(order.duration), 0.001)
    moments = [0.0, *(turn.ends for turn in order.turns if turn.ends < until), until]
    upper: list[QPointF] = []
    lower: list[QPointF] = []
    for moment in moments:
        x = bar.left() + bar.width() * moment / max(order.duration, 1.0)
        left, right = order.done_by(moment)
        reach = bar.height() / 2 - 1
        upper.append(QPointF(x, bar.center().y() - reach * left / total))
        lower.append(QPointF(x, bar.center().y() + reach * right / total))
    path = QPainterPath(upper[0])
    for point in (*upper[1:], *reversed(lower)):
        path.lineTo(point)
    path.closeSubpath()
    return path


def paint_cursor(painter: QPainter, rect: QRectF, theme: Theme, part: float) -> None:
    """Where the moment is, `part` in [0, 1] of the way."""
    bar = time_bar(rect, theme)
    x = bar.left() + bar.width() * part
    painter.setPen(QPen(theme.palette.colour("accent"), theme.px(2)))
    painter.drawLine(QLineF(x, bar.top(), x, bar.bottom()))


def clock(seconds: float) -> str:
    """Seconds as 12:30."""
    whole = int(seconds)
    return f"{whole // 60}:{whole % 60:02d}"
