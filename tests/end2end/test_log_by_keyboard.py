"""The same log without touching the mouse."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from tests.end2end.log_files import Files, write_logs
from tests.end2end.log_steps import (
    FREE,
    TIGHT,
    Days,
    assert_file_says,
    choose_in_dialog,
    finish_by_keys,
    lift_by_keys,
    review_by_keys,
    type_run,
    until_day,
    until_import,
    until_log,
    until_verdict,
)
from tests.end2end.stage import MOST_STOPS, tab_to
from tests.end2end.test_files_and_starts import second_start
from tests.end2end.weeks import at_step, one_step

if TYPE_CHECKING:
    from pathlib import Path

    from tests.end2end.conftest import Start
    from tests.end2end.stage import Hands, Program, State

KG = 95.0


def take_in(program: Program, hands: Hands, files: Files) -> None:
    """Choose one file, add the other; answer, look at names, import, see the last weeks."""
    hands.keys("ctrl+shift+i")
    assert program.dialog(hands)["title"] == "Import a log"
    tab_to(program, hands, "Choose files")
    hands.keys("space")
    choose_in_dialog(program, hands, files.runs)
    until_import(program, lambda each: each["open"] == ["DISTANCE"], "km or miles")
    tab_to(program, hands, "km")
    hands.keys("space")
    until_import(program, lambda each: each["can_import"], "what is in the first file")
    hands.keys("alt+m")
    choose_in_dialog(program, hands, files.sets)
    until_import(program, lambda each: each["open"] == ["UNITS"], "kg or lb")
    tab_to(program, hands, "kg")
    hands.keys("space")
    both = until_import(program, lambda each: not each["open"], "what is in both")
    assert f"{files.sessions} sessions with" in both["headline"]
    assert f"{files.runs_in} runs" in both["headline"]

    hands.keys("alt+l")
    review_by_keys(program, hands)
    hands.keys("alt+i")
    assert "% asymmetric" in program.find("replay_shown")["headline"]
    program.dialog(hands)
    hands.keys("Escape")
    assert program.shown(hands)["step"] == 1


def to_progress(program: Program, hands: Hands) -> State:
    """Turn to the Progress page; what it says as soon as all charts are there."""
    hands.keys("ctrl+4")
    return until_verdict(program, lambda _: True, "a verdict")


def go_to(program: Program, hands: Hands, day: date) -> None:
    """Turn back, or on, to a day."""
    shown = date.fromisoformat(program.state["log"]["day"])
    steps = (day - shown).days
    hands.keys(*["alt+Right" if steps > 0 else "alt+Left"] * abs(steps))
    until_day(program, day)


def log_session(program: Program, hands: Hands, days: Days) -> None:
    """Back to a day of last week, and an empty session, which is filled."""
    hands.keys("ctrl+3")
    until_day(program, days.today)
    go_to(program, hands, days.lifted)
    tab_to(program, hands, "Log another session")
    hands.keys("space")
    program.until(lambda _: program.ask("entry", "An empty session"), "the menu")
    hands.keys("Up")
    program.until(lambda state: state["entry"] == "An empty session", "the last entry")
    hands.keys("Return")
    until_log(program, lambda log: log["part"] == "SetBySet", "an empty session")
    lift_by_keys(program, hands, KG)
    finish_by_keys(program, hands)


def check_in(program: Program, hands: Hands, day: date, tightness: int) -> None:
    """Rate the left hip flexor on a day."""
    go_to(program, hands, day)
    before = program.state
    hands.keys("alt+c", str(tightness))
    one_step(program, before, f"a check-in on {day}")


def undo_all_and_redo(program: Program, hands: Hands, came: State, said: State) -> None:
    """Undo all on the Progress page, which follows, and do it again."""
    last = program.state["step"]
    for step in range(last - 1, -1, -1):
        hands.keys("ctrl+z")
        at_step(program, step)
        if step == 1:
            assert until_verdict(program, lambda _: True, "as it came in") == came
    bare = until_verdict(program, lambda each: each["lift"] is None, "no log")
    assert (bare["code"], sum(bare["points"])) == ("not_enough_data", 0)
    for step in range(1, last + 1):
        hands.keys("ctrl+shift+z")
        at_step(program, step)
    assert until_verdict(program, lambda each: each["code"] == said["code"], "again") == said


def go_to_entry(program: Program, hands: Hands, words: str) -> None:
    """Go down the open menu."""
    for _ in range(MOST_STOPS):
        if program.state["entry"].startswith(words):
            return
        hands.keys("Down")
    raise AssertionError(f"no entry {words}")


def begin_ready_session(program: Program, hands: Hands) -> State:
    """Begin a ready session today and tick three sets of it."""
    hands.keys("ctrl+3")
    until_log(program, lambda _: True, "the Log page")
    hands.keys("alt+Home")
    until_log(program, lambda log: log["day"] == log["today"], "today")
    tab_to(program, hands, "Log another session")
    hands.keys("space")
    program.until(lambda _: program.ask("entry", "An empty session"), "the menu")
    go_to_entry(program, hands, "Ready sessions")
    hands.keys("Right")
    program.until(lambda state: state["entry"] not in {"", "Ready sessions"}, "a ready session")
    go_to_entry(program, hands, "Strength A")
    hands.keys("Return")
    until_log(program, lambda log: log["bench"], "the session")
    for number in range(3):
        before = program.state
        hands.keys("space")
        one_step(program, before, f"set {number + 1}")
    return until_log(program, lambda log: log["bench"]["going"], "three sets")


def test_the_same_log_by_keys_alone(
    start: Start, hands: Hands, home: Path, tmp_path: Path, display: str
) -> None:
    days = Days(date.today())
    files = write_logs(tmp_path / "files", days.today)
    program = start("--data", home)
    program.shown(hands)
    take_in(program, hands, files)
    came = to_progress(program, hands)
    assert (came["code"], came["missing"], came["tightness"]) == ("not_enough_data", 2, None)

    log_session(program, hands, days)
    hands.keys("alt+r")
    type_run(program, hands)
    logged = to_progress(program, hands)
    assert logged["code"] == came["code"]
    assert logged["lift"][0] > came["lift"][0]
    assert logged["running"] != came["running"]
    hands.keys("ctrl+3")
    until_day(program, days.lifted)
    for day in reversed(days.tight):
        check_in(program, hands, day, TIGHT)
    check_in(program, hands, days.free, FREE)
    said = to_progress(program, hands)
    assert (said["code"], said["missing"]) == ("hurting", 0)
    undo_all_and_redo(program, hands, came, said)

    broken_off = begin_ready_session(program, hands)
    program.until(lambda state: state["saved"], "All changes saved")
    program.kill()
    # What came in once is there; it is offered as such by a start that is given it again.
    again = start("--data", home)
    again.shown(hands)
    second = second_start(display, "--data", home, files.sets, files.runs)
    assert (second.returncode, second.stderr) == (0, b"")
    again.dialog(hands)
    # What is in the log says which unit the weights of that program were in.
    until_import(again, lambda each: each["open"] == ["DISTANCE"], "the same files")
    tab_to(again, hands, "km")
    hands.keys("space")
    there = until_import(again, lambda each: not each["open"], "nothing new")
    assert "in your log already" in there["headline"]
    assert not there["can_import"]
    hands.keys("Escape")
    again.shown(hands)
    hands.keys("ctrl+3")
    tab_to(again, hands, "Go on with")
    hands.keys("space")
    there = until_log(again, lambda log: log["bench"], "the session")
    for part in ("bench", "counter", "fields", "day"):
        assert there[part] == broken_off[part]
    assert to_progress(again, hands) == said
    assert again.ended_by(hands, "ctrl+q") == (0, "")
    log = assert_file_says(home, files, days, said)
    assert len(log.diary) == files.sessions + 2
