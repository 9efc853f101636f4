"""Where the library has little height: large text, or a low window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hemipelvi_gui.domain.exercises import Pattern
from hemipelvi_gui.domain.filters import Filters

if TYPE_CHECKING:
    from hemipelvi_gui.ui.theme import Theme
    from hemipelvi_gui.ui.widgets.library_panel import LibraryPanel


def test_in_a_low_panel_filters_wait_behind_a_button_and_show_all_their_rows(
    panel: LibraryPanel, theme: Theme
) -> None:
    assert not panel.fold.isVisible()
    assert panel.filters.isVisible()
    theme.enlarge(2.0)
    panel.resize(540, 540)
    QApplication.processEvents()
    assert panel.fold.text() == "Filters"
    assert not panel.filters.isVisible()
    panel.list.select(panel.list.exercises.index(0))
    QApplication.processEvents()
    assert panel.why.isVisible()
    cards = [panel.list.visualRect(panel.list.exercises.index(row)) for row in range(2)]
    assert panel.list.viewport().rect().contains(cards[0])
    QTest.mouseClick(panel.fold, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    assert panel.filters.isVisible()
    section = panel.filters.menus["sections"]
    assert panel.filters.rect().contains(section.geometry())
    panel.filters.choose(Filters(patterns=frozenset({Pattern.LUNGE})))
    QTest.mouseClick(panel.fold, Qt.MouseButton.LeftButton)
    assert not panel.filters.isVisible()
    assert panel.fold.text() == "Filters (1)"
