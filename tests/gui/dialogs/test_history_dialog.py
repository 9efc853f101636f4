from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hemipelvi_gui.storage import SavedVersion
from hemipelvi_gui.ui.dialogs.history_dialog import HistoryDialog
from hemipelvi_gui.ui.dialogs.words import moment_words

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from hemipelvi_gui.domain.exercises import Exercise
    from hemipelvi_gui.domain.session import Session
    from hemipelvi_gui.ui.theme import Theme
    from tests.gui.dialogs.conftest import Show


def saved(count: int) -> list[SavedVersion]:
    return [
        SavedVersion(number, number - 1 or None, "hash", f"2026-11-20T1{number}:00:00+00:00")
        for number in range(1, count + 1)
    ]


@pytest.fixture
def dialog(
    show: Show, theme: Theme, library: dict[str, Exercise], tuesday: Session
) -> HistoryDialog:
    def load(version: int) -> Session:
        return replace(tuesday, blocks=tuesday.blocks[:version], version=version)

    return show(HistoryDialog(theme, library, saved(3), load))


def test_newest_first_and_the_one_before_is_chosen(dialog: HistoryDialog) -> None:
    rows = dialog.list.rows
    assert [rows.row_at(number).key for number in range(3)] == ["3", "2", "1"]
    assert rows.row_at(0).line == "4 exercises · as it is now"
    assert (rows.row_at(1).line, rows.row_at(1).note) == ("2 exercises", "0 % asymmetric")
    assert dialog.list.key == "2"


def test_enter_brings_the_chosen_version_back(qtbot: QtBot, dialog: HistoryDialog) -> None:
    QTest.keyClick(dialog.list, Qt.Key.Key_Down)
    with qtbot.waitSignal(dialog.brought_back) as back:
        QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    assert back.args[0].version == 1


def test_what_is_there_now_can_not_be_brought_back(qtbot: QtBot, dialog: HistoryDialog) -> None:
    QTest.keyClick(dialog.list, Qt.Key.Key_Up)
    assert not dialog.back.isEnabled()
    with qtbot.assertNotEmitted(dialog.brought_back):
        QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    assert dialog.isVisible()


def test_a_version_is_listed_at_the_side(qtbot: QtBot, dialog: HistoryDialog) -> None:
    QTest.keyClick(dialog.list, Qt.Key.Key_Down)
    assert dialog.preview.list.rows.rowCount() == 2


def test_with_one_version_it_says_when_there_will_be_more(
    show: Show, theme: Theme, library: dict[str, Exercise], tuesday: Session
) -> None:
    dialog = show(HistoryDialog(theme, library, saved(1), lambda _version: tuesday))
    assert "Each edit is saved" in dialog.hint.text()
    assert not dialog.back.isEnabled()


def test_times_are_said_as_people_say_them() -> None:
    now = datetime(2026, 11, 24, 15, 0, tzinfo=UTC).astimezone()
    clock = now.strftime("%H:%M")
    assert moment_words(now.isoformat(), now) == f"Today, {clock}"
    assert moment_words((now - timedelta(days=1)).isoformat(), now) == f"Yesterday, {clock}"
    assert moment_words((now - timedelta(days=9)).isoformat(), now).startswith("15 Nov 2026, ")
    assert moment_words("long ago", now) == "long ago"
