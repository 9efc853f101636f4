"""The pages: one is shown, the others wait; which one is shown follows what is done."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from hemipelvi_gui.ui.pages.build import BuildPage
from hemipelvi_gui.ui.sight import page_for

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from hemipelvi_gui.domain.changes import Changes
    from hemipelvi_gui.ui.desk import Desk
    from hemipelvi_gui.ui.in_week import InWeek
    from hemipelvi_gui.ui.log_commands import LogCommands
    from hemipelvi_gui.ui.pages.library import LibraryPage
    from hemipelvi_gui.ui.pages.log import LogPage
    from hemipelvi_gui.ui.pages.progress import ProgressPage
    from hemipelvi_gui.ui.pages.week import WeekPage
    from hemipelvi_gui.ui.plan_commands import PlanCommands
    from hemipelvi_gui.ui.session_commands import SessionCommands
    from hemipelvi_gui.ui.view_commands import ViewCommands
    from hemipelvi_gui.ui.widgets.glyphs import GlyphCache
    from hemipelvi_gui.ui.widgets.instance_strip import InstanceStrip


class PageStack(QStackedWidget):
    """Build is there at once, the other pages are made when they are first asked for.

    `turned` carries the name of the page that is shown: build, week, log, progress or library.
    """

    turned = Signal(str)

    def __init__(
        self,
        desk: Desk,
        glyphs: GlyphCache,
        sessions: SessionCommands,
        plans: PlanCommands,
        logs: LogCommands,
        view: ViewCommands,
    ) -> None:
        super().__init__()
        self._desk, self._glyphs = desk, glyphs
        self._sessions, self._plans, self._logs, self._view = sessions, plans, logs, view
        self.build = BuildPage(desk.theme, desk.document, glyphs)
        self.build.sum_asked.connect(view.show_sum)
        self.build.header.gym.gyms.gyms_asked.connect(plans.gyms)
        self.build.header.gym.swapped.connect(
            lambda words: desk.messages.say_undoable(words, desk.document.undo_stack)
        )
        self.addWidget(self.build)
        document = desk.document
        document.undo_stack.indexChanged.connect(self._leave_first_page)
        document.replaced.connect(self._follow)
        document.changed.connect(self._tell_of_plan)

    @cached_property
    def week(self) -> WeekPage:
        """The Week page."""
        from hemipelvi_gui.ui.pages.week import WeekPage

        page = WeekPage(self._desk.theme, self._plans.weeks, self._glyphs, self._plans)
        page.session_asked.connect(self.open_session)
        page.resize(self.size())
        self.addWidget(page)
        return page

    @cached_property
    def log(self) -> LogPage:
        """The Log page."""
        from hemipelvi_gui.ui.pages.log import LogPage

        desk = self._desk
        page = LogPage(
            desk.theme, self._logs.logbook, self._plans.weeks, desk.document, self._glyphs, desk
        )
        page.session_asked.connect(self.open_session)
        page.progress_asked.connect(self._plans.progress_of)
        page.resize(self.size())
        self.addWidget(page)
        return page

    @cached_property
    def progress(self) -> ProgressPage:
        """The Progress page."""
        from hemipelvi_gui.ui.pages.progress import ProgressPage

        desk = self._desk
        page = ProgressPage(desk.theme, self._logs.logbook, desk.document, self._plans.weeks, desk)
        page.plan_wanted.connect(self._plans.new_plan)
        page.card.run_asked.connect(self._log_run)
        page.card.check_in_asked.connect(self._check_in)
        page.card.import_asked.connect(self._logs.ask_and_open)
        page.resize(self.size())
        self.addWidget(page)
        return page

    @cached_property
    def library(self) -> LibraryPage:
        """The Library page."""
        from hemipelvi_gui.ui.pages.library import LibraryPage

        page = LibraryPage(self._desk.theme, self._desk.document, self._glyphs, self._desk)
        page.add_asked.connect(self.build.canvas.add)
        page.session_asked.connect(self.open_session)
        # It has its size before it is shown, so that nothing is laid out for another.
        page.resize(self.size())
        self.addWidget(page)
        return page

    @cached_property
    def _strip(self) -> InstanceStrip:
        """What a planned session has over its cards; most starts need none."""
        from hemipelvi_gui.ui.instances import Instances
        from hemipelvi_gui.ui.widgets.instance_strip import InstanceStrip

        document, weeks = self._desk.document, self._plans.weeks
        strip = InstanceStrip(self._desk.theme, document, weeks, Instances(document, weeks, self))
        strip.week_asked.connect(self._show_week_of)
        self.build.show_over_session(strip)
        return strip

    @cached_property
    def _in_week(self) -> InWeek:
        """What the week says of a planned session; it is read from the file, so not at once."""
        from hemipelvi_gui.ui.in_week import InWeek

        document, panel = self._desk.document, self.build.findings
        panel.week_asked.connect(self._show_its_week)
        return InWeek(document, self._plans.weeks, panel)

    def furnish(self) -> None:
        """Make what can wait for the first paint."""
        self.build.furnish()
        self._tell_of_plan()

    def name(self) -> str:
        """The page that is shown: build, week, log, progress, library, or welcome."""
        page = self.currentWidget()
        made = {"build": self.build, **{each: self.__dict__.get(each) for each in LATER}}
        return next((name for name, each in made.items() if each is page), "welcome")

    def show_build(self) -> None:
        """Show the Build page; the idea, if it was shown, has been seen then."""
        if self.name() != "build":
            self._turn_to("build", self.build)
            self.build.canvas.setFocus()

    @property
    def foot(self) -> int:
        """How high is what a page has at its lower edge for typing, in pixels."""
        return self.week.foot if self.name() == "week" else 0

    def show_week(self) -> None:
        """Show the Week page."""
        self._turn_to("week", self.week)
        self.week.setFocus()

    def show_log(self) -> None:
        """Show the Log page."""
        self._turn_to("log", self.log)
        self.log.setFocus()

    def log_session(self, session_id: str) -> None:
        """Show a session on the Log page: what was done of it, or its first set.

        Raises KeyError, and stays where it is, for a session that isn't there.
        """
        self.log.open_session(session_id)
        self.show_log()

    def show_progress(self) -> None:
        """Show the Progress page."""
        self._turn_to("progress", self.progress)
        self.progress.setFocus()

    def show_library(self) -> None:
        """Show the Library page."""
        self._turn_to("library", self.library)
        self.library.search()

    def show_exercise(self, exercise_id: str) -> None:
        """Show an exercise on the Library page."""
        self.show_library()
        self.library.go_to(exercise_id)

    def open_session(self, session_id: str) -> None:
        """Show a session on the Build page."""
        self._sessions.open(session_id)
        self.show_build()

    def show_welcome(self) -> None:
        """Show the idea and the ready sessions."""
        from hemipelvi_gui.ui.offers import first_offers
        from hemipelvi_gui.ui.pages.welcome import WelcomePage

        if self.name() == "welcome":
            return
        first = not self._desk.document.settings.welcomed
        page = WelcomePage(self._desk.theme, self._glyphs, first_offers(), first=first)
        page.picked.connect(self._sessions.start_from)
        for signal in (page.picked, page.skipped):
            signal.connect(self.show_build)
        page.plan_wanted.connect(self._plan_instead)
        page.log_wanted.connect(self._logs.ask_and_open)
        self.addWidget(page)
        self.setCurrentWidget(page)
        self.turned.emit("build")

    def _log_run(self) -> None:
        self.show_log()
        self.log.type_run()

    def _check_in(self) -> None:
        self.show_log()
        self.log.begin_check_in()

    def _plan_instead(self) -> None:
        self.show_week()
        self._plans.new_plan()

    def _turn_to(self, name: str, page: QWidget) -> None:
        left = self.currentWidget() if self.name() == "welcome" else None
        self.setCurrentWidget(page)
        self.turned.emit(name)
        if left is None:
            return
        self.removeWidget(left)
        left.deleteLater()
        settings = self._desk.document.settings
        if not settings.welcomed:
            self._view.take(replace(settings, welcomed=True))

    def _show_week_of(self, day: date) -> None:
        self.show_week()
        self._plans.weeks.show_plan(self._desk.document.session.plan)
        self._plans.weeks.show_day(day)

    def _show_its_week(self) -> None:
        day = self._desk.document.session.date
        if day is not None:
            self._show_week_of(day)

    def _tell_of_plan(self) -> None:
        if self._desk.document.session.plan:
            _ = self._strip
            if "findings" in self.build.__dict__:
                _ = self._in_week

    def _leave_first_page(self) -> None:
        if self.name() == "welcome":
            self.show_build()

    def _follow(self, changes: Changes) -> None:
        name = page_for(changes, self.name(), self._desk.document.session.id)
        if name:
            turn = {"build": self.show_build, "week": self.show_week, "log": self.show_log}[name]
            turn()


LATER = ("week", "log", "progress", "library")
