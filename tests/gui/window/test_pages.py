from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QAction
    from pytestqt.qtbot import QtBot

    from hemipelvi_gui.ui.main_window import MainWindow
    from tests.gui.window.conftest import OpenWindow


def edit_menu(window: MainWindow) -> list[QAction]:
    return [each for each in window.menus["edit"].actions() if not each.isSeparator()]


def test_the_page_one_left_is_there_after_a_restart(
    qtbot: QtBot, open_window: OpenWindow, keep: Callable[..., None]
) -> None:
    keep()
    window = open_window()
    qtbot.waitUntil(lambda: bool(edit_menu(window)[2:]))
    window.pages.show_week()
    open_window.shut()  # type: ignore[attr-defined]
    again = open_window()
    qtbot.waitUntil(lambda: again.pages.name() == "week")
    again.pages.show_build()
    open_window.shut()  # type: ignore[attr-defined]
    third = open_window()
    qtbot.waitUntil(lambda: bool(edit_menu(third)[2:]))
    assert third.pages.name() == "build"


def test_the_edit_menu_has_what_the_page_can_do(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: bool(edit_menu(window)[2:]))
    always = edit_menu(window)[:2]
    on_build = edit_menu(window)[2:]
    window.pages.show_week()
    assert edit_menu(window)[:2] == always
    on_week = edit_menu(window)[2:]
    assert window.pages.week.card_actions.skip in on_week
    assert not set(on_week) & set(on_build)
    window.pages.show_library()
    assert edit_menu(window) == always
    window.pages.show_build()
    assert edit_menu(window)[2:] == on_build


def test_pages_have_keys(window: MainWindow) -> None:
    keys = {
        Qt.Key.Key_2: "week",
        Qt.Key.Key_3: "log",
        Qt.Key.Key_4: "progress",
        Qt.Key.Key_5: "library",
        Qt.Key.Key_1: "build",
    }
    for key, name in keys.items():
        QTest.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
        assert window.pages.name() == name
