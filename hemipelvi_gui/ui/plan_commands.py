"""What is done with weeks and plans as wholes: dialogs, and the agenda they work on."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from hemipelvi_gui.domain.session import Session
    from hemipelvi_gui.ui.desk import Desk
    from hemipelvi_gui.ui.log_commands import LogCommands
    from hemipelvi_gui.ui.weeks import Weeks

translate = QCoreApplication.translate


class PlanCommands(QObject):
    """Acts on the desk's agenda. `show` turns to the Week page; `clock` tells what day it is.

    `log(session id)` turns to the Log page with a session, and raises KeyError where it is gone.
    """

    def __init__(
        self,
        desk: Desk,
        logs: LogCommands,
        show: Callable[[], object],
        log: Callable[[str], object],
    ) -> None:
        super().__init__(desk.window)
        self.desk, self._logs = desk, logs
        self._show, self._log = show, log
        self.clock: Callable[[], date] = date.today

    @cached_property
    def weeks(self) -> Weeks:
        """The agenda, read when it is first asked for."""
        from hemipelvi_gui.ui.weeks import Weeks

        made = Weeks(self.desk.document, self.desk.shelf, self, self.clock)
        made.begin()
        return made

    def today(self) -> None:
        """Show today's week."""
        self._show()
        self.weeks.show_day(self.weeks.today)

    def earlier(self) -> None:
        """Show the week before."""
        self._show()
        self.weeks.step(-1)

    def later(self) -> None:
        """Show the week after."""
        self._show()
        self.weeks.step(1)

    def new_plan(self) -> None:
        """Choose a ready plan or an empty one, and begin it."""
        from hemipelvi_gui.ui.dialogs.new_plan_dialog import NewPlanDialog

        self._show()
        dialog = NewPlanDialog(self.desk.theme, self.weeks, self.desk.document, self.desk.window)
        dialog.told.connect(self._tell)
        dialog.open()

    def plans(self) -> None:
        """List the plans and the archive."""
        from hemipelvi_gui.ui.dialogs.plans_dialog import PlansDialog

        self._show()
        dialog = PlansDialog(self.desk.theme, self.weeks, self.desk.document, self.desk.window)
        dialog.new_wanted.connect(self.new_plan)
        dialog.export_wanted.connect(self.export)
        dialog.told.connect(self._tell)
        dialog.open()

    def bring_back(self) -> None:
        """Take the shown plan out of the archive."""
        from hemipelvi_gui.ui.dialogs.plan_changes import PlanChanges, short

        plan = self.weeks.plan
        if plan is None or not plan.archived:
            return
        if PlanChanges(self.weeks, self.desk.document).archive(plan):
            self._tell(translate("Plans", "{name} is back.").format(name=short(plan)))

    def plan_details(self) -> None:
        """Name, start, weeks, phases, deloads and race of the shown plan."""
        from hemipelvi_gui.ui.dialogs.plan_dialog import PlanDialog

        self._show()
        if self.weeks.plan is None:
            self.new_plan()
            return
        dialog = PlanDialog(self.desk.theme, self.weeks, self.desk.window)
        dialog.told.connect(self._tell)
        dialog.open()

    def shift_rest(self) -> None:
        """Move the rest of the plan by days."""
        from hemipelvi_gui.ui.dialogs.shift_dialog import ShiftDialog

        self._show()
        dialog = ShiftDialog(self.desk.theme, self.weeks, self.desk.window)
        dialog.told.connect(self._tell)
        dialog.new_wanted.connect(self.new_plan)
        dialog.open()

    def progress(self) -> None:
        """See what the progressions make of the coming weeks, and take it or not."""
        from hemipelvi_gui.ui.dialogs.progress_dialog import ProgressDialog

        self._show()
        desk, book = self.desk, self._logs.logbook
        dialog = ProgressDialog(desk.theme, self.weeks, desk.document, book, desk.window)
        dialog.told.connect(self._tell)
        dialog.new_wanted.connect(self.new_plan)
        dialog.open()

    def progress_of(self, plan_id: str) -> None:
        """See it of this plan, which may be another than the shown one; it is shown then."""
        if plan_id and (self.weeks.plan is None or self.weeks.plan.id != plan_id):
            self.weeks.show_plan(plan_id)
        self.progress()

    def print_week(self) -> None:
        """Preview the week, the plan, or the sheets of some weeks, to print or write them."""
        from hemipelvi_gui.ui.sheet_preview import preview_weeks

        preview_weeks(self.desk, self.weeks)

    def export(self) -> None:
        """Ask where to, and write the shown plan as a plan file."""
        from hemipelvi_gui.ui.file_commands import ask_where

        plan = self.weeks.plan
        if plan is None:
            words = translate("Plans", "No plan is shown that could be exported.")
            self.desk.messages.say(words, (translate("Plans", "Plans\u2026"), self.plans))
            return
        path = ask_where(self.desk, translate("Plans", "Export this plan"), plan.name)
        if path is not None:
            self.write_plan(path)

    def write_plan(self, path: Path) -> None:
        """Write the shown plan, with the own exercises and gyms it uses, to a plan file."""
        from hemipelvi_gui.domain.bundle import pack_plan
        from hemipelvi_gui.ui.file_commands import write_bundle

        plan, desk = self.weeks.plan, self.desk
        if plan is not None:
            whole = self.weeks.whole(plan.id)
            own, gyms = desk.document.own_exercises, desk.shelf.gyms()
            write_bundle(desk, path, pack_plan(whole, plan.id, own, gyms))

    def sheet(self, session: Session) -> None:
        """Preview one session's sheet, to print it or write it as a file."""
        from hemipelvi_gui.ui.sheet_preview import preview_sheet

        preview_sheet(self.desk, session)

    def done(self, session_id: str) -> None:
        """Turn to what was done of a session, or to the first set of it."""
        try:
            self._log(session_id)
        except KeyError:
            self.desk.messages.say(translate("Plans", "This session is not there any more."))

    def done_shown(self) -> None:
        """Turn to what was done of the session on the Build page."""
        session = self.desk.document.session
        if session.blocks:
            self.done(session.id)
        else:
            words = translate("Plans", "There is nothing in this session yet to write down.")
            self.desk.messages.say(words)

    def gyms(self) -> None:
        """One's own gyms: what each has, and its plates."""
        from hemipelvi_gui.ui.dialogs.gyms_dialog import GymsDialog

        GymsDialog(self.desk.theme, self.desk.document, self.desk.shelf, self.desk.window).open()

    def _tell(self, words: str) -> None:
        """Say what was changed, and offer to take it back."""
        self.desk.messages.say_undoable(words, self.desk.document.undo_stack)
