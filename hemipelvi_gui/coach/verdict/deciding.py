"""Which row of the table made the verdict what it is, and what kept the rows before it away."""

from __future__ import annotations

from math import expm1
from typing import TYPE_CHECKING

from hemipelvi_gui.coach.verdict.conditions import CONDITIONS
from hemipelvi_gui.coach.verdict.result import Step
from hemipelvi_gui.coach.verdict.rule import (
    TABLE,
    better,
    lift_up,
    most_tighter,
    no_tighter,
    worse,
)
from hemipelvi_gui.coach.verdict.wording import chance, joined, signed
from hemipelvi_gui.domain.text import translate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hemipelvi_gui.coach.verdict.evidence import Evidence
    from hemipelvi_gui.coach.verdict.result import Verdict
    from hemipelvi_gui.domain.text import Text

# One for each row of the table.
NAMES = (
    translate("Verdict", "Hurting?"),
    translate("Verdict", "A cost to watch?"),
    translate("Verdict", "A cost to watch, with less certainty?"),
    translate("Verdict", "Helping?"),
    translate("Verdict", "No change that matters?"),
)
LISTED = translate("Verdict", "{some}; {more}")
AFTER = translate("Verdict", "{some} {more}")


def deciding(now: Evidence, before: Evidence, made: Verdict) -> Iterator[Step]:
    """The rows up to the one that fits first, and what decided; or what goes before all rows."""
    if now.missing:
        words = translate("Verdict", "Too little is logged, which goes before all the rest.")
    elif made.cautions:
        words = translate(
            "Verdict",
            "Something else changed, which goes before all rows of the table: {cautions}",
            cautions=joined(made.cautions, AFTER),
        )
    else:
        yield from _rows(now, before)
        words = (
            translate("Verdict", "The first row that fits.")
            if made.why_unclear is None
            else translate("Verdict", "No row fits. {why}", why=made.why_unclear)
        )
    yield Step(
        translate("Verdict", "What decided"),
        translate("Verdict", "{words} {headline}.", words=words, headline=made.headline),
    )


def why_unclear(now: Evidence, before: Evidence) -> Text:
    """In one sentence with its numbers why no row fits. Only where nothing is missing."""
    if now.running is None or now.tightness is None or now.lift is None:
        raise ValueError(now.missing)
    change, z = signed(100 * expm1(now.running.change)), signed(now.running.z, 2)
    if (worse(now) or better(now)) and not lift_up(now):
        return translate(
            "Verdict",
            "Running changed by {change} % ({z} errors), but that the big lifts rise is only "
            "{chance} % likely; it takes 90 %.",
            change=change,
            z=z,
            chance=chance(now.lift.line.probability),
        )
    if better(now) and not no_tighter(now):
        return translate(
            "Verdict",
            "Running is better by {change} % ({z} errors), but tightness may be up by {most}; it "
            "takes less than 0.5.",
            change=change,
            z=z,
            most=f"{most_tighter(now.tightness):.2f}",
        )
    if better(now):
        return translate(
            "Verdict",
            "Running is better by {change} % ({z} errors), but as of a week earlier it was not so "
            "yet.",
            change=change,
            z=z,
        )
    low, high = (signed(100 * expm1(end)) for end in now.running.interval())
    return translate(
        "Verdict",
        "Running changed by {change} %, {z} errors: that may be chance, and the interval, {low} "
        "to {high} %, goes beyond 3 %.",
        change=change,
        z=z,
        low=low,
        high=high,
    )


def _rows(now: Evidence, before: Evidence) -> Iterator[Step]:
    for name, row in zip(NAMES, TABLE, strict=True):
        failing = [CONDITIONS[holds].words for holds in row.now if not holds(now)]
        failing += [
            translate("Verdict", "{what} (a week earlier)", what=CONDITIONS[holds].words)
            for holds in row.before
            if not holds(before) and (holds not in row.now or holds(now))
        ]
        if not failing:
            yield Step(name, translate("Verdict", "Yes: all of it holds."))
            return
        words = translate("Verdict", "No. What fails: {all}.", all=joined(failing, LISTED))
        yield Step(name, words)
