"""Runs that were done, reduced to what the model needs; where a person ran is never kept."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from hemipelvi_gui.domain.runs import RunKind


class Surface(StrEnum):
    """What was run on, as far as it changes what a pace is worth."""

    ROAD = "road"
    TRAIL = "trail"
    TRACK = "track"
    TREADMILL = "treadmill"


@dataclass(frozen=True)
class Source:
    """Where a record came from: the name of a format and the key it has there."""

    format: str
    key: str


@dataclass(frozen=True)
class Half:
    """One half of a run by time: metres as if on the flat, seconds moving, mean heart rate."""

    flat_metres: float
    seconds: float
    heart_rate: float | None = None


@dataclass(frozen=True)
class DoneRun:
    """A run or race that was done.

    `kind` None: nobody said what it was. `start` is local, `begun` the same moment in UTC where the
    source tells. `seconds` are those moving, `elapsed_s` all of them. `flat_metres` is the distance
    that would have cost as much on the flat (MODEL.md section 6). Heart rates are in beats a
    minute, `device` is what measured them. `halves` are two or none. `run` is the id of the planned
    run, "" where none was planned.
    """

    id: str
    name: str
    date: datetime.date
    kind: RunKind | None = None
    start: datetime.time | None = None
    begun: datetime.datetime | None = None
    run: str = ""
    metres: float | None = None
    seconds: float | None = None
    elapsed_s: float | None = None
    flat_metres: float | None = None
    climb_m: float | None = None
    heart_rate: float | None = None
    max_heart_rate: float | None = None
    halves: tuple[Half, ...] = ()
    temperature_c: float | None = None
    device: str = ""
    surface: Surface | None = None
    rpe: float | None = None
    notes: str = ""
    sources: tuple[Source, ...] = ()
    version: int = 1
    parent: int | None = None
    extra: dict[str, Any] = field(default_factory=dict, hash=False)
