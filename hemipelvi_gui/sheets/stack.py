"""Lines of words under each other, as on cards and covers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hemipelvi_gui.sheets.marks import Bar, Mark, Style, Words
from hemipelvi_gui.sheets.ruler import MOST_LINES, SEPARATOR

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hemipelvi_gui.sheets.ruler import Ruler

LEADING = 1.24
RISE = 0.95  # from the top of a line to its baseline, in sizes: clears Å and ( alike
MIDDLE = 0.27  # from the baseline to the middle of small letters
STROKE = 0.6


class Stack:
    """Grows downwards from `top`, between `left` and `right`; `bottom` is how far it reaches."""

    def __init__(self, left: float, right: float, top: float, ruler: Ruler) -> None:
        self.left, self.right, self.bottom = left, right, top
        self.marks: list[Mark] = []
        self.ruler = ruler

    @property
    def width(self) -> float:
        """Room for words in points."""
        return self.right - self.left

    def text(
        self, text: str, style: Style, most: int = MOST_LINES, indent: float = 0.0
    ) -> tuple[Words, ...]:
        """Add the text, broken into at most `most` lines; what is too long is elided."""
        return self.lines(self.ruler.lines(text, style, self.width - indent, most), style, indent)

    def parts(self, parts: Sequence[str], style: Style, most: int = MOST_LINES) -> None:
        """Add parts with dots between them; lines break between parts."""
        packed = self.ruler.packed(parts, style, self.width)
        if len(packed) > most:
            self.text(SEPARATOR.join(parts), style, most)
        else:
            self.lines(packed, style)

    def lines(self, lines: Sequence[str], style: Style, indent: float = 0.0) -> tuple[Words, ...]:
        """Add lines that fit already."""
        made = []
        for line in lines:
            baseline = self.bottom + RISE * style.size
            width = self.ruler.width(line, style)
            made.append(Words(self.left + indent, baseline, line, style, width))
            self.bottom += LEADING * style.size
        self.marks.extend(made)
        return tuple(made)

    def gap(self, height: float) -> None:
        """Leave room."""
        self.bottom += height


def struck(words: Sequence[Words]) -> tuple[Bar, ...]:
    """A line through each of the words."""
    return tuple(
        Bar(each.x, each.y - MIDDLE * each.style.size, each.width, STROKE, each.style.ink)
        for each in words
    )
