from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from hemipelvi_gui.domain.plan import Plan, week_of
from hemipelvi_gui.domain.run_grammar import parse_run
from hemipelvi_gui.domain.runs import Run, RunKind
from hemipelvi_gui.domain.sums import add_up
from hemipelvi_gui.sheets.plain import unbroken
from hemipelvi_gui.sheets.plan_words import (
    distance_words,
    duration_words,
    facts,
    foreign_plans,
    run_time_words,
)
from hemipelvi_gui.ui.planning.run_words import read_back
from hemipelvi_gui.ui.week.card_faces import run_face

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("seconds", "told"),
    [
        (2700, "45 min"),
        (2710, "45:10"),
        (2705.4, "45:05"),
        (45, "0:45"),
        (3599.9, "60 min"),
        (3601, "1:00:01"),
        (5720, "1:35:20"),
        (7500, "2 h 05"),
        (7505, "2:05:05"),
    ],
)
def test_a_runs_time_is_told_to_the_second_it_was_given(seconds: float, told: str) -> None:
    assert run_time_words(seconds) == told


def test_a_time_that_was_worked_out_is_told_in_minutes_begun() -> None:
    assert duration_words(2710) == "46 min"
    assert duration_words(6061) == "1 h 42"


@pytest.mark.parametrize(
    ("metres", "told"),
    [
        (800, "800 m"),
        (8000, "8 km"),
        (10250, "10.25 km"),
        (21097.5, "21.1 km"),
        (42195, "42.2 km"),
        (161000, "161 km"),
    ],
)
def test_a_distance_is_told_as_it_was_given(metres: float, told: str) -> None:
    assert distance_words(metres) == told


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Tue 10km 45:10", "45:10"),
        ("Tue 10.25km 60min", "60 min"),
        ("Sun long 22km 2:05", "2 h 05"),
        ("Sun half race 1:35:20", "1:35:20"),
    ],
)
def test_read_back_card_and_sheet_say_the_same_of_a_typed_run(line: str, told: str) -> None:
    typed = parse_run(line, week_of(None, TODAY), TODAY)
    run = typed.run("run")
    assert told in read_back(typed, TODAY, (run,)).split(" · ")
    assert told in run_face(run).facts
    assert told in facts(run, add_up(()))


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Easy 8 km", ("45 min",)),
        ("Easy 45 min", ("8 km",)),
        ("Easy 8 km, 45 min", ()),
        ("Long 18 km", ("8 km", "45 min")),
        ("Hilly 8 kmh", ("8 km", "45 min")),
        ("145 min", ("8 km", "45 min")),
    ],
)
def test_a_card_does_not_say_again_what_its_name_says(name: str, told: tuple[str, ...]) -> None:
    run = Run("r", name, RunKind.EASY, TODAY, None, 8000.0, 2700.0)
    assert facts(run, add_up(())) == told
    assert run_face(run).facts == told


@pytest.mark.parametrize(
    ("text", "together"),
    [
        ("Intervals 10 × 400 m", "Intervals 10_×_400_m"),
        ("Trail, 79 %, 42 min", "Trail, 79_%, 42_min"),
        ("Long, 2 h 05", "Long, 2_h_05"),
        ("Week 3 mornings", "Week 3 mornings"),
        ("Part 2 here", "Part 2 here"),
    ],
)
def test_no_line_ends_between_a_number_and_its_unit(text: str, together: str) -> None:
    assert unbroken(text) == together.replace("_", "\u00a0")


def test_cards_say_whose_they_are_beside_another_plan_or_in_the_calendar() -> None:
    base, ten, old = (Plan(each, f"Plan {each}", TODAY, 4) for each in ("base", "ten", "old"))
    plans = {each.id: each for each in (base, ten, replace(old, archived=True))}
    assert foreign_plans(plans, base) == {"ten": "Plan ten"}
    assert foreign_plans(plans, None) == {"base": "Plan base", "ten": "Plan ten"}
    assert foreign_plans({"base": base}, None) == {}
    assert foreign_plans({"base": base}, base) == {}
