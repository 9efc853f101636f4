"""The day beside the session: runs in one line, the check-in, home tests, other days."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget

from hemipelvi_gui.domain.check_ins import CheckIn, HomeTest, TestKind
from hemipelvi_gui.domain.progression import Progress, Progression
from hemipelvi_gui.domain.runs import RunKind
from tests.gui.log.conftest import (
    SQUAT,
    TODAY,
    click,
    diary,
    easy_run,
    planned,
    press,
    undo_names,
)
from tests.gui.progress.conftest import five_weeks, with_progression

if TYPE_CHECKING:
    from hemipelvi_gui.domain.check_ins import CheckIn as Kept
    from hemipelvi_gui.domain.done_runs import DoneRun
    from hemipelvi_gui.domain.prescription import Load
    from hemipelvi_gui.ui.pages.log import LogPage
    from tests.gui.log.conftest import OpenLog

ALT = Qt.KeyboardModifier.AltModifier


def runs(page: LogPage) -> list[DoneRun]:
    return list(page.day.log.done_runs.values())


def checked(page: LogPage) -> Kept:
    found = page.day.check_in
    assert found is not None
    return found


def test_a_run_is_typed_in_one_line_and_read_back(page: LogPage) -> None:
    QTest.keyClick(page, Qt.Key.Key_R, ALT)
    press("8 km 45:10 easy 142bpm")
    line = page.runs.line
    assert "45:10 \u00b7 5:39 /km \u00b7 142 bpm" in line.echo.text()
    press(Qt.Key.Key_Return)
    (run,) = runs(page)
    assert (run.metres, run.seconds, run.heart_rate) == (8000, 2710, 142)
    assert undo_names(page) == ["write down Easy 8 km"]
    assert line.field.text() == ""


def test_it_is_the_planned_run_of_its_kind(page: LogPage) -> None:
    assert "r1" in page.runs.buttons
    click(page.runs.buttons["r1"])
    assert page.runs.line.field.text() == "easy 8km "
    press("45:10", Qt.Key.Key_Return)
    assert runs(page)[0].run == "r1"
    assert "r1" not in page.runs.buttons


def test_another_kind_of_run_is_not_the_planned_one(page: LogPage) -> None:
    page.runs.line.begin()
    press("parkrun race 5km 20:41", Qt.Key.Key_Return)
    (run,) = runs(page)
    assert (run.kind, run.run) == (RunKind.RACE, "")


def test_what_cant_be_read_is_underlined(page: LogPage) -> None:
    page.runs.line.begin()
    press("8 km 45:10 300bpm", Qt.Key.Key_Return)
    assert runs(page) == []
    assert page.runs.line.field.fault == 11
    assert "30 to 240" in page.runs.line.echo.text()


def test_a_run_of_yesterday_turns_to_that_day(page: LogPage) -> None:
    page.runs.line.begin()
    press("yesterday long 22km 2:05:00", Qt.Key.Key_Return)
    assert page.day.day == TODAY - timedelta(days=1)
    assert len(runs(page)) == 1
    assert page.header.words.text().startswith("Yesterday")


def test_a_run_is_changed_and_deleted(page: LogPage) -> None:
    page.runs.line.begin()
    press("8 km 45:10 easy", Qt.Key.Key_Return)
    (run,) = runs(page)
    click(page.runs.buttons[f"edit {run.id}"])
    field = page.runs.line.field
    field.setText(field.text().replace("8km", "9km"))
    press(Qt.Key.Key_Return)
    assert runs(page)[0].metres == 9000
    click(page.runs.buttons[f"delete {run.id}"])
    assert runs(page) == []
    QTest.keyClick(page.window(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(runs(page)) == 1


def test_a_check_in_takes_three_keys(page: LogPage) -> None:
    QTest.keyClick(page, Qt.Key.Key_C, ALT)
    press("3", "4", "2")
    found = checked(page)
    assert (found.hip_flexor_left, found.hip_flexor_right, found.back) == (3, 4, 2)
    assert found.pain is None
    assert len(page.day.log.check_ins) == 1
    assert undo_names(page)[0] == "rate the left hip flexor"


def test_a_check_in_by_mouse_with_sleep_soreness_and_illness(page: LogPage) -> None:
    panel = page.check_in
    click(panel.rows["hip_flexor_left"].buttons[10])
    click(panel.rows["soreness"].buttons[6])
    panel.sleep.setValue(7.25)
    click(panel.ill)
    found = checked(page)
    assert (found.hip_flexor_left, found.soreness, found.sleep_h, found.ill) == (10, 6, 7.25, True)
    click(panel.rows["hip_flexor_left"].buttons[10])
    assert checked(page).hip_flexor_left is None


def test_pain_is_kept_apart_and_says_to_ask_a_professional(page: LogPage) -> None:
    panel = page.check_in
    page.begin_check_in()
    panel.rows["pain"].setFocus()
    press("3")
    assert not panel.notice.isVisible()
    panel.rows["pain"].setFocus()
    press("5")
    assert panel.notice.isVisible()
    assert "professional" in panel.notice.text()
    panel.pain_at.setFocus()
    press("left knee", Qt.Key.Key_Return)
    found = checked(page)
    assert (found.pain, found.pain_at, found.tightness) == (5, "left knee", None)


def test_days_are_turned_by_keys_and_none_is_still_to_come(page: LogPage) -> None:
    QTest.keyClick(page, Qt.Key.Key_Left, ALT)
    assert page.day.day == date(2026, 11, 22)
    assert not page.start.go.isVisible()
    QTest.keyClick(page, Qt.Key.Key_Right, ALT)
    QTest.keyClick(page, Qt.Key.Key_Right, ALT)
    assert page.day.day == TODAY
    assert not page.header.later.isEnabled()


def test_what_is_undone_on_another_day_is_shown_there(page: LogPage) -> None:
    page.begin_check_in()
    press("3", "4")
    QTest.keyClick(page, Qt.Key.Key_Left, ALT)
    QTest.keyClick(page.window(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.day.day == TODAY
    assert checked(page).hip_flexor_right is None


def test_an_open_session_is_kept_when_the_day_is_turned(page: LogPage) -> None:
    click(page.start.go)
    click(page.view.done)
    QTest.keyClick(page, Qt.Key.Key_Left, ALT)
    assert page.start.isVisible()
    assert page.start.go.text() == "Go on with Strength A"
    click(page.start.go)
    assert page.day.day == TODAY
    assert page.view.counter.text() == "set 2 of 2"


def test_an_empty_day_offers_next_steps(open_log: OpenLog) -> None:
    page = open_log()
    start = page.start
    assert not start.go.isVisible()
    click(start.run)
    assert QApplication.focusWidget() is page.runs.line.field
    click(start.check_in)
    assert QApplication.focusWidget() is page.check_in.rows["hip_flexor_left"]
    click(start.tests)
    assert page.tests.isVisible()


def test_a_home_test_shows_the_middle_and_ones_own_change(open_log: OpenLog) -> None:
    page = open_log()
    before = HomeTest("t", date(2026, 11, 1), TestKind.HIP_ROTATION, (30, 31, 32), (35,))
    page.day.logbook.put("a test", before)
    page.day.show(TODAY)
    QTest.keyClick(page, Qt.Key.Key_T, ALT)
    panel = page.tests
    panel.kind.setCurrentIndex(panel.kind.findData(TestKind.HIP_ROTATION))
    panel.lines["left"][0].setFocus()
    press("40", Qt.Key.Key_Tab, "38", Qt.Key.Key_Tab, "39", Qt.Key.Key_Tab, "36")
    assert panel.medians["left"].text() == "39\u00b0"
    assert "8\u00b0 more than last time" in panel.said.text()
    assert "may be the error of measuring" in panel.said.text()
    press(Qt.Key.Key_Return)
    (test,) = page.day.log.home_tests.values()
    assert (test.left, test.right) == ((40, 38, 39), (36,))
    panel.lines["left"][0].setText("x")
    press(Qt.Key.Key_Return)
    assert panel.fault.isVisible()
    assert list(page.day.log.home_tests.values()) == [test]


def _load(page: LogPage, session: str) -> Load | None:
    found = page._desk.shelf.session(session)  # noqa: SLF001
    return found.blocks[0].items[0].prescription.load


def _in_a_plan(open_log: OpenLog, *kept: CheckIn) -> LogPage:
    """Last Tuesday's squats of a plan that gets heavier; all sets are ticked."""
    page = open_log()
    for each in kept:
        page.day.logbook.put("check in", each)
    adding = Progression(Progress.ADD_LOAD)
    changes = five_weeks(with_progression(planned(SQUAT), i1=adding))
    page._document.replace("plan", page._desk.shelf.at(changes), changes)  # noqa: SLF001
    page.window().pages.show_log()  # type: ignore[attr-defined]
    QApplication.processEvents()
    page.open_session("week-1")
    assert page.day.day == date(2026, 11, 17)
    for _ in range(2):
        click(page.view.done)
    click(page.view.done)
    return page


