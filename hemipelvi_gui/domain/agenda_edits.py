"""Pure edits of the agenda: cards moved, copied, skipped and taken away; plans shifted."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, TypeVar

from hemipelvi_gui.domain.agenda import Agenda, Entry, find_entry, in_plan, with_entries
from hemipelvi_gui.domain.runs import Run
from hemipelvi_gui.domain.session import new_id

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping
    from datetime import date, time

    from hemipelvi_gui.domain.edits import Edit
    from hemipelvi_gui.domain.plan import Plan
    from hemipelvi_gui.domain.session import Session


def move(agenda: Agenda, entry_ids: Collection[str], day: date) -> Agenda:
    """These cards on that day; their times of day stay. Raises KeyError for a card not there."""
    return with_entries(agenda, [_on(find_entry(agenda, each), day) for each in entry_ids])


def place(
    agenda: Agenda, days: Mapping[str, date], fresh: Mapping[str, str] | None = None
) -> Agenda:
    """Each of these cards on its day; those with an id in `fresh` as a copy under that id.

    Raises KeyError for a card not there.
    """
    put, copies = list[Entry](), fresh or {}
    for each, day in days.items():
        entry = find_entry(agenda, each)
        put.append(_on(twin(entry, copies[each]) if each in copies else entry, day))
    return with_entries(agenda, put)


def copy(
    agenda: Agenda, entry_ids: Collection[str], day: date, fresh: Callable[[], str] = new_id
) -> Agenda:
    """Copies of these cards on that day: instances of the same template. KeyError as for `move`."""
    return with_entries(
        agenda, [_on(twin(find_entry(agenda, each), fresh()), day) for each in entry_ids]
    )


def twin(entry: Entry, entry_id: str) -> Entry:
    """Another instance of a session, or the same run once more, under a new id.

    The items of a session keep their ids, so that an edit fits all instances.
    """
    if isinstance(entry, Run):
        return replace(entry, id=entry_id, source="", skipped=False, version=1, parent=None)
    return replace(
        entry,
        id=entry_id,
        template=entry.template or entry.id,
        skipped=False,
        version=1,
        parent=None,
    )


def instance(
    template: Session, day: date, plan: str = "", start: time | None = None, entry_id: str = ""
) -> Session:
    """A session of a plan, made from a template, on a day."""
    made = replace(
        template,
        id=entry_id or new_id(),
        template=template.template or template.id,
        plan=plan,
        date=day,
        start=start or template.start,
        skipped=False,
        version=1,
        parent=None,
    )
    return made


def add(agenda: Agenda, entries: Collection[Entry]) -> Agenda:
    """With these cards."""
    return with_entries(agenda, entries)


def remove(agenda: Agenda, entry_ids: Collection[str]) -> Agenda:
    """Without these cards."""
    return replace(
        agenda,
        sessions=_without(agenda.sessions, entry_ids),
        runs=_without(agenda.runs, entry_ids),
    )


def skip(agenda: Agenda, entry_ids: Collection[str], skipped: bool = True) -> Agenda:
    """These cards skipped, or back again; skipped ones count for nothing."""
    return with_entries(
        agenda, [replace(find_entry(agenda, each), skipped=skipped) for each in entry_ids]
    )


def set_time(agenda: Agenda, entry_ids: Collection[str], start: time | None) -> Agenda:
    """These cards at a time of day, or at none."""
    return with_entries(
        agenda, [replace(find_entry(agenda, each), start=start) for each in entry_ids]
    )


def shift_rest(agenda: Agenda, plan_id: str, since: date, days: int) -> Agenda:
    """Everything of a plan from a day on, moved by days; what comes before stays.

    Raises OverflowError past the calendar's ends.
    """
    later = [each for each in in_plan(agenda, plan_id) if each.date and each.date >= since]
    step = timedelta(days=days)
    return with_entries(agenda, [_on(each, each.date + step) for each in later if each.date])


def instances(agenda: Agenda, session: Session, since: date | None = None) -> tuple[Session, ...]:
    """All of this session's template in its plan, itself among them, from a day on; by date."""
    family = session.template or session.id
    found = [
        each
        for each in agenda.sessions.values()
        if each.plan == session.plan
        and family in (each.template, each.id)
        and (since is None or (each.date is not None and each.date >= since))
    ]
    return tuple(sorted(found, key=lambda each: (str(each.date), each.id)))


SPREAD = ("name", "start", "minutes", "gym", "equipment", "notes")


def spread(before: Session, after: Session, edit: Edit, other: Session) -> Session:
    """What an edit of one instance makes of another; its day stays its own.

    Where both had the same items they have the same again. Else the edit is made in the other one;
    if that has lost what the edit is about, because it was changed alone, its items stay.
    """
    said = {name: getattr(after, name) for name in SPREAD if _differ(before, after, name)}
    if before.blocks == after.blocks:
        return replace(other, **said)
    if other.blocks == before.blocks:
        return replace(other, blocks=after.blocks, **said)
    try:
        return replace(other, blocks=edit(other).blocks, **said)
    except KeyError:
        return replace(other, **said)


def _differ(before: Session, after: Session, name: str) -> bool:
    return bool(getattr(before, name) != getattr(after, name))


def put_plan(agenda: Agenda, plan: Plan) -> Agenda:
    """With this plan, in the place of the one with its id."""
    return replace(agenda, plans={**agenda.plans, plan.id: plan})


def remove_plan(agenda: Agenda, plan_id: str) -> Agenda:
    """Without a plan and all that is its."""
    gone = [each.id for each in in_plan(agenda, plan_id)]
    return replace(remove(agenda, gone), plans=_without(agenda.plans, (plan_id,)))


def _on(entry: Entry, day: date) -> Entry:
    return replace(entry, date=day)


Value = TypeVar("Value")


def _without(here: Mapping[str, Value], ids: Collection[str]) -> dict[str, Value]:
    return {each: value for each, value in here.items() if each not in ids}
