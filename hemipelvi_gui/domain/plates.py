"""What goes on the bar: the plates one has, in pairs, and how near they come to what was planned.

`load_bar` works in the gym's own unit and in whole grams (or thousandths of a pound), so that
2.5 + 1.25 is exactly 3.75.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import reduce
from typing import TYPE_CHECKING

from hemipelvi_gui.domain.prescription import LoadKind
from hemipelvi_gui.domain.text import Text, translate
from hemipelvi_gui.domain.units import KG_PER_LB, MassUnit, kilograms, plain

if TYPE_CHECKING:
    from hemipelvi_gui.domain.gyms import Gym
    from hemipelvi_gui.domain.prescription import Load

THOUSANDTHS = 1000
# Nearer than this is what was meant: 45 lb is 20.41 kg, and no plate weighs what it says.
NEAR_ENOUGH_KG = 0.1
MOST_PAIRS = 200

Side = tuple[tuple[float, int], ...]


class Fit(StrEnum):
    """How a loading meets the load. UNKNOWN: the gym's plates, or the load in kg, are not known."""

    EXACT = "exact"
    BELOW = "below"
    ABOVE = "above"
    EMPTY_BAR = "empty-bar"
    UNDER_BAR = "under-bar"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Loading:
    """What to put on one bar: plates of each side as (mass, count), the heaviest first.

    `bar`, `total` and `off_by` are in `unit`; `off_by` is the total less what was asked for.
    `other` is the nearest on the other side of what was asked for, None where there is none.
    """

    fit: Fit
    bar: float = 0.0
    per_side: Side = ()
    total: float = 0.0
    off_by: float = 0.0
    unit: MassUnit = MassUnit.KG
    other: Loading | None = None


def load_bar(gym: Gym, wanted: float | Load) -> Loading:
    """The nearest to `wanted` (kg, or a load) that the gym's plates make on its bar.

    Exact where that can be, with the fewest plates; else the nearer of the nearest below and the
    nearest above, the lower where both are as near, with the other one in `other`.
    """
    target_kg = wanted if isinstance(wanted, float | int) else _on_the_bar(wanted)
    if target_kg is None or (not gym.plates and target_kg > kilograms(gym.bar, gym.unit)):
        return Loading(Fit.UNKNOWN, gym.bar, (), gym.bar, 0.0, gym.unit)
    target = target_kg if gym.unit is MassUnit.KG else target_kg / KG_PER_LB
    near = NEAR_ENOUGH_KG if gym.unit is MassUnit.KG else NEAR_ENOUGH_KG / KG_PER_LB
    sides = _sides(_pairs(gym), round((target - gym.bar) / 2 * THOUSANDTHS))
    made = sorted(
        (_loading(gym, side, target, near) for side in sides.values()),
        key=lambda each: (abs(each.off_by), each.total),
    )
    best = made[0]
    if best.fit in (Fit.EXACT, Fit.EMPTY_BAR, Fit.UNDER_BAR):
        return best
    others = (each for each in made if (each.off_by > 0) is not (best.off_by > 0))
    return Loading(
        best.fit, best.bar, best.per_side, best.total, best.off_by, best.unit, next(others, None)
    )


def _on_the_bar(load: Load) -> float | None:
    """Its mass in kg; None for what is no bar: bodyweight, per cent, two of a thing."""
    return load.external_kg if load.kind is LoadKind.EXTERNAL and load.count == 1 else None


def _sides(pairs: dict[int, int], enough: int) -> dict[int, dict[int, int]]:
    """Every mass one side can have up to just past `enough`, and the fewest plates that make it.

    Masses are in thousandths.
    """
    most = max(enough, 0) + max(pairs, default=0)
    sides: dict[int, dict[int, int]] = {0: {}}
    for mass in sorted(pairs, reverse=True):
        for before, plates in list(sides.items()):
            for count in range(1, min(pairs[mass], (most - before) // mass) + 1):
                known = sides.get(before + mass * count)
                if known is None or sum(plates.values()) + count < sum(known.values()):
                    sides[before + mass * count] = plates | {mass: count}
    return sides


def _pairs(gym: Gym) -> dict[int, int]:
    """Pairs by mass in thousandths; a plate without its twin stays on the floor."""
    counts: dict[int, int] = {}
    for each in gym.plates:
        mass = round(each.mass * THOUSANDTHS)
        if mass > 0:
            counts[mass] = counts.get(mass, 0) + each.count
    return {mass: min(count // 2, MOST_PAIRS) for mass, count in counts.items() if count >= 2}


def _loading(gym: Gym, side: dict[int, int], target: float, near: float) -> Loading:
    on_one_side = sum(mass * count for mass, count in side.items())
    total = gym.bar + 2 * on_one_side / THOUSANDTHS
    off_by = round(total - target, 6)
    fit = Fit.BELOW if off_by < 0 else Fit.ABOVE
    if abs(off_by) <= near:
        fit = Fit.EXACT if side else Fit.EMPTY_BAR
    elif not side and off_by > 0:
        fit = Fit.UNDER_BAR
    plates = tuple((mass / THOUSANDTHS, count) for mass, count in sorted(side.items())[::-1])
    return Loading(fit, gym.bar, plates, total, off_by, gym.unit)


def plates_words(loading: Loading) -> Text:
    """What to put on: "20 kg bar, each side 15 + 2.5"; what it misses is said with it."""
    unit, bar, total = str(loading.unit), plain(loading.bar), plain(loading.total)
    if loading.fit is Fit.UNKNOWN:
        return translate("Plates", "Nothing is known of the plates.")
    if loading.fit is Fit.EMPTY_BAR:
        return translate("Plates", "The empty bar, {bar} {unit}.", bar=bar, unit=unit)
    if loading.fit is Fit.UNDER_BAR:
        return translate("Plates", "Less than the empty bar, {bar} {unit}.", bar=bar, unit=unit)
    words = _words(loading)
    if loading.fit is Fit.EXACT:
        return words
    off = plain(round(abs(loading.off_by), 2))
    said = {"words": words, "total": total, "off": off, "unit": unit}
    if loading.other is None and loading.fit is Fit.BELOW:
        return translate(
            "Plates", "{words}: {total} {unit}, {off} too light. There is no more.", **said
        )
    other = plain(loading.other.total) if loading.other else ""
    if loading.fit is Fit.BELOW:
        return translate(
            "Plates",
            "{words}: {total} {unit}, {off} too light. The next is {other} {unit}.",
            other=other,
            **said,
        )
    return translate(
        "Plates",
        "{words}: {total} {unit}, {off} too heavy. The one below is {other} {unit}.",
        other=other,
        **said,
    )


def _words(loading: Loading) -> Text:
    bar, unit = plain(loading.bar), str(loading.unit)
    if not loading.per_side:
        return translate("Plates", "{bar} {unit} bar, nothing on it", bar=bar, unit=unit)
    parts = [_plates(mass, count) for mass, count in loading.per_side]
    return translate(
        "Plates",
        "{bar} {unit} bar, each side {plates}",
        bar=bar,
        unit=unit,
        plates=reduce(lambda some, other: f"{some} + {other}", parts),
    )


def _plates(mass: float, count: int) -> str:
    return plain(mass) if count == 1 else f"{count} × {plain(mass)}"
