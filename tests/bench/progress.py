"""Opening the Progress page with ten years of log, and panning its charts."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tests.bench.figures import Figure, share, yardstick
from tests.bench.start import said_by, stage
from tests.bench.ten_years import log_ten_years

MOST_MS, FRAME_MS = 400.0, 1000 / 60
ROUNDS = 9


def open_progress(quick: bool) -> list[Figure]:
    """The page opened for the first time, each time in a program that was just started."""
    rounds = 1 if quick else ROUNDS
    shown: list[float] = []
    movable: list[float] = []
    frames: list[float] = []
    with stage() as environment:
        log_ten_years(Path(environment["XDG_DATA_HOME"], "hemipelvi"), date.today())
        # The first one compiles what it imports, as an installer does.
        said_by(environment, "tests.bench.open_progress")
        beside = yardstick()
        for _ in range(rounds):
            said = said_by(environment, "tests.bench.open_progress")
            shown.append(float(said["opened"][0]))
            movable.append(float(said["opened"][1]))
            frames += map(float, said["frames"])
    note = (
        f"median of {rounds} fresh processes with 2,500 runs, 1,500 sessions and 30,000 sets, from "
        "the command to the end of the paint pass with the verdict and the charts in sight"
    )
    move = "of the same processes, until these charts can be moved: pyqtgraph is imported by then"
    figures = [
        Figure(name, share(times, 0.5), "ms", MOST_MS, beside, words)
        for name, times, words in (
            ("Progress page is painted", shown, note),
            ("Progress page can be panned", movable, move),
        )
    ]
    pan = f"of {len(frames)} frames, all charts in the window; median {share(frames, 0.5):.1f} ms"
    figures.append(
        Figure("Progress page pans, 95 %", share(frames, 0.95), "ms", FRAME_MS, beside, pan)
    )
    return figures
