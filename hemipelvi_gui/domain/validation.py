"""What has to hold for the built-in exercises, as a table of checks.

Each check looks at one exercise, or at the whole library, and yields what is wrong in words for
whoever edits the data files. Adding a check means one function and one row.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from hemipelvi_gui.domain.errors import KnownError
from hemipelvi_gui.domain.exercises import (
    LOCKABLE,
    Action,
    Equipment,
    Exercise,
    Family,
    LoadSide,
    Pattern,
    Purpose,
)
from hemipelvi_gui.domain.facets import Jobs, Laterality, Trunk
from hemipelvi_gui.domain.facets import Sequence as Turns
from hemipelvi_gui.domain.grammar import parse
from hemipelvi_gui.domain.library import name_key, own_names, qualified_names
from hemipelvi_gui.domain.prescription import Measure, Prescription, Sides

if TYPE_CHECKING:
    from pathlib import Path

LONGEST_NAME = 60
LONGEST_CUE = 70
DIFFICULTIES = range(1, 6)
SHARES = (0.0, 0.5, 1.0)
RESETS_PER_MUSCLE = 3
# 30 s of a hard hold count as one set, so a longer hold would swamp the balance.
LONGEST_WORK_S = 120

PASSIVE = frozenset({Pattern.MOBILITY, Pattern.ROLLING, Pattern.LIGHT})
WITH_CONTACT = frozenset({Pattern.PLYOMETRIC, Pattern.DRILL})
UPPER_PATTERNS = frozenset({Pattern.PUSH, Pattern.PULL})
ONE_SIDED_LOADS = frozenset({LoadSide.SAME, LoadSide.OPPOSITE})

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
SENTENCE = re.compile(r"[A-Z].*[.]")
Check = Callable[[Exercise], Iterator[str]]
LibraryCheck = Callable[[Sequence[Exercise]], Iterator[str]]


def slug(name: str) -> str:
    """The id that belongs to a name."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower().replace("'", "")).strip("-")


def problems(exercises: Iterable[Exercise]) -> list[str]:
    """Everything wrong with these exercises, each line beginning with the exercise's id.

    Lines about the library as a whole begin with "library". An empty list means all is well.
    """
    everything = list(exercises)
    found = [
        f"{exercise.id}: {problem}"
        for exercise in everything
        for check in CHECKS
        for problem in check(exercise)
    ]
    return found + [problem for check in LIBRARY_CHECKS for problem in check(everything)]


def _prescribed(exercise: Exercise) -> Prescription | None:
    try:
        return parse(exercise.prescription)
    except KnownError:
        return None


def misfiled(folder: Path) -> list[str]:
    """Exercises whose pattern is not the name of their file."""
    return [
        f"{path.name}: {row['id']} has the pattern {row['pattern']}"
        for path in sorted(folder.glob("*.json"))
        for row in json.loads(path.read_bytes())
        if row["pattern"] != path.stem
    ]


def _identity(exercise: Exercise) -> Iterator[str]:
    if not SLUG.fullmatch(exercise.id):
        yield "the id is no slug"
    elif exercise.id != slug(exercise.name):
        yield f"the id does not follow from the name, which gives {slug(exercise.name)}"
    if exercise.version != 1 or exercise.parent is not None or exercise.extra:
        yield "a built-in exercise has no version, parent or extra"


def _wording(exercise: Exercise) -> Iterator[str]:
    for name in own_names(exercise):
        if name != " ".join(name.split()) or not name:
            yield f"“{name}” has a space too many"
        if len(name) > LONGEST_NAME:
            yield f"“{name}” is longer than {LONGEST_NAME} characters"
    if not exercise.name[:1].isupper() and not exercise.name[:1].isdigit():
        yield "the name begins with a small letter"
    if not 0 < len(exercise.cue) <= LONGEST_CUE:
        yield f"the cue is not 1 to {LONGEST_CUE} characters long"
    elif not SENTENCE.fullmatch(exercise.cue):
        yield "the cue is no sentence with a full stop"


def _own_aliases(exercise: Exercise) -> Iterator[str]:
    seen: set[str] = set()
    for name in own_names(exercise):
        key = name_key(name).removesuffix("s")
        if key in seen:
            yield f"“{name}” is there twice among its names"
        seen.add(key)


