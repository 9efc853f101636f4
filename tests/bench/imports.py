"""A large log of another program, from its file to the disk, beside what no import can do without.

That is the yardstick of this page's bound: the same file through the `csv` module, and its rows as
they are into a table of a fresh SQLite file.
"""

from __future__ import annotations

import os
import tempfile
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from random import Random

from tests.bench.figures import Figure, share, timed
from tests.bench.one_import import bare, imported
from tests.bench.start import said_by

MOST_OF_BARE = 3.0
MOST_MB = 250.0
ROWS, FEW, ROUNDS = 100_000, 400, 7
FRESH = 5
SEED = 5
MODULE = "tests.bench.one_import"
MB = 1 / 1024
HEADER = (
    "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,"
    "Workout Notes,RPE"
)
LIFTS = (
    *("Squat (Barbell)", "Deadlift (Barbell)", "Front Squat (Barbell)", "Bench Press (Barbell)"),
    *("Romanian Deadlift (Dumbbell)", "Bulgarian Split Squat", "Lunge (Dumbbell)", "Step-up"),
    *("Hip Thrust (Barbell)", "Leg Press", "Standing Calf Raise", "Bent Over Row (Barbell)"),
    *("Overhead Press (Barbell)", "Pull Up", "Plank", "Good Morning (Barbell)", "Glute Bridge"),
    *("Goblet Squat", "Bicep Curl (Dumbbell)", "Lat Pulldown (Cable)", "Chest Dip", "Face Pull"),
    *("Seated Leg Curl (Machine)", "Leg Extension (Machine)", "Crunch", "Push Press"),
)


def strong_import(quick: bool) -> list[Figure]:
    """`hemipelvi import` of so many rows of Strong, and the bare reading and storing, in turn."""
    rows, rounds = (FEW, 1) if quick else (ROWS, ROUNDS)
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch, "strong.csv")
        path.write_text(strong_log(rows), "utf-8")
        pairs = [
            (
                timed(partial(bare, path, Path(scratch, f"bare-{number}"))),
                timed(partial(imported, path, Path(scratch, f"home-{number}"))),
            )
            for number in range(rounds + 1)
        ][1:]
        fresh = [
            (
                _fresh("bare", path, Path(scratch, f"x{n}")),
                _fresh("imported", path, Path(scratch, f"y{n}")),
            )
            for n in range(1 if quick else FRESH)
        ]
        said = said_by(dict(os.environ), MODULE, "imported", str(path), str(Path(scratch, "home")))
    ratios = [long / short for short, long in pairs]
    short, long = (share(times, 0.5) for times in zip(*pairs, strict=True))
    note = (
        f"median of {rounds} pairs in turn, the first of a process left out: {long:.0f} ms against "
        f"{short:.0f} ms; middle half {share(ratios, 0.25):.2f} to {share(ratios, 0.75):.2f}"
    )
    name, ratio = f"import of {rows} rows", share(ratios, 0.5)
    figures = [Figure(name, ratio, "\u00d7 bare", MOST_OF_BARE, note=note)]
    firsts = [long / short for short, long in fresh]
    said_of = f"median of {len(fresh)} pairs of fresh processes, from their start to their end"
    figures.append(
        Figure(
            f"{name}, first of a process",
            share(firsts, 0.5),
            "\u00d7 bare",
            MOST_OF_BARE,
            note=said_of,
        )
    )
    for peak in said["peak"]:
        figures.append(Figure("memory of that import", int(peak) * MB, "MB", MOST_MB))
    return figures


def strong_log(rows: int, apart_h: int = 48) -> str:
    """A log of years: six exercises a workout, four sets each, every so many hours."""
    random = Random(SEED)
    day = datetime(2004, 1, 5, 18, 5, 1)
    lines = [HEADER]
    while len(lines) <= rows:
        day += timedelta(hours=apart_h, minutes=random.randrange(30))
        for lift in random.sample(LIFTS, 6):
            top = random.randrange(20, 140)
            for number, part in enumerate((0.5, 0.8, 1.0, 1.0), 1):
                weight, reps = round(top * part) + 0.5, random.randrange(3, 12)
                lines.append(f'{day},"Evening",1h 5m,"{lift}",{number},{weight},{reps},0,0,,,')
    return "\n".join(lines[: rows + 1]) + "\n"


def _fresh(work: str, path: Path, target: Path) -> float:
    """How long a process that does this takes, in ms."""
    return timed(lambda: said_by(dict(os.environ), MODULE, work, str(path), str(target)))
