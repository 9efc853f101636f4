"""FIT (.fit): an activity of a sport watch becomes runs, one for each session that is a run.

Message and field numbers are those of the FIT profile. Positions serve for the distance where the
watch wrote none, and are dropped at once. No kind of run is in these files.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from hemipelvi_gui.domain.done_runs import DoneRun, Surface
from hemipelvi_gui.domain.log_files import Answers, ReadLog, Skipped
from hemipelvi_gui.domain.odometer import Odometer
from hemipelvi_gui.domain.stretches import Point
from hemipelvi_gui.domain.text import translate
from hemipelvi_gui.domain.tracks import Told, summary
from hemipelvi_gui.exchange.fit.devices import heart_rate_device
from hemipelvi_gui.exchange.fit.messages import (
    EPOCH_S,
    TIMESTAMP,
    Fields,
    Values,
    Wanted,
    is_fit,
    messages,
    words,
)
from hemipelvi_gui.exchange.runs.refusals import (
    LONGEST_NAME,
    NO_RUN,
    NO_SPORT,
    NOTHING_MEASURED,
    TOO_MUCH,
)
from hemipelvi_gui.exchange.shape import ContentError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from hemipelvi_gui.exchange.log_shape import Tick

FILE_ID, SPORT, SESSION, RECORD, EVENT, DEVICE, ACTIVITY = 0, 12, 18, 20, 21, 23, 34
WANTED: Wanted = {
    FILE_ID: Fields(frozenset({0, 1, 2, 3, 4}), frozenset({8})),
    SPORT: Fields(frozenset({0, 1}), frozenset({3})),
    SESSION: Fields(frozenset({TIMESTAMP, 2, 5, 6, 7, 8, 9, 16, 17, 22, 57}), frozenset({110})),
    RECORD: Fields(frozenset({TIMESTAMP, 0, 1, 2, 3, 5, 13, 78})),
    EVENT: Fields(frozenset({TIMESTAMP, 0, 1})),
    DEVICE: Fields(frozenset({0, 1, 2, 4, 25}), frozenset({27})),
    ACTIVITY: Fields(frozenset({TIMESTAMP, 5})),
}
FILE_TYPES = {
    5: translate("RunFile", "this is a workout plan, not an activity."),
    6: translate("RunFile", "this is a course, not an activity."),
    2: translate("RunFile", "these are settings of a watch, not an activity."),
    3: translate("RunFile", "these are settings of a watch, not an activity."),
}
NO_ACTIVITY = translate("RunFile", "this FIT file holds no activity.")
TAKE_ACTIVITY = translate("RunFile", "Take files from the watch's Activity folder.")

RUNNING = 1
SURFACES = {
    1: Surface.TREADMILL,
    2: Surface.ROAD,
    3: Surface.TRAIL,
    4: Surface.TRACK,
    45: Surface.TREADMILL,
    58: Surface.TREADMILL,
}
TIMER, START = 0, 0
STOPS = frozenset({1, 4, 8, 9})
SEMICIRCLE = 180 / 2**31
SHORTEST_TIME = 0x10000000  # below this a time counts from when the watch was switched on
MOST_OFFSET_S = 15 * 3600
QUARTER_S = 900
MOST_SESSIONS = 100
EVERY = 8192
READ_SHARE = 0.9  # of the time goes into reading the bytes


@dataclass(frozen=True)
class Fit:
    """A row of `LOG_READERS`. `zone` is where the runner lives, None for this computer's."""

    key: str = "fit"
    name: str = "FIT"
    zone: datetime.tzinfo | None = None

    def recognises(self, content: bytes) -> bool:
        """Whether this begins like a FIT file."""
        return is_fit(content)

    def read(self, content: bytes, answers: Answers, tick: Tick) -> ReadLog:
        """The runs of an activity. Raises ContentError, and what `tick` raises."""
        by_kind: dict[int, list[Values]] = {kind: [] for kind in WANTED}
        for kind, values in messages(content, WANTED, lambda part: tick(READ_SHARE * part)):
            by_kind[kind].append(values)
        tick(READ_SHARE)
        file_id = by_kind[FILE_ID][0] if by_kind[FILE_ID] else {}
        if file_id.get(0) in FILE_TYPES:
            raise ContentError(FILE_TYPES[file_id[0]], advice=TAKE_ACTIVITY)
        sessions = by_kind[SESSION] or _one_session(by_kind)
        if not sessions:
            raise ContentError(NO_ACTIVITY, advice=TAKE_ACTIVITY)
        if len(sessions) > MOST_SESSIONS:
            raise ContentError(TOO_MUCH)
        runs: list[DoneRun] = []
        skipped: list[Skipped] = []
        for number, session in enumerate(sessions, 1):
            if session.get(5, RUNNING) != RUNNING:
                skipped.append(Skipped(number, NO_RUN))
                continue
            run = self._run(session, by_kind, tick, alone=len(sessions) == 1)
            if run is None:
                skipped.append(Skipped(number, NOTHING_MEASURED))
            else:
                runs.append(run)
        unnamed = any(5 not in each for each in sessions)
        tick(1.0)
        return ReadLog(
            self.key,
            len(sessions),
            runs=tuple(runs),
            skipped=tuple(skipped),
            assumed=(NO_SPORT,) if unnamed and runs else (),
        )

    def _run(
        self, session: Values, by_kind: Mapping[int, list[Values]], tick: Tick, *, alone: bool
    ) -> DoneRun | None:
        begin = session.get(2)
        lasted = session.get(7, 0) / 1000
        within = None if alone or begin is None else (begin, begin + lasted)
        records = [
            each
            for each in by_kind[RECORD]
            if each.get(TIMESTAMP, 0) >= SHORTEST_TIME
            and (within is None or within[0] <= each[TIMESTAMP] <= within[1])
        ]
        if begin is None or begin < SHORTEST_TIME:
            begin = records[0][TIMESTAMP] if records else None
        if begin is None:
            return None
        file_id = by_kind[FILE_ID][0] if by_kind[FILE_ID] else {}
        sport = by_kind[SPORT][0] if by_kind[SPORT] else {}
        name = words(session.get(110)) or words(sport.get(3))
        told = Told(
            format=self.key,
            key=f"{file_id.get(3, 0)}-{begin}",
            begun=begin + EPOCH_S,
            name=name[:LONGEST_NAME],
            offset=_offset(by_kind[ACTIVITY]),
            metres=_scaled(session, 9, 100),
            seconds=_scaled(session, 8, 1000),
            elapsed_s=_scaled(session, 7, 1000),
            climb_m=session.get(22),
            heart_rate=session.get(16),
            max_heart_rate=session.get(17),
            temperature_c=session.get(57),
            device=heart_rate_device(by_kind[DEVICE], file_id),
            surface=SURFACES.get(session.get(6, 0) or sport.get(1, 0)),
        )
        tick(READ_SHARE)
        points = _points(records, lambda: tick(READ_SHARE))
        breaks = _breaks(by_kind[EVENT])
        return summary(told, points, breaks, self.zone, lambda: tick(READ_SHARE))