def test_the_next_numbers_are_offered_and_taken(open_log: OpenLog) -> None:
    page = _in_a_plan(open_log)
    press("7", Qt.Key.Key_Return)
    offered = page.next.page
    assert offered is not None
    assert page.next.isVisible()
    assert [tick.text() for tick in offered.ticks] == [
        "Back squat: 2 \u00d7 5 \u00b7 100 kg \u2192 102.5 kg"
    ]
    click(offered.take)
    load = _load(page, "week-2")
    assert load is not None
    assert load.value == 102.5
    assert page.pages.currentWidget() is page.start
    assert undo_names(page)[-1] == "take the next numbers of Strength A"


def test_after_pain_nothing_heavier_is_offered(open_log: OpenLog) -> None:
    page = _in_a_plan(open_log, CheckIn("c", TODAY, pain=6))
    page.finish.write()
    offered = page.next.page
    assert offered is not None
    assert offered.ticks == {}


def test_everything_on_the_page_has_a_name(page: LogPage) -> None:
    click(page.start.go)
    for shown in (page.view, page.paper, page.finish, page.tests, page.start):
        page._show(page.sets if shown is page.view else shown)  # noqa: SLF001
        QApplication.processEvents()
        assert _nameless(page) == []


def _nameless(page: LogPage) -> list[str]:
    found: list[str] = []
    kinds: tuple[type[QWidget], ...] = (QAbstractButton, QLineEdit)
    for kind in kinds:
        for each in page.findChildren(kind):
            inner = each.objectName().startswith("qt_")
            words = each.accessibleName() or getattr(each, "text", str)()
            if each.isVisible() and not inner and not words:
                found.append(f"{type(each).__name__} in {type(each.parent()).__name__}")
    return found


def test_the_clock_of_the_session_and_the_log_stay_out_of_each_others_way(
    open_log: OpenLog,
) -> None:
    page = open_log(planned(SQUAT), runs=(easy_run(),))
    click(page.start.go)
    click(page.view.done)
    page.runs.line.begin()
    press("8 km 45:10", Qt.Key.Key_Return)
    assert page.view.counter.text() == "set 2 of 2"
    assert diary(page)[0].going
