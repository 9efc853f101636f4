"""Stretching and rolling: what counts is the region, and how the body lies for it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hemipelvi_gui.coach.laterality.lexicon import Kind, Movement
from hemipelvi_gui.coach.laterality.rules import LYING
from hemipelvi_gui.domain.exercises import Family, Pattern
from hemipelvi_gui.domain.facets import Facets, Jobs, Sequence, Stance, Trunk

if TYPE_CHECKING:
    from hemipelvi_gui.coach.laterality.parsing import Parsed

# The usual way to stretch each region; what is most on one side comes first.
STRETCHES = {
    "hip flexor": (Jobs.OPPOSITE, Stance.HALF_KNEELING),
    "calf": (Jobs.OPPOSITE, Stance.SPLIT),
    "shin": (Jobs.ONE, Stance.SEATED),
    "quadriceps": (Jobs.ONE, Stance.SINGLE_LEG),
    "groin": (Jobs.ONE, Stance.LATERAL),
    "outer thigh": (Jobs.ONE, Stance.SUPINE),
    "glute": (Jobs.ONE, Stance.SUPINE),
    "hamstring": (Jobs.ONE, Stance.SUPINE),
    "back": (Jobs.SAME, Stance.PARALLEL),
}
LAIN_ON = {"outer thigh": Stance.SIDE_LYING, "back": Stance.SUPINE}
SURE_OF_STRETCH, SURE_OF_ROLLING = 0.65, 0.75


def rolling(parsed: Parsed) -> Movement:
    """Rolling a muscle out: one leg after the other, or the back."""
    regions = [each for each in STRETCHES if each in parsed.ids(Kind.REGION)]
    region = regions[0] if regions else ""
    spine = region == "back"
    facets = Facets(
        Jobs.SAME if spine else Jobs.ONE,
        LAIN_ON.get(region, Stance.PRONE),
        Sequence.TOGETHER if spine else Sequence.ONE_SIDE,
        Trunk.NONE,
    )
    return Movement("rolling", facets, Pattern.ROLLING, Family.RECOVERY, 5, SURE_OF_ROLLING)


def stretch(parsed: Parsed) -> Movement | None:
    """The usual stretch of a region that is named; None where no region of legs or back is."""
    said = parsed.ids(Kind.MODIFIER)
    for region, (jobs, stance) in STRETCHES.items():
        if region not in parsed.ids(Kind.REGION):
            continue
        sequence = Sequence.TOGETHER if jobs is Jobs.SAME else Sequence.ONE_SIDE
        facets = Facets(jobs, stance, sequence, Trunk.NONE)
        for word, posture in LYING.items():
            if word in said:
                facets = replace(facets, stance=posture)
        if "standing" in said and region in {"hamstring", "glute"}:
            facets = replace(facets, stance=Stance.STAGGERED)
        if said & {"rotation"}:
            facets = replace(facets, trunk=Trunk.RECIPROCAL)
        name = f"{region} stretch"
        return Movement(name, facets, Pattern.MOBILITY, Family.RECOVERY, 5, SURE_OF_STRETCH)
    return None
