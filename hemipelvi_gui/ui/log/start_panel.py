"""What the Log page offers while no session is open: the next steps of the day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hemipelvi_gui.domain.runs import RunKind
from hemipelvi_gui.ui.dialogs.frame import push_button
from hemipelvi_gui.ui.plain import menu_text, one_line, plain_label
from hemipelvi_gui.ui.widgets.chips import FlowLayout

if TYPE_CHECKING:
    from hemipelvi_gui.ui.log.log_day import LogDay
    from hemipelvi_gui.ui.log.sessions_panel import SessionsPanel
    from hemipelvi_gui.ui.theme import Theme

translate = QCoreApplication.translate
LONGEST_NAME = 48


class StartPanel(QWidget):
    """Follows the day. `run_asked`, `check_in_asked`, `tests_asked`: go there.

    `paper_asked`: what was offered is begun, and is to be typed as a table.
    """

    paper_asked = Signal()
    run_asked = Signal()
    check_in_asked = Signal()
    tests_asked = Signal()

    def __init__(self, theme: Theme, day: LogDay, sessions: SessionsPanel) -> None:
        super().__init__()
        self._theme, self._day, self._sessions = theme, day, sessions
        self.setAccessibleName(translate("Log", "What to log"))
        self.words = plain_label(kind="display")
        self.words.setWordWrap(True)
        self.hint = plain_label(kind="muted")
        self.hint.setWordWrap(True)
        self.go = push_button("", self._go, "primary")
        self.paper = push_button(translate("Log", "From paper"), self._to_paper)
        self.other = push_button(translate("Log", "Log another session\u2026"), sessions.open_menu)
        self.run = push_button(translate("Log", "Type a run"), self.run_asked.emit)
        self.check_in = push_button(translate("Log", "Check in"), self.check_in_asked.emit)
        self.tests = push_button(translate("Log", "Home tests\u2026"), self.tests_asked.emit)
        self._column = QVBoxLayout(self)
        self._column.addStretch(1)
        self._column.addWidget(self.words)
        self._column.addWidget(self.hint)
        first = QHBoxLayout()
        first.addWidget(self.go)
        first.addWidget(self.paper)
        first.addStretch(1)
        self._column.addLayout(first)
        others = QWidget()
        self._row = FlowLayout(others)
        for button in (self.other, self.run, self.check_in, self.tests):
            self._row.addWidget(button)
        self._column.addWidget(others)
        self._column.addStretch(2)
        day.changed.connect(self.refresh)
        theme.changed.connect(self._restyle)
        self._restyle()
        self.refresh()

    def refresh(self) -> None:
        """Say what there is to do on the shown day."""
        day = self._day
        done = list(day.log.diary.values())
        going = [each for each in (*done, *day.broken_off()) if each.going]
        logged = {each.session for each in done}
        planned = [each for each in day.planned if each.id not in logged and not each.skipped]
        self.setFocusProxy(self.go if going or planned else self.other)
        for button in (self.go, self.paper):
            button.setVisible(bool(going or planned))
        if going:
            name = one_line(going[0].name, LONGEST_NAME)
            self.words.setText(translate("Log", "Not over yet"))
            self.hint.setText(translate("Log", "Every set that was ticked is kept."))
            words = translate("Log", "Go on with {name}").format(name=name)
        elif planned:
            name = one_line(planned[0].name, LONGEST_NAME)
            today = day.day == day.today
            self.words.setText(
                translate("Log", "Planned for today")
                if today
                else translate("Log", "Planned for this day")
            )
            self.hint.setText(
                translate(
                    "Log",
                    "One tap a set; results from a printed sheet are typed as a table.",
                )
            )
            words = translate("Log", "Start {name}").format(name=name)
        else:
            self.words.setText(self._idle_words(gym_done=bool(done)))
            self.hint.setText(
                translate(
                    "Log",
                    "Log any session of yours, a ready one or an empty one; or type a "
                    "run, such as 8 km 45:10 easy.",
                )
            )
            words = ""
        self.go.setText(menu_text(words))

    def _idle_words(self, *, gym_done: bool) -> str:
        """What is said where no session waits; a run that is planned may still."""
        day = self._day
        logged = {each.run for each in day.log.done_runs.values()}
        runs = [
            each
            for each in day.planned_runs
            if each.id not in logged and not each.skipped and each.kind is not RunKind.REST
        ]
        if gym_done and runs:
            name = one_line(runs[0].name, LONGEST_NAME)
            return translate("Log", "Still planned: {name}").format(name=name)
        if gym_done:
            return translate("Log", "Done for the day")
        return translate("Log", "No gym session is planned for this day")

    def _go(self) -> None:
        self._sessions.first.click()

    def _to_paper(self) -> None:
        self._go()
        self.paper_asked.emit()

    def _restyle(self) -> None:
        px = self._theme.px
        self._column.setContentsMargins(px(28), px(20), px(28), px(20))
        self._column.setSpacing(px(14))
        self._row.setSpacing(px(8))
        self.hint.setFont(self._theme.font(15))
        self.go.setFont(self._theme.bold(22))
        self.go.setMinimumHeight(px(60))
        self.paper.setFont(self._theme.font(18))
        self.paper.setMinimumHeight(px(60))
