"""Logs as readers make them, a line each: `strength("squat 5x100", …)`."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from hemipelvi_gui.coach.history import Assembly, Here, NamedLog, assemble
from hemipelvi_gui.domain.done_runs import DoneRun, Half, Source
from hemipelvi_gui.domain.log import Log, logged_with
from hemipelvi_gui.domain.log_files import ReadLog, ReadSet
from hemipelvi_gui.domain.units import MassUnit
from tests.builders import library

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hemipelvi_gui.domain.log_files import Question

MONDAY = datetime(2026, 3, 2, 18, 30)
KG = MassUnit.KG


def row(exercise: str, reps: float | None, weight: float | None = None, **more: Any) -> ReadSet:  # noqa: ANN401  fields of ReadSet
    """One set on Monday evening."""
    unit = None if weight is None else KG
    found = {"start": MONDAY, "timed": True, "workout": "Legs", "unit": unit, "line": 2, **more}
    return ReadSet(exercise=exercise, reps=reps, weight=weight, **found)


def strength(*rows: ReadSet, questions: tuple[Question, ...] = ()) -> NamedLog:
    """A file of these sets, numbered from line 2 on."""
    numbered = tuple(each._replace(line=line) for line, each in enumerate(rows, 2))
    return NamedLog("strong.csv", ReadLog("strong", len(rows), numbered, questions=questions))


def run(source: str = "fit 1", minutes: float = 0, **more: Any) -> DoneRun:  # noqa: ANN401  fields of DoneRun
    """An hour's run on Monday at 07:00 UTC, 08:00 by the clock, without a track."""
    form, key = source.split()
    begun = datetime(2026, 3, 2, 7, 0, tzinfo=UTC) + timedelta(minutes=minutes)
    found: dict[str, Any] = {"begun": begun, "metres": 12_000.0, "seconds": 3600.0, **more}
    return DoneRun("", "Run", date(2026, 3, 2), sources=(Source(form, key),), **found)


def track(source: str = "fit 1", minutes: float = 0, **more: Any) -> DoneRun:  # noqa: ANN401  fields of DoneRun
    """The same with a track's own figures."""
    halves = (Half(6000.0, 1800.0, 140.0), Half(5990.0, 1800.0, 144.0))
    return run(source, minutes, flat_metres=12_050.0, halves=halves, **more)


def listed(source: str = "garmin 1", clock: str = "08:00", **more: Any) -> DoneRun:  # noqa: ANN401  fields of DoneRun
    """The same as a list tells it: local time only."""
    return run(source, begun=None, start=time.fromisoformat(clock), **more)


def runs(*several: DoneRun, file: str = "runs.csv") -> NamedLog:
    """A file of these runs."""
    return NamedLog(file, ReadLog("garmin", len(several), runs=several))


def assembled(
    *files: NamedLog,
    log: Log | None = None,
    decisions: dict[str, str] | None = None,
    deleted: Sequence[str] = (),
) -> Assembly:
    """These files with what is here, against the ready exercises."""
    return assemble(files, library(), Here(log or Log(), frozenset(deleted)), decisions)


def after(log: Log, *files: NamedLog) -> Log:
    """The log once these files are imported."""
    return logged_with(log, assembled(*files, log=log).changes)
