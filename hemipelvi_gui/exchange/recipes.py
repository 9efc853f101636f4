"""Ready plans: small JSON files under resources/templates/plans, read and checked.

A recipe names ready sessions by their files, days as "Tue" or "day 3", weeks as "1-3, 5", and runs
in the words in which they are typed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, NoReturn

import msgspec

from hemipelvi_gui.coach.plan_checks import plan_fault
from hemipelvi_gui.domain.plan import DAYS_A_WEEK, Phase, Plan
from hemipelvi_gui.domain.progression import Progression
from hemipelvi_gui.domain.recipe import BLANK, GymDay, Recipe, RunLine, run_of, some_week
from hemipelvi_gui.domain.run_days import day_at
from hemipelvi_gui.domain.run_grammar import RunError
from hemipelvi_gui.domain.runs import RunKind
from hemipelvi_gui.domain.settings import clock
from hemipelvi_gui.domain.text import Text, translate
from hemipelvi_gui.exchange.files import content_of
from hemipelvi_gui.exchange.limits import strict_json
from hemipelvi_gui.exchange.shape import ContentError, FileError, reason_and_place, shown
from hemipelvi_gui.paths import resource

if TYPE_CHECKING:
    import datetime
    from collections.abc import Collection
    from pathlib import Path

SPAN = re.compile(r"\s*(\d{1,3})\s*(?:-\s*(\d{1,3}))?\s*")
MEND = translate("PlanFile", "Install Hemipelvi again, or mend the file.")


@dataclass(frozen=True)
class GymEntry:
    """A ready session, its day, its time of day ("" for none) and its weeks ("" for all)."""

    session: str
    day: str
    time: str = ""
    weeks: str = ""
    progress: dict[str, Progression] = field(default_factory=dict)


@dataclass(frozen=True)
class RunEntry:
    """A line, its weeks ("" for all), and what fills its `{}` in each of them."""

    line: str
    weeks: str = ""
    by_week: tuple[str, ...] = ()


@dataclass(frozen=True)
class RaceEntry:
    """The race's line and week."""

    line: str
    week: int


@dataclass(frozen=True)
class RecipeFile:
    """What a file says."""

    name: str
    about: str
    weeks: int
    cycle_days: int = DAYS_A_WEEK
    phases: tuple[Phase, ...] = ()
    deloads: tuple[int, ...] = ()
    gym: tuple[GymEntry, ...] = ()
    runs: tuple[RunEntry, ...] = ()
    race: RaceEntry | None = None


Kind = type[RecipeFile] | type[GymEntry] | type[RunEntry] | type[RaceEntry]


def recipe_files() -> list[Path]:
    """The files of all ready plans."""
    return sorted(resource("templates", "plans").glob("*.json"))


def recipes(sessions: Collection[str] | None = None) -> list[Recipe]:
    """All ready plans, by the names of their files. Raises FileError."""
    return [read_recipe(path, sessions) for path in recipe_files()]


def read_recipe(path: Path, sessions: Collection[str] | None = None) -> Recipe:
    """The recipe in a file. Raises FileError with the place of what is wrong.

    `sessions` are the names that it may give for ready sessions; None: those that ship.
    """
    if sessions is None:
        sessions = {each.stem for each in resource("templates", "sessions").glob("*.hemiplan")}
    try:
        return recipe_from(content_of(path), path.stem, sessions)
    except ContentError as refusal:
        advice = refusal.advice or MEND
        raise FileError(path, refusal.reason, refusal.where, advice) from refusal


def recipe_from(content: bytes, recipe_id: str, sessions: Collection[str]) -> Recipe:
    """The recipe that some JSON says. Raises ContentError."""
    raw = strict_json(content)
    _check_keys(raw)
    try:
        file = msgspec.convert(raw, RecipeFile, strict=True)
    except msgspec.ValidationError as error:
        reason, where = reason_and_place(error)
        raise ContentError(translate("PlanFile", "{what}.", what=reason), where) from error
    phases, deloads = tuple(file.phases), tuple(sorted(set(file.deloads)))
    plan = Plan(recipe_id, file.name, None, file.weeks, file.cycle_days, phases, deloads)
    wrong = plan_fault(plan)
    if wrong is not None:
        raise ContentError(wrong)
    return Recipe(
        recipe_id,
        file.name,
        file.about,
        file.weeks,
        file.cycle_days,
        phases,
        deloads,
        tuple(
            _gym_day(file, each, sessions, f"gym[{place}]") for place, each in enumerate(file.gym)
        ),
        tuple(_run_line(file, each, f"runs[{place}]") for place, each in enumerate(file.runs)),
        None if file.race is None else _race(file, file.race),
    )


