"""Charts as they are painted: on the screen, in a picture, in an SVG file, by the same hands."""

from __future__ import annotations

from itertools import groupby
from math import ceil, floor
from statistics import fmean
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen, QPolygonF

from hemipelvi_gui.ui.planning.bars_picture import mixed
from hemipelvi_gui.ui.progress.cutting import cut_box, cut_line
from hemipelvi_gui.ui.progress.points import Dot, Shape, Tone
from hemipelvi_gui.ui.progress.view import BAR_DAYS, lines, seen, ticks

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from hemipelvi_gui.ui.progress.look import Look
    from hemipelvi_gui.ui.progress.points import Chart, Curve, Trend
    from hemipelvi_gui.ui.progress.view import View

TONES = {Tone.GOOD: "teal", Tone.BAD: "fix", Tone.PLAIN: "amber"}
TONE_WORDS = {Tone.GOOD: "teal_text", Tone.BAD: "fix", Tone.PLAIN: "amber_text"}
BAND_ALPHA, TARGET_ALPHA = 0.18, 0.35
DOT = 3.0  # px from a point's middle to its edge
RIGHT_VCENTRE = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter
# Two points of one curve within so many pixels of each other are one.
NEAR = 1.5
# Weekly means become those of groups so many px wide, once that many weeks are in one.
GROUP, LEAST_WEEKS = 9.0, 3


def paint_grid(painter: QPainter, chart: Chart, view: View, theme: Look) -> None:
    """Lines at round values, with their names at the left."""
    palette, room = theme.palette, view.room
    painter.setFont(theme.font(10))
    left = room.left() - theme.px(8)
    for value in lines(chart, view):
        y = round(view.y(value)) + 0.5
        painter.setPen(QPen(palette.colour("line"), 1))
        painter.drawLine(QPointF(room.left(), y), QPointF(room.right(), y))
        painter.setPen(palette.colour("muted"))
        box = QRectF(0, y - theme.px(8), left, theme.px(16))
        painter.drawText(box, RIGHT_VCENTRE, _tick(chart, value))


def _tick(chart: Chart, value: float) -> str:
    """A value without its unit, which stands over the chart."""
    return chart.write(value).split(" ", 1)[0].removesuffix(".0")


def paint_days(painter: QPainter, chart: Chart, view: View, theme: Look) -> None:
    """The names of months, weeks or years under the chart, and what the trend comes to."""
    room, px = view.room, theme.px
    painter.setFont(theme.bold(11))
    painter.setPen(theme.palette.colour(TONE_WORDS[chart.tone]))
    taken = 0.0
    row = QRectF(px(4), room.bottom() + px(4), room.width(), px(16))
    if chart.change and chart.is_told(view.first, view.last):
        side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(row, side, chart.change)
        taken = row.left() + QFontMetrics(theme.bold(11)).horizontalAdvance(chart.change) + px(4)
        painter.setFont(theme.font(10))
        painter.setPen(theme.palette.colour("muted"))
        # The two lines that are held against each other are dashed.
        said = f"\u2013 \u2013 {chart.compared}" if chart.levels else chart.compared
        painter.drawText(row.adjusted(taken - row.left(), 0, 0, 0), side, said)
        taken += QFontMetrics(theme.font(10)).horizontalAdvance(said) + px(8)
    metrics = QFontMetrics(theme.font(10))
    for tick in ticks(view, metrics.horizontalAdvance("00 Mmm") + px(14)):
        x = view.x(tick.day)
        half = metrics.horizontalAdvance(tick.words) / 2 + 2
        painter.setPen(QPen(theme.palette.colour("line"), 1))
        painter.drawLine(QLineF(x, room.bottom(), x, room.bottom() + px(4)))
        if x - half < taken or x + half > room.right() + px(10):
            continue
        painter.setFont(theme.bold(10) if tick.is_year else theme.font(10))
        painter.setPen(theme.palette.colour("muted"))
        painter.drawText(QRectF(x - half, row.top(), 2 * half, row.height()), CENTRE, tick.words)


def paint_target(painter: QPainter, chart: Chart, view: View, theme: Look) -> None:
    """The band to be in."""
    if chart.target is None:
        return
    colour = theme.palette.colour("band")
    colour.setAlphaF(TARGET_ALPHA)
    room = view.room
    high, low = (view.y(each) for each in reversed(chart.target))
    top, bottom = max(high, room.top()), min(low, room.bottom())
    painter.fillRect(QRectF(room.left(), top, room.width(), max(bottom - top, 0.0)), colour)


