"""The weeks that were, seen through the gauge: what share of the leg work looked like running.

It tells what was done, and which exercise to change first. It does not say what came of it.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date, timedelta
from math import fsum
from typing import TYPE_CHECKING

from hemipelvi_gui.coach.findings import percent
from hemipelvi_gui.coach.reading import ROUNDING
from hemipelvi_gui.coach.steps import towards_running
from hemipelvi_gui.domain.balance import Balance, Line, counts_as_asymmetric, is_big, sum_up
from hemipelvi_gui.domain.done_work import done_lines, leg_sets, level_sets
from hemipelvi_gui.domain.exercises import Exercise
from hemipelvi_gui.domain.facets import Laterality
from hemipelvi_gui.domain.own import is_undecided
from hemipelvi_gui.domain.text import Text, translate

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from hemipelvi_gui.domain.balance import Library
    from hemipelvi_gui.domain.log import Log
    from hemipelvi_gui.domain.settings import Settings

WEEKS = 12
TENTHS = 10
EARLIER = translate(
    "Replay",
    "The {weeks} weeks up to {day}: {share} % asymmetric; {level} of {sets} sets on level feet",
)


@dataclass(frozen=True)
class WeekWork:
    """One week from Monday on: its sessions, its balance, its leg sets and those on level feet."""

    first: date
    sessions: int
    balance: Balance
    sets: float
    level: float


@dataclass(frozen=True)
class ExerciseWork:
    """All leg work and other work with one exercise; `share` is its part of the HSE, in [0, 1].

    `name` is the library's, or the id where it is not there; then `exercise` is None.
    """

    name: str
    exercise: Exercise | None
    sets: float
    hse: float
    share: float

    @property
    def laterality(self) -> Laterality:
        """Class of its asymmetry; NONE where it has none, or is not known."""
        return Laterality.NONE if self.exercise is None else self.exercise.laterality


@dataclass(frozen=True)
class Change:
    """What to change first: one exercise for a sibling one step nearer to running.

    `share_after` is what the asymmetric share of these weeks would have been, in [0, 1].
    """

    exercise: Exercise
    sibling: Exercise
    sets: float
    share_after: float


@dataclass(frozen=True)
class Replay:
    """The weeks from `first` to `last`, oldest first; exercises by their part of the work.

    `words` say it in sentences, the first is the one to show in large type.
    """

    first: date
    last: date
    weeks: tuple[WeekWork, ...]
    exercises: tuple[ExerciseWork, ...]
    balance: Balance
    sets: float
    level: float
    change: Change | None
    words: tuple[Text, ...]

    @property
    def share(self) -> float | None:
        """Asymmetric share in [0, 1], None where there was no leg work."""
        return self.balance.asymmetric_share


def last_day_of(log: Log, today: date) -> date:
    """Until when the last weeks go: today, or where this week is still empty the Sunday before."""
    monday = today - timedelta(days=today.weekday())
    if any(monday <= each.date <= today for each in log.diary.values()) or monday == date.min:
        return today
    return monday - timedelta(days=1)


def replay(
    log: Log, library: Library, settings: Settings, until: date, weeks: int = WEEKS
) -> Replay:
    """The week of `until` and those before it, `weeks` in all, by week and by exercise."""
    monday = until - timedelta(days=until.weekday())
    first = monday - timedelta(weeks=weeks - 1)
    by_week: dict[date, list[Line]] = defaultdict(list)
    sessions: dict[date, int] = defaultdict(int)
    for done in log.diary.values():
        if first <= done.date <= until:
            week = done.date - timedelta(days=done.date.weekday())
            sessions[week] += 1
            by_week[week] += done_lines(done, library, settings.body_mass_kg)
    mondays = [first + timedelta(weeks=number) for number in range(weeks)]
    lines = [line for each in mondays for line in by_week[each]]
    whole = sum_up(lines)
    exercises = _by_exercise(lines, whole.hse)
    change = _change(exercises, lines, whole, library, settings)
    sets, level = leg_sets(lines), level_sets(lines)
    return Replay(
        first,
        until,
        tuple(_week(each, sessions[each], by_week[each]) for each in mondays),
        exercises,
        whole,
        sets,
        level,
        change,
        tuple(_words(weeks, sum(sessions.values()), whole, sets, level, change, lines)),
    )


def earlier_words(words: Text, day: Text | str) -> Text:
    """The first of a replay's `words` for weeks that are not the last: up to when they go."""
    return replace(EARLIER, args={**words.args, "day": day})


def _week(monday: date, sessions: int, lines: Sequence[Line]) -> WeekWork:
    return WeekWork(monday, sessions, sum_up(lines), leg_sets(lines), level_sets(lines))


