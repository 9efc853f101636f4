"""What to do with an exercise: sets, amount, load, effort, tempo, rest."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from hemipelvi_gui.domain.units import MassUnit, kilograms


class Measure(StrEnum):
    """What one set is counted in. TIME is in seconds, DISTANCE in metres."""

    REPS = "reps"
    TIME = "time"
    DISTANCE = "distance"
    BREATHS = "breaths"
    CONTACTS = "contacts"


class Sides(StrEnum):
    """Which sides a set covers.

    TOGETHER: the amount is the whole set, whichever legs do it. EACH: the amount is done on the
    left and again on the right. LEFT and RIGHT: on that side only.
    """

    TOGETHER = "together"
    EACH = "each"
    LEFT = "left"
    RIGHT = "right"


MIRRORED = {Sides.LEFT: Sides.RIGHT, Sides.RIGHT: Sides.LEFT}


class LoadKind(StrEnum):
    """EXTERNAL: `count` things of `value`. BODYWEIGHT: own weight plus `value`. PERCENT: of 1RM."""

    EXTERNAL = "external"
    BODYWEIGHT = "bodyweight"
    PERCENT = "percent"


@dataclass(frozen=True)
class Load:
    """A load as entered: two 16 kg dumbbells are count 2, value 16.

    For BODYWEIGHT `value` is what is added (negative: assistance); for PERCENT it is per cent of
    the one-repetition maximum and the unit says nothing.
    """

    kind: LoadKind
    value: float = 0.0
    count: int = 1
    unit: MassUnit = MassUnit.KG

    @property
    def external_kg(self) -> float | None:
        """Mass added to the body in kg, or None where it isn't known (per cent of 1RM)."""
        if self.kind is LoadKind.PERCENT:
            return None
        return self.count * kilograms(self.value, self.unit)


@dataclass(frozen=True)
class Prescription:
    """Sets and amount, and how hard, heavy, fast and rested they are.

    `low` to `high` is the amount of one set in `measure`; both are equal where no range is meant.
    `rpe` is 1-10, `rir` reps in reserve; at most one is given. `tempo` reads down-pause-up-pause
    in seconds, X as fast as can be. `rest_s` None means the default for the item.
    """

    sets: int = 3
    low: float = 8
    high: float = 8
    measure: Measure = Measure.REPS
    sides: Sides = Sides.TOGETHER
    load: Load | None = None
    rpe: float | None = None
    rir: float | None = None
    tempo: str | None = None
    rest_s: int | None = None
    warmup_sets: int = 0

    @property
    def target_rpe(self) -> float | None:
        """Target effort as RPE; reps in reserve are 10 - RPE."""
        return self.rpe if self.rir is None else 10 - self.rir

    @property
    def amount(self) -> float:
        """Expected amount of one set: the middle of the range."""
        return (self.low + self.high) / 2
