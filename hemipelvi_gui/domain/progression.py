"""How an item goes on from one time to the next, as the runner set it.

It says only what is wanted; `coach.progress` works out numbers, from what was done or from what is
planned, and gives a reason with each.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Progress(StrEnum):
    """ADD_LOAD: a step heavier. DOUBLE: reps to the top of the range, then load. ADD_SET: a set.

    PERCENT: per cent of 1RM by week. HOLD_RPE: the load follows, so that the effort stays.
    """

    ADD_LOAD = "add-load"
    DOUBLE = "double"
    ADD_SET = "add-set"
    PERCENT = "percent"
    HOLD_RPE = "hold-rpe"


@dataclass(frozen=True)
class Progression:
    """What is added, and up to where.

    `step` is in the unit of the item's load, or in per cent of it where `relative`. `most_sets` is
    where adding sets ends. `percents` are of 1RM, one a week, the last one kept after them.
    """

    kind: Progress
    step: float = 2.5
    relative: bool = False
    most_sets: int = 5
    percents: tuple[float, ...] = ()
