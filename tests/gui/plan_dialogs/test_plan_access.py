from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from hemipelvi_gui.ui.dialogs.new_plan_dialog import NewPlanDialog
from hemipelvi_gui.ui.dialogs.plan_dialog import PlanDialog
from hemipelvi_gui.ui.dialogs.plans_dialog import PlansDialog
from hemipelvi_gui.ui.dialogs.shift_dialog import ShiftDialog
from tests.gui.window.test_access import clipped, nameless

if TYPE_CHECKING:
    from collections.abc import Callable

    from hemipelvi_gui.ui.dialogs.frame import ThemedDialog
    from tests.gui.plan_dialogs.desk import Planner

DIALOGS: dict[str, type[ThemedDialog]] = {
    "new-plan": NewPlanDialog,
    "plans": PlansDialog,
    "plan": PlanDialog,
    "shift": ShiftDialog,
}


def settled(dialog: ThemedDialog) -> QWidget:
    for _ in range(3):
        QApplication.processEvents()
    return dialog


@pytest.mark.parametrize("action", DIALOGS)
def test_every_stop_of_a_plan_dialog_has_a_name(
    plan_desk: Callable[..., Planner], action: str
) -> None:
    assert nameless(plan_desk().open(action, DIALOGS[action])) == []


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("action", DIALOGS)
def test_no_word_of_a_plan_dialog_is_cut(
    plan_desk: Callable[..., Planner], action: str, scale: float
) -> None:
    planner = plan_desk()
    dialog = planner.open(action, DIALOGS[action])
    planner.window.desk.theme.enlarge(scale)
    dialog.resize(1150, 720)
    assert clipped(settled(dialog)) == []
    areas = [each for each in dialog.findChildren(QScrollArea) if each.isVisible()]
    for area in areas:
        inside = area.widget()
        assert inside is not None
        assert inside.width() <= area.viewport().width()


def test_a_change_of_look_is_followed(plan_desk: Callable[..., Planner]) -> None:
    planner = plan_desk()
    dialog = planner.open("plan", PlanDialog)
    high = dialog.strip.height()
    planner.window.desk.theme.enlarge(1.5)
    settled(dialog)
    assert dialog.strip.height() > high
