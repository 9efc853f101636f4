"""How a card looks, painted once into a pixmap; the delegate and the drag's ghost show it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen, QPixmap

if TYPE_CHECKING:
    from hemipelvi_gui.domain.exercises import Exercise
    from hemipelvi_gui.ui.palette import Palette
    from hemipelvi_gui.ui.theme import Theme
    from hemipelvi_gui.ui.widgets.glyphs import GlyphCache

TILT = -2.0  # degrees: a card in the hand is not a card in the list
GHOST_WIDTH = 340
BEHIND = 5


class Face(NamedTuple):
    """The words of a card."""

    exercise: Exercise | None
    name: str
    line: str
    note: str = ""
    faulty: bool = False


class Mood(NamedTuple):
    """How a card stands out just now."""

    selected: bool = False
    current: bool = False
    hovered: bool = False
    lifted: bool = False


class CardArt:
    """Paints cards in the theme's current look."""

    def __init__(self, theme: Theme, glyphs: GlyphCache) -> None:
        self.theme = theme
        self.glyphs = glyphs

    def height(self, width: int, face: Face) -> int:
        """Height of a card in pixels; a narrow one has its note on a line of its own."""
        px = self.theme.px
        return px(52) + (px(17) if face.note and self.is_narrow(width) else 0)

    def is_narrow(self, width: int) -> bool:
        """Whether there is no room for the note beside the name."""
        return width < self.theme.px(440)

    def line_rect(self, card: QRect, face: Face) -> QRect:
        """Where the prescription is written: up to the note."""
        px = self.theme.px
        left = card.left() + px(72)
        room = card.right() - px(14) - left
        if face.note and not self.is_narrow(card.width()):
            room -= self._note_width(room, face) + px(12)
        return QRect(left, card.top() + px(27), room, px(17))

    def paint(
        self, painter: QPainter, card: QRect, face: Face, mood: Mood, dpr: float = 1.0
    ) -> None:
        """Paint a card into a rectangle."""
        px, palette = self.theme.px, self.theme.palette
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(0.4 if mood.lifted else 1.0)
        self._frame(painter, card, mood)
        self._handle(painter, card, palette.accent if mood.hovered else palette.outline)
        size = px(34)
        glyph = self.glyphs.pixmap(face.exercise, size, dpr)
        painter.drawPixmap(QPointF(card.left() + px(27), card.top() + (px(52) - size) / 2), glyph)
        right = card.right() - px(14)
        left = card.left() + px(72)
        room = right - left
        if face.note:
            room -= self._note(painter, QRect(left, card.top(), room, card.height()), card, face)
        name_colour = palette.muted if face.exercise is None else palette.ink
        name = QRect(left, card.top() + px(8), room, px(19))
        self._words(painter, name, face.name, name_colour, bold=True)
        line = QRect(left, card.top() + px(27), room, px(17))
        self._words(painter, line, face.line, palette.muted)
        painter.setOpacity(1.0)

    def _frame(self, painter: QPainter, card: QRect, mood: Mood) -> None:
        palette = self.theme.palette
        edge = palette.line
        if mood.selected or mood.current:
            edge = palette.accent
        elif mood.hovered:
            edge = palette.outline
        painter.setPen(QPen(QColor(edge), 1.0))
        painter.setBrush(QColor(palette.accent_soft if mood.selected else palette.panel))
        radius = self.theme.px(6)
        painter.drawRoundedRect(QRectF(card).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)

    def _handle(self, painter: QPainter, card: QRect, colour: str) -> None:
        px = self.theme.px
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        radius = max(1.0, px(1.5 * 10) / 10)
        for column in (0, 1):
            for row in (-1, 0, 1):
                centre = QPointF(
                    card.left() + px(12) + column * px(7), card.top() + px(26) + row * px(7)
                )
                painter.drawEllipse(centre, radius, radius)

    def _note(self, painter: QPainter, row: QRect, card: QRect, face: Face) -> int:
        """Paint the note and say how much of the row it takes."""
        px, palette = self.theme.px, self.theme.palette
        colour = palette.fix if face.faulty else palette.muted
        if self.is_narrow(card.width()):
            below = QRect(row.left(), card.top() + px(44), row.width(), px(17))
            self._words(painter, below, face.note, colour, size=11.5)
            return 0
        taken = self._note_width(row.width(), face)
        beside = QRect(row.right() - taken + 1, card.top(), taken, px(52))
        self._words(painter, beside, face.note, colour, size=11.5, right=True)
        return taken + px(12)

    def _note_width(self, room: int, face: Face) -> int:
        wanted = QFontMetrics(self.theme.font(11.5)).horizontalAdvance(face.note)
        return min(wanted + self.theme.px(2), round(room * 0.42))

    def _words(
        self,
        painter: QPainter,
        room: QRect,
        words: str,
        colour: str,
        *,
        bold: bool = False,
        size: float = 12,
        right: bool = False,
    ) -> None:
        font = self.theme.bold(13.5) if bold else self.theme.font(size)
        painter.setFont(font)
        painter.setPen(QColor(colour))
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        flags = Qt.AlignmentFlag.AlignVCenter | side
        painter.drawText(room, int(flags) | int(Qt.TextFlag.TextSingleLine), shown)


def blank(size: QSize, dpr: float) -> QPixmap:
    """A transparent pixmap, `size` in logical pixels."""
    pixmap = QPixmap(size * dpr)
    pixmap.setDevicePixelRatio(dpr)
    pixmap.fill(Qt.GlobalColor.transparent)
    return pixmap


def ghost(art: CardArt, face: Face, count: int = 1, dpr: float = 1.0) -> QPixmap:
    """The card in the hand: a little tilted, with a shadow, and how many there are."""
    theme = art.theme
    width, margin = theme.px(GHOST_WIDTH), theme.px(22)
    bare = Face(face.exercise, face.name, face.line)
    card = QRect(margin, margin, width, art.height(width, bare))
    pixmap = blank(QSize(card.width() + 2 * margin, card.height() + 2 * margin), dpr)
    painter = QPainter(pixmap)
    painter.setRenderHints(
        QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
    )
    centre = QRectF(card).center()
    painter.translate(centre)
    painter.rotate(TILT)
    painter.translate(-centre)
    painter.setPen(Qt.PenStyle.NoPen)
    for spread in range(4, 0, -1):
        painter.setBrush(QColor(0, 0, 0, 9))
        grown = QRectF(card).adjusted(-spread, -spread + 2, spread, spread + 3)
        painter.drawRoundedRect(grown, theme.px(8), theme.px(8))
    if count > 1:
        art.paint(painter, card.translated(BEHIND, BEHIND), Face(None, "", ""), Mood(), dpr)
    art.paint(painter, card, bare, Mood(current=True), dpr)
    if count > 1:
        _badge(painter, theme, card, count)
    painter.end()
    return pixmap


def _badge(painter: QPainter, theme: Theme, card: QRect, count: int) -> None:
    palette: Palette = theme.palette
    side = theme.px(22)
    disc = QRect(card.right() - side // 2 - theme.px(4), card.top() - side // 2, side, side)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(palette.accent))
    painter.drawRoundedRect(disc, side / 2, side / 2)
    painter.setPen(QColor(palette.on_accent))
    painter.setFont(theme.bold(12))
    painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, str(count))
