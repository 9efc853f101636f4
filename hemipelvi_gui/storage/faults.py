"""What can go wrong with the store through no fault of the program, in words."""

from __future__ import annotations

import errno
import os
import sqlite3
from contextlib import contextmanager, suppress
from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING

from hemipelvi_gui.domain.errors import KnownError
from hemipelvi_gui.domain.text import translate
from hemipelvi_gui.storage.files import newest_backup

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class Fault(StrEnum):
    """Kinds of trouble."""

    NEWER = "newer"
    FOREIGN = "foreign"
    DAMAGED = "damaged"
    NOT_A_DATABASE = "not a database"
    EMPTY = "empty"
    READ_ONLY = "read-only"
    FULL = "full"
    BUSY = "busy"
    UNREADABLE = "unreadable"


WORDS = {
    Fault.NEWER: (
        translate("Storage", "{file} was made by a newer Hemipelvi. Nothing in it was changed."),
        translate("Storage", "Install the newer version, or use another data folder."),
    ),
    Fault.FOREIGN: (
        translate("Storage", "{file} belongs to another program. Nothing in it was changed."),
        translate("Storage", "Move it out of {folder}, or use another data folder."),
    ),
    Fault.DAMAGED: (
        translate("Storage", "{file} is damaged. Nothing in it was changed."),
        translate(
            "Storage",
            "There is no backup of it. Keep a copy of the file, move it out of {folder} and start "
            "again.",
        ),
    ),
    Fault.NOT_A_DATABASE: (
        translate("Storage", "{file} is not a database. Nothing in it was changed."),
        translate("Storage", "Move it out of {folder}, or use another data folder."),
    ),
    Fault.EMPTY: (
        translate("Storage", "{file} is empty: it holds not a single byte. It was left as it is."),
        translate("Storage", "Move it out of {folder} and start again."),
    ),
    Fault.READ_ONLY: (
        translate("Storage", "{file} can't be written: it, or its folder, is read-only."),
        translate(
            "Storage",
            "What was saved before is safe. Allow writing in {folder}, or use another data folder.",
        ),
    ),
    Fault.FULL: (
        translate("Storage", "The disk with {file} is full."),
        translate("Storage", "What was saved before is safe. Make room and try again."),
    ),
    Fault.BUSY: (
        translate("Storage", "Another program is writing to {file}."),
        translate("Storage", "What was saved before is safe. Close that program and try again."),
    ),
    Fault.UNREADABLE: (
        translate("Storage", "{file} can't be used: {reason}."),
        translate("Storage", "Check that {folder} is there and that you may use it."),
    ),
}
FROM_BACKUP = translate(
    "Storage",
    "Keep a copy of the file, then put the newest backup, {backup}, in its place.",
)

NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
NO_LEAVE = frozenset({errno.EROFS, errno.EACCES, errno.EPERM})
SQLITE_FAULTS = {
    sqlite3.SQLITE_BUSY: Fault.BUSY,
    sqlite3.SQLITE_LOCKED: Fault.BUSY,
    sqlite3.SQLITE_CORRUPT: Fault.DAMAGED,
    sqlite3.SQLITE_NOTADB: Fault.DAMAGED,
    sqlite3.SQLITE_FULL: Fault.FULL,
    sqlite3.SQLITE_PERM: Fault.READ_ONLY,
    sqlite3.SQLITE_READONLY: Fault.READ_ONLY,
    sqlite3.SQLITE_CANTOPEN: Fault.UNREADABLE,
    sqlite3.SQLITE_IOERR: Fault.UNREADABLE,
}


class StoreError(KnownError):
    """The store can't be opened, read or written. `fault` says which kind of trouble it is."""

    def __init__(self, fault: Fault, path: Path, reason: str = "") -> None:
        self.fault, self.path = fault, path
        message, advice = WORDS[fault]
        backup = None
        if fault is Fault.DAMAGED:
            with suppress(OSError):
                backup = newest_backup(path)
        if backup is not None:
            advice = FROM_BACKUP
        args: dict[str, object] = {
            "file": str(path),
            "folder": str(path.parent),
            "reason": reason,
            "backup": str(backup),
        }
        super().__init__(replace(message, args=args), replace(advice, args=args))


@contextmanager
def known(path: Path) -> Iterator[None]:
    """Turn the world's faults about `path` into StoreErrors; bugs pass through as they are."""
    try:
        yield
    except sqlite3.Error as error:
        fault = _sqlite_fault(error, path)
        if fault is None:
            raise
        raise StoreError(fault, path, str(error)) from error
    except UnicodeDecodeError as error:  # SQLite quotes damaged text when it tells of it
        raise StoreError(Fault.DAMAGED, path) from error
    except OSError as error:
        fault = _system_fault(error, path)
        raise StoreError(fault, path, error.strerror or str(error)) from error


def _sqlite_fault(error: sqlite3.Error, path: Path) -> Fault | None:
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:  # raised by the driver: text that is no UTF-8, or else a bug
        return Fault.DAMAGED if isinstance(error, sqlite3.OperationalError) else None
    if code == sqlite3.SQLITE_READONLY_DBMOVED:
        return Fault.UNREADABLE
    fault = SQLITE_FAULTS.get(code & 0xFF)
    # A journal that can't be made beside a readable file is how a read-only folder shows.
    if fault is Fault.UNREADABLE and not _writable(path):
        return Fault.READ_ONLY
    return fault


def _system_fault(error: OSError, path: Path) -> Fault:
    if error.errno in NO_ROOM:
        return Fault.FULL
    hidden = os.access(path, os.F_OK) and not os.access(path, os.R_OK)
    return Fault.READ_ONLY if error.errno in NO_LEAVE and not hidden else Fault.UNREADABLE


def refuse_read_only(path: Path) -> None:
    """Raise StoreError where the file or its folder can't be written."""
    if not _writable(path):
        raise StoreError(Fault.READ_ONLY, path)


def _writable(path: Path) -> bool:
    """Whether what is there can be written. What is missing is another fault."""
    return all(os.access(each, os.W_OK) for each in (path.parent, path) if os.access(each, os.F_OK))
