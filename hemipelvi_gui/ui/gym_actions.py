"""Going to another gym: the edit of a session or of the week, and its words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from hemipelvi_gui.domain.exercises import Equipment
from hemipelvi_gui.domain.session import items
from hemipelvi_gui.ui.plain import one_line

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from hemipelvi_gui.coach.gym_change import GymChange
    from hemipelvi_gui.domain.agenda import Agenda, AgendaEdit
    from hemipelvi_gui.domain.balance import Library
    from hemipelvi_gui.domain.gyms import Gym
    from hemipelvi_gui.domain.session import Session
    from hemipelvi_gui.domain.settings import Settings

translate = QCoreApplication.translate
MOST_NAMED, LONGEST_NAME = 4, 40

Kit = tuple[Equipment, ...] | None
Swap = tuple[str, str | None]


@dataclass(frozen=True)
class Place:
    """Where a session is done and what is there; None is everything."""

    name: str
    equipment: Kit


def place_of(gym: Gym) -> Place:
    """One of the runner's own gyms, as a session says it."""
    return Place(gym.name, gym.equipment)


def is_at(session: Session, place: Place) -> bool:
    """Whether a session says this place, and has what is there now."""
    return session.gym == place.name and same_kit(session.equipment, place.equipment)


def same_kit(one: Kit, other: Kit) -> bool:
    """Whether both are the same things, in any order; None is everything."""
    return _things(one) == _things(other)


def _things(kit: Kit) -> frozenset[Equipment]:
    return frozenset(Equipment if kit is None else kit)


def moved(session: Session, place: Place, library: Library, settings: Settings) -> GymChange:
    """The session at a place, what isn't there swapped, and what was."""
    from hemipelvi_gui.coach.gym_change import for_gym

    return for_gym(session, place.equipment, library, settings, place.name)


def session_at(session: Session, place: Place, library: Library, settings: Settings) -> Session:
    """The session at a place, what isn't there swapped."""
    return moved(session, place, library, settings).session


def change_gym(
    ids: Collection[str], place: Place, library: Library, settings: Settings
) -> AgendaEdit:
    """The edit that has these sessions done at a place; runs stay as they are."""
    return partial(_moving, ids=ids, place=place, library=library, settings=settings)


def _moving(
    agenda: Agenda, ids: Collection[str], place: Place, library: Library, settings: Settings
) -> Agenda:
    there = {
        each: session_at(session, place, library, settings)
        for each, session in agenda.sessions.items()
        if each in ids
    }
    return replace(agenda, sessions={**agenda.sessions, **there})


def step_name(place: Place) -> str:
    """Name of the step to undo."""
    if not place.name.strip():
        return translate("Gyms", "set gym")
    words = translate("Gyms", "change gym to {gym}")
    return words.format(gym=one_line(place.name, LONGEST_NAME))


def change_words(changes: Iterable[GymChange]) -> str:
    """What became of sessions in another gym: what was swapped, and which loads are gone."""
    made = tuple(changes)
    words = swapped_words([swap for each in made for swap in each.swaps])
    opened = [_short(name) for each in made for name in each.opened]
    if opened:
        left = translate("Gyms", "Loads left open: {names}.").format(names=_listed(opened))
        words = f"{words} {left}".strip()
    return words


def preview_words(sessions: Iterable[Session], changes: Iterable[GymChange]) -> str:
    """What another gym would make of sessions: "Back squat → Goblet squat. 2 stay."."""
    made = tuple(changes)
    swaps = [swap for each in made for swap in each.swaps]
    gone = {old for old, _new in swaps}
    every = sum(1 for session in sessions for _ in items(session))
    stay = every - len(swaps)
    if not gone:
        return translate("Gyms", "All of it can be done there.") if every else ""
    parts = []
    done = [swap for swap in swaps if swap[1] is not None]
    if done:
        parts.append(f"{_listed(map(_swap, done))}.")
    missing = [_short(old) for old, new in swaps if new is None]
    if missing:
        parts.append(translate("Gyms", "Nothing there for {names}.").format(names=_listed(missing)))
    if stay == 1:
        parts.append(translate("Gyms", "1 stays."))
    elif stay:
        parts.append(translate("Gyms", "{count} stay.").format(count=stay))
    return " ".join(parts)


def swapped_words(swaps: Sequence[Swap]) -> str:
    """What was swapped for a gym: "2 swapped: Back squat → Goblet squat, …"; "" for nothing."""
    done = [swap for swap in swaps if swap[1] is not None]
    missing = [_short(old) for old, new in swaps if new is None]
    nothing = _listed(missing)
    if not done:
        words = translate("Gyms", "Nothing here for {names}.")
        return words.format(names=nothing) if missing else ""
    words = translate("Gyms", "{count} swapped: {names}.")
    if missing:
        words = translate("Gyms", "{count} swapped: {names}; nothing here for {nothing}.")
    return words.format(count=len(done), names=_listed(map(_swap, done)), nothing=nothing)


def _swap(swap: Swap) -> str:
    old, new = swap
    if new == old:
        return translate("Gyms", "{name} in another form").format(name=_short(old))
    return f"{_short(old)} \u2192 {_short(new or '')}"


def _short(name: str) -> str:
    return one_line(name, LONGEST_NAME)


def _listed(names: Iterable[str]) -> str:
    """Each name once, the first few of them."""
    every = list(dict.fromkeys(names))
    if len(every) > MOST_NAMED:
        rest = translate("Gyms", "{count} more").format(count=len(every) - MOST_NAMED + 1)
        every = [*every[: MOST_NAMED - 1], rest]
    return ", ".join(every)
