"""Which exercises of the library to show."""

from __future__ import annotations

from dataclasses import dataclass

from hemipelvi_gui.domain.exercises import Equipment, Exercise, Pattern
from hemipelvi_gui.domain.facets import Laterality
from hemipelvi_gui.domain.placing import usual_sections
from hemipelvi_gui.domain.session import Section


@dataclass(frozen=True)
class Filters:
    """Values of one kind widen the choice, kinds narrow it; an empty kind lets everything through.

    `equipment` finds what uses one of these in its usual form or a variant; None among them stands
    for no equipment. `available` is what the gym has; None is everything.
    """

    equipment: frozenset[Equipment | None] = frozenset()
    patterns: frozenset[Pattern] = frozenset()
    classes: frozenset[Laterality] = frozenset()
    sections: frozenset[Section] = frozenset()
    available: frozenset[Equipment] | None = None

    def keep(self, exercise: Exercise) -> bool:
        """Whether the exercise is shown."""
        return (
            (not self.patterns or exercise.pattern in self.patterns)
            and (not self.classes or exercise.laterality in self.classes)
            and (not self.equipment or self._uses(exercise))
            and (not self.sections or not self.sections.isdisjoint(usual_sections(exercise)))
            and (self.available is None or exercise.possible_with(self.available))
        )

    def _uses(self, exercise: Exercise) -> bool:
        ways = [exercise.equipment, *(variant.equipment for variant in exercise.variants)]
        return any(not self.equipment.isdisjoint(way or (None,)) for way in ways)


EVERYTHING = Filters()
