"""Four facets that say how like running an exercise is (MODEL.md section 1).

Facets are geometry: what can be seen from outside. The weights are the app's own coaching model.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property


class Jobs(StrEnum):
    """What the two legs do."""

    SAME = "same"
    BIASED = "biased"
    ONE = "one"
    OPPOSITE = "opposite"


class Stance(StrEnum):
    """How the body stands or lies."""

    PARALLEL = "parallel"
    SUPINE = "supine"
    PRONE = "prone"
    SEATED = "seated"
    HANGING = "hanging"
    STAGGERED = "staggered"
    LATERAL = "lateral"
    SIDE_LYING = "side-lying"
    QUADRUPED = "quadruped"
    HALF_KNEELING = "half-kneeling"
    SPLIT = "split"
    SINGLE_LEG = "single-leg"
    GAIT = "gait"


class Sequence(StrEnum):
    """When each side has its turn."""

    TOGETHER = "together"
    ONE_SIDE = "one-side"
    ALTERNATING = "alternating"


class Trunk(StrEnum):
    """What trunk, arms and load do: nothing, an offset load, or reciprocal arms and rotation."""

    NONE = "none"
    OFFSET = "offset"
    RECIPROCAL = "reciprocal"


JOBS = {Jobs.SAME: 0.0, Jobs.BIASED: 0.4, Jobs.ONE: 0.7, Jobs.OPPOSITE: 1.0}
STANCE = {
    Stance.PARALLEL: 0.0,
    Stance.SUPINE: 0.0,
    Stance.PRONE: 0.0,
    Stance.SEATED: 0.0,
    Stance.HANGING: 0.0,
    Stance.STAGGERED: 0.4,
    Stance.LATERAL: 0.5,
    Stance.SIDE_LYING: 0.5,
    Stance.QUADRUPED: 0.5,
    Stance.HALF_KNEELING: 0.7,
    Stance.SPLIT: 0.8,
    Stance.SINGLE_LEG: 1.0,
    Stance.GAIT: 1.0,
}
SEQUENCE = {Sequence.TOGETHER: 0.0, Sequence.ONE_SIDE: 0.5, Sequence.ALTERNATING: 1.0}
TRUNK = {Trunk.NONE: 0.0, Trunk.OFFSET: 0.5, Trunk.RECIPROCAL: 1.0}

# Coaching defaults of this program; no trial stands behind them.
JOBS_WEIGHT, STANCE_WEIGHT, SEQUENCE_WEIGHT, TRUNK_WEIGHT = 0.45, 0.25, 0.15, 0.15


class Laterality(StrEnum):
    """Class of an exercise by its asymmetry; NONE is upper-body work, which has no score."""

    SYMMETRIC = "symmetric"
    BIASED = "biased"
    ASYMMETRIC = "asymmetric"
    GAIT_LIKE = "gait-like"
    NONE = "none"


@dataclass(frozen=True)
class Facets:
    """The geometry of one exercise."""

    jobs: Jobs
    stance: Stance
    sequence: Sequence
    trunk: Trunk

    @cached_property
    def terms(self) -> tuple[float, float, float, float]:
        """What jobs, stance, sequence and trunk each add to the asymmetry."""
        return (
            JOBS_WEIGHT * JOBS[self.jobs],
            STANCE_WEIGHT * STANCE[self.stance],
            SEQUENCE_WEIGHT * SEQUENCE[self.sequence],
            TRUNK_WEIGHT * TRUNK[self.trunk],
        )

    @cached_property
    def asymmetry(self) -> float:
        """Asymmetry in [0, 1], to three decimals: 0 is a squat, 1 is a skip."""
        return round(sum(self.terms), 3)


def laterality(asymmetry: float | None) -> Laterality:
    """Class of an asymmetry in [0, 1]; None (no leg work to judge) is `Laterality.NONE`."""
    if asymmetry is None:
        return Laterality.NONE
    score = round(asymmetry, 3)
    for limit, name in ((0.2, Laterality.SYMMETRIC), (0.5, Laterality.BIASED)):
        if score < limit:
            return name
    return Laterality.ASYMMETRIC if score < 0.8 else Laterality.GAIT_LIKE
