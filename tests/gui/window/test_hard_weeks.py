"""Weeks and plans that are not as they should be, on the whole window."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from datetime import time as clock
from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hemipelvi_gui.domain.agenda_edits import instance, move
from hemipelvi_gui.domain.bundle import Bundle
from hemipelvi_gui.domain.changes import Changes
from hemipelvi_gui.domain.plan import Plan, week_of
from hemipelvi_gui.domain.runs import Run, RunKind
from hemipelvi_gui.exchange import write
from hemipelvi_gui.storage import open_store
from hemipelvi_gui.ui.messages import MessageBar
from hemipelvi_gui.ui.week.plan_chooser import PlanChooser
from tests.builders import PICTURE, session_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from hemipelvi_gui.domain.session import Session
    from hemipelvi_gui.ui.main_window import MainWindow
    from hemipelvi_gui.ui.pages.week import WeekPage
    from tests.gui.window.conftest import OpenWindow

MONDAY = date(2026, 11, 23)
BIG = session_of(*PICTURE)
OpenPage = Callable[..., "WeekPage"]


def gym(day: date, plan: str = "base") -> Session:
    return instance(BIG, day, plan, entry_id=f"gym {plan} {day}")


def long_run(day: date, plan: str = "base") -> Run:
    return Run(f"long {plan} {day}", "Long 20 km", RunKind.LONG, day, plan=plan)


@pytest.fixture
def open_page(open_window: OpenWindow, home: Path, keep: Callable[..., None]) -> OpenPage:
    """Opens the Week page on these plans, sessions and runs, as if a day were today."""

    def run(*things: Plan | Session | Run, today: date = MONDAY) -> WeekPage:
        keep()
        store = open_store(home)
        plans = {each.id: each for each in things if isinstance(each, Plan)}
        runs = {each.id: each for each in things if isinstance(each, Run)}
        others = {each.id: each for each in things if each.id not in plans | runs}
        store.apply(Changes(others, runs, plans))  # type: ignore[arg-type]
        store.close()
        window = open_window()
        window.plans.clock = lambda: today
        window.pages.show_week()
        return window.pages.week

    return run


@pytest.fixture
def berlin(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The machine stands in Berlin, where clocks change in March and October."""
    monkeypatch.setenv("TZ", "Europe/Berlin")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def facts(page: WeekPage) -> str:
    return "\n".join(row.remark.message for row in page.findings.rows)


def names(page: WeekPage, day: date) -> list[str]:
    return [card.face.name for card in page.board.list_of(day).day_model.cards]


def window_of(page: WeekPage) -> MainWindow:
    window: MainWindow = page.window()  # type: ignore[assignment]
    return window


def said(window: MainWindow) -> str:
    bar = window.findChild(MessageBar)
    assert isinstance(bar, MessageBar)
    return bar.text if bar.isVisible() else ""


@pytest.mark.usefixtures("berlin")
@pytest.mark.parametrize(
    ("saturday", "hours"), [(date(2026, 10, 24), 14), (date(2026, 10, 17), 13)]
)
def test_the_night_the_clocks_go_back_is_an_hour_longer(
    open_page: OpenPage, saturday: date, hours: int
) -> None:
    page = open_page(gym(saturday, ""), long_run(saturday + timedelta(days=1), ""), today=saturday)
    assert f"{hours} h before" in facts(page).replace("\u00a0", " ")
    assert len(page.board.columns) == 7


@pytest.mark.usefixtures("berlin")
def test_a_time_of_day_that_the_clock_jumps_over_is_kept_and_shown(open_page: OpenPage) -> None:
    spring = date(2026, 3, 29)
    page = open_page(replace(gym(spring, ""), start=clock(2, 30)), today=spring)
    (card,) = page.board.list_of(spring).day_model.cards
    assert any("02:30" in fact or "2:30" in fact for fact in card.face.facts)


