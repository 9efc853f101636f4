"""The few statistics that the verdict stands on (MODEL.md section 7), without any library.

Weeks that follow each other are alike, so that 16 of them say less than 16 that know nothing of
each other: `AUTOCORRELATION` makes every variance that much larger.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import fsum, inf, sqrt
from statistics import NormalDist, median
from typing import TYPE_CHECKING

from hemipelvi_gui.coach.verdict.student import cdf, quantile

if TYPE_CHECKING:
    from collections.abc import Sequence

AUTOCORRELATION = 1.8
PSEUDO_OBSERVATIONS = 8
# Both ends of an interval of 90 %.
INTERVAL = 0.90
NORMAL = NormalDist()
NINETY = NORMAL.inv_cdf((1 + INTERVAL) / 2)
# Differences below this are rounding, not lifting.
ROUNDING = 1e-9


def score(value: float, error: float) -> float:
    """`value` in standard errors; without any error it is 0 or beyond all bounds."""
    if error > 0:
        return value / error
    return 0.0 if value == 0 else inf if value > 0 else -inf


@dataclass(frozen=True)
class Difference:
    """The mean of the recent weeks less that of the weeks before, in the unit of the values.

    `spread` is the shrunken standard deviation s, `error` the standard error of the change, `z`
    the change in those, with its sign. `before_weeks` and `recent_weeks` are how many there were.
    """

    before: float
    recent: float
    spread: float
    error: float
    before_weeks: int
    recent_weeks: int

    @property
    def change(self) -> float:
        """Recent less before."""
        return self.recent - self.before

    @property
    def z(self) -> float:
        """The change in standard errors; below 0 where it went down."""
        return score(self.change, self.error)

    @property
    def probability(self) -> float:
        """How likely it is that it went up at all, in [0, 1]."""
        return NORMAL.cdf(self.z)

    def interval(self) -> tuple[float, float]:
        """The 90 % interval of the change."""
        return self.change - NINETY * self.error, self.change + NINETY * self.error


def shrunken(groups: Sequence[Sequence[float]], prior: float) -> float:
    """Standard deviation about each group's own mean, drawn towards `prior`.

    As if eight more observations had been seen whose deviation is the prior.
    """
    squares = fsum((value - fsum(each) / len(each)) ** 2 for each in groups for value in each)
    freedom = sum(max(len(each) - 1, 0) for each in groups)
    return sqrt((squares + PSEUDO_OBSERVATIONS * prior * prior) / (freedom + PSEUDO_OBSERVATIONS))


def difference(before: Sequence[float], recent: Sequence[float], prior: float) -> Difference:
    """How recent values differ from those before; neither may be empty."""
    spread = shrunken((before, recent), prior)
    share = 1 / len(before) + 1 / len(recent)
    return Difference(
        fsum(before) / len(before),
        fsum(recent) / len(recent),
        spread,
        spread * sqrt(share * AUTOCORRELATION),
        len(before),
        len(recent),
    )


@dataclass(frozen=True)
class Line:
    """A straight line through weighted points: its slope, the slope's error, and what is free."""

    slope: float
    error: float
    freedom: int

    @property
    def t(self) -> float:
        """The slope in standard errors."""
        return score(self.slope, self.error)

    @property
    def probability(self) -> float:
        """P(slope > 0), from Student's t; a half where nothing can be told."""
        return cdf(self.t, self.freedom) if self.freedom > 0 else 0.5

    def interval(self) -> tuple[float, float]:
        """The 90 % interval of the slope; everything where nothing can be told."""
        if self.freedom <= 0:
            return -inf, inf
        reach = quantile((1 + INTERVAL) / 2, self.freedom) * self.error
        return self.slope - reach, self.slope + reach


def line(x: Sequence[float], y: Sequence[float], weights: Sequence[float]) -> Line:
    """Weighted least squares. The slope is 0 where all stand at one x."""
    weight = fsum(weights)
    middle = fsum(w * a for w, a in zip(weights, x, strict=True)) / weight
    level = fsum(w * b for w, b in zip(weights, y, strict=True)) / weight
    across = fsum(w * (a - middle) ** 2 for w, a in zip(weights, x, strict=True))
    freedom = len(x) - 2
    if across <= 0:
        return Line(0.0, 0.0, freedom)
    up = fsum(w * (a - middle) * (b - level) for w, a, b in zip(weights, x, y, strict=True))
    slope = up / across
    # A lift that stays as it is goes neither up nor down in the sixteenth digit.
    slope = 0.0 if abs(slope) < ROUNDING else slope
    if freedom <= 0:
        return Line(slope, 0.0, freedom)
    left = fsum(
        w * (b - level - slope * (a - middle)) ** 2 for w, a, b in zip(weights, x, y, strict=True)
    )
    variance = left / freedom / across * AUTOCORRELATION
    error = sqrt(variance)
    return Line(slope, error if error > ROUNDING else 0.0, freedom)


@dataclass(frozen=True)
class Trend:
    """A slope with its 90 % interval."""

    slope: float
    low: float
    high: float


def theil_sen(x: Sequence[float], y: Sequence[float]) -> Trend | None:
    """The median of the slopes between any two points (Theil 1950, Sen 1968).

    Its interval is that of Kendall's statistic, whose variance is made larger as all are here.
    None where no two points stand at different x.
    """
    points = sorted(zip(x, y, strict=True))
    slopes = sorted(
        (b[1] - a[1]) / (b[0] - a[0])
        for place, a in enumerate(points)
        for b in points[place + 1 :]
        if b[0] > a[0]
    )
    if not slopes:
        return None
    n = len(points)
    width = NINETY * sqrt(n * (n - 1) * (2 * n + 5) / 18 * AUTOCORRELATION)
    lower = max(round((len(slopes) - width) / 2), 0)
    upper = min(round((len(slopes) + width) / 2), len(slopes) - 1)
    return Trend(median(slopes), slopes[lower], slopes[upper])
