"""One step towards running: siblings that are a little more, or a little less, asymmetric."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hemipelvi_gui.coach.swaps import siblings

if TYPE_CHECKING:
    from collections.abc import Container

    from hemipelvi_gui.domain.balance import Library
    from hemipelvi_gui.domain.exercises import Exercise

MOST = 3


def towards_running(
    exercise: Exercise, library: Library, hidden: Container[str] = (), most: int = MOST
) -> list[Exercise]:
    """The next rungs up: at each higher asymmetry the closest sibling, the nearest rung first."""
    return _rungs(exercise, library, hidden, 1.0)[:most]


def away_from_running(
    exercise: Exercise, library: Library, hidden: Container[str] = (), most: int = MOST
) -> list[Exercise]:
    """The same, down."""
    return _rungs(exercise, library, hidden, -1.0)[:most]


def _rungs(
    exercise: Exercise, library: Library, hidden: Container[str], sign: float
) -> list[Exercise]:
    own = exercise.asymmetry
    if own is None:
        return []

    def is_beyond(other: Exercise) -> bool:
        return (
            other.asymmetry is not None
            and sign * (other.asymmetry - own) > 0
            and other.purpose is exercise.purpose
            and other.contact is exercise.contact
            and other.id not in hidden
        )

    closest: dict[float, Exercise] = {}
    for other in siblings(exercise, library, wanted=is_beyond):
        if other.asymmetry is not None:
            closest.setdefault(other.asymmetry, other)
    return [closest[level] for level in sorted(closest, key=lambda level: sign * level)]
