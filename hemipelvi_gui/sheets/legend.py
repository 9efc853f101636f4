"""What the signs mean, on one or two lines under a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from hemipelvi_gui.domain.runs import RunKind
from hemipelvi_gui.sheets.cards import SHAPES
from hemipelvi_gui.sheets.marks import Bar, Ink, Mark, Shape, Sign, Strip, Style, Words, moved
from hemipelvi_gui.sheets.plan_words import kind_words

if TYPE_CHECKING:
    from hemipelvi_gui.sheets.ruler import Ruler

translate = QCoreApplication.translate
WORD = Style(7.0, ink=Ink.MUTED)
SIDE, GAP, STEP = 7.0, 11.0, 11.0
STRIKE = 0.8


def legend(left: float, right: float, ruler: Ruler) -> Strip:
    """All signs with their words, wrapped where the paper is narrow."""
    marks: list[Mark] = []
    x, y = left, 0.0
    for made, width in _entries(ruler):
        if x > left and x + width > right:
            x, y = left, y + STEP
        marks.extend(moved(made, y, x))
        x += width + GAP
    return Strip(y + STEP, tuple(marks))


def crossed(x: float, y: float, side: float) -> Bar:
    """The line through the sign of what is skipped."""
    return Bar(x - 1.0, y + side / 2 - STRIKE / 2, side + 2.0, STRIKE, Ink.MUTED)


def _entries(ruler: Ruler) -> list[tuple[tuple[Mark, ...], float]]:
    signs: list[tuple[tuple[Mark, ...], str]] = [
        ((Sign(0.0, 0.0, SIDE, Shape.GYM, Ink.ACCENT),), translate("WeekSheet", "Gym session"))
    ]
    signs += [((Sign(0.0, 0.0, SIDE, *SHAPES[kind]),), kind_words(kind)) for kind in RunKind]
    skipped = (Sign(0.0, 0.0, SIDE, Shape.GYM, Ink.BOX), crossed(0.0, 0.0, SIDE))
    signs.append((skipped, translate("WeekSheet", "Skipped")))
    target = (
        Bar(0.0, 1.5, SIDE + 4.0, 4.0, Ink.BAND),
        Bar(0.0, 0.0, 0.8, SIDE, Ink.INK),
        Bar(SIDE + 3.2, 0.0, 0.8, SIDE, Ink.INK),
    )
    signs.append((target, translate("WeekSheet", "Target of the share")))
    made: list[tuple[tuple[Mark, ...], float]] = []
    for drawn, text in signs:
        start, width = SIDE + (7.0 if drawn is target else 3.5), ruler.width(text, WORD)
        made.append(((*drawn, Words(start, 6.0, text, WORD, width)), start + width))
    return made
