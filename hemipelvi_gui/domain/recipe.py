"""A ready plan before it has a date: which sessions and runs go on which days of which weeks."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from hemipelvi_gui.domain.plan import DAYS_A_WEEK, Phase, Week
from hemipelvi_gui.domain.plan_edits import first_phases
from hemipelvi_gui.domain.progression import Progression
from hemipelvi_gui.domain.run_grammar import Typed, parse_run

# Any Monday: lines of runs name weekdays, and are read within this week.
SOME_MONDAY = datetime.date(2001, 1, 1)
BLANK = "{}"


@dataclass(frozen=True)
class GymDay:
    """A ready session on one day of some weeks.

    `session` is the name of its file, `day` counts from 0, `weeks` from 1. `progress` says how
    exercises go on, by their ids.
    """

    session: str
    day: int
    start: datetime.time | None
    weeks: tuple[int, ...]
    progress: Mapping[str, Progression] = field(default_factory=dict)


@dataclass(frozen=True)
class RunLine:
    """A line of the run grammar for some weeks, from 1.

    `by_week` fills the line's `{}`, one for each of the weeks; empty where there is none to fill.
    """

    line: str
    weeks: tuple[int, ...]
    by_week: tuple[str, ...] = ()

    def said(self) -> tuple[tuple[int, str], ...]:
        """The line of each week."""
        filled = self.by_week or ("",) * len(self.weeks)
        return tuple(
            (week, self.line.replace(BLANK, each))
            for week, each in zip(self.weeks, filled, strict=True)
        )


@dataclass(frozen=True)
class Recipe:
    """A ready plan. `id` is the name of its file, `race` the week of its race and its line."""

    id: str
    name: str
    about: str
    weeks: int
    cycle_days: int = DAYS_A_WEEK
    phases: tuple[Phase, ...] = ()
    deloads: tuple[int, ...] = ()
    gym: tuple[GymDay, ...] = ()
    runs: tuple[RunLine, ...] = ()
    race: tuple[int, str] | None = None

    @property
    def repeats(self) -> bool:
        """Whether it can go on for as many weeks as one likes: one that leads to a race can't."""
        return self.race is None


def some_week(cycle_days: int) -> Week:
    """The week in which days and lines of a recipe are read."""
    return Week(SOME_MONDAY, cycle_days)


def run_of(line: str, cycle_days: int) -> tuple[int, Typed]:
    """What a line says, and the day of the week it is on, from 0. Raises RunError.

    Raises ValueError where its day lies outside the week, as that of a date does.
    """
    week = some_week(cycle_days)
    typed = parse_run(line, week, None)
    if typed.date not in week:
        raise ValueError(line)
    return (typed.date - week.first).days, typed


def stretched(recipe: Recipe, weeks: int) -> Recipe:
    """The recipe for another number of weeks: over again from its first one, or cut short.

    Raises ValueError where it leads to a race.
    """
    if weeks == recipe.weeks:
        return recipe
    if not recipe.repeats:
        raise ValueError(recipe.id)

    def again(chosen: tuple[int, ...]) -> tuple[int, ...]:
        there = set(chosen)
        return tuple(week for week in range(1, weeks + 1) if (week - 1) % recipe.weeks + 1 in there)

    return replace(
        recipe,
        weeks=weeks,
        phases=_phases_again(recipe, weeks),
        deloads=again(recipe.deloads),
        gym=tuple(replace(each, weeks=again(each.weeks)) for each in recipe.gym),
        runs=tuple(_line_again(each, again(each.weeks), recipe.weeks) for each in recipe.runs),
    )


def _line_again(line: RunLine, weeks: tuple[int, ...], turn: int) -> RunLine:
    filled = dict(zip(line.weeks, line.by_week, strict=False))
    by_week = tuple(filled[(week - 1) % turn + 1] for week in weeks) if filled else ()
    return replace(line, weeks=weeks, by_week=by_week)


def _phases_again(recipe: Recipe, weeks: int) -> tuple[Phase, ...]:
    if sum(each.weeks for each in recipe.phases) < recipe.weeks:
        # Weeks without a phase at the end would move the phases of the next turn.
        return first_phases(recipe.phases, weeks)
    return first_phases(recipe.phases * -(-weeks // recipe.weeks), weeks)


def joined_late(recipe: Recipe, weeks: int) -> Recipe:
    """The recipe without its first `weeks` weeks."""
    if weeks <= 0:
        return recipe
    race = None if recipe.race is None else (recipe.race[0] - weeks, recipe.race[1])
    return replace(
        recipe,
        weeks=recipe.weeks - weeks,
        phases=first_phases(recipe.phases, recipe.weeks, weeks),
        deloads=_later(recipe.deloads, weeks),
        gym=tuple(replace(each, weeks=_later(each.weeks, weeks)) for each in recipe.gym),
        runs=tuple(_line_later(each, weeks) for each in recipe.runs),
        race=race,
    )


def _later(chosen: tuple[int, ...], weeks: int) -> tuple[int, ...]:
    return tuple(week - weeks for week in chosen if week > weeks)


def _line_later(line: RunLine, weeks: int) -> RunLine:
    gone = sum(week <= weeks for week in line.weeks)
    return replace(line, weeks=_later(line.weeks, weeks), by_week=line.by_week[gone:])
