"""How fast a run was: what its written pace tells, and paces that nobody has."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hemipelvi_gui.domain.run_faults import Fault
from hemipelvi_gui.domain.run_pieces import Piece, reps_of
from hemipelvi_gui.domain.run_tokens import METRES_PER_MILE
from hemipelvi_gui.domain.run_words import plain_word
from hemipelvi_gui.domain.run_writing import far_words, long_words
from hemipelvi_gui.domain.runs import RunKind
from hemipelvi_gui.domain.text import translate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hemipelvi_gui.domain.done_gleaning import Pace
    from hemipelvi_gui.domain.run_tokens import Distance

KM = 1000.0
METRES = {"km": KM, "m": 1.0, "mi": METRES_PER_MILE}
# Seconds a kilometre that nobody beats over as many metres or more: below the records of 2026.
FASTEST = ((300_000.0, 260.0), (100_000.0, 205.0), (42_195.0, 165.0), (0.0, 90.0))
SLOWEST = 1200.0
# A pace is rounded, and so is the time it is of.
SAME_PACE_S = 3.0
# Before a pace these add nothing to it.
PACE_WORDS = frozenset(("pace", "avg", "average", "mean", "schnitt", "allure", "ritmo"))


@dataclass(frozen=True)
class Timed:
    """How long a run took, in seconds, and the pieces that still have something to tell."""

    seconds: float | None
    rest: tuple[Piece, ...]


def timed(
    found: Sequence[Piece], distance: Distance | None, seconds: float | None, pace: Pace | None
) -> Timed:
    """What a written pace adds: the time where only the distance is given, else nothing new.

    A pace that isn't that of the whole run stays in the notes: one of repetitions, or of a part.
    """
    if pace is None or distance is None or any(each.name == "reps" for each in found):
        return Timed(seconds, tuple(found))
    per = pace.per or (METRES_PER_MILE if distance.shown.endswith(" mi") else KM)
    if seconds is None:
        seconds = float(round(distance.metres * pace.seconds / per))
    elif not distance.metres or not _fits(pace, distance.metres, seconds, per):
        return Timed(seconds, tuple(found))
    place = next((at for at, each in enumerate(found) if each.column == pace.column), None)
    if place is None:
        return Timed(seconds, tuple(found))
    before = place
    while before and plain_word(found[before - 1].text) in PACE_WORDS:
        before -= 1
    return Timed(seconds, (*found[:before], *found[place + 1 :]))


def is_odd(kind: RunKind | None, metres: float | None, seconds: float | None) -> bool:
    """Whether nobody runs so fast, or so slowly. Other training has no limits."""
    if not metres or not seconds or kind is RunKind.OTHER:
        return False
    fastest = next(least for far, least in FASTEST if metres >= far)
    return not fastest <= seconds / (metres / KM) <= SLOWEST


def odd_pace(
    found: Sequence[Piece],
    kind: RunKind | None,
    metres: float | None,
    seconds: float | None,
    pace: Pace | None,
) -> Fault | None:
    """What to ask about a run at an odd pace.

    Who writes its pace beside its time, or // with or without a note, has answered.
    """
    metres = metres or _repeated_metres(found, seconds)
    if not metres or not seconds or not is_odd(kind, metres, seconds):
        return None
    time = next((each for each in found if each.name == "time"), None)
    answered = time is not None and pace is not None and _fits(pace, metres, seconds, KM)
    if answered or any(each.text.startswith("//") for each in found):
        return None
    column = time.column if time else pace.column if pace else 0
    whole, rest = divmod(round(seconds / (metres / KM)), 60)
    words = {
        "far": far_words(metres),
        "long": long_words(seconds),
        "pace": f"{whole}:{rest:02}/km",
    }
    message = translate("Run", "{far} in {long} is {pace}. Is that right?", **words)
    if time is None:
        return Fault(column, message, translate("Run", "If it is, put // at the end."))
    advice = translate("Run", "If it is, write {pace} too, or // at the end.", **words)
    return Fault(column, message, advice)


def _repeated_metres(found: Sequence[Piece], seconds: float | None) -> float | None:
    """How far the repetitions alone are, where that is too far for the time: "10s rest" is none."""
    reps = reps_of(found)
    if reps is None or seconds is None or reps.unit not in METRES:
        return None
    metres = reps.count * reps.amount * METRES[reps.unit]
    return metres if seconds < metres / KM * FASTEST[-1][1] else None


def _fits(pace: Pace, metres: float, seconds: float, usual: float) -> bool:
    return abs(seconds * (pace.per or usual) / metres - pace.seconds) <= SAME_PACE_S
