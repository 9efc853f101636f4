"""What is wrong with words that can't be read, and how to write them instead.

`OPENINGS` tells a known word with a bad value, as in `rest 9O`: the value is at fault, not `rest`.
`ADVICE` shows how each kind of word is written.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from hemipelvi_gui.domain.exercises import Equipment
from hemipelvi_gui.domain.grammar_tokens import DASH, NUMBER, SETS_OF, TOKENS
from hemipelvi_gui.domain.text import Text, translate

LONGEST_WORD = 30
WORD = re.compile(r"[^\s,;\u00b7]*")

EXAMPLE = translate("Prescription", "Write it like 3x8/side @7 20kg rest 90.")
ADVICE = {
    "volume": translate("Prescription", "Like 3x8, 3x8-12, 3x30s, 10min, 4x40m or 2x5 breaths."),
    "side": translate("Prescription", "Each side is 3x8/side; one side is 3x8 left or 3x8 right."),
    "effort": translate("Prescription", "Like @7, RPE 7-8 or, with 2 reps in reserve, 2RIR."),
    "load": translate("Prescription", "Like 20kg, 2x16kg, 45lb, bw, bw+10kg or 75%."),
    "tempo": translate(
        "Prescription", "Like tempo 3-1-X-0: seconds down, pause, up, pause; X is fast."
    ),
    "rest": translate("Prescription", "A number alone is seconds; no rest is rest 0."),
    "warm-up": translate(
        "Prescription", "They come before the other sets and add nothing to the balance."
    ),
    "": translate(
        "Prescription",
        "Like 3x8/side @7 20kg rest 90; also left, right, 2RIR, 75%, tempo 3-1-1-0, warmup 2.",
    ),
}
MENU = translate("Prescription", "Choose it in the card\u2019s menu, under \u201cDo it with\u201d.")


@dataclass(frozen=True)
class Fault:
    """What is said of words that can't be read; `column` counts from 0."""

    column: int
    message: Text
    advice: Text


@dataclass(frozen=True)
class Opening:
    """The start of a known word: what is said where its value is bad, and where it is missing."""

    name: str
    start: str
    bad: Text
    missing: Text


NO_AMOUNT = translate(
    "Prescription", "\u201c{word}\u201d is no amount: write 3x8, 3x8-12, 3x30s or 3x40m."
)
NO_LOAD = translate(
    "Prescription", "\u201c{word}\u201d is no load: write 20kg, 2x16kg, 45lb or 75%."
)
ALONE = translate("Prescription", "{word} of what? Write 1x{word} or {word} reps.")
OF_WHAT = translate("Prescription", "{word} sets of what? Write {word}x8 or {word}x30s.")
LOAD_OF_WHAT = translate("Prescription", "{word} what? Write {word}kg or {word}lb.")
REST_OF_WHAT = translate("Prescription", "{word} what? For a rest write rest {word}.")
WHAT = translate("Prescription", "{word} what?")
OPENINGS = (
    Opening(
        "rest",
        r"rest(?![a-z])\s*:?\s*",
        translate(
            "Prescription",
            "\u201c{word}\u201d is no time: write rest 90, rest 2min or rest 1:30.",
        ),
        translate("Prescription", "The time is missing: write rest 90, rest 2min or rest 1:30."),
    ),
    Opening(
        "tempo",
        r"tempo(?![a-z])\s*:?\s*",
        translate(
            "Prescription",
            "\u201c{word}\u201d is no tempo: write four numbers, as in tempo 3-1-1-0.",
        ),
        translate("Prescription", "The tempo is missing: write four numbers, as in tempo 3-1-1-0."),
    ),
    Opening(
        "warm-up",
        r"warm[-\s]?up(?![a-z])\s*:?\s*",
        translate(
            "Prescription", "\u201c{word}\u201d is no number of warm-up sets: write warmup 2."
        ),
        translate("Prescription", "The number of warm-up sets is missing: write warmup 2."),
    ),
    Opening(
        "effort",
        r"@?\s*rir(?![a-z])\s*",
        translate(
            "Prescription", "\u201c{word}\u201d is no number of reps in reserve: write 2RIR."
        ),
        translate("Prescription", "The reps in reserve are missing: write 2RIR."),
    ),
    Opening(
        "effort",
        r"(?:@\s*(?:rpe(?![a-z]))?|rpe(?![a-z]))\s*",
        translate("Prescription", "\u201c{word}\u201d is no effort: write @7, RPE 7 or 2RIR."),
        translate("Prescription", "The effort is missing: write @7, RPE 7 or 2RIR."),
    ),
    Opening(
        "load",
        r"(?:with\s+)?(?:bw|body-?weight)\s*(?:only\s*)?[+\-\u2212]\s*",
        translate("Prescription", "\u201c{word}\u201d is no load: write bw, bw+10kg or bw-15kg."),
        translate("Prescription", "The load is missing: write bw, bw+10kg or bw-15kg."),
    ),
    Opening(
        "side",
        r"/\s*|per(?![a-z])\s*",
        translate("Prescription", "\u201c{word}\u201d is no side: write /side, left or right."),
        translate("Prescription", "The side is missing: write /side, left or right."),
    ),
    Opening(
        "volume",
        rf"\d+{SETS_OF}",
        NO_AMOUNT,
        translate("Prescription", "The amount is missing: write 3x8, 3x8-12, 3x30s or 3x40m."),
    ),
)
NUMBERS = rf"{NUMBER}(?:{DASH}{NUMBER})?(?=[\s,;\u00b7]|$)"
SETS = r"(?P<sets>\d+)\s*sets?(?![a-z])"
IMPLEMENTS = frozenset(each.value for each in Equipment)


