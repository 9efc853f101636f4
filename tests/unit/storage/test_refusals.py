from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from hemipelvi_gui.domain.errors import KnownError
from hemipelvi_gui.storage import Fault, StoreError, open_store
from hemipelvi_gui.storage.files import APPLICATION_ID, NAME, SCHEMA
from tests.saving import saved
from tests.unit.storage.samples import fill

if TYPE_CHECKING:
    from pathlib import Path


def foreign(path: Path) -> None:
    with closing(sqlite3.connect(path)) as plain:
        plain.execute("CREATE TABLE records (kind, id)")


def foreign_with_an_id(path: Path) -> None:
    foreign(path)
    with closing(sqlite3.connect(path)) as plain:
        plain.execute("PRAGMA application_id = 252006674")


def newer(path: Path) -> None:
    own(path)
    with closing(sqlite3.connect(path)) as plain:
        plain.execute(f"PRAGMA user_version = {SCHEMA + 1}")


def without_a_table(path: Path) -> None:
    own(path)
    with closing(sqlite3.connect(path)) as plain:
        plain.execute("DROP TABLE settings")


def without_a_column(path: Path) -> None:
    own(path)
    with closing(sqlite3.connect(path)) as plain:
        plain.execute("ALTER TABLE records RENAME COLUMN name TO nome")


def only_our_name(path: Path) -> None:
    with closing(sqlite3.connect(path)) as plain:
        plain.execute(f"PRAGMA application_id = {APPLICATION_ID}")


def own(path: Path) -> None:
    with closing(open_store(path.parent)) as store:
        fill(store)


def cut_short(path: Path) -> None:
    own(path)
    path.write_bytes(path.read_bytes()[:-4096])


def only_the_header(path: Path) -> None:
    own(path)
    path.write_bytes(path.read_bytes()[:100])


def a_page_of_rubbish(path: Path) -> None:
    own(path)
    whole = path.read_bytes()
    path.write_bytes(whole[:8192] + b"\xff" * 4096 + whole[12288:])


def zero_bytes(path: Path) -> None:
    path.touch()


def text(path: Path) -> None:
    path.write_text("a shopping list" * 100)


def another_text(path: Path) -> None:
    path.write_text("milk")


REFUSED = {
    newer: Fault.NEWER,
    foreign: Fault.FOREIGN,
    foreign_with_an_id: Fault.FOREIGN,
    cut_short: Fault.DAMAGED,
    only_the_header: Fault.DAMAGED,
    a_page_of_rubbish: Fault.DAMAGED,
    without_a_table: Fault.DAMAGED,
    without_a_column: Fault.DAMAGED,
    zero_bytes: Fault.EMPTY,
    text: Fault.NOT_A_DATABASE,
    another_text: Fault.NOT_A_DATABASE,
}


@pytest.mark.parametrize("make", REFUSED, ids=lambda make: make.__name__)
def test_a_file_that_cannot_be_used_is_named_and_left_as_it_is(folder: Path, make: object) -> None:
    folder.mkdir()
    path = folder / NAME
    assert callable(make)
    make(path)
    before = path.read_bytes()
    with pytest.raises(StoreError) as refused:
        open_store(folder)
    assert refused.value.fault is REFUSED[make]
    assert str(path) in str(refused.value.message)
    assert str(refused.value.advice)
    assert isinstance(refused.value, KnownError)
    assert path.read_bytes() == before
    assert [each.name for each in folder.iterdir()] == [NAME]


def test_each_kind_of_trouble_has_words_of_its_own(tmp_path: Path) -> None:
    messages = {str(StoreError(fault, tmp_path / NAME, "because").message) for fault in Fault}
    assert len(messages) == len(Fault)
    assert not any("{" in message for message in messages)


def test_a_damaged_store_says_which_backup_is_newest(folder: Path) -> None:
    folder.mkdir()
    a_page_of_rubbish(folder / NAME)
    backups = folder / "backups"
    backups.mkdir()
    for day in ("2026-03-01", "2026-03-02"):
        (backups / f"hemipelvi-{day}.sqlite").write_bytes(b"")
    with pytest.raises(StoreError, match=r"hemipelvi-2026-03-02\.sqlite"):
        open_store(folder)


def test_content_that_was_changed_from_outside_is_damage(folder: Path) -> None:
    own(folder.joinpath(NAME))
    with closing(sqlite3.connect(folder / NAME)) as plain, plain:
        plain.execute("UPDATE versions SET content = replace(content, 'dead-bug', 'dead-cat')")
        plain.execute("UPDATE records SET date = 'soon' WHERE date IS NOT NULL")
    with closing(open_store(folder)) as store:
        for read in (store.sessions, store.headers):
            with pytest.raises(StoreError) as refused:
                read()
            assert refused.value.fault is Fault.DAMAGED


def test_a_file_where_the_folder_should_be_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "runner"
    folder.write_text("")
    with pytest.raises(StoreError) as refused:
        open_store(folder)
    assert refused.value.fault is Fault.UNREADABLE


def test_a_folder_where_the_file_should_be_is_refused(folder: Path) -> None:
    (folder / NAME).mkdir(parents=True)
    with pytest.raises(StoreError) as refused:
        open_store(folder)
    assert refused.value.fault is Fault.UNREADABLE


def test_a_store_that_was_taken_away_says_so_at_the_next_save(folder: Path) -> None:
    with closing(open_store(folder)) as store:
        (folder / NAME).rename(folder / "elsewhere.sqlite")
        with pytest.raises(StoreError) as refused:
            fill(store)
    assert refused.value.fault is Fault.UNREADABLE


def test_another_writer_that_does_not_finish_is_waited_for_and_then_named(
    folder: Path,
) -> None:
    with closing(open_store(folder)) as store, closing(sqlite3.connect(store.path)) as other:
        store._connection.execute("PRAGMA busy_timeout = 10")  # noqa: SLF001
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError) as refused:
            fill(store)
        assert refused.value.fault is Fault.BUSY
        other.rollback()
        fill(store)
        assert len(store.headers()) == 2


def test_a_database_that_may_not_grow_is_a_full_disk(folder: Path) -> None:
    with closing(open_store(folder)) as store:
        fill(store)
        before = store.sessions()
        store._connection.execute("PRAGMA max_page_count = 1").fetchall()  # noqa: SLF001
        with pytest.raises(StoreError) as refused:
            saved(store, replace(before[0], notes="n" * 50_000))
        assert refused.value.fault is Fault.FULL
        assert store.sessions() == before
