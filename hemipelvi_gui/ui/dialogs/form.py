"""Rows of a form: what is asked at the left, the field and what is said of it at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QWidget,
)

from hemipelvi_gui.ui.plain import plain_label

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QLabel

    from hemipelvi_gui.ui.theme import Theme


def said(kind: str = "muted") -> QLabel:
    """A line of words under a field; it takes no room while there is nothing to say."""
    label = plain_label(kind=kind)
    label.setWordWrap(True)
    label.hide()
    return label


def say(label: QLabel, words: str) -> None:
    """Show words there, or nothing."""
    if label.text() != words:
        label.setText(words)
    label.setVisible(bool(words))


class Form(QWidget):
    """A grid of rows that follows the text size; names take `names` px at normal size or more."""

    def __init__(self, theme: Theme, names: int = 92) -> None:
        super().__init__()
        self._theme, self._names = theme, names
        self._labels: dict[QWidget, QLabel] = {}
        self.grid = QGridLayout(self)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.grid.setColumnStretch(1, 1)

    def add(self, words: str, *fields: QWidget, wide: bool = False, tall: bool = False) -> None:
        """A row: a name for the first of some fields, and the fields beside each other.

        `wide`: it takes all the width. `tall`: it is higher than a line.
        """
        row = self.grid.rowCount()
        label = plain_label(words, "muted")
        label.setBuddy(fields[0])
        label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        if not fields[0].accessibleName():
            fields[0].setAccessibleName(words.replace("&", ""))
        place = Qt.AlignmentFlag.AlignTop if tall else Qt.AlignmentFlag.AlignVCenter
        self.grid.addWidget(label, row, 0, place)
        line = QHBoxLayout()
        line.setSpacing(self._theme.px(6))
        for field in fields:
            line.addWidget(field, 1 if wide or tall else 0)
            self._labels[field] = label
        if not wide and not tall:
            line.addStretch(1)
        self.grid.addLayout(line, row, 1)

    def add_words(self, label: QWidget) -> None:
        """A row of words, or of anything, under the fields."""
        self.grid.addWidget(label, self.grid.rowCount(), 1)

    def call(self, field: QWidget, words: str) -> None:
        """Give a field another name."""
        self._labels[field].setText(words)

    def show_row(self, field: QWidget, shown: bool) -> None:
        """Show or hide a field with its name."""
        field.setVisible(shown)
        self._labels[field].setVisible(shown)

    def restyle(self) -> None:
        """Take sizes from the theme."""
        px = self._theme.px
        self.grid.setHorizontalSpacing(px(14))
        self.grid.setVerticalSpacing(px(8))
        self.grid.setColumnMinimumWidth(0, px(self._names))


class SideBySide(QWidget):
    """Two parts beside each other, or, where there is no room, one under the other."""

    def __init__(self, theme: Theme, first: QWidget, second: QWidget, least: int) -> None:
        super().__init__()
        self._theme, self._least = theme, least
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        for part in (first, second):
            self._box.addWidget(part, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stack the parts where the width is less than `least` px at normal text size."""
        super().resizeEvent(event)
        narrow = self.width() < self._theme.px(self._least)
        way = QBoxLayout.Direction
        self._box.setDirection(way.TopToBottom if narrow else way.LeftToRight)

    def restyle(self) -> None:
        """Take sizes from the theme."""
        self._box.setSpacing(self._theme.px(14))


def scrolled(inside: QWidget) -> QScrollArea:
    """Something that may be higher than the window."""
    inside.setProperty("kind", "clear")
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(inside)
    return area
