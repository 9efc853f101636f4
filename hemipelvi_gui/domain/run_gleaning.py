"""What an event of somebody's calendar says about a run, in its title and its description.

The words are those of the run grammar, but what can't be read is passed over: a calendar was
written for people.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from hemipelvi_gui.domain.run_grammar import MOST_SECONDS
from hemipelvi_gui.domain.run_pieces import Piece, amounts, kind_of, pieces
from hemipelvi_gui.domain.runs import RunKind

if TYPE_CHECKING:
    from collections.abc import Sequence

LONGEST_TITLE = 300
LONGEST_DETAILS = 4000
# Said of running alone; "long", "easy" or "track" may be said of a meeting.
RUNNING = re.compile(
    r"\b(?:intervals?|fartlek|strides|parkrun|shakeout|longrun|dauerlauf|tempolauf|schwellenlauf"
    r"|footing|fractionn\u00e9|sortie longue|tirada larga|vo2max|\w+[ -]run|\w*lauf)\b",
    re.IGNORECASE,
)
DISTANCE = re.compile(
    r"\b(?:distance|distanz|strecke|distancia|l\u00e4nge)\s*[:=]\s*(?P<value>[^\n]{1,30})",
    re.IGNORECASE,
)
TIME = re.compile(
    r"\b(?:time|duration|dauer|zeit|dur\u00e9e|temps|duraci\u00f3n|tiempo)\s*[:=]\s*(?P<value>[^\n]{1,30})",
    re.IGNORECASE,
)
LEAST_METRES, MOST_METRES = 200, 1_000_000


class NoRun(StrEnum):
    """Why an event is no run."""

    GYM = "gym"
    OTHER = "other"


@dataclass(frozen=True)
class Gleaned:
    """What an event says; distance in metres and time in seconds may be absent."""

    kind: RunKind
    metres: float | None = None
    seconds: float | None = None


def glean(title: str, details: str = "", *, is_training: bool = False) -> Gleaned | NoRun:
    """The run that an event is, or why it is none.

    `is_training`: the calendar holds training only, so one word like "Base" is enough and an
    unknown title with a distance is a run. In any other calendar a word that may be said of other
    things is one where the title holds no more.
    """
    found = list(pieces(title[:LONGEST_TITLE], lenient=True))
    more = details[:LONGEST_DETAILS]
    names = {each.name for each in found}
    is_run = bool(names & {"run", "distance", "reps", "race"}) or bool(RUNNING.search(title))
    if "gym" in names and not is_run:
        return NoRun.GYM
    said = kind_of(found)
    if not (is_run or (said and (is_training or _nothing_else(found)))) and not (
        is_training and DISTANCE.search(more)
    ):
        return NoRun.OTHER
    kind = said or (RunKind.QUALITY if _has_reps(more) else RunKind.EASY)
    return Gleaned(kind, _metres(found, more, kind), _seconds(found, more, kind))


def _nothing_else(found: Sequence[Piece]) -> bool:
    return all(each.name not in ("", "free") for each in found)


def _has_reps(details: str) -> bool:
    return any(each.name == "reps" for each in pieces(details, lenient=True))


def _metres(found: Sequence[Piece], details: str, kind: RunKind) -> float | None:
    if kind is RunKind.REST:
        return None
    distance, _, _ = amounts(found, kind)
    if distance is None:
        labelled = DISTANCE.search(details)
        inside = list(pieces(labelled["value"] if labelled else details, lenient=True))
        said = [each for each in inside if each.name == "distance"]
        # Of many distances in a description none is known to be the whole.
        distance = amounts(said, kind)[0] if labelled or len(said) == 1 else None
    if distance is None or not LEAST_METRES <= distance.metres <= MOST_METRES:
        return None
    return distance.metres


def _seconds(found: Sequence[Piece], details: str, kind: RunKind) -> float | None:
    _, seconds, _ = amounts(found, kind)
    if seconds is None:
        labelled = TIME.search(details)
        inside = list(pieces(labelled["value"], lenient=True)) if labelled else []
        _, seconds, _ = amounts(inside[:1], kind)
    return seconds if seconds and 0 < seconds <= MOST_SECONDS else None
