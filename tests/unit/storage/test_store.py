from __future__ import annotations

import hashlib
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime
from threading import Timer
from typing import TYPE_CHECKING

import pytest

from hemipelvi_gui.domain.edits import describe
from hemipelvi_gui.domain.prescription import Prescription
from hemipelvi_gui.domain.session import Block, Item, Section, Session
from hemipelvi_gui.domain.settings import Settings, settings_from
from hemipelvi_gui.storage import open_store
from tests.unit.storage.samples import BLOCK_ONE, HILL_LEGS, SETTINGS, STAIR_LUNGE, TRAVEL

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from hemipelvi_gui.storage import Store


def test_a_new_folder_gets_an_empty_store(folder: Path) -> None:
    with closing(open_store(folder)) as store:
        assert (store.headers(), store.plans(), store.exercises()) == ([], [], [])
        assert store.settings() == {}
        assert store.path == folder / "hemipelvi.sqlite"
    assert [each.name for each in folder.iterdir()] == ["hemipelvi.sqlite"]


def test_what_is_saved_is_there_after_opening_again(store: Store, folder: Path) -> None:
    saved = store.save_session(HILL_LEGS)
    store.save_plan(BLOCK_ONE)
    store.save_exercise(STAIR_LUNGE)
    store.close()
    with closing(open_store(folder)) as again:
        assert again.session(HILL_LEGS.id) == saved == HILL_LEGS
        assert again.sessions() == [HILL_LEGS]
        assert again.plans() == [BLOCK_ONE]
        assert again.exercises() == [STAIR_LUNGE]


def test_a_folder_with_odd_characters_works(tmp_path: Path) -> None:
    folder = tmp_path / "a b?c#d%41 'é🏃"
    with closing(open_store(folder)) as store:
        store.save_session(TRAVEL)
    assert (folder / "hemipelvi.sqlite").is_file()


def test_each_save_is_the_next_version_of_the_one_before(store: Store) -> None:
    first = store.save_session(HILL_LEGS)
    second = store.save_session(describe(first, name="Hill legs, wet"))
    third = store.save_session(describe(HILL_LEGS, minutes=30))
    assert [(each.version, each.parent) for each in (first, second, third)] == [
        (1, None),
        (2, 1),
        (3, 2),
    ]


def test_numbers_of_an_imported_session_count_for_nothing(store: Store) -> None:
    saved = store.save_session(replace(TRAVEL, version=7, parent=6))
    assert (saved.version, saved.parent) == (1, None)
    assert store.session(TRAVEL.id) == saved


def test_an_unchanged_session_is_not_saved_again(store: Store) -> None:
    store.save_session(HILL_LEGS)
    changed = store.save_session(describe(HILL_LEGS, name="Other"))
    again = store.save_session(replace(changed, version=99, parent=98))
    assert again == changed
    assert len(store.versions(HILL_LEGS.id)) == 2


def test_whole_and_decimal_numbers_are_the_same_content(store: Store) -> None:
    def eight(reps: float) -> Session:
        item = Item("i", "dead-bug", Prescription(low=reps, high=reps))
        return replace(TRAVEL, blocks=(Block("b", Section.STRENGTH, (item,)),))

    store.save_session(eight(8))
    assert store.save_session(eight(8.0)).version == 1


def test_going_back_to_an_earlier_state_is_a_version_of_its_own(store: Store) -> None:
    store.save_session(TRAVEL)
    store.save_session(describe(TRAVEL, name="Changed"))
    back = store.save_session(store.saved_version(TRAVEL.id, 1))
    assert (back.name, back.version, back.parent) == (TRAVEL.name, 3, 2)


def test_every_version_can_be_brought_back(store: Store) -> None:
    names = ["Monday", "Tuesday", "Wednesday"]
    for name in names:
        store.save_session(describe(TRAVEL, name=name))
    versions = store.versions(TRAVEL.id)
    assert [each.version for each in versions] == [1, 2, 3]
    assert [store.saved_version(TRAVEL.id, each.version).name for each in versions] == names
    assert len({each.hash for each in versions}) == 3
    assert all(datetime.fromisoformat(each.saved_at).tzinfo == UTC for each in versions)


def test_the_hash_is_that_of_the_stored_content(store: Store) -> None:
    store.save_session(HILL_LEGS)
    (version,) = store.versions(HILL_LEGS.id)
    with closing(sqlite3.connect(store.path)) as plain:
        ((content,),) = plain.execute("SELECT content FROM versions").fetchall()
    assert version.hash == hashlib.sha256(content.encode()).hexdigest()


def test_a_version_that_never_was_is_a_key_error(store: Store) -> None:
    store.save_session(TRAVEL)
    for session_id, version in ((TRAVEL.id, 2), ("nobody", 1)):
        with pytest.raises(KeyError):
            store.saved_version(session_id, version)
    assert store.versions("nobody") == []


def test_a_deleted_session_is_gone_but_not_forgotten(store: Store) -> None:
    store.save_session(TRAVEL)
    store.delete_session(TRAVEL.id)
    with pytest.raises(KeyError):
        store.session(TRAVEL.id)
    assert store.headers() == []
    assert store.sessions() == []
    assert store.deleted() == {TRAVEL.id: 2}
    assert [each.version for each in store.versions(TRAVEL.id)] == [1]


def test_saving_a_deleted_session_brings_it_back(store: Store) -> None:
    store.save_session(TRAVEL)
    store.delete_session(TRAVEL.id)
    back = store.save_session(TRAVEL)
    assert (back.version, back.parent) == (3, 2)
    assert store.session(TRAVEL.id) == back
    assert store.deleted() == {}


