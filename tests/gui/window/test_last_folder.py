"""File dialogs begin where the last file was, and at first among the runner's documents."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget

from hemipelvi_gui.ui.dialogs.printing import ask_for_path
from hemipelvi_gui.ui.last_folder import LAST, last_folder, remember_folder

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from hemipelvi_gui.ui.main_window import MainWindow


@pytest.fixture(autouse=True)
def nothing_kept(qapp: QApplication) -> Iterator[None]:
    before = qapp.property(LAST)
    qapp.setProperty(LAST, None)
    yield
    qapp.setProperty(LAST, before)


def test_a_folder_is_kept_until_it_is_gone(qapp: QApplication, tmp_path: Path) -> None:
    first = last_folder()
    assert first.is_dir()
    folder = tmp_path / "plans"
    folder.mkdir()
    remember_folder(folder / "winter.hemiplan")
    assert last_folder() == folder
    folder.rmdir()
    assert last_folder() == first


def test_plans_are_written_and_progress_exported_where_the_last_file_was(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    asked: list[Path] = []

    def write_to(*args: object) -> tuple[str, str]:
        asked.append(Path(str(args[2])))
        return "", ""

    def read_from(*args: object) -> tuple[list[str], str]:
        asked.append(Path(str(args[2])))
        return [str(tmp_path / "none.hemiplan")], ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", write_to)
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", read_from)
    monkeypatch.setattr(window.files, "open_files", lambda _paths: None)
    begun = last_folder()
    window.files.ask_and_open()
    window.files.export()
    window.pages.show_progress()
    window.pages.progress.ask_and_export("csv")
    assert asked[0] == begun
    assert [each.parent for each in asked[1:]] == [tmp_path, tmp_path]
    assert asked[1].suffix == ".hemiplan"


def test_pages_are_saved_beside_the_last_file(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    asked: list[str] = []

    def choose(*args: object) -> tuple[str, str]:
        asked.append(str(args[2]))
        return str(tmp_path / "mine.pdf"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    assert ask_for_path(parent, "week.pdf", ".pdf") == tmp_path / "mine.pdf"
    ask_for_path(parent, "week.pdf", ".pdf")
    assert asked[1] == str(tmp_path / "week.pdf")
