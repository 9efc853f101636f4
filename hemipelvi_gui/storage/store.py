"""The store: the only door to the runner's database."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cached_property
from typing import TYPE_CHECKING

import msgspec

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
from hemipelvi_gui.storage.rows import EXERCISES, PLANS, SESSIONS, UnreadableContentError, day_of

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from sqlite_utils import Database

    from hemipelvi_gui.domain.exercises import Exercise
    from hemipelvi_gui.domain.plan import Plan
    from hemipelvi_gui.domain.session import Session


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

    Each method that saves or deletes is one commit: when it returns, the change is on the disk;
    when it raises, nothing has changed. Any method may raise StoreError.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self._connection = connection
        self._sessions = Records(SESSIONS, connection)
        self._plans = Records(PLANS, connection)
        self._exercises = Records(EXERCISES, connection)

    def close(self) -> None:
        """End the connection. A second call does nothing."""
        self._connection.close()

    def headers(self) -> list[SessionHeader]:
        """All sessions, most recently saved first."""
        with self._reading():
            rows = self._connection.execute(
                "SELECT records.id, name, date, minutes, version, saved_at "
                "FROM records JOIN versions ON sequence = newest "
                "WHERE records.kind = ? AND NOT deleted ORDER BY newest DESC",
                (SESSIONS.name,),
            ).fetchall()
            return [
                SessionHeader(session_id, name, day_of(day), minutes, version, saved_at)
                for session_id, name, day, minutes, version, saved_at in rows
            ]

    def session(self, session_id: str) -> Session:
        """One session. Raises KeyError where there is none, or no longer."""
        with self._reading():
            return self._sessions.get(session_id)

    def sessions(self) -> list[Session]:
        """All sessions, most recently saved first."""
        with self._reading():
            return self._sessions.all()

    def sessions_between(self, first: date, last: date) -> list[Session]:
        """Sessions dated from `first` to `last`, both included, by date."""
        with self._reading():
            return self._sessions.between(first, last)

    def save_session(self, session: Session) -> Session:
        """Save a session as its next version and return it so numbered.

        `version` and `parent` are the store's: what the value says of them counts for nothing. A
        session that is as it was saved last is not saved again.
        """
        with self._writing() as now:
            return self._sessions.save(session, now)

    def delete_session(self, session_id: str) -> None:
        """Delete a session; its versions stay, and saving it again brings it back.

        Raises KeyError for one that was never saved.
        """
        with self._writing() as now:
            self._sessions.delete(session_id, now)

    def versions(self, session_id: str) -> list[SavedVersion]:
        """Every saved state of a session, deleted or not, oldest first."""
        with self._reading():
            return self._sessions.versions(session_id)

    def saved_version(self, session_id: str, version: int) -> Session:
        """A session as it once was. Raises KeyError where there is no such version."""
        with self._reading():
            return self._sessions.version(session_id, version)

    def plans(self) -> list[Plan]:
        """All plans, most recently saved first."""
        with self._reading():
            return self._plans.all()

    def save_plan(self, plan: Plan) -> Plan:
        """Like `save_session`."""
        with self._writing() as now:
            return self._plans.save(plan, now)

    def delete_plan(self, plan_id: str) -> None:
        """Like `delete_session`."""
        with self._writing() as now:
            self._plans.delete(plan_id, now)

    def exercises(self) -> list[Exercise]:
        """The runner's own exercises, most recently saved first."""
        with self._reading():
            return self._exercises.all()

    def save_exercise(self, exercise: Exercise) -> Exercise:
        """Like `save_session`."""
        with self._writing() as now:
            return self._exercises.save(exercise, now)

    def delete_exercise(self, exercise_id: str) -> None:
        """Like `delete_session`."""
        with self._writing() as now:
            self._exercises.delete(exercise_id, now)

    def save_all(
        self,
        sessions: Iterable[Session] = (),
        plans: Iterable[Plan] = (),
        exercises: Iterable[Exercise] = (),
    ) -> None:
        """Save all of these in one commit, or none of them."""
        with self._writing() as now:
            for exercise in exercises:
                self._exercises.save(exercise, now)
            for session in sessions:
                self._sessions.save(session, now)
            for plan in plans:
                self._plans.save(plan, now)

    def deleted(self) -> dict[str, int]:
        """Ids of deleted sessions, plans and exercises, each with the version of its deletion."""
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
