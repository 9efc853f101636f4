from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hemipelvi_gui.domain.plan import PhaseKind
from hemipelvi_gui.ui.dialogs.plan_dialog import PlanDialog
from tests.gui.plan_dialogs.desk import START, autumn

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.gui.plan_dialogs.desk import Planner


def test_cancel_leaves_no_trace(plan_desk: Callable[..., Planner]) -> None:
    planner = plan_desk()
    dialog, before = planner.open("plan", PlanDialog), planner.kept()
    dialog.weeks.setValue(5)
    assert planner.previews()
    planner.press(dialog, Qt.Key.Key_Escape)
    assert planner.kept() == before
    assert not planner.previews()
    assert not planner.window.desk.document.undo_stack.canUndo()


def test_done_without_a_change_is_no_step(plan_desk: Callable[..., Planner]) -> None:
    planner = plan_desk()
    planner.click(planner.open("plan", PlanDialog).enter)
    assert not planner.window.desk.document.undo_stack.canUndo()


def test_moving_the_start_moves_all_and_says_by_how_much(plan_desk: Callable[..., Planner]) -> None:
    planner = plan_desk()
    dialog, before = planner.open("plan", PlanDialog), planner.kept()
    planner.choose_day(dialog.start, START + timedelta(days=14))
    assert "All 24 cards move 14 days later, the race too." in dialog.start_words.text()
    planner.click(dialog.enter)
    race = planner.weeks.whole("autumn").runs["autumn-race"]
    assert race.date == date(2027, 1, 10)
    planner.goes_back_and_forth(before)


def test_shortening_says_what_is_left_outside_and_keeps_it(
    plan_desk: Callable[..., Planner],
) -> None:
    planner = plan_desk()
    dialog, before = planner.open("plan", PlanDialog), planner.kept()
    dialog.weeks.setValue(6)
    assert dialog.weeks_words.text().startswith("6 cards then lie outside the plan: City 10")
    planner.click(dialog.enter)
    assert len(planner.kept()) == len(before)
    planner.goes_back_and_forth(before)


def test_weeks_there_and_back_lose_no_phase(plan_desk: Callable[..., Planner]) -> None:
    planner = plan_desk()
    dialog, before = planner.open("plan", PlanDialog), planner.kept()
    for weeks in (3, 8):
        dialog.weeks.setValue(weeks)
    planner.click(dialog.enter)
    assert planner.kept() == before


def test_weeks_of_ten_days_move_no_card(plan_desk: Callable[..., Planner]) -> None:
    planner = plan_desk()
    dialog, before = planner.open("plan", PlanDialog), planner.kept()
    dialog.days.setValue(10)
    assert dialog.weeks.value() == 6
    planner.click(dialog.enter)
    changed = {key for key, each in planner.kept().items() if before[key] != each}
    assert changed == {"autumn"}
    planner.goes_back_and_forth(before)


def test_phases_longer_than_the_plan_are_refused_in_place(
    plan_desk: Callable[..., Planner],
) -> None:
    planner = plan_desk()
    dialog = planner.open("plan", PlanDialog)
    planner.click(dialog.phases.add)
    assert "The phases have 12 weeks together, the plan has 8." in dialog.fault.text()
    assert not dialog.enter.isEnabled()
    dialog.phases.rows[0].weeks.setValue(4)
    assert dialog.enter.isEnabled()
    planner.click(dialog.enter)
    plan = planner.weeks.plan
    assert plan is not None
    assert [each.kind for each in plan.phases] == [PhaseKind.BASE, PhaseKind.BUILD]


def test_a_phase_is_removed(plan_desk: Callable[..., Planner]) -> None:
    planner = plan_desk()
    dialog, before = planner.open("plan", PlanDialog), planner.kept()
    planner.click(dialog.phases.rows[0].remove)
    planner.click(dialog.enter)
    assert planner.weeks.plan is not None
    assert planner.weeks.plan.phases == ()
    planner.goes_back_and_forth(before)


def test_space_makes_a_week_a_deload_and_says_what_goes(plan_desk: Callable[..., Planner]) -> None:
    planner = plan_desk()
    dialog, before = planner.open("plan", PlanDialog), planner.kept()
    dialog.strip.setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right):
        planner.press(dialog.strip, key)
    planner.press(dialog.strip, Qt.Key.Key_Space)
    assert dialog.deload_words.text().startswith("Week 5 is a deload:")
    assert "loads stay" in dialog.deload_words.text()
    planner.click(dialog.enter)
    assert planner.weeks.plan is not None
    assert planner.weeks.plan.deloads == (5,)
    changed = {key for key, each in planner.kept().items() if before[key] != each}
    assert changed == {"autumn", "autumn-s5-1", "autumn-s5-5"}
    planner.goes_back_and_forth(before)


