from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from hemipelvi_gui.domain.session import Session, items
from hemipelvi_gui.storage import open_store
from hemipelvi_gui.ui.dialogs.new_plan_dialog import NewPlanDialog
from hemipelvi_gui.ui.messages import MessageBar
from hemipelvi_gui.ui.offers import ready_sessions
from hemipelvi_gui.ui.pages.welcome import WelcomePage

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from hemipelvi_gui.ui.main_window import MainWindow
    from tests.gui.window.conftest import OpenWindow


def bar(window: MainWindow) -> MessageBar:
    found = window.findChild(MessageBar)
    assert isinstance(found, MessageBar)
    return found


def act(window: MainWindow) -> None:
    """Click the button of the message."""
    (button,) = bar(window).findChildren(QPushButton)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def names_in_file(folder: Path) -> list[str]:
    store = open_store(folder)
    try:
        return [header.name for header in store.headers()]
    finally:
        store.close()


def test_a_deleted_session_comes_back_through_the_message(
    open_window: OpenWindow, keep: Callable[..., None]
) -> None:
    keep(Session("s1", "Monday"), Session("s2", "Friday"))
    window = open_window()
    document = window.desk.document
    shown = document.session
    window.actions_by_name["delete"].trigger()
    assert document.session.id != shown.id
    assert bar(window).text == f"“{shown.name}” is deleted."
    assert shown.id in window.desk.shelf.deleted()
    act(window)
    assert document.session == shown
    assert not bar(window).isVisible()
    assert window.desk.shelf.deleted() == frozenset()


def test_the_offer_to_undo_goes_when_something_else_is_done(window: MainWindow) -> None:
    window.build.add_lunge()
    window.sessions.delete()
    assert bar(window).isVisible()
    window.build.add_lunge()
    assert not bar(window).isVisible()


def test_a_later_message_stays_when_the_offer_goes(window: MainWindow) -> None:
    window.build.add_lunge()
    window.sessions.delete()
    window.desk.messages.say("Written to plan.hemiplan.")
    window.build.add_lunge()
    assert bar(window).isVisible()
    assert bar(window).text == "Written to plan.hemiplan."


def test_deleting_the_last_session_leaves_an_empty_one(
    open_window: OpenWindow, keep: Callable[..., None], home: Path
) -> None:
    keep(Session("s1", "Monday"))
    window = open_window()
    window.sessions.delete()
    assert window.desk.document.session.blocks == ()
    assert window.desk.document.session.id != "s1"
    open_window.shut()  # type: ignore[attr-defined]
    assert names_in_file(home) == []


def test_a_session_that_was_never_changed_can_be_deleted(window: MainWindow) -> None:
    first = window.desk.document.session
    window.sessions.delete()
    assert window.desk.document.session.id != first.id
    window.desk.document.undo_stack.undo()
    assert window.desk.document.session == first


def test_the_title_follows_the_session(window: MainWindow) -> None:
    assert window.windowTitle() == "New session – Hemipelvi"
    window.build.rename()
    edit = window.build.header.name_edit
    edit.selectAll()
    QTest.keyClicks(edit, "Tuesday")
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert window.windowTitle() == "Tuesday – Hemipelvi"
    window.actions_by_name["undo"].trigger()
    assert window.windowTitle() == "New session – Hemipelvi"


def test_new_and_duplicated_sessions_get_names_of_their_own(window: MainWindow) -> None:
    document = window.desk.document
    window.build.add_lunge()
    window.sessions.new()
    assert document.session.name == "New session 2"
    window.build.add_lunge()
    window.sessions.duplicate()
    assert document.session.name == "New session 2 2"
    assert [item.exercise for item in items(document.session)]


def test_a_duplicate_has_no_date(open_window: OpenWindow, keep: Callable[..., None]) -> None:
    keep(Session("s1", "Monday", date=date(2026, 3, 2)))
    window = open_window()
    window.sessions.duplicate()
    assert window.desk.document.session.date is None
    assert window.desk.document.session.name == "Monday 2"


def test_a_ready_session_is_a_copy_each_time(window: MainWindow) -> None:
    ready = ready_sessions("sessions")[0]
    window.sessions.start_from(ready)
    first = window.desk.document.session
    window.sessions.start_from(ready)
    second = window.desk.document.session
    assert first.id != second.id != ready.id
    assert second.name == f"{first.name} 2"


def test_the_first_page_leads_to_a_ready_session_and_is_never_in_the_way_again(
    open_window: OpenWindow,
) -> None:
    window = open_window()
    (page,) = window.findChildren(WelcomePage)
    assert page.isVisible()
    QTest.mouseClick(page.buttons[1], Qt.MouseButton.LeftButton)
    assert window.build.isVisible()
    assert len(list(items(window.desk.document.session))) > 2
    name = window.desk.document.session.name
    open_window.shut()  # type: ignore[attr-defined]
    again = open_window()
    assert again.findChildren(WelcomePage) == []
    assert again.desk.document.session.name == name


def test_the_session_of_last_time_is_on_the_screen(
    open_window: OpenWindow, keep: Callable[..., None]
) -> None:
    keep(Session("s1", "Monday"), Session("s2", "Friday"))
    window = open_window()
    assert window.desk.document.session.name == "Friday"
    window.sessions.open("s1")
    open_window.shut()  # type: ignore[attr-defined]
    assert open_window().desk.document.session.name == "Monday"


def test_an_earlier_version_comes_back_as_one_step(
    open_window: OpenWindow, keep: Callable[..., None]
) -> None:
    keep(Session("s1", "Monday"))
    window = open_window()
    document, shelf = window.desk.document, window.desk.shelf
    document.push("rename session", lambda session: replace(session, name="Tuesday"))
    assert window.desk.saver.settle()
    versions = shelf.versions("s1")
    assert [each.version for each in versions] == [1, 2]
    earlier = shelf.saved_version("s1", 1)
    window.sessions._bring_back(earlier)  # noqa: SLF001  # what the dialog's button calls
    assert document.session.name == "Monday"
    document.undo_stack.undo()
    assert document.session.name == "Tuesday"


def test_the_first_page_leads_to_plans_too(open_window: OpenWindow) -> None:
    window = open_window()
    (page,) = window.findChildren(WelcomePage)
    QTest.mouseClick(page.plan, Qt.MouseButton.LeftButton)
    assert window.pages.name() == "week"
    (dialog,) = window.findChildren(NewPlanDialog)
    assert dialog.isVisible()
    dialog.close()
