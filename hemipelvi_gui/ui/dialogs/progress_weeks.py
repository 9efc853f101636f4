"""What changed numbers do to each week: its dose and its share, before and after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from hemipelvi_gui.coach.findings import percent
from hemipelvi_gui.coach.progress.ahead import apply
from hemipelvi_gui.domain.agenda import Agenda
from hemipelvi_gui.domain.plan import plan_week
from hemipelvi_gui.domain.sums import Sums, add_up
from hemipelvi_gui.domain.units import plain
from hemipelvi_gui.ui.days import week_days
from hemipelvi_gui.ui.dialogs.number_words import ARROW
from hemipelvi_gui.ui.dialogs.table import Column
from hemipelvi_gui.ui.wording import DOT, MISSING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from hemipelvi_gui.coach.progress.walk import Proposal
    from hemipelvi_gui.domain.exercises import Exercise
    from hemipelvi_gui.domain.plan import Plan, Week
    from hemipelvi_gui.domain.session import Session
    from hemipelvi_gui.domain.sums import SessionSum

translate = QCoreApplication.translate


def week_columns() -> tuple[Column, ...]:
    """Headings with what they mean."""
    return (
        Column(
            translate("ProgressDialog", "Week"),
            translate("ProgressDialog", "Of the plan; only weeks in which something changes."),
            figures=False,
        ),
        Column(
            translate("ProgressDialog", "Hard sets (HSE)"),
            translate("ProgressDialog", "The dose of leg work, before and after."),
        ),
        Column(
            translate("ProgressDialog", "Asymmetric"),
            translate("ProgressDialog", "The share of the dose that is asymmetric or gait-like."),
        ),
    )


class Effect:
    """The weeks of a plan with and without proposals; sessions are worked out once for each."""

    def __init__(
        self,
        agenda: Agenda,
        plan: Plan,
        proposals: Iterable[Proposal],
        library: Mapping[str, Exercise],
        body_mass_kg: float | None,
    ) -> None:
        self._agenda, self._plan = agenda, plan
        self._now = Sums(library, body_mass_kg)
        self._then = Sums(library, body_mass_kg)
        self._kept: dict[str, tuple[tuple[Proposal, ...], Session]] = {}
        self._told: dict[date, tuple[tuple[SessionSum, ...], tuple[str, ...]]] = {}
        self._weeks = self._touched(proposals)

    def rows(self, chosen: Sequence[Proposal]) -> list[tuple[str, ...]]:
        """Words for each week that the proposals reach, if the chosen ones are put in place."""
        by_session: dict[str, tuple[Proposal, ...]] = {}
        for each in chosen:
            by_session[each.session] = (*by_session.get(each.session, ()), each)
        return [self._row(week, by_session) for week in self._weeks]

    def _touched(self, proposals: Iterable[Proposal]) -> list[Week]:
        start, days = self._plan.start, self._plan.cycle_days
        if start is None:
            return []
        numbers = {(each.date - start).days // days + 1 for each in proposals}
        return [plan_week(self._plan, number) for number in sorted(numbers)]

    def _row(self, week: Week, chosen: Mapping[str, tuple[Proposal, ...]]) -> tuple[str, ...]:
        there = [
            each
            for day in week.dates
            for each in self._agenda.by_day.get(day, ())
            if each.id in self._agenda.sessions
        ]
        sessions = [self._agenda.sessions[each.id] for each in there]
        then = tuple(self._then.of(self._after(each, chosen)) for each in sessions)
        told = self._told.get(week.first)
        if told is None or told[0] != then:
            now = add_up(self._now.of(each) for each in sessions)
            words = _week_words(week, self._plan), *_figures(now, add_up(then))
            told = self._told[week.first] = then, words
        return told[1]

    def _after(self, session: Session, chosen: Mapping[str, tuple[Proposal, ...]]) -> Session:
        wanted = chosen.get(session.id, ())
        kept = self._kept.get(session.id)
        if kept is None or kept[0] != wanted:
            alone = Agenda({session.id: session})
            kept = wanted, apply(alone, wanted).sessions[session.id]
            self._kept[session.id] = kept
        return kept[1]


def _week_words(week: Week, plan: Plan) -> str:
    words = [week_days(week)]
    if week.number:
        words.insert(0, translate("ProgressDialog", "Week {number}").format(number=week.number))
    if week.number in plan.deloads:
        words.append(translate("ProgressDialog", "deload"))
    return DOT.join(words)


def _figures(now: SessionSum, then: SessionSum) -> tuple[str, str]:
    return (
        _change(plain(round(now.hse, 1)), plain(round(then.hse, 1))),
        _change(_share(now.share), _share(then.share)),
    )


def _change(before: str, after: str) -> str:
    return before if before == after else f"{before}{ARROW}{after}"


def _share(share: float | None) -> str:
    if share is None:
        return MISSING
    return translate("ProgressDialog", "{share} %").format(share=percent(share))
