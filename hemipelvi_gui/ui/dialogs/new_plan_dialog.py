"""A new plan: a ready one or an empty one, seen before it is begun."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from hemipelvi_gui.coach.plan_checks import overlaps, plan_fault
from hemipelvi_gui.coach.starting import begin, begin_empty, start_fault
from hemipelvi_gui.domain import plan_edits
from hemipelvi_gui.domain.plan import DAYS_A_WEEK, Plan
from hemipelvi_gui.exchange.recipes import recipes
from hemipelvi_gui.exchange.templates import ready_sessions
from hemipelvi_gui.ui.days import weekday_name
from hemipelvi_gui.ui.dialogs.form import SideBySide, said, say, scrolled
from hemipelvi_gui.ui.dialogs.frame import ThemedDialog, push_button
from hemipelvi_gui.ui.dialogs.overlap_box import OverlapBox, free_day
from hemipelvi_gui.ui.dialogs.plan_choices import PlanChoices
from hemipelvi_gui.ui.dialogs.plan_preview import PlanPreview
from hemipelvi_gui.ui.dialogs.plan_words import (
    dated,
    deloads_words,
    free_name,
    gym_days_words,
    length_words,
    phases_words,
    span_words,
    weeks_words,
)
from hemipelvi_gui.ui.dialogs.rows import Row, RowKind, RowModel
from hemipelvi_gui.ui.dialogs.rows_view import RowsView
from hemipelvi_gui.ui.dialogs.session_preview import split_page
from hemipelvi_gui.ui.plain import one_line, plain_label, tooltip
from hemipelvi_gui.ui.wording import DOT, shown

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hemipelvi_gui.domain.agenda import Agenda
    from hemipelvi_gui.domain.recipe import Recipe
    from hemipelvi_gui.ui.document import Document
    from hemipelvi_gui.ui.theme import Theme
    from hemipelvi_gui.ui.weeks import Weeks

translate = QCoreApplication.translate
EMPTY = "empty"


class NewPlanDialog(ThemedDialog):
    """Begins a plan as one step to undo, and shows it. `told` says so."""

    told = Signal(str)

    def __init__(
        self, theme: Theme, weeks: Weeks, document: Document, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, translate("Plans", "New plan"), (1040, 720), parent)
        self._weeks, self._document = weeks, document
        self._ready, self._recipes = ready_sessions(), {each.id: each for each in recipes()}
        self._part: Agenda | None = None
        # The plans this one begins after, and the day it would begin on but for them.
        self._before: tuple[Plan, ...] = ()
        self._wish: date | None = None
        self._decided = False
        self._wrong = ""
        settings = document.settings
        band = (settings.band_low, settings.band_high)
        name = translate("Plans", "Ready plans")
        self.list = RowsView(theme, RowModel(), name, band, wraps=True)
        self.list.rows.set_rows(_rows(self._recipes.values()))
        self.name = plain_label(kind="title")
        self.facts, self.about = plain_label(kind="strong"), plain_label(kind="muted")
        for label in (self.name, self.facts, self.about):
            label.setWordWrap(True)
        self.choices = PlanChoices(theme, document.gyms, weeks.today)
        self.overlap = OverlapBox(theme)
        self.preview = PlanPreview(theme)
        self.note = said()
        self.enter = push_button(translate("Plans", "&Begin this plan"), self.begin, "primary")
        self.enter.setDefault(True)
        self._lay_out()
        self.restyle()
        self.list.chosen.connect(self._show)
        self.list.entered.connect(lambda _key: self.begin())
        self.choices.changed.connect(self.refresh)
        self.choices.judged.connect(self._allow)
        self.overlap.start_asked.connect(self._begin_after)
        self.overlap.together_asked.connect(self._begin_together)
        weeks.changed.connect(self.refresh)
        self.list.choose_first()
        self.list.setFocus()

    @property
    def recipe(self) -> Recipe | None:
        """The chosen ready plan; None for an empty one."""
        return self._recipes.get(self.list.key)

    def restyle(self) -> None:
        """Take sizes from the theme."""
        super().restyle()
        px = self.theme.px
        self._right.setSpacing(px(10))
        self._right.setContentsMargins(px(4), 0, 0, 0)
        self._left.setSpacing(px(12))
        self._parts.restyle()
        self.choices.restyle()
        self.overlap.restyle()
        self.preview.restyle()

    def begin(self) -> None:
        """Put the plan in place, where nothing is wrong with it, and show its weeks."""
        if not self.choices.read():
            return
        self.refresh()
        part = self._part
        if part is None:
            return
        (plan,) = part.plans.values()
        away = [each.id for each in self.overlap.archives]

        def begun(agenda: Agenda) -> Agenda:
            for each in away:
                agenda = plan_edits.set_archived(agenda, each)
            return plan_edits.added(agenda, part)

        name = one_line(plan.name, 40)
        # From here on a change of the agenda is no reason to look again.
        self._weeks.changed.disconnect(self.refresh)
        self._weeks.push(translate("Plans", "begin {name}").format(name=name), begun)
        self._weeks.show_plan(plan.id)
        words = translate("Plans", "Begun: {name}, {days}.")
        self.told.emit(words.format(name=name, days=span_words(plan)))
        self.accept()

    def refresh(self) -> None:
        """Show what the choices come to, and what is wrong with them."""
        self._part, wrong = None, self._fault()
        self.choices.say_fault(wrong)
        self._wrong = wrong
        self._allow()
        self.preview.setVisible(not wrong)
        if wrong:
            self.facts.setText("" if self.recipe is None else _line(self.recipe))
            self.overlap.show_plans(())
            self.choices.say_when("")
            say(self.note, "")
            return
        self._part = part = self._made()
        (plan,) = part.plans.values()
        document = self._document
        self.preview.show_plan(part, plan, document.library, document.settings, self._weeks.today)
        self.facts.setText(_facts(self.recipe, plan))
        beside = overlaps(plan, self._weeks.plans())
        if self._goes_behind(beside):
            return
        if beside:
            self._before = ()
        self.overlap.show_plans(beside or self._before, apart=not beside)
        self.choices.say_when(self._when_words(plan))
        say(self.note, self._note_words(plan))

    def _allow(self) -> None:
        """What is typed stands in the way as what is chosen does; why is said beside it."""
        why = self._wrong or self.choices.wrong_day
        self.enter.setEnabled(not why)
        self.enter.setToolTip(tooltip(why))

    def _goes_behind(self, beside: tuple[Plan, ...]) -> bool:
        """Begin after plans at the same time, where the runner hasn't said when to begin."""
        free, start = free_day(beside), self.choices.start.day
        if not beside or free is None or free <= start:
            return False
        if self._decided or self.choices.is_dated:
            return False
        self._wish = self._wish or start
        self._before = (*self._before, *beside)
        self.choices.begin_on(free)
        return True

    def _begin_after(self, day: date) -> None:
        self._decided, self._wish = True, self.choices.start.day
        self._before = self.overlap.plans
        self.choices.begin_on(day)

    def _begin_together(self) -> None:
        self._decided, self._before = True, ()
        if self._wish is not None:
            self.choices.begin_on(self._wish)

    def _lay_out(self) -> None:
        inside = QWidget()
        self._right = QVBoxLayout(inside)
        for widget in (self.name, self.facts, self.about):
            self._right.addWidget(widget)
        asked = QWidget()
        left = self._left = QVBoxLayout(asked)
        left.setContentsMargins(0, 0, 0, 0)
        left.addWidget(self.choices)
        left.addWidget(self.overlap)
        left.addWidget(self.note)
        left.addStretch(1)
        self._parts = SideBySide(self.theme, asked, self.preview, 640)
        self._right.addWidget(self._parts, 1)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(push_button(translate("Plans", "Close"), self.reject))
        buttons.addWidget(self.enter)
        whole = QVBoxLayout(self)
        page = split_page(self.list, scrolled(inside), self.theme.px(12))
        if isinstance(page, QSplitter):
            page.setSizes([2_700, 7_300])
        whole.addWidget(page, 1)
        whole.addLayout(buttons)

    def _show(self, key: str) -> None:
        recipe = self._recipes.get(key)
        names = [each.name for each in self._weeks.plans()]
        if recipe is None:
            self.name.setText(translate("Plans", "Empty plan"))
            words = translate("Plans", "Add sessions and runs on the Week page, day by day.")
            self.about.setText(words)
            name = translate("Plans", "My plan")
        else:
            self.name.setText(recipe.name)
            self.about.setText(recipe.about)
            name = recipe.name
        self.choices.show_recipe(recipe, free_name(name, names))
        self.refresh()

    def _fault(self) -> str:
        choices, recipe = self.choices, self.recipe
        start, weeks = choices.start.day, choices.weeks.value()
        plan = Plan("", choices.name.text(), start, weeks, choices.days.value())
        if recipe is not None:
            found = start_fault(recipe, choices.choices, self._weeks.today)
            plan = replace(plan, weeks=1, cycle_days=DAYS_A_WEEK)
            found = found or plan_fault(plan)
        else:
            found = plan_fault(plan)
        return "" if found is None else shown(found)

    def _made(self) -> Agenda:
        choices, recipe, document = self.choices, self.recipe, self._document
        if recipe is None:
            name, start = choices.name.text(), choices.start.day
            return begin_empty(name, start, choices.weeks.value(), choices.days.value())
        return begin(recipe, choices.choices, self._ready, document.library, document.settings)

    def _when_words(self, plan: Plan) -> str:
        recipe, today, chosen = self.recipe, self._weeks.today, self.choices.start.day
        start = plan.start or chosen
        said = translate("Plans", "{days}.")
        words = []
        if recipe is not None and recipe.race is not None:
            said = translate("Plans", "Counted back from the race: {days}.")
            left = recipe.weeks - plan.weeks
            if left:
                late = translate("Plans", "The first {weeks} are left out: the race is too near.")
                words.append(late.format(weeks=weeks_words(left)))
        words += _shifted_words(recipe, start)
        if start < chosen:
            empty = translate("Plans", "Nothing is planned before {day}.")
            words.append(empty.format(day=dated(chosen, today)))
        return " ".join((said.format(days=span_words(plan)), *words))

    def _note_words(self, plan: Plan) -> str:
        words = []
        if plan.deloads:
            words.append(translate("Plans", "Deload weeks have fewer sets, loads as ever."))
        if plan.goal:
            words.append(translate("Plans", "Before the race sets go, loads stay."))
        if self.recipe is not None and any(each.progress for each in self.recipe.gym):
            words.append(
                translate(
                    "Plans",
                    "How each lift goes on is set; its next numbers are shown to you first.",
                )
            )
        return " ".join(words)


