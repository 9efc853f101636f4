from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QRect, QSize, Qt
from PySide6.QtTest import QAbstractItemModelTester

from hemipelvi_gui.domain.exercises import Equipment
from hemipelvi_gui.domain.facets import Laterality
from hemipelvi_gui.ui.mime import EXERCISE_MIME, ITEMS_MIME, pack, unpack
from hemipelvi_gui.ui.models.exercises import ExerciseModel, description
from hemipelvi_gui.ui.plain import menu_text, one_line, plain_label, tooltip
from hemipelvi_gui.ui.widgets.exercise_card import (
    MOST_CARDS,
    NAME_LEADING,
    SCORE_ROLES,
    CardDelegate,
    CardState,
)
from hemipelvi_gui.ui.widgets.glyphs import GlyphCache
from hemipelvi_gui.ui.wording import (
    CLASSES,
    EQUIPMENT,
    JOBS,
    MUSCLES,
    PATTERNS,
    PURPOSES,
    SECTIONS,
    STANCES,
    class_word,
    equipment_word,
    facet_line,
    muscle_word,
    pattern_word,
    purpose_word,
    score_sum,
    score_word,
    section_word,
    shown,
)
from tests.strategies import WEIRD_NAMES

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from hemipelvi_gui.domain.exercises import Exercise
    from hemipelvi_gui.ui.theme import Theme

SIZE = QSize(274, 52)


@pytest.fixture
def cards(theme: Theme) -> CardDelegate:
    return CardDelegate(theme, GlyphCache(theme, theme), ExerciseModel(theme), theme)


def test_the_model_keeps_qts_rules_through_searches(
    qtbot: QtBot, library: dict[str, Exercise]
) -> None:
    model = ExerciseModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert tester.model() is model
    every = list(library.values())
    for rows in (every, [], every[:3], every[3:]):
        model.show(rows, frozenset({Equipment.BAND}))
        assert model.rowCount() == len(rows)
    assert model.index_of(every[4].id).row() == 1
    assert not model.index_of(every[0].id).isValid()


def test_rows_carry_their_exercises_and_take_no_drop(library: dict[str, Exercise]) -> None:
    model = ExerciseModel()
    lunge, squat = library["walking-lunge"], library["back-squat"]
    model.show([lunge, squat])
    carried = model.mimeData([model.index(0), model.index(1)])
    assert unpack(carried, EXERCISE_MIME) == (lunge.id, squat.id)
    assert model.flags(model.index(0)) & Qt.ItemFlag.ItemIsDragEnabled
    assert not model.flags(model.index(0)) & Qt.ItemFlag.ItemIsDropEnabled
    assert model.supportedDragActions() is Qt.DropAction.CopyAction


def test_ids_come_out_of_a_drag_as_they_went_in() -> None:
    packed = pack(ITEMS_MIME, ["a", "ü-1"])
    assert unpack(packed, ITEMS_MIME) == ("a", "ü-1")
    assert unpack(packed, EXERCISE_MIME) == ()
    foreign = QMimeData()
    foreign.setData(ITEMS_MIME, b"\xff\xfe")
    assert unpack(foreign, ITEMS_MIME) == ()


@pytest.mark.parametrize(
    ("exercise", "words", "score"),
    [
        ("split-squat", "Split · opposite jobs", "0.73"),
        ("walking-lunge", "Split · alternating", "0.80"),
        ("back-squat", "Level feet · paired", "0.00"),
        ("b-stance-romanian-deadlift", "Staggered · biased", "0.36"),
        ("suitcase-deadlift", "Level feet · paired · offset load", "0.08"),
    ],
)
def test_a_card_tells_facets_and_score_in_words(
    library: dict[str, Exercise], exercise: str, words: str, score: str
) -> None:
    assert facet_line(library[exercise]) == words
    assert score_word(library[exercise].asymmetry) == score


def test_upper_body_work_has_a_dash_for_a_score(library: dict[str, Exercise]) -> None:
    row = next(each for each in library.values() if each.facets is None)
    assert score_word(row.asymmetry) == "—"
    assert facet_line(row).endswith("Upper body")
    assert score_sum(row.facets).startswith("No score")


def test_every_sum_adds_up(library: dict[str, Exercise]) -> None:
    for exercise in library.values():
        if exercise.facets is None:
            continue
        terms, score = score_sum(exercise.facets).split(" = ")
        assert all(re.search(r" \.\d{3}$| 1\.000$", term) for term in terms.split(" + "))
        numbers = [float(term.split()[1]) for term in terms.split(" + ")]
        assert round(sum(numbers), 3) == float(score), exercise.id


def test_every_code_has_a_word() -> None:
    for table in (CLASSES, EQUIPMENT, JOBS, MUSCLES, PATTERNS, PURPOSES, SECTIONS, STANCES):
        codes = list(table)
        assert set(codes) == set(type(codes[0]))
    for word in (class_word, section_word, pattern_word, purpose_word, equipment_word, muscle_word):
        assert callable(word)
    assert equipment_word(None) == "No equipment"
    assert shown("plain {text}") == "plain {text}"


@pytest.mark.parametrize("name", WEIRD_NAMES)
def test_weird_names_are_painted_and_described_as_plain_text(
    cards: CardDelegate, library: dict[str, Exercise], name: str
) -> None:
    weird = replace(library["walking-lunge"], id="weird", name=name, aliases=(name,), cue=name)
    assert not cards.card(weird, CardState(), SIZE, 1.0).isNull()
    assert not cards.ghost(weird, 1.0).isNull()
    assert "<img" not in tooltip(description(weird))
    assert len(one_line(name)) <= 300
    assert not set(one_line(name)) & set("\u202e\u2067\n\r\t")
    assert "&" not in menu_text(name).replace("&&", "")


