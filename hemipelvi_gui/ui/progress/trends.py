"""The line through some weeks and how sure it is: Theil and Sen's, as the verdict shows it."""

from __future__ import annotations

from math import sqrt
from statistics import median
from typing import TYPE_CHECKING

from hemipelvi_gui.coach.verdict.statistics import AUTOCORRELATION, NINETY, theil_sen
from hemipelvi_gui.ui.progress.points import Trend

if TYPE_CHECKING:
    from collections.abc import Sequence

LEAST = 4
STEPS = 12
# The median's error beside the mean's, and the deviation of a normal law beside its median one.
OF_MEDIAN, OF_DEVIATION = 1.2533, 1.4826


def trend_of(days: Sequence[float], values: Sequence[float]) -> Trend | None:
    """The line with its 90 % band; None for fewer than four points.

    The band joins how sure the slope is with how sure the level is, and so is narrowest where the
    points are, and never nothing. As weeks that follow each other are alike, it is made wider in
    the same measure as the verdict's intervals.
    """
    found = theil_sen(days, values) if len(days) >= LEAST else None
    if found is None:
        return None
    centre, first, last = median(days), min(days), max(days)
    level = median(y - found.slope * (x - centre) for x, y in zip(days, values, strict=True))
    left = [y - level - found.slope * (x - centre) for x, y in zip(days, values, strict=True)]
    spread = OF_DEVIATION * median(map(abs, left))
    sure = NINETY * OF_MEDIAN * spread * sqrt(AUTOCORRELATION / len(days))
    down, up = found.slope - found.low, found.high - found.slope
    xs = [first + (last - first) * step / STEPS for step in range(STEPS + 1)]
    middle = [level + found.slope * (x - centre) for x in xs]

    def off(x: float, before: float, after: float) -> float:
        return sqrt(sure**2 + ((after if x > centre else before) * (x - centre)) ** 2)

    low = [y - off(x, up, down) for x, y in zip(xs, middle, strict=True)]
    high = [y + off(x, down, up) for x, y in zip(xs, middle, strict=True)]
    span = last - first
    change = (found.slope * span, found.low * span, found.high * span)
    return Trend(tuple(xs), tuple(low), tuple(middle), tuple(high), change)
