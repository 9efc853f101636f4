"""What is opened for the screens that show weeks: the Week page, its dialogs, a planned session."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from sample_weeks import PLAN, TODAY
from screen_parts import open_dialog, wait

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QDialog, QWidget

    from hemipelvi_gui.domain.session import Session
    from hemipelvi_gui.ui.main_window import MainWindow

WIDE, TALL, BROAD = (1176, 680), (720, 760), (1080, 760)
TUESDAY, THURSDAY, SATURDAY = 0, 2, 4  # days from today, which is a Tuesday
LINE = "Thu 18:30 6x1km hard 60min"


def show_week(window: MainWindow) -> QWidget:
    """The Week page, on the week of the day it is, with all that comes after the first paint."""
    window.pages.show_week()
    page = window.pages.week
    weeks = window.plans.weeks
    wait(
        lambda: (
            weeks.plan is None or (page.findings.is_settled and bool(page.chart.bars.scene.bars))
        )
    )
    return window


def weigh_a_drop(window: MainWindow) -> QWidget:
    """Thursday's gym day over Saturday: what a drop there would make."""
    show_week(window)
    board = window.pages.week.board
    board.edits.preview_day([_gym_day(window, THURSDAY).id], _day(SATURDAY), copies=False)
    return window


def weigh_a_fix(window: MainWindow) -> QWidget:
    """Dropped there, and the fix of what is found in the keyboard's hands."""
    show_week(window)
    page = window.pages.week
    page.board.edits.to_day([_gym_day(window, THURSDAY).id], _day(SATURDAY))
    window.desk.saver.settle()
    weeks = window.plans.weeks
    wait(lambda: page.findings.is_settled)
    fix = weeks.fixes.of(weeks.reading.findings[0])
    weeks.preview(None if fix is None else fix.edit)
    return window


def type_a_run(window: MainWindow) -> QWidget:
    """A run being typed, with what is understood of it."""
    show_week(window)
    line = window.pages.week.line
    line.begin(_day(TUESDAY), None, LINE)
    return line


def change_an_instance(window: MainWindow) -> QWidget:
    """A session of the plan on the Build page, changed, and whether the others are too."""
    show_week(window)
    window.pages.open_session(_gym_day(window, THURSDAY).id)
    window.build.add_lunge()
    window.desk.saver.settle()
    return window


def choose_a_plan(window: MainWindow) -> QDialog:
    """A new plan, from a ready one that leads to a race."""
    from hemipelvi_gui.ui.dialogs.new_plan_dialog import NewPlanDialog

    window.plans.new_plan()
    dialog = open_dialog(window, WIDE)
    if isinstance(dialog, NewPlanDialog):
        dialog.list.choose(PLAN)
    return dialog


def about_the_plan(window: MainWindow) -> QDialog:
    """Name, start, phases and deloads of the plan."""
    show_week(window)
    window.plans.plan_details()
    return open_dialog(window, TALL)


def look_ahead(window: MainWindow) -> QDialog:
    """What the progressions make of the coming weeks."""
    show_week(window)
    window.plans.progress()
    return open_dialog(window, WIDE)


def preview_pages(window: MainWindow) -> QDialog:
    """The week's page before it is printed."""
    show_week(window)
    window.plans.print_week()
    return open_dialog(window, BROAD)


def gyms_of_ones_own(window: MainWindow) -> QDialog:
    """Three gyms, and what there is in the first of them, with plates."""
    from hemipelvi_gui.domain.gyms import STARTER_GYMS
    from hemipelvi_gui.ui.dialogs.gyms_dialog import GymsDialog

    window.plans.gyms()
    dialog = open_dialog(window, BROAD)
    if isinstance(dialog, GymsDialog):
        dialog.start_with(STARTER_GYMS)
        dialog.list.choose_first()
    return dialog


def _day(after: int) -> date:
    return TODAY + timedelta(days=after)


def _gym_day(window: MainWindow, after: int) -> Session:
    sessions = window.plans.weeks.agenda.sessions.values()
    return next(each for each in sessions if each.date == _day(after))
