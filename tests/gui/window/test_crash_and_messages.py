from __future__ import annotations

import logging
import sys
import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolButton

from hemipelvi_gui.domain.errors import KnownError
from hemipelvi_gui.domain.text import translate
from hemipelvi_gui.ui.dialogs.crash_dialog import CrashDialog
from hemipelvi_gui.ui.messages import MessageBar, error_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from hemipelvi_gui.ui.main_window import MainWindow

BUG = pytest.mark.allow_log("hemipelvi")


def reports() -> list[CrashDialog]:
    tops = QApplication.topLevelWidgets()
    return [each for each in tops if isinstance(each, CrashDialog) and each.isVisible()]


def bar(window: MainWindow) -> MessageBar:
    found = window.findChild(MessageBar)
    assert isinstance(found, MessageBar)
    return found


@pytest.fixture
def hooks() -> Iterator[None]:
    before = sys.excepthook, threading.excepthook
    yield
    sys.excepthook, threading.excepthook = before
    for dialog in reports():
        dialog.close()
        dialog.deleteLater()


def break_down() -> None:
    raise ZeroDivisionError("no sets to divide by")


def caught(function: object) -> BaseException:
    try:
        function()  # type: ignore[operator]
    except BaseException as error:  # whatever it is
        return error
    raise AssertionError


@BUG
@pytest.mark.usefixtures("hooks")
def test_a_bug_is_shown_once_and_the_window_goes_on(qtbot: QtBot, window: MainWindow) -> None:
    window.desk.crash.install()
    for _ in range(3):
        error = caught(break_down)
        sys.excepthook(type(error), error, error.__traceback__)
    qtbot.waitUntil(lambda: len(reports()) == 1)
    (dialog,) = reports()
    assert "no sets to divide by" in dialog.report.toPlainText()
    assert "break_down" in dialog.report.toPlainText()
    (copy,) = [b for b in dialog.findChildren(QPushButton) if "Copy" in b.text()]
    QTest.mouseClick(copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == dialog.report.toPlainText()
    window.build.add_lunge()
    assert window.desk.document.session.blocks
    assert window.desk.saver.settle()


@BUG
@pytest.mark.usefixtures("hooks")
def test_a_bug_in_a_thread_is_shown_too(qtbot: QtBot, window: MainWindow) -> None:
    window.desk.crash.install()
    thread = threading.Thread(target=break_down)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: len(reports()) == 1)


@BUG
@pytest.mark.usefixtures("hooks")
def test_a_report_goes_to_the_log(window: MainWindow, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR, logger="hemipelvi"):
        window.desk.crash.report(caught(break_down))
    assert "ZeroDivisionError" in caplog.text


@pytest.mark.usefixtures("hooks")
def test_a_fault_of_the_world_is_said_and_is_no_crash(qtbot: QtBot, window: MainWindow) -> None:
    window.desk.crash.install()
    error = KnownError("The disk is gone.", "Put it back.")
    sys.excepthook(KnownError, error, None)
    qtbot.waitUntil(lambda: bar(window).isVisible())
    assert bar(window).text == "The disk is gone. Put it back."
    assert reports() == []


def test_words_of_an_error_are_message_and_advice() -> None:
    advice = translate("Test", "Use {other}.", other="another")
    assert error_words(KnownError("Wrong.", advice)) == "Wrong. Use another."
    assert error_words(KnownError("Wrong.", "")) == "Wrong."


def test_a_message_stays_until_it_is_closed_or_acted_on(window: MainWindow) -> None:
    calls: list[str] = []
    window.desk.messages.say("Saved & done", ("Try & see", lambda: calls.append("done")))
    shown = bar(window)
    assert shown.isVisible()
    assert shown.accessibleName() == "Saved & done"
    (button,) = shown.findChildren(QPushButton)
    assert button.text() == "Try && see"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert calls == ["done"]
    assert not shown.isVisible()

    window.desk.messages.say("Written.")
    assert not button.isVisible()
    (close,) = shown.findChildren(QToolButton)
    QTest.mouseClick(close, Qt.MouseButton.LeftButton)
    assert not shown.isVisible()
    window.desk.messages.fail(KnownError("Wrong.", ""))
    window.desk.messages.clear()
    assert not shown.isVisible()


def test_a_message_moves_nothing_and_covers_no_line_to_type_in(window: MainWindow) -> None:
    page = window.pages
    page.show_week()
    QApplication.processEvents()
    before = page.geometry()
    window.desk.messages.say("Strength B: now in the week of 14\u201320 December.")
    QApplication.processEvents()
    assert page.geometry() == before
    shown, line = bar(window), page.week.line
    top = line.mapTo(window, line.rect().topLeft()).y()
    assert shown.mapTo(window, shown.rect().bottomLeft()).y() < top
    window.resize(window.width() - 200, window.height() - 60)
    QApplication.processEvents()
    assert window.rect().contains(QRect(shown.mapTo(window, QPoint()), shown.size()))


def test_what_only_tells_goes_by_itself_and_a_failure_stays(window: MainWindow) -> None:
    shown, messages = bar(window), window.desk.messages
    (timer,) = shown.findChildren(QTimer)
    messages.say("Written.")
    assert timer.isActive()
    timer.timeout.emit()
    assert not shown.isVisible()
    window.build.add_lunge()
    stack = window.desk.document.undo_stack
    messages.say_undoable("Added.", stack)
    timer.timeout.emit()
    assert not shown.isVisible()
    assert stack.canUndo()
    messages.fail(KnownError("Wrong.", ""))
    assert not timer.isActive()
    messages.say("Not all is in the file.", ("Close and lose it", lambda: None))
    assert not timer.isActive()
    assert shown.isVisible()


def test_a_message_does_not_go_from_under_the_pointer_or_the_keyboard(window: MainWindow) -> None:
    shown, stack = bar(window), window.desk.document.undo_stack
    (timer,) = shown.findChildren(QTimer)
    window.build.add_lunge()
    window.desk.messages.say_undoable("Added.", stack)
    shown.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    timer.timeout.emit()
    assert shown.isVisible()
    assert timer.isActive()
    shown.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, False)
    timer.timeout.emit()
    assert not shown.isVisible()


def test_markup_in_a_message_is_shown_as_it_is(window: MainWindow) -> None:
    text = "<img src='file:///picture.png'> <b>bold</b>"
    window.desk.messages.say(text)
    (label,) = bar(window).findChildren(QLabel)
    assert label.text() == text
    assert label.textFormat() is Qt.TextFormat.PlainText


def test_a_message_that_passes_goes_before_a_dialog_and_a_failure_stays(
    window: MainWindow,
) -> None:
    shown, messages = bar(window), window.desk.messages
    messages.say_undoable("Written down.", window.desk.document.undo_stack)
    assert shown.isVisible()
    window.plans.gyms()
    assert not shown.isVisible()
    messages.fail(KnownError("Wrong.", ""))
    window.plans.gyms()
    assert shown.isVisible()
