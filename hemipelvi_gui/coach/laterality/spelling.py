"""Words as they were meant: endings, compounds and typing errors."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from hemipelvi_gui.coach.laterality.lexicon import lexicon, singular

ENDINGS = ("n", "en", "e", "er", "es", "em", "x", "ing", "ed")
SHORTEST_STEM = 4
DOUBLED = re.compile(r"(.)\1+")
SHORTEST_PART = 3
LONGEST_COMPOUND = 40
SHORTEST_SLIPPED = 5
SOUNDS = (("qu", "kw"), ("ck", "k"), ("ph", "f"), ("x", "ks"), ("c", "k"), ("y", "i"))


@lru_cache(maxsize=4096)
def meant(word: str) -> tuple[tuple[str, ...], int]:
    """The known words that `word` stands for, and how many typing errors were forgiven.

    An unknown word is given back as it is, with no errors.
    """
    known = lexicon()
    if word in known.words or word in known.phrases or not word.isalpha():
        return (word,), 0
    for ending in ENDINGS:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= SHORTEST_STEM and stem in known.words:
            return (stem,), 0
    once = singular(DOUBLED.sub(r"\1", word))
    if once in known.words:
        return (once,), 1
    parts = compound(word)
    if parts:
        return parts, 0
    near = nearest(word)
    if near:
        return (near[0],), near[1]
    heard = _heard().get(sound(word), "") if len(word) >= SHORTEST_STEM else ""
    return ((heard,), 1) if heard else ((word,), 0)


def sound(word: str) -> str:
    """A word as it is heard, near enough: "skwat" and "squat" are one."""
    for written, heard in SOUNDS:
        word = word.replace(written, heard)
    return DOUBLED.sub(r"\1", word)


@cache
def _heard() -> dict[str, str]:
    words: dict[str, str] = {}
    for word in lexicon().words:
        if len(word) >= SHORTEST_STEM:
            words.setdefault(sound(word), word)
    return words


def compound(word: str) -> tuple[str, ...]:
    """The fewest known words that make up a word, as in "splitsquat"; () where there are none."""
    if len(word) > LONGEST_COMPOUND:
        return ()
    words = lexicon().words
    best: list[tuple[str, ...] | None] = [()] + [None] * len(word)
    for end in range(SHORTEST_PART, len(word) + 1):
        for start in range(end - SHORTEST_PART + 1):
            before, part = best[start], word[start:end]
            # German joins some words with an s.
            fits = part in words or (end < len(word) and part[-1:] == "s" and part[:-1] in words)
            if before is None or not fits:
                continue
            found = best[end]
            if found is None or len(before) + 1 < len(found):
                best[end] = (*before, part)
    return best[-1] or ()


def nearest(word: str) -> tuple[str, int] | None:
    """The known word with the fewest typing errors, and their number, where that is few enough."""
    allowed = 0 if len(word) < 4 else 1 if len(word) < 8 else 2
    best: tuple[int, int, str] | None = None
    for known, order in lexicon().words.items():
        if not allowed or abs(len(known) - len(word)) > allowed or len(known) < SHORTEST_STEM:
            continue
        if not _plausible(word, known):
            continue
        errors = 1 if sorted(word) == sorted(known) else distance(word, known)
        candidate = (errors, order, known)
        if errors <= allowed and (best is None or candidate < best):
            best = candidate
    return (best[2], best[0]) if best else None


@lru_cache(maxsize=4096)
def nearest_phrase(key: str) -> str | None:
    """The known phrase that words run together are but one slip away from; None for short ones."""
    if len(key) < SHORTEST_SLIPPED:
        return None
    near = (
        known
        for known in lexicon().phrases
        if abs(len(known) - len(key)) < 2 and known[:1] == key[:1] and distance(key, known) == 1
    )
    return next(near, None)


def _plausible(word: str, known: str) -> bool:
    """Whether a slip of the finger could make one of the other: "ship" is no "shin".

    People begin a word right, or swap its first letters; in a short one they lose a letter or swap
    two.
    """
    swapped = word[:2] == known[1::-1]
    if word[0] != known[0] and not swapped:
        return False
    return len(word) > SHORTEST_STEM or len(word) != len(known) or sorted(word) == sorted(known)


def distance(one: str, other: str) -> int:
    """Letters put in, left out or changed, and neighbours swapped, between two words."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        older, before, row = before, row, [i]
        for j, wanted in enumerate(other, 1):
            cost = min(before[j] + 1, row[-1] + 1, before[j - 1] + (letter != wanted))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == wanted:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
    return row[-1]
