"""What is done to a workout: each takes one and returns another, as small as a tap."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hemipelvi_gui.domain.workout import Task, Workout

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hemipelvi_gui.domain.diary import DoneSet
    from hemipelvi_gui.domain.session import Item

MOST_SETS = 50


def tick(workout: Workout, place: int, one: DoneSet) -> Workout:
    """One more set is done; a task that was skipped no longer is."""
    task = workout.tasks[place]
    done = replace(task, sets=(*task.sets, one), skipped=False)
    return replace(_with(workout, place, done), last=place)


def correct(workout: Workout, place: int, number: int, one: DoneSet | None) -> Workout:
    """Another set in the place of one that was ticked, `number` from 0; None: it was not done."""
    sets = list(workout.tasks[place].sets)
    sets[number : number + 1] = [] if one is None else [one]
    return _with(workout, place, replace(workout.tasks[place], sets=tuple(sets)))


def write_sets(workout: Workout, place: int, sets: Sequence[DoneSet], skipped: bool) -> Workout:
    """All sets of a task at once, as a line on paper has them."""
    task = replace(workout.tasks[place], sets=tuple(sets), skipped=skipped and not sets)
    written = _with(workout, place, task)
    return replace(written, last=place) if sets else written


def skip(workout: Workout, place: int, skipped: bool = True) -> Workout:
    """Leave the rest of a task out, or take it in again."""
    return _with(workout, place, replace(workout.tasks[place], skipped=skipped))


def change_sets(workout: Workout, place: int, more: int) -> Workout:
    """Plan some sets more or fewer, but none fewer than are done."""
    task = workout.tasks[place]
    sets = min(max(task.plan.sets + more, task.count, 1), MOST_SETS)
    return _with(workout, place, replace(task, plan=replace(task.plan, sets=sets), skipped=False))


def swap(workout: Workout, place: int, other: Item, rest_s: int) -> Workout:
    """Another exercise for the sets that are left; those that are done stay what they were."""
    task = workout.tasks[place]
    left = max(task.plan.sets - task.count, 1)
    plan = replace(other.prescription, sets=left, rest_s=rest_s)
    instead = Task(
        other.exercise,
        plan,
        variant=other.variant,
        group=task.group,
        instead_of=task.instead_of or task.item,
    )
    if not task.sets:
        return _with(workout, place, instead)
    over = replace(task, plan=replace(task.plan, sets=max(task.count, 1)), skipped=True)
    tasks = (*workout.tasks[:place], over, instead, *workout.tasks[place + 1 :])
    return replace(workout, tasks=tasks, last=place)


def add(workout: Workout, item: Item, rest_s: int) -> Workout:
    """One more exercise at the end."""
    plan = replace(item.prescription, rest_s=rest_s)
    return replace(workout, tasks=(*workout.tasks, Task(item.exercise, plan, "", item.variant)))


def finish(workout: Workout, rpe: float | None, seconds: float | None, notes: str) -> Workout:
    """It is over: how hard it was as a whole, how long it took, and what is to be said of it."""
    done = replace(workout.done, rpe=rpe, seconds=seconds, notes=notes, going=False)
    return replace(workout, done=done)


def _with(workout: Workout, place: int, task: Task) -> Workout:
    tasks = (*workout.tasks[:place], task, *workout.tasks[place + 1 :])
    return replace(workout, tasks=tasks)
