"""Sessions to lay out, with a small library of their own: sheets must not change with the data."""

from __future__ import annotations

from datetime import date

from hemipelvi_gui.domain.exercises import (
    Action,
    Actions,
    Exercise,
    Family,
    Muscle,
    Pattern,
    Purpose,
)
from hemipelvi_gui.domain.facets import Facets, Jobs, Sequence, Stance, Trunk
from hemipelvi_gui.domain.grammar import parse
from hemipelvi_gui.domain.session import Block, BlockKind, Item, Section, Session
from hemipelvi_gui.domain.settings import Settings
from hemipelvi_gui.sheets import SheetSource

PRESS, SWING = Actions(Action.COMPRESS, Action.COMPRESS), Actions(Action.COMPRESS, Action.EXPAND)
REST = Actions(Action.NEUTRAL, Action.NEUTRAL)


def facets(
    jobs: Jobs, stance: Stance, sequence: Sequence = Sequence.ONE_SIDE, trunk: Trunk = Trunk.NONE
) -> Facets:
    return Facets(jobs, stance, sequence, trunk)


def exercise(
    name: str, made: Facets | None, actions: Actions, pattern: Pattern, **more: object
) -> Exercise:
    fields = {
        "family": Family.KNEE_DOMINANT,
        "share": 1.0,
        "purpose": Purpose.WORK,
        "muscles": (Muscle.QUADRICEPS, Muscle.HIP_FLEXORS),
        "prescription": "3x8",
    } | more
    slug = name.lower().replace(" ", "-")
    return Exercise(slug, name, made, actions, pattern, **fields)  # type: ignore[arg-type]


LIFTS = (
    exercise(
        "90/90 hip lift with reach",
        facets(Jobs.ONE, Stance.SUPINE),
        SWING,
        Pattern.MOBILITY,
        purpose=Purpose.PREPARE,
        share=0.0,
        cue="Exhale fully, feel the back of the thigh work.",
    ),
    exercise(
        "Skater bound",
        facets(Jobs.OPPOSITE, Stance.SINGLE_LEG, Sequence.ALTERNATING, Trunk.RECIPROCAL),
        SWING,
        Pattern.PLYOMETRIC,
        cue="Land quiet, hold one second.",
        contact=True,
    ),
    exercise(
        "Trap-bar deadlift",
        facets(Jobs.SAME, Stance.PARALLEL, Sequence.TOGETHER),
        PRESS,
        Pattern.HINGE,
        cue="Push the floor away; stop the set if speed drops.",
        compound=True,
        locks=(Muscle.HIP_FLEXORS,),
    ),
    exercise(
        "Rear-foot-elevated split squat",
        facets(Jobs.OPPOSITE, Stance.SPLIT),
        SWING,
        Pattern.LUNGE,
        cue="Front foot whole, pelvis turns toward the front leg.",
    ),
    exercise(
        "Walking lunge",
        facets(Jobs.OPPOSITE, Stance.SPLIT, Sequence.ALTERNATING),
        SWING,
        Pattern.LUNGE,
        cue="Tall through the back hip; the floor comes to you.",
    ),
    exercise(
        "Single-leg Romanian deadlift",
        facets(Jobs.ONE, Stance.SINGLE_LEG),
        SWING,
        Pattern.SINGLE_LEG,
        cue="Hips square at the top, turned at the bottom.",
    ),
    exercise(
        "Foam roll: hip flexors",
        None,
        REST,
        Pattern.ROLLING,
        purpose=Purpose.RESET,
        share=0.0,
        resets=(Muscle.HIP_FLEXORS,),
        cue="Slow; stay off the hip bone.",
    ),
    exercise(
        "Half-kneeling hip-flexor rock",
        facets(Jobs.ONE, Stance.HALF_KNEELING),
        SWING,
        Pattern.MOBILITY,
        purpose=Purpose.RESET,
        share=0.0,
        resets=(Muscle.HIP_FLEXORS,),
        cue="Tuck first, then rock.",
    ),
)
LIBRARY = {each.id: each for each in LIFTS}


def item(name: str, prescription: str, number: int = 0, **more: str) -> Item:
    slug = name.lower().replace(" ", "-")
    return Item(f"{slug}-{number}", slug, parse(prescription), **more)  # type: ignore[arg-type]


def straight(section: Section, *items: Item) -> tuple[Block, ...]:
    return tuple(Block(f"block-{each.id}", section, (each,)) for each in items)


def superset(section: Section, *items: Item) -> Block:
    return Block(f"block-{items[0].id}", section, items, BlockKind.SUPERSET)


def tuesday() -> Session:
    return Session(
        "tuesday",
        "Tuesday — strength A",
        (
            *straight(Section.PREPARE, item("90/90 hip lift with reach", "2x5br/side")),
            *straight(Section.POWER, item("Skater bound", "3x5/side rest 60")),
            *straight(
                Section.STRENGTH,
                item("Trap-bar deadlift", "3x5 100kg @7 rest 150"),
                item("Rear-foot-elevated split squat", "3x8/side 2x14kg @7"),
            ),
            superset(
                Section.STRENGTH,
                item("Walking lunge", "3x8/side 2x16kg"),
                item("Single-leg Romanian deadlift", "3x8/side 20kg rest 90"),
            ),
            *straight(
                Section.RESET,
                item("Foam roll: hip flexors", "1x60s/side"),
                item("Half-kneeling hip-flexor rock", "2x6/side"),
            ),
        ),
        date(2026, 11, 24),
    )


def long_session(rows: int, prescription: str = "3x8/side 2x16kg @7 rest 90") -> Session:
    names = [each.name for each in LIFTS]
    items = [item(names[at % len(names)], prescription, at) for at in range(rows)]
    return Session("long", "Long session", straight(Section.STRENGTH, *items), date(2026, 11, 24))


def source(session: Session, settings: Settings | None = None) -> SheetSource:
    return SheetSource(session, LIBRARY, settings or Settings())
