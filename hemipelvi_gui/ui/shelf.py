"""The runner's records as the window sees them: what is in the file, and what is on its way there.

Reading goes through one store in the window's thread; writing through the saver. What was changed
in this run is laid over what is read, so that nothing is read back before it is written, and so
that the program also works where there is no file to write to.
"""

from __future__ import annotations

from dataclasses import asdict, fields, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from hemipelvi_gui.domain.agenda import Agenda, counted
from hemipelvi_gui.domain.balance import Line, balance
from hemipelvi_gui.domain.changes import Changes
from hemipelvi_gui.domain.plan import Week, week_of
from hemipelvi_gui.domain.session import Session, new_id
from hemipelvi_gui.storage import SavedVersion, SessionHeader, Store
from hemipelvi_gui.ui.overlay import newest, over

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from hemipelvi_gui.domain.check_ins import CheckIn, HomeTest
    from hemipelvi_gui.domain.diary import DoneSession
    from hemipelvi_gui.domain.done_runs import DoneRun
    from hemipelvi_gui.domain.exercises import Exercise
    from hemipelvi_gui.domain.gyms import Gym
    from hemipelvi_gui.domain.log import Log
    from hemipelvi_gui.domain.plan import Plan
    from hemipelvi_gui.domain.settings import Settings
    from hemipelvi_gui.ui.document import Document
    from hemipelvi_gui.ui.saver import Saver

translate = QCoreApplication.translate


def fresh_session() -> Session:
    """An empty session."""
    return Session(new_id(), translate("Sessions", "New session"))


