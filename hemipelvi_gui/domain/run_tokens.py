"""What a line about a run is made of. `TOKENS` is the grammar: a pattern and what it adds.

Words are looked up in `run_words`; here are the numbers: how often, how far, how long, how fast.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from hemipelvi_gui.domain.grammar_tokens import NUMBER, TIMES, Fields
from hemipelvi_gui.domain.run_words import (
    GYM_WORDS,
    KIND_OF,
    RACE_METRES,
    RUN_WORDS,
    plain_word,
)
from hemipelvi_gui.domain.runs import RunKind
from hemipelvi_gui.domain.units import plain

METRES_PER_MILE = 1609.344
UNITS: dict[str, tuple[float, str]] = {
    **dict.fromkeys(("km", "kms", "k", "kilometer", "kilometers"), (1000.0, "km")),
    **dict.fromkeys(("kilometre", "kilometres", "kilometros"), (1000.0, "km")),
    **dict.fromkeys(("mi", "mile", "miles", "meilen", "millas"), (METRES_PER_MILE, "mi")),
    **dict.fromkeys(("m", "metre", "metres", "meter", "meters", "metros"), (1.0, "m")),
}
UNIT = "|".join(sorted(UNITS, key=len, reverse=True))
HOURS = r"(?:h|hrs?|hours?|std|stunden?|heures?|horas?)"
MINUTES = r"(?:min(?:s|ute[ns]?|utos?)?(?![^\W\d_])|['\u2032\u2019])"
SECONDS = r"(?:s(?:e[ck](?:onds?|unden?)?|ecs)?\b|[\"\u2033])"
DURATION = (
    rf"(?P<h>{NUMBER})\s*{HOURS}"
    rf"(?:\s*(?P<hm>[0-5]?\d)\s*(?:{MINUTES}|m(?![^\W\d_]))(?:\s*(?P<hs>[0-5]?\d)\s*{SECONDS})?"
    r"|(?P<hm2>[0-5]\d)(?!\w)|(?!\w))"
    # Of metres and minutes, only minutes have seconds right after them.
    rf"|(?P<m2>\d{{1,2}})m(?P<ms3>[0-5]?\d){SECONDS}"
    rf"|(?P<m>{NUMBER})\s*{MINUTES}(?:\s*(?P<ms>[0-5]?\d)\s*{SECONDS}|(?P<ms2>[0-5]\d)(?!\w))?"
    rf"|(?P<s>{NUMBER})\s*(?:s|secs?|seconds?|sek)\b"
)
CLOCK = r"\d{1,2}:[0-5]\d"
PER = r"\s*(?:min(?:utes?)?)?\s*/\s*(?:km|mi(?:le)?|k)\b"
RANGE = r"\s*[-\u2013]\s*"
NOTES = (
    rf"@\s*{CLOCK}(?:{RANGE}{CLOCK})?(?:{PER})?"
    r"|@\s*[^\s,;@]+(?:\s+pace\b)?"
    rf"|(?:{CLOCK}|{NUMBER})(?:{RANGE}(?:{CLOCK}|{NUMBER}))?{PER}"
    rf"|{NUMBER}(?:{RANGE}{NUMBER})?\s*(?:km/h|kph|mph|bpm|spm|watts?|hm|%|\u00b0)(?!\w)"
    rf"|{NUMBER}\s*m\s+(?:elevation|ascent|climb(?:ing)?|up|uphill|gain|d\+)(?!\w)"
    rf"|d\+\s*{NUMBER}\s*m?\b"
    rf"|(?:hr|hf|fc|rpe|z|zone|zona|ga)\s*[<>~\u2264]?\s*{NUMBER}(?:{RANGE}{NUMBER})?(?:\s*bpm)?\b"
)
WORD = re.compile(r"[^\W\d_][\w'\u2019./-]*")
BLANK = re.compile(r"[ \t]+")
# After the name of a race: how fast, not what for.
PACE = re.compile(
    r"[\s-]*(?:pace|effort|feeling|training|plan|prep|block)\b|-?tempo\b", re.IGNORECASE
)
LONGEST_PHRASE = 3


@dataclass(frozen=True)
class Reps:
    """How often, and what once: an amount in `unit`, which is "km", "mi", "m", "min" or "s"."""

    count: int
    amount: float
    unit: str

    def __str__(self) -> str:
        return f"{self.count} × {plain(self.amount)} {self.unit}"


@dataclass(frozen=True)
class Distance:
    """`metres`, and as it was given: "8 km", "5 mi"."""

    metres: float
    shown: str


@dataclass(frozen=True)
class Clock:
    """`2:05`, `45:10` or `1:45:30`, of which only a distance or a unit tells what it means."""

    first: int
    second: int
    third: int | None
    unit: str = ""


def number(text: str) -> float:
    """Of digits with a point or a comma; three decimals are what is written back."""
    return round(float(text.replace(",", ".")), 3)


def seconds_of(found: re.Match[str]) -> float:
    """Seconds of a match of DURATION, whole ones."""
    if found["h"]:
        minutes = int(found["hm"] or found["hm2"] or 0)
        return round(number(found["h"]) * 3600) + minutes * 60 + int(found["hs"] or 0)
    if found["m2"]:
        return int(found["m2"]) * 60 + int(found["ms3"])
    if found["m"]:
        return round(number(found["m"]) * 60) + int(found["ms"] or found["ms2"] or 0)
    return round(number(found["s"]))


def _repeated(found: re.Match[str]) -> Fields:
    count = int(found["count"])
    if found["time"]:
        seconds = seconds_of(found)
        if seconds and seconds % 60 == 0:
            return {"reps": Reps(count, seconds / 60, "min")}
        return {"reps": Reps(count, seconds, "s")}
    if found.groupdict().get("metres"):
        return {"reps": Reps(count, number(found["metres"]), "m")}
    return {"reps": Reps(count, number(found["amount"]), UNITS[found["unit"].lower()][1])}


def _distance(found: re.Match[str]) -> Fields:
    factor, shown = UNITS[found["unit"].lower()]
    amount = number(found["amount"])
    return {"distance": Distance(round(amount * factor, 3), f"{plain(amount)} {shown}")}


def _clock(found: re.Match[str]) -> Fields:
    first, second, third = (int(part) if part else None for part in found.groups()[:3])
    return {"clock": Clock(first or 0, second or 0, third, (found[4] or "").lower()[:1])}


def time_of_day(hour: int, minute: int, half: str = "") -> datetime.time | None:
    """The time, `half` being "am", "pm" or ""; None where no clock shows it."""
    half = half.lower().replace(".", "")
    if half and not 1 <= hour <= 12:
        return None
    hour = hour % 12 + (12 if half == "pm" else 0) if half else hour
    return datetime.time(hour, minute) if hour < 24 and minute < 60 else None


def _start(found: re.Match[str]) -> Fields:
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    return {"start": time_of_day(hour, minute, found["half"] or "")}


@dataclass(frozen=True)
class Token:
    """One kind of thing in a line; `once` means that a line has one at most."""

    name: str
    words: str
    fields: Callable[[re.Match[str]], Fields]
    once: bool = True

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """What it looks like. Compiled when the first line is read, not at every start."""
        return re.compile(self.words, re.IGNORECASE | re.DOTALL)


TOKENS = (
    Token("notes", r"//\s*(.*)", lambda found: {"note": found[1].strip()}, once=False),
    Token("name", r'"((?:[^"]|"")+)"', lambda found: {"quoted": found[1].replace('""', '"')}),
    Token("pace", NOTES, lambda found: {"note": found[0].strip()}, once=False),
    Token(
        "start",
        r"(?:(?:at|um|\u00e0|a las)\s+)(?P<hour>\d{1,2})(?:[:.h](?P<minute>[0-5]\d))?"
        r"\s*(?P<half>[ap]\.?m\b\.?)?(?:\s*(?:uhr|h)\b)?(?![\w:])",
        _start,
    ),
    Token(
        "start",
        r"(?P<hour>\d{1,2})(?::(?P<minute>[0-5]\d))?\s*(?:(?P<half>[ap]\.?m\b\.?)|uhr\b)",
        _start,
    ),
    Token(
        "reps",
        rf"(?P<count>\d{{1,3}}){TIMES}(?:(?P<time>{DURATION})"
        rf"|(?P<amount>{NUMBER})\s*(?P<unit>{UNIT})(?!\w)"
        r"|(?P<metres>[1-9]\d{2,3})(?![\w:]|[.,]\d))",
        _repeated,
    ),
    Token(
        "reps",
        rf"(?:(?P<time>{DURATION})|(?P<amount>{NUMBER})\s*(?P<unit>{UNIT})){TIMES}"
        r"(?P<count>\d{1,3})(?![\w:]|[.,]\d)",
        _repeated,
    ),
    Token("time", DURATION, lambda found: {"seconds": seconds_of(found)}),
    Token("time", rf"(\d{{1,3}}):([0-5]\d)(?::([0-5]\d))?(?:\s*({HOURS}|min\b))?(?![\w:])", _clock),
    Token("distance", rf"(?P<amount>{NUMBER})\s*(?P<unit>{UNIT})(?!\w)", _distance),
)
# What stands between two repetitions, of which only the notes tell.
RECOVERY = re.compile(
    r"(?:(?:rest|jog|recovery|rec|r|pause|trabpause|tp|p|w/|with|mit|avec|con)\s*[:=]?\s*)"
    rf"(?:{DURATION}|{NUMBER}\s*m\b|{CLOCK})(?:\s+(?:rest|jog|recovery|pause)\b)?",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Phrase:
    """Words of the tables that stand at one place: which table, the words, and where they end."""

    table: str
    word: str
    plain: str
    end: int


def phrase_at(text: str, position: int) -> Phrase | None:
    """The longest phrase of the tables that stands here, None for other words and numbers."""
    ends, place = [], position
    for _ in range(LONGEST_PHRASE):
        found = WORD.match(text, place)
        if not found:
            break
        ends.append(position + len(text[position : found.end()].rstrip("./-'\u2019")))
        blank = BLANK.match(text, found.end())
        if not blank:
            break
        place = blank.end()
    for end in reversed(ends):
        word = text[position:end]
        said = plain_word(" ".join(word.split()))
        table = _table(said)
        if table and not (_is_race(said) and PACE.match(text, end)):
            return Phrase(table, word, said, end)
    return None


def _is_race(word: str) -> bool:
    return word in RACE_METRES or KIND_OF.get(word) is RunKind.RACE


def _table(word: str) -> str:
    if word in GYM_WORDS:
        return "gym"
    if word in RACE_METRES:
        return "race"
    if word in RUN_WORDS:
        return "run"
    return "kind" if word in KIND_OF or _without_run(word) in KIND_OF else ""


def _without_run(word: str) -> str:
    return word.removesuffix(" run").removesuffix(" lauf")


def kind_word(phrase: Phrase) -> str:
    """The word that the table of kinds has: "easy" for "easy run"."""
    return phrase.plain if phrase.plain in KIND_OF else _without_run(phrase.plain)
