"""Which sessions use an exercise."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QObject, Signal

from hemipelvi_gui.domain.session import Session, items
from hemipelvi_gui.ui.days import full_day
from hemipelvi_gui.ui.wording import DOT

if TYPE_CHECKING:
    from hemipelvi_gui.domain.changes import Changes
    from hemipelvi_gui.ui.document import Document
    from hemipelvi_gui.ui.shelf import Shelf

translate = QCoreApplication.translate


class Uses(QObject):
    """Reads all sessions when it is first asked, and keeps up with changes. `changed` tells."""

    changed = Signal()

    def __init__(self, shelf: Shelf, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shelf, self._document = shelf, document
        self._sessions: dict[str, _Use] | None = None
        document.kept.connect(self._take)

    def of(self, exercise_id: str) -> list[tuple[str, str]]:
        """Id and name of each session that uses it, by name and day.

        Where names repeat, as in a plan, the day tells them apart.
        """
        if self._sessions is None:
            ids = [header.id for header in self._shelf.headers()]
            shown = self._document.session
            everything = {**self._shelf.sessions(ids), shown.id: shown}
            self._sessions = {each.id: _use(each) for each in everything.values()}
        found = [(key, each) for key, each in self._sessions.items() if exercise_id in each.used]
        found.sort(key=lambda row: (row[1].name.casefold(), row[1].day or date.min, row[0]))
        count = Counter(each.name for _, each in found)
        return [(key, _words(each, again=count[each.name] > 1)) for key, each in found]

    def _take(self, changes: Changes) -> None:
        if self._sessions is None or not changes.sessions:
            return
        for session_id, session in changes.sessions.items():
            if session is None:
                self._sessions.pop(session_id, None)
            else:
                self._sessions[session_id] = _use(session)
        self.changed.emit()


class _Use(NamedTuple):
    name: str
    day: date | None
    used: frozenset[str]


def _use(session: Session) -> _Use:
    used = frozenset(item.exercise for item in items(session))
    return _Use(session.name, session.date, used)


def _words(use: _Use, *, again: bool) -> str:
    if not again:
        return use.name
    day = translate("Library", "no date") if use.day is None else full_day(use.day)
    return f"{use.name}{DOT}{day}"
