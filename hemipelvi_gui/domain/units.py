"""Kilograms and pounds. A load is kept as it was entered and converted only to compute."""

from __future__ import annotations

from enum import StrEnum

KG_PER_LB = 0.45359237  # exact, international avoirdupois pound


class MassUnit(StrEnum):
    """Unit of a load as entered."""

    KG = "kg"
    LB = "lb"


def kilograms(value: float, unit: MassUnit) -> float:
    """`value` in kilograms."""
    return value * KG_PER_LB if unit is MassUnit.LB else value


def in_unit(kg: float, unit: MassUnit) -> float:
    """`kg` kilograms in another unit."""
    return kg / KG_PER_LB if unit is MassUnit.LB else kg


def plain(value: float) -> str:
    """A number as people write it: 20, 7.5, never 20.0 or 1e+06."""
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def range_words(low: float, high: float) -> str:
    """A range without trailing zeros, one number where both ends are the same: 60-85, 85."""
    return plain(low) if low == high else f"{plain(low)}\u2013{plain(high)}"
