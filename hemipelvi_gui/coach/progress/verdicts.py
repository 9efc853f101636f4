"""How it went: what was done beside what was planned, and that in words."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from hemipelvi_gui.domain.prescription import LoadKind, Measure, Prescription, Sides
from hemipelvi_gui.domain.text import Text, translate
from hemipelvi_gui.domain.units import plain
from hemipelvi_gui.domain.wording import load_words, volume_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hemipelvi_gui.domain.diary import DoneItem, DoneSet
    from hemipelvi_gui.domain.prescription import Load

# An effort is a feeling: half a point more is still as planned.
RPE_TOLERANCE = 0.5
ROUNDING = 1e-6
# A load typed in the other unit is rounded to what is on the bar.
OTHER_UNIT_KG = 0.75


class Went(StrEnum):
    """ALL as planned or better. SHORT: sets or reps missing. HARD: harder than planned.

    LIGHTER: all done, with less load than planned. UNKNOWN: nothing that could be compared.
    """

    ALL = "all"
    SHORT = "short"
    HARD = "hard"
    LIGHTER = "lighter"
    UNKNOWN = "unknown"


FAILED = frozenset({Went.SHORT, Went.HARD})


class Verdict(NamedTuple):
    """How it went and why that is said. `sets` were compared, each kind of set once.

    `amount` is the smallest amount and `rpe` the highest effort among them, None where none of
    them has one.
    """

    went: Went
    cause: Text
    sets: tuple[DoneSet, ...] = ()
    amount: float = 0.0
    rpe: float | None = None


def judge(done: DoneItem, planned: Prescription) -> Verdict:
    """What was done beside the planned sets with at least the smaller amount of their range."""
    work = [each for each in done.sets if not each.warmup]
    if not work:
        return Verdict(Went.UNKNOWN, translate("Progress", "Nothing was logged"))
    if any(each.measure is not planned.measure for each in work):
        return Verdict(Went.UNKNOWN, translate("Progress", "It was counted in something else"))
    sides = [side[: planned.sets] for side in _by_side(work, planned.sides)]
    compared = tuple(dict.fromkeys(each for side in sides for each in side))
    efforts = [each.rpe for each in compared if each.rpe is not None]
    rpe = max(efforts, default=None)
    amount = min((each.amount for each in compared), default=0.0)
    for went, cause in (
        (Went.SHORT, _short(sides, planned)),
        (Went.LIGHTER, _lighter(compared, planned.load)),
        (Went.HARD, _hard(rpe, planned.target_rpe)),
    ):
        if cause is not None:
            return Verdict(went, cause, compared, amount, rpe)
    return Verdict(Went.ALL, _all_done(planned, rpe), compared, amount, rpe)


def done_load(verdict: Verdict, planned: Load | None) -> Load | None:
    """The lightest load of the sets where it was at least the planned one, else the planned one."""
    loads = [each.load for each in verdict.sets if each.load is not None]
    if len(loads) < len(verdict.sets) or not _comparable(loads, planned):
        return planned
    lightest = min(loads, key=lambda each: each.external_kg or 0.0, default=planned)
    if planned is None or lightest is None:
        return lightest
    more = (lightest.external_kg or 0.0) > (planned.external_kg or 0.0) + ROUNDING
    return lightest if more else planned


def same_load(done: DoneItem, planned: Load | None) -> bool:
    """Whether no working set is known to have had another load."""
    loads = [each.load for each in done.sets if each.load is not None and not each.warmup]
    return all(each == planned for each in loads)


def _by_side(work: Sequence[DoneSet], planned: Sides) -> list[list[DoneSet]]:
    """The sets of each side that was planned; one list where all sets are for both."""
    sided = {each.sides for each in work} & {Sides.LEFT, Sides.RIGHT}
    if planned in (Sides.LEFT, Sides.RIGHT):
        wanted = [planned]
    elif not sided:
        return [list(work)]
    else:
        wanted = [Sides.LEFT, Sides.RIGHT]
    other = {Sides.LEFT: Sides.RIGHT, Sides.RIGHT: Sides.LEFT}
    return [[each for each in work if each.sides is not other[side]] for side in wanted]


def _short(sides: Sequence[Sequence[DoneSet]], planned: Prescription) -> Text | None:
    for sets in sides:
        if len(sets) == 1 < planned.sets:
            return translate("Progress", "Last time 1 of {sets} sets was done", sets=planned.sets)
        if len(sets) < planned.sets:
            return translate(
                "Progress",
                "Last time {done} of {sets} sets were done",
                done=len(sets),
                sets=planned.sets,
            )
    for sets in sides:
        for number, each in enumerate(sets, 1):
            if each.amount < planned.low - ROUNDING:
                return _short_set(number, each, planned)
    return None


def _short_set(number: int, done: DoneSet, planned: Prescription) -> Text:
    amount = _of(planned.measure, plain(done.amount), plain(planned.low))
    if done.sides is Sides.LEFT and planned.sides is not Sides.LEFT:
        return translate(
            "Progress",
            "Last time set {number} on the left had {amount}",
            number=number,
            amount=amount,
        )
    if done.sides is Sides.RIGHT and planned.sides is not Sides.RIGHT:
        return translate(
            "Progress",
            "Last time set {number} on the right had {amount}",
            number=number,
            amount=amount,
        )
    if planned.sets == 1:
        return translate("Progress", "Last time it was {amount}", amount=amount)
    return translate(
        "Progress", "Last time set {number} had {amount}", number=number, amount=amount
    )


def amount_words(measure: Measure, amount: float) -> Text:
    """How much of it, with a unit where it is not just counted: 8, 40 s, 20 m."""
    if measure is Measure.TIME:
        return translate("Progress", "{amount} s", amount=plain(amount))
    if measure is Measure.DISTANCE:
        return translate("Progress", "{amount} m", amount=plain(amount))
    return translate("Progress", "{amount}", amount=plain(amount))


def _of(measure: Measure, done: str, wanted: str) -> Text:
    if measure is Measure.TIME:
        return translate("Progress", "{done} of {wanted} s", done=done, wanted=wanted)
    if measure is Measure.DISTANCE:
        return translate("Progress", "{done} of {wanted} m", done=done, wanted=wanted)
    if measure is Measure.BREATHS:
        return translate("Progress", "{done} of {wanted} breaths", done=done, wanted=wanted)
    if measure is Measure.CONTACTS:
        return translate("Progress", "{done} of {wanted} contacts", done=done, wanted=wanted)
    return translate("Progress", "{done} of {wanted} reps", done=done, wanted=wanted)


def _lighter(sets: Sequence[DoneSet], planned: Load | None) -> Text | None:
    loads = [each.load for each in sets if each.load is not None]
    if planned is None or not loads or not _comparable(loads, planned):
        return None
    lightest = min(loads, key=lambda each: each.external_kg or 0.0)
    slack = ROUNDING if lightest.unit is planned.unit else OTHER_UNIT_KG
    if (lightest.external_kg or 0.0) >= (planned.external_kg or 0.0) - slack:
        return None
    return translate(
        "Progress",
        "Last time it was {done}, not {planned}",
        done=load_words(lightest),
        planned=load_words(planned),
    )


def _comparable(loads: Sequence[Load], planned: Load | None) -> bool:
    kinds = {each.kind for each in (*loads, *([] if planned is None else [planned]))}
    return len(kinds) == 1 and LoadKind.PERCENT not in kinds


def _hard(rpe: float | None, target: float | None) -> Text | None:
    if rpe is None or target is None or rpe <= target + RPE_TOLERANCE:
        return None
    return translate(
        "Progress",
        "Last time it was RPE {rpe} where {target} was planned",
        rpe=plain(rpe),
        target=plain(target),
    )


def _all_done(planned: Prescription, rpe: float | None) -> Text:
    volume = volume_words(planned)
    if rpe is None:
        return translate("Progress", "All {volume} done", volume=volume)
    return translate("Progress", "All {volume} done at RPE {rpe}", volume=volume, rpe=plain(rpe))
