"""The next numbers of an item, from how it went, with the reason for them.

Explicit and simple, and coaching defaults throughout: no trial stands behind the steps.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import floor
from typing import TYPE_CHECKING, NamedTuple

from hemipelvi_gui.coach.progress.implements import in_sizes, raised, scaled, usual_step
from hemipelvi_gui.coach.progress.light_weeks import USUAL, Kept
from hemipelvi_gui.coach.progress.verdicts import (
    FAILED,
    Verdict,
    Went,
    amount_words,
    done_load,
    judge,
    same_load,
)
from hemipelvi_gui.domain.lifts import TOP_RPE, percent_of_1rm
from hemipelvi_gui.domain.prescription import Load, LoadKind, Measure, Prescription
from hemipelvi_gui.domain.progression import Progress, Progression
from hemipelvi_gui.domain.text import Text, translate
from hemipelvi_gui.domain.units import MassUnit, in_unit, plain
from hemipelvi_gui.domain.wording import load_words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from hemipelvi_gui.domain.diary import DoneItem
    from hemipelvi_gui.domain.exercises import Exercise
    from hemipelvi_gui.domain.session import Item

RPE_OFF = 1.0
# A smaller size that is so much lighter is no weight to build up from.
LEAST_KEPT = 0.75
ROUNDING = 1e-9
# How many reps more the top of a range may be.
RANGE = 3
# What one rep more is where something else is counted.
ONE_MORE = {Measure.TIME: 5.0, Measure.DISTANCE: 5.0}


@dataclass(frozen=True)
class NextNumbers:
    """What was planned, what is proposed next, and why."""

    before: Prescription
    after: Prescription
    reason: Text


class _Case(NamedTuple):
    item: Item
    exercise: Exercise | None
    done: Sequence[DoneItem]
    progression: Progression
    verdict: Verdict
    kept: Kept

    @property
    def planned(self) -> Prescription:
        return self.item.prescription


class _Change(NamedTuple):
    """What becomes of the prescription, and that in words: "2.5 kg more".

    `cause` is said in the place of how it went; `lasting` ones hold however it goes.
    """

    after: Prescription
    words: Text
    cause: Text | None = None
    lasting: bool = False


def next_prescription(
    item: Item,
    exercise: Exercise | None,
    done: Sequence[DoneItem],
    week: int = 1,
    e1rm: float | None = None,
    assumed: bool = False,
    kept: Kept = USUAL,
) -> NextNumbers:
    """The numbers after those of `item`, which were planned the last time.

    `done` is how this item went, the latest last; with `assumed` it is only taken to have gone so.
    `week` counts from 1 and `e1rm` is in kg; both are for per cent of 1RM by week.
    """
    planned, progression = item.prescription, item.progression
    if progression is None:
        return _same(planned, translate("Progress", "It has no progression: as planned."))
    if progression.kind is Progress.PERCENT:
        return _by_week(item, exercise, progression, week, e1rm, kept.rise)
    if not done:
        return _same(planned, translate("Progress", "Nothing was logged: as planned."))
    verdict = judge(done[-1], planned)
    change = WAYS[progression.kind](_Case(item, exercise, done, progression, verdict, kept))
    cause = change.cause or verdict.cause
    if assumed and not change.lasting:
        cause = translate("Progress", "If the time before goes as planned")
    reason = translate("Progress", "{cause}: {change}.", cause=cause, change=change.words)
    # What was lifted last time is what it goes up from.
    lifted = done_load(verdict, planned.load)
    if _jumps(item, exercise, lifted, change.after.load, kept.rise):
        reason = translate(
            "Progress",
            "{reason} That is {percent} % more at once, so fewer reps at first are worth "
            "a thought.",
            reason=reason,
            percent=_rise(lifted, change.after.load, kept.rise),
        )
    else:
        reason = with_guard(reason, lifted, change.after.load, kept.rise)
    return NextNumbers(planned, change.after, reason)


def _jumps(
    item: Item, exercise: Exercise | None, before: Load | None, after: Load | None, rise: float
) -> bool:
    """Whether it goes up fast, but only to the next size, so that there is no smaller step."""
    if before is None or after is None or not rises_fast(before, after, rise):
        return False
    if before.kind is not LoadKind.EXTERNAL or before.unit is not after.unit:
        return False
    size = usual_step(item, exercise, after.unit)
    return in_sizes(item, exercise) and after.value - before.value <= size + ROUNDING


def rises_fast(before: Load | None, after: Load | None, rise: float = USUAL.rise) -> bool:
    """Whether the load goes up by more than that part of it, a tenth as a rule.

    Bodyweight is left out: what is added to it says little about the whole.
    """
    if before is None or after is None or before.kind is not after.kind or before.value <= 0:
        return False
    if before.kind is LoadKind.BODYWEIGHT:
        return False
    return _size(after) > _size(before) * (1 + rise) + ROUNDING


def with_guard(
    reason: Text, before: Load | None, after: Load | None, rise: float = USUAL.rise
) -> Text:
    """The reason, and a word more where the load goes up by more than that part in a week."""
    if before is None or after is None or not rises_fast(before, after, rise):
        return reason
    return translate(
        "Progress",
        "{reason} Up by {percent} % within a week: more than {limit} %, so a smaller step is worth "
        "a thought.",
        reason=reason,
        percent=_rise(before, after, rise),
        limit=plain(round(100 * rise, 1)),
    )


def _rise(before: Load | None, after: Load | None, limit: float) -> int:
    """In whole per cent; what is over the limit never reads like it."""
    if before is None or after is None:
        return 0
    return max(floor(100 * (_size(after) / _size(before) - 1) + 0.5), floor(100 * limit) + 1)


def _size(load: Load) -> float:
    kg = load.external_kg
    return load.value if kg is None else kg


def one_more(measure: Measure) -> float:
    """What is added to the amount of a set: a rep, 5 s, 5 m."""
    return ONE_MORE.get(measure, 1.0)


def _same(planned: Prescription, reason: Text) -> NextNumbers:
    return NextNumbers(planned, planned, reason)


def _again(case: _Case, cause: Text | None = None, lasting: bool = False) -> _Change:
    return _Change(case.planned, translate("Progress", "the same again"), cause, lasting)


def _add_load(case: _Case) -> _Change:
    if case.verdict.went is not Went.ALL:
        return _not_all_done(case)
    return _heavier(case)


def _double(case: _Case) -> _Change:
    verdict, planned = case.verdict, case.planned
    if planned.low == planned.high:
        return _again(case, _wants_range(planned), lasting=True)
    if verdict.went is not Went.ALL:
        return _not_all_done(case)
    if verdict.amount >= planned.high:
        heavier = _heavier(case)
        if heavier.after == planned:
            return heavier
        words = translate(
            "Progress",
            "{change}, and back to {low}",
            change=heavier.words,
            low=amount_words(planned.measure, planned.low),
        )
        high = amount_words(planned.measure, planned.high)
        top = translate("Progress", "All {sets} sets had {high}", sets=planned.sets, high=high)
        if planned.sets == 1:
            top = translate("Progress", "The set had {high}", high=high)
        return _Change(heavier.after, words, top)
    aim = amount_words(
        planned.measure, min(verdict.amount + one_more(planned.measure), planned.high)
    )
    amount = amount_words(planned.measure, verdict.amount)
    least = translate("Progress", "Last time {amount} or more in all sets", amount=amount)
    if planned.sets == 1:
        least = translate("Progress", "Last time {amount}", amount=amount)
    load = done_load(verdict, planned.load)
    words = translate("Progress", "the same load, now aim for {aim}", aim=aim)
    if load is None:
        words = translate("Progress", "now aim for {aim}", aim=aim)
    return _Change(replace(planned, load=load), words, least)


def _wants_range(planned: Prescription) -> Text:
    """More first needs a range to go through: an example that begins where it is."""
    top = planned.low + RANGE * one_more(planned.measure)
    example = amount_words(planned.measure, top)
    if planned.measure is Measure.REPS:
        return translate(
            "Progress",
            "Give a range such as {low}\u2013{high} reps for this",
            low=plain(planned.low),
            high=example,
        )
    low = plain(planned.low)
    return translate(
        "Progress", "Give a range such as {low}\u2013{high} for this", low=low, high=example
    )


def _add_set(case: _Case) -> _Change:
    planned = case.planned
    if case.verdict.went is not Went.ALL:
        return _again(case)
    most = case.progression.most_sets
    if planned.sets >= most:
        return _Change(
            planned, translate("Progress", "the same again, {sets} sets are the most", sets=most)
        )
    after = replace(planned, sets=planned.sets + 1)
    return _Change(after, translate("Progress", "one set more, {sets}", sets=after.sets))


def _hold_rpe(case: _Case) -> _Change:
    planned, verdict = case.planned, case.verdict
    target, load = planned.target_rpe, planned.load
    if verdict.went is Went.UNKNOWN:
        return _again(case)
    if target is None:
        return _again(case, translate("Progress", "No effort is planned"), lasting=True)
    if load is None or (load.kind is LoadKind.BODYWEIGHT and not load.value):
        return _again(case, translate("Progress", "There is no load to change"), lasting=True)
    short = verdict.amount < planned.low
    rpe = TOP_RPE if short and verdict.rpe is None else verdict.rpe
    if rpe is None:
        return _again(case, translate("Progress", "No effort was logged"))
    # The load that was lifted is the one that felt so.
    lifted = verdict.sets[0].load
    if lifted is None or lifted.kind is not load.kind or not lifted.value:
        lifted = load
    if abs(rpe - target) < RPE_OFF and not short:
        kept = translate("Progress", "Last time it was RPE {rpe}, as planned", rpe=plain(rpe))
        return _again(case, kept)
    wanted = percent_of_1rm(planned.low, target)
    felt = percent_of_1rm(verdict.amount, rpe)
    if wanted is None or felt is None:
        beyond = translate(
            "Progress",
            "Last time it was RPE {rpe}, planned was {target}, and "
            "there are too many reps to tell the load",
            rpe=plain(rpe),
            target=plain(target),
        )
        return _again(case, beyond)
    after = scaled(lifted, wanted / felt, case.item, case.exercise)
    cause = translate(
        "Progress",
        "Last time it was RPE {rpe}, planned was {target}",
        rpe=plain(rpe),
        target=plain(target),
    )
    if short:
        cause = verdict.cause
    words = translate("Progress", "{load} now", load=load_words(after))
    if after == load:
        words = translate("Progress", "the same again, as a whole step would be too much")
    return _Change(replace(planned, load=after), words, cause)


def _heavier(case: _Case) -> _Change:
    planned, step = case.planned, case.progression.step
    load = done_load(case.verdict, planned.load)
    if load is None:
        return _again(case, translate("Progress", "There is no load to add to"), lasting=True)
    if not case.progression.relative:
        after = raised(load, step, case.item, case.exercise)
    elif load.kind is LoadKind.BODYWEIGHT:
        return _again(case, translate("Progress", "Bodyweight has no per cent"), lasting=True)
    else:
        after = scaled(load, 1 + step / 100, case.item, case.exercise)
        if after.value <= load.value:
            # Less than half a step: the smallest step there is.
            size = usual_step(case.item, case.exercise, load.unit)
            after = raised(load, size, case.item, case.exercise)
    return _Change(replace(planned, load=after), _more(load, after))


def _more(before: Load, after: Load) -> Text:
    rise = plain(after.value - before.value)
    if after.kind is LoadKind.PERCENT:
        return translate("Progress", "{rise} % of 1RM more", rise=rise)
    if after.count > 1:
        return translate("Progress", "{rise} {unit} more each", rise=rise, unit=str(after.unit))
    return translate("Progress", "{rise} {unit} more", rise=rise, unit=str(after.unit))


def _not_all_done(case: _Case) -> _Change:
    """The same again; after the second time in a row a tenth less, or what was set."""
    planned = case.planned
    before = case.done[-2] if len(case.done) > 1 else None
    twice = (
        case.verdict.went in FAILED
        and before is not None
        and same_load(before, planned.load)
        and judge(before, planned).went in FAILED
    )
    if not twice or planned.load is None:
        return _again(case)
    load = scaled(planned.load, 1 - case.kept.back_off, case.item, case.exercise)
    if load == planned.load:
        return _again(case)
    cause = translate(
        "Progress", "{cause}, and the time before went no better", cause=case.verdict.cause
    )
    if load.kind is not LoadKind.BODYWEIGHT and load.value < LEAST_KEPT * planned.load.value:
        same = translate("Progress", "the same again, as the next size down would be too light")
        return _Change(planned, same, cause)
    words = translate("Progress", "a little less, {load}, to build up again", load=load_words(load))
    return _Change(replace(planned, load=load), words, cause)


def _by_week(
    item: Item,
    exercise: Exercise | None,
    progression: Progression,
    week: int,
    e1rm: float | None,
    rise: float,
) -> NextNumbers:
    planned = item.prescription
    if not progression.percents:
        return _same(planned, translate("Progress", "No per cents are given: as planned."))
    percent = progression.percents[max(1, min(week, len(progression.percents))) - 1]
    load = Load(LoadKind.PERCENT, percent)
    reason = translate(
        "Progress", "Week {week}: {percent} % of 1RM.", week=week, percent=plain(percent)
    )
    if e1rm is not None:
        unit = MassUnit.KG if planned.load is None else planned.load.unit
        lift = Load(LoadKind.EXTERNAL, in_unit(e1rm, unit), unit=unit)
        reason = translate(
            "Progress",
            "Week {week}: {percent} % of 1RM, about {load}.",
            week=week,
            percent=plain(percent),
            load=load_words(scaled(lift, percent / 100, item, exercise)),
        )
    reason = with_guard(reason, planned.load, load, rise)
    return NextNumbers(planned, replace(planned, load=load), reason)


WAYS: dict[Progress, Callable[[_Case], _Change]] = {
    Progress.ADD_LOAD: _add_load,
    Progress.DOUBLE: _double,
    Progress.ADD_SET: _add_set,
    Progress.HOLD_RPE: _hold_rpe,
}
