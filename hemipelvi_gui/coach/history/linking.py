"""Runs that were done, and the planned run that each of them was."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from hemipelvi_gui.domain.runs import RunKind

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Mapping

    from hemipelvi_gui.domain.done_runs import DoneRun
    from hemipelvi_gui.domain.runs import Run

# How far what was done may be from what was planned, and still be it.
WITHIN = 0.25
RUNNING = frozenset({RunKind.EASY, RunKind.QUALITY, RunKind.LONG, RunKind.RACE})


def linked(
    done: Mapping[str, DoneRun], planned: Iterable[Run], taken: Iterable[DoneRun]
) -> dict[str, DoneRun]:
    """The runs, each with the planned run that it was, where only one can be meant.

    `taken` are all other runs that were done. A planned run is done once.
    """
    gone = {each.run for each in (*taken, *done.values()) if each.run}
    open_on: dict[datetime.date, list[Run]] = defaultdict(list)
    for run in planned:
        if run.kind in RUNNING and not run.skipped and run.id not in gone:
            open_on[run.date].append(run)
    if not open_on:
        return dict(done)
    fits = {
        each.id: [run.id for run in open_on.get(each.date, ()) if _fits(each, run)]
        for each in done.values()
        if not each.run
    }
    wanted = Counter(run for runs in fits.values() for run in runs)
    sure = {
        done_id: runs[0]
        for done_id, runs in fits.items()
        if len(runs) == 1 and wanted[runs[0]] == 1
    }
    return {key: replace(each, run=sure.get(key, each.run)) for key, each in done.items()}


def _fits(done: DoneRun, run: Run) -> bool:
    for did, meant in ((done.metres, run.metres), (done.seconds, run.seconds)):
        if did and meant:
            return abs(did - meant) <= WITHIN * meant
    return False
