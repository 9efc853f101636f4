from __future__ import annotations

import hashlib
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime
from threading import Timer
from typing import TYPE_CHECKING

import msgspec
import pytest

from hemipelvi_gui.domain.changes import Changes
from hemipelvi_gui.domain.diary import DoneSession
from hemipelvi_gui.domain.edits import describe
from hemipelvi_gui.domain.prescription import Prescription
from hemipelvi_gui.domain.runs import Run, RunKind
from hemipelvi_gui.domain.session import Block, Item, Section, Session
from hemipelvi_gui.domain.settings import Settings, settings_from
from hemipelvi_gui.storage import open_store
from hemipelvi_gui.storage.records import NEWEST, THERE
from hemipelvi_gui.storage.store import HEADERS
from tests.saving import delete, putting, saved
from tests.unit.storage.samples import (
    BLOCK_ONE,
    DONE_TRAVEL,
    EASY_TEN,
    GARAGE,
    HILL_LEGS,
    SETTINGS,
    STAIR_LUNGE,
    TRAVEL,
)

if TYPE_CHECKING:
    from pathlib import Path

    from hemipelvi_gui.storage import Store


def test_a_new_folder_gets_an_empty_store(folder: Path) -> None:
    with closing(open_store(folder)) as store:
        assert (store.headers(), store.plans(), store.exercises()) == ([], [], [])
        assert store.settings() == {}
        assert store.path == folder / "hemipelvi.sqlite"
    assert [each.name for each in folder.iterdir()] == ["hemipelvi.sqlite"]


def test_what_is_saved_is_there_after_opening_again(store: Store, folder: Path) -> None:
    kept = saved(store, HILL_LEGS)
    saved(store, BLOCK_ONE)
    saved(store, STAIR_LUNGE)
    store.close()
    with closing(open_store(folder)) as again:
        assert again.session(HILL_LEGS.id) == kept == HILL_LEGS
        assert again.sessions() == [HILL_LEGS]
        assert again.plans() == [BLOCK_ONE]
        assert again.exercises() == [STAIR_LUNGE]


def test_a_folder_with_odd_characters_works(tmp_path: Path) -> None:
    folder = tmp_path / "a b?c#d%41 'é🏃"
    with closing(open_store(folder)) as store:
        saved(store, TRAVEL)
    assert (folder / "hemipelvi.sqlite").is_file()


def test_each_save_is_the_next_version_of_the_one_before(store: Store) -> None:
    first = saved(store, HILL_LEGS)
    second = saved(store, describe(first, name="Hill legs, wet"))
    third = saved(store, describe(HILL_LEGS, minutes=30))
    assert [(each.version, each.parent) for each in (first, second, third)] == [
        (1, None),
        (2, 1),
        (3, 2),
    ]


def test_numbers_of_an_imported_session_count_for_nothing(store: Store) -> None:
    kept = saved(store, replace(TRAVEL, version=7, parent=6))
    assert (kept.version, kept.parent) == (1, None)
    assert store.session(TRAVEL.id) == kept


def test_an_unchanged_session_is_not_saved_again(store: Store) -> None:
    saved(store, HILL_LEGS)
    changed = saved(store, describe(HILL_LEGS, name="Other"))
    again = saved(store, replace(changed, version=99, parent=98))
    assert again == changed
    assert len(store.versions(HILL_LEGS.id)) == 2


def test_whole_and_decimal_numbers_are_the_same_content(store: Store) -> None:
    def eight(reps: float) -> Session:
        item = Item("i", "dead-bug", Prescription(low=reps, high=reps))
        return replace(TRAVEL, blocks=(Block("b", Section.STRENGTH, (item,)),))

    saved(store, eight(8))
    assert saved(store, eight(8.0)).version == 1


def test_going_back_to_an_earlier_state_is_a_version_of_its_own(store: Store) -> None:
    saved(store, TRAVEL)
    saved(store, describe(TRAVEL, name="Changed"))
    back = saved(store, store.saved_version(TRAVEL.id, 1))
    assert (back.name, back.version, back.parent) == (TRAVEL.name, 3, 2)


def test_every_version_can_be_brought_back(store: Store) -> None:
    names = ["Monday", "Tuesday", "Wednesday"]
    for name in names:
        saved(store, describe(TRAVEL, name=name))
    versions = store.versions(TRAVEL.id)
    assert [each.version for each in versions] == [1, 2, 3]
    assert [store.saved_version(TRAVEL.id, each.version).name for each in versions] == names
    assert len({each.hash for each in versions}) == 3
    assert all(datetime.fromisoformat(each.saved_at).tzinfo == UTC for each in versions)


