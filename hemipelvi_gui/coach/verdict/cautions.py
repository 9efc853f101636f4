"""What else changed meanwhile, so that the verdict has to be "unclear" (MODEL.md section 7)."""

from __future__ import annotations

from enum import StrEnum
from math import expm1, fsum
from typing import TYPE_CHECKING, NamedTuple

from hemipelvi_gui.coach.verdict.evidence import LEAST_WEEKS_BEFORE, race_change
from hemipelvi_gui.coach.verdict.rule import MATERIAL
from hemipelvi_gui.coach.verdict.series import Basis

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from hemipelvi_gui.coach.verdict.evidence import Evidence
    from hemipelvi_gui.coach.verdict.series import Series
    from hemipelvi_gui.coach.verdict.weeks import Windows

KM_SHIFT = 0.25
WARMER_C = 5.0
# Readings on each side before a mean temperature is one.
LEAST_TEMPERATURES = 2
# A watch that took over within the weeks before has changed the numbers as well.
DEVICE_SHIFT = 0.5
# Ill in so many of the weeks before, they are no measure of health.
ILL_WEEKS_BEFORE = 3


class Caution(StrEnum):
    """What makes it unclear."""

    RACES = "races"
    KM = "weekly_km"
    TEMPERATURE = "temperature"
    ILLNESS = "illness"
    DEVICE = "device"


class Sides(NamedTuple):
    """The same of the weeks before and of the recent ones."""

    before: float
    recent: float


def cautions(series: Series, now: Evidence) -> tuple[Caution, ...]:
    """What else changed between the weeks before and the recent ones."""
    return tuple(caution for caution, holds in CHECKS.items() if holds(series, now))


def weekly_km(series: Series, windows: Windows) -> Sides | None:
    """Mean km a week before and since.

    Weeks before the first logged one count for nothing. None where too few of those before have
    any, as where races alone are logged.
    """
    if sum(week in series.km for week in windows.before) < LEAST_WEEKS_BEFORE:
        return None
    begun = min(series.km, default=windows.recent.stop)
    before = [series.km.get(week, 0.0) for week in windows.before if week >= begun]
    recent = [series.km.get(week, 0.0) for week in windows.recent if week >= begun]
    if not fsum(before):
        return None
    return Sides(fsum(before) / len(before), fsum(recent) / len(recent))


def temperatures(series: Series, windows: Windows) -> Sides | None:
    """Mean temperature in °C of the runs before and since; None where it is known of too few."""
    means = []
    for window in (windows.before, windows.recent):
        known = [series.temperature[week] for week in window if week in series.temperature]
        count = sum(each.count for each in known)
        if count < LEAST_TEMPERATURES:
            return None
        means.append(fsum(each.value * each.count for each in known) / count)
    return Sides(*means)


def ill(series: Series, windows: Windows) -> Sides:
    """Weeks with days of illness before, and days of illness since."""
    before = sum(bool(series.ill.get(week)) for week in windows.before)
    return Sides(before, sum(series.ill.get(week, 0) for week in windows.recent))


def raced(series: Series, now: Evidence) -> float | None:
    """How much faster the races of the last eight weeks were, as ln, where easy runs are judged."""
    return None if now.basis is Basis.RACES else race_change(series, now.windows)


def measured(series: Series, window: range) -> Mapping[str, float]:
    """Which part of the runs each device measured, in [0, 1], as far as it is named."""
    counts: dict[str, int] = {}
    for week in window:
        for name, count in series.devices.get(week, {}).items():
            counts[name] = counts.get(name, 0) + count
    total = sum(counts.values())
    return {name: counts[name] / total for name in sorted(counts)} if total else {}


def _races(series: Series, now: Evidence) -> bool:
    """Races and easy runs moved apart, both by more than 1 %."""
    change = raced(series, now)
    if change is None or now.running is None:
        return False
    changes = (expm1(change), expm1(now.running.change))
    return min(changes) < -MATERIAL and max(changes) > MATERIAL


def _km(series: Series, now: Evidence) -> bool:
    found = weekly_km(series, now.windows)
    return found is not None and abs(found.recent / found.before - 1) > KM_SHIFT


def _temperature(series: Series, now: Evidence) -> bool:
    found = temperatures(series, now.windows)
    return found is not None and abs(found.recent - found.before) > WARMER_C


def _illness(series: Series, now: Evidence) -> bool:
    found = ill(series, now.windows)
    return found.recent > 0 or found.before >= ILL_WEEKS_BEFORE


def _device(series: Series, now: Evidence) -> bool:
    """A device that the weeks before did not know, or one that has taken over since."""
    if now.basis is not Basis.HEART_RATE:
        return False
    before, recent = (measured(series, each) for each in (now.windows.before, now.windows.recent))
    if not before or not recent:
        return False
    if recent.keys() - before.keys():
        return True
    moved = fsum(max(share - before.get(name, 0.0), 0.0) for name, share in recent.items())
    return moved > DEVICE_SHIFT


CHECKS: dict[Caution, Callable[[Series, Evidence], bool]] = {
    Caution.RACES: _races,
    Caution.KM: _km,
    Caution.TEMPERATURE: _temperature,
    Caution.ILLNESS: _illness,
    Caution.DEVICE: _device,
}
