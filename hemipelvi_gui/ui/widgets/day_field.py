"""A field for a day: typed as a whole, stepped by the arrow keys, or chosen from a calendar."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QToolButton, QVBoxLayout, QWidget

from hemipelvi_gui.domain.typed_day import typed_day
from hemipelvi_gui.paths import resource
from hemipelvi_gui.ui.days import qdate
from hemipelvi_gui.ui.plain import plain_label
from hemipelvi_gui.ui.widgets.calendar import themed_calendar
from hemipelvi_gui.ui.widgets.popup import Popup
from hemipelvi_gui.ui.wording import shown

if TYPE_CHECKING:
    from PySide6.QtCore import QDate
    from PySide6.QtGui import QFocusEvent

    from hemipelvi_gui.ui.theme import Theme

translate = QCoreApplication.translate
DAY, WEEK = 1, 7
STEPS = {
    Qt.Key.Key_Up: DAY,
    Qt.Key.Key_Down: -DAY,
    Qt.Key.Key_PageUp: WEEK,
    Qt.Key.Key_PageDown: -WEEK,
}
LONGEST = 100


class DayField(QWidget):
    """`day_changed(date)`: the runner has set another day.

    What is typed counts when the line is left or Enter is pressed. Where it is no date the text
    stays, why is said under it, and the day is what it was. `latest`: no day after this is taken.
    `judged`: that is said now, or no longer.
    """

    day_changed = Signal(object)
    judged = Signal()

    def __init__(self, theme: Theme, day: date, name: str, latest: date | None = None) -> None:
        super().__init__()
        self._theme, self._day, self._latest = theme, day, latest
        self.line = DayLine()
        self.line.setMaxLength(LONGEST)
        self.note = plain_label(kind="error")
        self.note.setWordWrap(True)
        self.note.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.line)
        self._column.addWidget(self.note)
        icon = QIcon(str(resource("icons") / "arrow-down.svg"))
        self.button = self.line.addAction(icon, QLineEdit.ActionPosition.TrailingPosition)
        self.button.setToolTip(translate("DayField", "Choose from a calendar (Alt+Down)"))
        inside = self.line.findChild(QToolButton)
        if inside is not None:
            inside.setAccessibleName(translate("DayField", "Calendar"))
        self.button.triggered.connect(self.open_calendar)
        self.setFocusProxy(self.line)
        self.setAccessibleName(name)
        self.line.setAccessibleName(name)
        self.line.left.connect(self.read)
        self.line.textEdited.connect(self._typing)
        self.line.stepped.connect(self._step)
        self.line.calendar_asked.connect(self.open_calendar)
        self._write()
        theme.changed.connect(self.restyle)
        self.restyle()

    @property
    def day(self) -> date:
        """The day that is set; what it was where something is typed that is no date."""
        return self._day

    @property
    def is_wrong(self) -> bool:
        """Whether what is typed is no date."""
        return not self.note.isHidden()

    def show_day(self, day: date) -> None:
        """Show a day without reporting it as a change. What is being typed stays for the same."""
        if day != self._day:
            self._day = day
            self._write()

    def choose(self, day: date) -> None:
        """Take another day, as its calendar does."""
        changed = day != self._day
        self._day = day
        self._write()
        if changed:
            self.day_changed.emit(day)

    def read(self) -> bool:
        """Take what is typed; False, with why under it, where it is no date."""
        if self.line.text() == self._words():
            self._say("")
            return True
        found, wrong = self._found()
        self._say(wrong)
        if found is None:
            return False
        self.choose(found)
        return True

    def open_calendar(self) -> Popup:
        """Show a calendar under the field."""
        popup = Popup(self._theme, self)
        popup.setAccessibleName(self.accessibleName())
        calendar = themed_calendar(self._theme)
        calendar.setAccessibleName(self.accessibleName())
        if self._latest is not None:
            calendar.setMaximumDate(qdate(self._latest))
        calendar.setSelectedDate(qdate(self._day))

        def take(chosen: QDate) -> None:
            popup.close()
            self.choose(date(chosen.year(), chosen.month(), chosen.day()))

        calendar.clicked.connect(take)
        calendar.activated.connect(take)
        popup.column.addWidget(calendar)
        popup.setFocusProxy(calendar)
        popup.open_below(self.line)
        return popup

    def restyle(self) -> None:
        """Take sizes from the theme."""
        self._column.setSpacing(self._theme.px(4))
        self.line.setMinimumWidth(self._theme.px(172))

    def _words(self) -> str:
        pattern = translate("DayField", "ddd d MMM")
        return f"{QLocale().toString(qdate(self._day), pattern)} {self._day.year:04d}"

    def _write(self) -> None:
        self.line.setText(self._words())
        self._say("")

    def _found(self) -> tuple[date | None, str]:
        pattern = QLocale().dateFormat(QLocale.FormatType.ShortFormat)
        day_first = pattern.find("d") < pattern.find("M") or pattern.startswith("y")
        found = typed_day(self.line.text(), self._day, day_first=day_first)
        if found.date is None:
            return None, "" if found.wrong is None else shown(found.wrong)
        if self._latest is not None and found.date > self._latest:
            return None, translate("DayField", "That day is still to come.")
        return found.date, ""

    def _typing(self) -> None:
        # Half a date is no fault yet, but one that was shown is followed.
        if self.is_wrong:
            self._say(self._found()[1])

    def _step(self, days: int) -> None:
        if not self.read():
            return
        to = self._day.toordinal() + days
        last = date.max if self._latest is None else self._latest
        if date.min.toordinal() <= to <= last.toordinal():
            self.choose(self._day + timedelta(days=days))

    def _say(self, words: str) -> None:
        other = bool(words) != self.is_wrong
        self.note.setText(words)
        self.note.setVisible(bool(words))
        self.line.setAccessibleDescription(words)
        if bool(self.line.property("wrong")) != bool(words):
            self.line.setProperty("wrong", bool(words))
            self.line.style().unpolish(self.line)
            self.line.style().polish(self.line)
        if other:
            self.judged.emit()


class DayLine(QLineEdit):
    """`left`: Enter, or the keyboard went on. `stepped(days)`, `calendar_asked`: by keys."""

    left = Signal()
    stepped = Signal(int)
    calendar_asked = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows step by days, page keys by weeks, Alt+Down opens the calendar."""
        key, alt = Qt.Key(event.key()), Qt.KeyboardModifier.AltModifier
        if key is Qt.Key.Key_F4 or (key is Qt.Key.Key_Down and event.modifiers() & alt):
            self.calendar_asked.emit()
        elif key in STEPS and not event.modifiers() & alt:
            self.stepped.emit(STEPS[key])
        else:
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.left.emit()
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What is typed is read when the line is left, but not for a menu over it."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.left.emit()
