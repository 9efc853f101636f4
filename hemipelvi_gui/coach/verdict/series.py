"""What the verdict reads off a log, week by week. Weeks are numbers (see `weeks`)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from math import fsum
from typing import TYPE_CHECKING

from hemipelvi_gui.coach.verdict.lifting import Exposure, exposures
from hemipelvi_gui.coach.verdict.running import (
    EasyRuns,
    Race,
    easy_runs,
    highest_seen,
    races,
    weekly_km,
)
from hemipelvi_gui.coach.verdict.weeks import (
    BEFORE,
    RACE_WEEKS,
    RECENT,
    last_complete_week,
    week_number,
    within,
)

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from hemipelvi_gui.domain.balance import Library
    from hemipelvi_gui.domain.check_ins import CheckIn
    from hemipelvi_gui.domain.log import Log
    from hemipelvi_gui.domain.settings import Settings


# What the rule looks at, as of the last week and of the one before it.
COMPARED = BEFORE + RECENT + 1


class Basis(StrEnum):
    """What running is judged by: EF, the pace of runs marked easy, or races alone."""

    HEART_RATE = "heart rate"
    PACE = "pace"
    RACES = "races"


@dataclass(frozen=True, slots=True)
class Weekly:
    """One week's median or mean, and of how many."""

    value: float
    count: int


Weeks = Mapping[int, Weekly]


@dataclass(frozen=True)
class Series:
    """Weekly values up to the week `last`.

    `running` has the medians of ln EF and of ln speed (m/min), `tightness` the means of each day's
    largest rating, `temperature` the means (°C) of the runs behind `running`, `devices` what
    measured their heart rates and how often. `ill` counts days. `pains` are a week's worst.
    """

    last: int
    running: Mapping[Basis, Weeks] = field(default_factory=dict)
    races: tuple[Race, ...] = ()
    tightness: Weeks = field(default_factory=dict)
    exposures: tuple[Exposure, ...] = ()
    km: Mapping[int, float] = field(default_factory=dict)
    temperature: Weeks = field(default_factory=dict)
    devices: Mapping[int, Mapping[str, int]] = field(default_factory=dict)
    ill: Mapping[int, int] = field(default_factory=dict)
    pains: Mapping[int, float] = field(default_factory=dict)
    easy: EasyRuns = field(default_factory=EasyRuns)


def series_of(
    log: Log, library: Library, settings: Settings, as_of: date, weeks: int = COMPARED
) -> Series:
    """The last complete `weeks` before `as_of`, or on it where it is a Sunday.

    Only these are looked at closely, so that years of log cost next to nothing; at races for half
    a year at least.
    """
    last = last_complete_week(as_of)
    window = range(last - weeks + 1, last + 1)
    half_year = range(last - max(weeks, RACE_WEEKS + 1) + 1, last + 1)
    known = log.done_runs.values()
    runs, check_ins = within(known, window), within(log.check_ins.values(), window)
    found = easy_runs(runs, settings.max_heart_rate or highest_seen(known, as_of))
    return Series(
        last,
        {
            Basis.HEART_RATE: _weekly(found.medians(found.by_heart_rate)),
            Basis.PACE: _weekly(found.medians(found.by_pace)),
        },
        races(within(known, half_year)),
        tightness(check_ins),
        exposures(within(log.diary.values(), window), library, settings.body_mass_kg),
        weekly_km(runs),
        _weekly(found.temperatures()),
        found.devices(),
        Counter(week_number(each.date) for each in check_ins if each.ill),
        _worst_pains(check_ins),
        found,
    )


def tightness(check_ins: Iterable[CheckIn]) -> dict[int, Weekly]:
    """Weekly means of each day's largest rating. Pain has no part in it."""
    by_week: dict[int, list[float]] = {}
    for each in check_ins:
        if each.tightness is not None:
            by_week.setdefault(week_number(each.date), []).append(each.tightness)
    return {week: Weekly(fsum(each) / len(each), len(each)) for week, each in by_week.items()}


def _weekly(found: Mapping[int, tuple[float, int]]) -> dict[int, Weekly]:
    return {week: Weekly(*each) for week, each in found.items()}


def _worst_pains(check_ins: Iterable[CheckIn]) -> dict[int, float]:
    worst: dict[int, float] = {}
    for each in check_ins:
        if each.pain is not None:
            week = week_number(each.date)
            worst[week] = max(each.pain, worst.get(week, 0.0))
    return worst
