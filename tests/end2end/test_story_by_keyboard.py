"""The same evening without touching the mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hemipelvi_gui.domain.session import items
from hemipelvi_gui.storage import open_store
from tests.end2end.stage import tab_to

if TYPE_CHECKING:
    from pathlib import Path

    from tests.end2end.conftest import Start
    from tests.end2end.stage import Hands, Program, State


def add(program: Program, hands: Hands, words: str, exercise: str) -> None:
    """Find an exercise by its name and add it, as "Add exercise by name" does."""
    count = len(program.state["items"])
    hands.keys("ctrl+n")
    hands.type(words)
    program.until(lambda state: state["listed"] == exercise, f"{exercise} found")
    hands.keys("Return")
    program.until(lambda state: len(state["items"]) == count + 1, f"{exercise} added")


def bend(program: Program, hands: Hands, three: State) -> None:
    """Go into the cards, move one up and back, and type a prescription anew."""
    tab_to(program, hands, "Canvas")
    hands.keys("Home")
    program.until(lambda state: state["selected"] == ["back-squat"], "the first card")
    hands.keys("Down", "alt+Up")
    moved = program.until(lambda state: state["undo"].startswith("move"), "a move")
    assert moved["items"] == [three["items"][1], three["items"][0], three["items"][2]]
    hands.keys("ctrl+z")
    program.until(lambda state: state["items"] == three["items"], "the move taken back")
    hands.keys("F2")
    program.until(lambda state: state["focus"] == "InlineEditor", "the editor")
    hands.keys("ctrl+a")
    hands.type("4x6 @8 60kg")
    program.until(lambda state: state["preview"], "the typing on the gauge")
    hands.keys("Return")
    program.until(lambda state: state["undo"].startswith("change"), "what was typed")


def mend(program: Program, hands: Hands) -> State:
    """Go to a Fix, which shows on the gauge, make it, undo it, redo it."""
    tab_to(program, hands, "Fix: ")
    program.until(lambda state: state["preview"], "the fix shown under the keyboard")
    before = program.state
    hands.keys("space")
    mended = program.until(lambda state: state["edits"] == before["edits"] + 1, "the fix")
    assert before["findings"][0] not in mended["findings"]
    hands.keys("ctrl+z")
    program.until(lambda state: state["share"] == before["share"], "the fix taken back")
    hands.keys("ctrl+shift+z")
    program.until(lambda state: state["share"] == mended["share"], "the fix again")
    return mended


def test_the_same_session_by_keys_alone(
    start: Start, hands: Hands, home: Path, tmp_path: Path
) -> None:
    program = start("--data", home)
    program.shown(hands)
    tab_to(program, hands, "Or begin with an empty session")
    hands.keys("space")
    program.until(lambda state: not state["welcome"], "the Build page")

    add(program, hands, "back squat", "back-squat")
    add(program, hands, "walking lunge", "walking-lunge")
    add(program, hands, "calf raise", "calf-raise")
    three = program.state
    assert three["items"] == [
        ["strength", "back-squat"],
        ["strength", "walking-lunge"],
        ["accessory", "calf-raise"],
    ]

    bend(program, hands, three)
    mended = mend(program, hands)
    hands.keys("ctrl+r", "ctrl+a")
    hands.type("Tuesday")
    hands.keys("Return")
    program.until(lambda state: state["title"].startswith("Tuesday"), "the name")

    sheet = tmp_path / "sheet.pdf"
    hands.keys("ctrl+p")
    program.dialog(hands)
    hands.keys("alt+d")
    program.dialog(hands, "file")
    hands.keys("ctrl+a")
    hands.type(str(sheet))
    hands.keys("Return")
    while f"Saved as {sheet.name}" not in program.dialog(hands)["words"]:
        pass
    hands.keys("Escape")
    program.shown(hands)
    assert sheet.read_bytes().startswith(b"%PDF")
    assert program.ask("network") == []
    assert program.ended_by(hands, "ctrl+q") == (0, "")

    store = open_store(home)
    (kept,) = store.sessions()
    store.close()
    assert kept.name == "Tuesday"
    assert [item.exercise for item in items(kept)] == [each for _, each in mended["items"]]


def test_menus_work_by_keys_alone(start: Start, hands: Hands, home: Path) -> None:
    program = start("--data", home)
    program.shown(hands)
    tab_to(program, hands, "Or begin with an empty session")
    hands.keys("space")
    program.until(lambda state: not state["welcome"], "the Build page")
    hands.keys("alt+s", "Down", "Return")
    lunge = program.until(lambda state: len(state["items"]) == 1, "a lunge from the menu")
    assert lunge["undo"].startswith("add ")
    assert program.ended_by(hands, "ctrl+q") == (0, "")
