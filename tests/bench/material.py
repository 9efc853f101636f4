"""What is measured with: the real library, large sessions, many exercises, a real application."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from itertools import cycle, islice
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from hemipelvi_gui.coach.making import new_item
from hemipelvi_gui.domain import edits
from hemipelvi_gui.domain.agenda_edits import instance
from hemipelvi_gui.domain.changes import Changes
from hemipelvi_gui.domain.edits import Place, Within
from hemipelvi_gui.domain.library import load_exercises
from hemipelvi_gui.domain.plan import Plan
from hemipelvi_gui.domain.runs import Run, RunKind
from hemipelvi_gui.domain.session import Session, in_section
from hemipelvi_gui.exchange import read, templates
from hemipelvi_gui.paths import resource
from hemipelvi_gui.storage import open_store
from hemipelvi_gui.ui.models.session_places import end_of, section_for
from tests.saving import putting, saved

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hemipelvi_gui.domain.exercises import Exercise

SEED = 20
SHOWN = "bench"
FIRST_DAY = date(2026, 1, 5)
SAMPLES = Path(__file__).resolve().parents[3] / "shared" / "samples"
SUPERSET_EVERY = 6


def library() -> dict[str, Exercise]:
    """The exercises that ship with the program."""
    return load_exercises(resource("exercises"))


def large_session(exercises: dict[str, Exercise], items: int = 30) -> Session:
    """A session of so many items of all kinds, every sixth in a superset with another."""
    session = Session(SHOWN, "Thirty things", minutes=90)
    for number, name in enumerate(Random(SEED).sample(sorted(exercises), items)):
        item = replace(new_item(exercises[name]), id=f"item-{number}")
        section = section_for(exercises[name])
        there = in_section(session, section)
        mated = there and number % SUPERSET_EVERY == 0
        place: Place = Within(there[-1].id, 1) if mated else end_of(session, section)
        session = edits.insert(session, item, place)
    return session


def many_exercises(exercises: dict[str, Exercise], count: int = 5000) -> list[Exercise]:
    """So many exercises, each with a name of its own made of real words of real names."""
    random = Random(SEED)
    words = sorted({word for each in exercises.values() for word in each.name.split()})
    made: list[Exercise] = []
    for number, each in enumerate(islice(cycle(exercises.values()), count)):
        extra = " ".join(random.sample(words, 2))
        made.append(replace(each, id=f"{each.id}-{number}", name=f"{each.name} {extra}"))
    return made


def imported(count: int) -> list[Exercise]:
    """So many exercises as an import brings them: of the sample where it is, else made up."""
    sample = SAMPLES / "free-exercise-db.json"
    found = read(sample).exercises if sample.exists() else many_exercises(library(), count)
    return list(found[:count])


def ready_session(name: str) -> Session:
    """One of the sessions that ship with the program, by its file's name."""
    return read(resource("templates", "sessions", f"{name}.hemiplan")).sessions[0]


def last_time(folder: Path, own: Sequence[Exercise] = ()) -> Session:
    """Leave a data folder as after a day's use: every ready session in it, one of them last.

    `own`: the runner's own exercises.
    """
    store = open_store(folder)
    session = ready_session("heavy-day")
    store.apply(putting(*(bundle.sessions[0] for bundle in templates()), *own))
    session = saved(store, session)
    store.save_settings({"welcomed": True, "last_session": session.id, "theme": "light"})
    store.close()
    return session


def long_plan(session: Session, weeks: int = 104, start: date = FIRST_DAY) -> Changes:
    """A plan of so many weeks: three instances of a session and five runs in each."""
    plan = Plan(f"plan-{start}", "Two years", start, weeks)
    sessions: dict[str, Session | None] = {}
    runs: dict[str, Run | None] = {}
    for week in range(weeks):
        monday = start + timedelta(weeks=week)
        for day in (0, 2, 4):
            name = f"session-{start}-{week}-{day}"
            sessions[name] = instance(session, monday + timedelta(days=day), plan.id, entry_id=name)
        for day in (1, 2, 3, 5, 6):
            kind = RunKind.LONG if day == 6 else RunKind.QUALITY if day == 3 else RunKind.EASY
            name = f"run-{start}-{week}-{day}"
            on = monday + timedelta(days=day)
            runs[name] = Run(name, "Run", kind, on, metres=10_000, plan=plan.id)
    return Changes(sessions, runs, {plan.id: plan})


def twenty_years(folder: Path, sessions: int = 4000, runs: int = 10_000) -> None:
    """Leave a data folder as after years: so many sessions of 12 kB and runs, evenly over them."""
    session = large_session(library())
    days = 20 * 365
    held = {
        f"s{number}": replace(
            session,
            id=f"s{number}",
            date=FIRST_DAY + timedelta(days=number * days // sessions),
            plan=f"year-{number * 20 // sessions}",
        )
        for number in range(sessions)
    }
    run = {
        f"r{number}": Run(
            f"r{number}",
            "Run",
            RunKind.EASY,
            FIRST_DAY + timedelta(days=number * days // runs),
            plan=f"year-{number * 20 // runs}",
        )
        for number in range(runs)
    }
    plans = {
        f"year-{year}": Plan(f"year-{year}", str(year), FIRST_DAY + timedelta(days=365 * year), 52)
        for year in range(20)
    }
    with closing(open_store(folder)) as store:
        store.apply(Changes(held, run, plans))
        store.save_settings({"welcomed": True, "last_session": "s0", "theme": "light"})
