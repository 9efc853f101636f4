"""Choosing an exercise in the middle of a session: the nearest siblings, or any by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint, QRect, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem

from hemipelvi_gui.domain.search import SearchIndex
from hemipelvi_gui.ui.log.exercise_rows import EXERCISE, ExerciseRows
from hemipelvi_gui.ui.plain import one_line, plain_label
from hemipelvi_gui.ui.widgets.popup import Popup
from hemipelvi_gui.ui.wording import facet_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from hemipelvi_gui.domain.exercises import Exercise
    from hemipelvi_gui.ui.theme import Theme
    from hemipelvi_gui.ui.widgets.glyphs import GlyphCache

translate = QCoreApplication.translate
MOST_HITS = 30
ROOM, LEAST_HEIGHT = (420, 340), 150


class ExercisePopup(Popup):
    """A line to search with and a list. `picked(id)`; where nothing is typed `first` are listed."""

    picked = Signal(str)

    def __init__(
        self,
        theme: Theme,
        glyphs: GlyphCache,
        words: str,
        first: Sequence[Exercise],
        every: Sequence[Exercise],
        parent: QWidget,
    ) -> None:
        super().__init__(theme, parent)
        self._first, self._by_id = first, {each.id: each for each in every}
        self._index = SearchIndex(every)
        self.setAccessibleName(words)
        self.column.addWidget(plain_label(words, "heading"))
        self.search = QLineEdit()
        self.search.setPlaceholderText(translate("Log", "Any exercise by name"))
        self.search.setAccessibleName(translate("Log", "Any exercise by name"))
        self.list = QListWidget()
        self.list.setAccessibleName(words)
        self.list.setProperty("kind", "rows")
        self.list.setItemDelegate(ExerciseRows(theme, glyphs, self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFixedSize(theme.px(ROOM[0]), theme.px(ROOM[1]))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.column.addWidget(self.search)
        self.column.addWidget(self.list)
        self.setFocusProxy(self.search)
        self.search.textChanged.connect(self._fill)
        self.list.itemClicked.connect(lambda _item: self.accept())
        self._fill()

    def open_beside(self, kept_free: QWidget) -> None:
        """Show it above or below a widget that stays in sight, wherever there is more room."""
        px, space = self.theme.px, self.screen().availableGeometry()
        window = kept_free.window().frameGeometry().intersected(space)
        free = QRect(kept_free.mapToGlobal(QPoint(0, 0)), kept_free.size())
        above, below = free.top() - window.top() - px(8), space.bottom() - free.bottom() - px(8)
        self.adjustSize()
        around = self.height() - self.list.height()
        room = max(above, below) - around
        self.list.setFixedHeight(max(min(room, px(ROOM[1])), px(LEAST_HEIGHT)))
        self.adjustSize()
        y = free.bottom() + px(4) if below > above else free.top() - px(4) - self.height()
        self.open_at(QPoint(free.left(), y))

    def accept(self) -> None:
        """Take the exercise that is marked."""
        if self.list.currentRow() < 0:
            return
        chosen = str(self.list.currentItem().data(Qt.ItemDataRole.UserRole))
        super().accept()
        self.picked.emit(chosen)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go through the list while one types."""
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        row = min(max(self.list.currentRow() + step, 0), self.list.count() - 1)
        self.list.setCurrentRow(row)

    def _fill(self) -> None:
        query = self.search.text().strip()
        found = list(self._first)
        if query:
            ids = self._index.search(query)[:MOST_HITS]
            found = [self._by_id[each] for each in ids]
        self.list.clear()
        for exercise in found:
            item = QListWidgetItem(one_line(f"{exercise.name}   {facet_line(exercise)}"))
            item.setData(Qt.ItemDataRole.UserRole, exercise.id)
            item.setData(EXERCISE, exercise)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
