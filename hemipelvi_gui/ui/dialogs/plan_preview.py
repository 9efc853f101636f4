"""A plan at a glance: its weeks as bars of share, and the cards of one of them in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout

from hemipelvi_gui.coach.findings import percent
from hemipelvi_gui.domain.agenda import entries_on, plan_weeks
from hemipelvi_gui.domain.plan import phase_of
from hemipelvi_gui.domain.session import Session
from hemipelvi_gui.domain.sums import SessionSum, Sums, add_up
from hemipelvi_gui.domain.units import range_words
from hemipelvi_gui.sheets.plain import unbroken
from hemipelvi_gui.sheets.plan_words import entry_name, facts
from hemipelvi_gui.ui.days import day_name
from hemipelvi_gui.ui.plain import plain_label
from hemipelvi_gui.ui.planning.bars import Bars
from hemipelvi_gui.ui.planning.bars_picture import Bar
from hemipelvi_gui.ui.planning.week_marks import marks_words, races_in, week_name
from hemipelvi_gui.ui.wording import DOT

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QLabel

    from hemipelvi_gui.domain.agenda import Agenda, Entry
    from hemipelvi_gui.domain.balance import Library
    from hemipelvi_gui.domain.plan import Plan, Week
    from hemipelvi_gui.domain.settings import Settings
    from hemipelvi_gui.ui.theme import Theme

translate = QCoreApplication.translate


class PlanPreview(QFrame):
    """Shows a plan that is not put in place yet. A bar that is chosen shows its week's cards."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("kind", "panel")
        self._theme = theme
        # What is beside it stays where it is while there is nothing to show.
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.setSizePolicy(policy)
        self._agenda: Agenda | None = None
        self._plan: Plan | None = None
        self._sums: Sums | None = None
        self._shown: Week | None = None
        self._limits = (0.5, 0.6, 0.85)
        self._today: date | None = None
        self.heading = plain_label(kind="heading")
        self.bars = Bars(theme)
        self.bars.chosen.connect(self._choose)
        self.week_name = plain_label(kind="strong")
        self.week_name.setWordWrap(True)
        self._days: list[tuple[QLabel, QLabel]] = []
        self._grid = QGridLayout()
        self._grid.setColumnStretch(1, 1)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.heading)
        self._column.addWidget(self.bars)
        self._column.addWidget(self.week_name)
        self._column.addLayout(self._grid)
        self._column.addStretch(1)
        self.restyle()

    @property
    def day_lines(self) -> list[str]:
        """What is said of each day of the shown week."""
        return [
            f"{day.text()} {words.text()}" for day, words in self._days if day.isVisibleTo(self)
        ]

    def show_plan(
        self, agenda: Agenda, plan: Plan, library: Library, settings: Settings, today: date
    ) -> None:
        """Show a plan with what is its in an agenda; the shown week stays where it is there."""
        self._agenda, self._plan, self._today = agenda, plan, today
        self._sums = Sums(library, settings.body_mass_kg)
        self._limits = (settings.floor, settings.band_low, settings.band_high)
        weeks = plan_weeks(agenda, plan.id)
        number = 1 if self._shown is None else self._shown.number
        self._shown = weeks[min(number, len(weeks)) - 1] if weeks else None
        shares = [self._share(each) for each in weeks]
        worked = [each for each in shares if each is not None]
        self.heading.setText(translate("Plans", "No gym days yet"))
        if worked:
            said = translate("Plans", "{range} % asymmetric, week by week")
            low, high = percent(min(worked)), percent(max(worked))
            self.heading.setText(said.format(range=range_words(low, high)))
        self.bars.setVisible(bool(worked))
        self._show_weeks()
        self.bars.show_bars(
            tuple(self._bar(week, share) for week, share in zip(weeks, shares, strict=True))
        )
        self._show_days()

    def restyle(self) -> None:
        """Take sizes from the theme."""
        px = self._theme.px
        self._column.setContentsMargins(px(14), px(10), px(14), px(12))
        self._column.setSpacing(px(6))
        self._grid.setHorizontalSpacing(px(12))
        self._grid.setVerticalSpacing(px(3))
        self.bars.setFixedHeight(px(150))

    def _choose(self, week: Week) -> None:
        self._shown = week
        self._show_weeks()
        self._show_days()

    def _show_weeks(self) -> None:
        if self._plan is not None and self._agenda is not None and self._shown is not None:
            weeks = plan_weeks(self._agenda, self._plan.id)
            self.bars.show_weeks(weeks, self._shown, self._today or self._shown.first, self._limits)

    def _share(self, week: Week) -> float | None:
        return add_up(self._sum(each) for day in week.dates for each in self._on(day)).share

    def _sum(self, entry: Entry) -> SessionSum:
        is_gym = self._sums is not None and isinstance(entry, Session)
        return self._sums.of(entry) if self._sums and is_gym else SessionSum()  # type: ignore[arg-type]

    def _on(self, day: date) -> tuple[Entry, ...]:
        return () if self._agenda is None else entries_on(self._agenda, day)

    def _bar(self, week: Week, share: float | None) -> Bar:
        agenda, plan = self._agenda, self._plan
        races = () if agenda is None else races_in(agenda, week)
        phase = None if plan is None else phase_of(plan, week.number)
        is_deload = plan is not None and week.number in plan.deloads
        said = translate("Plans", "no leg work")
        if share is not None:
            said = translate("Plans", "{share} % asymmetric").format(share=percent(share))
        lines = (week_name(week), said, marks_words(plan, week, races))
        return Bar(week, share, phase, is_deload, bool(races), "\n".join(filter(None, lines)))

    def _show_days(self) -> None:
        week, agenda = self._shown, self._agenda
        days = () if week is None else week.dates
        while len(self._days) < len(days):
            pair = plain_label(kind="muted"), plain_label()
            pair[1].setWordWrap(True)
            row = len(self._days)
            self._grid.addWidget(pair[0], row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(pair[1], row, 1)
            self._days.append(pair)
        for number, (day, words) in enumerate(self._days):
            there = number < len(days)
            day.setVisible(there)
            words.setVisible(there)
            if there:
                day.setText(day_name(days[number]))
                cards = "; ".join(self._card(each) for each in self._on(days[number]))
                words.setText(cards or "\u2013")
        if week is not None and agenda is not None:
            marks = marks_words(self._plan, week, races_in(agenda, week))
            self.week_name.setText(DOT.join(filter(None, (week_name(week), marks))))
            self.bars.setAccessibleDescription(self.week_name.text())

    def _card(self, entry: Entry) -> str:
        name = entry_name(entry)
        return unbroken(", ".join((name, *facts(entry, self._sum(entry)))))
