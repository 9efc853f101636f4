"""Other numbers for sessions to come, as a table with a tick in each row."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Qt, Signal

from hemipelvi_gui.coach.progress.walk import Proposal
from hemipelvi_gui.ui.dialogs.table import Column, Index, Table, TableModel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QKeyEvent

    from hemipelvi_gui.ui.theme import Theme

translate = QCoreApplication.translate
Role = Qt.ItemDataRole
DAY, SESSION, EXERCISE, CHANGE, WHY = range(5)
WIDEST = {DAY: 130, SESSION: 320, EXERCISE: 230, CHANGE: 330}
MEASURED_ROWS, SLACK = 60, 12
LEAST_WHY, LEAST_NAME = 220, 60
ONE_LINE, TWO_LINES = 28, 44


@dataclass(frozen=True)
class ProposalRow:
    """A proposal and its words, column by column; `again`: of the same session as the one above."""

    proposal: Proposal
    words: tuple[str, str, str, str, str]
    again: bool = False

    @property
    def key(self) -> tuple[str, str]:
        """What it is about: session and item."""
        return self.proposal.session, self.proposal.item


def columns() -> tuple[Column, ...]:
    """Headings with what they mean."""
    return (
        Column(
            translate("ProgressDialog", "Day"),
            translate("ProgressDialog", "Ticked rows are changed, others stay as they are."),
            figures=False,
        ),
        Column(
            translate("ProgressDialog", "Session"),
            translate("ProgressDialog", "With a mark where the week is a lighter one."),
            figures=False,
        ),
        Column(
            translate("ProgressDialog", "Exercise"),
            translate("ProgressDialog", "Whose numbers change."),
            figures=False,
        ),
        Column(
            translate("ProgressDialog", "Before \u2192 after"),
            translate("ProgressDialog", "As it is in the plan now, and what becomes of it."),
            figures=False,
        ),
        Column(
            translate("ProgressDialog", "Reason"),
            translate("ProgressDialog", "From what was written down, or from what is planned."),
            figures=False,
        ),
    )


class ProposalModel(TableModel):
    """The rows and which of them are ticked; ticks stay with session and item.

    `filled`: there are other rows. `ticked`: other ones are ticked.
    """

    filled = Signal()
    ticked = Signal()

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(theme, columns(), summed=False, parent=parent)
        self._shown: list[ProposalRow] = []
        self._off: set[tuple[str, str]] = set()

    def show_rows(self, rows: Sequence[ProposalRow]) -> None:
        """Show these."""
        self._shown = list(rows)
        self.set_rows([each.words for each in rows])
        self.filled.emit()
        self.ticked.emit()

    @property
    def chosen(self) -> tuple[Proposal, ...]:
        """What is ticked."""
        return tuple(each.proposal for each in self._shown if each.key not in self._off)

    def row_at(self, number: int) -> ProposalRow:
        """One row."""
        return self._shown[number]

    def is_ticked(self, number: int) -> bool:
        """Whether a row is ticked."""
        return self._shown[number].key not in self._off

    def tick(self, number: int, *, on: bool) -> None:
        """Tick a row or not."""
        key = self._shown[number].key
        if on:
            self._off.discard(key)
        else:
            self._off.add(key)
        self._tell_ticks(number, number)

    def tick_all(self, *, on: bool) -> None:
        """Tick all rows, or none."""
        keys = {each.key for each in self._shown}
        self._off = self._off - keys if on else self._off | keys
        if self._shown:
            self._tell_ticks(0, len(self._shown) - 1)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """The first column has the tick."""
        flags = super().flags(index)
        if index.isValid() and index.column() == DAY:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:  # noqa: ANN401
        """As in any table, with ticks; day and session are said once for rows that follow."""
        if not index.isValid() or index.row() >= len(self._shown):
            return None
        if role == Role.CheckStateRole and index.column() == DAY:
            on = self.is_ticked(index.row())
            return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
        again = self._shown[index.row()].again and index.column() in (DAY, SESSION)
        if role == Role.DisplayRole and again:
            return ""
        return super().data(index, role)

    def setData(self, index: Index, value: object, role: int = Role.EditRole) -> bool:
        """Ticks are all that can be set."""
        if role != Role.CheckStateRole or not index.isValid():
            return False
        self.tick(index.row(), on=Qt.CheckState(value) == Qt.CheckState.Checked)
        return True

    def _tell_ticks(self, first: int, last: int) -> None:
        ends = self.index(first, DAY), self.index(last, DAY)
        self.dataChanged.emit(*ends, [Role.CheckStateRole])
        self.ticked.emit()


class ProposalTable(Table):
    """Space ticks the row the keyboard is on; the reason takes the room that is left."""

    def __init__(self, theme: Theme, model: ProposalModel) -> None:
        self.proposals = model
        super().__init__(theme, model, translate("ProgressDialog", "Changes to come"))
        self.horizontalHeader().setResizeContentsPrecision(MEASURED_ROWS)
        # A tick makes no column wider.
        model.dataChanged.disconnect(self.fit_columns)
        model.filled.connect(self.fit_columns)

    def fit_columns(self) -> None:
        """Each as wide as its words, up to a measure; the last one at least as wide as a line.

        Where that is too wide, the reason, which is said beneath of the row the keyboard is on,
        goes, and long names take two lines.
        """
        room, px = self.viewport().width(), self._theme.px
        wanted = {}
        for place, widest in WIDEST.items():
            words = max(
                self.sizeHintForColumn(place), self.horizontalHeader().sectionSizeHint(place)
            )
            wanted[place] = min(words + px(SLACK), px(widest))
        left = room - sum(wanted.values())
        self._stack(narrow=left < px(LEAST_WHY))
        if left < 0:
            # One that is cut shows all of it in two lines, or in its tooltip.
            names = wanted[SESSION] + wanted[EXERCISE]
            for place in (SESSION, EXERCISE):
                wanted[place] += left * wanted[place] // names
        elif self.isColumnHidden(WHY):
            wanted[CHANGE] += left
        for place, width in wanted.items():
            self.setColumnWidth(place, max(width, px(LEAST_NAME)))
        self.setColumnWidth(WHY, max(left, px(LEAST_WHY)))

    def _stack(self, *, narrow: bool) -> None:
        if self.isColumnHidden(WHY) == narrow:
            return
        self.setColumnHidden(WHY, narrow)
        self._size_rows()

    def _size_rows(self) -> None:
        narrow = self.isColumnHidden(WHY)
        self.setWordWrap(narrow)
        rows, high = self.verticalHeader(), self._theme.px(TWO_LINES if narrow else ONE_LINE)
        rows.setMinimumSectionSize(high)
        rows.setDefaultSectionSize(high)

    def _restyle(self) -> None:
        super()._restyle()
        self._size_rows()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space ticks."""
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            number = self.currentIndex().row()
            self.proposals.tick(number, on=not self.proposals.is_ticked(number))
        else:
            super().keyPressEvent(event)
