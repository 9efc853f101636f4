"""The one grammar for a prescription: `3x8/side @7 2x16kg rest 90`.

`parse` reads what a runner types, `write` gives the canonical line, with numbers to three
decimals; `parse(write(p)) == p`. Inline editing and exercise data use these two. The table `TOKENS`
is the grammar: each row is a pattern and what it adds to the prescription.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from hemipelvi_gui.domain.errors import KnownError
from hemipelvi_gui.domain.prescription import Load, LoadKind, Measure, Prescription, Sides
from hemipelvi_gui.domain.text import Text, translate
from hemipelvi_gui.domain.units import MassUnit, plain

NUMBER = r"\d+(?:[.,]\d+)?"
DASH = r"\s*[-\u2013]\s*"
TIMES = r"\s*[x\u00d7*]\s*"
MASS = r"(?:kgs?|lbs?|pounds?)\b"
CLOCK = r"\d+:\d\d"
CLOCK_UNIT = r"s(?:ec(?:ond)?s?)?|m(?:in(?:ute)?s?)?"
LONGEST = 300

UNITS: dict[str, tuple[Measure, float]] = {
    "": (Measure.REPS, 1),
    **dict.fromkeys(("r", "rep", "reps"), (Measure.REPS, 1)),
    **dict.fromkeys(("s", "sec", "secs", "second", "seconds"), (Measure.TIME, 1)),
    **dict.fromkeys(("min", "mins", "minute", "minutes"), (Measure.TIME, 60)),
    **dict.fromkeys(("m", "metre", "metres", "meter", "meters"), (Measure.DISTANCE, 1)),
    **dict.fromkeys(("br", "breath", "breaths"), (Measure.BREATHS, 1)),
    **dict.fromkeys(("ct", "contact", "contacts"), (Measure.CONTACTS, 1)),
}
UNIT = "|".join(sorted((name for name in UNITS if name), key=len, reverse=True))
AMOUNT = rf"(?P<low>{CLOCK}|{NUMBER})(?:{DASH}(?P<high>{CLOCK}|{NUMBER}))?"
LIMB = r"(?:sides?|legs?|arms?|foot|feet|hips?)\b"
EACH = rf"(?:/|per\s|each\s|a\s)\s*{LIMB}|/s\b|each\b|e/s\b|(?:on\s+)?both\s+sides\b"

LARGEST = {
    Measure.REPS: 500,
    Measure.TIME: 7200,
    Measure.DISTANCE: 50_000,
    Measure.BREATHS: 100,
    Measure.CONTACTS: 1000,
}


class PrescriptionError(KnownError):
    """A prescription that can't be read: `column` (from 0) is where in `text`."""

    def __init__(self, text: str, column: int, message: Text) -> None:
        self.text, self.column = text, column
        super().__init__(
            message,
            translate("Prescription", "Write it like 3x8/side @7 20kg rest 90."),
        )


Fields = dict[str, object]


def _number(text: str, factor: float = 1) -> float:
    # Three decimals are what `write` gives back.
    return round(float(text.replace(",", ".")) * factor, 3)


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


def _effort(found: re.Match[str]) -> Fields:
    reserve = found["rir"] or found["rir2"]
    if reserve:
        return {"rir": _number(reserve)}
    return {"rpe": _number(found["rpe"] or found["rpe2"])}


def _unit(text: str) -> MassUnit:
    return MassUnit.KG if text.lower().startswith("k") else MassUnit.LB


def _external(found: re.Match[str]) -> Fields:
    # "20kg each" is one in either hand.
    count = int(found["count"] or (2 if found["each"] else 1))
    unit = _unit(found["unit"])
    return {"load": Load(LoadKind.EXTERNAL, _number(found["value"]), count, unit)}


def _bodyweight(found: re.Match[str]) -> Fields:
    value = _number(found["value"] or "0") * (-1 if found["sign"] == "-" else 1)
    if not value:
        return {"load": Load(LoadKind.BODYWEIGHT)}
    return {"load": Load(LoadKind.BODYWEIGHT, value, 1, _unit(found["unit"] or "kg"))}


