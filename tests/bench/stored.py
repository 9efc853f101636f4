"""What years of use cost: starting with them, and reading a few weeks of them."""

from __future__ import annotations

import tempfile
from contextlib import closing
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from hemipelvi_gui.storage import open_store
from tests.bench.figures import Figure, share, timed, yardstick
from tests.bench.material import FIRST_DAY, large_session, library, long_plan, twenty_years

if TYPE_CHECKING:
    from datetime import date

    from hemipelvi_gui.storage import Store

MOST_OF_TEN = 1.5
MOST_MS = 25.0
SESSIONS, RUNS, FEW = 4000, 10_000, 10
SPAN = timedelta(weeks=16)


def store_start(quick: bool) -> list[Figure]:
    """Opening the store and reading what a start shows, with twenty years in it and with little."""
    rounds, count = (1, 20) if quick else (101, SESSIONS)
    with tempfile.TemporaryDirectory() as scratch:
        few, many = Path(scratch, "few"), Path(scratch, "many")
        twenty_years(few, FEW, FEW)
        twenty_years(many, count, RUNS * count // SESSIONS)
        _begin(few)
        _begin(many)
        pairs = [(timed(partial(_begin, few)), timed(partial(_begin, many))) for _ in range(rounds)]
        weeks = _weeks(many, rounds)
    short, long = (share(times, 0.5) for times in zip(*pairs, strict=True))
    note = (
        f"median of {rounds} pairs: the store opened, settings, newest session and own exercises "
        f"read; {long:.2f} ms against {short:.2f} ms with {FEW}"
    )
    return [
        Figure(
            f"start with {count} sessions",
            long / short,
            f"\u00d7 with {FEW}",
            MOST_OF_TEN,
            note=note,
        ),
        Figure(
            f"16 weeks of {count} sessions",
            weeks,
            "ms",
            MOST_MS,
            yardstick(),
            "median: everything dated in them, read from the store",
        ),
    ]


def plan_week(quick: bool) -> list[Figure]:
    """The weeks around each week of a plan of 104, read from the store."""
    weeks = 3 if quick else 104
    with tempfile.TemporaryDirectory() as scratch, closing(open_store(Path(scratch))) as store:
        store.apply(long_plan(large_session(library()), weeks))
        beside = yardstick()
        times = [
            timed(partial(_read, store, FIRST_DAY + timedelta(weeks=week - 8)))
            for week in range(weeks)
        ]
    note = (
        f"99 % of {weeks} weeks, each with eight before and after it; "
        f"median {share(times, 0.5):.1f} ms"
    )
    return [Figure("week of a 104-week plan, stored", share(times, 0.99), "ms", None, beside, note)]


def _begin(folder: Path) -> None:
    with closing(open_store(folder)) as store:
        store.settings()
        if store.newest_session() is None:
            raise RuntimeError("the store is empty")
        store.exercises()


def _weeks(folder: Path, rounds: int) -> float:
    with closing(open_store(folder)) as store:
        start = FIRST_DAY + timedelta(days=10 * 365)
        return share([timed(partial(_read, store, start)) for _ in range(rounds)], 0.5)


def _read(store: Store, first: date) -> None:
    store.agenda_between(first, first + SPAN)
