from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from hemipelvi_gui.domain.facets import Stance
from hemipelvi_gui.domain.gait import MID_STANCE
from hemipelvi_gui.domain.ground import MARKS, SURFACES, Surface
from hemipelvi_gui.domain.motion import motion_of
from hemipelvi_gui.domain.poses import Pose, Thigh, asked, mirror, running
from hemipelvi_gui.paths import resource
from hemipelvi_gui.sheets.outlines import read_path
from hemipelvi_gui.sheets.pelvis_figure import caption, half_colour, paint_figure
from hemipelvi_gui.sheets.tints import FigureColours
from tests.builders import library

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

COLOURS = FigureColours()
WHITE = QColor("#FFFFFF")
LIBRARY = library()

pytestmark = pytest.mark.usefixtures("qapp")


def painted(pose: Pose, width: int = 300, height: int = 300) -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(WHITE)
    painter = QPainter(image)
    paint_figure(painter, QRectF(0, 0, width, height), pose, COLOURS)
    painter.end()
    return image


def near(image: QImage, colour: QColor) -> list[tuple[int, int]]:
    found = []
    for y in range(image.height()):
        for x in range(image.width()):
            there = QColor(image.pixel(x, y))
            apart = (
                abs(there.red() - colour.red())
                + abs(there.green() - colour.green())
                + abs(there.blue() - colour.blue())
            )
            if apart < 24:
                found.append((x, y))
    return found


def still(name: str) -> Pose:
    motion = motion_of(LIBRARY[name])
    return motion.pose_at(motion.still_at)


def test_the_bones_lie_as_in_a_pelvis_and_close_a_ring() -> None:
    """The right half, front up: y grows backwards, x away from the middle."""
    drawing = json.loads(resource("pelvis", "figure.json").read_text("utf-8"))
    wing, ischium, crest, brim = (
        read_path(drawing["half"][part]) for part in ("outline", "ischium", "crest", "brim")
    )
    hip = QPointF(drawing["socket"]["x"], drawing["socket"]["y"])
    pad = QRectF(*(drawing["symphysis"][each] for each in ("x", "y", "width", "height")))
    sacrum, joint = read_path(drawing["sacrum"]), QPointF(*drawing["joint"].values())
    # The pubic bones meet at the symphysis, in front of all else in the middle.
    assert pad.center().x() == pytest.approx(0)
    assert wing.intersects(pad)
    assert ischium.boundingRect().left() < pad.right() + 0.5
    assert pad.bottom() < brim.boundingRect().center().y() < sacrum.boundingRect().top()
    # The sacrum closes the ring behind, where each half turns about its joint.
    assert sacrum.boundingRect().center().x() == pytest.approx(0)
    at_joint = QRectF(joint.x() - 0.75, joint.y() - 0.75, 1.5, 1.5)
    assert wing.intersects(at_joint)
    assert sacrum.intersects(at_joint)
    # The wing flares out, and forward as far as the socket or further, the crest along its edge.
    assert wing.boundingRect().right() > hip.x() + drawing["socket"]["rim"]
    assert crest.boundingRect().right() > hip.x() + drawing["socket"]["rim"]
    assert crest.boundingRect().top() < hip.y()
    # The femoral head sits in its socket, within the bone.
    assert 0 < drawing["socket"]["head"] < drawing["socket"]["rim"]
    assert wing.contains(hip)


def test_a_squat_is_amber_on_both_sides_and_a_split_squat_on_the_right_only() -> None:
    amber = QColor(COLOURS.compress)
    squat, split = (
        near(painted(still("back-squat")), amber),
        near(painted(still("split-squat")), amber),
    )
    left = sum(x < 150 for x, _ in squat)
    assert left == pytest.approx(len(squat) / 2, rel=0.05)
    assert all(x > 130 for x, _ in split)


def test_expanding_shows_teal_on_its_own_side() -> None:
    teal = near(painted(still("split-squat")), QColor(COLOURS.expand))
    assert teal
    assert all(x < 170 for x, _ in teal)


def test_the_side_that_swings_is_further_forward() -> None:
    image = painted(running(MID_STANCE))
    arrow_left = [y for x, y in near(image, QColor(COLOURS.expand)) if x < 50]
    arrow_right = [y for x, y in near(image, QColor(COLOURS.compress)) if x > 250]
    assert max(arrow_left) < min(arrow_right)


