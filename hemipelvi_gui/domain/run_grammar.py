"""One line for one run: `Thu 6x1km hard 60min`, `every Wed easy 10km`, `Sun long 22km 2:05`.

A day comes first (a weekday, a date, "day 3" of a longer week, or none: the given one), a time of
day may follow it; then in any order how far, how long, how often and what for. Rules where a line
could mean two things:

- `18:30` right after the day is a time of day, so is `at 6:30`. `2:05` there, up to `4:59` without
  a leading zero, is how long.
- How long is hours and minutes or minutes and seconds, whichever is a pace that a person runs;
  without a distance `2:05` (up to 3) is hours and minutes and `45:10` (from 24) minutes and
  seconds. All between is refused with both ways to write it.
- `6x1km` is the name of the work: the whole distance is unknown unless it is given too.
- Pace, heart rate, recovery and other words go into the notes; so does all after `//`.
- Other words name a race; any run takes a name in quotes.

`write_run` gives the canonical line; `parse_run(write_run(x)) == x` for times in whole seconds.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING

from hemipelvi_gui.domain import run_faults
from hemipelvi_gui.domain.errors import KnownError
from hemipelvi_gui.domain.run_days import ENGLISH, WEEKDAY, day_at
from hemipelvi_gui.domain.run_faults import ADVICE, Fault
from hemipelvi_gui.domain.run_pieces import (
    Piece,
    amounts,
    kind_of,
    name_of,
    notes_of,
    pieces,
    reps_of,
    skip,
)
from hemipelvi_gui.domain.run_tokens import Distance, time_of_day
from hemipelvi_gui.domain.run_words import DAY_NUMBER, EVERY, plain_word
from hemipelvi_gui.domain.runs import Run, RunKind
from hemipelvi_gui.domain.session import new_id
from hemipelvi_gui.domain.text import Text, translate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from hemipelvi_gui.domain.plan import Week

LONGEST = 500
LEAST_METRES, MOST_METRES = 200, 1_000_000
MOST_SECONDS = 48 * 3600
MOST_REPS = 100
LEAST_REP_METRES = 20
LONGEST_DAY, LIKE_A_DAY = 10, 0.85
START = re.compile(
    r"(?:(?P<hour>0\d|[5-9]|1\d|2[0-3])(?::|\.(?=\d\d\s*(?:uhr|h)\b))(?P<minute>[0-5]\d)"
    r"|(?P<hour2>[5-9]|1\d|2[0-3])h(?P<minute2>[0-5]\d)?)"
    r"(?:\s*(?P<half>[ap]\.?m\b\.?)|\s*(?:uhr|h)\b)?(?![\w:])(?!\s*/)",
    re.IGNORECASE,
)


class RunError(KnownError):
    """A line about a run that can't be read: `column` (from 0) is where in `text`."""

    def __init__(self, text: str, column: int, message: Text, advice: Text) -> None:
        self.text, self.column = text, column
        super().__init__(message, advice)


@dataclass(frozen=True)
class Typed:
    """What a line says. `metres` and `seconds` may be absent; `repeats` is every week from then."""

    kind: RunKind
    name: str
    date: datetime.date
    start: datetime.time | None = None
    metres: float | None = None
    seconds: float | None = None
    notes: str = ""
    repeats: bool = False

    def run(self, run_id: str = "", plan: str = "") -> Run:
        """The run itself, with a fresh id where none is given."""
        return Run(
            run_id or new_id(),
            self.name,
            self.kind,
            self.date,
            self.start,
            self.metres,
            self.seconds,
            self.notes,
            plan,
        )


@dataclass(frozen=True)
class _When:
    """The start of a line, and where the rest begins."""

    date: datetime.date
    start: datetime.time | None
    repeats: bool
    end: int
    is_said: bool


def parse_run(text: str, week: Week, default: datetime.date | None) -> Typed:
    """Read one line. A weekday is that of `week`; without any day it is on `default`.

    Raises RunError with the column of the first word that can't be read, that contradicts another,
    or that may mean two things.
    """
    if len(text) > LONGEST:
        message = translate("Run", "This is too long for a run.")
        raise RunError(text, LONGEST, message, run_faults.EXAMPLE)
    when = _when(text, week, default)
    found = list(pieces(text, when.end))
    if not any(each.name not in ("notes", "start") for each in found):
        message = translate("Run", "What kind of run, how far or how long?")
        raise RunError(text, len(text), message, run_faults.EXAMPLE)
    check_pieces(text, found, {"start"} if when.start else ())
    if not when.is_said:
        _check_first(text, found[0])
    kind = kind_of(found) or RunKind.EASY
    distance, seconds, unclear = amounts(found, kind)
    if unclear:
        raise _error(text, unclear)
    check_amounts(text, found, kind, distance, seconds)
    later = next((each.fields["start"] for each in found if each.name == "start"), None)
    return Typed(
        kind,
        name_of(found, kind, distance),
        when.date,
        later if isinstance(later, datetime.time) else when.start,
        distance.metres if distance else None,
        seconds,
        notes_of(found, kind),
        when.repeats,
    )


