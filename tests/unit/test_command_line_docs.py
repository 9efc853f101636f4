"""The commands in docs/command-line.md and the file in docs/hemiplan.md work as they stand."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from hemipelvi_gui import cli
from hemipelvi_gui.exchange import read
from hemipelvi_gui.exchange.formats.hemiplan import Hemiplan
from tests.unit.cli_runs import run

DOCS = Path(__file__).resolve().parents[2] / "docs"


def blocks(page: str, language: str) -> list[str]:
    text = (DOCS / page).read_text(encoding="utf-8")
    return re.findall(rf"```{language}\n(.*?)```", text, re.DOTALL)


@pytest.mark.usefixtures("qapp")
def test_every_command_shown_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    lines = [line for block in blocks("command-line.md", "sh") for line in block.splitlines()]
    assert {shlex.split(line)[1] for line in lines} >= set(cli.COMMANDS)
    for line in lines:
        program, *words = shlex.split(line)
        assert program == "hemipelvi"
        assert run(capsys, *words).code == 0, line


def test_the_file_shown_is_a_plan_as_the_program_writes_it(tmp_path: Path) -> None:
    (shown,) = blocks("hemiplan.md", "json")
    path = tmp_path / "shown.hemiplan"
    path.write_text(shown, encoding="utf-8")
    bundle = read(path)
    assert [session.name for session in bundle.sessions] == ["Tuesday"]
    assert Hemiplan().read(Hemiplan().write(bundle)) == bundle
