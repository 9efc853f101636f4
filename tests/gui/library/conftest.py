from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hemipelvi_gui.domain.library import load_exercises
from hemipelvi_gui.domain.session import Session
from hemipelvi_gui.paths import resource
from hemipelvi_gui.ui.document import Document
from hemipelvi_gui.ui.theme import Theme
from hemipelvi_gui.ui.widgets.library_panel import LibraryPanel

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from hemipelvi_gui.domain.exercises import Exercise


@pytest.fixture(scope="session")
def library() -> dict[str, Exercise]:
    return load_exercises(resource("exercises"))


@pytest.fixture
def theme(qtbot: QtBot) -> Iterator[Theme]:
    from PySide6.QtWidgets import QApplication

    app = QApplication.instance()
    assert isinstance(app, QApplication)
    made = Theme(app, "light")
    yield made
    made.deleteLater()


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
