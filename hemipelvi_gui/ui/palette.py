"""Colours, light and dark. Amber is compress, teal is expand, grey is neutral, everywhere.

`*_text` colours are for words and reach 4.5:1 on every surface; the plain ones are for shapes and
reach 3:1. Lobes and marks stay apart for colour-blind eyes too. tests/gui/looks holds all of it.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QColor


@dataclass(frozen=True)
class Palette:
    """Colours by what they are for, as #RRGGBB."""

    name: str
    paper: str
    panel: str
    raised: str
    line: str
    ink: str
    muted: str
    accent: str
    accent_soft: str
    on_accent: str
    amber: str
    amber_text: str
    teal: str
    teal_text: str
    neutral: str
    fix: str
    note: str
    track: str
    band: str
    outline: str

    def colour(self, role: str) -> QColor:
        """The colour of a role. Raises AttributeError for a role that isn't there."""
        return QColor(getattr(self, role))


LIGHT = Palette(
    name="light",
    paper="#F6F5F1",
    panel="#FFFFFF",
    raised="#F7F6F3",
    line="#DDE1E4",
    ink="#1E2A36",
    muted="#5A6772",
    accent="#34507A",
    accent_soft="#E6ECF4",
    on_accent="#FFFFFF",
    amber="#D4761C",
    amber_text="#9A5B14",
    teal="#2A888C",
    teal_text="#0F6B6E",
    neutral="#B9C1C7",
    fix="#B4412F",
    note="#34507A",
    track="#E2E6E9",
    band="#AED0BB",
    outline="#7C868F",
)
DARK = Palette(
    name="dark",
    paper="#161B21",
    panel="#1F262E",
    raised="#28313A",
    line="#36414C",
    ink="#E7EBEF",
    muted="#A3AFBA",
    accent="#8FB2E3",
    accent_soft="#2A3A50",
    on_accent="#10161D",
    amber="#D98B3F",
    amber_text="#EBA868",
    teal="#46ADAE",
    teal_text="#62C4C5",
    neutral="#5A656F",
    fix="#F08A76",
    note="#8FB2E3",
    track="#36414C",
    band="#3E6350",
    outline="#7D8893",
)
PALETTES = {palette.name: palette for palette in (LIGHT, DARK)}
