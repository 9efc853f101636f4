"""A line about a run cut into its pieces, and what the pieces say together."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hemipelvi_gui.domain.grammar_tokens import Fields
from hemipelvi_gui.domain.run_faults import Fault, unclear
from hemipelvi_gui.domain.run_tokens import (
    RECOVERY,
    TOKENS,
    Clock,
    Distance,
    Phrase,
    Reps,
    kind_word,
    phrase_at,
)
from hemipelvi_gui.domain.run_words import ADJECTIVES, KIND_OF, PRECEDENCE, RACE_METRES
from hemipelvi_gui.domain.runs import RunKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

GAP = re.compile(r"(?:[\s,;·+&|:()\u2013\u2014]|-+(?=\s)|\.(?=\s|$))*")
FREE = re.compile(r"[^\W\d_][^\s,;()+&|:\"]*")
CHUNK = re.compile(r"\S+")
# What only a person who types for this program means so.
TYPED_ONLY = frozenset({"notes", "name"})

# Seconds a kilometre that a person can mean; the ends lie less than a factor of 60 apart, so that
# never both readings of `2:05` fit.
RUNNING_PACE = (120, 1200)
OTHER_PACE = (45, 2400)
# Without a distance, 2:05 is hours and minutes up to here, and 45:10 minutes and seconds past it.
MOST_HOURS, LAST_HOUR = 3, 23
# VMA and VO2 are short forms, LONG is loud.
LONGEST_SHORT_FORM = 3


@dataclass(frozen=True)
class Piece:
    """Some words of a line: what they are, where they start and end, and what they add.

    `name` is that of a token, of a table of words, "free" for any other word, or "" for what
    can't be read.
    """

    name: str
    column: int
    end: int
    text: str
    fields: Fields
    once: bool = False
    phrase: Phrase | None = None


def skip(text: str, position: int) -> int:
    """Where the next word starts."""
    found = GAP.match(text, position)
    return found.end() if found else position


def pieces(text: str, position: int = 0, *, lenient: bool = False) -> Iterator[Piece]:
    """All pieces from `position` on. `lenient` is for text that was written for people."""
    has_reps = False
    position = skip(text, position)
    while position < len(text):
        chunk = CHUNK.match(text, position)
        if lenient and chunk and "://" in chunk.group():
            position = skip(text, chunk.end())
            continue
        piece = _piece(text, position, has_reps, lenient)
        yield piece
        has_reps = has_reps or piece.name == "reps"
        position = skip(text, piece.end)


def _piece(text: str, position: int, has_reps: bool, lenient: bool) -> Piece:
    recovery = RECOVERY.match(text, position) if has_reps else None
    if recovery:
        fields: Fields = {"note": recovery.group().strip()}
        return Piece("pace", position, recovery.end(), recovery.group(), fields)
    for token in TOKENS:
        if lenient and token.name in TYPED_ONLY:
            continue
        found = token.pattern.match(text, position)
        if found and found.end() > position:
            fields = token.fields(found)
            return Piece(token.name, position, found.end(), found.group(), fields, token.once)
    phrase = phrase_at(text, position)
    if phrase:
        return Piece(phrase.table, position, phrase.end, phrase.word, {}, phrase=phrase)
    free = FREE.match(text, position)
    if free:
        return Piece("free", position, free.end(), free.group(), {})
    chunk = CHUNK.match(text, position)
    end = chunk.end() if chunk else position + 1
    return Piece("", position, max(end, position + 1), text[position:end], {})


def kind_of(found: Sequence[Piece]) -> RunKind | None:
    """What the words say it is for; None where they don't."""
    said = {_kind(each) for each in found} - {None}
    if not said and any(each.name == "race" for each in found):
        return RunKind.RACE
    if not said and any(each.name == "reps" for each in found):
        return RunKind.QUALITY
    return next((kind for kind in PRECEDENCE if kind in said), None)


def _is_kind(piece: Piece) -> bool:
    return piece.name == "kind"


def amounts(
    found: Sequence[Piece], kind: RunKind
) -> tuple[Distance | None, float | None, Fault | None]:
    """How far and how many seconds, and what is unclear about it."""
    distance = _first(found, "distance")
    metres = distance.metres if isinstance(distance, Distance) else _race_metres(found, kind)
    if metres is not None and not isinstance(distance, Distance):
        distance = Distance(metres, "")
    seconds = _first(found, "seconds")
    clock = next((each for each in found if "clock" in each.fields), None)
    if isinstance(seconds, float | int) or clock is None:
        whole = float(seconds) if isinstance(seconds, float | int) else None
        return distance if isinstance(distance, Distance) else None, whole, None
    meant = clock.fields["clock"]
    length = _clock_seconds(meant, metres, kind) if isinstance(meant, Clock) else None
    fault = unclear(clock.column, meant) if length is None and isinstance(meant, Clock) else None
    return distance if isinstance(distance, Distance) else None, length, fault


def reps_of(found: Sequence[Piece]) -> Reps | None:
    """The first repetitions, None where there are none."""
    reps = _first(found, "reps")
    return reps if isinstance(reps, Reps) else None


