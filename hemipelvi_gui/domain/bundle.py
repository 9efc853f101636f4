"""What one plan file carries: sessions and plans, and the runner's own exercises they need."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from hemipelvi_gui.domain.exercises import Exercise
from hemipelvi_gui.domain.plan import Plan
from hemipelvi_gui.domain.session import Session, items

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


@dataclass(frozen=True)
class Bundle:
    """Things that travel together.

    `exercises` are the runner's own ones. `deleted` holds ids of things that were deleted, each
    with the version that was. A session may name exercises that are neither here nor built in.
    """

    sessions: tuple[Session, ...] = ()
    plans: tuple[Plan, ...] = ()
    exercises: tuple[Exercise, ...] = ()
    deleted: dict[str, int] = field(default_factory=dict, hash=False)
    extra: dict[str, Any] = field(default_factory=dict, hash=False)


def pack(
    sessions: Iterable[Session],
    own: Mapping[str, Exercise] | None = None,
    plans: Iterable[Plan] = (),
) -> Bundle:
    """Sessions and plans with those of one's own exercises that the sessions use."""
    kept = tuple(sessions)
    used = {item.exercise for session in kept for item in items(session)}
    wanted = tuple(each for each in (own or {}).values() if each.id in used)
    return Bundle(kept, tuple(plans), wanted)


def unknown_exercises(session: Session, library: Mapping[str, Exercise]) -> tuple[str, ...]:
    """Ids of exercises in the session that the library doesn't have, each once."""
    named = dict.fromkeys(item.exercise for item in items(session))
    return tuple(each for each in named if each not in library)
