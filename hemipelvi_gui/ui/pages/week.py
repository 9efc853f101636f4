"""The Week page: gym days and runs by day, what the week is worth, and the plan it stands in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSplitter, QVBoxLayout, QWidget

from hemipelvi_gui.ui.week.board import WeekBoard
from hemipelvi_gui.ui.week.board_actions import BoardActions
from hemipelvi_gui.ui.week.chart import PlanChart
from hemipelvi_gui.ui.week.findings import WeekFindings
from hemipelvi_gui.ui.week.header import WeekHeader
from hemipelvi_gui.ui.week.run_line import RunLine
from hemipelvi_gui.ui.week.totals import WeekTotals

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QResizeEvent

    from hemipelvi_gui.ui.plan_commands import PlanCommands
    from hemipelvi_gui.ui.theme import Theme
    from hemipelvi_gui.ui.weeks import Weeks
    from hemipelvi_gui.ui.widgets.glyphs import GlyphCache

translate = QCoreApplication.translate
BOARD_SHARE = 0.68


class Halves(QSplitter):
    """Days above, chart and findings below. They keep their shares of the height."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self._share = BOARD_SHARE
        self.splitterMoved.connect(self._keep_share)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More or less room is shared out as before."""
        super().resizeEvent(event)
        high = self.height() - self.handleWidth()
        self.setSizes([round(high * self._share), round(high * (1 - self._share))])

    def sizeHint(self) -> QSize:
        """All the room there is, and no more: many findings scroll by themselves."""
        return self.minimumSizeHint()

    def _keep_share(self) -> None:
        above, below = self.sizes()
        self._share = above / max(above + below, 1)


class WeekPage(QWidget):
    """Puts header, days, sums, chart and findings in their places.

    `session_asked(id)`: open that session on the Build page.
    """

    session_asked = Signal(str)

    def __init__(self, theme: Theme, weeks: Weeks, glyphs: GlyphCache, plans: PlanCommands) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(translate("Week", "Week"))
        self.header = WeekHeader(theme, weeks, plans)
        self.totals = WeekTotals(theme, weeks)
        self.board = WeekBoard(theme, weeks, glyphs, plans)
        self.card_actions = BoardActions(self.board)
        self.line = RunLine(theme, weeks)
        self.chart = PlanChart(theme, weeks)
        self.findings = WeekFindings(theme, weeks)
        self.header.dropped_on.connect(self.board.drop_on_week)
        self.header.strip.held_over.connect(self.board.preview_week)
        self.board.session_asked.connect(self.session_asked)
        self.board.typing_asked.connect(self.line.begin)
        self.line.left.connect(self.board.setFocus)
        self.line.kept.connect(self.board.select)
        self.chart.filled.connect(self.header.refresh)
        self.findings.entry_asked.connect(self.board.select)
        under = QWidget()
        self._under = QHBoxLayout(under)
        self._under.addWidget(self.chart, 1)
        self._under.addWidget(self.findings, 1)
        self.split = Halves()
        self.split.addWidget(self.board)
        self.split.addWidget(under)
        self.split.setChildrenCollapsible(False)
        whole = QWidget()
        whole.setProperty("kind", "clear")
        self._inner = QVBoxLayout(whole)
        self._inner.addWidget(self.totals)
        self._inner.addWidget(self.split, 1)
        # With large text on a small screen the days and what is under them need not fit.
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(whole)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.header)
        self._column.addWidget(self._area, 1)
        self._column.addWidget(self.line)
        theme.changed.connect(self._restyle)
        self._restyle()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The days have the keyboard; as a proxy they would keep Tab from what is above."""
        self.board.setFocus(event.reason())

    @property
    def foot(self) -> int:
        """How high the line for runs stands over the lower edge, in pixels."""
        return self.height() - self.line.y()

    def _restyle(self) -> None:
        px = self._theme.px
        self._column.setContentsMargins(px(24), px(12), px(24), px(12))
        self._column.setSpacing(px(10))
        self._inner.setContentsMargins(0, 0, 0, 0)
        self._inner.setSpacing(px(10))
        self._under.setContentsMargins(0, 0, 0, 0)
        self._under.setSpacing(px(12))
        self.split.setHandleWidth(px(12))
