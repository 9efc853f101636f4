"""Plan → Progress: shown before it is applied, and applied as one step."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QStyle, QStyleOptionViewItem

from hemipelvi_gui.domain.changes import Changes
from hemipelvi_gui.domain.check_ins import CheckIn
from hemipelvi_gui.domain.grammar import write
from hemipelvi_gui.domain.session import items
from hemipelvi_gui.ui.dialogs.progress_dialog import ProgressDialog
from hemipelvi_gui.ui.dialogs.proposals import CHANGE, SESSION, WHY
from tests.builders import session_of
from tests.gui.progress.conftest import ADD, LINES, TODAY, five_weeks, with_progression

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from hemipelvi_gui.ui.main_window import MainWindow
    from tests.gui.progress.conftest import Open


def opened(window: MainWindow) -> ProgressDialog:
    window.actions_by_name["progress"].trigger()
    QApplication.processEvents()
    found = [each for each in window.findChildren(ProgressDialog) if each.isVisible()]
    assert len(found) == 1
    return found[0]


@pytest.fixture
def dialog(qtbot: QtBot, window: MainWindow) -> ProgressDialog:
    made = opened(window)
    made.activateWindow()
    qtbot.waitUntil(made.isVisible)
    return made


def words(dialog: ProgressDialog) -> list[tuple[str, ...]]:
    return [dialog.model.row_at(row).words for row in range(dialog.model.rowCount())]


def numbers(window: MainWindow) -> dict[str, dict[str, str]]:
    return {
        session.id: {item.id: write(item.prescription) for item in items(session)}
        for session in window.plans.weeks.whole("p").sessions.values()
    }


def tick_box(dialog: ProgressDialog, row: int) -> QPoint:
    """The middle of a row's tick, in the table's viewport."""
    index = dialog.model.index(row, 0)
    option = QStyleOptionViewItem()
    option.initFrom(dialog.table)
    option.rect = dialog.table.visualRect(index)
    option.features = QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator
    box: QRect = dialog.table.style().subElementRect(
        QStyle.SubElement.SE_ItemViewItemCheckIndicator, option, dialog.table
    )
    return box.center()


def test_the_coming_weeks_are_shown_by_date_with_reasons(dialog: ProgressDialog) -> None:
    first = words(dialog)[0]
    assert first[0] == "Tue 24 Nov"
    assert first[2:] == (
        "Back squat",
        "3 × 5 · 100 kg → 102.5 kg",
        "If the time before goes as planned: 2.5 kg more.",
    )
    days = [dialog.model.row_at(row).proposal.date for row in range(dialog.model.rowCount())]
    assert days == sorted(days)
    QAbstractItemModelTester(dialog.model)


def test_deload_and_taper_are_marked(dialog: ProgressDialog) -> None:
    marked = {row[0]: row[1] for row in words(dialog)}
    assert marked["Tue 1 Dec"] == "Strength A · deload"
    assert marked["Tue 8 Dec"] == "Strength A · taper"
    assert marked["Tue 24 Nov"] == "Strength A"


def test_nothing_is_changed_by_looking(window: MainWindow, dialog: ProgressDialog) -> None:
    before = numbers(window)
    dialog.to_end.click()
    dialog.none.click()
    dialog.all.click()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert numbers(window) == before
    assert window.desk.document.undo_stack.count() == 0


def test_apply_is_one_step_to_undo(
    qtbot: QtBot, window: MainWindow, dialog: ProgressDialog
) -> None:
    before, count = numbers(window), dialog.model.rowCount()
    assert dialog.apply.text() == f"Apply {count} changes"
    QTest.mouseClick(dialog.apply, Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()
    after = numbers(window)
    assert after["week-2"]["i1"] == "3x5 @8 102.5kg"
    assert after["week-1"] == before["week-1"]
    stack = window.desk.document.undo_stack
    assert (stack.count(), stack.undoText()) == (1, "progress Winter")
    stack.undo()
    assert numbers(window) == before
    stack.redo()
    assert numbers(window) == after


def test_only_ticked_rows_are_applied(window: MainWindow, dialog: ProgressDialog) -> None:
    before, count = numbers(window), dialog.model.rowCount()
    QTest.mouseClick(dialog.table.viewport(), Qt.MouseButton.LeftButton, pos=tick_box(dialog, 0))
    assert not dialog.model.is_ticked(0)
    assert dialog.apply.text() == f"Apply {count - 1} changes"
    QTest.mouseClick(dialog.apply, Qt.MouseButton.LeftButton)
    assert numbers(window)["week-2"]["i1"] == before["week-2"]["i1"]
    assert numbers(window)["week-4"] != before["week-4"]


def test_space_ticks_and_all_or_none_by_key(dialog: ProgressDialog) -> None:
    dialog.table.setFocus()
    QTest.keyClick(dialog.table, Qt.Key.Key_Down)
    QTest.keyClick(dialog.table, Qt.Key.Key_Space)
    assert [dialog.model.is_ticked(row) for row in (0, 1, 2)] == [True, False, True]
    dialog.none.click()
    assert not dialog.apply.isEnabled()
    dialog.all.click()
    assert dialog.apply.isEnabled()


def test_fewer_weeks_ahead_show_fewer_rows(dialog: ProgressDialog) -> None:
    dialog.ahead.setValue(1)
    assert {row[0] for row in words(dialog)} == {"Tue 24 Nov"}
    dialog.ahead.setValue(2)
    assert {row[0] for row in words(dialog)} == {"Tue 24 Nov", "Tue 1 Dec"}
    dialog.to_end.click()
    assert words(dialog)[-1][0] == "Tue 15 Dec"
    assert not dialog.ahead.isEnabled()


def test_the_weeks_are_summed_up_for_what_is_ticked(dialog: ProgressDialog) -> None:
    model = dialog.summary.model()

    def shown(row: int) -> list[str]:
        return [str(model.index(row, column).data()) for column in range(model.columnCount())]

    deload = shown(1)
    assert deload[0] == "Week 3 · 30 November – 6 December · deload"
    assert "→" in deload[1]
    dialog.none.click()
    assert "→" not in shown(1)[1]


def test_what_is_undone_behind_it_is_followed(window: MainWindow, dialog: ProgressDialog) -> None:
    dialog.ahead.setValue(1)
    before = words(dialog)
    dialog.put_in_place()
    again = opened(window)
    again.ahead.setValue(1)
    assert words(again) == []
    window.desk.document.undo_stack.undo()
    assert words(again) == before


def test_without_a_plan_a_new_one_is_offered(open_on: Open) -> None:
    dialog = opened(open_on())
    assert dialog.hint.text().startswith("No plan is shown")
    assert dialog.new.isVisible()
    assert not dialog.apply.isVisible()


@pytest.mark.parametrize(("days", "pain", "held"), [(5, 4, True), (8, 9, False), (5, 3, False)])
def test_after_pain_nothing_heavier_is_shown_for_a_week_and_why(
    window: MainWindow, days: int, pain: float, held: bool
) -> None:
    hurt = CheckIn("c", TODAY - timedelta(days=days), pain=pain, pain_at="left knee")
    window.logs.logbook.put("check in", hurt)
    dialog = opened(window)
    dialog.to_end.setChecked(True)
    heavier = [row for row in words(dialog) if row[3].endswith("102.5 kg")]
    assert bool(heavier) is not held
    assert dialog.notice.isVisible() is held
    if held:
        assert "left knee" in dialog.notice.text()
        assert "nothing heavier for a week" in dialog.notice.text()
    # What is taken back behind it is followed.
    window.desk.document.undo_stack.undo()
    assert not dialog.notice.isVisible()
    assert any(row[3].endswith("102.5 kg") for row in words(dialog))


def test_after_pain_it_says_why_nothing_changes(open_on: Open) -> None:
    plain = five_weeks(with_progression(session_of(*LINES), i1=ADD))
    plan = plain.plans["p"]
    assert plan is not None
    flat = Changes(plain.sessions, {}, {"p": type(plan)("p", "Winter", plan.start, 5)})
    window = open_on(flat)
    window.logs.logbook.put("check in", CheckIn("c", TODAY, pain=5))
    dialog = opened(window)
    assert words(dialog) == []
    assert dialog.notice.isVisible()
    assert dialog.hint.text() == "So for now the numbers to come stay as they are."


def test_a_lighter_week_is_marked_behind_a_long_name(open_on: Open) -> None:
    plan = five_weeks(with_progression(session_of(*LINES), i1=ADD))
    long = {
        key: replace(each, name="Strength A: deadlift and lunge, then all the rest of the hips")
        for key, each in plan.sessions.items()
        if each is not None
    }
    dialog = opened(open_on(replace(plan, sessions=long)))
    column = [each[SESSION] for each in words(dialog)]
    marked = next(each for each in column if "deload" in each)
    assert marked.startswith("Strength A: deadlift and")
    room = dialog.table.columnWidth(SESSION) - dialog.theme.px(12)
    lines = 2 if dialog.table.wordWrap() else 1
    assert dialog.table.fontMetrics().horizontalAdvance(marked) <= lines * room


def test_without_a_progression_it_says_how_to_set_one(open_on: Open) -> None:
    plain = five_weeks(session_of(*LINES))
    plan = plain.plans["p"]
    assert plan is not None
    flat = Changes(plain.sessions, {}, {"p": type(plan)("p", "Winter", plan.start, 5)})
    dialog = opened(open_on(flat))
    assert "Progression…" in dialog.hint.text()
    assert dialog.hint.isVisible()


def test_at_twice_the_size_before_and_after_are_whole_and_nothing_goes_sideways(
    window: MainWindow, dialog: ProgressDialog
) -> None:
    window.desk.theme.enlarge(2.0)
    dialog.resize(1176, 704)
    for _ in range(3):
        QApplication.processEvents()
    table = dialog.table
    assert table.isColumnHidden(WHY)
    assert dialog.reason.text()
    assert table.horizontalScrollBar().maximum() == 0
    assert table.columnWidth(CHANGE) >= table.sizeHintForColumn(CHANGE)
    window.desk.theme.enlarge(1.0)
    for _ in range(3):
        QApplication.processEvents()
    assert not table.isColumnHidden(WHY)
