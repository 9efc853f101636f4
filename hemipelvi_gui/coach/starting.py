"""A plan begun from a recipe: dates from a start, or counted back from the day of the race."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from hemipelvi_gui.coach.gym_change import for_gym
from hemipelvi_gui.coach.plan_checks import PAST_THE_CALENDAR, race_past, weeks_fault
from hemipelvi_gui.coach.progress.ahead import apply, plan_ahead
from hemipelvi_gui.coach.progress.light_weeks import kept
from hemipelvi_gui.domain.agenda import Agenda, with_entries
from hemipelvi_gui.domain.agenda_edits import instance
from hemipelvi_gui.domain.errors import KnownError
from hemipelvi_gui.domain.plan import DAYS_A_WEEK, Plan
from hemipelvi_gui.domain.recipe import GymDay, Recipe, joined_late, run_of, stretched
from hemipelvi_gui.domain.session import Session, new_id
from hemipelvi_gui.domain.settings import Settings
from hemipelvi_gui.domain.text import Text, translate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from hemipelvi_gui.domain.balance import Library
    from hemipelvi_gui.domain.gyms import Gym
    from hemipelvi_gui.domain.progression import Progression
    from hemipelvi_gui.domain.run_grammar import Typed
    from hemipelvi_gui.domain.runs import Run

USUAL = Settings()
FIRST, LAST = date.min.toordinal(), date.max.toordinal()


class Choices(NamedTuple):
    """What a runner chooses of a ready plan.

    Nothing is planned before `start`. A plan of seven-day weeks starts on the Monday of its week.
    With `race_day` it is counted back from there instead; of what lies before `start` whole weeks
    are left out of the plan. `weeks` None: as many as the recipe has. `gym` None: the ready
    sessions' own equipment. `name` "": the recipe's.
    """

    start: date
    race_day: date | None = None
    weeks: int | None = None
    gym: Gym | None = None
    name: str = ""


class _Place(NamedTuple):
    """The recipe as it will be done, and the first day of its first week."""

    recipe: Recipe
    first: int


def start_fault(recipe: Recipe, choices: Choices, today: date | None = None) -> Text | None:
    """Why a recipe can't be begun so, in a sentence; None where it can."""
    start, race_day, weeks = choices.start, choices.race_day, choices.weeks
    wrong = None if weeks is None else weeks_fault(weeks)
    if wrong is not None:
        return wrong
    if recipe.race is None and race_day is not None:
        return translate("Plan", "This plan leads to no race.")
    if recipe.race is not None and weeks not in (None, recipe.weeks):
        return translate(
            "Plan",
            "This plan leads to a race in week {week}, so its weeks are set.",
            week=recipe.race[0],
        )
    if race_day is not None and today is not None and race_day < today:
        return race_past(race_day, today)
    if race_day is not None and race_day < start:
        return translate("Plan", "The race is before the plan starts.")
    place = _place(recipe, choices)
    if place.first < FIRST or place.first + place.recipe.weeks * recipe.cycle_days - 1 > LAST:
        return PAST_THE_CALENDAR
    return None


def begin(
    recipe: Recipe,
    choices: Choices,
    templates: Mapping[str, Session],
    library: Library,
    settings: Settings = USUAL,
    fresh: Callable[[], str] = new_id,
) -> Agenda:
    """The plan, its sessions and its runs, and nothing else: to be added to an agenda.

    `templates` are ready sessions by the names of their files; KeyError for one that is missing.
    Deload weeks and the taper have fewer sets, loads as ever. Each gym day of the recipe is a
    family: its sessions are instances of one template. Raises KnownError for what `start_fault`
    says.
    """
    wrong = start_fault(recipe, choices)
    if wrong is not None:
        raise KnownError(wrong, translate("Plan", "Choose another day or another plan."))
    done, first = _place(recipe, choices)
    plan = Plan(
        fresh(),
        choices.name.strip() or recipe.name,
        date.fromordinal(first),
        done.weeks,
        recipe.cycle_days,
        done.phases,
        done.deloads,
        notes=recipe.about,
    )
    place = _Place(done, first)
    progress: dict[str, Mapping[str, Progression]] = {}
    sessions = []
    for day, template in _families(done, choices, templates, library, settings, fresh):
        progress[template.id] = day.progress
        for week in day.weeks:
            when = _day(place, week, day.day)
            if when >= choices.start:
                sessions.append(instance(template, when, plan.id, day.start, fresh()))
    runs = [each for each in _runs(place, plan, fresh) if each.date >= choices.start]
    if done.race is not None:
        race = _race(place, plan, fresh)
        runs.append(race)
        plan = replace(plan, goal=race.id)
    whole = with_entries(Agenda(plans={plan.id: plan}), [*sessions, *runs])
    light = plan_ahead(
        whole,
        plan,
        library,
        date.fromordinal(first),
        body_mass_kg=settings.body_mass_kg,
        kept=kept(settings),
    )
    return _with_progress(apply(whole, light), progress)


