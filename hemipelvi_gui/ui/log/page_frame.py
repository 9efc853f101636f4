"""How the Log page is arranged: the day at the left, the session beside it or above it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from hemipelvi_gui.ui.log.page_parts import scrolling

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hemipelvi_gui.ui.theme import Theme

SIDE, NARROW, EDGES = 312, 900, 76
BESIDE, UNDER = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.BottomToTop
UNBOUND = 16_777_215


class PageFrame(QWidget):
    """`day` stands beside `pages`; where there is no room for both, under them. `top` is a row.

    `is_stacked`: the day is under the session, and all of it scrolls.
    """

    def __init__(self, theme: Theme, day: QWidget, top: Sequence[QWidget], pages: QWidget) -> None:
        super().__init__()
        self._theme, self._day = theme, day
        self.is_stacked = False
        self._beside = scrolling(day)
        self._top = QHBoxLayout()
        for place, widget in enumerate(top):
            self._top.addWidget(widget, int(place == 0))
        panel = QFrame()
        panel.setProperty("kind", "panel")
        self._main = QVBoxLayout(panel)
        self._main.addLayout(self._top)
        self._main.addWidget(pages, 1)
        whole = QWidget()
        self._sides = QBoxLayout(BESIDE, whole)
        self._sides.addWidget(self._beside)
        self._sides.addWidget(panel, 1)
        # With large text on a small screen the session stands over the day.
        self.area = scrolling(whole)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.area)
        theme.changed.connect(self._restyle)
        self._restyle()

    def arrange(self, width: int, least: int) -> int:
        """Fit into a page so wide, a session of at least `least`; all in pixels.

        Returns the room that is left for the session.
        """
        px = self._theme.px
        # As much as all stands in beside each other, at this text size.
        needed = px(SIDE) + least + px(EDGES)
        self.is_stacked = stacked = width < max(px(NARROW), needed)
        # The session is what is looked at: it stands above the day.
        self._sides.setDirection(UNDER if stacked else BESIDE)
        self._beside.setMinimumWidth(0 if stacked else px(SIDE))
        self._beside.setMaximumWidth(UNBOUND if stacked else px(SIDE))
        self._beside.setMinimumHeight(self._day.sizeHint().height() if stacked else 0)
        return width - px(EDGES) - (0 if stacked else px(SIDE))

    def see(self, widget: QWidget) -> None:
        """Scroll to a part."""
        for area in (self._beside, self.area):
            area.ensureWidgetVisible(widget)

    def to_top(self) -> None:
        """Scroll to the session."""
        self.area.verticalScrollBar().setValue(0)

    def _restyle(self) -> None:
        px = self._theme.px
        self._sides.setContentsMargins(0, 0, 0, 0)
        self._sides.setSpacing(px(12))
        self._main.setContentsMargins(px(4), px(8), px(4), px(8))
        self._top.setContentsMargins(px(20), 0, px(12), 0)
        self._top.setSpacing(px(6))
