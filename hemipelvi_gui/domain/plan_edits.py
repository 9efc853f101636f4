"""Pure edits of a plan as a whole: its name, days, weeks, phases, race; put away and done again.

All raise KeyError for a plan that is not in the agenda. What can't be is told beforehand by
`coach.plan_checks`; dates past the calendar's ends raise OverflowError. Edits reach what is in the
agenda, so all of the plan must be in it.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from hemipelvi_gui.domain.agenda import Agenda, Entry, in_plan, with_entries
from hemipelvi_gui.domain.agenda_edits import put_plan
from hemipelvi_gui.domain.plan import Phase, Plan, week_number
from hemipelvi_gui.domain.runs import Run
from hemipelvi_gui.domain.session import Session, new_id

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


def rename(agenda: Agenda, plan_id: str, name: str) -> Agenda:
    """Under another name, without blanks around it."""
    return put_plan(agenda, replace(agenda.plans[plan_id], name=name.strip()))


def set_notes(agenda: Agenda, plan_id: str, notes: str) -> Agenda:
    """With other notes."""
    return put_plan(agenda, replace(agenda.plans[plan_id], notes=notes))


def set_archived(agenda: Agenda, plan_id: str, archived: bool = True) -> Agenda:
    """In the archive, or out of it. What is archived is kept, and counts for nothing."""
    return put_plan(agenda, replace(agenda.plans[plan_id], archived=archived))


def set_start(agenda: Agenda, plan_id: str, start: date) -> Agenda:
    """Beginning on another day: all that is the plan's moves by as many days, its race too.

    Where it had no start nothing moves.
    """
    plan = agenda.plans[plan_id]
    days = 0 if plan.start is None else (start - plan.start).days
    moved = [_later(each, days) for each in in_plan(agenda, plan_id)] if days else []
    return put_plan(with_entries(agenda, moved), replace(plan, start=start))


def set_weeks(agenda: Agenda, plan_id: str, weeks: int) -> Agenda:
    """With so many weeks. No card goes: `left_outside` tells which then lie outside the plan.

    Phases end, and deloads are left out, where the plan ends.
    """
    plan = agenda.plans[plan_id]
    return put_plan(
        agenda,
        replace(
            plan,
            weeks=weeks,
            phases=first_phases(plan.phases, weeks),
            deloads=tuple(each for each in plan.deloads if each <= weeks),
        ),
    )


def first_phases(phases: tuple[Phase, ...], weeks: int, skipped: int = 0) -> tuple[Phase, ...]:
    """The phases of `weeks` weeks after the first `skipped` ones."""
    found, past = [], 0
    for each in phases:
        begin, end = max(past, skipped), min(past + each.weeks, skipped + weeks)
        past += each.weeks
        if end > begin:
            found.append(replace(each, weeks=end - begin))
    return tuple(found)


def left_outside(agenda: Agenda, plan: Plan) -> tuple[Entry, ...]:
    """Cards of the plan that lie before its first day or after its last, by date.

    `plan` may be one that is not put in place yet. None where it has no start.
    """
    if plan.start is None:
        return ()
    return tuple(
        each
        for each in in_plan(agenda, plan.id)
        if each.date is not None and not week_number(plan, each.date)
    )


def set_phases(agenda: Agenda, plan_id: str, phases: Sequence[Phase]) -> Agenda:
    """With these phases from the first week on."""
    return put_plan(agenda, replace(agenda.plans[plan_id], phases=tuple(phases)))


def set_cycle_days(agenda: Agenda, plan_id: str, days: int) -> Agenda:
    """Cut into weeks of so many days. All cards keep their dates, and none lies outside for it.

    The number of weeks is such that all its days are still in it. Phases begin with the week
    nearest to where they began, a deload is the week in which it began.
    """
    plan = agenda.plans[plan_id]
    old, weeks = plan.cycle_days, -(-plan.weeks * plan.cycle_days // days)
    phases, past, begun = [], 0, 0
    for each in plan.phases:
        past += each.weeks
        end = min(weeks, (2 * past * old + days) // (2 * days))
        if end > begun:
            phases.append(replace(each, weeks=end - begun))
        begun = max(begun, end)
    deloads = {(each - 1) * old // days + 1 for each in plan.deloads}
    return put_plan(
        agenda,
        replace(
            plan,
            weeks=weeks,
            cycle_days=days,
            phases=tuple(phases),
            deloads=tuple(sorted(deloads)),
        ),
    )


def set_goal(agenda: Agenda, plan_id: str, run_id: str) -> Agenda:
    """Leading to this race; "" leads to none."""
    return put_plan(agenda, replace(agenda.plans[plan_id], goal=run_id))


def move_race(agenda: Agenda, plan_id: str, day: date) -> Agenda:
    """Its race on another day. All other cards stay; without a race nothing changes."""
    race = agenda.runs.get(agenda.plans[plan_id].goal)
    return agenda if race is None else with_entries(agenda, [replace(race, date=day)])


def duplicate(
    agenda: Agenda,
    plan_id: str,
    start: date,
    name: str = "",
    fresh: Callable[[], str] = new_id,
) -> Agenda:
    """The same plan from another day, and nothing else: to be added to an agenda.

    Everything has an id of its own. Instances of one template are so again, of a template of this
    plan; runs of one series too. What was skipped is planned again, what came from a calendar no
    longer says so. A race that is not the plan's own is no goal of the new one.
    """
    plan = agenda.plans[plan_id]
    days = 0 if plan.start is None else (start - plan.start).days
    entries = in_plan(agenda, plan_id)
    new = dict.fromkeys(
        family
        for each in entries
        for family in (each.id, each.series if isinstance(each, Run) else each.template)
        if family
    )
    ids = {each: fresh() for each in new}
    made = replace(
        plan,
        id=fresh(),
        name=name.strip() or plan.name,
        start=start,
        goal=ids.get(plan.goal, ""),
        archived=False,
        version=1,
        parent=None,
    )
    copies = [_later(_copied(each, made.id, ids), days) for each in entries]
    return with_entries(Agenda(plans={made.id: made}), copies)


def added(agenda: Agenda, part: Agenda) -> Agenda:
    """The agenda with a new plan and all that is its."""
    return Agenda(
        {**agenda.sessions, **part.sessions},
        {**agenda.runs, **part.runs},
        {**agenda.plans, **part.plans},
        {**agenda.diary, **part.diary},
    )


def _copied(entry: Entry, plan_id: str, ids: dict[str, str]) -> Entry:
    if isinstance(entry, Session):
        return replace(
            entry,
            id=ids[entry.id],
            template=ids[entry.template] if entry.template else "",
            plan=plan_id,
            skipped=False,
            version=1,
            parent=None,
        )
    return replace(
        entry,
        id=ids[entry.id],
        series=ids[entry.series] if entry.series else "",
        source="",
        plan=plan_id,
        skipped=False,
        version=1,
        parent=None,
    )


def _later(entry: Entry, days: int) -> Entry:
    if entry.date is None:
        return entry
    moved: date = entry.date + timedelta(days=days)
    return replace(entry, date=moved)
