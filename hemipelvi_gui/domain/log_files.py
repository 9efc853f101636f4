"""What other programs' logs say, as it was read: nothing is matched with what is here yet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from hemipelvi_gui.domain.done_runs import DoneRun
from hemipelvi_gui.domain.text import Text
from hemipelvi_gui.domain.units import MassUnit

if TYPE_CHECKING:
    import datetime


# As a format: files of a folder or an archive that are no logs.
OTHERS = "archive"


class Question(StrEnum):
    """What a file may leave open, so that the runner has to say it."""

    UNITS = "units"
    DATE_ORDER = "date-order"
    DISTANCE = "distance"


class DistanceUnit(StrEnum):
    """What a column of distances is in."""

    KM = "km"
    MILES = "mi"


@dataclass(frozen=True)
class Answers:
    """What the runner said; None: not asked, or not answered yet.

    `earlier`: the unit of what came from a format before, by its key. It stands in for an answer.
    """

    units: MassUnit | None = None
    day_first: bool | None = None
    distance: DistanceUnit | None = None
    earlier: Mapping[str, MassUnit] = field(default_factory=dict, hash=False)


class ReadSet(NamedTuple):
    """One set of a strength log.

    `start` is local and that of the whole workout, at midnight where `timed` is False. `weight` is
    in `unit`; both None without a load. `reps`, `seconds` and `metres` are None where the file has
    none. `group` is shared by the exercises of a superset, "" for none. `order` is the number of
    the set as the file has it, "" where it has none.
    """

    line: int
    start: datetime.datetime
    timed: bool
    workout: str
    exercise: str
    weight: float | None = None
    unit: MassUnit | None = None
    reps: float | None = None
    seconds: float | None = None
    metres: float | None = None
    rpe: float | None = None
    warmup: bool = False
    group: str = ""
    notes: str = ""
    workout_notes: str = ""
    workout_s: float | None = None
    order: str = ""


class Skipped(NamedTuple):
    """A line, from 1, that was left out, and why."""

    line: int
    reason: Text


@dataclass(frozen=True)
class ReadLog:
    """What one file says.

    `format` is the key of its format ("strong"), `rows` counts what it has to say, read or not.
    `runs` have no id yet, but say in `sources` where they are from. `assumed` is what was taken for
    granted. Where `questions` are open, what was read is a reading with the first answer to each.
    `settled` were answered by what came from the same program before.
    """

    format: str
    rows: int
    sets: tuple[ReadSet, ...] = ()
    runs: tuple[DoneRun, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    questions: tuple[Question, ...] = ()
    assumed: tuple[Text, ...] = ()
    settled: tuple[Question, ...] = ()
