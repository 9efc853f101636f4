from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hemipelvi_gui.domain import edits
from hemipelvi_gui.domain.session import items
from hemipelvi_gui.ui.dialogs.pelvis_dialog import EXERCISE, RUNNING, SESSION, PelvisDialog
from hemipelvi_gui.ui.document import Document
from hemipelvi_gui.ui.widgets.pelvis_scenes import ExerciseScene, RunningScene, SessionScene
from tests.builders import library, session_of

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from hemipelvi_gui.ui.theme import Theme


@pytest.fixture
def document() -> Document:
    return Document(session_of("back-squat 3x5 @7", "walking-lunge 3x8/side @7"), library())


def test_a_chosen_exercise_is_played_and_can_lie_beside_running(
    qtbot: QtBot, theme: Theme, document: Document
) -> None:
    dialog = PelvisDialog(theme, document, library()["walking-lunge"])
    qtbot.addWidget(dialog)
    dialog.open()
    assert isinstance(dialog.player.figure.scene, ExerciseScene)
    dialog.player.compare.click()
    assert dialog.player.figure.beside_running


def test_without_an_exercise_it_shows_running(
    qtbot: QtBot, theme: Theme, document: Document
) -> None:
    dialog = PelvisDialog(theme, document)
    qtbot.addWidget(dialog)
    assert dialog.choices.checkedId() == RUNNING
    assert isinstance(dialog.player.figure.scene, RunningScene)
    assert not dialog.choices.button(EXERCISE).isEnabled()


def test_the_session_is_played_and_followed(qtbot: QtBot, theme: Theme, document: Document) -> None:
    dialog = PelvisDialog(theme, document)
    qtbot.addWidget(dialog)
    dialog.open()
    QTest.mouseClick(dialog.choices.button(SESSION), Qt.MouseButton.LeftButton)
    assert isinstance(dialog.player.figure.scene, SessionScene)
    before = dialog.player.figure.duration
    item = next(iter(document.session.blocks[0].items))
    document.push("delete", lambda session: edits.remove(session, {item.id}))
    assert dialog.player.figure.duration < before
    everything = {each.id for each in items(document.session)}
    document.push("delete", lambda session: edits.remove(session, everything))
    assert dialog.nothing.isVisible()
    assert not dialog.player.isVisible()


def test_it_names_the_exercise_it_plays(qtbot: QtBot, theme: Theme, document: Document) -> None:
    dialog = PelvisDialog(theme, document, library()["walking-lunge"])
    qtbot.addWidget(dialog)
    dialog.open()
    assert dialog.name.isVisible()
    assert dialog.name.text() == "Walking lunge"
    dialog.choices.button(RUNNING).click()
    assert not dialog.name.isVisible()
