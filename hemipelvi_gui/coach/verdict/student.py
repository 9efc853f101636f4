"""Student's t distribution, from the incomplete beta function."""

from __future__ import annotations

from functools import lru_cache
from math import exp, isinf, lgamma, log, log1p

ENOUGH = 1e-15
TINY = 1e-300
MOST_TERMS = 500
HALVINGS = 200


def cdf(t: float, freedom: float) -> float:
    """P(T ≤ t) with this many degrees of freedom, which are above 0."""
    if isinf(t):
        return 1.0 if t > 0 else 0.0
    square = t * t
    if square < freedom:
        # Close to 0 the two tails are almost everything, and what lies between is told better.
        half = 0.5 * _incomplete_beta(square / (freedom + square), 0.5, freedom / 2)
        return 0.5 + half if t > 0 else 0.5 - half
    tail = 0.5 * _incomplete_beta(freedom / (freedom + square), freedom / 2, 0.5)
    return 1 - tail if t > 0 else tail


@lru_cache(maxsize=64)
def quantile(probability: float, freedom: float) -> float:
    """The t that T stays under with this probability, found by halving.

    Raises ValueError unless 0 < probability < 1.
    """
    if not 0 < probability < 1:
        raise ValueError(probability)
    if probability < 0.5:
        return -quantile(1 - probability, freedom)
    low, high = 0.0, 1.0
    while cdf(high, freedom) < probability:
        low, high = high, high * 2
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        if middle in (low, high):
            break
        low, high = (middle, high) if cdf(middle, freedom) < probability else (low, middle)
    return high


def _incomplete_beta(x: float, a: float, b: float) -> float:
    """Regularised incomplete beta function I_x(a, b), x in [0, 1]."""
    if x <= 0 or x >= 1:
        return 0.0 if x <= 0 else 1.0
    front = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log1p(-x))
    # The fraction ends soon on this side of the mode; on the other side its mirror image does.
    if x < (a + 1) / (a + b + 2):
        return front * _fraction(x, a, b) / a
    return 1 - front * _fraction(1 - x, b, a) / b


def _fraction(x: float, a: float, b: float) -> float:
    """The continued fraction of the incomplete beta function (Lentz's method)."""
    above, below = 1.0, _off_zero(1 - (a + b) * x / (a + 1))
    below = 1 / below
    value = below
    for m in range(1, MOST_TERMS):
        for step in (
            m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)),
            -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)),
        ):
            below = 1 / _off_zero(1 + step * below)
            above = _off_zero(1 + step / above)
            value *= below * above
        if abs(below * above - 1) < ENOUGH:
            break
    return value


def _off_zero(value: float) -> float:
    return value if abs(value) > TINY else TINY