def _facets(exercise: Exercise) -> Iterator[str]:
    upper = exercise.family is Family.UPPER
    if (exercise.facets is None) is not upper:
        yield "the upper-body family, and no other, has no facets"
    if upper and exercise.pattern not in UPPER_PATTERNS:
        yield "the upper-body family holds pushes and pulls only"
    if upper and exercise.share:
        yield "upper-body work has no share"
    one_sided = exercise.load_side in ONE_SIDED_LOADS
    if exercise.facets and one_sided and exercise.facets.trunk is Trunk.NONE:
        yield "a one-sided load is an offset for the trunk"


def _actions(exercise: Exercise) -> Iterator[str]:
    working, other = exercise.actions.working, exercise.actions.other
    if exercise.facets is None or exercise.pattern is Pattern.ROLLING:
        if (working, other) != (Action.NEUTRAL, Action.NEUTRAL):
            yield "where no leg works, both actions are neutral"
    elif exercise.pattern in PASSIVE:
        return
    elif exercise.facets.jobs is Jobs.SAME:
        if working is not other:
            yield "legs with the same job have the same action"
    elif working is not Action.COMPRESS:
        yield "the working side compresses"
    elif exercise.facets.jobs is not Jobs.BIASED and other is Action.COMPRESS:
        yield "a side that does not do the work does not compress"


def _share_and_purpose(exercise: Exercise) -> Iterator[str]:
    if exercise.share not in SHARES:
        yield "the share is 0, 0.5 or 1"
    works = exercise.purpose is Purpose.WORK
    if exercise.family is not Family.UPPER and works is not (exercise.share > 0):
        yield "work has a share, and nothing else has"
    if (exercise.pattern in PASSIVE) is works:
        yield "mobility, rolling and light activity prepare or reset; the rest is work"
    if (exercise.family is Family.RECOVERY) is not (exercise.pattern in PASSIVE):
        yield "mobility, rolling and light activity are the recovery family"


def _muscles(exercise: Exercise) -> Iterator[str]:
    for words in (exercise.muscles, exercise.locks, exercise.resets, exercise.equipment):
        if len(set(words)) != len(words):
            yield "a list names something twice"
    if not exercise.muscles:
        yield "it names no muscle"
    if not LOCKABLE.issuperset(exercise.locks):
        yield "it locks a muscle that can't be locked"
    big = exercise.laterality is Laterality.SYMMETRIC and exercise.compound
    if bool(exercise.locks) is not big:
        yield "symmetric compound lifts, and no others, lock something"
    if exercise.pattern in PASSIVE and not exercise.resets:
        yield "it does not say what it resets"


def _numbers(exercise: Exercise) -> Iterator[str]:
    if exercise.difficulty not in DIFFICULTIES:
        yield "difficulty goes from 1 to 5"
    if not 1 <= exercise.heavy_from_kg <= 100:
        yield "a lift is heavy from 1 to 100 kg"


def _contact(exercise: Exercise) -> Iterator[str]:
    if exercise.contact and exercise.pattern not in WITH_CONTACT:
        yield "only plyometrics and drills have contacts"
    if exercise.pattern is Pattern.PLYOMETRIC and not exercise.contact:
        yield "a plyometric has contacts"
    if exercise.contact and exercise.compound:
        yield "a jump is no compound lift"


def _equipment(exercise: Exercise) -> Iterator[str]:
    forms = [("", exercise.equipment)]
    forms += [(variant.name, variant.equipment) for variant in exercise.variants]
    names = [name for name, _ in forms]
    if len(set(names)) != len(names):
        yield "two variants have the same name"
    if len({frozenset(equipment) for _, equipment in forms}) != len(forms):
        yield "two of its forms need the same equipment"
    implements = {implement.value for implement in Equipment}
    for variant in exercise.variants:
        if variant.name == "bodyweight":
            continue
        if variant.name not in implements:
            yield f"the variant “{variant.name}” is not named after an implement"
        elif Equipment(variant.name) not in variant.equipment:
            yield f"the variant “{variant.name}” does not need its implement"


