"""What a plan file brings, and what becomes of each thing in it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

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
from hemipelvi_gui.domain.left_out import left_out
from hemipelvi_gui.domain.own import is_undecided
from hemipelvi_gui.ui.days import short_day
from hemipelvi_gui.ui.dialogs.frame import ThemedDialog, push_button
from hemipelvi_gui.ui.dialogs.rows import Row as ShownRow
from hemipelvi_gui.ui.dialogs.rows import RowKind, RowModel, RowRole
from hemipelvi_gui.ui.dialogs.rows_view import RowsView
from hemipelvi_gui.ui.plain import one_line, plain_label
from hemipelvi_gui.ui.planning.run_words import kind_name
from hemipelvi_gui.ui.wording import DOT, class_word, facet_line, shown

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from hemipelvi_gui.ui.theme import Theme

translate = QCoreApplication.translate
# Of a longer file only what is not the same here is listed.
MOST_IN_FULL = 40


class ImportDialog(ThemedDialog):
    """A choice for each row; nothing is stored here. `accepted_bundle` carries what to store."""

    holds_window = True
    accepted_bundle = Signal(object)

    def __init__(self, theme: Theme, plan: ImportPlan, parent: QWidget | None = None) -> None:
        title = translate("ImportDialog", "Import")
        super().__init__(theme, title, (720, 540), parent)
        self.plan = plan
        self._by_key = {row.key: row for row in plan.rows}
        self._exercises = {each.id: each for each in plan.bundle.exercises}
        self._runs = {each.id: each for each in plan.bundle.runs}
        self._days = _days(plan)
        self.choices = defaults(plan)
        self.said = plain_label(kind="heading")
        self.said.setWordWrap(True)
        self.more = plain_label(kind="muted")
        self.more.setWordWrap(True)
        self.search = QLineEdit()
        self.search.setPlaceholderText(translate("ImportDialog", "Find in the file"))
        self.search.setAccessibleName(translate("ImportDialog", "Find in the file"))
        self.search.textChanged.connect(lambda _typed: self._show_rows())
        self.guesses = QCheckBox(translate("ImportDialog", "&Guesses only"))
        self.guesses.toggled.connect(lambda _on: self._show_rows())
        many = len(plan.rows) > MOST_IN_FULL
        self.search.setVisible(many)
        self.guesses.setVisible(many and any(map(self._is_guess, plan.rows)))
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
        self.for_all = (
            push_button(
                translate("ImportDialog", "Add a&ll"), partial(self.choose_for_all, Choice.ADD)
            ),
            push_button(
                translate("ImportDialog", "Add &none"),
                partial(self.choose_for_all, Choice.KEEP_MINE),
            ),
        )
        several = sum(Choice.ADD in row.choices for row in plan.rows) > 1
        for button in self.for_all:
            button.setProperty("kind", "link")
            button.setVisible(several)
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

    def choose_for_all(self, choice: Choice) -> None:
        """Take a choice for every row that could be added."""
        for row in self.plan.rows:
            if Choice.ADD in row.choices:
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
        for button in self.for_all:
            chosen.addWidget(button)
        bottom = QHBoxLayout()
        bottom.addStretch()
        self.leave = push_button("", self.reject)
        bottom.addWidget(self.leave)
        bottom.addWidget(self.go)
        whole = QVBoxLayout(self)
        whole.addWidget(self.said)
        whole.addWidget(self.more)
        finding = QHBoxLayout()
        finding.addWidget(self.search, 1)
        finding.addWidget(self.guesses)
        whole.addLayout(finding)
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
        words = translate("ImportDialog", "Cancel") if takes else translate("ImportDialog", "Close")
        self.leave.setText(words)
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
        skipped = DOT.join(shown(part) for part in left_out(self.plan.bundle))
        if skipped:
            parts.append(translate("ImportDialog", "Left out: {what}.").format(what=skipped))
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

    def _is_guess(self, row: Row) -> bool:
        """Whether it is an exercise that somebody should look at once it is here."""
        exercise = self._exercises.get(row.id) if row.what is What.EXERCISE else None
        return exercise is not None and is_undecided(exercise) and not row.ready

    def _is_wanted(self, row: Row) -> bool:
        """Whether what is typed and ticked lets it through."""
        if self.guesses.isChecked() and not self._is_guess(row):
            return False
        name = row.name.casefold()
        return all(word in name for word in self.search.text().casefold().split())

    def _rows(self) -> Iterator[ShownRow]:
        many = len(self.plan.rows) > MOST_IN_FULL
        wanted = [row for row in self.plan.rows if self._is_wanted(row)]
        if self.plan.rows and not wanted:
            words = translate("ImportDialog", "Nothing in the file is called that.")
            yield ShownRow(RowKind.HINT, words, key="nothing")
        for what, title in _groups().items():
            rows = [row for row in wanted if row.what is what]
            listed = [row for row in rows if not (many and row.kind is Standing.SAME)]
            if any(row.kind is not Standing.IN_LIBRARY for row in rows):
                same = translate("ImportDialog", "{title} \u00b7 {count} the same as yours")
                left = len(rows) - len(listed)
                words = same.format(title=title, count=left) if left else title
                yield ShownRow(RowKind.HEADING, words, key=str(what))
            ready = [row for row in listed if row.kind is Standing.IN_LIBRARY]
            for row in listed:
                if row.kind is not Standing.IN_LIBRARY:
                    yield self._row(row)
            if ready:
                words = translate("ImportDialog", "In the library already")
                yield ShownRow(RowKind.HEADING, words, key=f"{what}-ready")
            for row in ready:
                yield self._row(row)

    def _row(self, row: Row) -> ShownRow:
        line = _standing_words()[row.kind].format(name=one_line(row.ready, 60))
        day = self._days.get(row.key)
        if day is not None:
            line = DOT.join((short_day(day), line))
        run = self._runs.get(row.id) if row.what is What.RUN else None
        if run is not None:
            line = DOT.join((kind_name(run.kind), line))
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
            if self._is_guess(row):
                line += DOT + translate("ImportDialog", "a guess to look at")
        name = one_line(row.name) or translate("ImportDialog", "Without a name")
        return ShownRow(RowKind.ENTRY, name, line, self._choice_words(row), row.key)

    def _choice_words(self, row: Row) -> str:
        choice = self.choices[row.key]
        if choice is Choice.KEEP_MINE:
            if Choice.ADD in row.choices:
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
        What.PLAN: translate("ImportDialog", "Plans"),
        What.SESSION: translate("ImportDialog", "Sessions"),
        What.RUN: translate("ImportDialog", "Runs"),
        What.DIARY: translate("ImportDialog", "What was done"),
        What.GYM: translate("ImportDialog", "Gyms"),
        What.EXERCISE: translate("ImportDialog", "Exercises"),
    }


def _days(plan: ImportPlan) -> dict[str, date]:
    """The day of each row that has one, by its key."""
    bundle = plan.bundle
    days: dict[str, date] = {}
    for what, things in (
        (What.SESSION, bundle.sessions),
        (What.RUN, bundle.runs),
        (What.DIARY, bundle.diary),
    ):
        days |= {f"{what}:{each.id}": each.date for each in things if each.date is not None}
    return days


def _standing_words() -> dict[Standing, str]:
    return {
        Standing.NEW: translate("ImportDialog", "new here"),
        Standing.SAME: translate("ImportDialog", "the same as yours"),
        Standing.DIFFERENT: translate("ImportDialog", "differs from yours"),
        Standing.DELETED_HERE: translate("ImportDialog", "you deleted it"),
        Standing.IN_LIBRARY: translate("ImportDialog", "in the library already as {name}"),
    }
