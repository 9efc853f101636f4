"""One finding of the week: mark, fact, and below it the reason with the way to mend it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from hemipelvi_gui.coach.reading import Level
from hemipelvi_gui.sheets.words import said
from hemipelvi_gui.ui.plain import menu_text, one_line, plain_label, tooltip

if TYPE_CHECKING:
    from PySide6.QtGui import (
        QEnterEvent,
        QFocusEvent,
        QKeyEvent,
        QMouseEvent,
        QPaintEvent,
        QResizeEvent,
    )

    from hemipelvi_gui.coach.weeks.reading import WeekFinding, WeekFix
    from hemipelvi_gui.ui.theme import Theme
    from hemipelvi_gui.ui.weeks import Weeks

translate = QCoreApplication.translate
LONGEST_UNDO = 60
PRESSED = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
BY_KEYS = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
# What is only told, and needs nobody to do anything.
TOLD = frozenset({"race-ahead"})


class Remark(NamedTuple):
    """What a row says: `finding` is None where it is no finding of a rule.

    `in_target`: it says that the share lies in the target, and is marked with the target's tint.
    """

    message: str
    reason: str
    finding: WeekFinding | None = None
    in_target: bool = False

    @property
    def level(self) -> Level | None:
        """None for what is only told."""
        if self.finding is None or self.finding.rule in TOLD:
            return None
        return self.finding.level


def remark_of(finding: WeekFinding) -> Remark:
    """A finding in the reader's language."""
    return Remark(said(finding.message), said(finding.reason), finding)


def unbroken(words: str) -> str:
    """The words, no line ending between a number and its sign."""
    return words.replace(" %", "\u00a0%").replace(" h ", "\u00a0h ")


def undo_name(fix: WeekFix) -> str:
    """The fix as it reads after "Undo": "move Strength B to Friday"."""
    words = one_line(said(fix.step or fix.label), LONGEST_UNDO)
    return words[:1].lower() + words[1:]


