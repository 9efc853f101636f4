"""The pages: one is shown, the others wait; which one is shown follows what is done."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from hemipelvi_gui.ui.pages.build import BuildPage

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from hemipelvi_gui.domain.changes import Changes
    from hemipelvi_gui.ui.desk import Desk
    from hemipelvi_gui.ui.pages.library import LibraryPage
    from hemipelvi_gui.ui.pages.week import WeekPage
    from hemipelvi_gui.ui.plan_commands import PlanCommands
    from hemipelvi_gui.ui.session_commands import SessionCommands
    from hemipelvi_gui.ui.view_commands import ViewCommands
    from hemipelvi_gui.ui.widgets.glyphs import GlyphCache
    from hemipelvi_gui.ui.widgets.instance_strip import InstanceStrip


class PageStack(QStackedWidget):
    """Build is there at once, the other pages are made when they are first asked for.

    `turned` carries the name of the page that is shown: build, week or library.
    """

    turned = Signal(str)

    def __init__(
        self,
        desk: Desk,
        glyphs: GlyphCache,
        sessions: SessionCommands,
        plans: PlanCommands,
        view: ViewCommands,
    ) -> None:
        super().__init__()
        self._desk, self._glyphs = desk, glyphs
        self._sessions, self._plans, self._view = sessions, plans, view
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

    def furnish(self) -> None:
        """Make what can wait for the first paint."""
        self.build.furnish()
        self._tell_of_plan()

    def name(self) -> str:
        """The page that is shown: build, week, library, or welcome."""
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

    def show_library(self) -> None:
        """Show the Library page."""
        self._turn_to("library", self.library)
        self.library.search()

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
        self.addWidget(page)
        self.setCurrentWidget(page)
        self.turned.emit("build")

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

    def _tell_of_plan(self) -> None:
        if self._desk.document.session.plan:
            _ = self._strip

    def _leave_first_page(self) -> None:
        if self.name() == "welcome":
            self.show_build()

    def _follow(self, changes: Changes) -> None:
        """No edit happens out of sight: show the page that shows what was done or undone."""
        shown, page = self._desk.document.session.id, self.name()
        planned = changes.runs or changes.plans or changes.diary
        dated = any(each is not None and each.date for each in changes.sessions.values())
        if page == "week":
            # One that is gone tells no date any more; from here most likely a card was deleted.
            gone = None in changes.sessions.values()
            if changes.sessions and not (planned or dated or gone):
                self.show_build()
        elif page in ("build", "library"):
            if shown in changes.sessions:
                self.show_build()
            elif planned or dated:
                self.show_week()
            elif changes.sessions:
                self.show_build()


LATER = ("week", "library")
