"""Files handed to the program, a second start, and an end nobody asked for."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from hemipelvi_gui.domain.session import items
from hemipelvi_gui.exchange import templates
from hemipelvi_gui.exchange.templates import template_files
from hemipelvi_gui.storage import open_store
from tests.end2end.stage import PATIENCE_S, ROOT, surroundings

if TYPE_CHECKING:
    from pathlib import Path

    from tests.end2end.conftest import Start
    from tests.end2end.stage import Hands, Program

EVERY_EDIT_WITHIN_S = 0.3


def plan_file(name: str) -> tuple[Path, str]:
    """A ready plan file, and the name of the session in it."""
    paths = template_files("sessions")
    at = [path.stem for path in paths].index(name)
    return paths[at], templates("sessions")[at].sessions[0].name


def second_start(display: str, *arguments: str | Path) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "hemipelvi_gui", *map(str, arguments)],
        cwd=ROOT,
        env=surroundings(display),
        capture_output=True,
        timeout=PATIENCE_S,
        check=False,
    )


def quit_cleanly(program: Program, hands: Hands) -> None:
    hands.focus(program.find("window_id"))
    assert program.ended_by(hands, "ctrl+q") == (0, "")


def test_a_plan_file_named_on_the_command_line_is_shown(
    start: Start, hands: Hands, home: Path
) -> None:
    path, name = plan_file("heavy-day")
    program = start("--data", home, path)
    there = program.until(lambda state: state["name"] == name, "the session of the file")
    assert there["items"]
    assert name in there["message"]
    assert not there["welcome"]
    quit_cleanly(program, hands)
    store = open_store(home)
    assert [session.name for session in store.sessions()] == [name]
    store.close()


def test_a_plan_file_dropped_on_the_window_is_shown(start: Start, hands: Hands, home: Path) -> None:
    path, name = plan_file("lunge-day")
    program = start("--data", home)
    assert program.find("drop_files", str(path))
    program.until(lambda state: state["name"] == name, "the session of the file")
    hands.focus(program.find("window_id"))
    hands.keys("ctrl+z")
    program.until(lambda state: state["name"] != name, "the import taken back")
    quit_cleanly(program, hands)


def test_a_file_that_is_no_plan_is_said_and_changes_nothing(
    start: Start, hands: Hands, home: Path, tmp_path: Path
) -> None:
    wrong = tmp_path / "picture.hemiplan"
    wrong.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    program = start("--data", home, wrong)
    said = program.until(lambda state: state["message"], "a message")
    assert "picture.hemiplan" in said["message"]
    assert said["edits"] == 0
    quit_cleanly(program, hands)


def test_a_second_start_shows_the_first_window_and_hands_over_its_file(
    start: Start, hands: Hands, home: Path, display: str
) -> None:
    program = start("--data", home)
    program.shown(hands)
    program.ask("minimise")
    program.until(lambda state: state["minimised"], "a window out of sight")
    path, name = plan_file("race-week")
    second = second_start(display, "--data", home, path)
    assert (second.returncode, second.stdout, second.stderr) == (0, b"", b"")
    there = program.until(lambda state: state["name"] == name, "the second start's file")
    assert not there["minimised"]
    program.until(lambda state: state["active"], "the first window in front")
    quit_cleanly(program, hands)


def test_a_second_start_waits_for_a_first_one_that_is_still_opening(
    start: Start, hands: Hands, home: Path, display: str
) -> None:
    program = start("--data", home)
    while not (home / "hemipelvi.lock").exists():
        time.sleep(0.005)
    path, name = plan_file("race-week")
    second = second_start(display, "--data", home, path)
    assert (second.returncode, second.stderr) == (0, b"")
    program.until(lambda state: state["name"] == name, "the second start's file")
    quit_cleanly(program, hands)


def test_a_relative_path_of_a_second_start_is_found_from_its_own_folder(
    start: Start, hands: Hands, home: Path, display: str, tmp_path: Path
) -> None:
    path, name = plan_file("in-season")
    (tmp_path / "mine.hemiplan").write_bytes(path.read_bytes())
    program = start("--data", home)
    program.find("state")
    second = subprocess.run(
        [sys.executable, "-m", "hemipelvi_gui", "--data", str(home), "mine.hemiplan"],
        cwd=tmp_path,
        env=surroundings(display) | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        timeout=PATIENCE_S,
        check=False,
    )
    assert second.returncode == 0, second.stderr
    program.until(lambda state: state["name"] == name, "the second start's file")
    quit_cleanly(program, hands)


def test_an_edit_is_there_after_the_program_is_killed(
    start: Start, hands: Hands, home: Path
) -> None:
    program = start("--data", home)
    program.shown(hands)
    hands.click(program.find("button", "empty session"))
    program.until(lambda state: not state["welcome"], "the Build page")
    hands.keys("ctrl+l")
    edited = program.until(lambda state: state["items"], "a lunge")
    time.sleep(EVERY_EDIT_WITHIN_S)
    program.kill()

    store = open_store(home)
    (kept,) = store.sessions()
    store.close()
    assert [item.exercise for item in items(kept)] == [each for _, each in edited["items"]]
    again = start("--data", home)
    there = again.until(lambda state: state["items"] == edited["items"], "the lunge again")
    assert not there["welcome"]
    quit_cleanly(again, hands)


def test_a_damaged_file_is_said_and_the_window_works_without_saving(
    start: Start, hands: Hands, home: Path
) -> None:
    home.mkdir()
    damaged = home / "hemipelvi.sqlite"
    damaged.write_bytes(b"SQLite format 3\0" + b"\xff" * 4096)
    before = damaged.read_bytes()
    program = start("--data", home)
    said = program.find("box")
    assert "hemipelvi.sqlite" in said
    hands.click(program.find("box_button", "Go on without saving"))
    program.find("state")
    hands.click(program.find("button", "empty session"))
    hands.keys("ctrl+l")
    program.until(lambda state: state["items"], "a lunge")
    quit_cleanly(program, hands)
    assert damaged.read_bytes() == before


@pytest.mark.parametrize("left_over", [{}, {"DISPLAY": ":6087"}], ids=["none", "of a login past"])
def test_without_a_display_the_sample_is_read_aloud_and_its_sheet_written(
    tmp_path: Path, left_over: dict[str, str]
) -> None:
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    bare = {name: value for name, value in os.environ.items() if name not in hidden}
    run = subprocess.run(
        [sys.executable, "-m", "hemipelvi_gui"],
        cwd=tmp_path,
        env=bare | left_over | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
        check=False,
    )
    assert (run.returncode, run.stderr) == (0, "")
    assert "display" in run.stdout
    assert "% asymmetric" in run.stdout
    assert "findings" in run.stdout or "note:" in run.stdout
    (sheet,) = tmp_path.glob("*.pdf")
    assert sheet.read_bytes().startswith(b"%PDF")
