"""A longer plan goes on as it was: its last weeks once more, lighter ones as often as before."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from hemipelvi_gui.coach.easier_weeks import with_light_weeks
from hemipelvi_gui.coach.progress.light_weeks import USUAL, light_week, race_of
from hemipelvi_gui.domain.agenda import Agenda, in_plan, with_entries
from hemipelvi_gui.domain.agenda_edits import put_plan
from hemipelvi_gui.domain.plan import Phase, PhaseKind, Plan, plan_week, week_number
from hemipelvi_gui.domain.runs import Run, RunKind
from hemipelvi_gui.domain.session import Session, new_id

if TYPE_CHECKING:
    from collections.abc import Callable

    from hemipelvi_gui.coach.progress.light_weeks import Kept
    from hemipelvi_gui.domain.agenda import Entry
    from hemipelvi_gui.domain.balance import Library

BLOCK = 4
# These lead to something, and are no state to go on in.
ENDING = (PhaseKind.PEAK, PhaseKind.TAPER)


class Pattern(NamedTuple):
    """What is repeated: weeks from 1, with cards; `every`: each so many weeks a deload, 0 never."""

    weeks: tuple[int, ...]
    every: int


def pattern_of(agenda: Agenda, plan: Plan, kept: Kept = USUAL) -> Pattern:
    """The last weeks of a plan that are neither deload nor taper, nor without cards, nor a race's.

    As many as there are between two deloads; four where there are none. No weeks: there is
    nothing to repeat.
    """
    every = _spacing(plan)
    race = race_of(agenda, plan)
    entries, by_week = in_plan(agenda, plan.id), set[int]()
    light, raced = set(plan.deloads), set[int]()
    for each in entries:
        number = None if each.date is None else week_number(plan, each.date)
        if not number or each.date is None:
            continue
        by_week.add(number)
        if isinstance(each, Run) and each.kind is RunKind.RACE:
            raced.add(number)
        if light_week(plan, race, each.date, kept) is not None:
            light.add(number)
    usual = sorted(by_week - light - raced)
    return Pattern(tuple(usual[-((every or BLOCK + 1) - 1) :]), every)


def gone_on(
    agenda: Agenda,
    plan_id: str,
    weeks: int,
    library: Library,
    body_mass_kg: float | None = None,
    kept: Kept = USUAL,
    fresh: Callable[[], str] = new_id,
) -> Agenda:
    """The plan with so many weeks, more than it has, and cards in those that are new and empty.

    Cards stay in their families and series; a race is not run again. Deloads come as often as
    before, with fewer sets, loads as ever. The last phase goes on, unless it ends something.
    Raises KeyError for a plan that is not there.
    """
    plan = agenda.plans[plan_id]
    pattern = pattern_of(agenda, plan, kept)
    longer = replace(plan, weeks=weeks, phases=_longer(plan, weeks))
    if plan.start is None or weeks <= plan.weeks or not pattern.weeks:
        return put_plan(agenda, replace(plan, weeks=weeks))
    cards = _cards(agenda, plan, pattern)
    taken = {
        week_number(longer, each.date) for each in in_plan(agenda, plan_id) if each.date is not None
    }
    made: list[Entry] = []
    deloads = set(plan.deloads)
    begun = max(plan.deloads, default=plan.weeks)
    for week in range(plan.weeks + 1, weeks + 1):
        past = week - begun
        if pattern.every and past % pattern.every == 0:
            deloads.add(week)
        if week in taken:
            continue
        source = _source(pattern, past)
        later = timedelta(days=(week - source) * plan.cycle_days)
        made += [_again(each, later, fresh()) for each in cards.get(source, ())]
    filled = with_entries(put_plan(agenda, longer), made)
    lighter = put_plan(filled, replace(longer, deloads=tuple(sorted(deloads))))
    since = plan_week(longer, plan.weeks + 1).first
    return with_light_weeks(filled, lighter, plan_id, library, since, body_mass_kg, kept)


def _source(pattern: Pattern, past: int) -> int:
    """Which week is repeated in the `past`-th after the last deload; a deload is made of it."""
    if not pattern.every:
        return pattern.weeks[(past - 1) % len(pattern.weeks)]
    turn = (past - 1) % pattern.every
    return pattern.weeks[min(turn, len(pattern.weeks) - 1)]


def _spacing(plan: Plan) -> int:
    """Weeks from a deload to the next; 0 where there are none."""
    ends = (0, *plan.deloads)
    return ends[-1] - ends[-2] if len(ends) > 1 else 0


def _cards(agenda: Agenda, plan: Plan, pattern: Pattern) -> dict[int, list[Entry]]:
    found: dict[int, list[Entry]] = {}
    for each in in_plan(agenda, plan.id):
        week = None if each.date is None else week_number(plan, each.date)
        if week in pattern.weeks:
            found.setdefault(week or 0, []).append(each)
    return found


def _again(entry: Entry, later: timedelta, new: str) -> Entry:
    day = None if entry.date is None else entry.date + later
    if isinstance(entry, Session):
        family = entry.template or entry.id
        return replace(
            entry, id=new, template=family, date=day, skipped=False, version=1, parent=None
        )
    if day is None:
        return entry
    return replace(entry, id=new, date=day, source="", skipped=False, version=1, parent=None)


def _longer(plan: Plan, weeks: int) -> tuple[Phase, ...]:
    """The last phase takes the new weeks where it lasts to the plan's end."""
    phases = plan.phases
    if not phases or phases[-1].kind in ENDING or sum(p.weeks for p in phases) != plan.weeks:
        return phases
    more = weeks - plan.weeks
    return (*phases[:-1], replace(phases[-1], weeks=phases[-1].weeks + more))
