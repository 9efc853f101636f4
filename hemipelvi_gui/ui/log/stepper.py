"""A number in large type with a smaller and a larger button: repetitions, load, effort."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from hemipelvi_gui.ui.plain import plain_label

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from hemipelvi_gui.ui.theme import Theme

translate = QCoreApplication.translate
LONGEST = 24
LARGE, MIDDLE, SMALL = 26, 20, 15


class StepperLine(QLineEdit):
    """`entered`: Enter or Space was pressed. `stepped(1 or -1)`: an arrow key was.

    `has_units`: a blank may be typed between a number and its unit.
    """

    entered = Signal()
    stepped = Signal(int)
    has_units = False

    @property
    def _awaits_unit(self) -> bool:
        """Whether a number was just typed that a unit may follow after a blank."""
        before, behind = self.text()[: self.cursorPosition()], self.text()[self.cursorPosition() :]
        typed = self.isModified() and not self.hasSelectedText()
        return self.has_units and typed and before[-1:].isdigit() and not behind

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Where no blank can be meant, Space does what Enter does."""
        key = event.key()
        if key == Qt.Key.Key_Space and self._awaits_unit:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.entered.emit()
        elif key == Qt.Key.Key_Up:
            self.stepped.emit(1)
        elif key == Qt.Key.Key_Down:
            self.stepped.emit(-1)
        else:
            super().keyPressEvent(event)


class Stepper(QWidget):
    """`step(text, 1 or -1)` gives the next text, `read(text)` raises ValueError for a wrong one.

    `changed`: another value stands there. `entered`: the set is to be ticked.
    """

    changed = Signal()
    entered = Signal()

    def __init__(
        self,
        theme: Theme,
        name: str,
        read: Callable[[str], object],
        step: Callable[[str, int], str],
    ) -> None:
        super().__init__()
        self._theme, self._name, self._read, self._step = theme, name, read, step
        self.caption = plain_label(name, "muted")
        self.line = StepperLine()
        self.line.setMaxLength(LONGEST)
        self.line.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.less, self.more = QPushButton("\u2212"), QPushButton("+")
        for button, way in ((self.less, -1), (self.more, 1)):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setAutoRepeat(True)
            button.clicked.connect(lambda _on=False, way=way: self.move_by(way))
        self._row = QHBoxLayout()
        for widget in (self.less, self.line, self.more):
            self._row.addWidget(widget, int(widget is self.line))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.caption)
        self._column.addLayout(self._row)
        self.line.textEdited.connect(self._typed)
        self.line.entered.connect(self.entered)
        self.line.stepped.connect(self.move_by)
        self.setFocusProxy(self.line)
        self.rename(name)
        theme.changed.connect(self._restyle)
        self._restyle()

    @property
    def text(self) -> str:
        """What stands there."""
        return self.line.text().strip()

    @property
    def is_sound(self) -> bool:
        """Whether it can be read."""
        try:
            self._read(self.text)
        except ValueError:
            return False
        return True

    def rename(self, name: str, less: str = "", more: str = "") -> None:
        """Call it something else."""
        self._name = name
        self.caption.setText(name)
        self.line.setAccessibleName(name)
        words = translate("Log", "{name}: less"), translate("Log", "{name}: more")
        self.less.setAccessibleName(less or words[0].format(name=name))
        self.more.setAccessibleName(more or words[1].format(name=name))

    def show_text(self, text: str) -> None:
        """Show a value, without reporting it as a change."""
        self.line.setText(text)
        self.line.setCursorPosition(0)
        self._mark()
        self._fit()

    def move_by(self, way: int) -> None:
        """One step up or down; from what can't be read there is none."""
        if not self.is_sound:
            return
        self.show_text(self._step(self.text, way))
        self.changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Long loads are written smaller, so that all of them is seen."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.line.width() - self._theme.px(24)
        font = self._theme.bold(LARGE)
        for size in (LARGE, MIDDLE, SMALL):
            font = self._theme.bold(size)
            if QFontMetrics(font).horizontalAdvance(self.line.text()) <= room:
                break
        if font != self.line.font():
            self.line.setFont(font)

    def _typed(self) -> None:
        self._mark()
        self._fit()
        self.changed.emit()

    def _mark(self) -> None:
        wrong = not self.is_sound
        if bool(self.line.property("wrong")) != wrong:
            self.line.setProperty("wrong", wrong)
            self.line.style().unpolish(self.line)
            self.line.style().polish(self.line)

    def _restyle(self) -> None:
        px = self._theme.px
        self._row.setSpacing(px(4))
        self._column.setSpacing(px(2))
        self.line.setMinimumSize(px(60), px(48))
        self._fit()
        self.caption.setFont(self._theme.font(14))
        for button in (self.less, self.more):
            button.setFont(self._theme.bold(22))
            button.setFixedSize(px(44), px(48))
