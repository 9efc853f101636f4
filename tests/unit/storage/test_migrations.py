from __future__ import annotations

import hashlib
import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from sqlite_utils import Database, Migrations

from hemipelvi_gui.domain.log import Log
from hemipelvi_gui.storage import Fault, StoreError, open_store
from hemipelvi_gui.storage.connection import connect
from hemipelvi_gui.storage.files import APPLICATION_ID, NAME, SCHEMA, read_header
from hemipelvi_gui.storage.migrations import (
    MIGRATIONS,
    create,
    plans_runs_gyms_and_diary,
    runs_and_check_ins_that_were_done,
    upgrade,
    versions_records_and_settings,
)
from tests.unit.storage.samples import (
    BLOCK_ONE,
    DONE_TRAVEL,
    EASY_TEN,
    GARAGE,
    GONE,
    HILL_LEGS,
    PLANNED,
    RAN_TEN,
    RFESS,
    SETTINGS,
    STAIR_LUNGE,
    STIFF_MORNING,
    THOMAS,
    TRAVEL,
    TRAVEL_AGAIN,
)

FIXTURES = Path(__file__).with_name("fixtures")


def all_steps() -> Migrations:
    """The steps that there are, to go on from."""
    migrations = Migrations("hemipelvi")
    steps = (
        versions_records_and_settings,
        plans_runs_gyms_and_diary,
        runs_and_check_ins_that_were_done,
    )
    for step in steps:
        migrations()(step)
    return migrations


def later() -> Migrations:
    """The steps that there are and one that a later program may have."""
    migrations = all_steps()

    @migrations()
    def weather(db: Database) -> None:
        db.execute("ALTER TABLE records ADD COLUMN weather TEXT")
        db.execute("UPDATE records SET weather = 'rain'")

    return migrations


def mistaken() -> Migrations:
    """The same, and a last one that fails."""
    migrations = later()

    @migrations()
    def mistake(db: Database) -> None:
        db.execute("DELETE FROM settings")
        raise ZeroDivisionError

    return migrations


def fixture(folder: Path, number: int) -> Path:
    folder.mkdir(exist_ok=True)
    return Path(shutil.copy(FIXTURES / f"schema-{number}.sqlite", folder / NAME))


@pytest.fixture
def old(folder: Path) -> Path:
    return fixture(folder, SCHEMA)


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
    fixture(folder, number)
    with closing(open_store(folder)) as store:
        assert TRAVEL_AGAIN.name in [each.name for each in store.headers()]
        assert store.saved_version(HILL_LEGS.id, 1) == HILL_LEGS
        assert store.saved_version(TRAVEL.id, 1) == TRAVEL
        assert store.saved_version(TRAVEL.id, 2).name == TRAVEL_AGAIN.name
        assert store.deleted() == {GONE.id: 2}
        assert store.saved_version(GONE.id, 1) == GONE
        (plan,) = store.plans()
        assert (plan.id, plan.name, plan.start, plan.weeks) == (
            BLOCK_ONE.id,
            BLOCK_ONE.name,
            BLOCK_ONE.start,
            BLOCK_ONE.weeks,
        )
        assert store.exercises() == [STAIR_LUNGE]
        assert store.settings() == SETTINGS


def test_runs_gyms_and_the_diary_of_schema_2_are_there(folder: Path) -> None:
    fixture(folder, 2)
    with closing(open_store(folder)) as store:
        there = store.of_plan(BLOCK_ONE.id)
        assert there.sessions == {PLANNED.id: PLANNED}
        assert there.runs == {EASY_TEN.id: EASY_TEN}
        assert there.plans == {BLOCK_ONE.id: BLOCK_ONE}
        assert store.gyms() == [GARAGE]
        week = store.agenda_between(DONE_TRAVEL.date, DONE_TRAVEL.date)
        assert week.diary == {DONE_TRAVEL.id: DONE_TRAVEL}


def test_runs_check_ins_tests_and_names_of_schema_3_are_there(folder: Path) -> None:
    fixture(folder, 3)
    with closing(open_store(folder)) as store:
        log = store.log_between(RAN_TEN.date, STIFF_MORNING.date)
        assert log == Log(
            {DONE_TRAVEL.id: DONE_TRAVEL},
            {RAN_TEN.id: RAN_TEN},
            {STIFF_MORNING.id: STIFF_MORNING},
            {THOMAS.id: THOMAS},
        )
        assert store.known_names() == [RFESS]


