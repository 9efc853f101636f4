from __future__ import annotations

from dataclasses import replace
from datetime import time

import pytest

from hemipelvi_gui.domain.exercises import Purpose
from hemipelvi_gui.domain.session import Block, BlockKind, Section, Session
from hemipelvi_gui.domain.session import items as all_items
from hemipelvi_gui.domain.settings import Settings
from hemipelvi_gui.sheets import Page, Paper, SheetOptions, SheetSource, pages
from hemipelvi_gui.sheets.layout import BOTTOM_MARGIN, TOP_MARGIN
from hemipelvi_gui.sheets.marks import Bar, Box, Glyph, Sign, Words
from hemipelvi_gui.sheets.ruler import MOST_LINES
from tests.gui.sheets.samples import (
    LIBRARY,
    item,
    long_session,
    source,
    straight,
    superset,
    tuesday,
)

A4 = SheetOptions(side_boxes=False)
QUESTIONS = 4


def texts(page: Page) -> list[str]:
    return [mark.text for mark in page.marks if isinstance(mark, Words)]


def boxes(*sheet: Page) -> int:
    return sum(isinstance(mark, Box) for page in sheet for mark in page.marks)


def first_box(page: Page) -> Box:
    return next(mark for mark in page.marks if isinstance(mark, Box))


def laid_out(session: Session, options: SheetOptions = A4) -> tuple[Page, ...]:
    return pages(source(session), options)


def test_a_sheet_says_what_is_planned() -> None:
    (page,) = laid_out(tuesday(), replace(A4, subtitle="Autumn base, week 4 of 8"))
    said = texts(page)
    for words in (
        "Tuesday — strength A",
        "24 November 2026 · 34 min · Autumn base, week 4 of 8",
        "78 % asymmetric",
        "target 60–85 %",
        "PREPARE",
        "90/90 hip lift with reach",
        "2 × 5 breaths each side",
        "Exhale fully, feel the back of the thigh work.",
        "3 × 5 · 100 kg · RPE 7 · rest 150 s",
        "A1",
        "Walking lunge",
        "Go straight to A2.",
        "How did it go?",
        "Most of the work looks like running; the big lift is followed by a reset.",
        "1 / 1",
    ):
        assert words in said
    assert "Go straight to A3." not in said


def test_every_item_has_its_glyph() -> None:
    (page,) = laid_out(tuesday())
    assert sum(isinstance(mark, Glyph) for mark in page.marks) == 8


def test_each_set_has_one_box() -> None:
    assert boxes(*laid_out(tuesday())) == QUESTIONS + 2 + 3 + 3 + 3 + 3 + 3 + 1 + 2


def test_work_on_each_side_gets_two_boxes_a_set_where_wanted() -> None:
    (page,) = laid_out(tuesday(), SheetOptions(side_boxes=True))
    assert boxes(page) == QUESTIONS + 2 * (3 + 3 + 3 + 3) + 2 + 3 + 1 + 2
    assert texts(page).count("L") == texts(page).count("R") == 4


def test_one_side_only_gets_one_box_a_set() -> None:
    session = Session("s", "Left", straight(Section.STRENGTH, item("Walking lunge", "3x8 left")))
    (page,) = laid_out(session, SheetOptions(side_boxes=True))
    assert boxes(page) == QUESTIONS + 3
    assert "3 × 8 · left side only" in texts(page)


def test_twelve_sets_wrap_onto_two_even_rows() -> None:
    session = Session("s", "Many", straight(Section.STRENGTH, item("Walking lunge", "12x3")))
    (page,) = laid_out(session)
    sets = [mark for mark in page.marks if isinstance(mark, Box)][:12]
    assert len({box.y for box in sets}) == 2
    assert len({box.x for box in sets}) == 6
    assert "set 12" in texts(page)


def test_boxes_stand_flush_right_on_one_grid() -> None:
    (page,) = laid_out(tuesday(), SheetOptions(side_boxes=True))
    sets = [mark for mark in page.marks if isinstance(mark, Box)][:-QUESTIONS]
    assert len({round(box.x, 3) for box in sets}) == 3
    assert max(box.x + box.width for box in sets) == pytest.approx(page.width - 42)


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("side_boxes", [True, False])
def test_sixty_items_flow_and_none_is_split(paper: Paper, side_boxes: bool) -> None:
    sheet = laid_out(long_session(60), SheetOptions(paper, side_boxes))
    assert len(sheet) > 4
    glyphs = [sum(isinstance(mark, Glyph) for mark in page.marks) for page in sheet]
    assert sum(glyphs) == 60
    for page, items in zip(sheet, glyphs, strict=True):
        assert [texts(page).count(f"set {number}") for number in (1, 2, 3)] == [items] * 3
        assert texts(page)[-1] == f"{sheet.index(page) + 1} / {len(sheet)}"
    assert all("Long session" in texts(page) for page in sheet)
    working = sum(
        LIBRARY[each.exercise].purpose is Purpose.WORK for each in all_items(long_session(60))
    )
    doubled = 3 * working if side_boxes else 0
    assert sum(map(boxes, sheet)) == QUESTIONS + 3 * 60 + doubled


