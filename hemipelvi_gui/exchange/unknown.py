"""Keys this version does not know: kept as they came, in the place where they came.

A value in memory has one `extra`. What a file writes in an object's own `extra` goes there as it
is. Unknown keys that stand beside the known ones go to `extra["beside"]`, a sparse copy of the
object: `{"mood": 1, "prescription": {"load": {"colour": "red"}}}` means a key `mood` of the object
and a key `colour` of the load in it. (Prescriptions, progressions, loads, facets, actions,
variants, phases, plates and done sets have no `extra` of their own.) On the way out each goes back
to its place; what has none any more stays in `extra`, so nothing is lost in either direction.
"""

from __future__ import annotations

from dataclasses import fields
from functools import cache
from typing import Any

from hemipelvi_gui.domain.bundle import Bundle
from hemipelvi_gui.domain.diary import DoneItem, DoneSession, DoneSet
from hemipelvi_gui.domain.exercises import Actions, Exercise, Variant
from hemipelvi_gui.domain.facets import Facets
from hemipelvi_gui.domain.gyms import Gym, Plates
from hemipelvi_gui.domain.plan import Phase, Plan
from hemipelvi_gui.domain.prescription import Load, Prescription
from hemipelvi_gui.domain.progression import Progression
from hemipelvi_gui.domain.runs import Run
from hemipelvi_gui.domain.session import Block, Item, Session
from hemipelvi_gui.domain.text import translate
from hemipelvi_gui.exchange.shape import ContentError

BESIDE = "beside"
HEAD = frozenset({"format", "version"})
Object = dict[str, Any]

INSIDE: dict[type, dict[str, type]] = {
    Bundle: {
        "sessions": Session,
        "plans": Plan,
        "exercises": Exercise,
        "runs": Run,
        "gyms": Gym,
        "diary": DoneSession,
    },
    Session: {"blocks": Block},
    Block: {"items": Item},
    Item: {"prescription": Prescription, "progression": Progression},
    Prescription: {"load": Load},
    Plan: {"phases": Phase},
    Gym: {"plates": Plates},
    DoneSession: {"items": DoneItem},
    DoneItem: {"sets": DoneSet},
    DoneSet: {"load": Load},
    Exercise: {"facets": Facets, "actions": Actions, "variants": Variant},
}


@cache
def known_keys(kind: type) -> frozenset[str]:
    """Keys that this version knows in an object of this kind."""
    return frozenset(each.name for each in fields(kind)) | (HEAD if kind is Bundle else frozenset())


def gathered(raw: Object, kind: type) -> Object:
    """An object from a file with its unknown keys in its `extra`, and so in all it holds.

    What in it is not of the right type is left to whoever decodes it. Raises ContentError for an
    `extra` that can't take the keys.
    """
    clean, _ = _gather(raw, kind)
    return dict(clean) if isinstance(clean, dict) else raw


def _gather(raw: object, kind: type) -> tuple[object, Object]:
    if not isinstance(raw, dict):
        return raw, {}
    known = known_keys(kind)
    clean = {key: value for key, value in raw.items() if key in known}
    beside: Object = {key: value for key, value in raw.items() if key not in known}
    for key, child in INSIDE.get(kind, {}).items():
        if key not in clean:
            continue
        clean[key], found = _gather_inside(clean[key], child)
        if found:
            beside[key] = found
    if "extra" not in known or not beside:
        return clean, beside
    extra = clean.get("extra", {})
    there = extra.get(BESIDE, {}) if isinstance(extra, dict) else None
    if not isinstance(there, dict):
        raise ContentError(translate("PlanFile", "extra and extra.beside have to be objects."))
    clean["extra"] = extra | {BESIDE: _merged(there, beside)}
    return clean, {}


def _gather_inside(value: object, kind: type) -> tuple[object, Object]:
    if not isinstance(value, list):
        return _gather(value, kind)
    pairs = [_gather(each, kind) for each in value]
    return [clean for clean, _ in pairs], {
        str(place): found for place, (_, found) in enumerate(pairs) if found
    }


def put_back(plain: Object, kind: type) -> Object:
    """The object for a file: unknown keys where they came from, `extra` gone where empty."""
    kept = dict(plain)
    for key, child in INSIDE.get(kind, {}).items():
        value = kept.get(key)
        if "extra" not in known_keys(child):
            continue
        if isinstance(value, list | tuple):
            kept[key] = [put_back(each, child) for each in value]
    extra = kept.pop("extra", {})
    beside = extra.get(BESIDE)
    if isinstance(beside, dict):
        kept, homeless = _place(kept, beside, kind)
        if homeless != beside:
            extra = {key: value for key, value in extra.items() if key != BESIDE}
            extra |= {BESIDE: homeless} if homeless else {}
    return kept | ({"extra": extra} if extra else {})


def _place(plain: Object, beside: Object, kind: type) -> tuple[Object, Object]:
    """The object with what has a place in it, and the rest."""
    placed, homeless = dict(plain), {}
    inside = INSIDE.get(kind, {})
    for key, value in beside.items():
        child = inside.get(key)
        if key not in known_keys(kind):
            placed[key] = value
        elif child is None or "extra" in known_keys(child) or not isinstance(value, dict):
            homeless[key] = value
        else:
            placed[key], rest = _place_inside(plain.get(key), value, child)
            if rest or not value:
                homeless[key] = rest
            if placed[key] is None:
                del placed[key]
    return placed, homeless


def _place_inside(target: object, beside: Object, kind: type) -> tuple[object, Object]:
    if isinstance(target, dict):
        return _place(target, beside, kind)
    if not isinstance(target, list | tuple):
        return target, beside
    placed, homeless = list(target), dict(beside)
    for place, each in enumerate(target):
        found = homeless.get(str(place))
        if isinstance(found, dict) and found:
            placed[place], rest = _place(each, found, kind)
            del homeless[str(place)]
            homeless |= {str(place): rest} if rest else {}
    return placed, homeless


def _merged(one: Object, other: Object) -> Object:
    both = one | other
    for key in one.keys() & other.keys():
        if isinstance(one[key], dict) and isinstance(other[key], dict):
            both[key] = _merged(one[key], other[key])
    return both
