"""Values of the domain as rows, and back: JSON text, its hash and the columns that are searched."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
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
from hemipelvi_gui.storage.twins import Pieces, sorted_twin

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


class SharedSets:
    """An import brings thousands of sessions whose sets are a few objects again and again."""

    def bare(self, done: Any) -> object:  # noqa: ANN401  a DoneSession
        """The fields of a session without its sets."""
        items = [{**vars(item), "sets": ()} for item in done.items]
        return {**vars(done), "items": items}

    def fill(self, twin: Any, done: Any, pieces: Pieces) -> None:  # noqa: ANN401  the twin of one
        """Give the twin of the bare session the sets as they are written."""
        for mine, item in zip(twin.items, done.items, strict=True):
            mine.sets = pieces.row(item.sets)


@dataclass(frozen=True)
class Kind(Generic[Value]):
    """One kind of record: its name in the database, its type, what it is found by.

    `parted` tells how parts that many values share are written once.
    """

    name: str
    type: type[Value]
    searched: Callable[[Value], Searched]
    parted: SharedSets | None = None

    @cached_property
    def _decoder(self) -> msgspec.json.Decoder[Value]:
        return msgspec.json.Decoder(self.type)

    @cached_property
    def _canonical(self) -> msgspec.json.Decoder[Any]:
        return msgspec.json.Decoder(sorted_twin(self.type, NUMBERED))

    def content(self, value: Value) -> str:
        """Canonical JSON without version and parent: equal values have equal content.

        Keys are sorted, and numbers are as their fields declare them (8 sets off as 8.0).
        """
        return next(self.contents([value]))

    def contents(self, values: Iterable[Value]) -> Iterator[str]:
        """The content of each. What many of them share is written once."""
        pieces = Pieces()
        for value in values:
            bare = value if self.parted is None else self.parted.bare(value)
            whole = self._canonical.decode(msgspec.json.encode(bare))
            if self.parted is not None:
                self.parted.fill(whole, value, pieces)
            yield msgspec.json.encode(whole, order="deterministic").decode("utf-8")

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


SESSIONS = Kind(
    "session",
    Session,
    lambda session: Searched(_day(session.date), session.minutes, session.plan),
)
PLANS = Kind("plan", Plan, lambda plan: Searched(_day(plan.start)))
EXERCISES = Kind("exercise", Exercise, lambda _: Searched())
RUNS = Kind("run", Run, lambda run: Searched(_day(run.date), plan=run.plan))
GYMS = Kind("gym", Gym, lambda _: Searched())
DIARY = Kind("diary", DoneSession, lambda done: Searched(_day(done.date)), SharedSets())
DONE_RUNS = Kind("done-run", DoneRun, lambda done: Searched(_day(done.date)))
CHECK_INS = Kind("check-in", CheckIn, lambda each: Searched(_day(each.date)))
HOME_TESTS = Kind("home-test", HomeTest, lambda test: Searched(_day(test.date)))
KNOWN_NAMES = Kind("known-name", KnownName, lambda _: Searched())
