"""free-exercise-db: a public list of exercises as JSON, read only (docs/classify.md).

It says nothing about sides, so the facets are inferred from each name, with its muscles and its
category as witnesses. Each exercise keeps in `extra["inferred"]` the confidence, and the reason as
a code with what fills its sentence; `extra["review"]` is true where a person should look.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID, uuid5

from hemipelvi_gui.coach.laterality import Classifier, Guess, implements
from hemipelvi_gui.coach.reasons import as_data, because
from hemipelvi_gui.domain.bundle import Bundle
from hemipelvi_gui.domain.exercises import (
    LOCKABLE,
    Action,
    Actions,
    Equipment,
    Exercise,
    Family,
    Muscle,
    Pattern,
    Purpose,
)
from hemipelvi_gui.domain.facets import Jobs, Laterality
from hemipelvi_gui.domain.library import load_exercises
from hemipelvi_gui.domain.own import LONGEST_NAME, WHOLE_LEG
from hemipelvi_gui.domain.placing import FREEING
from hemipelvi_gui.domain.text import translate
from hemipelvi_gui.domain.usual_work import PRESCRIPTIONS, WORK
from hemipelvi_gui.exchange.checks import check
from hemipelvi_gui.exchange.limits import strict_json
from hemipelvi_gui.exchange.shape import ContentError, shown
from hemipelvi_gui.paths import resource

# Reading the same list again must give the same exercises, so their ids come from its ids.
IDS = UUID("6f0c2f52-2f5d-5c0e-9a53-8a4d5d0c7b11")
SIGNS = (rb'"primaryMuscles"', rb'"name"')
LOOKED_AT = 8192
MOST_EXERCISES = 5000
SHORTEST_CUE, LONGEST_CUE, LONGEST_STEP = 30, 160, 2000
SENTENCE_END = re.compile(r"[.!?][\"\u201d\u2019\')]*(?=\s)")
BY_MUSCLES = 0.5
WHOLE_BODY_RANK = 5

MUSCLES = {
    "abdominals": Muscle.ABDOMINALS,
    "abductors": Muscle.ABDUCTORS,
    "adductors": Muscle.ADDUCTORS,
    "biceps": Muscle.BICEPS,
    "calves": Muscle.CALVES,
    "chest": Muscle.CHEST,
    "forearms": Muscle.FOREARMS,
    "glutes": Muscle.GLUTES,
    "hamstrings": Muscle.HAMSTRINGS,
    "lats": Muscle.LATS,
    "lower back": Muscle.SPINAL_ERECTORS,
    "middle back": Muscle.UPPER_BACK,
    "neck": Muscle.UPPER_BACK,
    "quadriceps": Muscle.QUADRICEPS,
    "shoulders": Muscle.SHOULDERS,
    "traps": Muscle.UPPER_BACK,
    "triceps": Muscle.TRICEPS,
}
UPPER = frozenset(
    {"biceps", "chest", "forearms", "lats", "middle back", "neck", "shoulders", "traps", "triceps"}
)
EITHER = frozenset({"abdominals", "lower back"})
EQUIPMENT = {
    "bands": Equipment.BAND,
    "barbell": Equipment.BARBELL,
    "cable": Equipment.CABLE,
    "dumbbell": Equipment.DUMBBELL,
    "e-z curl bar": Equipment.BARBELL,
    "exercise ball": Equipment.SWISS_BALL,
    "foam roll": Equipment.FOAM_ROLLER,
    "kettlebells": Equipment.KETTLEBELL,
    "machine": Equipment.MACHINE,
    "medicine ball": Equipment.MEDICINE_BALL,
}
DIFFICULTY = {"beginner": 2, "intermediate": 3, "expert": 4}
ON_THE_MOVE = frozenset({Pattern.LIGHT, Pattern.DRILL, Pattern.PLYOMETRIC})
MOVING = frozenset({Pattern.CARRY, Pattern.PLYOMETRIC, Pattern.DRILL})
TRUNK_WORK = {Pattern.TRUNK: "3x10 @7 rest 45"}
FIRST_WORD = re.compile(r"^(\S+)")

Row = dict[str, Any]


@dataclass(frozen=True)
class FreeExerciseDb:
    """A reader of the registry."""

    name: str = "free-exercise-db"
    suffix: str = ".json"

    def recognises(self, content: bytes) -> bool:
        """Whether this begins like a list of objects with the fields of free-exercise-db."""
        start = content[:LOOKED_AT].removeprefix(codecs.BOM_UTF8).lstrip()
        return start[:1] == b"[" and all(sign in start for sign in SIGNS)

    def read(self, content: bytes) -> Bundle:
        """Its exercises, in its order. Raises ContentError for what is not such a list."""
        raw = strict_json(content)
        if not isinstance(raw, list) or len(raw) > MOST_EXERCISES:
            raise ContentError(
                translate(
                    "PlanFile", "this is no list of up to {most} exercises.", most=MOST_EXERCISES
                )
            )
        classifier = Classifier(load_exercises(resource("exercises")))
        bundle = Bundle(
            exercises=tuple(
                _exercise(_checked(row, place), classifier) for place, row in enumerate(raw)
            )
        )
        check(bundle)
        return bundle


def _checked(row: object, place: int) -> Row:
    """The row, if its fields are what they have to be."""
    if not isinstance(row, dict):
        raise ContentError(translate("PlanFile", "an exercise has to be an object."), f"[{place}]")
    for key in ("id", "name"):
        value = row.get(key)
        if not isinstance(value, str) or not 0 < len(value.strip()) <= LONGEST_NAME:
            raise ContentError(
                translate("PlanFile", "{key} has to be a short text.", key=key), f"[{place}].{key}"
            )
    for key in ("primaryMuscles", "secondaryMuscles", "instructions"):
        value = row.get(key, [])
        if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
            raise ContentError(
                translate("PlanFile", "{key} has to be a list of texts.", key=key),
                f"[{place}].{key}",
            )
    return row


def _exercise(row: Row, classifier: Classifier) -> Exercise:
    name = shown(row["name"].strip(), LONGEST_NAME)
    guess = _guess(row, name, classifier)
    unsure = guess.unsure or _contradicts(row, guess)
    extra = {
        "inferred": {
            "confidence": guess.confidence,
            "match": guess.match,
            "reason": as_data(guess.reason),
        },
        "review": unsure,
        "source": {"name": FreeExerciseDb().name, "id": row["id"]},
    }
    if row.get("instructions"):
        extra["instructions"] = row["instructions"]
    return replace(
        _drawn(row, guess),
        id=str(uuid5(IDS, row["id"])),
        name=name,
        facets=guess.facets,
        muscles=_muscles(row),
        equipment=_equipment(row, name),
        difficulty=_known(DIFFICULTY, row.get("level"), 2),
        cue=_cue(row),
        variants=(),
        aliases=(),
        version=1,
        extra=extra,
    )


def _guess(row: Row, name: str, classifier: Classifier) -> Guess:
    """By the name, and where that says little by category and muscles too."""
    guess = classifier.classify(name)
    if not guess.unsure:
        return guess
    primary = row.get("primaryMuscles") or [""]
    if row.get("category") == "stretching":
        stretched = classifier.classify(f"{name} {primary[0]} stretch")
        if stretched.confidence > guess.confidence and not (
            stretched.facets is None and primary[0] not in UPPER
        ):
            return stretched
    if guess.confidence == 0:
        reason = because("muscles", muscles=", ".join(primary))
        upper = primary[0] in UPPER
        return replace(guess, confidence=BY_MUSCLES if upper else 0.1, reason=reason, upper=upper)
    return guess


def _contradicts(row: Row, guess: Guess) -> bool:
    """Whether the list's first muscle and the guess differ on what it is work for."""
    primary = row.get("primaryMuscles") or [""]
    # Cleans, carries and the like name the shoulders first, and are leg work all the same.
    whole_body = guess.movement is not None and guess.movement.rank >= WHOLE_BODY_RANK
    if primary[0] in EITHER:
        return _walks_off(guess)
    if guess.match or whole_body or primary[0] not in MUSCLES:
        return False
    return (primary[0] in UPPER) != (guess.facets is None)


