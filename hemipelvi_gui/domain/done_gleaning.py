"""What a line about a run tells of the runner and the ground: heart, effort, climb, warmth."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hemipelvi_gui.domain.done_runs import Surface
from hemipelvi_gui.domain.grammar_tokens import NUMBER
from hemipelvi_gui.domain.run_faults import EFFORT, HEART, Fault
from hemipelvi_gui.domain.run_tokens import METRES_PER_MILE
from hemipelvi_gui.domain.run_words import plain_word
from hemipelvi_gui.domain.text import Text, translate

if TYPE_CHECKING:
    from collections.abc import Callable

SURFACES = {
    **dict.fromkeys(("trail", "trails", "sentier", "sendero"), Surface.TRAIL),
    **dict.fromkeys(("treadmill", "laufband", "tapis", "cinta"), Surface.TREADMILL),
    **dict.fromkeys(("track", "bahn", "piste", "pista"), Surface.TRACK),
    **dict.fromkeys(("road", "strasse", "stra\u00dfe", "route", "asphalt"), Surface.ROAD),
}
# These say what a run was for, as well as where.
ALSO_KINDS = frozenset({"track", "piste"})
RATE = r"\d{2,3}(?:[.,]\d+)?"
NO_MORE = r"(?![\w:]|[.,]\d|\s*(?:km|mi|m|min|h|s)\b)"
HEART_WORD = r"(?:heart\s*rate|hr|hf|fc|puls|pulse)"
MEAN_WORD = rf"(?:(?:avg|average|mean|\u00f8|moy|media|schnitt)\.?\s*{HEART_WORD}?|{HEART_WORD})"
CLIMB_WORD = r"(?:climb(?:ing|ed)?|ascent|elevation|elev|gain|uphill|d\+)"
TOKEN = re.compile(
    # No name starts where 45'10" ends.
    r"(?P<aside>(?<!['\u2032\u2019]\d)(?<!['\u2032\u2019]\d\d)\"(?:[^\"]|\"\")+\"|//.*)"
    rf"|(?<![\w.,:])(?P<both>(?P<mean>{RATE})\s*/\s*(?P<most>{RATE})\s*bpm\b)"
    rf"|(?<!\w)(?P<max>max(?:imum|imal)?\.?\s*{HEART_WORD}?\s*[:=]?\s*"
    rf"(?P<high>{RATE})(?:\s*bpm\b|{NO_MORE}))"
    rf"|(?<!\w)(?P<avg>{MEAN_WORD}\s*[:=]?\s*(?P<average>{RATE})(?:\s*bpm\b|{NO_MORE}))"
    rf"|(?<![\w.,:])(?P<bpm>(?P<alone>{RATE})\s*bpm\b)"
    rf"|(?<!\w)(?P<rpe>rpe\s*[:=]?\s*(?P<effort>{NUMBER}))(?![\w:])"
    # After the sign of a prescription: "@7", but no pace, range or share.
    rf"|(?<![\w@])(?P<rpe2>@\s*(?:rpe\s*)?(?P<effort2>10|[1-9](?:[.,]\d+)?)(?:/10)?"
    rf"{NO_MORE}(?!\s*[-\u2013/%]|\s*bpm\b))"
    rf"|(?<!\w)(?P<up4>d\+\s*[:=]?\s*(?P<rise4>{NUMBER}){NO_MORE})"
    rf"|(?<!\w)(?P<up>{CLIMB_WORD}\s*[:=+]?\s*(?P<rise>{NUMBER})\s*m\b)"
    rf"|(?<![\w.,:])(?P<up2>\+?(?P<rise2>{NUMBER})\s*(?:hm\b|m\s+(?:up\b|{CLIMB_WORD}(?!\w))))"
    rf"|(?<!\S)(?P<up3>\+(?P<rise3>{NUMBER})\s*m\b)"
    rf"|(?<![\w.,:])(?P<warm>(?P<degrees>[-\u2212]?{NUMBER})\s*\u00b0\s*c?(?!\w))"
    r"|(?<![\w.,:])(?P<pace>(?P<at>@\s*|at\s+)?(?P<min>\d{1,2}):(?P<sec>[0-5]\d)"
    r"(?:\s*(?:min(?:utes?)?)?\s*/\s*(?P<per>km|k|mi(?:le)?)\b))"
    r"|(?<![\w.,:])(?P<pace2>@\s*(?P<min2>\d{1,2}):(?P<sec2>[0-5]\d)"
    r"(?![\w:]|[.,]\d|\s*[-\u2013]\s*\d|\s*/))"
    rf"|(?<!\w)(?P<surface>{'|'.join(sorted(SURFACES, key=len, reverse=True))})(?!\w)",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True)
class Pace:
    """Seconds for `per` metres, None where nothing tells of kilometres or miles; and its column."""

    seconds: float
    per: float | None
    column: int


@dataclass(frozen=True)
class Gleaned:
    """What was found, in the units of `DoneRun`, and the text with blanks where it stood.

    The pace is left in the text: who reads the rest knows what it is worth.
    """

    text: str
    heart_rate: float | None = None
    max_heart_rate: float | None = None
    surface: Surface | None = None
    rpe: float | None = None
    climb_m: float | None = None
    temperature_c: float | None = None
    pace: Pace | None = None
    wrong: Fault | None = None


class _Gleaning:
    """One reading of a line, from left to right."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.found: dict[str, float] = {}
        self.surface: Surface | None = None
        self.wrong: Fault | None = None

    def take(self, at: re.Match[str], name: str, value: str) -> None:
        """Note a number; a second one of its kind, or one that can't be, is a fault."""
        number = round(float(value.replace(",", ".").replace("\u2212", "-")), 3)
        least, most, message, advice = LIMITS[name]
        column = at.start()
        if name in self.found:
            self._fault(Fault(column, translate("Run", "This is given twice."), advice))
        elif not least <= number <= most:
            self._fault(Fault(column, message, advice))
        self.found[name] = number

    def blank(self, at: re.Match[str], group: str | int = 0) -> None:
        """Leave blanks where it stood, so that columns stay what they were."""
        gap = " " * (at.end(group) - at.start(group))
        self.text = self.text[: at.start(group)] + gap + self.text[at.end(group) :]

    def _fault(self, fault: Fault) -> None:
        self.wrong = self.wrong or fault


