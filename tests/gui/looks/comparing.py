"""Compares pictures of a screen by their places: what a person would see, not each pixel.

A place is 8 × 8 px of the stored picture and has the mean colour of its pixels, so letters that
another machine smooths otherwise change it little (at most 5 of 255 without hinting or with
subpixels), and a panel, a line or a colour that is elsewhere changes some of them a lot.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from collections.abc import Iterator

PLACE_PX = 8
NOTICED = 8  # of 255, in the channel that changed most
CHANGED_PLACES = 3  # a caret may blink


def changed(one: QImage, other: QImage) -> list[tuple[int, int, int]]:
    """Places that differ: x and y in px of the pictures, and by how much; worst first.

    Raises ValueError for pictures of different sizes.
    """
    if one.size() != other.size():
        raise ValueError(f"{one.width()} × {one.height()}, {other.width()} × {other.height()}")
    pairs = zip(_places(one), _places(other), strict=True)
    found = [
        (x, y, max(abs(a - b) for a, b in zip(first, second, strict=True)))
        for (x, y, first), (_, _, second) in pairs
    ]
    return sorted((each for each in found if each[2] > NOTICED), key=lambda each: -each[2])


def same(one: QImage, other: QImage) -> bool:
    """Whether a person would call them the same."""
    return len(changed(one, other)) <= CHANGED_PLACES


def _places(image: QImage) -> Iterator[tuple[int, int, bytes]]:
    small = image.scaled(
        image.width() // PLACE_PX,
        image.height() // PLACE_PX,
        Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    ).convertToFormat(QImage.Format.Format_RGB888)
    pixels = bytes(small.constBits())
    for row in range(small.height()):
        for column in range(small.width()):
            start = row * small.bytesPerLine() + 3 * column
            yield column * PLACE_PX, row * PLACE_PX, pixels[start : start + 3]
