"""Planned runs: what the gym days are put around."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class RunKind(StrEnum):
    """What a day's running is for. REST is a day off, OTHER any training that is no run."""

    EASY = "easy"
    QUALITY = "quality"
    LONG = "long"
    RACE = "race"
    REST = "rest"
    OTHER = "other"


# Runs that want fresh legs (MODEL.md section 4).
KEY_RUNS = frozenset({RunKind.QUALITY, RunKind.LONG, RunKind.RACE})


@dataclass(frozen=True)
class Run:
    """One planned run, or a day of rest in its place.

    `start` is local and may be absent. `metres` and `seconds` are what is planned, either or both
    may be absent. `plan` is the plan it belongs to, "" where it stands alone. `series` is shared by
    the runs of one weekly repeat. `source` is the id it has in the calendar it was read from.
    """

    id: str
    name: str
    kind: RunKind
    date: datetime.date
    start: datetime.time | None = None
    metres: float | None = None
    seconds: float | None = None
    notes: str = ""
    plan: str = ""
    series: str = ""
    source: str = ""
    skipped: bool = False
    version: int = 1
    parent: int | None = None
    extra: dict[str, Any] = field(default_factory=dict, hash=False)
