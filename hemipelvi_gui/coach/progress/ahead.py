"""The numbers of sessions to come, shown before anything is changed, and put in place if wanted."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hemipelvi_gui.coach.progress.light_weeks import USUAL
from hemipelvi_gui.coach.progress.pain import without_more
from hemipelvi_gui.coach.progress.walk import Proposal, Walk
from hemipelvi_gui.domain import edits
from hemipelvi_gui.domain.agenda import Agenda, with_entries
from hemipelvi_gui.domain.agenda_edits import instances
from hemipelvi_gui.domain.session import items

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from hemipelvi_gui.coach.progress.light_weeks import Kept
    from hemipelvi_gui.domain.balance import Library
    from hemipelvi_gui.domain.check_ins import CheckIn
    from hemipelvi_gui.domain.diary import DoneSession
    from hemipelvi_gui.domain.plan import Plan
    from hemipelvi_gui.domain.session import Session


def plan_ahead(
    agenda: Agenda,
    plan: Plan,
    library: Library,
    since: date,
    until: date | None = None,
    body_mass_kg: float | None = None,
    kept: Kept = USUAL,
) -> tuple[Proposal, ...]:
    """Other numbers for the sessions of a plan from a day to another; only what would change.

    Each template is followed from session to session, by what was logged or, where nothing was, as
    if done as planned. In deload weeks and before the plan's race loads stay and sets go. Sessions
    that were logged stay as they are. What is put in place by `apply` is not proposed again.
    """
    walk = Walk(agenda, plan, library, since, body_mass_kg, kept)
    sessions = [each for each in agenda.sessions.values() if each.plan == plan.id]
    return tuple(
        each
        for each in walk.run(sessions)
        if each.changes and (until is None or each.date <= until)
    )


def after_logging(
    agenda: Agenda,
    done: DoneSession,
    library: Library,
    body_mass_kg: float | None = None,
    kept: Kept = USUAL,
) -> tuple[Proposal, ...]:
    """The numbers of the next session like the one that was done, those that stay among them.

    `done` need not be in the diary yet. None where it was not planned, or there is no next one.
    """
    session = agenda.sessions.get(done.session)
    upcoming = None if session is None else _next_like(agenda, session)
    if session is None or upcoming is None or upcoming.date is None:
        return ()
    known = replace(agenda, diary={**agenda.diary, done.id: done})
    plan = agenda.plans.get(session.plan)
    walk = Walk(known, plan, library, upcoming.date, body_mass_kg, kept)
    whole = instances(agenda, session)
    if plan is not None:
        whole = tuple(each for each in agenda.sessions.values() if each.plan == plan.id)
    return tuple(each for each in walk.run(whole) if each.session == upcoming.id)


def stale_after(
    agenda: Agenda,
    done: DoneSession,
    library: Library,
    body_mass_kg: float | None = None,
    kept: Kept = USUAL,
    pain: CheckIn | None = None,
) -> int:
    """How many sessions like the one that was done, after the next, `plan_ahead` would change now.

    `done` need not be in the diary yet. After `pain` what would get heavier does not count.
    """
    session = agenda.sessions.get(done.session)
    plan = None if session is None else agenda.plans.get(session.plan)
    upcoming = None if session is None else _next_like(agenda, session)
    if session is None or plan is None or upcoming is None or upcoming.date is None:
        return 0
    known = replace(agenda, diary={**agenda.diary, done.id: done})
    later = {each.id for each in instances(agenda, session, upcoming.date)} - {upcoming.id}
    found = plan_ahead(known, plan, library, upcoming.date, None, body_mass_kg, kept)
    changed = {each.session for each in without_more(found, pain) if each.changes}
    return len(changed & later)


def apply(agenda: Agenda, proposals: Iterable[Proposal]) -> Agenda:
    """The agenda with these proposals in place.

    One whose session is gone, or whose item is no longer as it was shown, changes nothing.
    """
    by_session: dict[str, dict[str, Proposal]] = {}
    for each in proposals:
        by_session.setdefault(each.session, {})[each.item] = each
    changed = [
        _applied(agenda.sessions[session], wanted)
        for session, wanted in by_session.items()
        if session in agenda.sessions
    ]
    return with_entries(agenda, changed)


def _applied(session: Session, wanted: dict[str, Proposal]) -> Session:
    fitting = {
        item.id: wanted[item.id].after
        for item in items(session)
        if item.id in wanted and wanted[item.id].before == item.prescription
    }
    return edits.prescribe_all(session, fitting)


def _next_like(agenda: Agenda, session: Session) -> Session | None:
    """The next instance of its template that is neither skipped nor logged."""
    logged = {each.session for each in agenda.diary.values()}
    for each in instances(agenda, session, session.date):
        later = str(each.date) > str(session.date)
        if later and not each.skipped and each.id not in logged:
            return each
    return None
