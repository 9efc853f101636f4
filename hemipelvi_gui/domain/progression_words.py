"""A progression in a few words: `+2.5kg`, `reps then +5%`, `+1 set up to 5`, `hold RPE`.

`parse` reads what a runner types, `write` gives the canonical words, with numbers to three
decimals. The unit is that of the item's load: it may be written, and has to be the same one.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hemipelvi_gui.domain.errors import KnownError
from hemipelvi_gui.domain.grammar_tokens import NUMBER, mass_unit
from hemipelvi_gui.domain.progression import Progress, Progression
from hemipelvi_gui.domain.text import Text, translate
from hemipelvi_gui.domain.units import MassUnit, plain

if TYPE_CHECKING:
    from collections.abc import Callable

LONGEST = 2000
LARGEST_STEP, LARGEST_RISE = 100.0, 50.0
MOST_SETS = 50
LEAST_PERCENT, LARGEST_PERCENT = 20.0, 120.0
MOST_WEEKS = 200
EXAMPLE = translate(
    "Progression",
    "Write it as +2.5kg, +5%, reps then +2.5kg, +1 set up to 5, 70 75 80% of 1RM, or hold RPE.",
)

# A comma between per cents parts them, so their decimals have a point.
PERCENT = r"\d+(?:\.\d+)?"
PERCENT_LIST = rf"{PERCENT}(?:(?:\s*%)?[\s,;/]+{PERCENT})*"
STEP = rf"(?P<step>{NUMBER})\s*(?P<unit>%|kgs?\b|lbs?\b|pounds?\b)?"
LOAD = re.compile(rf"(?:add\s+\+?|\+)\s*{STEP}", re.IGNORECASE)
DOUBLE = re.compile(rf"reps\s*,?\s*(?:and\s+)?then\s+(?:add\s+)?\+?\s*{STEP}", re.IGNORECASE)
SET = re.compile(
    rf"(?:add\s+)?\+?\s*(?:1|one|a)\s+set\b(?:\s*,?\s*(?:up\s+)?to\s+(?P<most>{NUMBER})"
    r"(?:\s+sets?\b)?)?",
    re.IGNORECASE,
)
HOLD = re.compile(r"(?:hold|keep|same)\s+(?:the\s+)?(?:rpe|effort)\b", re.IGNORECASE)
PERCENTS = re.compile(
    rf"(?P<percents>{PERCENT_LIST})\s*%(?:\s*(?:of\s+)?1rm\b)?"
    rf"|(?P<bare>{PERCENT_LIST})\s*(?:of\s+)?1rm\b",
    re.IGNORECASE,
)


class ProgressionError(KnownError):
    """A progression that can't be read: `column` (from 0) is where in `text`."""

    def __init__(self, text: str, column: int, message: Text, advice: Text = EXAMPLE) -> None:
        self.text, self.column = text, column
        super().__init__(message, advice)


def write(progression: Progression, unit: MassUnit | None = None) -> str:
    """The canonical words; steps without a unit where none is given."""
    p = progression
    step = f"+{plain(p.step)}" + ("%" if p.relative else str(unit or ""))
    if p.kind is Progress.ADD_LOAD:
        return step
    if p.kind is Progress.DOUBLE:
        return f"reps then {step}"
    if p.kind is Progress.ADD_SET:
        return f"+1 set up to {p.most_sets}"
    if p.kind is Progress.PERCENT:
        return f"{' '.join(plain(each) for each in p.percents)}% of 1RM"
    return "hold RPE"


def parse(text: str, unit: MassUnit | None = None) -> Progression:
    """Read a progression of an item whose load is in `unit` (None: any).

    Raises ProgressionError with the column of the first word that can't be read, of another unit,
    or of a number that makes no sense.
    """
    if len(text) > LONGEST:
        message = translate("Progression", "This is too long for a progression.")
        raise ProgressionError(text, LONGEST, message)
    start = len(text) - len(text.lstrip())
    end = len(text.rstrip())
    if start >= end:
        raise ProgressionError(text, 0, translate("Progression", "Nothing is written here."))
    furthest = start
    for pattern, made in FORMS:
        found = pattern.match(text, start, end)
        if found is None:
            continue
        if found.end() == end:
            return made(text, found, unit)
        furthest = max(furthest, found.end())
    while furthest < end and text[furthest].isspace():
        furthest += 1
    word = text[furthest:end].split()[0][:20]
    message = translate("Progression", "\u201c{word}\u201d can't be read.", word=word)
    raise ProgressionError(text, furthest, message)


