"""From words to facets: what each modifier does to a movement.

The rules follow the definitions in MODEL.md section 1, not lists of names: "single-leg" makes one
leg work, whatever it is said of.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from hemipelvi_gui.coach.laterality.lexicon import Kind
from hemipelvi_gui.domain.exercises import Pattern
from hemipelvi_gui.domain.facets import Facets, Jobs, Sequence, Stance, Trunk

if TYPE_CHECKING:
    from collections.abc import Callable

    from hemipelvi_gui.coach.laterality.parsing import Parsed

LYING = {
    "side-lying": Stance.SIDE_LYING,
    "quadruped": Stance.QUADRUPED,
    "prone": Stance.PRONE,
    "supine": Stance.SUPINE,
    "seated": Stance.SEATED,
    "hanging": Stance.HANGING,
}
ON_THE_FLOOR = frozenset({Stance.SUPINE, Stance.PRONE, Stance.SEATED, Stance.HANGING})
UPRIGHT = frozenset({Stance.PARALLEL, Stance.SINGLE_LEG})
WITH_THE_ARMS = frozenset({"clean", "swing", "strongman lift", "thruster", "push press"})
MADE_OF_STEPS = frozenset({Pattern.LUNGE, Pattern.STEP, Pattern.SINGLE_LEG})
FASTENED = frozenset({"cable", "machine", "pulley"})
ON_KNEES = frozenset({"kneeling", "quadruped", "floor"})
ABDUCTIONS = frozenset({"side leg raise", "hip abduction"})
LEVEL = Facets(Jobs.SAME, Stance.PARALLEL, Sequence.TOGETHER, Trunk.NONE)
ONE_SIDED = Facets(Jobs.ONE, Stance.SINGLE_LEG, Sequence.ONE_SIDE, Trunk.NONE)


@dataclass(frozen=True)
class Subject:
    """A movement on its way through the rules."""

    facets: Facets
    id: str
    pattern: Pattern
    said: frozenset[str]

    def put(self, **levels: Jobs | Stance | Sequence | Trunk) -> Subject:
        """The same with other levels."""
        return replace(self, facets=replace(self.facets, **levels))  # type: ignore[arg-type]

    @property
    def level(self) -> bool:
        """Whether both legs do the same so far."""
        return self.facets.jobs is Jobs.SAME


def modified(facets: Facets, movement: str, pattern: Pattern, said: frozenset[str]) -> Facets:
    """The facets of a leg or trunk movement after all that is said of it."""
    subject = Subject(facets, movement, pattern, said)
    for rule in RULES:
        subject = rule(subject)
    return subject.facets


def upper_body(parsed: Parsed) -> Facets | None:
    """Facets of work for the arms: None unless the stance makes work for the legs of it."""
    said = parsed.ids(Kind.MODIFIER)
    one_arm = bool(said & {"single-arm", "single", "offset", "alternating"})
    trunk = Trunk.RECIPROCAL if "rotation" in said else Trunk.OFFSET if one_arm else Trunk.NONE
    if "half-kneeling" in said:
        held = Trunk.OFFSET if trunk is Trunk.NONE else trunk
        return Facets(Jobs.ONE, Stance.HALF_KNEELING, Sequence.ONE_SIDE, held)
    if "single-leg" in said:
        return replace(ONE_SIDED, trunk=trunk)
    if "staggered" in said:
        return Facets(Jobs.BIASED, Stance.STAGGERED, Sequence.ONE_SIDE, trunk)
    if "split" in said:
        return Facets(Jobs.ONE, Stance.SPLIT, Sequence.ONE_SIDE, trunk)
    return None


def tied(facets: Facets, parsed: Parsed) -> Facets:
    """A leg tied to a cable or a machine kicks standing, unless the floor is named."""
    words = set(parsed.words)
    floor = "quadruped" in parsed.ids(Kind.MODIFIER) or words & ON_KNEES
    if facets.stance is not Stance.QUADRUPED or not words & FASTENED or floor:
        return facets
    return replace(facets, stance=Stance.SINGLE_LEG)


def _posture(subject: Subject) -> Subject:
    """Lying, seated or on all fours, where the movement itself stands."""
    lain = {"supine", "side-lying"} & subject.said
    if subject.id in ABDUCTIONS and lain:
        return subject.put(stance=Stance.SIDE_LYING)
    if subject.id == "knee raise alone" and "hanging" in subject.said:
        return subject.put(jobs=Jobs.SAME, stance=Stance.HANGING, sequence=Sequence.TOGETHER)
    if subject.id in {"march", "psoas march"} and "supine" in lain:
        return subject.put(stance=Stance.SUPINE, trunk=Trunk.NONE)
    if subject.facets.stance not in UPRIGHT | ON_THE_FLOOR or subject.id == "pistol squat":
        return subject
    for word, stance in LYING.items():
        if word in subject.said:
            return _on_its_side(subject.put(stance=stance))
    if "standing" in subject.said and subject.id == "leg curl":
        return replace(subject, facets=ONE_SIDED)
    return subject


def _on_its_side(subject: Subject) -> Subject:
    """Legs lifted lying on one side or on all fours: only one can be."""
    propped = subject.facets.stance in {Stance.SIDE_LYING, Stance.QUADRUPED}
    if not propped or subject.id not in {"leg raise", "bridge"}:
        return subject
    return subject.put(jobs=Jobs.ONE, sequence=Sequence.ONE_SIDE)


def _both_legs(subject: Subject) -> Subject:
    """Two legs at once, said of what one leg does."""
    if "double-leg" not in subject.said:
        return subject
    if subject.id == "bound":
        return replace(subject, facets=LEVEL)
    if subject.facets.jobs is not Jobs.ONE:
        return subject
    stance = subject.facets.stance
    level = Stance.PARALLEL if stance is Stance.SINGLE_LEG else stance
    return subject.put(jobs=Jobs.SAME, stance=level, sequence=Sequence.TOGETHER)


def _one_leg(subject: Subject) -> Subject:
    alone = "single" in subject.said and not _held_by_arms(subject)
    if not (alone or "single-leg" in subject.said) or not subject.level:
        return subject
    stance = subject.facets.stance
    return subject.put(
        jobs=Jobs.ONE,
        stance=Stance.SINGLE_LEG if stance is Stance.PARALLEL else stance,
        sequence=Sequence.ONE_SIDE,
    )


def _held_by_arms(subject: Subject) -> bool:
    """Whether "single" or "alternating" means the arms."""
    if subject.id == "leg raise":
        return False
    return subject.id in WITH_THE_ARMS or subject.pattern in {Pattern.TRUNK, Pattern.CARRY}


def _staggered(subject: Subject) -> Subject:
    if "staggered" not in subject.said or not subject.level:
        return subject
    return subject.put(jobs=Jobs.BIASED, stance=Stance.STAGGERED, sequence=Sequence.ONE_SIDE)


def _split(subject: Subject) -> Subject:
    """Feet apart front to back: the legs have opposite jobs, or hold still for the trunk."""
    level = subject.facets.stance in UPRIGHT and subject.level
    if "split" not in subject.said or not level:
        return subject
    jobs = Jobs.ONE if subject.pattern is Pattern.TRUNK else Jobs.OPPOSITE
    return subject.put(jobs=jobs, stance=Stance.SPLIT, sequence=Sequence.ONE_SIDE)


def _half_kneeling(subject: Subject) -> Subject:
    if "half-kneeling" not in subject.said or subject.facets.stance is Stance.HALF_KNEELING:
        return subject
    if not subject.level:
        return subject.put(stance=Stance.HALF_KNEELING)
    trunk = subject.facets.trunk
    return subject.put(
        jobs=Jobs.ONE,
        stance=Stance.HALF_KNEELING,
        sequence=Sequence.ONE_SIDE,
        trunk=Trunk.OFFSET if trunk is Trunk.NONE else trunk,
    )


def _sideways(subject: Subject) -> Subject:
    """A lunge or squat to the side. A step-up or a jump to the side keeps what the legs do."""
    lunge = subject.facets.stance is Stance.SPLIT and subject.pattern is Pattern.LUNGE
    squat = subject.id == "squat" and subject.level
    if "lateral" not in subject.said or not (lunge or squat):
        return subject
    sequence = subject.facets.sequence if lunge else Sequence.ONE_SIDE
    return subject.put(jobs=Jobs.ONE, stance=Stance.LATERAL, sequence=sequence)


def _march(subject: Subject) -> Subject:
    if "march" not in subject.said or not subject.level:
        return subject
    stance = subject.facets.stance
    return subject.put(
        jobs=Jobs.OPPOSITE,
        stance=Stance.GAIT if stance is Stance.PARALLEL else stance,
        sequence=Sequence.ALTERNATING,
    )


def _knee_drive(subject: Subject) -> Subject:
    """The other knee comes up, so the legs do opposite things."""
    fits = subject.facets.jobs is Jobs.ONE and subject.pattern in MADE_OF_STEPS | {Pattern.CALF}
    hinge = subject.facets.jobs is Jobs.ONE and subject.id == "deadlift"
    side = subject.id == "side plank"
    if "knee-drive" not in subject.said or not (fits or hinge or side):
        return subject
    return subject.put(jobs=Jobs.OPPOSITE)


def _alternating(subject: Subject) -> Subject:
    walking = "walking" in subject.said and (
        subject.pattern in MADE_OF_STEPS or subject.facets.jobs is not Jobs.SAME
    )
    hopped = "jump" in subject.said and subject.id == "lunge"
    if not (walking or hopped or "alternating" in subject.said):
        return subject
    if not subject.level:
        return subject.put(sequence=Sequence.ALTERNATING)
    if _with_arms_in_turn(subject):
        held = subject.facets.trunk
        trunk = Trunk.OFFSET if held is Trunk.NONE else held
        return subject.put(trunk=trunk)
    # Legs that take turns in one movement: while one works, the other makes room.
    return subject.put(jobs=Jobs.OPPOSITE, sequence=Sequence.ALTERNATING)


def _with_arms_in_turn(subject: Subject) -> bool:
    legs = subject.id in {"crunch", "leg raise", "hanging raise", "bear hold"} and not (
        subject.said & {"single-arm"}
    )
    return _held_by_arms(subject) and not legs


def _load(subject: Subject) -> Subject:
    """A load on one side, or a row with one arm on top."""
    one_arm = "single" in subject.said and _held_by_arms(subject)
    pulled = "row-to" in subject.said and not subject.level
    held = bool(subject.said & {"single-arm", "offset"}) or one_arm or pulled
    if not held or subject.facets.trunk is not Trunk.NONE:
        return subject
    return subject.put(trunk=Trunk.OFFSET)


def _arms_and_rotation(subject: Subject) -> Subject:
    swung = "arms" in subject.said and not subject.level
    if not (swung or "rotation" in subject.said):
        return subject
    return subject.put(trunk=Trunk.RECIPROCAL)


RULES: tuple[Callable[[Subject], Subject], ...] = (
    _posture,
    _both_legs,
    _one_leg,
    _staggered,
    _split,
    _half_kneeling,
    _sideways,
    _march,
    _knee_drive,
    _alternating,
    _load,
    _arms_and_rotation,
)
