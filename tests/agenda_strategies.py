"""Hypothesis strategies for agendas: what may be planned around some weeks, and anywhere else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from hemipelvi_gui.domain.agenda import Agenda
from hemipelvi_gui.domain.plan import (
    LONGEST_CYCLE,
    SHORTEST_CYCLE,
    Phase,
    PhaseKind,
    Plan,
    Week,
    week_of,
)
from hemipelvi_gui.domain.runs import Run, RunKind
from tests.builders import gym_sessions
from tests.strategies import names

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hypothesis.strategies import DrawFn, SearchStrategy

    from hemipelvi_gui.domain.session import Session

MIDDLE = date(2026, 11, 23)
PLAN_IDS = ("", "plan 0", "plan 1", "nobody's")

# Lifts and runs that rules over time speak of come up often enough.
USUAL = (
    "back-squat",
    "trap-bar-deadlift",
    "walking-lunge",
    "split-squat",
    "step-up",
    "clam",
    "couch-stretch",
    "push-up",
)


def days(*, anywhere: bool = True) -> SearchStrategy[date]:
    """Days in the weeks around the middle one, or any day of the calendar."""
    near = st.integers(-90, 30).map(lambda offset: MIDDLE + timedelta(days=offset))
    close = st.integers(-3, 16).map(lambda offset: MIDDLE + timedelta(days=offset))
    return close | near | st.dates() if anywhere else close | near


def runs(run_id: str) -> SearchStrategy[Run]:
    """A planned run of any kind."""
    return st.builds(
        Run,
        st.just(run_id),
        names(),
        st.sampled_from(RunKind),
        days(),
        st.none() | st.times(),
        plan=st.sampled_from(PLAN_IDS),
        skipped=st.sampled_from((False, False, False, True)),
    )


@st.composite
def dated_sessions(draw: DrawFn, session_id: str, of: Sequence[str] = USUAL) -> Session:
    """A session such as a runner might plan, on a day."""
    return replace(
        draw(gym_sessions(of, most=4)),
        id=session_id,
        name=draw(names()),
        date=draw(days()),
        start=draw(st.none() | st.times()),
        plan=draw(st.sampled_from(PLAN_IDS)),
        skipped=draw(st.sampled_from((False, False, False, True))),
    )


def dated_plans(plan_id: str) -> SearchStrategy[Plan]:
    """A plan with any cycle, in the calendar or without a place in it."""
    return st.builds(
        Plan,
        st.just(plan_id),
        names(),
        st.none() | days(),
        st.integers(1, 104),
        st.integers(SHORTEST_CYCLE, LONGEST_CYCLE),
        st.lists(st.builds(Phase, st.sampled_from(PhaseKind), st.integers(1, 8)), max_size=4).map(
            tuple
        ),
        st.lists(st.integers(1, 104), max_size=3, unique=True).map(tuple),
        st.sampled_from(("", "run 0", "run 1", "nobody's")),
        st.sampled_from((False, False, True)),
    )


@st.composite
def agendas(draw: DrawFn) -> Agenda:
    """Some sessions, runs and plans."""
    sessions = [draw(dated_sessions(f"gym {n}")) for n in range(draw(st.integers(0, 6)))]
    planned = [draw(runs(f"run {n}")) for n in range(draw(st.integers(0, 5)))]
    plans = [draw(dated_plans(f"plan {n}")) for n in range(draw(st.integers(0, 2)))]
    return Agenda(
        {each.id: each for each in sessions},
        {each.id: each for each in planned},
        {each.id: each for each in plans},
    )


@st.composite
def shown_weeks(draw: DrawFn, agenda: Agenda) -> tuple[Week, Plan | None]:
    """A week to show, and the plan that cuts it, if any."""
    plan = draw(st.sampled_from((None, *agenda.plans.values())))
    if plan is not None and plan.start is not None and abs(plan.start.year - MIDDLE.year) > 5000:
        plan = None
    return week_of(plan, draw(days(anywhere=False))), plan
