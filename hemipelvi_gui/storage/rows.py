"""Values of the domain as rows, and back: JSON text, its hash and the columns that are searched."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date
from functools import cache, cached_property
from typing import Any, Generic, NamedTuple, TypeVar

import msgspec

from hemipelvi_gui.domain.check_ins import CheckIn, HomeTest
from hemipelvi_gui.domain.diary import DoneSession
from hemipelvi_gui.domain.done_runs import DoneRun
from hemipelvi_gui.domain.exercises import Exercise
from hemipelvi_gui.domain.gyms import Gym
from hemipelvi_gui.domain.known_names import KnownName
from hemipelvi_gui.domain.plan import Plan
from hemipelvi_gui.domain.runs import Run
from hemipelvi_gui.domain.session import Session

Value = TypeVar(
    "Value",
    Session,
    Plan,
    Exercise,
    Run,
    Gym,
    DoneSession,
    DoneRun,
    CheckIn,
    HomeTest,
    KnownName,
)

# The store counts these itself.
NUMBERED = frozenset({"version", "parent"})


class UnreadableContentError(Exception):
    """A row's content is not what was once written to it."""


class Searched(NamedTuple):
    """What a record is found by: its day as ISO text, its time budget, the plan it belongs to."""

    date: str | None = None
    minutes: int | None = None
    plan: str = ""


@dataclass(frozen=True)
class Kind(Generic[Value]):
    """One kind of record: its name in the database, its type, what it is found by."""

    name: str
    type: type[Value]
    searched: Callable[[Value], Searched]

    @cached_property
    def _decoder(self) -> msgspec.json.Decoder[Value]:
        return msgspec.json.Decoder(self.type)

    def content(self, value: Value) -> str:
        """Canonical JSON without version and parent: equal values have equal content.

        Keys are sorted, and numbers are as their fields declare them (8 sets off as 8.0).
        """
        # A decoded value does not hold the defaults that its JSON left out, and msgspec would leave
        # them out again.
        whole = _plain(self._decoder.decode(msgspec.json.encode(value)))
        kept = {name: each for name, each in whole.items() if name not in NUMBERED}
        return msgspec.json.encode(kept, order="sorted").decode("utf-8")

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


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


@cache
def _names(kind: type) -> tuple[str, ...]:
    """Names of the fields; none for what is no dataclass."""
    return tuple(each.name for each in fields(kind)) if is_dataclass(kind) else ()


def _plain(value: object) -> Any:  # noqa: ANN401  JSON may be anything
    """Dicts and lists of a value, every field in them. Thrice as fast as `dataclasses.asdict`."""
    kind: type = type(value)
    if names := _names(kind):
        return {name: _plain(getattr(value, name)) for name in names}
    return [_plain(each) for each in value] if isinstance(value, tuple) else value


SESSIONS = Kind(
    "session",
    Session,
    lambda session: Searched(_day(session.date), session.minutes, session.plan),
)
PLANS = Kind("plan", Plan, lambda plan: Searched(_day(plan.start)))
EXERCISES = Kind("exercise", Exercise, lambda _: Searched())
RUNS = Kind("run", Run, lambda run: Searched(_day(run.date), plan=run.plan))
GYMS = Kind("gym", Gym, lambda _: Searched())
DIARY = Kind("diary", DoneSession, lambda done: Searched(_day(done.date)))
DONE_RUNS = Kind("done-run", DoneRun, lambda done: Searched(_day(done.date)))
CHECK_INS = Kind("check-in", CheckIn, lambda each: Searched(_day(each.date)))
HOME_TESTS = Kind("home-test", HomeTest, lambda test: Searched(_day(test.date)))
KNOWN_NAMES = Kind("known-name", KnownName, lambda _: Searched())
