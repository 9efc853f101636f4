"""The store: the only door to the runner's database."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cached_property
from typing import TYPE_CHECKING

import msgspec

from hemipelvi_gui.domain.agenda import Agenda
from hemipelvi_gui.domain.changes import Changes
from hemipelvi_gui.domain.log import Log
from hemipelvi_gui.storage.connection import check, connect
from hemipelvi_gui.storage.copies import save_copy
from hemipelvi_gui.storage.faults import Fault, StoreError, known, refuse_read_only
from hemipelvi_gui.storage.files import (
    APPLICATION_ID,
    NAME,
    SCHEMA,
    Header,
    read_header,
)
from hemipelvi_gui.storage.library import database
from hemipelvi_gui.storage.records import Records, SavedVersion
from hemipelvi_gui.storage.rows import (
    CHECK_INS,
    DIARY,
    DONE_RUNS,
    EXERCISES,
    GYMS,
    HOME_TESTS,
    KNOWN_NAMES,
    PLANS,
    RUNS,
    SESSIONS,
    UnreadableContentError,
    Value,
    day_of,
)
from hemipelvi_gui.storage.uncollected import uncollected

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from sqlite_utils import Database

    from hemipelvi_gui.domain.diary import DoneSession
    from hemipelvi_gui.domain.exercises import Exercise
    from hemipelvi_gui.domain.gyms import Gym
    from hemipelvi_gui.domain.known_names import KnownName
    from hemipelvi_gui.domain.plan import Plan
    from hemipelvi_gui.domain.session import Session

HEADERS = """
    SELECT records.id, name, date, minutes, version, saved_at
    FROM records JOIN versions ON sequence = newest
    WHERE NOT deleted AND records.rowid IN (
        SELECT rowid FROM records WHERE kind = :kind AND plan = ''
        UNION SELECT rowid FROM records WHERE kind = :kind AND date IS NULL
    )
    ORDER BY newest DESC
