"""Every word can be read on everything it may stand on, and every shape can be seen."""

from __future__ import annotations

import re
from dataclasses import fields

import pytest

from hemipelvi_gui.ui.palette import DARK, LIGHT, PALETTES, Palette
from hemipelvi_gui.ui.style import TEMPLATE
from tests.gui.looks.seeing import contrast

WORDS_ENOUGH = 4.5  # WCAG 2.2, 1.4.3
SHAPES_ENOUGH = 3.0  # 1.4.11; WCAG asks nothing of what is disabled, we ask the same
WORDS = ("ink", "muted", "accent", "amber_text", "teal_text", "fix", "note")
# The message bar is accent_soft, or panel when something went wrong; so are cards and menus.
SURFACES = ("panel", "paper", "raised", "accent_soft")
DISABLED = "outline"
SHAPES = ("accent", "amber", "teal", "fix", "note", "outline")
# The gauge: a needle and its ghost cross the band and the track, and no words stand on them.
SCALES, NEEDLES = ("band", "track"), ("ink", "accent")
# Seen by their edge (neutral lobes), beside others (band on its track) or not at all needed.
REST = ("neutral", "line", "on_accent")

both = pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)


def ratio(palette: Palette, one: str, other: str) -> float:
    return contrast(palette.colour(one), palette.colour(other))


def test_each_colour_of_the_palette_is_judged_here() -> None:
    roles = {field.name for field in fields(Palette)} - {"name"}
    assert roles == {*WORDS, *SURFACES, *SHAPES, *SCALES, *REST, DISABLED}


@both
@pytest.mark.parametrize("surface", SURFACES)
@pytest.mark.parametrize("words", WORDS)
def test_words_can_be_read_on_every_surface(palette: Palette, surface: str, words: str) -> None:
    assert ratio(palette, words, surface) >= WORDS_ENOUGH


@both
@pytest.mark.parametrize("surface", SURFACES)
def test_disabled_words_can_still_be_made_out(palette: Palette, surface: str) -> None:
    assert ratio(palette, DISABLED, surface) >= SHAPES_ENOUGH


@both
def test_words_on_the_accent_can_be_read(palette: Palette) -> None:
    assert ratio(palette, "on_accent", "accent") >= WORDS_ENOUGH


@both
@pytest.mark.parametrize("surface", ["panel", "paper", "raised"])
@pytest.mark.parametrize("shape", SHAPES)
def test_shapes_can_be_told_from_what_they_lie_on(
    palette: Palette, surface: str, shape: str
) -> None:
    assert ratio(palette, shape, surface) >= SHAPES_ENOUGH


@both
@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("needle", NEEDLES)
def test_needles_can_be_told_from_the_scale(palette: Palette, scale: str, needle: str) -> None:
    assert ratio(palette, needle, scale) >= SHAPES_ENOUGH


def rules() -> list[tuple[str, str, str]]:
    """Selector, colour and background of each rule of the style sheet that names both."""
    found = []
    for selector, body in re.findall(r"^(\S[^{]*?) \{\{(.*?)\}\}", TEMPLATE, re.DOTALL | re.M):
        colour = re.search(r"(?<![\w-])color: \{(\w+)\}", body)
        background = re.search(r"(?<![\w-])background: \{(\w+)\}", body)
        if colour and background:
            found.append((selector, colour[1], background[1]))
    return found


@both
@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule[0])
def test_words_can_be_read_in_each_rule_of_the_style_sheet(
    palette: Palette, rule: tuple[str, str, str]
) -> None:
    selector, colour, background = rule
    enough = SHAPES_ENOUGH if ":disabled" in selector else WORDS_ENOUGH
    assert ratio(palette, colour, background) >= enough


def test_a_pale_palette_would_be_noticed() -> None:
    assert len(rules()) > 10
    assert ratio(LIGHT, "neutral", "panel") < SHAPES_ENOUGH
    assert ratio(DARK, "line", "panel") < SHAPES_ENOUGH
