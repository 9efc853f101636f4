"""Notes on an item."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from hemipelvi_gui.ui.plain import one_line, plain_label
from hemipelvi_gui.ui.widgets.popup import Popup

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from hemipelvi_gui.ui.theme import Theme

translate = QCoreApplication.translate
LONGEST = 5000


class NotesEdit(QPlainTextEdit):
    """Ctrl+Enter is left to the popup."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter makes a line, with Ctrl it is done."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        else:
            super().keyPressEvent(event)


class NotesPopup(Popup):
    """Some lines of text; kept by a click elsewhere or Ctrl+Enter."""

    def __init__(self, theme: Theme, name: str, notes: str, parent: QWidget) -> None:
        super().__init__(theme, parent)
        heading = translate("Canvas", "Notes on {name}").format(name=one_line(name, 40))
        self.setAccessibleName(heading)
        self.edit = NotesEdit(notes)
        self.edit.setAccessibleName(heading)
        self.edit.setTabChangesFocus(True)
        self.edit.setFixedSize(theme.px(320), theme.px(96))
        self.column.addWidget(plain_label(heading, "heading"))
        self.column.addWidget(self.edit)
        hint = translate("Canvas", "Printed on the sheet. Ctrl+Enter keeps, Escape leaves.")
        self.column.addWidget(plain_label(hint, "muted"))
        self.setFocusProxy(self.edit)

    @property
    def chosen(self) -> str:
        """The notes, without blank ends."""
        return self.edit.toPlainText().strip()[:LONGEST]
