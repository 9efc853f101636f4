"""Hypothesis strategies for the values of the domain: anything a file or a runner may bring.

Every value drawn keeps the invariants of its type (a straight block holds one item, a range starts
with its smaller end, ids are unique), and is as odd as it may be within them.
"""

from __future__ import annotations

from dataclasses import fields, replace
from enum import Enum
from typing import TYPE_CHECKING, TypeVar
from uuid import UUID

from hypothesis import strategies as st

from hemipelvi_gui.domain.diary import DoneItem, DoneSession, DoneSet
from hemipelvi_gui.domain.exercises import (
    Action,
    Actions,
    Equipment,
    Exercise,
    Family,
    LoadSide,
    Muscle,
    Pattern,
    Plane,
    Purpose,
    Variant,
)
from hemipelvi_gui.domain.facets import Facets, Jobs, Sequence, Stance, Trunk
from hemipelvi_gui.domain.grammar import LARGEST, write
from hemipelvi_gui.domain.gyms import Gym, Plates
from hemipelvi_gui.domain.plan import Phase, Plan
from hemipelvi_gui.domain.prescription import Load, LoadKind, Measure, Prescription, Sides
from hemipelvi_gui.domain.progression import Progress, Progression
from hemipelvi_gui.domain.runs import Run
from hemipelvi_gui.domain.session import SECTIONS, Block, BlockKind, Item, Session
from hemipelvi_gui.domain.units import MassUnit

if TYPE_CHECKING:
    from collections.abc import Sequence as Choices

    from hypothesis.strategies import DrawFn, SearchStrategy

Member = TypeVar("Member", bound=Enum)

WEIRD_NAMES = (
    "",
    " ",
    "Leg day",
    "  leading and trailing  ",
    "<img src='file:///etc/passwd'>",
    "<b>bold</b> &amp; entities",
    "\u202egnol\u202c",
    "\u2067\u05d0\u05d1\u2069 \u0645\u0631\u062d\u0628\u0627",
    "🏃‍♀️🏋🏽",
    "e\u0301 and \u00e9",
    "nul \x00 inside",
    "two\nlines\tand a tab\r\n",
    '"; DROP TABLE records; --',
    "{braces} %s {0}",
    "½ × 3 – 4",
    "n" * 10_000,
)

KNOWN_KEYS = frozenset(
    each.name
    for owner in (
        Actions,
        Block,
        DoneItem,
        DoneSession,
        DoneSet,
        Exercise,
        Facets,
        Gym,
        Item,
        Load,
        Phase,
        Plan,
        Plates,
        Prescription,
        Progression,
        Run,
        Session,
        Variant,
    )
    for each in fields(owner)
) | {"format", "sessions", "plans", "exercises", "runs", "gyms", "diary", "deleted"}


def names() -> SearchStrategy[str]:
    """What a person, or a file, may call something."""
    return st.sampled_from(WEIRD_NAMES) | st.text(max_size=40)


def ids() -> SearchStrategy[str]:
    """UUIDs as text."""
    return st.uuids().map(str)


def extras() -> SearchStrategy[dict[str, object]]:
    """Keys that this version does not know, with any JSON value."""
    leaf = (
        st.none()
        | st.booleans()
        | st.integers(-(2**63), 2**63 - 1)
        | st.floats(allow_nan=False, allow_infinity=False)
        | st.text(max_size=12)
    )
    keys = st.text(max_size=12).filter(lambda key: key not in KNOWN_KEYS)
    value: SearchStrategy[object] = st.recursive(
        leaf,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=3),
        max_leaves=6,
    )
    return st.just({}) | st.dictionaries(keys, value, max_size=3)


def some(vocabulary: type[Member]) -> SearchStrategy[tuple[Member, ...]]:
    """Some members of an enum, each at most once."""
    return st.lists(st.sampled_from(vocabulary), unique=True, max_size=4).map(tuple)


def loads() -> SearchStrategy[Load]:
    """Loads as `domain.grammar` reads them, in quarters of a kilogram, pound or per cent."""
    quarters = st.integers(1, 8000).map(lambda quarter: quarter / 4)
    return st.one_of(
        st.builds(
            Load,
            st.just(LoadKind.EXTERNAL),
            quarters,
            st.integers(1, 10),
            st.sampled_from(MassUnit),
        ),
        st.just(Load(LoadKind.BODYWEIGHT)),
        st.builds(
            Load,
            st.just(LoadKind.BODYWEIGHT),
            quarters | quarters.map(lambda value: -value),
            unit=st.sampled_from(MassUnit),
        ),
        st.builds(Load, st.just(LoadKind.PERCENT), quarters),
    )


def tempos() -> SearchStrategy[str]:
    """Tempos in their canonical form, X as fast as can be: 3-1-X-0."""
    return st.lists(st.sampled_from("0123456789X"), min_size=4, max_size=4).map("-".join)


