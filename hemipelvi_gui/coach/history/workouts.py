"""The sets of a log, put together to workouts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from math import gcd
from operator import itemgetter
from typing import TYPE_CHECKING
from uuid import UUID, uuid5
from zlib import crc32

from hemipelvi_gui.coach.history.naming import NameMatch, side_of
from hemipelvi_gui.coach.history.sets import ROW, MadeSet, SetMaker, print_of, usual_sides
from hemipelvi_gui.domain.diary import DoneItem, DoneSession
from hemipelvi_gui.domain.done_runs import Source
from hemipelvi_gui.domain.log_files import ReadSet, Skipped
from hemipelvi_gui.domain.prescription import Sides
from hemipelvi_gui.domain.text import translate

if TYPE_CHECKING:
    from hemipelvi_gui.coach.history.naming import Namer
    from hemipelvi_gui.domain.balance import Library

# Reading the same log again must give the same sessions, so their ids come from format and start.
IDS = UUID("b0f6b8ac-6d39-5d0e-8c53-7f7b0c1c2f4e")
# A set of at most this part of the day's top load, before it, is a warm-up (MODEL.md section 2).
WARMUP_UP_TO = 0.6
# In `extra`: the name in the file; how many sets a workout had as it was imported, and their print.
NAME, IMPORTED, SETS, PRINT = "name", "imported", "sets", "print"
EVERY = 200
# Of the time for the workouts of a file, what goes for gathering their rows.
GATHERED = 0.5
# What rows of one exercise in one workout have in common, as a run of rows.
RUN = itemgetter(*map(ReadSet._fields.index, ("start", "timed", "workout", "exercise", "group")))

NOTHING_DONE = translate("History", "It says no reps, no time and no distance.")
UNNAMED = translate("History", "Workout")
LEFT_OUT = translate("History", "Left out, as you decided.")

Tick = Callable[[float], None]


@dataclass
class Rows:
    """The rows of one exercise in one workout, in their order, as they are gathered."""

    name: str
    match: NameMatch
    group: str
    made: list[MadeSet] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    orders: list[str] = field(default_factory=list)
    notes: dict[str, None] = field(default_factory=dict)


@dataclass
class Gathered:
    """The rows of one workout; `first` is the one that it was first read from."""

    first: ReadSet
    items: dict[tuple[str, str], Rows] = field(default_factory=dict)
    notes: str = ""
    seconds: float | None = None


@dataclass(frozen=True)
class Workout:
    """A workout of a file: the session, and the rows that each of its items was made of."""

    session: DoneSession
    rows: tuple[Rows, ...]
    count: int

    @property
    def lines(self) -> list[int]:
        """Lines of all its sets."""
        return [line for each in self.rows for line in each.lines]


class WorkoutMaker:
    """Makes workouts of the rows of one file, and counts what it had to guess or leave out."""

    def __init__(self, format_key: str, namer: Namer, library: Library) -> None:
        self._format, self._namer, self._library = format_key, namer, library
        self._sets = {sides: SetMaker(sides) for sides in Sides}
        self._names: dict[str, tuple[str, NameMatch, Sides]] = {}
        self._extras: dict[str, dict[str, str]] = {}
        self.skipped: list[Skipped] = []
        self.warmups = 0
        self.repeated = 0
        self.uses: dict[str, int] = {}

    def workouts(self, sets: Sequence[ReadSet], tick: Tick) -> Iterator[Workout]:
        """Each workout, in the order of the file. Where one begins is what tells it apart.

        Those of a day without times are told apart by their names.
        """
        found: dict[tuple[object, str], Gathered] = {}
        done = 0
        for number, (key, some) in enumerate(groupby(sets, RUN)):
            rows = list(some)
            # What a new name means takes a thousand times as long as another row of a known one.
            if not number % EVERY or key[-2] not in self._names:
                tick(GATHERED * done / len(sets))
            done += len(rows)
            self._gather(key, rows, found)
        for number, each in enumerate(found.values()):
            if not number % EVERY:
                tick(GATHERED + (1 - GATHERED) * number / len(found))
            if each.items:
                yield self._workout(each)

    def _gather(
        self,
        key: tuple[object, bool, str, str, str],
        rows: list[ReadSet],
        found: dict[tuple[object, str], Gathered],
    ) -> None:
        """Put a run of rows to its workout, left out what says nothing or is not wanted."""
        start, timed, workout, written, group = key
        name, match, sides = self._named(written)
        if not match.meant:
            self._leave_out(name, rows)
            return
        make = self._sets[sides].make
        made = [make(each[ROW]) for each in rows]  # type: ignore[arg-type]  # a slice has no types
        if not all(made):
            rows = self._without(rows, made)
        if not rows:
            return
        place = (start, "" if timed else workout)
        whole = found.get(place)
        if whole is None:
            whole = found[place] = Gathered(rows[0])
        item = whole.items.get((name, group))
        if item is None:
            item = whole.items[name, group] = Rows(name, match, group)
        item.made += [each for each in made if each]
        item.lines += [each.line for each in rows]
        item.orders += [each.order for each in rows]
        item.notes.update(dict.fromkeys([each.notes for each in rows if each.notes]))
        whole.notes = whole.notes or next((x.workout_notes for x in rows if x.workout_notes), "")
        whole.seconds = whole.seconds or next((x.workout_s for x in rows if x.workout_s), None)

    def _without(self, rows: list[ReadSet], made: list[MadeSet | None]) -> list[ReadSet]:
        """The rows that a set was made of; the others are noted."""
        pairs = list(zip(rows, made, strict=True))
        self.skipped += [Skipped(each.line, NOTHING_DONE) for each, one in pairs if one is None]
        return [each for each, one in pairs if one is not None]

    def _workout(self, gathered: Gathered) -> Workout:
        rows = tuple(gathered.items.values())
        items: list[DoneItem] = []
        prints: list[str] = []
        count = 0
        self.repeated += told_once(rows)
        for each in rows:
            self._warm_up(each)
            made = each.made
            item = DoneItem(
                each.match.meant,
                "",
                each.match.variant,
                tuple([one.set for one in made]),
                each.group,
                "\n".join(each.notes),
                self._extra(each.name),
            )
            items.append(item)
            prints.append(_item_print(item, [one.print for one in made]))
            count += len(made)
            self.uses[each.name] = self.uses.get(each.name, 0) + len(made)
        session = self._session(gathered, tuple(items), {SETS: count, PRINT: _print(prints)})
        return Workout(session, rows, count)

    def _leave_out(self, name: str, rows: list[ReadSet]) -> None:
        self.skipped += [Skipped(each.line, LEFT_OUT) for each in rows]
        self.uses[name] = self.uses.get(name, 0) + len(rows)

    def _named(self, written: str) -> tuple[str, NameMatch, Sides]:
        found = self._names.get(written)
        if found is None:
            name, side = side_of(written)
            match = self._namer.match(name)
            exercise = match.made or self._library.get(match.exercise)
            found = self._names[written] = (name, match, side or usual_sides(exercise))
        return found

    def _warm_up(self, gathered: Rows) -> None:
        """Where the file marks no warm-ups of an exercise, light sets are guessed to be some."""
        made = gathered.made
        loads = [each.kg for each in made]
        top = max(loads)
        limit = WARMUP_UP_TO * top
        if loads[0] == top or min(loads) > limit or any([each.set.warmup for each in made]):
            return
        for place, kg in enumerate(loads[: loads.index(top)]):
            if 0 < kg <= limit:
                made[place] = self._sets[made[place].set.sides].as_warmup(made[place])
                self.warmups += 1

    def _extra(self, name: str) -> dict[str, str]:
        """One object a name: nothing ever changes it."""
        return self._extras.setdefault(name, {NAME: name})

    def _session(
        self, gathered: Gathered, items: tuple[DoneItem, ...], imported: dict[str, int]
    ) -> DoneSession:
        first = gathered.first
        key = first.start.isoformat() if first.timed else f"{first.start.date()} {first.workout}"
        return DoneSession(
            id=str(uuid5(IDS, f"{self._format} {key}")),
            name=first.workout or str(UNNAMED),
            date=first.start.date(),
            start=first.start.time() if first.timed else None,
            items=items,
            seconds=gathered.seconds,
            notes=gathered.notes,
            sources=(Source(self._format, key),),
            extra={IMPORTED: imported},
        )


def told_once(rows: Sequence[Rows]) -> int:
    """Take a workout once that a file has several times over; the rows too many.

    It has where every set with a number is there with it equally often. Equal rows without a number
    (two warm-ups of Strong) are real otherwise, and so is an exercise that comes back.
    """
    times = 0
    for each in rows:
        numbered = [order for order in each.orders if order.isdecimal()]
        if len(set(numbered)) == len(numbered) and (numbered or not each.orders[0]):
            return 0
        times = gcd(times, *Counter(numbered).values())
    counts = [Counter(zip(each.orders, _prints(each), strict=True)) for each in rows]
    times = gcd(times, *(count for each in counts for count in each.values()))
    if times < 2:
        return 0
    dropped = 0
    for each, count in zip(rows, counts, strict=True):
        left = Counter({key: number // times for key, number in count.items()})
        kept: list[int] = []
        for place, key in enumerate(zip(each.orders, _prints(each), strict=True)):
            if left[key]:
                left[key] -= 1
                kept.append(place)
        dropped += len(each.made) - len(kept)
        each.made = [each.made[place] for place in kept]
        each.lines = [each.lines[place] for place in kept]
        each.orders = [each.orders[place] for place in kept]
    return dropped


def _prints(rows: Rows) -> list[str]:
    return [each.print for each in rows.made]


def items_print(items: Iterable[DoneItem]) -> int:
    """A number that changes when anybody changes what was done."""
    return _print([_item_print(each, list(map(print_of, each.sets))) for each in items])


def _item_print(item: DoneItem, sets: list[str]) -> str:
    return f"{item.exercise}/{item.variant}/{item.group}/{item.notes}/{';'.join(sets)}"


def _print(items: list[str]) -> int:
    return crc32("\n".join(items).encode("utf-8", "surrogatepass"))
