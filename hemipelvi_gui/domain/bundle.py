"""What one plan file carries: sessions, runs, plans and gyms, and the exercises they need."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from hemipelvi_gui.domain.agenda import in_plan
from hemipelvi_gui.domain.changes import Changes
from hemipelvi_gui.domain.diary import DoneSession
from hemipelvi_gui.domain.exercises import Exercise
from hemipelvi_gui.domain.gyms import Gym, by_name
from hemipelvi_gui.domain.plan import Plan
from hemipelvi_gui.domain.runs import Run
from hemipelvi_gui.domain.session import Session, items

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from hemipelvi_gui.domain.agenda import Agenda


@dataclass(frozen=True)
class Bundle:
    """Things that travel together.

    `exercises` are the runner's own ones. `deleted` holds ids of things that were deleted, each
    with the version that was. A session may name exercises that are neither here nor built in, and
    a plan that is not here.
    """

    sessions: tuple[Session, ...] = ()
    plans: tuple[Plan, ...] = ()
    exercises: tuple[Exercise, ...] = ()
    runs: tuple[Run, ...] = ()
    gyms: tuple[Gym, ...] = ()
    diary: tuple[DoneSession, ...] = ()
    deleted: dict[str, int] = field(default_factory=dict, hash=False)
    extra: dict[str, Any] = field(default_factory=dict, hash=False)


def pack(sessions: Iterable[Session], own: Mapping[str, Exercise] | None = None) -> Bundle:
    """Sessions with those of one's own exercises that they use."""
    kept = tuple(sessions)
    used = {item.exercise for session in kept for item in items(session)}
    wanted = tuple(each for each in (own or {}).values() if each.id in used)
    return Bundle(kept, exercises=wanted)


def pack_plan(
    agenda: Agenda,
    plan_id: str,
    own: Mapping[str, Exercise] | None = None,
    gyms: Iterable[Gym] = (),
) -> Bundle:
    """A whole plan: its sessions and runs, its goal, and the own exercises and gyms they name.

    The diary stays at home. Raises KeyError for a plan that is not in the agenda.
    """
    plan = agenda.plans[plan_id]
    entries = in_plan(agenda, plan_id)
    packed = pack((each for each in entries if isinstance(each, Session)), own)
    runs = {each.id: each for each in entries if isinstance(each, Run)}
    if plan.goal in agenda.runs:
        runs[plan.goal] = agenda.runs[plan.goal]
    named = {each.gym for each in packed.sessions}
    lifted_in = tuple(gym for name, gym in by_name(gyms).items() if name in named)
    return Bundle(packed.sessions, (plan,), packed.exercises, tuple(runs.values()), lifted_in)


def contents(bundle: Bundle) -> Changes:
    """All of a bundle, as what to put in place. Deletions that it tells of are not among it."""
    return Changes(
        {each.id: each for each in bundle.sessions},
        {each.id: each for each in bundle.runs},
        {each.id: each for each in bundle.plans},
        {each.id: each for each in bundle.diary},
        {each.id: each for each in bundle.gyms},
        {each.id: each for each in bundle.exercises},
    )


def unknown_exercises(session: Session, library: Mapping[str, Exercise]) -> tuple[str, ...]:
    """Ids of exercises in the session that the library doesn't have, each once."""
    named = dict.fromkeys(item.exercise for item in items(session))
    return tuple(each for each in named if each not in library)