@st.composite
def prescriptions(draw: DrawFn) -> Prescription:
    """Prescriptions inside the limits of `domain.grammar`."""
    measure = draw(st.sampled_from(Measure))
    halves = measure in (Measure.TIME, Measure.DISTANCE)
    scale = 2 if halves else 1
    amount = st.integers(1, LARGEST[measure] * scale).map(lambda steps: steps / scale)
    low, high = sorted((draw(amount), draw(amount)))
    effort = draw(st.sampled_from(("", "rpe", "rir")))
    return Prescription(
        sets=draw(st.integers(1, 50)),
        low=low,
        high=draw(st.sampled_from((low, high))),
        measure=measure,
        sides=draw(st.sampled_from(Sides)),
        load=draw(st.none() | loads()),
        rpe=draw(st.integers(2, 20)) / 2 if effort == "rpe" else None,
        rir=draw(st.integers(0, 18)) / 2 if effort == "rir" else None,
        tempo=draw(st.none() | tempos()),
        rest_s=draw(st.none() | st.integers(0, 1800)),
        warmup_sets=draw(st.integers(0, 20)),
    )


def facets() -> SearchStrategy[Facets]:
    """Any geometry, also such as no body can take."""
    return st.builds(
        Facets,
        st.sampled_from(Jobs),
        st.sampled_from(Stance),
        st.sampled_from(Sequence),
        st.sampled_from(Trunk),
    )


def exercises() -> SearchStrategy[Exercise]:
    """Exercises of one's own, with every vocabulary used."""
    actions = st.sampled_from(Action)
    aliases = st.lists(names(), max_size=3).map(tuple)
    return st.builds(
        Exercise,
        id=ids(),
        name=names(),
        facets=st.none() | facets(),
        actions=st.builds(Actions, actions, actions),
        pattern=st.sampled_from(Pattern),
        family=st.sampled_from(Family),
        share=st.sampled_from((0.0, 0.5, 1.0)),
        purpose=st.sampled_from(Purpose),
        muscles=some(Muscle),
        prescription=prescriptions().map(write),
        cue=names(),
        locks=some(Muscle),
        resets=some(Muscle),
        equipment=some(Equipment),
        variants=st.lists(st.builds(Variant, names(), some(Equipment), aliases), max_size=2).map(
            tuple
        ),
        difficulty=st.integers(1, 5),
        plane=st.sampled_from(Plane),
        contact=st.booleans(),
        compound=st.booleans(),
        load_side=st.sampled_from(LoadSide),
        heavy_from_kg=st.integers(0, 400).map(lambda halves: halves / 2),
        aliases=aliases,
        version=st.integers(1, 9),
        parent=st.none() | st.integers(1, 8),
        extra=extras(),
    )


def items(of: Choices[str] | None = None) -> SearchStrategy[Item]:
    """Items of these exercises (ids), or of such as nobody knows."""
    return st.builds(
        Item,
        id=ids(),
        exercise=st.sampled_from(of) if of else ids() | st.sampled_from(("back-squat", "a-skip")),
        prescription=prescriptions(),
        variant=st.just("") | names(),
        purpose=st.none() | st.sampled_from(Purpose),
        notes=st.just("") | names(),
        uneven_on_purpose=st.booleans(),
        progression=st.none() | progressions(),
        extra=extras(),
    )


def progressions() -> SearchStrategy[Progression]:
    """Progressions of every kind."""
    return st.builds(
        Progression,
        st.sampled_from(Progress),
        step=st.integers(0, 100).map(lambda quarters: quarters / 4),
        relative=st.booleans(),
        most_sets=st.integers(1, 50),
        percents=st.lists(st.integers(2, 400).map(lambda halves: halves / 2), max_size=2).map(
            tuple
        ),
    )


@st.composite
def sessions(draw: DrawFn, of: Choices[str] | None = None, most: int = 4) -> Session:
    """Sessions of at most `most` blocks, of these exercises (ids) or of such as nobody knows."""
    count = draw(st.integers(0, most))
    sections = sorted(
        draw(st.lists(st.sampled_from(SECTIONS), min_size=count, max_size=count)),
        key=SECTIONS.index,
    )
    blocks = tuple(draw(_blocks(of)) for _ in range(count))
    fresh = _fresh_ids(draw, 1 + sum(1 + len(block.items) for block in blocks))
    return Session(
        id=fresh.pop(),
        name=draw(names()),
        blocks=tuple(
            Block(
                fresh.pop(),
                section,
                tuple(_renamed(item, fresh.pop()) for item in block.items),
                block.kind,
                block.extra,
            )
            for section, block in zip(sections, blocks, strict=True)
        ),
        date=draw(st.none() | st.dates()),
        start=draw(st.none() | st.times()),
        minutes=draw(st.none() | st.integers(1, 600)),
        gym=draw(names()),
        equipment=draw(st.none() | some(Equipment)),
        notes=draw(names()),
        plan=draw(st.sampled_from(("", "some-plan"))),
        template=draw(st.sampled_from(("", "some-template"))),
        skipped=draw(st.booleans()),
        version=draw(st.integers(1, 9)),
        parent=draw(st.none() | st.integers(1, 8)),
        extra=draw(extras()),
    )


@st.composite
def _blocks(draw: DrawFn, of: Choices[str] | None) -> Block:
    kind = draw(st.sampled_from(BlockKind))
    least, most = (1, 1) if kind is BlockKind.STRAIGHT else (2, 3)
    together = draw(st.lists(items(of), min_size=least, max_size=most))
    return Block("", SECTIONS[0], tuple(together), kind, draw(extras()))


def _fresh_ids(draw: DrawFn, count: int) -> list[str]:
    numbers = draw(
        st.lists(st.integers(0, 2**128 - 1), unique=True, min_size=count, max_size=count)
    )
    return [str(UUID(int=number)) for number in numbers]


def _renamed(item: Item, item_id: str) -> Item:
    return replace(item, id=item_id)
