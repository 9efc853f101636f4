"""Deloads and tapers put into a plan or taken out of it: the plan and its sessions in one edit."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hemipelvi_gui.coach.progress.ahead import apply, plan_ahead
from hemipelvi_gui.coach.progress.light_weeks import USUAL, light_week, race_of, usual_session
from hemipelvi_gui.coach.progress.walk import family_of
from hemipelvi_gui.domain.agenda import Agenda, with_entries
from hemipelvi_gui.domain.agenda_edits import put_plan
from hemipelvi_gui.domain.plan import plan_week

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from datetime import date

    from hemipelvi_gui.coach.progress.light_weeks import Kept, LightWeek
    from hemipelvi_gui.domain.balance import Library
    from hemipelvi_gui.domain.session import Session


def set_deload(
    agenda: Agenda,
    plan_id: str,
    week: int,
    on: bool,
    library: Library,
    body_mass_kg: float | None = None,
    kept: Kept = USUAL,
) -> Agenda:
    """The plan with or without a deload in a week, from 1, and that week's sessions to match.

    On: sets go, loads stay as they are. Off: sets and what had gone come back from the nearest
    session of the same template in an ordinary week. What was logged stays. Raises KeyError for a
    plan that is not there, and ValueError for a week it doesn't have.
    """
    plan = agenda.plans[plan_id]
    if not 1 <= week <= plan.weeks:
        raise ValueError(week)
    deloads = {*plan.deloads, week} if on else {*plan.deloads} - {week}
    if deloads == set(plan.deloads):
        return agenda
    after = put_plan(agenda, replace(plan, deloads=tuple(sorted(deloads))))
    if plan.start is None:
        return after
    days = plan_week(plan, week)
    return with_light_weeks(agenda, after, plan_id, library, days.first, body_mass_kg, kept)


def with_light_weeks(
    before: Agenda,
    after: Agenda,
    plan_id: str,
    library: Library,
    since: date,
    body_mass_kg: float | None = None,
    kept: Kept = USUAL,
) -> Agenda:
    """`after` with the sessions from a day on whose week is light otherwise than `before`.

    Those whose week was light and no longer is are as usual again; those of a new deload or taper
    have fewer sets. What was logged stays.
    """
    was, now = _light(before, plan_id, kept), _light(after, plan_id, kept)
    logged = {each.session for each in after.diary.values()}
    changed = {
        key
        for key, each in after.sessions.items()
        if each.plan == plan_id
        and each.date is not None
        and each.date >= since
        and key not in logged
        and was.get(key) != now.get(key)
    }
    if not changed:
        return after
    usual = with_entries(after, _as_usual(after, was, changed))
    # Loads go on where the runner says so, not because a week is made lighter.
    still = _without_progressions(usual, plan_id)
    light = plan_ahead(
        still, still.plans[plan_id], library, since, body_mass_kg=body_mass_kg, kept=kept
    )
    return apply(usual, [each for each in light if each.session in changed])


def _light(agenda: Agenda, plan_id: str, kept: Kept) -> dict[str, LightWeek]:
    """The light week of each session of the plan that is in one."""
    plan = agenda.plans[plan_id]
    race = race_of(agenda, plan)
    return {
        key: week
        for key, each in agenda.sessions.items()
        if each.plan == plan_id
        and each.date is not None
        and (week := light_week(plan, race, each.date, kept)) is not None
    }


def _as_usual(agenda: Agenda, was: Collection[str], changed: Collection[str]) -> Iterator[Session]:
    """Sessions that were light, with the sets of the nearest of their family that was not."""
    usual: dict[tuple[str, str], list[Session]] = {}
    for key, each in agenda.sessions.items():
        if key not in was and each.date is not None and not each.skipped:
            usual.setdefault((each.plan, family_of(each)), []).append(each)
    for key in changed:
        session = agenda.sessions[key]
        near = usual.get((session.plan, family_of(session)))
        if key in was and near and session.date is not None:
            yield usual_session(session, _nearest(near, session.date))


def _nearest(sessions: list[Session], day: date) -> Session:
    return min(sessions, key=lambda each: (abs((each.date or day) - day), str(each.date)))


def _without_progressions(agenda: Agenda, plan_id: str) -> Agenda:
    changed = [
        replace(
            session,
            blocks=tuple(
                replace(block, items=tuple(replace(item, progression=None) for item in block.items))
                for block in session.blocks
            ),
        )
        for session in agenda.sessions.values()
        if session.plan == plan_id
    ]
    return with_entries(agenda, changed)
