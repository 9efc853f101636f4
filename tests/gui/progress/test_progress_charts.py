from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from hemipelvi_gui.domain.check_ins import HomeTest, TestKind
from hemipelvi_gui.ui.progress.cutting import cut_box, cut_line
from hemipelvi_gui.ui.progress.numbers import kilograms
from hemipelvi_gui.ui.progress.painting import in_groups
from hemipelvi_gui.ui.progress.points import Chart, Curve, Dot, Key
from hemipelvi_gui.ui.progress.telling import middle_of
from hemipelvi_gui.ui.progress.view import View, lines, scale
from tests.gui.progress.a_log import TODAY, half_a_year, hover, show_progress

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from hemipelvi_gui.ui.main_window import MainWindow
    from hemipelvi_gui.ui.pages.progress import ProgressPage
    from hemipelvi_gui.ui.progress.plot import Plot

Open = Callable[..., "MainWindow"]
ROOM = QRectF(100, 10, 200, 50)


@pytest.fixture
def page(qtbot: QtBot, open_on: Open) -> ProgressPage:
    """The page on half a year in which lifts rise and running slows."""
    return show_progress(qtbot, open_on(half_a_year()))


def plot_of(page: ProgressPage, key: Key) -> Plot:
    plot = page.grid.panels[key].plot
    assert plot is not None
    return plot


def chart_of(page: ProgressPage, key: Key) -> Chart:
    return next(each for each in page.charts if each.key is key)


def test_words_stay_while_the_pointer_rests(qtbot: QtBot, page: ProgressPage) -> None:
    plot = plot_of(page, Key.PACE)
    plot.step(1)
    assert plot.told is not None
    at = middle_of(plot.told, plot.layer.seen_view()).toPoint()
    QToolTip.hideText()
    # Qt takes a third of a second to hide it.
    qtbot.waitUntil(lambda: not QToolTip.isVisible())
    hover(plot, at)
    words = QToolTip.text()
    assert "Easy pace" in words
    # That is what Qt sends where a pointer rests.
    QTest.qWait(700)
    viewport = plot.viewport()
    rests = QHelpEvent(QEvent.Type.ToolTip, at, viewport.mapToGlobal(at))
    QApplication.sendEvent(viewport, rests)
    QTest.qWait(400)
    assert QToolTip.isVisible()
    assert QToolTip.text() == words


def test_keys_move_the_line_in_the_other_charts(page: ProgressPage) -> None:
    plot = plot_of(page, Key.LIFT)
    QTest.keyClick(plot, Qt.Key.Key_P)
    QTest.keyClick(plot, Qt.Key.Key_P)
    assert plot.told is not None
    assert {each.crosshair for each in page.grid.plots} == {plot.told.dot.day}


def test_a_run_tells_its_time_and_heart_rate_and_a_lift_its_set(page: ProgressPage) -> None:
    pace, lift = plot_of(page, Key.PACE), plot_of(page, Key.LIFT)
    pace.step(1)
    assert "45:00 \u00b7 140 bpm" in pace.words
    lift.step(1)
    assert "kg × 5 @9" in lift.words


def test_a_climb_is_told(qtbot: QtBot, open_on: Open) -> None:
    changes = half_a_year()
    hilly = {
        key: replace(each, climb_m=52.0)
        for key, each in changes.done_runs.items()
        if each is not None
    }
    page = show_progress(qtbot, open_on(replace(changes, done_runs=hilly)))
    plot = plot_of(page, Key.PACE)
    plot.step(1)
    assert "52 m up" in plot.words


def test_the_two_means_of_the_verdict_differ_by_what_the_corner_says(page: ProgressPage) -> None:
    verdict = page.book.verdict
    assert verdict is not None
    assert verdict.pace is not None
    assert verdict.tightness is not None
    for key, change in (
        (Key.PACE, verdict.pace.change_s),
        (Key.TIGHTNESS, verdict.tightness.change),
    ):
        before, recent = chart_of(page, key).levels
        assert recent.value - before.value == pytest.approx(change)
        assert before.last == recent.first == verdict.recent_from.toordinal()
    assert chart_of(page, Key.SHARE).levels == ()


def test_a_change_is_not_told_beside_other_weeks(page: ProgressPage) -> None:
    chart = chart_of(page, Key.PACE)
    end = TODAY.toordinal()
    assert chart.is_told(end - 91, end)
    assert not chart.is_told(end - 150, end - 60)


def test_the_line_of_tightness_says_what_it_is_of(page: ProgressPage) -> None:
    assert "highest of each day" in chart_of(page, Key.TIGHTNESS).legend


def test_what_does_not_change_stands_in_the_middle() -> None:
    dots = [Dot(day, 76.0) for day in range(1, 9)]
    flat = Chart(Key.LIFT, "Squat", "kg", kilograms, (Curve("", dots),), step=2.5, bounds=(0, None))
    low, high = scale(flat, 1, 9)
    assert low < 76 < high
    named = [flat.write(each) for each in lines(flat, View(ROOM, 1, 9, low, high))]
    assert len(set(named)) == len(named) > 2


def test_each_lift_has_a_least_span(page: ProgressPage) -> None:
    assert chart_of(page, Key.LIFT).step > 0


def test_years_of_weekly_means_are_joined_and_a_few_months_are_not() -> None:
    dots = [Dot(7 * week + 4, float(week % 2)) for week in range(520)]
    years = View(ROOM, 1, 3640, 0, 10)
    joined = in_groups(dots, years)
    assert len(joined) < 30
    assert all(0.3 < each.value < 0.7 for each in joined[:-1])
    assert in_groups(dots, View(ROOM, 1, 180, 0, 10)) is dots
    moved = in_groups(dots[100:], years._replace(first=701, last=4340))
    assert moved[1:] == joined[-len(moved) + 1 :]


def test_a_line_is_cut_where_it_leaves_its_room() -> None:
    line = [QPointF(0, 20), QPointF(200, 40), QPointF(400, 100)]
    assert cut_line(line, ROOM) == [QPointF(100, 30), QPointF(200, 40), QPointF(300, 60)]
    assert cut_line([QPointF(0, 20), QPointF(50, 20)], ROOM) == []
    assert cut_line(line[:1], ROOM) == []
    assert cut_box(QRectF(50, 0, 100, 9), ROOM) == QRectF(100, 0, 50, 9)
    assert cut_box(QRectF(0, 0, 50, 9), ROOM).width() == 0


def test_home_tests_say_the_last_change_and_which_way_is_better(
    qtbot: QtBot, open_on: Open
) -> None:
    changes = half_a_year()
    days = {"a": 60, "b": 30, "c": 2}
    values = {"a": 5.0, "b": 3.0, "c": -1.0}
    touches = {
        key: HomeTest(key, TODAY - timedelta(days=ago), TestKind.TOE_TOUCH, (values[key],))
        for key, ago in days.items()
    }
    tests = {**changes.home_tests, **touches}
    page = show_progress(qtbot, open_on(replace(changes, home_tests=tests)))
    QApplication.processEvents()
    words = page.tests.lines[1].text().replace("\u00a0", " ")
    assert words == (
        "Toe touch, fingers to the floor (less is further): "
        "-1 cm (\u22124 cm since 24 Oct; \u22126 cm since 24 Sep)"
    )
