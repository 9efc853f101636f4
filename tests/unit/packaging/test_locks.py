from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
LOCKS = ["requirements.txt", "requirements-dev.txt"]


def lock(name: str) -> str:
    return (ROOT / "packaging" / name).read_text(encoding="utf-8")


def pins(name: str) -> set[str]:
    """Each pin as it stands, with its marker: `numpy==2.4.6 ; python_full_version < '3.12'`."""
    return set(re.findall(r"^([a-z0-9][^\\\n]*==[^\\\n]*?) *\\$", lock(name), flags=re.MULTILINE))


def project() -> dict[str, list[str]]:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    parsed = tomllib.loads(text)
    return {"run": parsed["project"]["dependencies"], "dev": parsed["dependency-groups"]["dev"]}


@pytest.mark.parametrize("name", LOCKS)
def test_every_pin_has_a_hash(name: str) -> None:
    entries = re.split(r"^(?=[a-z0-9])", lock(name), flags=re.MULTILINE)[1:]
    assert len(entries) == len(pins(name))
    assert all("--hash=sha256:" in entry for entry in entries)


@pytest.mark.parametrize("name", LOCKS)
def test_no_address_of_an_index_is_in_a_lock(name: str) -> None:
    assert not re.search(r"://|file:|--index|--extra-index|--find-links", lock(name))


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_says_how_it_is_made(name: str) -> None:
    assert "uv pip compile" in lock(name).partition("==")[0]


def test_tests_run_on_what_the_program_runs_on() -> None:
    held = pins("requirements-dev.txt")
    # A pin without a marker holds everywhere, so it holds where the program's marker says too.
    assert all({pin, pin.partition(" ;")[0]} & held for pin in pins("requirements.txt"))


def test_what_the_project_asks_for_is_locked() -> None:
    locked = {pin.partition("==")[0] for pin in pins("requirements-dev.txt")}
    asked = [
        re.split(r"[<>=~! ]", need)[0].lower() for needs in project().values() for need in needs
    ]
    assert set(asked) <= locked


def test_the_qt_that_aborts_on_older_pythons_is_kept_out() -> None:
    assert "pyside6-essentials==6.11.3" in pins("requirements.txt")


def test_every_package_the_program_installs_has_its_notice() -> None:
    notices = (ROOT / "resources" / "THIRD_PARTY.md").read_text(encoding="utf-8")
    for pin in pins("requirements.txt"):
        assert f"| {pin.partition('==')[0]} |" in notices
