"""How a log is read where it leaves open what its numbers are in."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from hemipelvi_gui.domain.log_files import DistanceUnit
from hemipelvi_gui.domain.text import translate
from hemipelvi_gui.domain.units import MassUnit

if TYPE_CHECKING:
    from hemipelvi_gui.domain.log_files import Answers

WITH_WEIGHTS = {MassUnit.KG: DistanceUnit.KM, MassUnit.LB: DistanceUnit.MILES}
WAYS_TAKEN = {
    DistanceUnit.KM: translate(
        "LogFile", "Distances are read as kilometres, as weights are in kg."
    ),
    DistanceUnit.MILES: translate("LogFile", "Distances are read as miles, as weights are in lb."),
}


class Guess(NamedTuple):
    """How to read what a file leaves open."""

    day_first: bool
    unit: MassUnit
    distance: DistanceUnit | None

    @property
    def way(self) -> DistanceUnit:
        """What distances are in: where nobody says it, as the weights have it."""
        return self.distance or WITH_WEIGHTS[self.unit]


AS_BEFORE = translate(
    "LogFile", "Weights are read in {unit}, as those that came from there before."
)


def known_unit(answers: Answers, key: str) -> MassUnit | None:
    """What the weights of this format are in by the runner's word, now or earlier."""
    return answers.units or answers.earlier.get(key)


def first_guess(answers: Answers, key: str = "") -> Guess:
    """What the runner said; else days first, and kilograms."""
    unit = known_unit(answers, key) or MassUnit.KG
    return Guess(answers.day_first is not False, unit, answers.distance)
