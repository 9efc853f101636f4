"""What is planned and what was done, as one frozen value: sessions, runs, plans and the diary.

An edit of the agenda is a pure function that returns another one. `difference` tells what such an
edit put in place, and that is what is stored and undone.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from hemipelvi_gui.domain.changes import Changes, merged
from hemipelvi_gui.domain.diary import DoneSession
from hemipelvi_gui.domain.plan import Plan, Week, weeks_of
from hemipelvi_gui.domain.runs import Run
from hemipelvi_gui.domain.session import Session

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

Thing = TypeVar("Thing", Session, Run, Plan, DoneSession)
Entry = Session | Run


@dataclass(frozen=True)
class Agenda:
    """Everything by its id. Sessions here have a date; `diary` holds what was done."""

    sessions: Mapping[str, Session] = field(default_factory=dict)
    runs: Mapping[str, Run] = field(default_factory=dict)
    plans: Mapping[str, Plan] = field(default_factory=dict)
    diary: Mapping[str, DoneSession] = field(default_factory=dict)

    @cached_property
    def by_day(self) -> Mapping[date, Sequence[Entry]]:
        """The cards of each day that has any, in no order: worked out once, looked up often."""
        days: dict[date, list[Entry]] = {}
        whole: tuple[Mapping[str, Entry], ...] = (self.sessions, self.runs)
        for entries in whole:
            for each in entries.values():
                if each.date is not None:
                    days.setdefault(each.date, []).append(each)
        return days


AgendaEdit = Callable[[Agenda], Agenda]


def entries_on(agenda: Agenda, day: date) -> tuple[Entry, ...]:
    """The cards of a day in their order: by time of day, those without one last, then by name."""
    return tuple(sorted(agenda.by_day.get(day, ()), key=_time_of_day))


def entries_in(agenda: Agenda, week: Week) -> dict[date, tuple[Entry, ...]]:
    """The cards of each day of a week, all days there."""
    return {day: entries_on(agenda, day) for day in week.dates}


def _time_of_day(entry: Entry) -> tuple[bool, str, str, str]:
    clock = "" if entry.start is None else entry.start.isoformat()
    return (entry.start is None, clock, entry.name, entry.id)


def find_entry(agenda: Agenda, entry_id: str) -> Entry:
    """A session or run by its id. Raises KeyError where there is none."""
    session = agenda.sessions.get(entry_id)
    return agenda.runs[entry_id] if session is None else session


def in_plan(agenda: Agenda, plan_id: str) -> tuple[Entry, ...]:
    """The sessions and runs of one plan, by date."""
    found: list[Entry] = [each for each in agenda.sessions.values() if each.plan == plan_id]
    found += [each for each in agenda.runs.values() if each.plan == plan_id]
    return tuple(sorted(found, key=lambda each: (str(each.date), *_time_of_day(each))))


def plan_weeks(agenda: Agenda, plan_id: str) -> tuple[Week, ...]:
    """The weeks of one plan; none for a plan that isn't there or has no start."""
    plan = agenda.plans.get(plan_id)
    return () if plan is None else weeks_of(plan)


def with_entries(agenda: Agenda, entries: Iterable[Entry]) -> Agenda:
    """With these sessions and runs, in the place of those with the same ids."""
    sessions, runs, entries = dict(agenda.sessions), dict(agenda.runs), tuple(entries)
    for each in entries:
        if isinstance(each, Session):
            sessions[each.id] = each
        else:
            runs[each.id] = each
    made = replace(agenda, sessions=sessions, runs=runs)
    # A drag makes an agenda for each day it comes over: all other days need no new look-up.
    vars(made)["by_day"] = _days_with(agenda, entries)
    return made


def _days_with(agenda: Agenda, entries: Iterable[Entry]) -> Mapping[date, Sequence[Entry]]:
    days = dict(agenda.by_day)
    for each in {(type(each), each.id): each for each in entries}.values():
        there = agenda.sessions if isinstance(each, Session) else agenda.runs
        old = there.get(each.id)
        if old is not None and old.date is not None:
            days[old.date] = [other for other in days[old.date] if other is not old]
        if each.date is not None:
            days[each.date] = [*days.get(each.date, ()), each]
    return days


def difference(before: Agenda, after: Agenda) -> Changes:
    """What `after` has otherwise than `before`: new and other values, and None for what is gone."""
    return Changes(
        sessions=_changed(before.sessions, after.sessions),
        runs=_changed(before.runs, after.runs),
        plans=_changed(before.plans, after.plans),
        diary=_changed(before.diary, after.diary),
    )


def _changed(before: Mapping[str, Thing], after: Mapping[str, Thing]) -> dict[str, Thing | None]:
    if before is after:
        return {}
    changed: dict[str, Thing | None] = {
        each: value
        for each, value in after.items()
        if before.get(each) is not value and before.get(each) != value
    }
    return changed | {each: None for each in before if each not in after}


def with_changes(agenda: Agenda, changes: Changes) -> Agenda:
    """The agenda once these changes are in place; sessions that have lost their date leave it."""
    dated = {
        each: None if session is None or session.date is None else session
        for each, session in changes.sessions.items()
    }
    return Agenda(
        merged(agenda.sessions, dated),
        merged(agenda.runs, changes.runs),
        merged(agenda.plans, changes.plans),
        merged(agenda.diary, changes.diary),
    )


def counted(agenda: Agenda, shown: str = "") -> Agenda:
    """Without what belongs to archived plans.

    Where the plan that is shown is one of them, without what belongs to any other plan.
    """
    opened = agenda.plans.get(shown)
    is_old = opened is not None and opened.archived
    away = {each.id for each in agenda.plans.values() if each.archived or is_old} - {shown}
    if not away:
        return agenda
    return replace(
        agenda,
        sessions={key: each for key, each in agenda.sessions.items() if each.plan not in away},
        runs={key: each for key, each in agenda.runs.items() if each.plan not in away},
    )
