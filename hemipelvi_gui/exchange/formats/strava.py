"""Strava's list of activities (activities.csv of a bulk export), in any language, old or new.

Five names of columns come twice. The first Distance is in the unit of the account, the second in
metres, so the second is taken. Names may be in any language: as the pairs always stand in the same
places, they tell the file, and places stand in for names that are not known. Times are UTC. The
grade-adjusted distance is Strava's own model, and is left out.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from operator import itemgetter
from typing import TYPE_CHECKING

from hemipelvi_gui.domain.done_runs import DoneRun, Source, Surface
from hemipelvi_gui.domain.log_files import Answers, ReadLog, Skipped
from hemipelvi_gui.domain.runs import RunKind
from hemipelvi_gui.domain.text import Text, translate
from hemipelvi_gui.exchange.cells import RefusedError, title, words
from hemipelvi_gui.exchange.moments import Moments
from hemipelvi_gui.exchange.runs.columns import (
    Row,
    date_questions,
    duration,
    keys,
    number,
    place,
    within,
)
from hemipelvi_gui.exchange.runs.refusals import (
    LONGEST_M,
    LONGEST_NAME,
    MOST_CLIMB,
    NO_DATE,
    NOTHING_SAID,
    check_count,
    missing,
    other_sport,
)
from hemipelvi_gui.exchange.runs.sports import is_run, surface
from hemipelvi_gui.exchange.tables import first_row, table

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from hemipelvi_gui.exchange.log_shape import Tick

ID_NAMES = frozenset(("activityid", "aktivitatsid"))
# Columns that come twice, in every language.
TWICE = ((5, 15), (6, 17), (7, 30))
LEAST_COLUMNS = 32
# Part → names in English and German, which of equal ones, and its place in any language.
PARTS: Mapping[str, tuple[tuple[str, ...], int, int | None]] = {
    "id": (("Activity ID", "Aktivitäts-ID", "id"), 0, 0),
    "date": (("Activity Date", "Aktivitätsdatum", "date"), 0, 1),
    "name": (("Activity Name", "Name der Aktivität", "name"), 0, 2),
    "type": (("Activity Type", "Aktivitätsart", "type"), 0, 3),
    "notes": (("Activity Description", "Aktivitätsbeschreibung", "description"), 0, 4),
    "elapsed": (("Elapsed Time", "Verstrichene Zeit", "elapsed_time"), 1, 15),
    "moving": (("Moving Time", "Bewegungszeit"), 0, 16),
    "first": (("Distance", "Distanz"), 0, 6),
    "metres": (("Distance", "Distanz"), 1, 17),
    "climb": (("Elevation Gain", "Höhenzunahme"), 0, 20),
    "highest": (("Max Heart Rate", "Max. Herzfrequenz"), 1, 30),
    "beat": (("Average Heart Rate", "Durchschnittliche Herzfrequenz"), 0, 31),
    "warmth": (("Average Temperature", "Durchschnittliche Temperatur"), 0, 36),
    "rpe": (("Perceived Exertion", "Gefühlte Anstrengung"), 0, 43),
    "race": (("Competition", "Wettkampf", "Wettbewerb"), 0, None),
    "long": (("Long Run", "Langer Lauf"), 0, None),
}
OLD_START = ("id", "date", "name", "type")
MARKED = frozenset(("1", "1.0", "true"))
KM = 1000.0
IS_UTC = translate("RunFile", "Its times are in UTC; days and times of day are those of your zone.")


@dataclass(frozen=True)
class Strava:
    """A row of `LOG_READERS`. `zone` is where the runner lives, None for this computer's."""

    key: str = "strava"
    name: str = "Strava"
    zone: datetime.tzinfo | None = None

    def recognises(self, content: bytes) -> bool:
        """Whether the header is that of a list of activities."""
        return _is_header(keys(first_row(content)))

    def read(self, content: bytes, answers: Answers, tick: Tick) -> ReadLog:
        """The runs in it. Raises ContentError, and what `tick` raises."""
        found = table(content)
        header = keys(found.header)
        places = _places(header)
        for part, words_for in (
            ("date", translate("RunFile", "the date")),
            ("type", translate("RunFile", "the kind of activity")),
        ):
            if places[part] is None:
                raise missing(words_for)
        moments = Moments(day_first=answers.day_first is not False)
        runs: list[DoneRun] = []
        skipped: list[Skipped] = []
        rows = 0
        in_metres = _is_old(header)
        for chunk in found.chunks(tick):
            rows += len(chunk.rows) + len(chunk.misfits)
            skipped += chunk.misfits
            for line, cells in zip(chunk.lines, chunk.rows, strict=True):
                row = Row(cells, places)
                if not is_run(row["type"]):
                    skipped.append(other_sport(line, row["type"]))
                    continue
                run = self._run(row, moments, in_metres=in_metres)
                if isinstance(run, DoneRun):
                    runs.append(run)
                    check_count(len(runs))
                else:
                    skipped.append(Skipped(line, run))
        return ReadLog(
            self.key,
            rows,
            runs=tuple(runs),
            skipped=tuple(sorted(skipped, key=itemgetter(0))),
            questions=date_questions(moments, answers),
            assumed=(IS_UTC,) if runs else (),
        )

    def _run(self, row: Row, moments: Moments, *, in_metres: bool) -> DoneRun | Text:
        try:
            moment = moments(row["date"])
        except RefusedError as refused:
            return refused.reason
        begun = moment.start.replace(tzinfo=datetime.UTC)
        try:
            local = begun.astimezone(self.zone)
        except (OverflowError, OSError, ValueError):
            return NO_DATE
        metres = _metres(row, in_metres=in_metres)
        elapsed = duration(row["elapsed"])
        moving = duration(row["moving"]) or elapsed
        if metres is None and moving is None:
            return NOTHING_SAID
        sport = row["type"]
        on = surface(sport)
        key = row["id"] or begun.isoformat()
        return DoneRun(
            id="",
            name=title(row["name"])[:LONGEST_NAME],
            date=local.date(),
            kind=_kind(row),
            start=local.time().replace(microsecond=0) if moment.timed else None,
            begun=begun if moment.timed else None,
            metres=metres,
            seconds=moving,
            elapsed_s=elapsed,
            climb_m=within(_rounded(row["climb"]), 0.0, MOST_CLIMB)
            if on is not Surface.TREADMILL
            else None,
            heart_rate=within(_rounded(row["beat"]), 25, 250),
            max_heart_rate=within(_rounded(row["highest"]), 25, 250),
            temperature_c=within(_rounded(row["warmth"]), -40, 60),
            surface=on,
            rpe=within(_rounded(row["rpe"]), 1, 10),
            notes=words(row["notes"]),
            sources=(Source(self.key, key[:LONGEST_NAME]),),
        )


