"""The strip below the figure: the phases of a stride, and the work of a session so far."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from hemipelvi_gui.domain import gait
from hemipelvi_gui.domain.balance import balance
from hemipelvi_gui.domain.running_order import running_order
from hemipelvi_gui.sheets.pelvis_figure import half_colour
from hemipelvi_gui.ui.widgets.pelvis_strips import (
    WORDS,
    paint_phases,
    paint_time_line,
    time_bar,
    trace,
)
from hemipelvi_gui.ui.widgets.pelvis_words import figure_colours, phase_word
from tests.builders import PICTURE, library, session_of

if TYPE_CHECKING:
    from hemipelvi_gui.ui.theme import Theme

LIBRARY = library()
STRIP = QRectF(0, 0, 600, 80)
COLOUR_NEAR = 12  # of 255, in each channel


@pytest.fixture
def phases(theme: Theme) -> QImage:
    image = blank(theme)
    painter = QPainter(image)
    paint_phases(painter, STRIP, theme)
    painter.end()
    return image


def blank(theme: Theme) -> QImage:
    image = QImage(STRIP.size().toSize(), QImage.Format.Format_RGB32)
    image.fill(theme.palette.colour("panel"))
    return image


def lane_colour(image: QImage, theme: Theme, p: float, *, right: bool) -> QColor:
    """The colour of a lane at a part of the stride, at its edge away from the curve of the turn."""
    bar = time_bar(STRIP, theme)
    top = bar.top() + theme.px(WORDS)
    middle = (top + bar.bottom()) / 2
    outer, inner = (bar.bottom() - 4, middle + 4) if right else (top + 4, middle - 4)
    curve = middle + gait.yaw(p) / gait.YAW * (bar.bottom() - top) / 2
    y = max(outer, inner, key=lambda each: abs(each - curve))
    return image.pixelColor(round(bar.left() + bar.width() * p), round(y))


def near(one: QColor, other: QColor) -> bool:
    apart = (
        abs(one.red() - other.red()),
        abs(one.green() - other.green()),
        abs(one.blue() - other.blue()),
    )
    return max(apart) <= COLOUR_NEAR


def test_the_phases_follow_each_other_as_they_do_in_a_stride() -> None:
    assert [phase_word(phase) for phase in gait.BEGINS] == [
        "right stance",
        "float",
        "left stance",
        "float",
    ]
    assert [*gait.BEGINS.values()] == [0.0, 0.37, 0.5, 0.87]


@pytest.mark.parametrize(
    ("p", "left", "right"), [(0.185, "teal", "amber"), (0.685, "amber", "teal")]
)
def test_in_each_stance_its_lane_is_amber_and_the_other_teal(
    phases: QImage, theme: Theme, p: float, left: str, right: str
) -> None:
    assert near(lane_colour(phases, theme, p, right=False), theme.palette.colour(left))
    assert near(lane_colour(phases, theme, p, right=True), theme.palette.colour(right))


def test_the_lanes_tell_what_each_half_does_all_along_the_stride(
    phases: QImage, theme: Theme
) -> None:
    colours = figure_colours(theme.palette)
    for p in (0.08, 0.12, 0.25, 0.31, 0.62, 0.75, 0.8):
        for right, work in ((False, gait.left_work(p)), (True, gait.right_work(p))):
            assert near(lane_colour(phases, theme, p, right=right), half_colour(work, colours))


def test_a_line_stands_where_each_phase_begins(phases: QImage, theme: Theme) -> None:
    for begins in (0.37, 0.5, 0.87):
        for right in (False, True):
            there = lane_colour(phases, theme, begins, right=right)
            assert near(there, theme.palette.colour("panel"))


def test_the_trace_grows_upwards_with_the_left_and_downwards_with_the_right(theme: Theme) -> None:
    order = running_order(session_of("split-squat 3x8 left @7", "step-up 1x8 right @7"), LIBRARY)
    bar = time_bar(STRIP, theme)
    middle = bar.center().y()
    halfway = trace(bar, order, order.turns[0].ends).boundingRect()
    assert halfway.bottom() == pytest.approx(middle)
    assert halfway.top() == pytest.approx(bar.top() + 1)
    whole = trace(bar, order, order.duration).boundingRect()
    # A third of the left side's sets on the right.
    assert whole.bottom() - middle == pytest.approx((middle - whole.top()) / 3)
    assert whole.right() == pytest.approx(bar.right())


def test_the_time_line_has_a_line_for_each_item_and_the_work_of_both_sides(theme: Theme) -> None:
    session = session_of(*PICTURE)
    order = running_order(session, LIBRARY)
    image = blank(theme)
    painter = QPainter(image)
    paint_time_line(painter, STRIP, theme, order)
    painter.end()
    bar, palette = time_bar(STRIP, theme), theme.palette
    assert len(order.turns) == 7
    for turn in order.turns:
        x = round(bar.left() + bar.width() * turn.begins / order.duration)
        column = {image.pixelColor(each, 2).name() for each in (x - 1, x, x + 1)}
        assert palette.colour("line").name() in column
    total = balance(session, LIBRARY)
    assert total.left == total.right
    area = trace(bar, order, order.duration)
    end = bar.right() - 4
    for y in (bar.center().y() - 10, bar.center().y() + 10):
        assert area.contains(QPointF(end, y))
        assert near(image.pixelColor(round(end), round(y)), palette.colour("track"))
