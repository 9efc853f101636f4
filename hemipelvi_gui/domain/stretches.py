"""Stretches: a track cut into pieces of some seconds, and what is computed from them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from hemipelvi_gui.domain.running import FLAT_COST, STEEPEST, cost

if TYPE_CHECKING:
    from collections.abc import Sequence

STRETCH_S = 5.0
SLOWEST = 0.5  # m/s: slower is standing about
LONGEST_BEAT_S = 60.0  # two heartbeats further apart say nothing of the time between
LONELY_BEAT_S = 10.0  # how long a heartbeat counts beside a gap
HEIGHT_WINDOW_M = 50.0
STEP_M = 2.0  # rises and falls of less are not counted as climb
ENOUGH = 0.5  # of the moving time must have a heart rate
ENOUGH_HEIGHT = 0.9  # of the distance must have heights


class Point(NamedTuple):
    """One moment of a track: seconds since 1970 (UTC), metres so far, and what was measured."""

    time: float
    metres: float | None = None
    height: float | None = None
    heart_rate: float | None = None
    temperature: float | None = None


class Stretch(NamedTuple):
    """Some seconds of a track.

    `middle` is how far the run was half-way through it, in metres; `height` its mean height.
    `beats` is heart rate times seconds, over those `beat_s` seconds in which it was known.
    """

    seconds: float
    metres: float
    middle: float
    height: float | None
    beats: float
    beat_s: float
    moving: bool


def cut(points: Sequence[Point], breaks: Sequence[tuple[float, float]]) -> list[Stretch]:
    """Stretches of at least `STRETCH_S`; the time in `breaks` is left out.

    A track without any distance is moving wherever the watch was not stopped.
    """
    measured = any(each.metres for each in points)
    stops = sorted(breaks)
    found: list[Stretch] = []
    began, here, stop = 0, 0.0, 0
    last = len(points) - 1
    for place in range(1, last + 1):
        start = points[began].time
        now = points[place].time
        while stop < len(stops) and stops[stop][1] <= start:
            stop += 1
        at_break = stop < len(stops) and stops[stop][0] < now
        if now - start < STRETCH_S and place != last and not at_break:
            continue
        stopped = _stopped(stops, stop, start, now) if at_break else 0.0
        seconds = now - start - stopped
        there = points[place].metres
        metres = 0.0 if there is None else max(there - here, 0.0)
        moving = seconds > 0 and (metres >= SLOWEST * seconds if measured else True)
        piece = points[began : place + 1]
        beats, beat_s = _beats(piece, seconds)
        found.append(
            Stretch(seconds, metres, here + metres / 2, _height(piece), beats, beat_s, moving)
        )
        here += metres
        began = place
    return found


def flat_factors(grades: Sequence[float]) -> list[float]:
    """What each metre on these grades is worth on the flat."""
    return [cost(grade) / FLAT_COST for grade in grades]


def climbed(stretches: Sequence[Stretch], grades: Sequence[float]) -> float:
    """Metres of climb along the smoothed grades, wiggles under `STEP_M` left out."""
    height = lowest = highest = 0.0
    total = 0.0
    rising = False
    for each, grade in zip(stretches, grades, strict=True):
        height += grade * each.metres
        if rising and height < highest - STEP_M:
            total += highest - lowest
            rising, lowest = False, height
        elif not rising and height > lowest + STEP_M:
            rising, highest = True, height
        lowest = lowest if rising else min(lowest, height)
        highest = max(highest, height) if rising else height
    return total + (highest - lowest if rising else 0.0)


def mean_heart_rate(stretches: Sequence[Stretch]) -> float | None:
    """Mean heart rate over the time it is known; None where that is less than half of all."""
    known = sum(each.beat_s for each in stretches)
    if not known or known < ENOUGH * sum(each.seconds for each in stretches):
        return None
    return sum(each.beats for each in stretches) / known


def halved(
    pairs: Sequence[tuple[Stretch, float]],
) -> tuple[list[tuple[Stretch, float]], list[tuple[Stretch, float]]]:
    """Stretches (with their flat metres) before and after half of their time; one is split."""
    half = sum(each.seconds for each, _ in pairs) / 2
    first: list[tuple[Stretch, float]] = []
    second: list[tuple[Stretch, float]] = []
    gone = 0.0
    for each, flat in pairs:
        share = min(max((half - gone) / each.seconds, 0.0), 1.0)
        if share:
            first.append((_part(each, share), flat * share))
        if share < 1:
            second.append((_part(each, 1 - share), flat * (1 - share)))
        gone += each.seconds
    return first, second


def _part(stretch: Stretch, share: float) -> Stretch:
    return stretch._replace(
        seconds=stretch.seconds * share,
        metres=stretch.metres * share,
        beats=stretch.beats * share,
        beat_s=stretch.beat_s * share,
    )


def _stopped(stops: Sequence[tuple[float, float]], first: int, start: float, end: float) -> float:
    """Seconds of [start, end] in which the watch was stopped. Stops are sorted and apart."""
    total, until = 0.0, start
    for begin, over in stops[first:]:
        if begin >= end:
            break
        low, high = max(begin, until), min(over, end)
        total += max(high - low, 0.0)
        until = max(until, high)
    return total


def _height(points: Sequence[Point]) -> float | None:
    known = [each.height for each in points if each.height is not None]
    return sum(known) / len(known) if known else None


def _beats(points: Sequence[Point], moving_s: float) -> tuple[float, float]:
    """Heart rate times seconds, and seconds, at most `moving_s` of them."""
    total = known = 0.0
    before = points[0]
    for each in points[1:]:
        passed = each.time - before.time
        one, other = before.heart_rate, each.heart_rate
        if one is not None and other is not None:
            if passed <= LONGEST_BEAT_S:
                total += (one + other) / 2 * passed
                known += passed
        else:
            beat = other if one is None else one
            if beat is not None and passed <= LONELY_BEAT_S:
                total += beat * passed
                known += passed
        before = each
    if known > moving_s:
        return total * moving_s / known, moving_s
    return total, known


def slopes(stretches: Sequence[Stretch]) -> list[float] | None:
    """Rise over run of each stretch, by least squares over the stretches about it.

    None where heights are missing for more than a tenth of the way.
    """
    known = [each for each in stretches if each.height is not None and each.metres > 0]
    whole = sum(each.metres for each in stretches)
    if len(known) < 2 or known[-1].middle - known[0].middle < ENOUGH_HEIGHT * whole - (
        known[0].metres + known[-1].metres
    ):
        return None
    far = [each.middle for each in known]
    high = [each.height or 0.0 for each in known]
    sums = [
        [0.0, *accumulate(column)]
        for column in (
            far,
            high,
            [d * h for d, h in zip(far, high, strict=True)],
            [d * d for d in far],
        )
    ]
    grades: list[float] = []
    for each in stretches:
        # At least one neighbour on either side, however far apart the points are.
        here = bisect_left(far, each.middle)
        low = min(bisect_left(far, each.middle - HEIGHT_WINDOW_M), max(here - 1, 0))
        top = max(bisect_right(far, each.middle + HEIGHT_WINDOW_M), min(here + 2, len(far)))
        n = top - low
        d, h, dh, dd = (column[top] - column[low] for column in sums)
        spread = dd - d * d / n
        grade = (dh - d * h / n) / spread if spread > 1.0 else 0.0
        grades.append(min(max(grade, -STEEPEST), STEEPEST))
    return grades
