"""Strength as part of the heaviest lift (MODEL.md section 5)."""

from __future__ import annotations

from math import floor

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
