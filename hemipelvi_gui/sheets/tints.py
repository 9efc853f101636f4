"""The colours of the figure, and colours between colours."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QColor


@dataclass(frozen=True)
class FigureColours:
    """Colours as `#rrggbb`; `panel` is what lies behind, `ink` draws thighs and footprints.

    `shine` is where bone catches the light, `rim` the edge of the sockets, `head` the thigh bone's
    head in them.
    """

    compress: str = "#D9822B"
    expand: str = "#16858A"
    neutral: str = "#B4BCC2"
    outline: str = "#8A949D"
    sacrum: str = "#DDE1E4"
    panel: str = "#FFFFFF"
    ink: str = "#33414E"
    shine: str = "#FFFFFF"
    rim: str = "#4A5661"
    head: str = "#FFFFFF"


def mixed(one: QColor | str, other: QColor | str, part: float) -> QColor:
    """The colour `part` of the way, in [0, 1], from one to the other."""
    a, b = QColor(one), QColor(other)
    return QColor(
        round(a.red() + (b.red() - a.red()) * part),
        round(a.green() + (b.green() - a.green()) * part),
        round(a.blue() + (b.blue() - a.blue()) * part),
    )
