"""The page as a file: a picture (PNG) or a drawing (SVG)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QCoreApplication,
    QIODevice,
    QPointF,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont, QImage, QPainter

from hemipelvi_gui.sheets.png import png_bytes
from hemipelvi_gui.ui.days import long_day, span
from hemipelvi_gui.ui.palette import LIGHT
from hemipelvi_gui.ui.plain import one_line
from hemipelvi_gui.ui.progress.mark_painting import paint_marks
from hemipelvi_gui.ui.progress.painting import paint_days, paint_grid, paint_points, paint_target
from hemipelvi_gui.ui.progress.verdict_words import numbers_lines, reasons
from hemipelvi_gui.ui.progress.view import View, room_of, scale

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hemipelvi_gui.coach.verdict.result import Verdict
    from hemipelvi_gui.domain.balance import Library
    from hemipelvi_gui.ui.progress.points import Chart, Mark
    from hemipelvi_gui.ui.theme import Theme

translate = QCoreApplication.translate
WIDE, HIGH, TITLE, SIDE = 700, 200, 28, 24
COLUMNS = 2
SHARPNESS = 2
HEAD_LINE = 22
LONGEST = 400
EDGE = 5  # px that points on the edge of a chart need beyond it


class Paper:
    """The light palette at normal size, in the theme's font: files look alike from any screen."""

    palette = LIGHT
    scale = 1.0

    def __init__(self, theme: Theme) -> None:
        self._family = theme.font().family()

    def px(self, pixels: float) -> int:
        """As it is."""
        return round(pixels)

    def font(self, pixels: float = 13, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        """The program's font."""
        font = QFont(self._family)
        font.setPixelSize(max(1, round(pixels)))
        font.setWeight(weight)
        return font

    def bold(self, pixels: float = 13) -> QFont:
        """The program's font, semi-bold."""
        return self.font(pixels, QFont.Weight.DemiBold)


class Picture(NamedTuple):
    """What is exported: charts that have points, the days in sight, and lines over them."""

    charts: Sequence[Chart]
    marks: Sequence[Mark]
    first: float
    last: float
    head: Sequence[str]

    @property
    def size(self) -> QSize:
        """In pixels at normal sharpness."""
        rows = -(-len(self.charts) // COLUMNS)
        head = SIDE + HEAD_LINE * len(self.head)
        return QSize(COLUMNS * WIDE + SIDE, head + rows * (HIGH + TITLE) + SIDE)


def png_of(picture: Picture, theme: Theme) -> bytes:
    """As a PNG file, twice as sharp as a plain screen."""
    image = QImage(picture.size * SHARPNESS, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(SHARPNESS)
    painter = QPainter(image)
    _paint(painter, picture, theme)
    painter.end()
    return png_bytes(image)


def svg_of(picture: Picture, theme: Theme) -> bytes:
    """As an SVG file."""
    from PySide6.QtSvg import QSvgGenerator

    kept = QByteArray()
    buffer = QBuffer(kept)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(picture.size)
    generator.setViewBox(QRectF(QPointF(), picture.size))
    generator.setTitle(" ".join(picture.head[:1]))
    painter = QPainter(generator)
    _paint(painter, picture, theme)
    painter.end()
    buffer.close()
    return bytes(kept.data())


def head_of(headline: str, of: Verdict | None, library: Library, today: date) -> list[str]:
    """What stands over the charts: the verdict, its day and weeks, its numbers, what to doubt."""
    day = translate("Progress", "As of {day}").format(day=long_day(today))
    if of is None:
        return [day]
    weeks = translate("Progress", "the four weeks {recent} against the twelve weeks {before}")
    before = span(of.first, date.fromordinal(of.recent_from.toordinal() - 1))
    compared = weeks.format(recent=span(of.recent_from, of.last), before=before)
    coincides = translate("Progress", "It shows what coincides, not what causes it.")
    lines = (headline, f"{day}: {compared}.", *numbers_lines(of, library), *reasons(of), coincides)
    return [one_line(each, LONGEST) for each in lines if each]


def _paint(painter: QPainter, picture: Picture, theme: Theme) -> None:
    paper = Paper(theme)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(QRectF(QPointF(), picture.size), paper.palette.colour("panel"))
    y = SIDE / 2
    for place, line in enumerate(picture.head):
        painter.setFont(paper.font(13) if place else paper.bold(16))
        painter.setPen(paper.palette.colour("ink"))
        room = QRectF(SIDE, y, picture.size.width() - 2 * SIDE, HEAD_LINE)
        shown = painter.fontMetrics().elidedText(
            line, Qt.TextElideMode.ElideRight, round(room.width())
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)
        y += HEAD_LINE
    for place, chart in enumerate(picture.charts):
        row, column = divmod(place, COLUMNS)
        at = QPointF(SIDE / 2 + column * WIDE, SIDE / 2 + y + row * (HIGH + TITLE))
        _paint_chart(painter, picture, chart, at, paper)


def _paint_chart(
    painter: QPainter, picture: Picture, chart: Chart, at: QPointF, paper: Paper
) -> None:
    painter.save()
    painter.translate(at)
    title = QRectF(12, 0, WIDE - 24, TITLE)
    painter.setFont(paper.bold(13))
    painter.setPen(paper.palette.colour("ink"))
    painter.drawText(title, Qt.AlignmentFlag.AlignVCenter, chart.title)
    painter.setFont(paper.font(11))
    painter.setPen(paper.palette.colour("muted"))
    words = " \u00b7 ".join(each for each in (chart.legend, chart.unit) if each)
    painter.drawText(title, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, words)
    painter.translate(0, TITLE)
    room = room_of(QRectF(0, 0, WIDE - 12, HIGH), paper.px)
    low, high = scale(chart, picture.first, picture.last)
    view = View(room, picture.first, picture.last, low, high, chart.downwards)
    paint_grid(painter, chart, view, paper)
    painter.save()
    painter.setClipRect(room.adjusted(-EDGE, -TITLE, EDGE, EDGE))
    paint_target(painter, chart, view, paper)
    paint_marks(painter, picture.marks, view, paper)
    paint_points(painter, chart, view, paper)
    painter.restore()
    paint_days(painter, chart, view, paper)
    painter.restore()
