"""Which runs count, and what is read off them (MODEL.md section 6)."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from math import fsum, log
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from hemipelvi_gui.coach.verdict.weeks import week_number
from hemipelvi_gui.domain.done_runs import Surface
from hemipelvi_gui.domain.running import MINUTE_S, efficiency, same_effort, speed
from hemipelvi_gui.domain.runs import RunKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date

    from hemipelvi_gui.domain.done_runs import DoneRun

SHORTEST_S, LONGEST_S = 30 * MINUTE_S, 90 * MINUTE_S
EASY_PERCENT = 80
DAYS_A_YEAR = 365
RACE_METRES = 3000.0
# What nobody's heart does is a fault of the strap.
FASTEST_HEART = 230.0
NO_EASY_RUNS = frozenset({RunKind.RACE, RunKind.QUALITY})
NO_RUNS = frozenset({RunKind.REST, RunKind.OTHER})


class Race(NamedTuple):
    """A race of 3 km or more as the seconds that 10 km would have taken (Riegel)."""

    week: int
    day: date
    metres: float
    seconds: float
    ten_km_s: float


class EasyRun(NamedTuple):
    """A run that counts; `value` is its ln EF or ln speed (m/min)."""

    week: int
    value: float
    run: DoneRun


@dataclass(frozen=True)
class EasyRuns:
    """The easy steady runs of 30 to 90 minutes.

    `by_heart_rate` have a mean heart rate; `by_pace` were marked as easy, with or without one.
    `longer_or_shorter` is how many other easy runs there were. `max_heart_rate` is what 80 % are
    taken of, None where it is not known.
    """

    by_heart_rate: tuple[EasyRun, ...] = ()
    by_pace: tuple[EasyRun, ...] = ()
    longer_or_shorter: int = 0
    max_heart_rate: float | None = None

    def medians(self, runs: Iterable[EasyRun]) -> dict[int, tuple[float, int]]:
        """Each week's median, and of how many runs."""
        return {
            week: (median(each.value for each in group), len(group))
            for week, group in _by_week(runs).items()
        }

    def temperatures(self) -> dict[int, tuple[float, int]]:
        """Each week's mean temperature in °C of the runs that say theirs."""
        both = {each.run.id: each for each in (*self.by_heart_rate, *self.by_pace)}
        found: dict[int, tuple[float, int]] = {}
        for week, group in _by_week(both.values()).items():
            known = [t for each in group if (t := each.run.temperature_c) is not None]
            if known:
                found[week] = (fsum(known) / len(known), len(known))
        return found

    def devices(self) -> dict[int, Mapping[str, int]]:
        """What measured the heart rates of each week, as far as it is named."""
        return {
            week: Counter(each.run.device for each in group if each.run.device)
            for week, group in _by_week(self.by_heart_rate).items()
        }


def easy_runs(runs: Iterable[DoneRun], max_heart_rate: float | None) -> EasyRuns:
    """Those of these runs that count, by what 80 % of this maximum are."""
    hearts: list[EasyRun] = []
    paces: list[EasyRun] = []
    others = 0
    for run in runs:
        if not is_easy(run, max_heart_rate):
            continue
        if run.seconds is None or not SHORTEST_S <= run.seconds <= LONGEST_S:
            others += 1
            continue
        week = week_number(run.date)
        hearts += _valued(run, week, efficiency)
        paces += _valued(run, week, speed) if run.kind is RunKind.EASY else ()
    return EasyRuns(tuple(hearts), tuple(paces), others, max_heart_rate)


def is_easy(run: DoneRun, max_heart_rate: float | None) -> bool:
    """Marked so; or at 80 % of the maximum at most, and no race, interval or trail run."""
    if run.kind is RunKind.EASY:
        return True
    if run.kind in NO_EASY_RUNS | NO_RUNS or run.surface is Surface.TRAIL:
        return False
    if not run.heart_rate or max_heart_rate is None:
        return False
    return run.heart_rate * 100 <= EASY_PERCENT * max_heart_rate


def highest_seen(runs: Iterable[DoneRun], as_of: date) -> float | None:
    """The highest heart rate of the year that ends on this day, None where there is none."""
    end = as_of.toordinal()
    return max(
        (
            beats
            for run in runs
            if end - DAYS_A_YEAR < run.date.toordinal() <= end
            for beats in (run.max_heart_rate, run.heart_rate)
            if beats and beats <= FASTEST_HEART
        ),
        default=None,
    )


def races(runs: Iterable[DoneRun]) -> tuple[Race, ...]:
    """Races of 3 km or more that were not on trails, by day, over flat-equivalent metres."""
    found = []
    for run in runs:
        metres = run.metres if run.flat_metres is None else run.flat_metres
        if run.kind is not RunKind.RACE or run.surface is Surface.TRAIL or not run.seconds:
            continue
        if metres and (run.metres or metres) >= RACE_METRES:
            week, worth = week_number(run.date), same_effort(metres, run.seconds)
            found.append(Race(week, run.date, metres, run.seconds, worth))
    return tuple(sorted(found))


def weekly_km(runs: Iterable[DoneRun]) -> dict[int, float]:
    """Kilometres of all running, easy or not, by week."""
    by_week: dict[int, list[float]] = {}
    for run in runs:
        if run.metres and run.kind not in NO_RUNS:
            by_week.setdefault(week_number(run.date), []).append(run.metres / 1000)
    return {week: fsum(each) for week, each in by_week.items()}


def _valued(run: DoneRun, week: int, worth: Callable[[DoneRun], float | None]) -> list[EasyRun]:
    value = worth(run)
    return [EasyRun(week, log(value), run)] if value is not None and value > 0 else []


def _by_week(runs: Iterable[EasyRun]) -> dict[int, list[EasyRun]]:
    found: dict[int, list[EasyRun]] = {}
    for each in runs:
        found.setdefault(each.week, []).append(each)
    return found
