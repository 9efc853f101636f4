from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hemipelvi_gui.domain.check_ins import CheckIn
from hemipelvi_gui.ui.progress.points import Key, MarkKind
from hemipelvi_gui.ui.progress.telling import middle_of
from hemipelvi_gui.ui.widgets.labels import ElidedLabel
from tests.gui.progress.a_log import TODAY, drag, half_a_year, hover, settle, show_progress

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from hemipelvi_gui.ui.main_window import MainWindow
    from hemipelvi_gui.ui.pages.progress import ProgressPage
    from hemipelvi_gui.ui.progress.plot import Plot

Open = Callable[..., "MainWindow"]


@pytest.fixture
def page(qtbot: QtBot, open_on: Open) -> ProgressPage:
    """The page on half a year in which lifts rise and running slows."""
    return show_progress(qtbot, open_on(half_a_year()))


def days_of(plot: Plot) -> tuple[float, float]:
    view = plot.view
    return round(view.first, 6), round(view.last, 6)


def test_every_chart_has_points_and_a_name(page: ProgressPage) -> None:
    titles = [panel.title.text() for panel in page.grid.panels.values()]
    assert titles[:2] == ["Back squat", "Easy pace at 140 bpm"]
    for plot in page.grid.plots:
        assert plot.accessibleName()
        assert "points" in plot.accessibleDescription()
    assert len(page.grid.plots) == len(Key)


def test_dragging_one_chart_pans_all(page: ProgressPage) -> None:
    page.show_range("3 months")
    first = page.grid.plots[0]
    before = days_of(first)
    middle = first.viewport().rect().center()
    drag(first, middle, 120)
    after = days_of(first)
    assert after[0] < before[0]
    assert after[1] - after[0] == pytest.approx(before[1] - before[0])
    assert {days_of(plot) for plot in page.grid.plots} == {after}
    assert not any(button.isChecked() for button in page.tools.ranges.values())


def test_keys_pan_and_zoom_all_charts(page: ProgressPage) -> None:
    page.show_range("3 months")
    plot = page.grid.plots[1]
    begun = days_of(plot)
    QTest.keyClick(plot, Qt.Key.Key_Left)
    panned = days_of(plot)
    assert panned[0] < begun[0]
    QTest.keyClick(plot, Qt.Key.Key_Plus)
    zoomed = days_of(plot)
    assert zoomed[1] - zoomed[0] < panned[1] - panned[0]
    QTest.keyClick(plot, Qt.Key.Key_Home)
    home = days_of(plot)
    assert home[0] < zoomed[0]
    QTest.keyClick(plot, Qt.Key.Key_End)
    assert days_of(plot)[1] == begun[1]
    QTest.keyClick(plot, Qt.Key.Key_Minus)
    assert {days_of(each) for each in page.grid.plots} == {days_of(plot)}


def test_panning_stops_at_the_ends_of_the_log(page: ProgressPage) -> None:
    page.show_range("3 months")
    plot = page.grid.plots[0]
    for _press in range(60):
        QTest.keyClick(plot, Qt.Key.Key_Left)
    first, last = days_of(plot)
    assert last - first == pytest.approx(91)
    for _press in range(60):
        QTest.keyClick(plot, Qt.Key.Key_Minus)
    assert days_of(plot)[1] <= TODAY.toordinal() + 7


def test_the_wheel_zooms_with_ctrl_and_else_scrolls_the_page(page: ProgressPage) -> None:
    plot = page.grid.plots[0]
    before = days_of(plot)
    wheel(plot, Qt.KeyboardModifier.NoModifier)
    assert days_of(plot) == before
    wheel(plot, Qt.KeyboardModifier.ControlModifier)
    first, last = days_of(plot)
    assert last - first < before[1] - before[0]


