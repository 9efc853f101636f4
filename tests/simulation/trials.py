"""The verdict's own rule, week by week, over made-up years."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from math import sqrt
from random import Random
from typing import TYPE_CHECKING

from hemipelvi_gui.coach.verdict.cautions import cautions
from hemipelvi_gui.coach.verdict.evidence import evidence
from hemipelvi_gui.coach.verdict.rule import Code, decide
from hemipelvi_gui.coach.verdict.series import Basis
from tests.simulation.worlds import CHANGE, LEAD, series, year

if TYPE_CHECKING:
    from hemipelvi_gui.coach.verdict.series import Series
    from tests.simulation.worlds import World

# A lasting change stands out for as long as the weeks before it are still compared with.
SEEN_WITHIN = 16


@dataclass
class Tally:
    """In how many of `years` a verdict came up at all, and soon after the change."""

    years: int = 0
    ever: Counter[Code] = field(default_factory=Counter)
    soon: Counter[Code] = field(default_factory=Counter)

    def rate(self, code: Code, *, soon: bool = False) -> float:
        """Share of the years, in [0, 1]."""
        return (self.soon if soon else self.ever)[code] / self.years


def codes(log: Series, first: int) -> list[Code]:
    """The verdict as of the end of each week from the one numbered `first` on."""
    before = evidence(log, Basis.HEART_RATE, first - 1)
    found = []
    for last in range(first, log.last + 1):
        now = evidence(log, Basis.HEART_RATE, last)
        found.append(decide(now, before, bool(cautions(log, now))))
        before = now
    return found


def trial(world: World, years: int, seed: int) -> Tally:
    """So many years of this world, each with a log of its own."""
    random = Random(f"{world.name} {seed}")
    tally = Tally(years)
    for _ in range(years):
        log = series(year(world, random))
        judged = codes(log, log.last - len(log.km) + 1 + LEAD - 1)
        tally.ever.update(set(judged))
        since = CHANGE - LEAD + 1
        tally.soon.update(set(judged[since : since + SEEN_WITHIN]))
    return tally


def wilson(rate: float, of: int, z: float = 1.96) -> tuple[float, float]:
    """The 95 % interval of a rate that was counted (Wilson 1927)."""
    middle = (rate + z * z / (2 * of)) / (1 + z * z / of)
    reach = z * sqrt(rate * (1 - rate) / of + z * z / (4 * of * of)) / (1 + z * z / of)
    return max(middle - reach, 0.0), min(middle + reach, 1.0)
