"""From a recorded track to what the model needs of a run; the track itself is never kept.

A track is cut into stretches of at least `STRETCH_S`. A stretch counts as moving from `SLOWEST` on.
Grade is the least-squares slope of height over distance within `HEIGHT_WINDOW_M` either side, so a
jumping altimeter does not look like hills, and costs what Minetti 2002 says (MODEL.md section 6).
These windows are defaults of this program, not measured truths.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hemipelvi_gui.domain.done_runs import DoneRun, Half, Source, Surface
from hemipelvi_gui.domain.odometer import FASTEST
from hemipelvi_gui.domain.stretches import (
    Point,
    Stretch,
    climbed,
    cut,
    flat_factors,
    halved,
    mean_heart_rate,
    slopes,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

LOWEST_BEAT, HIGHEST_BEAT = 25.0, 250.0
COLDEST, HOTTEST = -40.0, 60.0
LOWEST_M, HIGHEST_M = -500.0, 9000.0
LONGEST_M = 1_000_000.0
LONGEST_S = 7 * 24 * 3600.0
FIRST_YEAR, LAST_YEAR = 1990, 2100


@dataclass(frozen=True)
class Told:
    """What a file says of a whole run beside its track.

    `offset` is local time minus UTC where the file tells. `seconds` are by the watch's timer,
    `key` is what the file calls the run, unique within its format.
    """

    format: str
    key: str
    begun: float
    name: str = ""
    notes: str = ""
    offset: datetime.timedelta | None = None
    metres: float | None = None
    seconds: float | None = None
    elapsed_s: float | None = None
    climb_m: float | None = None
    heart_rate: float | None = None
    max_heart_rate: float | None = None
    temperature_c: float | None = None
    device: str = ""
    surface: Surface | None = None


def clean(value: float | None, least: float, most: float) -> float | None:
    """The value where it can be true, else None; NaN never is."""
    return value if value is not None and least <= value <= most else None


def summary(
    told: Told,
    points: Sequence[Point],
    breaks: Sequence[tuple[float, float]] = (),
    zone: datetime.tzinfo | None = None,
    pause: Callable[[], None] = lambda: None,
) -> DoneRun | None:
    """The run without its track; None where its clock is wrong or nothing was measured.

    `breaks` are the seconds (from, to) in which the watch was stopped. `zone` is where the runner
    lives, None for this computer's; it counts where the file does not tell its own.
    `pause` is called between steps, and may raise.
    """
    begun = _moment(told.begun)
    if begun is None:
        return None
    track = _in_order(points)
    pause()
    stretches = cut(track, breaks)
    pause()
    surface = told.surface
    moving = [each for each in stretches if each.moving]
    measured = sum(each.metres for each in stretches)
    metres = clean(told.metres, 1.0, LONGEST_M) or clean(measured, 1.0, LONGEST_M)
    seconds = sum(each.seconds for each in moving)
    if not seconds or not measured:
        seconds = clean(told.seconds, 1.0, LONGEST_S) or seconds
    elapsed = told.elapsed_s or (track[-1].time - track[0].time if track else None)
    if metres is None and not seconds:
        return None
    heights = surface is not Surface.TREADMILL
    grades = slopes(stretches) if heights else None
    pause()
    factors = None if grades is None else flat_factors(grades)
    scale = metres / measured if metres and measured else 1.0
    beats = [each.heart_rate for each in track if each.heart_rate is not None]
    local = _local(begun, told.offset, zone)
    return DoneRun(
        id="",
        name=told.name,
        date=local.date(),
        start=local.time().replace(microsecond=0),
        begun=begun,
        metres=_rounded(metres),
        seconds=_rounded(clean(seconds, 1.0, LONGEST_S)),
        elapsed_s=_rounded(clean(elapsed, 1.0, LONGEST_S)),
        flat_metres=_flat(stretches, factors, scale),
        climb_m=_climb(told, stretches, grades),
        heart_rate=_rounded(_heart_rate(told, moving, bool(beats))),
        max_heart_rate=max(beats, default=clean(told.max_heart_rate, LOWEST_BEAT, HIGHEST_BEAT)),
        halves=_halves(stretches, factors, scale),
        temperature_c=_temperature(told, points),
        device=told.device,
        surface=surface,
        notes=told.notes,
        sources=(Source(told.format, told.key),),
    )


def _in_order(points: Sequence[Point]) -> list[Point]:
    """Points with a later time than the one before, metres from 0 on and never fewer."""
    kept: list[Point] = []
    far = 0.0
    before: float | None = None
    last = points[0].time - 1 if points else 0.0
    for each in points:
        time, metres, height, beat, warmth = each
        passed = time - last
        if not passed > 0:
            continue
        last = time
        if metres is not None:
            step = metres - before if before is not None else 0.0
            far += step if 0 < step <= FASTEST * max(passed, 1.0) else 0.0
            before = metres
        is_high = height is None or LOWEST_M <= height <= HIGHEST_M
        is_beating = beat is None or LOWEST_BEAT <= beat <= HIGHEST_BEAT
        if is_high and is_beating and (metres is None or metres == far):
            kept.append(each)
            continue
        kept.append(
            Point(
                time,
                None if metres is None else far,
                height if is_high else None,
                beat if is_beating else None,
                warmth,
            )
        )
    return kept


def _flat(
    stretches: Sequence[Stretch], factors: Sequence[float] | None, scale: float
) -> float | None:
    if factors is None:
        return None
    flat = sum(each.metres * factor for each, factor in zip(stretches, factors, strict=True))
    return _rounded(flat * scale) if flat else None


def _climb(
    told: Told, stretches: Sequence[Stretch], grades: Sequence[float] | None
) -> float | None:
    """As the watch says; else along the smoothed heights. A treadmill has none."""
    if told.surface is Surface.TREADMILL:
        return None
    known = clean(told.climb_m, 0.0, HIGHEST_M * 5)
    if known is not None or grades is None:
        return _rounded(known)
    return _rounded(climbed(stretches, grades))


def _heart_rate(told: Told, moving: Sequence[Stretch], was_measured: bool) -> float | None:
    if was_measured:
        return mean_heart_rate(moving)
    return clean(told.heart_rate, LOWEST_BEAT, HIGHEST_BEAT)


def _halves(
    stretches: Sequence[Stretch], factors: Sequence[float] | None, scale: float
) -> tuple[Half, ...]:
    """Two halves by moving time, as if on the flat where heights are known."""
    weights = factors if factors is not None else [1.0] * len(stretches)
    pairs = [
        (each, each.metres * factor * scale)
        for each, factor in zip(stretches, weights, strict=True)
        if each.moving
    ]
    if len(pairs) < 2 or not any(flat for _, flat in pairs):
        return ()
    return tuple(
        Half(
            round(sum(flat for _, flat in half), 1),
            round(sum(each.seconds for each, _ in half), 1),
            _rounded(mean_heart_rate([each for each, _ in half])),
        )
        for half in halved(pairs)
    )


def _temperature(told: Told, points: Sequence[Point]) -> float | None:
    known = [
        each.temperature
        for each in points
        if each.temperature is not None and COLDEST <= each.temperature <= HOTTEST
    ]
    if known:
        return round(sum(known) / len(known), 1)
    return clean(told.temperature_c, COLDEST, HOTTEST)


def _moment(seconds: float) -> datetime.datetime | None:
    try:
        moment = datetime.datetime.fromtimestamp(seconds, datetime.UTC)
    except (OverflowError, OSError, ValueError):
        return None
    return moment.replace(microsecond=0) if FIRST_YEAR <= moment.year <= LAST_YEAR else None


def _local(
    begun: datetime.datetime,
    offset: datetime.timedelta | None,
    zone: datetime.tzinfo | None,
) -> datetime.datetime:
    return begun.astimezone(zone if offset is None else datetime.timezone(offset))


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 1)
