from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hemipelvi_gui.coach.swap_plan import KEPT_AS, swaps_of
from hemipelvi_gui.domain.session import Session, items
from hemipelvi_gui.ui.progress.points import MarkKind
from hemipelvi_gui.ui.progress.swap_dialog import SwapDialog
from tests.builders import session_of
from tests.gui.progress.a_log import TODAY, half_a_year, show_progress

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from hemipelvi_gui.ui.main_window import MainWindow
    from hemipelvi_gui.ui.pages.progress import ProgressPage

Open = Callable[..., "MainWindow"]


@pytest.fixture
def window(open_on: Open) -> MainWindow:
    """A window on half a year and a plan with squats in its coming weeks."""
    return open_on(half_a_year())


@pytest.fixture
def page(qtbot: QtBot, window: MainWindow) -> ProgressPage:
    return show_progress(qtbot, window)


def asked(page: ProgressPage) -> SwapDialog:
    QTest.mouseClick(page.card.swap, Qt.MouseButton.LeftButton)
    found = page.window().findChild(SwapDialog)
    assert found is not None
    return found


def lifts_in(window: MainWindow, session: str) -> list[str]:
    whole = window.plans.weeks.whole("p")
    return [each.exercise for each in items(whole.sessions[session])]


def test_the_dialog_shows_each_session_before_and_after(page: ProgressPage) -> None:
    dialog = asked(page)
    assert dialog.lift.currentData() == "back-squat"
    rows = [dialog.rows.item(row).text() for row in range(dialog.rows.count())]
    swapped = [row for row in rows if "\u2192" in row]
    assert len(swapped) == 4
    assert swapped[0].startswith("Tue 24 Nov")
    _day, change = swapped[0].split("\n")
    assert change.startswith("Back squat 3 × 5 · 100\u00a0kg · RPE 8 \u2192 ")
    assert "rest" not in change
    assert "\u2192" in dialog.share.text()
    dialog.reject()


def test_what_a_session_has_already_is_not_offered(page: ProgressPage) -> None:
    dialog = asked(page)
    offered = {dialog.instead.itemData(row) for row in range(dialog.instead.count())}
    assert offered
    assert "walking-lunge" not in offered
    dialog.reject()


def test_a_share_above_the_target_is_said_beforehand(page: ProgressPage) -> None:
    dialog = asked(page)
    words = dialog.share.text()
    assert "\u2192 100 %. That is above your target of 60\u201385 %, meant for 4 weeks." in words
    dialog.reject()


def test_a_share_within_the_target_is_not_warned_of(qtbot: QtBot, open_on: Open) -> None:
    changes = half_a_year()
    balanced = session_of("back-squat 3x5 @8 100kg", "front-squat 3x5 @8 80kg")
    sessions = {
        key: replace(each, blocks=balanced.blocks)
        for key, each in changes.sessions.items()
        if isinstance(each, Session)
    }
    dialog = asked(show_progress(qtbot, open_on(replace(changes, sessions=sessions))))
    assert "\u2192" in dialog.share.text()
    assert "target" not in dialog.share.text()
    dialog.reject()


def test_three_weeks_change_three_sessions(page: ProgressPage) -> None:
    dialog = asked(page)
    dialog.weeks_box.setValue(3)
    assert dialog.swap_plan is not None
    assert len(dialog.swap_plan.sessions) == 3
    dialog.reject()


def test_swapping_is_one_step_that_can_be_undone(page: ProgressPage, window: MainWindow) -> None:
    dialog = asked(page)
    instead = dialog.instead.currentData()
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    stack = window.desk.document.undo_stack
    assert stack.count() == 1
    assert stack.undoText().startswith("swap Back squat for")
    assert instead in lifts_in(window, "i4")
    assert "back-squat" not in lifts_in(window, "i4")
    assert "back-squat" in lifts_in(window, "i3")
    assert "back-squat" in lifts_in(window, "i8")
    (kept,) = swaps_of(window.plans.weeks.whole("p").plans["p"])
    assert (kept.first, kept.instead) == (TODAY, instead)
    stack.undo()
    assert "back-squat" in lifts_in(window, "i4")
    assert swaps_of(window.plans.weeks.whole("p").plans["p"]) == ()


def test_the_page_shows_the_swap_and_the_weeks_before_and_since(
    page: ProgressPage, window: MainWindow
) -> None:
    assert not page.since.isVisible()
    QTest.keyClick(asked(page), Qt.Key.Key_Return)
    window.pages.show_progress()
    QApplication.processEvents()
    assert any(each.kind is MarkKind.SWAP for each in page.marks)
    assert page.since.isVisible()
    assert "Back squat" in page.since.title.text()
    assert all("not enough yet" in line.text() for line in page.since.lines)


def test_weeks_after_a_swap_are_compared_with_their_intervals(qtbot: QtBot, open_on: Open) -> None:
    changes = half_a_year()
    plan = changes.plans["p"]
    assert plan is not None
    days = (TODAY - timedelta(weeks=3), TODAY + timedelta(days=6))
    kept = {
        "lift": "back-squat",
        "instead": "walking-lunge",
        "first": days[0].isoformat(),
        "last": days[1].isoformat(),
    }
    remembered = replace(plan, extra={KEPT_AS: [kept]})
    page = show_progress(qtbot, open_on(replace(changes, plans={"p": remembered})))
    share, running, tightness = (line.text() for line in page.since.lines)
    assert "before" in share
    assert "(" in running
    assert "in it" in tightness
    assert "3 full weeks of the swap so far" in page.since.note.text()
    assert "cause" not in (share + running + tightness)


def test_a_swap_that_is_over_says_so_and_its_numbers_add_up(qtbot: QtBot, open_on: Open) -> None:
    changes = half_a_year()
    plan = changes.plans["p"]
    assert plan is not None
    days = {"first": "2026-09-07", "last": "2026-10-04"}
    kept = {"lift": "back-squat", "instead": "walking-lunge", **days}
    remembered = replace(plan, extra={KEPT_AS: [kept]})
    page = show_progress(qtbot, open_on(replace(changes, plans={"p": remembered})))
    assert page.since.title.text().startswith("Swap 7 Sep 2026 \u2013 4 Oct 2026: ")
    assert "4 full weeks of the swap, which is over" in page.since.note.text()
    for row, digits in ((0, 0), (2, 1)):
        words = page.since.lines[row].text().replace("\u2212", "-").replace("\u00a0", " ")
        before, during = (
            float(found) for found in re.findall(r"([\d.]+)(?: %)? (?:before|in it)", words)
        )
        change = float(re.findall(r"([+-]?[\d.]+)(?: points)? \(", words)[0])
        assert change == pytest.approx(round(during - before, digits))


def test_without_a_plan_the_dialog_says_so_and_leads_to_one(qtbot: QtBot, open_on: Open) -> None:
    page = show_progress(qtbot, open_on(half_a_year(plan=False)))
    dialog = asked(page)
    assert dialog.fault.text().startswith("No plan is running")
    assert not dialog.enter.isVisible()
    with qtbot.waitSignal(page.plan_wanted):
        dialog.new.click()


def test_a_plan_without_big_lifts_has_nothing_to_swap(qtbot: QtBot, open_on: Open) -> None:
    changes = half_a_year()
    light = {
        key: replace(each, blocks=each.blocks[1:])
        for key, each in changes.sessions.items()
        if each is not None
    }
    page = show_progress(qtbot, open_on(replace(changes, sessions=light)))
    dialog = asked(page)
    assert "nothing to swap" in dialog.fault.text()
    assert not dialog.enter.isEnabled()
    dialog.reject()
