"""The session that is being done: each tap is an edit of it, kept at once, one step to undo."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from hemipelvi_gui.coach.making import new_item
from hemipelvi_gui.domain import workout_edits as edits
from hemipelvi_gui.domain.changes import Changes
from hemipelvi_gui.domain.workout import Coming, Task, Workout, coming, rest_after
from hemipelvi_gui.domain.workout_records import begun, recorded, resumed, with_rest
from hemipelvi_gui.ui.dialogs.number_words import exercise_name
from hemipelvi_gui.ui.log.stand_ins import cue_words, stand_ins, standing_in
from hemipelvi_gui.ui.plain import one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import time

    from hemipelvi_gui.domain.diary import DoneSession, DoneSet
    from hemipelvi_gui.domain.exercises import Equipment, Exercise
    from hemipelvi_gui.domain.session import Session
    from hemipelvi_gui.ui.desk import Desk
    from hemipelvi_gui.ui.log.log_day import LogDay

translate = QCoreApplication.translate
LONGEST_NAME = 40


class Bench(QObject):
    """Holds one workout, or none. `changed`: it is different, or another one is there.

    `opened`: another one was put here, or none. `rest_due(seconds)`: a set was done and that much
    rest comes. `finished(record, is_new)`: the runner said that it is over; `is_new` is False where
    it was written down like that already.
    """

    changed = Signal()
    opened = Signal()
    rest_due = Signal(int)
    finished = Signal(object, bool)

    def __init__(self, desk: Desk, day: LogDay, now: Callable[[], time]) -> None:
        super().__init__()
        self._desk, self._day, self._now = desk, day, now
        self._session: Session | None = None
        self._first: Workout | None = None
        self._workout: Workout | None = None
        self._chosen: int | None = None
        day.logbook.changed.connect(self._follow)
        day.turned.connect(self.close)

    @property
    def workout(self) -> Workout | None:
        """The workout, None where none is open."""
        return self._workout

    @property
    def session(self) -> Session | None:
        """The session it follows, None where there is none any more."""
        return self._session

    @property
    def coming(self) -> Coming | None:
        """The set that comes; None where nothing is left."""
        return None if self._workout is None else coming(self._workout, self._chosen)

    @property
    def place(self) -> int | None:
        """The place of the task in sight."""
        ahead = self.coming
        return None if ahead is None else ahead.place

    @property
    def task(self) -> Task | None:
        """The task in sight."""
        place = self.place
        return None if place is None or self._workout is None else self._workout.tasks[place]

    @property
    def exercise(self) -> Exercise | None:
        """Its exercise, None where the library has none of that id."""
        task = self.task
        return None if task is None else self._desk.document.library.get(task.exercise)

    @property
    def is_kept(self) -> bool:
        """Whether something of it is written down."""
        return self._workout is not None and self._workout.done.id in self._day.log.diary

    def cue(self) -> str:
        """What to think of, the runner's own note first."""
        return cue_words(self._session, self.task, self.exercise)

    def instead_of(self, task: Task) -> str:
        """The name of the planned exercise that it stands in for, "" where it does for none."""
        blocks = () if self._session is None or not task.instead_of else self._session.blocks
        planned = (each for block in blocks for each in block.items)
        found = next((each.exercise for each in planned if each.id == task.instead_of), "")
        return exercise_name(self._desk.document.library, found) if found else ""

    def name_of(self, task: Task) -> str:
        """The exercise's name on one line, with the implement where it is not the usual one."""
        name = exercise_name(self._desk.document.library, task.exercise)
        return f"{name}, {task.variant}" if task.variant else name

    # Which workout

    def begin(self, session: Session, *, planned: bool) -> None:
        """Put a session here, with nothing done. `planned`: it is one of the runner's own."""
        start = self._now() if self._day.day == self._day.today else session.start
        first = begun(session, self._day.day, self._desk.document.library, start, planned=planned)
        self._put_here(session, first)

    def go_on(self, done: DoneSession) -> None:
        """Put a session here as far as it was done."""
        session = self._as_it_is_now(done.session)
        self._put_here(session, resumed(done, session, self._desk.document.library))

    def close(self) -> None:
        """Put it away; what was done is kept."""
        self._put_here(None, None)

    def choose(self, place: int | None) -> None:
        """Go to a task by hand; None: where it goes on."""
        self._chosen = place
        self.changed.emit()

    # What is done to it

    def tick(self, one: DoneSet) -> None:
        """The set in sight is done, in these numbers."""
        ahead = self.coming
        if ahead is None or self._workout is None:
            return
        task = self._workout.tasks[ahead.place]
        words = translate("Log", "tick off set {number} of {name}")
        if one.warmup:
            words = translate("Log", "tick off warm-up set {number} of {name}")
        after = edits.tick(self._workout, ahead.place, one)
        self._chosen = None
        self._keep(self._named(words, task, number=ahead.number), after)
        self.rest_due.emit(rest_after(after, ahead.place))

    def correct(self, place: int, number: int, one: DoneSet | None) -> None:
        """Change a set that was ticked, `number` from 0; None takes it away."""
        if self._workout is None:
            return
        task = self._workout.tasks[place]
        words = translate("Log", "correct set {number} of {name}")
        if one is None:
            words = translate("Log", "take away set {number} of {name}")
        after = edits.correct(self._workout, place, number, one)
        self._keep(self._named(words, task, number=number + 1), after)

    def skip(self, place: int | None = None) -> None:
        """Leave a task out, or take it in again."""
        at = self.place if place is None else place
        if at is None or self._workout is None:
            return
        task = self._workout.tasks[at]
        words = (
            translate("Log", "take in {name}") if task.skipped else translate("Log", "skip {name}")
        )
        self._chosen = at if task.skipped else None
        skipped = edits.skip(self._workout, at, not task.skipped)
        # What was left out is passed over: it goes on after it.
        after = skipped if task.skipped else replace(skipped, last=at)
        self._keep(self._named(words, task), after)

    def more_sets(self, more: int = 1) -> None:
        """Plan one set more, or fewer."""
        place = self.place
        if place is None or self._workout is None:
            return
        task = self._workout.tasks[place]
        after = edits.change_sets(self._workout, place, more)
        words = translate("Log", "add a set of {name}")
        if more < 0:
            words = translate("Log", "take away a set of {name}")
        self._chosen = place if more > 0 else self._chosen
        self._keep(self._named(words, task), after)

    def stand_ins(self) -> list[Exercise]:
        """The nearest siblings that this gym has."""
        exercise = self.exercise
        if exercise is None:
            return []
        return stand_ins(self._desk.document, exercise, self.available)

    @property
    def available(self) -> frozenset[Equipment] | None:
        """What there is to train with; None: everything."""
        session = self._session
        if session is None or session.equipment is None:
            return None
        return frozenset(session.equipment)

    def swap(self, exercise_id: str) -> None:
        """Do another exercise for the sets that are left."""
        place, task = self.place, self.task
        other = self._desk.document.library.get(exercise_id)
        if place is None or task is None or other is None or self._workout is None:
            return
        item = standing_in(task, other, self.available)
        words = translate("Log", "swap {name} for {other}").format(
            name=one_line(self.name_of(task), LONGEST_NAME),
            other=one_line(other.name, LONGEST_NAME),
        )
        self._chosen = None
        before = self._workout
        after = edits.swap(before, place, item, task.plan.rest_s or 0)
        if not task.sets:
            self._chosen = place
        elif len(after.tasks) > len(before.tasks):
            self._chosen = place + 1
        self._keep(words, after)

    def add(self, exercise_id: str) -> None:
        """One more exercise, at the end; it is the next to do."""
        exercise = self._desk.document.library.get(exercise_id)
        if exercise is None or self._workout is None:
            return
        item = new_item(exercise, self.available)
        rest = with_rest(item, self._desk.document.library).rest_s or 0
        after = edits.add(self._workout, item, rest)
        self._chosen = len(after.tasks) - 1
        words = translate("Log", "add {name}")
        self._keep(words.format(name=one_line(exercise.name, LONGEST_NAME)), after)

    def write(self, rows: Sequence[tuple[int, Sequence[DoneSet], bool]], name: str) -> None:
        """What a sheet of paper says: place, sets, and whether it was left out, by rows."""
        after = self._workout
        if after is None:
            return
        for place, sets, skipped in rows:
            after = edits.write_sets(after, place, sets, skipped)
        if after.tasks != (self._workout.tasks if self._workout else ()):
            self._keep(name, after)

    def finish(self, rpe: float | None, seconds: float | None, notes: str) -> None:
        """It is over."""
        if self._workout is None:
            return
        after = edits.finish(self._workout, rpe, seconds, notes)
        words = translate("Log", "finish {name}")
        is_new = self._keep(words.format(name=one_line(after.done.name, LONGEST_NAME)), after)
        self.finished.emit(recorded(after), is_new)

    def delete(self) -> None:
        """Strike it out of the diary."""
        if self._workout is None:
            return
        stored = self._day.log.diary.get(self._workout.done.id)
        words = translate("Log", "delete what was done of {name}").format(
            name=one_line(self._workout.done.name, LONGEST_NAME)
        )
        self.close()
        if stored is not None:
            self._day.logbook.delete(words, stored)

    # How it is kept

    def _named(self, words: str, task: Task, **more: object) -> str:
        return words.format(name=one_line(self.name_of(task), LONGEST_NAME), **more)

    def _as_it_is_now(self, session_id: str) -> Session | None:
        """The planned session, which may be changed on other pages meanwhile; None: it is gone."""
        if not session_id:
            return None
        shown = self._desk.document.session
        if shown.id == session_id:
            return shown
        return self._desk.shelf.sessions((session_id,)).get(session_id)

    def _keep(self, name: str, after: Workout) -> bool:
        """Write it down as one step to undo; False where it is written like that already."""
        self._workout = after
        record = recorded(after)
        session = self._as_it_is_now(record.session)
        before = self._day.log.diary.get(record.id)
        if before is not None:
            record = replace(record, version=before.version, parent=before.parent)
        if record == before:
            self.changed.emit()
            return False
        if session is not None and session.skipped:
            # What is done was not skipped.
            taken_in = replace(session, skipped=False)
            changes = Changes(diary={record.id: record}, sessions={session.id: taken_in})
            self._desk.document.replace(name, self._desk.shelf.at(changes), changes)
        else:
            self._day.logbook.put(name, record)
        return True

    def _put_here(self, session: Session | None, workout: Workout | None) -> None:
        if workout is None and self._workout is None:
            return
        self._session, self._first, self._workout = session, workout, workout
        self._chosen = None
        self.opened.emit()
        self.changed.emit()

    def _follow(self) -> None:
        """Show what is kept, however it came there: undo and redo pass here too."""
        workout = self._workout
        if workout is None:
            return
        log = self._day.logbook.between(workout.done.date, workout.done.date)
        record = log.diary.get(workout.done.id)
        if record is not None:
            found = resumed(record, self._session, self._desk.document.library)
            if _said(found) != _said(workout):
                self._workout = found
                self._chosen = None
        elif self._first is not None:
            bare = replace(self._first.done, going=True)
            tasks = tuple(replace(each, sets=(), skipped=False) for each in self._first.tasks)
            self._workout, self._chosen = (
                replace(self._first, done=bare, tasks=tasks, last=None),
                None,
            )
        self.changed.emit()


def _said(workout: Workout) -> DoneSession:
    """What is kept of it, whatever version that is."""
    return replace(recorded(workout), version=1, parent=None)
