from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from hemipelvi_gui import __version__
from hemipelvi_gui.domain.settings import Settings
from hemipelvi_gui.ui.dialogs.about_dialog import AboutDialog, notices
from hemipelvi_gui.ui.dialogs.frame import remember_sizes, remembered_sizes
from hemipelvi_gui.ui.dialogs.settings_dialog import SettingsDialog
from hemipelvi_gui.ui.dialogs.shortcuts_dialog import ShortcutsDialog

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from hemipelvi_gui.ui.theme import Theme
    from tests.gui.dialogs.conftest import Show


def action(text: str, *keys: str) -> QAction:
    made = QAction(text)
    made.setShortcuts([QKeySequence(key) for key in keys])
    return made


@pytest.fixture
def shortcuts(show: Show, theme: Theme) -> ShortcutsDialog:
    groups = {
        "File": [action("&New session", "Ctrl+N"), action("&Print…", "Ctrl+P")],
        "Edit": [action("Cut && paste", "Ctrl+X", "Ctrl+V"), action("No key")],
        "View": [action("Nothing")],
    }
    return show(ShortcutsDialog(theme, groups))


def rows(dialog: ShortcutsDialog) -> list[str]:
    model = dialog.list.rows
    return [model.row_at(number).spoken for number in range(model.rowCount())]


def test_keys_are_listed_from_the_actions_by_group(shortcuts: ShortcutsDialog) -> None:
    assert rows(shortcuts) == [
        "File",
        "New session · Ctrl+N",
        "Print · Ctrl+P",
        "Edit",
        "Cut & paste · Ctrl+X, Ctrl+V",
    ]


def test_an_action_is_found_by_name_or_key(qtbot: QtBot, shortcuts: ShortcutsDialog) -> None:
    QTest.keyClicks(shortcuts.search, "ctrl+p")
    assert rows(shortcuts) == ["File", "Print · Ctrl+P"]
    QTest.keyClicks(shortcuts.search, "zz")
    assert rows(shortcuts) == ["No action is called that. Try a shorter word."]


def test_about_says_version_licence_notices_and_what_it_does_not_claim(
    show: Show, theme: Theme
) -> None:
    dialog = show(AboutDialog(theme))
    words = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert __version__ in words
    assert "MIT licence" in words
    assert "A coaching model, not established physiology" in words
    assert "LGPL" in dialog.notices.toPlainText()
    assert "SIL OPEN FONT LICENSE" in dialog.notices.toPlainText()
    assert dialog.notices.isReadOnly()


def test_a_missing_notice_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    where = "hemipelvi_gui.ui.dialogs.about_dialog.resource"
    monkeypatch.setattr(where, tmp_path.joinpath)
    assert notices().startswith("THIRD_PARTY.md is missing")


def test_a_dialog_is_deleted_when_it_closes(qtbot: QtBot, show: Show, theme: Theme) -> None:
    dialog = show(AboutDialog(theme))
    assert not dialog.isModal()
    with qtbot.waitSignal(dialog.destroyed):
        QTest.keyClick(dialog, Qt.Key.Key_Escape)


def test_a_dialog_keeps_its_size_also_at_another_text_size(
    qtbot: QtBot, show: Show, theme: Theme
) -> None:
    dialog = show(AboutDialog(theme))
    dialog.resize(700, 620)
    with qtbot.waitSignal(dialog.destroyed):
        dialog.close()
    assert remembered_sizes() == {"AboutDialog": (700, 620)}
    assert show(AboutDialog(theme)).size() == QSize(700, 620)


def test_a_dialog_never_opens_smaller_than_it_first_was(show: Show, theme: Theme) -> None:
    first = show(AboutDialog(theme)).size()
    remember_sizes({"AboutDialog": (300, 200)})
    assert show(AboutDialog(theme)).size() == first


def test_sizes_that_are_none_are_forgotten(qtbot: QtBot) -> None:
    remember_sizes({"AboutDialog": (-1, 5), "Other": (300, 200)})
    assert remembered_sizes() == {"Other": (300, 200)}


def test_no_dialog_is_larger_than_the_screen(show: Show, theme: Theme) -> None:
    theme.enlarge(2.0)
    try:
        dialog = show(AboutDialog(theme))
        room = dialog.screen().availableSize()
        assert dialog.width() <= room.width()
        assert dialog.height() <= room.height()
    finally:
        theme.enlarge(1.0)


def test_dialogs_follow_the_theme(show: Show, theme: Theme, shortcuts: ShortcutsDialog) -> None:
    light = shortcuts.grab().toImage().pixelColor(3, 3).lightness()
    theme.choose("dark")
    QApplication.processEvents()
    dark = shortcuts.grab().toImage().pixelColor(3, 3).lightness()
    assert light > 200 > 80 > dark


def test_most_dialogs_leave_the_window_free(
    qtbot: QtBot, show: Show, theme: Theme, shortcuts: ShortcutsDialog
) -> None:
    about = AboutDialog(theme)
    qtbot.addWidget(about)
    about.open()
    assert about.isVisible()
    assert not about.isModal()


def test_the_settings_hold_the_window_that_they_change(qtbot: QtBot, theme: Theme) -> None:
    dialog = SettingsDialog(theme, Settings())
    qtbot.addWidget(dialog)
    dialog.open()
    assert dialog.windowModality() is Qt.WindowModality.WindowModal


def test_a_second_dialog_of_a_kind_takes_the_place_of_the_first(
    qtbot: QtBot, show: Show, theme: Theme
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    first = show(AboutDialog(theme, window))
    with qtbot.waitSignal(first.destroyed):
        second = show(AboutDialog(theme, window))
    assert second.isVisible()
