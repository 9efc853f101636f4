"""Runs as files for tests: a GPX and a TCX made up to show the quirks of real ones."""

from __future__ import annotations

import datetime
from pathlib import Path

SAMPLES = Path(__file__).parents[4] / "shared" / "samples"
BEGUN = datetime.datetime(2025, 6, 15, 15, 6, 40, tzinfo=datetime.UTC)
METRES_A_DEGREE = 111_195.08


def calm(_part: float) -> None:
    """Nobody waits."""


def gpx(
    seconds: int = 600,
    *,
    speed: float = 3.0,
    kind: str | None = "running",
    prefix: str = "gpxtpx",
    gap: range = range(0),
    head: str = '<?xml version="1.0" encoding="UTF-8"?>\n',
) -> bytes:
    """A run due north, a point a second; without a heart rate in `gap`."""
    points = "".join(
        f'<trkpt lat="{48 + second * speed / METRES_A_DEGREE:.8f}" lon="9.0"><ele>100</ele>'
        f"<time>{_time(second)}</time>{'' if second in gap else _beat(prefix)}</trkpt>\n"
        for second in range(seconds + 1)
    )
    named = "" if kind is None else f"<type>{kind}</type>"
    text = (
        f'{head}<gpx version="1.1" creator="maker" xmlns="http://www.topografix.com/GPX/1/1" '
        f'xmlns:{prefix}="http://www.garmin.com/xmlschemas/TrackPointExtension/v1">\n'
        f"<trk><name>Morning</name>{named}<trkseg>\n{points}</trkseg></trk></gpx>\n"
    )
    return text.encode()


def tcx(
    seconds: int = 600,
    *,
    speed: float = 3.0,
    sport: str = "Running",
    has_points: bool = True,
    head: str = '<?xml version="1.0" encoding="UTF-8"?>\n',
) -> bytes:
    """A run on a treadmill: no positions, and perhaps no points at all."""
    points = "".join(
        f"<Trackpoint><Time>{_time(second)}</Time><DistanceMeters>{second * speed}</DistanceMeters>"
        f"<HeartRateBpm><Value>150</Value></HeartRateBpm></Trackpoint>\n"
        for second in range(seconds + 1)
    )
    text = (
        f'{head}<TrainingCenterDatabase xmlns="http://www.garmin.com/xmlschemas/'
        f'TrainingCenterDatabase/v2"><Activities><Activity Sport="{sport}"><Id>{_time(0)}</Id>'
        f'<Lap StartTime="{_time(0)}"><TotalTimeSeconds>{seconds}</TotalTimeSeconds>'
        f"<DistanceMeters>{seconds * speed}</DistanceMeters>"
        f"<AverageHeartRateBpm><Value>149</Value></AverageHeartRateBpm>"
        f"<MaximumHeartRateBpm><Value>171</Value></MaximumHeartRateBpm>"
        f"{f'<Track>{points}</Track>' if has_points else ''}</Lap>"
        f"<Creator><Name>Forerunner</Name></Creator></Activity></Activities>"
        f"</TrainingCenterDatabase>\n"
    )
    return text.encode()


def _time(second: int) -> str:
    return (BEGUN + datetime.timedelta(seconds=second)).strftime("%Y-%m-%dT%H:%M:%S.000Z")


def _beat(prefix: str) -> str:
    return (
        f"<extensions><{prefix}:TrackPointExtension><{prefix}:hr>150</{prefix}:hr>"
        f"</{prefix}:TrackPointExtension></extensions>"
    )
