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
    for no equipment. `available` is what the gym has; None is everything. `without` and `only` are
    ids: those left out, and the only ones shown.
    """

    equipment: frozenset[Equipment | None] = frozenset()
    patterns: frozenset[Pattern] = frozenset()
    classes: frozenset[Laterality] = frozenset()
    sections: frozenset[Section] = frozenset()
    available: frozenset[Equipment] | None = None
    without: frozenset[str] = frozenset()
    only: frozenset[str] | None = None

    def keep(self, exercise: Exercise) -> bool:
        """Whether the exercise is shown."""
        return (
            (not self.patterns or exercise.pattern in self.patterns)
            and (not self.classes or exercise.laterality in self.classes)
            and (not self.equipment or self._uses(exercise))
            and (not self.sections or not self.sections.isdisjoint(usual_sections(exercise)))
            and (self.available is None or exercise.possible_with(self.available))
            and exercise.id not in self.without
            and (self.only is None or exercise.id in self.only)
        )

    def _uses(self, exercise: Exercise) -> bool:
        ways = [exercise.equipment, *(variant.equipment for variant in exercise.variants)]
        return any(not self.equipment.isdisjoint(way or (None,)) for way in ways)


EVERYTHING = Filters()
