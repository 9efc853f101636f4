"""What a runner logged elsewhere, up to last Sunday: sets on a phone, runs on a watch.

Whatever day the tests run on: the weeks that a verdict looks at are over, so the files end with
the last one. The deadlift rises all along, and easy runs get slower for the same heartbeats.
"""

from __future__ import annotations

import csv
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

WEEKS, SLOWER_WEEKS = 17, 5
MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = range(7)
# As people and their phones call them; the last three are in no list of aliases.
RISING = "Deadlift (Trap Bar)"
ODD = ("SL RDL", "Kneeling Row Thing", "Foam Rolling Chat")
SETS = (
    *("Date", "Workout Name", "Duration", "Exercise Name", "Set Order", "Weight", "Reps"),
    *("Distance", "Seconds", "Notes", "Workout Notes", "RPE"),
)
RUNS = (
    *("Activity Type", "Date", "Favorite", "Title", "Distance", "Time", "Avg HR", "Max HR"),
    *("Avg Pace", "Total Ascent", "Moving Time", "Elapsed Time"),
)
EASY_S, SLOWER, BEATS = 330, 1.045, 140
# Of one week: day, title, km.
GOING = ((TUESDAY, "Easy", 8), (FRIDAY, "Easy", 9), (SUNDAY, "Long", 12))
# The race that tells how high this heart goes: a run is easy at 80 % of that or less.
RACE_WEEK, RACE_BEATS = 3, (176, 188)


class Files(NamedTuple):
    """The two files, and what is in them."""

    sets: Path
    runs: Path
    sessions: int = 2 * WEEKS
    runs_in: int = WEEKS * len(GOING) + 1


def last_sunday(today: date) -> date:
    """The last day of the last week that is over."""
    return today - timedelta(days=today.weekday() + 1)


def write_logs(folder: Path, today: date) -> Files:
    """Write both files."""
    first = last_sunday(today) + timedelta(days=1, weeks=-WEEKS)
    files = Files(folder / "strong.csv", folder / "Activities.csv")
    _write(files.sets, SETS, [row for week in range(WEEKS) for row in _sets(week, first)])
    _write(files.runs, RUNS, [row for week in range(WEEKS) for row in _runs(week, first)][::-1])
    return files


def _sets(week: int, first: date) -> Iterator[tuple[object, ...]]:
    odd = ODD[week % len(ODD)]
    for day, name, lifts in (
        (MONDAY, "Lower", ((RISING, 60 + 1.25 * (week // 2)), ("Bulgarian Split Squat", 16.0))),
        (THURSDAY, "Other", ((odd, 12.0), ("Lunge (Dumbbell)", 14.0))),
    ):
        at = f"{first + timedelta(weeks=week, days=day)} 18:05:00"
        for exercise, kg in lifts:
            for number in (1, 2, 3):
                yield (at, name, "45m", exercise, number, kg, 4, 0, 0, "", "", 8)


def _runs(week: int, first: date) -> Iterator[tuple[object, ...]]:
    if week == RACE_WEEK:
        on = first + timedelta(weeks=week, days=SATURDAY)
        time = _clock(1241)
        yield (
            *("Running", f"{on} 09:00:00", "false", "5 km parkrun", "5.00", time),
            *(*RACE_BEATS, "4:08", 10, time, time),
        )
    slower = SLOWER if week >= WEEKS - SLOWER_WEEKS else 1.0
    for nth, (day, title, km) in enumerate(GOING):
        on = first + timedelta(weeks=week, days=day)
        # No two runs are quite alike.
        beats = BEATS + (week + nth) % 3
        time = _clock(km * EASY_S * slower * (1 + 0.004 * ((week * 3 + nth * 2) % 5 - 2)))
        pace = _clock(EASY_S * slower)[3:]
        yield (
            *("Running", f"{on} 06:45:00", "false", f"{title} {km} km", f"{km:.2f}", time),
            *(beats, beats + 12, pace, 40, time, time),
        )


def _clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes // 60:02d}:{minutes % 60:02d}:{rest:02d}"


def _write(path: Path, header: tuple[str, ...], rows: list[tuple[object, ...]]) -> None:
    path.parent.mkdir(exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)
