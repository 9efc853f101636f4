"""How colours look: contrast, how far two are apart, and what colour-blind eyes make of them.

Contrast is WCAG 2.2's; distance is CIEDE2000 (Sharma, Wu and Dalal 2005); the eyes are simulated
with the matrices of Machado, Oliveira and Fernandes (2009) for severity 1.0, which apply to linear
RGB. A distance of 1 can just be seen side by side.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtGui import QColor

Triple = tuple[float, float, float]
Matrix = tuple[Triple, Triple, Triple]

SRGB_TO_XYZ: Matrix = (
    (0.4124564, 0.3575761, 0.1804375),
    (0.2126729, 0.7151522, 0.0721750),
    (0.0193339, 0.1191920, 0.9503041),
)
D65: Triple = (0.95047, 1.0, 1.08883)
FAR = 25.0**7


class Eyes(Enum):
    """Whose eyes, as the matrix that linear RGB goes through."""

    USUAL = ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0))
    PROTANOPIA = (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    )
    DEUTERANOPIA = (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    )
    TRITANOPIA = (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    )


@dataclass(frozen=True)
class Lab:
    """CIE L*a*b* under D65: lightness 0 to 100, green to red, blue to yellow."""

    light: float
    a: float
    b: float


def linear(colour: QColor) -> Triple:
    """Linear RGB, each in [0, 1]."""
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4
        for c in (colour.redF(), colour.greenF(), colour.blueF())
    )
    return red, green, blue


def luminance(colour: QColor) -> float:
    """Relative luminance in [0, 1], as WCAG defines it."""
    red, green, blue = linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    """1 for the same colour up to 21 for black on white."""
    dark, bright = sorted((luminance(one), luminance(other)))
    return (bright + 0.05) / (dark + 0.05)


def seen(colour: QColor, eyes: Eyes = Eyes.USUAL) -> Lab:
    """The colour as these eyes see it."""
    inside = (min(max(each, 0.0), 1.0) for each in _through(eyes.value, linear(colour)))
    red, green, blue = inside
    xyz = _through(SRGB_TO_XYZ, (red, green, blue))
    x, y, z = (_root(each / white) for each, white in zip(xyz, D65, strict=True))
    return Lab(116 * y - 16, 500 * (x - y), 200 * (y - z))


def apart(one: QColor, other: QColor, eyes: Eyes = Eyes.USUAL) -> float:
    """How far apart two colours are to these eyes."""
    return difference(seen(one, eyes), seen(other, eyes))


def difference(one: Lab, other: Lab) -> float:
    """CIEDE2000; names and numbers as in Sharma, Wu and Dalal 2005, equations 2 to 22."""
    mean_c7 = ((math.hypot(one.a, one.b) + math.hypot(other.a, other.b)) / 2) ** 7
    stretch = 1.5 - 0.5 * math.sqrt(mean_c7 / (mean_c7 + FAR))
    c1, c2 = math.hypot(one.a * stretch, one.b), math.hypot(other.a * stretch, other.b)
    h1, h2 = _hue(one.a * stretch, one.b), _hue(other.a * stretch, other.b)
    turn = 0.0 if c1 * c2 == 0 else (h2 - h1 + 180) % 360 - 180
    mean_h = h1 + h2 if c1 * c2 == 0 else (h1 + turn / 2) % 360
    delta_h = 2 * math.sqrt(c1 * c2) * math.sin(math.radians(turn) / 2)
    mean_l, mean_c = (one.light + other.light) / 2, (c1 + c2) / 2
    far_l = (mean_l - 50) ** 2
    s_l = 1 + 0.015 * far_l / math.sqrt(20 + far_l)
    s_h = 1 + 0.015 * mean_c * _hue_weight(mean_h)
    lightness = (other.light - one.light) / s_l
    chroma = (c2 - c1) / (1 + 0.045 * mean_c)
    hue = delta_h / s_h
    turned = _rotation(mean_c, mean_h) * chroma * hue
    return math.sqrt(lightness**2 + chroma**2 + hue**2 + turned)


def _through(matrix: Matrix, triple: Triple) -> Triple:
    first, second, third = (
        sum(weight * each for weight, each in zip(row, triple, strict=True)) for row in matrix
    )
    return first, second, third


def _root(value: float) -> float:
    return math.cbrt(value) if value > (6 / 29) ** 3 else value / (3 * (6 / 29) ** 2) + 4 / 29


def _hue(a: float, b: float) -> float:
    return math.degrees(math.atan2(b, a)) % 360


def _hue_weight(hue: float) -> float:
    def part(share: float, times: int, shift: float) -> float:
        return share * math.cos(math.radians(times * hue + shift))

    return 1 + part(-0.17, 1, -30) + part(0.24, 2, 0) + part(0.32, 3, 6) + part(-0.20, 4, -63)


def _rotation(chroma: float, hue: float) -> float:
    c7 = chroma**7
    angle = 60 * math.exp(-(((hue - 275) / 25) ** 2))
    return -math.sin(math.radians(angle)) * 2 * math.sqrt(c7 / (c7 + FAR))
