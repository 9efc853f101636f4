"""Sessions to open and to start from: one's own, ready ones, prehab and reset routines."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from hemipelvi_gui.coach.reading import read
from hemipelvi_gui.domain.errors import KnownError
from hemipelvi_gui.domain.settings import Settings
from hemipelvi_gui.ui.dialogs.frame import ThemedDialog, push_button
from hemipelvi_gui.ui.dialogs.rows import Row, RowKind, RowModel
from hemipelvi_gui.ui.dialogs.rows_view import RowsView
from hemipelvi_gui.ui.dialogs.session_preview import SessionPreview, split_page
from hemipelvi_gui.ui.dialogs.words import day_words, share_words
from hemipelvi_gui.ui.plain import one_line, plain_label
from hemipelvi_gui.ui.wording import DOT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from hemipelvi_gui.domain.exercises import Exercise
    from hemipelvi_gui.domain.session import Session
    from hemipelvi_gui.storage import SessionHeader
    from hemipelvi_gui.ui.theme import Theme

translate = QCoreApplication.translate
OWN, TEMPLATE = "own:", "template:"
ROUTINE = "routine"


class SessionsDialog(ThemedDialog):
    """Finds a session as you type.

    `opened`, `duplicated`, `deleted` carry an id; `started` the ready session to copy;
    `new_wanted` asks for an empty one, `undo_wanted` to undo. It shows what `refresh` is given
    and stores nothing.
    """

    opened = Signal(str)
    started = Signal(object)
    duplicated = Signal(str)
    deleted = Signal(str)
    new_wanted = Signal()
    undo_wanted = Signal()

    def __init__(
        self,
        theme: Theme,
        library: Mapping[str, Exercise],
        headers: Sequence[SessionHeader],
        templates: Sequence[tuple[str, Session]],
        load: Callable[[str], Session],
        settings: Settings | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, translate("SessionsDialog", "Sessions"), (880, 600), parent)
        self._library, self._settings = library, settings or Settings()
        self._load = load
        self._templates = {session.id: (kind, session) for kind, session in templates}
        self._headers: dict[str, SessionHeader] = {}
        self.search = QLineEdit()
        self.search.setPlaceholderText(translate("SessionsDialog", "Find by name or date"))
        self.search.setAccessibleName(translate("SessionsDialog", "Find a session"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._list_again)
        self.search.installEventFilter(self)
        band = (self._settings.band_low, self._settings.band_high)
        model = RowModel(self._complete)
        self.list = RowsView(theme, model, translate("SessionsDialog", "Sessions"), band)
        self.list.chosen.connect(self._show_chosen)
        self.list.entered.connect(lambda _key: self._open())
        self.preview = SessionPreview(
            theme,
            library,
            self._settings,
            translate("SessionsDialog", "Choose a session to see what is in it."),
        )
        self.nothing = plain_label(kind="muted")
        self.nothing.setWordWrap(True)
        self._lay_out()
        self._add_shortcuts()
        self.restyle()
        self.refresh(headers)
        self.search.setFocus()

    def refresh(self, headers: Iterable[SessionHeader]) -> None:
        """Show these sessions of one's own; the choice stays, or goes to the next one."""
        row = self.list.currentIndex().row()
        key = self.list.key
        self._headers = {header.id: header for header in headers}
        self._list_again()
        if key and not self.list.choose(key):
            self._choose_near(row)

    def _lay_out(self) -> None:
        self.new = push_button(translate("SessionsDialog", "&New"), self._new)
        self.remove = push_button(translate("SessionsDialog", "De&lete"), self._delete)
        self.double = push_button(translate("SessionsDialog", "&Duplicate"), self._duplicate)
        self.enter = push_button(translate("SessionsDialog", "&Open"), self._open, "primary")
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.search)
        column.addWidget(self.nothing)
        column.addWidget(self.list, 1)
        buttons = QHBoxLayout()
        buttons.addWidget(self.new)
        buttons.addStretch()
        for button in (self.remove, self.double, self.enter):
            buttons.addWidget(button)
        whole = QVBoxLayout(self)
        whole.addWidget(split_page(left, self.preview, self.theme.px(12)), 1)
        whole.addLayout(buttons)

    def _add_shortcuts(self) -> None:
        keys = (
            (QKeySequence(QKeySequence.StandardKey.Delete), self._delete),
            (QKeySequence("Ctrl+D"), self._duplicate),
            (QKeySequence(QKeySequence.StandardKey.Undo), self.undo_wanted.emit),
        )
        for sequence, slot in keys:
            shortcut = QShortcut(sequence, self.list)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(slot)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.activated.connect(self.search.setFocus)
        self.remove.setToolTip(
            translate("SessionsDialog", "Delete this session. Undo brings it back.")
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """From the search field, Enter opens, and the arrows move in the list."""
        if watched is self.search and isinstance(event, QKeyEvent):
            pressed = event.type() is QEvent.Type.KeyPress
            if pressed and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._open()
                return True
            if pressed and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                self.list.setFocus()
                QCoreApplication.sendEvent(self.list, event)
                return True
        return super().eventFilter(watched, event)

    def _list_again(self) -> None:
        words = self.search.text().casefold().split()
        key = self.list.key
        own = [row for row in map(_own_row, self._headers.values()) if _matches(row, words)]
        ready = [
            (kind, row)
            for kind, session in self._templates.values()
            if _matches(row := _template_row(session), words)
        ]
        self.list.rows.set_rows(_sections(own, ready, bool(words)))
        found = bool(own or ready)
        self.nothing.setVisible(not found and bool(words))
        self.nothing.setText(
            translate(
                "SessionsDialog",
                "No session is called \u201c{text}\u201d. Try a shorter word, or press New.",
            ).format(text=one_line(self.search.text(), 60))
        )
        if not (key and self.list.choose(key)):
            self.list.choose_first()

    def _choose_near(self, row: int) -> None:
        for number in (*range(row, self.list.rows.rowCount()), *range(row - 1, -1, -1)):
            if number >= 0 and self.list.rows.row_at(number).kind is RowKind.ENTRY:
                self.list.choose(self.list.rows.row_at(number).key)
                return

    def _session(self, key: str) -> Session | None:
        """The session of a row; None where it is gone or can't be read."""
        if key.startswith(TEMPLATE):
            return self._templates[key.removeprefix(TEMPLATE)][1]
        try:
            return self._load(key.removeprefix(OWN)) if key else None
        except (KeyError, KnownError):
            return None

    def _complete(self, row: Row) -> Row:
        session = self._session(row.key)
        if session is None:
            return replace(row, note=translate("SessionsDialog", "can't be read"))
        reading = read(session, self._library, self._settings)
        share = reading.balance.asymmetric_share
        minutes = translate("SessionsDialog", "{count} min").format(
            count=int(-(-reading.seconds // 60))
        )
        line = DOT.join(part for part in (row.line, minutes) if part)
        return replace(row, line=line, share=share, note=share_words(share))

    def _show_chosen(self, key: str) -> None:
        own = key.startswith(OWN)
        self.preview.show_session(self._session(key))
        self.enter.setEnabled(bool(key))
        self.double.setEnabled(own)
        self.remove.setEnabled(own)
        self.enter.setText(
            translate("SessionsDialog", "&Start from this")
            if key.startswith(TEMPLATE)
            else translate("SessionsDialog", "&Open")
        )

    def _open(self) -> None:
        key = self.list.key
        if key.startswith(OWN):
            self.opened.emit(key.removeprefix(OWN))
        elif key.startswith(TEMPLATE):
            self.started.emit(self._templates[key.removeprefix(TEMPLATE)][1])
        else:
            return
        self.accept()

    def _new(self) -> None:
        self.new_wanted.emit()
        self.accept()

    def _duplicate(self) -> None:
        if self.list.key.startswith(OWN):
            self.duplicated.emit(self.list.key.removeprefix(OWN))

    def _delete(self) -> None:
        if self.list.key.startswith(OWN):
            self.deleted.emit(self.list.key.removeprefix(OWN))


def _named(name: str) -> str:
    return one_line(name) or translate("SessionsDialog", "Session without a name")


def _own_row(header: SessionHeader) -> Row:
    return Row(RowKind.ENTRY, _named(header.name), day_words(header.date), key=OWN + header.id)


def _template_row(session: Session) -> Row:
    return Row(RowKind.ENTRY, _named(session.name), key=TEMPLATE + session.id)


def _matches(row: Row, words: Iterable[str]) -> bool:
    text = f"{row.title} {row.line}".casefold()
    return all(word in text for word in words)


def _sections(
    own: Sequence[Row], ready: Sequence[tuple[str, Row]], searching: bool
) -> Iterator[Row]:
    sessions = [row for kind, row in ready if kind != ROUTINE]
    routines = [row for kind, row in ready if kind == ROUTINE]
    if own or not searching:
        yield Row(RowKind.HEADING, translate("SessionsDialog", "Yours"), key="yours")
    yield from own
    if not own and not searching:
        hint = translate(
            "SessionsDialog", "Nothing of yours yet. Press New, or start from a session below."
        )
        yield Row(RowKind.HINT, hint, key="hint")
    if sessions:
        yield Row(RowKind.HEADING, translate("SessionsDialog", "Ready sessions"), key="ready")
        yield from sessions
    if routines:
        title = translate("SessionsDialog", "Prehab and reset routines")
        yield Row(RowKind.HEADING, title, key="routines")
        yield from routines