class Shelf(QObject):
    """All records, by id."""

    def __init__(self, store: Store | None, saver: Saver, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store, self._saver = store, saver
        self._touched = Changes()
        self._week: tuple[tuple[object, ...], tuple[Line, ...]] | None = None
        self._stored_gyms: tuple[Gym, ...] | None = None
        self._document: Document | None = None

    def serve(self, document: Document) -> None:
        """Keep what the document changes."""
        self._document = document
        document.kept.connect(self._keep)
        document.changed.connect(self._remember_shown)
        document.when_gone(self._instead)
        document.ask_for_gyms(self.gyms)

    def headers(self) -> list[SessionHeader]:
        """Sessions that are found in no week of a plan, most recently changed first."""
        stored = [] if self._store is None else self._store.headers()
        kept = [header for header in stored if header.id not in self._touched.sessions]
        touched = [
            SessionHeader(each.id, each.name, each.date, each.minutes, each.version, "")
            for each in reversed(tuple(self._touched.sessions.values()))
            if each is not None and not (each.plan and each.date)
        ]
        return touched + kept

    def newest_session(self) -> Session | None:
        """The one that was changed last, of a plan or not."""
        return None if self._store is None else self._store.newest_session()

    def session(self, session_id: str) -> Session:
        """One session. Raises KeyError where there is none."""
        if session_id in self._touched.sessions:
            found = self._touched.sessions[session_id]
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
        touched: dict[str, object] = {}
        for each in fields(Changes):
            touched |= getattr(self._touched, each.name)
        gone = {each for each, kept in touched.items() if kept is None}
        return (stored | gone) - (touched.keys() - gone)

    def plans(self) -> list[Plan]:
        """All plans, archived ones among them, the most recently changed first."""
        stored = [] if self._store is None else self._store.plans()
        return list(reversed(tuple(over(self._touched.plans, reversed(stored)).values())))

    def gyms(self) -> list[Gym]:
        """The runner's own gyms, by name."""
        if self._stored_gyms is None:
            # Read once: menus and tooltips ask again and again, and all changes pass through here.
            self._stored_gyms = () if self._store is None else tuple(self._store.gyms())
        found = over(self._touched.gyms, self._stored_gyms).values()
        return sorted(found, key=lambda each: (each.name.casefold(), each.id))

    def at(self, wanted: Changes) -> Changes:
        """What is there now under the ids of some changes; None where there is nothing."""
        stored = Changes() if self._store is None else self._store.present(wanted)
        laid = {}
        for each in fields(Changes):
            here, touched = getattr(stored, each.name), getattr(self._touched, each.name)
            laid[each.name] = {
                key: touched[key] if key in touched else here.get(key)
                for key in getattr(wanted, each.name)
            }
        return Changes(**laid)

    def agenda(self, first: date, last: date, besides: str = "") -> Agenda:
        """Everything dated from `first` to `last`, both included, and all plans.

        `besides`: what of this plan is in the file is known, and left out.
        """
        store = self._store
        stored = Agenda() if store is None else store.agenda_between(first, last, besides)
        return self._laid_over(stored, Week(first, (last - first).days + 1), "")

    def of_plan(self, plan_id: str) -> Agenda:
        """Everything that belongs to a plan, and all plans."""
        stored = Agenda() if self._store is None else self._store.of_plan(plan_id)
        return self._laid_over(stored, None, plan_id)

    def diary(self, first: date, last: date) -> dict[str, DoneSession]:
        """What was done from `first` to `last`, both included, by id."""
        stored = [] if self._store is None else self._store.diary_between(first, last)
        return over(self._touched.diary, stored, lambda done: first <= done.date <= last)

    def log(self, first: date, last: date) -> Log:
        """Everything that was done from `first` to `last`, both included."""
        from hemipelvi_gui.domain.log import Log

        stored = Log() if self._store is None else self._store.log_between(first, last)
        touched = self._touched

        def fits(each: DoneSession | DoneRun | CheckIn | HomeTest) -> bool:
            return first <= each.date <= last

        return Log(
            over(touched.diary, stored.diary.values(), fits),
            over(touched.done_runs, stored.done_runs.values(), fits),
            over(touched.check_ins, stored.check_ins.values(), fits),
            over(touched.home_tests, stored.home_tests.values(), fits),
        )

    def known_names(self) -> dict[str, str]:
        """What names of exercises in files mean: ids of exercises by the key of a name."""
        stored = [] if self._store is None else self._store.known_names()
        found = over(self._touched.known_names, stored)
        return {key: each.exercise for key, each in found.items()}

    def _laid_over(self, stored: Agenda, days: Week | None, plan_id: str) -> Agenda:
        """With what was changed in this run, if it lies in these days or in this plan."""
        touched = self._touched
        plans = over(touched.plans, stored.plans.values())
        if days is None:
            sessions = over(touched.sessions, stored.sessions.values(), lambda s: s.plan == plan_id)
            runs = over(touched.runs, stored.runs.values(), lambda run: run.plan == plan_id)
            diary = over(touched.diary, stored.diary.values(), lambda _: False)
        else:
            sessions = over(touched.sessions, stored.sessions.values(), lambda s: s.date in days)
            runs = over(touched.runs, stored.runs.values(), lambda run: run.date in days)
            diary = over(touched.diary, stored.diary.values(), lambda done: done.date in days)
        dated = {key: each for key, each in sessions.items() if each.date is not None}
        return Agenda(dated, runs, plans, diary)

    def week_lines(
        self, session: Session, library: Mapping[str, Exercise], settings: Settings
    ) -> tuple[Line, ...]:
        """Balance lines of the other sessions dated in the same week as this one."""
        if session.date is None or session.skipped:
            return ()
        mass = settings.body_mass_kg
        key = (session.id, session.date, session.plan, mass)
        if self._week is None or self._week[0] != key:
            plan = next((each for each in self.plans() if each.id == session.plan), None)
            week = week_of(plan, session.date)
            there = counted(self.agenda(week.first, week.last), session.plan)
            others = [
                each
                for each in there.sessions.values()
                if each.id != session.id and not each.skipped
            ]
            sums = (balance(each, library, mass) for each in others)
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

    def _keep(self, changes: Changes) -> None:
        self._touched = newest(self._touched, changes)
        shown = None if self._week is None else self._week[0][0]
        only_shown = changes.sessions.keys() <= {shown}
        if changes.exercises or changes.plans or not only_shown:
            self._week = None
        self._saver.write(lambda store: store.apply(changes))

    def _instead(self, gone: str, beside: str) -> Session:
        """What to show when a session is gone: the one before, else the newest, else a new one."""
        candidates = [beside, *(header.id for header in self.headers())]
        for session_id in candidates:
            if session_id != gone and (found := self.sessions((session_id,))):
                return found[session_id]
        return fresh_session()


def renamed(session: Session, taken: Iterable[str]) -> Session:
    """The session under a name that is not taken: "Strength A 2"."""
    names = set(taken)
    if session.name not in names:
        return session
    number = 2
    while f"{session.name} {number}" in names:
        number += 1
    return replace(session, name=f"{session.name} {number}")
