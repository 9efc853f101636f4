"""Search as you type over names, aliases, variants and muscles.

The words of all exercises lie in one sorted list, so that a prefix is a range in it and the list
itself serves as the tree that typing errors are looked up in: nothing is built for them. Typing
errors are forgiven only where nothing is found as typed.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from typing import TYPE_CHECKING

from hemipelvi_gui.domain.exercises import Exercise, Pattern
from hemipelvi_gui.domain.filters import EVERYTHING, Filters

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping
from functools import cached_property

WORD = re.compile(r"[^\W_]+")
HYPHENATED = re.compile(r"[^\W_]+(?:[-\u2010\u2011][^\W_]+)+")
APOSTROPHES = {ord(mark): None for mark in "'\u2019\u02bc"}
# Letters that no decomposition takes apart.
LETTERS = str.maketrans(
    {"\u00f8": "o", "\u0142": "l", "\u0111": "d", "\u00e6": "ae", "\u0153": "oe"}
)
LAST = chr(0x10FFFF)
MOST_WORDS = 12
LONGEST_WORD = 40
LONGEST_TEXT = 200

# What a hit costs: less is better. A word only begun, or mistyped, stands behind. The ends of
# a name tell most: "Back squat", "Squat jump".
NAME_END, NAME, ALIAS_END, ALIAS, VARIANT, MUSCLE = range(0, 12, 2)
BEGUN = 1
MISTYPED = 20

# Lunges first: when in doubt, add a lunge.
PATTERN_ORDER = (
    Pattern.LUNGE,
    Pattern.STEP,
    Pattern.SINGLE_LEG,
    Pattern.PLYOMETRIC,
    Pattern.DRILL,
    Pattern.HINGE,
    Pattern.SQUAT,
    Pattern.CARRY,
    Pattern.CALF,
    Pattern.HIP,
    Pattern.TRUNK,
    Pattern.PUSH,
    Pattern.PULL,
    Pattern.MOBILITY,
    Pattern.ROLLING,
    Pattern.LIGHT,
)
PATTERN_RANK = {pattern: rank for rank, pattern in enumerate(PATTERN_ORDER)}

Hits = dict[int, int]


def folded(text: str) -> str:
    """Lower case, without accents and apostrophes."""
    lower = text[:LONGEST_TEXT].casefold()
    if lower.isascii():
        return lower.replace("'", "")
    apart = unicodedata.normalize("NFKD", lower.translate(APOSTROPHES))
    return "".join(mark for mark in apart if not unicodedata.combining(mark)).translate(LETTERS)


def words_of(text: str) -> list[str]:
    """The words of a text, folded."""
    return [word[:LONGEST_WORD] for word in WORD.findall(folded(text))]


def forgiven(word: str) -> int:
    """How many typing errors a typed word may hold."""
    return 0 if len(word) < 4 else 1 if len(word) < 8 else 2


class SearchIndex:
    """Finds exercises by what a person types.

    `last` holds ids that stand behind others which match as well.
    """

    def __init__(self, exercises: Iterable[Exercise], last: Container[str] = ()) -> None:
        self._last = last
        self._exercises = sorted(
            exercises, key=lambda each: (PATTERN_RANK[each.pattern], each.name.casefold(), each.id)
        )
        self._kept: tuple[Filters, frozenset[int] | None] = (EVERYTHING, None)

    # What words are looked up in is made by `prepare` or with the first word.

    def prepare(self) -> None:
        """Make now what the first word would have to wait for."""
        _ = self._words, self._brief_rank

    @cached_property
    def _brief_first(self) -> list[int]:
        """Of equally good hits the shorter name is meant: "Deadlift" before "Suitcase deadlift"."""

        def key(place: int) -> tuple[int, bool]:
            exercise = self._exercises[place]
            return _length(exercise), exercise.id in self._last

        return sorted(range(len(self._exercises)), key=key)

    @cached_property
    def _brief_rank(self) -> dict[int, int]:
        return {place: rank for rank, place in enumerate(self._brief_first)}

    @cached_property
    def _postings(self) -> Mapping[str, Hits]:
        postings: dict[str, Hits] = {}
        for place, exercise in enumerate(self._exercises):
            for word, cost in _costs(exercise):
                hits = postings.setdefault(word, {})
                if cost < hits.get(place, cost + 1):
                    hits[place] = cost
        return postings

    @cached_property
    def _words(self) -> list[str]:
        return sorted(self._postings)

    def search(self, query: str, filters: Filters = EVERYTHING) -> list[str]:
        """Ids of the exercises that match every word typed, the best match first.

        An empty query gives everything, lunges first.
        """
        typed = words_of(query)[:MOST_WORDS]
        kept = self._places(filters)
        if not typed:
            places: Iterable[int] = range(len(self._exercises))
        else:
            found = self._as_typed(typed) or self._joined(typed) or self._mistyped(typed)
            many, rank = len(self._exercises), self._brief_rank
            # One number a hit, cost before rank, sorts several times faster than pairs.
            ordered = sorted(cost * many + rank[place] for place, cost in found.items())
            places = [self._brief_first[number % many] for number in ordered]
        return [self._exercises[place].id for place in places if kept is None or place in kept]

    def _places(self, filters: Filters) -> frozenset[int] | None:
        """Where the exercises lie that the filters keep; the last answer is remembered."""
        if filters != self._kept[0]:
            kept = frozenset(
                place for place, each in enumerate(self._exercises) if filters.keep(each)
            )
            self._kept = (filters, None if filters == EVERYTHING else kept)
        return self._kept[1]

    def _as_typed(self, typed: list[str]) -> Hits:
        return _together(self._begun_with(word) for word in typed)

    def _joined(self, typed: list[str]) -> Hits:
        """Two words typed for one, as in "dead lift"."""
        for place in range(len(typed) - 1):
            pair = typed[place] + typed[place + 1]
            if found := self._as_typed([*typed[:place], pair, *typed[place + 2 :]]):
                return found
        return {}

    def _mistyped(self, typed: list[str]) -> Hits:
        return _together(self._begun_with(word) or self._nearly(word) for word in typed)

    def _begun_with(self, word: str) -> Hits:
        start = bisect_left(self._words, word)
        end = bisect_left(self._words, word + LAST, start)
        best: Hits = {}
        for found in self._words[start:end]:
            _add(best, self._postings[found], 0 if found == word else BEGUN)
        return best

    def _nearly(self, word: str) -> Hits:
        """Hits of a mistyped word, with as few errors as lead anywhere."""
        for errors in range(1, forgiven(word) + 1):
            best: Hits = {}
            for start, end in self._ranges(word, errors):
                for found in self._words[start:end]:
                    whole = abs(len(found) - len(word)) <= errors
                    _add(best, self._postings[found], MISTYPED + (0 if whole else BEGUN))
            if best:
                return best
        return {}

    def _ranges(self, word: str, errors: int) -> set[tuple[int, int]]:
        """Ranges of words that begin with `word` after at most `errors` corrections.

        A correction takes a letter out, puts one in, changes one or swaps two neighbours.
        """
        found: set[tuple[int, int]] = set()
        seen: set[tuple[int, int, int, str, int]] = set()
        waiting = [(0, len(self._words), 0, word, errors)]
        while waiting:
            state = waiting.pop()
            if state in seen:
                continue
            seen.add(state)
            start, end, depth, rest, left = state
            if not left:
                ranged = self._narrowed(start, end, depth, rest)
                if ranged:
                    found.add(ranged)
                continue
            if not rest:
                found.add((start, end))
                continue
            waiting += self._steps(start, end, depth, rest, left)
        return found

    def _steps(
        self, start: int, end: int, depth: int, rest: str, left: int
    ) -> Iterator[tuple[int, int, int, str, int]]:
        """States after the next letter, read as it is or corrected."""
        yield (start, end, depth, rest[1:], left - 1)
        for letter, first, last in self._children(start, end, depth):
            if letter == rest[0]:
                yield (first, last, depth + 1, rest[1:], left)
            else:
                yield (first, last, depth + 1, rest[1:], left - 1)
                yield (first, last, depth + 1, rest, left - 1)
            if len(rest) > 1 and letter == rest[1] != rest[0]:
                swapped = self._narrowed(first, last, depth + 1, rest[0])
                if swapped:
                    yield (*swapped, depth + 2, rest[2:], left - 1)

    def _children(self, start: int, end: int, depth: int) -> Iterator[tuple[str, int, int]]:
        """The letters that follow in a range of words, each with its own range."""
        words = self._words
        while start < end:
            word = words[start]
            if len(word) <= depth:
                start += 1
                continue
            last = bisect_left(words, word[: depth + 1] + LAST, start, end)
            yield word[depth], start, last
            start = last

    def _narrowed(self, start: int, end: int, depth: int, more: str) -> tuple[int, int] | None:
        """The part of a range of words that goes on with `more`."""
        if start >= end:
            return None
        prefix = self._words[start][:depth] + more
        first = bisect_left(self._words, prefix, start, end)
        last = bisect_left(self._words, prefix + LAST, first, end)
        return (first, last) if first < last else None


def _length(exercise: Exercise) -> int:
    return len(WORD.findall(exercise.name[:LONGEST_TEXT]))


def _costs(exercise: Exercise) -> Iterator[tuple[str, int]]:
    """The words of an exercise, each with what a hit on it costs."""
    yield from _text_costs(exercise.name, NAME_END, NAME)
    for alias in exercise.aliases:
        yield from _text_costs(alias, ALIAS_END, ALIAS)
    for variant in exercise.variants:
        for text in (variant.name, *variant.aliases, *variant.equipment):
            yield from _text_costs(text, VARIANT, VARIANT)
    for equipment in exercise.equipment:
        yield from _text_costs(equipment, VARIANT, VARIANT)
    for muscle in (*exercise.muscles, *exercise.resets):
        yield from _text_costs(muscle, MUSCLE, MUSCLE)


def _text_costs(text: str, at_end: int, inside: int) -> Iterator[tuple[str, int]]:
    words = words_of(text)
    for place, word in enumerate(words):
        yield word, at_end if place in (0, len(words) - 1) else inside
    # "stepup" and "bstance" find what is written with a hyphen.
    if "-" in text or not text.isascii():
        for compound in HYPHENATED.findall(folded(text)):
            parts = WORD.findall(compound)
            ends = words[: len(parts)] == parts or words[-len(parts) :] == parts
            yield "".join(parts)[:LONGEST_WORD], at_end if ends else inside


def _add(best: Hits, hits: Hits, dearer: int) -> None:
    if not best:
        best.update({place: cost + dearer for place, cost in hits.items()} if dearer else hits)
        return
    for place, cost in hits.items():
        total = cost + dearer
        if total < best.get(place, total + 1):
            best[place] = total


def _together(parts: Iterable[Hits]) -> Hits:
    """What is in every part, costs added up."""
    whole: Hits | None = None
    for part in parts:
        if whole is None:
            whole = part
        else:
            whole = {place: cost + part[place] for place, cost in whole.items() if place in part}
        if not whole:
            return {}
    return whole or {}
