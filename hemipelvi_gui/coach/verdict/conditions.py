"""What the rule asks of a log, one by one, each with its answer and the numbers behind it."""

from __future__ import annotations

from math import expm1
from typing import TYPE_CHECKING, NamedTuple

from hemipelvi_gui.coach.verdict.result import Step
from hemipelvi_gui.coach.verdict.rule import (
    better,
    lift_up,
    likely_worse,
    most_tighter,
    no_tighter,
    stays,
    tighter,
    worse,
)
from hemipelvi_gui.coach.verdict.wording import chance, signed
from hemipelvi_gui.domain.text import Text, translate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from hemipelvi_gui.coach.verdict.evidence import Evidence
    from hemipelvi_gui.coach.verdict.rule import Condition

YES, NO = translate("Verdict", "yes"), translate("Verdict", "no")
NOTHING = translate("Verdict", "too little is logged")


class Asked(NamedTuple):
    """A condition in words, and the numbers that it looks at."""

    words: Text
    numbers: Callable[[Evidence], Text]


def conditions(now: Evidence, before: Evidence) -> Iterator[Step]:
    """A step for each. Hurting and helping must have held a week earlier too."""
    for holds, asked in CONDITIONS.items():
        yield Step(
            asked.words,
            translate(
                "Verdict",
                "Now: {now} ({numbers}). As of a week earlier: {before} ({earlier}).",
                now=YES if holds(now) else NO,
                numbers=asked.numbers(now),
                before=YES if holds(before) else NO,
                earlier=asked.numbers(before),
            ),
        )


def _lift(of: Evidence) -> Text:
    if of.lift is None:
        return NOTHING
    return translate("Verdict", "{chance} %", chance=chance(of.lift.line.probability))


def _running(of: Evidence) -> Text:
    if of.running is None:
        return NOTHING
    return translate(
        "Verdict",
        "{change} %, {z} errors",
        change=signed(100 * expm1(of.running.change)),
        z=signed(of.running.z, 2),
    )


def _within(of: Evidence) -> Text:
    if of.running is None:
        return NOTHING
    low, high = (signed(100 * expm1(end)) for end in of.running.interval())
    return translate("Verdict", "{low} to {high} %", low=low, high=high)


def _tightness(of: Evidence) -> Text:
    if of.tightness is None:
        return NOTHING
    return translate(
        "Verdict",
        "{change} points, {z} errors",
        change=signed(of.tightness.change, 2),
        z=signed(of.tightness.z, 2),
    )


def _bound(of: Evidence) -> Text:
    if of.tightness is None:
        return NOTHING
    return translate("Verdict", "{most} at most", most=signed(most_tighter(of.tightness), 2))


CONDITIONS: dict[Condition, Asked] = {
    lift_up: Asked(translate("Verdict", "The big lifts rise, with 90 % or more"), _lift),
    worse: Asked(
        translate("Verdict", "Running worse by more than 1 %, and beyond 1.645 errors"), _running
    ),
    likely_worse: Asked(
        translate(
            "Verdict", "Running worse by more than 1 %, and beyond 1.28 errors: enough to watch"
        ),
        _running,
    ),
    better: Asked(
        translate("Verdict", "Running better by more than 1 %, and beyond 1.645 errors"), _running
    ),
    stays: Asked(translate("Verdict", "Running within 3 %, nine times in ten"), _within),
    tighter: Asked(
        translate("Verdict", "Tightness up by more than 0.5, and beyond 1.28 errors"), _tightness
    ),
    no_tighter: Asked(translate("Verdict", "Tightness not up by 0.5, nine times in ten"), _bound),
}
