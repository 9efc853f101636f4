"""The words of a prescription. The table `TOKENS` is the grammar: a pattern and what it adds."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from hemipelvi_gui.domain.prescription import Load, LoadKind, Measure, Sides
from hemipelvi_gui.domain.units import MassUnit

NUMBER = r"\d+(?:[.,]\d+)?"
DASH = r"\s*[-\u2013]\s*"
TIMES = r"\s*[x\u00d7*]\s*"
MASS = r"(?:kgs?|lbs?|pounds?)\b"
CLOCK = r"\d+:\d\d"
CLOCK_UNIT = r"s(?:ec(?:ond)?s?)?|m(?:in(?:ute)?s?)?"
# The second number of a range ends there: in "@7 - 20kg" the 20 is no effort.
UP_TO = rf"{DASH}(?P<{{name}}>{NUMBER})(?![\w.,:]*[\w%])"
WITH = r"(?:with\s+)?"
RPE = (1, 10)
RIR = (0, 9)

UNITS: dict[str, tuple[Measure, float]] = {
    "": (Measure.REPS, 1),
    **dict.fromkeys(("rep", "reps"), (Measure.REPS, 1)),
    **dict.fromkeys(("s", "sec", "secs", "second", "seconds"), (Measure.TIME, 1)),
    **dict.fromkeys(("min", "mins", "minute", "minutes"), (Measure.TIME, 60)),
    **dict.fromkeys(("m", "metre", "metres", "meter", "meters"), (Measure.DISTANCE, 1)),
    **dict.fromkeys(("br", "breath", "breaths"), (Measure.BREATHS, 1)),
    **dict.fromkeys(("ct", "contact", "contacts"), (Measure.CONTACTS, 1)),
}
UNIT = "|".join(sorted((name for name in UNITS if name), key=len, reverse=True))
AMOUNT = rf"(?P<low>{CLOCK}|{NUMBER})(?:{DASH}(?P<high>{CLOCK}|{NUMBER}))?"
LIMB = r"(?:sides?|legs?|arms?|foot|feet|hips?)\b"
EACH = rf"l\s*/\s*r\b|(?:/|per\s|each\s|a\s)\s*{LIMB}|/s\b|each\b|e/s\b|(?:on\s+)?both\s+sides\b"
ONE_SIDE = rf"(?:/\s*|on\s+the\s+)?(?P<side>left|right|l|r)\b(?:\s+{LIMB})?(?:\s+only\b)?"
# An amount is read whole or not at all: "3x12O" is not 3x1 and something else.
ENDS = r"(?![a-z\d]|[.,\u2013-]\d)"
# What stands between the number of sets and the amount of one.
SETS_OF = rf"(?:(?:\s*sets?)?{TIMES}|\s*sets?\s+of\s+)"
SIDES = {"l": Sides.LEFT, "r": Sides.RIGHT}

Fields = dict[str, object]


def _number(text: str, factor: float = 1) -> float:
    # Three decimals are what `write` gives back.
    return round(float(text.replace(",", ".")) * factor, 3)


def _middle(low: str, high: str | None, least: float, most: float) -> float:
    """The middle of a range; its end that lies outside the limits, so that it is found there."""
    ends = [_number(low), _number(high or low)]
    beyond = [end for end in ends if not least <= end <= most]
    return beyond[0] if beyond else round(sum(ends) / 2, 3)


def _seconds(number: str, unit: str | None) -> float:
    if ":" in number:
        minutes, seconds = number.split(":")
        return int(minutes) * 60 + int(seconds)
    return _number(number, 60 if unit and unit.lower().startswith("m") else 1)


def _volume(found: re.Match[str]) -> Fields:
    low, high, unit = found["low"], found["high"] or found["low"], (found["unit"] or "").lower()
    if ":" in low + high:
        measure, values = Measure.TIME, (_seconds(low, unit), _seconds(high, unit))
    else:
        measure, factor = UNITS[unit]
        values = (_number(low, factor), _number(high, factor))
    return {
        "sets": int(found["sets"] or 1),
        "measure": measure,
        "low": values[0],
        "high": values[1],
    }


def _reserve(found: re.Match[str]) -> Fields:
    low, high = found["low"] or found["low2"], found["high"] or found["high2"]
    return {"rir": _middle(low, high, *RIR)}


def _exertion(found: re.Match[str]) -> Fields:
    return {"rpe": _middle(found["low"], found["high"], *RPE)}


def mass_unit(text: str) -> MassUnit:
    """The unit that is meant: any word with k is kilograms."""
    return MassUnit.KG if text.lower().startswith("k") else MassUnit.LB


def _external(found: re.Match[str]) -> Fields:
    # "20kg each" is one in either hand.
    count = int(found["count"] or (2 if found["each"] else 1))
    unit = mass_unit(found["unit"])
    return {"load": Load(LoadKind.EXTERNAL, _number(found["value"]), count, unit)}


def _bodyweight(found: re.Match[str]) -> Fields:
    value = _number(found["value"] or "0") * (1 if found["sign"] in ("+", None) else -1)
    if not value:
        return {"load": Load(LoadKind.BODYWEIGHT)}
    return {"load": Load(LoadKind.BODYWEIGHT, value, 1, mass_unit(found["unit"] or "kg"))}


def _percent(found: re.Match[str]) -> Fields:
    return {"load": Load(LoadKind.PERCENT, _number(found["value"]))}


def _tempo(found: re.Match[str]) -> Fields:
    return {"tempo": "-".join(re.findall(r"\d|X", found["tempo"].upper()))}


def _side(found: re.Match[str]) -> Fields:
    side = (found["side"] or "").lower()
    return {"sides": (SIDES.get(side) or Sides(side)) if side else Sides.EACH}


def _rest(found: re.Match[str]) -> Fields:
    return {"rest_s": round(_seconds(found["value"], found["unit"]))}


@dataclass(frozen=True)
class Token:
    """One kind of word in the grammar; each may stand once."""

    name: str
    words: str
    fields: Callable[[re.Match[str]], Fields]

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """What it looks like. Compiled when the first prescription is read, not at every start."""
        return re.compile(self.words, re.IGNORECASE)


TOKENS = (
    Token(
        "load",
        rf"{WITH}(?:(?P<count>\d+){TIMES})?(?P<value>{NUMBER})\s*(?P<unit>{MASS})"
        rf"(?P<each>\s+each\b(?!\s*{LIMB}))?",
        _external,
    ),
    Token(
        "load",
        rf"{WITH}(?:bw|body-?weight)\b(?:\s+only\b)?"
        rf"(?:\s*(?P<sign>[+\-\u2212])\s*(?P<value>{NUMBER})\s*(?P<unit>{MASS})?"
        rf"|(?!\s*[+\-\u2212]))",
        _bodyweight,
    ),
    Token("load", rf"{WITH}@?\s*(?P<value>{NUMBER})\s*%(?:\s*(?:of\s+)?1rm\b)?", _percent),
    Token(
        "effort",
        rf"@?\s*(?P<low>{NUMBER})(?:{DASH}(?P<high>{NUMBER}))?"
        r"\s*(?:rir\b|reps?\s+in\s+reserve\b)"
        rf"|@?\s*rir\s*(?P<low2>{NUMBER})(?:{UP_TO.format(name='high2')})?",
        _reserve,
    ),
    Token(
        "effort",
        rf"(?:@\s*(?:rpe\s*)?|rpe\s*)(?P<low>{NUMBER})(?:{UP_TO.format(name='high')})?",
        _exertion,
    ),
    Token("tempo", r"tempo\s+(?P<tempo>[\dx](?:-?[\dx]){3})\b", _tempo),
    Token(
        "rest",
        rf"rest\s*:?\s*(?P<value>{CLOCK}|{NUMBER})\s*(?P<unit>{CLOCK_UNIT})?\b",
        _rest,
    ),
    Token("rest", r"no\s+rest\b", lambda _: {"rest_s": 0}),
    Token(
        "warm-up",
        r"warm[-\s]?up\s*:?\s*(?P<sets>\d+)\b",
        lambda found: {"warmup_sets": int(found["sets"])},
    ),
    Token(
        "warm-up",
        r"(?P<sets>\d+)\s*warm[-\s]?up(?:\s+sets?)?\b",
        lambda found: {"warmup_sets": int(found["sets"])},
    ),
    Token(
        "volume",
        rf"(?P<sets>\d+){SETS_OF}{AMOUNT}\s*(?P<unit>{UNIT})?{ENDS}",
        _volume,
    ),
    Token(
        "volume",
        rf"(?P<sets>){AMOUNT}\s*(?P<unit>{UNIT}){ENDS}",
        _volume,
    ),
    Token("side", rf"{EACH}|{ONE_SIDE}", _side),
)
