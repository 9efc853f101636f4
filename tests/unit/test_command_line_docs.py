"""The commands and what they print, and the file in docs/hemiplan.md, are as the docs show them."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path

import pytest

from hemipelvi_gui import cli
from hemipelvi_gui.exchange import read
from hemipelvi_gui.exchange.formats.hemiplan import Hemiplan
from tests.unit.cli_runs import run

DOCS = Path(__file__).resolve().parents[2] / "docs"
STRONG = DOCS.parents[1] / "shared" / "samples" / "strong-no-notes.csv"


def blocks(page: str, language: str) -> list[str]:
    text = (DOCS / page).read_text(encoding="utf-8")
    return re.findall(rf"```{language}\n(.*?)```", text, re.DOTALL)


@pytest.mark.usefixtures("qapp")
def test_every_command_shown_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    # The plan that docs/hemiplan.md shows, with a session in it as that page has it.
    session, planned = (json.loads(block) for block in blocks("hemiplan.md", "json"))
    inside = {"plan": planned["plans"][0]["id"], "date": planned["plans"][0]["start"]}
    planned["sessions"] = [each | inside for each in session["sessions"]]
    (tmp_path / "autumn.hemiplan").write_text(json.dumps(planned), encoding="utf-8")
    (tmp_path / "strong.csv").write_bytes(STRONG.read_bytes())
    lines = [line for block in blocks("command-line.md", "sh") for line in block.splitlines()]
    assert {shlex.split(line)[1] for line in lines} >= set(cli.COMMANDS)
    for line in lines:
        program, *words = shlex.split(line)
        assert program == "hemipelvi"
        assert run(capsys, *words).code == 0, line


def test_the_library_page_shows_what_classify_prints(capsys: pytest.CaptureFixture[str]) -> None:
    shown = blocks("library.md", "console")
    assert len(shown) >= 3
    for block in shown:
        command, _, printed = block.partition("\n")
        prompt, program, *words = shlex.split(command)
        assert (prompt, program) == ("$", "hemipelvi")
        assert run(capsys, *words).out == printed


def test_the_file_shown_is_a_plan_as_the_program_writes_it(tmp_path: Path) -> None:
    bundles = []
    for shown in blocks("hemiplan.md", "json"):
        path = tmp_path / "shown.hemiplan"
        path.write_text(shown, encoding="utf-8")
        bundle = read(path)
        assert Hemiplan().read(Hemiplan().write(bundle)) == bundle
        bundles.append(bundle)
    (tuesday,) = bundles[0].sessions
    assert tuesday.name == "Tuesday"
    (plan,) = bundles[1].plans
    assert (plan.goal, bundles[1].diary[0].session) == (bundles[1].runs[0].id, tuesday.id)
