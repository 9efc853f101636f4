"""Runs of a calendar that is read again: what it says now, in the place they have here."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from hemipelvi_gui.domain.runs import Run


def renewed(runs: Iterable[Run], here: Mapping[str, Run | None]) -> dict[str, Run]:
    """Those of the runs that came from the same calendar before, by id.

    Day, time, name, kind, distance and notes are the calendar's; the plan they were put in,
    whether they are skipped and what else was added here stay.
    """
    made: dict[str, Run] = {}
    for run in runs:
        mine = here.get(run.id)
        if mine is not None and run.source and mine.source == run.source and not run.plan:
            made[run.id] = replace(
                run,
                plan=mine.plan,
                skipped=mine.skipped,
                version=mine.version,
                parent=mine.parent,
                extra=mine.extra,
            )
    return made
