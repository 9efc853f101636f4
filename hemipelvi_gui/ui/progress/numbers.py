"""Numbers of charts in words: changes with their signs, paces, kilograms."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from hemipelvi_gui.coach.verdict.wording import clock, signed

translate = QCoreApplication.translate

HOUR_S = 3600


def pace(seconds: float) -> str:
    """As in "5:07"."""
    return clock(seconds)


def kilograms(value: float) -> str:
    """As in "102.5 kg"."""
    return translate("Progress", "{kg} kg").format(kg=f"{value:.1f}".removesuffix(".0"))


def reps(value: float) -> str:
    """As in "12 reps"."""
    return translate("Progress", "{count} reps").format(count=f"{value:.0f}")


def points(value: float) -> str:
    """As in "3.5"."""
    return f"{value:.1f}"


def per_cent(share: float) -> str:
    """A share in [0, 1], as in "64 %"."""
    return translate("Progress", "{share} %").format(share=f"{100 * share:.0f}")


def km(value: float) -> str:
    """As in "42 km"."""
    return translate("Progress", "{km} km").format(km=f"{value:.1f}".removesuffix(".0"))


def hse(value: float) -> str:
    """As in "18 HSE"."""
    return translate("Progress", "{hse} HSE").format(hse=f"{value:.1f}".removesuffix(".0"))


def duration(seconds: float) -> str:
    """As in "43:07", or "1:31:05"."""
    whole = round(seconds)
    if whole < HOUR_S:
        return f"{whole // 60}:{whole % 60:02d}"
    return f"{whole // HOUR_S}:{whole % HOUR_S // 60:02d}:{whole % 60:02d}"


def span(change: float, low: float, high: float, digits: int = 1) -> str:
    """As in "+6.1 (+4.0 to +8.3)"."""
    said = translate("Progress", "{change} ({low} to {high})")
    return said.format(
        change=signed(change, digits), low=signed(low, digits), high=signed(high, digits)
    )
