"""Logs with one row a set: from the columns of a table to `ReadSet`s, a column at a time.

What a file leaves open is read with a guess. Where the file itself proves the guess wrong further
down (13/7 can't be the thirteenth month), it is read once more.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from itertools import compress, repeat
from operator import itemgetter, not_
from typing import TYPE_CHECKING, Any, NamedTuple

from hemipelvi_gui.domain.log_files import (
    Answers,
    Question,
    ReadLog,
    ReadSet,
    Skipped,
)
from hemipelvi_gui.domain.text import Text, translate
from hemipelvi_gui.exchange.cells import Column, title, words
from hemipelvi_gui.exchange.moments import NEVER, Moments
from hemipelvi_gui.exchange.strength.cells import (
    between,
    effort,
    exercise,
    reps,
    set_seconds,
    workout,
    workout_seconds,
)
from hemipelvi_gui.exchange.strength.guess import (
    AS_BEFORE,
    WAYS_TAKEN,
    Guess,
    first_guess,
    known_unit,
)
from hemipelvi_gui.exchange.strength.layout import LOADS, WAYS, Field, Layout
from hemipelvi_gui.exchange.strength.loads import NO_WEIGHT, Distances, Weights, turned_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from hemipelvi_gui.exchange.log_shape import Tick
    from hemipelvi_gui.exchange.tables import Table

# As `ReadSet._make` does, but all in C: a long log has 100,000 sets.
NEW_SET = partial(tuple.__new__, ReadSet)
NOTHING_DONE = (None, None, None)
NOT_DONE = translate("LogFile", "it has neither reps nor a time nor a distance.")
NO_SET = translate("LogFile", "a rest timer or a note is no set.")


def read_sets(table: Table, layout: Layout, answers: Answers, tick: Tick) -> ReadLog:
    """All sets below the header. Raises ContentError, and what `tick` raises."""
    guess = first_guess(answers, layout.key)
    reading = _Reading(layout, guess)
    reading.take_all(table, tick)
    if reading.proven != guess:
        reading = _Reading(layout, reading.proven)
        reading.take_all(table, tick)
    return reading.log(answers)


class _Part(NamedTuple):
    """Some columns, and the reader of what they say together."""

    places: tuple[int, ...]
    column: Column[Any, Any]
    is_joint: bool = False

    def keys(self, columns: Sequence[Sequence[str]]) -> Iterable[Any]:
        if self.is_joint:
            return zip(*(columns[place] for place in self.places), strict=True)
        return columns[self.places[0]]

    def read(self, columns: Sequence[Sequence[str]]) -> Iterable[Any]:
        if not self.places:
            return repeat(self.column.fault, len(columns[0]))
        return map(self.column.__getitem__, self.keys(columns))


class _Reading:
    """One pass through the rows, with one guess."""

    def __init__(self, layout: Layout, guess: Guess) -> None:
        self.layout, self.guess = layout, guess
        self.sets: list[ReadSet] = []
        self.skipped: list[Skipped] = []
        self.rows = 0
        self.remarks: dict[tuple[str, str], str] = {}
        at = layout.at
        loads = tuple(field for field in LOADS if field in at)
        ways = tuple(field for field in WAYS if field in at)
        self.moments = Moments(day_first=guess.day_first)
        self.weights = Weights(tuple(LOADS[field] for field in loads), guess.unit)
        self.distances = Distances(tuple(WAYS[field] for field in ways), guess.way)
        self.moment = self._one(Field.MOMENT, self.moments, NEVER)
        self.exercise = self._one(Field.EXERCISE, exercise, "")
        self.load = self._joint(loads, self.weights, NO_WEIGHT)
        self.reps = self._one(Field.REPS, reps, None)
        self.seconds = self._one(Field.SECONDS, set_seconds, None)
        self.metres = self._joint(ways, self.distances, None)
        self.rpe = self._one(Field.RPE, effort, None)
        self.kind = self._one(Field.KIND, layout.kind, False)
        self.workout = self._one(Field.WORKOUT, workout, "")
        self.group = self._one(Field.GROUP, title, "")
        self.notes = self._one(Field.NOTES, words, "")
        self.workout_notes = self._one(Field.WORKOUT_NOTES, words, "")
        self.length = self._lasted()
        # In the order in which a person would look for what is wrong.
        self.can_fail = (
            self.moment, self.workout, self.exercise, self.load,
            self.reps, self.seconds, self.metres, self.rpe,
        )  # fmt: skip

    def _one(self, field: Field, read: Callable[[str], Any], fault: object) -> _Part:
        place = self.layout.at.get(field)
        return _Part(() if place is None else (place,), Column(read, fault))

    def _joint(self, fields: Sequence[Field], read: Callable[[Any], Any], fault: object) -> _Part:
        places = tuple(self.layout.at[field] for field in fields)
        return _Part(places, Column(read, fault), is_joint=True)

    def _lasted(self) -> _Part:
        """The length of the workout. It is lost where it can't be read: the sets count."""
        if Field.END in self.layout.at:
            return self._joint((Field.MOMENT, Field.END), partial(between, self.moments), None)
        return self._one(Field.LENGTH, workout_seconds, None)

    def take_all(self, table: Table, tick: Tick) -> None:
        for chunk in table.chunks(tick):
            self.rows += len(chunk.rows) + len(chunk.misfits)
            self.skipped += chunk.misfits
            self._take(chunk.lines, chunk.rows)

    def _take(self, lines: Sequence[int], rows: Sequence[list[str]]) -> None:
        columns = tuple(zip(*rows, strict=True))
        kinds = list(self.kind.read(columns)) if rows else []
        if None in kinds:
            is_set = [kind is not None for kind in kinds]
            others = list(map(not_, is_set))
            self.skipped += [Skipped(line, NO_SET) for line in compress(lines, others)]
            self._remember(compress(rows, others))
            self._take(list(compress(lines, is_set)), list(compress(rows, is_set)))
        elif rows:
            self._take_sets(lines, columns, kinds)

    def _take_sets(
        self, lines: Sequence[int], columns: Sequence[Sequence[str]], kinds: Sequence[bool]
    ) -> None:
        moments = list(self.moment.read(columns))
        loads = list(self.load.read(columns))
        done = [list(part.read(columns)) for part in (self.reps, self.seconds, self.metres)]
        sets = map(
            NEW_SET,
            zip(
                lines,
                map(itemgetter(0), moments),
                map(itemgetter(1), moments),
                self.workout.read(columns),
                self.exercise.read(columns),
                map(itemgetter(0), loads),
                map(itemgetter(1), loads),
                *done,
                self.rpe.read(columns),
                kinds,
                self.group.read(columns),
                self.notes.read(columns),
                self.workout_notes.read(columns),
                self.length.read(columns),
                self._orders(columns),
                strict=True,
            ),
        )
        read = list(sets)
        wrong = self._wrong(columns)
        if NOTHING_DONE in zip(*done, strict=True):
            for place, each in enumerate(zip(*done, strict=True)):
                if each == NOTHING_DONE:
                    wrong.setdefault(place, NOT_DONE)
        if wrong:
            self.skipped += [Skipped(lines[place], wrong[place]) for place in sorted(wrong)]
            read = [each for place, each in enumerate(read) if place not in wrong]
        self.sets += read

    def _orders(self, columns: Sequence[Sequence[str]]) -> Iterable[str]:
        place = self.layout.at.get(Field.ORDER)
        return repeat("", len(columns[0])) if place is None else columns[place]

    def _wrong(self, columns: Sequence[Sequence[str]]) -> dict[int, Text]:
        """Why rows can't be taken, by their place."""
        wrong: dict[int, Text] = {}
        for part in self.can_fail:
            faults = part.column.faults
            if faults:
                for place, key in enumerate(part.keys(columns)):
                    if key in faults:
                        wrong.setdefault(place, faults[key])
        return wrong

    def _remember(self, rows: Iterable[list[str]]) -> None:
        """A row of a note is about the exercise that comes below it."""
        at = self.layout.at
        for row in rows:
            note = self.notes.column[row[at[Field.NOTES]]] if Field.NOTES in at else ""
            if note:
                self.remarks[row[at[Field.MOMENT]], row[at[Field.EXERCISE]]] = note

    @property
    def proven(self) -> Guess:
        """The guess, where the file does not say otherwise."""
        order, told = self.moments.order, self.weights.told
        if not (self.weights.is_open or self.distances.is_open):
            told = None  # nothing hangs on it
        return self.guess._replace(
            day_first=self.guess.day_first if order is None else order,
            unit=told or self.guess.unit,
        )

    def log(self, answers: Answers) -> ReadLog:
        """What was read, with what is open."""
        self._remark()
        return ReadLog(
            self.layout.key,
            self.rows,
            tuple(self.sets),
            skipped=tuple(sorted(self.skipped, key=itemgetter(0))),
            questions=tuple(self._questions(answers)),
            assumed=tuple(self._assumed(answers)),
            settled=(Question.UNITS,) if self._is_as_before(answers) else (),
        )

    def _is_as_before(self, answers: Answers) -> bool:
        """Whether nothing but what came in earlier tells the unit."""
        told = answers.units or self.weights.told
        return told is None and self.weights.is_open and self.layout.key in answers.earlier

    def _questions(self, answers: Answers) -> Iterator[Question]:
        unit = self.weights.told or known_unit(answers, self.layout.key)
        if unit is None and self.weights.is_open:
            yield Question.UNITS
        if answers.day_first is None and self.moments.is_open and self.moments.order is None:
            yield Question.DATE_ORDER
        if self._follows(answers) and unit is None and not self.weights.is_open:
            yield Question.DISTANCE

    def _follows(self, answers: Answers) -> bool:
        """Whether distances are read in what the weights are in."""
        return self.distances.is_open and answers.distance is None

    def _assumed(self, answers: Answers) -> Iterator[Text]:
        kg = self.weights.turned
        if kg is not None:
            yield turned_words(kg)
            if self.weights.is_open:
                yield translate("LogFile", "So the other weights are read as kilograms.")
        if self._is_as_before(answers):
            yield replace(AS_BEFORE, args={"unit": self.guess.unit.value})
        if self._follows(answers) and (self.weights.told or known_unit(answers, self.layout.key)):
            yield WAYS_TAKEN[self.guess.way]

    def _remark(self) -> None:
        remarks = {
            (self.moment.column[moment].start, self.exercise.column[name]): note
            for (moment, name), note in self.remarks.items()
        }
        if not remarks:
            return
        for place, each in enumerate(self.sets):
            note = remarks.pop((each.start, each.exercise), "")
            if note:
                self.sets[place] = each._replace(notes="\n".join(filter(None, (note, each.notes))))
