"""What a plan file would change here, and what the runner chooses.

Nothing that is here is lost: where both copies differ both are kept unless the runner says so.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from hemipelvi_gui.domain.bundle import Bundle, unknown_exercises
from hemipelvi_gui.domain.edits import copy
from hemipelvi_gui.domain.exercises import Exercise
from hemipelvi_gui.domain.plan import Plan
from hemipelvi_gui.domain.session import Session, new_id
from hemipelvi_gui.domain.text import Text, translate

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Container, Iterable, Iterator, Mapping

Thing = Session | Plan | Exercise


class What(StrEnum):
    """What a row is about."""

    SESSION = "session"
    PLAN = "plan"
    EXERCISE = "exercise"


class Standing(StrEnum):
    """How the file's copy stands to what is here. DELETED_HERE: it was here and was deleted."""

    NEW = "new"
    SAME = "same"
    DIFFERENT = "different"
    DELETED_HERE = "deleted-here"


class Choice(StrEnum):
    """What becomes of a row. KEEP_BOTH gives the file's copy an id of its own."""

    ADD = "add"
    KEEP_MINE = "keep mine"
    REPLACE = "replace"
    KEEP_BOTH = "keep both"


# The first is the default.
CHOICES: dict[Standing, tuple[Choice, ...]] = {
    Standing.NEW: (Choice.ADD, Choice.KEEP_MINE),
    Standing.SAME: (Choice.KEEP_MINE,),
    Standing.DIFFERENT: (Choice.KEEP_BOTH, Choice.KEEP_MINE, Choice.REPLACE),
    Standing.DELETED_HERE: (Choice.ADD, Choice.KEEP_MINE),
}
# A built-in exercise can't be replaced by a file.
BUILT_IN_CHOICES = (Choice.KEEP_BOTH, Choice.KEEP_MINE)


@dataclass(frozen=True)
class Row:
    """One thing of the file. `unknown` are ids of exercises that neither it nor we know."""

    what: What
    id: str
    name: str
    kind: Standing
    choices: tuple[Choice, ...]
    unknown: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """Names the row in a mapping of choices."""
        return f"{self.what}:{self.id}"

    @property
    def default(self) -> Choice:
        """What happens if the runner says nothing; it never takes anything away."""
        return self.choices[0]


@dataclass(frozen=True)
class ImportPlan:
    """What the file brings, row by row. `deleted` counts things here that were deleted there."""

    bundle: Bundle
    rows: tuple[Row, ...]
    deleted: int = 0


def compare(
    bundle: Bundle,
    sessions: Mapping[str, Session],
    exercises: Mapping[str, Exercise],
    plans: Mapping[str, Plan] | None = None,
    deleted: Container[str] = (),
    built_in: Mapping[str, Exercise] | None = None,
) -> ImportPlan:
    """Hold a file's content against what is here.

    `exercises` are the runner's own ones, `built_in` the program's; `deleted` holds the ids of
    what was deleted here.
    """
    shipped, planned = built_in or {}, plans or {}
    known = {*shipped, *exercises, *(each.id for each in bundle.exercises)}
    rows = (
        *_rows(What.SESSION, bundle.sessions, sessions, deleted, known),
        *_rows(What.PLAN, bundle.plans, planned, deleted),
        *(_exercise_row(each, exercises, deleted, shipped) for each in bundle.exercises),
    )
    here = {*sessions, *planned, *exercises}
    return ImportPlan(bundle, rows, len(here.intersection(bundle.deleted)))


def defaults(plan: ImportPlan) -> dict[str, Choice]:
    """The default choice of each row, by its key."""
    return {row.key: row.default for row in plan.rows}


def resolve(
    plan: ImportPlan,
    choices: Mapping[str, Choice] | None = None,
    fresh: Callable[[], str] = new_id,
) -> Bundle:
    """What to store, nothing that stays as it is here.

    References follow: a session of the file uses the file's copy of an exercise, a plan the file's
    copy of a session, also where that copy has a new id.
    """
    made = defaults(plan) | dict(choices or {})
    taken = [row for row in plan.rows if made[row.key] is not Choice.KEEP_MINE]
    moved = {row.key: fresh() for row in taken if made[row.key] is Choice.KEEP_BOTH}
    keys = {row.key for row in taken}
    bundle = plan.bundle
    return Bundle(
        tuple(
            _session(each, moved) for each in bundle.sessions if _key(What.SESSION, each.id) in keys
        ),
        tuple(_plan(each, moved) for each in bundle.plans if _key(What.PLAN, each.id) in keys),
        tuple(
            _exercise(each, moved)
            for each in bundle.exercises
            if _key(What.EXERCISE, each.id) in keys
        ),
        {},
        bundle.extra,
    )