def test_sessions_that_a_plan_of_schema_1_listed_now_say_it_themselves(folder: Path) -> None:
    fixture(folder, 1)
    with closing(open_store(folder)) as store:
        found = store.of_plan(BLOCK_ONE.id).sessions
        assert found.keys() == {HILL_LEGS.id, TRAVEL.id}
        planned = found[HILL_LEGS.id]
        assert (planned.version, planned.parent) == (2, 1)
        assert replace(planned, plan="", version=1, parent=None) == HILL_LEGS
        assert [each.version for each in store.versions(TRAVEL.id)] == [1, 2, 3]
        # Without a day it is in no week, so the list of sessions still has it.
        assert [each.id for each in store.headers()] == [TRAVEL.id]
        assert HILL_LEGS.date is not None
        day = store.agenda_between(HILL_LEGS.date, HILL_LEGS.date)
        assert day.sessions == {HILL_LEGS.id: planned}


def rewrite(path: Path, kind: str, before: str, after: str) -> None:
    """Change a record's content, and its hash with it."""
    with closing(sqlite3.connect(path)) as plain, plain:
        ((sequence, content),) = plain.execute(
            "SELECT sequence, content FROM versions JOIN records ON sequence = newest "
            "WHERE records.kind = ? AND content LIKE ?",
            (kind, f"%{before}%"),
        ).fetchall()
        changed = content.replace(before, after)
        plain.execute(
            "UPDATE versions SET content = ?, hash = ? WHERE sequence = ?",
            (changed, hashlib.sha256(changed.encode()).hexdigest(), sequence),
        )


def test_sessions_that_a_plan_listed_and_that_are_gone_stay_gone(folder: Path) -> None:
    rewrite(fixture(folder, 1), "plan", TRAVEL.id, GONE.id)
    with closing(open_store(folder)) as store:
        assert store.of_plan(BLOCK_ONE.id).sessions.keys() == {HILL_LEGS.id}
        assert store.deleted() == {GONE.id: 2}
        assert [each.version for each in store.versions(GONE.id)] == [1]


def test_a_session_of_two_plans_goes_to_the_one_saved_last(folder: Path) -> None:
    path = fixture(folder, 1)
    with closing(sqlite3.connect(path)) as plain, plain:
        plain.execute(
            "INSERT INTO versions (kind, id, version, hash, saved_at, content) "
            "SELECT kind, 'later', 1, hash, saved_at, content FROM versions WHERE kind = 'plan'"
        )
        plain.execute(
            "INSERT INTO records (kind, id, name, newest) "
            "SELECT 'plan', 'later', 'Later', max(sequence) FROM versions"
        )
    with closing(open_store(folder)) as store:
        assert store.of_plan("later").sessions.keys() == {HILL_LEGS.id, TRAVEL.id}
        assert store.of_plan(BLOCK_ONE.id).sessions == {}


def test_a_record_that_was_changed_from_outside_stops_the_upgrade(folder: Path) -> None:
    path = fixture(folder, 1)
    with closing(sqlite3.connect(path)) as plain, plain:
        plain.execute("UPDATE versions SET content = replace(content, 'dead-bug', 'dead-cat')")
    before = content_of(path)
    with pytest.raises(StoreError) as refused:
        open_store(folder)
    assert refused.value.fault is Fault.DAMAGED
    assert content_of(path) == before


@pytest.mark.parametrize("number", range(1, SCHEMA + 1))
def test_an_old_store_becomes_just_like_a_new_one(tmp_path: Path, number: int) -> None:
    fixture(tmp_path / "old", number)
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
        upgrade(connection, old, mistaken(), SCHEMA + 2)
    assert content_of(old) == before
    assert read_header(old) == read_header(FIXTURES / f"schema-{SCHEMA}.sqlite")
    with closing(open_store(old.parent)) as store:
        assert store.session(HILL_LEGS.id) == HILL_LEGS


def test_the_store_is_copied_before_it_is_changed(old: Path) -> None:
    before = content_of(old)
    with closing(connect(old)) as connection:
        upgrade(connection, old, later(), SCHEMA + 1)
    backup = old.with_name(f"{NAME}.before-{SCHEMA + 1}")
    assert content_of(backup) == before
    assert content_of(old) != before
    header = read_header(old)
    assert header is not None
    assert (header.application_id, header.schema) == (APPLICATION_ID, SCHEMA + 1)
    assert {each.name for each in old.parent.iterdir()} == {NAME, backup.name}


def test_a_step_that_leaves_dangling_references_is_taken_back(old: Path) -> None:
    before = content_of(old)
    migrations = all_steps()

    @migrations()
    def careless(db: Database) -> None:
        db.execute("PRAGMA defer_foreign_keys = ON")
        db.execute("DELETE FROM versions")

    with closing(connect(old)) as connection, pytest.raises(StoreError):
        upgrade(connection, old, migrations, SCHEMA + 1)
    assert content_of(old) == before


def test_a_damaged_store_is_not_migrated(old: Path) -> None:
    whole = old.read_bytes()
    damaged = whole[:8192] + b"\xff" * 4096 + whole[12288:]
    old.write_bytes(damaged)
    with closing(connect(old)) as connection, pytest.raises(StoreError) as refused:
        upgrade(connection, old, later(), SCHEMA + 1)
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
