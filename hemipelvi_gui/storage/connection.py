"""Connections to the store: how they are set up, and the check that the file is sound."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING
from urllib.parse import quote

from hemipelvi_gui.storage.faults import Fault, StoreError

if TYPE_CHECKING:
    from pathlib import Path

WAIT_S = 5.0
COLUMNS = {
    "records": "kind, id, name, date, minutes, plan, deleted, newest",
    "versions": "sequence, kind, id, version, parent, hash, saved_at, content",
    "settings": "key, value",
}
# A quick check reads the whole file, about 0.4 ms a megabyte once it is cached. A larger file is
# left to the check that each backup makes, away from start-up, which years of use must not slow.
CHECKED_BYTES = 1_000_000


def connect(path: Path) -> sqlite3.Connection:
    """A connection to a file that is there, set up so that a commit outlives a power cut.

    Raises sqlite3.Error. The file is not written, unless to undo a commit that was cut short.
    """
    place = path.absolute().as_posix()
    uri = f"file://{'' if place.startswith('/') else '/'}{quote(place)}?mode=rw"
    connection = sqlite3.connect(uri, uri=True, timeout=WAIT_S)
    try:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = EXTRA")
        # A WAL is lost with its shared memory, and can't be read from a read-only medium.
        connection.execute("PRAGMA journal_mode = DELETE").fetchall()
    except BaseException:
        connection.close()
        raise
    return connection


def check(connection: sqlite3.Connection, path: Path) -> None:
    """Raise StoreError where the file is cut short or a page of it is damaged."""
    if path.stat().st_size <= CHECKED_BYTES:
        _require(connection.execute("PRAGMA quick_check(1)").fetchall() == [("ok",)], path)
    for table, columns in COLUMNS.items():
        try:
            connection.execute(f"SELECT {columns} FROM {table} LIMIT 0").fetchall()
        except sqlite3.OperationalError as error:
            _require(error.sqlite_errorcode != sqlite3.SQLITE_ERROR, path)  # no such column
            raise


def check_whole(connection: sqlite3.Connection, path: Path) -> None:
    """Raise StoreError unless every page, index and reference in the file is right."""
    _require(connection.execute("PRAGMA integrity_check(1)").fetchall() == [("ok",)], path)
    _require(not connection.execute("PRAGMA foreign_key_check").fetchall(), path)


def copy_checked(connection: sqlite3.Connection, path: Path, target: Path) -> None:
    """Copy the database at `path` to the file `target` and check the copy.

    Raises StoreError where the original is damaged, sqlite3.Error where the copy can't be written.
    """
    with closing(sqlite3.connect(target)) as copy:
        connection.backup(copy)
        check_whole(copy, path)


def _require(sound: bool, path: Path) -> None:
    if not sound:
        raise StoreError(Fault.DAMAGED, path)
