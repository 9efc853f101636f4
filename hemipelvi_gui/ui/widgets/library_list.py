"""The list of cards: drag one, or choose it by key, mouse or menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QDrag, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QMenu, QWidget

from hemipelvi_gui.domain.session import SECTIONS
from hemipelvi_gui.ui.models.exercises import ExerciseModel
from hemipelvi_gui.ui.plain import menu_text
from hemipelvi_gui.ui.widgets.exercise_card import CardDelegate
from hemipelvi_gui.ui.wording import section_word

if TYPE_CHECKING:
    from hemipelvi_gui.domain.exercises import Exercise
    from hemipelvi_gui.ui.theme import Theme
    from hemipelvi_gui.ui.widgets.glyphs import GlyphCache

translate = QCoreApplication.translate

# The scroll bar is as wide as the style sheet says, the gap at its left included, and lies in the
# panel's margin.
BAR_WIDTH = 12
ADDING = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
ADDING_KEYS = QKeySequence("Ctrl+Return")
COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class LibraryList(QListView):
    """Cards of the exercises in the model.

    `chosen(id)`: to be added where it fits. `chosen_for(id, section)`: to be added to a section.
    `why_asked()`: Space or the menu asks how the score came about. `left(text)`: the keyboard goes
    back to the search field, with what was typed. `current_changed()`: another card.
    `opened(id)`: Enter, where that shows an exercise (`opens`) and Ctrl+Enter adds it.
    """

    chosen = Signal(str)
    chosen_for = Signal(str, object)
    opened = Signal(str)
    why_asked = Signal()
    left = Signal(str)
    current_changed = Signal()

    def __init__(
        self,
        theme: Theme,
        glyphs: GlyphCache,
        parent: QWidget | None = None,
        *,
        opens: bool = False,
    ) -> None:
        super().__init__(parent)
        self._opens = opens
        self.exercises = ExerciseModel(self)
        self.cards = CardDelegate(theme, glyphs, self.exercises, self)
        self._theme = theme
        self.setModel(self.exercises)
        self.setItemDelegate(self.cards)
        self.setAccessibleName(translate("Library", "Exercises"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setMouseTracking(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.verticalScrollBar().rangeChanged.connect(self._keep_width)
        self.doubleClicked.connect(self._add)
        self.selectionModel().currentChanged.connect(self._move_to)
        self.exercises.modelReset.connect(self.current_changed)
        theme.changed.connect(self._follow_theme)
        self._follow_theme()

    @property
    def current(self) -> Exercise | None:
        """The exercise under the keyboard."""
        return self.exercises.exercise(self.currentIndex())

    def select(self, index: QModelIndex) -> None:
        """Go to a row; an invalid index goes nowhere."""
        if index.isValid():
            self.setCurrentIndex(index)
        else:
            self.clearSelection()
            self.selectionModel().clearCurrentIndex()

    def expect_many(self) -> None:
        """Make room for the scroll bar ahead, or its coming would have all cards laid out twice."""
        self.verticalScrollBar().setRange(0, 1)

    def startDrag(self, supportedActions: Qt.DropAction) -> None:  # noqa: N803  # Qt's name
        """Carry the current card, its picture on the pointer."""
        exercise = self.current
        if exercise is None:
            return
        drag = QDrag(self)
        drag.setMimeData(self.exercises.mimeData([self.currentIndex()]))
        ghost = self.cards.ghost(exercise, self.devicePixelRatioF())
        drag.setPixmap(ghost)
        drag.setHotSpot(
            QPoint(self._theme.px(20), round(ghost.deviceIndependentSize().height() / 2))
        )
        drag.exec(Qt.DropAction.CopyAction)

    def menu_for(self, exercise: Exercise) -> QMenu:
        """What can be done with a card."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        name = exercise.id
        add = menu.addAction(translate("Library", "Add to session"))
        add.setShortcut(ADDING_KEYS if self._opens else QKeySequence(Qt.Key.Key_Return))
        add.triggered.connect(lambda: self.chosen.emit(name))
        sections = menu.addMenu(translate("Library", "Add to\u2026"))
        for section in SECTIONS:
            action = sections.addAction(menu_text(section_word(section)))
            action.triggered.connect(
                lambda _on=False, section=section: self.chosen_for.emit(name, section)
            )
        menu.addSeparator()
        why = menu.addAction(translate("Library", "Why this score"))
        why.setShortcut(Qt.Key.Key_Space)
        why.triggered.connect(self.why_asked)
        return menu

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the card's menu, at the pointer or, from the keyboard, on the card."""
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        exercise = self.exercises.exercise(index)
        if exercise is None:
            return
        self.select(index)
        place = event.pos() if by_mouse else self.visualRect(index).center()
        self.menu_for(exercise).popup(self.viewport().mapToGlobal(place))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter adds or shows, Space explains, letters and Escape go back to the search field."""
        key, text = event.key(), event.text()
        index = self.currentIndex()
        exercise = self.exercises.exercise(index)
        if key in ADDING and exercise is not None:
            self.enter(exercise, event)
        elif key == Qt.Key.Key_Space:
            self.why_asked.emit()
        elif key == Qt.Key.Key_Escape or (key == Qt.Key.Key_Up and index.row() <= 0):
            self.left.emit("")
        elif text.isprintable() and text and not event.modifiers() & COMMANDS:
            self.left.emit(text)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Ctrl+Enter is for the card before any shortcut of the window sees it."""
        if isinstance(event, QKeyEvent) and self.takes(event):
            event.accept()
            return True
        return super().event(event)

    def takes(self, event: QKeyEvent) -> bool:
        """Whether the window is about to take a Ctrl+Enter that adds a card."""
        override = event.type() == QEvent.Type.ShortcutOverride
        return override and self._opens and event.key() in ADDING and _with_control(event)

    def enter(self, exercise: Exercise, event: QKeyEvent) -> None:
        """What Enter does, here and in the search field."""
        if self._opens and not _with_control(event):
            self.opened.emit(exercise.id)
        else:
            self.chosen.emit(exercise.id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Long names break where the cards end."""
        self.cards.width = self.viewport().width()
        super().resizeEvent(event)

    def _add(self, index: QModelIndex) -> None:
        exercise = self.exercises.exercise(index)
        if exercise is not None:
            self.chosen.emit(exercise.id)

    def _move_to(self, _index: QModelIndex) -> None:
        self.current_changed.emit()

    def _follow_theme(self) -> None:
        # Card heights are measured by the text size.
        self.verticalScrollBar().setSingleStep(self._theme.px(29))
        self._keep_width()
        self.scheduleDelayedItemsLayout()

    def _keep_width(self) -> None:
        """Leave room for the scroll bar at all times, so that cards keep their width."""
        bar = self.verticalScrollBar()
        room = self._theme.px(BAR_WIDTH) if bar.minimum() == bar.maximum() else 0
        if self.viewportMargins().right() != room:
            self.setViewportMargins(0, 0, room, 0)


def _with_control(event: QKeyEvent) -> bool:
    return bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
