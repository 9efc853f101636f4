"""What the two stories of the log share: the days, waiting, typing a session, looking at the file.

Names of keys and places are those of `stage`; what `program` tells is in `log_answers`.
"""

from __future__ import annotations

import time
from datetime import date, timedelta
from typing import TYPE_CHECKING

from hemipelvi_gui.coach.history import LEAVE_OUT
from hemipelvi_gui.coach.verdict import verdict
from hemipelvi_gui.domain.library import load_exercises
from hemipelvi_gui.domain.settings import Settings
from hemipelvi_gui.paths import resource
from hemipelvi_gui.storage import open_store
from tests.end2end.log_files import RISING, last_sunday
from tests.end2end.stage import PATIENCE_S, tab_to
from tests.end2end.weeks import one_step

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from hemipelvi_gui.domain.log import Log
    from tests.end2end.log_files import Files
    from tests.end2end.stage import Hands, Program, State

DEADLIFT, ROW = "trap-bar-deadlift", "half-kneeling-row"
# What the names mean that are not sure.
MEANT = {RISING: DEADLIFT, "Kneeling Row Thing": ROW, "Foam Rolling Chat": LEAVE_OUT}
RUN = "9 km 50:10 easy 141bpm"
# As tight as can be for six days of the week before last, after a free day two months ago.
FREE, TIGHT, TIGHT_DAYS, WEEKS_AGO = 1, 8, 6, 8


class Days:
    """Days of weeks that are over, whatever day the test runs on."""

    def __init__(self, today: date) -> None:
        self.today = today
        self._sunday = last_sunday(today)
        self.lifted = self._sunday - timedelta(days=1)
        self.free = self._sunday - timedelta(weeks=WEEKS_AGO)
        first = self._sunday - timedelta(days=13)
        self.tight = [first + timedelta(days=day) for day in range(TIGHT_DAYS)]

    def steps_back(self, day: date) -> int:
        """How many days before today."""
        return (self.today - day).days


def until_import(program: Program, holds: Callable[[State], object], what: str) -> State:
    """Wait for something in the import of logs."""
    deadline, found = time.monotonic() + PATIENCE_S, None
    while time.monotonic() < deadline:
        found = program.ask("log_import")
        if found is not None and not found["busy"] and holds(found):
            seen: State = found
            return seen
        time.sleep(0.02)
    raise AssertionError(f"never came about: {what}; {found}")


def until_log(program: Program, holds: Callable[[State], object], what: str) -> State:
    """Wait for something on the Log page; what that page tells."""
    state = program.until(lambda state: state["log"] and holds(state["log"]), what)
    found: State = state["log"]
    return found


def until_verdict(program: Program, holds: Callable[[State], object], what: str) -> State:
    """Wait for a verdict with all its charts; what the Progress page tells."""

    def is_there(state: State) -> bool:
        shown = state["progress"]
        return bool(shown) and shown["settled"] and bool(holds(shown))

    found: State = program.until(is_there, what)["progress"]
    return found


def until_day(program: Program, day: date) -> State:
    """Wait until the Log page shows a day."""
    return until_log(program, lambda log: log["day"] == day.isoformat(), str(day))


def choose_in_dialog(program: Program, hands: Hands, path: Path) -> None:
    """Name a file in the dialog for files, and see the import in front again."""
    program.dialog(hands, "file")
    hands.keys("ctrl+a")
    hands.type(str(path))
    hands.keys("Return")
    program.until_dialog(lambda dialog: dialog["kind"] == "dialog", "the import again")
    program.dialog(hands)


def review_by_keys(program: Program, hands: Hands) -> None:
    """Go through the names: one as proposed, one searched for, one left out."""
    seen: list[str] = []
    for _ in MEANT:
        now = until_import(program, lambda each: each["name"] not in {"", *seen}, "another name")
        seen.append(now["name"])
        if MEANT[seen[-1]] == LEAVE_OUT:
            hands.keys("l")
            continue
        if MEANT[seen[-1]] == ROW:
            hands.type("kneeling row")
        until_import(program, lambda each: each["meant"] == MEANT[seen[-1]], "what is meant")
        hands.keys("Return")
    reviewed = until_import(program, lambda each: not each["name"], "the end of the names")
    assert reviewed["decisions"] == MEANT


def lift_by_keys(program: Program, hands: Hands, kg: float) -> State:
    """Add the deadlift to the session that is open, and tap three sets with another load."""
    before = program.state
    hands.keys("a")
    program.until(lambda state: state["focus"] == "QLineEdit", "the search")
    hands.type("trap bar deadlift")
    until_log(program, lambda log: log["choice"] == DEADLIFT, "the deadlift")
    hands.keys("Return")
    one_step(program, before, "the deadlift added")
    tab_to(program, hands, "Load")
    hands.keys("ctrl+a")
    hands.type(f"{kg:g}")
    for number in range(1, 4):
        before = program.state
        hands.keys("Return")
        one_step(program, before, f"set {number}")
    there = until_log(program, lambda log: log["bench"]["sets"][0][1], "the sets")
    (name, sets), *_ = there["bench"]["sets"]
    assert name == DEADLIFT
    assert [load for _, load in sets] == [kg] * 3
    return there


def finish_by_keys(program: Program, hands: Hands) -> None:
    """Say how hard it was, and that it is over."""
    before = program.state
    hands.keys("alt+i")
    until_log(program, lambda log: log["part"] == "FinishPanel", "the end of the session")
    hands.keys("7", "Return")
    one_step(program, before, "the session over")
    until_log(program, lambda log: log["part"] == "StartPanel" and not log["bench"], "put away")


def type_run(program: Program, hands: Hands) -> None:
    """Type a run into the line that has the keyboard."""
    before = program.state
    hands.type(RUN)
    until_log(program, lambda log: "141 bpm" in log["echo"], "the run read back")
    hands.keys("Return")
    one_step(program, before, "the run")
    until_log(program, lambda log: len(log["runs"]) == 1, "the run on its day")


def assert_file_says(home: Path, files: Files, days: Days, seen: State) -> Log:
    """The file holds what came in and what was typed, and comes to the verdict that was seen."""
    store = open_store(home)
    try:
        log = store.log_between(date.min, date.max)
        own = {each.id: each for each in store.exercises()}
    finally:
        store.close()
    assert len(log.done_runs) == files.runs_in + 1
    assert {each.date: each.hip_flexor_left for each in log.check_ins.values()} == {
        days.free: FREE,
        **dict.fromkeys(days.tight, TIGHT),
    }
    library = {**load_exercises(resource("exercises")), **own}
    said = verdict(log, library, Settings(), days.today)
    assert said.code.value == seen["code"]
    assert said.lift is not None
    assert round(said.lift.change, 6) == seen["lift"][0]
    return log
