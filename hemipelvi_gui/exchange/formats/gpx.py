"""GPX (.gpx): each track becomes a run; its positions become distance and are dropped at once.

Heart rate stands in an extension, under whatever prefix, and may be missing at times. The type is
`running`, `9` or absent. What wrote the file is a program; what measured is not told.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hemipelvi_gui.domain.log_files import Answers, ReadLog, Skipped
from hemipelvi_gui.domain.text import translate
from hemipelvi_gui.exchange.runs.making import Making, number, offset_of, seconds_of
from hemipelvi_gui.exchange.runs.refusals import LONGEST_NAME, NO_RUN, NO_SPORT
from hemipelvi_gui.exchange.runs.sports import is_run, surface
from hemipelvi_gui.exchange.runs.xml_events import starts_with, walk
from hemipelvi_gui.exchange.shape import ContentError, shown

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hemipelvi_gui.domain.done_runs import DoneRun
    from hemipelvi_gui.exchange.log_shape import Tick

NO_TIMES = translate("RunFile", "this track has no times: it is a route, not a run.")
NO_TRACK = translate("RunFile", "this file holds no track.")
FASTEST_RUN = 7.0  # m/s on average; what is faster and names no sport is no run


@dataclass(frozen=True)
class Gpx:
    """A row of `LOG_READERS`. `zone` is where the runner lives, None for this computer's."""

    key: str = "gpx"
    name: str = "GPX"
    zone: datetime.tzinfo | None = None

    def recognises(self, content: bytes) -> bool:
        """Whether the first element is `gpx`."""
        return starts_with(content, b"gpx")

    def read(self, content: bytes, answers: Answers, tick: Tick) -> ReadLog:
        """The runs of a file. Raises ContentError, and what `tick` raises."""
        tracks = _Tracks()
        walk(content, tracks, tick)
        if not tracks.found:
            raise ContentError(NO_TRACK)
        runs: list[DoneRun] = []
        skipped: list[Skipped] = []
        untyped = False
        for line, each in enumerate(tracks.found, 1):
            if each.type and not is_run(each.type):
                skipped.append(Skipped(line, NO_RUN))
                continue
            made = each.making
            run = made.run(
                self.key,
                name=shown(each.name, LONGEST_NAME),
                surface=surface(each.type),
                zone=self.zone,
                pause=lambda: tick(1.0),
            )
            if run is None:
                skipped.append(Skipped(line, NO_TIMES))
            elif not each.type and (run.metres or 0) > FASTEST_RUN * (run.seconds or 1):
                skipped.append(Skipped(line, NO_RUN))
            else:
                runs.append(run)
                untyped = untyped or not each.type
        return ReadLog(
            self.key,
            len(tracks.found),
            runs=tuple(runs),
            skipped=tuple(skipped),
            assumed=(NO_SPORT,) if untyped else (),
        )


class _Track:
    def __init__(self) -> None:
        self.name = self.type = ""
        self.making = Making()


class _Tracks:
    """Listens to a GPX file; knows the position of the point it is at, and no other."""

    leaves = frozenset({"name", "type", "ele", "time", "hr", "heartrate", "atemp", "temp"})

    def __init__(self) -> None:
        self.found: list[_Track] = []
        self._here: tuple[float | None, float | None] = (None, None)
        self._point: dict[str, str] = {}

    def begin(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        if name == "trkpt":
            self._point = {}
            self._here = (number(attributes.get("lat", "")), number(attributes.get("lon", "")))
        elif name == "trk":
            self.found.append(_Track())
        elif name == "trkseg" and self.found:
            self.found[-1].making.lift()

    def end(self, name: str, parent: str, text: str) -> None:
        """An element ends."""
        if not self.found:
            return
        track = self.found[-1]
        if name == "trkpt":
            self._add(track)
        elif parent == "trk" and name in ("name", "type"):
            setattr(track, name, text)
        elif name in self.leaves:
            self._point[name] = text

    def _add(self, track: _Track) -> None:
        point = self._point
        time = seconds_of(point.get("time", ""))
        if time is None:
            return
        making = track.making
        if making.offset is None:
            making.offset = offset_of(point["time"])
        making.add(
            time,
            self._here,
            None,
            number(point.get("ele", "")),
            number(point.get("hr", point.get("heartrate", ""))),
            number(point.get("atemp", point.get("temp", ""))),
        )
