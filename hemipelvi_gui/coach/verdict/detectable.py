"""How large a change this log could have shown: a verdict without it says too much."""

from __future__ import annotations

from math import expm1
from typing import TYPE_CHECKING

from hemipelvi_gui.coach.verdict.rule import MATERIAL, SURE
from hemipelvi_gui.coach.verdict.statistics import NORMAL

if TYPE_CHECKING:
    from hemipelvi_gui.coach.verdict.statistics import Difference

POWER = 0.80


def detectable_change(running: Difference) -> float:
    """The smallest worsening of running, in %, that the rule would see four times in five.

    One-sided: the rule's 1.645 standard errors and .84 more. It is said of running alone, in one
    week; "hurting" wants tightness too, and two weeks running, and so takes a larger change
    (docs/verdict.md has how much larger).
    """
    needed = (SURE + NORMAL.inv_cdf(POWER)) * running.error
    return 100 * max(-expm1(-needed), MATERIAL)
