"""The same plan without touching the mouse."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from tests.end2end.stage import tab_to
from tests.end2end.weeks import (
    LUNGE,
    STRENGTH_A,
    STRENGTH_B,
    Calendar,
    begun_two_gym_days,
    calendar_file,
    cards,
    on,
    one_step,
    save_from_dialog,
    stored,
    undo,
    until_week,
    weeks_with,
)

if TYPE_CHECKING:
    from pathlib import Path

    from tests.end2end.conftest import Start
    from tests.end2end.stage import Hands, Program, State


def begin_two_gym_days(program: Program, hands: Hands) -> Calendar:
    """Begin a ready plan; its days."""
    program.shown(hands)
    hands.keys("ctrl+2")
    until_week(program, lambda state: not cards(state), "an empty week")
    hands.keys("ctrl+alt+n")
    assert program.dialog(hands)["title"] == "New plan"
    hands.type("Two")
    program.until_dialog(lambda dialog: "Two gym days" in dialog["words"], "the plan's words")
    hands.keys("Return")
    return begun_two_gym_days(program, hands)


def go_to(program: Program, hands: Hands, week: int) -> State:
    """Turn the pages to a week."""
    steps = week - program.state["week"]["number"]
    hands.keys(*["ctrl+Next" if steps > 0 else "ctrl+Prior"] * abs(steps))
    return until_week(program, lambda state: state["week"]["number"] == week)


def go_to_card(program: Program, hands: Hands, day: str, name: str) -> State:
    """Go to a day with the arrows, and down to a card."""
    tab_to(program, hands, "DayList")
    apart = date.fromisoformat(day) - date.fromisoformat(program.state["week"]["on"])
    hands.keys(*["Right" if apart.days > 0 else "Left"] * abs(apart.days), "Home")
    until_week(program, lambda state: state["week"]["on"] == day, "the day")
    hands.keys(*["Down"] * on(program.state, day).index(name))
    return until_week(program, lambda state: state["week"]["selected"] == [name], name)


def move_before_the_long_run(program: Program, hands: Hands, day: Calendar) -> None:
    """Cut Strength A, paste it on Saturday, have that mended on its card, and undo both."""
    before = go_to_card(program, hands, day(2, 2), STRENGTH_A)
    assert "big-lift-too-close" not in before["week"]["findings"]
    hands.keys("ctrl+x", "Right", "Right", "Right", "Right", "ctrl+v")
    moved = one_step(program, before, "the card on Saturday")
    assert STRENGTH_A in on(moved, day(2, 6))
    assert STRENGTH_A not in on(moved, day(2, 2))
    assert "big-lift-too-close" in moved["week"]["chips"]

    hands.keys("Down")
    seen = until_week(program, lambda state: state["week"]["then"] is not None, "the fix shown")
    assert "big-lift-too-close" not in seen["week"]["then"]
    hands.keys("Return")
    mended = one_step(program, moved, "the fix")
    assert STRENGTH_A not in on(mended, day(2, 6))
    assert mended["week"]["findings"] == seen["week"]["then"]
    assert undo(program, hands)["week"]["findings"] == moved["week"]["findings"]

    tab_to(program, hands, "Fix: ")
    until_week(program, lambda state: state["week"]["then"] is not None, "the same fix there")
    hands.keys("space")
    assert cards(one_step(program, moved, "the fix again")) == cards(mended)
    undo(program, hands)
    assert cards(undo(program, hands)) == cards(before)


def copy_and_send_on(program: Program, hands: Hands, day: Calendar) -> None:
    """Copy Strength B to Friday, and send the copy on by two weeks, a week at a time."""
    before = go_to_card(program, hands, day(2, 4), STRENGTH_B)
    hands.keys("ctrl+c", "Right", "ctrl+v")
    copied = one_step(program, before, "a copy")
    assert STRENGTH_B in on(copied, day(2, 4))
    assert STRENGTH_B in on(copied, day(2, 5))
    hands.keys("alt+Next")
    until_week(program, lambda state: state["week"]["number"] == 3, "the week after")
    hands.keys("alt+Next")
    sent = until_week(program, lambda state: state["week"]["number"] == 4, "and the next")
    assert sent["week"]["selected"] == [STRENGTH_B]
    assert STRENGTH_B in on(sent, day(4, 5))
    assert cards(go_to(program, hands, 2)) == cards(before)


def type_intervals(program: Program, hands: Hands, day: Calendar) -> None:
    """On a day a run is begun by its first letter."""
    before = go_to_card(program, hands, day(2, 4), STRENGTH_B)
    hands.type("6x1km hard 60min")
    until_week(program, lambda state: "6 \u00d7 1 km" in state["week"]["echo"], "the run read back")
    hands.keys("Return")
    typed = one_step(program, before, "the run")
    assert "Intervals 6 \u00d7 1 km" in on(typed, day(2, 4))
    hands.keys("Escape")
    program.until(lambda state: state["focus"] == "DayList", "the keyboard on the days again")


def change_from_here_on(program: Program, hands: Hands, day: Calendar) -> None:
    """Open Strength A of the second week, add a lunge, and have it in the later weeks too."""
    before = go_to_card(program, hands, day(2, 2), STRENGTH_A)
    hands.keys("Return")
    program.until(lambda state: state["page"] == "build" and state["name"] == STRENGTH_A, "Build")
    hands.keys("ctrl+l")
    lunge = one_step(program, before, "a lunge")
    assert LUNGE in [exercise for _, exercise in lunge["items"]]
    tab_to(program, hands, "From here on")
    hands.keys("space")
    assert one_step(program, lunge, "the later ones too")["page"] == "build"


def take_in(program: Program, hands: Hands, path: Path) -> State:
    """Name a calendar in the dialog for files, look at what it holds, and take it."""
    before = program.state
    hands.keys("ctrl+i")
    program.dialog(hands, "file")
    hands.keys("ctrl+a")
    hands.type(str(path))
    hands.keys("Return")
    program.until_dialog(lambda dialog: dialog["title"] == "Import", "what the file holds")
    program.dialog(hands)
    hands.keys("alt+i")
    one_step(program, before, "what came in")
    return program.shown(hands)


def shift_the_rest(program: Program, hands: Hands) -> None:
    """Move the plan from the shown week on a week later."""
    before = program.state
    hands.keys("alt+p")
    program.until(lambda state: state["entry"], "the menu")
    while not program.state["entry"].startswith("Move the rest"):
        hands.keys("Down")
    hands.keys("Return")
    assert program.dialog(hands)["title"] == "Move the rest of the plan"
    hands.keys("alt+d")
    one_step(program, before, "the rest moved")
    program.shown(hands)


def print_week(program: Program, hands: Hands, path: Path) -> None:
    hands.keys("ctrl+alt+w")
    program.dialog(hands)
    hands.keys("alt+d")
    save_from_dialog(program, hands, path)


def test_the_same_plan_by_keys_alone(
    start: Start, hands: Hands, home: Path, tmp_path: Path
) -> None:
    program = start("--data", home)
    day = begin_two_gym_days(program, hands)
    go_to(program, hands, 2)
    move_before_the_long_run(program, hands, day)
    copy_and_send_on(program, hands, day)
    type_intervals(program, hands, day)
    change_from_here_on(program, hands, day)
    hands.keys("ctrl+2")
    bent = until_week(program, lambda state: state["week"]["number"] == 2)
    program.until(lambda state: state["saved"], "All changes saved")
    program.kill()

    assert weeks_with(stored(home), STRENGTH_A, LUNGE, day(1, 1)) == list(range(2, 13))
    again = start("--data", home)
    again.shown(hands)
    hands.keys("ctrl+2")
    until_week(again, lambda state: state["week"]["number"] == 1, "the plan's first week")
    track = calendar_file(tmp_path / "club.ics", {"Track: 10 x 400 m hard": day(2, 3)})
    take_in(again, hands, track)
    there = go_to(again, hands, 2)
    assert "Track: 10 x 400 m hard" in on(there, day(2, 3))
    assert [each for each in cards(there) if not each[1].startswith("Track")] == cards(bent)

    week = tmp_path / "week.pdf"
    print_week(again, hands, week)
    assert week.read_bytes().startswith(b"%PDF")
    shift_the_rest(again, hands)
    later = go_to(again, hands, 3)
    assert [name for _, name in cards(later)] == [name for _, name in cards(bent)]
    assert again.ask("network") == []
    assert again.ended_by(hands, "ctrl+q") == (0, "")

    last = start("--data", home)
    last.shown(hands)
    hands.keys("ctrl+2")
    until_week(last, lambda state: state["week"]["number"] == 1, "the plan's first week")
    assert cards(go_to(last, hands, 3)) == cards(later)
    assert last.ended_by(hands, "ctrl+q") == (0, "")
