"""sqlite-utils, imported late and alone.

Importing it takes more than half as long as a bare window takes to appear, and only writing needs
it, so reading does without. It also imports numpy and pandas wherever they are installed, only to
know their number types, which doubles that; numpy comes with the charts. No such number is ever
stored here, so both are hidden from it while it is imported.
"""

from __future__ import annotations

import sys
from contextlib import contextmanager
from threading import get_ident
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Sequence
    from importlib.machinery import ModuleSpec
    from types import ModuleType

    from sqlite_utils import Database

HIDDEN = frozenset({"numpy", "pandas"})


class _Hiding:
    """Says that HIDDEN are not installed, to one thread only: others may import them meanwhile."""

    def __init__(self) -> None:
        self.thread = get_ident()

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Raise ModuleNotFoundError for a hidden module; None leaves it to the next finder."""
        if fullname in HIDDEN and get_ident() == self.thread:
            raise ModuleNotFoundError(fullname, name=fullname)
        return None


@contextmanager
def without_numbers() -> Iterator[None]:
    """Hide numpy and pandas from imports of this thread. One that is already there stays."""
    finder = _Hiding()
    sys.meta_path.insert(0, finder)
    try:
        yield
    finally:
        sys.meta_path.remove(finder)


def database(connection: sqlite3.Connection) -> Database:
    """The connection as a sqlite-utils database, for `atomic()` and migrations. Runs no plugins."""
    with without_numbers():
        from sqlite_utils import Database
    return Database(connection, recursive_triggers=False, execute_plugins=False)
