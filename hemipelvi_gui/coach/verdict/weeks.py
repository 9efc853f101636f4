"""Calendar weeks, Monday to Sunday, by number, and those that the verdict looks at."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable

DAYS = 7
RECENT, BEFORE = 4, 12
RACE_RECENT, RACE_WEEKS = 8, 26


def week_number(day: date) -> int:
    """Weeks since Monday 1 January of year 1; those of ISO 8601."""
    return (day.toordinal() - 1) // DAYS


def last_complete_week(as_of: date) -> int:
    """The last week that is over on this day; on a Sunday its own."""
    return as_of.toordinal() // DAYS - 1


def first_day(week: int) -> date:
    """Its Monday; the first there is for weeks before all calendars."""
    return date.fromordinal(max(week * DAYS + 1, 1))


def last_day(week: int) -> date:
    """Its Sunday; the first there is for weeks before all calendars."""
    return date.fromordinal(max(week * DAYS + DAYS, 1))


class Dated(Protocol):
    """A record of a day."""

    @property
    def date(self) -> date:
        """That day."""


Record = TypeVar("Record", bound=Dated)


def within(records: Iterable[Record], window: range) -> list[Record]:
    """Those of these weeks. The days alone are looked at, for there may be years of them."""
    first, end = window.start * DAYS, window.stop * DAYS
    return [each for each in records if first < each.date.toordinal() <= end]


@dataclass(frozen=True)
class Windows:
    """The recent weeks, which end with `last`, and those before them, as ranges of numbers."""

    last: int

    @property
    def recent(self) -> range:
        """The four weeks that are judged."""
        return range(self.last - RECENT + 1, self.last + 1)

    @property
    def before(self) -> range:
        """The twelve weeks they are held against."""
        return range(self.last - RECENT - BEFORE + 1, self.last - RECENT + 1)

    @property
    def both(self) -> range:
        """All sixteen."""
        return range(self.before.start, self.recent.stop)

    @property
    def recent_races(self) -> range:
        """The eight weeks whose races are held against those before."""
        return range(self.last - RACE_RECENT + 1, self.last + 1)

    @property
    def races_before(self) -> range:
        """The eighteen weeks before those."""
        return range(self.last - RACE_WEEKS + 1, self.last - RACE_RECENT + 1)
