"""From positions to the way between them, at once: no position is kept but the last one."""

from __future__ import annotations

from dataclasses import dataclass, field
from math import asin, cos, radians, sin, sqrt

EARTH_M = 6_371_008.8
FASTEST = 15.0  # m/s; faster steps are faults of the positioning


@dataclass
class Odometer:
    """Metres along positions. It knows the last one only, and nobody else knows any."""

    metres: float = 0.0
    _last: tuple[float, float, float] | None = field(default=None, repr=False)

    def at(self, latitude: float, longitude: float, time: float) -> float:
        """Metres so far, after a step to these degrees; one that no runner can make is left out."""
        if not (abs(latitude) <= 90 and abs(longitude) <= 180):
            return self.metres
        if self._last is not None:
            step = _distance(self._last[0], self._last[1], latitude, longitude)
            if step <= FASTEST * max(time - self._last[2], 1.0):
                self.metres += step
        self._last = (latitude, longitude, time)
        return self.metres

    def lift(self) -> None:
        """Forget the last position: what comes next was not run to."""
        self._last = None


def _distance(latitude: float, longitude: float, other: float, beside: float) -> float:
    """Metres over a sphere between two positions in degrees (haversine)."""
    up, along = radians(other - latitude) / 2, radians(beside - longitude) / 2
    chord = sin(up) ** 2 + cos(radians(latitude)) * cos(radians(other)) * sin(along) ** 2
    return 2 * EARTH_M * asin(min(sqrt(chord), 1.0))
