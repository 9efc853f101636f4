from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import msgspec
import pytest
from hypothesis import given

from hemipelvi_gui.domain.session import Session
from hemipelvi_gui.storage import Store, open_store
from tests.saving import delete, putting, saved
from tests.strategies import exercises, sessions
from tests.strategies_weeks import diary, gyms, plans, runs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hemipelvi_gui.domain.diary import DoneSession
    from hemipelvi_gui.domain.exercises import Exercise
    from hemipelvi_gui.domain.gyms import Gym
    from hemipelvi_gui.domain.plan import Plan
    from hemipelvi_gui.domain.runs import Run


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with closing(open_store(tmp_path_factory.mktemp("round-trip"))) as opened:
        yield opened


@given(session=sessions())
def test_any_session_comes_back_as_it_was(store: Store, session: Session) -> None:
    kept = saved(store, session)
    found = store.session(session.id)
    assert found == kept
    assert replace(found, version=session.version, parent=session.parent) == session
    headers = [each for each in store.headers() if each.id == session.id]
    assert bool(headers) == (not session.plan or session.date is None)
    for header in headers:
        assert (header.name, header.date, header.minutes, header.version) == (
            session.name,
            session.date,
            session.minutes,
            kept.version,
        )


@given(session=sessions())
def test_saving_what_was_read_changes_nothing(store: Store, session: Session) -> None:
    saved(store, session)
    found = store.session(session.id)
    assert saved(store, found) == found
    assert saved(store, session).version == found.version


def test_a_session_that_left_its_defaults_out_is_saved_as_any_other(store: Store) -> None:
    # As msgspec reads it from a plan file: what was not in the file is not in the value's dict.
    read = msgspec.json.decode(b'{"id": "from-a-file", "name": "Hills"}', type=Session)
    kept = saved(store, read)
    assert store.session("from-a-file") == kept
    assert saved(store, Session("from-a-file", "Hills")) == kept


@given(exercise=exercises())
def test_any_exercise_comes_back_as_it_was(store: Store, exercise: Exercise) -> None:
    kept = saved(store, exercise)
    assert kept in store.exercises()
    assert replace(kept, version=exercise.version, parent=exercise.parent) == exercise
    assert kept.asymmetry == exercise.asymmetry
    assert saved(store, kept) == kept
    delete(store, exercise)


@given(plan=plans())
def test_any_plan_comes_back_as_it_was(store: Store, plan: Plan) -> None:
    kept = saved(store, plan)
    assert kept in store.plans()
    assert replace(kept, version=plan.version, parent=plan.parent) == plan
    delete(store, plan)


@given(value=runs() | gyms() | diary())
def test_any_run_gym_or_diary_entry_comes_back_as_it_was(
    store: Store, value: Run | Gym | DoneSession
) -> None:
    store.apply(putting(value))
    there = store.present(putting(value))
    kinds = (there.runs, there.gyms, there.diary)
    (kept,) = [each for kind in kinds for each in kind.values()]
    assert kept is not None
    assert replace(kept, version=value.version, parent=value.parent) == value
    store.apply(putting(kept))
    assert store.present(putting(value)) == there
