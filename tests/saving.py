"""Values put into a store one at a time, as tests and benchmarks like it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from hemipelvi_gui.domain.changes import Changes
from hemipelvi_gui.domain.check_ins import CheckIn, HomeTest
from hemipelvi_gui.domain.diary import DoneSession
from hemipelvi_gui.domain.done_runs import DoneRun
from hemipelvi_gui.domain.exercises import Exercise
from hemipelvi_gui.domain.gyms import Gym
from hemipelvi_gui.domain.known_names import KnownName
from hemipelvi_gui.domain.plan import Plan
from hemipelvi_gui.domain.runs import Run
from hemipelvi_gui.domain.session import Session

if TYPE_CHECKING:
    from hemipelvi_gui.storage import Store

Done = DoneSession | DoneRun | CheckIn | HomeTest
Thing = Session | Run | Plan | Gym | Exercise | KnownName | Done
Value = TypeVar(
    "Value",
    Session,
    Run,
    Plan,
    DoneSession,
    Gym,
    Exercise,
    DoneRun,
    CheckIn,
    HomeTest,
    KnownName,
)
KINDS: dict[type[Thing], str] = {
    Session: "sessions",
    Run: "runs",
    Plan: "plans",
    DoneSession: "diary",
    Gym: "gyms",
    Exercise: "exercises",
    DoneRun: "done_runs",
    CheckIn: "check_ins",
    HomeTest: "home_tests",
    KnownName: "known_names",
}


def putting(*things: Thing) -> Changes:
    """Changes that put these in place."""
    found: dict[str, dict[str, Thing]] = {}
    for thing in things:
        found.setdefault(KINDS[type(thing)], {})[thing.id] = thing
    return Changes(**found)  # type: ignore[arg-type]


def saved(store: Store, value: Value) -> Value:
    """Save a value; the value as it is stored now."""
    store.apply(putting(value))
    there: Value = getattr(store.present(putting(value)), KINDS[type(value)])[value.id]
    return there


def delete(store: Store, value: Thing) -> None:
    """Delete what has this value's id."""
    store.apply(Changes(**{KINDS[type(value)]: {value.id: None}}))
