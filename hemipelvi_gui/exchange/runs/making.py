"""What XML tracks have in common: from points as they are read to a run."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from math import isfinite
from typing import TYPE_CHECKING

from hemipelvi_gui.domain.odometer import Odometer
from hemipelvi_gui.domain.stretches import Point
from hemipelvi_gui.domain.tracks import Told, summary
from hemipelvi_gui.exchange.runs.refusals import MOST_POINTS, TOO_MUCH
from hemipelvi_gui.exchange.shape import ContentError

if TYPE_CHECKING:
    from collections.abc import Callable

    from hemipelvi_gui.domain.done_runs import DoneRun, Surface

BREAK_S = 15.0  # a new segment after less than this is a lap, not a stop
LONGEST_NUMBER = 40


@dataclass
class Making:
    """A run in the making. Of positions only the way between them is kept."""

    points: list[Point] = field(default_factory=list)
    breaks: list[tuple[float, float]] = field(default_factory=list)
    offset: datetime.timedelta | None = None
    _odometer: Odometer = field(default_factory=Odometer)
    _lifted: bool = False

    def lift(self) -> None:
        """A new segment begins: the way to its first point was not run."""
        self._odometer.lift()
        self._lifted = True

    def add(
        self,
        time: float,
        here: tuple[float | None, float | None],
        metres: float | None,
        height: float | None,
        heart_rate: float | None,
        temperature: float | None,
    ) -> None:
        """One point, at `here` (latitude, longitude in degrees), `metres` where it tells them."""
        if self._lifted and self.points and time - self.points[-1].time > BREAK_S:
            self.breaks.append((self.points[-1].time, time))
        self._lifted = False
        latitude, longitude = here
        if metres is None and latitude is not None and longitude is not None:
            metres = self._odometer.at(latitude, longitude, time)
        self.points.append(Point(time, metres, height, heart_rate, temperature))
        if len(self.points) > MOST_POINTS:
            raise ContentError(TOO_MUCH)

    def run(
        self,
        format_: str,
        *,
        begun: float | None = None,
        name: str = "",
        notes: str = "",
        device: str = "",
        surface: Surface | None = None,
        metres: float | None = None,
        seconds: float | None = None,
        max_heart_rate: float | None = None,
        heart_rate: float | None = None,
        zone: datetime.tzinfo | None = None,
        pause: Callable[[], None] = lambda: None,
    ) -> DoneRun | None:
        """The run; None where it has no times."""
        if begun is None and self.points:
            begun = self.points[0].time
        if begun is None:
            return None
        moment = datetime.datetime.fromtimestamp(begun, datetime.UTC)
        told = Told(
            format_,
            moment.strftime("%Y-%m-%dT%H:%M:%SZ"),
            begun,
            name,
            notes,
            self.offset,
            metres,
            seconds,
            heart_rate=heart_rate,
            max_heart_rate=max_heart_rate,
            device=device,
            surface=surface,
        )
        return summary(told, self.points, self.breaks, zone, pause)


def number(text: str) -> float | None:
    """A plain number; None for anything else, and for what no measure can be."""
    if not text or len(text) > LONGEST_NUMBER:
        return None
    try:
        value = float(text)
    except ValueError:
        return None
    return value if isfinite(value) and "_" not in text else None


def seconds_of(text: str) -> float | None:
    """Seconds since 1970 of an ISO time; without a zone it is taken for UTC."""
    moment = _moment(text)
    if moment is None:
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=datetime.UTC)
    try:
        return moment.timestamp()
    except (OverflowError, ValueError):
        return None


def offset_of(text: str) -> datetime.timedelta | None:
    """The offset from UTC that a time tells; None for `Z` and without any."""
    moment = None if text.endswith(("Z", "z")) else _moment(text)
    return moment.utcoffset() if moment is not None and moment.tzinfo is not None else None


def _moment(text: str) -> datetime.datetime | None:
    try:
        return datetime.datetime.fromisoformat(text)
    except ValueError:
        return None
