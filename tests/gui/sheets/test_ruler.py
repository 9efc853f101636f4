from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hemipelvi_gui.sheets.fonts import load_fonts
from hemipelvi_gui.sheets.marks import Style, Weight
from hemipelvi_gui.sheets.plain import clean
from hemipelvi_gui.sheets.ruler import MOST_LINES, Ruler

NAME = Style(11.4, Weight.SEMIBOLD)


@pytest.fixture
def ruler() -> Ruler:
    return Ruler(load_fonts())


def test_figures_are_as_wide_as_each_other(ruler: Ruler) -> None:
    widths = {round(ruler.width(figure * 10, NAME), 3) for figure in "0123456789"}
    assert len(widths) == 1


def test_bold_words_are_longer_and_large_ones_too(ruler: Ruler) -> None:
    plain = ruler.width("Walking lunge", Style(11.4))
    assert plain < ruler.width("Walking lunge", NAME)
    assert ruler.width("Walking lunge", Style(22.8)) == pytest.approx(2 * plain)


def test_a_short_name_is_one_line(ruler: Ruler) -> None:
    assert ruler.lines("Walking  lunge\n", NAME, 300) == ("Walking lunge",)


def test_a_long_name_breaks_between_words(ruler: Ruler) -> None:
    lines = ruler.lines("Rear-foot-elevated split squat with a long pause", NAME, 130)
    assert " ".join(lines) == "Rear-foot-elevated split squat with a long pause"
    assert len(lines) == 3


@pytest.mark.parametrize("word", ["n", "word ", "🏃‍♀️", "二", "e\u0301", "\u202egnol "])
def test_ten_thousand_characters_end_after_twelve_lines(ruler: Ruler, word: str) -> None:
    lines = ruler.lines((word * 10_000)[:10_000], NAME, 200)
    assert len(lines) == MOST_LINES
    assert lines[-1].endswith("…")
    assert all(ruler.width(line, NAME) <= 200.5 for line in lines)


@pytest.mark.parametrize("letter", "nm")
def test_two_hundred_characters_stay_whole(ruler: Ruler, letter: str) -> None:
    assert "".join(ruler.lines(letter * 200, NAME, 190)) == letter * 200


def test_marks_that_turn_direction_vanish_and_letters_of_any_script_stay() -> None:
    for mark in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069":
        assert clean(f"a {mark} b{mark}") == "a b"
    assert clean("תרגיל قرفصاء 🏃‍♀️") == "תרגיל قرفصاء 🏃‍♀️"
    assert clean("\ud800 \x1b[0m x\x85y") == "[0m x y"


def test_nothing_is_no_line(ruler: Ruler) -> None:
    assert ruler.lines(" \t\n\x00", NAME, 200) == ()


@given(text=st.text(max_size=300), width=st.floats(40, 400))
def test_what_fits_is_kept_word_for_word(text: str, width: float) -> None:
    lines = Ruler(load_fonts()).lines(text, NAME, width, 200)
    assert "".join(lines).replace(" ", "") == clean(text).replace(" ", "")


@given(st.text())
def test_clean_text_is_one_line_without_control_characters(text: str) -> None:
    shown = clean(text)
    assert len(shown.splitlines()) <= 1
    assert "\x00" not in shown
    assert clean(shown) == shown
