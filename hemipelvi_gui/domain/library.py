"""The exercise library: data files read into `Exercise` values, and found again by name."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import MISSING, dataclass, fields
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from hemipelvi_gui.domain.errors import KnownError
from hemipelvi_gui.domain.exercises import (
    Action,
    Actions,
    Equipment,
    Exercise,
    Family,
    LoadSide,
    Muscle,
    Pattern,
    Plane,
    Purpose,
    Variant,
)
from hemipelvi_gui.domain.facets import Facets, Jobs, Sequence, Stance, Trunk
from hemipelvi_gui.domain.text import translate

if TYPE_CHECKING:
    from pathlib import Path

Reader = Callable[[Any], Any]
Named = TypeVar("Named", bound=StrEnum)
Made = TypeVar("Made")


class FieldError(ValueError):
    """A field that can't be read: its `name`, and what would be `allowed` there."""

    def __init__(self, name: str, allowed: str) -> None:
        self.name, self.allowed = name, allowed
        super().__init__(f"{name}: {allowed}")


def _kind(wanted: type, words: str) -> Reader:
    def read(value: object) -> object:
        # True is an int to Python, but never a number to a person.
        fits = isinstance(value, wanted) and isinstance(value, bool) == (wanted is bool)
        if not fits:
            raise FieldError("", words)
        return value

    return read


_text = _kind(str, "text")
_flag = _kind(bool, "true or false")
_whole = _kind(int, "a whole number")
_object = _kind(dict, "an object")


def _number(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise FieldError("", "a number")
    return float(value)


def _one_of(vocabulary: type[Named]) -> Reader:
    words = {member.value: member for member in vocabulary}
    allowed = ", ".join(words)

    def read(value: object) -> Named:
        found = words.get(value) if isinstance(value, str) else None
        if found is None:
            raise FieldError("", allowed)
        return found

    return read


def _list_of(reader: Reader) -> Reader:
    def read(value: object) -> tuple[object, ...]:
        if not isinstance(value, list):
            raise FieldError("", "a list")
        return tuple([reader(each) for each in value])

    return read


def _or_none(reader: Reader) -> Reader:
    return lambda value: None if value is None else reader(value)


def _build(made: type[Made], readers: Mapping[str, Reader], mapping: object) -> Made:
    if not isinstance(mapping, dict):
        raise FieldError("", "an object")
    values = {}
    for name, value in mapping.items():
        reader = readers.get(name)
        if reader is None:
            raise FieldError(str(name), "one of these fields: " + ", ".join(readers))
        try:
            values[name] = reader(value)
        except FieldError as error:
            inner = f"{name}.{error.name}" if error.name else name
            raise FieldError(inner, error.allowed) from None
    for name in REQUIRED[made]:
        if name not in values:
            raise FieldError(name, "it has to be there")
    return made(**values)


def _object_of(made: type[Made], readers: Mapping[str, Reader]) -> Reader:
    return lambda value: _build(made, readers, value)


REQUIRED: dict[type, tuple[str, ...]] = {
    made: tuple(
        field.name
        for field in fields(made)
        if field.default is MISSING and field.default_factory is MISSING
    )
    for made in (Facets, Actions, Variant, Exercise)
}
FACETS: dict[str, Reader] = {
    "jobs": _one_of(Jobs),
    "stance": _one_of(Stance),
    "sequence": _one_of(Sequence),
    "trunk": _one_of(Trunk),
}
ACTIONS: dict[str, Reader] = {"working": _one_of(Action), "other": _one_of(Action)}
VARIANT: dict[str, Reader] = {
    "name": _text,
    "equipment": _list_of(_one_of(Equipment)),
    "aliases": _list_of(_text),
}
EXERCISE: dict[str, Reader] = {
    "id": _text,
    "name": _text,
    "aliases": _list_of(_text),
    "facets": _or_none(_object_of(Facets, FACETS)),
    "actions": _object_of(Actions, ACTIONS),
    "pattern": _one_of(Pattern),
    "family": _one_of(Family),
    "share": _number,
    "purpose": _one_of(Purpose),
    "muscles": _list_of(_one_of(Muscle)),
    "locks": _list_of(_one_of(Muscle)),
    "resets": _list_of(_one_of(Muscle)),
    "equipment": _list_of(_one_of(Equipment)),
    "variants": _list_of(_object_of(Variant, VARIANT)),
    "difficulty": _whole,
    "plane": _one_of(Plane),
    "contact": _flag,
    "compound": _flag,
    "load_side": _one_of(LoadSide),
    "heavy_from_kg": _number,
    "prescription": _text,
    "cue": _text,
    "version": _whole,
    "parent": _or_none(_whole),
    "extra": _object,
}


def exercise_from(mapping: Mapping[str, Any], source: str = "") -> Exercise:
    """The exercise that `mapping` describes; `source` names its file in an error.

    Raises KnownError naming the file, the exercise, the field and what is allowed there.
    """
    try:
        return _build(Exercise, EXERCISE, mapping)
    except FieldError as error:
        named = str(mapping.get("id", "?")) if isinstance(mapping, dict) else "?"
        raise KnownError(
            translate(
                "Library",
                "{file}: “{exercise}” can't be read because of its field “{field}”.",
                file=source or "exercises",
                exercise=named[:80],
                field=error.name,
            ),
            translate("Library", "Allowed: {allowed}.", allowed=error.allowed),
        ) from None


def _objects(path: Path) -> list[Any]:
    try:
        found = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError) as error:
        raise KnownError(
            translate("Library", "{file} can't be read: {why}.", file=path.name, why=error),
            translate("Library", "Install the program again, or mend the file."),
        ) from error
    if not isinstance(found, list):
        raise KnownError(
            translate("Library", "{file} does not hold a list of exercises.", file=path.name)
        )
    return found


