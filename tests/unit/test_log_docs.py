"""Lines and cells are read as docs/log.md says, and the pages call things by their names."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtGui import QKeySequence
from sample_files import write_files
from sample_log import sample_log
from sample_weeks import sample_weeks

from hemipelvi_gui.coach.verdict.wording import HEADLINES
from hemipelvi_gui.domain.check_ins import PAIN_TO_ASK_ABOUT, TestKind
from hemipelvi_gui.domain.done_line import parse_done
from hemipelvi_gui.domain.grammar import parse
from hemipelvi_gui.domain.home_tests import DETECTABLE
from hemipelvi_gui.domain.log_files import Question
from hemipelvi_gui.domain.paper_cells import read_cell
from hemipelvi_gui.domain.run_grammar import RunError
from hemipelvi_gui.domain.units import plain
from hemipelvi_gui.domain.workout import Task
from hemipelvi_gui.exchange.logs import LOG_READERS
from hemipelvi_gui.ui.log.done_run_words import read_back
from hemipelvi_gui.ui.log.home_test_words import test_name as name_of_test
from hemipelvi_gui.ui.log.set_chips import set_words
from hemipelvi_gui.ui.progress.charts import MAKERS
from tests.unit.cli_runs import run
from tests.unit.test_week_docs import british, names_in_the_window  # noqa: F401  # a fixture

DOCS = Path(__file__).resolve().parents[2] / "docs"
TODAY = date(2026, 12, 1)
PAGES = ("log.md", "progress.md", "imports.md")


def page(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


def rows_under(name: str, heading: str) -> list[list[str]]:
    """The cells of the first table under a heading."""
    text = page(name).partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    assert text, heading
    table = re.search(r"^\|.*\n\|[-|]+\|\n((?:\|.*\n?)+)", text, re.MULTILINE)
    assert table is not None, heading
    return [[each.strip() for each in line[1:-1].split("|")] for line in table[1].splitlines()]


def typed() -> list[tuple[str, str]]:
    return [
        (line.strip("`"), said)
        for line, said in rows_under("log.md", "Runs and races, in one line")
    ]


def cells() -> list[tuple[str, str]]:
    return [(cell.strip("`"), said) for cell, said in rows_under("log.md", "From paper")]


@pytest.mark.usefixtures("qapp", "british")
@pytest.mark.parametrize(("line", "said"), typed())
def test_each_run_shown_is_understood_as_shown(line: str, said: str) -> None:
    try:
        found = read_back(parse_done(line, TODAY, TODAY), TODAY)
    except RunError as fault:
        found = f"{fault.message} {fault.advice}"
    assert found == said


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(("cell", "said"), cells())
def test_each_cell_shown_is_the_set_shown(cell: str, said: str) -> None:
    (plan,) = re.findall(r"^For `(.+)` cells mean:$", page("log.md"), re.MULTILINE)
    sets = read_cell(cell, Task("lunge", parse(plan)))
    assert (", ".join(set_words(each) for each in sets) or "nothing was done") == said


def test_there_are_runs_that_are_understood_and_runs_that_are_not() -> None:
    refused = [line for line, said in typed() if "·" not in said]
    assert len(refused) >= 4
    assert len(typed()) > 3 * len(refused)


@pytest.mark.parametrize("name", PAGES)
def test_the_page_is_told_in_the_words_of_the_window(name: str) -> None:
    # *Button*, *Menu → Entry*; **bold** is no name.
    shown = re.findall(r"(?<!\*)\*([A-Z0-9][^*\n]+)\*(?!\*)", page(name))
    names = names_in_the_window()
    wanted = {part.strip().replace("’", "'") for each in shown for part in each.split("→")}
    assert len(wanted) > 5
    assert {each for each in wanted if each not in names} == set()


@pytest.mark.parametrize("name", ["log.md", "imports.md"])
def test_each_key_shown_is_one_of_the_window(name: str) -> None:
    shown = set(re.findall(r"(?:Ctrl|Alt|Shift)(?:\+\w+)+", page(name)))
    known = {part for each in names_in_the_window() for part in each.split(" ")}
    # Enter in a table, copy and paste are asked of Qt and of the keyboard.
    known |= {"Ctrl+Enter", "Ctrl+C", "Ctrl+V"}
    assert shown
    assert {each for each in shown if each not in known} == set()
    assert all(not QKeySequence(each).isEmpty() for each in shown)


@pytest.mark.usefixtures("qapp")
def test_every_home_test_is_shown_with_its_error() -> None:
    shown = {name: error for name, _unit, error in rows_under("log.md", "Home tests")}
    known = {
        name_of_test(kind): f"{plain(DETECTABLE[kind])}°" if kind in DETECTABLE else "not known"
        for kind in TestKind
    }
    assert shown == known


def test_pain_to_ask_about_is_as_the_program_has_it() -> None:
    assert f"At {PAIN_TO_ASK_ABOUT} or more nothing heavier is proposed" in " ".join(
        page("log.md").split()
    )


def test_every_verdict_is_shown_in_its_words() -> None:
    shown = [row[0] for row in rows_under("progress.md", "The verdict")]
    assert sorted(shown) == sorted(str(each).partition(":")[0] for each in HEADLINES.values())


def test_every_chart_is_shown() -> None:
    assert len(rows_under("progress.md", "The charts")) == len(MAKERS)


def keys_shown(heading: str) -> set[str]:
    """The keys that docs/command-line.md shows in the table under a heading."""
    found = (re.findall(r"`(\w+)`", row[0]) for row in rows_under("command-line.md", heading))
    return {key for row in found for key in row}


def test_the_keys_of_json_are_those_shown(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    home = ("--data", tmp_path / "home", "--json")
    files = write_files(tmp_path, sample_log(sample_weeks()))
    brought = run(capsys, "import", *files, "--units", "kg", *home).json
    assert all(set(each) == keys_shown("Logs of other programs") for each in brought)
    judged = run(capsys, "verdict", "--as-of", TODAY, *home).json
    assert set(judged) == keys_shown("Is the lifting helping the running?")
    replayed = run(capsys, "replay", *home).json
    prose = page("command-line.md").partition("## The last weeks")[2].partition("\n## ")[0]
    shown = set(re.findall(r"`(\w+)`", prose.rpartition("```")[2]))
    inside = {"exercise", "sibling", "asymmetric_share_after"}
    assert set(replayed) == shown - inside
    assert replayed["change_first"] is None or set(replayed["change_first"]) == inside


def test_every_format_and_every_question_is_shown() -> None:
    shown = " ".join(
        row[0] for heading in ("Gym sessions", "Runs") for row in rows_under("imports.md", heading)
    )
    # "Garmin Connect" is known by its first word.
    assert [each.name for each in LOG_READERS if each.name.split()[0] not in shown] == []
    assert len(rows_under("imports.md", "What is asked")) == len(Question)
