"""A line of a dialog that is typed in one of the program's grammars."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from hemipelvi_gui.domain.grammar import PrescriptionError
from hemipelvi_gui.domain.progression_words import ProgressionError
from hemipelvi_gui.ui.widgets.inline_editor import ErrorNote

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QFocusEvent

    from hemipelvi_gui.ui.theme import Theme

LONGEST = 400


class TypedLine(QLineEdit):
    """Says beneath, in `note`, what can't be read, with a caret at the place.

    `read` takes the text and raises an error with a column. The note belongs into the layout under
    the line, over the layout's whole width. `checked`: what is typed was read, well or not.
    """

    checked = Signal()

    def __init__(
        self,
        theme: Theme,
        text: str,
        read: Callable[[str], object],
        name: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._theme, self._read = theme, read
        self.before = text
        self.fault: PrescriptionError | ProgressionError | None = None
        self.setMaxLength(LONGEST)
        self.setAccessibleName(name)
        self.note = ErrorNote(theme, parent or self, wraps=True)
        self.note.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._typed)

    @property
    def is_changed(self) -> bool:
        """Whether other words stand here than at first."""
        return self.text().strip() != self.before.strip()

    def check(self) -> bool:
        """Whether it can be read; if not, what is wrong is shown."""
        if self._sound():
            self._mark(wrong=False)
            self.note.hide()
            return True
        self._mark(wrong=True)
        self._say()
        return False

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Look at it when the runner goes on to something else."""
        super().focusOutEvent(event)
        self.check()

    def _typed(self) -> None:
        # Half a word is no fault yet, but one that was shown is followed.
        if self.note.isHidden():
            self._sound()
        else:
            self.check()
        self.checked.emit()

    def _sound(self) -> bool:
        self.fault = None
        try:
            self._read(self.text())
        except (PrescriptionError, ProgressionError) as error:
            self.fault = error
        return self.fault is None

    def _say(self) -> None:
        if self.fault is None:
            return
        place = self.cursorPosition()
        self.setCursorPosition(self.fault.column)
        left, width = self._span()
        at = self.cursorRect().center().x() + self.x() - left
        self.setCursorPosition(place)
        self.note.setFont(self._theme.font(12))
        self.note.say(self.fault, at, width)
        self.note.updateGeometry()
        self.setAccessibleDescription(self.note.accessibleName())

    def _span(self) -> tuple[int, int]:
        """Where the note begins and how wide it is: as its layout."""
        page = self.note.parentWidget()
        layout = None if page is None else page.layout()
        if page is None or layout is None:
            return self.x(), self.width()
        # The layout itself forgets its rectangle whenever something in it changes.
        room = page.rect().marginsRemoved(layout.contentsMargins())
        return room.left(), room.width()

    def _mark(self, *, wrong: bool) -> None:
        if not wrong:
            self.setAccessibleDescription("")
        if bool(self.property("wrong")) != wrong:
            self.setProperty("wrong", wrong)
            self.style().unpolish(self)
            self.style().polish(self)