def test_the_hash_is_that_of_the_stored_content(store: Store) -> None:
    saved(store, HILL_LEGS)
    (version,) = store.versions(HILL_LEGS.id)
    with closing(sqlite3.connect(store.path)) as plain:
        ((content,),) = plain.execute("SELECT content FROM versions").fetchall()
    assert version.hash == hashlib.sha256(content.encode()).hexdigest()


def test_a_version_that_never_was_is_a_key_error(store: Store) -> None:
    saved(store, TRAVEL)
    for session_id, version in ((TRAVEL.id, 2), ("nobody", 1)):
        with pytest.raises(KeyError):
            store.saved_version(session_id, version)
    assert store.versions("nobody") == []


def test_a_deleted_session_is_gone_but_not_forgotten(store: Store) -> None:
    saved(store, TRAVEL)
    delete(store, TRAVEL)
    with pytest.raises(KeyError):
        store.session(TRAVEL.id)
    assert store.headers() == []
    assert store.sessions() == []
    assert store.deleted() == {TRAVEL.id: 2}
    assert [each.version for each in store.versions(TRAVEL.id)] == [1]


def test_saving_a_deleted_session_brings_it_back(store: Store) -> None:
    saved(store, TRAVEL)
    delete(store, TRAVEL)
    back = saved(store, TRAVEL)
    assert (back.version, back.parent) == (3, 2)
    assert store.session(TRAVEL.id) == back
    assert store.deleted() == {}


def test_deleting_twice_is_deleting_once(store: Store) -> None:
    saved(store, TRAVEL)
    delete(store, TRAVEL)
    delete(store, TRAVEL)
    assert store.deleted() == {TRAVEL.id: 2}


def test_deleting_what_was_never_saved_is_nothing(store: Store) -> None:
    for value in (TRAVEL, BLOCK_ONE, STAIR_LUNGE, EASY_TEN, GARAGE, DONE_TRAVEL):
        delete(store, value)
    assert store.deleted() == {}


def test_every_kind_comes_back_after_opening_again(store: Store, folder: Path) -> None:
    store.apply(putting(EASY_TEN, GARAGE, DONE_TRAVEL))
    store.close()
    with closing(open_store(folder)) as again:
        assert again.gyms() == [GARAGE]
        there = again.present(putting(EASY_TEN, DONE_TRAVEL, TRAVEL))
        assert there.runs == {EASY_TEN.id: EASY_TEN}
        assert there.diary == {DONE_TRAVEL.id: DONE_TRAVEL}
        assert there.sessions == {TRAVEL.id: None}


def test_plans_and_exercises_have_versions_too(store: Store) -> None:
    assert saved(store, replace(BLOCK_ONE, weeks=5)).version == 1
    assert saved(store, BLOCK_ONE).version == 2
    assert saved(store, STAIR_LUNGE).version == 1
    assert saved(store, STAIR_LUNGE).version == 1
    delete(store, BLOCK_ONE)
    delete(store, STAIR_LUNGE)
    assert store.plans() == []
    assert store.exercises() == []
    assert store.deleted() == {BLOCK_ONE.id: 3, STAIR_LUNGE.id: 2}


def test_a_session_and_a_plan_may_share_an_id(store: Store) -> None:
    saved(store, TRAVEL)
    saved(store, replace(BLOCK_ONE, id=TRAVEL.id))
    delete(store, replace(BLOCK_ONE, id=TRAVEL.id))
    assert store.session(TRAVEL.id) == TRAVEL


def test_the_session_saved_last_is_listed_first(store: Store) -> None:
    for session in (HILL_LEGS, TRAVEL):
        saved(store, session)
    saved(store, describe(HILL_LEGS, name="Hill legs, wet"))
    first, second = store.headers()
    assert (first.name, first.date, first.minutes, first.version) == (
        "Hill legs, wet",
        HILL_LEGS.date,
        45,
        2,
    )
    assert (second.id, second.date, second.minutes) == (TRAVEL.id, None, None)
    assert [each.id for each in store.sessions()] == [first.id, second.id]


def test_the_newest_session_is_the_one_saved_last_of_a_plan_or_not(store: Store) -> None:
    assert store.newest_session() is None
    store.apply(putting(TRAVEL, replace(HILL_LEGS, plan=BLOCK_ONE.id)))
    store.apply(putting(EASY_TEN, GARAGE))
    newest = store.newest_session()
    assert newest is not None
    assert newest.id == HILL_LEGS.id
    delete(store, HILL_LEGS)
    assert store.newest_session() == TRAVEL