def _one_session(by_kind: Mapping[int, list[Values]]) -> list[Values]:
    """What stands in for the session of a watch that stopped before it could write one."""
    timed = [each for each in by_kind[RECORD] if each.get(TIMESTAMP, 0) >= SHORTEST_TIME]
    if not timed:
        return []
    sport = by_kind[SPORT][0] if by_kind[SPORT] else {}
    found: Values = {2: timed[0][TIMESTAMP]}
    if 0 in sport:
        found[5] = sport[0]
    return [found]


def _points(records: Sequence[Values], pause: Callable[[], None]) -> list[Point]:
    """The records as points; positions end here."""
    placed = not any(5 in each for each in records)
    odometer = Odometer()
    points: list[Point] = []
    for number, each in enumerate(records):
        if not number % EVERY:
            pause()
        get = each.get
        time = each[TIMESTAMP] + EPOCH_S
        far = get(5)
        metres: float | None
        if placed and 0 in each and 1 in each:
            metres = odometer.at(each[0] * SEMICIRCLE, each[1] * SEMICIRCLE, time)
        else:
            metres = None if far is None else far / 100
        height = get(78)
        if height is None:
            height = get(2)
        points.append(
            Point(time, metres, None if height is None else height / 5 - 500, get(3), get(13))
        )
    return points


def _breaks(events: Sequence[Values]) -> list[tuple[float, float]]:
    """From when to when the timer was stopped."""
    found: list[tuple[float, float]] = []
    stopped: float | None = None
    for each in events:
        if each.get(0) != TIMER or TIMESTAMP not in each:
            continue
        if each.get(1) in STOPS and stopped is None:
            stopped = each[TIMESTAMP] + EPOCH_S
        elif each.get(1) == START and stopped is not None:
            found.append((stopped, each[TIMESTAMP] + EPOCH_S))
            stopped = None
    return found


def _offset(activities: Sequence[Values]) -> datetime.timedelta | None:
    """Local time minus UTC, to the quarter of an hour; None where it can't be true."""
    for each in activities:
        if 5 in each and TIMESTAMP in each:
            seconds = round((each[5] - each[TIMESTAMP]) / QUARTER_S) * QUARTER_S
            if abs(seconds) <= MOST_OFFSET_S:
                return datetime.timedelta(seconds=seconds)
    return None


def _scaled(values: Values, number: int, scale: int) -> float | None:
    value: Any = values.get(number)
    return None if value is None else value / scale
