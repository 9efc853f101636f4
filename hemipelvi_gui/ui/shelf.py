"""The runner's sessions as the window sees them: what is in the file, and what is on its way there.

Reading goes through one store in the window's thread; writing through the saver. What was changed
in this run is kept here too, so that nothing is read back before it is written, and so that the
program also works where there is no file to write to.
"""

from __future__ import annotations

from dataclasses import asdict, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from hemipelvi_gui.domain.balance import Line, balance
from hemipelvi_gui.domain.session import Session, new_id
from hemipelvi_gui.storage import SavedVersion, SessionHeader, Store

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from hemipelvi_gui.domain.exercises import Exercise
    from hemipelvi_gui.domain.plan import Plan
    from hemipelvi_gui.domain.settings import Settings
    from hemipelvi_gui.ui.document import Document
    from hemipelvi_gui.ui.saver import Saver

translate = QCoreApplication.translate


def fresh_session() -> Session:
    """An empty session."""
    return Session(new_id(), translate("Sessions", "New session"))


def week_of(day: date) -> tuple[date, date]:
    """Monday and Sunday of the week of `day`."""
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=6)


class Shelf(QObject):
    """All sessions, by id."""

    def __init__(self, store: Store | None, saver: Saver, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store, self._saver = store, saver
        self._touched: dict[str, Session | None] = {}
        self._week: tuple[tuple[object, ...], tuple[Line, ...]] | None = None
        self._document: Document | None = None

    def serve(self, document: Document) -> None:
        """Keep what the document changes."""
        self._document = document
        document.stored.connect(self._keep)
        document.dropped.connect(self._drop)
        document.exercises_set.connect(self._keep_exercises)
        document.plan_stored.connect(self._keep_plan)
        document.plan_dropped.connect(self._drop_plan)
        document.changed.connect(self._remember_shown)
        document.when_gone(self._instead)

    def headers(self) -> list[SessionHeader]:
        """All sessions, most recently changed first."""
        stored = [] if self._store is None else self._store.headers()
        kept = [header for header in stored if header.id not in self._touched]
        touched = [
            SessionHeader(each.id, each.name, each.date, each.minutes, each.version, "")
            for each in reversed(self._touched.values())
            if each is not None
        ]
        return touched + kept

    def session(self, session_id: str) -> Session:
        """One session. Raises KeyError where there is none."""
        if session_id in self._touched:
            found = self._touched[session_id]
            if found is None:
                raise KeyError(session_id)
            return found
        if self._store is None:
            raise KeyError(session_id)
        return self._store.session(session_id)

    def sessions(self, ids: Iterable[str]) -> dict[str, Session]:
        """Those of these that are there."""
        found: dict[str, Session] = {}
        for session_id in ids:
            try:
                found[session_id] = self.session(session_id)
            except KeyError:
                continue
        return found

    def versions(self, session_id: str) -> list[SavedVersion]:
        """Every saved state of a session."""
        return [] if self._store is None else self._store.versions(session_id)

    def saved_version(self, session_id: str, version: int) -> Session:
        """One saved state. Raises KeyError where there is none."""
        if self._store is None:
            raise KeyError((session_id, version))
        return self._store.saved_version(session_id, version)

    def deleted(self) -> frozenset[str]:
        """Ids of what was deleted here."""
        stored = frozenset() if self._store is None else frozenset(self._store.deleted())
        gone = {each for each, session in self._touched.items() if session is None}
        return (stored | gone) - {each for each, kept in self._touched.items() if kept}

    def plans(self) -> list[Plan]:
        """All plans."""
        return [] if self._store is None else self._store.plans()

    def week_lines(
        self, session: Session, library: Mapping[str, Exercise], settings: Settings
    ) -> tuple[Line, ...]:
        """Balance lines of the other sessions dated in the same week as this one."""
        if session.date is None:
            return ()
        monday, sunday = week_of(session.date)
        mass = settings.body_mass_kg
        key = (session.id, monday, mass)
        if self._week is None or self._week[0] != key:
            others = self._between(monday, sunday)
            others.pop(session.id, None)
            sums = (balance(each, library, mass) for each in others.values())
            self._week = (key, tuple(line for each in sums for line in each.lines))
        return self._week[1]

    def save_settings(self, settings: Settings, extra: Mapping[str, object]) -> None:
        """Store the settings, and what else the window remembers."""
        values = {**asdict(settings), **extra}
        self._saver.write(lambda store: store.save_settings(values))

    def _remember_shown(self) -> None:
        """Note at once which session is on the screen: a start after a crash shows it again."""
        document = self._document
        if document is not None and document.session.id != document.settings.last_session:
            document.settings = replace(document.settings, last_session=document.session.id)
            self.save_settings(document.settings, {})

    def _between(self, first: date, last: date) -> dict[str, Session]:
        stored = [] if self._store is None else self._store.sessions_between(first, last)
        found = {each.id: each for each in stored if each.id not in self._touched}
        for session_id, each in self._touched.items():
            if each is not None and each.date is not None and first <= each.date <= last:
                found[session_id] = each
        return found

    def _keep(self, session: Session) -> None:
        self._touched.pop(session.id, None)
        self._touched[session.id] = session
        self._forget_week(session.id)
        self._saver.write(lambda store: store.save_session(session))

    def _drop(self, session_id: str) -> None:
        self._touched[session_id] = None
        self._forget_week(session_id)
        self._saver.write(lambda store: _delete(store, session_id))

    def _keep_exercises(self, exercises: Mapping[str, Exercise | None]) -> None:
        self._week = None
        # In one go: an imported list has hundreds.
        self._saver.write(lambda store: _set_exercises(store, exercises))

    def _keep_plan(self, plan: Plan) -> None:
        self._saver.write(lambda store: store.save_plan(plan))

    def _drop_plan(self, plan_id: str) -> None:
        self._saver.write(lambda store: store.delete_plan(plan_id))

    def _forget_week(self, session_id: str) -> None:
        if self._week is not None and self._week[0][0] != session_id:
            self._week = None

    def _instead(self, gone: str, beside: str) -> Session:
        """What to show when a session is gone: the one before, else the newest, else a new one."""
        candidates = [beside, *(header.id for header in self.headers())]
        for session_id in candidates:
            if session_id != gone and (found := self.sessions((session_id,))):
                return found[session_id]
        return fresh_session()


def _set_exercises(store: Store, exercises: Mapping[str, Exercise | None]) -> None:
    kept = [each for each in exercises.values() if each is not None]
    if kept:
        store.save_all(exercises=kept)
    for exercise_id, exercise in exercises.items():
        if exercise is None:
            store.delete_exercise(exercise_id)


def _delete(store: Store, session_id: str) -> None:
    try:
        store.delete_session(session_id)
    except KeyError:
        return  # begun and taken back before it was ever written


def renamed(session: Session, taken: Iterable[str]) -> Session:
    """The session under a name that is not taken: "Strength A 2"."""
    names = set(taken)
    if session.name not in names:
        return session
    number = 2
    while f"{session.name} {number}" in names:
        number += 1
    return replace(session, name=f"{session.name} {number}")
