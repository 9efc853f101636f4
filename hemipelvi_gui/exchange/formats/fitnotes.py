"""FitNotes: the CSV exports of the Android and the iOS app, one row a set.

They tell days without times and without names of workouts: the sets of a day are one workout.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hemipelvi_gui.exchange.strength.layout import ANY_LOAD, Field, Layout, check_fields, fields_of
from hemipelvi_gui.exchange.strength.rows import read_sets
from hemipelvi_gui.exchange.tables import first_row, table

if TYPE_CHECKING:
    from hemipelvi_gui.domain.log_files import Answers, ReadLog
    from hemipelvi_gui.exchange.log_shape import Tick

NAMES = {
    "date": Field.MOMENT,
    "exercise": Field.EXERCISE,
    "category": Field.GROUP,
    "weight": Field.WEIGHT,
    "weightunit": Field.WEIGHT_UNIT,
    "weightkg": Field.KG,
    "weightkgs": Field.KG,
    "weightlb": Field.LB,
    "weightlbs": Field.LB,
    "reps": Field.REPS,
    "distance": Field.DISTANCE,
    "distanceunit": Field.DISTANCE_UNIT,
    "time": Field.SECONDS,
    "comment": Field.NOTES,
    "comments": Field.NOTES,
    "notes": Field.NOTES,
}
NEEDED = {
    "Date": (Field.MOMENT,),
    "Exercise": (Field.EXERCISE,),
    "Weight": ANY_LOAD,
    "Reps": (Field.REPS,),
}
LEAST_COLUMNS = 5


@dataclass(frozen=True)
class FitNotes:
    """A row of `LOG_READERS`."""

    key: str = "fitnotes"
    name: str = "FitNotes"

    def recognises(self, content: bytes) -> bool:
        """Whether the columns are those of FitNotes, of which one or another may be missing."""
        at = fields_of(first_row(content), NAMES)
        own = Field.GROUP in at or (Field.WEIGHT_UNIT in at and Field.EXERCISE in at)
        return own and Field.DISTANCE_UNIT in at and len(at) >= LEAST_COLUMNS

    def read(self, content: bytes, answers: Answers, tick: Tick) -> ReadLog:
        """All sets. Raises ContentError, and what `tick` raises."""
        found = table(content)
        at = fields_of(found.header, NAMES)
        check_fields(at, NEEDED)
        # The category is a part of the body, and no superset.
        at.pop(Field.GROUP, None)
        return read_sets(found, Layout(self.key, at, _is_warm_up), answers, tick)


def _is_warm_up(_: str) -> bool:
    return False