def paint_points(painter: QPainter, chart: Chart, view: View, theme: Look) -> None:
    """Bars, the trend with its band, joining lines, points."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for curve in chart.curves:
        found = curve.dots[seen(curve, view.first, view.last)]
        if curve.is_bars:
            _bars(painter, found, view, theme)
    if chart.trend is not None:
        _band(painter, chart.trend, view, theme.palette.colour(TONES[chart.tone]))
    for place, curve in enumerate(chart.curves):
        found = curve.dots[seen(curve, view.first, view.last)]
        if not curve.is_bars and found:
            _points(painter, curve, found, view, theme, theme.palette.colour(CURVES[place]))
    if chart.trend is not None:
        _line(painter, chart.trend, view, theme, TONES[chart.tone])
    _levels(painter, chart, view, theme)


CURVES = ("accent", "teal", "outline")


def _bars(painter: QPainter, dots: Sequence[Dot], view: View, theme: Look) -> None:
    palette = theme.palette
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(mixed(palette.colour("accent"), palette.colour("panel"), 0.55))
    wide = max(BAR_DAYS * view.per_day, 1.0)
    gap = min(wide * 0.25, theme.px(6)) if wide > 2 else 0.0
    base = view.y(0.0)
    for each in dots:
        top = view.y(each.value)
        box = QRectF(view.x(each.day) + gap / 2, top, wide - gap, base - top)
        shown = cut_box(box, view.room)
        if shown.width():
            painter.drawRect(shown)


def _band(painter: QPainter, trend: Trend, view: View, colour: QColor) -> None:
    xs = [view.x(day) for day in trend.days]
    upper = [QPointF(x, view.y(y)) for x, y in zip(xs, trend.high, strict=True)]
    lower = [QPointF(x, view.y(y)) for x, y in zip(xs, trend.low, strict=True)]
    colour.setAlphaF(BAND_ALPHA)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    edges = [*cut_line(upper, view.room), *reversed(cut_line(lower, view.room))]
    painter.drawPolygon(QPolygonF(edges))


def _line(painter: QPainter, trend: Trend, view: View, theme: Look, role: str) -> None:
    days = zip(trend.days, trend.middle, strict=True)
    places = [QPointF(view.x(day), view.y(value)) for day, value in days]
    painter.setPen(QPen(theme.palette.colour(role), max(1.5, theme.px(2.2))))
    painter.drawPolyline(QPolygonF(cut_line(places, view.room)))


def _levels(painter: QPainter, chart: Chart, view: View, theme: Look) -> None:
    pen = QPen(theme.palette.colour("ink"), max(1.2, theme.px(1.4)))
    pen.setDashPattern([4, 2])
    painter.setPen(pen)
    for each in chart.levels:
        y = view.y(each.value)
        places = [QPointF(view.x(each.first), y), QPointF(view.x(each.last), y)]
        painter.drawPolyline(QPolygonF(cut_line(places, view.room)))


def _points(
    painter: QPainter,
    curve: Curve,
    dots: Sequence[Dot],
    view: View,
    theme: Look,
    colour: QColor,
) -> None:
    places = thinned(in_groups(dots, view) if curve.is_mean else dots, view)
    soft = mixed(colour, theme.palette.colour("panel"), 0.7)
    if curve.is_joined:
        painter.setPen(QPen(soft, max(1.0, theme.px(1))))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        joined = cut_line([place for place, _faint in places], view.room)
        painter.drawPolyline(QPolygonF(joined))
    left, right = view.room.left() - NEAR, view.room.right() + NEAR
    places = [each for each in places if left <= each[0].x() <= right]
    # Crowded points are smaller, but never too small to be seen.
    size = DOT if len(places) * 5 < view.room.width() else DOT * 0.66
    radius = max(1.5, size * theme.scale)
    draw = SHAPES[curve.shape]
    for is_faint in (False, True):
        painter.setPen(QPen(soft, 1.2) if is_faint else Qt.PenStyle.NoPen)
        painter.setBrush(theme.palette.colour("panel") if is_faint else soft)
        for place, faint in places:
            if faint is is_faint:
                draw(painter, place, radius)


def in_groups(dots: Sequence[Dot], view: View) -> Sequence[Dot]:
    """Weekly means as means of several weeks where single ones would be a tangle.

    Groups begin at fixed weeks, so that they stay the same while the days move.
    """
    weeks = ceil(GROUP / (BAR_DAYS * view.per_day))
    if weeks < LEAST_WEEKS:
        return dots
    groups = groupby(dots, key=lambda each: floor((each.day - 1) / (BAR_DAYS * weeks)))
    found = (list(group) for _key, group in groups)
    return [
        Dot(fmean(each.day for each in group), fmean(each.value for each in group))
        for group in found
    ]


def thinned(dots: Sequence[Dot], view: View) -> list[tuple[QPointF, bool]]:
    """Where the points are, those left out that would lie on the one before."""
    found: list[tuple[QPointF, bool]] = []
    x, y = view.x, view.y
    for each in dots:
        place = QPointF(x(each.day), y(each.value))
        if found:
            off = place - found[-1][0]
            if abs(off.x()) < NEAR and abs(off.y()) < NEAR:
                continue
        found.append((place, each.faint))
    return found


def _dot(painter: QPainter, at: QPointF, radius: float) -> None:
    painter.drawEllipse(at, radius, radius)


def _square(painter: QPainter, at: QPointF, radius: float) -> None:
    painter.drawRect(QRectF(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius))


def _diamond(painter: QPainter, at: QPointF, radius: float) -> None:
    reach = 1.5 * radius
    corners = ((0, -reach), (reach, 0), (0, reach), (-reach, 0))
    painter.drawPolygon(QPolygonF([at + QPointF(*each) for each in corners]))


def _to_left(painter: QPainter, at: QPointF, radius: float) -> None:
    reach = 1.3 * radius
    corners = ((-reach, 0.0), (reach, -reach), (reach, reach))
    painter.drawPolygon(QPolygonF([at + QPointF(*each) for each in corners]))


def _to_right(painter: QPainter, at: QPointF, radius: float) -> None:
    reach = 1.3 * radius
    corners = ((reach, 0.0), (-reach, -reach), (-reach, reach))
    painter.drawPolygon(QPolygonF([at + QPointF(*each) for each in corners]))


SHAPES: dict[Shape, Callable[[QPainter, QPointF, float], None]] = {
    Shape.DOT: _dot,
    Shape.SQUARE: _square,
    Shape.DIAMOND: _diamond,
    Shape.LEFT: _to_left,
    Shape.RIGHT: _to_right,
}


def paint_ring(painter: QPainter, at: QPointF, theme: Look) -> None:
    """Round the point that is told of."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.palette.colour("ink"), max(1.5, theme.px(2))))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(at, theme.px(6), theme.px(6))