def test_deleting_twice_is_deleting_once(store: Store) -> None:
    store.save_session(TRAVEL)
    store.delete_session(TRAVEL.id)
    store.delete_session(TRAVEL.id)
    assert store.deleted() == {TRAVEL.id: 2}


def test_what_was_never_saved_cannot_be_deleted(store: Store) -> None:
    for delete in (store.delete_session, store.delete_plan, store.delete_exercise):
        with pytest.raises(KeyError):
            delete("nobody")


def test_plans_and_exercises_have_versions_too(store: Store) -> None:
    assert store.save_plan(replace(BLOCK_ONE, weeks=5)).version == 1
    assert store.save_plan(BLOCK_ONE).version == 2
    assert store.save_exercise(STAIR_LUNGE).version == 1
    assert store.save_exercise(STAIR_LUNGE).version == 1
    store.delete_plan(BLOCK_ONE.id)
    store.delete_exercise(STAIR_LUNGE.id)
    assert store.plans() == []
    assert store.exercises() == []
    assert store.deleted() == {BLOCK_ONE.id: 3, STAIR_LUNGE.id: 2}


def test_a_session_and_a_plan_may_share_an_id(store: Store) -> None:
    store.save_session(TRAVEL)
    store.save_plan(replace(BLOCK_ONE, id=TRAVEL.id))
    store.delete_plan(TRAVEL.id)
    assert store.session(TRAVEL.id) == TRAVEL


def test_the_session_saved_last_is_listed_first(store: Store) -> None:
    for session in (HILL_LEGS, TRAVEL):
        store.save_session(session)
    store.save_session(describe(HILL_LEGS, name="Hill legs, wet"))
    first, second = store.headers()
    assert (first.name, first.date, first.minutes, first.version) == (
        "Hill legs, wet",
        HILL_LEGS.date,
        45,
        2,
    )
    assert (second.id, second.date, second.minutes) == (TRAVEL.id, None, None)
    assert [each.id for each in store.sessions()] == [first.id, second.id]


def test_a_week_holds_the_sessions_of_its_days(store: Store) -> None:
    days = [date(2026, 3, day) for day in (15, 9, 8, 16, 12)]
    for day in days:
        store.save_session(Session(id=day.isoformat(), name="", date=day))
    store.save_session(TRAVEL)
    store.save_session(Session(id="gone", name="", date=days[0]))
    store.delete_session("gone")
    week = store.sessions_between(date(2026, 3, 9), date(2026, 3, 15))
    assert [each.date for each in week] == [days[1], days[4], days[0]]


def test_settings_are_kept_with_those_of_other_versions(store: Store) -> None:
    store.save_settings({"later": [1, {"a": None}], "theme": "light"})
    store.save_settings(SETTINGS)
    assert store.settings() == {"later": [1, {"a": None}], **SETTINGS}
    assert settings_from(store.settings()) == Settings(theme="dark", floor=0.55, welcomed=True)


def test_an_import_is_saved_as_a_whole(store: Store) -> None:
    store.save_all([HILL_LEGS, TRAVEL], [BLOCK_ONE], [STAIR_LUNGE])
    assert store.sessions() == [TRAVEL, HILL_LEGS]
    assert store.plans() == [BLOCK_ONE]
    assert store.exercises() == [STAIR_LUNGE]


def test_an_import_that_breaks_off_leaves_nothing_behind(store: Store) -> None:
    def broken() -> Iterator[Session]:
        yield from (HILL_LEGS, TRAVEL)
        raise RuntimeError

    with pytest.raises(RuntimeError):
        store.save_all(broken(), [BLOCK_ONE], [STAIR_LUNGE])
    assert (store.sessions(), store.plans(), store.exercises()) == ([], [], [])
    store.save_session(TRAVEL)
    assert store.session(TRAVEL.id).version == 1


def test_another_connection_sees_each_save_at_once(store: Store, folder: Path) -> None:
    with closing(open_store(folder)) as reader:
        store.save_session(TRAVEL)
        assert reader.session(TRAVEL.id) == TRAVEL
        store.save_session(describe(TRAVEL, name="Changed"))
        assert [each.name for each in reader.headers()] == ["Changed"]


def test_a_save_waits_for_another_writer_to_finish(store: Store) -> None:
    store.save_session(TRAVEL)
    with closing(sqlite3.connect(store.path, check_same_thread=False)) as other:
        other.execute("BEGIN IMMEDIATE")
        other.execute("INSERT INTO settings VALUES ('theme', '\"dark\"')")
        finish = Timer(0.1, other.commit)
        finish.start()
        assert store.save_session(describe(TRAVEL, name="Later")).version == 2
        finish.join()
    assert store.settings() == {"theme": "dark"}


def test_every_connection_is_set_up_to_outlive_a_power_cut(store: Store) -> None:
    pragmas = {
        "foreign_keys": 1,
        "synchronous": 3,
        "journal_mode": "delete",
        "application_id": 0x48454D49,
        "user_version": 1,
    }
    for name, value in pragmas.items():
        ((found,),) = store._connection.execute(f"PRAGMA {name}")  # noqa: SLF001
        assert found == value, name


def test_a_week_is_found_by_index(store: Store) -> None:
    plan = store._connection.execute(  # noqa: SLF001
        "EXPLAIN QUERY PLAN SELECT * FROM records WHERE kind = '' AND date BETWEEN '' AND ''"
    ).fetchall()
    assert "records_by_date" in str(plan)
