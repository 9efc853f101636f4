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
    TINT = "tint"
    PAPER = "paper"
    EASY = "easy"
    QUALITY = "quality"
    LONG = "long"
    RACE = "race"


class Shape(StrEnum):
    """Small signs. Each has an outline of its own, so that none needs its colour."""

    GYM = "gym"
    RING = "ring"
    TRIANGLE = "triangle"
    CAPSULE = "capsule"
    FLAG = "flag"
    PAUSE = "pause"
    PLUS = "plus"


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
    """An outlined box, to write in or around a card."""

    x: float
    y: float
    width: float
    height: float
    ink: Ink = Ink.BOX
    radius: float = 3.0


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


@dataclass(frozen=True)
class Sign:
    """A small sign in a square."""

    x: float
    y: float
    side: float
    shape: Shape
    ink: Ink


Mark = Words | Box | Bar | Glyph | Sign


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


def moved(marks: Iterable[Mark], down: float, right: float = 0.0) -> tuple[Mark, ...]:
    """The marks, `down` points lower and `right` points further right."""
    return tuple(replace(mark, x=mark.x + right, y=mark.y + down) for mark in marks)


def scaled(marks: Iterable[Mark], factor: float) -> tuple[Mark, ...]:
    """The marks `factor` times as large, away from the origin."""
    return tuple(_scaled(mark, factor) for mark in marks)


def _scaled(mark: Mark, factor: float) -> Mark:
    x, y = mark.x * factor, mark.y * factor
    if isinstance(mark, Words):
        style = replace(mark.style, size=mark.style.size * factor)
        return replace(mark, x=x, y=y, style=style, width=mark.width * factor)
    if isinstance(mark, Box | Bar):
        width, height, radius = (each * factor for each in (mark.width, mark.height, mark.radius))
        return replace(mark, x=x, y=y, width=width, height=height, radius=radius)
    return replace(mark, x=x, y=y, side=mark.side * factor)
