"""The gym sessions of the day: to start, to go on with, and what was done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout

from hemipelvi_gui.sheets.plan_words import exercises_words
from hemipelvi_gui.ui.days import clock, short_day
from hemipelvi_gui.ui.log.session_menu import SessionMenu
from hemipelvi_gui.ui.plain import menu_text, one_line, plain_label, tooltip

if TYPE_CHECKING:
    from collections.abc import Callable

    from hemipelvi_gui.domain.diary import DoneSession
    from hemipelvi_gui.domain.session import Session
    from hemipelvi_gui.ui.desk import Desk
    from hemipelvi_gui.ui.log.bench import Bench
    from hemipelvi_gui.ui.log.log_day import LogDay
    from hemipelvi_gui.ui.theme import Theme

translate = QCoreApplication.translate
LONGEST_NAME = 60
ROOM = 244


class SessionsPanel(QFrame):
    """Follows the day and the bench. `opened`: a session was put on the bench."""

    opened = Signal()

    def __init__(self, theme: Theme, day: LogDay, bench: Bench, desk: Desk) -> None:
        super().__init__()
        self._theme, self._day, self._bench, self._desk = theme, day, bench, desk
        self.setProperty("kind", "panel")
        self.setAccessibleName(translate("Log", "Gym sessions"))
        self.buttons: dict[str, QPushButton] = {}
        self._shown: object = None
        self.other = QPushButton(translate("Log", "Another session\u2026"))
        self.other.setProperty("kind", "link")
        self.other.clicked.connect(self.open_menu)
        self._rows = QVBoxLayout()
        self._column = QVBoxLayout(self)
        self._column.addWidget(plain_label(translate("Log", "Gym"), "heading"))
        self._column.addLayout(self._rows)
        self._column.addWidget(self.other)
        day.changed.connect(self.refresh)
        bench.changed.connect(self.refresh)
        theme.changed.connect(self._restyle)
        self._restyle()
        self.refresh()

    @property
    def first(self) -> QPushButton:
        """The button that most likely is wanted next."""
        return next(iter(self.buttons.values()), self.other)

    def refresh(self) -> None:
        """Show the sessions of the shown day."""
        done = list(self._day.log.diary.values())
        logged = {each.session for each in done}
        planned = [each for each in self._day.planned if each.id not in logged]
        broken = self._day.broken_off()
        workout = self._bench.workout
        shown = None if workout is None else workout.done.id
        on = None if workout is None else workout.done.session
        said = (done, planned, broken, shown, on)
        if said == self._shown:
            return
        had = next((key for key, each in self.buttons.items() if each.hasFocus()), None)
        self._shown = said
        self._clear()
        for each in (*[it for it in done if it.going], *broken):
            self._add_going(each, is_open=each.id == shown)
        for session in planned:
            self._add_planned(session, is_open=session.id == on)
        for each in done:
            if not each.going:
                self._add_done(each, is_open=each.id == shown)
        if had in self.buttons:
            self.buttons[had].setFocus()

    def open_menu(self) -> SessionMenu:
        """Offer every other session."""
        menu = SessionMenu(self._desk, self._day.to_come, self)
        menu.picked.connect(self._begin)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.other.mapToGlobal(self.other.rect().bottomLeft()))
        return menu

    def start(self, session: Session) -> None:
        """Put a planned session on the bench."""
        self._begin(session, True)

    def go_on(self, done: DoneSession) -> None:
        """Put a session on the bench as far as it was done."""
        self._day.show(done.date)
        self._bench.go_on(done)
        self.opened.emit()

    def _begin(self, session: Session, planned: bool) -> None:
        self._bench.begin(session, planned=planned)
        self.opened.emit()

    def _add_going(self, done: DoneSession, *, is_open: bool) -> None:
        words = translate("Log", "Go on with {name}").format(name=_short(done.name))
        if done.date != self._day.day:
            words = f"{words}, {short_day(done.date)}"
        kind = "answer" if is_open else "primary"
        self._add(done.id, words, lambda: self.go_on(done), kind, is_open=is_open)

    def _add_planned(self, session: Session, *, is_open: bool) -> None:
        words = translate("Log", "Start {name}").format(name=_short(session.name))
        count = exercises_words(sum(len(block.items) for block in session.blocks))
        more = count if session.start is None else f"{clock(session.start)}, {count}"
        if session.skipped:
            more = translate("Log", "skipped in the plan")
        self._add(
            session.id,
            f"{words}\n{more}",
            lambda: self.start(session),
            "answer",
            is_open=is_open,
        )

    def _add_done(self, done: DoneSession, *, is_open: bool) -> None:
        words = translate("Log", "\u2713 {name}").format(name=_short(done.name))
        said = translate("Log", "{name}, done: look at it or change it")
        button = self._add(done.id, words, lambda: self.go_on(done), "answer", is_open=is_open)
        button.setAccessibleName(said.format(name=_short(done.name)))

    def _add(
        self, key: str, words: str, do: Callable[[], object], kind: str, *, is_open: bool
    ) -> QPushButton:
        first, *more = words.split("\n")
        room = self._theme.px(ROOM)
        first = self.fontMetrics().elidedText(first, Qt.TextElideMode.ElideRight, room)
        button = QPushButton("\n".join((menu_text(first), *more)))
        button.setProperty("kind", kind)
        button.setCheckable(kind == "answer")
        button.setChecked(is_open)
        button.setAccessibleName(words.replace("\n", ", "))
        button.setToolTip(tooltip(words))
        button.setMinimumWidth(1)
        button.clicked.connect(lambda _on=False: self._press(button, do, is_open))
        self.buttons[key] = button
        self._rows.addWidget(button)
        return button

    def _press(self, button: QPushButton, do: Callable[[], object], is_open: bool) -> None:
        button.setChecked(is_open)
        do()

    def _clear(self) -> None:
        self.buttons.clear()
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _restyle(self) -> None:
        px = self._theme.px
        self._column.setContentsMargins(px(12), px(10), px(12), px(12))
        self._column.setSpacing(px(6))
        self._rows.setSpacing(px(6))


def _short(name: str) -> str:
    return one_line(name, LONGEST_NAME)
