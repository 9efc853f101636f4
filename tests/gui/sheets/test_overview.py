from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from hemipelvi_gui.domain.errors import KnownError
from hemipelvi_gui.domain.plan import weeks_of
from hemipelvi_gui.domain.runs import Run, RunKind
from hemipelvi_gui.domain.session import Session
from hemipelvi_gui.sheets import Orientation, PageOptions, Paper, overview_pages
from hemipelvi_gui.sheets.marks import Bar, Ink, Shape, Sign, Words
from tests.gui.sheets.weeks import (
    START,
    assert_words_stand_clear,
    by_day,
    overview_source,
    plan_entries,
    run,
    said,
    short_gym,
    texts,
)

ALL_PAPERS = [PageOptions(paper, lying) for paper in Paper for lying in Orientation]
LYING = PageOptions(orientation=Orientation.LANDSCAPE)
LEGEND = 8  # signs: the gym, six kinds of runs, and what is skipped


@pytest.mark.parametrize("options", ALL_PAPERS)
@pytest.mark.parametrize(("weeks", "cycle"), [(1, 7), (8, 7), (6, 5), (5, 14), (30, 10)])
def test_every_week_has_its_row(options: PageOptions, weeks: int, cycle: int) -> None:
    sheet = overview_pages(overview_source(weeks, cycle), options)
    words = [text for page in sheet for text in texts(page)]
    for number in range(1, weeks + 1):
        assert str(number) in words
    for page in sheet:
        assert_words_stand_clear(page)


@pytest.mark.parametrize("options", ALL_PAPERS)
def test_two_years_take_a_few_pages_with_nothing_lost(options: PageOptions) -> None:
    source = overview_source(104)
    sheet = overview_pages(source, options)
    assert 3 <= len(sheet) <= 7
    signs = sum(isinstance(mark, Sign) for page in sheet for mark in page.marks)
    assert signs == 104 * 7 + LEGEND * len(sheet)
    words = [text for page in sheet for text in texts(page)]
    assert "2027" in words
    assert "2028" in words
    for number, page in enumerate(sheet, 1):
        assert f"{number} / {len(sheet)}" in texts(page)
        assert "Autumn base" in texts(page)
        assert "Quality run" in texts(page)
        assert_words_stand_clear(page)


def test_eight_weeks_are_one_page_with_sums_phases_and_shares() -> None:
    (page,) = overview_pages(overview_source(), PageOptions())
    words = texts(page)
    assert "8 weeks · 2 November – 27 December 2026" in words
    assert "2–8 Nov" in words
    assert "30 Nov – 6 Dec" in words
    assert "build · deload" in words
    assert words.count("82 %") == 8
    assert words.count("16.5") == 8
    assert words.count("41") == 8


def test_the_race_is_named_and_its_week_marked() -> None:
    source = overview_source()
    race = Run("race", "City Marathon", RunKind.RACE, START + timedelta(days=55))
    raced = replace(source, days=by_day([*plan_entries(source.plan), race]))
    (page,) = overview_pages(raced, PageOptions())
    assert "Race: City Marathon, 27 December 2026" in texts(page)
    assert sum(isinstance(mark, Bar) and mark.ink is Ink.RACE for mark in page.marks) == 1
    shapes = [mark.shape for mark in page.marks if isinstance(mark, Sign)]
    assert shapes.count(Shape.FLAG) == 2
    (calm,) = overview_pages(source, PageOptions())
    assert not any(isinstance(mark, Bar) and mark.ink is Ink.RACE for mark in calm.marks)


def test_a_wide_page_has_names_beside_the_signs() -> None:
    (page,) = overview_pages(overview_source(), LYING)
    assert texts(page).count("Strength A") == 8
    (narrow,) = overview_pages(overview_source(), PageOptions())
    assert "Strength A" not in texts(narrow)


@pytest.mark.parametrize("options", ALL_PAPERS)
def test_many_cards_on_one_day_are_counted(options: PageOptions) -> None:
    source = overview_source(3)
    day = START + timedelta(days=2)
    many = [run(f"Run {number}", RunKind.EASY, day) for number in range(20)]
    page = overview_pages(replace(source, days=by_day(many)), options)[0]
    shown = sum(isinstance(mark, Sign) for mark in page.marks) - LEGEND
    cut = next(int(text.split()[0]) for text in texts(page) if text.startswith("+"))
    assert shown + cut == 20
    assert_words_stand_clear(page)


def test_skipped_sessions_are_crossed_out_and_add_nothing() -> None:
    source = overview_source(1)
    skipped = [
        replace(each, skipped=True)
        for each in plan_entries(source.plan)
        if isinstance(each, Session)
    ]
    (page,) = overview_pages(replace(source, days=by_day(skipped)), PageOptions())
    assert "no gym session" in said(page)
    grey = [mark for mark in page.marks if isinstance(mark, Sign) and mark.ink is Ink.BOX]
    assert len(grey) == len(skipped) + 2  # the legend's rest and skipped


def test_a_plan_without_cards_is_still_a_table() -> None:
    (page,) = overview_pages(replace(overview_source(), days={}), LYING)
    assert "No leg work to balance" in texts(page)
    assert "21–27 Dec" in texts(page)


def test_a_plan_without_a_first_day_has_no_overview() -> None:
    source = overview_source()
    with pytest.raises(KnownError, match="no first day"):
        overview_pages(replace(source, plan=replace(source.plan, start=None)), PageOptions())


@pytest.mark.parametrize("options", ALL_PAPERS)
def test_the_longest_names_stay_in_their_cells(options: PageOptions) -> None:
    source, longest = overview_source(2), "W" * 5_000
    entries = [replace(each, name=longest) for each in plan_entries(source.plan)]
    odd = replace(source.plan, name=longest, notes=longest)
    for page in overview_pages(replace(source, plan=odd, days=by_day(entries)), options):
        assert_words_stand_clear(page)


def test_a_share_of_a_hundred_stands_clear_of_its_bar() -> None:
    source = overview_source(2)
    (week, *_rest) = weeks_of(source.plan)
    days = by_day([short_gym("Hips", week.first)])
    (page,) = overview_pages(replace(source, days=days), PageOptions())
    (share,) = (each for each in page.marks if isinstance(each, Words) and each.text == "100 %")
    bars = [each for each in page.marks if isinstance(each, Bar)]
    near = [each for each in bars if abs(each.y - share.y) < 8 and each.x < share.x < each.x + 90]
    assert near
    assert max(each.x + each.width for each in near if each.width < 80) + 3 < share.x
