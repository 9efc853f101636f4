"""Records of any kind that are put in place together: one step to undo, one commit on the disk."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import TypeVar

from hemipelvi_gui.domain.check_ins import CheckIn, HomeTest
from hemipelvi_gui.domain.diary import DoneSession
from hemipelvi_gui.domain.done_runs import DoneRun
from hemipelvi_gui.domain.exercises import Exercise
from hemipelvi_gui.domain.gyms import Gym
from hemipelvi_gui.domain.known_names import KnownName
from hemipelvi_gui.domain.plan import Plan
from hemipelvi_gui.domain.runs import Run
from hemipelvi_gui.domain.session import Session

Thing = TypeVar("Thing")


@dataclass(frozen=True)
class Changes:
    """What is there afterwards, by id; None: nothing is there any more."""

    sessions: Mapping[str, Session | None] = field(default_factory=dict)
    runs: Mapping[str, Run | None] = field(default_factory=dict)
    plans: Mapping[str, Plan | None] = field(default_factory=dict)
    diary: Mapping[str, DoneSession | None] = field(default_factory=dict)
    gyms: Mapping[str, Gym | None] = field(default_factory=dict)
    exercises: Mapping[str, Exercise | None] = field(default_factory=dict)
    done_runs: Mapping[str, DoneRun | None] = field(default_factory=dict)
    check_ins: Mapping[str, CheckIn | None] = field(default_factory=dict)
    home_tests: Mapping[str, HomeTest | None] = field(default_factory=dict)
    known_names: Mapping[str, KnownName | None] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return any(getattr(self, each.name) for each in fields(self))


def merged(here: Mapping[str, Thing], changed: Mapping[str, Thing | None]) -> Mapping[str, Thing]:
    """What is there once this is changed."""
    if not changed:
        return here
    whole = {**here, **changed}
    return {each: value for each, value in whole.items() if value is not None}
