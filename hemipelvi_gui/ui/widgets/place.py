"""Where a panel will be: panels that can wait for the first paint are made after it."""

from __future__ import annotations

from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QStackedWidget, QWidget

if TYPE_CHECKING:
    from collections.abc import Iterable


class Place(QStackedWidget):
    """Shows an empty panel until it is filled."""

    def __init__(self) -> None:
        super().__init__()
        self._empty: QFrame | None = QFrame()
        self._empty.setProperty("kind", "panel")
        self.addWidget(self._empty)

    @property
    def filled(self) -> bool:
        """Whether the panel is there."""
        return self._empty is None

    def fill(self, panel: QWidget) -> None:
        """Put the panel there, once. The Tab key finds it where it is seen, although it is last."""
        # Not by nextInFocusChain: PySide takes what that gives for a part of the widget asked, and
        # for deleted with it.
        others = takewhile(lambda each: each is not self, self.window().findChildren(QWidget))
        before = _stops(others)[-1:]
        stops = _stops(panel.findChildren(QWidget))
        self.addWidget(panel)
        self.setCurrentWidget(panel)
        if self._empty is not None:
            self.removeWidget(self._empty)
            self._empty.deleteLater()
            self._empty = None
        for first, second in pairwise([*before, *stops]):
            QWidget.setTabOrder(first, second)


def _stops(widgets: Iterable[QWidget]) -> list[QWidget]:
    """Those at which the Tab key stops; Qt orders only such widgets."""
    return [each for each in widgets if each.focusPolicy() & Qt.FocusPolicy.TabFocus]
