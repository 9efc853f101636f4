"""A calendar file line by line: checked for its shape, and cut down to what is asked for.

Alarms, attachments, people and places are dropped before any library sees them: what is not needed
can do no harm.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hemipelvi_gui.domain.text import Text, translate
from hemipelvi_gui.exchange.shape import ContentError, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_BYTES = 8 * 2**20
MOST_EVENTS = 20_000
MOST_ZONES = 200
DEEPEST = 5
LONGEST_LINE = 60_000
LINE = re.compile(r"(?P<name>[A-Za-z0-9-]+)(?:;[^:]*)?:(?P<value>.*)", re.DOTALL)
KEPT_PARTS = frozenset({"VCALENDAR", "VEVENT", "VTIMEZONE", "STANDARD", "DAYLIGHT"})
EVENT = frozenset(
    (
        *("UID", "SUMMARY", "DESCRIPTION", "DTSTART", "DTEND", "DURATION", "RRULE", "RDATE"),
        *("EXDATE", "RECURRENCE-ID", "STATUS", "CATEGORIES", "SEQUENCE"),
    )
)
ZONE = frozenset(("DTSTART", "TZOFFSETFROM", "TZOFFSETTO", "TZNAME", "RRULE", "RDATE"))
KEPT = {
    "VCALENDAR": frozenset(
        ("PRODID", "VERSION", "METHOD", "X-WR-CALNAME", "X-WR-TIMEZONE", "NAME")
    ),
    "VEVENT": EVENT,
    "VTIMEZONE": frozenset(("TZID", "X-LIC-LOCATION")),
    "STANDARD": ZONE,
    "DAYLIGHT": ZONE,
}
# A rule of a time zone that goes by more than years would be unrolled for centuries.
YEARLY = re.compile(r"FREQ=YEARLY(?!.*FREQ=)(?!.*BY(?:YEARDAY|WEEKNO|SETPOS|HOUR|MINUTE|SECOND))")
WRITE_AGAIN = translate("Calendar", "Export the calendar again, as iCalendar (.ics).")


def sound(text: str) -> str:
    """The lines that are asked for, unfolded. Raises ContentError with the line for a bad file."""
    inside: list[tuple[str, int]] = []
    kept: list[str] = []
    counts = {"VEVENT": 0, "VTIMEZONE": 0, "VCALENDAR": 0}
    for number, line in unfolded(text):
        found = LINE.fullmatch(line)
        if not found:
            raise _bad(
                translate(
                    "Calendar", "\u201c{line}\u201d is no line of a calendar.", line=shown(line)
                ),
                number,
            )
        name, value = found["name"].upper(), found["value"].strip().upper()
        if name == "BEGIN":
            _check_begin(inside, value, number, counts)
            inside.append((value, number))
        if all(part in KEPT_PARTS for part, _ in inside) and _is_wanted(inside, name, value):
            kept.append(line)
        if name == "END":
            _check_end(inside, value, number)
            inside.pop()
    if inside:
        raise ContentError(
            translate("Calendar", "the file ends in the middle; the rest is missing."),
            translate(
                "Calendar", "line {line}: {part}", line=inside[-1][1], part=shown(inside[-1][0])
            ),
            WRITE_AGAIN,
        )
    return "\r\n".join(kept) + "\r\n"


def unfolded(text: str) -> Iterator[tuple[int, str]]:
    """Logical lines with the number of their first line. Empty lines are passed over."""
    parts: list[str] = []
    start = length = 0
    for number, raw in enumerate(re.split(r"\r\n|\n|\r", text), 1):
        if raw[:1] in (" ", "\t") and parts:
            parts.append(raw[1:])
            length += len(raw)
        elif raw.strip():
            if parts:
                yield start, "".join(parts)
            start, parts, length = number, [raw], len(raw)
        if length > LONGEST_LINE and not parts[0].upper().startswith("ATTACH"):
            raise _bad(translate("Calendar", "this line is far too long."), start)
    if parts:
        yield start, "".join(parts)


def _is_wanted(inside: list[tuple[str, int]], name: str, value: str) -> bool:
    if not inside:
        return False
    part = inside[-1][0]
    if name in ("BEGIN", "END"):
        return True
    if name == "RRULE" and part in ("STANDARD", "DAYLIGHT"):
        return bool(YEARLY.search(value))
    return name in KEPT[part]


def _check_begin(
    inside: list[tuple[str, int]], value: str, number: int, counts: dict[str, int]
) -> None:
    if not inside and value != "VCALENDAR":
        raise _bad(translate("Calendar", "a calendar has to begin here."), number)
    if len(inside) >= DEEPEST:
        raise _bad(
            translate("Calendar", "parts are nested more than {most} deep.", most=DEEPEST), number
        )
    counts[value] = counts.get(value, 0) + 1
    for part, most in (
        ("VEVENT", MOST_EVENTS),
        ("VTIMEZONE", MOST_ZONES),
        ("VCALENDAR", MOST_ZONES),
    ):
        if counts[part] > most:
            raise _bad(
                translate(
                    "Calendar", "there are more than {most} of {part}.", most=most, part=part
                ),
                number,
            )


def _check_end(inside: list[tuple[str, int]], value: str, number: int) -> None:
    if not inside or inside[-1][0] != value:
        raise _bad(translate("Calendar", "END:{part} has no beginning.", part=shown(value)), number)


def _bad(reason: Text, line: int) -> ContentError:
    return ContentError(reason, translate("Calendar", "line {line}", line=line), WRITE_AGAIN)
