"""Whatever a log holds, there is an answer, and it is the same each time."""

from __future__ import annotations

import json
from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from hemipelvi_gui.cli.verdict import as_json
from hemipelvi_gui.coach.verdict import Code
from hemipelvi_gui.domain.check_ins import CheckIn
from hemipelvi_gui.domain.diary import DoneItem, DoneSession, DoneSet
from hemipelvi_gui.domain.done_runs import DoneRun, Surface
from hemipelvi_gui.domain.log import Log
from hemipelvi_gui.domain.prescription import Load, LoadKind, Measure
from hemipelvi_gui.domain.runs import RunKind
from tests.unit.coach.verdict.logs import AS_OF, judged

DAYS = st.integers(-10, 200).map(lambda days: AS_OF - timedelta(days=days))
RATINGS = st.none() | st.integers(0, 10)
RUNS = st.builds(
    DoneRun,
    id=st.uuids().map(str),
    name=st.just("Run"),
    date=DAYS,
    kind=st.none() | st.sampled_from(RunKind),
    metres=st.none() | st.floats(0, 100_000),
    seconds=st.none() | st.floats(0, 100_000),
    flat_metres=st.none() | st.floats(0, 100_000),
    heart_rate=st.none() | st.floats(0, 300),
    max_heart_rate=st.none() | st.floats(0, 300),
    temperature_c=st.none() | st.floats(-40, 50),
    device=st.sampled_from(("", "watch", "strap")),
    surface=st.none() | st.sampled_from(Surface),
)
CHECK_INS = st.builds(
    CheckIn,
    id=st.uuids().map(str),
    date=DAYS,
    hip_flexor_left=RATINGS,
    back=RATINGS,
    pain=RATINGS,
    ill=st.booleans(),
)
SETS = st.builds(
    DoneSet,
    amount=st.floats(0, 100),
    measure=st.sampled_from(Measure),
    load=st.none() | st.builds(Load, st.sampled_from(LoadKind), st.floats(-20, 300)),
    rpe=st.none() | st.floats(1, 10),
    warmup=st.booleans(),
)
SESSIONS = st.builds(
    DoneSession,
    id=st.uuids().map(str),
    name=st.just("Gym"),
    date=DAYS,
    items=st.lists(
        st.builds(
            DoneItem,
            st.sampled_from(("back-squat", "deadlift", "walking-lunge", "unknown")),
            sets=st.lists(SETS, max_size=3).map(tuple),
        ),
        max_size=3,
    ).map(tuple),
)
LOGS = st.builds(
    Log,
    st.lists(SESSIONS, max_size=20).map(lambda made: {each.id: each for each in made}),
    st.lists(RUNS, max_size=60).map(lambda made: {each.id: each for each in made}),
    st.lists(CHECK_INS, max_size=30).map(lambda made: {each.id: each for each in made}),
)


@settings(max_examples=60)
@given(LOGS)
def test_every_log_has_an_answer_that_is_plain_json(log: Log) -> None:
    made = judged(log)
    assert made.code in Code
    assert bool(made.missing) is (made.code is Code.NOT_ENOUGH_DATA)
    json.dumps(as_json(made, AS_OF), allow_nan=False)
    assert all(str(step.title) and str(step.text) for step in made.steps)
    assert judged(log) == made
