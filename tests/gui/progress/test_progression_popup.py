"""Progression… on a card of the Build page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hemipelvi_gui.domain.progression import Progress, Progression
from hemipelvi_gui.domain.session import find_item
from hemipelvi_gui.ui.models.session_model import Roles
from hemipelvi_gui.ui.widgets.progression_popup import ProgressionPopup
from tests.builders import session_of

if TYPE_CHECKING:
    from hemipelvi_gui.ui.main_window import MainWindow
    from tests.gui.progress.conftest import Open


@pytest.fixture
def bare(open_on: Open) -> MainWindow:
    """A squat, a lunge with dumbbells, and a lift in per cent."""
    window = open_on()
    session = session_of(
        "back-squat 3x5 @8 100kg", "walking-lunge 3x8/side @7 2x16kg", "trap-bar-deadlift 3x5 75%"
    )
    window.desk.document.add_session("new session", session)
    return window


def opened(window: MainWindow, item_id: str = "i1") -> ProgressionPopup:
    canvas = window.build.canvas
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    canvas.setFocus()
    canvas.select({item_id})
    QTest.keyClick(canvas, Qt.Key.Key_F3)
    QApplication.processEvents()
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, ProgressionPopup)
    return popup


def progression(window: MainWindow, item_id: str = "i1") -> Progression | None:
    return find_item(window.desk.document.session, item_id)[1].progression


def test_a_way_is_chosen_with_the_usual_step(bare: MainWindow) -> None:
    popup = opened(bare)
    assert popup.line.text() == ""
    QTest.mouseClick(popup.radios[Progress.ADD_LOAD], Qt.MouseButton.LeftButton)
    assert popup.line.text() == "+2.5kg"
    assert popup.sentence.text() == "2.5 kg more each time"
    QTest.mouseClick(popup.done, Qt.MouseButton.LeftButton)
    assert progression(bare) == Progression(Progress.ADD_LOAD, 2.5)
    stack = bare.desk.document.undo_stack
    assert stack.undoText() == "set the progression of Back squat"
    stack.undo()
    assert progression(bare) is None
    stack.redo()
    assert progression(bare) == Progression(Progress.ADD_LOAD, 2.5)


def test_dumbbells_have_their_own_step(bare: MainWindow) -> None:
    popup = opened(bare, "i2")
    popup.radios[Progress.DOUBLE].click()
    assert popup.line.text() == "reps then +2kg"
    popup.reject()
    assert progression(bare, "i2") is None


def test_setting_a_field_chooses_its_way(bare: MainWindow) -> None:
    popup = opened(bare)
    popup.step.setValue(5)
    assert (popup.line.text(), popup.radios[Progress.ADD_LOAD].isChecked()) == ("+5kg", True)
    popup.most.setValue(6)
    assert (popup.line.text(), popup.radios[Progress.ADD_SET].isChecked()) == (
        "+1 set up to 6",
        True,
    )
    popup.percents.setFocus()
    popup.percents.selectAll()
    QTest.keyClicks(popup.percents, "65 70 75")
    assert popup.chosen == Progression(Progress.PERCENT, percents=(65, 70, 75))
    popup.reject()


def test_the_step_may_be_a_per_cent_of_the_load(bare: MainWindow) -> None:
    popup = opened(bare)
    popup.unit.setCurrentIndex(1)
    assert popup.line.text() == "+5%"
    assert popup.sentence.text() == "5 % more each time"
    popup.reject()


def test_a_load_in_per_cent_is_said_to_be_one(bare: MainWindow) -> None:
    popup = opened(bare, "i3")
    popup.radios[Progress.ADD_LOAD].click()
    assert popup.sentence.text() == "2.5 % of 1RM more each time"
    popup.accept()
    assert progression(bare, "i3") == Progression(Progress.ADD_LOAD, 2.5)
    index = bare.build.canvas.session_model.index_of("i3")
    assert str(index.data(Roles.LINE)).endswith("↗ +2.5 %")


def test_it_may_be_typed_and_kept_with_enter(bare: MainWindow) -> None:
    popup = opened(bare)
    popup.line.setFocus()
    QTest.keyClicks(popup.line, "reps then +5kg")
    assert popup.radios[Progress.DOUBLE].isChecked()
    assert popup.step.value() == 5
    QTest.keyClick(popup.line, Qt.Key.Key_Return)
    assert progression(bare) == Progression(Progress.DOUBLE, 5.0)


def test_what_cant_be_read_is_said_in_place_and_nothing_changes(bare: MainWindow) -> None:
    popup = opened(bare)
    popup.line.setFocus()
    QTest.keyClicks(popup.line, "+2.5 stone")
    QTest.keyClick(popup.line, Qt.Key.Key_Return)
    assert popup.isVisible()
    assert popup.line.note.isVisible()
    assert "stone" in popup.line.note.accessibleName()
    QTest.keyClick(popup.line, Qt.Key.Key_Escape)
    assert not popup.isVisible()
    assert progression(bare) is None
    assert bare.desk.document.undo_stack.count() == 1


def test_none_takes_it_away(bare: MainWindow) -> None:
    opened(bare).radios[Progress.HOLD_RPE].click()
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, ProgressionPopup)
    popup.accept()
    assert progression(bare) == Progression(Progress.HOLD_RPE)
    again = opened(bare)
    assert again.radios[Progress.HOLD_RPE].isChecked()
    again.radios[None].click()
    again.accept()
    assert progression(bare) is None


def test_keeping_what_was_there_is_no_step(bare: MainWindow) -> None:
    opened(bare).accept()
    assert bare.desk.document.undo_stack.count() == 1


def test_the_card_and_its_tooltip_say_it(window: MainWindow) -> None:
    window.desk.document.open(window.plans.weeks.whole("p").sessions["week-2"])
    model = window.build.canvas.session_model
    assert str(model.index_of("i1").data(Roles.LINE)).endswith("RPE 8 · ↗ +2.5 kg")
    assert "↗ reps, then +2 kg" in str(model.index_of("i2").data(Qt.ItemDataRole.ToolTipRole))


def test_where_there_is_little_room_the_rest_goes_first(bare: MainWindow) -> None:
    session = session_of("back-squat 3x5 @8 100kg rest 150")
    bare.desk.document.add_session("new session", session)
    opened(bare).radios[Progress.ADD_SET].click()
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, ProgressionPopup)
    popup.accept()
    line = str(bare.build.canvas.session_model.index_of("i1").data(Roles.LINE))
    assert line.endswith("RPE 8 · ↗ +1 set, to 5 · rest 150 s")


def test_the_menu_has_it_for_one_card(bare: MainWindow) -> None:
    actions, canvas = bare.build.canvas_actions, bare.build.canvas
    canvas.select({"i1"})
    assert actions.progression.isEnabled()
    assert actions.progression in actions.menu.actions()
    canvas.select({"i1", "i2"})
    assert not actions.progression.isEnabled()


def test_a_click_elsewhere_keeps_nothing_that_cant_be_read(bare: MainWindow) -> None:
    popup = opened(bare)
    popup.percents.setFocus()
    QTest.keyClicks(popup.percents, " 900")
    assert popup.line.fault is not None
    popup.close()
    assert progression(bare) is None
    assert bare.desk.document.undo_stack.count() == 1


def test_the_unit_is_chosen_from_its_list_and_the_sheet_stays_open(bare: MainWindow) -> None:
    popup = opened(bare)
    QTest.mouseClick(popup.unit, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    QTest.keyClick(popup.unit.view(), Qt.Key.Key_Down)
    QTest.keyClick(popup.unit.view(), Qt.Key.Key_Return)
    QApplication.processEvents()
    assert popup.isVisible()
    assert popup.line.text() == "+5%"
    popup.accept()
    assert progression(bare) == Progression(Progress.ADD_LOAD, 5.0, relative=True)


def test_more_reps_first_needs_a_range_and_sets_it_in_the_same_step(bare: MainWindow) -> None:
    popup = opened(bare)
    popup.radios[Progress.ADD_LOAD].click()
    each_time = popup.sentence.text(), popup.next.text()
    popup.radios[Progress.DOUBLE].click()
    assert popup.top.text() == "up to 8 reps"
    assert popup.sentence.text() == "from 5 to 8: more reps, then 2.5 kg more, and back to 5"
    assert "now aim for 6" in popup.next.text()
    assert (popup.sentence.text(), popup.next.text()) != each_time
    popup.top.setValue(10)
    assert "from 5 to 10" in popup.sentence.text()
    popup.accept()
    session = bare.desk.document.session
    planned = find_item(session, "i1")[1].prescription
    assert (planned.low, planned.high) == (5, 10)
    assert progression(bare) == Progression(Progress.DOUBLE, 2.5)
    bare.desk.document.undo_stack.undo()
    assert find_item(bare.desk.document.session, "i1")[1].prescription.high == 5
    assert progression(bare) is None


def test_setting_the_top_of_the_range_chooses_more_reps(bare: MainWindow) -> None:
    popup = opened(bare)
    popup.top.setValue(9)
    assert popup.radios[Progress.DOUBLE].isChecked()
    assert popup.line.text() == "reps then +2.5kg"
    popup.radios[Progress.ADD_LOAD].click()
    popup.accept()
    assert find_item(bare.desk.document.session, "i1")[1].prescription.high == 5


def test_the_step_stands_beside_the_way_it_belongs_to(bare: MainWindow) -> None:
    popup = opened(bare)
    for way in (Progress.ADD_LOAD, Progress.DOUBLE, Progress.ADD_LOAD):
        popup.radios[way].click()
        QApplication.processEvents()
        step, radios = popup.step.mapTo(popup, QPoint()).y(), popup.radios
        nearest = min(radios, key=lambda each: abs(radios[each].y() - step))
        following = radios[Progress.ADD_SET if way is Progress.DOUBLE else Progress.DOUBLE]
        assert nearest is way or radios[way].y() < step < following.y()
    popup.reject()
