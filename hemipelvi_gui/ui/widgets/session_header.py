"""The session's name, place, day, time and hard sets, each edited where it stands."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDate, QLocale, Qt, QTime, Signal
from PySide6.QtGui import QAction, QActionGroup, QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from hemipelvi_gui.domain import edits
from hemipelvi_gui.domain.units import plain
from hemipelvi_gui.ui.plain import plain_label, tooltip
from hemipelvi_gui.ui.widgets.labels import ElidedLabel
from hemipelvi_gui.ui.widgets.quiet_button import QuietButton
from hemipelvi_gui.ui.widgets.session_place import SessionPlace

if TYPE_CHECKING:
    from hemipelvi_gui.domain.session import Session
    from hemipelvi_gui.ui.document import Document
    from hemipelvi_gui.ui.theme import Theme
    from hemipelvi_gui.ui.widgets.time_popup import TimePopup
    from hemipelvi_gui.ui.widgets.when_popup import WhenPopup

translate = QCoreApplication.translate
BUDGETS = (20, 30, 40, 45, 50, 60, 75, 90)
LONGEST_NAME = 200
DOT = "\u00b7"


class NameLabel(ElidedLabel):
    """The session's name; a click, F2 or Enter asks to rename it."""

    wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", "title", parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        """Rename."""
        self.wanted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Rename with F2 or Enter."""
        if event.key() in (Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.wanted.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that the keyboard is here."""
        super().focusInEvent(event)
        by_key = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        self._underline(on=event.reason() in by_key)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The keyboard has gone on."""
        super().focusOutEvent(event)
        self._underline(on=False)

    def _underline(self, *, on: bool) -> None:
        font = self.font()
        font.setUnderline(on)
        self.setFont(font)


class NameEdit(QLineEdit):
    """Enter or going elsewhere keeps the name, Escape leaves it."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class SessionHeader(QWidget):
    """Name and meta line over the canvas."""

    def __init__(self, theme: Theme, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._document = theme, document
        self.setAccessibleName(translate("SessionHeader", "About this session"))
        self.name = NameLabel(self)
        self.name_edit = NameEdit(self)
        self.name_edit.setMaxLength(LONGEST_NAME)
        self.name_edit.setAccessibleName(translate("SessionHeader", "Name of the session"))
        self.name_edit.hide()
        self.gym, self.day = SessionPlace(theme, document, self), QuietButton(self)
        self.rest = ElidedLabel("", "muted", self)
        self.budget = QPushButton(self)
        self.budget_menu = QMenu(self)
        self._dots = [plain_label(DOT, "muted", self) for _ in range(2)]
        self._lay_out()
        self._connect()
        theme.changed.connect(self._restyle)
        document.changed.connect(self._follow)
        self._restyle()
        self._follow()

    def rename(self) -> None:
        """Type another name over the present one."""
        if self.name_edit.isVisible():
            return
        self.name_edit.setText(self._document.session.name)
        self.name.hide()
        self.name_edit.show()
        self.name_edit.setFocus()
        self.name_edit.selectAll()

    def choose_day(self) -> WhenPopup:
        """Open the calendar."""
        from hemipelvi_gui.ui.widgets.when_popup import WhenPopup

        popup = WhenPopup(self._theme, self._document.session, self)
        popup.kept.connect(lambda: self._keep_when(popup))
        popup.open_below(self.day)
        return popup

    def choose_budget(self) -> TimePopup:
        """Open the field for any other time."""
        from hemipelvi_gui.ui.widgets.time_popup import TimePopup

        popup = TimePopup(self._theme, self._document.session, self)
        popup.kept.connect(lambda: self._keep_budget(popup.chosen))
        popup.open_below(self.budget)
        return popup

    def _lay_out(self) -> None:
        meta = QHBoxLayout()
        meta.setContentsMargins(0, 0, 0, 0)
        for widget in (self.gym, self._dots[0], self.day, self._dots[1]):
            meta.addWidget(widget)
        meta.addWidget(self.rest, 1)
        self._apart = False
        # The time stands beside the name, so that the line below has the whole width for itself.
        self._row = QHBoxLayout()
        self._row.addWidget(self.name, 1)
        self._row.addWidget(self.name_edit, 1)
        self._row.addWidget(self.budget)
        self._meta, self._words = meta, QVBoxLayout(self)
        self._words.addLayout(self._row)
        self._words.addLayout(meta)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take another line where one is too short."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Give time and sets a line of their own where they don't fit beside place and day."""
        before = (self.gym, self._dots[0], self.day, self._dots[1])
        needed = sum(each.sizeHint().width() + self._meta.spacing() for each in before)
        margins = self._words.contentsMargins()
        room = self.width() - margins.left() - margins.right()
        apart = needed + self.rest.sizeHint().width() > room
        if apart == self._apart:
            return
        self._apart = apart
        self._dots[1].setVisible(not apart)
        if apart:
            self._words.addWidget(self.rest)
        else:
            self._meta.addWidget(self.rest, 1)

    def _connect(self) -> None:
        self.name.wanted.connect(self.rename)
        self.name_edit.editingFinished.connect(self._keep_name)
        self.name_edit.left.connect(self._leave_name)
        self.day.clicked.connect(self.choose_day)
        self.budget_menu.aboutToShow.connect(self._fill_budgets)
        self.budget.setMenu(self.budget_menu)

    # -- keeping what was typed or chosen ----------------------------------------------------

    def _keep_name(self) -> None:
        if not self.name_edit.isVisible():
            return
        name, typed = self.name_edit.text().strip(), self.name_edit.isModified()
        self._leave_name()
        # A name that came with a file may be longer than the field, and stays whole.
        if name and typed:
            self._document.push(
                translate("SessionHeader", "rename session"),
                lambda session: edits.describe(session, name=name),
            )

    def _leave_name(self) -> None:
        self.name_edit.hide()
        self.name.show()
        self.name.setFocus()

    def _keep_when(self, popup: WhenPopup) -> None:
        day, start = popup.chosen
        self._document.push(
            translate("SessionHeader", "set date and time"),
            lambda session: edits.describe(session, date=day, start=start),
        )

    def _keep_budget(self, minutes: int | None) -> None:
        self._document.push(
            translate("SessionHeader", "set time"),
            lambda session: edits.describe(session, minutes=minutes),
        )

    # -- menus -------------------------------------------------------------------------------

    def _fill_budgets(self) -> None:
        self.budget_menu.clear()
        now = self._document.session.minutes
        group = QActionGroup(self.budget_menu)
        choices = sorted({*BUDGETS, *([now] if now else [])})
        for minutes in choices:
            words = translate("SessionHeader", "{minutes} min").format(minutes=minutes)
            action = self._choice(self.budget_menu, group, words)
            action.setChecked(minutes == now)
            action.triggered.connect(lambda _on=False, minutes=minutes: self._keep_budget(minutes))
        other = self.budget_menu.addAction(translate("SessionHeader", "Other\u2026"))
        other.triggered.connect(self.choose_budget)
        self.budget_menu.addSeparator()
        free = self._choice(self.budget_menu, group, translate("SessionHeader", "No limit"))
        free.setChecked(now is None)
        free.triggered.connect(lambda _on=False: self._keep_budget(None))

    def _choice(self, menu: QMenu, group: QActionGroup, words: str) -> QAction:
        action = menu.addAction(words)
        action.setCheckable(True)
        group.addAction(action)
        return action

    # -- what is shown -----------------------------------------------------------------------

    def _follow(self) -> None:
        session, reading = self._document.session, self._document.reading
        unnamed = translate("SessionHeader", "Session without a name")
        self.name.setText(session.name or unnamed)
        self.name.setAccessibleName(session.name or unnamed)
        self.name.setToolTip(tooltip(session.name))
        self.day.say(when_words(session))
        self.day.setAccessibleName(
            translate("SessionHeader", "Date: {date}").format(date=when_words(session))
        )
        self.rest.setText(
            f"{time_words(session, reading.seconds)} {DOT} {sets_words(reading.balance.hse)}"
        )
        self.rest.setToolTip(tooltip(self.rest.text()))
        over = session.minutes is not None and reading.seconds > session.minutes * 60
        budget = translate("SessionHeader", "No limit")
        if session.minutes is not None:
            budget = translate("SessionHeader", "{minutes} min").format(minutes=session.minutes)
        self.budget.setText(budget)
        self.budget.setAccessibleName(
            translate("SessionHeader", "Time at hand: {time}").format(time=budget)
        )
        too_long = translate("SessionHeader", "The session takes longer than this.")
        at_hand = translate("SessionHeader", "Time at hand")
        self.budget.setToolTip(tooltip(too_long if over else at_hand))
        self._fit()

    def _restyle(self) -> None:
        px = self._theme.px
        self._words.setContentsMargins(px(20), px(8), px(16), px(6))
        self._row.setSpacing(px(12))
        self._words.setSpacing(px(2))
        self._meta.setSpacing(px(5))
        self.rest.setMinimumWidth(px(24))
        self._fit()


def when_words(session: Session) -> str:
    """The day and the time of day: "24 Nov 18:00"."""
    locale, words = QLocale(), []
    if session.date is not None:
        day = QDate(session.date.year, session.date.month, session.date.day)
        this_year = day.year() == QDate.currentDate().year()
        words.append(locale.toString(day, "d MMM" if this_year else "d MMM yyyy"))
    if session.start is not None:
        words.append(QTime(session.start.hour, session.start.minute).toString("HH:mm"))
    return " ".join(words) or translate("SessionHeader", "No date")


def time_words(session: Session, seconds: float) -> str:
    """How long it takes, and of what: "38 min of 60"."""
    minutes = ceil(seconds / 60)
    if session.minutes is None:
        return translate("SessionHeader", "{minutes} min").format(minutes=minutes)
    return translate("SessionHeader", "{minutes} min of {budget}").format(
        minutes=minutes, budget=session.minutes
    )


def sets_words(hse: float) -> str:
    """The work in hard sets: "10.5 hard sets"."""
    if hse == 1:
        return translate("SessionHeader", "1 hard set")
    return translate("SessionHeader", "{sets} hard sets").format(sets=plain(round(hse, 1)))