def test_nothing_leaves_the_paper_or_runs_into_the_footer() -> None:
    for page in laid_out(long_session(60), SheetOptions()):
        for mark in page.marks:
            if isinstance(mark, Box | Bar | Words):
                assert mark.x >= 30
                assert mark.x + mark.width <= page.width - 41.9
        for mark in page.marks:
            if isinstance(mark, Box | Bar):
                assert mark.y >= TOP_MARGIN
                assert mark.y + mark.height <= page.height - BOTTOM_MARGIN + 0.1


def test_a_heading_stays_with_its_first_item() -> None:
    for rows in range(6, 14):
        session = long_session(rows)
        ending = straight(Section.RESET, item("Half-kneeling hip-flexor rock", "2x6/side", 99))
        for page in laid_out(replace(session, blocks=session.blocks + ending)):
            said = texts(page)
            if "RESET" in said:
                assert "2 × 6 each side" in said


def test_the_questions_never_stand_alone() -> None:
    for rows in range(5, 30):
        last = laid_out(long_session(rows))[-1]
        assert "How did it go?" in texts(last)
        assert any(isinstance(mark, Glyph) for mark in last.marks)


def test_rows_move_closer_where_that_saves_a_page() -> None:
    sheets = [laid_out(long_session(rows)) for rows in range(1, 12)]
    fullest = [sheet for sheet in sheets if len(sheet) == 1][-1]
    assert first_box(fullest[0]).height < first_box(sheets[0][0]).height


def test_letter_is_wider_and_shorter() -> None:
    (letter,) = laid_out(tuesday(), replace(A4, paper=Paper.LETTER))
    (a4,) = laid_out(tuesday())
    assert (letter.width, letter.height) == (612.0, 792.0)
    assert letter.width > a4.width
    assert letter.height < a4.height
    assert texts(letter) == texts(a4)
    assert letter.marks != a4.marks


def test_an_empty_session_says_so() -> None:
    (page,) = laid_out(Session("s", "Thursday"))
    assert "Nothing is planned yet. Add exercises and print the sheet again." in texts(page)
    assert "No leg work to balance" in texts(page)
    assert boxes(page) == 0


def test_an_exercise_that_is_gone_is_named_as_unknown() -> None:
    (page,) = pages(SheetSource(tuesday(), {}, Settings()), A4)
    assert "Unknown exercise (walking-lunge)" in texts(page)


@pytest.mark.parametrize(
    "name",
    ["<img src='file:///etc/passwd'>", "<b>bold</b> &amp; more", "{braces} %s {0}", "½ × 3 – 4"],
)
def test_a_name_is_plain_text_as_it_was_typed(name: str) -> None:
    lift = replace(LIBRARY["walking-lunge"], name=name, cue=name)
    session = Session(
        "s",
        name,
        straight(Section.STRENGTH, replace(item("Walking lunge", "3x8"), notes=name)),
        gym=name,
        notes=name,
    )
    (page,) = pages(SheetSource(session, {lift.id: lift}, Settings()), A4)
    said = " ".join(texts(page))
    assert said.count(name) == 6


def test_a_name_of_ten_thousand_characters_is_cut() -> None:
    first, *_ = laid_out(replace(tuesday(), name="n" * 10_000))
    titles = [text for text in texts(first) if text.startswith("nnn")]
    assert len(titles) == MOST_LINES
    assert titles[-1].endswith("…")


def test_long_names_and_notes_stand_on_the_sheet_whole() -> None:
    name = " ".join(["Heavy day on and on and around the block"] * 5)[:200]
    note = "Slow on the way down, quick on the way up, and breathe out at the top. " * 11
    lift = replace(LIBRARY["walking-lunge"], name=name)
    row = replace(item("Walking lunge", "12x8/side"), notes=note)
    session = Session("s", name, straight(Section.STRENGTH, row), gym=name, notes=note)
    (page,) = pages(SheetSource(session, {lift.id: lift}, Settings()), A4)
    said = " ".join(texts(page))
    assert said.count(name.strip()) == 3
    assert said.count(note.strip()) == 2
    assert "…" not in said


