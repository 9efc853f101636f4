"""The table to type results into: what its keys do, and how its cells look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QBrush, QGuiApplication, QKeyEvent, QKeySequence, QPen
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from hemipelvi_gui.ui.log.enter_key import ENTER, asks_for_enter
from hemipelvi_gui.ui.log.frozen_names import FrozenNames
from hemipelvi_gui.ui.log.paper_model import FIRST_SET, NAME, PLANNED, PaperModel

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import QPainter, QResizeEvent

    from hemipelvi_gui.ui.theme import Theme

    Index = QModelIndex | QPersistentModelIndex

WIDTHS, SET_WIDTH, ROW = {NAME: 190, PLANNED: 200}, 118, 34


class CellDelegate(QStyledItemDelegate):
    """`onward`: Enter was pressed in a cell. `all_planned`: with Ctrl."""

    onward = Signal()
    all_planned = Signal()

    def __init__(self, theme: Theme, parent: PaperTable) -> None:
        super().__init__(parent)
        self._theme, self._table = theme, parent

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Cells of sets that are not planned are hatched; they can be typed into all the same."""
        set_number = index.column() - FIRST_SET
        if set_number >= self._table.paper.planned_sets(index.row()):
            hatch = QBrush(self._theme.palette.colour("line"), Qt.BrushStyle.BDiagPattern)
            painter.fillRect(option.rect, hatch)
        plain, has_keys = (
            QStyleOptionViewItem(option),
            option.state & QStyle.StateFlag.State_HasFocus,
        )
        plain.state &= ~QStyle.StateFlag.State_HasFocus
        super().paint(painter, plain, index)
        if has_keys:
            # One frame says where the keyboard is.
            painter.setPen(QPen(self._theme.palette.colour("accent"), 2))
            painter.drawRect(option.rect.adjusted(1, 1, -2, -2))

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A line of its own name."""
        line = QLineEdit(parent)
        line.setProperty("kind", "inline")
        line.setMaxLength(60)
        name = index.data(Qt.ItemDataRole.AccessibleTextRole)
        line.setAccessibleName(str(name or ""))
        return line

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Enter keeps what is typed and goes on."""
        if asks_for_enter(event):
            event.accept()
            return True
        pressed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if not (pressed and isinstance(event, QKeyEvent) and event.key() in ENTER):
            return super().eventFilter(editor, event)
        if isinstance(editor, QWidget):
            self.commitData.emit(editor)
            self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        (self.all_planned if control else self.onward).emit()
        return True


class PaperTable(QTableView):
    """`onward` and `all_planned` as the delegate's, when no cell is being typed in."""

    def __init__(self, theme: Theme, model: PaperModel) -> None:
        super().__init__()
        self.setModel(model)
        self.paper, self._theme = model, theme
        self.delegate = CellDelegate(theme, self)
        self.setItemDelegate(self.delegate)
        self.setAlternatingRowColors(True)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.names = FrozenNames(self)
        self.delegate.onward.connect(self.go_on)
        self.delegate.all_planned.connect(self.plan_all)

    def event(self, event: QEvent) -> bool:
        """Ctrl+Enter means something else in the window."""
        if asks_for_enter(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, Ctrl+Enter takes all as planned, Delete empties, Ctrl+V pastes."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() in ENTER:
            if control:
                self.plan_all()
            else:
                self.go_on()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.paper.put(dict.fromkeys(self._picked(), ""))
        else:
            super().keyPressEvent(event)

    def fit(self) -> None:
        """Columns of their usual widths, rows as high as what is planned needs."""
        px, header = self._theme.px, self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column in range(self.paper.columnCount()):
            self.setColumnWidth(column, px(WIDTHS.get(column, SET_WIDTH)))
        self.verticalHeader().setMinimumSectionSize(px(ROW))
        self.verticalHeader().setDefaultSectionSize(px(ROW))
        self.resizeRowsToContents()
        for row in range(self.paper.rowCount()):
            if self.rowHeight(row) > px(ROW):
                self.setRowHeight(row, self.rowHeight(row) + px(6))
        self.names.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The names stay at the left."""
        super().resizeEvent(event)
        self.names.fit()

    def scrollTo(  # noqa: N802  # Qt's name
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """No cell stays behind the names."""
        super().scrollTo(index, hint)
        hidden = self.columnWidth(NAME) - self.visualRect(index).left()
        if index.column() > NAME and hidden > 0:
            bar = self.horizontalScrollBar()
            bar.setValue(bar.value() - hidden)

    def settle(self) -> None:
        """Keep what is being typed."""
        if self.state() == QAbstractItemView.State.EditingState and self.isVisible():
            self.setFocus()

    def begin(self) -> None:
        """Go to the first empty cell."""
        for row in range(self.paper.rowCount()):
            for column in range(FIRST_SET, FIRST_SET + self.paper.planned_sets(row)):
                if not self.paper.index(row, column).data():
                    self.setCurrentIndex(self.paper.index(row, column))
                    return

    def go_on(self) -> None:
        """To the next set; after the planned ones to the next exercise."""
        now = self.currentIndex()
        if not now.isValid():
            self.begin()
            return
        row, column = now.row(), max(now.column() + 1, FIRST_SET)
        planned = self.paper.planned_sets(row)
        if column - FIRST_SET >= planned:
            row, column = row + 1, FIRST_SET
        if row < self.paper.rowCount():
            self.setCurrentIndex(self.paper.index(row, column))

    def plan_all(self) -> None:
        """Every planned set that says nothing is as planned: of all rows."""
        self.paper.put_planned(range(self.paper.rowCount()))

    def copy(self) -> None:
        """The picked cells, as a spreadsheet has them."""
        picked = set(self._picked())
        rows = sorted({row for row, _ in picked})
        numbers = sorted({number for _, number in picked})
        lines = [
            "\t".join(
                str(self.paper.index(row, number + FIRST_SET).data() or "") for number in numbers
            )
            for row in rows
        ]
        QGuiApplication.clipboard().setText("\n".join(lines))

    def paste(self) -> None:
        """Lines and tabs of the clipboard, from the cell with the keyboard on."""
        now = self.currentIndex()
        if not now.isValid():
            return
        lines = QGuiApplication.clipboard().text().rstrip("\r\n").splitlines()
        first = max(now.column() - FIRST_SET, 0)
        self.paper.put(
            {
                (now.row() + down, first + across): text
                for down, line in enumerate(lines[:200])
                for across, text in enumerate(line.split("\t")[:50])
            }
        )

    def _picked(self) -> list[tuple[int, int]]:
        cells = self.selectionModel().selectedIndexes() or [self.currentIndex()]
        return [
            (each.row(), each.column() - FIRST_SET) for each in cells if each.column() >= FIRST_SET
        ]
