"""The layers of DESIGN.md, where import-linter can't see them."""

from __future__ import annotations

import fnmatch
import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TOP_LEVEL = {
    ".ci",
    "ARCHITECTURE.md",
    "LICENSE",
    "README.md",
    "docs",
    "hemipelvi_gui",
    "packaging",
    "pyproject.toml",
    "resources",
    "tests",
}
# Each of these tells git itself to leave it alone.
MADE_BY_TOOLS = (".git", ".venv*", ".*_cache", ".hypothesis", "__pycache__")
HEAVY = {"numpy", "pandas", "pyqtgraph", "highspy"}


def loaded_by(module: str) -> set[str]:
    """Top-level names of all modules that importing this one loads, in a fresh interpreter."""
    code = (
        f"import sys, json, {module};"
        "print(json.dumps(sorted({name.partition('.')[0] for name in sys.modules})))"
    )
    result = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return set(json.loads(result.stdout))


@pytest.mark.parametrize("layer", ["domain", "coach", "storage", "exchange"])
def test_layers_below_the_window_load_no_qt(layer: str) -> None:
    assert "PySide6" not in loaded_by(f"hemipelvi_gui.{layer}")


def test_starting_the_program_loads_nothing_heavy() -> None:
    assert not loaded_by("hemipelvi_gui.app") & HEAVY


def test_the_top_level_holds_what_the_design_lists_and_nothing_else() -> None:
    here = {
        entry.name
        for entry in ROOT.iterdir()
        if not any(fnmatch.fnmatch(entry.name, pattern) for pattern in MADE_BY_TOOLS)
    }
    assert here == TOP_LEVEL


def test_no_python_file_is_longer_than_400_lines() -> None:
    lengths = {
        path.relative_to(ROOT).as_posix(): len(path.read_text(encoding="utf-8").splitlines())
        for folder in ("hemipelvi_gui", "packaging", "tests")
        for path in (ROOT / folder).rglob("*.py")
    }
    assert {name: length for name, length in lengths.items() if length > 400} == {}
