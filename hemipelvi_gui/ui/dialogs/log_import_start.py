"""The pages of an import of logs before there is anything to show: what to read, and reading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from hemipelvi_gui.ui.dialogs.frame import push_button
from hemipelvi_gui.ui.plain import one_line, plain_label

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QLabel

    from hemipelvi_gui.ui.theme import Theme

translate = QCoreApplication.translate
MIDDLE = Qt.AlignmentFlag.AlignHCenter
WIDEST = 460


class StartPage(QWidget):
    """What can be read, and two ways to choose it. `files_asked` and `folder_asked`."""

    files_asked = Signal()
    folder_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.files = push_button(
            translate("LogImport", "Choose &files\u2026"), self.files_asked.emit, "primary"
        )
        self.folder = push_button(
            translate("LogImport", "Choose a f&older\u2026"), self.folder_asked.emit
        )
        lines = (
            plain_label(translate("LogImport", "What have you lifted and run so far?"), "title"),
            plain_label(
                translate("LogImport", "Drop files, folders or zip archives here, or choose them.")
            ),
            plain_label(
                translate(
                    "LogImport",
                    "Read are the exports of Strong, Hevy, FitNotes and StrongLifts, those of "
                    "Strava and Garmin Connect, and FIT, TCX and GPX files. Several at once are "
                    "fine: a run that two of them tell of is one run.",
                ),
                "muted",
            ),
            plain_label(
                translate(
                    "LogImport",
                    "Nothing leaves this machine, and where you ran is not kept. You see what "
                    "comes in before anything does.",
                ),
                "muted",
            ),
        )
        self._lines: tuple[QLabel, ...] = lines
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.files)
        buttons.addWidget(self.folder)
        buttons.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.addStretch(1)
        for label in lines[:2]:
            self._add(label)
        self._column.addLayout(buttons)
        for label in lines[2:]:
            self._add(label)
        self._column.addStretch(2)
        theme.changed.connect(self._restyle)
        self._restyle()

    def _add(self, label: QLabel) -> None:
        label.setAlignment(MIDDLE)
        label.setWordWrap(True)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(label, 6)
        row.addStretch(1)
        self._column.addLayout(row)

    def _restyle(self) -> None:
        self._column.setSpacing(self._theme.px(14))


class ReadingPage(QWidget):
    """What is being read, and how far it is."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.said, self.what = plain_label(kind="title"), plain_label(kind="muted")
        for label in (self.said, self.what):
            label.setAlignment(MIDDLE)
            label.setWordWrap(True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(translate("LogImport", "How far the reading is"))
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(self.bar, 6)
        across.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.addStretch(1)
        self._column.addWidget(self.said)
        self._column.addLayout(across)
        self._column.addWidget(self.what)
        self._column.addStretch(2)
        theme.changed.connect(self._restyle)
        self._restyle()

    def begin(self, paths: Sequence[Path]) -> None:
        """Show what is being read; how far it is follows."""
        self.said.setText(translate("LogImport", "Reading\u2026"))
        self.bar.setRange(0, 0)
        self.bar.show()
        name = one_line(paths[0].name, 80) if paths else ""
        if len(paths) > 1:
            more = translate("LogImport", "{name} and {count} more")
            name = more.format(name=name, count=len(paths) - 1)
        self.what.setText(name)

    def fail(self, words: str) -> None:
        """Say why it could not go on."""
        self.said.setText(translate("LogImport", "This could not be read."))
        self.what.setText(words)
        self.bar.hide()

    def show_progress(self, done: int, total: int) -> None:
        """So much is done of all."""
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    def _restyle(self) -> None:
        self._column.setSpacing(self._theme.px(12))
        self.bar.setFixedHeight(self._theme.px(8))
