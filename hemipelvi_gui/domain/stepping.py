"""Who goes step by step, which way, and where the next step will land.

Facets do not tell which way a step goes; the names do.
"""

from __future__ import annotations

from dataclasses import replace
from enum import Enum
from typing import TYPE_CHECKING

from hemipelvi_gui.domain.exercises import Action, Actions
from hemipelvi_gui.domain.facets import Laterality, Sequence, Stance
from hemipelvi_gui.domain.ground import LEFT_FOOT, RIGHT_FOOT, Mark

if TYPE_CHECKING:
    from hemipelvi_gui.domain.exercises import Exercise

NEXT_RIGHT, NEXT_LEFT = "right step", "left step"
FAINT = 0.3
# From a foot to the next one, in lengths of a foot, where one goes somewhere.
STEP = 1.3
TRAVELS = ("walking", "travelling", "traveling", "gehend", "marchant", "caminando")
BACKWARDS = ("backward", "reverse", "rückwärts", "arrière", "atrás")


class Way(Enum):
    """Where alternating steps go: on the spot the foot comes back before the other one leaves."""

    ONWARD = "onward"
    BACKWARD = "backward"
    ON_THE_SPOT = "on the spot"
    ON_THE_SPOT_BEHIND = "on the spot behind"


def goes_step_by_step(exercise: Exercise) -> bool:
    """Whether it is a walk, a march, a skip or a run."""
    facets = exercise.facets
    return (
        facets is not None
        and facets.stance is Stance.GAIT
        and facets.sequence is Sequence.ALTERNATING
    )


def asks(exercise: Exercise) -> Actions:
    """What it asks of the halves, for every picture of it.

    What is like running does what running does, though it were for rest or warming up and nobody
    has said what its halves do.
    """
    said = {exercise.actions.working, exercise.actions.other} != {Action.NEUTRAL}
    gait_like = exercise.laterality is Laterality.GAIT_LIKE and not said
    if goes_step_by_step(exercise) or gait_like:
        return Actions(Action.COMPRESS, Action.EXPAND)
    return exercise.actions


def way_of(exercise: Exercise) -> Way | None:
    """Which way its steps go; None without steps from one side to the other."""
    facets = exercise.facets
    if facets is None or facets.sequence is not Sequence.ALTERNATING:
        return None
    words = f"{exercise.id} {exercise.name}".lower()
    back = any(word in words for word in BACKWARDS)
    if any(word in words for word in TRAVELS):
        if facets.stance in (Stance.SPLIT, Stance.SINGLE_LEG):
            return Way.BACKWARD if back else Way.ONWARD
    elif facets.stance is Stance.SPLIT:
        return Way.ON_THE_SPOT_BEHIND if back else Way.ON_THE_SPOT
    return None


def with_next_step(marks: tuple[Mark, ...], way: Way) -> tuple[Mark, ...]:
    """The marks with the print of the next step, right foot in front; who travels steps evenly."""
    places = {mark.part: mark for mark in marks}
    front, rear = places[RIGHT_FOOT], places[LEFT_FOOT]
    split = rear.y < front.y and rear.weight > 0
    if way is Way.ONWARD:
        front = replace(front, y=0.0)
        rear = replace(rear, y=-STEP) if split else rear
        coming = _over(front, NEXT_LEFT, STEP)
    elif way is Way.BACKWARD:
        front = replace(front, y=STEP)
        rear = replace(rear, y=0.0) if split else rear
        coming = replace(front, part=NEXT_RIGHT, y=-STEP, shown=FAINT)
    elif way is Way.ON_THE_SPOT_BEHIND:
        coming = replace(_over(rear, NEXT_RIGHT, rear.y), weight=front.weight)
    else:
        coming = _over(front, NEXT_LEFT, front.y)
    others = (mark for mark in marks if mark.part not in (RIGHT_FOOT, LEFT_FOOT))
    return (front, rear, *others, coming)


def _over(mark: Mark, part: str, y: float) -> Mark:
    """The same print of the other foot."""
    return replace(mark, part=part, x=-mark.x, y=y, turn=-mark.turn, shown=FAINT)
