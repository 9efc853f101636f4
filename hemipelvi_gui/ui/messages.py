"""The one door through which the program speaks up, and the bar it speaks in.

Nothing here is modal: a message says what happened and what to do, and may carry one action.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QFrame,
    QGraphicsDropShadowEffect,
    QHBoxLayout,
    QPushButton,
    QToolButton,
    QWidget,
)

from hemipelvi_gui.sheets.words import said
from hemipelvi_gui.ui.plain import menu_text, plain_label

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QUndoStack

    from hemipelvi_gui.domain.errors import KnownError
    from hemipelvi_gui.ui.theme import Theme

translate = QCoreApplication.translate

MOST_LINES = 4
SHOWN_MS = 10_000
WIDEST, SIDE, BELOW = 680, 24, 12


class Message(NamedTuple):
    """What is said. `wrong` marks a failure; `action` is a label and what it does.

    `passes`: it goes by itself, as nothing is lost with it.
    """

    text: str
    wrong: bool = False
    action: tuple[str, Callable[[], object]] | None = None
    passes: bool = False


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
        self.shown.emit(Message(text, action=action, passes=action is None))

    def say_undoable(self, text: str, stack: QUndoStack) -> None:
        """Tell of the latest step, and offer to take it back for as long as it is the latest."""
        # The menu undoes it for as long as one likes.
        undo = (translate("Messages", "Undo"), stack.undo)
        self._offer = Message(text, action=undo, passes=True)
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
    """Shows the latest message over the lower edge of the window, and moves nothing there.

    It stays until it is closed; what only tells goes after a while, but never from under the
    pointer or the keyboard. `foot` says how many pixels at the edge it must not cover.
    """

    def __init__(
        self, theme: Theme, messages: Messages, parent: QWidget, foot: Callable[[], int]
    ) -> None:
        super().__init__(parent)
        self._theme, self._over, self._foot = theme, parent, foot
        self.setProperty("kind", "toast")
        parent.installEventFilter(self)
        self._shadow = QGraphicsDropShadowEffect(self)
        self._shadow.setColor(QColor(0, 0, 0, 70))
        self.setGraphicsEffect(self._shadow)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SHOWN_MS)
        self._timer.timeout.connect(self._pass)
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
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._text, 1)
        self._row.addWidget(self._button)
        self._row.addWidget(close)
        theme.changed.connect(self._restyle)
        self._restyle()
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
        self.place()
        self.show()
        self.raise_()
        if message.passes:
            self._timer.start()
        else:
            self._timer.stop()

    def step_aside(self) -> None:
        """Go before a dialog comes, where what is said would go by itself."""
        if self._message is not None and self._message.passes:
            self.hide()

    def place(self) -> None:
        """Lie in the middle over the lower edge, as wide as the words need."""
        px, room = self._theme.px, self._over.rect()
        # A label that wraps asks for little: the words say themselves how wide they are.
        words = max(
            self._text.fontMetrics().horizontalAdvance(line)
            for line in self._text.text().split("\n")
        )
        beside = self._row.sizeHint().width() - self._text.sizeHint().width()
        wide = min(words + beside + px(8), px(WIDEST), max(room.width() - 2 * px(SIDE), 1))
        high = max(self._row.heightForWidth(wide), self._row.minimumSize().height())
        bottom = room.bottom() + 1 - self._foot() - px(BELOW)
        self.setGeometry(QRect(room.center().x() - wide // 2, max(bottom - high, 0), wide, high))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The window has another size."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self.place()
        return super().eventFilter(watched, event)

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

    def _pass(self) -> None:
        """Go, unless somebody is about to use it."""
        if self.underMouse() or self._button.hasFocus():
            self._timer.start()
        else:
            self.hide()

    def _restyle(self) -> None:
        px = self._theme.px
        self._row.setContentsMargins(px(16), px(6), px(8), px(6))
        self._shadow.setBlurRadius(px(20))
        self._shadow.setOffset(0, px(3))
        if self.isVisible():
            self.place()

    def _do(self) -> None:
        self.hide()
        if self._act is not None:
            self._act()
