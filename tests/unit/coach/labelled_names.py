"""Real exercise names, labelled by hand from the definitions of the facets (MODEL.md section 1).

Labelled before any code that infers was seen; the class follows from the facets by the formula.
The rules where a name leaves room:

- Said as little as possible: one side per set, unless the name says alternating or walking, or the
  movement cannot be done otherwise (running, marching, dead bug, crawling, cycling, carries).
- Sequence is the legs' turns: where both legs do the same, "together", whatever the arms or the
  load do (suitcase deadlift, one-arm swing, chop on two feet).
- Split squats and lunges: opposite jobs in a split stance. Rear foot raised: still split.
- One leg works: step-ups, single-leg deadlifts, pistols, hops, leg raises on one foot. Lying or
  seated the stance term is nought, so those are biased.
- Offset load only where the name says so: suitcase, one arm, offset, opposite side. A goblet is
  level. Reciprocal only for a rotation, or for arms that swing against the legs by nature.
- Kickstand, B-stance, staggered: biased jobs, staggered stance. Half-kneeling: one works.
- Trunk work and stretches of the legs have facets. Arms, shoulders, chest, upper back and neck
  have none, seated or standing; a press driven by the legs (push press, thruster) has.
- Names of free-exercise-db mean what its own text says. Typing errors mean the nearest name.
- Debatable: two experts who know the definitions could differ in class; the note says how.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from hemipelvi_gui.domain.facets import Facets, Jobs, Laterality, Sequence, Stance, Trunk

FILE = Path(__file__).with_suffix(".json")


@dataclass(frozen=True)
class Labelled:
    """A name and what a coach says it is; no facets for upper-body work."""

    name: str
    laterality: Laterality
    facets: Facets | None
    source: str
    debatable: bool
    note: str


def facets_of(row: dict[str, str | None]) -> Facets | None:
    """The facets of a row of the file, or None where it has none."""
    jobs, stance = row["jobs"], row["stance"]
    sequence, trunk = row["sequence"], row["trunk"]
    if jobs is None or stance is None or sequence is None or trunk is None:
        return None
    return Facets(Jobs(jobs), Stance(stance), Sequence(sequence), Trunk(trunk))


def labelled() -> tuple[Labelled, ...]:
    """All labelled names, in the file's order."""
    return tuple(
        Labelled(
            name=row["name"],
            laterality=Laterality(row["class"]),
            facets=facets_of(row),
            source=row["source"],
            debatable=row.get("debatable", False),
            note=row.get("note", ""),
        )
        for row in json.loads(FILE.read_text(encoding="utf-8"))
    )
