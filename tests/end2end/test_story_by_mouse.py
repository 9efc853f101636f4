"""One evening with the program, by hand: the real window, the real mouse, the real file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hemipelvi_gui.domain.session import Session, items
from hemipelvi_gui.storage import open_store

if TYPE_CHECKING:
    from pathlib import Path

    from tests.end2end.conftest import Start
    from tests.end2end.stage import Hands, Point, Program, State


def stored(folder: Path) -> list[Session]:
    store = open_store(folder)
    try:
        return store.sessions()
    finally:
        store.close()


def look_up(program: Program, hands: Hands, words: str, exercise: str) -> Point:
    """Type into the search field; where the exercise's card is then."""
    hands.click(program.find("search_field"))
    hands.keys("ctrl+a")
    hands.type(words)
    program.until(lambda state: state["listed"] == exercise, f"{exercise} found")
    card: Point = program.find("library_card", exercise)
    return card


def drag(program: Program, hands: Hands, card: Point, section: str, index: int) -> None:
    """Carry a card to a gap and see the second needle there before letting go."""
    before = program.state
    hands.take(card)
    hands.carry(program.find("gap", section, index))
    program.until(lambda state: state["preview"], "a preview over the gap")
    hands.let_go()
    program.until(lambda state: state["edits"] == before["edits"] + 1, "a drop")


def think_better_of_it(program: Program, hands: Hands, card: Point) -> None:
    """Carry a card half way, see the second needle, and press Escape: no trace."""
    before = program.state
    hands.take(card)
    hands.carry(program.find("gap", "strength", 1))
    over = program.until(lambda state: state["ghost"] is not None, "the second needle")
    assert over["ghost"] > over["needle"]
    assert over["items"] == before["items"]
    hands.keys("Escape")
    gone = program.until(lambda state: not state["preview"], "no preview after Escape")
    hands.let_go()
    assert gone["ghost"] is None
    for what in ("items", "needle", "edits", "undo", "title"):
        assert program.state[what] == before[what]


def mend(program: Program, hands: Hands, three: State) -> State:
    """Click the first Fix, undo it, redo it; the state with it."""
    rule = three["findings"][three["fixes"].index(True)]
    fix = program.find("fix_button", rule)
    hands.move(fix)
    program.until(lambda state: state["preview"], "the fix shown under the pointer")
    hands.click(fix)
    mended = program.until(lambda state: state["edits"] == 4, "the fix")
    assert mended["items"] != three["items"] or mended["share"] != three["share"]
    assert rule not in mended["findings"]
    hands.click(program.find("button", "Undo"))
    undone = program.until(lambda state: state["redo"] == mended["undo"], "the fix taken back")
    assert (undone["items"], undone["share"]) == (three["items"], three["share"])
    hands.click(program.find("button", "Redo"))
    program.until(lambda state: state["items"] == mended["items"], "the fix again")
    return mended


def print_pdf(program: Program, hands: Hands, path: Path) -> None:
    hands.click(program.find("button", "Print sheet"))
    program.dialog(hands)
    hands.click(program.find("button", "PDF"))
    program.dialog(hands, "file")
    hands.keys("ctrl+a")
    hands.type(str(path))
    hands.keys("Return")
    said = program.dialog(hands)["words"]
    while f"Saved as {path.name}" not in said:
        said = program.dialog(hands)["words"]
    hands.keys("Escape")


def test_a_session_is_built_mended_printed_and_there_again(
    start: Start, hands: Hands, home: Path, tmp_path: Path
) -> None:
    program = start("--data", home)
    assert program.shown(hands)["welcome"]
    hands.click(program.find("button", "empty session"))
    program.until(lambda state: not state["welcome"], "the Build page")

    drag(program, hands, look_up(program, hands, "back squat", "back-squat"), "strength", 0)
    lunge = look_up(program, hands, "walking lunge", "walking-lunge")
    one_squat = program.state
    assert one_squat["items"] == [["strength", "back-squat"]]

    think_better_of_it(program, hands, lunge)
    drag(program, hands, program.find("library_card", "walking-lunge"), "strength", 1)
    drag(program, hands, look_up(program, hands, "calf raise", "calf-raise"), "accessory", 0)
    three = program.until(lambda state: state["needle"] == state["share"], "the needle")
    assert three["items"] == [
        ["strength", "back-squat"],
        ["strength", "walking-lunge"],
        ["accessory", "calf-raise"],
    ]

    mended = mend(program, hands, three)
    sheet = tmp_path / "sheet.pdf"
    print_pdf(program, hands, sheet)
    assert sheet.read_bytes().startswith(b"%PDF")
    assert program.ask("network") == []
    program.shown(hands)
    assert program.ended_by(hands, "ctrl+q") == (0, "")

    (kept,) = stored(home)
    assert [item.exercise for item in items(kept)] == [each for _, each in mended["items"]]
    again = start("--data", home)
    there = again.shown(hands)
    assert not there["welcome"]
    assert there["items"] == mended["items"]
    assert there["title"] == mended["title"]
    assert there["share"] == mended["share"]
    assert again.ended_by(hands, "ctrl+q") == (0, "")


def test_a_ready_session_is_picked_bent_and_a_card_dragged_within_it(
    start: Start, hands: Hands, home: Path
) -> None:
    program = start("--data", home)
    program.shown(hands)
    hands.click(program.find("ready_button", 0))
    ready = program.until(lambda state: len(state["items"]) > 3, "a ready session")
    assert ready["undo"] == f"start {ready['name']}"

    first = ready["items"][0][0]
    at = next(at for at, (section, _) in enumerate(ready["items"]) if section != first)
    exercise = ready["items"][at][1]
    hands.take(program.find("card", exercise))
    hands.carry(program.find("gap", first, 0))
    hands.let_go()
    moved = program.until(lambda state: state["edits"] == 2, "the card moved")
    others = ready["items"][:at] + ready["items"][at + 1 :]
    assert moved["items"] == [[first, exercise], *others]
    assert moved["undo"].startswith("move ")
    hands.keys("ctrl+z")
    program.until(lambda state: state["items"] == ready["items"], "the card back")
    assert program.ended_by(hands, "ctrl+q") == (0, "")
