"""The boxes to write in: one a set, or a pair for left and right, in a grid flush right."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from hemipelvi_gui.domain.prescription import Prescription, Sides
from hemipelvi_gui.sheets.marks import Box, Ink, Mark, Style, Weight, Words

if TYPE_CHECKING:
    from hemipelvi_gui.sheets.ruler import Ruler

translate = QCoreApplication.translate

COLUMNS = 6
BOX_WIDTH = 40.0
GAP = 5.0
PAIR_GAP = 3.0
LABEL_HEIGHT = 9.0
LETTER_ROOM = 11.0
LABEL = Style(6.6, ink=Ink.MUTED)
LETTER = Style(7.0, Weight.SEMIBOLD, Ink.MUTED)


@dataclass(frozen=True)
class Density:
    """How roomy rows are: padding of a row, height of a box, and of each box of a pair."""

    pad: float
    box: float
    half: float


ROOMY = Density(9.0, 30.0, 19.0)
TIGHT = Density(6.5, 25.0, 16.0)


@dataclass(frozen=True)
class Grid:
    """Boxes of one item, measured from the top of the grid; `left` is where it begins."""

    left: float
    height: float
    marks: tuple[Mark, ...]


def box_grid(
    prescription: Prescription, paired: bool, right: float, ruler: Ruler, density: Density
) -> Grid:
    """The boxes for every set, wrapped evenly onto as many rows as they need."""
    pair = paired and prescription.sides is Sides.EACH
    rows = -(-prescription.sets // COLUMNS)
    columns = -(-prescription.sets // rows)
    left = right - columns * BOX_WIDTH - (columns - 1) * GAP
    heights = (density.half, density.half) if pair else (density.box,)
    row_height = sum(heights) + PAIR_GAP * (len(heights) - 1) + LABEL_HEIGHT
    marks: list[Mark] = []
    for place in range(prescription.sets):
        row, column = divmod(place, columns)
        x, y = left + column * (BOX_WIDTH + GAP), row * (row_height + GAP)
        for turn, height in enumerate(heights):
            top = y + turn * (height + PAIR_GAP)
            marks.append(Box(x, top, BOX_WIDTH, height))
            if pair and column == 0:
                marks.append(_side_letter(turn, left, top + height / 2, ruler))
        text = translate("Sheet", "set {number}").format(number=place + 1)
        width = ruler.width(text, LABEL)
        baseline = y + row_height - 1.0
        marks.append(Words(x + (BOX_WIDTH - width) / 2, baseline, text, LABEL, width))
    height = rows * row_height + (rows - 1) * GAP
    return Grid(left - (LETTER_ROOM if pair else 0.0), height, tuple(marks))


def _side_letter(turn: int, left: float, middle: float, ruler: Ruler) -> Words:
    # The letters for left and right, as a runner writes them in a log.
    text = translate("Sheet", "R") if turn else translate("Sheet", "L")
    width = ruler.width(text, LETTER)
    return Words(left - 4.5 - width, middle + 0.36 * LETTER.size, text, LETTER, width)
