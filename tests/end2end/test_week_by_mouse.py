"""A runner's plan by hand: the real window, the real mouse, the real file."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from tests.end2end.weeks import (
    LUNGE,
    STRENGTH_A,
    STRENGTH_B,
    Calendar,
    at_step,
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
    from tests.end2end.stage import Hands, Point, Program, State


def begin_two_gym_days(program: Program, hands: Hands) -> Calendar:
    """Begin a ready plan from the empty Week page; its days."""
    program.shown(hands)
    hands.click(program.find("button", "Week"))
    until_week(program, lambda state: not cards(state), "an empty week")
    hands.click(program.find("button", "New plan"))
    program.dialog(hands)
    hands.click(program.find("row", "Two gym days"))
    hands.click(program.find("button", "Begin this plan"))
    return begun_two_gym_days(program, hands)


def turn_to(program: Program, hands: Hands, week: int) -> State:
    """Click the pill of a week."""
    hands.click(program.find("week_pill", week))
    return until_week(program, lambda state: state["week"]["number"] == week)


def drag(program: Program, hands: Hands, card: Point, to: Point, *, copies: bool = False) -> State:
    """Carry a card somewhere, with Ctrl for a copy; the state just before letting go."""
    hands.take(card)
    if copies:
        hands.hold("ctrl")
    hands.carry(to)
    time.sleep(0.1)
    over = program.state
    hands.let_go()
    if copies:
        hands.release("ctrl")
    return over


def move_before_the_long_run(program: Program, hands: Hands, day: Calendar) -> None:
    """Drag Strength A to Saturday, see what it does, have it mended, and undo both."""
    before = program.state
    assert "big-lift-too-close" not in before["week"]["findings"]
    card = program.find("week_card", day(2, 2), STRENGTH_A)
    over = drag(program, hands, card, program.find("week_day", day(2, 6)))
    assert over["week"]["awaited"] == [day(2, 6)]
    assert "big-lift-too-close" in over["week"]["then"]
    assert cards(over) == cards(before)

    dropped = one_step(program, before, "the drop")
    assert STRENGTH_A in on(dropped, day(2, 6))
    assert STRENGTH_A not in on(dropped, day(2, 2))
    assert dropped["week"]["findings"] == over["week"]["then"]
    assert dropped["week"]["selected"] == [STRENGTH_A]

    fix = program.find("week_fix", "big-lift-too-close")
    assert "Move to" in program.ask("week_fix_words", "big-lift-too-close")
    hands.move(fix)
    seen = until_week(program, lambda state: state["week"]["then"] is not None, "the fix shown")
    assert "big-lift-too-close" not in seen["week"]["then"]
    hands.click(fix)
    mended = one_step(program, dropped, "the fix")
    assert STRENGTH_A not in on(mended, day(2, 6))
    assert mended["week"]["findings"] == seen["week"]["then"]
    assert undo(program, hands)["week"]["findings"] == dropped["week"]["findings"]
    assert cards(undo(program, hands)) == cards(before)


def think_better_of_it(program: Program, hands: Hands, day: Calendar) -> None:
    """Carry a card to another day and press Escape: no trace."""
    before = program.state
    hands.take(program.find("week_card", day(2, 4), STRENGTH_B))
    hands.carry(program.find("week_day", day(2, 7)))
    until_week(program, lambda state: state["week"]["then"] is not None, "a preview")
    hands.keys("Escape")
    gone = until_week(program, lambda state: state["week"]["then"] is None, "no preview")
    hands.let_go()
    assert (cards(gone), gone["step"]) == (cards(before), before["step"])
    assert gone["week"]["awaited"] == []


def copy_and_send_on(program: Program, hands: Hands, day: Calendar) -> None:
    """Copy Strength B to Friday with Ctrl, and drag the copy over a pill to the fourth week."""
    before = program.state
    card = program.find("week_card", day(2, 4), STRENGTH_B)
    drag(program, hands, card, program.find("week_day", day(2, 5)), copies=True)
    copied = one_step(program, before, "a copy")
    assert STRENGTH_B in on(copied, day(2, 4))
    assert STRENGTH_B in on(copied, day(2, 5))

    card = program.find("week_card", day(2, 5), STRENGTH_B)
    drag(program, hands, card, program.find("week_pill", 4))
    sent = one_step(program, copied, "the drop on the pill")
    assert sent["week"]["number"] == 2
    assert cards(sent) == cards(before)
    assert STRENGTH_B in sent["message"]
    assert STRENGTH_B in on(turn_to(program, hands, 4), day(4, 5))
    turn_to(program, hands, 2)


def type_intervals(program: Program, hands: Hands, day: Calendar) -> None:
    before = program.state
    hands.click(program.find("week_line"))
    hands.type("Thu 6x1km hard 60min")
    until_week(program, lambda state: "6 \u00d7 1 km" in state["week"]["echo"], "the run read back")
    hands.keys("Return")
    typed = one_step(program, before, "the run")
    assert "Intervals 6 \u00d7 1 km" in on(typed, day(2, 4))
    assert typed["week"]["line"] == ""


def change_from_here_on(program: Program, hands: Hands, day: Calendar) -> None:
    """Open Strength A of the second week, add a lunge, and have it in the later weeks too."""
    before = program.state
    hands.double_click(program.find("week_card", day(2, 2), STRENGTH_A))
    program.until(lambda state: state["page"] == "build" and state["name"] == STRENGTH_A, "Build")
    hands.keys("ctrl+l")
    lunge = one_step(program, before, "a lunge")
    assert LUNGE in [exercise for _, exercise in lunge["items"]]
    hands.click(program.find("button", "From here on"))
    told = one_step(program, lunge, "the later ones too")
    assert told["page"] == "build"
    hands.click(program.find("button", "Week"))
    until_week(program, lambda state: state["week"]["number"] == 2)


def undo_over_the_pages(program: Program, hands: Hands, day: Calendar) -> None:
    """Undo from the Build page what was done there and on the Week page, and do it all again."""
    bent = program.state
    hands.click(program.find("button", "Build"))
    program.until(lambda state: state["page"] == "build", "the Build page")
    one_back = undo(program, hands)
    assert (one_back["page"], one_back["items"]) == ("build", bent["items"])
    two_back = undo(program, hands)
    assert two_back["page"] == "build"
    assert LUNGE not in [exercise for _, exercise in two_back["items"]]
    three_back = undo(program, hands)
    assert three_back["page"] == "week"
    assert "Intervals 6 \u00d7 1 km" not in on(three_back, day(2, 4))
    for step in range(three_back["step"] + 1, bent["step"] + 1):
        hands.click(program.find("button", "Redo"))
        at_step(program, step)
    same = program.state
    assert same["week"]["share"] == bent["week"]["share"]
    assert cards(same) == cards(bent)


def take_in(program: Program, hands: Hands, day: Calendar) -> None:
    """A calendar was named at the start: look at what it holds, and take it."""
    said = program.dialog(hands)
    assert said["title"] == "Import"
    hands.click(program.find("button", "Import"))
    came = until_week(program, lambda state: state["message"], "what came in")
    assert "Track" in came["message"]
    program.shown(hands)
    shown = turn_to(program, hands, 2)
    assert "Track: 10 x 400 m hard" in on(shown, day(2, 3))


def shift_the_rest(program: Program, hands: Hands, day: Calendar) -> None:
    """Move the plan from the second week on a week later, see it, and take it back."""
    before = program.state
    hands.click(program.find("entry", "Plan"))
    hands.click(program.find("entry", "Move the rest"))
    said = program.dialog(hands)["words"]
    assert any("7 days later" in words for words in said)
    hands.click(program.find("button", "Done"))
    one_step(program, before, "the rest moved")
    shifted = program.shown(hands)
    assert [name for _, name in cards(shifted)] == ["Track: 10 x 400 m hard"]
    assert [name for _, name in cards(turn_to(program, hands, 3))] == [
        name for _, name in cards(before) if not name.startswith("Track")
    ]
    turn_to(program, hands, 2)
    hands.click(program.find("button", "Undo"))
    assert cards(at_step(program, before["step"])) == cards(before)


def print_week(program: Program, hands: Hands, path: Path) -> None:
    hands.click(program.find("entry", "Plan"))
    hands.click(program.find("entry", "Print weeks"))
    program.dialog(hands)
    hands.click(program.find("button", "PDF"))
    save_from_dialog(program, hands, path)


def test_a_plan_is_begun_bent_killed_printed_and_there_again(
    start: Start, hands: Hands, home: Path, tmp_path: Path
) -> None:
    program = start("--data", home)
    day = begin_two_gym_days(program, hands)
    turn_to(program, hands, 2)
    move_before_the_long_run(program, hands, day)
    think_better_of_it(program, hands, day)
    copy_and_send_on(program, hands, day)
    type_intervals(program, hands, day)
    change_from_here_on(program, hands, day)
    undo_over_the_pages(program, hands, day)
    bent = program.state
    program.until(lambda state: state["saved"], "All changes saved")
    program.kill()

    kept = stored(home)
    assert weeks_with(kept, STRENGTH_A, LUNGE, day(1, 1)) == list(range(2, 13))
    track = calendar_file(tmp_path / "club.ics", {"Track: 10 x 400 m hard": day(2, 3)})
    again = start("--data", home, track)
    take_in(again, hands, day)
    there = again.state
    others = [each for each in cards(there) if not each[1].startswith("Track")]
    assert others == cards(bent)
    assert there["week"]["share"] == bent["week"]["share"]

    shift_the_rest(again, hands, day)
    week = tmp_path / "week.pdf"
    print_week(again, hands, week)
    assert week.read_bytes().startswith(b"%PDF")
    assert again.ask("network") == []
    assert again.ended_by(hands, "ctrl+q") == (0, "")

    last = start("--data", home)
    last.shown(hands)
    hands.click(last.find("button", "Week"))
    assert turn_to(last, hands, 2)["week"]["cards"] == cards(there)
    assert last.ended_by(hands, "ctrl+q") == (0, "")
