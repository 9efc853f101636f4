"""Enter on the Library page shows, and Ctrl+Enter adds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.builders import library

if TYPE_CHECKING:
    from hemipelvi_gui.ui.main_window import MainWindow
    from hemipelvi_gui.ui.pages.library import LibraryPage


def test_enter_shows_what_was_found_and_control_enter_adds_it(
    page: LibraryPage, window: MainWindow
) -> None:
    before = window.desk.document.session
    page.library.search.setText("walking lunge")
    QTest.keyClick(page.library.search, Qt.Key.Key_Return)
    assert page.isVisible()
    assert page.exercise == library()["walking-lunge"]
    assert page.library.list.hasFocus()
    QTest.keyClick(page.library.list, Qt.Key.Key_Return)
    assert window.desk.document.session == before
    control = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(page.library.list, Qt.Key.Key_Return, control)
    assert not page.isVisible()
    assert window.desk.document.session != before


def test_control_enter_in_the_search_field_adds_too(page: LibraryPage, window: MainWindow) -> None:
    page.library.search.setText("walking lunge")
    control = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(page.library.search, Qt.Key.Key_Return, control)
    card = window.build.canvas.current_card()
    assert card is not None
    assert card.exercise == library()["walking-lunge"]
