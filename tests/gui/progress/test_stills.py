"""Charts are seen before there is anything that can move them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage, QRegion, qGray
from PySide6.QtWidgets import QApplication, QWidget

from hemipelvi_gui.ui.progress.points import Key
from hemipelvi_gui.ui.progress.still import Still
from tests.gui.progress.a_log import TODAY, half_a_year, settle, show_progress

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from hemipelvi_gui.ui.main_window import MainWindow

Open = Callable[..., "MainWindow"]
# Half-tones at edges: the plot's points come from a picture that lies between two pixels.
MOST_UNLIKE, SHADES = 0.02, 64


def test_charts_are_seen_at_once_and_plots_take_their_places(qtbot: QtBot, open_on: Open) -> None:
    window = open_on(half_a_year())
    window.resize(1300, 860)
    window.logs.clock = lambda: TODAY
    window.plans.weeks.begin()
    window.pages.show_progress()
    page = window.pages.progress
    assert page.grid.plots == []
    stills = [each.still for each in page.grid.panels.values()]
    assert all(each is not None and each.isVisible() for each in stills)
    titles = [each.accessibleName() for each in stills if each is not None]
    settle(qtbot, page)
    assert [each.accessibleName() for each in page.grid.plots] == titles
    qtbot.waitUntil(lambda: not page.findChildren(Still))


@pytest.mark.parametrize("key", list(Key))
def test_a_chart_looks_the_same_before_and_after(qtbot: QtBot, open_on: Open, key: Key) -> None:
    window = open_on(half_a_year())
    page = show_progress(qtbot, window)
    plot = page.grid.panels[key].plot
    assert plot is not None
    assert plot.chart is not None
    still = Still(window.desk.theme)
    qtbot.addWidget(still)
    still.resize(plot.size())
    still.show_chart(plot.chart, plot.marks)
    still.lead(*page.grid.days)
    plot.clearFocus()
    QApplication.processEvents()
    assert _unlike(_picture(still), _picture(plot.viewport())) < MOST_UNLIKE


def _picture(widget: QWidget) -> QImage:
    image = QImage(widget.size(), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    widget.render(image, QPoint(), QRegion(), QWidget.RenderFlag.DrawChildren)
    return image


def _unlike(one: QImage, other: QImage) -> float:
    """The share of painted pixels that are of another shade."""
    places = [(x, y) for x in range(one.width()) for y in range(one.height())]
    pairs = [(qGray(one.pixel(*each)), qGray(other.pixel(*each))) for each in places]
    painted = [pair for pair in pairs if pair != (255, 255)]
    assert painted
    return sum(abs(first - second) > SHADES for first, second in painted) / len(painted)