def _prescription(exercise: Exercise) -> Iterator[str]:
    prescription = _prescribed(exercise)
    if prescription is None:
        yield f"the prescription “{exercise.prescription}” can't be read"
        return
    sides = exercise.facets is not None and exercise.facets.sequence is Turns.ONE_SIDE
    if sides and prescription.sides is not Sides.EACH:
        yield "one side a set, and the prescription is not per side"
    if prescription.load is not None:
        yield "a default prescription has no load"
    if exercise.purpose is not Purpose.WORK:
        if prescription.target_rpe is not None:
            yield "only work has an effort"
        return
    if prescription.rest_s is None and prescription.measure is not Measure.DISTANCE:
        yield "work says how long to rest"
    if prescription.target_rpe is None and not exercise.contact:
        yield "work says how hard it is"
    if prescription.measure is Measure.TIME and prescription.high > LONGEST_WORK_S:
        yield f"a hold is at most {LONGEST_WORK_S} s"
    if prescription.measure is Measure.CONTACTS and not exercise.contact:
        yield "contacts are counted where there are contacts"


CHECKS: tuple[Check, ...] = (
    _identity,
    _wording,
    _own_aliases,
    _facets,
    _actions,
    _share_and_purpose,
    _muscles,
    _numbers,
    _contact,
    _equipment,
    _prescription,
)


def _unique_ids(exercises: Sequence[Exercise]) -> Iterator[str]:
    seen: set[str] = set()
    for exercise in exercises:
        if exercise.id in seen:
            yield f"library: the id {exercise.id} is there twice"
        seen.add(exercise.id)


def _unique_names(exercises: Sequence[Exercise]) -> Iterator[str]:
    owners: dict[str, set[str]] = defaultdict(set)
    for exercise in exercises:
        for name in own_names(exercise):
            owners[name_key(name).removesuffix("s")].add(exercise.id)
    for key, ids in owners.items():
        if len(ids) > 1:
            yield f"library: the name {key} means {', '.join(sorted(ids))}"
    for exercise in exercises:
        for name in qualified_names(exercise):
            others = owners.get(name_key(name).removesuffix("s"), set()) - {exercise.id}
            if others:
                yield f"library: “{name}” of {exercise.id} is also {', '.join(sorted(others))}"


def _unique_cues(exercises: Sequence[Exercise]) -> Iterator[str]:
    seen: dict[str, str] = {}
    for exercise in exercises:
        first = seen.setdefault(exercise.cue, exercise.id)
        if first != exercise.id:
            yield f"library: {first} and {exercise.id} have the same cue"


def _every_pattern(exercises: Sequence[Exercise]) -> Iterator[str]:
    there = {exercise.pattern for exercise in exercises}
    for pattern in Pattern:
        if pattern not in there:
            yield f"library: no exercise has the pattern {pattern}"


def _resets_for_each_lock(exercises: Sequence[Exercise]) -> Iterator[str]:
    passive = [exercise for exercise in exercises if exercise.pattern in PASSIVE]
    for muscle in sorted(LOCKABLE):
        count = sum(muscle in exercise.resets for exercise in passive)
        if count < RESETS_PER_MUSCLE:
            yield f"library: {count} resets for {muscle}, wanted {RESETS_PER_MUSCLE}"


def _lunges_reset_big_lifts(exercises: Sequence[Exercise]) -> Iterator[str]:
    lunges = [exercise for exercise in exercises if exercise.pattern is Pattern.LUNGE]
    for lift in exercises:
        for lunge in lunges:
            if lift.locks and lunge.targets.isdisjoint(lift.locks):
                yield f"library: {lunge.id} resets nothing that {lift.id} locks"


def _siblings_for_symmetric_work(exercises: Sequence[Exercise]) -> Iterator[str]:
    work = [exercise for exercise in exercises if exercise.share > 0]
    kinds: dict[Family, set[Laterality]] = defaultdict(set)
    for exercise in work:
        kinds[exercise.family].add(exercise.laterality)
    like_running = {Laterality.ASYMMETRIC, Laterality.GAIT_LIKE}
    for family, found in kinds.items():
        if Laterality.SYMMETRIC in found and not found & like_running:
            yield f"library: nothing asymmetric in {family} to swap for"


LIBRARY_CHECKS: tuple[LibraryCheck, ...] = (
    _unique_ids,
    _unique_names,
    _unique_cues,
    _every_pattern,
    _resets_for_each_lock,
    _lunges_reset_big_lifts,
    _siblings_for_symmetric_work,
)