def fault(text: str, position: int, seen: frozenset[str]) -> Fault:
    """What is wrong at `position`, where no word of the grammar can be read.

    `seen` names the words that were read before it.
    """
    has_volume = "volume" in seen or _volume_follows(text, position)
    found = _implement(text, position) or _bad_value(text, position, has_volume)
    if found is None and text[position].isdecimal():
        found = _number(text, position, seen, has_volume)
    if found is not None:
        return found
    message = translate(
        "Prescription", "\u201c{word}\u201d can't be read.", word=_word(text, position)
    )
    return Fault(position, message, ADVICE[""])


@cache
def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(words, re.IGNORECASE)


def _word(text: str, position: int) -> str:
    found = WORD.match(text, position)
    return found.group()[:LONGEST_WORD] if found else ""


def _volume_follows(text: str, position: int) -> bool:
    usual = next(token for token in TOKENS if token.name == "volume")
    return usual.pattern.search(text, position + len(_word(text, position))) is not None


def _implement(text: str, position: int) -> Fault | None:
    """What it is done with, which is the item's and not the prescription's."""
    opened = _pattern(r"with(?![a-z])\s*").match(text, position)
    word = _word(text, opened.end() if opened else position)
    if not opened and word.lower().removesuffix("s") not in IMPLEMENTS:
        return None
    message = translate(
        "Prescription", "What it is done with is chosen in a menu, not written here."
    )
    if word:
        message = translate(
            "Prescription", "\u201c{word}\u201d is chosen in a menu, not written here.", word=word
        )
    return Fault(position, message, MENU)


def _bad_value(text: str, position: int, has_volume: bool) -> Fault | None:
    for opening in OPENINGS:
        opened = _pattern(opening.start).match(text, position)
        if opened and not (opening.name == "volume" and has_volume):
            word = _word(text, opened.end())
            message = _about(opening.bad, word) if word else opening.missing
            return Fault(opened.end(), message, ADVICE[opening.name])
    return None


def _number(text: str, position: int, seen: frozenset[str], has_volume: bool) -> Fault:
    """A number that does not say of what."""
    alone = _pattern(NUMBERS).match(text, position)
    word = alone.group() if alone else _word(text, position)
    sets = _pattern(SETS).match(text, position)
    if not has_volume:
        message = _about(NO_AMOUNT, word)
        if alone:
            message = _about(ALONE, word)
        if sets:
            message = _about(OF_WHAT, sets["sets"])
        return Fault(position, message, ADVICE["volume"])
    if not alone:
        return Fault(position, _about(NO_LOAD, word), ADVICE["load"])
    if "load" not in seen:
        return Fault(position, _about(LOAD_OF_WHAT, word), ADVICE["load"])
    if "rest" not in seen:
        return Fault(position, _about(REST_OF_WHAT, word), ADVICE["rest"])
    return Fault(position, _about(WHAT, word), ADVICE[""])


def _about(words: Text, word: str) -> Text:
    return Text(words.context, words.source, {"word": word})
