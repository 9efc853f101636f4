"""A sheet of one page, written as a file."""

from __future__ import annotations

import tempfile
from functools import partial
from pathlib import Path

from hemipelvi_gui.domain.settings import Settings
from hemipelvi_gui.sheets import SheetOptions, SheetSource, write_sheet
from tests.bench.figures import Figure, share, timed, yardstick
from tests.bench.material import library, ready_session
from tests.bench.window import application

MOST_MS = 60.0
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
