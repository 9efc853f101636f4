"""A workout as a record of the diary, and back.

While it is going on the record holds all that is needed to go on after a crash, whatever becomes of
the plan meanwhile: every task, its numbers in the grammar of a prescription, and what was skipped.
What is over keeps only what was done.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hemipelvi_gui.domain.diary import DoneItem, DoneSession, DoneSet
from hemipelvi_gui.domain.grammar import PrescriptionError, parse, write
from hemipelvi_gui.domain.prescription import Prescription, Sides
from hemipelvi_gui.domain.session import BlockKind, Item, Session, new_id
from hemipelvi_gui.domain.timing import rest_s
from hemipelvi_gui.domain.workout import ONE_SIDED, Task, Workout

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable

    from hemipelvi_gui.domain.balance import Library

PLAN, SKIPPED, INSTEAD_OF, LAST = "plan", "skipped", "instead_of", "last"
OURS = frozenset({PLAN, SKIPPED, INSTEAD_OF})


def begun(
    session: Session,
    date: datetime.date,
    library: Library,
    start: datetime.time | None = None,
    fresh: Callable[[], str] = new_id,
    *,
    planned: bool = True,
) -> Workout:
    """A workout of this session with nothing done. `planned`: the session is one of the runner's.

    Its record is `going`, so that it can be gone on with from the first set on.
    """
    done = DoneSession(
        fresh(), session.name, date, session.id if planned else "", start, going=True
    )
    return Workout(done, _tasks(session, library, planned=planned))


def _tasks(session: Session, library: Library, *, planned: bool) -> tuple[Task, ...]:
    return tuple(
        Task(
            item.exercise,
            with_rest(item, library),
            item.id if planned else "",
            item.variant,
            "" if block.kind is BlockKind.STRAIGHT else block.id,
        )
        for block in session.blocks
        for item in block.items
    )


def with_rest(item: Item, library: Library) -> Prescription:
    """The item's prescription with its usual rest where none is written."""
    return replace(item.prescription, rest_s=round(rest_s(item, library.get(item.exercise))))


def recorded(workout: Workout) -> DoneSession:
    """The record to keep."""
    done = workout.done
    extra = {key: each for key, each in done.extra.items() if key != LAST}
    if done.going and workout.last is not None:
        extra[LAST] = workout.last
    tasks = [each for each in workout.tasks if each.sets or each.notes or done.going]
    return replace(done, items=tuple(_item(each, done.going) for each in tasks), extra=extra)


def _item(task: Task, going: bool) -> DoneItem:
    extra = dict(task.extra)
    if task.instead_of:
        extra[INSTEAD_OF] = task.instead_of
    if going:
        extra[PLAN] = write(task.plan)
        if task.skipped:
            extra[SKIPPED] = True
    return DoneItem(
        task.exercise, task.item, task.variant, task.sets, task.group, task.notes, extra
    )


def resumed(done: DoneSession, session: Session | None, library: Library) -> Workout:
    """The workout of a record: where it stands, or, of one that is over, what was left out too.

    `session` is the planned one, None where it is gone. Numbers that a record has none of come
    from there, else from its sets.
    """
    planned = {} if session is None else {each.item: each for each in _planned(session, library)}
    tasks = [_task(each, planned.get(each.item)) for each in done.items]
    if not done.going:
        tasks = _with_left_out(tasks, list(planned.values()))
    last = done.extra.get(LAST)
    fits = isinstance(last, int) and 0 <= last < len(tasks)
    # What the tasks and `last` say is said once.
    bare = replace(done, items=(), extra={key: it for key, it in done.extra.items() if key != LAST})
    return Workout(bare, tuple(tasks), last if fits else _last_begun(tasks))


def _planned(session: Session, library: Library) -> tuple[Task, ...]:
    return _tasks(session, library, planned=True)


def _task(item: DoneItem, planned: Task | None) -> Task:
    plan = _plan(item, planned)
    instead = item.extra.get(INSTEAD_OF, "")
    return Task(
        item.exercise,
        plan,
        item.item,
        item.variant,
        item.group,
        item.sets,
        item.extra.get(SKIPPED) is True,
        instead if isinstance(instead, str) else "",
        item.notes,
        {key: each for key, each in item.extra.items() if key not in OURS},
    )


def _plan(item: DoneItem, planned: Task | None) -> Prescription:
    text = item.extra.get(PLAN)
    if isinstance(text, str):
        try:
            return parse(text)
        except PrescriptionError:
            pass  # written by another version: what is left says enough
    if planned is not None and planned.exercise == item.exercise:
        return planned.plan
    work = [each for each in item.sets if not each.warmup]
    return Prescription() if not work else _plan_of(work)


def _plan_of(work: list[DoneSet]) -> Prescription:
    first = work[0]
    sides = {each.sides for each in work}
    both = sides >= ONE_SIDED or (len(sides) > 1 and bool(sides & ONE_SIDED))
    count = max((sum(1 for each in work if each.sides is side) for side in ONE_SIDED), default=0)
    whole = sum(1 for each in work if each.sides not in ONE_SIDED)
    return Prescription(
        max(whole + count, 1),
        first.amount,
        first.amount,
        first.measure,
        Sides.EACH if both else first.sides,
        first.load,
        first.rpe,
        rest_s=0,
    )


def _with_left_out(tasks: list[Task], planned: list[Task]) -> list[Task]:
    """What was planned and not done stands at its place, as skipped."""
    found = {each.item for each in tasks if each.item}
    found |= {each.instead_of for each in tasks if each.instead_of}
    whole = list(tasks)
    before = -1
    for each in planned:
        if each.item in found:
            names = [(task.item, task.instead_of) for task in whole]
            before = max(before, *(at for at, both in enumerate(names) if each.item in both))
            continue
        before += 1
        whole.insert(before, replace(each, skipped=True))
    return whole


def _last_begun(tasks: list[Task]) -> int | None:
    return max((place for place, each in enumerate(tasks) if each.sets), default=None)
