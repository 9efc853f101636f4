"""All charts on one time axis: they pan and zoom together, and are put in rows that fit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from hemipelvi_gui.storage.uncollected import uncollected
from hemipelvi_gui.ui.progress.panel import ChartPanel
from hemipelvi_gui.ui.progress.points import Key

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QResizeEvent

    from hemipelvi_gui.ui.progress.plot import Plot
    from hemipelvi_gui.ui.progress.points import Chart, Mark
    from hemipelvi_gui.ui.theme import Theme

# Narrower than this, at normal text size, charts stand under each other.
TWO_COLUMNS = 860
# Charts that have room on a usual screen.
FIRST_SEEN = 4


class ChartsGrid(QWidget):
    """`moved`: the runner has panned or zoomed. `plot_made`: there is another plot.

    `races` stands beside the chart of races.
    """

    moved = Signal()
    plot_made = Signal()

    def __init__(self, theme: Theme, races: QWidget) -> None:
        super().__init__()
        self._theme = theme
        self.panels = {key: ChartPanel(theme) for key in Key}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._cells: list[QWidget] = []
        for key in Key:
            if key is Key.RACES:
                self._cells.append(races)
            self._cells.append(self.panels[key])
        self._columns = 0
        self.days = (0.0, 1.0)
        self._ends = (0.0, 1.0)
        theme.changed.connect(self._restyle)
        self._restyle()

    @property
    def plots(self) -> list[Plot]:
        """Those that are there, in their order."""
        return [each.plot for each in self.panels.values() if each.plot is not None]

    def make_plots(self) -> Iterator[None]:
        """Make the plots of charts with points; the first of them imports pyqtgraph.

        Those that are seen first come in one step, so that they are painted once.
        """
        for place, panel in enumerate(self.panels.values()):
            if panel.plot is None and panel.chart is not None and not panel.chart.is_empty:
                # It makes thousands of things, and all of them stay.
                with uncollected():
                    from hemipelvi_gui.ui.progress.plot import Plot

                plot = Plot(self._theme, place)
                plot.set_ends(*self._ends)
                plot.lead(*self.days)
                panel.take_plot(plot)
                plot.moved.connect(self._follow)
                plot.pointed.connect(self._point)
                self.plot_made.emit()
                if place >= FIRST_SEEN:
                    yield

    def show_charts(self, charts: Sequence[Chart], marks: tuple[Mark, ...]) -> None:
        """Show other points over the same days."""
        for chart in charts:
            self.panels[chart.key].show_chart(chart, marks)

    def set_ends(self, first: float, last: float) -> None:
        """The days that panning does not pass."""
        self._ends = first, last
        for plot in self.plots:
            plot.set_ends(first, last)

    def show_days(self, first: float, last: float) -> None:
        """Show these days in every chart."""
        first, last = max(first, self._ends[0]), min(last, self._ends[1])
        self.days = first, last
        for panel in self.panels.values():
            panel.show_days(first, last)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One column or two."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        columns = 2 if self.width() >= self._theme.px(TWO_COLUMNS) else 1
        if columns == self._columns:
            return
        self._columns = columns
        for cell in self._cells:
            self._grid.removeWidget(cell)
        for place, cell in enumerate(self._cells):
            self._grid.addWidget(cell, *divmod(place, columns))
        for column in range(2):
            self._grid.setColumnStretch(column, int(column < columns))

    def _follow(self, first: float, last: float) -> None:
        self.days = first, last
        for plot in self.plots:
            if plot is not self.sender():
                plot.lead(first, last)
        self.moved.emit()

    def _point(self, day: float | None) -> None:
        for plot in self.plots:
            plot.point_at(day)

    def _restyle(self) -> None:
        self._grid.setSpacing(self._theme.px(12))
        self._arrange()
