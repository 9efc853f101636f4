"""A chart's frame: its name, its unit, and room for the plot or for what to do without points."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from hemipelvi_gui.ui.plain import plain_label
from hemipelvi_gui.ui.progress.still import Still
from hemipelvi_gui.ui.widgets.labels import ElidedLabel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from hemipelvi_gui.ui.progress.plot import Plot
    from hemipelvi_gui.ui.progress.points import Chart, Mark
    from hemipelvi_gui.ui.theme import Theme

HIGH = 213


class ChartPanel(QFrame):
    """Has its name and a still of its chart at once; the plot is put in when it is there."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("kind", "panel")
        self._theme = theme
        self.chart: Chart | None = None
        self.plot: Plot | None = None
        self.still: Still | None = Still(theme)
        self.still.hide()
        self._marks: tuple[Mark, ...] = ()
        self.title = ElidedLabel("", "heading")
        self.unit = ElidedLabel("", "muted")
        self.unit.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.empty = plain_label("", "muted")
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.hide()
        self._top, self._column = QHBoxLayout(), QVBoxLayout(self)
        self._top.addWidget(self.title)
        self._top.addStretch(1)
        self._top.addWidget(self.unit)
        self._column.addLayout(self._top)
        self._column.addWidget(self.still, 1)
        self._column.addWidget(self.empty, 1)
        theme.changed.connect(self._restyle)
        self._restyle()

    def take_title(self, widget: QWidget) -> None:
        """Put something to choose by in the title's place."""
        self.title.hide()
        self._top.insertWidget(0, widget)

    def take_plot(self, plot: Plot) -> None:
        """Put the plot in, in place of the still."""
        self.plot = plot
        if self.still is None:
            self._column.insertWidget(1, plot, 1)
        else:
            self._column.replaceWidget(self.still, plot)
            self.still.hide()
            self.still.deleteLater()
            self.still = None
        if self.chart is not None:
            self.show_chart(self.chart, self._marks)

    def show_chart(self, chart: Chart, marks: tuple[Mark, ...]) -> None:
        """Show these points, or what to do where there is none."""
        self.chart, self._marks = chart, marks
        self.title.setText(chart.title)
        words = (chart.legend, chart.unit)
        self.unit.setText(" \u00b7 ".join(each for each in words if each))
        self.setAccessibleName(chart.title)
        self.empty.setText(chart.empty)
        self.empty.setVisible(chart.is_empty)
        if self.plot is not None:
            self.plot.setVisible(not chart.is_empty)
            self.plot.show_chart(chart, marks)
        elif self.still is not None:
            self.still.setVisible(not chart.is_empty)
            self.still.show_chart(chart, marks)

    def show_days(self, first: float, last: float) -> None:
        """Show these days."""
        for each in (self.plot, self.still):
            if each is not None:
                each.lead(first, last)

    def _restyle(self) -> None:
        px = self._theme.px
        self._column.setContentsMargins(px(16), px(10), px(12), px(6))
        self._column.setSpacing(px(4))
        self.setFixedHeight(px(HIGH))
