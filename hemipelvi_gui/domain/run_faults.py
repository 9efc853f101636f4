"""What is wrong with a line about a run, and how to write it instead."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hemipelvi_gui.domain.text import Text, translate

if TYPE_CHECKING:
    from hemipelvi_gui.domain.run_tokens import Clock

LONGEST_WORD = 30
WORD = re.compile(r"[^\s,;]*")
REPEATED = re.compile(r"\d+\s*[x\u00d7*]", re.IGNORECASE)
ALONE = re.compile(r"\d+(?:[.,]\d+)?(?=[\s,;]|$)")

# Beats a minute, and RPE.
HEART, EFFORT = (30, 240), (1, 10)
EXAMPLE = translate("Run", "Write it like Thu 6x1km hard 60min.")
ADVICE = {
    "time": translate("Run", "Like 45min, 1h30 or 2:05; a time of day is at 18:30."),
    "distance": translate("Run", "Like 8km, 5mi or 400m."),
    "reps": translate("Run", "Like 6x1km, 8x400m or 5x3min; more of it goes after //."),
    "start": translate("Run", "Like 18:30 after the day, or at 18:30."),
    "name": translate("Run", "A name stands in quotes, once."),
    "": translate("Run", "Like 8km, 6x1km, 45min or 2:05. A name goes in quotes, notes after //."),
}
NAMES = {
    "time": translate("Run", "How long is given twice."),
    "distance": translate("Run", "How far is given twice."),
    "reps": translate("Run", "The repetitions are given twice."),
    "start": translate("Run", "The time of day is given twice."),
    "name": translate("Run", "The name is given twice."),
}


@dataclass(frozen=True)
class Fault:
    """What is said of a line that can't be read; `column` counts from 0."""

    column: int
    message: Text
    advice: Text


def twice(column: int, name: str) -> Fault:
    """Something that a line has once stands there for the second time."""
    return Fault(column, NAMES[name], ADVICE[name])


def unreadable(text: str, column: int) -> Fault:
    """Words, digits first, that are neither how far nor how long."""
    found = WORD.match(text, column)
    word = found.group()[:LONGEST_WORD] if found else ""
    if REPEATED.match(text, column):
        message = translate("Run", "\u201c{word}\u201d can't be read as repetitions.", word=word)
        return Fault(column, message, ADVICE["reps"])
    if ALONE.match(text, column):
        message = translate("Run", "{word} what? Write {word}km, {word}mi or {word}min.", word=word)
        return Fault(column, message, ADVICE[""])
    return Fault(
        column, translate("Run", "\u201c{word}\u201d can't be read.", word=word), ADVICE[""]
    )


def unreadable_when_done(text: str, column: int) -> Fault:
    """The same of a run that was done, where a number alone may be a heart rate or an effort."""
    found = None if REPEATED.match(text, column) else ALONE.match(text, column)
    word = found.group() if found else ""
    value = float(word.replace(",", ".")) if 0 < len(word) <= LONGEST_WORD else -1
    if HEART[0] <= value <= HEART[1]:
        message = translate(
            "Run", "{word} what? Write {word}bpm, {word}km, {word}mi or {word}min.", word=word
        )
    elif EFFORT[0] <= value <= EFFORT[1]:
        message = translate(
            "Run", "{word} what? Write {word}km, {word}mi, {word}min or rpe {word}.", word=word
        )
    else:
        return unreadable(text, column)
    return Fault(column, message, ADVICE[""])


def unclear(column: int, clock: Clock) -> Fault:
    """Hours and minutes, minutes and seconds, or a time of day: each would make sense."""
    shown = f"{clock.first}:{clock.second:02}"
    choices = {
        "shown": shown,
        "long": f"{clock.first}h{clock.second:02}",
        "short": f"{clock.first}min{clock.second:02}s",
    }
    return Fault(
        column,
        translate("Run", "{shown} may be hours and minutes, or minutes and seconds.", shown=shown),
        translate("Run", "Write {long}, {short}, or, for a time of day, at {shown}.", **choices),
    )


def metres_or_minutes(column: int, number: str) -> Fault:
    """A distance in metres that nobody runs; m may have been minutes."""
    return Fault(
        column,
        translate("Run", "Metres or minutes? Write {number}min.", number=number),
        ADVICE["distance"],
    )


def gym_work(column: int, word: str) -> Fault:
    """Work in the gym is no run."""
    return Fault(
        column,
        translate("Run", "\u201c{word}\u201d is no run.", word=word),
        translate("Run", "Add a gym session to the day instead."),
    )


def restful(column: int) -> Fault:
    """A day of rest with a distance, or with repetitions."""
    return Fault(
        column,
        translate("Run", "A day of rest has no distance and no repetitions."),
        translate("Run", "Write rest alone, or easy for a short run."),
    )


def no_such_day(column: int, word: str, day: str) -> Fault:
    """A word that is nearly a day."""
    return Fault(
        column,
        translate("Run", "\u201c{word}\u201d is no day.", word=word),
        translate("Run", "Did you mean {day}?", day=day),
    )


def no_day() -> Fault:
    """No day is given, and none is the usual."""
    return Fault(
        0,
        translate("Run", "Which day?"),
        translate("Run", "Start with the day, like Thu or 2026-12-05."),
    )
