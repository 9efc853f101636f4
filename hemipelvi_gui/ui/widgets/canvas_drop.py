"""What a drag over the canvas shows: where it would go, on the cards and on the gauge."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from hemipelvi_gui.domain.edits import Gap, Place, Within
from hemipelvi_gui.domain.session import block_letters
from hemipelvi_gui.ui.models.session_places import Carried
from hemipelvi_gui.ui.models.session_rows import Card, Heading
from hemipelvi_gui.ui.widgets.item_card import SPACE, ItemCardDelegate

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QListView

    from hemipelvi_gui.ui.document import Document
    from hemipelvi_gui.ui.models.session_model import SessionModel
    from hemipelvi_gui.ui.theme import Theme

EDGE, FASTEST, TICK_MS = 56, 18, 16


@dataclass(frozen=True)
class Target:
    """What the pointer says: where it would go, and whether as a copy."""

    place: Place
    copied: bool
    on_last: bool


class DropGuide(QObject):
    """One drag over the canvas, from entering it to leaving or dropping."""

    def __init__(
        self,
        view: QListView,
        model: SessionModel,
        document: Document,
        delegate: ItemCardDelegate,
        theme: Theme,
    ) -> None:
        super().__init__(view)
        self._view, self._model, self._document = view, model, document
        self._delegate, self._theme = delegate, theme
        self.carried = Carried()
        self.target: Target | None = None
        self._at, self._copied = QPoint(), False
        self._scroller = QTimer(self)
        self._scroller.setInterval(TICK_MS)
        self._scroller.timeout.connect(self._scroll)
        document.changed.connect(self.end)

    def begin(self, carried: Carried) -> bool:
        """A drag comes in; False where there is nothing for this session in it."""
        self.carried = carried
        return bool(carried)

    def over(self, position: QPoint, *, copied: bool = False) -> None:
        """The drag is over a point of the viewport."""
        self._at, self._copied = position, copied and not self.carried.new
        self._aim()
        if self._speed():
            self._scroller.start()
        else:
            self._scroller.stop()

    def end(self) -> None:
        """The drag has left, was given up or dropped: no trace of it stays."""
        self._scroller.stop()
        self.carried = Carried()
        if self.target is not None:
            self._show(None)
            self._document.preview(None)

    def drop(self) -> set[str]:
        """Drop where the pointer last was; the ids of what moved or came."""
        carried, target = self.carried, self.target
        self.end()
        if target is None:
            return set()
        return self._model.drop(carried, target.place, copied=target.copied)

    def _aim(self) -> None:
        row, fraction = self._row_at(self._at)
        place = self._model.place_for(row, fraction, self.carried)
        target = Target(place, self._copied, row == len(self._model.rows) - 1)
        if target == self.target:
            return
        self._show(target)
        self._document.preview(self.carried.edit(place, copied=self._copied))

    def _row_at(self, position: QPoint) -> tuple[int, float]:
        index = self._view.indexAt(QPoint(self._view.viewport().width() // 2, position.y()))
        if not index.isValid():
            return (0, 0.0) if position.y() < 0 else (len(self._model.rows) - 1, 0.5)
        rect = self._view.visualRect(index)
        if self._model.card(index) is not None:
            rect = self._delegate.card_rect(rect)
        below = (position.y() - rect.top()) / max(1, rect.height())
        return index.row(), min(max(below, 0.0), 1.0)

    def _show(self, target: Target | None) -> None:
        viewport = self._view.viewport()
        for each in (self.target, target):
            self.target = each
            for area in self._areas():
                viewport.update(area)

    # -- what is painted ---------------------------------------------------------------------

    def _areas(self) -> list[QRect]:
        """The parts of the viewport that the mark covers."""
        grow = self._theme.px(8)
        marked = [self._line(), self._outline(), self._last()]
        return [area.adjusted(-grow, -grow, grow, grow) for area in marked if not area.isNull()]

    def _rect(self, wanted: Callable[[object], bool], *, last: bool = False) -> QRect:
        rows = [at for at, row in enumerate(self._model.rows) if wanted(row)]
        if not rows:
            return QRect()
        return self._view.visualRect(self._model.index(rows[-1 if last else 0]))

    def _cards(self, block: str) -> QRect:
        """All cards of a block, without the space below them."""
        mine = [
            self._view.visualRect(self._model.index(at))
            for at, row in enumerate(self._model.rows)
            if isinstance(row, Card) and row.block == block
        ]
        if not mine:
            return QRect()
        return self._delegate.card_rect(mine[0].united(mine[-1]))

    def _line(self) -> QRect:
        """The insertion line, one pixel high; nothing where a card is outlined instead."""
        if self.target is None:
            return QRect()
        place, half = self.target.place, self._theme.px(SPACE) // 2
        y = self._gap_y(place, half) if isinstance(place, Gap) else self._within_y(place, half)
        if y is None:
            return QRect()
        across = self._delegate.card_rect(self._view.viewport().rect())
        return QRect(across.left(), y, across.width(), 1)

    def _gap_y(self, gap: Gap, half: int) -> int | None:
        before = self._rect(
            lambda row: (
                isinstance(row, Card) and row.section is gap.section and row.index == gap.index - 1
            ),
            last=True,
        )
        if not before.isNull():
            return before.bottom() - half + 1
        heading = self._rect(lambda row: isinstance(row, Heading) and row.section is gap.section)
        return None if heading.isNull() else heading.bottom() - half + 1

    def _within_y(self, place: Within, half: int) -> int | None:
        mine = [r for r in self._model.rows if isinstance(r, Card) and r.block == place.block]
        if len(mine) < 2:
            return None
        turn = min(place.index, len(mine)) - 1
        if turn < 0:
            return self._cards(place.block).top() - half
        above = self._rect(
            lambda row: isinstance(row, Card) and row.block == place.block and row.turn == turn
        )
        return above.bottom() - half + 1

    def _outline(self) -> QRect:
        """Round the cards that it would become a superset with."""
        if self.target is None or not isinstance(self.target.place, Within):
            return QRect()
        around = self._cards(self.target.place.block)
        return around.adjusted(-self._theme.px(20), 0, 0, 0) if not around.isNull() else around

    def _last(self) -> QRect:
        if self.target is None or not self.target.on_last:
            return QRect()
        px = self._theme.px
        row = self._view.visualRect(self._model.index(len(self._model.rows) - 1))
        return self._delegate.card_rect(row).adjusted(0, px(8), 0, px(4))

    def paint(self, painter: QPainter) -> None:
        """Paint the mark over the cards."""
        if self.target is None:
            return
        px, accent = self._theme.px, QColor(self._theme.palette.accent)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self._outline().isNull() and isinstance(self.target.place, Within):
            self._paint_outline(painter, self._cards(self.target.place.block), accent)
        if not self._last().isNull():
            soft = QColor(accent)
            soft.setAlpha(24)
            painter.setPen(QPen(accent, 1.5))
            painter.setBrush(soft)
            painter.drawRoundedRect(QRectF(self._last()), px(6), px(6))
        line = self._line()
        if not line.isNull():
            dot = px(4)
            painter.setPen(QPen(accent, max(2.0, px(2.5 * 4) / 4)))
            painter.drawLine(line.left() + dot, line.top(), line.right(), line.top())
            painter.setBrush(QColor(self._theme.palette.panel))
            painter.drawEllipse(QPoint(line.left(), line.top()), dot, dot)

    def _paint_outline(self, painter: QPainter, cards: QRect, accent: QColor) -> None:
        px, soft = self._theme.px, QColor(accent)
        soft.setAlpha(24)
        painter.setPen(QPen(accent, 2))
        painter.setBrush(soft)
        painter.drawRoundedRect(QRectF(cards).adjusted(1, 1, -1, -1), px(6), px(6))
        reading = self._document.preview_reading
        if reading is None or not isinstance(self.target, Target):
            return
        place = self.target.place
        letter = block_letters(reading.session).get(getattr(place, "block", ""), "")
        side = px(18)
        disc = QRect(cards.left() - side - px(1), cards.center().y() - side // 2, side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(accent)
        painter.drawRoundedRect(disc, px(5), px(5))
        painter.setPen(QColor(self._theme.palette.on_accent))
        painter.setFont(self._theme.font(11, QFont.Weight.Bold))
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, letter)

    # -- scrolling at the edges --------------------------------------------------------------

    def _speed(self) -> int:
        """Pixels a tick, negative upwards; faster nearer to the edge."""
        edge, height = self._theme.px(EDGE), self._view.viewport().height()
        edge = min(edge, height // 4)
        if self._at.y() < edge:
            return -max(1, FASTEST * (edge - max(0, self._at.y())) // max(1, edge))
        from_bottom = height - self._at.y()
        if from_bottom < edge:
            return max(1, FASTEST * (edge - max(0, from_bottom)) // max(1, edge))
        return 0

    def _scroll(self) -> None:
        bar = self._view.verticalScrollBar()
        before = bar.value()
        bar.setValue(before + self._speed())
        if bar.value() == before:
            self._scroller.stop()
            return
        self._view.viewport().update()
        self._aim()
