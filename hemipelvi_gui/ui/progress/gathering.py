"""The points of a stretch of the log, read off it with the verdict's own readers."""

from __future__ import annotations

from dataclasses import dataclass, field
from math import exp
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from hemipelvi_gui.coach.verdict.lifting import EPLEY_REPS, Lift, exposures
from hemipelvi_gui.coach.verdict.running import EasyRun, easy_runs, races, weekly_km
from hemipelvi_gui.coach.verdict.weeks import first_day, week_number
from hemipelvi_gui.domain.balance import sum_up
from hemipelvi_gui.domain.check_ins import CheckIn, HomeTest
from hemipelvi_gui.domain.done_work import done_lines
from hemipelvi_gui.ui.progress.behind import best_set_words, run_words
from hemipelvi_gui.ui.progress.points import Dot

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from hemipelvi_gui.domain.balance import Library, Line
    from hemipelvi_gui.domain.diary import DoneSession
    from hemipelvi_gui.domain.done_runs import DoneRun
    from hemipelvi_gui.domain.log import Log

# A week's mean stands on its Thursday; a sum begins on its Monday.
MIDDLE = 3
Name = TypeVar("Name")
SIDES: Mapping[str, Callable[[CheckIn], float | None]] = {
    "left": lambda each: each.hip_flexor_left,
    "right": lambda each: each.hip_flexor_right,
    "back": lambda each: each.back,
    "largest": lambda each: each.tightness,
}


class Ground(NamedTuple):
    """What values are read by: exercises, body mass, and what 80 % of the heart rate are of."""

    library: Library
    body_mass_kg: float | None
    max_heart_rate: float | None


class Raced(NamedTuple):
    """A race: its run, and the seconds that 10 km would have taken."""

    run: DoneRun
    ten_km_s: float


@dataclass
class Points:
    """By day, oldest first. `hearts` are EF, `paces` flat-equivalent m/min of runs marked easy.

    `shares` are in [0, 1]; `km` and `hse` are sums of weeks and stand on their Mondays, weekly
    shares and the means in `tight` on their Thursdays. `ill` are days, `devices` days with what
    measured the heart rate.
    """

    lifts: dict[Lift, list[Dot]] = field(default_factory=dict)
    hearts: list[Dot] = field(default_factory=list)
    beats: list[float] = field(default_factory=list)
    paces: list[Dot] = field(default_factory=list)
    tight: dict[str, list[Dot]] = field(default_factory=dict)
    shares: list[Dot] = field(default_factory=list)
    hse: list[Dot] = field(default_factory=list)
    km: list[Dot] = field(default_factory=list)
    races: list[Raced] = field(default_factory=list)
    ill: list[int] = field(default_factory=list)
    devices: list[tuple[int, str]] = field(default_factory=list)
    tests: list[HomeTest] = field(default_factory=list)
    check_ins: list[CheckIn] = field(default_factory=list)

    @property
    def first(self) -> float | None:
        """The day of the first of all, None where there is nothing."""
        found = [each[0].day for each in self._all() if each]
        return min(found, default=None)

    def _all(self) -> Iterable[list[Dot]]:
        yield from self.lifts.values()
        yield from self.tight.values()
        yield from (self.hearts, self.paces, self.shares, self.hse, self.km)


def gathered(log: Log, ground: Ground) -> Points:
    """The points of a log. It should begin on a Monday, as weeks are summed."""
    made = Points()
    _lifts(made, log, ground)
    _work(made, log.diary.values(), ground)
    _runs(made, log.done_runs.values(), ground)
    _check_ins(made, log.check_ins.values())
    made.tests = sorted(log.home_tests.values(), key=lambda each: (each.date, each.kind, each.id))
    return made


def joined(older: Points, newer: Points) -> Points:
    """Two stretches that follow each other."""
    return Points(
        _by_key(older.lifts, newer.lifts),
        older.hearts + newer.hearts,
        older.beats + newer.beats,
        older.paces + newer.paces,
        _by_key(older.tight, newer.tight),
        older.shares + newer.shares,
        older.hse + newer.hse,
        older.km + newer.km,
        older.races + newer.races,
        older.ill + newer.ill,
        older.devices + newer.devices,
        older.tests + newer.tests,
        older.check_ins + newer.check_ins,
    )


def _by_key(older: dict[Name, list[Dot]], newer: dict[Name, list[Dot]]) -> dict[Name, list[Dot]]:
    keys = dict.fromkeys((*newer, *older))
    return {key: older.get(key, []) + newer.get(key, []) for key in keys}


def _lifts(made: Points, log: Log, ground: Ground) -> None:
    found = exposures(log.diary.values(), ground.library, ground.body_mass_kg)
    for each in found:
        value = exp(each.value)
        if each.lift.added_kg is not None:
            value = (value - 1) * EPLEY_REPS
        session = log.diary[each.session]
        words = best_set_words(session, each)
        dot = Dot(each.ordinal, value, session.name, each.doubtful, words)
        made.lifts.setdefault(each.lift, []).append(dot)


def _work(made: Points, sessions: Iterable[DoneSession], ground: Ground) -> None:
    lines: dict[int, list[Line]] = {}
    names: dict[int, dict[str, None]] = {}
    for each in sessions:
        week = week_number(each.date)
        lines.setdefault(week, []).extend(done_lines(each, ground.library, ground.body_mass_kg))
        names.setdefault(week, {})[each.name] = None
    for week in sorted(lines):
        total, monday = sum_up(lines[week]), first_day(week).toordinal()
        behind = ", ".join(names[week])
        if total.hse:
            made.hse.append(Dot(monday, total.hse, behind))
        if total.asymmetric_share is not None:
            made.shares.append(Dot(monday + MIDDLE, total.asymmetric_share, behind))


def _runs(made: Points, runs: Iterable[DoneRun], ground: Ground) -> None:
    known = list(runs)
    easy = easy_runs(known, ground.max_heart_rate)
    for each in sorted(easy.by_heart_rate, key=_day_of):
        made.hearts.append(_run_dot(each))
        made.beats.append(each.run.heart_rate or 0.0)
        if each.run.device:
            made.devices.append((each.run.date.toordinal(), each.run.device))
    made.paces = [_run_dot(each) for each in sorted(easy.by_pace, key=_day_of)]
    km = weekly_km(known)
    made.km = [Dot(first_day(week).toordinal(), km[week]) for week in sorted(km)]
    raced = [(each, worth) for each in known for worth in races((each,))]
    raced.sort(key=lambda pair: (pair[0].date, pair[0].id))
    made.races = [Raced(run, worth.ten_km_s) for run, worth in raced]


def _day_of(each: EasyRun) -> tuple[int, str]:
    return each.run.date.toordinal(), each.run.id


def _run_dot(each: EasyRun) -> Dot:
    run = each.run
    return Dot(run.date.toordinal(), exp(each.value), run.name, behind=run_words(run))


def _check_ins(made: Points, check_ins: Iterable[CheckIn]) -> None:
    made.check_ins = known = sorted(check_ins, key=lambda each: (each.date, each.id))
    made.ill = [each.date.toordinal() for each in known if each.ill]
    for side, read in SIDES.items():
        by_week: dict[int, list[float]] = {}
        for each in known:
            rating = read(each)
            if rating is not None:
                by_week.setdefault(week_number(each.date), []).append(rating)
        made.tight[side] = [
            Dot(first_day(week).toordinal() + MIDDLE, sum(rated) / len(rated), str(len(rated)))
            for week, rated in by_week.items()
        ]