def words(progression: Progression, unit: MassUnit = MassUnit.KG) -> Text:
    """The progression as a runner says it: 2.5 kg more each time."""
    p = progression
    step = f"{plain(p.step)} %" if p.relative else f"{plain(p.step)} {unit}"
    if p.kind is Progress.ADD_LOAD:
        return translate("Progression", "{step} more each time", step=step)
    if p.kind is Progress.DOUBLE:
        return translate("Progression", "more reps, then {step} more", step=step)
    if p.kind is Progress.ADD_SET:
        return translate("Progression", "one set more each time, up to {sets}", sets=p.most_sets)
    if p.kind is Progress.PERCENT:
        percents = ", ".join(plain(each) for each in p.percents)
        return translate("Progression", "{percents} % of 1RM, week by week", percents=percents)
    return translate("Progression", "load by feel, so that the RPE stays")


def _load(kind: Progress) -> Callable[[str, re.Match[str], MassUnit | None], Progression]:
    def made(text: str, found: re.Match[str], unit: MassUnit | None) -> Progression:
        step, written = _number(found["step"]), found["unit"]
        relative = written == "%"
        if written and not relative and unit is not None and mass_unit(written) is not unit:
            message = translate(
                "Progression", "The load of this item is in {unit}.", unit=str(unit)
            )
            raise ProgressionError(text, found.start("unit"), message)
        most = LARGEST_RISE if relative else LARGEST_STEP
        if not 0 < step <= most:
            message = translate(
                "Progression", "A step is more than 0 and at most {most}.", most=plain(most)
            )
            raise ProgressionError(text, found.start("step"), message)
        return Progression(kind, step, relative)

    return made


def _sets(text: str, found: re.Match[str], unit: MassUnit | None) -> Progression:
    del unit
    if found["most"] is None:
        return Progression(Progress.ADD_SET)
    most = _number(found["most"])
    if most != int(most) or not 1 <= most <= MOST_SETS:
        message = translate("Progression", "Sets go from 1 to {most}.", most=MOST_SETS)
        raise ProgressionError(text, found.start("most"), message)
    return Progression(Progress.ADD_SET, most_sets=int(most))


def _percents(text: str, found: re.Match[str], unit: MassUnit | None) -> Progression:
    del unit
    name = "percents" if found["percents"] else "bare"
    values: list[float] = []
    for each in re.compile(PERCENT).finditer(text, found.start(name), found.end(name)):
        value = _number(each.group())
        if not LEAST_PERCENT <= value <= LARGEST_PERCENT:
            message = translate(
                "Progression",
                "Per cents of 1RM go from {least} to {most}.",
                least=plain(LEAST_PERCENT),
                most=plain(LARGEST_PERCENT),
            )
            raise ProgressionError(text, each.start(), message)
        values.append(value)
    if len(values) > MOST_WEEKS:
        message = translate("Progression", "At most {most} weeks.", most=MOST_WEEKS)
        raise ProgressionError(text, found.start(name), message)
    return Progression(Progress.PERCENT, percents=tuple(values))


def _hold(text: str, found: re.Match[str], unit: MassUnit | None) -> Progression:
    del text, found, unit
    return Progression(Progress.HOLD_RPE)


def _number(text: str) -> float:
    # Three decimals are what `write` gives back.
    return round(float(text.replace(",", ".")), 3)


FORMS = (
    (SET, _sets),
    (PERCENTS, _percents),
    (LOAD, _load(Progress.ADD_LOAD)),
    (DOUBLE, _load(Progress.DOUBLE)),
    (HOLD, _hold),
)
