"""What a log's own stated size comes to: how often a change so large is seen, and how soon."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import log1p
from random import Random
from statistics import median
from typing import TYPE_CHECKING

from hemipelvi_gui.coach.verdict.detectable import detectable_change
from hemipelvi_gui.coach.verdict.evidence import evidence
from hemipelvi_gui.coach.verdict.rule import Code, worse
from hemipelvi_gui.coach.verdict.series import Basis
from tests.simulation.trials import codes
from tests.simulation.worlds import CHANGE, FIRST, World, series, year

if TYPE_CHECKING:
    from tests.simulation.worlds import Week

SOON, LATE = 4, 16
TIGHTER = 1.5
# None is the size that each log itself says it would show.
SIZES = (None, -0.03, -0.05, -0.06, -0.08)


@dataclass(frozen=True)
class Seen:
    """Shares of the years in [0, 1], and the change of running in % (of many sizes the median).

    `running`: that running is worse, four weeks after the change; `soon` and `late`: that
    "hurting" was said within 4 and within 16 weeks of it.
    """

    percent: float
    running: float
    soon: float
    late: float


def seen(size: float | None, years: int, seed: int) -> Seen:
    """Years in which running changes by this much, tightness by 1.5, and both for good."""
    random = Random(f"stated {seed}")
    world = World("stated", tighter=TIGHTER)
    sizes, running, soon, late = list[float](), 0, 0, 0
    fourth = FIRST + CHANGE + SOON - 1
    for _ in range(years):
        weeks = year(world, random)
        by = _stated(weeks, fourth) if size is None else size
        sizes.append(100 * by)
        log = series(_changed(weeks, log1p(by)))
        running += worse(evidence(log, Basis.HEART_RATE, fourth))
        judged = codes(log, FIRST + CHANGE)
        soon += Code.HURTING in judged[:SOON]
        late += Code.HURTING in judged[:LATE]
    return Seen(median(sizes), running / years, soon / years, late / years)


def stated(years: int, seed: int) -> str:
    """All sizes as a Markdown table."""
    rows = []
    for size in SIZES:
        of = seen(size, years, seed)
        name = f"{of.percent:.1f} %".replace("-", "\u2212")
        name = f"as stated (median {name})" if size is None else name
        rows.append(f"| {name} | {of.running:.0%} | {of.soon:.0%} | {of.late:.0%} |")
    heads = "| change of running | running worse, in week 4 | hurting within 4 weeks | within 16 |"
    return "\n".join((heads, "|---|---|---|---|", *rows))


def _stated(weeks: list[Week], last: int) -> float:
    """What the log says it would show once all four recent weeks are changed; below 0."""
    of = evidence(series(weeks), Basis.HEART_RATE, last).running
    return 0.0 if of is None else -detectable_change(of) / 100


def _changed(weeks: list[Week], by: float) -> list[Week]:
    return [
        replace(week, runs=[run + by for run in week.runs]) if number >= CHANGE else week
        for number, week in enumerate(weeks)
    ]
