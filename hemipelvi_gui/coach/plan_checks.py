"""What can't be: plans without weeks, races before the start, days past the calendar's end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hemipelvi_gui.domain.day_words import day_words
from hemipelvi_gui.domain.plan import LONGEST_CYCLE, SHORTEST_CYCLE, Plan, last_day
from hemipelvi_gui.domain.text import Text, translate

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from hemipelvi_gui.domain.runs import Run

MOST_WEEKS = 520
PAST_THE_CALENDAR = translate("Plan", "The calendar ends before this plan does.")


def end_of(plan: Plan) -> date | None:
    """The plan's last day; None where it has no start or ends after the calendar does."""
    try:
        return last_day(plan)
    except OverflowError:
        return None


def overlaps(plan: Plan, plans: Iterable[Plan]) -> tuple[Plan, ...]:
    """Those of the plans that run at the same time, by start; archived ones and itself left out."""
    last = end_of(plan)
    if plan.start is None or last is None or plan.archived:
        return ()
    found = [
        (each.start, each)
        for each in plans
        if each.id != plan.id
        and not each.archived
        and each.start is not None
        and (end := end_of(each)) is not None
        and each.start <= last
        and plan.start <= end
    ]
    return tuple(each for _, each in sorted(found, key=lambda pair: (pair[0], pair[1].id)))


def plan_fault(plan: Plan, race: Run | None = None, today: date | None = None) -> Text | None:
    """Why a plan can't be so, in a sentence; None where it can.

    `race` is the one it leads to. With `today` it must not be past.
    """
    wrong = _shape_fault(plan)
    if wrong is not None:
        return wrong
    last = end_of(plan)
    if plan.start is not None and last is None:
        return PAST_THE_CALENDAR
    if race is None:
        return None
    if today is not None and race.date < today:
        return race_past(race.date, today)
    if plan.start is not None and race.date < plan.start:
        return translate(
            "Plan",
            "The race on {race} is before the plan starts on {start}.",
            race=day_words(race.date, today),
            start=day_words(plan.start, today),
        )
    if last is not None and race.date > last:
        return translate(
            "Plan",
            "The race on {race} is after the plan ends on {last}.",
            race=day_words(race.date, today),
            last=day_words(last, today),
        )
    return None


def race_past(race: date, today: date) -> Text:
    """A race on a day that has gone by."""
    return translate("Plan", "The race on {race} is past.", race=day_words(race, today))


def weeks_fault(weeks: int) -> Text | None:
    """Why a plan can't have so many weeks; None where it can."""
    if weeks < 1:
        return translate("Plan", "A plan has one week or more.")
    if weeks > MOST_WEEKS:
        return translate("Plan", "A plan has {most} weeks at most.", most=MOST_WEEKS)
    return None


def _shape_fault(plan: Plan) -> Text | None:
    if not plan.name.strip():
        return translate("Plan", "The plan needs a name.")
    wrong = weeks_fault(plan.weeks)
    if wrong is not None:
        return wrong
    if not SHORTEST_CYCLE <= plan.cycle_days <= LONGEST_CYCLE:
        return translate(
            "Plan",
            "A week of a plan has {least} to {most} days.",
            least=SHORTEST_CYCLE,
            most=LONGEST_CYCLE,
        )
    if any(each.weeks < 1 for each in plan.phases):
        return translate("Plan", "A phase has one week or more.")
    phased = sum(each.weeks for each in plan.phases)
    if phased > plan.weeks:
        return translate(
            "Plan",
            "The phases have {phases} weeks together, the plan has {weeks}.",
            phases=phased,
            weeks=plan.weeks,
        )
    outside = [each for each in plan.deloads if not 1 <= each <= plan.weeks]
    if outside:
        return translate(
            "Plan",
            "Week {week} can\u2019t be a deload: the plan has {weeks} weeks.",
            week=outside[0],
            weeks=plan.weeks,
        )
    return None
