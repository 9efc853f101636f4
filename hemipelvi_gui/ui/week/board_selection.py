"""Which cards of the board are selected, and which day and card the keyboard is on."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QObject, Signal
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from hemipelvi_gui.ui.week.card_faces import Card, Chip

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

    from hemipelvi_gui.domain.agenda import Entry
    from hemipelvi_gui.ui.week.day_column import DayColumn
    from hemipelvi_gui.ui.week.days import Days


class Kept(NamedTuple):
    """Where selection and keyboard were: ids, the key and the row of the current one."""

    chosen: tuple[str, ...] = ()
    key: str = ""
    row: int = 0
    has_keyboard: bool = False


FLAG = QItemSelectionModel.SelectionFlag


class BoardSelection(QObject):
    """One selection over the lists of all days. `picked`: it is another one."""

    picked = Signal()

    def __init__(self, board: QWidget, days: Days, scroll: QScrollArea) -> None:
        super().__init__(board)
        self._board, self._days, self._scroll = board, days, scroll
        self._at = 0

    def watch(self, column: DayColumn) -> None:
        """Take a day's list into the one selection."""
        shown = column.list
        shown.claimed.connect(lambda: self.claim(column))
        shown.stepped.connect(self.step)
        shown.entered.connect(lambda: self.enter(column))
        shown.selectionModel().selectionChanged.connect(lambda *_: self.picked.emit())
        shown.selectionModel().currentChanged.connect(lambda *_: self.picked.emit())

    @property
    def columns(self) -> list[DayColumn]:
        """The days that are shown, in their order."""
        return self._days.columns

    @property
    def current_column(self) -> DayColumn:
        """The day the keyboard is on."""
        return self.columns[min(self._at, len(self.columns) - 1)]

    @property
    def current_day(self) -> date:
        """Its date."""
        return self.current_column.day

    def current_entry(self) -> Entry | None:
        """The card the keyboard is on; for a chip the one above it."""
        shown = self.current_column.list
        row = shown.day_model.row(shown.currentIndex())
        if isinstance(row, Chip):
            row = shown.day_model.card(shown.day_model.index_of(row.entry_id))
        return row.entry if isinstance(row, Card) else None

    def selected_ids(self) -> tuple[str, ...]:
        """Ids of the selected cards, by day."""
        return tuple(each for column in self.columns for each in column.list.selected_ids())

    def chosen_ids(self) -> tuple[str, ...]:
        """What an action is about: the selected cards, else the one the keyboard is on."""
        entry = self.current_entry()
        return self.selected_ids() or (() if entry is None else (entry.id,))

    def select(self, ids: Collection[str]) -> None:
        """Select these cards, go to the first and bring it into view."""
        first = True
        for at, column in enumerate(self.columns):
            selection = column.list.selectionModel()
            here = (card.entry.id for card in column.model.cards)
            found = [column.model.index_of(each) for each in here if each in ids]
            if found and first:
                first = False
                selection.setCurrentIndex(found[0], FLAG.NoUpdate)
                self.go(at)
            selection.clearSelection()
            for index in found:
                selection.select(index, FLAG.Select)
            if found:
                column.list.scrollTo(found[0])
        self.picked.emit()

    def select_all(self) -> None:
        """Select all cards of the week; the keyboard stays where it is."""
        for column in self.columns:
            column.list.selectAll()

    def kept(self) -> Kept:
        """Where they are, for `keep` after the rows are others."""
        if not self.columns:
            return Kept()
        shown = self.current_column.list
        row = shown.day_model.row(shown.currentIndex())
        key = "" if row is None else row.key
        at_row = shown.currentIndex().row()
        return Kept(self.selected_ids(), key, at_row, self.has_keyboard())

    def keep(self, kept: Kept) -> None:
        """What is still there stays selected, and the keyboard stays near."""
        for at, column in enumerate(self.columns):
            selection = column.list.selectionModel()
            for each in kept.chosen:
                index = column.model.index_of(each)
                if index.isValid() and not selection.isSelected(index):
                    selection.select(index, FLAG.Select)
            index = column.model.index_of(kept.key) if kept.key else QModelIndex()
            if index.isValid():
                self._at = at
                selection.setCurrentIndex(index, FLAG.NoUpdate)
        self._at = min(self._at, len(self.columns) - 1)
        shown = self.current_column.list
        count = len(shown.day_model.rows)
        if not shown.currentIndex().isValid() and count:
            at_row = shown.day_model.index(min(max(kept.row, 0), count - 1))
            shown.selectionModel().setCurrentIndex(at_row, FLAG.NoUpdate)
        self.go(self._at, focused=kept.has_keyboard)

    def clear(self) -> None:
        """Nothing is selected; the keyboard stays where it is."""
        for column in self.columns:
            column.list.clearSelection()

    def has_keyboard(self) -> bool:
        """Whether the keyboard is on the board."""
        focused = QApplication.focusWidget()
        return focused is not None and self._board.isAncestorOf(focused)

    def go(self, at: int, *, focused: bool | None = None) -> None:
        """Make a day the one the keyboard is on; take the keyboard along if it is here."""
        here = self.has_keyboard() if focused is None else focused
        self._at = at
        shown = self.current_column.list
        for column in self.columns:
            column.let_tab_stop(stops=column is self.current_column)
        self._board.setFocusProxy(shown)
        self._bring_into_view()
        if here and QApplication.focusWidget() is not self.current_column.add:
            shown.setFocus()

    def _bring_into_view(self) -> None:
        """The day sideways, and its card: a day can be higher than what is seen."""
        column = self.current_column
        shown, day = column.list, column.geometry()
        card = shown.visualRect(shown.currentIndex())
        top, bottom = day.top(), day.top() + column.head.height()
        if card.isValid():
            corner = shown.viewport().mapTo(self._days, card.topLeft())
            bottom = corner.y() + card.height()
            # With the first card comes the name of the day.
            top = top if shown.currentIndex().row() == 0 else corner.y()
        self._scroll.ensureVisible(day.right(), bottom, 0, 0)
        self._scroll.ensureVisible(day.left(), top, 0, 0)

    def enter(self, column: DayColumn) -> None:
        """The keyboard has come to a day, by a click or the Tab key."""
        if column in self.columns and self.columns.index(column) != self._at:
            self.go(self.columns.index(column), focused=False)
        shown = column.list
        if not shown.currentIndex().isValid() and shown.day_model.rows:
            shown.selectionModel().setCurrentIndex(shown.day_model.index(0), FLAG.NoUpdate)
        self.picked.emit()

    def step(self, days: int) -> None:
        """To the day before or after, on the same row."""
        at = self._at + days
        if not 0 <= at < len(self.columns):
            return
        row = max(self.current_column.list.currentIndex().row(), 0)
        shown = self.columns[at].list
        count = len(shown.day_model.rows)
        self.clear()
        self.go(at)
        if count:
            index = shown.day_model.index(min(row, count - 1))
            shown.selectionModel().setCurrentIndex(index, FLAG.ClearAndSelect)

    def claim(self, column: DayColumn) -> None:
        """What is selected on other days is selected no more."""
        for other in self.columns:
            if other is not column:
                other.list.clearSelection()
