"""Exercises of one's own made from a name alone, for the runner to look over.

Facets and movement are what the classifier reads; the rest follows from them as it does for any own
exercise (`domain.own`). A name that says nothing is taken for upper-body work: it adds nothing to
the balance until somebody has looked at it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hemipelvi_gui.coach.laterality import implements
from hemipelvi_gui.coach.reasons import as_data
from hemipelvi_gui.domain.exercises import Exercise, Family, Muscle, Pattern
from hemipelvi_gui.domain.facets import Sequence
from hemipelvi_gui.domain.own import (
    INFERRED,
    LONGEST_NAME,
    MOVING,
    UNDECIDED,
    UPPER,
    WHOLE_LEG,
    new_exercise,
    refitted,
)
from hemipelvi_gui.domain.placing import FREEING
from hemipelvi_gui.domain.usual_work import PRESCRIPTIONS, WORK, WORK_A_SIDE

if TYPE_CHECKING:
    from hemipelvi_gui.coach.laterality import Guess

MUSCLES = {
    Pattern.SQUAT: (Muscle.QUADRICEPS, Muscle.GLUTES),
    Pattern.HINGE: (Muscle.HAMSTRINGS, Muscle.GLUTES, Muscle.SPINAL_ERECTORS),
    Pattern.LUNGE: (Muscle.QUADRICEPS, Muscle.GLUTES),
    Pattern.STEP: (Muscle.QUADRICEPS, Muscle.GLUTES),
    Pattern.SINGLE_LEG: (Muscle.GLUTES, Muscle.QUADRICEPS),
    Pattern.CALF: (Muscle.CALVES,),
    Pattern.HIP: (Muscle.GLUTES, Muscle.ABDUCTORS),
    Pattern.TRUNK: (Muscle.ABDOMINALS,),
    Pattern.PUSH: (Muscle.CHEST, Muscle.SHOULDERS),
    Pattern.PULL: (Muscle.UPPER_BACK, Muscle.LATS),
    Pattern.CARRY: (Muscle.FOREARMS, Muscle.GLUTES),
    Pattern.PLYOMETRIC: (Muscle.CALVES, Muscle.QUADRICEPS),
    Pattern.DRILL: (Muscle.HIP_FLEXORS, Muscle.CALVES),
    Pattern.MOBILITY: (Muscle.HIP_FLEXORS,),
    Pattern.ROLLING: (Muscle.QUADRICEPS,),
    Pattern.LIGHT: (Muscle.QUADRICEPS,),
}
# Movements of one joint, and holds, among patterns that otherwise take the whole leg.
OF_ONE_JOINT = frozenset(
    {
        *("leg extension", "leg curl", "hamstring curl", "bridge", "back extension", "nordic"),
        *("jefferson curl", "walkout", "balance", "balance board", "hip airplane"),
    }
)


def inferred(name: str, guess: Guess, exercise_id: str) -> Exercise:
    """An exercise of this name, with what was read from it kept in `extra` as its reason."""
    pattern, family = _pattern(guess), _family(guess)
    begun = new_exercise(lambda: exercise_id)
    made = replace(
        begun,
        name=" ".join(name.split())[:LONGEST_NAME],
        facets=guess.facets,
        pattern=pattern,
        muscles=guess.exercise.muscles if guess.exercise else MUSCLES[pattern],
        prescription=_prescription(guess, pattern),
        equipment=implements(name),
        compound=_compound(guess, pattern),
    )
    fitted = refitted(begun, made)
    extra = {
        INFERRED: {
            "confidence": guess.confidence,
            "match": guess.match,
            "reason": as_data(guess.reason),
        },
        UNDECIDED: guess.unsure,
    }
    return replace(fitted, family=family or fitted.family, extra=extra)


def _pattern(guess: Guess) -> Pattern:
    read = guess.movement or guess.exercise
    if read is None or (guess.facets is None and read.pattern not in UPPER | FREEING):
        return Pattern.PUSH
    return read.pattern


def _family(guess: Guess) -> Family | None:
    read = guess.movement or guess.exercise
    return None if read is None or guess.facets is None else read.family


def _compound(guess: Guess, pattern: Pattern) -> bool:
    if guess.exercise is not None:
        return guess.exercise.compound
    whole = pattern in WHOLE_LEG or pattern is Pattern.CARRY
    return whole and guess.movement is not None and guess.movement.id not in OF_ONE_JOINT


def _prescription(guess: Guess, pattern: Pattern) -> str:
    """The usual of its pattern, per side where one side works."""
    one = guess.facets is not None and guess.facets.sequence is Sequence.ONE_SIDE
    usual = WORK_A_SIDE if one and pattern not in MOVING - WHOLE_LEG else WORK
    return PRESCRIPTIONS.get(pattern, usual)
