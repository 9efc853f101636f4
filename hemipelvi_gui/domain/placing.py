"""Where in a session an exercise usually belongs."""

from __future__ import annotations

from hemipelvi_gui.domain.exercises import Exercise, Pattern, Purpose
from hemipelvi_gui.domain.session import Section

FREEING = frozenset({Pattern.MOBILITY, Pattern.ROLLING, Pattern.LIGHT})
QUICK = frozenset({Pattern.PLYOMETRIC, Pattern.DRILL})
STRIDING = frozenset({Pattern.LUNGE, Pattern.STEP})
SMALL = frozenset({Pattern.TRUNK, Pattern.CALF, Pattern.HIP, Pattern.PUSH, Pattern.PULL})


def usual_sections(exercise: Exercise) -> tuple[Section, ...]:
    """The sections it fits, the best one first."""
    if exercise.purpose is Purpose.RESET:
        return (Section.RESET, Section.PREPARE)
    if exercise.purpose is Purpose.PREPARE:
        both = exercise.pattern in FREEING
        return (Section.PREPARE, Section.RESET) if both else (Section.PREPARE,)
    if exercise.pattern in FREEING:
        return (Section.RESET, Section.PREPARE)
    if exercise.pattern in QUICK:
        return (Section.POWER,)
    if exercise.pattern in SMALL:
        return (Section.ACCESSORY,)
    if exercise.compound or exercise.pattern in STRIDING:
        return (Section.STRENGTH, Section.ACCESSORY)
    return (Section.ACCESSORY, Section.STRENGTH)
