from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from hemipelvi_gui.domain.exercises import Action, Actions, Pattern
from hemipelvi_gui.domain.motion import motion_of
from hemipelvi_gui.domain.poses import WORK
from hemipelvi_gui.sheets.glyph import (
    MONOCHROME,
    GlyphColours,
    GlyphLook,
    look_of,
    mirrored,
    paint_glyph,
)
from tests.builders import library as built_in
from tests.gui.sheets.samples import LIBRARY

SQUAT = GlyphLook(Action.COMPRESS, Action.COMPRESS)
SPLIT = GlyphLook(Action.EXPAND, Action.COMPRESS, 15.0)
WHITE = QColor("#FFFFFF")


def painted(look: GlyphLook, side: int, colours: GlyphColours | None = None) -> QImage:
    image = QImage(side, side, QImage.Format.Format_RGB32)
    image.fill(WHITE)
    painter = QPainter(image)
    paint_glyph(painter, QRectF(0, 0, side, side), look, colours)
    painter.end()
    return image


def inked(image: QImage, columns: range) -> list[tuple[int, int]]:
    return [
        (x, y)
        for x in columns
        for y in range(image.height())
        if QColor(image.pixel(x, y)).lightness() < 235
    ]


def halves(image: QImage) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    middle = image.width() // 2
    return inked(image, range(middle)), inked(image, range(middle, image.width()))


def mean_hue(image: QImage, points: list[tuple[int, int]]) -> float:
    hues = [QColor(image.pixel(x, y)) for x, y in points]
    strong = [hue.hsvHue() for hue in hues if hue.hsvSaturation() > 120]
    return sum(strong) / len(strong)


def mean_lightness(image: QImage, points: list[tuple[int, int]]) -> float:
    gray = image.convertToFormat(QImage.Format.Format_Grayscale8)
    return sum(QColor(gray.pixel(x, y)).lightness() for x, y in points) / len(points)


def is_mirrored(one: QImage, other: QImage) -> bool:
    flipped = other.flipped(Qt.Orientation.Horizontal)
    return all(
        abs(QColor(one.pixel(x, y)).lightness() - QColor(flipped.pixel(x, y)).lightness()) < 40
        for x in range(one.width())
        for y in range(one.height())
    )


def mean_height(points: list[tuple[int, int]]) -> float:
    return sum(y for _, y in points) / len(points)


def test_a_split_squat_expands_on_the_left_and_compresses_on_the_right() -> None:
    look = look_of(LIBRARY["rear-foot-elevated-split-squat"])
    assert (look.left, look.right) == (Action.EXPAND, Action.COMPRESS)
    assert look.turn == pytest.approx(14.5)


def test_a_deadlift_is_level_and_the_same_on_both_sides() -> None:
    assert look_of(LIBRARY["trap-bar-deadlift"]) == SQUAT


def test_an_exercise_nobody_knows_is_neutral_and_level() -> None:
    neutral = GlyphLook(Action.NEUTRAL, Action.NEUTRAL, 0.0)
    assert look_of(None) == look_of(LIBRARY["foam-roll:-hip-flexors"]) == neutral


@pytest.mark.parametrize("name", sorted(built_in()))
def test_glyph_and_figure_say_the_same(name: str) -> None:
    exercise = built_in()[name]
    rest = replace(exercise, pattern=Pattern.LIGHT, actions=Actions(Action.NEUTRAL, Action.NEUTRAL))
    for each in (exercise, rest):
        look, motion = look_of(each), motion_of(each)
        pose = motion.pose_at(motion.still_at)
        assert WORK[look.left] == round(pose.left)
        assert WORK[look.right] == round(pose.right)
        assert (look.turn > 0) == (pose.yaw < 0)


@pytest.mark.parametrize("name", ["stride", "easy-walk", "suitcase-carry", "walking-lunge"])
def test_what_is_like_running_has_the_glyph_of_a_stride_whatever_it_is_for(name: str) -> None:
    neutral = Actions(Action.NEUTRAL, Action.NEUTRAL)
    look = look_of(replace(built_in()[name], pattern=Pattern.LIGHT, actions=neutral))
    assert (look.left, look.right) == (Action.EXPAND, Action.COMPRESS)


def test_the_other_side_working_is_the_mirror_image() -> None:
    assert mirrored(SPLIT) == GlyphLook(Action.COMPRESS, Action.EXPAND, -15.0)
    assert is_mirrored(painted(SPLIT, 48), painted(mirrored(SPLIT), 48))


@pytest.mark.parametrize("side", [16, 24, 32, 40, 48])
def test_compress_is_amber_and_expand_is_teal_at_every_size(side: int) -> None:
    image = painted(SPLIT, side)
    left, right = halves(image)
    assert 160 < mean_hue(image, left) < 200
    assert 20 < mean_hue(image, right) < 45


@pytest.mark.parametrize("side", [16, 24, 32, 40, 48])
def test_symmetric_work_is_a_mirror_image(side: int) -> None:
    image = painted(SQUAT, side)
    assert is_mirrored(image, image)


@pytest.mark.parametrize("side", [16, 24, 32, 40, 48])
def test_the_swinging_side_comes_forward(side: int) -> None:
    left, right = halves(painted(SPLIT, side))
    assert mean_height(left) < mean_height(right) - side * 0.06


@pytest.mark.parametrize("colours", [GlyphColours(), MONOCHROME])
@pytest.mark.parametrize("side", [16, 24, 40, 48])
def test_compress_is_darker_than_expand_without_colour(side: int, colours: GlyphColours) -> None:
    image = painted(SPLIT, side, colours)
    left, right = halves(image)
    assert mean_lightness(image, left) > mean_lightness(image, right) + 10


def test_neutral_is_lighter_than_compress_without_colour() -> None:
    image = painted(GlyphLook(Action.NEUTRAL, Action.COMPRESS, 13.0), 48)
    left, right = halves(image)
    assert mean_lightness(image, left) > mean_lightness(image, right) + 25


@pytest.mark.parametrize("turn", [-20.0, 0.0, 20.0])
@pytest.mark.parametrize("action", list(Action))
def test_nothing_is_cut_off_at_the_edge(action: Action, turn: float) -> None:
    image = painted(GlyphLook(action, Action.EXPAND, turn), 96)
    edges = [(x, y) for x in range(96) for y in (0, 95)] + [
        (x, y) for x in (0, 95) for y in range(96)
    ]
    assert all(QColor(image.pixel(x, y)).lightness() > 250 for x, y in edges)


def test_the_glyph_leaves_the_painter_as_it_was() -> None:
    image = QImage(40, 40, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    before = painter.transform()
    paint_glyph(painter, QRectF(0, 0, 40, 20), SPLIT)
    assert painter.transform() == before
    painter.end()
