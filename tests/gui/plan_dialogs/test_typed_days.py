from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QCalendarWidget

from hemipelvi_gui.ui.dialogs.plan_dialog import PlanDialog
from hemipelvi_gui.ui.dialogs.shift_dialog import ShiftDialog
from hemipelvi_gui.ui.widgets.calendar import ThemedCalendar

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.gui.plan_dialogs.desk import Planner


def write(planner: Planner, dialog: ShiftDialog, words: str) -> None:
    dialog.since.setFocus()
    dialog.since.line.selectAll()
    planner.type(dialog.since.line, words)


@pytest.mark.parametrize(
    "words", ["Wed 17 Feb 2027", "2027-02-17", "17.2.2027", "17 february 2027"]
)
def test_a_date_typed_over_the_old_one_is_that_date(
    plan_desk: Callable[..., Planner], words: str
) -> None:
    planner = plan_desk()
    dialog = planner.open("shift", ShiftDialog)
    write(planner, dialog, words)
    dialog.days.setFocus()
    assert dialog.since.day == date(2027, 2, 17)
    assert dialog.since.line.text() == "Wed 17 Feb 2027"
    assert "17 Feb" in dialog.words.text()


def test_what_is_no_date_stays_and_says_why(plan_desk: Callable[..., Planner]) -> None:
    planner = plan_desk()
    before = planner.kept()
    dialog = planner.open("shift", ShiftDialog)
    day = dialog.since.day
    write(planner, dialog, "31 Feb 2027")
    dialog.days.setFocus()
    assert dialog.since.line.text() == "31 Feb 2027"
    assert dialog.since.note.text() == "31 February is no date."
    assert dialog.since.day == day
    dialog.take()
    assert dialog.isVisible()
    assert planner.kept() == before
    write(planner, dialog, "17 Feb 2027")
    assert not dialog.since.is_wrong


def test_enter_on_a_wrong_date_changes_nothing(plan_desk: Callable[..., Planner]) -> None:
    planner = plan_desk()
    before = planner.kept()
    dialog = planner.open("shift", ShiftDialog)
    write(planner, dialog, "31 Feb 2027")
    planner.press(dialog.since.line, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert planner.kept() == before
    assert dialog.since.line.accessibleDescription() == "31 February is no date."


def test_arrows_step_by_a_day_and_page_keys_by_a_week(plan_desk: Callable[..., Planner]) -> None:
    planner = plan_desk()
    dialog = planner.open("shift", ShiftDialog)
    dialog.since.choose(date(2026, 12, 31))
    planner.press(dialog.since.line, Qt.Key.Key_Up)
    assert dialog.since.day == date(2027, 1, 1)
    planner.press(dialog.since.line, Qt.Key.Key_PageDown)
    assert dialog.since.day == date(2026, 12, 25)


def test_a_day_is_chosen_from_the_calendar(plan_desk: Callable[..., Planner]) -> None:
    planner = plan_desk()
    dialog = planner.open("shift", ShiftDialog)
    popup = dialog.since.open_calendar()
    calendar = popup.findChild(QCalendarWidget)
    assert isinstance(calendar, QCalendarWidget)
    calendar.clicked.emit(QDate(2027, 2, 17))
    assert dialog.since.day == date(2027, 2, 17)


def test_a_wrong_start_outlasts_other_changes_in_the_plan_dialog(
    plan_desk: Callable[..., Planner],
) -> None:
    planner = plan_desk()
    dialog = planner.open("plan", PlanDialog)
    dialog.start.setFocus()
    dialog.start.line.selectAll()
    planner.type(dialog.start.line, "30 Feb")
    dialog.name.setFocus()
    planner.type(dialog.name, "x")
    assert dialog.start.line.text() == "30 Feb"
    assert dialog.start.is_wrong


def test_days_of_other_months_are_dimmer_and_the_chosen_day_is_one_box(
    plan_desk: Callable[..., Planner],
) -> None:
    planner = plan_desk()
    dialog = planner.open("shift", ShiftDialog)
    dialog.since.choose(date(2026, 12, 15))
    popup = dialog.since.open_calendar()
    calendar = popup.findChild(ThemedCalendar)
    assert isinstance(calendar, ThemedCalendar)

    def darkest(day: QDate) -> int:
        cell = QImage(60, 40, QImage.Format.Format_RGB32)
        painter = QPainter(cell)
        calendar.paintCell(painter, cell.rect(), day)
        painter.end()
        return min(cell.pixelColor(x, y).lightness() for x in range(60) for y in range(40))

    def colours(day: QDate) -> set[str]:
        cell = QImage(60, 40, QImage.Format.Format_RGB32)
        painter = QPainter(cell)
        calendar.paintCell(painter, cell.rect(), day)
        painter.end()
        return {cell.pixelColor(x, 3).name().upper() for x in range(10, 50)}

    assert darkest(QDate(2026, 11, 30)) > darkest(QDate(2026, 12, 1)) + 40
    palette = planner.window.desk.theme.palette
    assert colours(QDate(2026, 12, 15)) == {palette.accent}
