"""The verdict on ten years of running and lifting."""

from __future__ import annotations

from datetime import date
from functools import partial

from hemipelvi_gui.coach.verdict import verdict
from hemipelvi_gui.domain.library import load_exercises
from hemipelvi_gui.domain.log import Log
from hemipelvi_gui.domain.settings import Settings
from hemipelvi_gui.paths import resource
from tests.bench.figures import Figure, share, timed, yardstick
from tests.bench.ten_years import ten_years

MOST_MS = 20.0
ROUNDS = 21


def ten_years_judged(quick: bool) -> list[Figure]:
    """From all that was logged to the verdict; the first, which imports, left out."""
    today = date(2026, 3, 2)
    made = ten_years(today)
    log = Log(
        {key: each for key, each in made.diary.items() if each},
        {key: each for key, each in made.done_runs.items() if each},
        {key: each for key, each in made.check_ins.items() if each},
    )
    judge = partial(verdict, log, load_exercises(resource("exercises")), Settings(), today)
    rounds = 1 if quick else ROUNDS
    times = [timed(judge) for _ in range(rounds + 1)][1:]
    note = f"median of {rounds}, of 2,500 runs, 1,500 sessions and 30,000 sets in memory"
    return [Figure("verdict", share(times, 0.5), "ms", MOST_MS, yardstick(), note=note)]
