"""The cells of a set: its exercise, reps, time and RPE, and how long its workout took."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hemipelvi_gui.domain.text import translate
from hemipelvi_gui.exchange.cells import RefusedError, number, seconds, title, within

if TYPE_CHECKING:
    from hemipelvi_gui.exchange.moments import Moments

MOST_REPS = 10_000
DAY_S = 24 * 3600
LEAST_RPE, MOST_RPE = 1, 10

REPS = translate("LogFile", "reps")
SECONDS = translate("LogFile", "seconds")
RPE = translate("LogFile", "RPE")
RUN_TOGETHER = translate(
    "LogFile", "lines run together in a name: a quotation mark may be missing."
)
NO_NAME = translate("LogFile", "the exercise has no name.")


def workout(cell: str) -> str:
    """Its name, "" without one. Raises RefusedError for one of several lines."""
    if "\n" in cell.strip():
        raise RefusedError(RUN_TOGETHER)
    return title(cell)


def exercise(cell: str) -> str:
    """Its name. Raises RefusedError without one, or with one of several lines."""
    name = workout(cell)
    if not name:
        raise RefusedError(NO_NAME)
    return name


def reps(cell: str) -> float | None:
    """Repetitions, None for none. Raises RefusedError."""
    return within(number(cell), REPS, MOST_REPS)


def set_seconds(cell: str) -> float | None:
    """How long a set was held or went on, in seconds, None for no time. Raises RefusedError."""
    return within(seconds(cell), SECONDS, DAY_S)


def effort(cell: str) -> float | None:
    """RPE from 1 to 10, None for none. Raises RefusedError."""
    value = within(number(cell), RPE, MOST_RPE)
    if value is not None and value < LEAST_RPE:
        raise RefusedError(
            translate("LogFile", "RPE goes from 1 to 10, and {value} does not fit.", value=value)
        )
    return value


def workout_seconds(cell: str) -> float | None:
    """How long a workout took; None where that can't be read or a timer was forgotten for a day."""
    try:
        value = seconds(cell)
    except RefusedError:
        return None
    return value if value and 0 < value <= DAY_S else None


def between(moments: Moments, cells: tuple[str, str]) -> float | None:
    """The seconds from one moment to the other, None where that is no length of a workout."""
    try:
        begun, ended = (moments(cell) for cell in cells)
    except RefusedError:
        return None
    value = (ended.start - begun.start).total_seconds()
    return value if begun.timed and ended.timed and 0 < value <= DAY_S else None
