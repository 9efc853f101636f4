"""How cards and chips of the week look, each painted once into a pixmap."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QPen,
    QPixmap,
    QPolygonF,
    QTextLayout,
    QTextOption,
)

from hemipelvi_gui.domain.runs import RunKind
from hemipelvi_gui.sheets.cards import SHAPES
from hemipelvi_gui.sheets.marks import Ink, Sign
from hemipelvi_gui.sheets.plain import unbroken
from hemipelvi_gui.sheets.signs import paint_sign
from hemipelvi_gui.sheets.tints import mixed
from hemipelvi_gui.ui.week.card_faces import Card, Chip, Face, Row
from hemipelvi_gui.ui.widgets.card_art import blank
from hemipelvi_gui.ui.wording import DOT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hemipelvi_gui.ui.theme import Theme
    from hemipelvi_gui.ui.widgets.glyphs import GlyphCache

LEFT, RIGHT, TOP, BOTTOM, EDGE = 14, 10, 8, 9, 5
NAME, FACTS, CHIP = 12.5, 11.0, 11.0
NAME_LINES, FACT_LINES, CHIP_LINES = 2, 2, 4
MARK, MARK_GAP, BAR, BAR_ROW = 12, 4, 6, 18
ROOM_FOR_GLYPH = 92
MOST_PIXMAPS = 240
# Kinds whose shape tells what they are for; an easy run needs no saying.
SIGNED = (RunKind.QUALITY, RunKind.LONG, RunKind.RACE)


class Mood(NamedTuple):
    """How a card stands out just now."""

    selected: bool = False
    current: bool = False
    hovered: bool = False
    lifted: bool = False


def wrapped(text: str, font: QFont, width: int, most: int) -> list[str]:
    """The text in at most so many lines; what is left over is elided in the last one."""
    layout = QTextLayout(unbroken(text), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    starts: list[int] = []
    while len(starts) <= most:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(max(1, width))
        starts.append(line.textStart())
    layout.endLayout()
    ends = [*starts[1:], len(text)]
    lines = [text[a:b].strip() for a, b in zip(starts, ends, strict=True)]
    if len(lines) > most:
        rest = text[starts[most - 1] :]
        elided = QFontMetrics(font).elidedText(rest, Qt.TextElideMode.ElideRight, width)
        lines = [*lines[: most - 1], elided]
    return lines


def joined(parts: Sequence[str], font: QFont, width: int, most: int) -> list[str]:
    """Parts with dots between them, as many to a line as there is room for."""
    metrics, lines = QFontMetrics(font), list[str]()
    for part in parts:
        together = f"{lines[-1]}{DOT}{part}" if lines else part
        if lines and metrics.horizontalAdvance(together) <= width:
            lines[-1] = together
        else:
            lines.append(part)
    return [metrics.elidedText(each, Qt.TextElideMode.ElideRight, width) for each in lines[:most]]


class CardArt(QObject):
    """Paints rows in the theme's look. `painted` counts those painted anew."""

    def __init__(self, theme: Theme, glyphs: GlyphCache, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme, self._glyphs = theme, glyphs
        self._made: dict[tuple[object, ...], QPixmap] = {}
        self._heights: dict[tuple[object, int], int] = {}
        self.painted = 0
        theme.changed.connect(self._forget)

    def _forget(self) -> None:
        self._made.clear()
        self._heights.clear()

    def height(self, row: Row, width: int) -> int:
        """Height of a row's card or chip in pixels, at a width."""
        key = (_shown(row), width)
        if key not in self._heights:
            if len(self._heights) > 4 * MOST_PIXMAPS:
                self._heights.clear()
            self._heights[key] = (
                self._card_height(row, width)
                if isinstance(row, Card)
                else self._chip_height(row, width)
            )
        return self._heights[key]

    def pixmap(self, row: Row, width: int, mood: Mood, dpr: float) -> QPixmap:
        """A card or chip, as high as `height` says."""
        key = (_shown(row), width, mood, dpr)
        found = self._made.get(key)
        if found is None:
            if len(self._made) >= MOST_PIXMAPS:
                self._made.clear()
            size = QSize(width, self.height(row, width))
            found = self._made[key] = blank(size, dpr)
            painter = QPainter(found)
            self.paint(painter, QRect(0, 0, size.width(), size.height()), row, mood, dpr)
            painter.end()
            self.painted += 1
        return found

    def paint(self, painter: QPainter, rect: QRect, row: Row, mood: Mood, dpr: float = 1.0) -> None:
        """Paint a row into a rectangle."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(row, Chip):
            self._paint_chip(painter, rect, row, mood)
            return
        painter.setOpacity(0.4 if mood.lifted else 1.0)
        self._frame(painter, rect, row.face, mood)
        painter.setOpacity(0.4 if mood.lifted else 0.55 if row.face.skipped else 1.0)
        taken = self._marks(painter, rect, row.face)
        self._words(painter, rect, row.face, taken, dpr)
        painter.setOpacity(1.0)

    # -- cards -------------------------------------------------------------------------------

    def _lines(self, face: Face, width: int) -> tuple[list[str], list[str]]:
        px = self.theme.px
        room = width - px(LEFT) - px(RIGHT)
        marks = len(_marks_of(face)) * px(MARK + MARK_GAP)
        name = wrapped(face.name, self.theme.bold(NAME), room - marks, NAME_LINES)
        font = self.theme.font(FACTS)
        facts = joined(face.facts, font, room, FACT_LINES)
        if face.plan:
            facts += wrapped(face.plan, font, room, 1)
        return name, facts

    def _card_height(self, card: Card, width: int) -> int:
        px, theme = self.theme.px, self.theme
        name, facts = self._lines(card.face, width)
        high = px(TOP) + len(name) * QFontMetrics(theme.bold(NAME)).height()
        high += len(facts) * QFontMetrics(theme.font(FACTS)).height()
        if _has_bar(card.face):
            high += px(BAR_ROW)
        # A card without facts is as high as one with a line of them, as a day's rest is no less.
        least = px(TOP + BOTTOM) + sum(
            QFontMetrics(font).height() for font in (theme.bold(NAME), theme.font(FACTS))
        )
        return max(high + px(BOTTOM), least)

    def _frame(self, painter: QPainter, rect: QRect, face: Face, mood: Mood) -> None:
        palette, px = self.theme.palette, self.theme.px
        edge = palette.line
        if mood.selected or mood.current:
            edge = palette.accent
        elif mood.hovered:
            edge = palette.outline
        fill = palette.accent_soft if mood.selected else palette.panel
        thick = 2.0 if mood.current else 1.0
        inset = thick / 2
        painter.setPen(QPen(QColor(edge), thick))
        painter.setBrush(QColor(fill))
        frame = QRectF(rect).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(frame, px(6), px(6))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._edge_colour(face))
        bar = QRectF(rect.left(), rect.top(), px(EDGE), rect.height())
        painter.drawRoundedRect(bar, px(2), px(2))

    def _edge_colour(self, face: Face) -> QColor:
        palette = self.theme.palette
        if face.skipped:
            return QColor(palette.neutral)
        if face.kind is None or face.kind is RunKind.RACE:
            return QColor(palette.accent)
        if face.kind is RunKind.REST:
            return QColor(palette.neutral)
        return QColor(palette.outline if face.kind is RunKind.OTHER else palette.teal)

    def _marks(self, painter: QPainter, rect: QRect, face: Face) -> int:
        """The marks at the right of the name; how much of its room they take."""
        px, palette = self.theme.px, self.theme.palette
        side = px(MARK)
        middle = rect.top() + px(TOP) + QFontMetrics(self.theme.bold(NAME)).height() / 2
        x = rect.right() - px(RIGHT) + 1
        for mark in _marks_of(face):
            x -= side
            box = QRectF(x, middle - side / 2, side, side)
            if mark == "done":
                _tick(painter, box, QColor(palette.teal_text))
            elif mark == "fault":
                self._fault(painter, box)
            elif face.kind is not None:
                accent = face.kind is RunKind.RACE
                colour = QColor(palette.accent if accent else palette.teal_text)
                inset = side * 0.08
                box.adjust(inset, inset, -inset, -inset)
                shape = SHAPES[face.kind][0]
                sign = Sign(box.x(), box.y(), box.width(), shape, Ink.EASY)
                paint_sign(painter, sign, colour)
            x -= px(MARK_GAP)
        return len(_marks_of(face)) * px(MARK + MARK_GAP)

    def _fault(self, painter: QPainter, box: QRectF) -> None:
        palette = self.theme.palette
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(palette.fix))
        painter.drawEllipse(box)
        painter.setPen(QColor(palette.panel))
        painter.setFont(self.theme.font(9.5, QFont.Weight.Bold))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "!")

    def _words(self, painter: QPainter, rect: QRect, face: Face, taken: int, dpr: float) -> None:
        px, palette, theme = self.theme.px, self.theme.palette, self.theme
        name, facts = self._lines(face, rect.width())
        left, y = rect.left() + px(LEFT), rect.top() + px(TOP)
        room = rect.width() - px(LEFT) - px(RIGHT)
        font = theme.bold(NAME)
        font.setStrikeOut(face.skipped)
        rests = face.kind is RunKind.REST
        painter.setFont(font)
        painter.setPen(QColor(palette.muted if rests or face.skipped else palette.ink))
        for line in name:
            step = QFontMetrics(font).height()
            _line(painter, QRect(left, y, room - taken + 1, step), line)
            y += step
        painter.setFont(theme.font(FACTS))
        painter.setPen(QColor(palette.muted))
        for line in facts:
            step = QFontMetrics(theme.font(FACTS)).height()
            _line(painter, QRect(left, y, room + 1, step), line)
            y += step
        if _has_bar(face):
            self._bar(painter, QRect(left, y, room, px(BAR_ROW)), face, dpr)

    def _bar(self, painter: QPainter, row: QRect, face: Face, dpr: float) -> None:
        """The share on its track, a tick at the floor, and the glyph of most of the work."""
        px, palette, high = self.theme.px, self.theme.palette, self.theme.px(BAR)
        wide, y = row.width(), row.center().y() - high / 2 + px(2)
        side = px(16)
        if face.look is not None and row.width() >= px(ROOM_FOR_GLYPH):
            wide -= side + px(6)
            glyph = self._glyphs.of_look(face.look, side, dpr)
            painter.drawPixmap(QPointF(row.right() - side + 1, y + high / 2 - side / 2), glyph)
        painter.setPen(Qt.PenStyle.NoPen)
        track = QRectF(row.left(), y, wide, high)
        painter.setBrush(QColor(palette.track))
        painter.drawRoundedRect(track, high / 2, high / 2)
        share = face.share or 0.0
        if share:
            filled = QRectF(track)
            filled.setWidth(max(high, wide * share))
            painter.setBrush(QColor(palette.accent))
            painter.drawRoundedRect(filled, high / 2, high / 2)
        tick = round(row.left() + wide * face.floor)
        painter.setPen(QPen(QColor(palette.panel if share > face.floor else palette.ink), 1.5))
        painter.drawLine(QPointF(tick, y - 1), QPointF(tick, y + high + 1))

    # -- chips -------------------------------------------------------------------------------

    def _chip_lines(self, chip: Chip, width: int) -> list[str]:
        room = width - self.theme.px(16)
        font = self.theme.bold(CHIP)
        lines = wrapped(chip.words, font, room, CHIP_LINES)
        if chip.fix:
            lines += wrapped(chip.fix, font, room, 2)
        return lines

    def _chip_height(self, chip: Chip, width: int) -> int:
        step = QFontMetrics(self.theme.bold(CHIP)).height()
        return len(self._chip_lines(chip, width)) * step + self.theme.px(10)

    def _paint_chip(self, painter: QPainter, rect: QRect, chip: Chip, mood: Mood) -> None:
        px, palette = self.theme.px, self.theme.palette
        colour = palette.fix if chip.wrong else palette.muted
        edge = palette.fix if chip.wrong else palette.outline
        tint = mixed(palette.panel, palette.fix if chip.wrong else palette.neutral, 0.09)
        thick = 2.0 if mood.current else 1.0
        frame = QRectF(rect).adjusted(thick / 2, thick / 2, -thick / 2, -thick / 2)
        painter.setPen(QPen(QColor(palette.accent if mood.current else edge), thick))
        painter.setBrush(tint)
        painter.drawRoundedRect(frame, px(6), px(6))
        words = wrapped(chip.words, self.theme.bold(CHIP), rect.width() - px(16), CHIP_LINES)
        step = QFontMetrics(self.theme.bold(CHIP)).height()
        y = rect.top() + px(5)
        for at, line in enumerate(self._chip_lines(chip, rect.width())):
            action = at >= len(words)
            font = self.theme.bold(CHIP) if action else self.theme.font(CHIP)
            font.setUnderline(action and (mood.hovered or mood.current))
            painter.setFont(font)
            painter.setPen(QColor(colour if not action or chip.wrong else palette.accent))
            _line(painter, QRect(rect.left() + px(8), y, rect.width() - px(14), step), line)
            y += step


def _shown(row: Row) -> object:
    """All of a row that shows."""
    return row.face if isinstance(row, Card) else (row.words, row.fix, row.wrong)


def _has_bar(face: Face) -> bool:
    return face.kind is None and face.share is not None and not face.skipped


def _marks_of(face: Face) -> tuple[str, ...]:
    """The marks of a card, from the right."""
    shown = (
        ("done", face.done),
        ("fault", face.faulty and not face.skipped),
        ("kind", face.kind in SIGNED),
    )
    return tuple(mark for mark, is_there in shown if is_there)


def _line(painter: QPainter, room: QRect, words: str) -> None:
    flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
    painter.drawText(room, int(flags) | int(Qt.TextFlag.TextSingleLine), words)


def _tick(painter: QPainter, box: QRectF, colour: QColor) -> None:
    side = box.width()
    pen = QPen(colour, side * 0.18)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    corners = ((0.12, 0.55), (0.4, 0.82), (0.9, 0.2))
    painter.drawPolyline(
        QPolygonF([QPointF(box.x() + x * side, box.y() + y * side) for x, y in corners])
    )
