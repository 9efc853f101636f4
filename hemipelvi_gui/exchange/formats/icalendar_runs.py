"""iCalendar (.ics): planned runs out of a calendar, read only.

Events that are training become runs, with kind, distance and time from their title and description
(`domain.run_gleaning`). What is left out is said in `extra` (`domain.left_out`). Ids come from the
UID and, in a series, the day, so that reading a calendar again updates its runs.
"""

from __future__ import annotations

import codecs
import datetime
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from uuid import UUID, uuid5

from hemipelvi_gui.domain.bundle import Bundle
from hemipelvi_gui.domain.left_out import Why, noted
from hemipelvi_gui.domain.run_gleaning import NoRun, glean
from hemipelvi_gui.domain.runs import Run
from hemipelvi_gui.domain.text import translate
from hemipelvi_gui.exchange.calendars.events import Planned, events
from hemipelvi_gui.exchange.calendars.lines import MOST_BYTES, WRITE_AGAIN, sound
from hemipelvi_gui.exchange.calendars.recurrence import (
    Budget,
    EndlessError,
    UnknownRuleError,
    days,
    rule_of,
)
from hemipelvi_gui.exchange.checks import check
from hemipelvi_gui.exchange.limits import decoded
from hemipelvi_gui.exchange.shape import ContentError, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from icalendar import Calendar

IDS = UUID("0d6c2a2e-6f0b-5b7e-8a55-2f6a5f1d3c77")
SIGN = b"BEGIN:VCALENDAR"
LOOKED_AT = 4096
MOST_RUNS = 5000
DAYS_BACK, DAYS_AHEAD = 366, 731
LONGEST_NAME = 120
LONGEST_UID = 200
TRAINING_WORDS = ("training", "trainingpeaks", "garmin", "running", "workout", "strava", "coros")
RUN_CATEGORIES = frozenset(("run", "running", "training", "workout", "laufen", "course"))

SMALLER = translate("Calendar", "Export only the calendar with your training.")

Left = list[tuple[Why, str]]
StandIns = set[tuple[str, datetime.date | None]]


@dataclass(frozen=True)
class ICalendarRuns:
    """A reader of the registry. `today` and `zone` are the machine's where they are None."""

    name: str = "iCalendar"
    suffix: str = ".ics"
    today: datetime.date | None = None
    zone: datetime.tzinfo | None = None

    def recognises(self, content: bytes) -> bool:
        """Whether this begins like a calendar."""
        start = content[:LOOKED_AT].removeprefix(codecs.BOM_UTF8).lstrip()
        return start[: len(SIGN)].upper() == SIGN

    def read(self, content: bytes) -> Bundle:
        """The runs from a year ago to two years ahead. Raises ContentError."""
        if len(content) > MOST_BYTES:
            raise ContentError(
                translate(
                    "Calendar",
                    "a calendar of more than {most} MB is not read.",
                    most=MOST_BYTES // 2**20,
                ),
                advice=SMALLER,
            )
        today = self.today or datetime.date.today()
        window = _Window(
            today - datetime.timedelta(days=DAYS_BACK),
            today + datetime.timedelta(days=DAYS_AHEAD),
            Budget(),
        )
        left: Left = []
        runs: dict[str, Run] = {}
        try:
            for calendar in _parsed(sound(decoded(content))):
                for run in _runs(calendar, window, self.zone, left):
                    runs[run.id] = run
                    if len(runs) > MOST_RUNS:
                        raise _too_much()
        except EndlessError as error:
            raise ContentError(
                translate("Calendar", "its series go on for too long to be followed."),
                advice=SMALLER,
            ) from error
        ordered = sorted(runs.values(), key=lambda each: (each.date, each.start is None, each.id))
        bundle = Bundle(runs=tuple(ordered), extra=dict(noted(left)))
        check(bundle)
        return bundle


@dataclass(frozen=True)
class _Window:
    first: datetime.date
    last: datetime.date
    budget: Budget


