from __future__ import annotations

from dataclasses import replace

import pytest

from hemipelvi_gui.domain.errors import KnownError
from hemipelvi_gui.domain.session import Section, Session
from hemipelvi_gui.domain.settings import Settings
from hemipelvi_gui.sheets import CardSource, Orientation, Page, PageOptions, Paper, pocket_pages
from hemipelvi_gui.sheets.marks import Bar, Box, Words
from tests.gui.sheets.samples import LIBRARY, item, long_session, straight, tuesday
from tests.gui.sheets.weeks import assert_words_stand_clear, texts

ALL_PAPERS = [PageOptions(paper, lying) for paper in Paper for lying in Orientation]
A4 = PageOptions()
SETS = 2 + 3 + 3 + 3 + 3 + 3 + 1 + 2


def cards(*sessions: Session, repeated: bool = False) -> CardSource:
    return CardSource(sessions, LIBRARY, Settings(), repeated)


def boxes(page: Page) -> list[Box]:
    return [mark for mark in page.marks if isinstance(mark, Box)]


@pytest.mark.parametrize("options", ALL_PAPERS)
def test_a_session_four_times_on_one_page(options: PageOptions) -> None:
    (page,) = pocket_pages(cards(tuesday(), repeated=True), options)
    assert texts(page).count("Tuesday — strength A") == 4
    assert len(boxes(page)) == 4 * SETS
    assert_words_stand_clear(page)


@pytest.mark.parametrize("options", ALL_PAPERS)
def test_cards_stay_on_their_side_of_the_cuts(options: PageOptions) -> None:
    (page,) = pocket_pages(cards(tuesday(), repeated=True), options)
    x, y = page.width / 2, page.height / 2
    for mark in page.marks:
        if isinstance(mark, Words | Box):
            assert mark.x >= x or mark.x + mark.width < x
            assert min(abs(mark.x - x), abs(mark.y - y)) > 6


def test_a_quarter_of_a4_is_a6() -> None:
    (page,) = pocket_pages(cards(tuesday()), A4)
    assert (page.width / 2, page.height / 2) == pytest.approx((297.638, 420.945))


def test_four_sessions_share_a_page_and_a_fifth_gets_another() -> None:
    named = [replace(tuesday(), name=f"Session {number}") for number in range(5)]
    (page,) = pocket_pages(cards(*named[:4]), A4)
    assert [text for text in texts(page) if text.startswith("Session ")] == [
        f"Session {number}" for number in range(4)
    ]
    assert len(pocket_pages(cards(*named), A4)) == 2


def test_one_card_alone_where_it_is_not_repeated() -> None:
    (page,) = pocket_pages(cards(tuesday()), A4)
    assert len(boxes(page)) == SETS


def test_two_cards_are_repeated_as_pairs_and_three_are_not() -> None:
    (pair,) = pocket_pages(cards(tuesday(), replace(tuesday(), name="B"), repeated=True), A4)
    assert texts(pair).count("B") == 2
    three = [replace(tuesday(), name=f"S{number}") for number in range(3)]
    (page,) = pocket_pages(cards(*three, repeated=True), A4)
    assert len(boxes(page)) == 3 * SETS


@pytest.mark.parametrize("options", ALL_PAPERS)
def test_a_long_session_goes_on_on_the_next_card(options: PageOptions) -> None:
    sheet = pocket_pages(cards(long_session(60)), options)
    words = [text for page in sheet for text in texts(page)]
    count = words.count("Long session")
    assert count > 2
    assert [f"{number} / {count}" in words for number in range(1, count + 1)] == [True] * count
    assert sum(len(boxes(page)) for page in sheet) == 3 * 60
    for page in sheet:
        assert_words_stand_clear(page)


def test_an_item_is_one_line_where_it_fits() -> None:
    (page,) = pocket_pages(cards(tuesday()), A4)
    name, numbers = (
        next(mark for mark in page.marks if isinstance(mark, Words) and mark.text == text)
        for text in ("Walking lunge", "3 × 8 each side · 2 × 16 kg")
    )
    assert name.y == numbers.y


def test_a_card_says_the_whole_prescription() -> None:
    (page,) = pocket_pages(cards(tuesday()), A4)
    assert "3 × 5 · 100 kg · RPE 7 · rest 150 s" in texts(page)
    assert "A1" in texts(page)


def test_wide_cards_have_larger_letters() -> None:
    def largest(options: PageOptions) -> float:
        (page,) = pocket_pages(cards(tuesday()), options)
        return max(mark.style.size for mark in page.marks if isinstance(mark, Words))

    assert largest(PageOptions(orientation=Orientation.LANDSCAPE)) >= largest(A4)


def test_there_are_marks_to_cut_at_every_edge() -> None:
    (page,) = pocket_pages(cards(tuesday()), A4)
    marks = [mark for mark in page.marks if isinstance(mark, Bar)]
    upright = [mark for mark in marks if abs(mark.x + mark.width / 2 - page.width / 2) < 0.01]
    assert min(mark.y for mark in upright) == 0
    assert max(mark.y + mark.height for mark in upright) == pytest.approx(page.height)


@pytest.mark.parametrize("options", ALL_PAPERS)
def test_the_longest_names_stay_on_their_card(options: PageOptions) -> None:
    longest = "W" * 5_000
    library = {key: replace(lift, name=longest) for key, lift in LIBRARY.items()}
    odd = replace(tuesday(), name=longest, notes=longest, gym=longest)
    for page in pocket_pages(CardSource((odd,), library, Settings(), repeated=True), options):
        assert_words_stand_clear(page)


def test_an_empty_session_says_so() -> None:
    (page,) = pocket_pages(cards(Session("s", "Thursday")), A4)
    assert "Nothing is planned yet." in texts(page)


def test_no_session_makes_no_card() -> None:
    with pytest.raises(KnownError, match="No session is chosen"):
        pocket_pages(cards(), A4)


def test_on_a_small_screen_a_dose_stands_clear_of_its_name() -> None:
    for lift in LIBRARY.values():
        one = Session("s", "One", straight(Section.STRENGTH, item(lift.name, "3x8/side @7")))
        (page,) = pocket_pages(cards(one), A4)
        words = [mark for mark in page.marks if isinstance(mark, Words)]
        for name in (each for each in words if each.text == lift.name):
            beside = (each for each in words if each.y == name.y and each.x > name.x)
            assert all(each.x - name.x - name.width >= name.style.size for each in beside)
