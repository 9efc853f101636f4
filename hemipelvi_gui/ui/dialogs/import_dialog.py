"""What a plan file brings, and what becomes of each thing in it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QVBoxLayout, QWidget

from hemipelvi_gui.domain.importing import (
    Choice,
    ImportPlan,
    Row,
    Standing,
    What,
    defaults,
    resolve,
    summary,
)
from hemipelvi_gui.domain.own import is_undecided
from hemipelvi_gui.ui.dialogs.frame import ThemedDialog, push_button
from hemipelvi_gui.ui.dialogs.rows import DOT, RowKind, RowModel, RowRole
from hemipelvi_gui.ui.dialogs.rows import Row as ShownRow
from hemipelvi_gui.ui.dialogs.rows_view import RowsView
from hemipelvi_gui.ui.plain import one_line, plain_label
from hemipelvi_gui.ui.wording import class_word, facet_line, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hemipelvi_gui.ui.theme import Theme

translate = QCoreApplication.translate


class ImportDialog(ThemedDialog):
    """A choice for each row; nothing is stored here. `accepted_bundle` carries what to store."""

    holds_window = True
    accepted_bundle = Signal(object)

    def __init__(self, theme: Theme, plan: ImportPlan, parent: QWidget | None = None) -> None:
        title = translate("ImportDialog", "Import a plan file")
        super().__init__(theme, title, (720, 540), parent)
        self.plan = plan
        self._by_key = {row.key: row for row in plan.rows}
        self._exercises = {each.id: each for each in plan.bundle.exercises}
        self.choices = defaults(plan)
        self.said = plain_label(kind="heading")
        self.said.setWordWrap(True)
        self.more = plain_label(kind="muted")
        self.more.setWordWrap(True)
        self.list = RowsView(theme, RowModel(), translate("ImportDialog", "What is in the file"))
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.selectionModel().selectionChanged.connect(self._show_buttons)
        self.list.entered.connect(lambda _key: self._import())
        self.buttons = {
            choice: push_button(text, partial(self.choose, choice), "pill")
            for choice, text in _choice_buttons().items()
        }
        for button in self.buttons.values():
            button.setCheckable(True)
        self._lay_out()
        self.restyle()
        self._show_rows()
        self.list.choose_first()
        self.list.setFocus()

    def choose(self, choice: Choice) -> None:
        """Take a choice for every selected row that has it."""
        for row in self._selected():
            if choice in row.choices:
                self.choices[row.key] = choice
        self._show_rows()

    def _lay_out(self) -> None:
        space = QShortcut(QKeySequence(Qt.Key.Key_Space), self.list)
        space.setContext(Qt.ShortcutContext.WidgetShortcut)
        space.activated.connect(self._next_choice)
        self.go = push_button(translate("ImportDialog", "&Import"), self._import, "primary")
        chosen = QHBoxLayout()
        for button in self.buttons.values():
            chosen.addWidget(button)
        chosen.addStretch()
        bottom = QHBoxLayout()
        bottom.addStretch()
        bottom.addWidget(push_button(translate("ImportDialog", "Cancel"), self.reject))
        bottom.addWidget(self.go)
        whole = QVBoxLayout(self)
        whole.addWidget(self.said)
        whole.addWidget(self.more)
        whole.addWidget(self.list, 1)
        whole.addLayout(chosen)
        whole.addLayout(bottom)

    def _selected(self) -> list[Row]:
        keys = [index.data(RowRole.KEY) for index in self.list.selectedIndexes()]
        return [self._by_key[key] for key in keys if key in self._by_key]

    def _next_choice(self) -> None:
        """Space goes round the choices of the current row."""
        row = self._by_key.get(self.list.key)
        if row is not None:
            place = row.choices.index(self.choices[row.key])
            self.choose(row.choices[(place + 1) % len(row.choices)])

    def _show_rows(self) -> None:
        self.list.rows.set_rows(self._rows())
        phrases = [shown(part) for part in summary(self.plan, self.choices)]
        empty = translate("ImportDialog", "There is nothing in this file.")
        self.said.setText(DOT.join(phrases) or empty)
        self.more.setText(self._more())
        self.more.setVisible(bool(self.more.text()))
        self.list.setVisible(bool(self.plan.rows))
        takes = any(choice is not Choice.KEEP_MINE for choice in self.choices.values())
        self.go.setEnabled(takes)
        self._show_buttons()

    def _more(self) -> str:
        made = set(self.choices.values())
        parts = []
        if self.plan.rows and made == {Choice.KEEP_MINE}:
            same = all(row.kind is Standing.SAME for row in self.plan.rows)
            parts.append(
                translate("ImportDialog", "Everything in the file is here already.")
                if same
                else translate("ImportDialog", "Nothing will be imported.")
            )
        if Choice.REPLACE in made:
            parts.append(
                translate("ImportDialog", "What is replaced stays among the earlier versions.")
            )
        if self.plan.deleted:
            parts.append(
                translate("ImportDialog", "Deleted in the file, kept here: {count}.").format(
                    count=self.plan.deleted
                )
            )
        return " ".join(parts)

    def _show_buttons(self) -> None:
        rows = self._selected()
        for choice, button in self.buttons.items():
            offered = any(choice in row.choices and len(row.choices) > 1 for row in rows)
            button.setVisible(offered)
            button.setChecked(offered and all(self.choices[row.key] is choice for row in rows))

    def _rows(self) -> Iterator[ShownRow]:
        for what, title in _groups().items():
            rows = [row for row in self.plan.rows if row.what is what]
            if rows:
                yield ShownRow(RowKind.HEADING, title, key=str(what))
            for row in rows:
                yield self._row(row)

    def _row(self, row: Row) -> ShownRow:
        line = _standing_words()[row.kind]
        if row.unknown:
            line += DOT + (
                translate("ImportDialog", "1 unknown exercise, kept as it is")
                if len(row.unknown) == 1
                else translate(
                    "ImportDialog", "{count} unknown exercises, kept as they are"
                ).format(count=len(row.unknown))
            )
        exercise = self._exercises.get(row.id) if row.what is What.EXERCISE else None
        if exercise is not None:
            line = DOT.join((line, class_word(exercise.laterality), facet_line(exercise)))
            if is_undecided(exercise):
                line += DOT + translate("ImportDialog", "a guess to look at")
        name = one_line(row.name) or translate("ImportDialog", "Without a name")
        return ShownRow(RowKind.ENTRY, name, line, self._choice_words(row), row.key)

    def _choice_words(self, row: Row) -> str:
        choice = self.choices[row.key]
        if choice is Choice.KEEP_MINE:
            if row.kind in (Standing.NEW, Standing.DELETED_HERE):
                return translate("ImportDialog", "left out")
            return translate("ImportDialog", "yours stays")
        if choice is Choice.ADD:
            back = row.kind is Standing.DELETED_HERE
            return (
                translate("ImportDialog", "comes back")
                if back
                else translate("ImportDialog", "is added")
            )
        if choice is Choice.REPLACE:
            return translate("ImportDialog", "replaces yours")
        return translate("ImportDialog", "both are kept")

    def _import(self) -> None:
        if self.go.isEnabled():
            self.accepted_bundle.emit(resolve(self.plan, self.choices))
            self.accept()


def _choice_buttons() -> dict[Choice, str]:
    return {
        Choice.ADD: translate("ImportDialog", "&Add"),
        Choice.KEEP_BOTH: translate("ImportDialog", "Keep &both"),
        Choice.KEEP_MINE: translate("ImportDialog", "&Leave as it is"),
        Choice.REPLACE: translate("ImportDialog", "&Replace mine"),
    }


def _groups() -> dict[What, str]:
    return {
        What.SESSION: translate("ImportDialog", "Sessions"),
        What.PLAN: translate("ImportDialog", "Plans"),
        What.EXERCISE: translate("ImportDialog", "Exercises"),
    }


def _standing_words() -> dict[Standing, str]:
    return {
        Standing.NEW: translate("ImportDialog", "new here"),
        Standing.SAME: translate("ImportDialog", "the same as yours"),
        Standing.DIFFERENT: translate("ImportDialog", "differs from yours"),
        Standing.DELETED_HERE: translate("ImportDialog", "you deleted it"),
    }
