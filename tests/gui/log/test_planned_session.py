"""A planned session is written down on the Log page, from wherever it is asked for."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from hemipelvi_gui.domain import edits
from hemipelvi_gui.domain.agenda_edits import skip
from hemipelvi_gui.domain.changes import Changes
from hemipelvi_gui.domain.diary import DoneItem, DoneSession
from tests.builders import session_of
from tests.done import done_as_planned
from tests.gui.log.conftest import click, press

# A plan of five weeks that gets heavier, in its window.
from tests.gui.progress.conftest import TODAY, open_on, window  # noqa: F401  # fixtures

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from hemipelvi_gui.domain.agenda import Agenda
    from hemipelvi_gui.ui.main_window import MainWindow
    from hemipelvi_gui.ui.pages.log import LogPage
    from tests.gui.progress.conftest import Open

CONTROL = Qt.KeyboardModifier.ControlModifier
TUESDAY = date(2026, 11, 17)


@pytest.fixture
def front(qtbot: QtBot, window: MainWindow) -> MainWindow:  # noqa: F811
    """The window with the keyboard in it."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


@pytest.fixture
def page(front: MainWindow) -> LogPage:
    """The Log page on last Tuesday's session."""
    return logged(front)


def logged(window: MainWindow, session_id: str = "week-1") -> LogPage:  # noqa: F811
    window.plans.done(session_id)
    QApplication.processEvents()
    assert window.pages.name() == "log"
    return window.pages.log


def written(page: LogPage) -> LogPage:
    """All of it is done as planned."""
    page.go_to_paper()
    page.paper.table.plan_all()
    page.show_finish()
    page.finish.write()
    return page


def diary(window: MainWindow) -> list[DoneSession]:  # noqa: F811
    return list(window.plans.weeks.whole("p").diary.values())


def names(window: MainWindow) -> list[str]:  # noqa: F811
    stack = window.desk.document.undo_stack
    return [stack.text(at) for at in range(stack.index())]


def focus() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def said(window: MainWindow, say: Callable[[], object]) -> list[str]:  # noqa: F811
    heard: list[str] = []
    window.desk.messages.shown.connect(lambda message: heard.append(message.text))
    say()
    return heard


def test_the_day_and_the_numbers_are_those_that_were_planned(page: LogPage) -> None:
    assert page.day.day == TUESDAY
    assert focus() is page.view.done
    page.bench.choose(1)
    fields = page.view.fields
    assert (fields.amount.text, fields.load.text, fields.rpe.text) == ("5", "100 kg", "8")
    page.paper.table.plan_all()
    page.show_finish()
    panel = page.finish
    assert (panel.effort.value, panel.minutes.text()) == (None, "not given")
    panel.write()
    (done,) = diary(page.window())  # type: ignore[arg-type]
    assert (done.session, done.name, done.date) == ("week-1", "Strength A", TUESDAY)
    assert {each.item: len(each.sets) for each in done.items} == {"i1": 3, "i2": 3, "i3": 2}
    assert (done.start, done.rpe, done.seconds) == (time(18), None, None)


def test_by_keyboard_alone_with_effort_minutes_and_notes(front: MainWindow) -> None:
    front.pages.open_session("week-1")
    QTest.keyClick(front, Qt.Key.Key_Return, CONTROL)
    QApplication.processEvents()
    page = front.pages.log
    press(*[Qt.Key.Key_Space] * 8)
    assert page.view.name.text() == "All done."
    press(Qt.Key.Key_Return, "7", "55", Qt.Key.Key_Tab, "Good", Qt.Key.Key_Return)
    assert diary(front)[0].going
    QTest.keyClick(focus(), Qt.Key.Key_Return, CONTROL)
    (done,) = diary(front)
    assert (done.rpe, done.seconds, done.notes) == (7, 55 * 60, "Good")
    assert not done.going


def test_what_is_left_out_was_not_done(front: MainWindow, page: LogPage) -> None:
    click(page.view.done)
    page.show_finish()
    assert page.finish.open_words.text().startswith("3 exercises")
    page.finish.write()
    assert {each.item: len(each.sets) for each in diary(front)[0].items} == {"i3": 1}


