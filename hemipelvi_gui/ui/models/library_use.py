"""Which sessions use an exercise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from hemipelvi_gui.domain.session import Session, items

if TYPE_CHECKING:
    from hemipelvi_gui.domain.changes import Changes
    from hemipelvi_gui.ui.document import Document
    from hemipelvi_gui.ui.shelf import Shelf


class Uses(QObject):
    """Reads all sessions when it is first asked, and keeps up with changes. `changed` tells."""

    changed = Signal()

    def __init__(self, shelf: Shelf, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shelf, self._document = shelf, document
        self._sessions: dict[str, tuple[str, frozenset[str]]] | None = None
        document.kept.connect(self._take)

    def of(self, exercise_id: str) -> list[tuple[str, str]]:
        """Id and name of each session that uses it, by name."""
        if self._sessions is None:
            ids = [header.id for header in self._shelf.headers()]
            shown = self._document.session
            everything = {**self._shelf.sessions(ids), shown.id: shown}
            self._sessions = {each.id: _row(each) for each in everything.values()}
        found = [
            (session_id, name)
            for session_id, (name, used) in self._sessions.items()
            if exercise_id in used
        ]
        return sorted(found, key=lambda row: (row[1].casefold(), row[0]))

    def _take(self, changes: Changes) -> None:
        if self._sessions is None or not changes.sessions:
            return
        for session_id, session in changes.sessions.items():
            if session is None:
                self._sessions.pop(session_id, None)
            else:
                self._sessions[session_id] = _row(session)
        self.changed.emit()


def _row(session: Session) -> tuple[str, frozenset[str]]:
    return session.name, frozenset(item.exercise for item in items(session))
