"""A runner's log: files come in, a session is logged, and the verdict changes; the real window."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from tests.end2end.log_files import Files, write_logs
from tests.end2end.log_steps import (
    DEADLIFT,
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
from tests.end2end.weeks import at_step, one_step

if TYPE_CHECKING:
    from pathlib import Path

    from tests.end2end.conftest import Start
    from tests.end2end.stage import Hands, Program, State

KG = 95.0


def take_in(program: Program, hands: Hands, files: Files) -> State:
    """One file was named at the start, the other is added; answer, look at names, import."""
    assert program.dialog(hands)["title"] == "Import a log"
    until_import(program, lambda each: each["open"] == ["UNITS"], "kg or lb")
    hands.click(program.find("button", "kg"))
    until_import(program, lambda each: each["can_import"], "what is in the first file")
    hands.click(program.find("button", "Add more files"))
    choose_in_dialog(program, hands, files.runs)
    until_import(program, lambda each: each["open"] == ["DISTANCE"], "km or miles")
    hands.click(program.find("button", "km"))
    both = until_import(program, lambda each: not each["open"], "what is in both")
    assert f"{files.sessions} sessions with" in both["headline"]
    assert f"{files.runs_in} runs" in both["headline"]

    hands.click(program.find("button", "Look at them"))
    review_by_keys(program, hands)
    hands.click(program.find("button", "Import"))
    last = program.find("replay_shown")
    assert "% asymmetric" in last["headline"]
    assert last["share"] is not None
    program.dialog(hands)
    hands.click(program.find("button", "Close"))
    came = program.shown(hands)
    assert came["step"] == 1
    return came


def to_progress(program: Program, hands: Hands) -> State:
    """Turn to the Progress page; what it says as soon as all charts are there."""
    hands.click(program.find("button", "Progress"))
    return until_verdict(program, lambda _: True, "a verdict")


def log_session(program: Program, hands: Hands, days: Days) -> None:
    """Back to a day of last week, and a session by taps."""
    hands.click(program.find("button", "Log"))
    until_day(program, days.today)
    for _ in range(days.steps_back(days.lifted)):
        hands.click(program.find("button", "\u2039"))
    until_day(program, days.lifted)
    hands.click(program.find("button", "Log another session"))
    hands.click(program.find("entry", "An empty session"))
    until_log(program, lambda log: log["part"] == "SetBySet", "an empty session")
    lift_by_keys(program, hands, KG)
    finish_by_keys(program, hands)


def check_in(program: Program, hands: Hands, day: date, tightness: int) -> None:
    """Type a day into the field, and rate the left hip flexor."""
    before = program.state
    hands.click(program.find("day_field"))
    hands.keys("ctrl+a")
    hands.type(day.isoformat())
    hands.keys("Return")
    until_day(program, day)
    hands.click(program.find("rating", "hip_flexor_left", tightness))
    one_step(program, before, f"a check-in on {day}")


def undo_all_and_redo(program: Program, hands: Hands, came: State, said: State) -> None:
    """Undo all on the Progress page, which follows, and do it again."""
    last = program.state["step"]
    for step in range(last - 1, 0, -1):
        hands.click(program.find("button", "Undo"))
        at_step(program, step)
    assert until_verdict(program, lambda _: True, "as it came in") == came
    hands.click(program.find("button", "Undo"))
    at_step(program, 0)
    bare = until_verdict(program, lambda each: each["lift"] is None, "no log")
    assert (bare["code"], sum(bare["points"])) == ("not_enough_data", 0)
    for step in range(1, last + 1):
        hands.click(program.find("button", "Redo"))
        at_step(program, step)
    assert until_verdict(program, lambda each: each["code"] == said["code"], "again") == said


def begin_ready_session(program: Program, hands: Hands) -> State:
    """Begin a ready session today and tick three sets of it."""
    hands.click(program.find("button", "Log"))
    hands.click(program.find("button", "Today"))
    until_log(program, lambda log: log["day"] == log["today"], "today")
    hands.click(program.find("button", "Log another session"))
    hands.click(program.find("entry", "Ready sessions"))
    hands.click(program.find("entry", "Strength A"))
    until_log(program, lambda log: log["bench"], "the session")
    for number in range(3):
        before = program.state
        hands.click(program.find("button", "Set done"))
        one_step(program, before, f"set {number + 1}")
    return until_log(program, lambda log: log["bench"]["going"], "three sets")


def test_two_logs_come_in_a_session_is_logged_and_the_verdict_changes(
    start: Start, hands: Hands, home: Path, tmp_path: Path
) -> None:
    days = Days(date.today())
    files = write_logs(tmp_path / "files", days.today)
    program = start("--data", home, files.sets)
    take_in(program, hands, files)
    came = to_progress(program, hands)
    assert (came["code"], came["missing"], came["tightness"]) == ("not_enough_data", 2, None)
    assert came["lift"][1] > 0 > came["running"][2]

    log_session(program, hands, days)
    hands.click(program.find("run_line"))
    type_run(program, hands)
    logged = to_progress(program, hands)
    assert logged["code"] == came["code"]
    assert logged["lift"][0] > came["lift"][0]
    assert logged["running"] != came["running"]
    hands.click(program.find("button", "Log"))
    check_in(program, hands, days.free, FREE)
    for day in days.tight:
        check_in(program, hands, day, TIGHT)
    said = to_progress(program, hands)
    assert (said["code"], said["missing"]) == ("hurting", 0)
    assert "Consistent with" in said["headline"]
    undo_all_and_redo(program, hands, came, said)

    broken_off = begin_ready_session(program, hands)
    program.until(lambda state: state["saved"], "All changes saved")
    program.kill()
    again = start("--data", home)
    again.shown(hands)
    hands.click(again.find("button", "Log"))
    hands.click(again.find("button", "Go on with"))
    there = until_log(again, lambda log: log["bench"], "the session")
    for part in ("bench", "counter", "fields", "day"):
        assert there[part] == broken_off[part]
    assert to_progress(again, hands) == said
    assert again.ask("network") == []
    assert again.ended_by(hands, "ctrl+q") == (0, "")

    log = assert_file_says(home, files, days, said)
    assert len(log.diary) == files.sessions + 2
    (going,) = (each for each in log.diary.values() if each.going)
    assert going.date == days.today
    assert sum(len(item.sets) for item in going.items) == 3
    (lifted,) = (each for each in log.diary.values() if each.date == days.lifted)
    assert [(item.exercise, len(item.sets)) for item in lifted.items] == [(DEADLIFT, 3)]
