"""The rest of a plan moved by days, or a stretch of it skipped, and what that comes to."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from hemipelvi_gui.coach.easier_weeks import with_light_weeks
from hemipelvi_gui.coach.plan_checks import PAST_THE_CALENDAR, end_of, race_past
from hemipelvi_gui.coach.progress.light_weeks import kept
from hemipelvi_gui.domain.agenda import in_plan
from hemipelvi_gui.domain.agenda_edits import place, put_plan, skip
from hemipelvi_gui.domain.plan import week_number
from hemipelvi_gui.domain.text import translate

if TYPE_CHECKING:
    from hemipelvi_gui.coach.replanning import Ground
    from hemipelvi_gui.domain.agenda import Agenda, Entry
    from hemipelvi_gui.domain.plan import Phase, Plan
    from hemipelvi_gui.domain.runs import Run
    from hemipelvi_gui.domain.text import Text


class Shift(NamedTuple):
    """All of a plan from `since` on, `days` later; fewer than 0 are earlier.

    `with_race`: its goal moves too. `longer`: the plan gets weeks for what lands after it.
    """

    since: date
    days: int
    with_race: bool = False
    longer: bool = True


class Outcome(NamedTuple):
    """What a shift comes to, in numbers of cards; what was written down as done stays.

    `moved`: moved. `done`: stay, because they are done. `after_race`, `after_plan`: land after the
    race or after the plan's last day. `weeks`: so many more weeks the plan then has.
    """

    moved: int
    done: int
    after_race: int
    after_plan: int
    weeks: int


def shifted(agenda: Agenda, plan_id: str, shift: Shift, ground: Ground) -> Agenda:
    """The agenda after the shift; all of the plan must be in it.

    Deload weeks go with their cards where they move by whole weeks, else, as tapers do, sessions
    get more or fewer sets by the week they land in. OverflowError past the calendar's ends.
    """
    step = timedelta(days=shift.days)
    days = {each.id: each.date + step for each in _moving(agenda, plan_id, shift) if each.date}
    if not days or not shift.days:
        return agenda
    plan = agenda.plans[plan_id]
    after = put_plan(place(agenda, days), _later_weeks(agenda, plan, shift))
    settings = ground.settings
    return with_light_weeks(
        agenda, after, plan_id, ground.library, ground.today, settings.body_mass_kg, kept(settings)
    )


def outcome(agenda: Agenda, plan_id: str, shift: Shift) -> Outcome:
    """What the shift comes to."""
    plan, race = agenda.plans[plan_id], goal_of(agenda, plan_id)
    moving = _moving(agenda, plan_id, shift)
    step = timedelta(days=shift.days)
    landing = [each.date + step for each in moving if each.date and each is not race]
    raced = None if race is None else race.date + (step if shift.with_race else timedelta())
    last = end_of(plan)
    return Outcome(
        len(moving),
        len(_from(agenda, plan_id, shift.since)) - len(moving) - _race_stays(race, shift),
        sum(raced is not None and day > raced for day in landing),
        sum(last is not None and day > last for day in landing),
        _more_weeks(agenda, plan, shift),
    )


def shift_fault(agenda: Agenda, plan_id: str, shift: Shift, today: date) -> Text | None:
    """Why the rest can't be moved so, in a sentence; None where it can."""
    race = goal_of(agenda, plan_id)
    days = [each.date for each in _moving(agenda, plan_id, shift) if each.date]
    for day in days:
        if not date.min.toordinal() <= day.toordinal() + shift.days <= date.max.toordinal():
            return PAST_THE_CALENDAR
    start = agenda.plans[plan_id].start
    if start is not None and any(day + timedelta(days=shift.days) < start for day in days):
        return translate("Plan", "Some of it would be before the plan starts.")
    if race is not None and shift.with_race and race.date >= shift.since:
        moved = race.date + timedelta(days=shift.days)
        if moved < today <= race.date:
            return race_past(moved, today)
    return None


def goal_of(agenda: Agenda, plan_id: str) -> Run | None:
    """The race a plan leads to; None where there is none."""
    return agenda.runs.get(agenda.plans[plan_id].goal)


def stretch(
    agenda: Agenda, plan_id: str, first: date, last: date, with_race: bool = False
) -> tuple[str, ...]:
    """Ids of the cards of some days that can be skipped: neither done nor skipped already.

    Both days are included. The race the plan leads to is among them only where it is asked for.
    """
    logged = _logged(agenda)
    race = goal_of(agenda, plan_id)
    return tuple(
        each.id
        for each in _from(agenda, plan_id, first)
        if each.date is not None
        and each.date <= last
        and each.id not in logged
        and not each.skipped
        and (with_race or each is not race)
    )


def skipped(
    agenda: Agenda, plan_id: str, first: date, last: date, with_race: bool = False
) -> Agenda:
    """The agenda with those cards skipped."""
    return skip(agenda, stretch(agenda, plan_id, first, last, with_race))


def _from(agenda: Agenda, plan_id: str, since: date) -> list[Entry]:
    return [each for each in in_plan(agenda, plan_id) if each.date and each.date >= since]


def _moving(agenda: Agenda, plan_id: str, shift: Shift) -> list[Entry]:
    logged = _logged(agenda)
    race = None if shift.with_race else goal_of(agenda, plan_id)
    return [
        each
        for each in _from(agenda, plan_id, shift.since)
        if each.id not in logged and each is not race
    ]


def _race_stays(race: Run | None, shift: Shift) -> bool:
    return race is not None and not shift.with_race and race.date >= shift.since


def _logged(agenda: Agenda) -> set[str]:
    return {each.session for each in agenda.diary.values()}


def _more_weeks(agenda: Agenda, plan: Plan, shift: Shift) -> int:
    """Weeks that what lands after the plan wants; 0 where it shall not be longer."""
    last = end_of(plan)
    moving = [each.date for each in _moving(agenda, plan.id, shift) if each.date]
    if not shift.longer or last is None or not moving:
        return 0
    past = max(moving).toordinal() + shift.days - last.toordinal()
    # What lay outside before makes no plan longer.
    return -(-past // plan.cycle_days) if past > 0 and max(moving) <= last else 0


def _later_weeks(agenda: Agenda, plan: Plan, shift: Shift) -> Plan:
    weeks, first = plan.weeks + _more_weeks(agenda, plan, shift), week_number(plan, shift.since)
    whole, rest = divmod(shift.days, plan.cycle_days)
    deloads, phases = plan.deloads, plan.phases
    if not rest and first:
        moved = {each + whole if each >= first else each for each in deloads}
        deloads = tuple(sorted(each for each in moved if 1 <= each <= weeks))
        if weeks == plan.weeks + whole:
            phases = _longer(phases, first, whole)
    return replace(plan, weeks=weeks, deloads=deloads, phases=phases)


def _longer(phases: tuple[Phase, ...], week: int, more: int) -> tuple[Phase, ...]:
    """The phases, that of a week with more weeks."""
    past, found = 0, []
    for each in phases:
        here = past < week <= past + each.weeks
        past += each.weeks
        found.append(replace(each, weeks=each.weeks + more) if here else each)
    return tuple(found)
