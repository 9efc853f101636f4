"""Exercises of one's own: new ones, copies, what is wrong with one, and what follows from facets.

A runner says what an exercise looks like; who works, what stands in for what and how far it is leg
work follow from that (MODEL.md sections 1 and 2). What is left as it was keeps what it had.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hemipelvi_gui.domain.errors import KnownError
from hemipelvi_gui.domain.exercises import (
    LOCKABLE,
    Action,
    Actions,
    Exercise,
    Family,
    Muscle,
    Pattern,
    Purpose,
)
from hemipelvi_gui.domain.facets import (
    Facets,
    Jobs,
    Laterality,
    Sequence,
    Stance,
    Trunk,
    laterality,
)
from hemipelvi_gui.domain.grammar import parse
from hemipelvi_gui.domain.placing import FREEING, STRIDING
from hemipelvi_gui.domain.session import new_id
from hemipelvi_gui.domain.text import Text, translate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

LONGEST_NAME = 200
UPPER = frozenset({Pattern.PUSH, Pattern.PULL})
MOVING = STRIDING | frozenset({Pattern.CARRY, Pattern.PLYOMETRIC, Pattern.DRILL})
WHOLE_LEG = frozenset(
    {Pattern.SQUAT, Pattern.HINGE, Pattern.LUNGE, Pattern.STEP, Pattern.SINGLE_LEG}
)
FAMILIES = {
    Pattern.SQUAT: Family.KNEE_DOMINANT,
    Pattern.HINGE: Family.HIP_DOMINANT,
    Pattern.LUNGE: Family.KNEE_DOMINANT,
    Pattern.STEP: Family.KNEE_DOMINANT,
    Pattern.SINGLE_LEG: Family.HIP_DOMINANT,
    Pattern.CALF: Family.CALF,
    Pattern.HIP: Family.FRONTAL,
    Pattern.TRUNK: Family.TRUNK,
    Pattern.PUSH: Family.UPPER,
    Pattern.PULL: Family.UPPER,
    Pattern.CARRY: Family.TRUNK,
    Pattern.PLYOMETRIC: Family.BOUND,
    Pattern.DRILL: Family.BOUND,
    Pattern.MOBILITY: Family.RECOVERY,
    Pattern.ROLLING: Family.RECOVERY,
    Pattern.LIGHT: Family.RECOVERY,
}
# One key for each class where a person decides; each stands for the most common geometry of it.
PRESETS: dict[Laterality, Facets | None] = {
    Laterality.SYMMETRIC: Facets(Jobs.SAME, Stance.PARALLEL, Sequence.TOGETHER, Trunk.NONE),
    Laterality.BIASED: Facets(Jobs.BIASED, Stance.STAGGERED, Sequence.ONE_SIDE, Trunk.NONE),
    Laterality.ASYMMETRIC: Facets(Jobs.ONE, Stance.SINGLE_LEG, Sequence.ONE_SIDE, Trunk.NONE),
    Laterality.GAIT_LIKE: Facets(Jobs.OPPOSITE, Stance.SPLIT, Sequence.ALTERNATING, Trunk.NONE),
    Laterality.NONE: None,
}
UNDECIDED, INFERRED, REVIEWED, SOURCE = "review", "inferred", "reviewed", "source"
INSTRUCTIONS = "instructions"
GUESSED = frozenset({UNDECIDED, INFERRED, REVIEWED})
FRONT_AND_BACK = frozenset({Stance.STAGGERED, Stance.SPLIT, Stance.SINGLE_LEG, Stance.GAIT})


def new_exercise(fresh: Callable[[], str] = new_id) -> Exercise:
    """An exercise to begin with: a split squat without a name."""
    return Exercise(
        id=fresh(),
        name="",
        facets=Facets(Jobs.OPPOSITE, Stance.SPLIT, Sequence.ONE_SIDE, Trunk.NONE),
        actions=Actions(Action.COMPRESS, Action.EXPAND),
        pattern=Pattern.LUNGE,
        family=Family.KNEE_DOMINANT,
        share=1.0,
        purpose=Purpose.WORK,
        muscles=(Muscle.QUADRICEPS, Muscle.GLUTES),
        prescription="3x8/side @7 rest 90",
    )


def copy_of(
    exercise: Exercise, taken: Iterable[str] = (), fresh: Callable[[], str] = new_id
) -> Exercise:
    """A copy to change, under a name that is not among those taken; other names stay behind."""
    return replace(
        exercise,
        id=fresh(),
        name=_free_name(exercise.name, frozenset(taken)),
        variants=tuple(replace(each, aliases=()) for each in exercise.variants),
        aliases=(),
        version=1,
        parent=None,
        extra={key: value for key, value in exercise.extra.items() if key not in GUESSED},
    )


def faults(exercise: Exercise) -> dict[str, Text | str]:
    """What is wrong, by field; empty where it can be kept."""
    found: dict[str, Text | str] = {}
    if not exercise.name.strip():
        found["name"] = translate("Own", "Give it a name.")
    elif len(exercise.name) > LONGEST_NAME:
        found["name"] = translate("Own", "At most {most} letters.", most=LONGEST_NAME)
    if not exercise.muscles:
        found["muscles"] = translate("Own", "Tick at least one muscle.")
    try:
        parse(exercise.prescription)
    except KnownError as error:
        found["prescription"] = translate(
            "Own", "{message} {advice}", message=error.message, advice=error.advice
        )
    return found


def refitted(before: Exercise, after: Exercise) -> Exercise:
    """`after`, with what follows from pattern, facets, muscles and lift brought into line."""

    def looks(each: Exercise) -> tuple[object, ...]:
        return each.pattern, each.facets, each.muscles, each.compound, each.purpose

    if looks(before) == looks(after):
        return after
    same_pattern = before.pattern is after.pattern
    purpose = before.purpose if same_pattern else _purpose(after)
    return replace(
        after,
        family=before.family if same_pattern else FAMILIES[after.pattern],
        purpose=purpose,
        share=_share(before, after) if purpose is Purpose.WORK else 0.0,
        actions=before.actions if before.facets == after.facets else _actions(after),
        locks=_locks(before, after),
        resets=_resets(before, after, purpose),
        contact=before.contact if same_pattern else after.pattern is Pattern.PLYOMETRIC,
    )


def decided(exercise: Exercise, facets: Facets | None) -> Exercise:
    """The exercise with facets that a person has looked at."""
    extra = {**exercise.extra, UNDECIDED: False, REVIEWED: True}
    changed = replace(exercise, facets=facets, extra=extra)
    if (facets is None) is not (exercise.facets is None):
        changed = replace(changed, pattern=_pattern(exercise, facets))
    return refitted(exercise, changed)


def looked_at(exercise: Exercise) -> Exercise:
    """The exercise, no longer waiting for anybody to look at it."""
    if not is_guess(exercise):
        return exercise
    return replace(exercise, extra={**exercise.extra, UNDECIDED: False, REVIEWED: True})


def is_undecided(exercise: Exercise) -> bool:
    """Whether its facets are a guess that nobody has looked at."""
    return exercise.extra.get(UNDECIDED) is True


def is_imported(exercise: Exercise) -> bool:
    """Whether it came with a list that says nothing about sides, so that its facets were read."""
    return INFERRED in exercise.extra


def is_reviewed(exercise: Exercise) -> bool:
    """Whether a person has looked at its guess."""
    return exercise.extra.get(REVIEWED) is True


def is_guess(exercise: Exercise) -> bool:
    """Whether its facets were read from its name, sure or not, and nobody has looked at them."""
    return (is_imported(exercise) or is_undecided(exercise)) and not is_reviewed(exercise)


def twin(exercise: Exercise) -> str:
    """Name of the ready exercise that an exercise of a public list is; "" where it is another."""
    guess = exercise.extra.get(INFERRED)
    if SOURCE not in exercise.extra or is_reviewed(exercise) or not isinstance(guess, dict):
        return ""
    match = guess.get("match")
    return match if guess.get("confidence") == 1 and isinstance(match, str) else ""


def oddity(facets: Facets | None) -> Text | None:
    """A word on facets that hardly go together; None for those that do."""
    if facets is None:
        return None
    if facets.jobs is Jobs.SAME:
        if facets.stance in FRONT_AND_BACK:
            return translate(
                "Own", "Unusual: with one foot in front, legs rarely do the same. A lunge?"
            )
        if facets.sequence is Sequence.ALTERNATING:
            return translate("Own", "Unusual: legs that do the same have no turns to take.")
    elif facets.sequence is Sequence.TOGETHER:
        return translate("Own", "Unusual: legs that differ work one side, or in turns.")
    return None


def preset(exercise: Exercise, wanted: Laterality) -> Facets | None:
    """Facets of a class: its own where it is of that class, else the most common ones."""
    if laterality(exercise.asymmetry) is wanted:
        return exercise.facets
    return PRESETS[wanted]


def _pattern(exercise: Exercise, facets: Facets | None) -> Pattern:
    """Where leg work turns out to be none, or the other way round."""
    if facets is None:
        return Pattern.PULL if Muscle.UPPER_BACK in exercise.muscles else Pattern.PUSH
    if exercise.pattern not in UPPER:
        return exercise.pattern
    return {
        Jobs.SAME: Pattern.SQUAT,
        Jobs.BIASED: Pattern.SINGLE_LEG,
        Jobs.ONE: Pattern.SINGLE_LEG,
        Jobs.OPPOSITE: Pattern.LUNGE,
    }[facets.jobs]


def _purpose(exercise: Exercise) -> Purpose:
    if exercise.pattern in FREEING:
        return Purpose.RESET if exercise.purpose is Purpose.WORK else exercise.purpose
    return Purpose.WORK


def _share(before: Exercise, after: Exercise) -> float:
    def loads(each: Exercise) -> tuple[object, ...]:
        return each.pattern, each.facets, each.compound

    if loads(before) == loads(after):
        return before.share
    if after.facets is None:
        return 0.0
    whole = after.compound and after.pattern in WHOLE_LEG
    return 1.0 if whole or after.pattern in MOVING else 0.5


def _locks(before: Exercise, after: Exercise) -> tuple[Muscle, ...]:
    """What it locked stays, but for muscles that it does not train any more."""
    if not _is_big(after):
        return () if _is_big(before) or before.pattern is not after.pattern else before.locks
    known = before.locks if _is_big(before) else ()
    gone = frozenset(before.muscles).difference(after.muscles)
    new = (each for each in _lockable(after) if not known or each not in before.muscles)
    return tuple(dict.fromkeys([*(each for each in known if each not in gone), *new]))


def _resets(before: Exercise, after: Exercise, purpose: Purpose) -> tuple[Muscle, ...]:
    """What it resets stays, unless it is no leg work any more."""
    if after.facets is None and before.facets is not None:
        return ()
    rests = purpose is not Purpose.WORK
    return after.resets or (_lockable(after) if rests else ())


def _lockable(exercise: Exercise) -> tuple[Muscle, ...]:
    return tuple(each for each in exercise.muscles if each in LOCKABLE)


def _actions(exercise: Exercise) -> Actions:
    """Both halves are loaded where the legs do the same; else one makes room for the other."""
    if exercise.facets is None or exercise.pattern in FREEING:
        return Actions(Action.NEUTRAL, Action.NEUTRAL)
    if exercise.facets.jobs is Jobs.SAME:
        both = Action.NEUTRAL if exercise.pattern is Pattern.TRUNK else Action.COMPRESS
        return Actions(both, both)
    return Actions(Action.COMPRESS, Action.EXPAND)


def _is_big(exercise: Exercise) -> bool:
    lifted = exercise.pattern in {Pattern.SQUAT, Pattern.HINGE} and exercise.compound
    return lifted and laterality(exercise.asymmetry) is Laterality.SYMMETRIC


def _free_name(name: str, taken: frozenset[str]) -> str:
    mine = str(translate("Own", "{name} (mine)", name=name))
    number, free = 1, mine
    while free in taken:
        number += 1
        free = f"{mine} {number}"
    return free
