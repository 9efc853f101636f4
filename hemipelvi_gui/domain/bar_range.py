"""What a gym's plates make of its bar: how heavy it gets, and in which steps."""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce
from itertools import pairwise
from math import gcd
from typing import TYPE_CHECKING

from hemipelvi_gui.domain.gyms import Gym, Plates
from hemipelvi_gui.domain.plates import MOST_PAIRS, THOUSANDTHS
from hemipelvi_gui.domain.units import MassUnit

if TYPE_CHECKING:
    from collections.abc import Iterable

USUAL_BARS = {MassUnit.KG: 20.0, MassUnit.LB: 45.0}
USUAL_PLATES = {
    MassUnit.KG: tuple(
        Plates(mass, count)
        for mass, count in ((20, 4), (15, 2), (10, 2), (5, 2), (2.5, 2), (1.25, 2))
    ),
    MassUnit.LB: tuple(
        Plates(mass, count)
        for mass, count in ((45, 4), (35, 2), (25, 2), (10, 4), (5, 2), (2.5, 2))
    ),
}
# Beyond this many steps of the finest plate, nobody wants to know each of them.
MOST_STEPS = 1_000_000


@dataclass(frozen=True)
class BarRange:
    """Heaviest bar, and the least and greatest step from one bar to the next, in the gym's unit.

    Steps are 0 where nothing goes on the bar, or where there are too many to count. `single` are
    the masses of which one plate is left without its twin.
    """

    heaviest: float
    least: float
    greatest: float
    single: tuple[float, ...] = ()


def bar_range(gym: Gym) -> BarRange:
    """What can be loaded from the plates of a gym."""
    counts = _counts(gym.plates)
    pairs = {mass: min(count // 2, MOST_PAIRS) for mass, count in counts.items() if count > 1}
    heaviest = gym.bar + 2 * sum(mass * count for mass, count in pairs.items()) / THOUSANDTHS
    gaps = _gaps(pairs)
    return BarRange(
        heaviest,
        2 * min(gaps, default=0) / THOUSANDTHS,
        2 * max(gaps, default=0) / THOUSANDTHS,
        tuple(mass / THOUSANDTHS for mass in sorted(counts, reverse=True) if counts[mass] % 2),
    )


def _counts(plates: Iterable[Plates]) -> dict[int, int]:
    counts: dict[int, int] = {}
    for each in plates:
        mass = round(each.mass * THOUSANDTHS)
        if mass > 0 and each.count > 0:
            counts[mass] = counts.get(mass, 0) + each.count
    return counts


def _gaps(pairs: dict[int, int]) -> set[int]:
    """Distances between one loading of a side and the next, in thousandths."""
    unit = reduce(gcd, pairs, 0)
    if not unit or sum(mass * count for mass, count in pairs.items()) // unit > MOST_STEPS:
        return set()
    # Bit n: n units can be put on one side.
    sums = 1
    for mass, count in pairs.items():
        for _ in range(count):
            sums |= sums << (mass // unit)
    places = [at for at, bit in enumerate(bin(sums)[:1:-1]) if bit == "1"]
    return {(after - before) * unit for before, after in pairwise(places)}
