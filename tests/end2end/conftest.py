from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from tests.end2end.stage import Hands, Program

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

Start = Callable[..., Program]


@pytest.fixture(scope="session")
def display() -> Iterator[str]:
    """A screen of its own, which nobody sees."""
    missing = [tool for tool in ("Xvfb", "xdotool") if shutil.which(tool) is None]
    if missing:
        pytest.skip(f"not installed: {', '.join(missing)}")
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "1440x900x24", "-nolisten", "tcp"],
        pass_fds=[write],
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    with os.fdopen(read) as told:
        number = told.readline().strip()
    assert number, "Xvfb did not start"
    yield f":{number}"
    server.terminate()
    server.wait(10)


@pytest.fixture
def hands(display: str) -> Hands:
    return Hands(display)


@pytest.fixture
def start(display: str) -> Iterator[Start]:
    """Starts the program; none outlives the test."""
    started: list[Program] = []

    def run(*arguments: str | Path) -> Program:
        program = Program(display, *arguments)
        started.append(program)
        return program

    yield run
    for program in started:
        program.put_away()


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """The runner's data folder."""
    return tmp_path / "data"
