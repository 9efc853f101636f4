"""What changes of a plan come to, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from hemipelvi_gui.domain.agenda import in_plan
from hemipelvi_gui.domain.plan import plan_week
from hemipelvi_gui.domain.plan_edits import left_outside
from hemipelvi_gui.domain.sums import SessionSum, add_up, sum_of
from hemipelvi_gui.ui.dialogs.plan_words import (
    cards_words,
    dated,
    outside_words,
    span_words,
    step_words,
    weeks_words,
)
from hemipelvi_gui.ui.plain import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hemipelvi_gui.coach.replanning import Ground
    from hemipelvi_gui.domain.agenda import Agenda

translate = QCoreApplication.translate


class Consequences:
    """Compares a plan and what is its before and after."""

    def __init__(self, before: Agenda, after: Agenda, plan_id: str, ground: Ground) -> None:
        self._before, self._after = before, after
        self._was, self._plan = before.plans[plan_id], after.plans[plan_id]
        self._ground = ground

    def start(self) -> str:
        """When it is, and how far everything moves."""
        words = [translate("Plans", "{days}.").format(days=span_words(self._plan))]
        was, now = self._was.start, self._plan.start
        cards = len(in_plan(self._before, self._plan.id))
        if was is not None and now is not None and was != now and cards:
            said = translate("Plans", "All {cards} move {step}.")
            if self._was.goal:
                said = translate("Plans", "All {cards} move {step}, the race too.")
            words.append(said.format(cards=cards_words(cards), step=step_words((now - was).days)))
        return " ".join(words)

    def weeks(self) -> str:
        """What then lies outside, and what becomes of weeks of another length."""
        words = []
        if self._plan.cycle_days != self._was.cycle_days:
            words.append(translate("Plans", "No card moves: the weeks are cut anew."))
        outside = {each.id for each in left_outside(self._before, self._was)}
        found = [each for each in left_outside(self._after, self._plan) if each.id not in outside]
        words.append(outside_words(found))
        words.append(self._more())
        return " ".join(filter(None, words))

    def deloads(self, weeks: Sequence[int]) -> str:
        """What becomes of weeks that are or are no more a deload."""
        return "\n".join(self._deload(each) for each in weeks if each <= self._plan.weeks)

    def goal(self) -> str:
        """What becomes of the race and the sessions before it."""
        race = self._after.runs.get(self._plan.goal)
        was = self._before.runs.get(self._was.goal)
        moved = race is not None and was is not None and race.date != was.date
        if self._plan.goal == self._was.goal and not moved:
            return ""
        if race is None:
            return translate("Plans", "Without a race nothing is tapered.") + self._resized()
        said = translate("Plans", "{race} is on {day}: sets go in the two weeks before it.")
        name = one_line(race.name, 40)
        return said.format(race=name, day=dated(race.date, self._ground.today)) + self._resized()

    def _more(self) -> str:
        """Cards of weeks that are new."""
        there = {each.id for each in in_plan(self._before, self._plan.id)}
        count = sum(each.id not in there for each in in_plan(self._after, self._plan.id))
        count -= self._plan.goal not in there and self._plan.goal in self._after.runs
        more = self._plan.weeks - self._was.weeks
        if more < 1 or self._plan.cycle_days != self._was.cycle_days:
            return ""
        if not count:
            said = translate("Plans", "{weeks} without cards come after week {last}.")
            if more == 1:
                said = translate("Plans", "{weeks} without cards comes after week {last}.")
            return said.format(weeks=weeks_words(more), last=self._was.weeks)
        said = translate("Plans", "{weeks} more, with {cards}.")
        words = said.format(weeks=weeks_words(more), cards=cards_words(count))
        deloads = sum(week > self._was.weeks for week in self._plan.deloads)
        if deloads == 1:
            return words + " " + translate("Plans", "1 of them is a deload.")
        if deloads:
            said = translate("Plans", "{count} of them are deloads.")
            return words + " " + said.format(count=deloads)
        return words

    def _resized(self) -> str:
        """How many sessions have other sets then."""
        count = sum(
            (was := self._before.sessions.get(key)) is not None and was.blocks != each.blocks
            for key, each in self._after.sessions.items()
            if each.plan == self._plan.id
        )
        if not count:
            return ""
        if count == 1:
            return " " + translate("Plans", "1 session has other sets.")
        return " " + translate("Plans", "{count} sessions have other sets.").format(count=count)

    def _deload(self, week: int) -> str:
        on = week in self._plan.deloads
        old, new = self._sum(self._before, week, was=True), self._sum(self._after, week, was=False)
        if not old.hse and not new.hse:
            said = translate("Plans", "Week {week} has no gym sessions.")
        elif on:
            said = translate(
                "Plans", "Week {week} is a deload: {old} \u2192 {new} HSE ({change} %), loads stay."
            )
        else:
            said = translate(
                "Plans", "Week {week} is a usual one: {old} \u2192 {new} HSE, loads stay."
            )
        change = round(100 * (new.hse - old.hse) / old.hse) if old.hse else 0
        shown = f"\u2212{-change}" if change < 0 else str(change)
        return said.format(week=week, old=round(old.hse), new=round(new.hse), change=shown)

    def _sum(self, agenda: Agenda, week: int, *, was: bool) -> SessionSum:
        plan = self._was if was else self._plan
        if plan.start is None or week > plan.weeks:
            return SessionSum()
        days = plan_week(plan, week)
        mass = self._ground.settings.body_mass_kg
        return add_up(
            sum_of(each, self._ground.library, mass)
            for each in agenda.sessions.values()
            if each.plan == plan.id and each.date in days
        )
