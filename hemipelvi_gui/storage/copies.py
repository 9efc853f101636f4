"""Whole copies of the store: checked, on the disk, and then put in place in one step."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from hemipelvi_gui.storage.connection import copy_checked
from hemipelvi_gui.storage.files import sync_folder

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path


def save_copy(connection: sqlite3.Connection, path: Path, target: Path) -> None:
    """Write a checked copy of the store at `path` to `target`, replacing an older one.

    Raises StoreError where the store is damaged, and OSError or sqlite3.Error where the copy can't
    be written; an older copy stays as it was then.
    """
    part = target.with_name(f"{target.name}.part")
    try:
        part.unlink(missing_ok=True)
        copy_checked(connection, path, part)
        with part.open("rb+") as file:
            os.fsync(file.fileno())
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
    sync_folder(target.parent)
