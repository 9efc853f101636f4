"""The one grammar for a prescription: `3x8/side @7 2x16kg rest 90`.

`parse` reads what a runner types, `write` gives the canonical line, with numbers to three
decimals; `parse(write(p)) == p`. Inline editing and exercise data use these two. What can be
written is the table `grammar_tokens.TOKENS`, what is said of the rest is in `grammar_faults`.
"""

from __future__ import annotations

import re

from hemipelvi_gui.domain.errors import KnownError
from hemipelvi_gui.domain.grammar_faults import ADVICE, EXAMPLE, fault
from hemipelvi_gui.domain.grammar_tokens import RIR, RPE, TOKENS, Fields, Token
from hemipelvi_gui.domain.prescription import Load, LoadKind, Measure, Prescription, Sides
from hemipelvi_gui.domain.text import Text, translate
from hemipelvi_gui.domain.units import plain

LONGEST = 300
LARGEST = {
    Measure.REPS: 500,
    Measure.TIME: 7200,
    Measure.DISTANCE: 50_000,
    Measure.BREATHS: 100,
    Measure.CONTACTS: 1000,
}


class PrescriptionError(KnownError):
    """A prescription that can't be read: `column` (from 0) is where in `text`."""

    def __init__(self, text: str, column: int, message: Text, advice: Text = EXAMPLE) -> None:
        self.text, self.column = text, column
        super().__init__(message, advice)


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
        token, found = _next(text, position, frozenset(seen))
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


def _next(text: str, position: int, seen: frozenset[str]) -> tuple[Token, re.Match[str]]:
    for token in TOKENS:
        found = token.pattern.match(text, position)
        if found and found.end() > position:
            return token, found
    wrong = fault(text, position, seen)
    raise PrescriptionError(text, wrong.column, wrong.message, wrong.advice)


def _twice(text: str, position: int, name: str) -> PrescriptionError:
    message = translate("Prescription", "The {name} is given twice.", name=name)
    return PrescriptionError(text, position, message, ADVICE[name])


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
            p.rpe is None or RPE[0] <= p.rpe <= RPE[1],
            translate("Prescription", "RPE goes from 1 to 10."),
        ),
        (
            "effort",
            p.rir is None or RIR[0] <= p.rir <= RIR[1],
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
        raise PrescriptionError(text, seen.get(name, 0), message, ADVICE[name])


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
