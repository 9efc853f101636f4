"""A week as the rules over time see it: its cards, its sums, and the weeks around it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cached_property
from math import ceil, fsum
from typing import TYPE_CHECKING

from hemipelvi_gui.coach.reading import ROUNDING, Level
from hemipelvi_gui.domain.agenda import Agenda, AgendaEdit, Entry, entries_in
from hemipelvi_gui.domain.balance import Library
from hemipelvi_gui.domain.plan import Plan, Week, week_of
from hemipelvi_gui.domain.runs import KEY_RUNS, Run, RunKind
from hemipelvi_gui.domain.session import Session
from hemipelvi_gui.domain.settings import Settings, clock
from hemipelvi_gui.domain.sums import SessionSum, Sums, add_up
from hemipelvi_gui.domain.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

# A race is spoken of from four weeks before it.
RACE_AHEAD_DAYS = 28
LAST_ORDINAL = date.max.toordinal()


@dataclass(frozen=True)
class WeekFinding:
    """What a rule found in a week: the fact, its reason, and the cards it is about.

    `about` tells findings of one rule apart: a card's, an exercise's or a plan's id, "" for the
    whole week.
    """

    rule: str
    level: Level
    message: Text
    reason: Text
    entries: tuple[str, ...] = ()
    about: str = ""


@dataclass(frozen=True)
class WeekFix:
    """A way to mend a finding: an edit of the agenda and its name, as in "Move to Friday".

    `step` is its name where the finding is not beside it: "Move Strength B to Friday". None where
    the label does. Proposals that follow each other with the same `rank` are as good as each other:
    the one that leaves the fewest findings is taken. "": it is taken as soon as it mends.
    `moved` is the session it moves, and to where.
    """

    label: Text
    edit: AgendaEdit
    step: Text | None = None
    rank: str = ""
    moved: tuple[str, date] | None = None


@dataclass(frozen=True)
class WeekReading:
    """One week of the agenda with everything the rules ask of it.

    `plan` is the plan whose weeks are shown, None for calendar weeks.
    """

    agenda: Agenda
    week: Week
    plan: Plan | None
    library: Library
    settings: Settings
    today: date
    sums: Sums
    findings: tuple[WeekFinding, ...] = ()

    @cached_property
    def days(self) -> dict[date, tuple[Entry, ...]]:
        """The cards of each day, in their order."""
        return entries_in(self.agenda, self.week)

    @cached_property
    def total(self) -> SessionSum:
        """The sum of the week."""
        return self.sum_of_week(self.week)

    @cached_property
    def sessions(self) -> tuple[Session, ...]:
        """The sessions of the week that count, by day and time."""
        cards = (each for day in self.days.values() for each in day)
        return tuple(each for each in cards if isinstance(each, Session) and not each.skipped)

    def near(self, steps: int) -> Week | None:
        """The week so many weeks on, or back; None past the calendar's ends."""
        try:
            return self.week_at(self.week.first + timedelta(days=steps * self.week.days))
        except OverflowError:
            return None

    def week_at(self, day: date) -> Week | None:
        """The week of a day, cut like the shown one; None where the calendar ends within it."""
        try:
            week = week_of(self.plan, day)
            return week if (date.max - week.first).days >= week.days - 1 else None
        except OverflowError:
            return None

    def weeks_before(self, count: int) -> tuple[Week, ...]:
        """The `count` weeks before the shown one, the earliest first."""
        found = (self.near(-back) for back in range(count, 0, -1))
        return tuple(each for each in found if each is not None)

    def sessions_of(self, week: Week) -> tuple[Session, ...]:
        """The sessions of any week that count, in no order but that of the days."""
        return tuple(
            each
            for each in self.around(week.first, week.days - 1)
            if isinstance(each, Session) and not each.skipped
        )

    def sum_of_week(self, week: Week) -> SessionSum:
        """The sum of any week."""
        return add_up(self.sums.of(each) for each in self.sessions_of(week))

    def hse_of_week(self, week: Week) -> float:
        """The dose of any week, in HSE."""
        return fsum(self.sums.of(each).hse for each in self.sessions_of(week))

    def around(self, first: date, days_on: int, days_back: int = 0) -> Iterator[Entry]:
        """The cards from `days_back` before a day to `days_on` after it, by day."""
        by_day, middle = self.agenda.by_day, first.toordinal()
        lowest, highest = max(1, middle - days_back), min(LAST_ORDINAL, middle + days_on)
        for ordinal in range(lowest, highest + 1):
            yield from by_day.get(date.fromordinal(ordinal), ())

    @cached_property
    def near_by(self) -> tuple[Entry, ...]:
        """The cards, not skipped, of the week and of the days that the rules reach beyond it."""
        settings = self.settings
        hours = max(settings.before_run_h, settings.better_before_run_h, settings.after_run_h)
        reach = max(ceil(hours / 24) + 1, settings.race_big_days, settings.race_leg_days)
        found = self.around(self.week.first, self.week.days - 1 + reach, reach)
        return tuple(each for each in found if not each.skipped)

    @cached_property
    def lifts(self) -> tuple[Session, ...]:
        """Sessions with a big lift, of the week and near it."""
        return tuple(
            each for each in self.near_by if isinstance(each, Session) and self.sums.of(each).big
        )

    @cached_property
    def hard_legs(self) -> tuple[Session, ...]:
        """Sessions with leg work at RPE 7 or more, of the week and near it."""
        return tuple(
            each
            for each in self.near_by
            if isinstance(each, Session) and self.sums.of(each).hard_legs
        )

    @cached_property
    def key_runs(self) -> tuple[Run, ...]:
        """Runs that want fresh legs, of the week and near it."""
        return tuple(
            each for each in self.near_by if isinstance(each, Run) and each.kind in KEY_RUNS
        )

    @cached_property
    def races(self) -> tuple[Run, ...]:
        """Races of the week and of the four weeks after it, the next first."""
        found = self.around(self.week.first, self.week.days - 1 + RACE_AHEAD_DAYS)
        return tuple(
            each
            for each in found
            if isinstance(each, Run) and each.kind is RunKind.RACE and not each.skipped
        )

    def moment(self, entry: Entry) -> datetime:
        """When a card starts; at the usual time of day where it says none. Only for dated ones."""
        start = entry.start
        if start is None:
            start = self._clocks[isinstance(entry, Run)]
        return datetime.combine(entry.date or self.week.first, start)

    @cached_property
    def _clocks(self) -> tuple[time, time]:
        return clock(self.settings.gym_time), clock(self.settings.run_time)

    def is_open(self, entry: Entry) -> bool:
        """Whether it can still be changed by a fix: its day is not past, and it is not done."""
        return entry.date is not None and entry.date >= self.today and entry.id not in self._done

    def is_done(self, entry: Entry) -> bool:
        """Whether the diary says that it was done."""
        return entry.id in self._done

    @cached_property
    def _done(self) -> frozenset[str]:
        return frozenset(each.session for each in self.agenda.diary.values())

    @cached_property
    def fixes(self) -> dict[tuple[str, str], WeekFix | None]:
        """The fixes that have been looked for, by the rule of their finding and what it is about.

        `rules.fix_for` fills it in the order of the findings, so that no two move to one day.
        """
        return {}

    def taken(self, session_id: str) -> frozenset[date]:
        """The days to which fixes of findings before move other sessions."""
        moved = [each.moved for each in self.fixes.values() if each is not None]
        return frozenset(each[1] for each in moved if each is not None and each[0] != session_id)

    def reaches(self, share: float) -> bool:
        """Whether the week's asymmetric share is defined and at least this, in [0, 1]."""
        own = self.total.share
        return own is not None and own >= share - ROUNDING
