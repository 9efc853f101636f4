"""What else may have changed: the numbers of each caution, whether or not it holds."""

from __future__ import annotations

from itertools import groupby
from math import expm1
from typing import TYPE_CHECKING

from hemipelvi_gui.coach.verdict.cautions import (
    CHECKS,
    ILL_WEEKS_BEFORE,
    Caution,
    ill,
    raced,
    temperatures,
    weekly_km,
)
from hemipelvi_gui.coach.verdict.result import Step
from hemipelvi_gui.coach.verdict.series import Basis
from hemipelvi_gui.coach.verdict.weeks import first_day, last_day
from hemipelvi_gui.coach.verdict.wording import CAUTIONS, joined, signed
from hemipelvi_gui.domain.day_words import day_words
from hemipelvi_gui.domain.text import Text, translate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from hemipelvi_gui.coach.verdict.evidence import Evidence
    from hemipelvi_gui.coach.verdict.series import Series

LONGEST_NAME = 40
TITLES = {
    Caution.RACES: translate("Verdict", "Races"),
    Caution.KM: translate("Verdict", "Weekly km"),
    Caution.TEMPERATURE: translate("Verdict", "Temperature"),
    Caution.ILLNESS: translate("Verdict", "Illness"),
    Caution.DEVICE: translate("Verdict", "Heart-rate device"),
}
LIMITS = {
    Caution.RACES: translate(
        "Verdict", "In opposite directions, by more than 1 % each, it is unclear."
    ),
    Caution.KM: translate("Verdict", "By more than 25 % it is unclear."),
    Caution.TEMPERATURE: translate("Verdict", "By more than 5 \u00b0C it is unclear."),
    Caution.ILLNESS: translate(
        "Verdict",
        "With one such day in the recent weeks, or {weeks} such weeks before, it is unclear.",
        weeks=ILL_WEEKS_BEFORE,
    ),
    Caution.DEVICE: translate(
        "Verdict", "With a new one, or one that took over more than half, it is unclear."
    ),
}


def caution_words(kind: Caution, series: Series, now: Evidence) -> Text:
    """That it holds, and by which numbers."""
    numbers = NUMBERS[kind](series, now)
    if numbers is None:
        return CAUTIONS[kind]
    return translate("Verdict", "{what} {numbers}", what=CAUTIONS[kind], numbers=numbers)


def caution_steps(series: Series, now: Evidence) -> Iterator[Step]:
    """A step for each."""
    for kind, holds in CHECKS.items():
        numbers = NUMBERS[kind](series, now)
        if numbers is None:
            yield Step(TITLES[kind], translate("Verdict", "Too little is known to compare."))
            continue
        answer = (
            translate("Verdict", "It is so here.")
            if holds(series, now)
            else translate("Verdict", "It is not so here.")
        )
        told = translate(
            "Verdict",
            "{numbers} {limit} {answer}",
            numbers=numbers,
            limit=LIMITS[kind],
            answer=answer,
        )
        yield Step(TITLES[kind], told)


def _races(series: Series, now: Evidence) -> Text | None:
    change = raced(series, now)
    if change is None or now.running is None:
        return None
    return translate(
        "Verdict",
        "Races of the last eight weeks against those of the 18 before: {raced} %; easy runs: "
        "{run} %.",
        raced=signed(100 * expm1(change)),
        run=signed(100 * expm1(now.running.change)),
    )


def _km(series: Series, now: Evidence) -> Text | None:
    found = weekly_km(series, now.windows)
    if found is None:
        return None
    return translate(
        "Verdict",
        "{before} km a week before, {recent} km since: {change} %.",
        before=f"{found.before:.1f}",
        recent=f"{found.recent:.1f}",
        change=signed(100 * (found.recent / found.before - 1)),
    )


def _temperature(series: Series, now: Evidence) -> Text | None:
    found = temperatures(series, now.windows)
    if found is None:
        return None
    return translate(
        "Verdict",
        "{before} \u00b0C before, {recent} \u00b0C since: {change} \u00b0C.",
        before=f"{found.before:.1f}",
        recent=f"{found.recent:.1f}",
        change=signed(found.recent - found.before),
    )


def _illness(series: Series, now: Evidence) -> Text:
    found = ill(series, now.windows)
    return translate(
        "Verdict",
        "Days of illness in the recent weeks: {days}; weeks with such a day before: {weeks}.",
        days=round(found.recent),
        weeks=round(found.before),
    )


def _devices(series: Series, now: Evidence) -> Text | None:
    """By week; those that follow each other with the same devices are told as one stretch."""
    if now.basis is not Basis.HEART_RATE:
        return None
    named = [week for week in now.windows.both if series.devices.get(week)]
    stretches = [
        _stretch(series, list(weeks))
        for _, weeks in groupby(named, lambda week: sorted(series.devices[week]))
    ]
    if not stretches:
        return None
    listed = joined(stretches, translate("Verdict", "{some}; {more}"))
    return translate("Verdict", "Runs by device: {stretches}.", stretches=listed)


def _stretch(series: Series, weeks: list[int]) -> Text:
    counts: dict[str, int] = {}
    for week in weeks:
        for name, count in series.devices[week].items():
            counts[name] = counts.get(name, 0) + count
    listed = ", ".join(f"{_name(name)} {counts[name]}" for name in sorted(counts))
    return translate(
        "Verdict",
        "{first} to {last} {counts}",
        first=day_words(first_day(weeks[0])),
        last=day_words(last_day(weeks[-1])),
        counts=listed,
    )


def _name(device: str) -> str:
    """On one line, for it comes from a file."""
    return "".join(each if each.isprintable() else " " for each in device[:LONGEST_NAME])


NUMBERS: dict[Caution, Callable[[Series, Evidence], Text | None]] = {
    Caution.RACES: _races,
    Caution.KM: _km,
    Caution.TEMPERATURE: _temperature,
    Caution.ILLNESS: _illness,
    Caution.DEVICE: _devices,
}
