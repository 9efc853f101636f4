"""A session while it is being done: what comes next, with its numbers, and what is done so far."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from hemipelvi_gui.domain.diary import DoneSession, DoneSet
from hemipelvi_gui.domain.prescription import MIRRORED, Measure, Prescription, Sides

if TYPE_CHECKING:
    from collections.abc import Sequence

ONE_SIDED = frozenset(MIRRORED)
WHOLE = frozenset({Measure.REPS, Measure.BREATHS, Measure.CONTACTS})


@dataclass(frozen=True)
class Task:
    """One exercise of a workout with its plan, in which the rest is filled in, and what is done.

    `item` is the planned item's id, "" where it was added or stands in for another, whose item's
    id is `instead_of`. Tasks beside each other that share a `group` are done in turn.
    """

    exercise: str
    plan: Prescription
    item: str = ""
    variant: str = ""
    group: str = ""
    sets: tuple[DoneSet, ...] = ()
    skipped: bool = False
    instead_of: str = ""
    notes: str = ""
    # What another version of the program wrote beside it.
    extra: dict[str, Any] = field(default_factory=dict, hash=False)

    @property
    def warmups(self) -> int:
        """Warm-up sets that are done."""
        return sum(1 for each in self.sets if each.warmup)

    @property
    def working(self) -> tuple[DoneSet, ...]:
        """The sets that count."""
        return tuple(each for each in self.sets if not each.warmup)

    @property
    def pending_side(self) -> Sides | None:
        """The side that is still to do of a set that was done on the other one."""
        left, right = (self._sided(each) for each in (Sides.LEFT, Sides.RIGHT))
        if self.plan.sides in ONE_SIDED or left == right:
            return None
        return Sides.LEFT if left < right else Sides.RIGHT

    @property
    def count(self) -> int:
        """Working sets that are done as a whole; one on the left and one on the right are one."""
        if self.plan.sides in ONE_SIDED:
            return len(self.working)
        whole = sum(1 for each in self.working if each.sides not in ONE_SIDED)
        return whole + min(self._sided(Sides.LEFT), self._sided(Sides.RIGHT))

    @property
    def rounds(self) -> int:
        """Sets that are done as a whole, warm-up sets among them."""
        return self.warmups + self.count

    @property
    def is_over(self) -> bool:
        """Whether nothing of it is left to do."""
        return self.skipped or (self.count >= self.plan.sets and self.pending_side is None)

    def _sided(self, side: Sides) -> int:
        return sum(1 for each in self.working if each.sides is side)


@dataclass(frozen=True)
class Workout:
    """A session of the diary as it is being done. `last`: where the last set was done."""

    done: DoneSession
    tasks: tuple[Task, ...] = ()
    last: int | None = None

    @property
    def is_empty(self) -> bool:
        """Whether no set is done."""
        return not any(each.sets for each in self.tasks)

    @property
    def is_over(self) -> bool:
        """Whether there are tasks and nothing is left to do."""
        return bool(self.tasks) and all(each.is_over for each in self.tasks)


@dataclass(frozen=True)
class Coming:
    """The set that comes: set `number` of `count`, warm-up sets counted apart, with its numbers."""

    place: int
    number: int
    count: int
    set: DoneSet


def coming(workout: Workout, chosen: int | None = None) -> Coming | None:
    """The next set: of the chosen task, else where it goes on. None where nothing is left.

    A chosen task that is over has one set more than was planned.
    """
    place = chosen
    if place is None or not 0 <= place < len(workout.tasks):
        place = going_on(workout)
    if place is None:
        return None
    task = workout.tasks[place]
    ahead = prefilled(task)
    if ahead.warmup:
        return Coming(place, task.warmups + 1, task.plan.warmup_sets, ahead)
    number = task.count + 1
    return Coming(place, number, max(task.plan.sets, number), ahead)


def planned_sets(p: Prescription) -> tuple[DoneSet, ...]:
    """All sets as prescribed, warm-up sets first; of a range its middle, rounded down."""
    amount = float(int(p.amount)) if p.measure in WHOLE else p.amount
    warmup = DoneSet(max(amount, p.low), p.measure, p.sides, None, None, warmup=True)
    one = DoneSet(max(amount, p.low), p.measure, p.sides, p.load, p.target_rpe)
    return (warmup,) * p.warmup_sets + (one,) * p.sets


def prefilled(task: Task) -> DoneSet:
    """The next set as planned, with the load of the set before it and the side that is due."""
    p = task.plan
    planned = planned_sets(replace(p, sets=1, warmup_sets=1))
    warmup, one = planned
    if task.warmups < p.warmup_sets and not task.working:
        return warmup
    if task.working:
        one = replace(one, load=task.working[-1].load)
    if p.sides is Sides.EACH and task.working:
        # Who counts the sides apart goes on to do so, and begins with the same side.
        first = next((each.sides for each in task.working if each.sides in ONE_SIDED), None)
        side = task.pending_side or (first if task.working[-1].sides in ONE_SIDED else None)
        one = replace(one, sides=side or one.sides)
    elif task.pending_side is not None:
        one = replace(one, sides=task.pending_side)
    return one


def going_on(workout: Workout) -> int | None:
    """The place of the task that comes: after the last set, else the first one that is open."""
    tasks = workout.tasks
    if workout.last is not None and workout.last < len(tasks):
        return following(tasks, workout.last)
    first = next((place for place, each in enumerate(tasks) if not each.is_over), None)
    return None if first is None else _least(tasks, first)


def following(tasks: Sequence[Task], place: int) -> int | None:
    """The place of what is done after a set there; tasks of a group take turns.

    In a group it is the next of those that have the fewest rounds; then what is open further down,
    then what was left open further up, in a group again what is least advanced. None where nothing
    is.
    """
    if tasks[place].pending_side is not None and not tasks[place].skipped:
        return place
    here = members(tasks, place)
    open_here = [each for each in here if not tasks[each].is_over]
    if open_here:
        fewest = min(tasks[each].rounds for each in open_here)
        least = [each for each in open_here if tasks[each].rounds == fewest]
        return next((each for each in least if each > place), least[0])
    after = [*range(here[-1] + 1, len(tasks)), *range(here[0])]
    first = next((each for each in after if not tasks[each].is_over), None)
    return None if first is None else _least(tasks, first)


def _least(tasks: Sequence[Task], place: int) -> int:
    """Of the open tasks that are done in turn with this open one, the first with least done."""
    open_here = [each for each in members(tasks, place) if not tasks[each].is_over]
    begun = [each for each in open_here if tasks[each].pending_side is not None]
    return (begun or sorted(open_here, key=lambda each: tasks[each].rounds))[0]


def members(tasks: Sequence[Task], place: int) -> tuple[int, ...]:
    """The places of the tasks that are done in turn with the one at `place`, itself among them."""
    group = tasks[place].group
    first = last = place
    if group:
        while first > 0 and tasks[first - 1].group == group:
            first -= 1
        while last + 1 < len(tasks) and tasks[last + 1].group == group:
            last += 1
    return tuple(range(first, last + 1))


def rest_after(workout: Workout, place: int) -> int:
    """Seconds of rest after the set that was just done at `place`.

    None before the other side, within a round of a superset, and at the end.
    """
    tasks = workout.tasks
    if tasks[place].pending_side is not None or following(tasks, place) is None:
        return 0
    here = members(tasks, place)
    rounds = tasks[place].rounds
    if any(tasks[each].rounds < rounds and not tasks[each].is_over for each in here):
        return 0
    return max(tasks[each].plan.rest_s or 0 for each in here)


def labels(tasks: Sequence[Task]) -> tuple[str, ...]:
    """`A1`, `A2`, … for those that are done in turn, "" for the others."""
    found, letter = [], -1
    for place in range(len(tasks)):
        here = members(tasks, place)
        if len(here) == 1:
            found.append("")
            continue
        letter += here[0] == place
        turn = here.index(place) + 1
        found.append(f"{chr(ord('A') + letter % 26)}{turn}")
    return tuple(found)


def is_hold(one: DoneSet) -> bool:
    """Whether a clock can count it."""
    return one.measure is Measure.TIME
