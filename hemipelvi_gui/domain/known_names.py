"""What names of exercises in the runner's files mean, once they have been asked."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class KnownName:
    """`id` is the name as `name_key` writes it, `exercise` the id of what it means; "": nothing."""

    id: str
    exercise: str = ""
    version: int = 1
    parent: int | None = None
    extra: dict[str, Any] = field(default_factory=dict, hash=False)

    @property
    def name(self) -> str:
        """The name itself."""
        return self.id


def name_key(name: str) -> str:
    """A name without what files write now one way and now another: case and spaces."""
    return " ".join(name.split()).casefold()
