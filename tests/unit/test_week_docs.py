"""Runs are read as docs/run-lines.md says, and docs/week.md calls things by their names."""

from __future__ import annotations

import ast
import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtGui import QKeySequence

from hemipelvi_gui.domain.plan import Plan, plan_week
from hemipelvi_gui.domain.run_grammar import RunError, parse_run
from hemipelvi_gui.ui.planning.run_words import read_back, repeated

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]
DOCS, UI = ROOT / "docs", ROOT / "hemipelvi_gui" / "ui"
PLAN = Plan("plan", "Plan", date(2026, 11, 2), weeks=16)
TODAY = date(2026, 12, 1)


def page(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


def examples() -> list[tuple[str, str]]:
    return re.findall(r"^\| `(.+?)` \| (.+) \|$", page("run-lines.md"), re.MULTILINE)


def understood(line: str) -> str:
    """What the Week page says under a line."""
    try:
        typed = parse_run(line, plan_week(PLAN, 5), TODAY)
    except RunError as fault:
        return f"{fault.message} {fault.advice}"
    runs = repeated(typed.run(plan=PLAN.id), line, PLAN) if typed.repeats else (typed.run(),)
    return read_back(typed, TODAY, runs)


def names_in_the_window() -> set[str]:
    """All words in the window's modules, without the marks of their keys."""
    constants = (
        node.value
        for path in UI.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    )
    plain = (each.replace("&", "").replace("’", "'") for each in constants)
    return {each.removesuffix("({count})").strip() for each in plain}


@pytest.fixture
def british() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    yield
    QLocale.setDefault(before)


@pytest.mark.usefixtures("qapp", "british")
@pytest.mark.parametrize(("line", "said"), examples())
def test_each_line_shown_is_understood_as_shown(line: str, said: str) -> None:
    assert understood(line) == said


def test_there_are_lines_that_are_understood_and_lines_that_are_not() -> None:
    refused = [line for line, said in examples() if "·" not in said]
    assert len(refused) >= 5
    assert len(examples()) > 3 * len(refused)


def test_the_week_is_told_in_the_words_of_the_window() -> None:
    # *Button*, *Menu → Entry*; **bold** is no name.
    shown = re.findall(r"(?<!\*)\*([A-Z][^*\n]+)\*(?!\*)", page("week.md"))
    names = names_in_the_window()
    wanted = {part.strip().replace("’", "'") for each in shown for part in each.split("→")}
    assert len(wanted) > 30
    assert {each for each in wanted if each not in names} == set()


def test_each_key_shown_for_the_week_is_one_of_the_window() -> None:
    table = page("week.md").partition("## Keys")[2]
    shown = re.findall(r"(?:Ctrl|Alt)(?:\+\w+)+", table)
    keys = names_in_the_window()
    known = {part for each in keys for part in each.split(" ")}
    assert len(shown) > 10
    assert [each for each in shown if each not in known] == []
    assert all(not QKeySequence(each).isEmpty() for each in shown)
