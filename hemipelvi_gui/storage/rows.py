"""Values of the domain as rows, and back: JSON text, its hash and the columns that are searched."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from datetime import date
from functools import cached_property
from typing import Generic, TypeVar

import msgspec

from hemipelvi_gui.domain.exercises import Exercise
from hemipelvi_gui.domain.plan import Plan
from hemipelvi_gui.domain.session import Session

Value = TypeVar("Value", Session, Plan, Exercise)


class UnreadableContentError(Exception):
    """A row's content is not what was once written to it."""


@dataclass(frozen=True)
class Kind(Generic[Value]):
    """One kind of record: its name in the database, its type, its date and time budget."""

    name: str
    type: type[Value]
    searched: Callable[[Value], tuple[str | None, int | None]]

    @cached_property
    def _decoder(self) -> msgspec.json.Decoder[Value]:
        return msgspec.json.Decoder(self.type)

    def content(self, value: Value) -> str:
        """Canonical JSON without version and parent: equal values have equal content.

        Keys are sorted, and numbers are as their fields declare them (8 sets off as 8.0).
        """
        # A decoded value does not hold the defaults that its JSON left out, and msgspec would leave
        # them out again; asdict does not.
        fields = asdict(self._decoder.decode(msgspec.json.encode(value)))
        del fields["version"], fields["parent"]
        return msgspec.json.encode(fields, order="sorted").decode("utf-8")

    def value(self, content: str, checksum: str, version: int, parent: int | None) -> Value:
        """The value of a row. Raises UnreadableContentError where its hash is another one."""
        if content_hash(content) != checksum:
            raise UnreadableContentError(checksum)
        try:
            return replace(self._decoder.decode(content), version=version, parent=parent)
        except msgspec.MsgspecError as error:
            raise UnreadableContentError(str(error)) from error


def day_of(text: str | None) -> date | None:
    """The day in a date column. Raises UnreadableContentError for what is none."""
    try:
        return None if text is None else date.fromisoformat(text)
    except ValueError as error:
        raise UnreadableContentError(text) from error


def content_hash(content: str) -> str:
    """SHA-256 of the content's UTF-8, in hexadecimal."""
    return hashlib.sha256(content.encode("utf-8")).hexdigest()


SESSIONS = Kind(
    "session",
    Session,
    lambda session: (session.date.isoformat() if session.date else None, session.minutes),
)
PLANS = Kind("plan", Plan, lambda plan: (plan.start.isoformat() if plan.start else None, None))
EXERCISES = Kind("exercise", Exercise, lambda _: (None, None))
