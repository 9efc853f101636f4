from __future__ import annotations

import time as clock
from datetime import time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hemipelvi_gui.domain.runs import Run, RunKind
from hemipelvi_gui.ui.instances import Reach
from tests.gui.week.planning import autumn, day, run
from tests.saving import putting

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from hemipelvi_gui.ui.pages.week import WeekPage


def type_in(page: WeekPage, line: str) -> None:
    field = page.line.field
    field.setFocus()
    field.clear()
    QTest.keyClicks(field, line)


def enter(page: WeekPage, line: str) -> None:
    type_in(page, line)
    QTest.keyClick(page.line.field, Qt.Key.Key_Return)


def runs_of(page: WeekPage) -> list[Run]:
    found = page.board.weeks.agenda.runs.values()
    return sorted(found, key=lambda each: (each.date, each.name))


def test_what_is_typed_is_read_back(open_week: Callable[..., WeekPage]) -> None:
    page = open_week(putting(autumn()))
    type_in(page, "Thu 6x1km hard 60min")
    assert page.line.echo.text() == ("Thursday 26 November · quality · Intervals 6 × 1 km · 60 min")
    assert page.line.field.accessibleDescription() == page.line.echo.text()


def test_time_of_day_distance_and_notes_are_read_back(open_week: Callable[..., WeekPage]) -> None:
    page = open_week(putting(autumn()))
    type_in(page, 'Sun 09:00 long "Round the lake" 22km 2:05 // slowly')
    told = page.line.echo.text()
    assert told.startswith("Sunday 29 November · ")
    assert told.endswith("long · Round the lake · 22 km · 2 h 05 · slowly")


def test_enter_adds_the_run_to_the_shown_plan_as_one_step(
    open_week: Callable[..., WeekPage],
) -> None:
    page = open_week(putting(autumn()))
    enter(page, "Thu 18:30 6x1km hard 60min")
    (made,) = runs_of(page)
    assert (made.name, made.kind, made.date, made.start, made.seconds, made.plan) == (
        "Intervals 6 × 1 km",
        RunKind.QUALITY,
        day(3),
        time(18, 30),
        3600,
        "autumn",
    )
    assert page.line.field.text() == ""
    stack = page.window().desk.document.undo_stack  # type: ignore[attr-defined]
    assert stack.undoText() == "add Intervals 6 × 1 km"
    stack.undo()
    assert runs_of(page) == []


def test_every_repeats_over_the_weeks_that_are_left(open_week: Callable[..., WeekPage]) -> None:
    page = open_week(putting(autumn()))
    type_in(page, "every Wed easy 10km")
    assert page.line.echo.text().endswith("every week until 23 Dec, 5 times")
    QTest.keyClick(page.line.field, Qt.Key.Key_Return)
    made = runs_of(page)
    assert [each.date for each in made] == [day(2, week) for week in (4, 5, 6, 7, 8)]
    assert len({each.series for each in made}) == 1
    stack = page.window().desk.document.undo_stack  # type: ignore[attr-defined]
    assert stack.undoText() == "add Easy 10 km in 5 weeks"
    stack.undo()
    assert runs_of(page) == []


def test_every_without_a_plan_is_eight_weeks(open_week: Callable[..., WeekPage]) -> None:
    page = open_week()
    enter(page, "every Wed easy 10km")
    assert len(runs_of(page)) == 8
    assert {each.plan for each in runs_of(page)} == {""}


def test_in_longer_weeks_a_weekday_comes_every_seven_days(
    open_week: Callable[..., WeekPage],
) -> None:
    page = open_week(putting(autumn(4, cycle_days=10)))
    type_in(page, "every Wed easy 10km")
    assert "every week until" in page.line.echo.text()
    type_in(page, "every day 3 easy 10km")
    assert "every 10 days until" in page.line.echo.text()


def test_a_fault_is_told_and_its_place_marked(open_week: Callable[..., WeekPage]) -> None:
    page = open_week(putting(autumn()))
    type_in(page, "Thusday 8km easy")
    assert page.line.field.fault == 0
    assert "Did you mean Thursday?" in page.line.echo.text()
    assert page.line.echo.property("kind") == "error"


def test_a_word_that_is_not_finished_is_no_fault_until_enter(
    open_week: Callable[..., WeekPage],
) -> None:
    page = open_week(putting(autumn()))
    type_in(page, "Thu 8")
    assert page.line.echo.property("kind") == "muted"
    QTest.keyClick(page.line.field, Qt.Key.Key_Return)
    assert page.line.field.fault == 4
    assert page.line.field.text() == "Thu 8"
    assert runs_of(page) == []


def test_a_run_in_another_week_turns_to_that_week(open_week: Callable[..., WeekPage]) -> None:
    page = open_week(putting(autumn()))
    enter(page, "2026-12-09 easy 8km")
    assert page.board.weeks.week.number == 6


def test_a_run_outside_the_plan_is_not_of_the_plan(open_week: Callable[..., WeekPage]) -> None:
    page = open_week(putting(autumn()))
    enter(page, "2027-02-03 easy 8km")
    (made,) = runs_of(page)
    assert made.plan == ""


