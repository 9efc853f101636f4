"""What the progressions make of the weeks to come, to look at and to take or leave."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QSizePolicy,
    QSpinBox,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from hemipelvi_gui.coach.progress.ahead import apply, plan_ahead
from hemipelvi_gui.coach.progress.light_weeks import kept, light_week, race_of
from hemipelvi_gui.coach.progress.pain import pain_reason, without_more
from hemipelvi_gui.domain.plan import last_day, week_of
from hemipelvi_gui.domain.session import items
from hemipelvi_gui.ui.days import short_day
from hemipelvi_gui.ui.dialogs.frame import ThemedDialog, push_button
from hemipelvi_gui.ui.dialogs.number_words import change_words, exercise_name
from hemipelvi_gui.ui.dialogs.progress_weeks import Effect, week_columns
from hemipelvi_gui.ui.dialogs.proposals import ProposalModel, ProposalRow, ProposalTable
from hemipelvi_gui.ui.dialogs.table import table
from hemipelvi_gui.ui.plain import one_line, plain_label
from hemipelvi_gui.ui.widgets.labels import ElidedLabel
from hemipelvi_gui.ui.wording import DOT, shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from hemipelvi_gui.coach.progress.walk import Proposal
    from hemipelvi_gui.domain.agenda import Agenda
    from hemipelvi_gui.domain.plan import Plan
    from hemipelvi_gui.ui.document import Document
    from hemipelvi_gui.ui.logbook import Logbook
    from hemipelvi_gui.ui.theme import Theme
    from hemipelvi_gui.ui.weeks import Weeks

translate = QCoreApplication.translate
USUAL_WEEKS, MOST_WEEKS = 4, 12
MEASURED_ROWS = 30
MARKED_NAME = 32  # letters of a session's name before "deload", which is to be seen


class ProgressDialog(ThemedDialog):
    """Follows the shown plan. Nothing is changed until it is asked for, and then in one step.

    After pain nothing heavier is among it, and that is said.
    `told` carries what was done, `new_wanted` asks for a plan.
    """

    told = Signal(str)
    new_wanted = Signal()

    def __init__(
        self,
        theme: Theme,
        weeks: Weeks,
        document: Document,
        logbook: Logbook,
        parent: QWidget | None = None,
    ) -> None:
        title = translate("ProgressDialog", "Progress")
        super().__init__(theme, title, (1176, 680), parent)
        self._weeks, self._document, self._logbook = weeks, document, logbook
        self._found: tuple[Proposal, ...] = ()
        self._effect: Effect | None = None
        self.model = ProposalModel(theme)
        self.table = ProposalTable(theme, self.model)
        name = translate("ProgressDialog", "Weeks before and after")
        self.summary, self._summary_model = table(theme, week_columns(), name, summed=False)
        self._make_controls()
        self._lay_out()
        self.restyle()
        self.summary.horizontalHeader().setResizeContentsPrecision(MEASURED_ROWS)
        self.model.ticked.connect(self._count)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._tell_reason())
        weeks.changed.connect(self.refresh)
        logbook.changed.connect(self.refresh)
        self.refresh()
        self.table.setFocus()

    @property
    def until(self) -> date | None:
        """The last day that is looked at; None for the plan's end."""
        plan = self._weeks.plan
        if plan is None or self.to_end.isChecked():
            return None
        ahead = timedelta(days=(self.ahead.value() - 1) * plan.cycle_days)
        return week_of(plan, _since(plan, self._weeks.today)).last + ahead

    def refresh(self) -> None:
        """Work it out anew, for the plan as it is now."""
        plan = self._weeks.plan
        self._found, self._agenda = (), None if plan is None else self._weeks.whole(plan.id)
        self.notice.setText("")
        if plan is not None and self._agenda is not None:
            settings = self._document.settings
            found = plan_ahead(
                self._agenda,
                plan,
                self._document.library,
                _since(plan, self._weeks.today),
                None,
                settings.body_mass_kg,
                kept(settings),
            )
            pain = self._logbook.recent_pain(self._weeks.today)
            held = without_more(found, pain)
            if pain is not None and held != found:
                self.notice.setText(shown(pain_reason(pain)))
            self._found = tuple(each for each in held if each.changes)
        self.notice.setVisible(bool(self.notice.text()))
        self._show_found()

    def put_in_place(self) -> None:
        """Change what is ticked, as one step to undo."""
        plan, chosen = self._weeks.plan, self.model.chosen
        if plan is None or not chosen:
            return
        self._weeks.whole(plan.id)
        name = translate("ProgressDialog", "progress {name}").format(name=one_line(plan.name, 40))
        for source in (self._weeks, self._logbook):
            source.changed.disconnect(self.refresh)
        if self._weeks.push(name, lambda agenda: apply(agenda, chosen)):
            self.told.emit(_told(len(chosen), plan))
        self.accept()

    def restyle(self) -> None:
        """Take sizes from the theme."""
        super().restyle()
        px = self.theme.px
        self.summary.setMaximumHeight(px(144))
        self.summary.setMinimumHeight(px(64))
        self.table.setMinimumHeight(px(92))

    # -- building ----------------------------------------------------------------------------

    def _make_controls(self) -> None:
        self.heading = ElidedLabel(kind="title")
        self.heading.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.ahead = QSpinBox()
        self.ahead.setRange(1, MOST_WEEKS)
        self.ahead.setValue(USUAL_WEEKS)
        self.ahead.setAccessibleName(translate("ProgressDialog", "Weeks ahead"))
        self.ahead.valueChanged.connect(lambda _: self._show_found())
        self.to_end = QCheckBox(translate("ProgressDialog", "To the plan's &end"))
        self.to_end.toggled.connect(self.ahead.setDisabled)
        self.to_end.toggled.connect(lambda _on: self._show_found())
        self.all = push_button(
            translate("ProgressDialog", "Tick &all"), lambda: self.model.tick_all(on=True)
        )
        self.none = push_button(
            translate("ProgressDialog", "Tick &none"), lambda: self.model.tick_all(on=False)
        )
        self.reason = plain_label(kind="muted")
        self.reason.setWordWrap(True)
        self.notice = plain_label(kind="error")
        self.notice.setWordWrap(True)
        self.hint = plain_label(kind="muted")
        self.hint.setWordWrap(True)
        self.new = push_button(translate("ProgressDialog", "New plan\u2026"), self._ask_for_plan)
        self.apply = push_button("", self.put_in_place, "primary")

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.heading, 1)
        self._range = QWidget()
        rows = QHBoxLayout(self._range)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(plain_label(translate("ProgressDialog", "Weeks ahead")))
        rows.addWidget(self.ahead)
        rows.addWidget(self.to_end)
        top.addWidget(self._range)
        found = QWidget()
        column = QVBoxLayout(found)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.table, 3)
        ticks = QHBoxLayout()
        ticks.addWidget(self.all)
        ticks.addWidget(self.none)
        ticks.addWidget(self.reason, 1)
        column.addLayout(ticks)
        column.addWidget(self.summary, 1)
        nothing = QWidget()
        empty = QVBoxLayout(nothing)
        empty.setContentsMargins(0, 0, 0, 0)
        empty.addWidget(self.hint)
        empty.addWidget(self.new, 0, Qt.AlignmentFlag.AlignLeft)
        empty.addStretch(1)
        self.pages = QStackedWidget()
        self.pages.addWidget(found)
        self.pages.addWidget(nothing)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(push_button(translate("ProgressDialog", "Close"), self.reject))
        buttons.addWidget(self.apply)
        whole = QVBoxLayout(self)
        whole.addLayout(top)
        whole.addWidget(self.notice)
        whole.addWidget(self.pages, 1)
        whole.addLayout(buttons)

    # -- showing -----------------------------------------------------------------------------

    def _show_found(self) -> None:
        plan, until = self._weeks.plan, self.until
        within = [each for each in self._found if until is None or each.date <= until]
        self.heading.setText(self.windowTitle() if plan is None else plan.name)
        self._range.setVisible(plan is not None)
        self._effect = None
        if plan is not None and self._agenda is not None:
            settings = self._document.settings
            self._effect = Effect(
                self._agenda, plan, within, self._document.library, settings.body_mass_kg
            )
            self.model.show_rows(list(self._rows(self._agenda, plan, within)))
        else:
            self.model.show_rows([])
        self.hint.setText(self._why_nothing())
        self.new.setVisible(plan is None)
        self.pages.setCurrentIndex(0 if within else 1)
        if within and not self.table.currentIndex().isValid():
            self.table.selectRow(0)
        self._tell_reason()

    def _rows(
        self, agenda: Agenda, plan: Plan, proposals: Sequence[Proposal]
    ) -> Iterator[ProposalRow]:
        race, before, as_set = race_of(agenda, plan), "", kept(self._document.settings)
        for each in proposals:
            name = agenda.sessions[each.session].name
            light = light_week(plan, race, each.date, as_set)
            if light is not None:
                mark = translate("ProgressDialog", "deload")
                if light.race is not None:
                    mark = translate("ProgressDialog", "taper")
                name = f"{one_line(name, MARKED_NAME)}{DOT}{mark}"
            words = (
                short_day(each.date),
                one_line(name, 60),
                exercise_name(self._document.library, each.exercise),
                change_words(each.before, each.after),
                shown(each.reason),
            )
            yield ProposalRow(each, words, again=each.session == before)
            before = each.session

    def _why_nothing(self) -> str:
        plan = self._weeks.plan
        if plan is None:
            return translate(
                "ProgressDialog",
                "No plan is shown on the Week page. Choose one there, or begin a new one.",
            )
        last = last_day(plan)
        if last is None or last < self._weeks.today:
            return translate("ProgressDialog", "This plan is over: there are no weeks to come.")
        if self._agenda is None or not _progressing(self._agenda, plan):
            return translate(
                "ProgressDialog",
                "No exercise of this plan has a progression yet. Set one on a card of the Build "
                "page: choose Progression\u2026 from its menu, or press F3.",
            )
        if self._found:
            return translate(
                "ProgressDialog", "Nothing changes in these weeks. Look further ahead."
            )
        if self.notice.text():
            return translate("ProgressDialog", "So for now the numbers to come stay as they are.")
        return translate(
            "ProgressDialog", "Nothing to change: the numbers to come are as they should be."
        )

    def _count(self) -> None:
        chosen = self.model.chosen
        words = translate("ProgressDialog", "Apply {count} changes").format(count=len(chosen))
        if len(chosen) == 1:
            words = translate("ProgressDialog", "Apply 1 change")
        self.apply.setText(words)
        self.apply.setEnabled(bool(chosen))
        self.apply.setVisible(self.model.rowCount() > 0)
        self._summary_model.set_rows([] if self._effect is None else self._effect.rows(chosen))

    def _tell_reason(self) -> None:
        index = self.table.currentIndex()
        here = index.isValid() and index.row() < self.model.rowCount()
        self.reason.setText(self.model.row_at(index.row()).words[-1] if here else "")

    def _ask_for_plan(self) -> None:
        self.accept()
        self.new_wanted.emit()


def _since(plan: Plan, today: date) -> date:
    return today if plan.start is None else max(today, plan.start)


def _progressing(agenda: Agenda, plan: Plan) -> bool:
    return any(
        item.progression is not None
        for session in agenda.sessions.values()
        if session.plan == plan.id
        for item in items(session)
    )


def _told(count: int, plan: Plan) -> str:
    name = one_line(plan.name, 40)
    if count == 1:
        return translate("ProgressDialog", "1 change made in {plan}.").format(plan=name)
    words = translate("ProgressDialog", "{count} changes made in {plan}.")
    return words.format(count=count, plan=name)
