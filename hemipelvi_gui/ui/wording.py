"""Words for what the domain knows by code, in the window's language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from hemipelvi_gui.domain.exercises import Equipment, Exercise, Muscle, Pattern, Purpose
from hemipelvi_gui.domain.facets import Facets, Jobs, Laterality, Sequence, Stance, Trunk
from hemipelvi_gui.domain.session import Section
from hemipelvi_gui.domain.text import Text, translate

DOT = " \u00b7 "
MISSING = "\u2014"

STANCES = {
    Stance.PARALLEL: translate("Facets", "Level feet"),
    Stance.SUPINE: translate("Facets", "On the back"),
    Stance.PRONE: translate("Facets", "Face down"),
    Stance.SEATED: translate("Facets", "Seated"),
    Stance.HANGING: translate("Facets", "Hanging"),
    Stance.STAGGERED: translate("Facets", "Staggered"),
    Stance.LATERAL: translate("Facets", "Sideways"),
    Stance.SIDE_LYING: translate("Facets", "On the side"),
    Stance.QUADRUPED: translate("Facets", "Hands and knees"),
    Stance.HALF_KNEELING: translate("Facets", "Half-kneeling"),
    Stance.SPLIT: translate("Facets", "Split"),
    Stance.SINGLE_LEG: translate("Facets", "Single leg"),
    Stance.GAIT: translate("Facets", "Stride"),
}
JOBS = {
    Jobs.SAME: translate("Facets", "paired"),
    Jobs.BIASED: translate("Facets", "biased"),
    Jobs.ONE: translate("Facets", "one works"),
    Jobs.OPPOSITE: translate("Facets", "opposite jobs"),
}
TRUNKS = {
    Trunk.OFFSET: translate("Facets", "offset load"),
    Trunk.RECIPROCAL: translate("Facets", "with arms"),
}
CLASSES = {
    Laterality.SYMMETRIC: translate("Classes", "Symmetric"),
    Laterality.BIASED: translate("Classes", "Biased"),
    Laterality.ASYMMETRIC: translate("Classes", "Asymmetric"),
    Laterality.GAIT_LIKE: translate("Classes", "Gait-like"),
    Laterality.NONE: translate("Classes", "No leg work"),
}
SECTIONS = {
    Section.PREPARE: translate("Sections", "Prepare"),
    Section.POWER: translate("Sections", "Power"),
    Section.STRENGTH: translate("Sections", "Strength"),
    Section.ACCESSORY: translate("Sections", "Accessory"),
    Section.RESET: translate("Sections", "Reset"),
}
PATTERNS = {
    Pattern.SQUAT: translate("Patterns", "Squat"),
    Pattern.HINGE: translate("Patterns", "Hinge"),
    Pattern.LUNGE: translate("Patterns", "Lunge and split"),
    Pattern.STEP: translate("Patterns", "Step"),
    Pattern.SINGLE_LEG: translate("Patterns", "Single leg"),
    Pattern.CALF: translate("Patterns", "Calf and foot"),
    Pattern.HIP: translate("Patterns", "Hip"),
    Pattern.TRUNK: translate("Patterns", "Trunk"),
    Pattern.PUSH: translate("Patterns", "Push"),
    Pattern.PULL: translate("Patterns", "Pull"),
    Pattern.CARRY: translate("Patterns", "Carry"),
    Pattern.PLYOMETRIC: translate("Patterns", "Jump and bound"),
    Pattern.DRILL: translate("Patterns", "Running drill"),
    Pattern.MOBILITY: translate("Patterns", "Mobility"),
    Pattern.ROLLING: translate("Patterns", "Foam rolling"),
    Pattern.LIGHT: translate("Patterns", "Light activity"),
}
PURPOSES = {
    Purpose.WORK: translate("Purposes", "Work"),
    Purpose.PREPARE: translate("Purposes", "Prepare"),
    Purpose.RESET: translate("Purposes", "Reset"),
}
EQUIPMENT = {
    Equipment.BARBELL: translate("Equipment", "Barbell"),
    Equipment.RACK: translate("Equipment", "Rack"),
    Equipment.TRAP_BAR: translate("Equipment", "Trap bar"),
    Equipment.DUMBBELL: translate("Equipment", "Dumbbell"),
    Equipment.KETTLEBELL: translate("Equipment", "Kettlebell"),
    Equipment.PLATE: translate("Equipment", "Plate"),
    Equipment.LANDMINE: translate("Equipment", "Landmine"),
    Equipment.CABLE: translate("Equipment", "Cable"),
    Equipment.MACHINE: translate("Equipment", "Machine"),
    Equipment.LEG_PRESS: translate("Equipment", "Leg press"),
    Equipment.SMITH_MACHINE: translate("Equipment", "Smith machine"),
    Equipment.BAND: translate("Equipment", "Band"),
    Equipment.MINI_BAND: translate("Equipment", "Mini band"),
    Equipment.BENCH: translate("Equipment", "Bench"),
    Equipment.BOX: translate("Equipment", "Box"),
    Equipment.STEP: translate("Equipment", "Step"),
    Equipment.PULL_UP_BAR: translate("Equipment", "Pull-up bar"),
    Equipment.SUSPENSION: translate("Equipment", "Suspension trainer"),
    Equipment.MEDICINE_BALL: translate("Equipment", "Medicine ball"),
    Equipment.SWISS_BALL: translate("Equipment", "Swiss ball"),
    Equipment.SLIDER: translate("Equipment", "Slider"),
    Equipment.SLED: translate("Equipment", "Sled"),
    Equipment.WEIGHT_VEST: translate("Equipment", "Weight vest"),
    Equipment.FOAM_ROLLER: translate("Equipment", "Foam roller"),
    Equipment.MASSAGE_BALL: translate("Equipment", "Massage ball"),
    Equipment.HURDLE: translate("Equipment", "Hurdle"),
    Equipment.ROPE: translate("Equipment", "Jump rope"),
    Equipment.BIKE: translate("Equipment", "Bike"),
    Equipment.ROWER: translate("Equipment", "Rower"),
    Equipment.TREADMILL: translate("Equipment", "Treadmill"),
}
MUSCLES = {
    Muscle.QUADRICEPS: translate("Muscles", "Quadriceps"),
    Muscle.GLUTES: translate("Muscles", "Glutes"),
    Muscle.HAMSTRINGS: translate("Muscles", "Hamstrings"),
    Muscle.ADDUCTORS: translate("Muscles", "Adductors"),
    Muscle.ABDUCTORS: translate("Muscles", "Abductors"),
    Muscle.HIP_FLEXORS: translate("Muscles", "Hip flexors"),
    Muscle.HIP_ROTATORS: translate("Muscles", "Hip rotators"),
    Muscle.CALVES: translate("Muscles", "Calves"),
    Muscle.SOLEUS: translate("Muscles", "Soleus"),
    Muscle.SHINS: translate("Muscles", "Shins"),
    Muscle.FEET: translate("Muscles", "Feet"),
    Muscle.SPINAL_ERECTORS: translate("Muscles", "Spinal erectors"),
    Muscle.ABDOMINALS: translate("Muscles", "Abdominals"),
    Muscle.OBLIQUES: translate("Muscles", "Obliques"),
    Muscle.LATS: translate("Muscles", "Lats"),
    Muscle.UPPER_BACK: translate("Muscles", "Upper back"),
    Muscle.CHEST: translate("Muscles", "Chest"),
    Muscle.SHOULDERS: translate("Muscles", "Shoulders"),
    Muscle.BICEPS: translate("Muscles", "Biceps"),
    Muscle.TRICEPS: translate("Muscles", "Triceps"),
    Muscle.FOREARMS: translate("Muscles", "Forearms"),
}
UPPER_BODY = translate("Facets", "Upper body")
ALTERNATING = translate("Facets", "alternating")
NO_EQUIPMENT = translate("Equipment", "No equipment")
SUM = translate(
    "Score", "jobs {jobs} + stance {stance} + sequence {sequence} + trunk {trunk} = {score}"
)
NO_SCORE = translate("Score", "No score: there is no leg work in it to judge.")


def shown(text: Text | str) -> str:
    """A text of the layers without Qt, in the window's language and with its braces filled."""
    if isinstance(text, str):
        return text
    found = QCoreApplication.translate(text.context, text.source)
    if not text.args:
        return found
    filled = {
        name: shown(value) if isinstance(value, Text) else value
        for name, value in text.args.items()
    }
    return found.format(**filled)


