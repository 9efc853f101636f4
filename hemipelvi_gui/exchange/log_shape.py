"""What a format of other programs' logs has to offer."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from hemipelvi_gui.domain.log_files import Answers, ReadLog

# Called now and then with what is done, in [0, 1]; it raises `Cancelled` to stop the reading.
Tick = Callable[[float], None]


class Cancelled(Exception):  # noqa: N818  it is no error
    """The runner called the reading off."""


class LogReader(Protocol):
    """A row of `LOG_READERS`. Formats don't know each other."""

    @property
    def key(self) -> str:
        """What the program calls it, in JSON and in the sources of records: "strong"."""
        ...

    @property
    def name(self) -> str:
        """What people call it."""
        ...

    def recognises(self, content: bytes) -> bool:
        """Whether this content looks like the format, whatever the file is called."""
        ...

    def read(self, content: bytes, answers: Answers, tick: Tick) -> ReadLog:
        """What the content says. Raises ContentError, and what `tick` raises."""
        ...