class WeekFixLink(QPushButton):
    """Makes a fix; under the pointer or the focus the week shows what it would make."""

    def __init__(self, weeks: Weeks, fix: WeekFix) -> None:
        super().__init__(menu_text(said(fix.label)))
        self._weeks, self._fix = weeks, fix
        self.setProperty("kind", "fix-link")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        words = translate("Week", "Fix: {what}").format(what=one_line(said(fix.label)))
        self.setAccessibleName(words)
        does = translate("Week", "Does it, as one step to undo.")
        self.setToolTip(tooltip(f"{one_line(said(fix.label))}. {does}"))
        self.clicked.connect(self._make)

    def fit(self, width: int) -> None:
        """Show as much of the label as there is room for."""
        words = self.fontMetrics().elidedText(
            one_line(said(self._fix.label)), Qt.TextElideMode.ElideRight, max(width, 1)
        )
        self.setText(menu_text(words))

    def whole(self) -> int:
        """Width of all the label."""
        return self.fontMetrics().horizontalAdvance(one_line(said(self._fix.label))) + 2

    def _make(self) -> None:
        self._weeks.push(undo_name(self._fix), self._fix.edit)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Preview."""
        super().enterEvent(event)
        self._weeks.preview(self._fix.edit)

    def leaveEvent(self, event: QEvent) -> None:
        """End the preview."""
        super().leaveEvent(event)
        self._weeks.preview(None)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Preview, where the focus came by the keyboard."""
        super().focusInEvent(event)
        if event.reason() in BY_KEYS:
            self._weeks.preview(self._fix.edit)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """End the preview."""
        super().focusOutEvent(event)
        self._weeks.preview(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter makes it, as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


class FactLabel(QLabel):
    """The fact. Where it is about cards, a click or Enter asks for them."""

    asked = Signal()

    def __init__(self, words: str, *, leads: bool) -> None:
        super().__init__(words)
        self._leads = leads
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("kind", "strong")
        self.setWordWrap(True)
        if leads:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self.setToolTip(tooltip(translate("Week", "Shows the cards it is about.")))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Ask for the cards."""
        if self._leads and event.button() == Qt.MouseButton.LeftButton:
            self.asked.emit()
        else:
            super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ask for the cards."""
        if self._leads and event.key() in PRESSED:
            self.asked.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The words, framed while keys go here."""
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setPen(QPen(self.palette().highlight().color(), 1, Qt.PenStyle.DotLine))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))


class Mark(QWidget):
    """A square for what to fix, a disc for a note, a ring for what is only told.

    The ring is filled with the target's tint where the share lies in the target.
    """

    def __init__(self, theme: Theme, level: Level | None, *, in_target: bool = False) -> None:
        super().__init__()
        self._theme, self._level, self._in_target = theme, level, in_target
        self.setFixedSize(QSize(theme.px(11), theme.px(18)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The mark."""
        painter, palette = QPainter(self), self._theme.palette
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side, top = self._theme.px(9), self._theme.px(4)
        rect = QRectF(0.5, top, side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        if self._level is Level.FIX:
            painter.setBrush(palette.colour("fix"))
            painter.drawRoundedRect(rect, 2, 2)
        elif self._level is Level.NOTE:
            painter.setBrush(palette.colour("note"))
            painter.drawEllipse(rect)
        else:
            painter.setPen(QPen(palette.colour("outline"), self._theme.px(2)))
            if self._in_target:
                painter.setBrush(palette.colour("band"))
            painter.drawEllipse(rect.adjusted(1, 1, -1, -1))


class ReasonLine(QWidget):
    """The reason, and right behind it the link; where there is no room, the link below it."""

    def __init__(self, theme: Theme, words: str) -> None:
        super().__init__()
        self._theme = theme
        self.label = plain_label(words, "muted", self)
        self.label.setWordWrap(True)
        self.dot = plain_label("\u00b7", "muted", self)
        self.dot.hide()
        self.link: WeekFixLink | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def offer(self, link: WeekFixLink | None) -> None:
        """Put a link behind the reason, in the place of the one before."""
        if self.link is not None:
            self.link.hide()
            self.link.deleteLater()
        self.link = link
        if link is None:
            self.dot.hide()
            self.updateGeometry()
            return
        link.setParent(self)
        link.ensurePolished()
        self.dot.setVisible(bool(self.label.text()))
        link.show()
        self.updateGeometry()
        self._place(self.width())

    def hasHeightForWidth(self) -> bool:
        """Narrower is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height of the words, and of the link where it stands below."""
        high = self._label_height(min(width, self._one_line()))
        if self._one_line() > width:
            high = self._label_height(width)
        if self.link is not None and not self._is_beside(width):
            high += self.link.sizeHint().height()
        return high

    def sizeHint(self) -> QSize:
        """All on one line."""
        width = self._one_line() + self._link_width()
        return QSize(width, self.label.fontMetrics().height())

    def minimumSizeHint(self) -> QSize:
        """A few words wide."""
        return QSize(self._theme.px(80), self.label.fontMetrics().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put both where they have room."""
        super().resizeEvent(event)
        self._place(self.width())

    def _one_line(self) -> int:
        return self.label.fontMetrics().horizontalAdvance(self.label.text()) + 2

    def _label_height(self, width: int) -> int:
        return max(self.label.heightForWidth(width), self.label.fontMetrics().height())

    def _link_width(self) -> int:
        return 0 if self.link is None else self.link.whole() + self._gap()

    def _gap(self) -> int:
        return self._theme.px(12) if self.label.text() else 0

    def _is_beside(self, width: int) -> bool:
        return self._one_line() + self._link_width() <= width

    def _place(self, width: int) -> None:
        line = self._one_line()
        room = min(width, line)
        high = self._label_height(room)
        self.label.setGeometry(0, 0, room, high)
        if self.link is None:
            return
        beside = self._is_beside(width)
        self.link.fit(self.link.whole() if beside else width)
        size = self.link.sizeHint()
        self.dot.setVisible(beside and bool(self.label.text()))
        if beside:
            self.dot.setGeometry(line, 0, self._gap(), high)
            self.dot.setAlignment(Qt.AlignmentFlag.AlignCenter)
            top = (high - size.height()) // 2
            self.link.setGeometry(line + self._gap(), top, size.width(), size.height())
        else:
            self.link.setGeometry(0, high, min(size.width(), width), size.height())


class WeekFindingRow(QWidget):
    """A remark. `asked(ids)`: its cards are to be shown."""

    asked = Signal(list)

    def __init__(self, theme: Theme, remark: Remark) -> None:
        super().__init__()
        self._theme, self.remark = theme, remark
        self._is_gone = False
        finding = remark.finding
        entries = () if finding is None else finding.entries
        self.setAccessibleName(f"{_level_word(remark.level)}{remark.message}. {remark.reason}")
        self.fact = FactLabel(unbroken(remark.message), leads=bool(entries))
        self.fact.asked.connect(lambda: self.asked.emit(list(entries)))
        self.reason = ReasonLine(theme, unbroken(remark.reason))
        words = QVBoxLayout()
        words.setSpacing(theme.px(1))
        words.addWidget(self.fact)
        words.addWidget(self.reason)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(10))
        mark = Mark(theme, remark.level, in_target=remark.in_target)
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)

    @property
    def link(self) -> WeekFixLink | None:
        """The fix, where there is one and it has been found."""
        return self.reason.link

    def offer(self, link: WeekFixLink | None) -> None:
        """Put the fix behind the reason; None where there is none."""
        self.reason.offer(link)

    def show_gone(self, gone: bool) -> None:
        """Strike the fact through while a preview does without it."""
        if gone != self._is_gone:
            self._is_gone = gone
            font = self.fact.font()
            font.setStrikeOut(gone)
            self.fact.setFont(font)


def _level_word(level: Level | None) -> str:
    if level is None:
        return ""
    if level is Level.FIX:
        return translate("Week", "to fix: ")
    return translate("Week", "note: ")
