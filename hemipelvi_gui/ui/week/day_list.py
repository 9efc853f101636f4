"""The cards of one day, to select, drag and open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QHoverEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from hemipelvi_gui.ui.week.card_art import CardArt, Mood
from hemipelvi_gui.ui.week.card_faces import Card, Chip
from hemipelvi_gui.ui.week.day_delegate import SPACE, DayDelegate
from hemipelvi_gui.ui.widgets.pointing import menu_point, shape_pointer

if TYPE_CHECKING:
    from collections.abc import Collection

    from hemipelvi_gui.ui.week.awaited import Awaited
    from hemipelvi_gui.ui.week.day_model import DayModel

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
SIDEWAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
ADDING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class DayList(QListView):
    """One day's cards.

    `claimed`: what is selected on other days is selected no more. `stepped`: to the day before or
    after. `opened` and `mended` carry a Card and a Chip, `pointed` the Chip under the pointer or
    the keyboard, or None. `typed` carries the letter that begins a run. `entered`: the keyboard has
    come here. `given_up`: Escape.
    """

    claimed = Signal()
    stepped = Signal(int)
    opened = Signal(object)
    mended = Signal(object)
    pointed = Signal(object)
    typed = Signal(str)
    entered = Signal()
    given_up = Signal()
    drag_wanted = Signal()
    menu_wanted = Signal(QPoint)

    def __init__(self, art: CardArt, model: DayModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._art, self.day_model = art, model
        self.cards = DayDelegate(art, self)
        self.awaited: Awaited | None = None
        self._pressed: Chip | None = None
        self._claims_later = self._is_added = False
        self._chip: Chip | None = None
        self.setModel(model)
        self.setItemDelegate(self.cards)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setDragEnabled(True)
        # Drops go to the whole board: a day takes them on its head and below its cards, too.
        self.viewport().setAcceptDrops(False)
        self.setDropIndicatorShown(False)
        self.setMouseTracking(True)

    def selected_ids(self) -> tuple[str, ...]:
        """Ids of the selected cards, top to bottom."""
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        cards = (self.day_model.rows[row] for row in rows)
        return tuple(card.entry.id for card in cards if isinstance(card, Card))

    def lift(self, ids: Collection[str]) -> None:
        """Show these cards as taken away."""
        if self.cards.lifted != ids:
            self.cards.lifted = ids
            self.viewport().update()

    def await_cards(self, awaited: Awaited | None) -> None:
        """Show where cards would come in."""
        if awaited != self.awaited:
            self.awaited = awaited
            self.viewport().update()

    # -- keys and mouse ----------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys go from card to card and from day to day; letters and digits begin a run."""
        key, plain = event.key(), not event.modifiers() & ADDING
        if key in ENTER:
            self._open(self.currentIndex())
        elif key in SIDEWAYS:
            self.stepped.emit(SIDEWAYS[Qt.Key(key)])
        elif key == Qt.Key.Key_Escape:
            self.given_up.emit()
        elif event.text().isprintable() and event.text().strip():
            self.typed.emit(event.text())
        else:
            before = self.currentIndex()
            super().keyPressEvent(event)
            if plain and self.currentIndex() != before:
                self.claimed.emit()

    def currentChanged(  # noqa: N802  # Qt's name
        self,
        current: QModelIndex | QPersistentModelIndex,
        previous: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """A chip that the keyboard is on shows what its fix would make."""
        super().currentChanged(current, previous)
        row = self.day_model.row(current)
        if self.hasFocus():
            self._point(row if isinstance(row, Chip) else None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Select; what is selected elsewhere goes, unless Ctrl or Shift adds to it."""
        position = event.position().toPoint()
        index = self.indexAt(position)
        self._pressed = self.cards.chip_at(position)
        plain = not event.modifiers() & ADDING
        selected = index.isValid() and self.selectionModel().isSelected(index)
        self._claims_later = plain and selected
        with_ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        self._is_added = with_ctrl and not selected
        if plain and not selected:
            self.claimed.emit()
            if not index.isValid():
                self.clearSelection()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a chip mends; one on a card among several selected leaves it alone."""
        super().mouseReleaseEvent(event)
        left = event.button() == Qt.MouseButton.LeftButton
        chip = self.cards.chip_at(event.position().toPoint())
        if self._claims_later and left:
            self.claimed.emit()
        self._claims_later = False
        if left and chip is not None and chip == self._pressed:
            self.mended.emit(chip)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open a card; on the empty part of the day, begin a run."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        index = self.indexAt(event.position().toPoint())
        if not index.isValid():
            self.typed.emit("")
        elif self.day_model.card(index) is not None:
            self._open(index)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Say with the pointer what can be clicked."""
        mends = self.cards.chip_at(event.position().toPoint())
        shape = Qt.CursorShape.ArrowCursor
        if mends is not None and mends.fix:
            shape = Qt.CursorShape.PointingHandCursor
        shape_pointer(self, shape)
        super().mouseMoveEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu: where the pointer is, or on the current card."""
        self.menu_wanted.emit(menu_point(self, event))

    def startDrag(self, _supported: Qt.DropAction) -> None:
        """The board drags the selected cards of all days.

        A press with Ctrl that turns into a drag means to copy: it takes what is selected only
        where it was on a card among them.
        """
        self._claims_later = False
        if self._is_added:
            self._is_added = False
            self.claimed.emit()
            chosen = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().select(self.currentIndex(), chosen)
        self._point(None)
        self.drag_wanted.emit()

    def _open(self, index: QModelIndex) -> None:
        row = self.day_model.row(index)
        if isinstance(row, Chip):
            self.mended.emit(row)
        elif row is not None:
            self.opened.emit(row)

    def _point(self, chip: Chip | None) -> None:
        if chip != self._chip:
            self._chip = chip
            self.pointed.emit(chip)

    # -- focus and looks ---------------------------------------------------------------------

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard is on this day now."""
        super().focusInEvent(event)
        self.entered.emit()
        self._frame_anew()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What a chip showed ends."""
        super().focusOutEvent(event)
        self._point(None)
        self._frame_anew()

    def _frame_anew(self) -> None:
        self.viewport().update()
        column = self.parentWidget()
        if column is not None:
            column.update()

    def viewportEvent(self, event: QEvent) -> bool:
        """Follow the pointer, and forget it when it leaves."""
        if isinstance(event, QHoverEvent):
            left = event.type() == QEvent.Type.HoverLeave
            self.cards.pointer = None if left else event.position().toPoint()
            self._point(None if left else self.cards.chip_at(event.position().toPoint()))
        if event.type() == QEvent.Type.Leave:
            self.viewport().unsetCursor()
        return super().viewportEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cards are as wide as the day, and as high as their words need then."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The rows, and over them where cards would come in and what would be said of them."""
        super().paintEvent(event)
        if self.awaited is None:
            return
        painter = QPainter(self.viewport())
        px, accent = self._art.theme.px, QColor(self._art.theme.palette.accent)
        y = self._gap(self.awaited.after)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(accent, max(2.0, float(px(2)))))
        painter.drawLine(px(4), y, self.cards.wide - px(4), y)
        painter.setBrush(accent)
        painter.setPen(Qt.PenStyle.NoPen)
        for x in (px(4), self.cards.wide - px(4)):
            painter.drawEllipse(QPoint(x, y), px(3), px(3))
        painter.end()
        if self.awaited.warning is not None:
            self._paint_warning(self.awaited.warning)

    def _gap(self, after: str) -> int:
        """Where a card after this one (none: the first) would come in."""
        half = self._art.theme.px(SPACE) // 2
        rows = self.day_model.rows
        bottom = -half
        for at, row in enumerate(rows):
            of = row.entry.id if isinstance(row, Card) else row.entry_id
            if after and of == after:
                bottom = self.visualRect(self.day_model.index(at)).bottom() - half
        return max(bottom, 2) if after else max(self._top() - half, 2)

    def _top(self) -> int:
        first = self.day_model.index(0)
        return self.visualRect(first).top() if first.isValid() else 0

    def _paint_warning(self, chip: Chip) -> None:
        wide, px = self.cards.wide, self._art.theme.px
        high = self._art.height(chip, wide)
        painter = QPainter(self.viewport())
        y = self.viewport().height() - high - px(2)
        self._art.paint(painter, QRect(0, y, wide, high), chip, Mood())
        painter.end()
