"""The words that names of exercises are made of, read once from resources/laterality.

A phrase may mean several things at once: "jump" is a movement of its own, and what a squat is
turned into by it.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from enum import Enum
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any

from hemipelvi_gui.domain.exercises import Family, Pattern
from hemipelvi_gui.domain.facets import Facets, Jobs, Stance, Trunk
from hemipelvi_gui.domain.facets import Sequence as Turns
from hemipelvi_gui.domain.search import words_of
from hemipelvi_gui.paths import resource

if TYPE_CHECKING:
    from collections.abc import Sequence

FOLDER = "laterality"
SURE = 0.85
MOST_IN_PHRASE = 7
LONGEST_ABBREVIATION = 5
ONE_SIDED_MODIFIERS = frozenset(
    {"single-leg", "staggered", "split", "half-kneeling", "march", "knee-drive", "side-lying"}
)
IRREGULAR = {
    "calves": "calf",
    "calve": "calf",
    "flies": "fly",
    "flyes": "fly",
    "flye": "fly",
    "knees": "knee",
    "abs": "ab",
    "ups": "up",
    "feet": "foot",
    "jacks": "jack",
}


class Kind(Enum):
    """What a phrase tells of an exercise."""

    MOVEMENT = "movement"
    MODIFIER = "modifier"
    REGION = "region"
    IMPLEMENT = "implement"
    PLAIN = "plain"


@dataclass(frozen=True)
class Movement:
    """A movement before anything is said about sides; `facets` is None for upper-body work.

    Of several movements in a name the one with the highest `rank` decides. `sure` in [0, 1] is how
    far the words alone settle it.
    """

    id: str
    facets: Facets | None
    pattern: Pattern
    family: Family
    rank: int
    sure: float


@dataclass(frozen=True)
class Term:
    """One meaning of a phrase."""

    kind: Kind
    id: str


@dataclass(frozen=True)
class Lexicon:
    """All phrases by their joined words, and all words there are."""

    movements: dict[str, Movement] = field(default_factory=dict)
    phrases: dict[str, set[Term]] = field(default_factory=dict)
    words: dict[str, int] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    spaced: set[str] = field(default_factory=set)
    level: set[str] = field(default_factory=set)

    @cached_property
    def one_sided(self) -> frozenset[str]:
        """Words that are in no phrase but those of work of one side."""
        return frozenset(word for word in self.words if word not in self.level)

    def add(self, phrase: str, term: Term) -> None:
        """Learn a phrase. Words learnt first are preferred where a typing error fits several."""
        words = [singular(word) for word in words_of(phrase)]
        key = "".join(words)
        self.phrases.setdefault(key, set()).add(term)
        if len(words) > 1:
            self.spaced.add(key)
        if not self._is_one_sided(term):
            self.level.update(words)
        for word in words:
            self.words.setdefault(word, len(self.words))

    def _is_one_sided(self, term: Term) -> bool:
        if term.kind is Kind.MODIFIER:
            return term.id in ONE_SIDED_MODIFIERS
        facets = self.movements[term.id].facets if term.kind is Kind.MOVEMENT else None
        return facets is not None and facets.jobs is not Jobs.SAME

    def meanings(self, words: Sequence[str]) -> set[Term]:
        """What words mean together. "sl dl" is no "sldl": what is short is written as one word."""
        key = "".join(words)
        if len(words) > 1 and len(key) <= LONGEST_ABBREVIATION and key not in self.spaced:
            return set()
        return self.phrases.get(key, set())


def singular(word: str) -> str:
    """A word without its plural s: near enough, as both sides go through it."""
    if word in IRREGULAR:
        return IRREGULAR[word]
    if len(word) < 4 or not word.endswith("s") or word.endswith("ss"):
        return word
    if word.endswith(("sses", "ches", "shes", "xes")):
        return word[:-2]
    return word[:-1]


def joined(name: str) -> str:
    """The key of a phrase: its words in the singular, without spaces."""
    return "".join(singular(word) for word in words_of(name))


def _table(name: str) -> Any:  # noqa: ANN401  each table has its own shape
    return json.loads(resource(FOLDER, name).read_text(encoding="utf-8"))


def facets_of(levels: list[str] | None) -> Facets | None:
    """Facets from their four levels in order, None from None."""
    if levels is None:
        return None
    jobs, stance, sequence, trunk = levels
    return Facets(Jobs(jobs), Stance(stance), Turns(sequence), Trunk(trunk))


@cache
def lexicon() -> Lexicon:
    """All tables, read when the first name is asked for."""
    whole = Lexicon()
    for row in _table("movements.json"):
        movement = Movement(
            row["id"],
            facets_of(row["facets"]),
            Pattern(row["pattern"]),
            Family(row["family"]),
            row["rank"],
            row.get("sure", SURE),
        )
        whole.movements[movement.id] = movement
        for phrase in row["words"]:
            whole.add(phrase, Term(Kind.MOVEMENT, movement.id))
    words = _table("words.json")
    for kind, table in (
        (Kind.MODIFIER, _table("modifiers.json")),
        (Kind.REGION, words["regions"]),
        (Kind.IMPLEMENT, words["implements"]),
        (Kind.PLAIN, {"": words["plain"]}),
    ):
        for meaning, phrases in table.items():
            for phrase in phrases:
                whole.add(phrase, Term(kind, meaning))
    for name, translations in _table("names.json").items():
        whole.names.update({joined(each): name for each in translations})
    return whole
