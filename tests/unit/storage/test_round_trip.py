from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import msgspec
import pytest
from hypothesis import given

from hemipelvi_gui.domain.session import Session
from hemipelvi_gui.storage import Store, open_store
from tests.strategies import exercises, plans, sessions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hemipelvi_gui.domain.exercises import Exercise
    from hemipelvi_gui.domain.plan import Plan


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with closing(open_store(tmp_path_factory.mktemp("round-trip"))) as opened:
        yield opened


@given(session=sessions())
def test_any_session_comes_back_as_it_was(store: Store, session: Session) -> None:
    saved = store.save_session(session)
    found = store.session(session.id)
    assert found == saved
    assert replace(found, version=session.version, parent=session.parent) == session
    header = store.headers()[0]
    if saved.version == header.version and header.id == session.id:
        assert (header.name, header.date, header.minutes) == (
            session.name,
            session.date,
            session.minutes,
        )


@given(session=sessions())
def test_saving_what_was_read_changes_nothing(store: Store, session: Session) -> None:
    store.save_session(session)
    found = store.session(session.id)
    assert store.save_session(found) == found
    assert store.save_session(session).version == found.version


def test_a_session_that_left_its_defaults_out_is_saved_as_any_other(store: Store) -> None:
    # As msgspec reads it from a plan file: what was not in the file is not in the value's dict.
    read = msgspec.json.decode(b'{"id": "from-a-file", "name": "Hills"}', type=Session)
    saved = store.save_session(read)
    assert store.session("from-a-file") == saved
    assert store.save_session(Session("from-a-file", "Hills")) == saved


@given(exercise=exercises())
def test_any_exercise_comes_back_as_it_was(store: Store, exercise: Exercise) -> None:
    saved = store.save_exercise(exercise)
    assert saved in store.exercises()
    assert replace(saved, version=exercise.version, parent=exercise.parent) == exercise
    assert saved.asymmetry == exercise.asymmetry
    assert store.save_exercise(saved) == saved
    store.delete_exercise(exercise.id)


@given(plan=plans())
def test_any_plan_comes_back_as_it_was(store: Store, plan: Plan) -> None:
    saved = store.save_plan(plan)
    assert saved in store.plans()
    assert replace(saved, version=plan.version, parent=plan.parent) == plan
    store.delete_plan(plan.id)