def test_the_list_of_sessions_leaves_out_what_the_weeks_of_a_plan_show(store: Store) -> None:
    dated = replace(HILL_LEGS, plan=BLOCK_ONE.id)
    store.apply(putting(dated, replace(TRAVEL, plan=BLOCK_ONE.id)))
    assert [each.id for each in store.headers()] == [TRAVEL.id]
    store.apply(putting(HILL_LEGS))
    assert {each.id for each in store.headers()} == {TRAVEL.id, HILL_LEGS.id}


def test_some_days_hold_what_is_dated_on_them_and_all_plans(store: Store) -> None:
    days = [date(2026, 3, day) for day in (15, 9, 8, 16, 12)]
    for day in days:
        name = day.isoformat()
        store.apply(
            putting(
                Session(name, "", date=day),
                Run(name, "", RunKind.EASY, day),
                DoneSession(name, "", day),
            )
        )
    gone = Session("gone", "", date=days[0])
    store.apply(putting(TRAVEL, gone, BLOCK_ONE, replace(BLOCK_ONE, id="old", archived=True)))
    delete(store, gone)
    week = store.agenda_between(date(2026, 3, 9), date(2026, 3, 15))
    wanted = [each.isoformat() for each in (days[1], days[4], days[0])]
    assert [[*week.sessions], [*week.runs], [*week.diary]] == [wanted] * 3
    assert week.plans.keys() == {BLOCK_ONE.id, "old"}


def test_a_plan_has_its_sessions_and_runs_wherever_they_lie(store: Store) -> None:
    mine = [replace(HILL_LEGS, plan=BLOCK_ONE.id), replace(TRAVEL, plan=BLOCK_ONE.id)]
    far = replace(EASY_TEN, id="far", date=date(9999, 12, 31), plan=BLOCK_ONE.id)
    store.apply(putting(BLOCK_ONE, *mine, far, replace(EASY_TEN, plan=""), DONE_TRAVEL))
    found = store.of_plan(BLOCK_ONE.id)
    assert found.sessions.keys() == {each.id for each in mine}
    assert found.runs == {"far": far}
    assert found.plans == {BLOCK_ONE.id: BLOCK_ONE}
    assert store.of_plan("nobody").sessions == {}


def test_what_is_there_is_told_by_id_for_hundreds_at_once(store: Store) -> None:
    runs = [replace(EASY_TEN, id=f"r{number}") for number in range(1201)]
    store.apply(putting(*runs))
    delete(store, runs[7])
    there = store.present(Changes(runs=dict.fromkeys([*(each.id for each in runs), "nobody"])))
    assert {key for key, run in there.runs.items() if run is None} == {"r7", "nobody"}
    assert there.runs["r1200"] == runs[1200]
    assert len(there.runs) == 1202


def test_settings_are_kept_with_those_of_other_versions(store: Store) -> None:
    store.save_settings({"later": [1, {"a": None}], "theme": "light"})
    store.save_settings(SETTINGS)
    assert store.settings() == {"later": [1, {"a": None}], **SETTINGS}
    assert settings_from(store.settings()) == Settings(theme="dark", floor=0.55, welcomed=True)


def test_changes_of_all_kinds_are_one_commit(store: Store) -> None:
    store.apply(putting(HILL_LEGS, TRAVEL, BLOCK_ONE, STAIR_LUNGE, EASY_TEN))
    assert store.sessions() == [TRAVEL, HILL_LEGS]
    assert store.plans() == [BLOCK_ONE]
    assert store.exercises() == [STAIR_LUNGE]
    mixed = Changes(
        sessions={TRAVEL.id: None, HILL_LEGS.id: describe(HILL_LEGS, name="Wet")},
        plans={BLOCK_ONE.id: None},
        runs={EASY_TEN.id: None, "nobody": None},
    )
    store.apply(mixed)
    assert [each.name for each in store.sessions()] == ["Wet"]
    assert store.deleted() == {TRAVEL.id: 2, BLOCK_ONE.id: 2, EASY_TEN.id: 2}


def test_changes_that_break_off_leave_nothing_behind(store: Store) -> None:
    saved(store, STAIR_LUNGE)
    unfit = replace(HILL_LEGS, minutes="soon")  # type: ignore[arg-type]
    changes = putting(TRAVEL, BLOCK_ONE, EASY_TEN, unfit)
    with pytest.raises(msgspec.ValidationError):
        store.apply(replace(changes, exercises={STAIR_LUNGE.id: None}))
    assert (store.sessions(), store.plans(), store.exercises()) == ([], [], [STAIR_LUNGE])
    assert saved(store, TRAVEL).version == 1


