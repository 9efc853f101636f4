"""The session's name, place, day, time and hard sets, each edited where it stands."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QPoint, QSize, Qt, QTime, Signal
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
from hemipelvi_gui.ui.plain import menu_text, one_line, plain_label, tooltip
from hemipelvi_gui.ui.widgets.labels import ElidedLabel

if TYPE_CHECKING:
    from hemipelvi_gui.domain.session import Session
    from hemipelvi_gui.ui.document import Document
    from hemipelvi_gui.ui.theme import Theme
    from hemipelvi_gui.ui.widgets.gym_menu import Gym, GymPopup
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


class QuietButton(QPushButton):
    """A word of the meta line that can be pressed; it ends in … where there is no room."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = ""
        # A push button asks for all its room by default, and a long name would widen the window.
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setProperty("kind", "quiet")
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def say(self, words: str) -> None:
        """Show other words."""
        self._words = one_line(words, 80)
        self.updateGeometry()
        self._fit()

    def sizeHint(self) -> QSize:
        """Room for all words."""
        wide = self.fontMetrics().horizontalAdvance(self._words)
        return QSize(wide + 1, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """A few letters wide."""
        few = self.fontMetrics().averageCharWidth() * 5
        return QSize(min(few, self.sizeHint().width()), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many words as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        shown = self.fontMetrics().elidedText(
            self._words, Qt.TextElideMode.ElideRight, self.width()
        )
        self.setText(shown.replace("&", "&&"))


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
        self.gym, self.day = QuietButton(self), QuietButton(self)
        self.rest = ElidedLabel("", "muted", self)
        self.budget = QPushButton(self)
        self.gym_menu, self.budget_menu = QMenu(self), QMenu(self)
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

    def choose_equipment(self) -> GymPopup:
        """Open the list of what the gym has."""
        from hemipelvi_gui.ui.widgets.gym_menu import GymPopup

        popup = GymPopup(self._theme, self._document.session, self)
        popup.kept.connect(lambda: self._keep_gym(popup.chosen))
        popup.open_below(self.gym)
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
        words = QVBoxLayout()
        words.addWidget(self.name)
        words.addWidget(self.name_edit)
        words.addLayout(meta)
        self._meta, self._words = meta, words
        self._row = QHBoxLayout(self)
        self._row.addLayout(words, 1)
        self._row.addWidget(self.budget, 0, Qt.AlignmentFlag.AlignVCenter)

    def _connect(self) -> None:
        self.name.wanted.connect(self.rename)
        self.name_edit.editingFinished.connect(self._keep_name)
        self.name_edit.left.connect(self._leave_name)
        self.day.clicked.connect(self.choose_day)
        self.gym.clicked.connect(lambda: self._drop_down(self.gym_menu, self.gym))
        self.gym_menu.aboutToShow.connect(self._fill_gyms)
        self.budget_menu.aboutToShow.connect(self._fill_budgets)
        self.budget.setMenu(self.budget_menu)

    def _drop_down(self, menu: QMenu, below: QWidget) -> None:
        menu.popup(below.mapToGlobal(QPoint(0, below.height())))

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

    def _keep_gym(self, gym: Gym) -> None:
        self._document.push(
            translate("SessionHeader", "set gym"),
            lambda session: edits.describe(session, gym=gym.name, equipment=gym.equipment),
        )

    def _keep_budget(self, minutes: int | None) -> None:
        self._document.push(
            translate("SessionHeader", "set time"),
            lambda session: edits.describe(session, minutes=minutes),
        )

    # -- menus -------------------------------------------------------------------------------

    def _fill_gyms(self) -> None:
        from hemipelvi_gui.ui.widgets.gym_menu import presets

        self.gym_menu.clear()
        now = self._document.session
        group = QActionGroup(self.gym_menu)
        for words, gym in presets():
            action = self._choice(self.gym_menu, group, words)
            action.setChecked(now.equipment == gym.equipment and now.gym in ("", gym.name))
            action.triggered.connect(lambda _on=False, gym=gym: self._keep_gym(gym))
        if group.checkedAction() is None:
            self.gym_menu.addSeparator()
            self._choice(self.gym_menu, group, menu_text(gym_words(now))).setChecked(True)
        self.gym_menu.addSeparator()
        own = self.gym_menu.addAction(translate("SessionHeader", "My own list\u2026"))
        own.triggered.connect(self.choose_equipment)

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
        self.gym.say(gym_words(session))
        self.gym.setToolTip(tooltip(session.gym))
        self.gym.setAccessibleName(
            translate("SessionHeader", "Gym: {gym}").format(gym=gym_words(session))
        )
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

    def _restyle(self) -> None:
        px = self._theme.px
        self._row.setContentsMargins(px(20), px(12), px(16), px(6))
        self._row.setSpacing(px(12))
        self._words.setSpacing(px(2))
        self._meta.setSpacing(px(5))
        self.rest.setMinimumWidth(px(24))


def gym_words(session: Session) -> str:
    """Where it is: the gym's name, or what is known of it."""
    if session.gym.strip():
        return session.gym
    if session.equipment is None:
        return translate("SessionHeader", "Any gym")
    return translate("SessionHeader", "My equipment")


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
