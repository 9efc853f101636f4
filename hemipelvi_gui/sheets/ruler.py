"""How long words are and where they break, in points and the same for every device."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

from hemipelvi_gui.sheets.fonts import font
from hemipelvi_gui.sheets.plain import LONGEST, clean, unbroken

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hemipelvi_gui.sheets.marks import Style, Weight

# Measured large and without hinting, so that widths scale to any printer.
MEASURE_PX = 100
ELLIPSIS = "…"
SEPARATOR = " · "
# Names of 200 letters and notes as long as people write them stay whole; a row fits on a page.
MOST_LINES = 12


class Ruler:
    """Measures words of one font family. It keeps what it measured: plans repeat their sessions."""

    def __init__(self, family: str) -> None:
        self._family = family
        self._fonts: dict[Weight, QFont] = {}
        self._metrics: dict[Weight, QFontMetricsF] = {}
        self._widths: dict[tuple[str, Weight], float] = {}
        self._lines: dict[tuple[str, Style, float, int], tuple[str, ...]] = {}

    def width(self, text: str, style: Style) -> float:
        """Length of the text in points."""
        key = (text, style.weight)
        measured = self._widths.get(key)
        if measured is None:
            measured = self._metrics_of(style).horizontalAdvance(text) / MEASURE_PX
            self._widths[key] = measured
        return measured * style.size * style.tracking / 100

    def lines(
        self, text: str, style: Style, width: float, most: int = MOST_LINES
    ) -> tuple[str, ...]:
        """The text broken into lines of `width` points, at most `most`; the rest is elided."""
        key = (text, style, width, most)
        made = self._lines.get(key)
        if made is None:
            made = self._lines[key] = self._made(text, style, width, most)
        return made

    def _made(self, text: str, style: Style, width: float, most: int) -> tuple[str, ...]:
        whole = clean(text)
        if not whole:
            return ()
        shown = whole[:LONGEST]
        if whole == shown and self.width(shown, style) <= width:
            return (shown,)
        broken = self._broken(shown, style, width, most)
        if len(broken) < most or (len(broken) == most and whole == shown):
            return tuple(line.strip() for line in broken)
        rest = "".join(broken[most - 1 :]) + ("" if whole == shown else ELLIPSIS)
        return (*(line.strip() for line in broken[: most - 1]), self._elided(rest, style, width))

    def packed(self, parts: Sequence[str], style: Style, width: float) -> list[str]:
        """Parts joined into lines; a line breaks between two parts, never within "2 × 16 kg"."""
        lines: list[str] = []
        for part in parts:
            joined = f"{lines[-1]}{SEPARATOR}{part}" if lines else part
            if lines and self.width(joined, style) <= width:
                lines[-1] = joined
            else:
                lines.extend(self.lines(part, style, width))
        return lines

    def _broken(self, text: str, style: Style, width: float, most: int) -> list[str]:
        """Up to `most` lines and, as one more, what is left over."""
        layout = QTextLayout(unbroken(text), self._font_of(style))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        units = text.encode("utf-16-le")  # Qt counts in UTF-16 units
        broken: list[str] = []
        end = 0
        layout.beginLayout()
        while len(broken) < most:
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(width * MEASURE_PX / style.size)
            start, end = line.textStart(), line.textStart() + line.textLength()
            broken.append(units[2 * start : 2 * end].decode("utf-16-le"))
        layout.endLayout()
        rest = units[2 * end :].decode("utf-16-le")
        return [*broken, rest] if rest else broken

    def _elided(self, text: str, style: Style, width: float) -> str:
        room = width * MEASURE_PX / style.size
        elided = self._metrics_of(style).elidedText(text, Qt.TextElideMode.ElideRight, room)
        # Qt keeps every invisible mark of what it left out.
        shown, ellipsis, _ = elided.rpartition(ELLIPSIS)
        return shown + ellipsis

    def _font_of(self, style: Style) -> QFont:
        if style.weight not in self._fonts:
            made = font(self._family, MEASURE_PX, QFont.Weight[style.weight.value])
            made.setPixelSize(MEASURE_PX)
            self._fonts[style.weight] = made
        return self._fonts[style.weight]

    def _metrics_of(self, style: Style) -> QFontMetricsF:
        if style.weight not in self._metrics:
            self._metrics[style.weight] = QFontMetricsF(self._font_of(style))
        return self._metrics[style.weight]
