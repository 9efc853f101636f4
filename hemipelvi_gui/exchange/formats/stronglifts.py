"""StrongLifts 5x5: its CSV export, a row an exercise or (until about 2018) a row a workout.

Each set has a column for its reps and one for its weight, or the exercise has one weight for all.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from hemipelvi_gui.domain.log_files import Answers, Question, ReadLog, ReadSet, Skipped
from hemipelvi_gui.domain.text import translate
from hemipelvi_gui.domain.units import MassUnit
from hemipelvi_gui.exchange.cells import Column, RefusedError, number, title, words
from hemipelvi_gui.exchange.moments import NEVER, Moment, Moments
from hemipelvi_gui.exchange.shape import ContentError
from hemipelvi_gui.exchange.strength.cells import DAY_S, reps
from hemipelvi_gui.exchange.strength.loads import NO_WEIGHT, Tells, Weight, Weights, turned_words
from hemipelvi_gui.exchange.tables import EXPORT_AGAIN, Table, first_row, table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from hemipelvi_gui.exchange.log_shape import Tick

SET = re.compile(r"set\s*([0-9]{1,3})\s*(?:\(\s*([a-z]+)\s*\))?")
EXERCISE = re.compile(r"exercise(?:\s*[0-9]{1,2})?")
WEIGHT = re.compile(r"weight\s*\(\s*([a-z]+)\s*\)")
UNITS = {"kg": Tells.KG, "kgs": Tells.KG, "lb": Tells.LB, "lbs": Tells.LB}
HOUR_S = 3600


class Sets(NamedTuple):
    """The columns of one set: its reps, and what tells its weight."""

    reps: int
    weight: tuple[int, ...]
    tells: tuple[Tells, ...]


class Block(NamedTuple):
    """The columns of one exercise."""

    exercise: int
    sets: tuple[Sets, ...]


@dataclass(frozen=True)
class StrongLifts:
    """A row of `LOG_READERS`."""

    key: str = "stronglifts"
    name: str = "StrongLifts"

    def recognises(self, content: bytes) -> bool:
        """Whether it has columns for the reps of single sets."""
        header = _plain(first_row(content))
        sets = [found for name in header if (found := SET.fullmatch(name))]
        return any(each[2] in (None, "reps", *UNITS) for each in sets) and (
            any(map(EXERCISE.fullmatch, header)) or any(name.startswith("date") for name in header)
        )

    def read(self, content: bytes, answers: Answers, tick: Tick) -> ReadLog:
        """All sets. Raises ContentError, and what `tick` raises."""
        found = table(content)
        reading = _Reading(found, answers.day_first is not False)
        reading.take_all(tick)
        order = reading.moments.order
        if order is not None and order != reading.moments.day_first:
            reading = _Reading(found, order)
            reading.take_all(tick)
        is_open = answers.day_first is None and reading.moments.is_open and order is None
        return ReadLog(
            self.key,
            reading.rows,
            tuple(reading.sets),
            skipped=tuple(sorted(reading.skipped, key=lambda each: each.line)),
            questions=(Question.DATE_ORDER,) if is_open else (),
            assumed=tuple(turned_words(each.turned) for each in reading.weights if each.turned),
        )


class _Reading:
    """One pass through the rows, with one order of dates."""

    def __init__(self, found: Table, day_first: bool) -> None:
        header = _plain(found.header)
        self.table, self.blocks = found, tuple(_blocks(header))
        date = _place(header, ("date",))
        if date is None:
            raise _missing("Date")
        self.date = date
        if not any(name for name in header if EXERCISE.fullmatch(name)):
            raise _missing("Exercise")
        if not any(block.sets for block in self.blocks):
            raise _missing("Set 1 (Reps)")
        self.workout = _place(header, ("workout name",))
        self.begun = _place(header, ("start time",))
        self.hours = _place(header, ("duration (hours)", "duration"))
        self.notes = _place(header, ("notes", "note"))
        self.moments = Moments(day_first=day_first)
        self.when: Column[str, Moment] = Column(self.moments, NEVER)
        self.names = Column(title, "")
        self.remarks = Column(words, "")
        tells = {each.tells for block in self.blocks for each in block.sets}
        self.weights = [Weights(each, MassUnit.KG) for each in tells]
        self.loads = {each.tells: Column(each, NO_WEIGHT) for each in self.weights}
        self.sets: list[ReadSet] = []
        self.skipped: list[Skipped] = []
        self.rows = 0

    def take_all(self, tick: Tick) -> None:
        for chunk in self.table.chunks(tick):
            self.rows += len(chunk.rows) + len(chunk.misfits)
            self.skipped += chunk.misfits
            for line, row in zip(chunk.lines, chunk.rows, strict=True):
                try:
                    self.sets += list(self._sets(line, row))
                except RefusedError as refused:
                    self.skipped.append(Skipped(line, refused.reason))

    def _sets(self, line: int, row: Sequence[str]) -> Iterator[ReadSet]:
        """The sets of a row, which counts as a whole or not at all. Raises RefusedError."""
        moment = self._moment(row)
        told = self._told(row, self.notes, self.remarks)
        done = False
        for block in self.blocks:
            name = self.names[row[block.exercise]]
            for each in block.sets if name else ():
                count = reps(row[each.reps])
                if count is None:
                    continue
                done = True
                weight = self._weight(row, each)
                yield ReadSet(
                    line,
                    moment.start,
                    moment.timed,
                    self._told(row, self.workout, self.names),
                    name,
                    weight.value,
                    weight.unit,
                    count,
                    workout_notes=told,
                    workout_s=self._length(row),
                )
        if not done:
            raise RefusedError(translate("LogFile", "no set of it has reps."))

    def _moment(self, row: Sequence[str]) -> Moment:
        cell = row[self.date]
        begun = "" if self.begun is None else row[self.begun].strip()
        if begun:
            with_time = self.when[f"{cell} {begun}"]
            if with_time is not NEVER:
                return with_time
        moment = self.when[cell]
        if moment is NEVER:
            raise RefusedError(self.when.faults[cell])
        return moment

    def _weight(self, row: Sequence[str], each: Sets) -> Weight:
        column = self.loads[each.tells]
        cells = tuple(row[place] for place in each.weight)
        weight = column[cells]
        if cells in column.faults:
            raise RefusedError(column.faults[cells])
        return weight

    def _told(self, row: Sequence[str], place: int | None, column: Column[str, str]) -> str:
        return "" if place is None else column[row[place]]

    def _length(self, row: Sequence[str]) -> float | None:
        try:
            hours = None if self.hours is None else number(row[self.hours])
        except RefusedError:
            return None
        return hours * HOUR_S if hours and 0 < hours * HOUR_S <= DAY_S else None


def _plain(header: Iterable[str]) -> list[str]:
    return [" ".join(name.split()).casefold().replace("\ufeff", "") for name in header]


def _place(header: Sequence[str], names: Sequence[str]) -> int | None:
    """The first column of such a name, whatever stands in brackets behind it."""
    for place, name in enumerate(header):
        if name in names or name.partition(" (")[0] in names:
            return place
    return None


def _blocks(header: Sequence[str]) -> Iterator[Block]:
    """The exercises of a row, each with the columns up to the next; the last one alone wherever."""
    starts = [place for place, name in enumerate(header) if EXERCISE.fullmatch(name)]
    ends = [*starts, len(header)][1:]
    for start, end in zip(starts, ends, strict=True):
        # With one exercise a row, its columns may be in any order.
        places = range(len(header)) if len(starts) == 1 else range(start, end)
        yield Block(start, tuple(_sets(header, places)))


def _sets(header: Sequence[str], places: Iterable[int]) -> Iterator[Sets]:
    counted: dict[int, int] = {}
    own: dict[int, list[tuple[int, Tells]]] = {}
    shared: list[tuple[int, Tells]] = []
    for place in places:
        if found := SET.fullmatch(header[place]):
            if found[2] in (None, "reps"):
                counted.setdefault(int(found[1]), place)
            elif found[2] in UNITS:
                own.setdefault(int(found[1]), []).append((place, UNITS[found[2]]))
        elif (found := WEIGHT.fullmatch(header[place])) and found[1] in UNITS:
            shared.append((place, UNITS[found[1]]))
    for which, place in sorted(counted.items()):
        weights = own.get(which, shared)
        yield Sets(place, tuple(each for each, _ in weights), tuple(tells for _, tells in weights))


def _missing(name: str) -> ContentError:
    return ContentError(
        translate("LogFile", "the column \u201c{name}\u201d is missing.", name=name),
        advice=EXPORT_AGAIN,
    )