def _error(text: str, fault: Fault) -> RunError:
    return RunError(text, fault.column, fault.message, fault.advice)


def _when(text: str, week: Week, default: datetime.date | None) -> _When:
    position, repeats = skip(text, 0), False
    word = WEEKDAY.match(text, position)
    if word and plain_word(word.group()) in EVERY:
        repeats, position = True, skip(text, word.end())
    day = day_at(text, position, week)
    if day is not None and day.date is None:
        raise RunError(text, position, day.wrong or Text("Run", ""), day.advice or Text("Run", ""))
    date = day.date if day else default
    if date is None:
        raise _error(text, run_faults.no_day())
    position = skip(text, day.end) if day else position
    found = START.match(text, position)
    if not found:
        return _When(date, None, repeats, position, day is not None)
    hour, minute = found["hour"] or found["hour2"], found["minute"] or found["minute2"]
    start = time_of_day(int(hour), int(minute or 0), found["half"] or "")
    if start is None:
        raise _error(text, _no_time(position))
    return _When(date, start, repeats, found.end(), day is not None)


def _no_time(column: int) -> Fault:
    return Fault(column, translate("Run", "No clock shows that time."), ADVICE["start"])


def check_pieces(
    text: str,
    found: Iterable[Piece],
    said: Iterable[str] = (),
    unreadable: Callable[[str, int], Fault] = run_faults.unreadable,
) -> None:
    """Raise RunError at the first piece that can't be read, or that is given twice.

    `said` are names of pieces that stood before these; `unreadable` says what can't be read.
    """
    seen = set(said)
    for piece in found:
        if piece.name == "":
            raise _error(text, unreadable(text, piece.column))
        if piece.name == "gym":
            raise _error(text, run_faults.gym_work(piece.column, piece.text))
        if piece.once and piece.name in seen:
            far = piece.fields.get("distance")
            if isinstance(far, Distance) and far.shown.endswith(" m") and far.metres < LEAST_METRES:
                raise _error(text, run_faults.metres_or_minutes(piece.column, far.shown[:-2]))
            raise _error(text, run_faults.twice(piece.column, piece.name))
        if "start" in piece.fields and piece.fields["start"] is None:
            raise _error(text, _no_time(piece.column))
        seen.add(piece.name)


def _check_first(text: str, piece: Piece) -> None:
    """Where no day was said, the first word may be one, misspelt."""
    if piece.name == "free" and len(piece.text) <= LONGEST_DAY:
        near = get_close_matches(plain_word(piece.text), DAY_NUMBER, 1, LIKE_A_DAY)
        if near:
            day = ENGLISH[DAY_NUMBER[near[0]]]
            raise _error(text, run_faults.no_such_day(piece.column, piece.text, day))


def check_amounts(
    text: str,
    found: list[Piece],
    kind: RunKind,
    distance: Distance | None,
    seconds: float | None,
) -> None:
    """Raise RunError where it is further, longer or more often than anybody runs."""
    places = {each.name: each.column for each in reversed(found)}
    reps = reps_of(found)
    if kind is RunKind.REST and (distance or reps):
        raise _error(text, run_faults.restful(places.get("distance", places.get("reps", 0))))
    for name, amount, message in (
        ("time", seconds, translate("Run", "How long is more than 0.")),
        (
            "distance",
            distance.metres if distance else None,
            translate("Run", "How far is more than 0."),
        ),
    ):
        if amount is not None and amount <= 0:
            raise RunError(text, places.get(name, 0), message, ADVICE[name])
    if seconds is not None and seconds > MOST_SECONDS:
        message = translate("Run", "A run takes up to 48 hours.")
        raise RunError(text, places.get("time", 0), message, ADVICE["time"])
    if distance and distance.metres > MOST_METRES:
        message = translate("Run", "A run goes up to 1000 km.")
        raise RunError(text, places.get("distance", 0), message, ADVICE["distance"])
    metres = distance is not None and distance.shown.endswith(" m")
    if distance and metres and distance.metres < LEAST_METRES:
        raise _error(
            text, run_faults.metres_or_minutes(places.get("distance", 0), distance.shown[:-2])
        )
    if reps is None:
        return
    if not (0 < reps.count <= MOST_REPS and reps.amount > 0):
        message = translate("Run", "Repetitions go from 1 to {most}.", most=MOST_REPS)
        raise RunError(text, places["reps"], message, ADVICE["reps"])
    if reps.unit == "m" and reps.amount < LEAST_REP_METRES:
        raise _error(text, run_faults.metres_or_minutes(places["reps"], f"{reps.amount:g}"))
