"""Where an edit of a planned session goes: to this one, to those from here on, or to all.

The first edit goes to this one alone, and then it is asked whether the others want it too. The
answer holds until another session is shown.
"""

from __future__ import annotations

from enum import Enum
from functools import reduce
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from hemipelvi_gui.domain.agenda_edits import instances, spread
from hemipelvi_gui.domain.changes import Changes

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from hemipelvi_gui.domain.edits import Edit
    from hemipelvi_gui.domain.session import Session
    from hemipelvi_gui.ui.document import Document
    from hemipelvi_gui.ui.weeks import Weeks

translate = QCoreApplication.translate


class Reach(Enum):
    """How far an edit goes."""

    THIS = "this"
    FROM_HERE = "from here"
    ALL = "all"


class Instances(QObject):
    """Follows the shown session and the edits made to it. `changed`: the question is another."""

    changed = Signal()

    def __init__(self, document: Document, weeks: Weeks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document, self._weeks = document, weeks
        self._shown = document.session.id
        self._begun: Session = document.session
        self._made: list[Edit] = []
        self._index = document.undo_stack.index()
        self.reach = Reach.THIS
        document.when_pushed(self._others)
        document.pushed.connect(self._note)
        document.changed.connect(self._follow)
        document.undo_stack.indexChanged.connect(self._forget_undone)

    def of(self, reach: Reach) -> tuple[Session, ...]:
        """The sessions that an edit reaches, the shown one among them."""
        session = self._document.session
        if not session.plan or session.date is None or reach is Reach.THIS:
            return (session,)
        since: date | None = session.date if reach is Reach.FROM_HERE else None
        return instances(self._weeks.whole(session.plan), session, since)

    @property
    def asks(self) -> bool:
        """Whether something was changed here alone that others could take too."""
        return bool(self._made) and self.reach is Reach.THIS and len(self.of(Reach.ALL)) > 1

    def answer(self, reach: Reach) -> None:
        """Take the answer: what was changed here goes to the others too, as one step to undo."""
        made, self._made = self._made, []
        self.reach = reach
        others = [each for each in self.of(reach) if each.id != self._document.session.id]
        if made and others:
            now = self._document.session

            def every(session: Session) -> Session:
                return reduce(lambda so_far, edit: edit(so_far), made, session)

            # The shown one is among them as it is: its page stays in sight.
            before = {each.id: each for each in (now, *others)}
            after = {each.id: spread(self._begun, now, every, each) for each in others}
            after[now.id] = now
            name = translate("Instances", "change {count} sessions").format(count=len(others))
            self._document.replace(name, Changes(sessions=before), Changes(sessions=after))
        self._begun = self._document.session
        self.changed.emit()

    def _others(
        self, before: Session, after: Session, edit: Edit
    ) -> tuple[Mapping[str, Session], Mapping[str, Session]]:
        if before.id != after.id or self.reach is Reach.THIS:
            return {}, {}
        reached = {each.id: each for each in self.of(self.reach) if each.id != before.id}
        made = {key: spread(before, after, edit, each) for key, each in reached.items()}
        changed = {key: each for key, each in made.items() if each != reached[key]}
        return {key: reached[key] for key in changed}, changed

    def _note(self, edit: Edit) -> None:
        if self.reach is Reach.THIS and self._document.session.plan:
            self._made.append(edit)
            self._index = self._document.undo_stack.index()
            self.changed.emit()

    def _follow(self) -> None:
        session = self._document.session
        if session.id != self._shown:
            self._shown, self._begun = session.id, session
            self._made, self.reach = [], Reach.THIS
            self.changed.emit()

    def _forget_undone(self, index: int) -> None:
        """What is undone is not offered to the others any more."""
        if self._made and index < self._index:
            self._made, self._begun = [], self._document.session
            self.changed.emit()
