"""What a plan file would change here, and what the runner chooses.

Nothing that is here is lost: where both copies differ both are kept unless the runner says so.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from hemipelvi_gui.domain.bundle import Bundle, unknown_exercises
from hemipelvi_gui.domain.calendar_runs import renewed
from hemipelvi_gui.domain.following import Moves
from hemipelvi_gui.domain.own import is_undecided, twin
from hemipelvi_gui.domain.session import Session, new_id
from hemipelvi_gui.domain.text import Text, translate

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Container, Iterable, Iterator, Mapping

    from hemipelvi_gui.domain.changes import Changes
    from hemipelvi_gui.domain.diary import DoneSession
    from hemipelvi_gui.domain.exercises import Exercise
    from hemipelvi_gui.domain.gyms import Gym
    from hemipelvi_gui.domain.plan import Plan
    from hemipelvi_gui.domain.runs import Run

    Thing = Session | Run | Plan | DoneSession | Gym | Exercise


class What(StrEnum):
    """What a row is about."""

    SESSION = "session"
    RUN = "run"
    PLAN = "plan"
    GYM = "gym"
    DIARY = "diary"
    EXERCISE = "exercise"


class Standing(StrEnum):
    """How the file's copy stands to what is here.

    DELETED_HERE: it was here and was deleted. IN_LIBRARY: another list's name for a ready exercise.
    """

    NEW = "new"
    SAME = "same"
    DIFFERENT = "different"
    DELETED_HERE = "deleted-here"
    IN_LIBRARY = "in-library"


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
    Standing.IN_LIBRARY: (Choice.KEEP_MINE, Choice.ADD),
}
# A calendar that is read again says where its runs are now.
RENEWED_CHOICES = (Choice.REPLACE, Choice.KEEP_MINE)
# A built-in exercise can't be replaced by a file.
BUILT_IN_CHOICES = (Choice.KEEP_BOTH, Choice.KEEP_MINE)


@dataclass(frozen=True)
class Row:
    """One thing of the file. `unknown` are ids of exercises that neither it nor we know.

    `ready` names the ready exercise that it is.
    """

    what: What
    id: str
    name: str
    kind: Standing
    choices: tuple[Choice, ...]
    unknown: tuple[str, ...] = ()
    ready: str = ""

    @property
    def key(self) -> str:
        """Names the row in a mapping of choices."""
        return f"{self.what}:{self.id}"

    @property
    def default(self) -> Choice:
        """What happens if the runner says nothing; it never takes away what was made here."""
        return self.choices[0]


@dataclass(frozen=True)
class ImportPlan:
    """What the file brings, row by row. `deleted` counts things here that were deleted there.

    `plans` are the ids of the plans here.
    """

    bundle: Bundle
    rows: tuple[Row, ...]
    deleted: int = 0
    plans: frozenset[str] = frozenset()


def compare(
    bundle: Bundle,
    here: Changes,
    deleted: Container[str] = (),
    built_in: Mapping[str, Exercise] | None = None,
) -> ImportPlan:
    """Hold a file's content against what is here.

    `here` holds at least what is here under the ids of the file and those that it tells were
    deleted, all plans and all of the runner's own exercises. `built_in` are the program's
    exercises; `deleted` holds the ids of what was deleted here.
    """
    shipped = built_in or {}
    again = renewed(bundle.runs, here.runs)
    bundle = replace(bundle, runs=tuple(again.get(each.id, each) for each in bundle.runs))
    own = {each for each, exercise in here.exercises.items() if exercise is not None}
    # What a session of the file uses has to come with it.
    listed = not (bundle.sessions or bundle.plans or bundle.diary)
    known = {*shipped, *own, *(each.id for each in bundle.exercises)}
    rows = (
        *_rows(What.SESSION, bundle.sessions, here.sessions, deleted, known),
        *_rows(What.RUN, bundle.runs, here.runs, deleted, again),
        *_rows(What.PLAN, bundle.plans, here.plans, deleted),
        *_rows(What.GYM, bundle.gyms, here.gyms, deleted),
        *_rows(What.DIARY, bundle.diary, here.diary, deleted),
        *(
            _exercise_row(each, here.exercises, deleted, shipped, listed=listed)
            for each in bundle.exercises
        ),
    )
    ours = {
        each
        for kind in (
            here.sessions,
            here.runs,
            here.plans,
            here.gyms,
            here.diary,
            here.exercises,
        )
        for each, thing in kind.items()
        if thing is not None
    }
    plans = frozenset(each for each, plan in here.plans.items() if plan is not None)
    return ImportPlan(bundle, rows, len(ours.intersection(bundle.deleted)), plans)


def defaults(plan: ImportPlan) -> dict[str, Choice]:
    """The default choice of each row, by its key."""
    return {row.key: row.default for row in plan.rows}


def resolve(
    plan: ImportPlan,
    choices: Mapping[str, Choice] | None = None,
    fresh: Callable[[], str] = new_id,
) -> Bundle:
    """What to store, nothing that stays as it is here.

    References follow: a session of the file uses the file's copy of an exercise and lies in the
    file's copy of its plan, a plan leads to the file's copy of its race, also where that copy has a
    new id. A plan that is kept beside mine brings copies of all its sessions and runs. What names
    a plan that neither was here nor comes with it stands alone.
    """
    made = _made(plan, choices or {})
    bundle = plan.bundle
    ids = {key: fresh() for key, choice in made.items() if choice is Choice.KEEP_BOTH}
    taken = {key for key, choice in made.items() if choice is not Choice.KEEP_MINE}
    stored = {each.id for each in bundle.plans if _key(What.PLAN, each.id) in taken}
    gyms = {each.name for each in bundle.gyms if _key(What.GYM, each.id) in ids}
    follow = Moves(ids, plan.plans | stored, frozenset(gyms), fresh)
    return Bundle(
        tuple(
            follow.session(each) for each in bundle.sessions if _key(What.SESSION, each.id) in taken
        ),
        tuple(follow.plan(each) for each in bundle.plans if _key(What.PLAN, each.id) in taken),
        tuple(
            follow.exercise(each)
            for each in bundle.exercises
            if _key(What.EXERCISE, each.id) in taken
        ),
        tuple(follow.run(each) for each in bundle.runs if _key(What.RUN, each.id) in taken),
        tuple(follow.gym(each) for each in bundle.gyms if _key(What.GYM, each.id) in taken),
        tuple(follow.done(each) for each in bundle.diary if _key(What.DIARY, each.id) in taken),
        extra=bundle.extra,
    )


def _made(plan: ImportPlan, choices: Mapping[str, Choice]) -> dict[str, Choice]:
    """What becomes of each row: as chosen, and copies of what belongs to a copied plan."""
    made = defaults(plan) | dict(choices)
    same = {row.key for row in plan.rows if row.kind is Standing.SAME}
    bundle = plan.bundle
    entries: tuple[tuple[What, Session | Run], ...] = (
        *((What.SESSION, each) for each in bundle.sessions),
        *((What.RUN, each) for each in bundle.runs),
    )
    for what, each in entries:
        key = _key(what, each.id)
        if key in same and made.get(_key(What.PLAN, each.plan)) is Choice.KEEP_BOTH:
            made[key] = Choice.KEEP_BOTH
    return made


def summary(plan: ImportPlan, choices: Mapping[str, Choice]) -> tuple[Text, ...]:
    """What would happen, in a few short phrases."""
    made = _made(plan, choices)
    ready = {row.key for row in plan.rows if row.kind is Standing.IN_LIBRARY}
    left = [key for key, choice in made.items() if choice is Choice.KEEP_MINE]
    known = sum(key in ready for key in left)
    counts = {choice: list(made.values()).count(choice) for choice in Choice}
    guesses = sum(
        is_undecided(each) and made[_key(What.EXERCISE, each.id)] is not Choice.KEEP_MINE
        for each in plan.bundle.exercises
    )
    phrases = (
        (counts[Choice.ADD], translate("Importing", "{count} will be added")),
        (counts[Choice.KEEP_BOTH], translate("Importing", "{count} will be kept beside yours")),
        (counts[Choice.REPLACE], translate("Importing", "{count} of yours will be replaced")),
        (known, translate("Importing", "{count} in the library already")),
        (len(left) - known, _left_words(len(left) - known)),
        (guesses, _guess_words(guesses)),
    )
    return tuple(replace(words, args={"count": count}) for count, words in phrases if count)


def _left_words(count: int) -> Text:
    if count == 1:
        return translate("Importing", "1 left as it is")
    return translate("Importing", "{count} left as they are")


def _guess_words(count: int) -> Text:
    if count == 1:
        return translate("Importing", "1 guess to look at")
    return translate("Importing", "{count} guesses to look at")


def _key(what: What, thing_id: str) -> str:
    return f"{what}:{thing_id}"


def _rows(
    what: What,
    things: Iterable[Thing],
    here: Mapping[str, Thing | None],
    deleted: Container[str],
    known: Collection[str] = (),
) -> Iterator[Row]:
    """`known` are the exercises that are known, or the runs that came from this calendar before."""
    for thing in things:
        standing = _standing(thing, here.get(thing.id), deleted)
        strange: tuple[str, ...] = ()
        if isinstance(thing, Session):
            strange = tuple(each for each in unknown_exercises(thing, {}) if each not in known)
        choices = CHOICES[standing]
        if what is What.RUN and standing is Standing.DIFFERENT and thing.id in known:
            choices = RENEWED_CHOICES
        yield Row(what, thing.id, thing.name, standing, choices, strange)


def _exercise_row(
    thing: Exercise,
    own: Mapping[str, Exercise | None],
    deleted: Container[str],
    built_in: Mapping[str, Exercise],
    *,
    listed: bool,
) -> Row:
    mine = own.get(thing.id)
    ready = twin(thing) if listed and mine is None else ""
    if ready:
        choices = CHOICES[Standing.IN_LIBRARY]
        return Row(What.EXERCISE, thing.id, thing.name, Standing.IN_LIBRARY, choices, ready=ready)
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
