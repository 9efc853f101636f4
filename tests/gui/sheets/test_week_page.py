from __future__ import annotations

from dataclasses import replace
from datetime import time, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QImage

from hemipelvi_gui.domain.runs import RunKind
from hemipelvi_gui.domain.session import Session
from hemipelvi_gui.domain.sums import Sums
from hemipelvi_gui.sheets import (
    Orientation,
    Page,
    PageOptions,
    Paper,
    WeekSource,
    week_pages,
    write_pages,
)
from hemipelvi_gui.sheets.marks import Bar, Box, Glyph, Ink, Shape, Sign
from hemipelvi_gui.sheets.paint import COLOURS
from tests.gui.sheets.samples import LIBRARY
from tests.gui.sheets.weeks import (
    assert_words_stand_clear,
    by_day,
    gym,
    plan,
    run,
    said,
    short_gym,
    texts,
    week_source,
)

if TYPE_CHECKING:
    from pathlib import Path

ALL_PAPERS = [PageOptions(paper, lying) for paper in Paper for lying in Orientation]
LYING = PageOptions(orientation=Orientation.LANDSCAPE)
FIRST = week_source().week.first


def laid_out(source: WeekSource, options: PageOptions = LYING) -> Page:
    (page,) = week_pages(source, options)
    return page


@pytest.mark.parametrize("options", ALL_PAPERS)
@pytest.mark.parametrize("cycle", [5, 7, 8, 9, 10, 14])
def test_a_week_of_any_length_stands_on_one_page(options: PageOptions, cycle: int) -> None:
    page = laid_out(week_source(cycle=cycle), options)
    assert_words_stand_clear(page)
    assert (page.width > page.height) is (options.orientation is Orientation.LANDSCAPE)
    for name in ("Easy 8 km", "Strength A", "Intervals", "Rest", "Strength B"):
        assert name in texts(page)


def test_the_heading_tells_plan_week_dates_phase_and_sums() -> None:
    words = texts(laid_out(week_source()))
    assert "Autumn base" in words
    assert "week 4 of 8 · 23–29 November 2026 · build · deload" in words
    assert "2 gym sessions · 41 min · 16.5 hard sets · 3 runs · 42 km" in words
    assert "82 % asymmetric" in words
    assert "target 60–85 %" in words
    assert "Most of the work looks like running." in words


def test_a_week_outside_plans_is_called_a_week() -> None:
    source = week_source()
    bare = replace(source, plan=None, week=source.week._replace(number=0))
    words = texts(laid_out(bare))
    assert words[0] == "Week"
    assert "23–29 November 2026" in words


def test_a_gym_card_has_share_minutes_time_bar_glyph_and_lifts() -> None:
    page = laid_out(week_source())
    words = said(page)
    assert "78 % · 34 min" in words
    assert "09:30" in words
    assert "Trap-bar deadlift" in words
    assert "3 × 5 · 100 kg" in words
    assert sum(isinstance(mark, Glyph) for mark in page.marks) == 2
    assert "rest 150 s" not in words  # that is on the session's own sheet


def test_items_that_are_not_shown_are_counted() -> None:
    assert "+3 more" in texts(laid_out(week_source(cycle=10)))


@pytest.mark.parametrize("options", [LYING, PageOptions()])
def test_where_there_is_room_all_of_a_session_stands_there(options: PageOptions) -> None:
    words = said(laid_out(week_source(), options))
    assert "Foam roll: hip flexors" in words
    assert " more" not in words


def test_a_race_is_marked_as_on_the_screen_by_its_flag_and_the_accent() -> None:
    assert COLOURS[Ink.RACE] == COLOURS[Ink.ACCENT]


@pytest.mark.parametrize("options", ALL_PAPERS)
def test_a_card_of_another_plan_says_whose_it_is(options: PageOptions) -> None:
    other = replace(run("Easy 5 km", RunKind.EASY, FIRST, 5), plan="other")
    source = replace(week_source([other]), foreign={"other": "Ten-day weeks"})
    page = laid_out(source, options)
    assert_words_stand_clear(page)
    assert texts(page).count("Ten-day weeks") == 1


def test_each_kind_of_run_has_its_own_shape() -> None:
    days = [run(kind.value, kind, FIRST) for kind in RunKind]
    page = laid_out(week_source(days))
    shapes = [mark.shape for mark in page.marks if isinstance(mark, Sign)]
    assert len(set(shapes)) == len(RunKind)
    assert Shape.GYM not in shapes


def test_runs_tell_how_far_and_how_long() -> None:
    words = said(laid_out(week_source()))
    assert "12 km · 60 min" in words


def test_what_the_name_says_is_not_said_again() -> None:
    words = said(laid_out(week_source()))
    assert "Easy 8 km 45 min" in words
    assert "Long 22 km 2 h 05" in words


