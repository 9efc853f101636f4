"""The page fits at each text size, and nothing on it moves under the hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from hemipelvi_gui.ui.log.clock import Phase
from tests.gui.log.conftest import BUG, LUNGE, SQUAT, click, planned, press

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from hemipelvi_gui.ui.pages.log import LogPage
    from tests.gui.log.conftest import OpenLog

LONG = "rear-foot-elevated-split-squat 3x8/side @7 2x16kg rest 90"


def sized(page: LogPage, scale: float, size: tuple[int, int] = (1280, 800)) -> LogPage:
    """The page on a laptop at a text size."""
    page._theme.enlarge(scale)  # noqa: SLF001
    page.window().resize(*size)
    for _ in range(5):
        QApplication.processEvents()
    return page


def right_edge(widget: QWidget, page: LogPage) -> int:
    return widget.mapTo(page, QPoint(widget.width(), 0)).x()


@pytest.mark.parametrize("scale", [1.0, 1.1, 1.2, 1.3, 1.4, 1.7, 2.0])
def test_nothing_of_a_session_is_cut_off_at_the_right(open_log: OpenLog, scale: float) -> None:
    page = open_log(planned(LONG, (LUNGE, BUG)))
    click(page.start.go)
    sized(page, scale)
    for area in (page.frame.area, page.sets._area):  # noqa: SLF001
        assert area.horizontalScrollBar().maximum() == 0
    inside = page.sets._area  # noqa: SLF001
    edge = right_edge(inside, page)
    for widget in (page.view.done, page.view.fields.rpe, page.sets.buttons["end"]):
        assert right_edge(widget, page) <= edge
    assert right_edge(page.sets.tasks, page) <= page.width()


def test_long_names_take_a_second_line(open_log: OpenLog) -> None:
    page = open_log(planned(LONG, SQUAT))
    click(page.start.go)
    sized(page, 1.4)
    name, tasks = page.view.name, page.sets.tasks
    assert name.wordWrap()
    assert name.height() >= name.heightForWidth(name.width())
    sized(page, 1.0)
    heights = [tasks.visualItemRect(tasks.item(row)).height() for row in range(2)]
    assert heights[0] > heights[1]


def test_the_button_stays_where_it_is_when_the_rest_is_counted(open_log: OpenLog) -> None:
    page = open_log(planned("back-squat 4x5 @8 100kg rest 150"))
    click(page.start.go)
    click(page.view.done)
    page.clock.forget()
    QApplication.processEvents()
    before = page.view.done.geometry()
    page.clock.rest(90)
    QApplication.processEvents()
    assert page.view.done.geometry() == before
    assert page.view.face.isVisible()
    assert page.clock.phase is Phase.REST


def test_the_rows_of_the_check_in_never_move_while_one_rates(page: LogPage) -> None:
    rows = sized(page, 1.0, (1389, 868)).check_in.rows
    # Where the hand goes, worked out before the first press.
    spots = {name: rows[name].buttons[3].mapTo(page.window(), QPoint(4, 4)) for name in rows}
    window = page.window()
    for spot in spots.values():
        part = window.childAt(spot)
        assert part is not None
        QTest.mouseClick(part, Qt.MouseButton.LeftButton)
        QApplication.processEvents()
    found = page.day.check_in
    assert found is not None
    assert [getattr(found, name) for name in rows] == [3] * len(rows)


def test_what_is_said_of_pain_scrolls_into_sight(qtbot: QtBot, page: LogPage) -> None:
    page.window().resize(1280, 640)
    QApplication.processEvents()
    page.check_in.rows["pain"].setFocus()
    press("6")
    notice = page.check_in.notice
    qtbot.waitUntil(lambda: notice.visibleRegion().boundingRect().height() == notice.height())


def test_hours_of_sleep_are_stepped_from_a_usual_night(page: LogPage) -> None:
    sleep = page.check_in.sleep
    assert sleep.text() == "not said"
    sleep.stepUp()
    assert sleep.text() == "7.5 h"
    sleep.stepUp()
    found = page.day.check_in
    assert found is not None
    assert found.sleep_h == 7.75
