"""TCX (.tcx): each activity becomes a run. Treadmills have no positions, some no points at all.

Positions serve for the distance where there is no other, and are dropped at once.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from hemipelvi_gui.domain.log_files import Answers, ReadLog, Skipped
from hemipelvi_gui.domain.text import translate
from hemipelvi_gui.exchange.runs.making import Making, number, offset_of, seconds_of
from hemipelvi_gui.exchange.runs.refusals import LONGEST_NAME, NO_RUN, NOTHING_MEASURED
from hemipelvi_gui.exchange.runs.sports import is_run, surface
from hemipelvi_gui.exchange.runs.xml_events import starts_with, walk
from hemipelvi_gui.exchange.shape import ContentError, shown

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hemipelvi_gui.domain.done_runs import DoneRun
    from hemipelvi_gui.exchange.log_shape import Tick

NO_ACTIVITY = translate("RunFile", "this file holds no activity, only a plan or a course.")
LONGEST_NOTES = 2000


@dataclass(frozen=True)
class Tcx:
    """A row of `LOG_READERS`. `zone` is where the runner lives, None for this computer's."""

    key: str = "tcx"
    name: str = "TCX"
    zone: datetime.tzinfo | None = None

    def recognises(self, content: bytes) -> bool:
        """Whether the first element is `TrainingCenterDatabase`."""
        return starts_with(content, b"TrainingCenterDatabase")

    def read(self, content: bytes, answers: Answers, tick: Tick) -> ReadLog:
        """The runs of a file. Raises ContentError, and what `tick` raises."""
        activities = _Activities()
        walk(content, activities, tick)
        if not activities.found:
            raise ContentError(NO_ACTIVITY)
        runs: list[DoneRun] = []
        skipped: list[Skipped] = []
        for line, each in enumerate(activities.found, 1):
            if not is_run(each.sport):
                skipped.append(Skipped(line, NO_RUN))
                continue
            run = each.making.run(
                self.key,
                begun=each.begun,
                notes=each.notes[:LONGEST_NOTES],
                device=shown(each.device, LONGEST_NAME),
                surface=surface(each.sport),
                metres=each.metres or None,
                seconds=each.seconds or None,
                heart_rate=each.heart_rate,
                max_heart_rate=each.highest,
                zone=self.zone,
                pause=lambda: tick(1.0),
            )
            if run is None:
                skipped.append(Skipped(line, NOTHING_MEASURED))
            else:
                runs.append(run)
        return ReadLog(self.key, len(activities.found), runs=tuple(runs), skipped=tuple(skipped))


@dataclass
class _Activity:
    """What an activity says: sums over its laps beside the points."""

    sport: str
    begun: float | None = None
    notes: str = ""
    device: str = ""
    metres: float = 0.0
    seconds: float = 0.0
    beats: float = 0.0
    beat_s: float = 0.0
    highest: float | None = None
    lap_s: float = 0.0
    making: Making = field(default_factory=Making)

    @property
    def heart_rate(self) -> float | None:
        """The mean of the laps, by their time."""
        return self.beats / self.beat_s if self.beat_s else None


class _Activities:
    """Listens to a TCX file; knows the position of the point it is at, and no other."""

    leaves = frozenset(
        {
            "Id", "Notes", "Time", "DistanceMeters", "TotalTimeSeconds", "Value", "AltitudeMeters",
            "LatitudeDegrees", "LongitudeDegrees", "Name",
        }
    )  # fmt: skip

    def __init__(self) -> None:
        self.found: list[_Activity] = []
        self._point: dict[str, str] = {}
        self._inside = False

    def begin(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        if name == "Trackpoint":
            self._point = {}
        elif name == "Activity":
            self.found.append(_Activity(attributes.get("Sport", "")))
            self._inside = True
        elif self._inside and name == "Track":
            self.found[-1].making.lift()
        elif self._inside and name == "Lap":
            lap = self.found[-1]
            lap.lap_s = 0.0
            if lap.begun is None:
                start = attributes.get("StartTime", "")
                lap.begun = seconds_of(start)
                lap.making.offset = offset_of(start)

    def end(self, name: str, parent: str, text: str) -> None:
        """An element ends."""
        if not self._inside:
            return
        activity = self.found[-1]
        if name == "Activity":
            self._inside = False
        elif name == "Trackpoint":
            self._add(activity)
        elif parent in POINT_PARTS:
            self._point[name] = text
        elif (take := TAKEN.get((parent, name))) is not None:
            take(activity, text)

    def _add(self, activity: _Activity) -> None:
        point = self._point.get
        time = seconds_of(point("Time", ""))
        if time is None:
            return
        activity.making.add(
            time,
            (number(point("LatitudeDegrees", "")), number(point("LongitudeDegrees", ""))),
            number(point("DistanceMeters", "")),
            number(point("AltitudeMeters", "")),
            number(point("Value", "")),
            None,
        )


def _lap_seconds(activity: _Activity, text: str) -> None:
    activity.lap_s = number(text) or 0.0
    activity.seconds += max(activity.lap_s, 0.0)


def _lap_metres(activity: _Activity, text: str) -> None:
    activity.metres += max(number(text) or 0.0, 0.0)


def _lap_beat(activity: _Activity, text: str) -> None:
    beat = number(text)
    if beat and activity.lap_s > 0:
        activity.beats += beat * activity.lap_s
        activity.beat_s += activity.lap_s


def _lap_highest(activity: _Activity, text: str) -> None:
    activity.highest = max(number(text) or 0.0, activity.highest or 0.0) or None


def _notes(activity: _Activity, text: str) -> None:
    activity.notes = text


def _device(activity: _Activity, text: str) -> None:
    activity.device = text


POINT_PARTS = frozenset({"Trackpoint", "Position", "HeartRateBpm"})
TAKEN = {
    ("Lap", "TotalTimeSeconds"): _lap_seconds,
    ("Lap", "DistanceMeters"): _lap_metres,
    ("AverageHeartRateBpm", "Value"): _lap_beat,
    ("MaximumHeartRateBpm", "Value"): _lap_highest,
    ("Activity", "Notes"): _notes,
    ("Creator", "Name"): _device,
}
