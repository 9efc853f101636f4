"""What a sheet is made from and how it is wanted."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from hemipelvi_gui.domain.balance import Library
from hemipelvi_gui.domain.session import Session
from hemipelvi_gui.domain.settings import Settings


class Paper(StrEnum):
    """Sizes of paper, named as in the settings."""

    A4 = "A4"
    LETTER = "Letter"


class Orientation(StrEnum):
    """How the paper lies."""

    PORTRAIT = "portrait"
    LANDSCAPE = "landscape"


class Size(NamedTuple):
    """Width and height in points."""

    width: float
    height: float


# Portrait, in points: 210 × 297 mm and 8.5 × 11 in.
SIZES = {Paper.A4: Size(595.276, 841.89), Paper.LETTER: Size(612.0, 792.0)}


def paper_size(paper: Paper, orientation: Orientation = Orientation.PORTRAIT) -> Size:
    """The size of the paper as it lies, in points."""
    width, height = SIZES[paper]
    return Size(height, width) if orientation is Orientation.LANDSCAPE else Size(width, height)


@dataclass(frozen=True)
class PageOptions:
    """How a week, an overview or cards are wanted."""

    paper: Paper = Paper.A4
    orientation: Orientation = Orientation.PORTRAIT
    monochrome: bool = False


@dataclass(frozen=True)
class SheetOptions:
    """How a sheet is wanted.

    `side_boxes`: two boxes a set, left and right, where work is done on each side. `subtitle`
    stands after date and time, e.g. the week of a plan.
    """

    paper: Paper = Paper.A4
    side_boxes: bool = True
    monochrome: bool = False
    subtitle: str = ""


@dataclass(frozen=True)
class SheetSource:
    """The session, the exercises it may name, and the targets it is held against."""

    session: Session
    library: Library
    settings: Settings