def _percent(found: re.Match[str]) -> Fields:
    return {"load": Load(LoadKind.PERCENT, _number(found["value"]))}


def _tempo(found: re.Match[str]) -> Fields:
    return {"tempo": "-".join(re.findall(r"\d|X", found["tempo"].upper()))}


def _side(found: re.Match[str]) -> Fields:
    return {"sides": Sides(found["side"].lower()) if found["side"] else Sides.EACH}


def _rest(found: re.Match[str]) -> Fields:
    return {"rest_s": round(_seconds(found["value"], found["unit"]))}


@dataclass(frozen=True)
class Token:
    """One kind of word in the grammar; each may stand once."""

    name: str
    pattern: re.Pattern[str]
    fields: Callable[[re.Match[str]], Fields]


def _token(name: str, pattern: str, fields: Callable[[re.Match[str]], Fields]) -> Token:
    return Token(name, re.compile(pattern, re.IGNORECASE), fields)


TOKENS = (
    _token(
        "load",
        rf"(?:(?P<count>\d+){TIMES})?(?P<value>{NUMBER})\s*(?P<unit>{MASS})"
        rf"(?P<each>\s+each\b(?!\s*{LIMB}))?",
        _external,
    ),
    _token(
        "load",
        rf"(?:bw|bodyweight)\b(?:\s*(?P<sign>[+-])\s*(?P<value>{NUMBER})\s*(?P<unit>{MASS})?)?",
        _bodyweight,
    ),
    _token("load", rf"@?\s*(?P<value>{NUMBER})\s*%(?:\s*(?:of\s+)?1rm\b)?", _percent),
    _token(
        "effort",
        rf"@?\s*(?P<rir>{NUMBER})\s*rir\b|@?\s*rir\s*(?P<rir2>{NUMBER})"
        rf"|@\s*(?:rpe\s*)?(?P<rpe>{NUMBER})|rpe\s*(?P<rpe2>{NUMBER})",
        _effort,
    ),
    _token("tempo", r"tempo\s+(?P<tempo>[\dx](?:-?[\dx]){3})\b", _tempo),
    _token(
        "rest",
        rf"rest\s*:?\s*(?P<value>{CLOCK}|{NUMBER})\s*(?P<unit>{CLOCK_UNIT})?\b",
        _rest,
    ),
    _token(
        "warm-up",
        r"warm-?up\s*:?\s*(?P<sets>\d+)\b",
        lambda found: {"warmup_sets": int(found["sets"])},
    ),
    _token(
        "volume",
        rf"(?P<sets>\d+)(?:{TIMES}|\s*sets?\s+of\s+){AMOUNT}\s*(?P<unit>{UNIT})?(?![a-z])",
        _volume,
    ),
    _token(
        "volume",
        rf"(?P<sets>){AMOUNT}\s*(?P<unit>{UNIT})(?![a-z])",
        _volume,
    ),
    _token("side", rf"(?P<side>left|right)\b|{EACH}", _side),
)
GAP = re.compile(r"[\s,;\u00b7]*")


def parse(text: str) -> Prescription:
    """Read one prescription.

    Raises PrescriptionError with the column of the first word that can't be read, of a word that
    is given twice, or of a number outside what a body can do.
    """
    if len(text) > LONGEST:
        raise PrescriptionError(
            text, LONGEST, translate("Prescription", "This is too long for a prescription.")
        )
    fields: Fields = {}
    seen: dict[str, int] = {}
    position = _skip(text, 0)
    while position < len(text):
        token, found = _next(text, position)
        if token.name in seen:
            raise _twice(text, position, token.name)
        seen[token.name] = position
        fields |= token.fields(found)
        position = _skip(text, found.end())
    if "volume" not in seen:
        raise PrescriptionError(
            text, len(text), translate("Prescription", "Sets and reps are missing.")
        )
    prescription = Prescription(**fields)  # type: ignore[arg-type]  # fields come from TOKENS
    _check(text, seen, prescription)
    return prescription


