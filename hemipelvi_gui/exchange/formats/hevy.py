"""Hevy: its CSV export, one row a set, with kilograms or pounds and kilometres or miles.

The names of its columns are the same in every language, those of its months are not.
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
    "title": Field.WORKOUT,
    "starttime": Field.MOMENT,
    "endtime": Field.END,
    "description": Field.WORKOUT_NOTES,
    "exercisetitle": Field.EXERCISE,
    "supersetid": Field.GROUP,
    "exercisenotes": Field.NOTES,
    "setindex": Field.ORDER,
    "settype": Field.KIND,
    "weightkg": Field.KG,
    "weightlbs": Field.LB,
    "weightlb": Field.LB,
    "reps": Field.REPS,
    "distancekm": Field.KM,
    "distancemiles": Field.MILES,
    "distancemeters": Field.METRES,
    "durationseconds": Field.SECONDS,
    "rpe": Field.RPE,
}
NEEDED = {
    "start_time": (Field.MOMENT,),
    "exercise_title": (Field.EXERCISE,),
    "set_type": (Field.KIND,),
    "weight_kg": ANY_LOAD,
    "reps": (Field.REPS,),
}
# Names that no other program has for these.
OWN = (Field.MOMENT, Field.EXERCISE, Field.KIND, Field.GROUP)
WARM_UPS = frozenset(("warmup", "warm-up", "warm_up"))


@dataclass(frozen=True)
class Hevy:
    """A row of `LOG_READERS`."""

    key: str = "hevy"
    name: str = "Hevy"

    def recognises(self, content: bytes) -> bool:
        """Whether most of the columns that only Hevy has are there."""
        at = fields_of(first_row(content), NAMES)
        return sum(field in at for field in OWN) > 1 and len(at) > len(OWN)

    def read(self, content: bytes, answers: Answers, tick: Tick) -> ReadLog:
        """All sets. Raises ContentError, and what `tick` raises."""
        found = table(content)
        at = fields_of(found.header, NAMES)
        check_fields(at, NEEDED)
        return read_sets(found, Layout(self.key, at, _is_warm_up), answers, tick)


def _is_warm_up(set_type: str) -> bool:
    # Sets to failure and drop sets count like any other.
    return set_type.strip().casefold() in WARM_UPS
