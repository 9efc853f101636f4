"""Names of exercises in files, and what they mean in the library."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING
from uuid import UUID, uuid5

from hemipelvi_gui.coach.history.inferring import inferred
from hemipelvi_gui.coach.laterality import Classifier, implements
from hemipelvi_gui.coach.reasons import because
from hemipelvi_gui.domain.exercises import Exercise
from hemipelvi_gui.domain.known_names import name_key
from hemipelvi_gui.domain.prescription import Sides
from hemipelvi_gui.domain.text import Text, translate

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hemipelvi_gui.domain.balance import Library
    from hemipelvi_gui.domain.known_names import KnownName

# Reading the same log again must give the same exercises, so their ids come from their names.
IDS = UUID("2d1d61ba-5b0b-5a55-8a9e-0d6a5a1f0c63")
# What a runner may decide for a name, besides the id of an exercise.
NEW, LEAVE_OUT = "new", ""
# From here on a name that was read another way is taken for the exercise without asking.
HIGH = 0.85
SIDES = {
    Sides.LEFT: ("left", "links", "gauche", "izquierda", "izquierdo"),
    Sides.RIGHT: ("right", "rechts", "droite", "derecha", "derecho"),
}
SIDE_WORDS = {word: side for side, words in SIDES.items() for word in words}
AT_THE_END = re.compile(
    rf"[\s,–-]*[(\[]?\s*\b({'|'.join(SIDE_WORDS)})(?:\s+(?:side|leg))?\s*[)\]]?\s*$", re.IGNORECASE
)


class How(StrEnum):
    """By which way a name was matched, the surest first."""

    KNOWN = "known"
    NAMED = "named"
    READ = "read"
    NEW = "new"
    LEFT_OUT = "left out"


@dataclass(frozen=True)
class NameMatch:
    """What one name means. `exercise` is "" where nothing here is meant.

    `variant` is the form of the exercise that the name tells of, "" its usual one. `confidence` is
    in [0, 1], `reason` says why. `made` is the exercise to make of a name that is new. `upper`: it
    was read as upper-body work, which has no score, so that a wrong one does no harm.
    """

    name: str
    exercise: str
    how: How
    confidence: float
    reason: Text
    variant: str = ""
    made: Exercise | None = None
    upper: bool = False

    @property
    def meant(self) -> str:
        """Id of the exercise to log, "" where it is left out."""
        return self.made.id if self.made else self.exercise

    @property
    def unsure(self) -> bool:
        """Whether a person should look at it."""
        if self.upper and self.confidence >= HIGH:
            return False
        return self.how is How.NEW or (self.how is How.READ and self.confidence < 1)


class Namer:
    """Matches names, each once: the runner's decisions, then the library, then the words.

    `known` holds decisions by `name_key`, `decisions` those of this import by name: the id of an
    exercise, NEW or LEAVE_OUT. Ready exercises come first in `library`, so that names are theirs.
    """

    def __init__(
        self,
        library: Library,
        known: Mapping[str, KnownName] | None = None,
        decisions: Mapping[str, str] | None = None,
    ) -> None:
        self._library = library
        self._decided = {key: each.exercise for key, each in (known or {}).items()}
        self._decided |= {name_key(name): each for name, each in (decisions or {}).items()}
        self._found: dict[str, NameMatch] = {}

    @cached_property
    def _classifier(self) -> Classifier:
        return Classifier(self._library)

    def match(self, name: str) -> NameMatch:
        """What a name means; it does not say a side any more (see `side_of`)."""
        found = self._found.get(name)
        if found is None:
            found = self._found[name] = self._decide(name)
        return found

    def _decide(self, name: str) -> NameMatch:
        wanted = self._decided.get(name_key(name))
        if wanted == LEAVE_OUT:
            reason = translate("History", "Left out, as you decided.")
            return NameMatch(name, "", How.LEFT_OUT, 1.0, reason)
        if wanted is not None and wanted in self._library:
            reason = translate("History", "As you decided.")
            return NameMatch(name, wanted, How.KNOWN, 1.0, reason, self._variant(wanted, name))
        # A decision for an exercise that is gone says nothing any more.
        return self._read(name, new=wanted == NEW)

    def _read(self, name: str, *, new: bool) -> NameMatch:
        guess = self._classifier.classify(name)
        if guess.exercise is None or guess.confidence < HIGH or new:
            key = str(uuid5(IDS, name_key(name)))
            if key in self._library:  # made by an earlier import, and called otherwise since
                reason = because("found", exercise=self._library[key].name)
                return NameMatch(name, key, How.NAMED, 1.0, reason)
            made = inferred(name, guess, key)
            return NameMatch(
                name, "", How.NEW, guess.confidence, guess.reason, made=made, upper=guess.upper
            )
        how = How.NAMED if guess.confidence == 1 else How.READ
        variant = self._variant(guess.exercise.id, name)
        return NameMatch(
            *(name, guess.exercise.id, how, guess.confidence, guess.reason, variant),
            upper=guess.upper,
        )

    def _variant(self, exercise_id: str, name: str) -> str:
        """The variant done with what the name names; "" where it is the usual form."""
        exercise = self._library[exercise_id]
        named = set(implements(name))
        if not named or named <= set(exercise.equipment):
            return ""
        fits = (each.name for each in exercise.variants if named <= set(each.equipment))
        return next(fits, "")


def side_of(name: str) -> tuple[str, Sides | None]:
    """A name without the side at its end, and that side; None where it says none."""
    found = AT_THE_END.search(name)
    if found is None or not found.start():
        return name, None
    return name[: found.start()], SIDE_WORDS[found.group(1).casefold()]
