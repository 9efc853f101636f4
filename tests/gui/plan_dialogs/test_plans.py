from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from hemipelvi_gui.domain.changes import Changes
from hemipelvi_gui.ui.dialogs.new_plan_dialog import NewPlanDialog
from hemipelvi_gui.ui.dialogs.plans_dialog import PlansDialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.gui.plan_dialogs.desk import Planner


def listed(dialog: PlansDialog) -> list[str]:
    rows = dialog.list.rows
    return [rows.row_at(number).title for number in range(rows.rowCount())]


def test_enter_opens_the_chosen_plan(plan_desk: Callable[..., Planner]) -> None:
    planner = plan_desk()
    planner.weeks.show_plan("")
    dialog = planner.open("plans", PlansDialog)
    planner.press(dialog.list, Qt.Key.Key_Return)
    assert planner.weeks.plan is not None
    assert planner.weeks.plan.id == "autumn"
    assert not dialog.isVisible()


def test_f2_renames_in_one_step(plan_desk: Callable[..., Planner]) -> None:
    planner = plan_desk()
    dialog, before = planner.open("plans", PlansDialog), planner.kept()
    planner.press(dialog.list, Qt.Key.Key_F2)
    assert dialog.detail.name.hasFocus()
    planner.type(dialog.detail.name, "Winter")
    planner.press(dialog.detail.name, Qt.Key.Key_Tab)
    assert listed(dialog) == ["Plans", "Winter"]
    planner.goes_back_and_forth(before)


def test_an_empty_name_is_not_taken(plan_desk: Callable[..., Planner]) -> None:
    planner = plan_desk()
    dialog, before = planner.open("plans", PlansDialog), planner.kept()
    dialog.detail.name.clear()
    dialog.detail.name.editingFinished.emit()
    assert dialog.detail.name.text() == "Autumn base"
    assert planner.kept() == before


def test_delete_takes_the_cards_too_and_the_dialog_offers_undo(
    plan_desk: Callable[..., Planner],
) -> None:
    planner = plan_desk()
    dialog, before = planner.open("plans", PlansDialog), planner.kept()
    planner.press(dialog.list, Qt.Key.Key_Delete)
    assert planner.kept() == {}
    assert planner.weeks.agenda.sessions == {}
    assert dialog.back.isVisible()
    assert not dialog.enter.isEnabled()
    planner.click(dialog.back)
    assert planner.kept() == before
    assert listed(dialog) == ["Plans", "Autumn base"]


def test_an_archived_plan_is_deleted_with_its_cards(plan_desk: Callable[..., Planner]) -> None:
    planner = plan_desk()
    dialog = planner.open("plans", PlansDialog)
    planner.click(dialog.away)
    assert listed(dialog)[-2:] == ["Archive", "Autumn base"]
    planner.weeks.show_plan("")
    before = planner.kept()
    dialog.delete()
    assert planner.weeks.all_of("autumn").sessions == {}
    planner.goes_back_and_forth(before)


def test_archive_and_back_are_steps_to_undo(plan_desk: Callable[..., Planner]) -> None:
    planner = plan_desk()
    dialog, before = planner.open("plans", PlansDialog), planner.kept()
    planner.click(dialog.away)
    planner.goes_back_and_forth(before)
    assert dialog.list.choose("autumn")
    planner.click(dialog.away)
    assert planner.kept() == before


def test_an_archived_plan_is_done_again_from_another_day(plan_desk: Callable[..., Planner]) -> None:
    planner = plan_desk()
    dialog = planner.open("plans", PlansDialog)
    planner.click(dialog.away)
    planner.weeks.show_plan("")
    assert dialog.list.choose("autumn")
    before = planner.kept()
    assert dialog.detail.start.day == date(2026, 12, 28)
    planner.click(dialog.detail.double)
    made = dialog.plan
    assert made is not None
    assert (made.name, made.start, made.archived) == ("Autumn base 2", date(2026, 12, 28), False)
    assert len(planner.weeks.all_of(made.id).sessions) == 16
    assert made.goal
    planner.goes_back_and_forth(before)


def test_a_duplicate_past_the_end_of_the_calendar_is_refused(
    plan_desk: Callable[..., Planner],
) -> None:
    planner = plan_desk()
    dialog, before = planner.open("plans", PlansDialog), planner.kept()
    planner.choose_day(dialog.detail.start, date(9999, 12, 20))
    planner.click(dialog.detail.double)
    assert "calendar ends" in dialog.detail.fault.text()
    assert planner.kept() == before


def test_without_plans_it_says_how_to_begin(plan_desk: Callable[..., Planner]) -> None:
    planner = plan_desk(Changes())
    dialog = planner.open("plans", PlansDialog)
    assert "No plan yet" in listed(dialog)[1]
    assert not dialog.remove.isEnabled()
    planner.click(dialog.new)
    assert planner.window.findChildren(NewPlanDialog)