def _by_exercise(lines: Iterable[Line], hse: float) -> tuple[ExerciseWork, ...]:
    found: dict[str, list[Line]] = defaultdict(list)
    for each in lines:
        found[each.item.exercise].append(each)
    rows = [_work(key, each, hse) for key, each in found.items()]
    return tuple(sorted(rows, key=lambda row: (-row.hse, -row.sets, row.name)))


def _work(key: str, lines: Sequence[Line], hse: float) -> ExerciseWork:
    exercise = lines[0].exercise
    dose = fsum(each.dose for each in lines)
    sets = fsum(each.sets for each in lines)
    name = key if exercise is None else exercise.name
    return ExerciseWork(name, exercise, sets, dose, dose / hse if hse else 0.0)


def _change(
    exercises: Sequence[ExerciseWork],
    lines: Sequence[Line],
    whole: Balance,
    library: Library,
    settings: Settings,
) -> Change | None:
    """The exercise with most dose that counts as level, for its next rung; None on the target.

    The only big lift stays: it builds strength that nothing else here does.
    """
    share = whole.asymmetric_share
    if share is None or share >= settings.band_low - ROUNDING:
        return None
    big = {
        each.exercise.id
        for each in lines
        if each.exercise is not None and is_big(each.item, each.exercise, settings.body_mass_kg)
    }
    kept = big if len(big) == 1 else set()
    rows = [
        (each, each.exercise, _level_dose(each))
        for each in exercises
        if each.exercise is not None and each.exercise.id not in kept
    ]
    for row, exercise, dose in sorted(rows, key=lambda row: (-row[2], row[0].name)):
        sibling = _next_rung(exercise, library, settings) if dose else None
        if sibling is not None:
            return _changed(row, exercise, sibling, whole)
    return None


def _next_rung(exercise: Exercise, library: Library, settings: Settings) -> Exercise | None:
    """The nearest step towards running that moves the needle: the first that counts for more."""
    own = counts_as_asymmetric(exercise.asymmetry or 0.0)
    rungs = towards_running(exercise, _known(library), settings.hidden, len(library))
    return next((each for each in rungs if counts_as_asymmetric(each.asymmetry or 0.0) > own), None)


def _known(library: Library) -> Mapping[str, Exercise]:
    """What has been looked at: a guess is no advice."""
    return {key: each for key, each in library.items() if not is_undecided(each)}


def _level_dose(row: ExerciseWork) -> float:
    """The part of its dose that does not count as asymmetric, in HSE."""
    own = None if row.exercise is None else row.exercise.asymmetry
    return 0.0 if own is None else row.hse * (1 - counts_as_asymmetric(own))


def _changed(row: ExerciseWork, exercise: Exercise, sibling: Exercise, whole: Balance) -> Change:
    gained = counts_as_asymmetric(sibling.asymmetry or 0.0)
    gained -= counts_as_asymmetric(exercise.asymmetry or 0.0)
    after = (whole.asymmetric_share or 0.0) + row.share * gained
    return Change(exercise, sibling, row.sets, min(after, 1.0))


def _words(
    weeks: int,
    sessions: int,
    whole: Balance,
    sets: float,
    level: float,
    change: Change | None,
    lines: Sequence[Line],
) -> Iterable[Text]:
    if not sessions:
        yield translate("Replay", "No sessions in these {weeks} weeks.", weeks=weeks)
        return
    if whole.asymmetric_share is None:
        yield translate(
            "Replay", "No leg work in these {weeks} weeks, so there is no share.", weeks=weeks
        )
        return
    yield translate(
        "Replay",
        "Your last {weeks} weeks: {share} % asymmetric; {level} of {sets} sets on level feet",
        weeks=weeks,
        share=percent(whole.asymmetric_share),
        **_of_ten(level, sets),
    )
    unsaid = sum(each.sets for each in lines if each.dose and not each.effort_given)
    if unsaid > ROUNDING:
        yield translate(
            "Replay",
            "{part} % of the sets have no effort logged; each counts as a hard one.",
            part=percent(unsaid / sets),
        )
    if change is not None:
        yield translate(
            "Replay",
            "To change first: {exercise} \u2192 {sibling}. These weeks would have been {share} % "
            "asymmetric.",
            exercise=change.exercise.name,
            sibling=change.sibling.name,
            share=percent(change.share_after),
        )


def _of_ten(level: float, sets: float) -> dict[str, object]:
    """So many of ten; of fewer than ten, as they were."""
    if sets < TENTHS:
        return {"level": f"{level:g}", "sets": f"{sets:g}"}
    return {"level": round(TENTHS * level / sets), "sets": TENTHS}
