"""The published JSON Schema of plan files, made from the same types that read them.

Types come from the dataclasses; the numbers that the checks and the grammar hold are added here.
Ids that are there twice, and phases that take more weeks than their plan has, are beyond what a
schema can say.
"""

from __future__ import annotations

import json
from typing import Any

import msgspec

from hemipelvi_gui.domain.plan import LONGEST_CYCLE, SHORTEST_CYCLE
from hemipelvi_gui.exchange import bounds
from hemipelvi_gui.exchange.formats.hemiplan import PlanFile

DIALECT = "https://json-schema.org/draft/2020-12/schema"
TITLE = "Hemipelvi plan, version 1"
EXTRA = "Keys that no version 1 knows, kept as they came."
ID = {"minLength": 1, "maxLength": bounds.LONGEST_ID}
COUNTED = {"minimum": 1, "maximum": bounds.LARGEST_VERSION}
DEFINITIONS = "$defs"
LOCAL_TIME = {"pattern": r"^\d\d:\d\d(:\d\d(\.\d{1,6})?)?$"}
KINDS = ("Exercise", "Session", "Plan", "Run", "Gym", "DoneSession")

# What a value may be, beyond its type: by definition and field.
BOUNDS: dict[tuple[str, str], dict[str, Any]] = {
    ("Exercise", "id"): ID,
    ("Exercise", "share"): {"minimum": 0, "maximum": 1},
    ("Exercise", "difficulty"): {"minimum": 1, "maximum": 5},
    ("Exercise", "heavy_from_kg"): {"minimum": 0, "maximum": bounds.MOST_KG},
    ("Session", "id"): ID,
    ("Session", "minutes"): {"minimum": 1, "maximum": bounds.MOST_MINUTES},
    ("Plan", "id"): ID,
    ("Plan", "weeks"): {"minimum": 1, "maximum": bounds.MOST_WEEKS},
    ("Plan", "cycle_days"): {"minimum": SHORTEST_CYCLE, "maximum": LONGEST_CYCLE},
    ("Phase", "weeks"): {"minimum": 1, "maximum": bounds.MOST_WEEKS},
    ("Run", "id"): ID,
    ("Run", "metres"): {"minimum": 0, "maximum": bounds.MOST_METRES},
    ("Run", "seconds"): {"minimum": 0, "maximum": bounds.MOST_SECONDS},
    ("Gym", "id"): ID,
    ("Gym", "bar"): {"minimum": 0, "maximum": bounds.MOST_KG},
    ("Plates", "mass"): {"exclusiveMinimum": 0, "maximum": bounds.MOST_KG},
    ("Plates", "count"): {"minimum": 0, "maximum": bounds.MOST_PLATES},
    ("DoneSession", "id"): ID,
    ("DoneSession", "rpe"): {"minimum": 1, "maximum": 10},
    ("DoneSession", "seconds"): {"minimum": 0, "maximum": bounds.MOST_SECONDS},
    ("DoneSession", "items"): {"maxItems": bounds.MOST_ITEMS},
    ("DoneItem", "exercise"): ID,
    ("DoneItem", "sets"): {"maxItems": bounds.MOST_DONE_SETS},
    ("DoneSet", "amount"): {"minimum": 0, "maximum": bounds.LARGEST_AMOUNT},
    ("DoneSet", "rpe"): {"minimum": 1, "maximum": 10},
    ("Progression", "step"): {"minimum": 0, "maximum": bounds.MOST_KG},
    ("Progression", "most_sets"): {"minimum": 1, "maximum": bounds.MOST_SETS},
    ("Progression", "percents"): {"maxItems": bounds.MOST_WEEKS},
    ("Block", "id"): ID,
    ("Block", "items"): {"minItems": 1},
    ("Item", "id"): ID,
    ("Item", "exercise"): ID,
    ("Prescription", "sets"): {"minimum": 1, "maximum": 50},
    ("Prescription", "low"): {"exclusiveMinimum": 0},
    ("Prescription", "high"): {"exclusiveMinimum": 0},
    ("Prescription", "rpe"): {"minimum": 1, "maximum": 10},
    ("Prescription", "rir"): {"minimum": 0, "maximum": 9},
    ("Prescription", "tempo"): {"pattern": f"^{bounds.TEMPO}$"},
    ("Prescription", "rest_s"): {"minimum": 0, "maximum": 1800},
    ("Prescription", "warmup_sets"): {"minimum": 0, "maximum": 20},
    ("Load", "count"): {"minimum": 1, "maximum": 10},
    ("Load", "value"): {"minimum": -bounds.MOST_KG, "maximum": bounds.MOST_KG},
    **{(kind, "start"): LOCAL_TIME for kind in ("Session", "Run", "DoneSession")},
    **{(kind, key): COUNTED for kind in KINDS for key in ("version", "parent")},
}


def schema() -> dict[str, Any]:
    """The schema as plain dicts."""
    made = msgspec.json.schema(PlanFile)
    parts = made[DEFINITIONS]
    for (part, key), limits in BOUNDS.items():
        field = parts[part]["properties"][key]
        _typed(field).update(limits)
    for part in parts.values():
        part.pop("description", None)
        if "extra" in part.get("properties", {}):
            part["properties"]["extra"]["description"] = EXTRA
    high = parts["Prescription"]["properties"]["high"]
    del high["default"]
    high["description"] = "The same as low where it is absent."
    percents = parts["Progression"]["properties"]["percents"]
    percents["items"] |= {"minimum": 1, "maximum": bounds.MOST_PERCENT}
    deloads = parts["Plan"]["properties"]["deloads"]
    deloads["items"] |= {"minimum": 1, "maximum": bounds.MOST_WEEKS}
    parts["PlanFile"]["properties"]["deleted"]["additionalProperties"] |= COUNTED
    return {"$schema": DIALECT, "title": TITLE, **made}


def schema_text() -> str:
    """The schema as it is committed: resources/schema/hemiplan-1.schema.json."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


def _typed(field: dict[str, Any]) -> dict[str, Any]:
    """The part of a field's schema that is not null."""
    options: list[dict[str, Any]] = field.get("anyOf", [field])
    return next(each for each in options if each.get("type") != "null")