def _walks_off(guess: Guess) -> bool:
    """Whether what trains the trunk first was read as running, cycling or jumping."""
    if guess.exercise is not None and guess.confidence == 1:
        return False
    drawn = guess.exercise or guess.movement
    return guess.facets is not None and drawn is not None and drawn.pattern in ON_THE_MOVE


def _drawn(row: Row, guess: Guess) -> Exercise:
    """What goes with a movement: that of the library's exercise, or the usual of its pattern."""
    if guess.exercise:
        return guess.exercise
    pattern = guess.movement.pattern if guess.movement else Pattern.PUSH
    family = guess.movement.family if guess.movement else Family.UPPER
    if guess.facets is None:
        pattern = Pattern.PULL if row.get("force") == "pull" else Pattern.PUSH
        family = Family.UPPER
    rests = pattern in FREEING or row.get("category") == "stretching"
    if rests and pattern not in FREEING:
        pattern, family = Pattern.MOBILITY, Family.RECOVERY
    compound = row.get("mechanic") == "compound"
    muscles = _muscles(row)
    return Exercise(
        id="",
        name="",
        facets=guess.facets,
        actions=_actions(guess),
        pattern=pattern,
        family=family,
        share=_share(guess, pattern, compound),
        purpose=Purpose.RESET if rests else Purpose.WORK,
        muscles=muscles,
        prescription=_prescription(guess, pattern),
        locks=_lockable(muscles) if _is_big(guess, pattern, compound) else (),
        resets=_lockable(muscles) if rests else (),
        contact=row.get("category") == "plyometrics" and guess.facets is not None,
        compound=compound,
    )