def summary(plan: ImportPlan, choices: Mapping[str, Choice]) -> tuple[Text, ...]:
    """What will happen, in a few short phrases."""
    made = list((defaults(plan) | dict(choices)).values())
    counts = {choice: made.count(choice) for choice in Choice}
    phrases = []
    if counts[Choice.ADD]:
        phrases.append(translate("Importing", "{count} added", count=counts[Choice.ADD]))
    if counts[Choice.KEEP_BOTH]:
        phrases.append(
            translate("Importing", "{count} kept beside yours", count=counts[Choice.KEEP_BOTH])
        )
    if counts[Choice.REPLACE]:
        phrases.append(
            translate("Importing", "{count} of yours replaced", count=counts[Choice.REPLACE])
        )
    if counts[Choice.KEEP_MINE] == 1:
        phrases.append(translate("Importing", "1 left as it is"))
    elif counts[Choice.KEEP_MINE]:
        phrases.append(
            translate("Importing", "{count} left as they are", count=counts[Choice.KEEP_MINE])
        )
    return tuple(phrases)


def _key(what: What, thing_id: str) -> str:
    return f"{what}:{thing_id}"


def _rows(
    what: What,
    things: Iterable[Session] | Iterable[Plan],
    here: Mapping[str, Session] | Mapping[str, Plan],
    deleted: Container[str],
    known: Collection[str] = (),
) -> Iterator[Row]:
    for thing in things:
        standing = _standing(thing, here.get(thing.id), deleted)
        strange: tuple[str, ...] = ()
        if isinstance(thing, Session):
            strange = tuple(each for each in unknown_exercises(thing, {}) if each not in known)
        yield Row(what, thing.id, thing.name, standing, CHOICES[standing], strange)


def _exercise_row(
    thing: Exercise,
    own: Mapping[str, Exercise],
    deleted: Container[str],
    built_in: Mapping[str, Exercise],
) -> Row:
    mine = own.get(thing.id)
    standing = _standing(thing, mine or built_in.get(thing.id), deleted)
    choices = CHOICES[standing]
    if mine is None and standing is Standing.DIFFERENT:
        choices = BUILT_IN_CHOICES
    return Row(What.EXERCISE, thing.id, thing.name, standing, choices)


def _standing(thing: Thing, mine: Thing | None, deleted: Container[str]) -> Standing:
    if mine is None:
        return Standing.DELETED_HERE if thing.id in deleted else Standing.NEW
    # Versions count savings, not differences.
    same = replace(thing, version=mine.version, parent=mine.parent) == mine
    return Standing.SAME if same else Standing.DIFFERENT


def _session(session: Session, moved: Mapping[str, str]) -> Session:
    blocks = tuple(
        replace(
            block,
            items=tuple(
                replace(item, exercise=moved.get(_key(What.EXERCISE, item.exercise), item.exercise))
                for item in block.items
            ),
        )
        for block in session.blocks
    )
    with_exercises = session if blocks == session.blocks else replace(session, blocks=blocks)
    own_id = moved.get(_key(What.SESSION, session.id))
    if own_id is None:
        return with_exercises
    return replace(copy(with_exercises, _second_name(session.name)), id=own_id)


def _plan(plan: Plan, moved: Mapping[str, str]) -> Plan:
    sessions = tuple(moved.get(_key(What.SESSION, each), each) for each in plan.sessions)
    own_id = moved.get(_key(What.PLAN, plan.id))
    if own_id is None:
        return replace(plan, sessions=sessions)
    named = _second_name(plan.name)
    return replace(plan, id=own_id, name=named, sessions=sessions, version=1, parent=None)


def _exercise(exercise: Exercise, moved: Mapping[str, str]) -> Exercise:
    own_id = moved.get(_key(What.EXERCISE, exercise.id))
    if own_id is None:
        return exercise
    return replace(exercise, id=own_id, name=_second_name(exercise.name), version=1, parent=None)


def _second_name(name: str) -> str:
    return str(translate("Importing", "{name} (from file)", name=name))