def begin_empty(
    name: str,
    start: date,
    weeks: int,
    cycle_days: int = DAYS_A_WEEK,
    fresh: Callable[[], str] = new_id,
) -> Agenda:
    """A plan without sessions and runs. `plan_checks.plan_fault` says whether it can be so."""
    plan = Plan(fresh(), name.strip(), start, weeks, cycle_days)
    return Agenda(plans={plan.id: plan})


def _place(recipe: Recipe, choices: Choices) -> _Place:
    """Days are counted as ordinals: far from today they may lie outside the calendar."""
    start = choices.start.toordinal()
    if recipe.race is not None and choices.race_day is not None:
        week, line = recipe.race
        day, _ = run_of(line, recipe.cycle_days)
        first = choices.race_day.toordinal() - (week - 1) * recipe.cycle_days - day
        late = max(0, (start - first) // recipe.cycle_days)
        return _Place(joined_late(recipe, late), first + late * recipe.cycle_days)
    if recipe.cycle_days == DAYS_A_WEEK:
        start -= choices.start.weekday()
    return _Place(stretched(recipe, choices.weeks or recipe.weeks), start)


def _day(place: _Place, week: int, day: int) -> date:
    return date.fromordinal(place.first + (week - 1) * place.recipe.cycle_days + day)


def _families(
    recipe: Recipe,
    choices: Choices,
    templates: Mapping[str, Session],
    library: Library,
    settings: Settings,
    fresh: Callable[[], str],
) -> Iterator[tuple[GymDay, Session]]:
    """Each gym day with the template of its sessions."""
    gym = choices.gym
    for day in recipe.gym:
        ready = templates[day.session]
        if gym is not None:
            ready = for_gym(ready, gym.equipment, library, settings, gym.name).session
        yield day, replace(ready, id=fresh(), template="")


def _runs(place: _Place, plan: Plan, fresh: Callable[[], str]) -> Iterator[Run]:
    known: dict[str, tuple[int, Typed]] = {}
    for line in place.recipe.runs:
        series = fresh()
        for week, said in line.said():
            if said not in known:
                known[said] = run_of(said, plan.cycle_days)
            day, typed = known[said]
            made = typed.run(fresh(), plan.id)
            yield replace(made, date=_day(place, week, day), series=series)


def _race(place: _Place, plan: Plan, fresh: Callable[[], str]) -> Run:
    week, line = place.recipe.race or (1, "")
    day, typed = run_of(line, plan.cycle_days)
    return replace(typed.run(fresh(), plan.id), date=_day(place, week, day))


def _with_progress(agenda: Agenda, progress: Mapping[str, Mapping[str, Progression]]) -> Agenda:
    changed = [
        _progressing(each, wanted)
        for each in agenda.sessions.values()
        if (wanted := progress[each.template])
    ]
    return with_entries(agenda, changed)


def _progressing(session: Session, wanted: Mapping[str, Progression]) -> Session:
    blocks = tuple(
        replace(
            block,
            items=tuple(
                replace(item, progression=wanted.get(item.exercise, item.progression))
                for item in block.items
            ),
        )
        for block in session.blocks
    )
    return replace(session, blocks=blocks)