def test_every_week_of_a_plan_of_two_years_is_shown(open_page: OpenPage) -> None:
    plan = Plan("base", "Two years", MONDAY, 104)
    days = [MONDAY + timedelta(days=7 * week + 1) for week in range(104)]
    page = open_page(plan, *map(gym, days))
    weeks, strip = window_of(page).plans.weeks, page.header.strip
    for number, day in enumerate(days, 1):
        assert (weeks.week.number, names(page, day)) == (number, ["Leg day"])
        pill = strip.pill_rect(number)
        assert pill.left() >= 0
        assert pill.right() <= strip.width() + 1
        weeks.step(1)
    assert weeks.week.number == 0
    assert "after the plan" in page.header.words.text()
    QTest.keyClick(strip, Qt.Key.Key_Home)
    assert weeks.week.number == 1


def test_an_edit_in_week_one_hundred_and_four_is_undone_from_week_one(open_page: OpenPage) -> None:
    last = MONDAY + timedelta(days=7 * 103)
    page = open_page(Plan("base", "Two years", MONDAY, 104), gym(last))
    weeks = window_of(page).plans.weeks
    weeks.show_day(last)
    day_after = last + timedelta(days=1)
    weeks.push("move it", partial(move, entry_ids=[gym(last).id], day=day_after))
    assert names(page, day_after) == ["Leg day"]
    weeks.show_day(MONDAY)
    window_of(page).desk.document.undo_stack.undo()
    weeks.show_day(last)
    assert names(page, last) == ["Leg day"]


def test_undoing_a_move_to_another_week_turns_back_to_where_the_card_was(
    open_page: OpenPage,
) -> None:
    page = open_page(Plan("base", "Base", MONDAY, 8), gym(MONDAY))
    weeks, stack = window_of(page).plans.weeks, window_of(page).desk.document.undo_stack
    later = MONDAY + timedelta(days=14)
    page.board.drop_on_week(week_of(weeks.plan, later), [gym(MONDAY).id], False)
    assert weeks.week.number == 1
    assert names(page, MONDAY) == []
    weeks.show_day(later)
    assert names(page, later) == ["Leg day"]
    stack.undo()
    assert page.board.columns[0].day == MONDAY
    assert names(page, MONDAY) == ["Leg day"]
    stack.redo()
    assert names(page, later) == ["Leg day"]


def test_a_card_says_whose_it_is_where_two_plans_meet(open_page: OpenPage) -> None:
    mine, other = gym(MONDAY), gym(MONDAY, "other")
    plans = Plan("base", "Base", MONDAY, 8), Plan("other", "Another", MONDAY, 4)
    page = open_page(*plans, mine, other)
    weeks = window_of(page).plans.weeks

    def said_on(card_id: str) -> str:
        cards = page.board.columns[0].model.cards
        return next(card.face.plan for card in cards if card.entry.id == card_id)

    weeks.show_plan("base")
    assert (said_on(mine.id), said_on(other.id)) == ("", "Another")
    weeks.show_plan("other")
    assert (said_on(mine.id), said_on(other.id)) == ("Base", "")
    weeks.show_plan("")
    assert (said_on(mine.id), said_on(other.id)) == ("Base", "Another")
    model = page.board.columns[0].model
    spoken = model.data(model.index_of(other.id), Qt.ItemDataRole.AccessibleTextRole)
    assert "Another" in str(spoken)


def test_the_name_of_the_plan_is_no_longer_lit_when_its_menu_is_gone(
    open_page: OpenPage, qtbot: QtBot
) -> None:
    page = open_page(Plan("base", "Base", MONDAY, 8), gym(MONDAY))
    chooser = page.header.findChild(PlanChooser)
    assert isinstance(chooser, PlanChooser)
    # As it was when the menu came up under the pointer.
    chooser.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    chooser.setDown(True)
    chooser.choices.aboutToHide.emit()
    qtbot.waitUntil(lambda: not chooser.isDown())
    assert not chooser.underMouse()


