"""The Log page: what was done on a day, typed, tapped set by set, or copied from paper."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtWidgets import (
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from hemipelvi_gui.ui.days import short_day
from hemipelvi_gui.ui.log.bench import Bench
from hemipelvi_gui.ui.log.check_in_panel import CheckInPanel
from hemipelvi_gui.ui.log.day_header import DayHeader
from hemipelvi_gui.ui.log.done_summary import DoneSummary
from hemipelvi_gui.ui.log.finish_panel import FinishPanel
from hemipelvi_gui.ui.log.home_test_panel import HomeTestPanel
from hemipelvi_gui.ui.log.log_actions import LogActions, Ways
from hemipelvi_gui.ui.log.log_day import LogDay
from hemipelvi_gui.ui.log.next_numbers import NextNumbers
from hemipelvi_gui.ui.log.page_frame import PageFrame
from hemipelvi_gui.ui.log.page_parts import column_of, link, tab
from hemipelvi_gui.ui.log.paper_grid import PaperGrid
from hemipelvi_gui.ui.log.runs_panel import RunsPanel
from hemipelvi_gui.ui.log.sessions_panel import SessionsPanel
from hemipelvi_gui.ui.log.set_by_set import SetBySet
from hemipelvi_gui.ui.log.start_panel import StartPanel
from hemipelvi_gui.ui.logbook import KINDS
from hemipelvi_gui.ui.plain import one_line
from hemipelvi_gui.ui.widgets.labels import ElidedLabel

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import time

    from PySide6.QtGui import QFocusEvent, QResizeEvent

    from hemipelvi_gui.domain.changes import Changes
    from hemipelvi_gui.domain.diary import DoneSession
    from hemipelvi_gui.domain.session import Session
    from hemipelvi_gui.ui.desk import Desk
    from hemipelvi_gui.ui.document import Document
    from hemipelvi_gui.ui.logbook import Logbook
    from hemipelvi_gui.ui.theme import Theme
    from hemipelvi_gui.ui.weeks import Weeks
    from hemipelvi_gui.ui.widgets.glyphs import GlyphCache

translate = QCoreApplication.translate
PREFERRED = (QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
IGNORED = (QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)


def _now() -> time:
    return datetime.now().time().replace(second=0, microsecond=0)


class LogPage(QWidget):
    """The day at the left; beside it the session in large type, the paper grid, or what follows.

    `session_asked(id)`: open that session on the Build page. `progress_asked(plan id)`: show what
    becomes of the numbers of all sessions to come.
    """

    session_asked = Signal(str)
    progress_asked = Signal(str)

    def __init__(
        self,
        theme: Theme,
        logbook: Logbook,
        weeks: Weeks,
        document: Document,
        glyphs: GlyphCache,
        desk: Desk,
        now: Callable[[], time] = _now,
    ) -> None:
        super().__init__()
        self._theme, self._desk, self._weeks = theme, desk, weeks
        self._document, self._changes_done = document, False
        self.setAccessibleName(translate("Log", "Log"))
        self.day = LogDay(logbook, weeks, self)
        self.bench = Bench(desk, self.day, now)
        self.bench.setParent(self)
        self.header = DayHeader(theme, self.day)
        self.check_in = CheckInPanel(theme, self.day)
        self.runs = RunsPanel(theme, self.day, desk)
        self.sessions = SessionsPanel(theme, self.day, self.bench, desk)
        self.start = StartPanel(theme, self.day, self.sessions)
        self.sets = SetBySet(theme, self.bench, glyphs, desk)
        self.view, self.clock = self.sets.view, self.sets.clock
        self.paper = PaperGrid(theme, self.bench)
        self.finish = FinishPanel(theme, self.bench, self.day, now)
        self.summary = DoneSummary(theme, self.bench)
        self.next = NextNumbers(desk, weeks, logbook)
        self.tests = HomeTestPanel(theme, self.day, now)
        self.pages = QStackedWidget()
        self.tabs = {
            "session": tab(translate("Log", "Set by set"), self.go_to_session),
            "paper": tab(translate("Log", "From paper"), self.go_to_paper),
        }
        self.title = ElidedLabel("", "heading")
        self.to_build = link(translate("Log", "Open on Build"), self._open_on_build)
        self._lay_out()
        self._connect()
        go = Ways(
            self.begin_check_in,
            self.type_run,
            self.go_to_session,
            self.go_to_paper,
            self.show_tests,
            self.show_finish,
        )
        self.actions_of_page = LogActions(self, self.day, self.bench, self.sets, go)
        self._restyle()
        self._open()

    def open_session(self, session_id: str) -> None:
        """Show one session: what was written down of it, else ready to start, on its day or today.

        Raises KeyError for a session that isn't there.
        """
        session = self._session(session_id)
        done = self._weeks.logged(session)
        if done is not None:
            self.sessions.go_on(done)
            return
        self.day.show(min(session.date or self.day.today, self.day.today))
        self.bench.begin(session, planned=True)
        self.go_to_session()

    def go_to_session(self) -> None:
        """To the set that comes, to what was done, or to what can be started."""
        workout = self.bench.workout
        if workout is None:
            self._show(self.start)
        elif not (workout.done.going or self._changes_done):
            self._show(self.summary)
        else:
            self._show(self.sets)
            self.view.done.setFocus()

    def go_to_paper(self) -> None:
        """To the grid, where a session is open."""
        if self.bench.workout is None:
            self._show(self.start)
        else:
            self._show(self.paper)
            self.paper.table.begin()
            self.paper.table.setFocus()

    def change_done(self) -> None:
        """To the sets of a session that is over."""
        self._changes_done = True
        self.go_to_session()

    def show_finish(self) -> None:
        """To the end of the session; where a cell can't be read, there first."""
        if self.bench.workout is not None:
            if not self.paper.is_sound:
                self._show(self.paper)
                self.paper.go_to_fault()
                return
            self.clock.forget()
            self.finish.begin()
            self._show(self.finish)

    def type_run(self) -> None:
        """To the line for runs."""
        self._go_to(self.runs.line.field)

    def begin_check_in(self) -> None:
        """To the first rating."""
        self._go_to(self.check_in.rows["hip_flexor_left"])

    def show_tests(self) -> None:
        """To the home tests."""
        self._show(self.tests)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The part in sight has the keyboard; as a proxy it would keep Tab from all the others."""
        page = self.pages.currentWidget()
        if page is not None:
            page.setFocus(event.reason())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room the day stands over the session."""
        super().resizeEvent(event)
        self._arrange()

    # How it is put together

    def _lay_out(self) -> None:
        self._stacked = (
            *(self.start, self.sets, self.paper),
            *(self.finish, self.summary, self.next, self.tests),
        )
        for page in self._stacked:
            self.pages.addWidget(page)
        day = column_of(self.sessions, self.runs, self.check_in)
        top = (self.title, self.to_build, *self.tabs.values())
        self.frame = PageFrame(self._theme, day, top, self.pages)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.header)
        self._column.addWidget(self.frame, 1)

    def _connect(self) -> None:
        self.sessions.opened.connect(self._open)
        self.bench.opened.connect(self._open_anew)
        self.bench.changed.connect(self._follow_bench)
        self.bench.finished.connect(self._finished)
        self.sets.finish_asked.connect(self.show_finish)
        self.paper.finish_asked.connect(self.show_finish)
        self.finish.left.connect(self.go_to_session)
        self.finish.deleted.connect(self.go_to_session)
        self.summary.change_asked.connect(self.change_done)
        self.summary.end_asked.connect(self.show_finish)
        for offered in (self.next, self.summary):
            offered.left.connect(self._leave)
        self.tests.wrote.connect(
            lambda words: self._desk.messages.say_undoable(words, self._document.undo_stack)
        )
        # Once it has its place.
        self.check_in.noticed.connect(
            lambda part: QTimer.singleShot(0, self, lambda: self.frame.see(part))
        )
        self.start.paper_asked.connect(self.go_to_paper)
        self.next.progress_asked.connect(self.progress_asked)
        self.tests.left.connect(self.go_to_session)
        self.start.run_asked.connect(self.type_run)
        self.start.check_in_asked.connect(self.begin_check_in)
        for source in (self.start, self.check_in):
            source.tests_asked.connect(self.show_tests)
        self._document.replaced.connect(self._follow)
        self._theme.changed.connect(self._restyle)

    def _session(self, session_id: str) -> Session:
        shown = self._document.session
        return shown if shown.id == session_id else self._desk.shelf.session(session_id)

    def _open_on_build(self) -> None:
        workout = self.bench.workout
        if workout is None:
            return
        try:
            self.session_asked.emit(self._session(workout.done.session).id)
        except KeyError:
            self._desk.messages.say(translate("Log", "This session is not there any more."))

    def _go_to(self, widget: QWidget) -> None:
        self.frame.see(widget)
        widget.setFocus()

    def _open_anew(self) -> None:
        self._changes_done = False
        self._open()

    def _follow_bench(self) -> None:
        workout = self.bench.workout
        # What is undone may be that it was over.
        if workout is not None and workout.done.going and self.summary.isVisible():
            self.go_to_session()
        self._name_it()

    def _open(self) -> None:
        self.go_to_session()
        self._name_it()

    def _leave(self) -> None:
        self.bench.close()
        self._show(self.start)

    def _finished(self, done: DoneSession, is_new: bool) -> None:
        words = translate("Done", "Written down: {name}, {day}.")
        words = words.format(name=one_line(done.name, 40), day=short_day(done.date))
        if is_new:
            self._desk.messages.say_undoable(words, self._document.undo_stack)
        if self.next.offer(done):
            self._show(self.next)
        else:
            self._leave()

    def _show(self, page: QWidget) -> None:
        # The page in sight alone says how much room there has to be.
        for each in self._stacked:
            each.setSizePolicy(*(PREFERRED if each is page else IGNORED))
        self.pages.setCurrentWidget(page)
        self.tabs["session"].setChecked(page is self.sets)
        self.tabs["paper"].setChecked(page is self.paper)
        for button in self.tabs.values():
            button.setVisible(page in (self.sets, self.paper))
        self.title.setVisible(page in (self.sets, self.paper))
        self.actions_of_page.put_in_sight(session=page is self.sets)
        self._name_it()
        self.frame.to_top()
        page.setFocus()

    def _follow(self, changes: Changes) -> None:
        """No edit happens out of sight: what is undone on another day is shown there."""
        days = {
            each.date
            for kind in KINDS.values()
            for each in getattr(changes, kind).values()
            if each is not None
        }
        if self.isVisible() and len(days) == 1:
            self.day.show(days.pop())

    def _name_it(self) -> None:
        workout = self.bench.workout
        self.title.setText("" if workout is None else workout.done.name)
        planned = workout is not None and self.bench.session is not None
        own = planned and workout is not None and bool(workout.done.session)
        self.to_build.setVisible(own and self.pages.currentWidget() in (self.sets, self.paper))

    def _arrange(self) -> None:
        room = self.frame.arrange(self.width(), self.sets.least_width)
        self.sets.arrange(room, stacked=self.frame.is_stacked)
        self.paper.table.setMinimumHeight(self._theme.px(240) if self.frame.is_stacked else 0)

    def _restyle(self) -> None:
        px = self._theme.px
        self._column.setContentsMargins(px(24), px(12), px(24), px(12))
        self._column.setSpacing(px(10))
        self._arrange()
