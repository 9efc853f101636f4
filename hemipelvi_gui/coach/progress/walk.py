"""A walk through the sessions of a plan by date, with the numbers of each from those before it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from hemipelvi_gui.coach.progress.light_weeks import (
    USUAL_WEEKS,
    light_week,
    race_of,
    sets_left,
    usual_session,
)
from hemipelvi_gui.coach.progress.numbers import next_prescription
from hemipelvi_gui.coach.progress.tracks import Track, carried
from hemipelvi_gui.domain import edits
from hemipelvi_gui.domain.balance import balance
from hemipelvi_gui.domain.lifts import e1rm, reps_to_failure
from hemipelvi_gui.domain.plan import DAYS_A_WEEK, week_number, week_of
from hemipelvi_gui.domain.prescription import LoadKind, Measure, Prescription
from hemipelvi_gui.domain.progression import Progress
from hemipelvi_gui.domain.session import Item, Session, items
from hemipelvi_gui.domain.text import Text, translate

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from hemipelvi_gui.coach.progress.light_weeks import Kept, LightWeek
    from hemipelvi_gui.coach.progress.numbers import NextNumbers
    from hemipelvi_gui.domain.agenda import Agenda
    from hemipelvi_gui.domain.balance import Library
    from hemipelvi_gui.domain.diary import DoneItem, DoneSession
    from hemipelvi_gui.domain.plan import Plan

STRENGTH_WEEKS = 12


@dataclass(frozen=True)
class Proposal:
    """Other numbers for one item of one session; `after` None: it is left out. With the reason."""

    session: str
    item: str
    exercise: str
    date: date
    before: Prescription
    after: Prescription | None
    reason: Text

    @property
    def changes(self) -> bool:
        """Whether anything would be otherwise than it is now."""
        return self.after != self.before


class Walk:
    """The state of a walk; `proposals` is what came of it, those that change nothing among them.

    Sessions before `since` and those that were logged are taken as they are.
    """

    def __init__(
        self,
        agenda: Agenda,
        plan: Plan | None,
        library: Library,
        since: date,
        body_mass_kg: float | None,
        kept: Kept,
    ) -> None:
        self.agenda, self.plan, self.library, self.since = agenda, plan, library, since
        self.body_mass_kg, self.kept = body_mass_kg, kept
        self.proposals: list[Proposal] = []
        self._race = race_of(agenda, plan)
        self._logged: dict[str, DoneSession] = {
            each.session: each for each in agenda.diary.values() if each.session
        }
        self._tracks: dict[tuple[str, str], Track] = {}
        self._started: dict[str, date] = {}
        self._usual: dict[str, Session] = {}
        self._doses: dict[date, float] = {}
        self._strengths: dict[str, float | None] = {}

    def run(self, sessions: Sequence[Session]) -> tuple[Proposal, ...]:
        """Go through these sessions, which have dates; by date, then in the order of a session."""
        ordered = sorted(sessions, key=lambda each: (str(each.date), str(each.start or "~")))
        light: dict[LightWeek, list[_Lightened]] = {}
        first_usual: dict[str, Session] = {}
        for session in ordered:
            day = session.date
            if day is None or session.skipped:
                continue
            self._started.setdefault(family_of(session), day)
            week = light_week(self.plan, self._race, day, self.kept)
            if week is not None:
                light.setdefault(week, []).append(self._light_time(session))
                continue
            usual = self._usual_time(session, day)
            first_usual.setdefault(family_of(session), usual)
        for week, found in light.items():
            self._lighten(week, found, first_usual)
        order = {each.id: place for place, each in enumerate(ordered)}
        return tuple(sorted(self.proposals, key=lambda each: order[each.session]))

    def _usual_time(self, session: Session, day: date) -> Session:
        """A session in a usual week: the session with its numbers."""
        family, done = family_of(session), self._logged.get(session.id)
        settled = done is not None or day < self.since
        numbers: dict[str, Prescription] = {}
        for item in items(session):
            if item.progression is None:
                continue
            found = self._next(session, item, day)
            if not settled and found is not None:
                numbers[item.id] = found.after
                self._propose(session, item, found.after, found.reason)
            now = replace(item, prescription=numbers.get(item.id, item.prescription))
            self._track(family, now).went(now, day, _done_item(done, item), done is not None)
        usual = edits.prescribe_all(session, numbers)
        self._usual[family] = usual
        first = week_of(self.plan, day).first
        self._doses[first] = self._doses.get(first, 0.0) + self._dose(usual)
        return usual

    def _next(self, session: Session, item: Item, day: date) -> NextNumbers | None:
        """The numbers of an item by how it went before; None for its first time."""
        exercise = self.library.get(item.exercise)
        week, strength = self._week(session, day), None
        if item.progression is not None and item.progression.kind is Progress.PERCENT:
            strength = self._strength(item.exercise)
        track = self._tracks.get((family_of(session), item.id))
        if track is not None and track.fits(item):
            return track.next(item, exercise, day, week, strength, self.kept)
        if item.progression is not None and item.progression.kind is Progress.PERCENT:
            return next_prescription(item, exercise, (), week, strength, kept=self.kept)
        return None

    def _track(self, family: str, item: Item) -> Track:
        track = self._tracks.get((family, item.id))
        if track is None or not track.fits(item):
            track = self._tracks[family, item.id] = Track(item)
        return track

    def _light_time(self, session: Session) -> _Lightened:
        """A session in a lighter week: no step forward, the loads of the last usual time."""
        family, loads = family_of(session), dict[str, Prescription]()
        for item in items(session):
            track = self._tracks.get((family, item.id))
            if item.progression is not None and track is not None and track.fits(item):
                kept = carried(item, track.item.prescription)
                loads[item.id] = replace(kept, sets=item.prescription.sets)
        return _Lightened(session, edits.prescribe_all(session, loads), self._usual.get(family))

    def _lighten(
        self, week: LightWeek, found: Sequence[_Lightened], first_usual: Mapping[str, Session]
    ) -> None:
        usual = [
            usual_session(each.now, each.usual or first_usual.get(family_of(each.stored)))
            for each in found
        ]
        left = sets_left(week, usual, self._reference(week), self.library, self.body_mass_kg)
        for session, now, _ in found:
            if session.date is None or session.date < self.since or session.id in self._logged:
                continue
            cause = week.cause(session.date)
            for stored, item in zip(items(session), items(now), strict=True):
                sets = min(left.get((session.id, item.id), 0), stored.prescription.sets)
                after = replace(item.prescription, sets=sets) if sets else None
                if after != stored.prescription or item.progression is not None:
                    reason = _light_reason(cause, stored.prescription, after, week)
                    self._propose(session, stored, after, reason)

    def _reference(self, week: LightWeek) -> float:
        """The dose of seven days of the fullest of the last usual weeks before, 0 without any."""
        before = sorted(first for first in self._doses if first < week.first)[-USUAL_WEEKS:]
        days = DAYS_A_WEEK if self.plan is None else self.plan.cycle_days
        return max((self._doses[first] for first in before), default=0.0) * DAYS_A_WEEK / days

    def _propose(
        self, session: Session, item: Item, after: Prescription | None, reason: Text
    ) -> None:
        if session.date is not None:
            before = item.prescription
            made = Proposal(session.id, item.id, item.exercise, session.date, before, after, reason)
            self.proposals.append(made)

    def _week(self, session: Session, day: date) -> int:
        """The week of the plan; without one, since the first session of this template."""
        number = 0 if self.plan is None else week_number(self.plan, day)
        return number or (day - self._started[family_of(session)]).days // DAYS_A_WEEK + 1

    def _dose(self, session: Session) -> float:
        return balance(session, self.library, self.body_mass_kg).hse

    def _strength(self, exercise: str) -> float | None:
        if exercise not in self._strengths:
            self._strengths[exercise] = strength(self.agenda, exercise, self.since)
        return self._strengths[exercise]


class _Lightened(NamedTuple):
    """A session as it is stored, with the loads it gets, and its last usual one."""

    stored: Session
    now: Session
    usual: Session | None


def family_of(session: Session) -> str:
    """What the instances of one template share."""
    return session.template or session.id


def strength(agenda: Agenda, exercise: str, day: date) -> float | None:
    """The best estimated 1RM of the last weeks before a day in kg, None where none was logged."""
    earliest = day - timedelta(weeks=STRENGTH_WEEKS)
    estimates = [
        e1rm(each.load.external_kg or 0.0, reps_to_failure(each.amount, each.rpe))
        for session in agenda.diary.values()
        if earliest <= session.date <= day
        for item in session.items
        if item.exercise == exercise
        for each in item.sets
        if each.load is not None
        and each.load.kind is LoadKind.EXTERNAL
        and each.measure is Measure.REPS
        and not each.warmup
    ]
    return max((each for each in estimates if each is not None), default=None)


def _done_item(done: DoneSession | None, item: Item) -> DoneItem | None:
    found = [each for each in done.items if each.item == item.id] if done else []
    return found[0] if found else None


def _light_reason(
    cause: Text, before: Prescription, after: Prescription | None, week: LightWeek
) -> Text:
    if after is None and week.race is not None:
        return translate("Progress", "{cause}: left out, symmetric work goes first.", cause=cause)
    if after is None:
        return translate("Progress", "{cause}: left out.", cause=cause)
    if after.sets == before.sets and after.load == before.load:
        return translate("Progress", "{cause}: as planned.", cause=cause)
    if after.sets == before.sets:
        return translate("Progress", "{cause}: the load of the last time, no step up.", cause=cause)
    if after.sets == 1:
        return translate(
            "Progress",
            "{cause}: {before} \u2192 1 set, load kept.",
            cause=cause,
            before=before.sets,
        )
    return translate(
        "Progress",
        "{cause}: {before} \u2192 {after} sets, load kept.",
        cause=cause,
        before=before.sets,
        after=after.sets,
    )
