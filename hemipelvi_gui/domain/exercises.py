"""What an exercise is. The vocabularies here are the ones the data files may use."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import Any

from hemipelvi_gui.domain.facets import Facets, Laterality, laterality


class Action(StrEnum):
    """What half of the pelvis is asked to do."""

    COMPRESS = "compress"
    EXPAND = "expand"
    NEUTRAL = "neutral"


class Pattern(StrEnum):
    """Movement pattern: serves coverage and filters."""

    SQUAT = "squat"
    HINGE = "hinge"
    LUNGE = "lunge"
    STEP = "step"
    SINGLE_LEG = "single-leg"
    CALF = "calf"
    HIP = "hip"
    TRUNK = "trunk"
    PUSH = "push"
    PULL = "pull"
    CARRY = "carry"
    PLYOMETRIC = "plyometric"
    DRILL = "drill"
    MOBILITY = "mobility"
    ROLLING = "rolling"
    LIGHT = "light"


class Family(StrEnum):
    """What may stand in for what; families cross patterns.

    MODEL.md names the first seven. Hip-flexor and recovery work stand in for none of them, so they
    are families of their own.
    """

    KNEE_DOMINANT = "knee-dominant"
    HIP_DOMINANT = "hip-dominant"
    CALF = "calf"
    FRONTAL = "frontal"
    TRUNK = "trunk"
    UPPER = "upper"
    BOUND = "bound"
    HIP_FLEXOR = "hip-flexor"
    RECOVERY = "recovery"


class Purpose(StrEnum):
    """Why it is done. Only work has a dose."""

    WORK = "work"
    PREPARE = "prepare"
    RESET = "reset"


class Plane(StrEnum):
    """Plane of the main movement: a tag, not part of the score."""

    SAGITTAL = "sagittal"
    FRONTAL = "frontal"
    TRANSVERSE = "transverse"


class LoadSide(StrEnum):
    """Where a load hangs, seen from the working leg: a tag, not part of the score."""

    NONE = "none"
    BOTH = "both"
    SAME = "same"
    OPPOSITE = "opposite"


class Muscle(StrEnum):
    """Muscles and regions in a runner's words."""

    QUADRICEPS = "quadriceps"
    GLUTES = "glutes"
    HAMSTRINGS = "hamstrings"
    ADDUCTORS = "adductors"
    ABDUCTORS = "abductors"
    HIP_FLEXORS = "hip flexors"
    HIP_ROTATORS = "hip rotators"
    CALVES = "calves"
    SOLEUS = "soleus"
    SHINS = "shins"
    FEET = "feet"
    SPINAL_ERECTORS = "spinal erectors"
    ABDOMINALS = "abdominals"
    OBLIQUES = "obliques"
    LATS = "lats"
    UPPER_BACK = "upper back"
    CHEST = "chest"
    SHOULDERS = "shoulders"
    BICEPS = "biceps"
    TRICEPS = "triceps"
    FOREARMS = "forearms"


# A big lift may leave these short and busy; a reset gives them their length back (MODEL.md 1).
LOCKABLE = frozenset({Muscle.HIP_FLEXORS, Muscle.SPINAL_ERECTORS, Muscle.ADDUCTORS, Muscle.LATS})


class Equipment(StrEnum):
    """What has to be in the gym. Floor, wall and a doorway are everywhere and not listed."""

    BARBELL = "barbell"
    RACK = "rack"
    TRAP_BAR = "trap bar"
    DUMBBELL = "dumbbell"
    KETTLEBELL = "kettlebell"
    PLATE = "plate"
    LANDMINE = "landmine"
    CABLE = "cable"
    MACHINE = "machine"
    LEG_PRESS = "leg press"
    SMITH_MACHINE = "smith machine"
    BAND = "band"
    MINI_BAND = "mini band"
    BENCH = "bench"
    BOX = "box"
    STEP = "step"
    PULL_UP_BAR = "pull-up bar"
    SUSPENSION = "suspension trainer"
    MEDICINE_BALL = "medicine ball"
    SWISS_BALL = "swiss ball"
    SLIDER = "slider"
    SLED = "sled"
    WEIGHT_VEST = "weight vest"
    FOAM_ROLLER = "foam roller"
    MASSAGE_BALL = "massage ball"
    HURDLE = "hurdle"
    ROPE = "jump rope"
    BIKE = "bike"
    ROWER = "rower"
    TREADMILL = "treadmill"


@dataclass(frozen=True)
class Actions:
    """What the working side and the other side are asked to do; alternating work swaps them."""

    working: Action
    other: Action


@dataclass(frozen=True)
class Variant:
    """The same lift with another implement: `name` is the implement, as in "dumbbell"."""

    name: str
    equipment: tuple[Equipment, ...]
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True)
class Exercise:
    """One exercise. Built-in ones have a readable slug as id, one's own a UUID.

    `share` is 1, 0.5 or 0: how far a set is leg work (MODEL.md 2). `difficulty` runs from 1 for
    anyone to 5. `prescription` is the default in the grammar of `domain.grammar`. `heavy_from_kg`
    is the load at which a symmetric compound lift counts as big.
    """

    id: str
    name: str
    facets: Facets | None
    actions: Actions
    pattern: Pattern
    family: Family
    share: float
    purpose: Purpose
    muscles: tuple[Muscle, ...]
    prescription: str
    cue: str = ""
    locks: tuple[Muscle, ...] = ()
    resets: tuple[Muscle, ...] = ()
    equipment: tuple[Equipment, ...] = ()
    variants: tuple[Variant, ...] = ()
    difficulty: int = 2
    plane: Plane = Plane.SAGITTAL
    contact: bool = False
    compound: bool = False
    load_side: LoadSide = LoadSide.NONE
    heavy_from_kg: float = 20.0
    aliases: tuple[str, ...] = ()
    version: int = 1
    parent: int | None = None
    extra: dict[str, Any] = field(default_factory=dict, hash=False)

    @cached_property
    def asymmetry(self) -> float | None:
        """Asymmetry in [0, 1], or None for upper-body work, which has none."""
        return None if self.facets is None else self.facets.asymmetry

    @cached_property
    def laterality(self) -> Laterality:
        """Class of the asymmetry."""
        return laterality(self.asymmetry)

    @cached_property
    def targets(self) -> frozenset[Muscle]:
        """Muscles it trains or frees."""
        return frozenset(self.muscles) | frozenset(self.resets)

    def possible_with(self, available: frozenset[Equipment] | None) -> bool:
        """Whether it, or one of its variants, can be done; None means everything is there."""
        if available is None or available.issuperset(self.equipment):
            return True
        return any(available.issuperset(variant.equipment) for variant in self.variants)
