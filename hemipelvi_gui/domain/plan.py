"""A plan: which sessions belong together, and from when on."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any


@dataclass(frozen=True)
class Plan:
    """A named run of weeks. `sessions` are ids, in the plan's order; their dates are their own."""

    id: str
    name: str
    start: date | None = None
    weeks: int = 1
    sessions: tuple[str, ...] = ()
    notes: str = ""
    version: int = 1
    parent: int | None = None
    extra: dict[str, Any] = field(default_factory=dict, hash=False)
