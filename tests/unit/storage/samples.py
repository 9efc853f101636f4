"""Values to save, the same in every run."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING

from hemipelvi_gui.domain.exercises import (
    Action,
    Actions,
    Equipment,
    Exercise,
    Family,
    Muscle,
    Pattern,
    Purpose,
    Variant,
)
from hemipelvi_gui.domain.facets import Facets, Jobs, Sequence, Stance, Trunk
from hemipelvi_gui.domain.plan import Plan
from hemipelvi_gui.domain.prescription import Load, LoadKind, Prescription, Sides
from hemipelvi_gui.domain.session import Block, BlockKind, Item, Section, Session
from hemipelvi_gui.domain.units import MassUnit

if TYPE_CHECKING:
    from hemipelvi_gui.storage import Store

HEAVY = Prescription(
    sets=5, low=3, high=5, load=Load(LoadKind.EXTERNAL, 62.5), rpe=8.0, rest_s=180, warmup_sets=2
)
LUNGES = Prescription(sides=Sides.EACH, load=Load(LoadKind.EXTERNAL, 35.0, 2, MassUnit.LB), rir=2.0)

HILL_LEGS = Session(
    id="5b1f3f7e-0000-4000-8000-000000000001",
    name="Hill legs",
    blocks=(
        Block("b1", Section.STRENGTH, (Item("i1", "back-squat", HEAVY, notes="slow down"),)),
        Block(
            "b2",
            Section.ACCESSORY,
            (
                Item("i2", "walking-lunge", LUNGES, variant="dumbbell", uneven_on_purpose=True),
                Item("i3", "dead-bug", Prescription(sets=2), extra={"cue": ["breathe", 1, None]}),
            ),
            BlockKind.SUPERSET,
        ),
    ),
    date=date(2026, 3, 14),
    start=time(18, 30),
    minutes=45,
    gym="garage",
    equipment=(Equipment.BARBELL, Equipment.RACK, Equipment.DUMBBELL),
    notes="½ an hour is enough – 🏃",
    extra={"weather": {"rain": True}},
)
TRAVEL = Session(id="5b1f3f7e-0000-4000-8000-000000000002", name="Travel")
BLOCK_ONE = Plan(
    id="5b1f3f7e-0000-4000-8000-000000000003",
    name="Base",
    start=date(2026, 3, 9),
    weeks=4,
    sessions=(HILL_LEGS.id, TRAVEL.id),
)
STAIR_LUNGE = Exercise(
    id="5b1f3f7e-0000-4000-8000-000000000004",
    name="Stair lunge",
    facets=Facets(Jobs.OPPOSITE, Stance.SPLIT, Sequence.ALTERNATING, Trunk.NONE),
    actions=Actions(Action.COMPRESS, Action.EXPAND),
    pattern=Pattern.LUNGE,
    family=Family.KNEE_DOMINANT,
    share=1.0,
    purpose=Purpose.WORK,
    muscles=(Muscle.GLUTES, Muscle.QUADRICEPS),
    prescription="3x8/side @7",
    variants=(Variant("vest", (Equipment.WEIGHT_VEST,), ("weighted stair lunge",)),),
    aliases=("two at a time",),
)
SETTINGS = {"theme": "dark", "floor": 0.55, "body_mass_kg": None, "welcomed": True}


def fill(store: Store) -> None:
    """Save every kind of thing, change one and delete another: schema fixtures hold this."""
    store.save_session(HILL_LEGS)
    store.save_session(TRAVEL)
    store.save_session(TRAVEL_AGAIN)
    store.save_session(GONE)
    store.delete_session(GONE.id)
    store.save_plan(BLOCK_ONE)
    store.save_exercise(STAIR_LUNGE)
    store.save_settings(SETTINGS)


TRAVEL_AGAIN = Session(id=TRAVEL.id, name="Travel, no equipment", minutes=20, equipment=())
GONE = Session(id="5b1f3f7e-0000-4000-8000-000000000005", name="Never again")
