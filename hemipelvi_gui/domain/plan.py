"""A plan: weeks with phases, a race they lead to, and the days they stand on.

A week of a plan is its cycle: seven days, or any other number from 5 to 14.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

DAYS_A_WEEK = 7
SHORTEST_CYCLE, LONGEST_CYCLE = 5, 14


class PhaseKind(StrEnum):
    """What a stretch of weeks is for."""

    BASE = "base"
    BUILD = "build"
    PEAK = "peak"
    TAPER = "taper"
    OFF_SEASON = "off-season"


@dataclass(frozen=True)
class Phase:
    """A stretch of `weeks` weeks. Phases follow each other from the plan's first week on."""

    kind: PhaseKind
    weeks: int


@dataclass(frozen=True)
class Plan:
    """A named run of weeks. Its sessions and runs name it as theirs.

    Without `start` it has no place in the calendar. `deloads` are numbers of weeks, from 1. `goal`
    is the id of the race it leads to.
    """

    id: str
    name: str
    start: datetime.date | None = None
    weeks: int = 1
    cycle_days: int = DAYS_A_WEEK
    phases: tuple[Phase, ...] = ()
    deloads: tuple[int, ...] = ()
    goal: str = ""
    archived: bool = False
    notes: str = ""
    version: int = 1
    parent: int | None = None
    extra: dict[str, Any] = field(default_factory=dict, hash=False)


class Week(NamedTuple):
    """Some days in a row: `days` from `first`. `number` is from 1 in its plan, 0 outside."""

    first: datetime.date
    days: int = DAYS_A_WEEK
    number: int = 0

    @property
    def last(self) -> datetime.date:
        """Its last day."""
        return self.first + datetime.timedelta(days=self.days - 1)

    @property
    def dates(self) -> tuple[datetime.date, ...]:
        """All its days."""
        return tuple(self.first + datetime.timedelta(days=day) for day in range(self.days))

    def __contains__(self, day: object) -> bool:
        return isinstance(day, datetime.date) and self.first <= day <= self.last


def calendar_week(day: datetime.date) -> Week:
    """The week of a day, from Monday to Sunday."""
    return Week(day - datetime.timedelta(days=day.weekday()))


def plan_week(plan: Plan, number: int) -> Week:
    """The `number`-th week of a plan, from 1. Raises ValueError where it has no start.

    Raises OverflowError for a week past the calendar's end.
    """
    if plan.start is None:
        raise ValueError(plan.id)
    first = plan.start + datetime.timedelta(days=(number - 1) * plan.cycle_days)
    return Week(first, plan.cycle_days, number if 1 <= number <= plan.weeks else 0)


def week_number(plan: Plan, day: datetime.date) -> int:
    """Which week of the plan a day is in, from 1; 0 where it is in none."""
    if plan.start is None or day < plan.start:
        return 0
    number = (day - plan.start).days // plan.cycle_days + 1
    return number if number <= plan.weeks else 0


def last_day(plan: Plan) -> datetime.date | None:
    """The plan's last day, None where it has no start."""
    return None if plan.start is None else plan_week(plan, plan.weeks).last


def week_of(plan: Plan | None, day: datetime.date) -> Week:
    """The week of a day as the plan cuts it; before, after and without a plan, in its steps.

    Outside the plan the same cycle goes on, so that paging never jumps. `number` is 0 there.
    """
    if plan is None or plan.start is None:
        return calendar_week(day)
    return plan_week(plan, (day - plan.start).days // plan.cycle_days + 1)


def weeks_of(plan: Plan) -> tuple[Week, ...]:
    """All weeks of a plan, none where it has no start."""
    if plan.start is None:
        return ()
    return tuple(plan_week(plan, number) for number in range(1, plan.weeks + 1))


def phase_of(plan: Plan, number: int) -> PhaseKind | None:
    """The phase of a week by its number from 1; None where none is set."""
    past = 0
    for phase in plan.phases:
        past += phase.weeks
        if past - phase.weeks < number <= past:
            return phase.kind
    return None


def is_live(plan_id: str, plans: Mapping[str, Plan]) -> bool:
    """Whether a plan is there, and not in the archive."""
    return plan_id in plans and not plans[plan_id].archived


def is_back(plan_id: str, before: Mapping[str, Plan], now: Mapping[str, Plan]) -> bool:
    """Whether a plan that was deleted or put away is there again just now."""
    if plan_id not in before:
        return plan_id in now
    return is_live(plan_id, now) and not is_live(plan_id, before)


def current_plan(plans: Sequence[Plan], today: datetime.date) -> str:
    """The plan that runs today, else the one that begins next, else the last one; "" for none."""
    live = [plan for plan in plans if plan.start is not None and not plan.archived]
    running = [plan for plan in live if week_number(plan, today)]
    coming = sorted(
        (plan for plan in live if plan.start is not None and plan.start > today),
        key=lambda plan: (plan.start, plan.id),
    )
    chosen = next(iter([*running, *coming, *live]), None)
    return "" if chosen is None else chosen.id
