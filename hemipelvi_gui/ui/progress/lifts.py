"""The lifts that can be looked at, and what they are called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hemipelvi_gui.ui.plain import one_line
from hemipelvi_gui.ui.progress import numbers

if TYPE_CHECKING:
    from hemipelvi_gui.coach.verdict.lifting import Lift
    from hemipelvi_gui.coach.verdict.result import Verdict
    from hemipelvi_gui.domain.balance import Library
    from hemipelvi_gui.ui.progress.gathering import Points


def lifts_of(points: Points, verdict: Verdict) -> list[Lift]:
    """The lifts to choose from: those of the verdict first, then by how often they were done."""
    rank = {name: place for place, name in enumerate(verdict.lifts)}
    return sorted(
        points.lifts,
        key=lambda lift: (
            rank.get(lift.exercise, len(rank)),
            -len(points.lifts[lift]),
            lift.exercise,
            lift.variant,
            lift.added_kg or 0.0,
        ),
    )


def lift_name(lift: Lift, library: Library) -> str:
    """As in "Back squat", "Goblet squat (dumbbell)" or "Pull-up +10 kg"."""
    exercise = library.get(lift.exercise)
    name = one_line(lift.exercise if exercise is None else exercise.name, 60)
    if lift.variant:
        name = f"{name} ({one_line(lift.variant, 30)})"
    return f"{name} +{numbers.kilograms(lift.added_kg)}" if lift.added_kg else name
