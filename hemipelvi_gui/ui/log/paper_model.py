"""Results as they stand on a printed sheet: rows are exercises, columns are sets."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont

from hemipelvi_gui.domain.grammar import PrescriptionError
from hemipelvi_gui.domain.paper_cells import AS_PLANNED, NOT_DONE, read_cell, row_cells
from hemipelvi_gui.domain.wording import prescription_words
from hemipelvi_gui.domain.workout import labels
from hemipelvi_gui.ui.plain import one_line, tooltip, unbroken
from hemipelvi_gui.ui.wording import DOT, shown

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import QPersistentModelIndex

    from hemipelvi_gui.domain.diary import DoneSet
    from hemipelvi_gui.domain.workout import Task
    from hemipelvi_gui.ui.log.bench import Bench
    from hemipelvi_gui.ui.theme import Theme

    Index = QModelIndex | QPersistentModelIndex

translate = QCoreApplication.translate
NAME, PLANNED, FIRST_SET = 0, 1, 2
LEAST_SETS, MOST_SETS = 1, 50
LONGEST = 60
ROOT = QModelIndex()


class PaperModel(QAbstractTableModel):
    """The words of the cells, and what they say; what can't be read stays as it was typed.

    Each cell that is typed is kept at once, as one step to undo. `judged`: cells are right or
    wrong now.
    """

    judged = Signal()

    def __init__(self, theme: Theme, bench: Bench, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme, self._bench = theme, bench
        self._cells: list[list[str]] = []
        self._tasks: tuple[Task, ...] = ()
        self._shown_id = ""
        # What could not be read of sessions that were put away, until they are opened again.
        self._unread: dict[str, dict[tuple[int, str, int], str]] = {}
        self._columns = LEAST_SETS
        bench.changed.connect(self.refresh)
        self.refresh()

    # What a view asks

    def rowCount(self, parent: Index = ROOT) -> int:
        """Exercises."""
        return 0 if parent.isValid() else len(self._tasks)

    def columnCount(self, parent: Index = ROOT) -> int:
        """Name, plan, sets."""
        return 0 if parent.isValid() else FIRST_SET + self._columns

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Exercise, Planned, 1, 2, 3."""
        if role != Qt.ItemDataRole.DisplayRole or orientation is not Qt.Orientation.Horizontal:
            return None
        if section == NAME:
            return translate("Log", "Exercise")
        if section == PLANNED:
            return translate("Log", "Planned")
        return translate("Log", "Set {number}").format(number=section - FIRST_SET + 1)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Sets can be typed."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() >= FIRST_SET else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Words, what is wrong with them, and how they are read aloud."""
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        task = self._tasks[row]
        if column < FIRST_SET:
            words = self._name(row) if column == NAME else _planned(task)
            if role == Qt.ItemDataRole.DisplayRole:
                said = one_line(words)
                return said if column == NAME else _unbroken(said)
            if role == Qt.ItemDataRole.ToolTipRole:
                return tooltip(words)
            return self._look_of_skipped(role) if _is_left_out(task) else None
        text, fault = self._cells[row][column - FIRST_SET], self.fault(row, column - FIRST_SET)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return text
        if role == Qt.ItemDataRole.ForegroundRole and fault:
            return QColor(self._theme.palette.fix)
        if role == Qt.ItemDataRole.ForegroundRole and _is_left_out(task):
            return QColor(self._theme.palette.muted)
        if role == Qt.ItemDataRole.ToolTipRole and fault:
            return tooltip(fault)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            words = translate("Log", "{name}, set {number}: {text}").format(
                name=self._name(row), number=column - FIRST_SET + 1, text=text
            )
            return f"{words}. {fault}" if fault else words
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take what was typed into a cell, and keep it if it can be read."""
        if role != Qt.ItemDataRole.EditRole or index.column() < FIRST_SET:
            return False
        self.put({(index.row(), index.column() - FIRST_SET): str(value)})
        return True

    # What is typed, and what it means

    def put(self, cells: dict[tuple[int, int], str]) -> None:
        """Some cells at once, by row and set; as one step to undo."""
        rows = set()
        for (row, number), text in cells.items():
            if 0 <= row < len(self._cells) and 0 <= number < MOST_SETS:
                self._widen(number + 1)
                self._cells[row][number] = text.strip()[:LONGEST]
                rows.add(row)
        self._keep(sorted(rows))
        self._tell()

    def put_planned(self, rows: Iterable[int]) -> None:
        """All planned sets of these rows that say nothing yet are as planned."""
        self.put(
            {
                (row, number): AS_PLANNED
                for row in rows
                for number in range(self._tasks[row].plan.sets)
                if not self._cells[row][number]
            }
        )

    def widen(self) -> None:
        """Room for one set more."""
        self._widen(self._columns + 1)

    def fault(self, row: int, number: int) -> str:
        """What is wrong with a cell, "" where nothing is."""
        try:
            self._read_row(row, number + 1, strict=True)
        except _CellError as error:
            return error.words if error.number == number else ""
        return ""

    def faults(self) -> list[tuple[int, int]]:
        """Rows and numbers of the cells that can't be read."""
        return [
            (row, number)
            for row, cells in enumerate(self._cells)
            for number, text in enumerate(cells)
            if text and self.fault(row, number)
        ]

    def planned_sets(self, row: int) -> int:
        """How many sets of a row are planned."""
        return self._tasks[row].plan.sets

    def refresh(self) -> None:
        """Take what the bench has; what can't be read stays typed for as long as it fits."""
        workout = self._bench.workout
        tasks = () if workout is None else workout.tasks
        record = "" if workout is None else workout.done.id
        same = record == self._shown_id and len(tasks) == len(self._tasks)
        if not same or [t.exercise for t in tasks] != [t.exercise for t in self._tasks]:
            self._put_aside()
            self.beginResetModel()
            self._shown_id, self._tasks = record, tasks
            most = max((max(t.plan.sets, len(row_cells(t))) for t in tasks), default=LEAST_SETS)
            self._columns = max(most, LEAST_SETS)
            self._cells = [self._filled(task) for task in tasks]
            self._take_up()
            self.endResetModel()
            self.judged.emit()
            return
        before, self._tasks = self._tasks, tasks
        for row, task in enumerate(tasks):
            if task != before[row] and self._says(row) != (
                task.sets,
                task.skipped and not task.sets,
            ):
                self._widen(len(row_cells(task)))
                self._cells[row] = self._filled(task)
        self._tell()

    def _put_aside(self) -> None:
        """Nothing that was typed is lost where another session is looked at meanwhile."""
        if self._shown_id:
            self._unread[self._shown_id] = {
                (row, self._tasks[row].exercise, number): self._cells[row][number]
                for row, number in self.faults()
            }

    def _take_up(self) -> None:
        for (row, exercise, number), text in self._unread.pop(self._shown_id, {}).items():
            if row < len(self._tasks) and self._tasks[row].exercise == exercise:
                self._widen_quietly(number + 1)
                self._cells[row][number] = self._cells[row][number] or text

    def _widen_quietly(self, columns: int) -> None:
        for cells in self._cells:
            cells += [""] * (columns - len(cells))
        self._columns = max(self._columns, columns)

    def _look_of_skipped(self, role: int) -> object:
        if role == Qt.ItemDataRole.ForegroundRole:
            return QColor(self._theme.palette.muted)
        if role == Qt.ItemDataRole.FontRole:
            font = QFont(self._theme.font(15))
            font.setStrikeOut(True)
            return font
        return None

    def _filled(self, task: Task) -> list[str]:
        cells = list(row_cells(task))
        if task.skipped and not cells:
            cells = ["-"] * task.plan.sets
        return [*cells, *[""] * (self._columns - len(cells))]

    def _widen(self, columns: int) -> None:
        columns = min(columns, MOST_SETS)
        if columns <= self._columns:
            return
        self.beginInsertColumns(ROOT, FIRST_SET + self._columns, FIRST_SET + columns - 1)
        self._widen_quietly(columns)
        self.endInsertColumns()

    def _says(self, row: int) -> tuple[tuple[DoneSet, ...], bool]:
        """The sets of a row as far as it can be read, and whether it was left out."""
        cells = self._cells[row]
        skipped = any(cells) and all(not each or each in NOT_DONE for each in cells)
        return self._read_row(row, len(cells), strict=False), skipped

    def _read_row(self, row: int, cells: int, *, strict: bool) -> tuple[DoneSet, ...]:
        found: tuple[DoneSet, ...] = ()
        for number, text in enumerate(self._cells[row][:cells]):
            try:
                found = (*found, *read_cell(text, self._tasks[row], found))
            except PrescriptionError as error:
                if strict and number == cells - 1:
                    words = f"{shown(error.message)} {shown(error.advice)}"
                    raise _CellError(number, words) from error
        return found

    def _keep(self, rows: list[int]) -> None:
        said = [(row, *self._says(row)) for row in rows]
        changed = [
            (row, sets, skipped)
            for row, sets, skipped in said
            if sets != self._tasks[row].sets or (skipped != self._tasks[row].skipped and not sets)
        ]
        if not changed:
            return
        name = translate("Log", "type results")
        if len(changed) == 1:
            name = translate("Log", "type results of {name}").format(
                name=one_line(self._bench.name_of(self._tasks[changed[0][0]]), 40)
            )
        self._bench.write(changed, name)

    def _name(self, row: int) -> str:
        label = labels(self._tasks)[row]
        return f"{label} {self._bench.name_of(self._tasks[row])}".strip()

    def _tell(self) -> None:
        if self._tasks:
            self.dataChanged.emit(
                self.index(0, 0), self.index(len(self._tasks) - 1, self.columnCount() - 1)
            )
        self.judged.emit()


class _CellError(Exception):
    """A cell that can't be read."""

    def __init__(self, number: int, words: str) -> None:
        self.number, self.words = number, words
        super().__init__(words)


def _is_left_out(task: Task) -> bool:
    return task.skipped and not task.sets


def _planned(task: Task) -> str:
    plan = replace(task.plan, rest_s=None, tempo=None)
    return DOT.join(shown(each) for each in prescription_words(plan))


def _unbroken(words: str) -> str:
    """A load stays on one line."""
    return unbroken(words).replace(" \u00d7 ", "\u00a0\u00d7\u00a0")
