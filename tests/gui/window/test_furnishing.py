from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from hemipelvi_gui.ui.widgets.place import Place

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from hemipelvi_gui.ui.main_window import MainWindow


def test_panels_come_after_the_first_paint(
    qtbot: QtBot, open_window: Callable[..., MainWindow], keep: Callable[..., None]
) -> None:
    keep()
    window = open_window(show=False)
    assert not any(place.filled for place in window.build.findChildren(Place))
    with qtbot.waitSignal(window.furnished):
        window.show()
    assert all(place.filled for place in window.build.findChildren(Place))
    assert window.build.library.isVisible()
    assert window.build.findings.isVisible()


def test_a_panel_is_there_as_soon_as_somebody_asks(
    open_window: Callable[..., MainWindow], keep: Callable[..., None]
) -> None:
    keep()
    window = open_window(show=False)
    window.build.search()
    assert window.build.library.list.exercises.rowCount() > 0
    assert window.build.library is window.build.library


def test_the_tab_key_finds_a_late_panel_where_it_is_seen(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    above, place, below = QLineEdit(), Place(), QLineEdit()
    column = QVBoxLayout(window)
    for widget in (above, place, below):
        column.addWidget(widget)
    panel = QWidget()
    first, second = QLineEdit(panel), QLineEdit(panel)

    place.fill(panel)

    window.show()
    above.setFocus()
    visited = []
    for _ in range(4):
        focus = window.focusWidget()
        visited.append(focus)
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    assert visited == [above, first, second, below]
