"""Hypothesis strategies for plans, runs, gyms and the diary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import strategies as st

from hemipelvi_gui.domain.diary import DoneItem, DoneSession, DoneSet
from hemipelvi_gui.domain.exercises import Equipment
from hemipelvi_gui.domain.gyms import Gym, Plates
from hemipelvi_gui.domain.plan import LONGEST_CYCLE, SHORTEST_CYCLE, Phase, PhaseKind, Plan
from hemipelvi_gui.domain.prescription import Measure, Sides
from hemipelvi_gui.domain.runs import Run, RunKind
from hemipelvi_gui.domain.units import MassUnit
from tests.strategies import extras, ids, loads, names, some

if TYPE_CHECKING:
    from hypothesis.strategies import DrawFn, SearchStrategy


@st.composite
def plans(draw: DrawFn) -> Plan:
    """Plans whose phases fit into their weeks."""
    phases = draw(
        st.lists(st.builds(Phase, st.sampled_from(PhaseKind), st.integers(1, 20)), max_size=2)
    )
    weeks = draw(st.integers(max(1, sum(phase.weeks for phase in phases)), 104))
    return Plan(
        id=draw(ids()),
        name=draw(names()),
        start=draw(st.none() | st.dates()),
        weeks=weeks,
        cycle_days=draw(st.integers(SHORTEST_CYCLE, LONGEST_CYCLE)),
        phases=tuple(phases),
        deloads=tuple(draw(st.lists(st.integers(1, weeks), max_size=2))),
        goal=draw(st.sampled_from(("", "some-race"))),
        archived=draw(st.booleans()),
        notes=draw(names()),
        version=draw(st.integers(1, 9)),
        parent=draw(st.none() | st.integers(1, 8)),
        extra=draw(extras()),
    )


def runs() -> SearchStrategy[Run]:
    """Planned runs of every kind, of a plan or not."""
    return st.builds(
        Run,
        id=ids(),
        name=names(),
        kind=st.sampled_from(RunKind),
        date=st.dates(),
        start=st.none() | st.times(),
        metres=st.none() | st.floats(0, 1_000_000),
        seconds=st.none() | st.floats(0, 7 * 24 * 3600),
        notes=names(),
        plan=st.sampled_from(("", "some-plan")),
        series=st.sampled_from(("", "thursdays")),
        source=names(),
        skipped=st.booleans(),
        version=st.integers(1, 9),
        parent=st.none() | st.integers(1, 8),
        extra=extras(),
    )


def gyms() -> SearchStrategy[Gym]:
    """Places to lift, with plates of any mass."""
    plates = st.builds(Plates, st.floats(0.1, 100), st.integers(0, 40))
    return st.builds(
        Gym,
        id=ids(),
        name=names(),
        equipment=some(Equipment),
        bar=st.floats(0, 100),
        plates=st.lists(plates, max_size=2).map(tuple),
        unit=st.sampled_from(MassUnit),
        notes=names(),
        version=st.integers(1, 9),
        parent=st.none() | st.integers(1, 8),
        extra=extras(),
    )


def diary() -> SearchStrategy[DoneSession]:
    """Sessions as they were done, planned or not."""
    efforts = st.none() | st.floats(1, 10)
    sets = st.builds(
        DoneSet,
        amount=st.floats(0, 10_000),
        measure=st.sampled_from(Measure),
        sides=st.sampled_from(Sides),
        load=st.none() | loads(),
        rpe=efforts,
        warmup=st.booleans(),
    )
    lifted = st.builds(
        DoneItem,
        exercise=st.sampled_from(("back-squat", "nobody-knows")),
        item=st.sampled_from(("", "i1")),
        variant=names(),
        sets=st.lists(sets, max_size=2).map(tuple),
        notes=names(),
        extra=extras(),
    )
    return st.builds(
        DoneSession,
        id=ids(),
        name=names(),
        date=st.dates(),
        session=st.sampled_from(("", "some-session")),
        start=st.none() | st.times(),
        items=st.lists(lifted, max_size=1).map(tuple),
        rpe=efforts,
        seconds=st.none() | st.floats(0, 7 * 24 * 3600),
        notes=names(),
        version=st.integers(1, 9),
        parent=st.none() | st.integers(1, 8),
        extra=extras(),
    )
