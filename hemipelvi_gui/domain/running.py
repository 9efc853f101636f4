"""What a run is worth: speed as if on the flat, efficiency, and races held against each other.

Speeds are in metres a minute. Sources: Minetti 2002 (cost of gradients), Riegel 1981 (other
distances), Daniels & Gilbert (VDOT); MODEL.md section 6.
"""

from __future__ import annotations

from math import exp
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hemipelvi_gui.domain.done_runs import DoneRun

STEEPEST = 0.45
FLAT_COST = 3.6
RIEGEL = 1.06
TEN_KM = 10_000.0
MINUTE_S = 60.0


def cost(grade: float) -> float:
    """Energy in J/kg/m to run up (or, below 0, down) this grade, rise over run (Minetti 2002).

    Beyond ±0.45, where nobody measured, the grade counts as that.
    """
    i = min(max(grade, -STEEPEST), STEEPEST)
    return ((((155.4 * i - 30.4) * i - 43.3) * i + 46.3) * i + 19.5) * i + FLAT_COST


def speed(run: DoneRun) -> float | None:
    """Flat-equivalent speed in m/min; as it was run where no heights are known."""
    metres = run.metres if run.flat_metres is None else run.flat_metres
    if not metres or not run.seconds:
        return None
    return metres / run.seconds * MINUTE_S


def efficiency(run: DoneRun) -> float | None:
    """Flat-equivalent metres a minute for each heartbeat a minute (EF); None without both."""
    pace = speed(run)
    return None if pace is None or not run.heart_rate else pace / run.heart_rate


def drift(run: DoneRun) -> float | None:
    """EF of the second half over that of the first, minus 1; None where it is not known."""
    if len(run.halves) != 2:
        return None
    first, second = (
        each.flat_metres / each.seconds / each.heart_rate
        if each.heart_rate and each.seconds > 0
        else 0.0
        for each in run.halves
    )
    return second / first - 1 if first and second else None


def same_effort(metres: float, seconds: float, other_metres: float = TEN_KM) -> float:
    """Seconds that the same effort would take over another distance (Riegel 1981)."""
    slower: float = (other_metres / metres) ** RIEGEL
    return seconds * slower


def vdot(metres: float, seconds: float) -> float:
    """VDOT of a race in ml/kg/min (Daniels & Gilbert)."""
    minutes = seconds / MINUTE_S
    v = metres / minutes
    used = -4.60 + 0.182258 * v + 0.000104 * v * v
    share = 0.8 + 0.1894393 * exp(-0.012778 * minutes) + 0.2989558 * exp(-0.1932605 * minutes)
    return used / share