def load_exercises(folder: Path) -> dict[str, Exercise]:
    """All exercises of a folder of JSON files by id, in the order of files and rows.

    Raises KnownError for a file or an exercise that can't be read, an id that is there twice, and
    a folder without exercises.
    """
    library: dict[str, Exercise] = {}
    for path in sorted(folder.glob("*.json")):
        for mapping in _objects(path):
            exercise = exercise_from(mapping, path.name)
            if exercise.id in library:
                raise KnownError(
                    translate(
                        "Library",
                        "{file}: the id “{exercise}” is there twice.",
                        file=path.name,
                        exercise=exercise.id,
                    ),
                    translate("Library", "Give one of the two another id."),
                )
            library[exercise.id] = exercise
    if not library:
        raise KnownError(
            translate("Library", "There are no exercises in {folder}.", folder=folder.name),
            translate("Library", "Install the program again."),
        )
    return library


def name_key(name: str) -> str:
    """A name without case, punctuation and spaces: two names with one key are the same name."""
    return "".join(letter for letter in name.casefold() if letter.isalnum())


def qualified_names(exercise: Exercise) -> Iterator[str]:
    """Its names with the implement before and after, as in "dumbbell walking lunge"."""
    implements = [implement.value for implement in exercise.equipment] or ["bodyweight"]
    implements += [variant.name for variant in exercise.variants]
    for name in (exercise.name, *exercise.aliases):
        for implement in dict.fromkeys(implements):
            yield f"{implement} {name}"
            yield f"{name} ({implement})"


def own_names(exercise: Exercise) -> Iterator[str]:
    """Its name, its aliases and those of its variants."""
    yield exercise.name
    yield from exercise.aliases
    for variant in exercise.variants:
        yield from variant.aliases


@dataclass(frozen=True)
class Names:
    """Finds exercises by name. Making one costs nothing; the first look-up builds the index."""

    exercises: Mapping[str, Exercise]

    @cached_property
    def _by_key(self) -> dict[str, Exercise]:
        index: dict[str, Exercise] = {}
        for names in (own_names, qualified_names):
            for exercise in self.exercises.values():
                for name in names(exercise):
                    index.setdefault(name_key(name), exercise)
        return index

    def find_named(self, name: str) -> Exercise | None:
        """The exercise of exactly this name, alias or name with implement; a plural s may follow.

        Case, spaces and punctuation do not matter. None where there is no such exercise.
        """
        key = name_key(name)
        found = self._by_key.get(key)
        return self._by_key.get(key.removesuffix("s")) if found is None else found
