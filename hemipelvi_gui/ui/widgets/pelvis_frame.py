"""One frame of the figure: one or two pelves with their words, and room for a strip below."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen, QPixmap

from hemipelvi_gui.sheets.pelvis_figure import caption, ground_of, paint_figure
from hemipelvi_gui.ui.widgets.pelvis_scenes import SessionScene
from hemipelvi_gui.ui.widgets.pelvis_strips import (
    WORDS,
    paint_cursor,
    paint_phases,
    paint_time_line,
    time_bar,
    trace,
)
from hemipelvi_gui.ui.widgets.pelvis_words import all_words, both_words, figure_colours, kind_of

if TYPE_CHECKING:
    from hemipelvi_gui.domain.poses import Pose
    from hemipelvi_gui.domain.running_order import RunningOrder
    from hemipelvi_gui.ui.theme import Theme
    from hemipelvi_gui.ui.widgets.pelvis_scenes import Scene

STRIP, LINE, GAP = 52, 18, 6
BETWEEN = 12  # px between words that stand side by side
SMALLEST = 0.75  # of their size words may have so that they fit
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


def paint_frame(painter: QPainter, rect: QRectF, frame: Frame, theme: Theme) -> QRectF:
    """Paint a frame; gives back the room for the strip, empty where there is none."""
    px = theme.px
    strip = px(STRIP) if frame.told else 0
    bottom = QRectF(rect.left(), rect.bottom() - strip, rect.width(), strip)
    painter.setFont(theme.font(11))
    painter.setPen(theme.palette.colour("muted"))
    foot = rect.bottom() - strip - (px(GAP) if strip else 0)
    if frame.told:
        line = QRectF(rect.left(), foot - px(LINE), rect.width(), px(LINE))
        _text(painter, line, MIDDLE, frame.told)
        foot -= px(LINE)
    line = QRectF(rect.left(), foot - px(LINE), rect.width(), px(LINE))
    _text(painter, line, MIDDLE, caption())
    width = rect.width() / len(frame.cells)
    # Of the same height in all, so that the pictures are as large as each other.
    lines = max(_title_lines(cell.title, width - px(BETWEEN), theme) for cell in frame.cells)
    for at, cell in enumerate(frame.cells):
        left = rect.left() + at * width
        room = QRectF(left, rect.top(), width, line.top() - rect.top())
        if at:
            painter.setPen(QPen(theme.palette.colour("line"), px(1)))
            painter.drawLine(room.topLeft(), room.bottomLeft())
        _paint_cell(painter, room, cell, theme, lines)
    return bottom


def _title_lines(title: str, room: float, theme: Theme) -> int:
    """How many lines a title needs; 0 for none."""
    if not title:
        return 0
    wide = QFontMetricsF(theme.bold(13)).horizontalAdvance(title)
    return 1 if SMALLEST * wide <= room else 2


def _paint_cell(painter: QPainter, rect: QRectF, cell: Cell, theme: Theme, lines: int) -> None:
    px = theme.px
    room = rect.adjusted(px(BETWEEN) / 2, 0, -px(BETWEEN) / 2, 0)
    if cell.title:
        painter.setPen(theme.palette.colour("ink"))
        title = QRectF(room.left(), room.top(), room.width(), px(20 if lines < 2 else 34))
        if _title_lines(cell.title, room.width(), theme) > 1:
            painter.setFont(theme.bold(12))
            painter.drawText(title, int(MIDDLE) | Qt.TextFlag.TextWordWrap, cell.title)
        else:
            painter.setFont(_fitting(theme.bold(13), cell.title, room.width()))
            _text(painter, title, MIDDLE, cell.title)
        room.setTop(title.bottom())
    painter.setFont(words_font(room.width(), theme))
    left, right, picture = places_of_words(room, theme)
    works, words = (cell.pose.left, cell.pose.right), both_words(cell.pose)
    for text, work, place, align in zip(words, works, (left, right), (LEFT, RIGHT), strict=True):
        painter.setPen(theme.palette.colour(ROLES[kind_of(work)]))
        _text(painter, place, align, text)
    paint_figure(painter, picture, cell.pose, figure_colours(theme.palette))


def _fitting(font: QFont, text: str, width: float) -> QFont:
    """The font, down to three quarters of its size where the text is too long for it."""
    wide = QFontMetricsF(font).horizontalAdvance(text)
    if wide > width:
        font.setPixelSize(round(font.pixelSize() * max(SMALLEST, 0.98 * width / wide)))
    return font


def words_font(width: float, theme: Theme) -> QFont:
    """The font of the words of both halves: smaller where that brings them onto one line."""
    font, between = theme.bold(12), 2 * theme.px(BETWEEN)
    wide = sum(_widest(font.toString(), all_words()))
    if wide + between > width and SMALLEST * wide + between <= width:
        font.setPixelSize(int(font.pixelSize() * (width - between) / wide))
    return font


def places_of_words(room: QRectF, theme: Theme) -> tuple[QRectF, QRectF, QRectF]:
    """Where the words of the left and of the right half stand, and what is left for the picture.

    They stand at either side of the prints where there is room, else below them, and one below the
    other where they would touch. They stay there whatever the halves do.
    """
    line, between = theme.px(LINE), theme.px(BETWEEN)
    wide = _widest(words_font(room.width(), theme).toString(), all_words())
    # No stance leaves prints wider than this.
    prints = ground_of(room).height() * 1.2
    row = QRectF(room.left(), room.bottom() - line, room.width(), line)
    if room.width() >= 2 * max(wide) + prints + 2 * between:
        return row, row, room
    if room.width() >= sum(wide) + 2 * between:
        return row, row, room.adjusted(0, 0, 0, -line)
    return row.translated(0, -line), row, room.adjusted(0, 0, 0, -2 * line)


@lru_cache(maxsize=8)
def _widest(font: str, halves: tuple[tuple[str, ...], ...]) -> tuple[float, ...]:
    """Width of the longest words of each half, in pixels."""
    written = QFont()
    written.fromString(font)
    metrics = QFontMetricsF(written)
    return tuple(max(metrics.horizontalAdvance(word) for word in words) for words in halves)


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
        bar = time_bar(rect, theme)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(trace(bar, order, moment), theme.palette.colour("accent"))
    words = theme.px(WORDS) if order is None else 0
    paint_cursor(painter, rect.adjusted(0, words, 0, 0), theme, part)