def _skip(text: str, position: int) -> int:
    found = GAP.match(text, position)
    return found.end() if found else position


def _next(text: str, position: int) -> tuple[Token, re.Match[str]]:
    for token in TOKENS:
        found = token.pattern.match(text, position)
        if found and found.end() > position:
            return token, found
    word = text[position:].split(maxsplit=1)[0][:30]
    raise PrescriptionError(
        text, position, translate("Prescription", "\u201c{word}\u201d can't be read.", word=word)
    )


def _twice(text: str, position: int, name: str) -> PrescriptionError:
    return PrescriptionError(
        text, position, translate("Prescription", "The {name} is given twice.", name=name)
    )


def limits(prescription: Prescription) -> tuple[str, Text] | None:
    """The first value that no body or gym could mean: which word of the grammar, and why."""
    p = prescription
    checks = (
        ("volume", 1 <= p.sets <= 50, translate("Prescription", "Sets go from 1 to 50.")),
        (
            "volume",
            0 < p.low <= p.high <= LARGEST[p.measure],
            translate(
                "Prescription",
                "The amount goes from 1 to {most}, the smaller number first.",
                most=LARGEST[p.measure],
            ),
        ),
        (
            "effort",
            p.rpe is None or 1 <= p.rpe <= 10,
            translate("Prescription", "RPE goes from 1 to 10."),
        ),
        (
            "effort",
            p.rir is None or 0 <= p.rir <= 9,
            translate("Prescription", "Reps in reserve go from 0 to 9."),
        ),
        (
            "load",
            p.load is None or (1 <= p.load.count <= 10 and abs(p.load.value) <= 2000),
            translate("Prescription", "No gym has that load."),
        ),
        (
            "rest",
            p.rest_s is None or 0 <= p.rest_s <= 1800,
            translate("Prescription", "Rest goes from 0 s to 30 min."),
        ),
        (
            "warm-up",
            0 <= p.warmup_sets <= 20,
            translate("Prescription", "Warm-up sets go from 0 to 20."),
        ),
    )
    return next(((name, message) for name, fine, message in checks if not fine), None)


def _check(text: str, seen: dict[str, int], prescription: Prescription) -> None:
    wrong = limits(prescription)
    if wrong:
        name, message = wrong
        raise PrescriptionError(text, seen.get(name, 0), message)


SUFFIX = {
    Measure.REPS: "",
    Measure.TIME: "s",
    Measure.DISTANCE: "m",
    Measure.BREATHS: "br",
    Measure.CONTACTS: "ct",
}


def write(prescription: Prescription) -> str:
    """The canonical line, e.g. `3x8-12/side @7 2x16kg tempo 3-1-1-0 rest 90 warmup 2`."""
    p = prescription
    amount = plain(p.low) if p.low == p.high else f"{plain(p.low)}-{plain(p.high)}"
    words = [f"{p.sets}x{amount}{SUFFIX[p.measure]}" + ("/side" if p.sides is Sides.EACH else "")]
    if p.sides in (Sides.LEFT, Sides.RIGHT):
        words.append(p.sides.value)
    if p.rpe is not None:
        words.append(f"@{plain(p.rpe)}")
    if p.rir is not None:
        words.append(f"{plain(p.rir)}RIR")
    if p.load is not None:
        words.append(_load(p.load))
    if p.tempo is not None:
        words.append(f"tempo {p.tempo}")
    if p.rest_s is not None:
        words.append(f"rest {p.rest_s}")
    if p.warmup_sets:
        words.append(f"warmup {p.warmup_sets}")
    return " ".join(words)


def _load(load: Load) -> str:
    if load.kind is LoadKind.PERCENT:
        return f"{plain(load.value)}%"
    if load.kind is LoadKind.BODYWEIGHT:
        sign = "+" if load.value > 0 else "-"
        return f"bw{sign}{plain(abs(load.value))}{load.unit}" if load.value else "bw"
    count = f"{load.count}x" if load.count != 1 else ""
    return f"{count}{plain(load.value)}{load.unit}"
