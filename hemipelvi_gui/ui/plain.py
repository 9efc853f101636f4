"""Names stay plain text wherever they are shown.

Qt reads markup in labels and tooltips and loads pictures out of it; menus read `&` as a mark. Every
text that a person wrote goes through here on its way to the screen.
"""

from __future__ import annotations

import re

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from hemipelvi_gui.sheets.plain import clean, seen

LONGEST = 300
LONGEST_TOOLTIP = 1500
NUMBER_AND_UNIT = re.compile(r"(?<=\d) (?=(?:%|kg|km|cm|bpm|s|s/km)(?![\w/]))")
# The module html would do it, and load a table of all named characters at every start.
ESCAPED = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})


def one_line(text: str, longest: int = LONGEST) -> str:
    """The text on one line of at most `longest` characters, without marks that turn direction."""
    # Cut first: a name may be very long, and no screen shows more.
    flat = clean(text, 4 * longest)
    return flat if len(flat) <= longest else flat[: longest - 1] + "\u2026"


def tooltip(text: str) -> str:
    """Markup that Qt shows as exactly this text, its lines kept and long ones wrapped."""
    if not text:
        return ""
    shown = seen(text[:LONGEST_TOOLTIP])
    if len(text) > LONGEST_TOOLTIP:
        shown += "\u2026"
    return f'<div style="white-space: pre-wrap">{shown.translate(ESCAPED)}</div>'


def unbroken(text: str) -> str:
    """The text with no line to begin with the sign or the unit of the number before it."""
    return NUMBER_AND_UNIT.sub("\u00a0", text)


def menu_text(text: str) -> str:
    """The text for a menu, a button or a tab, where a single `&` would vanish."""
    return one_line(text, 80).replace("&", "&&")


def plain_label(text: str = "", kind: str = "", parent: QWidget | None = None) -> QLabel:
    """A label that never reads markup; `kind` picks its look in the style sheet."""
    label = QLabel(text, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    if kind:
        label.setProperty("kind", kind)
    return label
