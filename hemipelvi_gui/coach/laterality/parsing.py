"""A name taken apart into movements, modifiers, regions and implements."""

from __future__ import annotations

from dataclasses import dataclass

from hemipelvi_gui.coach.laterality.lexicon import (
    MOST_IN_PHRASE,
    Kind,
    Movement,
    Term,
    lexicon,
    singular,
)
from hemipelvi_gui.coach.laterality.spelling import meant, nearest_phrase
from hemipelvi_gui.domain.exercises import Equipment
from hemipelvi_gui.domain.search import words_of

MOST_WORDS = 24
TELLING = frozenset({Kind.MOVEMENT, Kind.MODIFIER, Kind.REGION})
LENDING = frozenset({Kind.MODIFIER, Kind.PLAIN})


@dataclass(frozen=True)
class Parsed:
    """What the words of a name mean. `corrections` counts the typing errors forgiven."""

    words: tuple[str, ...]
    terms: frozenset[Term]
    read: tuple[str, ...]
    unknown: tuple[str, ...]
    corrections: int

    def ids(self, kind: Kind) -> frozenset[str]:
        """Everything of one kind that is named."""
        return frozenset(term.id for term in self.terms if term.kind is kind)

    @property
    def movements(self) -> tuple[Movement, ...]:
        """The movements named, the deciding one first."""
        known = lexicon().movements
        found = [known[each] for each in self.ids(Kind.MOVEMENT)]
        return tuple(sorted(found, key=_weight, reverse=True))


def _weight(movement: Movement) -> tuple[int, float, str]:
    return movement.rank, movement.facets.asymmetry if movement.facets else -1.0, movement.id


def parse(name: str) -> Parsed:
    """Read a name; one that says nothing is looked at again as if it were one word."""
    read = _read(name)
    if any(term.kind in TELLING for term in read.terms):
        return read
    phrase = nearest_phrase("".join(singular(word) for word in words_of(name)[:MOST_WORDS]))
    if phrase is None:
        return read
    terms = frozenset(lexicon().phrases[phrase])
    return Parsed((phrase,), terms, (phrase,), (), read.corrections + 1)


def _read(name: str) -> Parsed:
    """The longest known phrases first, from left to right."""
    words: list[str] = []
    spelt: list[str] = []
    corrections = 0
    for word in words_of(name)[:MOST_WORDS]:
        parts, errors = _meant(word)
        words += parts
        spelt += [word] if len(parts) == 1 and not errors else parts
        corrections += errors
    corrections += _mend(words, spelt)
    terms: set[Term] = set()
    read: list[str] = []
    unknown: list[str] = []
    place = 0
    while place < len(words):
        length, found = _longest(words, place)
        if found:
            terms |= found
            if any(term.kind is not Kind.PLAIN for term in found):
                read.append(" ".join(spelt[place : place + length]))
        elif words[place].isalpha() and len(words[place]) > 1:
            unknown.append(spelt[place])
        place += length - _shared(words, place, length, found)
    return Parsed(tuple(words), frozenset(terms), tuple(read), tuple(unknown), corrections)


def _mend(words: list[str], spelt: list[str]) -> int:
    """Read an unknown word with its neighbours: "ste up" is a step-up. Tells how many were."""
    mended = 0
    for place in range(len(words) - 1, -1, -1):
        if place >= len(words) or _known(words[place]) or not words[place].isalpha():
            continue
        for first, last in ((place - 1, place + 1), (place, place + 2), (place - 1, place + 2)):
            key = "".join(words[first:last]) if first >= 0 else ""
            phrase = nearest_phrase(key) or nearest_phrase(key.rstrip("s"))
            if phrase and last <= len(words):
                words[first:last] = spelt[first:last] = [phrase]
                mended += 1
                break
    return mended


def _meant(word: str) -> tuple[tuple[str, ...], int]:
    """What a word stands for; "pres" has lost an s, and is no plural."""
    bare = singular(word)
    parts, errors = meant(bare)
    for other in (word, word.rstrip("s")):
        if parts != (bare,) or _known(bare):
            break
        whole = meant(other)
        if whole != ((other,), 0):
            return whole
    return parts, errors


def _known(word: str) -> bool:
    return word in lexicon().words or word in lexicon().phrases


def _shared(words: list[str], place: int, length: int, found: set[Term]) -> int:
    """1 where the last word begins the next phrase too: "single leg raise" is a leg raise."""
    last = place + length - 1
    if length < 2 or any(term.kind not in LENDING for term in found):
        return 0
    longer, following = _longest(words, last)
    moved = any(term.kind is Kind.MOVEMENT for term in following)
    return 1 if longer > 1 and moved else 0


def _longest(words: list[str], place: int) -> tuple[int, set[Term]]:
    known = lexicon()
    for length in range(min(MOST_IN_PHRASE, len(words) - place), 0, -1):
        found = known.meanings(words[place : place + length])
        if found:
            return length, found
    return 1, set()


def implements(name: str) -> tuple[Equipment, ...]:
    """The equipment that a name names."""
    known = {each.value: each for each in Equipment}
    return tuple(sorted(known[each] for each in parse(name).ids(Kind.IMPLEMENT) if each in known))
