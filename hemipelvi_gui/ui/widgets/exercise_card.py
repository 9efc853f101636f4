"""Cards of the library: glyph, name, facets in words and the score, painted once each."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QPainter,
    QPen,
    QPixmap,
    QTextLayout,
    QTextOption,
    QTransform,
)
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from hemipelvi_gui.coach.making import default_prescription
from hemipelvi_gui.domain.facets import Laterality
from hemipelvi_gui.domain.wording import prescription_words
from hemipelvi_gui.ui.models.exercises import EXERCISE_ROLE, MISSING_ROLE, ExerciseModel
from hemipelvi_gui.ui.plain import one_line
from hemipelvi_gui.ui.wording import DOT, facet_line, score_word, shown

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from hemipelvi_gui.domain.exercises import Exercise
    from hemipelvi_gui.ui.theme import Theme
    from hemipelvi_gui.ui.widgets.glyphs import GlyphCache

CARD_HEIGHT, CARD_GAP, GLYPH = 52, 6, 38
# From the card's edge to the glyph, from the glyph to the words and from them to the other edge.
MARGIN, BESIDE_GLYPH = 10, 10
PLAIN_LETTERS = tuple(map(chr, range(32, 127)))
# Letters set side by side may be a little wider than each by itself.
SURE_TO_FIT = 0.96
NAME_LEADING = 16  # what a second line of the name adds to a card
GHOST_WIDTH, GHOST_TURN = 330, -2.0
# Screens show fewer than thirty cards; the rest is painted again when it is scrolled to.
MOST_CARDS = 96

SCORE_ROLES = {
    Laterality.SYMMETRIC: "amber_text",
    Laterality.BIASED: "amber_text",
    Laterality.ASYMMETRIC: "teal_text",
    Laterality.GAIT_LIKE: "teal_text",
    Laterality.NONE: "muted",
}


@dataclass(frozen=True)
class CardState:
    """What a card shows besides its exercise. `missing`: what the gym lacks, "" for nothing."""

    selected: bool = False
    focused: bool = False
    hovered: bool = False
    missing: str = ""


class CardDelegate(QStyledItemDelegate):
    """Paints rows as cards. `width` is the view's: a longer name makes its card a line higher."""

    def __init__(
        self,
        theme: Theme,
        glyphs: GlyphCache,
        exercises: ExerciseModel,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._glyphs = glyphs
        self._exercises = exercises
        self.width = 280
        self._cards: OrderedDict[Hashable, QPixmap] = OrderedDict()
        self._letters: dict[str, float] = {}
        # The size of each row, and the rows and the width that these are for.
        self._sizes: list[QSize] = []
        self._sized: tuple[Sequence[Exercise], int] = ((), 0)
        theme.changed.connect(self._forget)

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Height at the current text size: one for all names that fit on a line."""
        # Asked of every card whenever the list is laid out, so it is only looked up.
        rows, width = self._sized
        if rows is not self._exercises.rows or width != self.width:
            self._measure()
        return self._sizes[index.row()]

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Put the card there, with the gap beneath it."""
        exercise = index.data(EXERCISE_ROLE)
        flags = option.state
        selected = bool(flags & QStyle.StateFlag.State_Selected)
        state = CardState(
            selected,
            selected and bool(flags & QStyle.StateFlag.State_HasFocus),
            bool(flags & QStyle.StateFlag.State_MouseOver),
            index.data(MISSING_ROLE),
        )
        rect = option.rect
        size = QSize(rect.width(), rect.height() - self._theme.px(CARD_GAP))
        dpr = painter.device().devicePixelRatioF()
        painter.drawPixmap(rect.topLeft(), self.card(exercise, state, size, dpr))

    def card(self, exercise: Exercise, state: CardState, size: QSize, dpr: float) -> QPixmap:
        """The card as a pixmap of `size`, from the cache where it was painted before."""
        key = (exercise, state, size.width(), size.height(), dpr)
        found = self._cards.get(key)
        if found is None:
            found = self._cards[key] = self._paint_card(exercise, state, size, dpr)
            if len(self._cards) > MOST_CARDS:
                self._cards.popitem(last=False)
        else:
            self._cards.move_to_end(key)
        return found

    def ghost(self, exercise: Exercise, dpr: float) -> QPixmap:
        """The card as it will lie in the session, slightly turned, to hang on the pointer."""
        theme, size = self._theme, QSize(self._theme.px(GHOST_WIDTH), self._theme.px(CARD_HEIGHT))
        flat = _blank(size, dpr)
        painter = QPainter(flat)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._frame(painter, size, "accent", "panel", 1.0)
        self._handle(painter, size)
        line = DOT.join(shown(word) for word in prescription_words(default_prescription(exercise)))
        left = float(theme.px(28))
        self._glyph(painter, exercise, size, left, 1.0)
        text_left = left + theme.px(GLYPH + 10)
        width = size.width() - text_left - theme.px(10)
        self._words(painter, [one_line(exercise.name)], line, text_left, width, width)
        painter.end()
        turned = flat.transformed(
            QTransform().rotate(GHOST_TURN), Qt.TransformationMode.SmoothTransformation
        )
        turned.setDevicePixelRatio(dpr)
        return turned

    def _paint_card(self, exercise: Exercise, state: CardState, size: QSize, dpr: float) -> QPixmap:
        theme = self._theme
        pixmap = _blank(size, dpr)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = "accent" if state.selected else "outline" if state.hovered else "line"
        face = "accent_soft" if state.selected else "panel"
        self._frame(painter, size, edge, face, 2.0 if state.focused else 1.0)
        left = float(theme.px(MARGIN))
        self._glyph(painter, exercise, size, left, 0.45 if state.missing else 1.0)
        text_left = left + theme.px(GLYPH + BESIDE_GLYPH)
        width = self._room(size.width())
        score = score_word(exercise.asymmetry)
        score_width = QFontMetricsF(theme.bold(12)).horizontalAdvance(score)
        second = state.missing or facet_line(exercise)
        ink = "muted" if state.missing else "ink"
        name = [one_line(exercise.name)]
        if size.height() > theme.px(CARD_HEIGHT) and self._length(exercise.name) > width:
            name = _two_lines(name[0], theme.bold(), width)
        below = self._words(
            painter, name, second, text_left, width, width - score_width - theme.px(8), ink
        )
        role = "muted" if state.missing else SCORE_ROLES[exercise.laterality]
        painter.setFont(theme.bold(12))
        painter.setPen(theme.palette.colour(role))
        painter.drawText(QPointF(size.width() - theme.px(MARGIN) - score_width, below), score)
        painter.end()
        return pixmap

    def _room(self, width: int) -> float:
        """Room for a name on a card of this width."""
        px = self._theme.px
        return width - px(MARGIN) - px(GLYPH + BESIDE_GLYPH) - px(MARGIN)

    def _measure(self) -> None:
        """Work out the sizes of all rows at the present width."""
        px, room = self._theme.px, self._room(self.width)
        low, high = (
            QSize(px(160), px(CARD_HEIGHT + CARD_GAP + more)) for more in (0, NAME_LEADING)
        )
        bold = QFontMetricsF(self._theme.bold())
        if not self._letters:
            self._letters = {each: bold.horizontalAdvance(each) for each in PLAIN_LETTERS}
        rows, letter = self._exercises.rows, self._letters.__getitem__
        # To set a name takes ten times longer than to add up its letters.
        self._sizes = [
            low
            if (
                (name := row.name).isascii()
                and name.isprintable()
                and sum(map(letter, name)) < room * SURE_TO_FIT
            )
            or bold.horizontalAdvance(one_line(name)) <= room
            else high
            for row in rows
        ]
        self._sized = (rows, self.width)

    def _length(self, name: str) -> float:
        return QFontMetricsF(self._theme.bold()).horizontalAdvance(one_line(name))

    def _forget(self) -> None:
        self._cards.clear()
        self._letters.clear()
        self._sized = ((), 0)

    def _frame(self, painter: QPainter, size: QSize, edge: str, face: str, width: float) -> None:
        pen = QPen(self._theme.palette.colour(edge), width)
        painter.setPen(pen)
        painter.setBrush(self._theme.palette.colour(face))
        half = width / 2
        radius = self._theme.px(6)
        rect = QRectF(0, 0, size.width(), size.height()).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(rect, radius, radius)

    def _handle(self, painter: QPainter, size: QSize) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.palette.colour("outline"))
        step, dot = self._theme.px(6), self._theme.px(3) / 2
        for column in (0, 1):
            for row in (-1, 0, 1):
                centre = QPointF(self._theme.px(12) + column * step, size.height() / 2 + row * step)
                painter.drawEllipse(centre, dot, dot)

    def _glyph(
        self, painter: QPainter, exercise: Exercise, size: QSize, left: float, opacity: float
    ) -> None:
        side = self._theme.px(GLYPH)
        dpr = painter.device().devicePixelRatioF()
        painter.setOpacity(opacity)
        top = (size.height() - side) / 2
        painter.drawPixmap(QPointF(left, top), self._glyphs.pixmap(exercise, side, dpr))
        painter.setOpacity(1.0)

    def _words(
        self,
        painter: QPainter,
        name: Sequence[str],
        second: str,
        left: float,
        name_width: float,
        second_width: float,
        ink: str = "ink",
    ) -> float:
        """Paint the name's lines and one beneath them; returns the baseline of the last."""
        theme = self._theme
        lines = [
            (text, theme.bold(), ink, name_width, float(theme.px(22 + at * NAME_LEADING)))
            for at, text in enumerate(name)
        ]
        last_line = float(theme.px(39 + (len(name) - 1) * NAME_LEADING))
        lines.append((second, theme.font(11.5), "muted", second_width, last_line))
        for text, font, role, width, base in lines:
            painter.setFont(font)
            painter.setPen(theme.palette.colour(role))
            elided = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, width)
            painter.drawText(QPointF(left, base), elided)
        return last_line


def _two_lines(text: str, font: QFont, width: float) -> list[str]:
    """The text in two parts, of which the first is at most `width` long."""
    layout, option = QTextLayout(text, font), QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(width)
    layout.endLayout()
    units = text.encode("utf-16-le")  # Qt counts in UTF-16 units
    cut = 2 * line.textLength()
    parts = (units[:cut].decode("utf-16-le"), units[cut:].decode("utf-16-le"))
    return [part.strip() for part in parts if part.strip()]


def _blank(size: QSize, dpr: float) -> QPixmap:
    pixmap = QPixmap(round(size.width() * dpr), round(size.height() * dpr))
    pixmap.setDevicePixelRatio(dpr)
    pixmap.fill(Qt.GlobalColor.transparent)
    return pixmap
