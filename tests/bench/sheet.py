"""A sheet of one page, and a book of many, written as files."""

from __future__ import annotations

import tempfile
from functools import partial
from pathlib import Path

from hemipelvi_gui.domain.settings import Settings
from hemipelvi_gui.domain.sums import Sums
from hemipelvi_gui.sheets import RangeSource, SheetOptions, SheetSource, write_range, write_sheet
from tests.bench.figures import Figure, share, timed, yardstick
from tests.bench.material import FIRST_DAY, library, long_plan, ready_session
from tests.bench.window import application

MOST_MS = 60.0
MOST_BOOK_MS = 6000.0
BOOK = 104  # sessions
SUFFIXES = (".pdf", ".png", ".svg")


def sheet(quick: bool) -> list[Figure]:
    """Lay out, paint and write, after doing so once."""
    application()
    source = SheetSource(ready_session("strength-a"), library(), Settings())
    options = SheetOptions()
    rounds = 1 if quick else 15
    figures = []
    with tempfile.TemporaryDirectory() as scratch:
        beside = yardstick()
        for suffix in SUFFIXES:
            work = partial(write_sheet, Path(scratch, f"sheet{suffix}"), source, options)
            if work() != 1:
                raise RuntimeError("the sheet has more pages than one")
            times = [timed(work) for _ in range(rounds)]
            note = f"median of {rounds}; longest {max(times):.0f} ms"
            name = f"sheet of one page, {suffix.removeprefix('.').upper()}"
            figures.append(Figure(name, share(times, 0.5), "ms", MOST_MS, beside, note))
    return figures


def book(quick: bool) -> list[Figure]:
    """All sheets of a plan's sessions as one PDF with a cover, from cold."""
    application()
    count, rounds = (4, 1) if quick else (BOOK, 3)
    plan = long_plan(ready_session("heavy-day"), -(-count // 3))
    sessions = [each for each in plan.sessions.values() if each is not None][:count]
    last = max(each.date for each in sessions if each.date is not None)
    exercises, settings = library(), Settings()
    times: list[float] = []
    with tempfile.TemporaryDirectory() as scratch:
        beside = yardstick()
        for _ in range(rounds):
            source = RangeSource(
                FIRST_DAY,
                last,
                tuple(sessions),
                exercises,
                settings,
                Sums(exercises),
                next(iter(plan.plans.values())),
            )
            steps: list[tuple[int, int]] = []
            target = Path(scratch, "book.pdf")
            work = partial(write_range, target, source, SheetOptions(), partial(_note, steps))
            times.append(timed(work))
            if len(steps) != 2 * count:
                raise RuntimeError("the book did not tell how far it was")
    note = f"median of {rounds}, each with progress; longest {max(times):.0f} ms"
    name = f"sheets of {count} sessions, one PDF"
    return [Figure(name, share(times, 0.5), "ms", MOST_BOOK_MS, beside, note)]


def _note(steps: list[tuple[int, int]], done: int, total: int) -> None:
    steps.append((done, total))