def test_nothing_at_all_is_not_written(front: MainWindow, page: LogPage) -> None:
    page.show_finish()
    press(Qt.Key.Key_Return)
    assert page.finish.isVisible()
    assert page.finish.fault.isVisible()
    assert diary(front) == []
    press("6", Qt.Key.Key_Return)
    assert diary(front)[0].rpe == 6


def test_the_menu_of_the_session_leads_to_its_log(
    qtbot: QtBot,
    open_on: Open,  # noqa: F811
) -> None:
    window = open_on()  # noqa: F811
    heard = said(window, window.actions_by_name["done"].trigger)
    assert heard == ["There is nothing in this session yet to write down."]
    assert window.pages.name() == "build"
    session = session_of("back-squat 3x5 @8 100kg")
    window.desk.document.add_session("new session", session)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window, Qt.Key.Key_Return, CONTROL)
    QApplication.processEvents()
    page = window.pages.log
    assert window.pages.name() == "log"
    assert page.view.name.text() == "Back squat"
    click(page.view.done)
    window.desk.document.undo_stack.undo()
    assert window.pages.name() == "log"
    click(page.view.done)
    (done,) = window.logs.logbook.whole.diary.values()
    assert (done.session, done.date) == (session.id, TODAY)


def test_what_is_undone_from_build_is_seen(front: MainWindow) -> None:
    front.pages.open_session("week-1")
    front.plans.done_shown()
    written(front.pages.log)
    front.pages.show_build()
    front.desk.document.undo_stack.undo()
    assert front.pages.name() == "log"
    assert front.pages.log.day.day == TUESDAY


def test_a_session_that_is_gone_is_not_opened(front: MainWindow) -> None:
    front.pages.show_week()
    heard = said(front, lambda: front.plans.done("nowhere"))
    assert heard == ["This session is not there any more."]
    assert front.pages.name() == "week"


def test_what_was_skipped_and_changed_meanwhile_is_not_skipped_and_keeps_the_change(
    front: MainWindow,
) -> None:
    def skipped(agenda: Agenda) -> Agenda:
        return skip(agenda, ("week-1",))

    front.plans.weeks.push("skip", skipped)
    page = logged(front)
    front.pages.open_session("week-1")
    front.desk.document.push("rename", lambda session: edits.describe(session, name="Legs"))
    front.pages.show_log()
    click(page.view.done)
    session = front.desk.shelf.session("week-1")
    assert (session.skipped, session.name) == (False, "Legs")
    assert len(diary(front)) == 1


def test_nothing_is_done_in_the_future(front: MainWindow) -> None:
    page = logged(front, "week-3")
    assert page.day.day == TODAY
    click(page.view.done)
    assert diary(front)[0].date == TODAY


def test_what_was_done_long_ago_is_found_in_its_plan_and_changed(front: MainWindow) -> None:
    written(logged(front))
    weeks = front.plans.weeks
    weeks.show_day(date(2028, 1, 3))
    front.pages.log.day.show(TODAY)
    page = logged(front)
    assert page.day.day == TUESDAY
    assert page.summary.isVisible()
    click(page.summary.change)
    assert page.view.name.text() == "All done."
    click(page.view.chips.buttons[0])
    press("3", Qt.Key.Key_Return)
    (done,) = diary(front)
    assert (done.session, done.going) == ("week-1", False)
    assert [each.amount for each in done.items[0].sets] == [20, 20]
    assert [each.amount for each in done.items[-1].sets] == [3, 9, 9]


