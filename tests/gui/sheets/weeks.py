"""Plans, runs and weeks to lay out, and what is asked of every page."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta
from itertools import combinations
from typing import TYPE_CHECKING

from hemipelvi_gui.domain.agenda import Entry
from hemipelvi_gui.domain.plan import Phase, PhaseKind, Plan, plan_week, weeks_of
from hemipelvi_gui.domain.runs import Run, RunKind
from hemipelvi_gui.domain.session import Section, Session
from hemipelvi_gui.domain.settings import Settings
from hemipelvi_gui.domain.sums import Sums
from hemipelvi_gui.sheets import OverviewSource, Page, RangeSource, WeekSource
from hemipelvi_gui.sheets.marks import Bar, Box, Glyph, Sign, Words
from tests.gui.sheets.samples import LIBRARY, item, straight, tuesday

if TYPE_CHECKING:
    from collections.abc import Iterable

START = date(2026, 11, 2)
Days = dict[date, tuple[Entry, ...]]
CAP, DEPTH = 0.73, 0.2  # of a letter's size: above and below its baseline


def plan(weeks: int = 8, cycle: int = 7) -> Plan:
    phases = (Phase(PhaseKind.BASE, 3), Phase(PhaseKind.BUILD, 3), Phase(PhaseKind.TAPER, 2))
    return Plan("plan", "Autumn base", START, weeks, cycle, phases, (4,), "race")


def run(name: str, kind: RunKind, day: date, km: float = 0.0, minutes: float = 0.0) -> Run:
    return Run(f"{name}-{day}", name, kind, day, None, km * 1000 or None, minutes * 60 or None)


def gym(name: str, day: date, number: int = 0) -> Session:
    return replace(tuesday(), id=f"{name}-{day}-{number}", name=name, date=day)


def short_gym(name: str, day: date) -> Session:
    lifts = straight(Section.STRENGTH, item("Walking lunge", "3x8/side @8"))
    return Session(f"{name}-{day}", name, lifts, day, time(9, 30))


def by_day(entries: Iterable[Entry]) -> Days:
    days: Days = {}
    for each in entries:
        assert each.date is not None
        days[each.date] = (*days.get(each.date, ()), each)
    return days


def week_entries(first: date, days: int = 7) -> list[Entry]:
    on = [first + timedelta(days=number) for number in range(days)]
    found: list[Entry] = [
        run("Easy 8 km", RunKind.EASY, on[0], 8, 45),
        gym("Strength A", on[1]),
        run("Intervals", RunKind.QUALITY, on[2], 12, 60),
        run("", RunKind.REST, on[3]),
        short_gym("Strength B", on[4]),
    ]
    if days > 6:
        found += [
            run("Swim", RunKind.OTHER, on[5], 0, 40),
            run("Long 22 km", RunKind.LONG, on[6], 22, 125),
        ]
    return found


def week_source(entries: Iterable[Entry] | None = None, cycle: int = 7) -> WeekSource:
    made = plan(8, cycle)
    week = plan_week(made, 4)
    days = by_day(week_entries(week.first, cycle) if entries is None else entries)
    return WeekSource(week, days, LIBRARY, Settings(), Sums(LIBRARY), made)


def plan_entries(made: Plan) -> list[Entry]:
    return [each for week in weeks_of(made) for each in week_entries(week.first, made.cycle_days)]


def overview_source(weeks: int = 8, cycle: int = 7) -> OverviewSource:
    made = plan(weeks, cycle)
    return OverviewSource(made, by_day(plan_entries(made)), Settings(), Sums(LIBRARY))


def range_source(weeks: int = 8) -> RangeSource:
    made = plan(weeks)
    sessions = tuple(each for each in plan_entries(made) if isinstance(each, Session))
    last = weeks_of(made)[-1].last
    return RangeSource(START, last, sessions, LIBRARY, Settings(), Sums(LIBRARY), made)


def texts(page: Page) -> list[str]:
    return [mark.text for mark in page.marks if isinstance(mark, Words)]


def said(page: Page) -> str:
    return " ".join(texts(page))


def assert_words_stand_clear(page: Page) -> None:
    """No word on another one, and nothing outside the paper."""
    rows: dict[int, list[Words]] = {}
    words = [mark for mark in page.marks if isinstance(mark, Words)]
    for each in words:
        top, bottom = each.y - CAP * each.style.size, each.y + DEPTH * each.style.size
        for row in range(int(top // 20), int(bottom // 20) + 1):
            rows.setdefault(row, []).append(each)
    for near in rows.values():
        for one, other in combinations(near, 2):
            assert not _meet(one, other), (one.text, other.text)
    for mark in page.marks:
        if isinstance(mark, Glyph | Sign):
            width, height = mark.side, mark.side
        else:
            width, height = mark.width, mark.height if isinstance(mark, Bar | Box) else 0.0
        assert mark.x >= 0
        assert mark.y >= 0
        assert mark.x + width <= page.width + 0.01, mark
        assert mark.y + height <= page.height + 0.01, mark


def _meet(one: Words, other: Words) -> bool:
    apart = (
        one.x + one.width <= other.x + 0.1
        or other.x + other.width <= one.x + 0.1
        or one.y + DEPTH * one.style.size <= other.y - CAP * other.style.size
        or other.y + DEPTH * other.style.size <= one.y - CAP * one.style.size
    )
    return not apart
