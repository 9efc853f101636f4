"""The charts of the page, made of the log's points and the verdict on them."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from hemipelvi_gui.coach.verdict.lifting import Lift
from hemipelvi_gui.coach.verdict.result import Verdict
from hemipelvi_gui.coach.verdict.wording import signed
from hemipelvi_gui.domain.balance import Library
from hemipelvi_gui.domain.settings import Settings
from hemipelvi_gui.ui.progress import numbers
from hemipelvi_gui.ui.progress.comparing import (
    against,
    levels,
    mean_levels,
    over,
    percent,
    recent_days,
    told_of,
    tone,
    weeks_trend,
)
from hemipelvi_gui.ui.progress.gathering import Points
from hemipelvi_gui.ui.progress.lifts import lift_name
from hemipelvi_gui.ui.progress.points import Chart, Curve, Dot, Key, Level, Shape, Tone

if TYPE_CHECKING:
    from collections.abc import Callable

translate = QCoreApplication.translate
KM_S = 60_000.0  # seconds for a km at one metre a minute
KM = 1000
SCALE = (0.0, 10.0)
LEAST_KG = 2.5  # between grid lines


@dataclass(frozen=True)
class Scope:
    """What charts are made of. `lift` is the chosen one, `beats` the usual easy heart rate."""

    points: Points
    verdict: Verdict
    library: Library
    settings: Settings
    lift: Lift | None
    beats: float | None


def charts_of(scope: Scope) -> tuple[Chart, ...]:
    """All charts, those without a point among them."""
    return tuple(make(scope) for make in MAKERS.values())


def usual_beats(points: Points, verdict: Verdict) -> float | None:
    """The heart rate that paces are given at: that of the verdict, else of all easy runs."""
    if verdict.pace is not None and verdict.pace.heart_rate:
        return verdict.pace.heart_rate
    return median(points.beats) if points.beats else None


def _lift(scope: Scope) -> Chart:
    lift = scope.lift
    empty = translate(
        "Progress", "No big lift with its load yet. Log its sets, or import them from another app."
    )
    if lift is None:
        title = translate("Progress", "Big lifts")
        return Chart(Key.LIFT, title, "", numbers.kilograms, empty=empty)
    by_reps = lift.added_kg is not None
    dots = scope.points.lifts[lift]
    trend = weeks_trend(scope.verdict, dots)
    change = ""
    if trend is not None and trend.middle[0] > 0:
        change = percent(100 * trend.change[0] / trend.middle[0])
    unit = (
        translate("Progress", "reps to failure")
        if by_reps
        else translate("Progress", "estimated 1RM, kg")
    )
    return Chart(
        Key.LIFT,
        lift_name(lift, scope.library),
        unit,
        numbers.reps if by_reps else numbers.kilograms,
        (Curve("", dots),),
        trend,
        change=change,
        compared=over(trend),
        tone=tone(None if trend is None else trend.change, up=Tone.GOOD, down=Tone.PLAIN),
        empty=empty,
        step=1.0 if by_reps else LEAST_KG,
        bounds=(0.0, None),
        told_of=told_of(trend),
    )


def _pace(scope: Scope) -> Chart:
    points, beats = scope.points, scope.beats
    if beats is not None and points.hearts:
        title = translate("Progress", "Easy pace at {beats} bpm").format(beats=f"{beats:.0f}")
        dots = [each._replace(value=KM_S / (each.value * beats)) for each in points.hearts]
    else:
        beats = None
        title = translate("Progress", "Easy pace")
        dots = [each._replace(value=KM_S / each.value) for each in points.paces]
    trend = weeks_trend(scope.verdict, dots, median)
    moved = None if trend is None else trend.change
    compared, days = over(trend), told_of(trend)
    means: tuple[Level, ...] = ()
    judged = scope.verdict.pace
    if judged is not None and judged.metres == KM:
        # What the verdict says: the recent weeks against those before.
        moved, compared = (judged.change_s, judged.low, judged.high), against()
        days = recent_days(scope.verdict)
        if judged.heart_rate == beats:
            means = levels(scope.verdict, judged.before_s, judged.recent_s)
    change = ""
    if moved is not None:
        change = translate("Progress", "{seconds} s").format(seconds=signed(moved[0], 0))
    return Chart(
        Key.PACE,
        title,
        translate("Progress", "min/km, flat-equivalent \u00b7 faster is higher"),
        numbers.pace,
        (Curve("", dots),),
        trend,
        change=change,
        compared=compared,
        tone=tone(moved, up=Tone.BAD, down=Tone.GOOD),
        downwards=True,
        empty=translate(
            "Progress",
            "No easy run of 30 to 90 minutes yet. Log one with its heart rate, or import runs.",
        ),
        step=5.0,
        levels=means,
        told_of=days,
        measured=translate("Progress", "s per km, flat-equivalent"),
    )


def _tightness(scope: Scope) -> Chart:
    tight = scope.points.tight
    rows = (
        (translate("Progress", "left"), "left", Shape.LEFT),
        (translate("Progress", "right"), "right", Shape.RIGHT),
        (translate("Progress", "back"), "back", Shape.SQUARE),
    )
    curves = tuple(
        Curve(
            name, [_days(each) for each in tight.get(key, ())], shape, is_joined=True, is_mean=True
        )
        for name, key, shape in rows
    )
    largest = tight.get("largest", ())
    trend = weeks_trend(scope.verdict, largest)
    signs = [f"{SIGNS[each.shape]} {each.name}" for each in curves if each.dots]
    if trend is not None:
        signs.append(translate("Progress", "\u2501 highest of each day"))
    judged = scope.verdict.tightness
    moved, compared = None if trend is None else trend.change, over(trend)
    days = told_of(trend)
    means: tuple[Level, ...] = ()
    if judged is not None:
        moved, compared = (judged.change, judged.low, judged.high), against()
        days, means = recent_days(scope.verdict), mean_levels(scope.verdict, largest)
    return Chart(
        Key.TIGHTNESS,
        translate("Progress", "Hip-flexor and back tightness"),
        translate("Progress", "0 to 10, weekly means"),
        numbers.points,
        curves,
        trend,
        change="" if moved is None else signed(moved[0]),
        compared=compared,
        tone=tone(moved, up=Tone.BAD, down=Tone.GOOD),
        empty=translate(
            "Progress", "No tightness rated yet. A check-in on the Log page takes ten seconds."
        ),
        step=1.0,
        bounds=SCALE,
        legend=" ".join(signs),
        levels=means,
        told_of=days,
    )


def _days(dot: Dot) -> Dot:
    return dot._replace(names=translate("Progress", "{count} ratings").format(count=dot.names))


def _share(scope: Scope) -> Chart:
    settings, dots = scope.settings, scope.points.shares
    trend = weeks_trend(scope.verdict, dots)
    change = ""
    if trend is not None:
        said = translate("Progress", "{change} pts")
        change = said.format(change=signed(100 * trend.change[0], 0))
    return Chart(
        Key.SHARE,
        translate("Progress", "Asymmetric share of gym work"),
        translate("Progress", "% by week, target shaded"),
        numbers.per_cent,
        (Curve("", dots),),
        trend,
        target=(settings.band_low, settings.band_high),
        change=change,
        compared=over(trend),
        empty=translate("Progress", "No leg work logged yet. Log a session, or import your log."),
        step=0.05,
        bounds=(0.0, 1.0),
        told_of=told_of(trend),
        measured=translate("Progress", "share from 0 to 1, by week"),
    )


def _races(scope: Scope) -> Chart:
    dots = [
        Dot(each.run.date.toordinal(), each.ten_km_s, each.run.name) for each in scope.points.races
    ]
    return Chart(
        Key.RACES,
        translate("Progress", "Races as 10 km"),
        translate("Progress", "same effort over 10 km \u00b7 faster is higher"),
        numbers.duration,
        (Curve("", dots, Shape.DIAMOND, is_joined=True),),
        downwards=True,
        empty=translate(
            "Progress", "No race of 3 km or more yet. Type one in: \u201c5 km 20:41 race\u201d."
        ),
        step=15.0,
        measured=translate("Progress", "s, same effort over 10 km"),
    )


def _km(scope: Scope) -> Chart:
    return Chart(
        Key.KM,
        translate("Progress", "Running"),
        translate("Progress", "km a week"),
        numbers.km,
        (Curve("", scope.points.km, is_bars=True),),
        empty=translate(
            "Progress", "No run yet. Import your runs, or type one in on the Log page."
        ),
        bounds=(0.0, None),
    )


def _hse(scope: Scope) -> Chart:
    return Chart(
        Key.HSE,
        translate("Progress", "Leg work in the gym"),
        translate("Progress", "hard sets (HSE) a week"),
        numbers.hse,
        (Curve("", scope.points.hse, is_bars=True),),
        empty=translate("Progress", "No leg work logged yet. Log a session, or import your log."),
        bounds=(0.0, None),
    )


SIGNS = {
    Shape.DOT: "\u25cf",
    Shape.LEFT: "\u25c0",
    Shape.RIGHT: "\u25b6",
    Shape.SQUARE: "\u25a0",
    Shape.DIAMOND: "\u25c6",
}
MAKERS: dict[Key, Callable[[Scope], Chart]] = {
    Key.LIFT: _lift,
    Key.PACE: _pace,
    Key.TIGHTNESS: _tightness,
    Key.SHARE: _share,
    Key.RACES: _races,
    Key.KM: _km,
    Key.HSE: _hse,
}
