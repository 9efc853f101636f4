"""What can be put on a day: a run, one's own sessions, ready ones, rest."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QMenu, QWidget

from hemipelvi_gui.sheets.words import title
from hemipelvi_gui.ui.offers import ready_sessions
from hemipelvi_gui.ui.plain import menu_text
from hemipelvi_gui.ui.shelf import fresh_session
from hemipelvi_gui.ui.week.day_column import whole_day

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from hemipelvi_gui.domain.session import Session
    from hemipelvi_gui.ui.plan_commands import PlanCommands
    from hemipelvi_gui.ui.shelf import Shelf
    from hemipelvi_gui.ui.week.board_edits import BoardEdits

translate = QCoreApplication.translate
MOST_OWN = 12


class AddMenu(QMenu):
    """For one day. `added` carries the ids that came, `made` the id of a new, empty session."""

    typing_asked = Signal(object)
    added = Signal(object)
    made = Signal(str)

    def __init__(self, plans: PlanCommands, edits: BoardEdits, day: date, parent: QWidget) -> None:
        super().__init__(parent)
        self._plans, self._edits, self._day = plans, edits, day
        self.setAccessibleName(translate("Week", "Add to {day}").format(day=whole_day(day)))
        self._act(translate("Week", "Type a run\u2026"), lambda: self.typing_asked.emit(day))
        self._act(translate("Week", "Rest"), lambda: self.added.emit(edits.add_rest(day)))
        self.addSeparator()
        for session in self._of_plan():
            self._offer(self, session)
        own = self._shelf.headers()[:MOST_OWN]
        if own:
            menu = self.addMenu(translate("Week", "My sessions"))
            for header in own:
                add = partial(self._add_by_id, header.id)
                menu.addAction(menu_text(header.name)).triggered.connect(lambda _on, add=add: add())
        for words, kind in (
            (translate("Week", "Ready sessions"), "sessions"),
            (translate("Week", "Ready routines"), "routines"),
        ):
            menu = self.addMenu(words)
            menu.aboutToShow.connect(partial(self._fill_ready, menu, kind))
        self.addSeparator()
        self._act(translate("Week", "New session"), self._make)

    @property
    def _shelf(self) -> Shelf:
        return self._plans.desk.shelf

    def _act(self, words: str, do: Callable[[], object]) -> None:
        self.addAction(words).triggered.connect(lambda _on=False: do())

    def _of_plan(self) -> Iterable[Session]:
        """One of each session that the shown plan has, the latest by date."""
        weeks = self._plans.weeks
        plan = weeks.plan
        found: dict[str, Session] = {}
        if plan is not None:
            dated = (each for each in weeks.agenda.sessions.values() if each.plan == plan.id)
            for session in sorted(dated, key=lambda each: str(each.date)):
                found[session.template or session.id] = session
        return sorted(found.values(), key=lambda each: each.name.casefold())[:MOST_OWN]

    def _fill_ready(self, menu: QMenu, kind: str) -> None:
        if not menu.isEmpty():
            return
        for session in ready_sessions(kind):
            self._offer(menu, session)

    def _offer(self, menu: QMenu, session: Session) -> None:
        action = menu.addAction(menu_text(title(session)))
        action.triggered.connect(lambda _on=False: self._add(session))

    def _add_by_id(self, session_id: str) -> None:
        self._add(self._shelf.session(session_id))

    def _add(self, session: Session) -> None:
        self.added.emit(self._edits.add_session(session, self._day))

    def _make(self) -> None:
        added = self._edits.add_session(fresh_session(), self._day)
        self.added.emit(added)
        for each in added:
            self.made.emit(each)
