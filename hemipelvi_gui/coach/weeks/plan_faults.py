"""What does not fit together in plans: races gone by, plans over each other, cards outside."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from hemipelvi_gui.coach.weeks.told import WeekTold
from hemipelvi_gui.domain.day_words import day_words
from hemipelvi_gui.domain.plan import PhaseKind, Plan, last_day, phase_of, week_number
from hemipelvi_gui.domain.text import Text, translate

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from hemipelvi_gui.coach.weeks.reading import WeekReading
    from hemipelvi_gui.domain.agenda import Entry


def race_gone_by(reading: WeekReading) -> Iterator[WeekTold]:
    """The shown plan's goal race before its start, or past while the plan still runs."""
    plan, today = reading.plan, reading.today
    race = None if plan is None else reading.agenda.runs.get(plan.goal)
    span = None if plan is None else _span(plan)
    if plan is None or race is None or span is None:
        return
    first, last = span
    if race.date < first:
        yield WeekTold(
            translate("Weeks", "The goal race is before the plan starts"),
            translate(
                "Weeks",
                "It is on {race}, the plan starts on {first}. Move the race, or choose another",
                race=day_words(race.date, today),
                first=day_words(first, today),
            ),
            (race.id,),
            plan.id,
        )
    elif race.date < today <= last and not _winds_down(plan, today):
        yield WeekTold(
            translate("Weeks", "The goal race is past"),
            translate(
                "Weeks",
                "It was on {race}, the plan runs until {last}. Move the race, or choose another",
                race=day_words(race.date, today),
                last=day_words(last, today),
            ),
            (race.id,),
            plan.id,
        )


def _winds_down(plan: Plan, today: date) -> bool:
    """Whether the plan has an off-season after its race on purpose."""
    return phase_of(plan, week_number(plan, today)) is PhaseKind.OFF_SEASON


def overlaps(reading: WeekReading) -> Iterator[WeekTold]:
    """Plans that run at the same time: those of the shown plan, and those of this week."""
    spans = [
        (plan, span)
        for plan in reading.agenda.plans.values()
        if not plan.archived and (span := _span(plan)) is not None
    ]
    shown = "" if reading.plan is None else reading.plan.id
    for (one, span), (other, other_span) in combinations(spans, 2):
        first, last = max(span[0], other_span[0]), min(span[1], other_span[1])
        here = first <= reading.week.last and last >= reading.week.first
        if first <= last and (here or shown in (one.id, other.id)):
            yield WeekTold(
                translate(
                    "Weeks",
                    "{one} and {other} run at the same time",
                    one=one.name,
                    other=other.name,
                ),
                _from_to(first, last, reading.today),
                (),
                f"{one.id} {other.id}",
            )


def outside(reading: WeekReading) -> Iterator[WeekTold]:
    """Cards of a plan that lie outside its weeks: any of the shown plan, others of this week."""
    found: dict[str, list[Entry]] = {}
    for each in (
        *_of_shown_plan(reading),
        *(card for day in reading.days.values() for card in day),
    ):
        plan = reading.agenda.plans.get(each.plan)
        if plan is None or plan.archived or each.date is None or each.skipped:
            continue
        span = _span(plan)
        cards = found.setdefault(plan.id, [])
        if span is not None and not span[0] <= each.date <= span[1] and each not in cards:
            cards.append(each)
    for plan_id, cards in found.items():
        if cards:
            yield _told_outside(reading, reading.agenda.plans[plan_id], cards)


def _of_shown_plan(reading: WeekReading) -> Iterator[Entry]:
    span = None if reading.plan is None else _span(reading.plan)
    if reading.plan is None or span is None:
        return
    first, last = span
    for day, cards in reading.agenda.by_day.items():
        if not first <= day <= last:
            yield from (each for each in cards if each.plan == reading.plan.id)


def _told_outside(reading: WeekReading, plan: Plan, cards: list[Entry]) -> WeekTold:
    days = sorted(each.date for each in cards if each.date is not None)
    message = translate(
        "Weeks", "{count} cards lie outside the weeks of {plan}", count=len(cards), plan=plan.name
    )
    if len(cards) == 1:
        message = translate(
            "Weeks",
            "{name} on {day} lies outside the weeks of {plan}",
            name=cards[0].name,
            day=day_words(days[0], reading.today),
            plan=plan.name,
        )
    span = _span(plan) or (days[0], days[-1])
    return WeekTold(
        message, _from_to(*span, reading.today), tuple(each.id for each in cards), plan.id
    )


def _from_to(first: date, last: date, today: date) -> Text:
    return translate(
        "Weeks",
        "From {first} to {last}",
        first=day_words(first, today),
        last=day_words(last, today),
    )


def _span(plan: Plan) -> tuple[date, date] | None:
    """First and last day; None without a start, and past the calendar's end."""
    try:
        last = last_day(plan)
    except OverflowError:
        return None
    return None if plan.start is None or last is None else (plan.start, last)
