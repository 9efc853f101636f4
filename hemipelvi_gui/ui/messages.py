"""The one door through which the program speaks up, and the bar it speaks in.

Nothing here is modal: a message says what happened and what to do, and may carry one action.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton

from hemipelvi_gui.sheets.words import said
from hemipelvi_gui.ui.plain import menu_text, plain_label

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QUndoStack

    from hemipelvi_gui.domain.errors import KnownError
    from hemipelvi_gui.ui.theme import Theme

translate = QCoreApplication.translate


MOST_LINES = 4


class Message(NamedTuple):
    """What is said. `wrong` marks a failure; `action` is a label and what it does."""

    text: str
    wrong: bool = False
    action: tuple[str, Callable[[], object]] | None = None


class Messages(QObject):
    """Every message passes here; `shown(Message)` for whoever shows or records it.

    `withdrawn(Message)`: what it offers is no longer to be had.
    """

    shown = Signal(object)
    withdrawn = Signal(object)
    cleared = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._offer: Message | None = None

    def say(self, text: str, action: tuple[str, Callable[[], object]] | None = None) -> None:
        """Tell something."""
        self.shown.emit(Message(text, action=action))

    def say_undoable(self, text: str, stack: QUndoStack) -> None:
        """Tell of the latest step, and offer to take it back for as long as it is the latest."""
        self._offer = Message(text, action=(translate("Messages", "Undo"), stack.undo))
        self.shown.emit(self._offer)
        stack.indexChanged.connect(self._withdraw, Qt.ConnectionType.SingleShotConnection)

    def fail(
        self, error: KnownError, action: tuple[str, Callable[[], object]] | None = None
    ) -> None:
        """Tell what went wrong and what to do about it."""
        self.shown.emit(Message(error_words(error), wrong=True, action=action))

    def fail_all(self, errors: Sequence[KnownError]) -> None:
        """Tell several failures at once, beside what was said of what did go well."""
        if not errors:
            return
        lines = [error_words(error) for error in errors[:MOST_LINES]]
        if len(errors) > MOST_LINES:
            more = translate("Messages", "And {count} more.")
            lines.append(more.format(count=len(errors) - MOST_LINES))
        if self._offer is None:
            self.shown.emit(Message("\n".join(lines), wrong=True))
            return
        self._offer = Message("\n".join((self._offer.text, *lines)), True, self._offer.action)
        self.shown.emit(self._offer)

    def clear(self) -> None:
        """Nothing more to say."""
        self.cleared.emit()

    def _withdraw(self, _index: int) -> None:
        offer, self._offer = self._offer, None
        self.withdrawn.emit(offer)


def error_words(error: KnownError) -> str:
    """Message and advice of an error in the reader's language."""
    parts = (error.message, error.advice)
    return " ".join(
        text for part in parts if (text := part if isinstance(part, str) else said(part))
    )


class MessageBar(QFrame):
    """Shows the latest message until it is closed."""

    def __init__(self, theme: Theme, messages: Messages) -> None:
        super().__init__()
        self.setProperty("kind", "message")
        self._text = plain_label()
        self._text.setWordWrap(True)
        self._act: Callable[[], object] | None = None
        self._message: Message | None = None
        self._button = QPushButton()
        self._button.setProperty("kind", "pill")
        self._button.clicked.connect(self._do)
        close = QToolButton()
        close.setText("\u00d7")
        close.setProperty("kind", "bar")
        close.setAccessibleName(translate("Messages", "Close this message"))
        close.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(16), theme.px(6), theme.px(8), theme.px(6))
        row.addWidget(self._text, 1)
        row.addWidget(self._button)
        row.addWidget(close)
        messages.shown.connect(self.show_message)
        messages.withdrawn.connect(self._withdraw)
        messages.cleared.connect(self.hide)
        self.hide()

    def show_message(self, message: Message) -> None:
        """Replace what is shown."""
        self._message = message
        self._text.setText(message.text)
        self.setProperty("wrong", message.wrong)
        self.style().polish(self)
        self._button.setVisible(message.action is not None)
        if message.action is not None:
            words, self._act = message.action
            self._button.setText(menu_text(words))
        self.setAccessibleName(message.text)
        self.show()

    @property
    def text(self) -> str:
        """What is shown."""
        return self._text.text()

    def _withdraw(self, message: Message) -> None:
        if message is not self._message:
            return
        if message.wrong:
            self._button.hide()
        else:
            self.hide()

    def _do(self) -> None:
        self.hide()
        if self._act is not None:
            self._act()
