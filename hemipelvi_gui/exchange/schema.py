"""The published JSON Schema of plan files, made from the same types that read them.

Types come from the dataclasses; the numbers that `checks` and the grammar hold are added here.
Ids that are there twice are beyond what a schema can say.
"""

from __future__ import annotations

import json
from typing import Any

import msgspec

from hemipelvi_gui.exchange import checks
from hemipelvi_gui.exchange.formats.hemiplan import PlanFile

DIALECT = "https://json-schema.org/draft/2020-12/schema"
TITLE = "Hemipelvi plan, version 1"
EXTRA = "Keys that no version 1 knows, kept as they came."
ID = {"minLength": 1, "maxLength": checks.LONGEST_ID}
COUNTED = {"minimum": 1, "maximum": checks.LARGEST_VERSION}
DEFINITIONS = "$defs"

# What a value may be, beyond its type: by definition and field.
BOUNDS: dict[tuple[str, str], dict[str, Any]] = {
    ("Exercise", "id"): ID,
    ("Exercise", "share"): {"minimum": 0, "maximum": 1},
    ("Exercise", "difficulty"): {"minimum": 1, "maximum": 5},
    ("Exercise", "heavy_from_kg"): {"minimum": 0, "maximum": checks.MOST_KG},
    ("Session", "id"): ID,
    ("Session", "minutes"): {"minimum": 1, "maximum": checks.MOST_MINUTES},
    ("Plan", "id"): ID,
    ("Plan", "weeks"): {"minimum": 1, "maximum": checks.MOST_WEEKS},
    ("Block", "id"): ID,
    ("Block", "items"): {"minItems": 1},
    ("Item", "id"): ID,
    ("Item", "exercise"): ID,
    ("Prescription", "sets"): {"minimum": 1, "maximum": 50},
    ("Prescription", "low"): {"exclusiveMinimum": 0},
    ("Prescription", "high"): {"exclusiveMinimum": 0},
    ("Prescription", "rpe"): {"minimum": 1, "maximum": 10},
    ("Prescription", "rir"): {"minimum": 0, "maximum": 9},
    ("Prescription", "tempo"): {"pattern": f"^{checks.TEMPO}$"},
    ("Prescription", "rest_s"): {"minimum": 0, "maximum": 1800},
    ("Prescription", "warmup_sets"): {"minimum": 0, "maximum": 20},
    ("Load", "count"): {"minimum": 1, "maximum": 10},
    ("Load", "value"): {"minimum": -checks.MOST_KG, "maximum": checks.MOST_KG},
    ("Session", "start"): {"pattern": r"^\d\d:\d\d(:\d\d(\.\d{1,6})?)?$"},
    **{(kind, "version"): COUNTED for kind in ("Exercise", "Session", "Plan")},
    **{(kind, "parent"): COUNTED for kind in ("Exercise", "Session", "Plan")},
}


def schema() -> dict[str, Any]:
    """The schema as plain dicts."""
    made = msgspec.json.schema(PlanFile)
    parts = made[DEFINITIONS]
    for (part, key), bounds in BOUNDS.items():
        field = parts[part]["properties"][key]
        _typed(field).update(bounds)
    for part in parts.values():
        part.pop("description", None)
        if "extra" in part.get("properties", {}):
            part["properties"]["extra"]["description"] = EXTRA
    high = parts["Prescription"]["properties"]["high"]
    del high["default"]
    high["description"] = "The same as low where it is absent."
    parts["PlanFile"]["properties"]["deleted"]["additionalProperties"] |= COUNTED
    return {"$schema": DIALECT, "title": TITLE, **made}


def schema_text() -> str:
    """The schema as it is committed: resources/schema/hemiplan-1.schema.json."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


def _typed(field: dict[str, Any]) -> dict[str, Any]:
    """The part of a field's schema that is not null."""
    options: list[dict[str, Any]] = field.get("anyOf", [field])
    return next(each for each in options if each.get("type") != "null")
