"""What lies on a page: plain values in points (1/72 inch) from the paper's top left corner."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from hemipelvi_gui.sheets.glyph import GlyphLook

if TYPE_CHECKING:
    from collections.abc import Iterable


class Ink(StrEnum):
    """Colours by what they are for."""

    INK = "ink"
    MUTED = "muted"
    ACCENT = "accent"
    LINE = "line"
    BOX = "box"
    TRACK = "track"
    BAND = "band"


class Weight(StrEnum):
    """Weights of the program's font."""

    REGULAR = "Normal"
    MEDIUM = "Medium"
    SEMIBOLD = "DemiBold"
    BOLD = "Bold"


@dataclass(frozen=True)
class Style:
    """How words are set: height in points, weight, colour, tracking in per cent of a letter."""

    size: float
    weight: Weight = Weight.REGULAR
    ink: Ink = Ink.INK
    tracking: float = 100.0


@dataclass(frozen=True)
class Words:
    """Plain text from `x` on the baseline `y`, `width` points long."""

    x: float
    y: float
    text: str
    style: Style
    width: float


@dataclass(frozen=True)
class Box:
    """An outlined box to write in."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class Bar:
    """A filled strip with corners of `radius`."""

    x: float
    y: float
    width: float
    height: float
    ink: Ink
    radius: float = 0.0


@dataclass(frozen=True)
class Glyph:
    """The two-lobe pelvis in a square."""

    x: float
    y: float
    side: float
    look: GlyphLook


Mark = Words | Box | Bar | Glyph


@dataclass(frozen=True)
class Page:
    """One sheet of paper, sizes in points."""

    width: float
    height: float
    marks: tuple[Mark, ...]
    title: str


@dataclass(frozen=True)
class Strip:
    """Marks that stay together, `height` points high, measured from their own top.

    `keeps` ties it to the next strip: a heading never ends a page.
    """

    height: float
    marks: tuple[Mark, ...]
    keeps: bool = False


def moved(marks: Iterable[Mark], down: float) -> tuple[Mark, ...]:
    """The marks, `down` points lower."""
    return tuple(replace(mark, y=mark.y + down) for mark in marks)
