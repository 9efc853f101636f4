"""What the two stories of the Week page share: plan, days, files, and waiting for a step."""

from __future__ import annotations

import time
from datetime import date, timedelta
from typing import TYPE_CHECKING

from hemipelvi_gui.domain.session import items
from hemipelvi_gui.storage import open_store

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from hemipelvi_gui.domain.agenda import Agenda
    from tests.end2end.stage import Hands, Program, State

STRENGTH_A = "Strength A: deadlift and lunge"
STRENGTH_B = "Strength B: squat and step"
LUNGE = "alternating-reverse-lunge"


class Calendar:
    """The plan's days by week and weekday, whatever day the test runs on."""

    def __init__(self, first: str) -> None:
        self._first = date.fromisoformat(first)

    def __call__(self, week: int, weekday: int) -> str:
        """A day of a week, both from 1, as ISO text."""
        return (self._first + timedelta(days=7 * (week - 1) + weekday - 1)).isoformat()


def begun_two_gym_days(program: Program, hands: Hands) -> Calendar:
    """Wait until the ready plan is begun, and the window is there again; its days."""
    begun = until_week(program, lambda state: state["week"]["plan"], "the plan")
    program.shown(hands)
    assert (begun["week"]["plan"], begun["week"]["number"]) == ("Two gym days", 1)
    return Calendar(begun["week"]["first"])


def save_from_dialog(program: Program, hands: Hands, path: Path) -> None:
    """Name a file in the dialog for files, wait until it is told of, and close what is printed."""
    program.dialog(hands, "file")
    hands.keys("ctrl+a")
    hands.type(str(path))
    hands.keys("Return")
    while not any(path.name in words for words in program.dialog(hands)["words"]):
        time.sleep(0.02)
    hands.keys("Escape")
    program.shown(hands)


def cards(state: State) -> list[list[str]]:
    """Day and name of each card of the shown week."""
    shown: list[list[str]] = state["week"]["cards"]
    return shown


def on(state: State, day: str) -> list[str]:
    """The names of a day's cards, top to bottom."""
    return [name for each, name in cards(state) if each == day]


def until_week(
    program: Program, holds: Callable[[State], object], what: str = "another week"
) -> State:
    """Wait for something on the Week page."""
    return program.until(lambda state: state["week"] and holds(state), what)


def one_step(program: Program, before: State, what: str) -> State:
    """Wait for one more step to undo than there were."""
    return program.until(lambda state: state["step"] == before["step"] + 1, what)


def undo(program: Program, hands: Hands, steps: int = 1) -> State:
    """Press Ctrl+Z so many times, each when the one before has come through."""
    state = program.state
    for step in range(state["step"] - 1, state["step"] - steps - 1, -1):
        hands.keys("ctrl+z")
        state = at_step(program, step)
    return state


def at_step(program: Program, step: int) -> State:
    """Wait until so many steps are made, and not undone."""
    return program.until(lambda state: state["step"] == step, f"step {step}")


def calendar_file(path: Path, days: dict[str, str]) -> Path:
    """A calendar with a run on each of these days, by name."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//a club//EN"]
    for name, day in days.items():
        at = day.replace("-", "")
        lines += ["BEGIN:VEVENT", f"UID:{at}@club", f"DTSTART:{at}T190000", "DURATION:PT1H"]
        lines += [f"SUMMARY:{name}", "END:VEVENT"]
    path.write_text("\r\n".join([*lines, "END:VCALENDAR", ""]), encoding="utf-8")
    return path


def stored(folder: Path) -> Agenda:
    """Everything with a date that is in the data folder, as the file has it."""
    store = open_store(folder)
    try:
        return store.agenda_between(date.min, date.max)
    finally:
        store.close()


def weeks_with(agenda: Agenda, name: str, exercise: str, first: str) -> list[int]:
    """In which weeks, counted from the one that begins on a day, such a session has an exercise."""
    since = date.fromisoformat(first)
    found = (each for each in agenda.sessions.values() if each.name == name)
    return sorted(
        (each.date - since).days // 7 + 1
        for each in found
        if each.date is not None and any(item.exercise == exercise for item in items(each))
    )