def test_a_deload_toggled_twice_is_no_change(plan_desk: Callable[..., Planner]) -> None:
    planner = plan_desk()
    dialog = planner.open("plan", PlanDialog)
    cell = dialog.strip.cell(6).center()
    for _ in range(2):
        QTest.mouseClick(dialog.strip, Qt.MouseButton.LeftButton, pos=cell)
    planner.click(dialog.enter)
    assert not planner.window.desk.document.undo_stack.canUndo()


def test_another_day_for_the_race_makes_the_tapers_anew(plan_desk: Callable[..., Planner]) -> None:
    planner = plan_desk()
    dialog, before = planner.open("plan", PlanDialog), planner.kept()
    planner.choose_day(dialog.goal.day, date(2026, 12, 13))
    assert "sets go in the two weeks before it" in dialog.goal_words.text()
    planner.click(dialog.enter)
    whole = planner.weeks.whole("autumn")
    assert whole.runs["autumn-race"].date == date(2026, 12, 13)
    assert whole.sessions["autumn-s6-1"].blocks != AUTUMN_BLOCKS
    planner.goes_back_and_forth(before)


AUTUMN_BLOCKS = autumn().sessions["autumn-s6-1"].blocks  # type: ignore[union-attr]


def test_a_race_in_the_past_or_before_the_start_is_refused(
    plan_desk: Callable[..., Planner],
) -> None:
    planner = plan_desk(autumn(8, date(2026, 11, 30)))
    dialog, before = planner.open("plan", PlanDialog), planner.kept()
    for day, words in (
        (date(2026, 11, 1), "is past"),
        (date(2026, 11, 25), "before the plan starts"),
        (date(2027, 6, 1), "after the plan ends"),
    ):
        planner.choose_day(dialog.goal.day, day)
        assert words in dialog.fault.text()
        dialog.take()
        assert planner.kept() == before


def test_a_race_is_typed_in_a_line(plan_desk: Callable[..., Planner]) -> None:
    planner = plan_desk()
    dialog, before = planner.open("plan", PlanDialog), planner.kept()
    dialog.goal.choice.setCurrentIndex(dialog.goal.choice.count() - 1)
    planner.type(dialog.goal.line, "Sat easy 5km")
    assert "no race yet" in dialog.fault.text()
    dialog.goal.line.clear()
    planner.type(dialog.goal.line, "Sat 09:00 race 10km")
    assert not dialog.fault.isVisible()
    planner.press(dialog.goal.line, Qt.Key.Key_Return)
    plan = planner.weeks.plan
    assert plan is not None
    race = planner.weeks.whole("autumn").runs[plan.goal]
    assert (race.date, race.metres) == (date(2026, 12, 26), 10000)
    planner.goes_back_and_forth(before)


def test_a_plan_without_a_race_has_no_taper(plan_desk: Callable[..., Planner]) -> None:
    planner = plan_desk()
    dialog, before = planner.open("plan", PlanDialog), planner.kept()
    dialog.goal.choice.setCurrentIndex(0)
    planner.click(dialog.enter)
    assert planner.weeks.plan is not None
    assert planner.weeks.plan.goal == ""
    planner.goes_back_and_forth(before)


def test_a_finished_plan_may_be_renamed(plan_desk: Callable[..., Planner]) -> None:
    planner = plan_desk(autumn(4, date(2026, 1, 5)))
    planner.weeks.show_plan("autumn")
    dialog = planner.open("plan", PlanDialog)
    dialog.name.setText("Winter")
    planner.press(dialog.name, Qt.Key.Key_Return)
    assert planner.weeks.plan is not None
    assert planner.weeks.plan.name == "Winter"


def test_104_weeks_have_a_cell_each(plan_desk: Callable[..., Planner]) -> None:
    planner = plan_desk(autumn(104))
    dialog = planner.open("plan", PlanDialog)
    cells = {dialog.strip.cell(week).topLeft().toTuple() for week in range(1, 105)}
    assert len(cells) == 104
    assert dialog.strip.cell(104).bottom() < dialog.strip.height()


def test_new_weeks_go_on_as_before_unless_that_is_not_wanted(
    plan_desk: Callable[..., Planner],
) -> None:
    planner = plan_desk()
    dialog, before = planner.open("plan", PlanDialog), planner.kept()
    assert dialog.goes_on.isHidden()
    dialog.weeks.setValue(104)
    assert dialog.goes_on.isVisible()
    assert dialog.goes_on.isChecked()
    assert "96 weeks more, with " in dialog.weeks_words.text()
    dialog.goes_on.click()
    assert dialog.weeks_words.text() == "96 weeks without cards come after week 8."
    dialog.goes_on.click()
    planner.click(dialog.enter)
    assert len(planner.kept()) > len(before) + 100
    planner.goes_back_and_forth(before)
