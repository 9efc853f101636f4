"""Another rule for "hurting", held against the program's own over the same years."""

from __future__ import annotations

from itertools import pairwise
from math import sqrt
from random import Random
from typing import TYPE_CHECKING

from hemipelvi_gui.coach.verdict.evidence import evidence
from hemipelvi_gui.coach.verdict.rule import hurts, lift_up, worse
from hemipelvi_gui.coach.verdict.series import Basis
from tests.simulation.trials import SEEN_WITHIN
from tests.simulation.worlds import CHANGE, LEAD, YEAR, series, year

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from hemipelvi_gui.coach.verdict.evidence import Evidence
    from tests.simulation.worlds import World

# Each must be likely on its own, and both together surer than either has to be by the table.
EACH, TIGHTER = 1.0, 0.5
TOGETHER = 2.6


def hurts_together(of: Evidence, together: float = TOGETHER) -> bool:
    """Stouffer's sum of both z in the place of a limit for each."""
    if of.running is None or of.tightness is None or not lift_up(of) or not worse(of, EACH):
        return False
    tight = of.tightness.z if of.tightness.change > TIGHTER else 0.0
    return tight > EACH and (tight - of.running.z) / sqrt(2) > together


RULES: dict[str, Callable[[Evidence], bool]] = {
    "the table's": hurts,
    "both z together over 2.6": hurts_together,
    "both z together over 2.8": lambda of: hurts_together(of, 2.8),
}


def rates(world: World, years: int, seed: int, *, soon: bool) -> list[float]:
    """For each rule the share of years with two such weeks running; `soon`: after the change."""
    random = Random(f"{world.name} {seed}")
    raised = dict.fromkeys(RULES, 0)
    since = CHANGE - LEAD + 1 if soon else 0
    until = since + SEEN_WITHIN if soon else YEAR + 1
    for _ in range(years):
        log = series(year(world, random))
        weeks = [evidence(log, Basis.HEART_RATE, log.last - YEAR + n) for n in range(YEAR + 1)]
        for name, rule in RULES.items():
            raised[name] += _two_running(
                [not of.missing and rule(of) for of in weeks], since, until
            )
    return [count / years for count in raised.values()]


def _two_running(weeks: Sequence[bool], since: int, until: int) -> bool:
    pairs = [now and before for before, now in pairwise(weeks)]
    return any(pairs[since:until])
