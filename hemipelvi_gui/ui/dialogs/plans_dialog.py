"""All plans and the archive: to open, rename, do again, put away and delete."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from hemipelvi_gui.sheets.words import plan_title
from hemipelvi_gui.ui.dialogs.form import said, say, scrolled
from hemipelvi_gui.ui.dialogs.frame import ThemedDialog, push_button
from hemipelvi_gui.ui.dialogs.plan_changes import PlanChanges, short
from hemipelvi_gui.ui.dialogs.plan_detail import PlanDetail, state_words
from hemipelvi_gui.ui.dialogs.plan_words import free_name, length_words, span_words
from hemipelvi_gui.ui.dialogs.rows import Row, RowKind, RowModel
from hemipelvi_gui.ui.dialogs.rows_view import RowsView
from hemipelvi_gui.ui.dialogs.session_preview import split_page
from hemipelvi_gui.ui.wording import DOT

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from hemipelvi_gui.domain.plan import Plan
    from hemipelvi_gui.ui.document import Document
    from hemipelvi_gui.ui.theme import Theme
    from hemipelvi_gui.ui.weeks import Weeks

translate = QCoreApplication.translate


class PlansDialog(ThemedDialog):
    """Every act is one step to undo; `told` says what was done.

    `new_wanted`: another plan is to be begun. `export_wanted`: the shown plan is to be written.
    """

    told = Signal(str)
    new_wanted = Signal()
    export_wanted = Signal()

    def __init__(
        self, theme: Theme, weeks: Weeks, document: Document, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, translate("Plans", "Plans"), (920, 600), parent)
        self._weeks, self._document = weeks, document
        self._changes = PlanChanges(weeks, document)
        self._plans: dict[str, Plan] = {}
        settings = document.settings
        band = (settings.band_low, settings.band_high)
        self.list = RowsView(theme, RowModel(), translate("Plans", "Plans"), band)
        self.detail = PlanDetail(theme, weeks.today)
        self.note = said()
        self._lay_out()
        self._add_keys()
        self.restyle()
        self.list.chosen.connect(self._show)
        self.list.entered.connect(lambda _key: self.open_plan())
        self.detail.renamed.connect(self._rename)
        self.detail.again.connect(self._duplicate)
        weeks.changed.connect(self.refresh)
        # What can be undone here is what was done here last.
        document.undo_stack.indexChanged.connect(self._withdraw)
        shown = "" if weeks.plan is None else weeks.plan.id
        self.refresh()
        if not self.list.choose(shown):
            self.list.choose_first()
        self.list.setFocus()

    @property
    def plan(self) -> Plan | None:
        """The chosen plan."""
        return self._plans.get(self.list.key)

    def restyle(self) -> None:
        """Take sizes from the theme."""
        super().restyle()
        self.detail.restyle()

    def refresh(self) -> None:
        """List what there is now; the choice stays, or goes to the next one."""
        key, row = self.list.key, self.list.currentIndex().row()
        plans = self._weeks.plans()
        self._plans = {each.id: each for each in plans}
        self.list.rows.set_rows(_rows(plans, self._weeks.today))
        if key and not self.list.choose(key):
            self._choose_near(row)
        if not plans:
            self._show("")

    def open_plan(self) -> None:
        """Show its weeks."""
        if self.plan is not None:
            self._weeks.show_plan(self.plan.id)
            self.accept()

    def archive(self) -> None:
        """Put it away, or bring it back."""
        plan = self.plan
        if plan is None or not self._changes.archive(plan):
            return
        words = translate("Plans", "{name} is in the archive.")
        if plan.archived:
            words = translate("Plans", "{name} is back.")
        self._tell(words.format(name=short(plan)))

    def delete(self) -> None:
        """Delete it with its cards."""
        plan = self.plan
        if plan is not None and self._changes.delete(plan):
            words = translate("Plans", "{name} is deleted, with its cards.")
            self._tell(words.format(name=short(plan)))

    def rename(self) -> None:
        """Let the name be typed."""
        if self.plan is not None:
            self.detail.name.setFocus()
            self.detail.name.selectAll()

    def _lay_out(self) -> None:
        self.new = push_button(translate("Plans", "&New plan\u2026"), self._new)
        self.export = push_button(translate("Plans", "&Export\u2026"), self._export)
        self.remove = push_button(translate("Plans", "De&lete"), self.delete)
        self.away = push_button("", self.archive)
        self.enter = push_button(translate("Plans", "&Open"), self.open_plan, "primary")
        self.enter.setDefault(True)
        self.remove.setToolTip(translate("Plans", "Delete this plan. Undo brings it back."))
        self.back = push_button(translate("Plans", "&Undo"), self._undo, "pill")
        self.back.hide()
        line = QHBoxLayout()
        line.addWidget(self.note, 1)
        line.addWidget(self.back)
        buttons = QHBoxLayout()
        buttons.addWidget(self.new)
        buttons.addStretch(1)
        for button in (self.export, self.remove, self.away, self.enter):
            buttons.addWidget(button)
        whole = QVBoxLayout(self)
        holder = QWidget()
        around = QVBoxLayout(holder)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self.detail)
        page = split_page(self.list, scrolled(holder), self.theme.px(12))
        if isinstance(page, QSplitter):
            page.setSizes([4_300, 5_700])
        whole.addWidget(page, 1)
        whole.addLayout(line)
        whole.addLayout(buttons)

    def _add_keys(self) -> None:
        for keys, slot in (
            (QKeySequence(QKeySequence.StandardKey.Delete), self.delete),
            (QKeySequence(QKeySequence.StandardKey.Undo), self._undo),
            (QKeySequence("F2"), self.rename),
        ):
            shortcut = QShortcut(keys, self.list)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(slot)

    def _show(self, key: str) -> None:
        plan = self._plans.get(key)
        for button in (self.export, self.remove, self.away, self.enter):
            button.setEnabled(plan is not None)
        self.detail.setVisible(plan is not None)
        words = translate("Plans", "&Archive")
        if plan is not None and plan.archived:
            words = translate("Plans", "Bring b&ack")
        self.away.setText(words)
        if plan is not None:
            goal = plan.goal and self._weeks.all_of(plan.id).runs.get(plan.goal)
            self.detail.show_plan(plan, goal or None)

    def _choose_near(self, row: int) -> None:
        rows = self.list.rows
        row = min(row, rows.rowCount())
        for number in (*range(row, rows.rowCount()), *range(row - 1, -1, -1)):
            if number >= 0 and rows.row_at(number).kind is RowKind.ENTRY:
                self.list.choose(rows.row_at(number).key)
                return
        self.list.choose("")

    def _rename(self, name: str) -> None:
        plan = self.plan
        if plan is not None and self._changes.rename(plan, name):
            words = translate("Plans", "{name} has another name.")
            self._tell(words.format(name=short(plan)))

    def _duplicate(self, start: date) -> None:
        plan = self.plan
        if plan is None:
            return
        name = free_name(plan.name, [each.name for each in self._plans.values()])
        try:
            made = self._changes.duplicate(plan, start, name)
        except OverflowError:
            words = translate("Plans", "The calendar ends before this plan does.")
            say(self.detail.fault, words)
            return
        self.list.choose(made)
        words = translate("Plans", "{name} is there.").format(name=short(self._plans[made]))
        self._tell(words)

    def _new(self) -> None:
        self.accept()
        self.new_wanted.emit()

    def _export(self) -> None:
        if self.plan is not None:
            self._weeks.show_plan(self.plan.id)
            self.accept()
            self.export_wanted.emit()

    def _tell(self, words: str) -> None:
        say(self.note, words)
        self.back.show()
        self.told.emit(words)

    def _undo(self) -> None:
        self._document.undo_stack.undo()
        self.refresh()

    def _withdraw(self, _index: int) -> None:
        say(self.note, "")
        self.back.hide()


def _rows(plans: Sequence[Plan], today: date) -> Iterator[Row]:
    live = [each for each in plans if not each.archived]
    away = [each for each in plans if each.archived]
    yield Row(RowKind.HEADING, translate("Plans", "Plans"), key="plans")
    for plan in live:
        yield _row(plan, today)
    if not live:
        hint = translate("Plans", "No plan yet. Press New plan, and choose a ready one.")
        yield Row(RowKind.HINT, hint, key="hint")
    if away:
        yield Row(RowKind.HEADING, translate("Plans", "Archive"), key="archive")
        for plan in away:
            yield _row(plan, today)


def _row(plan: Plan, today: date) -> Row:
    line = DOT.join((span_words(plan), length_words(plan.weeks, plan.cycle_days)))
    note = "" if plan.archived else state_words(plan, today)
    return Row(RowKind.ENTRY, plan_title(plan), line, note, key=plan.id)