@pytest.mark.parametrize("paper", list(Paper))
def test_the_longest_of_everything_stays_on_the_paper(paper: Paper) -> None:
    longest = "W" * 10_000
    session = long_session(3)
    planned = tuple(
        replace(block, items=tuple(replace(each, notes=longest) for each in block.items))
        for block in session.blocks
    )
    library = {key: replace(lift, name=longest, cue=longest) for key, lift in LIBRARY.items()}
    odd = replace(session, name=longest, gym=longest, notes=longest, blocks=planned)
    for page in pages(SheetSource(odd, library, Settings()), replace(A4, paper=paper)):
        for mark in page.marks:
            if not isinstance(mark, Glyph | Sign):
                assert mark.x + mark.width <= page.width - 41.9
            assert mark.y <= page.height - 28.0
        rows = [mark for mark in page.marks if isinstance(mark, Bar)]
        assert all(mark.y + mark.height <= page.height - BOTTOM_MARGIN + 0.1 for mark in rows)


def test_marks_that_turn_direction_do_not_reach_the_sheet() -> None:
    name = "<img src=x> \u202eevil\u202c"
    (page,) = laid_out(replace(tuesday(), name=name, notes=name))
    assert texts(page).count("<img src=x> evil") == 2
    assert page.title == "<img src=x> evil"


def test_a_session_without_a_name_gets_one() -> None:
    (page,) = laid_out(replace(tuesday(), name=" \n"))
    assert "Session without a name" in texts(page)
    assert page.title == "Session without a name"


def test_time_and_gym_stand_beside_the_date() -> None:
    (page,) = laid_out(replace(tuesday(), start=time(18, 5), gym="Hall 2"))
    assert "24 November 2026 · 18:05 · 34 min · Hall 2" in texts(page)


def test_notes_and_implement_stand_with_the_item() -> None:
    lunge = replace(
        item("Walking lunge", "3x8/side 2x35lb"), variant="dumbbell", notes="Left knee: slow."
    )
    (page,) = laid_out(Session("s", "S", straight(Section.STRENGTH, lunge), notes="Deload."))
    assert "3 × 8 each side · 2 × 35 lb · with dumbbell" in texts(page)
    assert "Left knee: slow." in texts(page)
    assert "Deload." in texts(page)


def test_a_circuit_goes_on_to_the_next_and_the_last_one_does_not() -> None:
    turns = ("Walking lunge", "Skater bound", "Trap-bar deadlift")
    block = superset(Section.ACCESSORY, *(item(name, "3x8") for name in turns))
    session = Session("s", "S", (Block("c", block.section, block.items, BlockKind.CIRCUIT),))
    said = texts(laid_out(session)[0])
    assert [text for text in said if text.startswith("Go straight")] == [
        "Go straight to A2.",
        "Go straight to A3.",
    ]


@pytest.mark.parametrize(
    ("items", "sentence"),
    [
        ([("Walking lunge", "3x8")], "Most of the work looks like running."),
        (
            [("Walking lunge", "1x8"), ("Trap-bar deadlift", "1x5 @8")],
            "Half of the work looks like running; a big lift has no reset after it.",
        ),
        (
            [("Trap-bar deadlift", "3x5 @8")],
            "Less than half of the work looks like running; a big lift has no reset after it.",
        ),
        (
            [("Trap-bar deadlift", "3x5 @8"), ("Walking lunge", "2x8")],
            "Less than half of the work looks like running; the big lift is followed by a reset.",
        ),
        (
            [
                ("Trap-bar deadlift", "3x5 @8"),
                ("Trap-bar deadlift", "1x3 @9"),
                ("Walking lunge", "6x8"),
            ],
            "Most of the work looks like running; each big lift is followed by a reset.",
        ),
    ],
)
def test_the_last_line_tells_the_truth(items: list[tuple[str, str]], sentence: str) -> None:
    planned = [item(name, line, number) for number, (name, line) in enumerate(items)]
    (page,) = laid_out(Session("s", "S", straight(Section.STRENGTH, *planned)))
    assert texts(page)[-2] == sentence


def test_nothing_is_claimed_where_there_is_no_leg_work() -> None:
    rolling = straight(Section.RESET, item("Foam roll: hip flexors", "1x60s/side"))
    (page,) = laid_out(Session("s", "S", rolling))
    assert "running" not in " ".join(texts(page))


def test_the_target_band_is_the_runners_own() -> None:
    (page,) = pages(source(tuesday(), Settings(band_low=0.5, band_high=0.7)), A4)
    assert "target 50–70 %" in texts(page)
