"""What was done tells the numbers of the next time, to take or to leave."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hemipelvi_gui.coach.starting import begin_empty
from hemipelvi_gui.domain.check_ins import CheckIn
from hemipelvi_gui.domain.grammar import write
from hemipelvi_gui.domain.plan_edits import added
from hemipelvi_gui.domain.session import items
from hemipelvi_gui.ui.dialogs.progress_dialog import ProgressDialog
from tests.gui.log.conftest import click, keys_with_alt

# A plan of five weeks that gets heavier, in its window.
from tests.gui.progress.conftest import TODAY, open_on, window  # noqa: F401  # fixtures

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from hemipelvi_gui.ui.dialogs.next_time import NextTime
    from hemipelvi_gui.ui.main_window import MainWindow
    from hemipelvi_gui.ui.pages.log import LogPage

CONTROL, NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier
SQUAT, LUNGE = "Back squat", "Walking lunge"


@pytest.fixture
def page(qtbot: QtBot, window: MainWindow) -> LogPage:  # noqa: F811
    """The Log page on last Tuesday's session, with the keyboard."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return logged(window)


def logged(window: MainWindow) -> LogPage:  # noqa: F811
    window.plans.done("week-1")
    QApplication.processEvents()
    return window.pages.log


def put(page: LogPage, exercise: str, *cells: str) -> None:
    """Type a row of the sheet."""
    model = page.paper.model
    rows = [str(model.index(row, 0).data()) for row in range(model.rowCount())]
    model.put({(rows.index(exercise), number): text for number, text in enumerate(cells)})


def finish(page: LogPage) -> NextTime:
    """All the rest as planned."""
    page.go_to_paper()
    page.paper.table.plan_all()
    page.show_finish()
    page.finish.write()
    QApplication.processEvents()
    assert page.next.isVisible()
    assert page.next.page is not None
    return page.next.page


def numbers(page: LogPage, session_id: str = "week-2") -> dict[str, str]:
    session = page._desk.shelf.session(session_id)  # noqa: SLF001
    return {item.id: write(item.prescription) for item in items(session)}


def progress_dialogs(page: LogPage) -> list[ProgressDialog]:
    return [each for each in page.window().findChildren(ProgressDialog) if each.isVisible()]


def ten_lunges(page: LogPage) -> None:
    put(page, LUNGE, "10 2x16kg @7", "10 2x16kg @7", "10 2x16kg @7")


def test_they_are_shown_with_reasons_and_not_taken_by_themselves(page: LogPage) -> None:
    ten_lunges(page)
    before = numbers(page)
    offered = finish(page)
    said = {tick.text(): str(each.reason) for tick, each in offered.ticks.items()}
    assert said["Back squat: 3 × 5 · 100 kg → 102.5 kg"].startswith("All 3 × 5 done at RPE 8")
    assert len(said) == 2
    # The key that wrote it down may still be held.
    for modifiers in (NONE, CONTROL):
        held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, modifiers, "", True)
        focus = QApplication.focusWidget()
        assert focus in offered.ticks
        QApplication.sendEvent(focus, held)
    assert offered.isVisible()
    click(offered.leave)
    assert page.start.isVisible()
    assert numbers(page) == before


def test_ticked_numbers_are_taken_as_one_step(page: LogPage) -> None:
    ten_lunges(page)
    offered = finish(page)
    _, lunge = offered.ticks
    click(lunge)
    stack = page._document.undo_stack  # noqa: SLF001
    steps = stack.count()
    click(offered.take)
    taken = numbers(page)
    assert (taken["i1"], taken["i2"]) == ("3x5 @8 102.5kg", "3x8-10/side @7 2x16kg")
    assert (stack.count(), stack.undoText()) == (steps + 1, "take the next numbers of Strength A")
    stack.undo()
    assert numbers(page)["i1"] == "3x5 @8 100kg"


def test_they_are_taken_whatever_weeks_were_shown_meanwhile(page: LogPage) -> None:
    offered = finish(page)
    weeks = page._weeks  # noqa: SLF001
    weeks.push("begin Other", lambda agenda: added(agenda, begin_empty("Other", TODAY, 4)))
    weeks.show_plan(next(each.id for each in weeks.plans() if each.name == "Other"))
    weeks.show_day(TODAY + timedelta(days=900))
    offered.choose()
    assert numbers(page)["i1"] == "3x5 @8 102.5kg"


def test_enter_takes_them_and_on_a_link_follows_it(qtbot: QtBot, page: LogPage) -> None:
    offered = finish(page)
    offered.progress.setFocus()
    QTest.keyClick(offered.progress, Qt.Key.Key_Return)
    (dialog,) = progress_dialogs(page)
    dialog.reject()
    page.window().activateWindow()
    qtbot.waitUntil(page.window().isActiveWindow)
    assert page.pages.currentWidget() is page.start
    again = logged(page.window())  # type: ignore[arg-type]
    again.show_finish()
    again.finish.write()
    QApplication.processEvents()
    tick = QApplication.focusWidget()
    assert again.next.page is not None
    assert tick in again.next.page.ticks
    QTest.keyClick(tick, Qt.Key.Key_Return)
    assert numbers(page)["i1"] == "3x5 @8 102.5kg"


def test_later_sessions_with_other_numbers_lead_to_what_becomes_of_that_plan(
    page: LogPage,
) -> None:
    weeks = page._weeks  # noqa: SLF001
    weeks.push("begin Other", lambda agenda: added(agenda, begin_empty("Other", TODAY, 4)))
    weeks.show_plan(next(each.id for each in weeks.plans() if each.name == "Other"))
    offered = finish(logged(page.window()))  # type: ignore[arg-type]
    assert offered.progress.text().endswith(
        "later sessions were planned from other numbers. Look\u2026"
    )
    click(offered.progress)
    (dialog,) = progress_dialogs(page)
    assert dialog.heading.text() == "Winter"
    assert dialog.model.rowCount() > 0
    assert weeks.plan is not None
    assert weeks.plan.name == "Winter"


def test_what_stays_is_said_too(page: LogPage) -> None:
    put(page, SQUAT, "5 100kg", "5 100kg", "3")
    put(page, LUNGE, "6 2x16kg", "6", "6")
    offered = finish(page)
    assert offered.ticks == {}
    assert not offered.take.isVisible()
    click(offered.leave)
    assert numbers(page)["i1"] == "3x5 @8 100kg"


def test_after_pain_nothing_heavier_is_among_them(page: LogPage) -> None:
    page.day.logbook.put("check in", CheckIn("c", TODAY - timedelta(days=5), pain=4))
    offered = finish(logged(page.window()))  # type: ignore[arg-type]
    assert offered.ticks == {}
    assert not offered.take.isVisible()


def test_no_key_with_alt_means_two_things(page: LogPage) -> None:
    finish(page)
    keys = keys_with_alt(page)
    assert {"Alt+K", "Alt+T"} <= set(keys)
    assert len(keys) == len(set(keys)), sorted(keys)
