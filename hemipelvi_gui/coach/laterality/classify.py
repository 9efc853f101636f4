"""A name looked up: as it stands, then with its spelling forgiven, then by its words."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from hemipelvi_gui.coach.laterality.guess import Guess
from hemipelvi_gui.coach.laterality.inference import PER_CORRECTION, infer
from hemipelvi_gui.coach.laterality.lexicon import Kind, joined, lexicon, singular
from hemipelvi_gui.coach.laterality.parsing import Parsed, parse
from hemipelvi_gui.coach.laterality.rules import tied
from hemipelvi_gui.coach.reasons import because
from hemipelvi_gui.domain.library import Names, own_names
from hemipelvi_gui.domain.search import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from hemipelvi_gui.domain.exercises import Exercise

CERTAIN, SAME_WORDS, OTHER_IMPLEMENT, CORRECTED = 1.0, 0.95, 0.9, 0.85
SAID_IN_FULL = {
    "sl": "single leg",
    "sa": "single arm",
    "db": "dumbbell",
    "kb": "kettlebell",
    "bb": "barbell",
    "bw": "bodyweight",
    "alt": "alternating",
    "one": "single",
    "1": "single",
    "legged": "leg",
    "armed": "arm",
    "alternate": "alternating",
    "dl": "deadlift",
    "rdl": "romanian deadlift",
    "sq": "squat",
    "fwd": "forward",
    "bwd": "backward",
    "rev": "reverse",
}
# The library gives these a stance for their picture; the legs only hang or lie there.
BY_THE_ARMS = frozenset({"dead-hang", "foam-roll-lats", "foam-roll-upper-back"})
LEFT_OUT = frozenset(
    ("with", "the", "to", "on", "of", "and", "for", "from", "weighted", "tempo", "paused", "pause")
)


class Classifier:
    """Classifies names against one library; what it needs is made with the first name.

    Of exercises with one name the first of the library is meant, so ready ones come first there.
    """

    def __init__(self, exercises: Mapping[str, Exercise]) -> None:
        self._exercises = exercises
        self._names = Names(exercises)

    @cached_property
    def _by_words(self) -> dict[tuple[str, ...], Exercise]:
        index: dict[tuple[str, ...], Exercise] = {}
        for exercise in self._exercises.values():
            for name in own_names(exercise):
                index.setdefault(_key(words_of(name)), exercise)
        return index

    @cached_property
    def _by_name(self) -> dict[str, Exercise]:
        index: dict[str, Exercise] = {}
        for exercise in self._exercises.values():
            index.setdefault(exercise.name, exercise)
        return index

    def classify(self, name: str) -> Guess:
        """What a name says, by the first of the three ways that leads anywhere."""
        exact = self._names.find_named(name)
        if exact:
            return _found(exact, CERTAIN, "")
        parsed = parse(name)
        return self._reworded(name, parsed) or infer(parsed)

    def _reworded(self, name: str, parsed: Parsed) -> Guess | None:
        """The exercise whose name has the same words in another order, spelling or language."""
        typed = [singular(word) for word in words_of(name)]
        meant = list(parsed.words)
        sure = SAME_WORDS
        if typed != meant and parsed.corrections:
            sure = CORRECTED - PER_CORRECTION * (parsed.corrections - 1)
        translated = lexicon().names.get("".join(meant)) or lexicon().names.get(joined(name))
        exercise = self._by_name.get(translated or "") or self._by_words.get(_key(meant))
        if exercise:
            return _found(exercise, sure, " ".join(meant))
        for bare in _without_implements(meant):
            translated = lexicon().names.get("".join(bare))
            exercise = self._by_words.get(_key(bare)) or self._by_name.get(translated or "")
            if exercise:
                return self._other_implement(exercise, parsed, min(sure, OTHER_IMPLEMENT))
        return None

    def _other_implement(self, exercise: Exercise, parsed: Parsed, sure: float) -> Guess | None:
        """An exercise of the library done with something it is not listed with."""
        inferred = infer(parsed)
        if inferred.laterality is not exercise.laterality and exercise.id not in BY_THE_ARMS:
            return None
        if exercise.facets is not None and tied(exercise.facets, parsed) != exercise.facets:
            return None
        named = parsed.ids(Kind.IMPLEMENT)
        listed = {each.value for each in exercise.equipment} | {
            each.value for variant in exercise.variants for each in variant.equipment
        }
        found = _found(exercise, sure, " ".join(parsed.words))
        if named <= listed | {"bodyweight"}:
            return found
        reason = because("another-way", exercise=exercise.name)
        return replace(found, exercise=None, reason=reason, movement=inferred.movement)


def classify(name: str, exercises: Mapping[str, Exercise]) -> Guess:
    """What one name says; for many names keep a `Classifier`."""
    return Classifier(exercises).classify(name)


def _key(words: list[str]) -> tuple[str, ...]:
    """Words that make a name, whatever their order."""
    full = [part for word in words for part in words_of(SAID_IN_FULL.get(word, word))]
    return tuple(sorted(singular(word) for word in full if word not in LEFT_OUT))


def _without_implements(words: list[str]) -> Iterator[list[str]]:
    """The words without one implement, then without all: a box squat with bands is a box squat."""
    places = [place for place, word in enumerate(words) if _is_implement(word)]
    for place in reversed(places):
        yield words[:place] + words[place + 1 :]
    bare = [word for place, word in enumerate(words) if place not in places]
    if bare and len(places) > 1:
        yield bare


def _is_implement(word: str) -> bool:
    terms = lexicon().phrases.get(word, set())
    return any(term.kind is Kind.IMPLEMENT for term in terms)


def _found(exercise: Exercise, sure: float, read_as: str) -> Guess:
    reason = because("found", exercise=exercise.name)
    if read_as:
        reason = because("reworded", words=read_as, exercise=exercise.name)
    facets = None if exercise.id in BY_THE_ARMS else exercise.facets
    return Guess(exercise, facets, round(max(0.05, sure), 2), reason, facets is None)
