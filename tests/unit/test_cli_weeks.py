"""Weeks on paper by a command, as from the window."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from hemipelvi_gui.cli.arguments import KINDS, ORIENTATIONS, PAPERS
from hemipelvi_gui.domain.bundle import Bundle
from hemipelvi_gui.domain.plan import Plan
from hemipelvi_gui.domain.runs import Run, RunKind
from hemipelvi_gui.exchange import sample, write
from hemipelvi_gui.sheets import Kind, Orientation, Paper
from tests.unit.cli_runs import run

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.usefixtures("qapp")
Capsys = pytest.CaptureFixture[str]
START = date(2026, 11, 2)


def file(folder: Path, *plans: Plan, weeks: int = 3) -> Path:
    """A session and a run in each week."""
    sessions = tuple(
        replace(
            sample(),
            id=f"s{week}",
            date=START + timedelta(weeks=week, days=1),
            plan=plans[0].id if plans else "",
        )
        for week in range(weeks)
    )
    path = folder / "plan.hemiplan"
    write(path, Bundle(sessions, plans, runs=(Run("r", "Easy", RunKind.EASY, START),)))
    return path


AUTUMN = Plan("autumn", "Autumn", START, 3)


def pages_in(path: Path) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", path.read_bytes()))


def test_what_can_be_asked_for_is_what_there_is() -> None:
    assert (tuple(Kind), tuple(Orientation)) == (KINDS, ORIENTATIONS)
    assert tuple(Paper) == PAPERS


@pytest.mark.parametrize(("kind", "pages"), [("week", 1), ("overview", 1), ("pocket", 1)])
def test_each_kind_becomes_a_pdf(tmp_path: Path, capsys: Capsys, kind: str, pages: int) -> None:
    out = tmp_path / "out.pdf"
    result = run(capsys, "week", file(tmp_path, AUTUMN), "--kind", kind, "-o", out)
    assert result.code == 0
    assert result.out == f"Sheet: {out} (pages: {pages})\n"
    assert pages_in(out) == pages


def test_sheets_are_those_of_the_whole_plan_or_of_one_week(tmp_path: Path, capsys: Capsys) -> None:
    plan, out = file(tmp_path, AUTUMN), tmp_path / "out.pdf"
    assert run(capsys, "week", plan, "--kind", "sheets", "-o", out).code == 0
    whole = pages_in(out)
    assert run(capsys, "week", plan, "--kind", "sheets", "--week", "2", "-o", out).code == 0
    assert whole - 1 == 3 * (pages_in(out) - 1)


@pytest.mark.parametrize(
    ("words", "box"),
    [((), b"842 595"), (("--orientation", "portrait", "--paper", "Letter"), b"612 792")],
)
def test_a_week_lies_unless_it_is_asked_to_stand(
    tmp_path: Path, capsys: Capsys, words: tuple[str, ...], box: bytes
) -> None:
    out = tmp_path / "out.pdf"
    assert run(capsys, "week", file(tmp_path, AUTUMN), *words, "-o", out).code == 0
    found = re.search(rb"/MediaBox \[0 0 ([0-9.]+) ([0-9.]+)\]", out.read_bytes())
    assert found is not None
    assert b"%d %d" % (round(float(found[1])), round(float(found[2]))) == box


def test_without_a_plan_the_weeks_are_those_of_the_calendar(tmp_path: Path, capsys: Capsys) -> None:
    plan, out = file(tmp_path), tmp_path / "out.svg"
    assert run(capsys, "week", plan, "--week", "3", "-o", out).code == 0
    assert "16–22 November 2026" in out.read_text(encoding="utf-8")
    assert "no plan" in run(capsys, "week", plan, "--kind", "overview", "-o", out).err


@pytest.mark.parametrize("number", ["0", "-1", "4", "99999999999999"])
def test_a_week_that_is_not_there_is_bad_input(tmp_path: Path, capsys: Capsys, number: str) -> None:
    plan, out = file(tmp_path, AUTUMN), tmp_path / "out.pdf"
    result = run(capsys, "week", plan, f"--week={number}", "-o", out)
    assert result.code == 2
    assert "The weeks of this file are 1 to 3." in result.err


def test_a_file_without_any_date_is_bad_input(tmp_path: Path, capsys: Capsys) -> None:
    path = tmp_path / "plan.hemiplan"
    write(path, Bundle((sample(),)))
    result = run(capsys, "week", path, "-o", tmp_path / "out.pdf")
    assert result.code == 2
    assert "has a date" in result.err


def test_sheets_are_a_pdf_and_nothing_else(tmp_path: Path, capsys: Capsys) -> None:
    plan, out = file(tmp_path, AUTUMN), tmp_path / "out.png"
    result = run(capsys, "week", plan, "--kind", "sheets", "-o", out)
    assert result.code == 2
    assert not out.exists()
