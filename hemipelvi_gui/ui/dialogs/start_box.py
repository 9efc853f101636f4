"""What is said where the window can't be opened as usual."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication, QMessageBox

from hemipelvi_gui.ui.messages import error_words
from hemipelvi_gui.ui.theme import Theme

if TYPE_CHECKING:
    from pathlib import Path

    from hemipelvi_gui.domain.errors import KnownError

translate = QCoreApplication.translate


def say_taken(folder: Path, process: int | None) -> None:
    """Another window has the data folder and can't be brought to the front."""
    words = translate(
        "Start",
        "Another Hemipelvi (process {process}) is using {folder} and does not answer. Close it "
        "first; nothing was changed.",
    ).format(process=process or "?", folder=folder)
    _box(words, QMessageBox.StandardButton.Close)


def go_on_without(error: KnownError) -> bool:
    """Say what is wrong with the data folder, and ask whether to go on without saving."""
    words = (
        error_words(error)
        + "\n\n"
        + translate("Start", "You can go on without saving; export a session to keep it.")
    )
    buttons = QMessageBox.StandardButton.Ignore | QMessageBox.StandardButton.Close
    return _box(words, buttons) == QMessageBox.StandardButton.Ignore


def _application() -> QApplication:
    running = QApplication.instance()
    if not isinstance(running, QApplication):
        raise TypeError("a box needs an application, and there is none")
    return running


def _box(words: str, buttons: QMessageBox.StandardButton) -> QMessageBox.StandardButton:
    # No window has been made yet, and with it no look: without the program's font, a machine that
    # has none would show bars.
    look = Theme(_application())
    box = QMessageBox()
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle("Hemipelvi")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(words)
    box.setStandardButtons(buttons)
    go_on = box.button(QMessageBox.StandardButton.Ignore)
    if go_on is not None:
        go_on.setText(translate("Start", "Go on without saving"))
    answer = QMessageBox.StandardButton(box.exec())
    look.deleteLater()
    return answer
