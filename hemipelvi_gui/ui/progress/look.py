"""What painting asks of a theme, so that paper can have its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from PySide6.QtGui import QFont

    from hemipelvi_gui.ui.palette import Palette


class Look(Protocol):
    """Colours, measures and fonts."""

    @property
    def palette(self) -> Palette:
        """Colours by what they are for."""

    @property
    def scale(self) -> float:
        """Size of text and of everything measured by it."""

    def px(self, pixels: float) -> int:
        """A measure at that size."""

    def font(self, pixels: float = ...) -> QFont:
        """The program's font."""

    def bold(self, pixels: float = ...) -> QFont:
        """The program's font, semi-bold."""
