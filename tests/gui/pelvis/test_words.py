from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFontMetricsF

from hemipelvi_gui.sheets.pelvis_figure import ground_of
from hemipelvi_gui.ui.palette import DARK, LIGHT, Palette
from hemipelvi_gui.ui.widgets.pelvis_frame import places_of_words, words_font
from hemipelvi_gui.ui.widgets.pelvis_panel import PelvisPanel
from hemipelvi_gui.ui.widgets.pelvis_words import all_words, figure_colours
from tests.builders import library

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from hemipelvi_gui.ui.theme import Theme

LIBRARY = library()


def shown_words(panel: PelvisPanel, theme: Theme) -> tuple[bool, bool]:
    """Whether the left and the right half are said to compress."""
    image = panel.figure.grab().toImage()
    amber, middle = QColor(theme.palette.amber_text), image.width() // 2
    rows = range(round(image.height() * 0.72), image.height())

    def said(columns: range) -> bool:
        return any(QColor(image.pixel(x, y)) == amber for y in rows for x in columns)

    return said(range(middle - 50)), said(range(middle + 50, image.width()))


def test_the_words_of_the_panel_follow_what_it_plays(qtbot: QtBot, theme: Theme) -> None:
    panel = PelvisPanel(theme)
    qtbot.addWidget(panel)
    panel.resize(336, panel.sizeHint().height())
    panel.show_exercise(LIBRARY["split-squat"])
    still, rep = panel.figure.scene.still_at, panel.figure.duration / 4
    panel.figure.set_moment(still)
    assert shown_words(panel, theme) == (False, True)
    panel.figure.set_moment(still + 2 * rep)
    assert shown_words(panel, theme) == (True, False)


@pytest.mark.parametrize("width", [150, 190, 235, 304, 470])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_words_touch_neither_each_other_nor_the_prints(
    theme: Theme, width: float, scale: float
) -> None:
    theme.enlarge(scale)
    room = QRectF(0, 0, width * scale, 170 * scale)
    metrics = QFontMetricsF(words_font(room.width(), theme))
    left, right, picture = places_of_words(room, theme)
    wide = [max(metrics.horizontalAdvance(word) for word in words) for words in all_words()]
    # Both halves and the sides they are on can always be read.
    assert max(wide) <= room.width()
    if left.top() == right.top():
        assert sum(wide) + theme.px(12) <= room.width()
    prints = ground_of(picture)
    if prints.bottom() > left.top():
        assert max(wide) < prints.center().x() - prints.height() * 0.6


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_words_are_a_little_smaller_before_they_take_a_second_line(
    theme: Theme, scale: float
) -> None:
    theme.enlarge(scale)
    room = QRectF(0, 0, 190 * scale, 170 * scale)
    left, right, _ = places_of_words(room, theme)
    assert left.top() == right.top()
    least, usual = words_font(room.width(), theme).pixelSize(), theme.bold(12).pixelSize()
    assert 0.74 * usual <= least < usual


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_a_thigh_stands_out_from_the_head_it_begins_at(palette: Palette) -> None:
    colours = figure_colours(palette)
    head, thigh = QColor(colours.head).lightness(), QColor(colours.ink).lightness()
    assert abs(head - thigh) > 80
