"""Which days are in a lighter week, and what is left of their sessions."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from hemipelvi_gui.coach.progress.lighten import (
    DELOAD_KEEP,
    RACE_WEEK_KEEP,
    TAPER_KEEP,
    lighter,
)
from hemipelvi_gui.domain.balance import Library, balance
from hemipelvi_gui.domain.plan import DAYS_A_WEEK, Plan, plan_week, week_number
from hemipelvi_gui.domain.runs import Run, RunKind
from hemipelvi_gui.domain.session import Item, Session, items
from hemipelvi_gui.domain.text import Text, translate

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from hemipelvi_gui.domain.agenda import Agenda
    from hemipelvi_gui.domain.session import Block
    from hemipelvi_gui.domain.settings import Settings

# A single short week says little of what is usual, so the fullest of some is taken.
USUAL_WEEKS = 3
# MODEL.md section 4: more than this in a week is worth a word.
MOST_RISE, BACK_OFF = 0.1, 0.1


class Kept(NamedTuple):
    """What is left of the usual dose, in [0, 1]: of a deload, two weeks and one before a race.

    `rise` is the part of a load that it may go up within a week without a word, `back_off` what is
    taken from it after two times that were not all done.
    """

    deload: float = DELOAD_KEEP
    taper: float = TAPER_KEEP
    race_week: float = RACE_WEEK_KEEP
    rise: float = MOST_RISE
    back_off: float = BACK_OFF


USUAL = Kept()


def kept(settings: Settings) -> Kept:
    """What is left of the usual dose in lighter weeks, and steps of load, as they are set."""
    return Kept(
        1 - settings.deload_cut,
        1 - settings.taper_first,
        1 - settings.taper_last,
        settings.load_step,
        settings.back_off,
    )


class LightWeek(NamedTuple):
    """A lighter stretch of `days` days; `race` is the one it leads to, None for a deload."""

    first: date
    days: int
    keep: float
    race: Run | None = None

    def cause(self, day: date) -> Text:
        """Why a day is in it."""
        if self.race is None:
            return translate("Progress", "Deload week")
        left = (self.race.date - day).days
        if left == 1:
            return translate("Progress", "The day before {race}", race=self.race.name)
        return translate("Progress", "{days} days before {race}", days=left, race=self.race.name)


def race_of(agenda: Agenda, plan: Plan | None) -> Run | None:
    """The race a plan leads to; None where there is none, or it is skipped, or no race."""
    race = None if plan is None else agenda.runs.get(plan.goal)
    return race if race and race.kind is RunKind.RACE and not race.skipped else None


def light_week(plan: Plan | None, race: Run | None, day: date, kept: Kept) -> LightWeek | None:
    """The lighter week a day is in. A taper comes before a deload; the race's day is in neither."""
    if race is not None:
        left = (race.date - day).days
        if 0 < left <= DAYS_A_WEEK:
            return LightWeek(_before(race, 1), DAYS_A_WEEK, kept.race_week, race)
        if DAYS_A_WEEK < left <= 2 * DAYS_A_WEEK:
            return LightWeek(_before(race, 2), DAYS_A_WEEK, kept.taper, race)
    number = 0 if plan is None else week_number(plan, day)
    if plan is None or not number or number not in plan.deloads:
        return None
    return LightWeek(plan_week(plan, number).first, plan.cycle_days, kept.deload)


def _before(race: Run, weeks: int) -> date:
    # The calendar has a first day, too.
    return date.fromordinal(max(1, race.date.toordinal() - weeks * DAYS_A_WEEK))


def usual_session(now: Session, usual: Session | None) -> Session:
    """What a session of a lighter week would be in a usual one: sets as there, all else as now."""
    if usual is None:
        return now
    here = {item.id: item for item in items(now)}
    there = {item.id for item in items(usual)}
    blocks = tuple(
        replace(block, items=tuple(_as_usual(item, here) for item in block.items))
        for block in usual.blocks
    )
    own = tuple(_only(block, here.keys() - there) for block in now.blocks)
    return replace(now, blocks=(*blocks, *(block for block in own if block.items)))


def _as_usual(usual: Item, here: Mapping[str, Item]) -> Item:
    now = here.get(usual.id)
    if now is None:
        return usual
    if now.exercise != usual.exercise:
        return now
    return replace(now, prescription=replace(now.prescription, sets=usual.prescription.sets))


def _only(block: Block, wanted: set[str]) -> Block:
    return replace(block, items=tuple(item for item in block.items if item.id in wanted))


def sets_left(
    week: LightWeek,
    usual: Sequence[Session],
    reference: float,
    library: Library,
    body_mass_kg: float | None = None,
) -> dict[tuple[str, str], int]:
    """How many sets each item keeps, by session and item id; none: it goes.

    `usual` are the week's sessions as they would be otherwise; `reference` is the dose of a usual
    week of seven days in HSE, 0 where there is none.
    """
    whole = sum(balance(each, library, body_mass_kg).hse for each in usual)
    wanted = week.keep * (reference * week.days / DAYS_A_WEEK or whole)
    keep = min(wanted / whole, 1.0) if whole else 1.0
    light = lighter(usual, library, keep, week.race is not None, body_mass_kg)
    return {
        (session.id, item.id): item.prescription.sets
        for session in light
        for item in items(session)
    }
