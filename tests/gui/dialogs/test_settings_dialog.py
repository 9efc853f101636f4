from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QTime
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QLabel,
    QSpinBox,
    QTimeEdit,
)

from hemipelvi_gui.domain.setting_rows import GROUPS, SETTINGS
from hemipelvi_gui.domain.settings import Settings
from hemipelvi_gui.ui.dialogs.settings_dialog import SettingsDialog

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from hemipelvi_gui.ui.theme import Theme
    from tests.gui.dialogs.conftest import Show


@pytest.fixture
def dialog(show: Show, theme: Theme) -> SettingsDialog:
    return show(SettingsDialog(theme, Settings()))


def spin(dialog: SettingsDialog, key: str) -> QSpinBox:
    control = dialog.rows[key].control
    assert isinstance(control, QSpinBox)
    return control


def test_every_setting_has_its_label_and_reason(dialog: SettingsDialog) -> None:
    assert list(dialog.rows) == [setting.key for setting in SETTINGS]
    for setting in SETTINGS:
        control = dialog.rows[setting.key].control
        assert control.accessibleName() == str(setting.label)
        assert control.accessibleDescription() == str(setting.prose)


def test_a_change_holds_at_once(qtbot: QtBot, dialog: SettingsDialog) -> None:
    floor = spin(dialog, "floor")
    with qtbot.waitSignal(dialog.changed) as changed:
        QTest.keyClick(floor, Qt.Key.Key_Up)
    assert changed.args[0] == Settings(floor=0.51)


def test_typing_is_taken_when_it_is_finished(qtbot: QtBot, dialog: SettingsDialog) -> None:
    floor = spin(dialog, "floor")
    floor.selectAll()
    with qtbot.assertNotEmitted(dialog.changed):
        QTest.keyClicks(floor, "45")
    with qtbot.waitSignal(dialog.changed) as changed:
        QTest.keyClick(floor, Qt.Key.Key_Return)
    assert changed.args[0].floor == 0.45
    assert dialog.isVisible()


def test_a_band_that_ends_before_it_begins_is_refused_in_words(
    qtbot: QtBot, dialog: SettingsDialog
) -> None:
    with qtbot.assertNotEmitted(dialog.changed):
        spin(dialog, "band_low").setValue(90)
    assert "above" in dialog.wrong.text()
    assert spin(dialog, "band_low").value() == 90
    with qtbot.waitSignal(dialog.changed) as changed:
        spin(dialog, "band_high").setValue(95)
    assert changed.args[0] == Settings(band_low=0.9, band_high=0.95)
    assert dialog.wrong.text() == ""


def test_each_setting_goes_back_to_its_default(qtbot: QtBot, show: Show, theme: Theme) -> None:
    dialog = show(SettingsDialog(theme, Settings(floor=0.4, body_mass_kg=70.5)))
    assert dialog.rows["floor"].reset.isVisible()
    assert not dialog.rows["paper"].reset.isVisible()
    with qtbot.waitSignal(dialog.changed) as changed:
        dialog.rows["floor"].reset.click()
    assert changed.args[0] == Settings(body_mass_kg=70.5)
    assert not dialog.rows["floor"].reset.isVisible()
    with qtbot.waitSignal(dialog.changed) as changed:
        dialog.rows["body_mass_kg"].reset.click()
    assert changed.args[0] == Settings()


def test_body_mass_may_be_left_out(qtbot: QtBot, dialog: SettingsDialog) -> None:
    mass = dialog.rows["body_mass_kg"].control
    assert isinstance(mass, QDoubleSpinBox)
    assert mass.text() == "not given"
    mass.selectAll()
    QTest.keyClicks(mass, "62.5")
    with qtbot.waitSignal(dialog.changed) as changed:
        QTest.keyClick(mass, Qt.Key.Key_Return)
    assert changed.args[0].body_mass_kg == 62.5


def test_choices_and_switches(qtbot: QtBot, dialog: SettingsDialog) -> None:
    paper, boxes = dialog.rows["paper"].control, dialog.rows["side_boxes"].control
    assert isinstance(paper, QComboBox)
    assert isinstance(boxes, QCheckBox)
    QTest.keyClick(paper, Qt.Key.Key_Down)
    boxes.click()
    assert dialog.settings == Settings(paper="Letter", side_boxes=False)


def test_hours_days_and_times_have_controls_of_their_own(dialog: SettingsDialog) -> None:
    hours, start = dialog.rows["before_run_h"].control, dialog.rows["run_time"].control
    assert isinstance(hours, QDoubleSpinBox)
    assert isinstance(start, QTimeEdit)
    assert hours.text() == "24.0 h"
    assert spin(dialog, "race_big_days").text() == "7 days"
    assert spin(dialog, "deload_weeks").text() == "6 weeks"
    assert start.text() == "07:00"
    hours.setValue(30.5)
    spin(dialog, "race_big_days").setValue(10)
    start.setTime(QTime(5, 45))
    assert dialog.settings == Settings(before_run_h=30.5, race_big_days=10, run_time="05:45")
    dialog.rows["run_time"].reset.click()
    assert dialog.settings.run_time == "07:00"


def test_rows_stand_in_groups_with_a_heading(dialog: SettingsDialog) -> None:
    texts = [each.text() for each in dialog.findChildren(QLabel)]
    headings = [texts.index(str(name)) for name in GROUPS.values()]
    assert headings == sorted(headings)


def test_what_has_no_row_is_kept(qtbot: QtBot, show: Show, theme: Theme) -> None:
    dialog = show(SettingsDialog(theme, Settings(last_session="tuesday", welcomed=True)))
    spin(dialog, "floor").setValue(40)
    assert dialog.settings == Settings(floor=0.4, last_session="tuesday", welcomed=True)


def test_the_wheel_scrolls_past_a_value_without_changing_it(dialog: SettingsDialog) -> None:
    target = spin(dialog, "band_high")
    spin(dialog, "floor").setFocus()
    spot = QPointF(target.rect().center())
    event = QWheelEvent(
        spot,
        QPointF(target.mapToGlobal(spot.toPoint())),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(target, event)
    assert target.value() == 85


def test_numbers_stand_off_the_edge_of_their_fields(dialog: SettingsDialog, theme: Theme) -> None:
    fields = dialog.findChildren(QSpinBox) + dialog.findChildren(QTimeEdit)
    assert len(fields) > 5
    for field in fields:
        assert field.lineEdit().x() + field.lineEdit().textMargins().left() >= theme.px(8)