def _shifted_words(recipe: Recipe | None, start: date) -> list[str]:
    """Where the race's weekday is another than the recipe's, all others are other ones, too."""
    if recipe is None or recipe.race is None or recipe.cycle_days != DAYS_A_WEEK:
        return []
    if not start.weekday():
        return []
    sunday = weekday_name(start + timedelta(days=DAYS_A_WEEK - 1))
    said = translate("Plans", "Its weeks begin on {first}, so long Sunday runs fall on {last}.")
    return [said.format(first=weekday_name(start), last=sunday)]


def _rows(ready: Iterable[Recipe]) -> list[Row]:
    rows = [Row(RowKind.HEADING, translate("Plans", "Ready plans"), key="ready")]
    rows += [Row(RowKind.ENTRY, each.name, _line(each), key=each.id) for each in ready]
    rows.append(Row(RowKind.HEADING, translate("Plans", "Your own"), key="own"))
    words = translate("Plans", "weeks to fill yourself")
    rows.append(Row(RowKind.ENTRY, translate("Plans", "Empty plan"), words, key=EMPTY))
    return rows


def _line(recipe: Recipe) -> str:
    race = translate("Plans", "race") if recipe.race is not None else ""
    parts = (length_words(recipe.weeks, recipe.cycle_days), gym_days_words(recipe), race)
    return DOT.join(filter(None, parts))


def _facts(recipe: Recipe | None, plan: Plan) -> str:
    """Of a recipe as it is chosen."""
    if recipe is None:
        return translate("Plans", "Weeks without cards")
    parts = (
        length_words(plan.weeks, plan.cycle_days),
        gym_days_words(recipe),
        phases_words(plan.phases),
        deloads_words(plan.deloads),
    )
    return DOT.join(filter(None, parts))
