"""Words for plans as wholes: how long, when, what they are made of, and what is left outside."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from hemipelvi_gui.coach.plan_checks import end_of
from hemipelvi_gui.domain.plan import DAYS_A_WEEK
from hemipelvi_gui.domain.runs import Run, RunKind
from hemipelvi_gui.sheets.plan_words import phase_words
from hemipelvi_gui.ui.days import qdate, short_day
from hemipelvi_gui.ui.plain import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from hemipelvi_gui.domain.agenda import Entry
    from hemipelvi_gui.domain.plan import Phase, Plan
    from hemipelvi_gui.domain.recipe import Recipe

translate = QCoreApplication.translate
LONGEST_NAME, MOST_NAMED = 40, 5


def dated(day: date, today: date) -> str:
    """As in "Mon 30 Nov", with the year where it is another than today's."""
    return short_day(day) if day.year == today.year else f"{short_day(day)} {day.year}"


def weeks_words(weeks: int) -> str:
    """As in "8 weeks"."""
    if weeks == 1:
        return translate("Plans", "1 week")
    return translate("Plans", "{count} weeks").format(count=weeks)


def days_words(days: int) -> str:
    """As in "7 days"."""
    if days == 1:
        return translate("Plans", "1 day")
    return translate("Plans", "{count} days").format(count=days)


def cards_words(count: int) -> str:
    """As in "31 cards"."""
    if count == 1:
        return translate("Plans", "1 card")
    return translate("Plans", "{count} cards").format(count=count)


def step_words(days: int) -> str:
    """As in "7 days later" or "2 days earlier"."""
    if days < 0:
        return translate("Plans", "{days} earlier").format(days=days_words(-days))
    return translate("Plans", "{days} later").format(days=days_words(days))


def span_words(plan: Plan) -> str:
    """First and last day: "23 Nov 2026 \u2013 17 Jan 2027"."""
    last = end_of(plan)
    if plan.start is None or last is None:
        return translate("Plans", "no start yet")
    short, long = translate("Plans", "d MMM"), translate("Plans", "d MMM yyyy")
    first = short if plan.start.year == last.year else long
    return f"{_written(plan.start, first)} \u2013 {_written(last, long)}"


def _written(day: date, pattern: str) -> str:
    return QLocale().toString(qdate(day), pattern)


def phases_words(phases: Sequence[Phase]) -> str:
    """As in "4 weeks base, 8 weeks build"."""
    said = translate("Plans", "{weeks} {phase}")
    return ", ".join(
        said.format(weeks=weeks_words(each.weeks), phase=phase_words(each.kind)) for each in phases
    )


def length_words(weeks: int, cycle_days: int) -> str:
    """As in "12 weeks", or "9 weeks of 10 days"."""
    if cycle_days == DAYS_A_WEEK:
        return weeks_words(weeks)
    said = translate("Plans", "{weeks} of {days}")
    return said.format(weeks=weeks_words(weeks), days=days_words(cycle_days))


def gym_days_words(recipe: Recipe) -> str:
    """How many gym days its fullest week has, as in "2 gym days a week"; "" for none."""
    by_week = Counter(week for each in recipe.gym for week in each.weeks)
    most = max(by_week.values(), default=0)
    if not most:
        return ""
    if most == 1:
        return translate("Plans", "1 gym day a week")
    return translate("Plans", "{count} gym days a week").format(count=most)


def deloads_words(deloads: Sequence[int]) -> str:
    """As in "deload in weeks 4, 8 and 12"; "" for none."""
    if not deloads:
        return ""
    if len(deloads) > MOST_NAMED and tuple(deloads) == _every(deloads):
        return translate("Plans", "a deload every {count} weeks").format(count=deloads[0])
    if len(deloads) == 1:
        return translate("Plans", "deload in week {week}").format(week=deloads[0])
    *first, last = (str(each) for each in deloads)
    said = translate("Plans", "deload in weeks {first} and {last}")
    return said.format(first=", ".join(first), last=last)


def _every(deloads: Sequence[int]) -> tuple[int, ...]:
    return tuple(deloads[0] * each for each in range(1, len(deloads) + 1))


def goal_words(race: Run, plan: Plan) -> str:
    """As in "leads to City 10 on Sun 13 Dec, in week 8"."""
    name = one_line(race.name, LONGEST_NAME)
    words = translate("Plans", "leads to {race} on {day}")
    return words.format(race=name, day=dated(race.date, plan.start or race.date))


def outside_words(entries: Sequence[Entry]) -> str:
    """What lies outside a plan, as in "6 cards after the plan's end stay where they are"."""
    if not entries:
        return ""
    if len(entries) == 1:
        words = translate("Plans", "1 card then lies outside the plan: {names}. It stays.")
    else:
        words = translate(
            "Plans", "{count} cards then lie outside the plan: {names}. All are kept."
        )
    return words.format(count=len(entries), names=_named(entries))


def _named(entries: Sequence[Entry]) -> str:
    """The first few names once each, races before all."""
    races = [each for each in entries if isinstance(each, Run) and each.kind is RunKind.RACE]
    names = dict.fromkeys(one_line(each.name, LONGEST_NAME) for each in (*races, *entries))
    shown = ", ".join(list(names)[:3])
    if len(names) > 3:
        return translate("Plans", "{names} and more").format(names=shown)
    return shown


def free_name(name: str, taken: Iterable[str]) -> str:
    """The name, with a number where another plan has it: "Two gym days 2"."""
    there, number, found = set(taken), 2, name
    while found in there:
        found = f"{name} {number}"
        number += 1
    return found


def next_monday(day: date) -> date:
    """The Monday after a day; the day itself where the calendar ends before."""
    days = DAYS_A_WEEK - day.weekday()
    return date.fromordinal(min(day.toordinal() + days, date.max.toordinal()))


def day_after(plan: Plan) -> date | None:
    """The first day that a plan can begin after another: a Monday where weeks have seven days."""
    last = end_of(plan)
    if last is None or last == date.max:
        return None
    return coming_monday(last + timedelta(days=1))


def coming_monday(day: date) -> date:
    """The day itself where it is a Monday, else the next one."""
    return day if not day.weekday() else next_monday(day)
