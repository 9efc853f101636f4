"""The line over a card in which a prescription is typed, and what it says to what it can't read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen, QPolygon
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from hemipelvi_gui.domain.grammar import PrescriptionError, parse
from hemipelvi_gui.ui.plain import one_line, plain_label
from hemipelvi_gui.ui.wording import shown

if TYPE_CHECKING:
    from hemipelvi_gui.domain.errors import KnownError
    from hemipelvi_gui.domain.prescription import Prescription
    from hemipelvi_gui.ui.theme import Theme

translate = QCoreApplication.translate
INSET = 7  # border, padding and Qt's own margin between the editor's edge and its text
CARET = 5


class ErrorNote(QWidget):
    """What can't be read, with a caret that points at it; `wraps`: nothing of it is cut off."""

    def __init__(self, theme: Theme, parent: QWidget, *, wraps: bool = False) -> None:
        super().__init__(parent)
        self._theme, self._wraps = theme, wraps
        self._words: list[str] = []
        self._faults = 1
        self._caret_x = 0
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.hide()

    def say(self, error: KnownError, caret_x: int, width: int) -> None:
        """Show an error; `caret_x` is where the fault is, from the note's left edge."""
        said = [one_line(shown(words)) for words in (error.message, error.advice) if words]
        self._caret_x = caret_x
        self.setAccessibleName(" ".join(said))
        lines = [self._broken(words, width) if self._wraps else [words] for words in said]
        self._words = [line for words in lines for line in words]
        self._faults = len(lines[0]) if lines else 0
        self.resize(min(width, self.sizeHint().width()), self.sizeHint().height())
        self.show()
        self.raise_()
        self.update()

    def _broken(self, words: str, width: int) -> list[str]:
        """The words on lines that fit."""
        room, lines = width - self._theme.px(28), [""]
        for word in words.split(" "):
            longer = f"{lines[-1]} {word}".lstrip()
            if self.fontMetrics().horizontalAdvance(longer) <= room or not lines[-1]:
                lines[-1] = longer
            else:
                lines.append(word)
        return lines

    def sizeHint(self) -> QSize:
        """Room for all words and the caret."""
        px, metrics = self._theme.px, self.fontMetrics()
        widest = max((metrics.horizontalAdvance(words) for words in self._words), default=0)
        wide = max(widest + px(28), self._caret_x + px(16))
        return QSize(wide, CARET + px(14) + len(self._words) * px(18))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A small sheet with a notch under the fault."""
        px, palette = self._theme.px, self._theme.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(palette.fix), 1))
        painter.setBrush(QColor(palette.panel))
        painter.drawRoundedRect(self.rect().adjusted(0, CARET, -1, -1), px(6), px(6))
        x = min(max(self._caret_x, px(10)), self.width() - px(10))
        painter.drawPolygon(
            QPolygon([QPoint(x - CARET, CARET), QPoint(x, 0), QPoint(x + CARET, CARET)])
        )
        painter.setPen(QPen(QColor(palette.panel), 1))
        painter.drawLine(x - CARET + 1, CARET, x + CARET - 1, CARET)
        for at, words in enumerate(self._words):
            painter.setPen(QColor(palette.fix if at < self._faults else palette.muted))
            room = QRect(px(12), CARET + px(7) + at * px(18), self.width() - px(24), px(18))
            text = painter.fontMetrics().elidedText(
                words, Qt.TextElideMode.ElideRight, room.width()
            )
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)


class InlineEditor(QLineEdit):
    """Edits one prescription. `drafted` carries what has been typed so far, None if unreadable."""

    committed = Signal(object)
    cancelled = Signal()
    drafted = Signal(object)

    def __init__(self, theme: Theme, text: str, parent: QWidget) -> None:
        super().__init__(text, parent)
        self._theme, self._page = theme, parent
        self._closed = False
        self.setProperty("kind", "inline")
        self.setMaxLength(400)
        self.setAcceptDrops(False)  # cards are dropped on the card beneath
        self.setAccessibleName(translate("Canvas", "Prescription"))
        self.setAccessibleDescription(_how_to_write())
        self.note = ErrorNote(theme, parent)
        self.remark = plain_label(kind="remark", parent=parent)
        self.remark.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.remark.hide()
        self.textChanged.connect(self._typed)
        self.selectAll()

    def place(self, line: QRect) -> None:
        """Lie over the line of a card, the text where the words were."""
        px = self._theme.px
        self.setFont(self._theme.font(12))
        height = px(21)
        top = line.center().y() - height // 2 + 1
        self.setGeometry(line.left() - INSET, top, max(line.width() + INSET, px(120)), height)
        if self.note.isVisible():
            self._place_note()
        self._place_remark()

    def tell(self, words: str) -> None:
        """Say something about what is typed, quietly; "" says nothing. A fault goes before it."""
        self.remark.setText(words)
        self.setAccessibleDescription(words or _how_to_write())
        self.remark.setVisible(bool(words) and not self.note.isVisible())
        self._place_remark()

    def close_quietly(self) -> None:
        """Go away; nothing is kept."""
        if not self._closed:
            self._closed = True
            self.note.hide()
            self.note.deleteLater()
            self.remark.hide()
            self.remark.deleteLater()
            self.hide()
            self.deleteLater()

    def commit(self) -> bool:
        """Keep what is written, or say what can't be read and stay."""
        prescription = self._read()
        if prescription is None:
            return False
        self.committed.emit(prescription)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter keeps, Escape leaves."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.commit()
        elif event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.accept()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Keep what can be read when the runner goes on to something else."""
        super().focusOutEvent(event)
        lasting = event.reason() not in (
            Qt.FocusReason.PopupFocusReason,
            Qt.FocusReason.ActiveWindowFocusReason,
        )
        if lasting and not self._closed:
            self.commit()

    def _typed(self, text: str) -> None:
        if self.note.isVisible():
            self._read()
        try:
            self.drafted.emit(parse(text))
        except PrescriptionError:
            self.drafted.emit(None)

    def _read(self) -> Prescription | None:
        try:
            prescription = parse(self.text())
        except PrescriptionError as error:
            self._mark(wrong=True)
            self._say(error)
            return None
        self._mark(wrong=False)
        self.note.hide()
        return prescription

    def _say(self, error: PrescriptionError) -> None:
        start = self.cursorPosition()
        self.setCursorPosition(error.column)
        at = self.cursorRect().center().x()
        if self.note.isVisible():
            self.setCursorPosition(start)
        room = self._page.width() - self.x() - self._theme.px(4)
        self.remark.hide()
        self.note.setFont(self._theme.font(12))
        self.note.say(error, at, room)
        self._place_note()

    def _place_note(self) -> None:
        self.note.move(self.x(), self.geometry().bottom() + 2)

    def _place_remark(self) -> None:
        self.remark.setFont(self._theme.font(12))
        size = self.remark.sizeHint()
        room = self._page.width() - self.x() - self._theme.px(4)
        self.remark.resize(min(size.width(), room), size.height())
        below = self.geometry().bottom() + 2
        # The last card has no room below it.
        fits = below + size.height() <= self._page.height()
        self.remark.move(self.x(), below if fits else self.y() - size.height() - 1)
        self.remark.raise_()

    def _mark(self, *, wrong: bool) -> None:
        if bool(self.property("wrong")) != wrong:
            self.setProperty("wrong", wrong)
            self.style().unpolish(self)
            self.style().polish(self)


def _how_to_write() -> str:
    return translate("Canvas", "Write it like 3x8/side @7 20kg rest 90. Enter keeps it.")
