"""Paints the canvas's rows: cards from pixmaps made once, headings, and the last row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from hemipelvi_gui.domain.session import Section
from hemipelvi_gui.ui.models.session_model import Roles, invitation_words
from hemipelvi_gui.ui.models.session_rows import Card, Heading, Invitation
from hemipelvi_gui.ui.widgets.card_art import CardArt, Face, Mood, blank
from hemipelvi_gui.ui.widgets.glyphs import GlyphCache
from hemipelvi_gui.ui.wording import section_word

if TYPE_CHECKING:
    from hemipelvi_gui.ui.theme import Theme

translate = QCoreApplication.translate
GUTTER, MARGIN, SPACE = 20, 16, 8
MOST_PIXMAPS = 120

Key = tuple[str, Mood]


class ItemCardDelegate(QStyledItemDelegate):
    """Paints rows.

    `lifted` are the items being dragged away, which show pale. `width` is the view's, `bar` what
    its scroll bar takes, `pointer` where the mouse is on it. `painted` counts the cards painted
    anew.
    """

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view
        self.glyphs = GlyphCache(theme, self)
        self.art = CardArt(theme, self.glyphs)
        self.lifted: frozenset[str] = frozenset()
        self.width = 400
        self.bar = 0
        self.pointer: QPoint | None = None
        self.painted = 0
        self._made: dict[Key, tuple[Card, int, float, QPixmap]] = {}
        theme.changed.connect(self._made.clear)

    def face(self, card: Card) -> Face:
        """The words of a card."""
        return Face(card.exercise, card.name, card.line, card.note, card.faulty)

    def card_rect(self, row: QRect) -> QRect:
        """The card in its row: the row less its gutter, margin and the space below."""
        px = self._theme.px
        return row.adjusted(px(GUTTER), 0, -self._margin(), -px(SPACE))

    def line_rect(self, row: QRect, card: Card) -> QRect:
        """Where a card's prescription is written, in the same coordinates as its row."""
        return self.art.line_rect(self.card_rect(row), self.face(card))

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Height of the row; the width is the view's."""
        px, row = self._theme.px, index.data(Roles.ROW)
        if isinstance(row, Card):
            wide = self.width - px(GUTTER) - self._margin()
            return QSize(1, self.art.height(wide, self.face(row)) + px(SPACE))
        if isinstance(row, Heading):
            return QSize(1, px(32) if row.blocks else px(30))
        return QSize(1, px(84) if row.empty else px(60))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """One row."""
        row = index.data(Roles.ROW)
        rect = QRect(option.rect)
        painter.save()
        if isinstance(row, Card):
            dpr = painter.device().devicePixelRatioF()
            mood = self._mood(index, row, rect)
            painter.drawPixmap(rect.topLeft(), self._pixmap(row, rect.size(), mood, dpr))
        elif isinstance(row, Heading):
            self._paint_heading(painter, rect, row)
        elif isinstance(row, Invitation):
            self._paint_invitation(painter, rect, row)
        painter.restore()

    def _mood(self, index: QModelIndex | QPersistentModelIndex, card: Card, rect: QRect) -> Mood:
        # The option's state says it too, but to read it makes PySide load QStyle and its enums,
        # which nothing else in the first picture needs: 9 ms.
        view = self._view
        return Mood(
            selected=view.selectionModel().isSelected(index),
            current=view.hasFocus() and index == view.currentIndex(),
            hovered=self.pointer is not None and rect.contains(self.pointer),
            lifted=card.item.id in self.lifted,
        )

    def _margin(self) -> int:
        """The margin at the right; the scroll bar lies in it, so that cards never change width."""
        return max(self._theme.px(MARGIN) - self.bar, 2)

    def _pixmap(self, card: Card, size: QSize, mood: Mood, dpr: float) -> QPixmap:
        key = (card.item.id, mood)
        found = self._made.get(key)
        if found and found[0] == card and found[1] == size.width() and found[2] == dpr:
            return found[3]
        if len(self._made) >= MOST_PIXMAPS:
            self._made.clear()
        pixmap = blank(size, dpr)
        painter = QPainter(pixmap)
        row = QRect(0, 0, size.width(), size.height())
        self.art.paint(painter, self.card_rect(row), self.face(card), mood, dpr)
        if card.letter:
            self._paint_bracket(painter, row, card)
        painter.end()
        self._made[key] = (card, size.width(), dpr, pixmap)
        self.painted += 1
        return pixmap

    def _paint_bracket(self, painter: QPainter, row: QRect, card: Card) -> None:
        """The superset's bar and its letter; the letter stands in the middle of all its cards."""
        px, palette = self._theme.px, self._theme.palette
        last = card.turn == card.size - 1
        bottom = row.height() - (px(SPACE) if last else 0)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(palette.accent))
        painter.drawRect(QRectF(px(11), 0, px(2), bottom))
        middle = (card.size * row.height() - px(SPACE)) / 2 - card.turn * row.height()
        painter.setFont(self._theme.font(10.5, QFont.Weight.Bold))
        painter.setPen(QColor(palette.accent))
        letter = QRectF(0, middle - px(10), px(10), px(20))
        painter.drawText(letter, Qt.AlignmentFlag.AlignCenter, card.letter)

    def _paint_heading(self, painter: QPainter, rect: QRect, row: Heading) -> None:
        px, palette = self._theme.px, self._theme.palette
        line = rect.adjusted(px(GUTTER), 0, -self._margin(), 0)
        words = QRect(line.left(), line.top() + px(4), line.width(), px(20))
        font = self._theme.bold(11)
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 108)
        font.setCapitalization(QFont.Capitalization.AllUppercase)
        painter.setFont(font)
        painter.setPen(QColor(palette.muted))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(words, middle | Qt.AlignmentFlag.AlignLeft, section_word(row.section))
        taken = painter.fontMetrics().horizontalAdvance(section_word(row.section).upper())
        painter.setFont(self._theme.font(11.5))
        right = words.adjusted(taken + px(12), 0, 0, 0)
        said = purpose_of_section(row.section)
        if row.blocks:
            said = translate("Canvas", "{minutes} min").format(minutes=row.minutes)
        shown = painter.fontMetrics().elidedText(
            said, Qt.TextElideMode.ElideRight, max(0, right.width())
        )
        painter.drawText(right, middle | Qt.AlignmentFlag.AlignRight, shown)
        if row.blocks:
            painter.setPen(QPen(QColor(palette.line), 1))
            y = line.top() + px(25)
            painter.drawLine(line.left(), y, line.right(), y)

    def _paint_invitation(self, painter: QPainter, rect: QRect, row: Invitation) -> None:
        px, palette = self._theme.px, self._theme.palette
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = rect.adjusted(px(GUTTER), px(8), -self._margin(), -px(4))
        pen = QPen(QColor(palette.outline if row.empty else palette.line), 1)
        pen.setDashPattern([5, 4])
        painter.setPen(pen)
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), px(6), px(6))
        lines = invitation_words(row)
        height = px(20)
        top = box.center().y() - height * len(lines) // 2
        for at, words in enumerate(lines):
            painter.setFont(self._theme.font(12.5 if at == 0 else 12))
            strong = row.empty and at == 0
            painter.setPen(QColor(palette.ink if strong else palette.muted))
            room = QRect(box.left() + px(12), top + at * height, box.width() - px(24), height)
            shown = painter.fontMetrics().elidedText(
                words, Qt.TextElideMode.ElideRight, room.width()
            )
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, shown)


def purpose_of_section(section: Section) -> str:
    """What goes into a section, said where it is empty."""
    return {
        Section.PREPARE: translate("Canvas", "wake hips and feet"),
        Section.POWER: translate("Canvas", "jumps and running drills"),
        Section.STRENGTH: translate("Canvas", "lunges, and a big lift now and then"),
        Section.ACCESSORY: translate("Canvas", "calves, trunk, hips, upper body"),
        Section.RESET: translate("Canvas", "give the hips their motion back"),
    }[section]