def test_plain_labels_and_tooltips_show_markup_as_it_is_typed(qtbot: QtBot) -> None:
    label = plain_label("<b>x</b>", "muted")
    qtbot.addWidget(label)
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert label.property("kind") == "muted"
    assert "&lt;b&gt;" in tooltip("<b>")
    assert tooltip("") == ""


def test_a_card_is_painted_once_for_each_look(
    cards: CardDelegate, theme: Theme, library: dict[str, Exercise]
) -> None:
    lunge = library["walking-lunge"]
    plain = cards.card(lunge, CardState(), SIZE, 1.0)
    assert cards.card(lunge, CardState(), SIZE, 1.0).cacheKey() == plain.cacheKey()
    marked = cards.card(lunge, CardState(selected=True), SIZE, 1.0)
    assert marked.toImage() != plain.toImage()
    sharp = cards.card(lunge, CardState(), SIZE, 2.0)
    assert sharp.size() == SIZE * 2
    theme.choose("dark")
    assert cards.card(lunge, CardState(), SIZE, 1.0).toImage() != plain.toImage()


def test_the_second_line_of_a_name_is_painted_where_the_card_is_higher(
    cards: CardDelegate, library: dict[str, Exercise]
) -> None:
    lunge = library["walking-lunge"]
    high = SIZE + QSize(0, NAME_LEADING)
    one = replace(lunge, name="Single-leg Romanian deadlift with a reach")
    other = replace(lunge, name="Single-leg Romanian deadlift with a kettlebell")
    pictures = [cards.card(each, CardState(), high, 1.0).toImage() for each in (one, other)]
    assert pictures[0] != pictures[1]
    beneath = QRect(0, 0, SIZE.width(), 25)
    assert pictures[0].copy(beneath) == pictures[1].copy(beneath)


@pytest.mark.parametrize("name", ["n" * 10_000, "🏃" * 200, "", " ", "word " * 90])
def test_any_name_is_cut_after_two_lines(
    cards: CardDelegate, library: dict[str, Exercise], name: str
) -> None:
    odd = replace(library["walking-lunge"], name=name)
    high = SIZE + QSize(0, NAME_LEADING)
    assert not cards.card(odd, CardState(), high, 1.0).isNull()


def test_an_exercise_that_was_edited_is_painted_anew(
    cards: CardDelegate, library: dict[str, Exercise]
) -> None:
    lunge = library["walking-lunge"]
    before = cards.card(lunge, CardState(), SIZE, 1.0).toImage()
    assert cards.card(replace(lunge, name="Other"), CardState(), SIZE, 1.0).toImage() != before


def test_cards_scrolled_away_are_forgotten(
    cards: CardDelegate, library: dict[str, Exercise]
) -> None:
    first, *others = list(library.values())[: MOST_CARDS + 1]
    before = cards.card(first, CardState(), SIZE, 1.0).cacheKey()
    for each in others:
        cards.card(each, CardState(), SIZE, 1.0)
    assert cards.card(first, CardState(), SIZE, 1.0).cacheKey() != before


def test_scores_are_amber_where_both_sides_do_the_same_and_teal_where_they_do_not() -> None:
    assert SCORE_ROLES[Laterality.SYMMETRIC] == SCORE_ROLES[Laterality.BIASED] == "amber_text"
    assert SCORE_ROLES[Laterality.ASYMMETRIC] == SCORE_ROLES[Laterality.GAIT_LIKE] == "teal_text"
    assert SCORE_ROLES[Laterality.NONE] == "muted"


def test_glyphs_are_painted_once_and_anew_in_another_theme(
    theme: Theme, library: dict[str, Exercise]
) -> None:
    glyphs = GlyphCache(theme, theme)
    light = glyphs.pixmap(library["walking-lunge"], 32)
    assert glyphs.pixmap(library["walking-lunge"], 32).cacheKey() == light.cacheKey()
    assert glyphs.pixmap(None, 32).toImage() != light.toImage()
    theme.choose("dark")
    assert glyphs.pixmap(library["walking-lunge"], 32).toImage() != light.toImage()


@pytest.mark.parametrize("size", [16, 24, 40])
def test_glyphs_are_painted_for_the_pixels_of_the_screen_and_not_stretched(
    theme: Theme, library: dict[str, Exercise], size: int
) -> None:
    glyphs, lunge = GlyphCache(theme, theme), library["walking-lunge"]
    for dpr in (1.0, 1.25, 1.5, 2.0, 3.0):
        dense = glyphs.pixmap(lunge, size, dpr)
        assert dense.width() == dense.height() == round(size * dpr)
        assert dense.deviceIndependentSize().toSize() == QSize(size, size)
        # On a screen twice as dense it has the detail of a glyph twice as large.
        large = glyphs.pixmap(lunge, round(size * dpr)).toImage()
        image = dense.toImage()
        image.setDevicePixelRatio(1.0)
        points = [(x, y) for x in range(image.width()) for y in range(image.height())]
        apart = [
            abs(image.pixelColor(*at).alpha() - large.pixelColor(*at).alpha()) for at in points
        ]
        assert max(apart) <= 8
