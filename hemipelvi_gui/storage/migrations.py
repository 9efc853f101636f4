"""The schema, as the steps that made it. Each is a named function; all that are due are one commit.

To change the schema: add a function here, raise `files.SCHEMA`, commit a fixture file of the schema
before (tests/unit/storage/fixtures) and say in a test what has become of it.
"""

from __future__ import annotations

import os
import tempfile
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from hemipelvi_gui.storage.connection import check_whole, connect
from hemipelvi_gui.storage.copies import save_copy
from hemipelvi_gui.storage.files import APPLICATION_ID, SCHEMA, sync_folder
from hemipelvi_gui.storage.library import database, without_numbers

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

    Where a step fails nothing of any step is kept, and the error is raised.
    """
    save_copy(connection, path, path.with_name(f"{path.name}.before-{schema}"))
    _apply(connection, path, migrations, schema)


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
