"""Writes docs/exercises.md, the table of all built-in exercises, from the data files.

Run it after any change of resources/exercises: `python packaging/exercise_table.py`.
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from hemipelvi_gui.domain.exercises import Exercise, Pattern  # noqa: E402  # needs the path above
from hemipelvi_gui.domain.library import load_exercises  # noqa: E402
from hemipelvi_gui.paths import resource  # noqa: E402

TARGET = ROOT / "docs" / "exercises.md"
HEADINGS = (
    "exercise",
    "also called",
    "jobs, stance, sequence, trunk",
    "a",
    "class",
    "share",
    "muscles",
    "locks",
    "resets",
    "equipment",
    "or with",
    "level",
    "by default",
)
INTRODUCTION = """\
# Exercises

Made from `resources/exercises/` by `packaging/exercise_table.py`; do not edit it by hand.

`a` is the asymmetry, from 0 (a squat) to 1 (a skip); *share* says how far a set is leg work;
*locks* are the muscles a big lift may leave short, *resets* those that an exercise gives back.
*Level* runs from 1 (anyone) to 5.
"""


def row(exercise: Exercise) -> str:
    """One line of the table."""
    facets, score = "–", "–"
    if exercise.facets is not None:
        parts = exercise.facets
        facets = f"{parts.jobs}, {parts.stance}, {parts.sequence}, {parts.trunk}"
        score = f"{parts.asymmetry:.3f}"
    cells = (
        exercise.name,
        ", ".join(exercise.aliases),
        facets,
        score,
        exercise.laterality.value,
        f"{exercise.share:g}",
        ", ".join(exercise.muscles),
        ", ".join(exercise.locks),
        ", ".join(exercise.resets),
        ", ".join(exercise.equipment),
        ", ".join(variant.name for variant in exercise.variants),
        str(exercise.difficulty),
        exercise.prescription,
    )
    return "| " + " | ".join(cells) + " |"


def document(exercises: list[Exercise]) -> str:
    """The whole page, one section a pattern."""
    lines = [INTRODUCTION, f"{len(exercises)} exercises.", ""]
    for pattern in Pattern:
        rows = [row(exercise) for exercise in exercises if exercise.pattern is pattern]
        lines += [f"## {pattern.value.capitalize()} ({len(rows)})", ""]
        lines += ["| " + " | ".join(HEADINGS) + " |", "|" + "---|" * len(HEADINGS), *rows, ""]
    return "\n".join(lines).rstrip() + "\n"


def main() -> None:
    """Write the page."""
    exercises = list(load_exercises(resource("exercises")).values())
    TARGET.write_text(document(exercises), encoding="utf-8")
    print(f"{len(exercises)} exercises in {TARGET.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
