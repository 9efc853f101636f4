"""A run as the line that one would type for it, and one run as many."""

from __future__ import annotations

import datetime
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from hemipelvi_gui.domain.plan import DAYS_A_WEEK, Week
from hemipelvi_gui.domain.run_days import SHORT
from hemipelvi_gui.domain.run_grammar import RunError, Typed, parse_run
from hemipelvi_gui.domain.runs import Run, RunKind
from hemipelvi_gui.domain.session import new_id
from hemipelvi_gui.domain.units import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

KIND_WORD = {kind: kind.value for kind in RunKind} | {RunKind.QUALITY: "hard"}
AMOUNT = re.compile(r"(\d) (km|mi|m|min|s)\b")
MOST_REPEATS = 520


def write_run(run: Run | Typed, week: Week | None = None) -> str:
    """The canonical line, e.g. `2026-12-05 10:00 race 10km Parkrun // bring the barcode`.

    With a `week` that has the day once, its weekday is written: `Sat 10:00 race …`. The shortest
    line that reads back as the same is taken; a name that no line gives goes in quotes.
    """
    typed = run if isinstance(run, Typed) else _typed(run)
    home = week if week is not None else Week(typed.date)
    for line in _lines(typed, home if week is not None else None):
        try:
            if parse_run(line, home, None) == typed:
                return line
        except RunError:
            continue
    # Too long or too odd for a line that reads back: still the one that says all of it.
    return line


def _typed(run: Run) -> Typed:
    seconds = None if run.seconds is None else float(round(run.seconds))
    return Typed(
        run.kind, run.name, run.date, run.start, run.metres, seconds, run.notes.strip(), False
    )


def _lines(typed: Typed, week: Week | None) -> Iterator[str]:
    """Lines that might say it, the shortest first; the last one says everything."""
    head = [("every " if typed.repeats else "") + _day(typed.date, week)]
    if typed.start is not None:
        head.append(typed.start.strftime("%H:%M"))
    tail = [f"// {typed.notes}"] if typed.notes else []
    kind = KIND_WORD[typed.kind]
    far = [] if typed.metres is None else [far_words(typed.metres)]
    long = [] if typed.seconds is None else [long_words(typed.seconds)]
    name = typed.name
    quoted = '"' + name.replace('"', '""') + '"'
    for body in (
        [kind, *far, *long],
        [small_name(name), *long],
        [small_name(name), *far, *long],
        [kind, *far, *long, name],
        [kind, *long, name],
        [kind, *far, *long, quoted],
    ):
        yield " ".join([*head, *body, *tail])


def small_name(name: str) -> str:
    """A name made by the program, as one would type it."""
    return AMOUNT.sub(r"\1\2", name[:1].lower() + name[1:].replace(" × ", "x"))


def _day(date: datetime.date, week: Week | None) -> str:
    alike = [day for day in week.dates if day.weekday() == date.weekday()] if week else []
    return SHORT[date.weekday()] if alike == [date] else date.isoformat()


def far_words(metres: float) -> str:
    """A distance as one would type it: `8km`, `400m`."""
    kilometres = plain(metres / 1000)
    return f"{kilometres}km" if float(kilometres) * 1000 == metres else f"{plain(metres)}m"


def long_words(seconds: float) -> str:
    """A duration as one would type it, in whole seconds: `45min10s`, `1h30`, `2:05:10`."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    if not hours and not minutes:
        return f"{rest}s"
    if rest:
        return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}min{rest}s"
    if not hours:
        return f"{minutes}min"
    return f"{hours}h{minutes:02}" if minutes else f"{hours}h"


def repeat_weekly(
    run: Run, weeks: Iterable[Week] | datetime.date, fresh: Callable[[], str] = new_id
) -> tuple[Run, ...]:
    """The run on the same day of each of these weeks, from its own on; or weekly up to a date.

    All share a `series`, the first is the run itself. A week that is too short for the day has
    none. Where the run is in none of the weeks it comes back alone, without a series.
    """
    if isinstance(weeks, datetime.date):
        last = weeks
        step = datetime.timedelta(days=DAYS_A_WEEK)
        room = min(MOST_REPEATS, (last - run.date).days // DAYS_A_WEEK)
        days = [run.date + step * number for number in range(1, room + 1)]
    else:
        days = _same_days(run.date, tuple(weeks)[:MOST_REPEATS])
    if not days:
        return (run,)
    first = replace(run, series=run.series or fresh())
    return (first, *(replace(first, id=fresh(), date=day, source="") for day in days))


def _same_days(day: datetime.date, weeks: tuple[Week, ...]) -> list[datetime.date]:
    home = next((week for week in weeks if day in week), None)
    if home is None:
        return []
    place = (day - home.first).days
    return [week.dates[place] for week in weeks if week.first > home.first and place < week.days]