"""


@dataclass(frozen=True)
class SessionHeader:
    """What a list of sessions shows. `minutes` is the time budget, `saved_at` ISO text in UTC."""

    id: str
    name: str
    date: date | None
    minutes: int | None
    version: int
    saved_at: str


class Store:
    """One connection to the database, for the thread that opened it.

    Each call that changes something is one commit: when it returns, the change is on the disk;
    when it raises, nothing has changed. Any method may raise StoreError.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self._connection = connection
        self._sessions = Records(SESSIONS, connection)
        self._plans = Records(PLANS, connection)
        self._exercises = Records(EXERCISES, connection)
        self._runs = Records(RUNS, connection)
        self._gyms = Records(GYMS, connection)
        self._diary = Records(DIARY, connection)
        self._done_runs = Records(DONE_RUNS, connection)
        self._check_ins = Records(CHECK_INS, connection)
        self._home_tests = Records(HOME_TESTS, connection)
        self._known_names = Records(KNOWN_NAMES, connection)

    def close(self) -> None:
        """End the connection. A second call does nothing."""
        self._connection.close()

    def headers(self) -> list[SessionHeader]:
        """Sessions that are found in no week of a plan, most recently saved first.

        These are all that have no plan, or a plan but no date yet.
        """
        with self._reading():
            rows = self._connection.execute(HEADERS, {"kind": SESSIONS.name}).fetchall()
            return [
                SessionHeader(session_id, name, day_of(day), minutes, version, saved_at)
                for session_id, name, day, minutes, version, saved_at in rows
            ]

    def newest_session(self) -> Session | None:
        """The session that was saved last, of a plan or not."""
        with self._reading():
            return self._sessions.newest()

    def session(self, session_id: str) -> Session:
        """One session. Raises KeyError where there is none, or no longer."""
        with self._reading():
            return self._sessions.get(session_id)

    def sessions(self) -> list[Session]:
        """All sessions, most recently saved first."""
        with self._reading():
            return self._sessions.all()

    def versions(self, session_id: str) -> list[SavedVersion]:
        """Every saved state of a session, deleted or not, oldest first."""
        with self._reading():
            return self._sessions.versions(session_id)

    def saved_version(self, session_id: str, version: int) -> Session:
        """A session as it once was. Raises KeyError where there is no such version."""
        with self._reading():
            return self._sessions.version(session_id, version)

    def agenda_between(self, first: date, last: date, besides: str = "") -> Agenda:
        """Everything dated from `first` to `last`, both included, by date; and all plans.

        `besides`: the sessions and runs of this plan are known, and left out.
        """
        with self._reading():
            return Agenda(
                _by_id(self._sessions.between(first, last, besides)),
                _by_id(self._runs.between(first, last, besides)),
                _by_id(self._plans.all()),
                _by_id(self._diary.between(first, last)),
            )

    def of_plan(self, plan_id: str) -> Agenda:
        """The sessions and runs of a plan, by date, also those without one; and all plans."""
        with self._reading():
            return Agenda(
                _by_id(self._sessions.in_plan(plan_id)),
                _by_id(self._runs.in_plan(plan_id)),
                _by_id(self._plans.all()),
            )

    def diary_between(self, first: date, last: date) -> list[DoneSession]:
        """What was done from `first` to `last`, both included, by date."""
        with self._reading():
            return self._diary.between(first, last)

    def log_between(self, first: date, last: date) -> Log:
        """Everything that was done from `first` to `last`, both included, by date."""
        with self._reading(), uncollected():
            return Log(
                _by_id(self._diary.between(first, last)),
                _by_id(self._done_runs.between(first, last)),
                _by_id(self._check_ins.between(first, last)),
                _by_id(self._home_tests.between(first, last)),
            )

    def plans(self) -> list[Plan]:
        """All plans, most recently saved first."""
        with self._reading():
            return self._plans.all()

    def gyms(self) -> list[Gym]:
        """All gyms, most recently saved first."""
        with self._reading():
            return self._gyms.all()

    def exercises(self) -> list[Exercise]:
        """The runner's own exercises, most recently saved first."""
        with self._reading():
            return self._exercises.all()

    def known_names(self) -> list[KnownName]:
        """What names of exercises in files mean to the runner."""
        with self._reading():
            return self._known_names.all()

    def present(self, like: Changes) -> Changes:
        """What is there now under the ids of these changes; None where nothing is."""
        with self._reading():
            return Changes(
                self._sessions.among(like.sessions),
                self._runs.among(like.runs),
                self._plans.among(like.plans),
                self._diary.among(like.diary),
                self._gyms.among(like.gyms),
                self._exercises.among(like.exercises),
                self._done_runs.among(like.done_runs),
                self._check_ins.among(like.check_ins),
                self._home_tests.among(like.home_tests),
                self._known_names.among(like.known_names),
            )

    def apply(self, changes: Changes) -> None:
        """Put all of it in place in one commit, or nothing of it.

        Each value is saved as the next version of its record, unless it is as it was saved last;
        its own `version` and `parent` count for nothing. None deletes: the versions stay, and
        saving again brings a record back. What is not there is not deleted.
        """
        with self._writing() as now:
            self._exercises.put(changes.exercises, now)
            self._gyms.put(changes.gyms, now)
            self._plans.put(changes.plans, now)
            self._runs.put(changes.runs, now)
            self._diary.put(changes.diary, now)
            self._done_runs.put(changes.done_runs, now)
            self._check_ins.put(changes.check_ins, now)
            self._home_tests.put(changes.home_tests, now)
            self._known_names.put(changes.known_names, now)
            self._sessions.put(changes.sessions, now)

    def deleted(self) -> dict[str, int]:
        """Ids of what was deleted, of any kind, each with the version of its deletion."""
        with self._reading():
            return dict(
                self._connection.execute(
                    "SELECT records.id, version FROM records JOIN versions ON sequence = newest "
                    "WHERE deleted ORDER BY newest"
                ).fetchall()
            )

    def settings(self) -> dict[str, object]:
        """Every setting that was ever saved, known to this version or not."""
        with self._reading():
            rows = self._connection.execute("SELECT key, value FROM settings").fetchall()
            return {key: msgspec.json.decode(value) for key, value in rows}

    def save_settings(self, settings: Mapping[str, object]) -> None:
        """Save these settings, which must be JSON values; others stay as they are."""
        rows = [(key, msgspec.json.encode(value).decode()) for key, value in settings.items()]
        with self._writing():
            for row in rows:
                self._connection.execute(
                    "INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) "
                    "DO UPDATE SET value = excluded.value WHERE value <> excluded.value",
                    row,
                )

    def copy_to(self, target: Path) -> None:
        """Write a checked copy of the whole store to a file, replacing it in one step."""
        with known(target):
            save_copy(self._connection, self.path, target)

    @cached_property
    def _database(self) -> Database:
        return database(self._connection)

    @contextmanager
    def _reading(self) -> Iterator[None]:
        try:
            with known(self.path):
                yield
        except (UnreadableContentError, msgspec.MsgspecError) as error:
            raise StoreError(Fault.DAMAGED, self.path) from error

    @contextmanager
    def _writing(self) -> Iterator[str]:
        """One transaction; yields the time to write beside each version."""
        with known(self.path), self._database.atomic():
            # A transaction that reads before it writes can't wait for another writer: SQLite says
            # "busy" at once. Writing nothing first takes the write lock, and waits for it.
            self._connection.execute("DELETE FROM settings WHERE 0")
            yield datetime.now(UTC).isoformat(timespec="seconds")


def open_store(folder: Path) -> Store:
    """Open the store in a data folder; the folder and the store are made where they are missing.

    Raises StoreError, and leaves the file as it is to the byte, where it is newer than this
    program, another program's, damaged, no database at all, empty, or can't be written.
    """
    path = folder / NAME
    with known(path):
        folder.mkdir(parents=True, exist_ok=True)
        if not path.exists():
            from hemipelvi_gui.storage.migrations import create

            create(path)
        header = _own_header(path)
        refuse_read_only(path)
        connection = connect(path)
        try:
            if header.schema < SCHEMA:
                from hemipelvi_gui.storage.migrations import upgrade

                upgrade(connection, path)
            check(connection, path)
        except BaseException:
            connection.close()
            raise
    return Store(path, connection)


def _by_id(values: Iterable[Value]) -> dict[str, Value]:
    return {each.id: each for each in values}


def _own_header(path: Path) -> Header:
    if path.stat().st_size == 0:
        raise StoreError(Fault.EMPTY, path)
    header = read_header(path)
    if header is None:
        raise StoreError(Fault.NOT_A_DATABASE, path)
    if header.application_id != APPLICATION_ID:
        raise StoreError(Fault.FOREIGN, path)
    if header.schema > SCHEMA:
        raise StoreError(Fault.NEWER, path)
    return header
