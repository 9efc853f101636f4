"""New, open, duplicate, delete, earlier versions: what is done with whole sessions."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from hemipelvi_gui.domain import edits
from hemipelvi_gui.ui.offers import ready_sessions
from hemipelvi_gui.ui.plain import one_line
from hemipelvi_gui.ui.shelf import fresh_session, renamed

if TYPE_CHECKING:
    from hemipelvi_gui.domain.session import Session
    from hemipelvi_gui.ui.desk import Desk

translate = QCoreApplication.translate


class SessionCommands(QObject):
    """Acts on the desk's document and shelf."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk

    def new(self) -> None:
        """Begin an empty session."""
        session = self._named(fresh_session())
        self._desk.document.add_session(translate("Sessions", "new session"), session)

    def start_from(self, template: Session) -> None:
        """Begin with a copy of a ready session."""
        copy = self._named(edits.copy(template, template.name))
        self._desk.document.add_session(
            translate("Sessions", "start {name}").format(name=one_line(template.name, 40)), copy
        )

    def open(self, session_id: str) -> None:
        """Show another session."""
        if session_id != self._desk.document.session.id:
            self._desk.document.open(self._desk.shelf.session(session_id))

    def browse(self) -> None:
        """List the sessions, ready ones among them."""
        from hemipelvi_gui.ui.dialogs.sessions_dialog import SessionsDialog

        ready = [("session", each) for each in ready_sessions("sessions")]
        ready += [("routine", each) for each in ready_sessions("routines")]
        dialog = SessionsDialog(
            self._desk.theme,
            self._desk.document.library,
            self._desk.shelf.headers(),
            ready,
            self._desk.shelf.session,
            self._desk.document.settings,
            self._desk.window,
        )
        dialog.opened.connect(self.open)
        dialog.started.connect(self.start_from)
        dialog.new_wanted.connect(self.new)
        dialog.duplicated.connect(self.duplicate)
        dialog.deleted.connect(self.delete)
        dialog.undo_wanted.connect(self._desk.document.undo_stack.undo)

        def list_again() -> None:
            dialog.refresh(self._desk.shelf.headers())

        # The window stays free meanwhile, so an undo there shows here too.
        self._desk.document.changed.connect(list_again)
        dialog.finished.connect(lambda _: self._desk.document.changed.disconnect(list_again))
        for signal in (dialog.duplicated, dialog.deleted):
            signal.connect(list_again)
        dialog.open()

    def duplicate(self, session_id: str = "") -> None:
        """A copy of a session, the shown one if none is named."""
        session = self._one(session_id)
        copy = self._named(edits.copy(session, session.name))
        copy = replace(copy, date=None)
        self._desk.document.add_session(
            translate("Sessions", "duplicate {name}").format(name=one_line(session.name, 40)), copy
        )

    def delete(self, session_id: str = "") -> None:
        """Delete a session, the shown one if none is named; undo brings it back."""
        session = self._one(session_id)
        name = one_line(session.name, 40)
        self._desk.document.delete_session(
            translate("Sessions", "delete {name}").format(name=name), session
        )
        self._desk.messages.say_undoable(
            translate("Sessions", "\u201c{name}\u201d is deleted.").format(name=name),
            self._desk.document.undo_stack,
        )

    def history(self) -> None:
        """Show earlier saved states of the shown session."""
        from hemipelvi_gui.ui.dialogs.history_dialog import HistoryDialog

        session_id = self._desk.document.session.id
        dialog = HistoryDialog(
            self._desk.theme,
            self._desk.document.library,
            self._desk.shelf.versions(session_id),
            lambda version: self._desk.shelf.saved_version(session_id, version),
            self._desk.document.settings,
            self._desk.window,
        )
        dialog.brought_back.connect(self._bring_back)
        dialog.open()

    def _bring_back(self, earlier: Session) -> None:
        self._desk.document.push(
            translate("Sessions", "bring back an earlier version"), lambda _: earlier
        )

    def _one(self, session_id: str) -> Session:
        shown = self._desk.document.session
        if not session_id or session_id == shown.id:
            return shown
        return self._desk.shelf.session(session_id)

    def _named(self, session: Session) -> Session:
        return renamed(session, (header.name for header in self._desk.shelf.headers()))
