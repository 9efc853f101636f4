"""Loads and distances of a log: values together with units that a column, a header or nobody says.

A weight such as 6.80388555 kg was 15 lb before some program turned it into kilograms, and is read
as the 15 lb that were lifted.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from hemipelvi_gui.domain.log_files import DistanceUnit
from hemipelvi_gui.domain.text import Text, translate
from hemipelvi_gui.domain.units import KG_PER_LB, MassUnit, in_unit, plain
from hemipelvi_gui.exchange.bounds import MOST_KG, MOST_METRES
from hemipelvi_gui.exchange.cells import RefusedError, column_key, number, within
from hemipelvi_gui.exchange.shape import shown

if TYPE_CHECKING:
    from collections.abc import Mapping

Unit = TypeVar("Unit")

# What people put on a bar goes in such steps, in either unit.
STEP = 0.5
STEP_SLACK = 1e-4
# Kilograms are entered with at most two decimals.
KG_DECIMALS = 2

MASS_UNITS = {
    **dict.fromkeys(("kg", "kgs", "kilo", "kilos", "kilogram", "kilograms", "кг"), MassUnit.KG),
    **dict.fromkeys(("lb", "lbs", "pound", "pounds"), MassUnit.LB),
}
METRES = {
    **dict.fromkeys(("m", "meter", "meters", "metre", "metres"), 1.0),
    **dict.fromkeys(("km", "kms", "kilometer", "kilometers", "kilometres", "км"), 1000.0),
    **dict.fromkeys(("mi", "mile", "miles"), 1609.344),
    **dict.fromkeys(("ft", "feet", "foot"), 0.3048),
    **dict.fromkeys(("yd", "yds", "yard", "yards"), 0.9144),
}
METRES_PER = {DistanceUnit.KM: METRES["km"], DistanceUnit.MILES: METRES["mi"]}

WEIGHTS = translate("LogFile", "weights")
DISTANCES = translate("LogFile", "distances")


class Tells(StrEnum):
    """What a column tells of a load or a distance."""

    VALUE = "value"
    UNIT = "unit"
    KG = "kg"
    LB = "lb"
    KM = "km"
    MILES = "mi"
    METRES = "m"


class Weight(NamedTuple):
    """A load in its unit, both None without one."""

    value: float | None = None
    unit: MassUnit | None = None


NO_WEIGHT = Weight()


class Weights:
    """Reads the cells of `tells` together. `unit` is for weights whose unit nobody says.

    `is_open` is whether there were such, `turned` one weight that was pounds, in kilograms, `said`
    the units of the others.
    """

    def __init__(self, tells: tuple[Tells, ...], unit: MassUnit) -> None:
        self.tells, self.unit = tells, unit
        self.is_open = False
        self.turned: float | None = None
        self.said: set[MassUnit] = set()

    @property
    def told(self) -> MassUnit | None:
        """What the file is in, None where it does not tell, or has both."""
        if self.turned:
            # Pounds are turned only in a file that is in kilograms.
            return MassUnit.KG
        return next(iter(self.said)) if len(self.said) == 1 and not self.is_open else None

    def __call__(self, cells: tuple[str, ...]) -> Weight:
        """Raises RefusedError."""
        said = dict(zip(self.tells, cells, strict=True))
        if Tells.VALUE in said:
            unit = _unit(said[Tells.UNIT], MASS_UNITS) if Tells.UNIT in said else None
            return self._weight(said[Tells.VALUE], unit)
        both = [
            self._weight(said[tells], unit)
            for tells, unit in ((Tells.KG, MassUnit.KG), (Tells.LB, MassUnit.LB))
            if tells in said
        ]
        # Where a program writes both, the shorter number is the one that was typed.
        found = [each for each in both if each.value is not None]
        return min(found, key=lambda each: len(f"{each.value:.9g}"), default=NO_WEIGHT)

    def _weight(self, cell: str, unit: MassUnit | None) -> Weight:
        most = in_unit(MOST_KG, unit or self.unit)
        value = within(number(cell), WEIGHTS, most)
        if value is None:
            return NO_WEIGHT
        if unit is not MassUnit.LB and (pounds := turned_pounds(value)):
            self.turned = value
            self.is_open |= unit is None
            return Weight(pounds, MassUnit.LB)
        if unit is None:
            self.is_open = True
        else:
            self.said.add(unit)
        return Weight(value, unit or self.unit)


class Distances:
    """Reads the cells of `tells` together, as metres. `unit` is where nobody says it."""

    def __init__(self, tells: tuple[Tells, ...], unit: DistanceUnit) -> None:
        self.tells, self.unit = tells, unit
        self.is_open = False

    def __call__(self, cells: tuple[str, ...]) -> float | None:
        """Raises RefusedError."""
        said = dict(zip(self.tells, cells, strict=True))
        for tells, cell in said.items():
            value = None if tells is Tells.UNIT else number(cell)
            if value:
                named = said.get(Tells.UNIT, "") if tells is Tells.VALUE else tells.value
                factor = _unit(named, METRES)
                self.is_open |= factor is None
                return within(value * (factor or METRES_PER[self.unit]), DISTANCES, MOST_METRES)
        return None


def turned_pounds(kg: float) -> float | None:
    """The pounds that these kilograms were, None for what people enter as kilograms.

    Also None for what was kilograms before it was turned into pounds, as 44.0924524 lb was 20 kg.
    """
    pounds = kg / KG_PER_LB
    if round(kg, KG_DECIMALS) == kg or not _is_step(pounds) or _is_step(kg * KG_PER_LB):
        return None
    return round(pounds / STEP) * STEP


def _is_step(value: float) -> bool:
    return abs(value - round(value / STEP) * STEP) <= STEP_SLACK


def turned_words(kg: float) -> Text:
    """What was taken for granted about such weights."""
    return translate(
        "LogFile",
        "{kg} kg and the like are pounds that were turned into kilograms: read as {lb} lb.",
        kg=f"{kg:.9g}",
        lb=plain(turned_pounds(kg) or 0),
    )


def _unit(cell: str, units: Mapping[str, Unit]) -> Unit | None:
    """The unit of that name, None where none is named. Raises RefusedError."""
    name = column_key(cell)
    if name and name not in units:
        raise RefusedError(
            translate("LogFile", "the unit \u201c{unit}\u201d is not known.", unit=shown(cell, 30))
        )
    return units.get(name)