def _is_header(header: Sequence[str]) -> bool:
    if not header:
        return False
    if tuple(header[: len(OLD_START)]) == OLD_START:
        return True
    if header[0] in ID_NAMES and len(header) > len(OLD_START):
        return True
    return len(header) >= LEAST_COLUMNS and all(
        header[one] and header[one] == header[other] for one, other in TWICE
    )


def _is_old(header: Sequence[str]) -> bool:
    """Before July 2019 the list had ten columns and metres."""
    return tuple(header[: len(OLD_START)]) == OLD_START


def _places(header: Sequence[str]) -> dict[str, int | None]:
    """Where each part is: by its name, or by its place where the language is not known."""
    by_name = {part: place(header, names, which) for part, (names, which, _) in PARTS.items()}
    if by_name["date"] is not None and by_name["type"] is not None:
        return by_name
    if len(header) < LEAST_COLUMNS:
        return by_name
    return {
        part: at if by_name[part] is None else by_name[part] for part, (_, _, at) in PARTS.items()
    }


def _metres(row: Row, *, in_metres: bool) -> float | None:
    exact = _value(row["metres"])
    first = _value(row["first"])
    if in_metres:
        return within(_one_digit(first), 1.0, LONGEST_M)
    if exact and first and exact < 10 * first:
        exact *= KM  # both in kilometres, as some exports have it
    if not exact and first:
        exact = first * KM
    return within(_one_digit(exact), 1.0, LONGEST_M)


def _value(cell: str) -> float | None:
    """A number; each column of such a list has its own style."""
    return number(cell, comma="," in cell and cell.rfind(",") > cell.rfind("."))


def _rounded(cell: str) -> float | None:
    return _one_digit(_value(cell))


def _one_digit(value: float | None) -> float | None:
    return None if value is None else round(value, 1)


def _kind(row: Row) -> RunKind | None:
    """Only what the runner marked."""
    if row["race"].casefold() in MARKED:
        return RunKind.RACE
    return RunKind.LONG if row["long"].casefold() in MARKED else None