HEART_WRONG = translate("Run", "A heart beats 30 to 240 times a minute.")
HEART_ADVICE = translate("Run", "Like 142bpm, avg 142 or max 165.")
LIMITS: dict[str, tuple[float, float, Text, Text]] = {
    "heart_rate": (*HEART, HEART_WRONG, HEART_ADVICE),
    "max_heart_rate": (*HEART, HEART_WRONG, HEART_ADVICE),
    "rpe": (*EFFORT, translate("Run", "RPE goes from 1 to 10."), translate("Run", "Like rpe 6.")),
    "climb_m": (
        0,
        20_000,
        translate("Run", "Nobody climbs that much."),
        translate("Run", "Like climb 300m."),
    ),
    "temperature_c": (
        -60,
        60,
        translate("Run", "Nobody runs in that."),
        translate("Run", "Like 12\u00b0C."),
    ),
}
ROWS: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = (
    ("both", (("heart_rate", "mean"), ("max_heart_rate", "most"))),
    ("max", (("max_heart_rate", "high"),)),
    ("avg", (("heart_rate", "average"),)),
    ("bpm", (("heart_rate", "alone"),)),
    ("rpe", (("rpe", "effort"),)),
    ("rpe2", (("rpe", "effort2"),)),
    ("up", (("climb_m", "rise"),)),
    ("up2", (("climb_m", "rise2"),)),
    ("up3", (("climb_m", "rise3"),)),
    ("up4", (("climb_m", "rise4"),)),
    ("warm", (("temperature_c", "degrees"),)),
)


def glean(text: str, position: int = 0) -> Gleaned:
    """All that is told from `position` on; what stands in quotes or after // tells nothing."""
    state = _Gleaning(text)
    pace: Pace | None = None
    matches = list(TOKEN.finditer(text, position))
    for at in matches:
        if at["aside"]:
            continue
        row = next((each for each in ROWS if at[each[0]]), None)
        if row is not None:
            for name, group in row[1]:
                state.take(at, name, at[group])
            state.blank(at)
        elif at["pace"] or at["pace2"]:
            pace = pace or _pace(at)
            if (at["at"] or "").lower().startswith("at"):
                # A time of day has no kilometres.
                state.blank(at, "at")
    _glean_surface(state, matches, _is_race(text))
    return Gleaned(state.text, surface=state.surface, pace=pace, wrong=state.wrong, **state.found)


def _pace(at: re.Match[str]) -> Pace:
    if at["pace2"]:
        return Pace(int(at["min2"]) * 60.0 + int(at["sec2"]), None, at.start())
    per = 1000.0 if at["per"].lower().startswith("k") else METRES_PER_MILE
    column = at.start("at") if (at["at"] or "").startswith("@") else at.start("min")
    return Pace(int(at["min"]) * 60.0 + int(at["sec"]), per, column)


def _glean_surface(state: _Gleaning, matches: list[re.Match[str]], race: bool) -> None:
    quoted = any((at["aside"] or "").startswith('"') for at in matches)
    for at in matches:
        if not at["surface"] or state.surface is not None:
            continue
        word = plain_word(at["surface"])
        state.surface = SURFACES.get(word) or SURFACES.get(at["surface"].lower())
        # In a race without quotes it is a part of the name: "Alpine trail race 30km".
        if quoted or not (race or word in ALSO_KINDS):
            state.blank(at)


RACE: Callable[[str], object] = re.compile(
    r"\b(?:race|rennen|wettkampf|carrera|marathon|maraton|halbmarathon|parkrun)\b", re.IGNORECASE
).search


def _is_race(text: str) -> bool:
    return RACE(text) is not None
