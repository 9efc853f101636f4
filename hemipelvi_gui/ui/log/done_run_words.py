"""A run that was done in words, for its row and for reading a line back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from hemipelvi_gui.domain.done_runs import Surface
from hemipelvi_gui.domain.units import plain
from hemipelvi_gui.sheets.plan_words import distance_words
from hemipelvi_gui.ui.days import clock
from hemipelvi_gui.ui.plain import one_line
from hemipelvi_gui.ui.planning.run_words import day_words, kind_name
from hemipelvi_gui.ui.wording import DOT

if TYPE_CHECKING:
    from datetime import date

    from hemipelvi_gui.domain.done_line import TypedRun
    from hemipelvi_gui.domain.done_runs import DoneRun

translate = QCoreApplication.translate
KM, MINUTE_S, HOUR_S = 1000.0, 60, 3600
LONGEST_NAME, LONGEST_NOTES = 60, 80


def surface_word(surface: Surface) -> str:
    """What was run on: "trail"."""
    words = {
        Surface.ROAD: translate("Log", "road"),
        Surface.TRAIL: translate("Log", "trail"),
        Surface.TRACK: translate("Log", "track"),
        Surface.TREADMILL: translate("Log", "treadmill"),
    }
    return words[surface]


def time_words(seconds: float) -> str:
    """To the second: "45:10", "2:05:00"."""
    whole = round(seconds)
    hours, rest = divmod(whole, HOUR_S)
    minutes, left = divmod(rest, MINUTE_S)
    return f"{hours}:{minutes:02}:{left:02}" if hours else f"{minutes}:{left:02}"


def pace_words(metres: float, seconds: float) -> str:
    """As in "5:39 /km"."""
    words = translate("Log", "{pace} /km")
    return words.format(pace=time_words(seconds / (metres / KM)))


def run_words(run: DoneRun | TypedRun) -> str:
    """What is known of it: "Easy 8 km · 45:10 · 5:39 /km · 142 bpm"."""
    name = one_line(run.name, LONGEST_NAME)
    parts = [name]
    if run.kind is not None and kind_name(run.kind).casefold() not in name.casefold():
        parts.append(kind_name(run.kind))
    if run.metres is not None and (far := distance_words(run.metres)) not in name:
        parts.append(far)
    if run.seconds is not None:
        parts.append(time_words(run.seconds))
    if run.metres and run.seconds:
        parts.append(pace_words(run.metres, run.seconds))
    for words, value in (
        (translate("Log", "{value} bpm"), run.heart_rate),
        (translate("Log", "at most {value} bpm"), run.max_heart_rate),
        (translate("Log", "RPE {value}"), run.rpe),
        (translate("Log", "{value} m of climb"), run.climb_m),
        (translate("Log", "{value} \u00b0C"), run.temperature_c),
    ):
        if value is not None:
            parts.append(words.format(value=plain(round(value, 1))))
    if run.surface is not None:
        parts.append(surface_word(run.surface))
    if run.notes:
        parts.append(one_line(run.notes, LONGEST_NOTES))
    return DOT.join(parts)


def read_back(typed: TypedRun, today: date) -> str:
    """All that was understood, the day first."""
    parts = [day_words(typed.date, today)]
    if typed.start is not None:
        parts.append(clock(typed.start))
    return DOT.join((*parts, run_words(typed)))
