"""The measures themselves, on numbers that others published."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor

from tests.gui.looks.seeing import Eyes, Lab, apart, contrast, difference, seen

# Pairs 1, 4, 9, 14, 17, 19, 23 and 34 of the table in Sharma, Wu and Dalal 2005.
PUBLISHED = [
    (Lab(50, 2.6772, -79.7751), Lab(50, 0, -82.7485), 2.0425),
    (Lab(50, -1.3802, -84.2814), Lab(50, 0, -82.7485), 1.0000),
    (Lab(50, 2.4900, -0.0010), Lab(50, -2.4900, 0.0009), 7.1792),
    (Lab(50, -0.0010, 2.4900), Lab(50, 0.0011, -2.4900), 4.7461),
    (Lab(50, 2.5, 0), Lab(73, 25, -18), 27.1492),
    (Lab(50, 2.5, 0), Lab(56, -27, -3), 31.9030),
    (Lab(50, 2.5, 0), Lab(50, 3.2592, 0.3350), 1.0000),
    (Lab(60.2574, -34.0099, 36.2677), Lab(60.4626, -34.1751, 39.4387), 1.2644),
    (Lab(2.0776, 0.0795, -1.1350), Lab(0.9033, -0.0636, -0.5514), 0.9082),
]


def test_black_on_white_is_twenty_one_to_one() -> None:
    assert contrast(QColor("black"), QColor("white")) == pytest.approx(21)


@pytest.mark.parametrize(("one", "other", "published"), PUBLISHED)
def test_distance_is_as_published(one: Lab, other: Lab, published: float) -> None:
    assert difference(one, other) == pytest.approx(published, abs=1e-4)
    assert difference(other, one) == pytest.approx(published, abs=1e-4)


def test_white_is_light_and_without_colour() -> None:
    white = seen(QColor("white"))
    assert (white.light, white.a, white.b) == pytest.approx((100, 0, 0), abs=0.02)


@pytest.mark.parametrize("eyes", Eyes)
@pytest.mark.parametrize("gray", ["#000000", "#404040", "#808080", "#FFFFFF"])
def test_gray_is_gray_for_all_eyes(eyes: Eyes, gray: str) -> None:
    assert difference(seen(QColor(gray), eyes), seen(QColor(gray))) < 0.1


@pytest.mark.parametrize(
    ("eyes", "one", "other"),
    [
        (Eyes.PROTANOPIA, "#B4412F", "#5B5B30"),
        (Eyes.DEUTERANOPIA, "#C8553D", "#7F7F3C"),
        (Eyes.TRITANOPIA, "#3F9E8F", "#4C97B0"),
    ],
)
def test_colours_known_to_be_mixed_up_come_close(eyes: Eyes, one: str, other: str) -> None:
    usual, theirs = (apart(QColor(one), QColor(other), each) for each in (Eyes.USUAL, eyes))
    assert theirs < usual / 2
