from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Protocol, TypeVar

import pytest
from PySide6.QtWidgets import QApplication

from hemipelvi_gui.domain.grammar import parse
from hemipelvi_gui.domain.session import Block, BlockKind, Item, Section, Session
from hemipelvi_gui.ui.dialogs.frame import ThemedDialog, remember_sizes
from hemipelvi_gui.ui.document import Document

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from hemipelvi_gui.domain.exercises import Exercise

Dialog = TypeVar("Dialog", bound=ThemedDialog)


class Show(Protocol):
    """Shows a dialog as the window does."""

    def __call__(self, dialog: Dialog) -> Dialog: ...


@pytest.fixture
def show(qtbot: QtBot) -> Iterator[Show]:
    remember_sizes({})
    shown: list[ThemedDialog] = []

    def shows(dialog: Dialog) -> Dialog:
        shown.append(dialog)
        with qtbot.waitExposed(dialog):
            dialog.show()
        dialog.activateWindow()
        return dialog

    yield shows
    for dialog in shown:
        # A dialog deletes itself when it closes, so some are gone by now.
        if dialog in QApplication.topLevelWidgets():
            dialog.close()
    QApplication.sendPostedEvents(None, 52)  # QEvent.Type.DeferredDelete


def item(item_id: str, exercise: str, how: str) -> Item:
    return Item(item_id, exercise, parse(how))


@pytest.fixture
def tuesday() -> Session:
    strength = Section.STRENGTH
    return Session(
        "tuesday",
        "Tuesday",
        (
            Block(
                "b1", Section.PREPARE, (item("lift", "90-90-hip-lift-with-reach", "2x5br/side"),)
            ),
            Block("b2", strength, (item("dead", "trap-bar-deadlift", "3x5 @7 100kg rest 150"),)),
            Block(
                "b3",
                strength,
                (
                    item("lunge", "walking-lunge", "3x8/side @7 2x16kg"),
                    item("single", "single-leg-romanian-deadlift", "3x8/side 20kg"),
                ),
                BlockKind.SUPERSET,
            ),
        ),
        date=date(2026, 11, 24),
    )


@pytest.fixture
def document(qtbot: QtBot, tuesday: Session, library: dict[str, Exercise]) -> Document:
    return Document(tuesday, library)
