"""Every session that can be logged on a day: the week's, the one on Build, own and ready ones."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QMenu, QWidget

from hemipelvi_gui.sheets.words import title
from hemipelvi_gui.ui.days import short_day
from hemipelvi_gui.ui.offers import ready_sessions
from hemipelvi_gui.ui.plain import menu_text
from hemipelvi_gui.ui.shelf import fresh_session

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hemipelvi_gui.domain.session import Session
    from hemipelvi_gui.ui.desk import Desk

translate = QCoreApplication.translate
MOST_OWN = 15


class SessionMenu(QMenu):
    """`picked(session, planned)`; `planned`: it is one of the runner's own."""

    picked = Signal(object, bool)

    def __init__(self, desk: Desk, in_week: Sequence[Session], parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setAccessibleName(translate("Log", "Another session"))
        for session in in_week:
            words = title(session)
            if session.date is not None:
                words = translate("Log", "{name}, planned for {day}").format(
                    name=words, day=short_day(session.date)
                )
            self._offer(self, session, words, planned=True)
        self.addSeparator()
        shown, there = desk.document.session, {each.id for each in in_week}
        if shown.blocks and shown.id not in there:
            words = translate("Log", "On the Build page: {name}").format(name=title(shown))
            self._offer(self, shown, words, planned=True)
        listed = {shown.id, *there}
        own = [each for each in desk.shelf.headers() if each.id not in listed][:MOST_OWN]
        if own:
            menu = self.addMenu(translate("Log", "My sessions"))
            for header in own:
                action = menu.addAction(menu_text(header.name))
                action.triggered.connect(partial(self._pick_own, header.id))
        for words, kind in (
            (translate("Log", "Ready sessions"), "sessions"),
            (translate("Log", "Ready routines"), "routines"),
        ):
            menu = self.addMenu(words)
            menu.aboutToShow.connect(partial(self._fill_ready, menu, kind))
        self.addSeparator()
        empty = self.addAction(translate("Log", "An empty session"))
        empty.triggered.connect(self._pick_empty)

    def _fill_ready(self, menu: QMenu, kind: str) -> None:
        if menu.isEmpty():
            for session in ready_sessions(kind):
                self._offer(menu, session, title(session), planned=False)

    def _offer(self, menu: QMenu, session: Session, words: str, *, planned: bool) -> None:
        action = menu.addAction(menu_text(words))
        action.triggered.connect(lambda _on=False: self.picked.emit(session, planned))

    def _pick_own(self, session_id: str, _on: bool = False) -> None:
        self.picked.emit(self._desk.shelf.session(session_id), True)

    def _pick_empty(self, _on: bool = False) -> None:
        name = translate("Log", "Session without a plan")
        self.picked.emit(replace(fresh_session(), name=name), False)
