"""The sample log as other programs write it: sets from a phone, runs from a watch."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from hemipelvi_gui.domain.diary import DoneSession
    from hemipelvi_gui.domain.done_runs import DoneRun
    from hemipelvi_gui.domain.log import Log

SETS = (
    "Date", "Workout Name", "Duration", "Exercise Name", "Set Order", "Weight", "Reps", "Distance",
    "Seconds", "Notes", "Workout Notes", "RPE",
)  # fmt: skip
RUNS = (
    "Activity Type", "Date", "Favorite", "Title", "Distance", "Time", "Avg HR", "Max HR",
    "Avg Run Cadence", "Avg Pace", "Total Ascent", "Avg Stride Length", "Steps", "Moving Time",
    "Elapsed Time",
)  # fmt: skip
# As people and their phones call them; the last two leave something to look at.
NAMES = {
    "trap-bar-deadlift": "Trap Bar Deadlift",
    "back-squat": "Squat (Barbell)",
    "rear-foot-elevated-split-squat": "Bulgarian Split Squat (Dumbbell)",
    "walking-lunge": "Lunge (Dumbbell)",
    "step-up-with-knee-drive": "Step-up (Dumbbell)",
    "single-leg-romanian-deadlift": "SL RDL",
    "half-kneeling-row": "Kneeling Row Thing",
    "skater-bound": "Side Jumps",
}
STRIDE_M, MINUTE_S = 1.1, 60


def write_files(folder: Path, log: Log) -> list[Path]:
    """Write both files, and say where."""
    sets, runs = folder / "strong.csv", folder / "Activities.csv"
    sessions = sorted(log.diary.values(), key=lambda each: each.date)
    _write(sets, SETS, [row for each in sessions for row in _set_rows(each)])
    # The list of a watch begins with the latest.
    done = sorted(log.done_runs.values(), key=lambda each: each.date, reverse=True)
    _write(runs, RUNS, [_run_row(each) for each in done])
    return [sets, runs]


def _write(path: Path, header: tuple[str, ...], rows: list[tuple[object, ...]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def _set_rows(session: DoneSession) -> list[tuple[object, ...]]:
    minutes = round((session.seconds or 0) / MINUTE_S)
    start = f"{session.date} {session.start}"
    return [
        (
            *(start, session.name, f"{minutes}m", NAMES[item.exercise], number),
            *(one.load.value if one.load else 0, round(one.amount), 0, 0, "", "", one.rpe or ""),
        )
        for item in session.items
        if item.exercise in NAMES
        for number, one in enumerate(item.sets, 1)
    ]


def _run_row(run: DoneRun) -> tuple[object, ...]:
    metres, seconds = run.metres or 0.0, run.seconds or 0.0
    steps = metres / STRIDE_M
    return (
        *("Running", f"{run.date} {run.start}", "false", run.name, f"{metres / 1000:.2f}"),
        *(_clock(seconds), round(run.heart_rate or 0), round(run.max_heart_rate or 0)),
        *(round(steps / seconds * MINUTE_S), _clock(1000 * seconds / metres)[3:]),
        *(round(run.climb_m or 0), STRIDE_M, round(steps), _clock(seconds), _clock(seconds + 40)),
    )


def _clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), MINUTE_S)
    return f"{minutes // 60:02d}:{minutes % 60:02d}:{rest:02d}"
