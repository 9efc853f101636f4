"""A plan made over by what its runner wishes of it: one edit, and what it would come to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from hemipelvi_gui.coach.easier_weeks import set_deload, with_light_weeks
from hemipelvi_gui.coach.going_on import gone_on
from hemipelvi_gui.coach.plan_checks import PAST_THE_CALENDAR, plan_fault, race_past
from hemipelvi_gui.coach.progress.light_weeks import kept
from hemipelvi_gui.domain import plan_edits
from hemipelvi_gui.domain.agenda import with_entries
from hemipelvi_gui.domain.plan import Phase
from hemipelvi_gui.domain.runs import Run

if TYPE_CHECKING:
    from hemipelvi_gui.domain.agenda import Agenda
    from hemipelvi_gui.domain.balance import Library
    from hemipelvi_gui.domain.plan import Plan
    from hemipelvi_gui.domain.settings import Settings
    from hemipelvi_gui.domain.text import Text


class Ground(NamedTuple):
    """What a plan is made over with: sessions before `today` are as they were done."""

    library: Library
    settings: Settings
    today: date


@dataclass(frozen=True)
class Wishes:
    """What shall be otherwise; None, and a week that is not in `deloads`, stays as it is.

    `goes_on`: weeks that are new are filled as the last ones were.
    `race` is put in as a new goal, else `goal` is the id of the race it leads to, "" for none.
    `race_day` is the day of the race it then leads to.
    """

    name: str | None = None
    notes: str | None = None
    start: date | None = None
    cycle_days: int | None = None
    weeks: int | None = None
    goes_on: bool = False
    phases: tuple[Phase, ...] | None = None
    deloads: Mapping[int, bool] = field(default_factory=dict)
    goal: str | None = None
    race: Run | None = None
    race_day: date | None = None


def replanned(agenda: Agenda, plan_id: str, wishes: Wishes, ground: Ground) -> Agenda:
    """The agenda with the plan as it is wished, all of which must be in it.

    Raises KeyError for a plan that is not there, and OverflowError past the calendar's ends.
    """
    after = _shaped(agenda, plan_id, wishes, ground)
    mass, keep = ground.settings.body_mass_kg, kept(ground.settings)
    for week, on in wishes.deloads.items():
        if week <= after.plans[plan_id].weeks:
            after = set_deload(after, plan_id, week, on, ground.library, mass, keep)
    if wishes.start is not None:
        after = plan_edits.set_start(after, plan_id, wishes.start)
    raced = _raced(after, plan_id, wishes)
    return with_light_weeks(after, raced, plan_id, ground.library, ground.today, mass, keep)


def _shaped(agenda: Agenda, plan_id: str, wishes: Wishes, ground: Ground) -> Agenda:
    """Name, notes, weeks and phases: what moves no card, though there may be new ones."""
    after = agenda
    if wishes.name is not None:
        after = plan_edits.rename(after, plan_id, wishes.name)
    if wishes.notes is not None:
        after = plan_edits.set_notes(after, plan_id, wishes.notes)
    if wishes.cycle_days not in (None, after.plans[plan_id].cycle_days):
        after = plan_edits.set_cycle_days(after, plan_id, wishes.cycle_days or 0)
    there, weeks = after.plans[plan_id].weeks, wishes.weeks
    if weeks is not None and weeks > there and wishes.goes_on:
        settings = ground.settings
        mass, keep = settings.body_mass_kg, kept(settings)
        after = gone_on(after, plan_id, weeks, ground.library, mass, keep)
    elif weeks not in (None, there):
        after = plan_edits.set_weeks(after, plan_id, weeks or 0)
    if wishes.phases is not None:
        after = plan_edits.set_phases(after, plan_id, wishes.phases)
    return after


def _raced(agenda: Agenda, plan_id: str, wishes: Wishes) -> Agenda:
    after = agenda
    if wishes.race is not None:
        race = replace(wishes.race, plan=plan_id)
        after = plan_edits.set_goal(with_entries(after, [race]), plan_id, race.id)
    elif wishes.goal is not None:
        after = plan_edits.set_goal(after, plan_id, wishes.goal)
    if wishes.race_day is not None:
        after = plan_edits.move_race(after, plan_id, wishes.race_day)
    return after


def wishes_fault(agenda: Agenda, plan_id: str, wishes: Wishes, ground: Ground) -> Text | None:
    """Why a plan can't be as it is wished, in a sentence; None where it can.

    What was so already, as a race that is past, is no fault.
    """
    before = agenda.plans[plan_id]
    shape = _wished(before, wishes)
    wrong = plan_fault(shape)
    if wrong is not None:
        return wrong
    try:
        after = replanned(agenda, plan_id, wishes, ground)
    except OverflowError:
        return PAST_THE_CALENDAR
    plan = after.plans[plan_id]
    race, was = after.runs.get(plan.goal), agenda.runs.get(before.goal)
    if race is None or _stands(plan, race) == _stands(before, was):
        # It may go back with its plan.
        if race and was and race.date < ground.today <= was.date:
            return race_past(race.date, ground.today)
        return plan_fault(plan)
    return plan_fault(plan, race, ground.today)


def _wished(plan: Plan, wishes: Wishes) -> Plan:
    """The plan with what can be wrong in itself."""
    return replace(
        plan,
        name=plan.name if wishes.name is None else wishes.name,
        weeks=plan.weeks if wishes.weeks is None else wishes.weeks,
        cycle_days=wishes.cycle_days or plan.cycle_days,
        start=wishes.start or plan.start,
        phases=(),
        deloads=(),
    )


def _stands(plan: Plan, race: Run | None) -> tuple[str, int] | None:
    """Which race it is, and how many days after the plan's start."""
    if race is None or plan.start is None:
        return None
    return race.id, (race.date - plan.start).days
