"""The schema, as the steps that made it. Each is a named function; all that are due are one commit.

To change the schema: add a function here, raise `files.SCHEMA`, commit a fixture file of the schema
before (tests/unit/storage/fixtures) and say in a test what has become of it.
"""

from __future__ import annotations

import os
import tempfile
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from hemipelvi_gui.storage.connection import check_whole, connect
from hemipelvi_gui.storage.copies import save_copy
from hemipelvi_gui.storage.faults import Fault, StoreError
from hemipelvi_gui.storage.files import APPLICATION_ID, SCHEMA, sync_folder
from hemipelvi_gui.storage.library import database, without_numbers
from hemipelvi_gui.storage.rows import UnreadableContentError, content_hash

with without_numbers():
    from sqlite_utils import Database, Migrations

if TYPE_CHECKING:
    import sqlite3

MIGRATIONS = Migrations("hemipelvi")


@MIGRATIONS()
def versions_records_and_settings(db: Database) -> None:
    """Schema 1. A record is what is there now; its versions are all it ever was.

    `kind` is session, plan or exercise. A version without content is a deletion. Nothing is ever
    taken out of `versions`, so `sequence` gives the order of all saves without a clock.
    """
    db.execute("""
        CREATE TABLE versions (
            sequence INTEGER PRIMARY KEY AUTOINCREMENT,
            kind TEXT NOT NULL,
            id TEXT NOT NULL,
            version INTEGER NOT NULL,
            parent INTEGER,
            hash TEXT,
            saved_at TEXT NOT NULL,
            content TEXT,
            UNIQUE (kind, id, version)
        ) STRICT
    """)
    db.execute("""
        CREATE TABLE records (
            kind TEXT NOT NULL,
            id TEXT NOT NULL,
            name TEXT NOT NULL,
            date TEXT,
            minutes INTEGER,
            deleted INTEGER NOT NULL DEFAULT 0,
            newest INTEGER NOT NULL UNIQUE REFERENCES versions (sequence),
            PRIMARY KEY (kind, id)
        ) STRICT
    """)
    db.execute("CREATE INDEX records_by_date ON records (kind, date)")
    db.execute("CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT")


@MIGRATIONS()
def plans_runs_gyms_and_diary(db: Database) -> None:
    """Schema 2. Kinds run, gym and diary; a record says its plan, as sessions now do themselves.

    A plan used to list its sessions. Of a session in several plans, the one saved last has it.
    """
    db.execute("ALTER TABLE records ADD COLUMN plan TEXT NOT NULL DEFAULT ''")
    for plan_id, content in db.execute("""
        SELECT records.id, content FROM records JOIN versions ON sequence = newest
        WHERE records.kind = 'plan' AND NOT deleted ORDER BY newest DESC
    """).fetchall():
        for session_id in msgspec.json.decode(content).get("sessions", ()):
            _give_a_plan(db, session_id, plan_id)
    db.execute("CREATE INDEX records_by_plan ON records (kind, plan, date)")
    db.execute("CREATE INDEX records_by_newest ON records (kind, newest) WHERE NOT deleted")


@MIGRATIONS()
def runs_and_check_ins_that_were_done(_: Database) -> None:
    """Schema 3. Kinds done-run, check-in, home-test and known-name, in the tables that there are.

    An older program knows none of them, and would leave them out of what it copies.
    """


def _give_a_plan(db: Database, session_id: str, plan_id: str) -> None:
    """Save a session's next version, with its plan; one that is gone or has one is left alone."""
    found = db.execute(
        """
        SELECT content, hash, version FROM records JOIN versions ON sequence = newest
        WHERE records.kind = 'session' AND records.id = ? AND plan = '' AND NOT deleted
        """,
        (session_id,),
    ).fetchall()
    for content, checksum, version in found:
        if content_hash(content) != checksum:
            raise UnreadableContentError(session_id)
        fields = msgspec.json.decode(content) | {"plan": plan_id}
        changed = msgspec.json.encode(fields, order="sorted").decode("utf-8")
        ((sequence,),) = db.execute(
            """
            INSERT INTO versions (kind, id, version, parent, hash, saved_at, content)
            VALUES ('session', ?, ?, ?, ?, ?, ?) RETURNING sequence
            """,
            (
                session_id,
                version + 1,
                version,
                content_hash(changed),
                datetime.now(UTC).isoformat(timespec="seconds"),
                changed,
            ),
        ).fetchall()
        db.execute(
            "UPDATE records SET plan = ?, newest = ? WHERE kind = 'session' AND id = ?",
            (plan_id, sequence, session_id),
        )


def create(path: Path) -> None:
    """Make a new store at `path`, whole or not at all; one that is there by now is left alone.

    It is made under another name first, so that a kill never leaves an empty file behind.
    """
    handle, name = tempfile.mkstemp(prefix=f"{path.stem}-", suffix=".new", dir=path.parent)
    os.close(handle)
    fresh = Path(name)
    try:
        with closing(connect(fresh)) as connection:
            _apply(connection, fresh, MIGRATIONS, SCHEMA)
        _put_in_place(fresh, path)
    finally:
        fresh.unlink(missing_ok=True)
    sync_folder(path.parent)


def upgrade(
    connection: sqlite3.Connection,
    path: Path,
    migrations: Migrations = MIGRATIONS,
    schema: int = SCHEMA,
) -> None:
    """Bring an older store to `schema`: checked and copied beside itself first, then one commit.

    Where a step fails nothing of any step is kept, and the error is raised: a StoreError where a
    record is damaged.
    """
    save_copy(connection, path, path.with_name(f"{path.name}.before-{schema}"))
    try:
        _apply(connection, path, migrations, schema)
    except (UnreadableContentError, msgspec.MsgspecError) as error:
        raise StoreError(Fault.DAMAGED, path) from error


def _apply(connection: sqlite3.Connection, path: Path, migrations: Migrations, schema: int) -> None:
    db = database(connection)
    with db.atomic():
        migrations.apply(db)
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        db.execute(f"PRAGMA user_version = {schema}")
        check_whole(connection, path)


def _put_in_place(fresh: Path, path: Path) -> None:
    try:
        path.hardlink_to(fresh)  # unlike a rename, this never replaces what another process made
    except FileExistsError:
        return
    except OSError:  # a file system without hard links
        if not path.exists():
            fresh.replace(path)
