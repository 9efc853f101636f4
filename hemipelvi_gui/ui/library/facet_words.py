"""The levels of each facet in words, with what to look for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hemipelvi_gui.domain.facets import (
    JOBS_WEIGHT,
    SEQUENCE_WEIGHT,
    STANCE_WEIGHT,
    TRUNK_WEIGHT,
    Jobs,
    Laterality,
    Sequence,
    Stance,
    Trunk,
)
from hemipelvi_gui.domain.text import Text, translate
from hemipelvi_gui.ui.wording import shown

if TYPE_CHECKING:
    from enum import StrEnum

    from hemipelvi_gui.domain.facets import Facets

FACETS: tuple[str, ...] = ("jobs", "stance", "sequence", "trunk")
LEVELS: dict[str, tuple[StrEnum, ...]] = {
    "jobs": tuple(Jobs),
    "stance": tuple(Stance),
    "sequence": tuple(Sequence),
    "trunk": tuple(Trunk),
}
WEIGHTS = dict(
    zip(FACETS, (JOBS_WEIGHT, STANCE_WEIGHT, SEQUENCE_WEIGHT, TRUNK_WEIGHT), strict=True)
)
NAMES = {
    "jobs": translate("FacetLevels", "What the legs do"),
    "stance": translate("FacetLevels", "Stance"),
    "sequence": translate("FacetLevels", "Turns"),
    "trunk": translate("FacetLevels", "Trunk and load"),
}
# Two facets may have a level of the same word, so the facet is part of the key.
WORDS: dict[tuple[str, str], tuple[Text, Text]] = {
    ("jobs", Jobs.SAME): (
        translate("FacetLevels", "Both do the same"),
        translate("FacetLevels", "Both legs push or bend together, as in a squat."),
    ),
    ("jobs", Jobs.BIASED): (
        translate("FacetLevels", "One leads, one helps"),
        translate("FacetLevels", "Both push, one carries more, as in a B-stance deadlift."),
    ),
    ("jobs", Jobs.ONE): (
        translate("FacetLevels", "One leg works"),
        translate("FacetLevels", "The other rests or hangs, as in a step-up."),
    ),
    ("jobs", Jobs.OPPOSITE): (
        translate("FacetLevels", "Opposite jobs"),
        translate("FacetLevels", "One hip bends while the other extends, as in a lunge."),
    ),
    ("stance", Stance.PARALLEL): (
        translate("FacetLevels", "Level feet"),
        translate("FacetLevels", "Feet side by side."),
    ),
    ("stance", Stance.SUPINE): (
        translate("FacetLevels", "On the back"),
        translate("FacetLevels", "Lying face up."),
    ),
    ("stance", Stance.PRONE): (
        translate("FacetLevels", "Face down"),
        translate("FacetLevels", "Lying or planking face down."),
    ),
    ("stance", Stance.SEATED): (
        translate("FacetLevels", "Seated"),
        translate("FacetLevels", "Sitting on a bench, a machine or the floor."),
    ),
    ("stance", Stance.HANGING): (
        translate("FacetLevels", "Hanging"),
        translate("FacetLevels", "Hanging from a bar or straps."),
    ),
    ("stance", Stance.STAGGERED): (
        translate("FacetLevels", "Staggered"),
        translate("FacetLevels", "One foot half a step behind, mostly for balance."),
    ),
    ("stance", Stance.LATERAL): (
        translate("FacetLevels", "Sideways"),
        translate("FacetLevels", "Wide, the weight over one side."),
    ),
    ("stance", Stance.SIDE_LYING): (
        translate("FacetLevels", "On the side"),
        translate("FacetLevels", "Lying or planking on one side."),
    ),
    ("stance", Stance.QUADRUPED): (
        translate("FacetLevels", "Hands and knees"),
        translate("FacetLevels", "On all fours, as in a bird-dog."),
    ),
    ("stance", Stance.HALF_KNEELING): (
        translate("FacetLevels", "Half-kneeling"),
        translate("FacetLevels", "One knee down, the other foot in front."),
    ),
    ("stance", Stance.SPLIT): (
        translate("FacetLevels", "Split"),
        translate("FacetLevels", "A long step, one foot in front, one behind."),
    ),
    ("stance", Stance.SINGLE_LEG): (
        translate("FacetLevels", "Single leg"),
        translate("FacetLevels", "All weight on one foot."),
    ),
    ("stance", Stance.GAIT): (
        translate("FacetLevels", "Stride"),
        translate("FacetLevels", "Walking, marching, skipping or running."),
    ),
    ("sequence", Sequence.TOGETHER): (
        translate("FacetLevels", "Both at once"),
        translate("FacetLevels", "No side has a turn of its own."),
    ),
    ("sequence", Sequence.ONE_SIDE): (
        translate("FacetLevels", "One side a set"),
        translate("FacetLevels", "All repetitions on one side, then the other."),
    ),
    ("sequence", Sequence.ALTERNATING): (
        translate("FacetLevels", "Left, right, left"),
        translate("FacetLevels", "Sides change with each repetition or step."),
    ),
    ("trunk", Trunk.NONE): (
        translate("FacetLevels", "Quiet"),
        translate("FacetLevels", "The trunk stays square, the load is even."),
    ),
    ("trunk", Trunk.OFFSET): (
        translate("FacetLevels", "Load on one side"),
        translate("FacetLevels", "A weight in one hand or on one shoulder."),
    ),
    ("trunk", Trunk.RECIPROCAL): (
        translate("FacetLevels", "Arms or trunk turn"),
        translate("FacetLevels", "Arms swing against the legs, or the trunk rotates."),
    ),
}
CLASS_HINTS = {
    Laterality.SYMMETRIC: translate("FacetLevels", "Both legs do the same, level feet: a squat."),
    Laterality.BIASED: translate("FacetLevels", "Both push, one carries more: a B-stance lift."),
    Laterality.ASYMMETRIC: translate("FacetLevels", "One leg works at a time: a step-up."),
    Laterality.GAIT_LIKE: translate(
        "FacetLevels", "Legs do opposite jobs and change over: a walking lunge."
    ),
    Laterality.NONE: translate("FacetLevels", "Upper body only: nothing to score."),
}


def facet_name(facet: str) -> str:
    """A facet's name: "Stance"."""
    return shown(NAMES[facet])


def level_word(facet: str, level: str) -> str:
    """A level's name: "Half-kneeling"."""
    return shown(WORDS[facet, level][0])


def level_hint(facet: str, level: str) -> str:
    """What to look for: "One knee down, the other foot in front."."""
    return shown(WORDS[facet, level][1])


def class_hint(laterality: Laterality) -> str:
    """What a class looks like, with an example."""
    return shown(CLASS_HINTS[laterality])


def terms_of(facets: Facets | None) -> dict[str, float]:
    """What each facet adds to the score, 0 where there is no leg work."""
    terms = (0.0,) * len(FACETS) if facets is None else facets.terms
    return dict(zip(FACETS, terms, strict=True))
