"""What the columns of a log with one row a set are about."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from hemipelvi_gui.domain.text import translate
from hemipelvi_gui.exchange.cells import column_key
from hemipelvi_gui.exchange.shape import ContentError
from hemipelvi_gui.exchange.strength.loads import Tells
from hemipelvi_gui.exchange.tables import EXPORT_AGAIN


class Field(StrEnum):
    """What a column is about."""

    MOMENT = "moment"
    END = "end"
    LENGTH = "length"
    WORKOUT = "workout"
    EXERCISE = "exercise"
    KIND = "kind"
    ORDER = "order"
    WEIGHT = "weight"
    WEIGHT_UNIT = "weight unit"
    KG = "kg"
    LB = "lb"
    REPS = "reps"
    SECONDS = "seconds"
    DISTANCE = "distance"
    DISTANCE_UNIT = "distance unit"
    KM = "km"
    MILES = "miles"
    METRES = "metres"
    RPE = "rpe"
    GROUP = "group"
    NOTES = "notes"
    WORKOUT_NOTES = "workout notes"


LOADS = {
    Field.WEIGHT: Tells.VALUE,
    Field.WEIGHT_UNIT: Tells.UNIT,
    Field.KG: Tells.KG,
    Field.LB: Tells.LB,
}
WAYS = {
    Field.DISTANCE: Tells.VALUE,
    Field.DISTANCE_UNIT: Tells.UNIT,
    Field.KM: Tells.KM,
    Field.MILES: Tells.MILES,
    Field.METRES: Tells.METRES,
}
ANY_LOAD = (Field.WEIGHT, Field.KG, Field.LB)


@dataclass(frozen=True)
class Layout:
    """Where a format keeps what. `kind` reads what sort of set a row is.

    It says whether a set was a warm-up; None: the row is none, but a rest or a note.
    """

    key: str
    at: Mapping[Field, int]
    kind: Callable[[str], bool | None]


def fields_of(header: Iterable[str], names: Mapping[str, Field]) -> dict[Field, int]:
    """Where each field is: the first column of a name in `names`, which are `column_key`s."""
    at: dict[Field, int] = {}
    for place, name in enumerate(header):
        field = names.get(column_key(name))
        if field is not None:
            at.setdefault(field, place)
    return at


def check_fields(at: Mapping[Field, int], needed: Mapping[str, Sequence[Field]]) -> None:
    """Raises ContentError with the name of the first column that is needed and not there."""
    for name, fields in needed.items():
        if not any(field in at for field in fields):
            raise ContentError(
                translate("LogFile", "the column \u201c{name}\u201d is missing.", name=name),
                advice=EXPORT_AGAIN,
            )
