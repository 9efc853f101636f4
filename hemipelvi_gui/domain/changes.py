"""Records of any kind that are put in place together: one step to undo, one commit on the disk."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields

from hemipelvi_gui.domain.diary import DoneSession
from hemipelvi_gui.domain.exercises import Exercise
from hemipelvi_gui.domain.gyms import Gym
from hemipelvi_gui.domain.plan import Plan
from hemipelvi_gui.domain.runs import Run
from hemipelvi_gui.domain.session import Session


@dataclass(frozen=True)
class Changes:
    """What is there afterwards, by id; None: nothing is there any more."""

    sessions: Mapping[str, Session | None] = field(default_factory=dict)
    runs: Mapping[str, Run | None] = field(default_factory=dict)
    plans: Mapping[str, Plan | None] = field(default_factory=dict)
    diary: Mapping[str, DoneSession | None] = field(default_factory=dict)
    gyms: Mapping[str, Gym | None] = field(default_factory=dict)
    exercises: Mapping[str, Exercise | None] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return any(getattr(self, each.name) for each in fields(self))
