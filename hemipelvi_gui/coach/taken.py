"""What a fix takes away, in words: "remove Dead bug; Deadlift 3\u21922 sets"."""

from __future__ import annotations

from collections import Counter
from functools import reduce
from typing import TYPE_CHECKING

from hemipelvi_gui.domain.session import items
from hemipelvi_gui.domain.text import Text, translate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hemipelvi_gui.coach.reading import Reading
    from hemipelvi_gui.domain.session import Item

MOST_NAMES = 3

Part = Text | str


def taken_away(before: Reading, after: Reading) -> Part:
    """What is gone and what has fewer sets, up to three names; both hold the same exercises."""
    left = {item.id: item.prescription.sets for item in items(after.session)}
    was = tuple(items(before.session))
    every = Counter(_name(before, item) for item in was)
    gone = Counter(_name(before, item) for item in was if item.id not in left)
    removed = [_removed(name, count, every[name]) for name, count in gone.items()]
    fewer = [
        _fewer(_name(before, item), item.prescription.sets, left[item.id])
        for item in was
        if item.id in left and left[item.id] < item.prescription.sets
    ]
    room = max(0, MOST_NAMES - len(removed))
    if not removed:
        return _listed(fewer, room)
    remove = translate("Fix", "remove {names}", names=_listed(removed, MOST_NAMES))
    if not fewer:
        return remove
    rest = _listed(fewer, room) if room else _others(len(fewer))
    return translate("Fix", "{removed}; {fewer}", removed=remove, fewer=rest)


def _name(reading: Reading, item: Item) -> str:
    exercise = reading.exercise(item)
    return item.exercise if exercise is None else exercise.name


def _removed(name: str, count: int, every: int) -> Part:
    if count < every:
        return translate("Fix", "{count} of {all} × {name}", count=count, all=every, name=name)
    return name if count == 1 else translate("Fix", "{count} × {name}", count=count, name=name)


def _fewer(name: str, old: int, new: int) -> Part:
    if new == 1:
        return translate("Fix", "{name} {old}\u21921 set", name=name, old=old)
    return translate("Fix", "{name} {old}\u2192{new} sets", name=name, old=old, new=new)


def _others(count: int) -> Part:
    if count == 1:
        return translate("Fix", "1 more with fewer sets")
    return translate("Fix", "{count} more with fewer sets", count=count)


def _listed(parts: Sequence[Part], most: int) -> Part:
    some = reduce(_and_then, parts[:most])
    hidden = len(parts) - most
    if hidden <= 0:
        return some
    return translate("Fix", "{names} and {count} more", names=some, count=hidden)


def _and_then(some: Part, other: Part) -> Part:
    return translate("Fix", "{some}, {other}", some=some, other=other)