def _first(found: Sequence[Piece], key: str) -> object:
    return next((each.fields[key] for each in found if key in each.fields), None)


def _race_metres(found: Sequence[Piece], kind: RunKind) -> float | None:
    if kind is not RunKind.RACE:
        return None
    named = (each.phrase.plain for each in found if each.name == "race" and each.phrase)
    return next((RACE_METRES[name] for name in named), None)


def _clock_seconds(clock: Clock, metres: float | None, kind: RunKind) -> float | None:
    """What the clock means in seconds, None where it may mean more than one thing."""
    first, second, third = clock.first, clock.second, clock.third
    if not (first or second or third):
        return 0.0
    if third is not None:
        return float(first * 3600 + second * 60 + third)
    hours, minutes = float(first * 3600 + second * 60), float(first * 60 + second)
    if clock.unit:
        return minutes if clock.unit == "m" else hours
    if metres:
        low, high = OTHER_PACE if kind is RunKind.OTHER else RUNNING_PACE
        fitting = [each for each in (hours, minutes) if low <= each / (metres / 1000) <= high]
        return fitting[0] if len(fitting) == 1 else None
    if first <= MOST_HOURS:
        return hours
    return minutes if first > LAST_HOUR else None


def notes_of(found: Sequence[Piece], kind: RunKind) -> str:
    """What is worth keeping and has no field of its own: pace, effort, other words, // notes."""
    used = set(map(id, _label(found, kind)))
    words = [
        str(each.fields["note"]) if "note" in each.fields else each.text
        for each in found
        if "note" in each.fields or (id(each) not in used and _is_told(each, found, kind))
    ]
    return " ".join(word for word in words if word)


def _is_told(piece: Piece, found: Sequence[Piece], kind: RunKind) -> bool:
    """Whether only the notes tell of it."""
    if kind is RunKind.RACE:
        return piece.name == "reps" or (piece.name == "kind" and not _race_words(found))
    if piece.name == "reps":
        return not _reps_name_it(found, kind)
    return piece.name in ("free", "race", "kind")


def _reps_name_it(found: Sequence[Piece], kind: RunKind) -> bool:
    """Whether the repetitions are the work, and not something at the end of an easy run."""
    whole = kind in (RunKind.EASY, RunKind.LONG) and _first(found, "distance") is not None
    return kind is not RunKind.RACE and not whole and reps_of(found) is not None


def _race_words(found: Sequence[Piece]) -> list[Piece]:
    """The words that are a race's name, none where no word is more than "race" or "run"."""
    if not any(each.name in ("free", "race") for each in found):
        return []
    return [
        each
        for each in found
        if each.name in ("free", "race", "run")
        or (each.phrase and _is_kind(each) and _kind(each) is not RunKind.RACE)
    ]


def _kind(piece: Piece) -> RunKind | None:
    return KIND_OF[kind_word(piece.phrase)] if piece.phrase and _is_kind(piece) else None


def _label(found: Sequence[Piece], kind: RunKind) -> list[Piece]:
    """The first word of this kind, with the other words of kinds that stand right beside it."""
    place = next((place for place, each in enumerate(found) if _kind(each) is kind), None)
    if place is None:
        return []
    start = end = place
    while start > 0 and _is_kind(found[start - 1]):
        start -= 1
    while end + 1 < len(found) and _is_kind(found[end + 1]):
        end += 1
    return list(found[start : end + 1])


def name_of(found: Sequence[Piece], kind: RunKind, distance: Distance | None) -> str:
    """What the card says: "Intervals 6 × 1 km", "Easy 8 km", "Rest", or a race's own name."""
    quoted = _first(found, "quoted")
    if quoted:
        return str(quoted)
    own = _race_words(found) if kind is RunKind.RACE else []
    if own:
        return capital(" ".join(each.text for each in own))
    label = " ".join(each.text for each in _label(found, kind))
    reps = reps_of(found) if _reps_name_it(found, kind) else None
    amount = str(reps) if reps else distance.shown if distance else ""
    return default_name(kind, label, amount, is_repeated=reps is not None)


def default_name(
    kind: RunKind, label: str = "", amount: str = "", *, is_repeated: bool = False
) -> str:
    """The name of a run that has none of its own. `label` is the word for it, `amount` how far."""
    word = " ".join(label.split())
    if len(word) > LONGEST_SHORT_FORM and word.isupper():
        word = word.lower()
    for ending in (" run", " Run"):
        word = word.removesuffix(ending)
    if kind is RunKind.QUALITY and (not word or (is_repeated and word.lower() == "hard")):
        word = "intervals" if is_repeated else "hard"
    word = word or {RunKind.OTHER: "other training"}.get(kind, kind.value)
    if not amount and word.lower().rpartition(" ")[2] in ADJECTIVES:
        word = f"{word} run"
    return capital(f"{word} {amount}".strip())


def capital(words: str) -> str:
    """With a capital first letter."""
    return words[:1].upper() + words[1:]
