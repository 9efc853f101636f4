"""What helps with an exercise in the middle of a session: what can stand in for it, its cue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hemipelvi_gui.coach.making import stand_in
from hemipelvi_gui.coach.swaps import siblings
from hemipelvi_gui.domain.session import Item, new_id

if TYPE_CHECKING:
    from hemipelvi_gui.coach.swaps import Available
    from hemipelvi_gui.domain.exercises import Exercise
    from hemipelvi_gui.domain.session import Session
    from hemipelvi_gui.domain.workout import Task
    from hemipelvi_gui.ui.document import Document

MOST_SIBLINGS = 8


def stand_ins(document: Document, exercise: Exercise, available: Available) -> list[Exercise]:
    """The nearest siblings that this gym has: for a press a press first, for a pull a pull."""
    hidden = frozenset(document.settings.hidden)
    found = siblings(exercise, document.library, available, lambda each: each.id not in hidden)
    alike = sorted(found, key=lambda each: each.pattern is not exercise.pattern)
    return alike[:MOST_SIBLINGS]


def standing_in(task: Task, other: Exercise, available: Available) -> Item:
    """Another exercise with the task's numbers, as far as they fit it."""
    return stand_in(Item(new_id(), task.exercise, task.plan, task.variant), other, available)


def cue_words(session: Session | None, task: Task | None, exercise: Exercise | None) -> str:
    """What to think of, the runner's own note first."""
    own = ""
    if task is not None and session is not None:
        found = (item for block in session.blocks for item in block.items)
        own = next((each.notes for each in found if task.item and each.id == task.item), "")
    return own or ("" if exercise is None else exercise.cue)
