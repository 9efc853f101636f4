"""One frame of the figure: one or two pelves with their words, and room for a strip below."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPixmap

from hemipelvi_gui.sheets.pelvis_figure import caption, paint_figure
from hemipelvi_gui.ui.widgets.pelvis_scenes import SessionScene
from hemipelvi_gui.ui.widgets.pelvis_strips import (
    paint_cursor,
    paint_phases,
    paint_time_line,
    side_column,
    trace,
)
from hemipelvi_gui.ui.widgets.pelvis_words import bare_words, both_words, figure_colours, kind_of

if TYPE_CHECKING:
    from hemipelvi_gui.domain.poses import Pose
    from hemipelvi_gui.domain.running_order import RunningOrder
    from hemipelvi_gui.ui.theme import Theme
    from hemipelvi_gui.ui.widgets.pelvis_scenes import Scene

STRIP, LINE, GAP = 52, 18, 6
ROLES = {"amber": "amber_text", "teal": "teal_text", "muted": "muted"}
MIDDLE = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class Cell(NamedTuple):
    """One pelvis; `title` may be empty."""

    title: str
    pose: Pose


class Frame(NamedTuple):
    """What a moment shows. `told` is a line of numbers above the strip; none, no strip."""

    cells: tuple[Cell, ...]
    told: str


def paint_frame(
    painter: QPainter, rect: QRectF, frame: Frame, theme: Theme, *, words: bool = True
) -> QRectF:
    """Paint a frame; gives back the room for the strip, empty where there is none."""
    px = theme.px
    strip = px(STRIP) if frame.told and words else 0
    bottom = QRectF(rect.left(), rect.bottom() - strip, rect.width(), strip)
    painter.setFont(theme.font(11))
    painter.setPen(theme.palette.colour("muted"))
    foot = rect.bottom() - strip - (px(GAP) if strip else 0)
    if frame.told and words:
        line = QRectF(rect.left(), foot - px(LINE), rect.width(), px(LINE))
        _text(painter, line, MIDDLE, frame.told)
        foot -= px(LINE)
    line = QRectF(rect.left(), foot - px(LINE), rect.width(), px(LINE))
    _text(painter, line, MIDDLE, caption())
    width = rect.width() / len(frame.cells)
    for at, cell in enumerate(frame.cells):
        room = QRectF(rect.left() + at * width, rect.top(), width, line.top() - rect.top())
        _paint_cell(painter, room, cell, theme, words=words)
    return bottom


def _paint_cell(painter: QPainter, rect: QRectF, cell: Cell, theme: Theme, *, words: bool) -> None:
    px = theme.px
    top = rect.top()
    if cell.title:
        painter.setFont(theme.bold(13))
        painter.setPen(theme.palette.colour("ink"))
        _text(painter, QRectF(rect.left(), top, rect.width(), px(20)), MIDDLE, cell.title)
        top += px(20)
    foot = rect.bottom()
    if words:
        painter.setFont(theme.bold(12))
        foot -= px(LINE)
        row = QRectF(rect.left() + px(4), foot, rect.width() - px(8), px(LINE))
        half = row.width() / 2 - px(4)
        works = (cell.pose.left, cell.pose.right)
        shown = both_words(cell.pose)
        metrics = QFontMetricsF(painter.font())
        if any(metrics.horizontalAdvance(text) > half for text in shown):
            shown = (bare_words(works[0]), bare_words(works[1]))
        places = ((LEFT, row.left()), (RIGHT, row.right() - half))
        for text, work, (align, x) in zip(shown, works, places, strict=True):
            painter.setPen(theme.palette.colour(ROLES[kind_of(work)]))
            _text(painter, QRectF(x, row.top(), half, row.height()), align, text)
    room = QRectF(rect.left(), top, rect.width(), foot - top)
    paint_figure(painter, room, cell.pose, figure_colours(theme.palette))


def _text(painter: QPainter, rect: QRectF, align: Qt.AlignmentFlag, text: str) -> None:
    metrics = QFontMetricsF(painter.font())
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, align, shown)


def paint_strip(rect: QRectF, scene: Scene, theme: Theme, dpr: float) -> QPixmap:
    """What does not move of the strip below a scene."""
    size = QSize(max(1, round(rect.width() * dpr)), max(1, round(rect.height() * dpr)))
    pixmap = QPixmap(size)
    pixmap.setDevicePixelRatio(dpr)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    area = QRectF(QPointF(0, 0), rect.size())
    if isinstance(scene, SessionScene):
        paint_time_line(painter, area, theme, scene.order)
    else:
        paint_phases(painter, area, theme)
    painter.end()
    return pixmap


def paint_now(
    painter: QPainter,
    rect: QRectF,
    theme: Theme,
    order: RunningOrder | None,
    moment: float,
    part: float,
) -> None:
    """What moves on it: the work done so far, and where the moment is."""
    if order is not None and order.turns:
        bar = rect.adjusted(side_column(theme), 0, 0, 0)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(trace(bar, order, moment), theme.palette.colour("accent"))
    paint_cursor(painter, rect, theme, part)