def _actions(guess: Guess) -> Actions:
    """Both halves are loaded where the legs do the same; else one makes room for the other."""
    if guess.facets is None or (guess.movement and guess.movement.pattern in FREEING):
        return Actions(Action.NEUTRAL, Action.NEUTRAL)
    same = guess.facets.jobs is Jobs.SAME
    if same and guess.movement and guess.movement.pattern is Pattern.TRUNK:
        return Actions(Action.NEUTRAL, Action.NEUTRAL)
    return Actions(Action.COMPRESS, Action.COMPRESS if same else Action.EXPAND)


def _share(guess: Guess, pattern: Pattern, compound: bool) -> float:
    if guess.facets is None or pattern in FREEING:
        return 0.0
    return 1.0 if pattern in MOVING or (compound and pattern in WHOLE_LEG) else 0.5


def _is_big(guess: Guess, pattern: Pattern, compound: bool) -> bool:
    lifted = pattern in {Pattern.SQUAT, Pattern.HINGE} and compound
    return lifted and guess.laterality is Laterality.SYMMETRIC


def _lockable(muscles: tuple[Muscle, ...]) -> tuple[Muscle, ...]:
    return tuple(each for each in muscles if each in LOCKABLE)


def _prescription(guess: Guess, pattern: Pattern) -> str:
    """The usual of its pattern, per side where one side works."""
    usual = (PRESCRIPTIONS | TRUNK_WORK).get(pattern, WORK)
    sided = guess.facets is not None and guess.facets.jobs is not Jobs.SAME
    if not sided or pattern in MOVING | {Pattern.LIGHT}:
        return usual
    return FIRST_WORD.sub(r"\1/side", usual)


def _muscles(row: Row) -> tuple[Muscle, ...]:
    named = [*row.get("primaryMuscles", ()), *row.get("secondaryMuscles", ())]
    return tuple(dict.fromkeys(MUSCLES[each] for each in named if each in MUSCLES))


def _equipment(row: Row, name: str) -> tuple[Equipment, ...]:
    """What its field says and what its name adds, as in "Barbell Squat To A Bench"."""
    named = list(implements(name))
    listed = _known(EQUIPMENT, row.get("equipment"), None)
    special = {Equipment.SMITH_MACHINE, Equipment.LEG_PRESS} & set(named)
    if listed and not (listed is Equipment.MACHINE and special):
        named.insert(0, listed)
    return tuple(dict.fromkeys(named))


def _cue(row: Row) -> str:
    """The first step of its instructions, as far as there is room; `extra` keeps them all."""
    steps = row.get("instructions") or [""]
    return _shortened(shown(steps[0].strip(), LONGEST_STEP))


def _shortened(text: str) -> str:
    """As many whole sentences as there is room for; failing those, whole words and \u2026."""
    if len(text) <= LONGEST_CUE:
        return text
    ends = [found.end() for found in SENTENCE_END.finditer(text) if found.end() <= LONGEST_CUE]
    if ends and ends[-1] >= SHORTEST_CUE:
        return text[: ends[-1]]
    whole, _, _ = text[:LONGEST_CUE].rpartition(" ")
    return (whole or text[: LONGEST_CUE - 1]).rstrip(",;:( ") + "\u2026"


def _known(table: dict[str, Any], key: object, otherwise: Any) -> Any:  # noqa: ANN401  any table
    return table.get(key, otherwise) if isinstance(key, str) else otherwise
