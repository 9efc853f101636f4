"""From what is planned to what pages are made from, and to the pages."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from hemipelvi_gui.domain.agenda import Agenda, entries_on
from hemipelvi_gui.domain.balance import Library
from hemipelvi_gui.domain.errors import KnownError
from hemipelvi_gui.domain.plan import Plan, Week, weeks_of
from hemipelvi_gui.domain.settings import Settings
from hemipelvi_gui.domain.sums import Sums
from hemipelvi_gui.domain.text import translate
from hemipelvi_gui.sheets.sources import (
    CardSource,
    OverviewSource,
    RangeSource,
    WeekSource,
    nothing_planned,
    sessions_in,
)

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from hemipelvi_gui.domain.agenda import Entry
    from hemipelvi_gui.sheets.marks import Page
    from hemipelvi_gui.sheets.sheet import PageOptions


class Kind(StrEnum):
    """What can be printed of several days."""

    WEEK = "week"
    OVERVIEW = "overview"
    SHEETS = "sheets"
    POCKET = "pocket"


@dataclass(frozen=True)
class Planned:
    """What is planned, and what reading it takes. `plan` None is the calendar.

    `sums` knows the same library as `library`.
    """

    agenda: Agenda
    library: Library
    settings: Settings
    sums: Sums
    plan: Plan | None = None

    def week(self, week: Week) -> WeekSource:
        """One week."""
        days = self._days(week.dates)
        from hemipelvi_gui.sheets.plan_words import foreign_plans

        foreign = foreign_plans(self.agenda.plans, self.plan)
        shelf = (self.library, self.settings, self.sums)
        return WeekSource(week, days, *shelf, self.plan, foreign=foreign)

    def overview(self) -> OverviewSource:
        """The whole plan. Raises KnownError where there is none."""
        if self.plan is None:
            raise KnownError(
                translate("Sheet", "There is no plan to print an overview of."),
                translate("Sheet", "Begin a plan, or show one that is there."),
            )
        days = self._days(day for week in weeks_of(self.plan) for day in week.dates)
        return OverviewSource(self.plan, days, self.settings, self.sums)

    def sheets(self, first: date, last: date) -> RangeSource:
        """The sessions of some days, the last one included."""
        return RangeSource(
            first,
            last,
            tuple(
                each
                for each in self.agenda.sessions.values()
                if each.date is not None and first <= each.date <= last
            ),
            self.library,
            self.settings,
            self.sums,
            self.plan,
        )

    def cards(self, week: Week, *, repeated: bool = False) -> CardSource:
        """The sessions of a week but skipped ones. Raises KnownError where there is none."""
        found = sessions_in(entry for day in week.dates for entry in entries_on(self.agenda, day))
        sessions = tuple(each for each in found if not each.skipped)
        if not sessions:
            raise nothing_planned()
        return CardSource(sessions, self.library, self.settings, repeated)

    def _days(self, dates: Iterable[date]) -> dict[date, tuple[Entry, ...]]:
        return {day: entries_on(self.agenda, day) for day in dates}


def pages_of(
    kind: Kind, planned: Planned, week: Week, options: PageOptions, *, repeated: bool = False
) -> tuple[Page, ...]:
    """The pages of a week, an overview or cards; session sheets are a `Book`.

    Raises KnownError where there is nothing to print, and ValueError for session sheets.
    """
    # Whoever only gathers needs none of Qt.
    from hemipelvi_gui.sheets.overview import overview_pages
    from hemipelvi_gui.sheets.pocket import pocket_pages
    from hemipelvi_gui.sheets.week_page import week_pages

    if kind is Kind.WEEK:
        return week_pages(planned.week(week), options)
    if kind is Kind.OVERVIEW:
        return overview_pages(planned.overview(), options)
    if kind is Kind.POCKET:
        return pocket_pages(planned.cards(week, repeated=repeated), options)
    raise ValueError(kind)