def test_plans_that_overlap_are_both_seen_and_it_is_said(open_page: OpenPage) -> None:
    other = Plan("other", "Another", MONDAY, 4)
    page = open_page(Plan("base", "Base", MONDAY, 8), other, gym(MONDAY), gym(MONDAY, "other"))
    assert names(page, MONDAY) == ["Leg day", "Leg day"]
    assert "Another and Base run at the same time" in facts(page)


def test_a_race_moved_into_the_past_is_said_and_comes_back_with_undo(open_page: OpenPage) -> None:
    race_day = MONDAY + timedelta(days=13)
    race = Run("race", "City 10 km", RunKind.RACE, race_day, plan="base")
    page = open_page(Plan("base", "Base", MONDAY, 2, goal="race"), race)
    window = window_of(page)
    before = facts(page)
    past = MONDAY - timedelta(days=3)
    window.plans.weeks.push("move City 10 km", partial(move, entry_ids=["race"], day=past))
    window.plans.weeks.show_day(MONDAY)
    assert "City 10 km" in facts(page)
    assert facts(page) != before
    window.desk.document.undo_stack.undo()
    window.plans.weeks.show_day(MONDAY)
    assert facts(page) == before


@pytest.mark.parametrize("line", ["30.2. 8km easy", "31 April 8km", "2026-11-31 8km"])
def test_a_day_or_time_that_is_not_is_not_taken(open_page: OpenPage, line: str) -> None:
    page = open_page(Plan("base", "Base", MONDAY, 8))
    page.line.begin(MONDAY)
    page.line.field.setText(line)
    page.line.enter()
    assert page.line.echo.property("kind") == "error"
    assert page.line.field.text() == line
    assert not any(page.board.weeks.agenda.runs)


def test_the_calendars_own_ends_stay_in_the_window(open_page: OpenPage) -> None:
    page = open_page(Plan("base", "Base", MONDAY, 8))
    weeks = window_of(page).plans.weeks
    weeks.show_plan("")
    for end in (date.min, date.max - timedelta(days=7)):
        weeks.show_day(end)
        weeks.step(-1)
        weeks.step(1)
        weeks.step(1)
        assert len(page.board.columns) == 7


def test_a_plan_without_a_first_day_says_so(open_page: OpenPage) -> None:
    page = open_page(Plan("base", "Some day", None, 8))
    window_of(page).plans.weeks.show_plan("base")
    assert "no first day" in page.header.words.text()
    assert page.header.strip.isHidden()


@pytest.mark.parametrize("wrong", ["2026-02-30", "next week"])
def test_a_plan_file_with_a_day_that_is_not_says_where(
    qtbot: QtBot, open_page: OpenPage, tmp_path: Path, wrong: str
) -> None:
    page = open_page()
    path = tmp_path / "plan.hemiplan"
    write(path, Bundle(plans=(Plan("base", "Base", MONDAY, 8),), runs=(long_run(MONDAY),)))
    path.write_text(path.read_text("utf-8").replace(str(MONDAY), wrong, 1), "utf-8")
    window = window_of(page)
    window.files.open_files([path])
    qtbot.waitUntil(lambda: "invalid date. (plans[0].start)" in said(window))
    assert window.plans.weeks.plans() == []


def test_the_session_of_the_build_page_is_deleted_on_the_week_page_and_comes_back(
    open_page: OpenPage,
) -> None:
    page = open_page(Plan("base", "Base", MONDAY, 8), gym(MONDAY))
    window = window_of(page)
    assert window.desk.document.session.id == gym(MONDAY).id
    page.board.select([gym(MONDAY).id])
    page.card_actions.remove.trigger()
    assert (window.pages.name(), names(page, MONDAY)) == ("week", [])
    window.desk.document.undo_stack.undo()
    assert (window.pages.name(), names(page, MONDAY)) == ("week", ["Leg day"])
    window.desk.document.undo_stack.redo()
    assert (window.pages.name(), names(page, MONDAY)) == ("week", [])
