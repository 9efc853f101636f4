"""Chips: small buttons that choose, show and take away filters, and a layout that wraps them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QAction, QIcon, QKeyEvent, QMouseEvent, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QLayout, QLayoutItem, QMenu, QPushButton, QWidget

from hemipelvi_gui.ui.plain import menu_text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from hemipelvi_gui.ui.theme import Theme

translate = QCoreApplication.translate

CHOOSING = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
OPENING = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)
REMOVING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FlowLayout(QLayout):
    """Lays widgets out in rows, as words in a paragraph. `gap` in pixels, in both directions."""

    def __init__(self, parent: QWidget | None = None, gap: int = 6) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setSpacing(gap)
        self.setContentsMargins(0, 0, 0, 0)

    def insert(self, place: int, widget: QWidget) -> None:
        """Add a widget before the one at `place`."""
        self.addWidget(widget)
        self._items.insert(place, self._items.pop())
        self.invalidate()

    def addItem(self, item: QLayoutItem) -> None:
        """Called by Qt for each widget added."""
        self._items.append(item)

    def count(self) -> int:
        """How many widgets there are, hidden ones too."""
        return len(self._items)

    def itemAt(self, place: int) -> QLayoutItem | None:
        """The one at a place; Qt asks past the end until it gets None."""
        return self._items[place] if 0 <= place < len(self._items) else None

    def takeAt(self, place: int) -> QLayoutItem | None:
        """Take one out; None past the end."""
        return self._items.pop(place) if 0 <= place < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """It takes no more room than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Narrower is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height of all rows at a width, in pixels."""
        return self._arrange(QRect(0, 0, width, 0), place=False)

    def setGeometry(self, rect: QRect) -> None:
        """Move the widgets to their places in `rect`."""
        super().setGeometry(rect)
        self._arrange(rect, place=True)

    def sizeHint(self) -> QSize:
        """Any width will do, so this is the least."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """Room for the largest widget."""
        size = QSize()
        for item in self._items:
            if not item.isEmpty():
                size = size.expandedTo(item.minimumSize())
        return size

    def _arrange(self, rect: QRect, *, place: bool) -> int:
        """Height needed in `rect`'s width; moves the widgets there if `place`."""
        x, y, height = rect.x(), rect.y(), 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint()
            size.setWidth(min(size.width(), rect.width()))
            if x > rect.x() and x + size.width() > rect.x() + rect.width():
                x, y, height = rect.x(), y + height + self.spacing(), 0
            if place:
                item.setGeometry(QRect(QPoint(x, y), size))
            x += size.width() + self.spacing()
            height = max(height, size.height())
        return y + height - rect.y()


class StayingMenu(QMenu):
    """A menu of check boxes that stays open while they are ticked."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a box ticks it and keeps the menu."""
        if not self._tick(self.actionAt(event.position().toPoint())):
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space and Enter tick the box under the keyboard and keep the menu."""
        if event.key() not in CHOOSING or not self._tick(self.activeAction()):
            super().keyPressEvent(event)

    def _tick(self, action: QAction | None) -> bool:
        if action is None or not action.isCheckable() or not action.isEnabled():
            return False
        action.trigger()
        return True


class MenuChip(QPushButton):
    """A chip that opens a menu of values to tick. `ticked(value, on)` tells of each tick."""

    ticked = Signal(object, bool)

    def __init__(self, theme: Theme, title: str, parent: QWidget | None = None) -> None:
        super().__init__(menu_text(title), parent)
        self._theme = theme
        self._actions: dict[object, QAction] = {}
        self.menu_of_values = StayingMenu(self)
        self.setProperty("kind", "chip")
        self.setProperty("opens", "menu")
        self.setCheckable(True)
        # The arrow belongs behind the title.
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.menu_of_values.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        name = translate("Library", "Filter by {kind}").format(kind=title.lower())
        self.setAccessibleName(name)
        self.menu_of_values.setAccessibleName(name)
        self.clicked.connect(self.open_menu)
        self.toggled.connect(self._follow_theme)
        theme.changed.connect(self._follow_theme)
        self._follow_theme()

    def set_values(self, values: Sequence[tuple[object, str]]) -> None:
        """Offer these values, each with its word."""
        self.menu_of_values.clear()
        self._actions = {}
        for value, word in values:
            action = self.menu_of_values.addAction(menu_text(word))
            action.setCheckable(True)
            action.toggled.connect(lambda on, value=value: self.ticked.emit(value, on))
            self._actions[value] = action

    def action(self, value: object) -> QAction:
        """The menu's entry for a value. Raises KeyError for one that isn't offered."""
        return self._actions[value]

    def show_ticks(self, values: frozenset[object]) -> None:
        """Tick exactly these, without telling anyone."""
        for value, action in self._actions.items():
            action.blockSignals(True)
            action.setChecked(value in values)
            action.blockSignals(False)
        self.setChecked(bool(values))

    def open_menu(self) -> None:
        """Open the menu below the chip, its first value under the keyboard."""
        self.menu_of_values.popup(self.mapToGlobal(self.rect().bottomLeft()))
        if self._actions:
            self.menu_of_values.setActiveAction(next(iter(self._actions.values())))

    def nextCheckState(self) -> None:
        """The chip is on when a value is ticked; a click only opens the menu."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down and Enter open the menu, as Space does."""
        if event.key() in OPENING:
            self.open_menu()
        else:
            super().keyPressEvent(event)

    def _follow_theme(self) -> None:
        role = "accent" if self.isChecked() else "muted"
        side, dpr = self._theme.px(8), self.devicePixelRatioF()
        self.setIconSize(QSize(side, side))
        self.setIcon(_arrow(self._theme, role, side, dpr))


class OnChip(QPushButton):
    """A filter that is on; a click, Delete or Enter takes it away."""

    def __init__(
        self, word: str, remove: Callable[[], None], parent: QWidget | None = None
    ) -> None:
        super().__init__(f"{menu_text(word)}  \u00d7", parent)
        self.setProperty("kind", "chip")
        self.setCheckable(True)
        self.setChecked(True)
        self.setAccessibleName(translate("Library", "Remove filter {name}").format(name=word))
        self._remove = remove
        self.clicked.connect(lambda: remove())

    def nextCheckState(self) -> None:
        """It is on as long as it is there."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete and Enter take the filter away, as Space does."""
        if event.key() in REMOVING:
            self._remove()
        else:
            super().keyPressEvent(event)


def _arrow(theme: Theme, role: str, side: int, dpr: float) -> QIcon:
    pixels = max(1, round(side * dpr))
    pixmap = QPixmap(pixels, pixels)
    pixmap.setDevicePixelRatio(dpr)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(theme.palette.colour(role), side * 0.15)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    points = [QPointF(side * x, side * y) for x, y in ((0.2, 0.38), (0.5, 0.68), (0.8, 0.38))]
    painter.drawPolyline(points)
    painter.end()
    return QIcon(pixmap)
