"""References that follow what a plan file brings, where that gets an id of its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from hemipelvi_gui.domain.edits import copy
from hemipelvi_gui.domain.text import translate

if TYPE_CHECKING:
    from hemipelvi_gui.domain.diary import DoneSession
    from hemipelvi_gui.domain.exercises import Exercise
    from hemipelvi_gui.domain.gyms import Gym
    from hemipelvi_gui.domain.plan import Plan
    from hemipelvi_gui.domain.runs import Run
    from hemipelvi_gui.domain.session import Session


@dataclass(frozen=True)
class Moves:
    """New ids by kind and old id, as in "session:1". `plans` are those that will be there.

    `gyms` are names of gyms that get a second name. Each method makes of a thing of the file the
    one to store.
    """

    ids: Mapping[str, str]
    plans: frozenset[str]
    gyms: frozenset[str]
    fresh: Callable[[], str]
    _series: dict[str, str] = field(default_factory=dict)

    def session(self, session: Session) -> Session:
        """A session; one that goes with its plan keeps its name and the ids of its items."""
        blocks = tuple(
            replace(
                block,
                items=tuple(
                    replace(item, exercise=self._to("exercise", item.exercise))
                    for item in block.items
                ),
            )
            for block in session.blocks
        )
        moved = replace(
            session,
            blocks=blocks,
            gym=second_name(session.gym) if session.gym in self.gyms else session.gym,
            plan=self._plan_of(session.plan),
            template=self._to("session", session.template),
        )
        own_id = self.ids.get(f"session:{session.id}")
        if own_id is None:
            return moved
        if moved.plan:
            named = self._named(session.name, session.plan)
            return replace(moved, id=own_id, name=named, version=1, parent=None)
        return replace(copy(moved, second_name(session.name)), id=own_id)

    def run(self, run: Run) -> Run:
        """A run; a copy is no longer the one that was read from a calendar."""
        moved = replace(run, plan=self._plan_of(run.plan))
        own_id = self.ids.get(f"run:{run.id}")
        if own_id is None:
            return moved
        series = run.series
        if series and run.plan != moved.plan:
            series = self._series.setdefault(series, self.fresh())
        return replace(
            moved,
            id=own_id,
            name=self._named(run.name, run.plan),
            series=series,
            source="",
            version=1,
            parent=None,
        )

    def plan(self, plan: Plan) -> Plan:
        """A plan, leading to its race."""
        moved = replace(plan, goal=self._to("run", plan.goal))
        own_id = self.ids.get(f"plan:{plan.id}")
        if own_id is None:
            return moved
        return replace(moved, id=own_id, name=second_name(plan.name), version=1, parent=None)

    def gym(self, gym: Gym) -> Gym:
        """A gym; sessions find it by its name."""
        own_id = self.ids.get(f"gym:{gym.id}")
        if own_id is None:
            return gym
        return replace(gym, id=own_id, name=second_name(gym.name), version=1, parent=None)

    def done(self, done: DoneSession) -> DoneSession:
        """What was done, of its session and with its exercises."""
        moved = replace(
            done,
            session=self._to("session", done.session),
            items=tuple(
                replace(item, exercise=self._to("exercise", item.exercise)) for item in done.items
            ),
        )
        own_id = self.ids.get(f"diary:{done.id}")
        if own_id is None:
            return moved
        return replace(moved, id=own_id, name=second_name(done.name), version=1, parent=None)

    def exercise(self, exercise: Exercise) -> Exercise:
        """An exercise of one's own."""
        own_id = self.ids.get(f"exercise:{exercise.id}")
        if own_id is None:
            return exercise
        return replace(exercise, id=own_id, name=second_name(exercise.name), version=1, parent=None)

    def _to(self, kind: str, old: str) -> str:
        return self.ids.get(f"{kind}:{old}", old)

    def _plan_of(self, plan_id: str) -> str:
        return self._to("plan", plan_id) if plan_id in self.plans else ""

    def _named(self, name: str, plan_id: str) -> str:
        """What goes with its plan is told apart by it."""
        return name if f"plan:{plan_id}" in self.ids else second_name(name)


def second_name(name: str) -> str:
    """How the file's copy is called beside mine."""
    return str(translate("Importing", "{name} (from file)", name=name))
