"""Sessions in a line each: `session_of("back-squat 3x5 @7", "walking-lunge 3x8/side @7")`."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from itertools import count
from typing import TYPE_CHECKING, Unpack

from hypothesis import strategies as st

from hemipelvi_gui.domain.edits import Particulars, change_item, describe
from hemipelvi_gui.domain.exercises import Equipment, Purpose
from hemipelvi_gui.domain.grammar import parse
from hemipelvi_gui.domain.library import load_exercises
from hemipelvi_gui.domain.placing import usual_sections
from hemipelvi_gui.domain.session import RANK, SECTIONS, Block, BlockKind, Item, Section, Session
from hemipelvi_gui.paths import resource

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hypothesis.strategies import DrawFn

    from hemipelvi_gui.domain.exercises import Exercise

# The session that the design's picture of the window shows.
PICTURE = (
    "90-90-hip-lift-with-reach 2x5br/side",
    "skater-bound 3x5/side rest 60",
    "trap-bar-deadlift 3x5 @7 100kg rest 150",
    ("walking-lunge 3x8/side @7 2x16kg", "single-leg-romanian-deadlift 3x8/side @7 20kg rest 90"),
    "foam-roll-hip-flexors 1x60s/side",
    "half-kneeling-hip-flexor-rock 2x6/side",
)


@cache
def library() -> dict[str, Exercise]:
    """The exercises that come with the program."""
    return load_exercises(resource("exercises"))


def item_of(line: str, item_id: str = "i1") -> Item:
    """An item from an exercise's id and a prescription, or from the id alone."""
    exercise, _, prescription = line.partition(" ")
    return Item(item_id, exercise, parse(prescription or library()[exercise].prescription))


def session_of(*blocks: str | tuple[str, ...], **particulars: Unpack[Particulars]) -> Session:
    """Each line a block in its usual section, a tuple of lines a superset; items are i1, i2, …"""
    numbers = count(1)
    made = [_block(block, numbers) for block in blocks]
    made.sort(key=lambda block: RANK[block.section])
    return describe(Session("s", "Leg day", tuple(made)), **particulars)


def exchanged(session: Session, item_id: str, exercise: str, variant: str = "") -> Session:
    """The session with another exercise in an item's place."""
    return change_item(
        session, item_id, lambda item: replace(item, exercise=exercise, variant=variant)
    )


def _block(block: str | tuple[str, ...], numbers: Iterator[int]) -> Block:
    lines = (block,) if isinstance(block, str) else block
    items = tuple(item_of(line, f"i{next(numbers)}") for line in lines)
    exercise = library().get(items[0].exercise)
    section = Section.STRENGTH if exercise is None else usual_sections(exercise)[0]
    kind = BlockKind.STRAIGHT if len(items) == 1 else BlockKind.SUPERSET
    return Block(f"b{items[0].id}", section, items, kind)


PRESCRIPTIONS = tuple(
    map(
        parse,
        (
            "3x8/side @7",
            "5x5 @8 100kg rest 150",
            "1x8 @7",
            "4x10 @6 16kg",
            "2x6/side @5",
            "3x8-12 @4",
            "3x8 left @7",
            "2x8 right @7",
            "1x12 left @6 rest 30",
            "3x10",
            "3x5 80%",
            "2x6 3RIR warmup 2",
            "2x30s/side @7",
            "1x45s right @8",
            "3x20m/side @7 2x24kg",
            "2x10ct @8",
            "2x5br/side",
        ),
    )
)


@st.composite
def gym_sessions(draw: DrawFn, of: Sequence[str] = (), most: int = 7) -> Session:
    """Sessions such as a runner might build of these exercises (ids), or of the whole library."""
    known = tuple(of) or tuple(library())
    rows = draw(
        st.lists(
            st.tuples(
                st.sampled_from(known),
                st.sampled_from(PRESCRIPTIONS),
                st.sampled_from((*SECTIONS, None)),
                st.sampled_from((None, None, None, *Purpose)),
                st.sampled_from((False, False, False, True)),
            ),
            max_size=most,
        )
    )
    blocks: list[Block] = []
    for number, (exercise, prescription, section, purpose, uneven) in enumerate(rows):
        item = Item(f"i{number}", exercise, prescription, purpose=purpose, uneven_on_purpose=uneven)
        if section is None and blocks:
            before = blocks.pop()
            blocks.append(replace(before, items=(*before.items, item), kind=BlockKind.SUPERSET))
        else:
            blocks.append(Block(f"b{number}", section or Section.STRENGTH, (item,)))
    blocks.sort(key=lambda block: RANK[block.section])
    return Session(
        "s",
        "Leg day",
        tuple(blocks),
        minutes=draw(st.sampled_from((None, 15, 30, 45, 60, 90))),
        equipment=draw(st.sampled_from(GYMS)),
    )


GYMS = (
    None,
    None,
    (),
    (Equipment.DUMBBELL, Equipment.BENCH, Equipment.BAND),
    (Equipment.BARBELL, Equipment.RACK, Equipment.BENCH, Equipment.KETTLEBELL, Equipment.BOX),
)
