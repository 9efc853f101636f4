"""What pages about several days are made from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from hemipelvi_gui.domain.agenda import Entry
from hemipelvi_gui.domain.balance import Library
from hemipelvi_gui.domain.errors import KnownError
from hemipelvi_gui.domain.plan import Plan, Week, week_of, weeks_of
from hemipelvi_gui.domain.session import Session
from hemipelvi_gui.domain.settings import Settings
from hemipelvi_gui.domain.sums import SessionSum, Sums, add_up
from hemipelvi_gui.domain.text import translate

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True)
class WeekSource:
    """One week with its cards by day, in their order; `plan` None is a week of the calendar.

    `sums` knows the same library as `library`. `notes` stand under the heading. `foreign` are the
    names, by id, of those plans whose cards say whose they are.
    """

    week: Week
    days: Mapping[date, tuple[Entry, ...]]
    library: Library
    settings: Settings
    sums: Sums
    plan: Plan | None = None
    notes: str = ""
    foreign: Mapping[str, str] = field(default_factory=dict)

    @property
    def total(self) -> SessionSum:
        """The sum of the week."""
        return add_up(self.sums.of(each) for each in sessions_in(self.entries))

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All cards of the week."""
        return tuple(each for day in self.week.dates for each in self.days.get(day, ()))


@dataclass(frozen=True)
class OverviewSource:
    """A plan with all that stands on its days, by date. It needs a start."""

    plan: Plan
    days: Mapping[date, tuple[Entry, ...]]
    settings: Settings
    sums: Sums

    @property
    def weeks(self) -> tuple[Week, ...]:
        """All weeks of the plan."""
        return weeks_of(self.plan)

    def entries(self, week: Week) -> tuple[Entry, ...]:
        """All cards of one week."""
        return tuple(each for day in week.dates for each in self.days.get(day, ()))

    def sum_of(self, week: Week) -> SessionSum:
        """The sum of one week."""
        return add_up(self.sums.of(each) for each in sessions_in(self.entries(week)))


@dataclass(frozen=True)
class RangeSource:
    """The dated sessions from `first` to `last`; `plan` names their weeks, None is the calendar.

    Skipped sessions are listed, but get no sheet.
    """

    first: date
    last: date
    sessions: tuple[Session, ...]
    library: Library
    settings: Settings
    sums: Sums
    plan: Plan | None = None

    @property
    def ordered(self) -> tuple[Session, ...]:
        """The sessions by date and time, those without a time last in their day."""
        found = [each for each in self.sessions if each.date is not None]
        return tuple(sorted(found, key=_moment))

    @property
    def by_week(self) -> dict[Week, tuple[Session, ...]]:
        """The sessions of each week that has any."""
        found: dict[Week, list[Session]] = {}
        for each in self.ordered:
            if each.date is not None:
                found.setdefault(week_of(self.plan, each.date), []).append(each)
        return {week: tuple(sessions) for week, sessions in found.items()}


@dataclass(frozen=True)
class CardSource:
    """Sessions for the pocket, each on as many cards as it needs.

    `repeated`: all of them again and again, as long as a whole set fits on the page.
    """

    sessions: tuple[Session, ...]
    library: Library
    settings: Settings
    repeated: bool = False


def sessions_in(entries: Iterable[Entry]) -> tuple[Session, ...]:
    """The gym sessions among cards."""
    return tuple(each for each in entries if isinstance(each, Session))


def nothing_planned() -> KnownError:
    """There is no session that could be printed."""
    return KnownError(
        translate("Sheet", "No gym session is planned in these days."),
        translate("Sheet", "Choose other days, or plan a session first."),
    )


def _moment(session: Session) -> tuple[str, bool, str, str, str]:
    clock = "" if session.start is None else session.start.isoformat()
    return (str(session.date), session.start is None, clock, session.name, session.id)
