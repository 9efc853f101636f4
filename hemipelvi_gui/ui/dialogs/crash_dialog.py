"""The report of a bug, for whoever can mend it."""

from __future__ import annotations

import sys

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from hemipelvi_gui import __version__
from hemipelvi_gui.ui.plain import plain_label

translate = QCoreApplication.translate


class CrashDialog(QDialog):
    """The report, to be copied."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("Crash", "Something went wrong in Hemipelvi"))
        said = translate(
            "Crash",
            "This is a fault of the program. Your sessions are saved, and you can go on. If it "
            "happens again, please send this report to whoever gave you the program.",
        )
        words = plain_label(said)
        words.setWordWrap(True)
        self.report = QPlainTextEdit(f"Hemipelvi {__version__}, Python {sys.version}\n\n{text}")
        self.report.setReadOnly(True)
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        self.report.setFont(fixed)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        copy = buttons.addButton(
            translate("Crash", "Copy report"), QDialogButtonBox.ButtonRole.ActionRole
        )
        copy.clicked.connect(self._copy)
        buttons.rejected.connect(self.reject)
        box = QVBoxLayout(self)
        box.addWidget(words)
        box.addWidget(self.report, 1)
        box.addWidget(buttons)
        self.resize(640, 420)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.report.toPlainText())
