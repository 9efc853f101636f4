"""Strong: its CSV export, one row a set, in all layouts since 2016 and the languages of its app.

The columns are known by their names, in whatever order. Where the layout has no unit, the runner is
asked, unless the weights tell: see `exchange.strength.loads`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hemipelvi_gui.exchange.strength.layout import ANY_LOAD, Field, Layout, check_fields, fields_of
from hemipelvi_gui.exchange.strength.rows import read_sets
from hemipelvi_gui.exchange.strength.strong_words import NAMES
from hemipelvi_gui.exchange.tables import first_row, table

if TYPE_CHECKING:
    from hemipelvi_gui.domain.log_files import Answers, ReadLog
    from hemipelvi_gui.exchange.log_shape import Tick

NEEDED = {
    "Date": (Field.MOMENT,),
    "Exercise Name": (Field.EXERCISE,),
    "Set Order": (Field.KIND,),
    "Weight": ANY_LOAD,
    "Reps": (Field.REPS,),
}
# Names that no other program has for these.
OWN = (Field.WORKOUT, Field.EXERCISE, Field.KIND)
LEAST_COLUMNS = 5
# A mark of one letter stands in the place of the set's number: W and (Portuguese) A for a warm-up,
# D for a drop set, F for failure. Longer words are rows of rest timers and of notes.
WARM_UPS = frozenset(("w", "a"))
LONGEST_MARK = 2


@dataclass(frozen=True)
class Strong:
    """A row of `LOG_READERS`."""

    key: str = "strong"
    name: str = "Strong"

    def recognises(self, content: bytes) -> bool:
        """Whether most of the columns that only Strong has are there, in any language."""
        at = fields_of(first_row(content), NAMES)
        return sum(field in at for field in OWN) > 1 and len(at) >= LEAST_COLUMNS

    def read(self, content: bytes, answers: Answers, tick: Tick) -> ReadLog:
        """All sets. Raises ContentError, and what `tick` raises."""
        found = table(content)
        at = fields_of(found.header, NAMES)
        check_fields(at, NEEDED)
        # One column says both what sort of set it is and which one.
        at[Field.ORDER] = at[Field.KIND]
        return read_sets(found, Layout(self.key, at, _is_warm_up), answers, tick)


def _is_warm_up(set_order: str) -> bool | None:
    mark = set_order.strip().casefold()
    if not mark[:1].isdecimal() and len(mark) > LONGEST_MARK:
        return None
    return mark in WARM_UPS