def wheel(plot: Plot, modifiers: Qt.KeyboardModifier) -> None:
    centre = plot.viewport().rect().center()
    event = QWheelEvent(
        centre.toPointF(),
        plot.viewport().mapToGlobal(centre).toPointF(),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(plot.viewport(), event)


def test_range_buttons_show_so_many_months(page: ProgressPage) -> None:
    for name, days in (("3 months", 91), ("6 months", 182)):
        QTest.mouseClick(page.tools.ranges[name], Qt.MouseButton.LeftButton)
        first, last = days_of(page.grid.plots[0])
        assert last - first == pytest.approx(days)
        assert page.tools.ranges[name].isChecked()
    QTest.mouseClick(page.tools.ranges["all"], Qt.MouseButton.LeftButton)
    first, _last = days_of(page.grid.plots[0])
    assert first <= min(each.day for each in page.book.points.km)


def test_the_pointer_tells_what_is_behind_a_point(page: ProgressPage) -> None:
    plot = page.grid.panels[Key.PACE].plot
    assert plot is not None
    plot.step(1)
    assert plot.told is not None
    at = middle_of(plot.told, plot.layer.seen_view()).toPoint()
    QApplication.sendEvent(plot, QEvent(QEvent.Type.Leave))
    assert plot.words == ""
    hover(plot, at)
    assert "Easy pace at 140 bpm" in plot.words
    assert "Loop <b>" in plot.words
    assert "2026" in plot.words
    other = page.grid.plots[0]
    assert other.crosshair == plot.told.dot.day


def test_the_pointer_tells_of_marks(page: ProgressPage) -> None:
    ill = next(each for each in page.marks if each.kind is MarkKind.ILLNESS)
    plot = page.grid.panels[Key.SHARE].plot
    assert plot is not None
    view = plot.layer.seen_view()
    hover(plot, QPoint(round(view.x(ill.first + 0.5)), round(view.room.top()) + 1))
    assert plot.words.endswith("ill")


def test_points_are_told_one_by_one_by_keys(page: ProgressPage) -> None:
    plot = page.grid.panels[Key.LIFT].plot
    assert plot is not None
    QTest.keyClick(plot, Qt.Key.Key_N)
    newest = plot.words
    QTest.keyClick(plot, Qt.Key.Key_P)
    assert plot.words != newest
    QTest.keyClick(plot, Qt.Key.Key_N)
    assert plot.words == newest
    assert "Strength" in newest


def test_marks_tell_of_phases_illness_and_devices(page: ProgressPage) -> None:
    kinds = [each.kind for each in page.marks]
    assert kinds.count(MarkKind.PHASE) == 2
    assert kinds.count(MarkKind.ILLNESS) == 1
    assert kinds.count(MarkKind.DEVICE) == 1
    assert "another device" in page.tools.legend.accessibleName()


def test_each_mark_that_occurs_has_its_own_sign_in_the_legend(page: ProgressPage) -> None:
    legend = page.tools.legend
    words = [each.words for each in legend.items]
    assert words == ["Phases:", "base", "build", "ill", "another device"]
    assert all(each.sign is not None for each in legend.items[1:])
    assert "the phases of the plan: base, build" in legend.accessibleName()


def test_changes_say_which_weeks_they_are_of(page: ProgressPage) -> None:
    compared = {each.key: each.compared for each in page.charts}
    assert compared[Key.PACE] == compared[Key.TIGHTNESS] == "4 weeks against 12"
    assert compared[Key.LIFT] == compared[Key.SHARE] == "over 16 weeks"
    pace = page.grid.panels[Key.PACE].plot
    assert pace is not None
    assert "change 4 weeks against 12: +" in pace.accessibleDescription()


def test_the_strip_over_a_chart_tells_its_phase(page: ProgressPage) -> None:
    plot = page.grid.panels[Key.LIFT].plot
    phase = next(each for each in page.marks if each.kind is MarkKind.PHASE)
    assert plot is not None
    assert plot.chart is not None
    # Under a strip may be a point, which the pointer over the strip does not mean.
    day = next(dot.day for dot in plot.chart.curves[0].dots if dot.day >= phase.first)
    view = plot.layer.seen_view()
    hover(plot, QPoint(round(view.x(day)), round(view.room.top()) - plot.theme.px(5)))
    assert plot.words.endswith(phase.words)


def test_another_lift_can_be_chosen(qtbot: QtBot, open_on: Open) -> None:
    changes = half_a_year()
    first = next(iter(changes.diary.values()))
    assert first is not None
    item = replace(first.items[0], exercise="trap-bar-deadlift")
    more = {"x": replace(first, id="x", items=(item,))}
    page = show_progress(qtbot, open_on(replace(changes, diary={**changes.diary, **more})))
    names = [action.text() for action in page.lift.menu().actions()]
    assert names == ["Back squat", "Trap-bar deadlift"]
    page.lift.menu().actions()[1].trigger()
    assert page.lift.text() == "Trap-bar deadlift"
    panel = page.grid.panels[Key.LIFT]
    assert panel.chart is not None
    assert len(panel.chart.curves[0].dots) == 1


def test_races_are_listed_with_what_they_make_of_10_km(page: ProgressPage) -> None:
    words = [label.text() for label in page.races.findChildren(ElidedLabel)]
    assert "Parkrun" in words
    assert any(each.startswith("10 km 43:") for each in words)
    assert "predicted 10 km" in page.races.predicted.text()


def test_home_tests_tell_the_own_change(page: ProgressPage) -> None:
    (line,) = page.tests.lines
    assert line.text().startswith(
        "Straight-leg raise (more is freer): left 71\u00b0 (+10\u00b0 since 25 Aug)"
    )
    assert "right 72\u00b0 (+2\u00b0 since 25 Aug, within the error of measuring)" in line.text()


def test_a_few_weeks_are_shown_though_they_say_nothing_yet(qtbot: QtBot, open_on: Open) -> None:
    page = show_progress(qtbot, open_on(half_a_year(weeks=3)))
    assert page.card.headline.text() == "Not enough data to say anything yet"
    assert not page.card.swap.isVisible()
    assert len(page.grid.plots) >= 6


def test_the_page_follows_the_log_and_undo(qtbot: QtBot, open_on: Open) -> None:
    window = open_on(half_a_year())
    page = show_progress(qtbot, window)
    before = len(page.book.points.tight["left"])
    window.logs.logbook.put("log a check-in", CheckIn("new", TODAY, 9, 9, 9))
    settle(qtbot, page)
    assert len(page.book.points.tight["left"]) == before + 1
    window.desk.document.undo_stack.undo()
    window.pages.show_progress()
    settle(qtbot, page)
    assert len(page.book.points.tight["left"]) == before


def test_what_lies_years_back_comes_after_the_last_year(qtbot: QtBot, open_on: Open) -> None:
    changes = half_a_year()
    old = next(each for each in changes.done_runs.values() if each is not None)
    long_ago = replace(old, id="old", date=TODAY - timedelta(days=4000))
    more = {**changes.done_runs, "old": long_ago}
    page = show_progress(qtbot, open_on(replace(changes, done_runs=more)))
    assert page.book.points.hearts[0].day == long_ago.date.toordinal()
    page.show_range("all")
    assert days_of(page.grid.plots[0])[0] <= long_ago.date.toordinal()


def test_large_text_and_a_dark_look_are_followed(qtbot: QtBot, open_on: Open) -> None:
    window = open_on(half_a_year())
    page, theme = show_progress(qtbot, window), window.desk.theme
    narrow = page.grid.panels[Key.PACE].x()
    assert narrow > 0
    theme.choose("dark")
    theme.enlarge(2.0)
    QApplication.processEvents()
    assert page.grid.panels[Key.PACE].x() == page.grid.panels[Key.LIFT].x()
    settle(qtbot, page)


def test_pyqtgraph_is_not_loaded_by_a_start_nor_by_the_page_before_it_shows_points() -> None:
    code = (
        "import sys\n"
        "import hemipelvi_gui.ui.window, hemipelvi_gui.ui.pages.progress\n"
        "assert not {'pyqtgraph', 'numpy'} & set(sys.modules)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr
