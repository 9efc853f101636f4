"""Names and headers of the store's files, read without opening them as a database."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

NAME = "hemipelvi.sqlite"
LOCK_NAME = "hemipelvi.lock"
BACKUPS = "backups"

MAGIC = b"SQLite format 3\0"
HEADER_BYTES = 100
APPLICATION_ID = int.from_bytes(b"HEMI", "big")

# Raise it with each migration, and whenever a vocabulary of the domain gains a word that an older
# program could not read: then that program says so instead of calling the file damaged.
SCHEMA = 3


@dataclass(frozen=True)
class Header:
    """What the first 100 bytes of a SQLite file say: whose it is, and its schema."""

    application_id: int
    schema: int


def read_header(path: Path) -> Header | None:
    """The header of a SQLite file, None where it is no SQLite file. Raises OSError."""
    with path.open("rb") as file:
        start = file.read(HEADER_BYTES)
    if len(start) < HEADER_BYTES or not start.startswith(MAGIC):
        return None
    return Header(
        application_id=int.from_bytes(start[68:72], "big"),
        schema=int.from_bytes(start[60:64], "big", signed=True),
    )


def newest_backup(path: Path) -> Path | None:
    """The copy of the store at `path` that was written last, None where there is none."""
    copies = [
        *path.parent.glob(f"{path.name}.before-*[0-9]"),
        *(path.parent / BACKUPS).glob(f"{path.stem}-*{path.suffix}"),
    ]
    return max(copies, key=lambda copy: (copy.stat().st_mtime_ns, copy.name), default=None)


def sync_folder(folder: Path) -> None:
    """Make a new name in `folder` last through a power cut, where the system can."""
    if os.name == "nt":  # a folder cannot be opened there, and NTFS logs its names itself
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
