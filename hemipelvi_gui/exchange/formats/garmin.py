"""Garmin's list of activities (Activities.csv), in its languages and styles of numbers.

A number's style is inferred from the whole file: English names with decimal commas exist. Nothing
says whether distances are kilometres or miles, so it is worked out (header, stride length, pace),
else asked. Runs on a track stand there in metres. Times are local.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from operator import itemgetter
from statistics import median
from typing import TYPE_CHECKING

from hemipelvi_gui.domain.done_runs import DoneRun, Source, Surface
from hemipelvi_gui.domain.log_files import Answers, DistanceUnit, Question, ReadLog, Skipped
from hemipelvi_gui.domain.text import Text, translate
from hemipelvi_gui.exchange.cells import RefusedError, title
from hemipelvi_gui.exchange.moments import Moments
from hemipelvi_gui.exchange.runs.columns import (
    Row,
    comma_is_decimal,
    date_questions,
    duration,
    keys,
    number,
    place,
    within,
)
from hemipelvi_gui.exchange.runs.garmin_words import ENGLISH_TYPE, NAMES, UNIT_MARKS
from hemipelvi_gui.exchange.runs.refusals import (
    LONGEST_M,
    LONGEST_NAME,
    MOST_CLIMB,
    NOTHING_SAID,
    check_count,
    missing,
    other_sport,
)
from hemipelvi_gui.exchange.runs.sports import is_run, surface
from hemipelvi_gui.exchange.tables import first_row, table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hemipelvi_gui.exchange.log_shape import Tick

NEEDED = ("type", "date", "distance", "time")
METRES_IN = {DistanceUnit.KM: 1000.0, DistanceUnit.MILES: 1609.344}
FOOT_M = 0.3048
STRIDE_FEET = 1609.344 / FOOT_M
NEAR = 0.2  # how far a unit worked out from strides may be off
LEAST_TRACK = 100.0  # a track run of more than that many can't be kilometres
MINUTE_S = 60.0
SAMPLE = 400
HEADER_UNIT = re.compile(r"\(([a-z]+)\)\s*$", re.IGNORECASE)
TICK_EVERY = 1024
TWICE = translate("RunFile", "a run that began at the same second is there already.")
WORKED_OUT = {
    DistanceUnit.KM: translate("RunFile", "Distances are taken for kilometres."),
    DistanceUnit.MILES: translate("RunFile", "Distances are taken for miles."),
}


@dataclass(frozen=True)
class Garmin:
    """A row of `LOG_READERS`."""

    key: str = "garmin"
    name: str = "Garmin Connect"

    def recognises(self, content: bytes) -> bool:
        """Whether the header has what a run needs, by the names that Garmin gives it."""
        header = _named(first_row(content))
        return all(place(header, NAMES[part]) is not None for part in NEEDED)

    def read(self, content: bytes, answers: Answers, tick: Tick) -> ReadLog:
        """The runs in it. Raises ContentError, and what `tick` raises."""
        found = table(content)
        header = _named(found.header)
        places = {part: place(header, names) for part, names in NAMES.items()}
        if places["type"] is None or places["date"] is None:
            raise missing(translate("RunFile", "the kind of activity or the date"))
        # Of a row with forty columns only what is needed is kept.
        kept = sorted({at for at in places.values() if at is not None})
        where = {part: None if at is None else kept.index(at) for part, at in places.items()}
        sport = places["type"]
        rows: list[tuple[int, Row]] = []
        skipped: list[Skipped] = []
        count = 0
        for chunk in found.chunks(tick):
            count += len(chunk.rows) + len(chunk.misfits)
            skipped += chunk.misfits
            for line, cells in zip(chunk.lines, chunk.rows, strict=True):
                if is_run(cells[sport]):
                    rows.append((line, Row([cells[at] for at in kept], where)))
                    check_count(len(rows))
                else:
                    skipped.append(other_sport(line, cells[sport]))
        comma = comma_is_decimal(row[part] for _, row in rows for part in ("distance", "stride"))
        told = _told_unit(found.header, header, [row for _, row in rows], comma=comma)
        unit = told or answers.distance or DistanceUnit.KM
        moments = Moments(day_first=answers.day_first is not False)
        runs: dict[str, DoneRun] = {}
        for line, row in rows:
            if not line % TICK_EVERY:
                tick(1.0)
            run = self._run(row, moments, unit, comma=comma)
            if not isinstance(run, DoneRun):
                skipped.append(Skipped(line, run))
            elif runs.setdefault(run.sources[0].key, run) is not run:
                skipped.append(Skipped(line, TWICE))
        open_ = told is None and answers.distance is None and bool(runs)
        return ReadLog(
            self.key,
            count,
            runs=tuple(runs.values()),
            skipped=tuple(sorted(skipped, key=itemgetter(0))),
            questions=(
                *((Question.DISTANCE,) if open_ else ()),
                *date_questions(moments, answers),
            ),
            assumed=(WORKED_OUT[unit],) if told and runs else (),
        )

    def _run(
        self, row: Row, moments: Moments, unit: DistanceUnit, *, comma: bool
    ) -> DoneRun | Text:
        try:
            moment = moments(row["date"])
        except RefusedError as refused:
            return refused.reason
        on = surface(row["type"])
        timer = duration(row["time"])
        far = number(row["distance"], comma=comma)
        metres = within(_metres(far, unit, is_metres=_is_metres(row, comma=comma)), 1.0, LONGEST_M)
        if metres is None and timer is None:
            return NOTHING_SAID
        climb = number(row["climb"], comma=comma)
        if climb is not None and unit is DistanceUnit.MILES:
            climb *= FOOT_M
        return DoneRun(
            id="",
            name=title(row["title"])[:LONGEST_NAME],
            date=moment.start.date(),
            start=moment.start.time() if moment.timed else None,
            metres=metres,
            seconds=duration(row["moving"]) or timer,
            elapsed_s=duration(row["elapsed"]) or timer,
            climb_m=within(None if climb is None else round(climb, 1), 0.0, MOST_CLIMB),
            heart_rate=within(number(row["beat"], comma=comma), 25, 250),
            max_heart_rate=within(number(row["highest"], comma=comma), 25, 250),
            surface=on,
            sources=(Source(self.key, moment.start.isoformat()),),
        )


def _named(header: Sequence[str]) -> list[str]:
    """Names for comparing, without a unit in brackets."""
    return keys([HEADER_UNIT.sub("", cell) if _unit_in(cell) else cell for cell in header])


def _unit_in(cell: str) -> DistanceUnit | None:
    mark = HEADER_UNIT.search(cell)
    known = UNIT_MARKS.get(mark[1].lower()) if mark else None
    return DistanceUnit(known) if known else None


def _told_unit(
    header: Sequence[str], names: Sequence[str], rows: Sequence[Row], *, comma: bool
) -> DistanceUnit | None:
    """Kilometres or miles where the file tells: by its header, its strides, or its language."""
    at = place(names, NAMES["distance"])
    said = None if at is None else _unit_in(header[at])
    if said is not None:
        return said
    guesses = [guess for row in rows[:SAMPLE] if (guess := _unit_m(row, comma=comma))]
    if guesses:
        middle = median(guesses)
        for unit, metres in (
            (DistanceUnit.KM, METRES_IN[DistanceUnit.KM]),
            (DistanceUnit.MILES, METRES_IN[DistanceUnit.MILES]),
            (DistanceUnit.MILES, STRIDE_FEET),
        ):
            if abs(middle / metres - 1) <= NEAR:
                return unit
    return None if ENGLISH_TYPE in names else DistanceUnit.KM


def _unit_m(row: Row, *, comma: bool) -> float | None:
    """How many metres (or, of strides in feet, feet) make one of the unit of distance.

    From steps times their length; of a run in metres, from the pace, which is for the unit.
    """
    far, stride, cadence = (
        number(row[part], comma=comma) for part in ("distance", "stride", "cadence")
    )
    lasted = duration(row["moving"]) or duration(row["time"])
    if not far or not lasted:
        return None
    if _is_metres(row, comma=comma):
        pace = duration(row["pace"])
        return far * pace / lasted if pace else None
    return cadence * lasted / MINUTE_S * stride / far if stride and cadence else None


def _is_metres(row: Row, *, comma: bool) -> bool:
    """Whether this row's distance is in metres: its pace says so, or it is a run on a track."""
    far, pace, lasted = (
        number(row["distance"], comma=comma),
        duration(row["pace"]),
        duration(row["time"]),
    )
    if not far:
        return False
    if pace and lasted:
        return far * pace / lasted > LEAST_TRACK
    return surface(row["type"]) is Surface.TRACK and far >= LEAST_TRACK


def _metres(far: float | None, unit: DistanceUnit, *, is_metres: bool) -> float | None:
    return None if far is None else round(far if is_metres else far * METRES_IN[unit], 1)
