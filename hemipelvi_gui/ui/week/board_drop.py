"""A drag of cards over the days: what it brings, where it is, and what it shows there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QDrag, QPainter, QPen, QPixmap, QPolygonF

from hemipelvi_gui.ui.mime import CARDS_MIME, pack
from hemipelvi_gui.ui.week.card_art import CardArt, Mood
from hemipelvi_gui.ui.widgets.card_art import BEHIND, blank

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from PySide6.QtGui import QDropEvent
    from PySide6.QtWidgets import QWidget

    from hemipelvi_gui.ui.theme import Theme
    from hemipelvi_gui.ui.week.board_edits import BoardEdits
    from hemipelvi_gui.ui.week.card_faces import Card
    from hemipelvi_gui.ui.weeks import Weeks

GHOST_WIDTH, TILT, MARGIN = 172, -2.0, 14
BESIDE = 6  # from the pointer to the card, besides the margin, so that what it is on is seen


def copies_of(event: QDropEvent) -> bool:
    """Accept a drag of cards, saying whether it copies: with Ctrl."""
    copies = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    event.setDropAction(Qt.DropAction.CopyAction if copies else Qt.DropAction.MoveAction)
    event.accept()
    return copies


class DropGuide(QObject):
    """One drag, from coming in to leaving or dropping; the week is worked out once a target."""

    def __init__(self, parent: QObject, weeks: Weeks, edits: BoardEdits) -> None:
        super().__init__(parent)
        self._weeks, self._edits = weeks, edits
        self.carried: tuple[str, ...] = ()
        self._target: tuple[date, bool] | None = None
        weeks.changed.connect(self._forget)

    def begin(self, mime: QMimeData) -> bool:
        """A drag comes in; False where it brings no card of the agenda."""
        self.carried = self._edits.carried(mime)
        return bool(self.carried)

    def over(self, day: date, *, copies: bool) -> None:
        """The drag is over a day."""
        if self._target != (day, copies):
            self._target = (day, copies)
            self._edits.preview_day(self.carried, day, copies=copies)

    def end(self) -> None:
        """The drag has left, was given up or dropped: no trace of it stays."""
        self.carried = ()
        if self._target is not None:
            self._target = None
            self._weeks.preview(None)

    def drop(self, day: date, *, copies: bool) -> tuple[str, ...]:
        """Drop on a day; the ids of what moved or came."""
        carried = self.carried
        self.end()
        return self._edits.to_day(carried, day, copies=copies)

    def _forget(self) -> None:
        # Another week is shown under the pointer.
        self._target = None


def drag_of(source: QWidget, art: CardArt, cards: Sequence[Card], ids: Sequence[str]) -> QDrag:
    """A drag of these cards, with the first one in the hand."""
    drag = QDrag(source)
    drag.setMimeData(pack(CARDS_MIME, ids))
    ratio = source.devicePixelRatioF()
    if cards:
        drag.setPixmap(ghost(art, cards[0], len(ids), ratio))
        drag.setHotSpot(QPoint(0, 0))
    drag.setDragCursor(copy_cursor(art.theme, ratio), Qt.DropAction.CopyAction)
    return drag


def ghost(art: CardArt, card: Card, count: int, dpr: float) -> QPixmap:
    """The card in the hand: a little tilted, with a shadow, and how many there are."""
    theme = art.theme
    wide, margin, beside = theme.px(GHOST_WIDTH), theme.px(MARGIN), theme.px(MARGIN + BESIDE)
    rect = QRect(beside, beside, wide, art.height(card, wide))
    around = beside + margin
    pixmap = blank(QRect(0, 0, wide + around, rect.height() + around).size(), dpr)
    painter = QPainter(pixmap)
    hint = QPainter.RenderHint
    painter.setRenderHints(hint.Antialiasing | hint.SmoothPixmapTransform)
    painter.translate(rect.center())
    painter.rotate(TILT)
    painter.translate(-rect.center())
    painter.setPen(Qt.PenStyle.NoPen)
    for spread in range(4, 0, -1):
        painter.setBrush(QColor(0, 0, 0, 9))
        grown = rect.adjusted(-spread, -spread + 2, spread, spread + 3)
        painter.drawRoundedRect(grown, theme.px(8), theme.px(8))
    if count > 1:
        painter.setPen(QColor(theme.palette.accent))
        painter.setBrush(QColor(theme.palette.panel))
        painter.drawRoundedRect(rect.translated(BEHIND, BEHIND), theme.px(6), theme.px(6))
    art.paint(painter, rect, card, Mood(current=True), dpr)
    if count > 1:
        side = theme.px(22)
        _disc(painter, theme, QRect(rect.right() - side // 2, rect.top() - side // 3, side, side))
        painter.drawText(
            QRect(rect.right() - side // 2, rect.top() - side // 3, side, side),
            Qt.AlignmentFlag.AlignCenter,
            str(count),
        )
    painter.end()
    return pixmap


def copy_cursor(theme: Theme, dpr: float) -> QPixmap:
    """The cursor that says a copy is made: an arrow with its tip in the middle, and a plus.

    The window system shows it over the card in the hand for as long as Ctrl is held.
    """
    side = theme.px(18)
    pixmap = blank(QSize(3 * side, 3 * side), dpr)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    unit, tip = side / 18, QPointF(side, side) * 1.5
    corners = ((0, 0), (0, 14), (3.4, 11), (5.4, 15.6), (7.6, 14.6), (5.6, 10.2), (10, 10.2))
    arrow = QPolygonF([tip + QPointF(x, y) * unit for x, y in corners])
    painter.setPen(QPen(QColor(theme.palette.panel), unit))
    painter.setBrush(QColor(theme.palette.ink))
    painter.drawPolygon(arrow)
    disc = QRect(tip.toPoint() + QPoint(round(10 * unit), 0), QSize(side - 2, side - 2))
    _disc(painter, theme, disc)
    painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, "+")
    painter.end()
    return pixmap


def _disc(painter: QPainter, theme: Theme, disc: QRect) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.palette.accent))
    painter.drawEllipse(disc)
    painter.setPen(QColor(theme.palette.on_accent))
    painter.setFont(theme.bold(12))
