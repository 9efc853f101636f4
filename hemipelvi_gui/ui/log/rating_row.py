"""A row of buttons from 0 to 10: one press, or one key, and the next row has the keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from hemipelvi_gui.ui.plain import plain_label

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent

    from hemipelvi_gui.ui.theme import Theme

translate = QCoreApplication.translate
MOST = 10
DIGITS = {getattr(Qt.Key, f"Key_{digit}"): digit for digit in range(10)}


class RatingRow(QWidget):
    """`rated(value)`: a number, or None where the one that was set is pressed again.

    Keys 0 to 9 rate; + and the right arrow go up to 10, - and the left arrow down; Delete clears.
    """

    rated = Signal(object)

    def __init__(self, theme: Theme, name: str, words: dict[int, str] | None = None) -> None:
        super().__init__()
        self._theme, self._name, self._words = theme, name, words or {}
        self._value: float | None = None
        self.caption = plain_label()
        self.buttons: list[QPushButton] = []
        self._row = QHBoxLayout()
        for number in range(MOST + 1):
            button = QPushButton(str(number))
            button.setProperty("kind", "rating")
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            said = self._words.get(number, "")
            button.setAccessibleName(f"{name}: {number} {said}".strip())
            if said:
                button.setToolTip(said)
            button.clicked.connect(lambda _on=False, number=number: self._press(number))
            self.buttons.append(button)
            self._row.addWidget(button, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.caption)
        self._column.addLayout(self._row)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme.changed.connect(self._restyle)
        self._restyle()
        self.show_value(None)

    @property
    def value(self) -> float | None:
        """What is rated, None: nothing is."""
        return self._value

    def show_value(self, value: float | None) -> None:
        """Show a rating, without reporting it."""
        self._value = value
        nearest = None if value is None else round(value)
        for number, button in enumerate(self.buttons):
            button.setChecked(number == nearest)
        said = "" if nearest is None else self._words.get(nearest, "")
        shown = "" if nearest is None else f"{nearest} {said}".strip()
        self.caption.setText(f"{self._name}  {shown}".strip())
        none = translate("Log", "not rated")
        self.setAccessibleName(f"{self._name}: {shown or none}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit rates, and goes on to the next field."""
        key = Qt.Key(event.key())
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        now = -1 if self._value is None else round(self._value)
        if plain and key in DIGITS:
            self._take(DIGITS[key])
            self.focusNextChild()
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Right):
            self._take(min(now + 1, MOST))
        elif key in (Qt.Key.Key_Minus, Qt.Key.Key_Left):
            self._take(max(now - 1, 0))
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._take(None)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The row that takes the digits is marked."""
        super().focusInEvent(event)
        self._mark(has_keys=True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """It no longer is."""
        super().focusOutEvent(event)
        self._mark(has_keys=False)

    def _press(self, number: int) -> None:
        self._take(None if self._value == number else number)

    def _take(self, number: int | None) -> None:
        value = None if number is None else float(number)
        changed = value != self._value
        self.show_value(value)
        if changed:
            self.rated.emit(value)

    def _mark(self, *, has_keys: bool) -> None:
        self.caption.setProperty("kind", "accent" if has_keys else "")
        self.caption.style().unpolish(self.caption)
        self.caption.style().polish(self.caption)

    def _restyle(self) -> None:
        px = self._theme.px
        self._row.setSpacing(px(2))
        self._column.setSpacing(px(2))
        for button in self.buttons:
            button.setMinimumWidth(px(18))
            button.setFixedHeight(px(26))
