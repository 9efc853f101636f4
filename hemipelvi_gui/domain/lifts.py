"""Strength as part of the heaviest lift (MODEL.md section 5)."""

from __future__ import annotations

from enum import StrEnum
from math import exp, floor

TOP_RPE = 10.0

# Per cent of 1RM, half a repetition away from failure each step (MODEL.md section 5).
PERCENTS = (
    *(100.0, 97.8, 95.5, 93.9, 92.2, 90.7, 89.2, 87.8, 86.3, 85.0, 83.7, 82.4, 81.1),
    *(79.9, 78.6, 77.4, 76.2, 75.1, 73.9, 72.8, 71.7, 70.7, 69.6, 68.6, 67.6, 66.6),
    *(65.6, 64.7, 63.7, 62.8, 61.8),
)


def percent_of_1rm(reps: float, rpe: float) -> float | None:
    """Load in per cent of the one-repetition maximum at which `reps` feel like `rpe`.

    Between two steps of the table it is read on the straight line. None for less than one
    repetition, for an RPE above 10, and where the set is further from failure than the table goes.
    """
    place = 2 * ((reps - 1) + (TOP_RPE - rpe))
    if reps < 1 or rpe > TOP_RPE or place > len(PERCENTS) - 1:
        return None
    step = floor(place)
    lower, upper = PERCENTS[step], PERCENTS[min(step + 1, len(PERCENTS) - 1)]
    return lower + (place - step) * (upper - lower)


class Formula(StrEnum):
    """How the heaviest single lift is told from a set of several; one of them for each lift."""

    EPLEY = "epley"
    BRZYCKI = "brzycki"
    WATHAN = "wathan"


# Beyond these many reps to failure an estimate is doubtful, and then not made at all.
DOUBTFUL_ABOVE, MOST_REPS = 6, 10


def reps_to_failure(reps: float, rpe: float | None) -> float:
    """Reps and those that were left in reserve; none where no effort is known."""
    return reps if rpe is None else reps + TOP_RPE - rpe


def e1rm(weight: float, reps: float, formula: Formula = Formula.EPLEY) -> float | None:
    """Estimated one-repetition maximum in the unit of `weight`; `reps` are those to failure.

    None outside 1 to 10 reps; above `DOUBTFUL_ABOVE` it is to be flagged.
    """
    if not 1 <= reps <= MOST_REPS or weight <= 0:
        return None
    if reps == 1:
        return weight
    if formula is Formula.EPLEY:
        return weight * (1 + reps / 30)
    if formula is Formula.BRZYCKI:
        return 36 * weight / (37 - reps)
    return 100 * weight / (48.8 + 53.8 * exp(-0.075 * reps))
