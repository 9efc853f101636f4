"""Activities and large logs as the window reads them, and how soon it stops when called off."""

from __future__ import annotations

import gzip
import tempfile
import threading
import zipfile
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from hemipelvi_gui.coach.history import Here
from hemipelvi_gui.domain.library import load_exercises
from hemipelvi_gui.domain.log_files import Answers, DistanceUnit
from hemipelvi_gui.domain.units import MassUnit
from hemipelvi_gui.exchange.formats.fit import Fit
from hemipelvi_gui.paths import resource
from hemipelvi_gui.ui.errand import Progress
from hemipelvi_gui.ui.log_preview import Ground, Wish, preview
from tests.bench.figures import Figure, share, timed, yardstick
from tests.bench.imports import strong_log
from tests.unit.exchange.fit_files import START, Jog, activity
from tests.unit.exchange.track_samples import calm

if TYPE_CHECKING:
    from collections.abc import Callable

MOST_FIT_MS, MOST_ARCHIVE_S, MOST_STOP_MS = 60.0, 60.0, 500.0
HOUR_S, DAY_S = 3600, 86_400
ROUNDS = 21
ACTIVITIES, FEW = 1000, 3
ROWS, FEW_ROWS = 1_000_000, 1000
HOURS, FEW_HOURS = 50, 1
PATIENCE_S = 120.0
SAID = Answers(MassUnit.KG, True, DistanceUnit.KM)


def hour_of_fit(quick: bool) -> list[Figure]:
    """A run of an hour, a record a second, from bytes to what the model needs."""
    content = activity(Jog(HOUR_S))
    rounds = 1 if quick else ROUNDS
    times = [timed(lambda: Fit().read(content, SAID, calm)) for _ in range(rounds + 1)][1:]
    note = f"median of {rounds}; the 90th percentile {share(times, 0.9):.1f} ms"
    return [
        Figure("FIT file of an hour", share(times, 0.5), "ms", MOST_FIT_MS, yardstick(), note=note)
    ]


def archive(quick: bool) -> list[Figure]:
    """Packed FIT files of an hour each in one archive, up to the preview."""
    count = FEW if quick else ACTIVITIES
    with tempfile.TemporaryDirectory() as scratch:
        path = _activities(Path(scratch, "export.zip"), count)
        seconds = timed(lambda: _Watched().run(path)) / 1000
    name = f"archive of {count} activities"
    return [Figure(name, seconds, "s", MOST_ARCHIVE_S, note="an hour each, up to the preview")]


def stopping(quick: bool) -> list[Figure]:
    """The longest that a large import takes to stop: from one look at the wish to the next."""
    makers: dict[str, Callable[[Path], Path]] = {
        "a million rows": partial(_rows, count=FEW_ROWS if quick else ROWS),
        "an archive": partial(_activities, count=FEW if quick else ACTIVITIES // 5),
        "a long FIT file": partial(_long, hours=FEW_HOURS if quick else HOURS),
    }
    figures: list[Figure] = []
    for name, make in makers.items():
        with tempfile.TemporaryDirectory() as scratch:
            watched = _Watched()
            watched.run(make(Path(scratch, "logs")))
        note = (
            f"{len(watched.waits)} looks; the 99th percentile {share(watched.waits, 0.99):.1f} ms"
        )
        longest = max(watched.waits)
        figures.append(Figure(f"stop reading {name}", longest, "ms", MOST_STOP_MS, note=note))
    return figures


class _Watched(Progress):
    """Notes how long it is from each look whether to stop to the next."""

    def __init__(self) -> None:
        super().__init__()
        self.waits: list[float] = []
        self._last = 0.0

    def cancelled(self) -> bool:
        now = perf_counter()
        self.waits.append((now - self._last) * 1000)
        self._last = now
        return super().cancelled()

    def run(self, path: Path) -> None:
        """Work the preview out in a thread, as the window does."""
        ground = Ground(load_exercises(resource("exercises")), Here())
        self._last = perf_counter()
        done: list[object] = []
        thread = threading.Thread(
            target=lambda: done.append(preview(Wish((path,), SAID), ground, None, self))
        )
        thread.start()
        thread.join(PATIENCE_S)
        self.cancelled()
        if not done:
            raise RuntimeError("the log was not read")


def _rows(path: Path, count: int) -> Path:
    path.write_text(strong_log(count, apart_h=6), "utf-8")
    return path


def _activities(path: Path, count: int) -> Path:
    with zipfile.ZipFile(path, "w") as made:
        for number in range(count):
            content = activity(Jog(HOUR_S, start=START + number * DAY_S))
            made.writestr(f"activities/{number}.fit.gz", gzip.compress(content, 1))
    return path


def _long(path: Path, hours: int) -> Path:
    path.write_bytes(activity(Jog(hours * HOUR_S)))
    return path
