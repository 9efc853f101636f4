"""What colour tells must reach colour-blind eyes too; form and words say it once more."""

from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtGui import QColor

from hemipelvi_gui.sheets.glyph import GlyphColours
from hemipelvi_gui.sheets.tints import FigureColours
from hemipelvi_gui.ui.palette import PALETTES, Palette
from tests.gui.looks.seeing import Eyes, apart

# CIEDE2000. 1 is seen side by side; these are told apart at a glance and from memory.
LOBES_APART = 15.0
MARKS_APART = 25.0
# The band lies on its track, so both are always seen together.
BAND_APART = 10.0

LOBES = {
    **{name: (each.amber, each.teal, each.neutral) for name, each in PALETTES.items()},
    "sheet": (GlyphColours().compress, GlyphColours().expand, GlyphColours().neutral),
    "figure": (FigureColours().compress, FigureColours().expand, FigureColours().neutral),
}

all_eyes = pytest.mark.parametrize("eyes", Eyes, ids=lambda each: each.name.lower())
both = pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)


def nearest(colours: tuple[str, ...], eyes: Eyes) -> float:
    """How far apart the two most alike are."""
    pairs = combinations(map(QColor, colours), 2)
    return min(apart(one, other, eyes) for one, other in pairs)


@all_eyes
@pytest.mark.parametrize("colours", LOBES.values(), ids=LOBES)
def test_compress_expand_and_neutral_are_told_apart(
    colours: tuple[str, str, str], eyes: Eyes
) -> None:
    assert nearest(colours, eyes) >= LOBES_APART


@all_eyes
@both
def test_what_to_fix_and_a_note_are_told_apart(palette: Palette, eyes: Eyes) -> None:
    assert nearest((palette.fix, palette.note), eyes) >= MARKS_APART


@all_eyes
@both
def test_words_for_compress_and_expand_are_told_apart(palette: Palette, eyes: Eyes) -> None:
    assert nearest((palette.amber_text, palette.teal_text), eyes) >= MARKS_APART


@all_eyes
@both
def test_the_target_band_is_seen_on_the_scale(palette: Palette, eyes: Eyes) -> None:
    assert nearest((palette.band, palette.track), eyes) >= BAND_APART


def test_red_and_green_lobes_would_be_noticed() -> None:
    assert nearest(("#B4412F", "#5B5B30"), Eyes.USUAL) > LOBES_APART
    assert nearest(("#B4412F", "#5B5B30"), Eyes.PROTANOPIA) < LOBES_APART
