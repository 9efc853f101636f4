"""What README.md and ARCHITECTURE.md say is so."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from hemipelvi_gui.domain.library import load_exercises
from hemipelvi_gui.exchange.recipes import recipes
from hemipelvi_gui.paths import resource

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = ["README.md", "ARCHITECTURE.md", *(f"docs/{p.name}" for p in ROOT.glob("docs/*.md"))]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_link_leads_somewhere(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    targets = re.findall(r"\]\(([^)#:]+)\)", text)
    here = (ROOT / name).parent
    assert [target for target in targets if not (here / target).exists()] == []


def test_readme_counts_the_exercises_there_are() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert f"from {len(load_exercises(resource('exercises')))} exercises" in text


def test_readme_counts_the_ready_plans_there_are() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert "Eight ready plans" in text
    assert len(recipes()) == 8


def test_readme_names_the_two_commands_the_bootstrap_has() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    shown = re.findall(r"^ {4}python3 (\S+) (\w+)$", text, re.MULTILINE)
    assert shown == [("packaging/bootstrap.py", "run"), ("packaging/bootstrap.py", "test")]
    assert (ROOT / "packaging" / "bootstrap.py").is_file()


def test_architecture_lists_the_layers_there_are() -> None:
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    table = [line for line in text.splitlines() if line.startswith("| `hemipelvi_gui/")]
    listed = {name for line in table for name in re.findall(r"`hemipelvi_gui/([\w.]+)`", line)}
    package = ROOT / "hemipelvi_gui"
    there = {
        entry.name
        for entry in package.iterdir()
        if not entry.name.startswith((".", "__init__", "__pycache__")) and entry.name != "py.typed"
    }
    assert listed == there


def test_architecture_names_only_files_that_exist() -> None:
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    folders = "ui|cli|sheets|coach|domain|storage|exchange|packaging|resources"
    named = re.findall(rf"`((?:{folders})/[\w./]+)`", text)
    missing = [
        name
        for name in named
        if not (ROOT / name).exists() and not (ROOT / "hemipelvi_gui" / name).exists()
    ]
    assert missing == []
