"""What can be said of a name."""

from __future__ import annotations

from dataclasses import dataclass

from hemipelvi_gui.coach.laterality.lexicon import Movement
from hemipelvi_gui.domain.exercises import Exercise
from hemipelvi_gui.domain.facets import Facets, Laterality, laterality
from hemipelvi_gui.domain.text import Text

UNSURE = 0.6


@dataclass(frozen=True)
class Guess:
    """What a name says of an exercise.

    `match` is the exercise of the library that is meant. `facets` are None for upper-body work
    (`upper`) and for names that say nothing. `confidence` in [0, 1]; below `UNSURE` a person should
    look. `movement` is what the words were read as, where they were.
    """

    exercise: Exercise | None
    facets: Facets | None
    confidence: float
    reason: Text
    upper: bool = False
    movement: Movement | None = None

    @property
    def match(self) -> str | None:
        """Name of the exercise in the library."""
        return self.exercise.name if self.exercise else None

    @property
    def asymmetry(self) -> float | None:
        """Asymmetry in [0, 1], or None where there is none."""
        return self.facets.asymmetry if self.facets else None

    @property
    def laterality(self) -> Laterality:
        """Class of the asymmetry."""
        return laterality(self.asymmetry)

    @property
    def unsure(self) -> bool:
        """Whether a person should look at it."""
        return self.confidence < UNSURE
