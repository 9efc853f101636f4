"""Ready plans as files: what ships, and what a file says where something is wrong."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from hemipelvi_gui.domain.recipe import run_of
from hemipelvi_gui.exchange import FileError
from hemipelvi_gui.exchange.recipes import read_recipe, recipe_files, recipes

if TYPE_CHECKING:
    from pathlib import Path


def sound() -> dict[str, Any]:
    """A small recipe with nothing wrong."""
    return {
        "name": "Two weeks",
        "about": "Just a try.",
        "weeks": 2,
        "gym": [{"session": "strength-a", "day": "Tue", "time": "18:00"}],
        "runs": [{"line": "Sun {} long", "by_week": ["10km", "12km"]}],
        "race": {"line": "Sun race 10km", "week": 2},
    }


def refusal(folder: Path, recipe: object) -> str:
    path = folder / "try.json"
    path.write_text(json.dumps(recipe), encoding="utf-8")
    with pytest.raises(FileError) as caught:
        read_recipe(path)
    assert "try.json" in str(caught.value.message)
    assert str(caught.value.advice)
    return str(caught.value.message)


def test_there_are_seven_or_more_each_with_a_name_and_words_about_it() -> None:
    found = recipes()
    assert len(found) == len(recipe_files()) >= 7
    assert len({each.name for each in found}) == len(found)
    assert all(each.about.endswith(".") for each in found)


def test_they_fit_on_a_page() -> None:
    for path in recipe_files():
        assert len(path.read_text(encoding="utf-8").splitlines()) <= 50


def test_a_small_recipe_is_read(tmp_path: Path) -> None:
    path = tmp_path / "try.json"
    path.write_text(json.dumps(sound()), encoding="utf-8")
    recipe = read_recipe(path)
    assert recipe.id == "try"
    assert recipe.gym[0].day == 1
    assert recipe.gym[0].weeks == (1, 2)
    assert recipe.runs[0].said() == ((1, "Sun 10km long"), (2, "Sun 12km long"))
    assert recipe.race == (2, "Sun race 10km")
    assert not recipe.repeats


def test_every_line_of_what_ships_is_a_run() -> None:
    for recipe in recipes():
        for line in recipe.runs:
            for _, said in line.said():
                day, typed = run_of(said, recipe.cycle_days)
                assert 0 <= day < recipe.cycle_days
                assert not typed.repeats


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"weeks": 0}, "A plan has one week or more."),
        ({"weeks": 521}, "A plan has 520 weeks at most."),
        ({"weeks": "two"}, "(weeks)"),
        ({"weeks": True}, "(weeks)"),
        ({"name": " "}, "The plan needs a name."),
        ({"cycle_days": 4}, "A week of a plan has 5 to 14 days."),
        ({"phases": [{"kind": "base", "weeks": 3}]}, "The phases have 3 weeks together"),
        ({"phases": [{"kind": "bulk", "weeks": 1}]}, "phases[0].kind"),
        ({"deloads": [3]}, "Week 3 can\u2019t be a deload: the plan has 2 weeks."),
        ({"colour": "red"}, "colour is no part of a ready plan. (colour)"),
        ({"gym": [{"session": "arms", "day": "Tue"}]}, "there is no ready session arms. (gym[0]"),
        ({"gym": [{"session": "strength-a", "day": "Tuseday"}]}, "(gym[0].day)"),
        ({"gym": [{"session": "strength-a", "day": "day 8"}]}, "This week has days 1 to 7."),
        ({"gym": [{"session": "strength-a", "day": "2026-12-01"}]}, "(gym[0].day)"),
        ({"gym": [{"session": "strength-a", "day": "Tue", "time": "25:00"}]}, "(gym[0].time)"),
        ({"gym": [{"session": "strength-a", "day": "Tue", "when": "x"}]}, "(gym[0].when)"),
        ({"gym": [{"session": "strength-a", "day": "Tue", "weeks": "1-3"}]}, "no week 3 of 2"),
        ({"gym": [{"session": "strength-a", "day": "Tue", "weeks": "2-1"}]}, "are no weeks"),
        ({"gym": [{"session": "strength-a", "day": "Tue", "weeks": "all"}]}, "are no weeks"),
        ({"runs": [{"line": "Sun 4x long"}]}, "(runs[0].line, column 5)"),
        ({"runs": [{"line": "10km long"}]}, "(runs[0].line"),
        ({"runs": [{"line": "2026-12-01 10km"}]}, "not on a date. (runs[0].line)"),
        ({"runs": [{"line": "Sun {} long"}]}, "0 amounts for 2 weeks"),
        ({"runs": [{"line": "Sun {} long", "by_week": ["9km"]}]}, "1 amounts for 2 weeks"),
        ({"runs": [{"line": "Sun long", "by_week": ["9km", "9km"]}]}, "(runs[0].by_week)"),
        ({"race": {"line": "Sun race 10km", "week": 3}}, "there is no week 3 of 2. (race.week)"),
        ({"race": {"line": "Sun easy 10km", "week": 2}}, "this is no race. (race.line)"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(
    tmp_path: Path, change: dict[str, object], words: str
) -> None:
    assert words in refusal(tmp_path, sound() | change)


@pytest.mark.parametrize("content", [[], 7, None, "Tue", {}])
def test_other_json_is_no_recipe(tmp_path: Path, content: object) -> None:
    refusal(tmp_path, content)


def test_no_json_is_told_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "try.json"
    path.write_text('{\n"name": \n', encoding="utf-8")
    with pytest.raises(FileError, match="line"):
        read_recipe(path)