@pytest.mark.parametrize("p", [0.37, 0.435, 0.5])
def test_a_hip_behind_shows_in_running_as_in_a_split_squat(p: float) -> None:
    trailing = running(p)
    pose = Pose(right_thigh=trailing.right_thigh, marks=())
    lines = near(painted(pose), QColor(COLOURS.ink))
    upright = near(painted(Pose(marks=())), QColor(COLOURS.ink))
    split = near(
        painted(mirror(Pose(left_thigh=still("split-squat").left_thigh, marks=()))),
        QColor(COLOURS.ink),
    )
    hip = max(y for _, y in near(painted(Pose(marks=())), QColor(COLOURS.rim)))
    assert not upright
    assert lines
    assert split
    # Behind is down.
    assert max(y for _, y in lines) > hip - 12
    assert max(y for _, y in split) > hip - 12


def test_a_moment_at_which_a_thigh_begins_to_show_does_not_flicker() -> None:
    barely, not_yet = (Pose(right_thigh=Thigh(length, 0.0), marks=()) for length in (0.102, 0.098))
    one, other = painted(barely), painted(not_yet)
    apart = [
        abs(QColor(one.pixel(x, y)).lightness() - QColor(other.pixel(x, y)).lightness())
        for x in range(300)
        for y in range(300)
    ]
    assert max(apart) < 40


@pytest.mark.parametrize("size", [(300, 300), (600, 200), (300, 110), (900, 200)])
def test_the_prints_are_below_the_pelvis_in_every_shape(size: tuple[int, int]) -> None:
    width, height = size
    image = painted(replace(running(MID_STANCE), right_thigh=Thigh(0.0)), width, height)
    amber = near(image, QColor(COLOURS.compress))
    below = max(y for _, y in amber)
    dark = [
        (x, y)
        for y in range(below + 1, height)
        for x in range(width)
        if QColor(image.pixel(x, y)).lightness() < 150
    ]
    assert dark
    assert all(abs(x - width / 2) < height / 4 for x, _ in dark)


def test_a_mirrored_pose_is_a_mirrored_picture() -> None:
    pose = asked(LIBRARY["lateral-lunge"], 1.0)
    one, other = painted(pose), painted(mirror(pose)).flipped(Qt.Orientation.Horizontal)
    apart = sum(
        abs(QColor(one.pixel(x, y)).lightness() - QColor(other.pixel(x, y)).lightness()) > 40
        for x in range(300)
        for y in range(300)
    )
    assert apart < 300


def test_without_colour_the_arrows_tell_what_each_half_does() -> None:
    gray = FigureColours(compress="#777777", expand="#777777", neutral="#777777")
    shapes = set()
    for left, right in ((1.0, 1.0), (-1.0, 1.0), (1.0, -1.0), (-1.0, -1.0), (0.0, 0.0)):
        image = QImage(300, 300, QImage.Format.Format_Grayscale8)
        image.fill(WHITE)
        painter = QPainter(image)
        paint_figure(painter, QRectF(0, 0, 300, 300), Pose(left=left, right=right), gray)
        painter.end()
        shapes.add(bytes(image.constBits()))
    assert len(shapes) == 5


def test_each_stance_looks_different() -> None:
    pictures = set()
    for stance in Stance:
        surface = SURFACES.get(stance, Surface.GROUND)
        image = painted(Pose(marks=MARKS[stance], surface=surface))
        pictures.add(bytes(image.copy(0, 185, 300, 115).constBits()))
    assert len(pictures) == len(Stance)


@pytest.mark.parametrize("size", [(400, 300), (300, 110), (120, 400), (120, 90)])
def test_nothing_reaches_beyond_the_rectangle(size: tuple[int, int]) -> None:
    width, height = size
    margin = 20
    for pose in (still("step-up-with-knee-drive"), still("glute-bridge"), still("lateral-lunge")):
        image = QImage(width + 2 * margin, height + 2 * margin, QImage.Format.Format_RGB32)
        image.fill(WHITE)
        painter = QPainter(image)
        paint_figure(painter, QRectF(margin, margin, width, height), pose, COLOURS)
        painter.end()
        outside = [
            (x, y)
            for x in range(image.width())
            for y in range(image.height())
            if not (margin <= x < width + margin and margin <= y < height + margin)
            and QColor(image.pixel(x, y)) != WHITE
        ]
        assert outside == []


def test_a_half_at_ease_is_grey() -> None:
    assert half_colour(0.0, COLOURS) == QColor(COLOURS.neutral)
    assert half_colour(1.0, COLOURS) == QColor(COLOURS.compress)
    assert half_colour(-1.0, COLOURS) == QColor(COLOURS.expand)


def test_the_picture_says_that_it_exaggerates() -> None:
    assert caption() == "coaching picture, rotation × 3"


def test_the_picture_in_the_documents_can_be_made(qapp: QApplication) -> None:
    import pelvis_picture

    titles = [panel.title for panel in pelvis_picture.panels()]
    assert titles == ["Back squat", "Split squat", "Walking lunge", "Running"]
    image = pelvis_picture.make_picture()
    assert image.width() > 4 * image.height() / 2
