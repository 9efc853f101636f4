"""Ten years of running and lifting: 2,500 runs, 1,500 sessions, 30,000 sets, 1,800 check-ins."""

from __future__ import annotations

from contextlib import closing
from datetime import date, timedelta
from random import Random
from typing import TYPE_CHECKING

from hemipelvi_gui.domain.changes import Changes
from hemipelvi_gui.domain.check_ins import CheckIn
from hemipelvi_gui.domain.diary import DoneItem, DoneSession, DoneSet
from hemipelvi_gui.domain.done_runs import DoneRun
from hemipelvi_gui.domain.prescription import Load, LoadKind, Sides
from hemipelvi_gui.domain.runs import RunKind
from hemipelvi_gui.storage import open_store

if TYPE_CHECKING:
    from pathlib import Path

SEED = 5
DAYS = 3650
RUNS, SESSIONS, CHECK_INS = 2500, 1500, 1800
LIFTS = ("back-squat", "trap-bar-deadlift")
OTHERS = ("walking-lunge", "single-leg-romanian-deadlift", "step-up", "bench-press")
SETS = 4  # of each of five exercises


def log_ten_years(folder: Path, today: date) -> None:
    """Leave such a log in a data folder."""
    with closing(open_store(folder)) as store:
        store.apply(ten_years(today))


def ten_years(today: date) -> Changes:
    """Such a log, evenly over the ten years before today."""
    random = Random(SEED)
    diary = {f"s{n}": _session(n, _day(today, n, SESSIONS), random) for n in range(SESSIONS)}
    runs = {f"r{n}": _run(n, _day(today, n, RUNS), random) for n in range(RUNS)}
    check_ins = {
        f"c{n}": CheckIn(
            f"c{n}",
            _day(today, n, CHECK_INS),
            float(random.randint(0, 6)),
            float(random.randint(0, 6)),
            float(random.randint(0, 6)),
        )
        for n in range(CHECK_INS)
    }
    return Changes(diary=diary, done_runs=runs, check_ins=check_ins)


def _day(today: date, number: int, of: int) -> date:
    return today - timedelta(days=DAYS - number * DAYS // of)


def _session(number: int, day: date, random: Random) -> DoneSession:
    load = Load(LoadKind.EXTERNAL, 90 + random.randint(0, 20))
    heavy = DoneItem(LIFTS[number % 2], sets=(DoneSet(5, load=load, rpe=8.0),) * SETS)
    light = [
        DoneItem(name, sets=tuple(_set(random, place) for place in range(SETS))) for name in OTHERS
    ]
    return DoneSession(f"s{number}", f"Strength {number % 3}", day, items=(heavy, *light))


def _set(random: Random, place: int) -> DoneSet:
    return DoneSet(8 + place % 3, sides=Sides.EACH, rpe=float(random.randint(6, 8)))


def _run(number: int, day: date, random: Random) -> DoneRun:
    metres, seconds = 8000 + random.gauss(0, 300), 2700 + random.gauss(0, 60)
    kind = RunKind.RACE if number % 50 == 0 else RunKind.EASY
    return DoneRun(
        f"r{number}",
        "Morning run",
        day,
        kind,
        metres=metres,
        seconds=seconds,
        heart_rate=140 + random.gauss(0, 4),
        max_heart_rate=185,
        device="Strap",
    )