def _runs(
    calendar: Calendar, window: _Window, zone: datetime.tzinfo | None, left: Left
) -> Iterator[Run]:
    is_training = _is_training(calendar)
    newest = _newest(events(calendar, zone))
    stand_ins: StandIns = {(each.uid, each.replaces) for each in newest if each.replaces}
    for event in newest:
        run = _run(event, left, is_training=is_training)
        if run is not None:
            yield from _all_of(event, run, window, stand_ins, left)


def _parsed(text: str) -> list[Calendar]:
    # Imported here: most files are none, and the library takes a while to load.
    from icalendar import Calendar

    try:
        return list(Calendar.from_ical(text, multiple=True))
    except Exception as error:
        # The library lets several kinds of error through for a bad file.
        raise ContentError(
            translate("Calendar", "this can't be read as a calendar."), advice=WRITE_AGAIN
        ) from error


def _too_much() -> ContentError:
    return ContentError(
        translate("Calendar", "it holds more than {most} runs.", most=MOST_RUNS),
        advice=SMALLER,
    )


def _is_training(calendar: Calendar) -> bool:
    """Whether the calendar says of itself that it holds training."""
    about = " ".join(str(calendar.get(key, "")) for key in ("PRODID", "X-WR-CALNAME", "NAME"))
    return any(word in about.casefold() for word in TRAINING_WORDS)


def _newest(found: Iterator[Planned]) -> list[Planned]:
    """One event for each UID and day of a series: the one with the highest SEQUENCE."""
    kept: dict[object, Planned] = {}
    for number, each in enumerate(found):
        key = (each.uid, each.replaces) if each.uid else number
        if key not in kept or kept[key].sequence <= each.sequence:
            kept[key] = each
    return list(kept.values())


def _run(event: Planned, left: Left, *, is_training: bool) -> Run | None:
    """The event as a run on its own day; None, with the reason noted, where it is none."""
    title = shown(event.title, LONGEST_NAME)
    day = event.day
    is_run = is_training or any(each.casefold() in RUN_CATEGORIES for each in event.categories)
    found = glean(event.title, event.details, is_training=is_run)
    if isinstance(found, NoRun):
        left.append((Why(found.value), title))
    elif event.cancelled:
        left.append((Why.CANCELLED, title))
    elif day is None:
        left.append((Why.UNDATED, title))
    else:
        uid = event.uid[:LONGEST_UID]
        name = uid or f"{event.title}\n{event.start}"
        return Run(
            _id(name, event.replaces),
            title,
            found.kind,
            day,
            event.time,
            found.metres,
            event.seconds if found.seconds is None else found.seconds,
            event.details,
            series=_series(event.uid) if event.replaces else "",
            source=uid,
        )
    return None


def _id(uid: str, day: datetime.date | None = None) -> str:
    return str(uuid5(IDS, f"{uid}\n{day.isoformat()}" if day else uid))


def _series(uid: str) -> str:
    return str(uuid5(IDS, f"series\n{uid}"))


def _all_of(
    event: Planned,
    run: Run,
    window: _Window,
    stand_ins: StandIns,
    left: Left,
) -> Iterator[Run]:
    """The run itself, or all of its series that lie in the window."""
    if event.rule is None and not event.added:
        if window.first <= run.date <= window.last:
            yield run
        else:
            left.append((Why.FAR, run.name))
        return
    came = {run.date, *event.added}
    try:
        rule = rule_of(event.rule, event.until) if event.rule else None
    except UnknownRuleError:
        left.append((Why.RULE, run.name))
        rule = None
    if rule:
        came.update(days(rule, run.date, window.first, window.last, window.budget))
    within = [day for day in came - event.taken if window.first <= day <= window.last]
    if not within:
        left.append((Why.FAR, run.name))
    for day in sorted(within):
        if (event.uid, day) not in stand_ins:
            yield replace(
                run,
                id=_id(run.source or run.id, day),
                date=day,
                series=_series(event.uid or run.id),
            )