def test_lines_of_before_come_back_with_up_and_down(open_week: Callable[..., WeekPage]) -> None:
    page = open_week(putting(autumn()))
    field = page.line.field
    enter(page, "Mon easy 8km")
    enter(page, "Tue easy 9km")
    type_in(page, "Wed")
    QTest.keyClick(field, Qt.Key.Key_Up)
    assert field.text() == "Tue easy 9km"
    QTest.keyClick(field, Qt.Key.Key_Up)
    QTest.keyClick(field, Qt.Key.Key_Up)
    assert field.text() == "Mon easy 8km"
    QTest.keyClick(field, Qt.Key.Key_Down)
    QTest.keyClick(field, Qt.Key.Key_Down)
    assert field.text() == "Wed"


def test_escape_empties_the_line_and_leaves_it(
    open_week: Callable[..., WeekPage], qtbot: QtBot
) -> None:
    page = open_week(putting(autumn()))
    type_in(page, "Thu 8km")
    with qtbot.waitSignal(page.line.left):
        QTest.keyClick(page.line.field, Qt.Key.Key_Escape)
    assert page.line.field.text() == ""


def test_a_day_that_was_chosen_need_not_be_typed(open_week: Callable[..., WeekPage]) -> None:
    page = open_week(putting(autumn()))
    page.line.begin(day(4))
    assert "Fri 27" in page.line.field.placeholderText()
    QTest.keyClicks(page.line.field, "easy 8km")
    QTest.keyClick(page.line.field, Qt.Key.Key_Return)
    (made,) = runs_of(page)
    assert made.date == day(4)


def test_a_run_is_changed_under_its_own_id(open_week: Callable[..., WeekPage]) -> None:
    there = run(3, metres=8000.0, name="Easy 8 km", source="uid@calendar")
    page = open_week(putting(autumn(), there))
    page.line.begin(there.date, there)
    assert page.line.field.text() == "Thu easy 8km"
    enter(page, "Fri easy 12km")
    (now,) = runs_of(page)
    assert (now.id, now.date, now.metres, now.source, now.plan) == (
        there.id,
        day(4),
        12000.0,
        "uid@calendar",
        "autumn",
    )


@pytest.mark.parametrize(
    ("reach", "changed"),
    [(Reach.THIS, {5}), (Reach.FROM_HERE, {5, 6}), (Reach.ALL, {4, 5, 6})],
)
def test_a_weekly_run_is_changed_here_from_here_on_or_everywhere(
    open_week: Callable[..., WeekPage], reach: Reach, changed: set[int]
) -> None:
    series = [run(2, "easy", week, series="s", name="Easy 8 km") for week in (4, 5, 6)]
    page = open_week(putting(autumn(), *series))
    page.board.weeks.show_day(day(0, 5))
    page.line.begin(series[1].date, series[1])
    QTest.mouseClick(page.line.reaches[reach], Qt.MouseButton.LeftButton)
    enter(page, "Thu easy 10km")
    now = {each.id: each for each in runs_of(page)}
    moved = {int(each.id[-1]) for each in now.values() if each.name == "Easy 10 km"}
    assert moved == changed
    assert all(now[f"easy 2 {week}"].date == day(3, week) for week in changed)
    stack = page.window().desk.document.undo_stack  # type: ignore[attr-defined]
    stack.undo()
    assert {each.name for each in runs_of(page)} == {"Easy 8 km"}


def test_every_makes_a_single_run_weekly(open_week: Callable[..., WeekPage]) -> None:
    there = run(3, name="Easy 8 km", metres=8000.0)
    page = open_week(putting(autumn(), there))
    page.line.begin(there.date, there)
    enter(page, "every Thu easy 8km")
    assert [each.date for each in runs_of(page)] == [day(3, week) for week in (4, 5, 6, 7, 8)]
    assert there.id in {each.id for each in runs_of(page)}


def test_undo_of_the_run_that_is_being_changed_ends_the_change(
    open_week: Callable[..., WeekPage],
) -> None:
    page = open_week(putting(autumn()))
    enter(page, "Thu easy 8km")
    (made,) = runs_of(page)
    page.line.begin(made.date, made)
    page.window().desk.document.undo_stack.undo()  # type: ignore[attr-defined]
    assert page.line.field.text() == ""
    assert page.line.add.text() == "Add"


def test_the_line_is_ready_for_the_next_run_and_the_new_one_is_selected(
    open_week: Callable[..., WeekPage], qtbot: QtBot
) -> None:
    page = open_week(putting(autumn()))
    page.window().activateWindow()
    qtbot.waitUntil(page.window().isActiveWindow)
    enter(page, "Thu easy 8km")
    assert page.line.field.hasFocus()
    assert page.board.selection.selected_ids() == (runs_of(page)[0].id,)


@pytest.mark.skipif(not hasattr(clock, "tzset"), reason="the zone can't be set here")
def test_a_time_the_clock_leaves_out_is_said_and_still_taken(
    open_week: Callable[..., WeekPage], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", "Europe/Berlin")
    clock.tzset()
    try:
        page = open_week(putting(autumn()))
        type_in(page, "2027-03-28 02:30 easy 40min")
        odd = "02:30 does not exist on that day: the clock goes forward."
        assert odd in page.line.echo.text()
        type_in(page, "2027-03-28 03:30 easy 40min")
        assert "does not exist" not in page.line.echo.text()
    finally:
        monkeypatch.undo()
        clock.tzset()
