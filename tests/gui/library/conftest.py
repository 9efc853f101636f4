from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hemipelvi_gui.domain.session import Session
from hemipelvi_gui.ui.document import Document
from hemipelvi_gui.ui.widgets.library_panel import LibraryPanel

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from hemipelvi_gui.domain.exercises import Exercise
    from hemipelvi_gui.ui.theme import Theme


@pytest.fixture
def document(qtbot: QtBot, library: dict[str, Exercise]) -> Document:
    return Document(Session("session-1", "Tuesday"), library)


@pytest.fixture
def panel(qtbot: QtBot, theme: Theme, document: Document) -> LibraryPanel:
    made = LibraryPanel(theme, document)
    qtbot.addWidget(made)
    made.resize(316, 760)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.focus_search()
    qtbot.waitUntil(made.search.hasFocus)
    return made
