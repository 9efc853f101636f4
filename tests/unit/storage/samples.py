"""Values to save, the same in every run."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING

from hemipelvi_gui.domain.check_ins import CheckIn, HomeTest, TestKind
from hemipelvi_gui.domain.diary import DoneItem, DoneSession, DoneSet
from hemipelvi_gui.domain.done_runs import DoneRun, Half, Source, Surface
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
from hemipelvi_gui.domain.gyms import Gym, Plates
from hemipelvi_gui.domain.known_names import KnownName
from hemipelvi_gui.domain.plan import Phase, PhaseKind, Plan
from hemipelvi_gui.domain.prescription import Load, LoadKind, Prescription, Sides
from hemipelvi_gui.domain.progression import Progress, Progression
from hemipelvi_gui.domain.runs import Run, RunKind
from hemipelvi_gui.domain.session import Block, BlockKind, Item, Section, Session
from hemipelvi_gui.domain.units import MassUnit
from tests.saving import delete, putting

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
    cycle_days=9,
    phases=(Phase(PhaseKind.BASE, 3), Phase(PhaseKind.TAPER, 1)),
    deloads=(3,),
    goal="5b1f3f7e-0000-4000-8000-000000000006",
    notes="easy does it",
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


TRAVEL_AGAIN = Session(id=TRAVEL.id, name="Travel, no equipment", minutes=20, equipment=())
GONE = Session(id="5b1f3f7e-0000-4000-8000-000000000005", name="Never again")
PLANNED = replace(
    HILL_LEGS,
    id="5b1f3f7e-0000-4000-8000-000000000007",
    blocks=(
        Block(
            "b1",
            Section.STRENGTH,
            (
                Item(
                    "i1",
                    "back-squat",
                    HEAVY,
                    progression=Progression(Progress.PERCENT, 5.0, True, 4, (70.0, 72.5)),
                ),
            ),
        ),
    ),
    plan=BLOCK_ONE.id,
    template=HILL_LEGS.id,
    skipped=True,
)
EASY_TEN = Run(
    id=BLOCK_ONE.goal,
    name="Easy ten",
    kind=RunKind.EASY,
    date=date(2026, 3, 12),
    start=time(6, 45),
    metres=10_000,
    seconds=3600,
    notes="flat",
    plan=BLOCK_ONE.id,
    series="thursdays",
    source="calendar-uid",
)
GARAGE = Gym(
    id="5b1f3f7e-0000-4000-8000-000000000008",
    name="garage",
    equipment=(Equipment.BARBELL, Equipment.RACK),
    bar=15.0,
    plates=(Plates(20.0, 4), Plates(1.25, 2)),
    unit=MassUnit.KG,
)
DONE_TRAVEL = DoneSession(
    id="5b1f3f7e-0000-4000-8000-000000000009",
    name="Travel",
    date=date(2026, 3, 13),
    session=TRAVEL.id,
    start=time(18, 5),
    items=(
        DoneItem(
            "back-squat",
            "i1",
            sets=(DoneSet(5.0, load=Load(LoadKind.EXTERNAL, 60.0), rpe=8.5, warmup=True),),
        ),
    ),
    rpe=7.0,
    seconds=2700.0,
)
RAN_TEN = DoneRun(
    id="5b1f3f7e-0000-4000-8000-00000000000a",
    name="Along the river",
    date=date(2026, 3, 12),
    kind=RunKind.EASY,
    start=time(6, 47, 12),
    begun=datetime(2026, 3, 12, 5, 47, 12, tzinfo=UTC),
    run=EASY_TEN.id,
    metres=10_020.0,
    seconds=3612.5,
    elapsed_s=3700.0,
    flat_metres=10_110.0,
    climb_m=42.0,
    heart_rate=139.5,
    max_heart_rate=151.0,
    halves=(Half(5060.0, 1806.0, 138.0), Half(5050.0, 1806.5, 141.0)),
    temperature_c=-1.5,
    device="chest strap",
    surface=Surface.ROAD,
    rpe=3.0,
    notes="cold 🥶",
    sources=(Source("fit", "2026-03-12T05:47:12Z"), Source("strava", "981")),
)
STIFF_MORNING = CheckIn(
    id="5b1f3f7e-0000-4000-8000-00000000000b",
    date=date(2026, 3, 13),
    hip_flexor_left=4.0,
    hip_flexor_right=2.0,
    back=0.0,
    sleep_h=6.5,
    soreness=3.0,
    ill=True,
    pain=1.0,
    pain_at="left heel",
)
THOMAS = HomeTest(
    id="5b1f3f7e-0000-4000-8000-00000000000c",
    date=date(2026, 3, 13),
    kind=TestKind.THOMAS,
    left=(4.0, 5.0, 4.5),
    right=(7.0, 7.0, 6.0),
    start=time(7),
)
RFESS = KnownName("rfess", "bulgarian-split-squat")


def fill(store: Store) -> None:
    """Save every kind of thing, change one and delete another: schema fixtures hold this."""
    for value in (HILL_LEGS, TRAVEL, TRAVEL_AGAIN, GONE):
        store.apply(putting(value))
    delete(store, GONE)
    store.apply(putting(BLOCK_ONE, STAIR_LUNGE, PLANNED, EASY_TEN, GARAGE, DONE_TRAVEL))
    store.apply(putting(RAN_TEN, STIFF_MORNING, THOMAS, RFESS))
    store.save_settings(SETTINGS)
