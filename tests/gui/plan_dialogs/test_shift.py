from __future__ import annotations

from datetime import date, time, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from hemipelvi_gui.domain.changes import Changes
from hemipelvi_gui.ui.dialogs.new_plan_dialog import NewPlanDialog
from hemipelvi_gui.ui.dialogs.shift_dialog import ShiftDialog
from tests.gui.plan_dialogs.desk import TODAY, autumn

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.gui.plan_dialogs.desk import Planner


def test_the_rest_moves_a_week_and_the_race_stays(plan_desk: Callable[..., Planner]) -> None:
    planner = plan_desk()
    dialog, before = planner.open("shift", ShiftDialog), planner.kept()
    assert dialog.since.day == TODAY
    words = dialog.words.text()
    assert "14 cards from Mon 23 Nov on move 7 days later." in words
    assert "City 10 stays on Sun 27 Dec." in words
    assert dialog.warning.text() == (
        "2 cards land after the race. Tick \u201cThe race moves too\u201d, choose fewer days, "
        "or skip some days instead."
    )
    assert dialog.enter.isEnabled()
    assert planner.previews()
    planner.click(dialog.enter)
    whole = planner.weeks.whole("autumn")
    assert whole.runs["autumn-race"].date == date(2026, 12, 27)
    assert whole.sessions["autumn-s4-1"].date == date(2026, 12, 1)
    assert whole.sessions["autumn-s3-5"].date == date(2026, 11, 21)
    planner.goes_back_and_forth(before)


def test_the_race_moves_too_where_it_is_ticked(plan_desk: Callable[..., Planner]) -> None:
    planner = plan_desk()
    dialog, before = planner.open("shift", ShiftDialog), planner.kept()
    planner.press(dialog.race, Qt.Key.Key_Space)
    assert "City 10 moves to Sun 3 Jan 2027." in dialog.words.text()
    assert dialog.warning.isHidden()
    assert "The plan gets 1 week longer." in dialog.words.text()
    planner.click(dialog.enter)
    plan = planner.weeks.plan
    assert plan is not None
    assert plan.weeks == 9
    planner.goes_back_and_forth(before)


def test_plus_and_minus_count_days(plan_desk: Callable[..., Planner]) -> None:
    planner = plan_desk()
    dialog = planner.open("shift", ShiftDialog)
    planner.click(dialog.more)
    assert "8 days later" in dialog.words.text()
    dialog.days.setValue(0)
    assert not dialog.enter.isEnabled()
    planner.click(dialog.less)
    assert "1 day earlier" in dialog.words.text()


def test_nothing_moves_before_the_plan_starts_or_past_the_calendar(
    plan_desk: Callable[..., Planner],
) -> None:
    planner = plan_desk()
    dialog, before = planner.open("shift", ShiftDialog), planner.kept()
    planner.choose_day(dialog.since, date(2026, 11, 3))
    dialog.days.setValue(-7)
    assert "before the plan starts" in dialog.fault.text()
    dialog.take()
    assert planner.kept() == before


def test_a_race_moved_into_the_past_is_refused(plan_desk: Callable[..., Planner]) -> None:
    planner = plan_desk()
    dialog = planner.open("shift", ShiftDialog)
    dialog.race.setChecked(True)
    planner.choose_day(dialog.since, date(2026, 12, 26))
    dialog.days.setValue(-40)
    assert "is past" in dialog.fault.text()
    assert not dialog.enter.isEnabled()


def test_skipped_days_count_for_nothing_and_the_race_is_kept(
    plan_desk: Callable[..., Planner],
) -> None:
    planner = plan_desk()
    dialog, before = planner.open("shift", ShiftDialog), planner.kept()
    planner.click(dialog.skip_mode)
    assert dialog.words.text().startswith("3 cards skipped (2 in the gym)")
    planner.choose_day(dialog.last, date(2026, 12, 27))
    assert "City 10 is not skipped." in dialog.words.text()
    planner.choose_day(dialog.last, date(2026, 11, 29))
    planner.click(dialog.enter)
    assert planner.weeks.whole("autumn").sessions["autumn-s4-1"].skipped
    planner.goes_back_and_forth(before)


def test_days_the_wrong_way_round_are_refused(plan_desk: Callable[..., Planner]) -> None:
    planner = plan_desk()
    dialog = planner.open("shift", ShiftDialog)
    planner.click(dialog.skip_mode)
    planner.choose_day(dialog.last, TODAY - timedelta(days=1))
    assert dialog.fault.text() == "The last day is before the first."
    assert not dialog.enter.isEnabled()


def test_a_shift_over_a_clock_change_keeps_times_of_day(plan_desk: Callable[..., Planner]) -> None:
    planner = plan_desk(autumn(8, date(2027, 3, 1)))
    planner.weeks.show_day(date(2027, 3, 22))
    dialog = planner.open("shift", ShiftDialog)
    assert dialog.since.day == date(2027, 3, 22)
    planner.click(dialog.enter)
    whole = planner.weeks.whole("autumn")
    assert {each.start for each in whole.sessions.values()} == {time(18)}


def test_without_a_plan_it_says_so(plan_desk: Callable[..., Planner]) -> None:
    planner = plan_desk(Changes())
    dialog = planner.open("shift", ShiftDialog)
    assert "No plan is shown" in dialog.words.text()
    assert not dialog.enter.isVisible()
    dialog.new.click()
    assert [each for each in planner.window.findChildren(NewPlanDialog) if each.isVisible()]


def test_escape_ends_the_preview(plan_desk: Callable[..., Planner]) -> None:
    planner = plan_desk()
    dialog, before = planner.open("shift", ShiftDialog), planner.kept()
    planner.press(dialog, Qt.Key.Key_Escape)
    assert not planner.previews()
    assert planner.kept() == before
