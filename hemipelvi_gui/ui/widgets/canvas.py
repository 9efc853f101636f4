"""The session canvas: cards to drag, select and type into."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFontMetrics,
    QHoverEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from hemipelvi_gui.coach.making import new_item
from hemipelvi_gui.ui.models.session_model import SessionModel
from hemipelvi_gui.ui.models.session_places import Carried, end_of, place_after, section_for
from hemipelvi_gui.ui.models.session_rows import Card, Invitation
from hemipelvi_gui.ui.widgets.canvas_drop import DropGuide
from hemipelvi_gui.ui.widgets.canvas_typing import CardTyping
from hemipelvi_gui.ui.widgets.card_art import ghost
from hemipelvi_gui.ui.widgets.item_card import ItemCardDelegate
from hemipelvi_gui.ui.widgets.pointing import menu_point, shape_pointer

if TYPE_CHECKING:
    from collections.abc import Collection

    from hemipelvi_gui.domain.edits import Place
    from hemipelvi_gui.ui.document import Document
    from hemipelvi_gui.ui.theme import Theme
    from hemipelvi_gui.ui.widgets.inline_editor import InlineEditor

translate = QCoreApplication.translate
Cursor = QAbstractItemView.CursorAction
BACK = (Cursor.MoveUp, Cursor.MoveLeft, Cursor.MovePrevious, Cursor.MovePageUp)
PAGE = (Cursor.MovePageUp, Cursor.MovePageDown)


class Canvas(QListView):
    """The session's cards.

    `picked`: other cards are selected. `editing`: an editor has opened or closed. `invited`: the
    last row was clicked. `menu_wanted`: a menu is asked for, at a point of the screen.
    """

    picked = Signal()
    editing = Signal(bool)
    invited = Signal()
    menu_wanted = Signal(QPoint)

    def __init__(self, theme: Theme, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme, self._document = theme, document
        self.session_model = SessionModel(document, self)
        self.cards = ItemCardDelegate(theme, self)
        self._added, self._shown = "", document.session.id
        self._pressed_line = ""
        self._dragged: tuple[str, ...] = ()
        self.setModel(self.session_model)
        self.setItemDelegate(self.cards)
        self.guide = DropGuide(self, self.session_model, document, self.cards, theme)
        self.typing = CardTyping(self, self.session_model, document, self.cards, theme)
        self.typing.toggled.connect(self.editing)
        self._set_up()
        theme.changed.connect(self._restyle)
        document.changed.connect(self._follow)
        self._restyle()

    def _set_up(self) -> None:
        # Asked for Qt's own viewport, PySide would load every kind of widget there is, to find out
        # what it is: 9 ms of the start.
        self.setViewport(QWidget())
        self.setAccessibleName(translate("Canvas", "Session"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(False)
        self.setMouseTracking(True)
        self.selectionModel().selectionChanged.connect(lambda *_: self.picked.emit())

    # -- selection ---------------------------------------------------------------------------

    def selected_ids(self) -> tuple[str, ...]:
        """Ids of the selected items, in the order of the session."""
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        cards = (self.session_model.rows[row] for row in rows)
        return tuple(card.item.id for card in cards if isinstance(card, Card))

    def current_card(self) -> Card | None:
        """The card the keyboard is on: the current one, else the first selected."""
        card = self.session_model.card(self.currentIndex())
        chosen = self.selected_ids()
        if card is None and chosen:
            card = self.session_model.card(self.session_model.index_of(chosen[0]))
        return card

    def select(self, item_ids: Collection[str]) -> None:
        """Select these items, go to the first and bring it into view."""
        wanted = [
            self.session_model.index(at)
            for at, row in enumerate(self.session_model.rows)
            if isinstance(row, Card) and row.item.id in item_ids
        ]
        flag = QItemSelectionModel.SelectionFlag
        if wanted:
            # First: who follows the selection asks at once for the card the keyboard is on.
            self.selectionModel().setCurrentIndex(wanted[0], flag.NoUpdate)
        self.selectionModel().clearSelection()
        for index in wanted:
            self.selectionModel().select(index, flag.Select)
        if wanted:
            self.scrollTo(wanted[-1])
            self.scrollTo(wanted[0])

    def add(self, exercise_id: str) -> str | None:
        """Add an exercise after the selection, else where it fits. The new item's id.

        What was added last is selected, but nobody chose it: the next one goes after it only
        where it fits there too.
        """
        exercise = self._document.library.get(exercise_id)
        if exercise is None:
            return None
        chosen, session = self.selected_ids(), self._document.session
        after, fitting = place_after(session, chosen), section_for(exercise)
        if chosen == (self._added,) and after is not None and after.section is not fitting:
            after = None
        item = new_item(exercise, self._document.reading.available)
        place: Place = after or end_of(session, fitting)
        self.select(self.session_model.drop(Carried(new=(item,)), place))
        self._added = item.id
        return item.id

    def moveCursor(  # noqa: N802  # Qt's name
        self, action: Cursor, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Keys go from card to card; headings are passed over."""
        rows = self.session_model.rows
        cards = [at for at, row in enumerate(rows) if isinstance(row, Card)]
        if not cards:
            return QModelIndex()
        at = self.currentIndex().row()
        if action in PAGE:
            at = super().moveCursor(action, modifiers).row()
            action = Cursor.MoveUp if action == Cursor.MovePageUp else Cursor.MoveDown
            at += 1 if action == Cursor.MoveUp else -1
        if action == Cursor.MoveHome:
            return self.session_model.index(cards[0])
        if action == Cursor.MoveEnd:
            return self.session_model.index(cards[-1])
        if action in BACK:
            found = next((row for row in reversed(cards) if row < at), cards[0])
        else:
            found = next((row for row in cards if row > at), cards[-1])
        return self.session_model.index(found)

    # -- typing ------------------------------------------------------------------------------

    @property
    def editor(self) -> InlineEditor | None:
        """The editor that is open, if one is."""
        return self.typing.editor

    def edit_card(self, card: Card | None = None, text: str | None = None) -> bool:
        """Open the editor over a card's prescription; `text` instead of what stands there."""
        card = card or self.current_card()
        if card is None:
            return False
        self.typing.open(card, text)
        return True

    def close_editor(self) -> None:
        """Leave the editor; nothing is kept and no trace stays on the gauge."""
        self.typing.close()

    # -- keys and mouse ----------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit, F2 or Enter types into the card; other letters say nothing here."""
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.edit_card()
        elif plain and event.text().isdigit():
            self.edit_card(text=event.text())
        elif event.key() == Qt.Key.Key_Escape and self.editor is not None:
            self.close_editor()
        elif event.key() == Qt.Key.Key_Escape and self.selected_ids():
            self.clearSelection()
        elif event.text().isprintable() and event.text().strip():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Select; a press on a selected card's prescription may become typing."""
        card = self._card_at(event.position().toPoint())
        self._pressed_line = ""
        if card is None:
            self.clearSelection()
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        left = event.button() == Qt.MouseButton.LeftButton
        # The first click selects, so that keys like Delete are meant for the card.
        if card and plain and left and self._types_at(event.position().toPoint()):
            self._pressed_line = card.item.id
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on the words of a selected card's prescription opens the editor."""
        super().mouseReleaseEvent(event)
        position = event.position().toPoint()
        card, pressed = self._card_at(position), self._pressed_line
        self._pressed_line = ""
        if card and card.item.id == pressed and self._types_at(position):
            self.edit_card(card)
        index = self.indexAt(position)
        row = self.session_model.rows[index.row()] if index.isValid() else None
        if isinstance(row, Invitation) and event.button() == Qt.MouseButton.LeftButton:
            self.invited.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click anywhere on a card opens the editor too."""
        card = self._card_at(event.position().toPoint())
        if card is not None and self.editor is None:
            self.edit_card(card)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Say with the pointer where one can type."""
        typing = self._types_at(event.position().toPoint())
        shape = Qt.CursorShape.IBeamCursor if typing else Qt.CursorShape.ArrowCursor
        shape_pointer(self, shape)
        super().mouseMoveEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu: where the pointer is, or on the current card."""
        self.menu_wanted.emit(menu_point(self, event))

    def _card_at(self, position: QPoint) -> Card | None:
        index = self.indexAt(position)
        card = self.session_model.card(index)
        inside = card and self.cards.card_rect(self.visualRect(index)).contains(position)
        return card if inside else None

    def _types_at(self, position: QPoint) -> bool:
        """Whether a click there types: on the prescription of the one card that is selected."""
        card = self._card_at(position)
        if card is None or self.selected_ids() != (card.item.id,):
            return False
        line = self.cards.line_rect(self.visualRect(self.indexAt(position)), card)
        words = QFontMetrics(self.theme.font(12)).horizontalAdvance(card.line)
        slack = self.theme.px(6)
        width = min(line.width(), words + slack)
        return QRect(line.left() - slack, line.top(), width + slack, line.height()).contains(
            position
        )

    # -- dragging ----------------------------------------------------------------------------

    def drag_of(self, item_ids: Collection[str]) -> QDrag:
        """A drag of these items, with a ghost of the first one's card."""
        indexes = [self.session_model.index_of(item_id) for item_id in item_ids]
        drag = QDrag(self)
        drag.setMimeData(self.session_model.mimeData(indexes))
        first = self.session_model.card(indexes[0]) if indexes else None
        if first is not None:
            dpr = self.devicePixelRatioF()
            pixmap = ghost(self.cards.art, self.cards.face(first), len(indexes), dpr)
            drag.setPixmap(pixmap)
            middle = round(pixmap.height() / dpr / 2)
            drag.setHotSpot(QPoint(self.theme.px(34), middle))
        return drag

    def startDrag(self, _supported: Qt.DropAction) -> None:
        """Drag the selected cards; with Ctrl they are copied."""
        chosen = self.selected_ids()
        if not chosen:
            return
        self._pressed_line = ""
        self.typing.settle()
        self._dragged = chosen
        self._lift(chosen)
        action = Qt.DropAction
        self.drag_of(chosen).exec(action.CopyAction | action.MoveAction, action.MoveAction)
        self._dragged = ()
        self._lift(())
        self.guide.end()

    def _lift(self, item_ids: Collection[str]) -> None:
        """Show these cards as taken away; copied ones stay."""
        if self.cards.lifted != frozenset(item_ids):
            self.cards.lifted = frozenset(item_ids)
            self.viewport().update()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take what is for this session."""
        self.typing.settle()
        if self.guide.begin(self.session_model.carried(event.mimeData())):
            self._answer(event)
        else:
            event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show where it would go."""
        if not self.guide.carried:
            event.ignore()
            return
        copied = self._answer(event)
        self._lift(() if copied else self._dragged)
        self.guide.over(event.position().toPoint(), copied=copied)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Nothing stays."""
        self.guide.end()
        event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        """Make it so."""
        if not self.guide.begin(self.session_model.carried(event.mimeData())):
            event.ignore()
            return
        copied = self._answer(event)
        self.guide.over(event.position().toPoint(), copied=copied)
        self.select(self.guide.drop() or self.selected_ids())
        self.setFocus()

    def _answer(self, event: QDropEvent) -> bool:
        """Accept, saying whether it copies: with Ctrl, and always from the library."""
        ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        copies = ctrl or bool(self.guide.carried.new)
        event.setDropAction(Qt.DropAction.CopyAction if copies else Qt.DropAction.MoveAction)
        event.accept()
        return ctrl

    def _follow(self) -> None:
        if self._document.session.id != self._shown:
            self._shown = self._document.session.id
            self.scrollToTop()

    # -- looks -------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """The rows, and over them where a drop would go."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        self.guide.paint(painter)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cards are as wide as there is room."""
        self.cards.width = self.viewport().width()
        self.cards.bar = max(0, self.width() - self.viewport().width())
        super().resizeEvent(event)
        self.typing.place()

    def viewportEvent(self, event: QEvent) -> bool:
        """Follow the pointer, and forget its shape when it leaves."""
        if isinstance(event, QHoverEvent):
            left = event.type() == QEvent.Type.HoverLeave
            self.cards.pointer = None if left else event.position().toPoint()
        if event.type() == QEvent.Type.Leave:
            self.viewport().unsetCursor()
        return super().viewportEvent(event)

    def _restyle(self) -> None:
        self.typing.settle()
        self.typing.place()
        self.verticalScrollBar().setSingleStep(self.theme.px(20))
        self.scheduleDelayedItemsLayout()
        self.viewport().update()
