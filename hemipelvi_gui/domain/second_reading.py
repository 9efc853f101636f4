"""The second reading of the balance: sets × reps × % of 1RM in the place of hard sets.

It covers only what has repetitions and a known share of the heaviest lift (MODEL.md section 2), so
it always says how many of how many items that is.
"""

from __future__ import annotations

from enum import StrEnum
from math import fsum
from typing import TYPE_CHECKING, NamedTuple

from hemipelvi_gui.domain.facets import Sequence
from hemipelvi_gui.domain.lifts import percent_of_1rm
from hemipelvi_gui.domain.prescription import LoadKind, Measure, Prescription, Sides

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hemipelvi_gui.domain.balance import Line
    from hemipelvi_gui.domain.exercises import Exercise
    from hemipelvi_gui.domain.settings import Settings

ROUNDING = 1e-9


class Source(StrEnum):
    """Where a per cent of 1RM is from."""

    LOAD = "load"
    EFFORT = "effort"


class Place(StrEnum):
    """Where a share stands to the target band."""

    UNDER = "under"
    IN = "in"
    OVER = "over"


class Volume(NamedTuple):
    """What one item adds: `amount` = sets × reps × percent / 100 × share of leg work.

    `reps` are those of one leg, as a lunge of 16 steps loads each leg 8 times. `sets` of one side
    alone count half. All but `line` are None where repetitions or per cent are not known.
    """

    line: Line
    sets: float | None = None
    reps: float | None = None
    percent: float | None = None
    source: Source | None = None
    amount: float | None = None


class SecondReading(NamedTuple):
    """Share over the items that have it, in [0, 1]; None where none has. `covered` of `items`."""

    volumes: tuple[Volume, ...]
    total: float
    asymmetric_share: float | None
    covered: int
    items: int


def second_reading(lines: Iterable[Line]) -> SecondReading:
    """The second reading of these balance lines; only those with a dose are in it."""
    volumes = tuple(volume(line) for line in lines if line.dose and line.exercise is not None)
    known = [each for each in volumes if each.amount]
    total = fsum(each.amount or 0.0 for each in known)
    share = None
    if total:
        counted = fsum((each.amount or 0.0) * each.line.counts for each in known)
        share = min(counted / total, 1.0)
    return SecondReading(volumes, total, share, len(known), len(volumes))


def volume(line: Line) -> Volume:
    """What one line adds to the second reading."""
    p, exercise = line.item.prescription, line.exercise
    if exercise is None or exercise.contact or p.measure is not Measure.REPS:
        return Volume(line)
    reps = _reps_a_leg(p, exercise)
    percent, source = _percent(p, reps)
    if percent is None:
        return Volume(line)
    sets = p.sets * (0.5 if p.sides in (Sides.LEFT, Sides.RIGHT) else 1.0)
    amount = sets * reps * percent / 100 * exercise.share
    return Volume(line, sets, reps, percent, source, amount)


def place_of(share: float, settings: Settings) -> Place:
    """Where a share stands to the target band; its ends belong to it."""
    if share < settings.band_low - ROUNDING:
        return Place.UNDER
    return Place.OVER if share > settings.band_high + ROUNDING else Place.IN


def disagreement(
    first: float | None, second: float | None, settings: Settings
) -> tuple[Place, Place] | None:
    """Where the two readings stand to the target, if not in the same place; else None."""
    if first is None or second is None:
        return None
    places = place_of(first, settings), place_of(second, settings)
    return places if places[0] is not places[1] else None


def _reps_a_leg(p: Prescription, exercise: Exercise) -> float:
    facets = exercise.facets
    alternates = facets is not None and facets.sequence is Sequence.ALTERNATING
    return p.amount / 2 if alternates and p.sides is Sides.TOGETHER else p.amount


def _percent(p: Prescription, reps: float) -> tuple[float | None, Source | None]:
    if p.load is not None and p.load.kind is LoadKind.PERCENT:
        return p.load.value, Source.LOAD
    rpe = p.target_rpe
    percent = None if rpe is None else percent_of_1rm(reps, rpe)
    return percent, None if percent is None else Source.EFFORT