def test_an_import_is_taken_back_in_one_go(store: Store) -> None:
    many = {f"e{number}": replace(STAIR_LUNGE, id=f"e{number}") for number in range(1201)}
    store.apply(replace(putting(HILL_LEGS, STAIR_LUNGE), exercises=many))
    delete(store, many["e7"])
    store.apply(Changes(exercises=dict.fromkeys(many)))
    assert store.exercises() == []
    assert store.deleted() == dict.fromkeys(many, 2)
    assert store.session(HILL_LEGS.id) == HILL_LEGS
    # And again, as redo does.
    store.apply(Changes(exercises=many))
    assert {each.id: each.version for each in store.exercises()} == dict.fromkeys(many, 3)
    assert store.deleted() == {}


def test_deleting_many_leaves_records_of_other_kinds_with_the_same_id(store: Store) -> None:
    twin = replace(STAIR_LUNGE, id=TRAVEL.id)
    store.apply(putting(TRAVEL, twin))
    delete(store, twin)
    assert store.exercises() == []
    assert store.session(TRAVEL.id) == TRAVEL


def test_another_connection_sees_each_save_at_once(store: Store, folder: Path) -> None:
    with closing(open_store(folder)) as reader:
        saved(store, TRAVEL)
        assert reader.session(TRAVEL.id) == TRAVEL
        saved(store, describe(TRAVEL, name="Changed"))
        assert [each.name for each in reader.headers()] == ["Changed"]


def test_a_save_waits_for_another_writer_to_finish(store: Store) -> None:
    saved(store, TRAVEL)
    with closing(sqlite3.connect(store.path, check_same_thread=False)) as other:
        other.execute("BEGIN IMMEDIATE")
        other.execute("INSERT INTO settings VALUES ('theme', '\"dark\"')")
        finish = Timer(0.1, other.commit)
        finish.start()
        assert saved(store, describe(TRAVEL, name="Later")).version == 2
        finish.join()
    assert store.settings() == {"theme": "dark"}


def test_every_connection_is_set_up_to_outlive_a_power_cut(store: Store) -> None:
    pragmas = {
        "foreign_keys": 1,
        "synchronous": 3,
        "journal_mode": "delete",
        "application_id": 0x48454D49,
        "user_version": 3,
    }
    for name, value in pragmas.items():
        ((found,),) = store._connection.execute(f"PRAGMA {name}")  # noqa: SLF001
        assert found == value, name


SEARCHES = {
    "records_by_date": f"{NEWEST} AND date BETWEEN :any AND :any ORDER BY date, newest",
    "records_by_plan": f"{NEWEST} AND plan = :any ORDER BY date, newest",
    "records_by_newest": f"{NEWEST} ORDER BY newest DESC LIMIT 1",
    "records_by_plan (kind=? AND plan=?)": HEADERS,
    "sqlite_autoindex_records_": f"{THERE} (:any)",
}


@pytest.mark.parametrize("index", SEARCHES)
def test_what_a_start_and_a_week_read_is_found_by_index(store: Store, index: str) -> None:
    sql = SEARCHES[index]
    values: object = ("", "", "") if "?" in sql else {"kind": "", "any": ""}
    rows = store._connection.execute(f"EXPLAIN QUERY PLAN {sql}", values).fetchall()  # type: ignore[arg-type]  # noqa: SLF001
    plan = [row[3] for row in rows]
    assert any(index in step for step in plan), plan
    assert not any(step.startswith("SCAN") for step in plan), plan
    # The whole of an index of one kind is read only where the newest of them is wanted.
    walked = [step for step in plan if step.endswith("(kind=?)")]
    assert not walked or "LIMIT 1" in sql, plan


def test_what_is_not_read_at_a_start_is_not_looked_at(store: Store) -> None:
    store.apply(putting(*(replace(TRAVEL, id=f"s{number}") for number in range(300))))
    store.apply(putting(*(replace(EASY_TEN, id=f"r{number}") for number in range(300))))
    steps = 0

    def count() -> None:
        nonlocal steps
        steps += 1

    store._connection.set_progress_handler(count, 10)  # noqa: SLF001
    assert store.newest_session() is not None
    assert store.settings() == {}
    assert store.exercises() == []
    assert steps < 30