def test_what_is_changed_again_keeps_what_the_page_cant_say(front: MainWindow) -> None:
    session = front.plans.weeks.whole("p").sessions["week-1"]
    done = done_as_planned(session, TODAY, "d1")
    by_id = {each.item: each for each in done.items}
    squat = replace(by_id["i1"], extra={"bar": "red"})
    lunge = replace(by_id["i2"], notes="left knee")
    beside = DoneItem("pull-up", sets=by_id["i1"].sets)
    unsaid = DoneItem("dead-bug", notes="tried")
    entry = replace(done, items=(squat, lunge, beside, unsaid), rpe=7.25, seconds=90.0)
    front.logs.logbook.put("log", entry)
    page = logged(front)
    assert page.day.day == TODAY
    texts = [page.sets.tasks.item(row).text() for row in range(page.sets.tasks.count())]
    assert [text for text in texts if text.startswith("\u2013")] == ["\u2013 0/2 A-skip"]
    place = next(row for row, text in enumerate(texts) if "Walking lunge" in text)
    workout = page.bench.workout
    assert workout is not None
    seven = replace(workout.tasks[place].sets[0], amount=7)
    page.bench.correct(place, 0, seven)
    page.show_finish()
    assert page.finish.delete.isVisible()
    page.finish.write()
    (kept,) = diary(front)
    assert (kept.id, kept.rpe, kept.seconds) == ("d1", 7.25, 90.0)
    exercises = [each.exercise for each in kept.items]
    assert exercises == ["back-squat", "walking-lunge", "pull-up", "dead-bug"]
    assert kept.items[0] == squat
    assert (kept.items[1].notes, kept.items[1].sets[0].amount) == ("left knee", 7)
    assert kept.items[3] == unsaid


def test_finishing_what_was_not_changed_is_no_step(front: MainWindow) -> None:
    written(logged(front))
    steps = names(front)
    page = logged(front)
    page.show_finish()
    assert said(front, page.finish.write) == []
    assert names(front) == steps


def test_an_entry_is_deleted_and_comes_back(front: MainWindow) -> None:
    page = logged(written(logged(front)).window())  # type: ignore[arg-type]
    page.show_finish()
    click(page.finish.delete)
    assert diary(front) == []
    assert page.start.isVisible()
    front.desk.document.undo_stack.undo()
    assert len(diary(front)) == 1


def test_logging_goes_on_while_the_plan_is_changed(front: MainWindow, page: LogPage) -> None:
    click(page.view.done)
    week = front.plans.weeks

    def a_day_later(agenda: Agenda) -> Agenda:
        moved = replace(agenda.sessions["week-1"], date=TUESDAY + timedelta(days=1))
        return replace(agenda, sessions={**agenda.sessions, "week-1": moved})

    week.push("move", a_day_later)
    front.pages.show_log()
    click(page.view.done)
    assert page.view.counter.text() == "set 1 of 3"
    gone = Changes(sessions={"week-1": None})
    front.desk.document.replace("delete", front.desk.shelf.at(gone), gone)
    front.pages.show_log()
    click(page.view.done)
    (done,) = front.logs.logbook.whole.diary.values()
    assert (done.date, [len(each.sets) for each in done.items]) == (TUESDAY, [2, 1, 0])
    assert not front.desk.shelf.sessions(("week-1",))


def test_the_session_is_opened_on_build(front: MainWindow, page: LogPage) -> None:
    click(page.to_build)
    assert front.pages.name() == "build"
    assert front.desk.document.session.id == "week-1"
    gone = Changes(sessions={"week-1": None})
    front.desk.document.replace("delete", front.desk.shelf.at(gone), gone)
    front.pages.show_log()
    heard = said(front, lambda: click(page.to_build))
    assert heard == ["This session is not there any more."]
    page.show_finish()
    assert not page.to_build.isVisible()


def test_the_edit_menu_has_what_can_be_done_to_the_days_session(
    qtbot: QtBot, front: MainWindow
) -> None:
    page = logged(front)
    texts = [each.text() for each in front.menus["edit"].actions()]
    assert "Swap the exercise" in texts
    skipping = next(
        each for each in front.menus["edit"].actions() if each.text() == "Skip the exercise"
    )
    skipping.trigger()
    assert page.sets.tasks.item(0).text().startswith("\u2013")
    page.show_finish()
    assert not skipping.isEnabled()
    front.pages.show_build()
    assert "Swap the exercise" not in [each.text() for each in front.menus["edit"].actions()]


def test_what_is_done_instead_says_so_in_the_list(front: MainWindow, page: LogPage) -> None:
    page.bench.swap("goblet-squat")
    first = page.sets.tasks.item(0)
    assert first.text().split("\n")[1].strip() == "instead of A-skip"
    said_of = str(first.data(Qt.ItemDataRole.AccessibleTextRole))
    assert said_of.startswith("Goblet squat, instead of A-skip")
