from __future__ import annotations

import datetime
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hemipelvi_gui.domain.diary import DoneItem, DoneSet
from hemipelvi_gui.domain.diary_edits import done_as_planned, done_from_lines
from hemipelvi_gui.domain.diary_writing import done_line, rewritten
from tests.builders import gym_sessions, library, session_of

if TYPE_CHECKING:
    from hemipelvi_gui.domain.session import Session

MONDAY = datetime.date(2026, 1, 5)
SESSION = session_of("back-squat 3x5 @7 100kg warmup 2", "walking-lunge 3x8-11/side @7 2x16kg")


@pytest.mark.parametrize(
    "line",
    [
        "3x5 @8 100kg",
        "2x5 @8 100kg then 1x3 @9.5 90kg",
        "2x5 100kg warmup 2",
        "1x8 left 20kg then 1x6 right 20kg",
        "1x45s then 1x30s",
        "3x5 75%",
    ],
)
def test_a_line_is_written_as_it_was_typed(line: str) -> None:
    done = done_from_lines(SESSION, {"i1": line}, library(), MONDAY)
    written = done_line(done.items[0].sets)
    assert done_from_lines(SESSION, {"i1": written}, library(), MONDAY).items == done.items


def test_no_sets_are_an_empty_line() -> None:
    assert done_line(()) == ""
    assert done_line((DoneSet(5, warmup=True),)) == ""


@given(gym_sessions())
def test_what_was_done_as_planned_can_be_typed(session: Session) -> None:
    done = done_as_planned(session, MONDAY, lambda: "d")
    lines = {each.item: done_line(each.sets) for each in done.items}
    assert done_from_lines(session, lines, library(), MONDAY, lambda: "d") == done


@given(st.sets(st.sampled_from(("i1", "i2"))))
def test_what_was_not_typed_again_stays(typed: set[str]) -> None:
    before = done_as_planned(SESSION, MONDAY, lambda: "d")
    squat, lunge = before.items
    beside = DoneItem("pull-up", sets=(DoneSet(6),))
    before = replace(before, items=(replace(squat, notes="deep"), lunge, beside), extra={"x": 1})
    lines = {each: "1x4" for each in typed}
    entry = done_from_lines(SESSION, lines, library(), MONDAY)
    after = rewritten(before, entry, ["i1", "i2"], typed)
    assert (after.id, after.extra) == ("d", {"x": 1})
    assert [each.exercise for each in after.items] == ["back-squat", "walking-lunge", "pull-up"]
    for then, now in zip(before.items, after.items, strict=True):
        assert (now.notes, now.sets == then.sets) == (then.notes, then.item not in typed)


def test_a_line_that_was_emptied_was_not_done_after_all() -> None:
    before = done_as_planned(SESSION, MONDAY)
    entry = done_from_lines(SESSION, {"i1": ""}, library(), MONDAY)
    after = rewritten(before, entry, ["i1", "i2"], {"i1"})
    assert [each.item for each in after.items] == ["i2"]
