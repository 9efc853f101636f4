from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database, Migrations

from hemipelvi_gui.storage import Fault, StoreError, open_store
from hemipelvi_gui.storage.connection import connect
from hemipelvi_gui.storage.files import APPLICATION_ID, NAME, SCHEMA, read_header
from hemipelvi_gui.storage.migrations import (
    MIGRATIONS,
    create,
    upgrade,
    versions_records_and_settings,
)
from tests.unit.storage.samples import (
    BLOCK_ONE,
    GONE,
    HILL_LEGS,
    SETTINGS,
    STAIR_LUNGE,
    TRAVEL,
    TRAVEL_AGAIN,
)

FIXTURES = Path(__file__).with_name("fixtures")


def later() -> Migrations:
    """The first migration and two that a later program may have; the last one fails."""
    migrations = Migrations("hemipelvi")
    migrations()(versions_records_and_settings)

    @migrations()
    def weather(db: Database) -> None:
        db.execute("ALTER TABLE records ADD COLUMN weather TEXT")
        db.execute("UPDATE records SET weather = 'rain'")

    @migrations()
    def mistake(db: Database) -> None:
        db.execute("DELETE FROM settings")
        raise ZeroDivisionError

    return migrations


@pytest.fixture
def old(folder: Path) -> Path:
    folder.mkdir()
    return Path(shutil.copy(FIXTURES / "schema-1.sqlite", folder / NAME))


def schema_of(path: Path) -> set[tuple[str, str]]:
    with closing(sqlite3.connect(path)) as plain:
        return set(plain.execute("SELECT name, sql FROM sqlite_schema").fetchall())


def content_of(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as plain:
        return list(plain.iterdump())


def test_every_schema_has_a_migration_and_a_fixture() -> None:
    names = {f"schema-{number}.sqlite" for number in range(1, SCHEMA + 1)}
    assert {each.name for each in FIXTURES.iterdir()} == names
    with closing(sqlite3.connect(":memory:")) as memory:
        assert len(MIGRATIONS.pending(Database(memory))) == SCHEMA


@pytest.mark.parametrize("number", range(1, SCHEMA + 1))
def test_a_store_of_any_schema_opens_with_all_it_held(folder: Path, number: int) -> None:
    folder.mkdir()
    shutil.copy(FIXTURES / f"schema-{number}.sqlite", folder / NAME)
    with closing(open_store(folder)) as store:
        assert [each.name for each in store.headers()] == [TRAVEL_AGAIN.name, HILL_LEGS.name]
        assert store.session(HILL_LEGS.id) == HILL_LEGS
        assert store.session(TRAVEL.id).version == 2
        assert store.saved_version(TRAVEL.id, 1) == TRAVEL
        assert store.deleted() == {GONE.id: 2}
        assert store.saved_version(GONE.id, 1) == GONE
        assert store.plans() == [BLOCK_ONE]
        assert store.exercises() == [STAIR_LUNGE]
        assert store.settings() == SETTINGS


@pytest.mark.parametrize("number", range(1, SCHEMA + 1))
def test_an_old_store_becomes_just_like_a_new_one(tmp_path: Path, number: int) -> None:
    for name in ("old", "new"):
        (tmp_path / name).mkdir()
    shutil.copy(FIXTURES / f"schema-{number}.sqlite", tmp_path / "old" / NAME)
    for name in ("old", "new"):
        open_store(tmp_path / name).close()
    assert schema_of(tmp_path / "old" / NAME) == schema_of(tmp_path / "new" / NAME)


def test_opening_a_store_of_today_does_not_write_to_it(old: Path) -> None:
    before = old.read_bytes()
    open_store(old.parent).close()
    assert old.read_bytes() == before
    assert [each.name for each in old.parent.iterdir()] == [NAME]


def test_a_step_that_fails_takes_back_all_steps(old: Path) -> None:
    before = content_of(old)
    with closing(connect(old)) as connection, pytest.raises(ZeroDivisionError):
        upgrade(connection, old, later(), 3)
    assert content_of(old) == before
    assert read_header(old) == read_header(FIXTURES / "schema-1.sqlite")
    with closing(open_store(old.parent)) as store:
        assert store.session(HILL_LEGS.id) == HILL_LEGS


def test_the_store_is_copied_before_it_is_changed(old: Path) -> None:
    before = content_of(old)
    with closing(connect(old)) as connection:
        migrations = later()
        migrations._migrations.pop()  # noqa: SLF001
        upgrade(connection, old, migrations, 2)
    backup = old.with_name(f"{NAME}.before-2")
    assert content_of(backup) == before
    assert content_of(old) != before
    header = read_header(old)
    assert header is not None
    assert (header.application_id, header.schema) == (APPLICATION_ID, 2)
    assert {each.name for each in old.parent.iterdir()} == {NAME, backup.name}


def test_a_step_that_leaves_dangling_references_is_taken_back(old: Path) -> None:
    before = content_of(old)
    migrations = Migrations("hemipelvi")
    migrations()(versions_records_and_settings)

    @migrations()
    def careless(db: Database) -> None:
        db.execute("PRAGMA defer_foreign_keys = ON")
        db.execute("DELETE FROM versions")

    with closing(connect(old)) as connection, pytest.raises(StoreError):
        upgrade(connection, old, migrations, 2)
    assert content_of(old) == before


def test_a_damaged_store_is_not_migrated(old: Path) -> None:
    whole = old.read_bytes()
    damaged = whole[:8192] + b"\xff" * 4096 + whole[12288:]
    old.write_bytes(damaged)
    with closing(connect(old)) as connection, pytest.raises(StoreError) as refused:
        upgrade(connection, old, later(), 3)
    assert refused.value.fault is Fault.DAMAGED
    assert old.read_bytes() == damaged
    assert [each.name for each in old.parent.iterdir()] == [NAME]


def test_a_store_that_another_process_made_meanwhile_is_kept(old: Path) -> None:
    before = old.read_bytes()
    create(old)
    assert old.read_bytes() == before
    assert [each.name for each in old.parent.iterdir()] == [NAME]


def test_a_store_is_made_where_there_are_no_hard_links(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, target: Path) -> None:
        raise PermissionError(path, target)

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    open_store(folder).close()
    assert [each.name for each in folder.iterdir()] == [NAME]
