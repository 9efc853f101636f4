"""The library: find an exercise and bring it into the session."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from hemipelvi_gui.domain.filters import Filters
from hemipelvi_gui.domain.own import is_imported
from hemipelvi_gui.domain.search import SearchIndex
from hemipelvi_gui.ui.plain import one_line, plain_label
from hemipelvi_gui.ui.widgets.glyphs import GlyphCache
from hemipelvi_gui.ui.widgets.library_filters import LibraryFilters
from hemipelvi_gui.ui.widgets.library_list import BAR_WIDTH, LibraryList
from hemipelvi_gui.ui.widgets.score_strip import ScoreStrip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hemipelvi_gui.domain.exercises import Equipment, Exercise
    from hemipelvi_gui.ui.document import Document
    from hemipelvi_gui.ui.theme import Theme

translate = QCoreApplication.translate

ADDING = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
INTO_LIST = (Qt.Key.Key_Down, Qt.Key.Key_PageDown)
NARROWEST, SIDE = 250, 14
# px at normal text size: in a lower panel filters wait behind a button, so that cards have room.
ROOM_FOR_FILTERS = 400


class LibraryPanel(QFrame):
    """Search, filters and cards of all exercises that are not hidden.

    `manages`: where the library is kept in order. Hidden exercises can be listed there, the score
    is explained elsewhere, and the cards come with `fill`.
    `chosen(id)`: add it where it fits. `chosen_for(id, section)`: add it to that section.
    `opened(id)`: Enter, where the library is kept in order; Ctrl+Enter adds there.
    `current_exercise_changed(id)`: the keyboard or the mouse is on another card.
    """

    chosen = Signal(str)
    chosen_for = Signal(str, object)
    opened = Signal(str)
    current_exercise_changed = Signal(str)

    def __init__(
        self,
        theme: Theme,
        document: Document,
        glyphs: GlyphCache | None = None,
        parent: QWidget | None = None,
        *,
        manages: bool = False,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._document = document
        self._library: dict[str, Exercise] = {}
        self._index = SearchIndex(())
        self._available: frozenset[Equipment] | None = None
        self._hidden: frozenset[str] = frozenset()
        self._why_wanted = not manages
        self._told = ""
        self.setProperty("kind", "panel")
        self.setAccessibleName(translate("Library", "Exercise library"))
        self.count = plain_label(kind="muted")
        self.search = QLineEdit()
        self.filters = LibraryFilters(theme, manages=manages)
        self.fold = QPushButton()
        self.list = LibraryList(theme, glyphs or GlyphCache(theme, self), opens=manages)
        self.why = ScoreStrip(theme)
        if manages:
            self.why.hide()
        self.nothing = plain_label(kind="muted")
        self.remedy = QPushButton()
        self.find_action = QAction(translate("Library", "Find exercise"), self)
        self._pages = QStackedWidget()
        self._column = QVBoxLayout(self)
        self._head = QVBoxLayout()
        self._lay_out()
        self._connect()
        self._follow_theme()
        if not manages:
            self.fill()

    def fill(self) -> None:
        """Show the cards, if they are not there yet.

        A list that has its size and its look lays them out once, and not with every step on the
        way there.
        """
        if not self._library:
            self.list.expect_many()
            self._follow_document()

    def focus_search(self) -> None:
        """Bring the keyboard to the search field, its text selected."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def toggle_why(self) -> None:
        """Show or hide how scores come about."""
        self._why_wanted = not self._why_wanted
        self._show_why()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys of the search field that work the list."""
        if watched is self.search and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.KeyPress and self._search_key(event):
                return True
            # Escape empties the field before any shortcut of the window sees it.
            escape = event.key() == Qt.Key.Key_Escape
            override = event.type() == QEvent.Type.ShortcutOverride
            if (override and escape) or self.list.takes(event):
                event.accept()
                return True
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the filters where there is room for them and for cards."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        low = self.height() < self._theme.px(ROOM_FOR_FILTERS)
        self.fold.setVisible(low)
        self.why.shorten(short=low)
        self.filters.setVisible(not low or self.fold.isChecked())
        self._say_folded()
        self._show_why()

    def _say_folded(self) -> None:
        count = len(self.filters.on_chips)
        words = translate("Library", "Filters ({count})").format(count=count)
        self.fold.setText(words if count else translate("Library", "Filters"))

    def _lay_out(self) -> None:
        self.search.setPlaceholderText(translate("Library", "Search by name or muscle"))
        self.search.setAccessibleName(translate("Library", "Search exercises"))
        self.search.setMaxLength(100)
        self.search.installEventFilter(self)
        self.fold.setProperty("kind", "chip")
        self.fold.setCheckable(True)
        self.fold.hide()
        self.nothing.setWordWrap(True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.remedy.setProperty("kind", "pill")
        self.find_action.setShortcut(QKeySequence.StandardKey.Find)
        self.addAction(self.find_action)
        top = QHBoxLayout()
        top.addWidget(plain_label(translate("Library", "Exercises"), "heading"))
        top.addStretch(1)
        top.addWidget(self.fold)
        top.addWidget(self.count)
        empty = QWidget()
        middle = QVBoxLayout(empty)
        middle.addStretch(1)
        middle.addWidget(self.nothing)
        middle.addWidget(self.remedy, 0, Qt.AlignmentFlag.AlignHCenter)
        middle.addStretch(2)
        self._pages.addWidget(self.list)
        self._pages.addWidget(empty)
        self._head.addLayout(top)
        self._head.addWidget(self.search)
        self._head.addWidget(self.filters)
        self._column.addLayout(self._head)
        self._column.addWidget(self._pages, 1)
        self._column.addWidget(self.why)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._searched)
        self.filters.changed.connect(self._refresh)
        self.fold.toggled.connect(self._fit)
        self.remedy.clicked.connect(self._help)
        self.find_action.triggered.connect(self.focus_search)
        self.list.chosen.connect(self.chosen)
        self.list.chosen_for.connect(self.chosen_for)
        self.list.opened.connect(self.opened)
        self.list.why_asked.connect(self.toggle_why)
        self.list.left.connect(self._type_on)
        self.list.current_changed.connect(self._show_why)
        self._document.changed.connect(self._follow_document)
        self._theme.changed.connect(self._follow_theme)

    def prepare_search(self) -> None:
        """Make now what the first letter typed would have to wait for."""
        self._index.prepare()

    def _follow_document(self) -> None:
        session, library = self._document.session, self._document.library
        available = None if session.equipment is None else frozenset(session.equipment)
        # Compared by content: exercises of one's own come and go in the same mapping.
        new_library = library != self._library
        hidden = frozenset(self._document.settings.hidden)
        if new_library or hidden != self._hidden:
            self._hidden = hidden
            own = self._document.own_exercises
            imported = frozenset(key for key, each in own.items() if is_imported(each))
            self.filters.set_kinds(frozenset(own), hidden.intersection(library), imported)
        elif available == self._available:
            return
        if new_library:
            self._library = dict(library)
            self._index = SearchIndex(library.values(), frozenset(self._document.own_exercises))
            self.filters.set_exercises(library.values())
        if available != self._available:
            self._available = available
            self.filters.set_gym(available)
        self._refresh()

    def _searched(self) -> None:
        # Only now: looking for its picture takes longer than all else in this panel.
        self.search.setClearButtonEnabled(True)
        self._refresh()
        # Enter adds or shows the card that is marked, so the best match is.
        first = self.list.exercises.index(0) if self.search.text().strip() else None
        if first is not None and first.isValid():
            self.list.select(first)
        else:
            self.list.scrollToTop()

    def _refresh(self) -> None:
        before = self.list.current
        found = self._found()
        self.list.exercises.show(found, self._available)
        if before is not None:
            self.list.select(self.list.exercises.index_of(before.id))
        self._show_count(len(found))
        self._say_folded()
        self._pages.setCurrentIndex(0 if found else 1)
        if not found:
            self._say_why_empty()
        self._show_why()

    def _found(self) -> Sequence[Exercise]:
        ids = self._index.search(self.search.text(), self.filters.filters)
        found = [self._library[each] for each in ids]
        if self._available is not None:
            found.sort(key=lambda each: not each.possible_with(self._available))
        return found

    @property
    def _unfiltered(self) -> Filters:
        return Filters(without=self._hidden)

    def _show_count(self, shown: int) -> None:
        total = len(self._library) - len(self._hidden.intersection(self._library))
        words = translate("Library", "{shown} of {total}").format(shown=shown, total=total)
        self.count.setText(str(total) if shown == total else words)

    def _say_why_empty(self) -> None:
        typed = one_line(self.search.text(), 40)
        hidden = len(self._index.search(typed, self._unfiltered))
        if hidden and typed:
            words = translate(
                "Library", "The filters hide all {hidden} that match \u201c{typed}\u201d."
            )
        elif hidden:
            words = translate("Library", "No exercise passes all these filters.")
        else:
            words = translate(
                "Library",
                "Nothing called \u201c{typed}\u201d. Try a shorter word, another name or a muscle.",
            )
        self.nothing.setText(words.format(typed=typed, hidden=hidden))
        self.remedy.setText(
            translate("Library", "Clear the filters")
            if hidden
            else translate("Library", "Show all exercises")
        )

    def _help(self) -> None:
        if self._index.search(self.search.text(), self._unfiltered):
            self.filters.clear_all()
        else:
            self.search.clear()
        self.search.setFocus()

    def _show_why(self) -> None:
        exercise = self.list.current
        if exercise is not None:
            self.why.explain(exercise)
            if exercise.id != self._told:
                self.current_exercise_changed.emit(exercise.id)
        self._told = "" if exercise is None else exercise.id
        crowded = self.fold.isVisibleTo(self) and self.fold.isChecked()
        self.why.setVisible(exercise is not None and self._why_wanted and not crowded)

    def _search_key(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key in INTO_LIST:
            self._enter_list()
        elif key in ADDING:
            self._enter_marked(event)
        elif key == Qt.Key.Key_Escape:
            self.search.clear()
        else:
            return False
        return True

    def _enter_list(self) -> None:
        if self.list.exercises.rowCount():
            if self.list.current is None:
                self.list.select(self.list.exercises.index(0))
            self.list.setFocus()

    def _enter_marked(self, event: QKeyEvent) -> None:
        exercise = self.list.current
        if exercise is None and self.search.text().strip():
            exercise = self.list.exercises.exercise(self.list.exercises.index(0))
        if exercise is not None:
            self.list.enter(exercise, event)

    def _type_on(self, text: str) -> None:
        self.search.setFocus()
        if text:
            self.search.end(False)
            self.search.insert(text)

    def _follow_theme(self) -> None:
        theme = self._theme
        side, bar = theme.px(SIDE), theme.px(BAR_WIDTH)
        # The scroll bar lies in the margin, so that cards are as wide as the search field.
        self._column.setContentsMargins(side, theme.px(12), side - bar, theme.px(12))
        self._column.setSpacing(theme.px(9))
        self._head.setContentsMargins(0, 0, bar, 0)
        self._head.setSpacing(theme.px(9))
        self.why.setContentsMargins(0, 0, bar, 0)
        self.count.setFont(theme.font(11.5))
        self.setMinimumWidth(theme.px(NARROWEST))
        self._fit()
