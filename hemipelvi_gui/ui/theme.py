"""The look: palette, fonts and style sheet, applied to the whole application.

Qt's own colour-scheme switch has no effect without a desktop, so the program has palettes of its
own and asks the desktop only which one it prefers.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFont, QGuiApplication, QPalette

from hemipelvi_gui.sheets.fonts import load_fonts
from hemipelvi_gui.ui.palette import DARK, LIGHT, PALETTES, Palette
from hemipelvi_gui.ui.style import style_sheet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication

BASE_PX = 13


class Theme(QObject):
    """The current palette and fonts. Widgets keep a reference and repaint on `changed`."""

    changed = Signal()

    def __init__(self, app: QApplication, choice: str = "auto", scale: float = 1.0) -> None:
        super().__init__(app)
        self._app = app
        self._choice = choice
        self._scale = scale
        self._family = load_fonts()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._desktop_changed)
        self.palette = self._wanted()
        self._apply()

    @property
    def choice(self) -> str:
        """auto, light or dark."""
        return self._choice

    @property
    def scale(self) -> float:
        """Size of text and of everything measured by it; 1.0 is normal, 2.0 twice as large."""
        return self._scale

    def choose(self, choice: str) -> None:
        """Follow the desktop ("auto"), or be "light" or "dark"."""
        self._choice = choice
        self._refresh()

    def enlarge(self, scale: float) -> None:
        """Show text at 0.8 to 2.0 times its size."""
        self._scale = min(max(scale, 0.8), 2.0)
        self._refresh()

    def px(self, pixels: float) -> int:
        """A measure from the 4 px grid at the current text size."""
        return round(pixels * self._scale)

    def font(self, pixels: float = BASE_PX, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        """The program's font at a size; its figures are all equally wide."""
        font = QFont(self._family)
        font.setPixelSize(max(1, self.px(pixels)))
        font.setWeight(weight)
        return font

    def bold(self, pixels: float = BASE_PX) -> QFont:
        """The program's font, semi-bold."""
        return self.font(pixels, QFont.Weight.DemiBold)

    def _wanted(self) -> Palette:
        if self._choice in PALETTES:
            return PALETTES[self._choice]
        dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
        return DARK if dark else LIGHT

    def _desktop_changed(self) -> None:
        if self._choice == "auto":
            self._refresh()

    def _refresh(self) -> None:
        self.palette = self._wanted()
        self._apply()
        self.changed.emit()

    @contextmanager
    def building(self) -> Iterator[None]:
        """While a window is put together: the style sheet comes when all its widgets are there.

        Where there is one, each step works out the styles of all widgets again, which takes as
        long as all the rest (docs/speed.md).
        """
        self._app.setStyleSheet("")
        try:
            yield
        finally:
            self._dress()

    def _apply(self) -> None:
        self._app.setFont(self.font())
        self._app.setPalette(qt_palette(self.palette))
        self._dress()

    def _dress(self) -> None:
        self._app.setStyleSheet(style_sheet(self.palette, self.px))


def qt_palette(palette: Palette) -> QPalette:
    """The palette in Qt's roles, disabled ones muted."""
    role = QPalette.ColorRole
    made = QPalette()
    for qt_role, name in (
        (role.Window, "paper"),
        (role.WindowText, "ink"),
        (role.Base, "panel"),
        (role.AlternateBase, "raised"),
        (role.ToolTipBase, "panel"),
        (role.ToolTipText, "ink"),
        (role.Text, "ink"),
        (role.Button, "panel"),
        (role.ButtonText, "ink"),
        (role.Highlight, "accent"),
        (role.HighlightedText, "on_accent"),
        (role.PlaceholderText, "muted"),
        (role.Link, "accent"),
        (role.Accent, "accent"),
    ):
        made.setColor(qt_role, palette.colour(name))
    for qt_role in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, qt_role, palette.colour("outline"))
    return made
