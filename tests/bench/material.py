"""What is measured with: the real library, large sessions, many exercises, a real application."""

from __future__ import annotations

from dataclasses import replace
from itertools import cycle, islice
from random import Random
from typing import TYPE_CHECKING

from hemipelvi_gui.coach.making import new_item
from hemipelvi_gui.domain import edits
from hemipelvi_gui.domain.edits import Place, Within
from hemipelvi_gui.domain.library import load_exercises
from hemipelvi_gui.domain.session import Session, in_section
from hemipelvi_gui.exchange import read, templates
from hemipelvi_gui.paths import resource
from hemipelvi_gui.storage import open_store
from hemipelvi_gui.ui.models.session_places import end_of, section_for

if TYPE_CHECKING:
    from pathlib import Path

    from hemipelvi_gui.domain.exercises import Exercise

SEED = 20
SUPERSET_EVERY = 6


def library() -> dict[str, Exercise]:
    """The exercises that ship with the program."""
    return load_exercises(resource("exercises"))


def large_session(exercises: dict[str, Exercise], items: int = 30) -> Session:
    """A session of so many items of all kinds, every sixth in a superset with another."""
    session = Session("bench", "Thirty things", minutes=90)
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


def ready_session(name: str) -> Session:
    """One of the sessions that ship with the program, by its file's name."""
    return read(resource("templates", "sessions", f"{name}.hemiplan")).sessions[0]


def last_time(folder: Path) -> Session:
    """Leave a data folder as after a day's use: every ready session in it, one of them last."""
    store = open_store(folder)
    session = ready_session("heavy-day")
    store.save_all([bundle.sessions[0] for bundle in templates()])
    session = store.save_session(session)
    store.save_settings({"welcomed": True, "last_session": session.id, "theme": "light"})
    store.close()
    return session