def _check_keys(raw: object) -> None:
    """A misspelt key would be passed over in silence."""
    if isinstance(raw, dict):
        _refuse_others(raw, RecipeFile, "")
        kinds: tuple[tuple[str, Kind], ...] = (("gym", GymEntry), ("runs", RunEntry))
        for key, kind in kinds:
            entries = raw.get(key)
            for place, each in enumerate(entries if isinstance(entries, list) else ()):
                _refuse_others(each, kind, f"{key}[{place}].")
        _refuse_others(raw.get("race"), RaceEntry, "race.")


def _refuse_others(raw: object, kind: Kind, where: str) -> None:
    known = {each.name for each in fields(kind)}
    for key in raw if isinstance(raw, dict) else ():
        if key not in known:
            raise ContentError(
                translate("PlanFile", "{key} is no part of a ready plan.", key=shown(str(key))),
                f"{where}{shown(str(key))}",
            )


def _gym_day(file: RecipeFile, entry: GymEntry, sessions: Collection[str], where: str) -> GymDay:
    if entry.session not in sessions:
        _refuse(f"{where}.session", _no_session(entry.session))
    try:
        start: datetime.time | None = clock(entry.time) if entry.time else None
    except ValueError:
        _refuse(
            f"{where}.time",
            translate("PlanFile", "{time} is no time of day.", time=shown(entry.time)),
        )
    week = some_week(file.cycle_days)
    day = day_at(entry.day, 0, week)
    if day is None or day.end < len(entry.day) or day.date not in week:
        wrong = translate("PlanFile", "{day} is no day of the week.", day=shown(entry.day))
        _refuse(f"{where}.day", (day and day.wrong) or wrong)
    return GymDay(
        entry.session,
        (day.date - week.first).days,
        start,
        _weeks(entry.weeks, file.weeks, f"{where}.weeks"),
        entry.progress,
    )


def _no_session(name: str) -> Text:
    return translate("PlanFile", "there is no ready session {name}.", name=shown(name))


def _run_line(file: RecipeFile, entry: RunEntry, where: str) -> RunLine:
    weeks = _weeks(entry.weeks, file.weeks, f"{where}.weeks")
    filled, blanks = len(entry.by_week), entry.line.count(BLANK)
    if bool(filled) != bool(blanks) or (filled and filled != len(weeks)):
        _refuse(
            f"{where}.by_week",
            translate(
                "PlanFile",
                "{filled} amounts for {weeks} weeks; each fills the {blank} of the line.",
                filled=filled,
                weeks=len(weeks),
                blank=BLANK,
            ),
        )
    line = RunLine(entry.line, weeks, entry.by_week)
    for _, said in line.said():
        _kind(said, file.cycle_days, f"{where}.line")
    return line


def _race(file: RecipeFile, entry: RaceEntry) -> tuple[int, str]:
    if not 1 <= entry.week <= file.weeks:
        _refuse("race.week", _no_week(entry.week, file.weeks))
    if _kind(entry.line, file.cycle_days, "race.line") is not RunKind.RACE:
        _refuse("race.line", translate("PlanFile", "this is no race."))
    return entry.week, entry.line


def _kind(line: str, cycle_days: int, where: str) -> RunKind:
    try:
        return run_of(line, cycle_days)[1].kind
    except RunError as error:
        place = f"{where}, column {error.column + 1}"
        raise ContentError(Text("PlanFile", str(error.message)), place) from error
    except ValueError as error:
        wrong = translate("PlanFile", "a run is on a day of the week, not on a date.")
        raise ContentError(wrong, where) from error


def _weeks(words: str, most: int, where: str) -> tuple[int, ...]:
    """Weeks from "1-3, 5"; all where nothing is said."""
    chosen: set[int] = set()
    for part in words.split(",") if words.strip() else [f"1-{most}"]:
        found = SPAN.fullmatch(part)
        if found is None:
            _refuse(where, translate("PlanFile", "{weeks} are no weeks.", weeks=shown(words)))
        first, last = int(found[1]), int(found[2] or found[1])
        for week in (first, last):
            if not 1 <= week <= most:
                _refuse(where, _no_week(week, most))
        if last < first:
            _refuse(where, translate("PlanFile", "{weeks} are no weeks.", weeks=shown(words)))
        chosen.update(range(first, last + 1))
    return tuple(sorted(chosen))


def _no_week(week: int, most: int) -> Text:
    return translate("PlanFile", "there is no week {week} of {most}.", week=week, most=most)


def _refuse(where: str, reason: Text) -> NoReturn:
    raise ContentError(reason, where)
