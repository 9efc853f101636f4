"""Places to lift: what each has, and which plates go on its bar."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from hemipelvi_gui.domain.exercises import Equipment
from hemipelvi_gui.domain.units import MassUnit

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True)
class Plates:
    """`count` single plates of one mass, in the gym's unit. They go on in pairs."""

    mass: float
    count: int


@dataclass(frozen=True)
class Gym:
    """A set of equipment with a name. `bar` is the empty bar's mass; `unit` is of bar and plates.

    Without `plates` nothing is known of them, and nothing is said about loading the bar.
    """

    id: str
    name: str
    equipment: tuple[Equipment, ...] = ()
    bar: float = 20.0
    plates: tuple[Plates, ...] = ()
    unit: MassUnit = MassUnit.KG
    notes: str = ""
    version: int = 1
    parent: int | None = None
    extra: dict[str, Any] = field(default_factory=dict, hash=False)


def by_name(gyms: Iterable[Gym]) -> dict[str, Gym]:
    """The gyms by the name that a session has for its gym; of two alike the first."""
    named: dict[str, Gym] = {}
    for gym in gyms:
        named.setdefault(gym.name, gym)
    return named


def _pairs(*masses: float) -> tuple[Plates, ...]:
    return tuple(Plates(mass, 2) for mass in masses)


# For a first use. “Club” has everything that the vocabulary knows.
STARTER_GYMS = (
    Gym(
        "starter-home",
        "Home",
        (Equipment.DUMBBELL, Equipment.BAND, Equipment.MINI_BAND, Equipment.BENCH),
    ),
    Gym(
        "starter-club",
        "Club",
        tuple(Equipment),
        plates=(Plates(20, 8), *_pairs(15, 10), Plates(5, 4), *_pairs(2.5, 1.25)),
    ),
    Gym("starter-travel", "Travel"),
)
