"""Dose, asymmetric share and sides of a session (MODEL.md sections 2 and 3).

All of it is a coaching model: the factors and limits are defaults of this program.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import fsum
from typing import NamedTuple

from hemipelvi_gui.domain.exercises import Exercise, Purpose
from hemipelvi_gui.domain.facets import Laterality
from hemipelvi_gui.domain.prescription import LoadKind, Measure, Prescription, Sides
from hemipelvi_gui.domain.session import Item, Session, items

CONTACTS_PER_SET = 20
HOLD_S_PER_SET = 30.0
HARD_RPE = 7.0
BODY_MASS_SHARE = 0.25
# Half of what anyone can squat or pull once is more than a quarter of their body mass.
LOADED_PERCENT = 50.0

EFFORT = ((5.0, 0.25), (6.0, 0.5), (HARD_RPE, 0.75))

Library = Mapping[str, Exercise]


class Line(NamedTuple):
    """What one item adds to the balance.

    `dose` in hard-set equivalents (HSE), of which `left` and `right` are the parts; 0 for all that
    is no leg work. `sets` as counted (see `set_equivalents`). `effort` is the factor for the target
    RPE; `effort_given` is False where none was written and 1 was taken. `counts`, in [0, 1], is how
    far the dose is asymmetric. `exercise` is None where the library does not have it.
    """

    item: Item
    exercise: Exercise | None
    sets: float
    effort: float
    effort_given: bool
    dose: float
    counts: float
    left: float
    right: float

    @property
    def asymmetry(self) -> float | None:
        """Asymmetry of its exercise in [0, 1], or None."""
        return None if self.exercise is None else self.exercise.asymmetry


class Balance(NamedTuple):
    """Balance of some work. Shares are in [0, 1]; None means not defined: there is no leg work."""

    lines: tuple[Line, ...]
    hse: float
    asymmetric_share: float | None
    gait_likeness: float | None
    left: float
    right: float
    side_gap: float | None


def counts_as_asymmetric(asymmetry: float) -> float:
    """How far a lift counts as asymmetric: 0 up to a = 0.2, 1 from a = 0.5, straight between."""
    return min(max((asymmetry - 0.2) / 0.3, 0.0), 1.0)


def effort_factor(rpe: float | None) -> float:
    """Share of a hard set that a set at this RPE is worth; 1 where none is given."""
    if rpe is None:
        return 1.0
    for limit, factor in EFFORT:
        if rpe < limit:
            return factor
    return 1.0


def purpose_of(item: Item, exercise: Exercise) -> Purpose:
    """What the item is for: its own purpose or the exercise's."""
    return exercise.purpose if item.purpose is None else item.purpose


def is_loaded(prescription: Prescription, heavy_kg: float, body_mass_kg: float | None) -> bool:
    """Planned load of at least `heavy_kg`, a quarter of body mass or half of 1RM, or RPE 7."""
    rpe, load = prescription.target_rpe, prescription.load
    if rpe is not None and rpe >= HARD_RPE:
        return True
    if load is None:
        return False
    if load.kind is LoadKind.PERCENT:
        return load.value >= LOADED_PERCENT
    kg = load.external_kg or 0.0
    return kg >= heavy_kg or (body_mass_kg is not None and kg >= BODY_MASS_SHARE * body_mass_kg)


def is_big(item: Item, exercise: Exercise, body_mass_kg: float | None = None) -> bool:
    """A big lift: symmetric, compound and loaded."""
    return (
        exercise.compound
        and exercise.laterality is Laterality.SYMMETRIC
        and is_loaded(item.prescription, exercise.heavy_from_kg, body_mass_kg)
    )


def works(item: Item, exercise: Exercise, body_mass_kg: float | None = None) -> bool:
    """Whether it is work; a big lift always is, whatever its purpose says."""
    return purpose_of(item, exercise) is Purpose.WORK or is_big(item, exercise, body_mass_kg)


def set_equivalents(prescription: Prescription, exercise: Exercise) -> float:
    """Sets as counted: 20 contacts or 30 s make one; one side alone is half of both.

    Contacts are counted as they fall, so 10 a side are 20. Warm-up sets count nothing.
    """
    p = prescription
    if p.measure is Measure.CONTACTS or (exercise.contact and p.measure is Measure.REPS):
        both = 2 if p.sides is Sides.EACH else 1
        return p.sets * p.amount * both / CONTACTS_PER_SET
    sets = p.sets * (0.5 if p.sides in (Sides.LEFT, Sides.RIGHT) else 1.0)
    return sets * p.amount / HOLD_S_PER_SET if p.measure is Measure.TIME else sets


def line(item: Item, exercise: Exercise | None, body_mass_kg: float | None = None) -> Line:
    """What one item adds."""
    p = item.prescription
    rpe = p.target_rpe
    if exercise is None:
        return Line(item, None, float(p.sets), 1.0, rpe is not None, 0.0, 0.0, 0.0, 0.0)
    sets, effort = set_equivalents(p, exercise), effort_factor(rpe)
    asymmetry = exercise.asymmetry
    if asymmetry is None or not works(item, exercise, body_mass_kg):
        dose = 0.0
    else:
        dose = sets * effort * exercise.share
    counts = 0.0 if asymmetry is None else counts_as_asymmetric(asymmetry)
    left = dose if p.sides is Sides.LEFT else 0.0 if p.sides is Sides.RIGHT else dose / 2
    return Line(item, exercise, sets, effort, rpe is not None, dose, counts, left, dose - left)


def sum_up(lines: Iterable[Line]) -> Balance:
    """The balance of these lines: of a session, a week or a plan."""
    kept = tuple(lines)
    worked = [each for each in kept if each.dose]
    hse = fsum([each.dose for each in worked])
    if not hse:
        return Balance(kept, 0.0, None, None, 0.0, 0.0, None)
    # fsum rounds once, so the order of the items never shows in the last digit.
    counted = fsum([each.dose * each.counts for each in worked])
    likeness = fsum([each.dose * (each.asymmetry or 0.0) for each in worked])
    left = fsum([each.left for each in worked])
    right = fsum([each.right for each in worked])
    share, gait = min(counted / hse, 1.0), min(likeness / hse, 1.0)
    return Balance(kept, hse, share, gait, left, right, abs(left - right) / hse)


def balance(session: Session, library: Library, body_mass_kg: float | None = None) -> Balance:
    """Balance of a session. Items whose exercise is not in `library` add nothing."""
    return sum_up(line(item, library.get(item.exercise), body_mass_kg) for item in items(session))