def test_a_run_without_a_name_is_called_by_its_kind() -> None:
    words = texts(laid_out(week_source([run("", RunKind.LONG, FIRST, 20)])))
    assert "Long run" in words


@pytest.mark.parametrize("options", [LYING, PageOptions()])
def test_what_is_skipped_is_struck_through_and_not_counted(options: PageOptions) -> None:
    skipped = replace(short_gym("Strength B", FIRST), skipped=True)
    page = laid_out(week_source([skipped]), options)
    words = said(page)
    assert "skipped" in words
    assert "no gym session" in words
    assert "No leg work to balance" in words
    assert any(isinstance(mark, Bar) and mark.ink is Ink.MUTED for mark in page.marks)


@pytest.mark.parametrize("options", ALL_PAPERS)
def test_an_empty_week_has_its_days_and_lines_for_notes(options: PageOptions) -> None:
    page = laid_out(week_source([]), options)
    assert_words_stand_clear(page)
    for day in ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun", "Notes"):
        assert day in texts(page)
    assert "No leg work to balance" in texts(page)


@pytest.mark.parametrize("options", ALL_PAPERS)
@pytest.mark.parametrize("count", [3, 8, 20, 60])
def test_many_cards_on_one_day_are_all_there_or_counted(options: PageOptions, count: int) -> None:
    day = FIRST + timedelta(days=2)
    cards = [
        gym(f"Gym {number}.", day, number)
        if number % 2
        else run(f"Run {number}.", RunKind.EASY, day)
        for number in range(count)
    ]
    page = laid_out(week_source(cards), options)
    assert_words_stand_clear(page)
    signs = sum(isinstance(mark, Sign) for mark in page.marks)
    more = [text for text in texts(page) if text.startswith("+")]
    cut = int(more[-1].split()[0]) if signs < count else 0
    assert signs + cut == count
    assert signs >= min(count, 12)


@pytest.mark.parametrize("options", ALL_PAPERS)
def test_a_fortnight_full_of_cards_stays_on_its_page(options: PageOptions) -> None:
    source = week_source(cycle=14)
    full = by_day(
        gym(f"Strength number {number}", day, number)
        for day in source.week.dates
        for number in range(9)
    )
    page = laid_out(replace(source, days=full), options)
    assert_words_stand_clear(page)
    assert_cards_stay_in_their_days(page)


def assert_cards_stay_in_their_days(page: Page) -> None:
    """Cards above the lines for notes, which are the lowest boxes' limit."""
    lowest = max(mark.y + mark.height for mark in page.marks if isinstance(mark, Box))
    notes = next(mark.y for mark in page.marks if getattr(mark, "text", "") == "Notes")
    assert lowest < notes


@pytest.mark.parametrize("options", ALL_PAPERS)
def test_the_longest_names_are_elided_and_touch_nothing(options: PageOptions) -> None:
    longest = "W" * 10_000
    source = week_source()
    named = {
        day: tuple(replace(each, name=longest, start=time(6, 5)) for each in entries)
        for day, entries in source.days.items()
    }
    library = {key: replace(lift, name=longest) for key, lift in LIBRARY.items()}
    odd = replace(
        source,
        days=named,
        library=library,
        sums=Sums(library),
        plan=replace(plan(), name=longest),
        notes=longest,
    )
    page = laid_out(odd, options)
    assert_words_stand_clear(page)
    assert_cards_stay_in_their_days(page)
    assert any(text.endswith("…") for text in texts(page))


def test_the_plans_note_and_odd_names_are_plain_text() -> None:
    name = "<b>bold</b> {0} %s"
    source = replace(week_source([run(name, RunKind.EASY, FIRST)]), notes=name)
    assert texts(laid_out(source, PageOptions())).count(name) == 2


def test_letters_are_larger_where_there_is_room() -> None:
    few = laid_out(week_source([gym("Strength A", FIRST)]), PageOptions())
    many = laid_out(week_source(cycle=14), PageOptions())
    assert size_of("Strength A", few) > size_of("Strength A", many)


def size_of(text: str, page: Page) -> float:
    return next(mark.style.size for mark in page.marks if getattr(mark, "text", "") == text)  # type: ignore[union-attr]


def test_a_week_is_written_as_a_picture_in_grey(tmp_path: Path) -> None:
    target = tmp_path / "week.png"
    options = replace(LYING, monochrome=True)
    assert write_pages(target, week_pages(week_source(), options), monochrome=True) == 1
    picture = QImage(str(target))
    assert picture.isGrayscale()
    assert picture.width() > picture.height()


def test_a_session_without_leg_work_has_a_card_too() -> None:
    page = laid_out(week_source([Session("s", "Talk", (), FIRST)]))
    assert "Talk" in texts(page)
    assert not any(isinstance(mark, Glyph) for mark in page.marks)
