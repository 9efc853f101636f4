"""The runner's own store, only to read: the file and its folder stay as they are."""

from __future__ import annotations

import os
import shutil
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from hemipelvi_gui.cli.commands import NOBODY, Home
from hemipelvi_gui.domain.errors import KnownError
from hemipelvi_gui.domain.log import Log
from hemipelvi_gui.domain.settings import settings_from
from hemipelvi_gui.domain.text import translate
from hemipelvi_gui.exchange import shown
from hemipelvi_gui.paths import user_data
from hemipelvi_gui.storage import open_store
from hemipelvi_gui.storage.faults import known
from hemipelvi_gui.storage.files import NAME, SCHEMA, read_header

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from hemipelvi_gui.storage import Store


def own_log(folder: Path | None, first: date, last: date) -> tuple[Home, Log]:
    """The runner's own exercises and settings, and their log of these days, both included.

    Without a folder named it is the window's, and nothing where none was ever kept. Raises
    KnownError for a named one that holds nothing. Nothing is written.
    """
    path = store_in(user_data() if folder is None else folder, named=folder is not None)
    if path is None:
        return NOBODY, Log()
    with reading(path) as store:
        own = {each.id: each for each in store.exercises()}
        return Home(own, settings_from(store.settings())), store.log_between(first, last)


def store_in(folder: Path, *, named: bool) -> Path | None:
    """The store's file in this folder, None where there is none.

    Raises KnownError instead where the folder was `named`.
    """
    path = folder / NAME
    with known(path):
        if path.is_file():
            return path
    if not named:
        return None
    raise KnownError(
        translate("CommandLine", "{folder}: no Hemipelvi data here.", folder=shown(str(folder)))
    )


@contextmanager
def reading(path: Path) -> Iterator[Store]:
    """The store at `path`, open. Raises StoreError.

    Opening a store would bring an older file up to date, and wants to write. So an older one, or
    one that can't be written, is opened as a copy, which is thrown away.
    """
    if not _is_older(path) and _is_writable(path):
        with _opened(path.parent) as store:
            yield store
        return
    with TemporaryDirectory(prefix="hemipelvi-") as name:
        _copy(path, Path(name))
        with _opened(Path(name)) as store:
            yield store


@contextmanager
def _opened(folder: Path) -> Iterator[Store]:
    store = open_store(folder)
    try:
        yield store
    finally:
        store.close()


def _copy(path: Path, folder: Path) -> None:
    """The store and the journal beside it: what was cut short is undone in the copy."""
    with known(path):
        for each in (path, path.with_name(f"{NAME}-journal")):
            if each.is_file():
                shutil.copyfile(each, folder / each.name)


def _is_older(path: Path) -> bool:
    with known(path):
        header = read_header(path)
    return header is not None and header.schema < SCHEMA


def _is_writable(path: Path) -> bool:
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
