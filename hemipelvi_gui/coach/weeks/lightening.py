"""Less work: before a race, in a taper, in a deload, and a smaller step of load."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from math import floor, fsum
from typing import TYPE_CHECKING

from hemipelvi_gui.coach.making import stand_in
from hemipelvi_gui.coach.progress.lighten import lighter
from hemipelvi_gui.coach.reading import Reading, read
from hemipelvi_gui.coach.swaps import equipment_of, is_asymmetric, siblings
from hemipelvi_gui.coach.weeks.load_rules import held_kg, last_loads
from hemipelvi_gui.coach.weeks.races import taper_of
from hemipelvi_gui.coach.weeks.reading import WeekFinding, WeekFix, WeekReading
from hemipelvi_gui.coach.weeks.session_fixes import changed_to
from hemipelvi_gui.domain import agenda_edits, edits
from hemipelvi_gui.domain.balance import HARD_RPE
from hemipelvi_gui.domain.exercises import Equipment, Exercise
from hemipelvi_gui.domain.session import Session, items
from hemipelvi_gui.domain.text import Text, translate
from hemipelvi_gui.domain.units import MassUnit, kilograms, plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hemipelvi_gui.domain.agenda import Agenda
    from hemipelvi_gui.domain.prescription import Load
    from hemipelvi_gui.domain.session import Item

EASED_RPE = 6.0
# The steps that implements come in, in their own unit.
STEPS_KG = {Equipment.KETTLEBELL: 4.0, Equipment.DUMBBELL: 2.0}
STEP_KG, STEP_LB = 2.5, 5.0


def lighten_big_lift(reading: WeekReading, finding: WeekFinding) -> Iterator[WeekFix]:
    """The big lifts swapped for something asymmetric, or taken out."""
    yield from swap_big_lift(reading, finding)
    session = reading.agenda.sessions[finding.about]
    if reading.is_open(session):
        yield _without_big(read(session, reading.library, reading.settings))


def swap_big_lift(reading: WeekReading, finding: WeekFinding) -> Iterator[WeekFix]:
    """The big lifts swapped for something asymmetric."""
    session = reading.agenda.sessions[finding.about]
    if reading.is_open(session):
        swapped, label = _swapped(read(session, reading.library, reading.settings))
        if swapped is not session:
            yield changed_to(label, (swapped,))


def _swapped(own: Reading) -> tuple[Session, Text]:
    session, pairs = own.session, list[tuple[str, str]]()
    for line in own.big:
        closest = None if line.exercise is None else _closest(own, line.exercise)
        if line.exercise is None or closest is None:
            session = edits.remove(session, {line.item.id})
            continue
        session = edits.change_item(
            session,
            line.item.id,
            partial(stand_in, other=closest, available=own.available),
        )
        pairs.append((line.exercise.name, closest.name))
    if not pairs:
        return own.session, Text("", "")
    label = translate("WeekFix", "Swap the big lifts in {session}", session=session.name)
    if len(own.big) == 1:
        label = translate(
            "WeekFix",
            "Swap {old} for {new} in {session}",
            old=pairs[0][0],
            new=pairs[0][1],
            session=session.name,
        )
    return session, label


def _closest(own: Reading, lift: Exercise) -> Exercise | None:
    return next(iter(siblings(lift, own.offered, own.available, is_asymmetric)), None)


def _without_big(own: Reading) -> WeekFix:
    session, big = own.session, {each.item.id for each in own.big}
    if len(big) == sum(1 for _ in items(session)):
        return _skip(session)
    label = translate("WeekFix", "Take the big lifts out of {session}", session=session.name)
    names = [each.exercise.name for each in own.big if each.exercise is not None]
    if len(names) == 1:
        label = translate(
            "WeekFix", "Take {name} out of {session}", name=names[0], session=session.name
        )
    return changed_to(label, (edits.remove(session, big),))


def _skip(session: Session) -> WeekFix:
    label = translate("WeekFix", "Skip {session}", session=session.name)
    return WeekFix(label, lambda agenda: agenda_edits.skip(agenda, (session.id,)))


def ease(reading: WeekReading, finding: WeekFinding) -> Iterator[WeekFix]:
    """All hard leg work of a session at RPE 6."""
    session = reading.agenda.sessions[finding.about]
    if reading.is_open(session):
        eased = session
        for line in read(session, reading.library, reading.settings).balance.lines:
            p = line.item.prescription
            if line.dose and (p.target_rpe or HARD_RPE) >= HARD_RPE:
                eased = edits.prescribe(eased, line.item.id, replace(p, rpe=EASED_RPE, rir=None))
        label = translate(
            "WeekFix", "Ease {session} to RPE {rpe}", session=session.name, rpe=plain(EASED_RPE)
        )
        yield changed_to(label, (eased,))


def skip_session(reading: WeekReading, finding: WeekFinding) -> Iterator[WeekFix]:
    """The session skipped."""
    session = reading.agenda.sessions[finding.about]
    if reading.is_open(session):
        yield _skip(session)


def deload_next(reading: WeekReading, _finding: WeekFinding) -> Iterator[WeekFix]:
    """Sets taken from the sessions of the next week; a plan marks it as a deload."""
    following = reading.near(1)
    if following is None:
        return
    planned = [each for each in reading.sessions_of(following) if reading.is_open(each)]
    count = reading.settings.deload_weeks - 1
    weeks = (*reading.weeks_before(count), reading.week)
    usual = fsum(reading.hse_of_week(each) for each in weeks) / len(weeks)
    now = reading.hse_of_week(following)
    wanted = min(now, usual) * (1 - reading.settings.deload_cut)
    lightened = _lightened(reading, planned, now, wanted, symmetric_first=False)
    if not lightened:
        return
    label = translate("WeekFix", "Make the next week a deload")
    if following.number:
        label = translate("WeekFix", "Make week {number} a deload", number=following.number)
    lighter_week = changed_to(label, lightened)

    def edit(agenda: Agenda) -> Agenda:
        after, plan = lighter_week.edit(agenda), reading.plan
        marked = None if plan is None else agenda.plans.get(plan.id)
        if marked is None or not following.number or following.number in marked.deloads:
            return after
        deloads = tuple(sorted((*marked.deloads, following.number)))
        return agenda_edits.put_plan(after, replace(marked, deloads=deloads))

    yield WeekFix(label, edit)


def taper_week(reading: WeekReading, _finding: WeekFinding) -> Iterator[WeekFix]:
    """Sets taken from what is left of the week, symmetric ones first."""
    taper = taper_of(reading)
    if taper is None:
        return
    left = [each for each in reading.sessions if reading.is_open(each)]
    lightened = _lightened(reading, left, taper.hse, taper.wanted, symmetric_first=True)
    if lightened:
        yield changed_to(translate("WeekFix", "Taper this week"), lightened)


def _lightened(
    reading: WeekReading,
    sessions: Sequence[Session],
    now: float,
    wanted: float,
    *,
    symmetric_first: bool,
) -> tuple[Session, ...]:
    """Those of these that change so that their week comes from `now` to `wanted` HSE."""
    own = fsum(reading.sums.of(each).hse for each in sessions)
    if not own:
        return ()
    keep = max(0.0, own - (now - wanted)) / own
    mass = reading.settings.body_mass_kg
    made = lighter(sessions, reading.library, keep, symmetric_first, mass)
    return tuple(new for new, old in zip(made, sessions, strict=True) if new != old)


def smaller_step(reading: WeekReading, finding: WeekFinding) -> Iterator[WeekFix]:
    """The lift no heavier than one step over last time, in whole steps of its implement."""
    exercise, last = reading.library.get(finding.about), last_loads(reading).get(finding.about)
    if exercise is None or last is None:
        return
    changed: list[Session] = []
    words: set[str] = set()
    for session in reading.sessions:
        new = session
        for item in items(session) if reading.is_open(session) else ():
            if item.exercise != exercise.id:
                continue
            load = _stepped(item, exercise, last, reading.settings.load_step)
            if load is not None:
                new = edits.prescribe(new, item.id, replace(item.prescription, load=load))
                words.add(_load_words(load))
        if new is not session:
            changed.append(new)
    if changed:
        yield changed_to(
            translate(
                "WeekFix",
                "{name} with {load}",
                name=exercise.name,
                load=" / ".join(sorted(words)),
            ),
            tuple(changed),
        )


def _stepped(item: Item, exercise: Exercise, last_kg: float, step: float) -> Load | None:
    """The heaviest load within the step; None where the item's is within it already."""
    load, limit = item.prescription.load, last_kg * (1 + step)
    if load is None or held_kg(item) <= limit:
        return None
    per_unit = load.count * kilograms(1.0, load.unit)
    grain = STEP_LB
    if load.unit is MassUnit.KG:
        needs = equipment_of(item, exercise)
        grain = next((STEPS_KG[each] for each in needs if each in STEPS_KG), STEP_KG)
    # What was lifted last time is there, whatever the steps are.
    value = max(floor(limit / per_unit / grain + 1e-9) * grain, last_kg / per_unit)
    return replace(load, value=round(value, 3))


def _load_words(load: Load) -> str:
    times = "" if load.count == 1 else f"{load.count}\u00d7"
    return f"{times}{plain(load.value)} {load.unit.value}"