def class_word(laterality: Laterality) -> str:
    """A class as a word: "Gait-like"."""
    return shown(CLASSES[laterality])


def section_word(section: Section) -> str:
    """A section as its heading: "Prepare"."""
    return shown(SECTIONS[section])


def pattern_word(pattern: Pattern) -> str:
    """A pattern as a filter names it: "Lunge and split"."""
    return shown(PATTERNS[pattern])


def purpose_word(purpose: Purpose) -> str:
    """A purpose as a word: "Work"."""
    return shown(PURPOSES[purpose])


def equipment_word(equipment: Equipment | None) -> str:
    """A thing of the gym: "Trap bar"; None is no equipment at all."""
    return shown(NO_EQUIPMENT if equipment is None else EQUIPMENT[equipment])


def muscle_word(muscle: Muscle) -> str:
    """A muscle in a runner's words: "Hip flexors"."""
    return shown(MUSCLES[muscle])


def facet_line(exercise: Exercise) -> str:
    """What can be seen of it: "Split · opposite jobs"; its pattern where there is no leg work."""
    facets = exercise.facets
    if facets is None:
        return DOT.join((pattern_word(exercise.pattern), shown(UPPER_BODY)))
    alternating = facets.sequence is Sequence.ALTERNATING
    words = [STANCES[facets.stance], ALTERNATING if alternating else JOBS[facets.jobs]]
    if facets.trunk in TRUNKS:
        words.append(TRUNKS[facets.trunk])
    return DOT.join(shown(word) for word in words)


def score_word(asymmetry: float | None) -> str:
    """An asymmetry with two decimals, halves rounded up; a dash where there is none."""
    # In thousandths, because the float nearest to 0.725 lies below it.
    return MISSING if asymmetry is None else f"{(round(asymmetry * 1000) + 5) // 10 / 100:.2f}"


def score_sum(facets: Facets | None) -> str:
    """How a score comes about: "jobs .450 + stance .200 + sequence .150 + trunk .000 = .800".

    Three decimals always: two would not always add up.
    """
    if facets is None:
        return shown(NO_SCORE)
    # Below one without the nought, as the sum has to fit on a card.
    words = [f"{term:.3f}".removeprefix("0") for term in (*facets.terms, facets.asymmetry)]
    names = ("jobs", "stance", "sequence", "trunk", "score")
    return shown(Text(SUM.context, SUM.source, dict(zip(names, words, strict=True))))
