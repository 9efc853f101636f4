"""Plain events out of what the icalendar library read: dates without zones, rules, words.

A time of day stays as the event's own clock shows it: a run at 18:30 in Berlin is at 18:30. Only a
time in UTC is turned into local time, by the calendar's zone or else the machine's.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from html import unescape
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from icalendar import Calendar, Component

    Moment = datetime.date | datetime.datetime

TAG = re.compile(r"<(?:br|/p|/li|/div)[^>]*>", re.IGNORECASE)
ANY_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
LONGEST_TEXT = 4000


@dataclass(frozen=True)
class Planned:
    """One event. `start` is None where its date can't be read, a plain date for a whole day.

    `seconds` is its length in real time. `replaces` is the day of the series that it stands for.
    `rule` are the parts of its RRULE, `until` the last day of it. `added` and `taken` are days of
    RDATE and EXDATE.
    """

    uid: str
    title: str
    details: str
    start: datetime.date | datetime.datetime | None
    seconds: float | None = None
    rule: Mapping[str, list[object]] | None = None
    until: datetime.date | None = None
    added: tuple[datetime.date, ...] = ()
    taken: frozenset[datetime.date] = frozenset()
    replaces: datetime.date | None = None
    cancelled: bool = False
    sequence: int = 0
    categories: tuple[str, ...] = ()

    @property
    def day(self) -> datetime.date | None:
        """Its first day."""
        return self.start.date() if isinstance(self.start, datetime.datetime) else self.start

    @property
    def time(self) -> datetime.time | None:
        """Its time of day, None for a whole day."""
        if not isinstance(self.start, datetime.datetime):
            return None
        return self.start.time().replace(second=0, microsecond=0)


def zone_of(calendar: Calendar) -> datetime.tzinfo | None:
    """The calendar's own zone, None where it names none that is known."""
    try:
        return ZoneInfo(str(calendar.get("X-WR-TIMEZONE", "")))
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def events(calendar: Calendar, zone: datetime.tzinfo | None) -> Iterator[Planned]:
    """Its events, in their order. Times in UTC are told in `zone` (None: the machine's)."""
    everything_is_off = str(calendar.get("METHOD", "")).upper() == "CANCEL"
    for event in calendar.walk("VEVENT"):
        yield _planned(event, zone_of(calendar) or zone, everything_is_off)


def _planned(event: Component, zone: datetime.tzinfo | None, is_off: bool) -> Planned:
    begun, start = _moment(event, "DTSTART"), None
    if begun is not None:
        start = _local(begun, zone)
    replaces = _moment(event, "RECURRENCE-ID")
    rule = _value(event, "RRULE")
    sequence = _value(event, "SEQUENCE")
    status = str(_value(event, "STATUS") or "").upper()
    return Planned(
        _text(event, "UID"),
        " ".join(_text(event, "SUMMARY").split()),
        _text(event, "DESCRIPTION"),
        start,
        _length(event, begun),
        rule if isinstance(rule, dict) else None,
        _until(rule, begun, zone) if isinstance(rule, dict) else None,
        tuple(_days(event, "RDATE", begun, zone)),
        frozenset(_days(event, "EXDATE", begun, zone)),
        None if replaces is None else _day(_in_zone_of(replaces, begun, zone)),
        is_off or status == "CANCELLED",
        sequence if isinstance(sequence, int) else 0,
        _categories(event),
    )


def _value(event: Component, name: str) -> object:
    """A property that was read; the first of several; None for a broken one."""
    if any(broken == name for broken, _ in event.errors):
        return None
    found = event.get(name)
    return found[0] if isinstance(found, list) and found and name != "EXDATE" else found


def _text(event: Component, name: str) -> str:
    plain = ANY_TAG.sub("", TAG.sub("\n", str(_value(event, name) or "")))
    return unescape(plain).strip()[:LONGEST_TEXT]


def _categories(event: Component) -> tuple[str, ...]:
    found = _value(event, "CATEGORIES")
    return tuple(str(each) for each in getattr(found, "cats", ()))


def _moment(event: Component, name: str) -> Moment | None:
    moment = getattr(_value(event, name), "dt", None)
    return moment if isinstance(moment, datetime.date) else None


def _local(moment: Moment, zone: datetime.tzinfo | None) -> Moment:
    """The date, or the time as a clock on the wall shows it."""
    if not isinstance(moment, datetime.datetime) or moment.tzinfo is None:
        return moment
    if _is_utc(moment):
        with suppress(OverflowError, ValueError):
            moment = moment.astimezone(zone)
    return moment.replace(tzinfo=None)


def _is_utc(moment: datetime.datetime) -> bool:
    return str(moment.tzinfo) in ("UTC", "Etc/UTC", "Z")


def _in_zone_of(moment: Moment, begun: Moment | None, zone: datetime.tzinfo | None) -> Moment:
    """A moment as the clock of the event's start shows it."""
    if not isinstance(moment, datetime.datetime) or moment.tzinfo is None:
        return moment
    own = begun.tzinfo if isinstance(begun, datetime.datetime) else None
    if own is not None and not (isinstance(begun, datetime.datetime) and _is_utc(begun)):
        try:
            return moment.astimezone(own).replace(tzinfo=None)
        except (OverflowError, ValueError):
            return moment.replace(tzinfo=None)
    return _local(moment, zone)


def _day(moment: Moment) -> datetime.date:
    return moment.date() if isinstance(moment, datetime.datetime) else moment


def _days(
    event: Component, name: str, begun: Moment | None, zone: datetime.tzinfo | None
) -> Iterator[datetime.date]:
    if any(broken == name for broken, _ in event.errors):
        return
    found = event.get(name)
    for row in found if isinstance(found, list) else [found]:
        for each in getattr(row, "dts", ()):
            moment = each.dt
            if isinstance(moment, tuple):  # a period
                moment = moment[0]
            if isinstance(moment, datetime.date):
                yield _day(_in_zone_of(moment, begun, zone))


def _until(
    rule: Mapping[str, list[object]], begun: Moment | None, zone: datetime.tzinfo | None
) -> datetime.date | None:
    """The last day of a rule: a time of UNTIL before the event's own excludes its day."""
    until = next(iter(rule.get("UNTIL", [])), None)
    if not isinstance(until, datetime.date):
        return None
    last = _in_zone_of(until, begun, zone)
    if not isinstance(last, datetime.datetime) or not isinstance(begun, datetime.datetime):
        return _day(last)
    start = _local(begun, zone)
    early = isinstance(start, datetime.datetime) and last.time() < start.time()
    return last.date() - datetime.timedelta(days=1) if early else last.date()


def _length(event: Component, begun: Moment | None) -> float | None:
    """Seconds from its start to its end, or its DURATION; None for whole days and nonsense."""
    if not isinstance(begun, datetime.datetime):
        return None
    ended = _moment(event, "DTEND")
    duration = getattr(_value(event, "DURATION"), "dt", None)
    if isinstance(ended, datetime.datetime):
        duration = _between(begun, ended)
    if not isinstance(duration, datetime.timedelta):
        return None
    seconds = duration.total_seconds()
    return seconds if 0 < seconds <= 86_400 else None


def _between(begun: datetime.datetime, ended: datetime.datetime) -> datetime.timedelta | None:
    if (begun.tzinfo is None) is not (ended.tzinfo is None):
        return None
    if begun.tzinfo is None:
        return ended - begun
    # In one zone Python takes the wall clock's difference; the hours that pass are those in UTC.
    return ended.astimezone(datetime.UTC) - begun.astimezone(datetime.UTC)
