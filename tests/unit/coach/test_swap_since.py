from __future__ import annotations

from datetime import date, timedelta

from hemipelvi_gui.coach.swap_plan import Swap
from hemipelvi_gui.coach.swap_since import Measured, before_and_since, full_weeks
from hemipelvi_gui.domain.check_ins import CheckIn
from hemipelvi_gui.domain.diary import DoneItem, DoneSession, DoneSet
from hemipelvi_gui.domain.done_runs import DoneRun
from hemipelvi_gui.domain.log import Log
from hemipelvi_gui.domain.prescription import Load, LoadKind, Sides
from hemipelvi_gui.domain.runs import RunKind
from hemipelvi_gui.domain.settings import Settings
from tests.builders import library

MONDAY = date(2026, 10, 5)
SWAP = Swap("back-squat", "walking-lunge", MONDAY, MONDAY + timedelta(days=27))
SQUAT = DoneItem("back-squat", sets=(DoneSet(5, load=Load(LoadKind.EXTERNAL, 100), rpe=8),) * 3)
LUNGE = DoneItem("walking-lunge", sets=(DoneSet(8, sides=Sides.EACH, rpe=8),) * 3)


def weeks(first: int, last: int, item: DoneItem, tight: float, metres: float) -> Log:
    """A session, a check-in and a run in each week, counted from the swap's."""
    diary, runs, check_ins = {}, {}, {}
    for number in range(first, last):
        day = MONDAY + timedelta(weeks=number, days=1)
        key = str(number)
        diary[key] = DoneSession(key, "Legs", day, items=(item,))
        check_ins[key] = CheckIn(key, day, hip_flexor_left=tight)
        runs[key] = DoneRun(
            key, "Easy", day, RunKind.EASY, metres=metres, seconds=3000, heart_rate=140
        )
    return Log(diary, runs, check_ins)


def joined(*logs: Log) -> Log:
    made = Log({}, {}, {})
    for each in logs:
        made = Log(
            {**made.diary, **each.diary},
            {**made.done_runs, **each.done_runs},
            {**made.check_ins, **each.check_ins},
        )
    return made


def test_shares_running_and_tightness_stand_beside_each_other() -> None:
    log = joined(weeks(-4, 0, SQUAT, 5, 9000), weeks(0, 4, LUNGE, 3, 9270))
    today = MONDAY + timedelta(weeks=4)
    rows = before_and_since(log, SWAP, library(), Settings(), today)
    share, running, tightness = rows
    assert [each.what for each in rows] == [*Measured]
    assert (share.before, share.since) == (0, 100)
    assert running.change is not None
    assert round(running.change, 6) == 3
    assert tightness.change == -2
    for each in rows:
        assert each.low is not None
        assert each.high is not None
        assert each.change is not None
        assert each.low < each.change < each.high


def test_weeks_older_than_four_before_do_not_count() -> None:
    log = joined(
        weeks(-9, -4, LUNGE, 9, 5000), weeks(-4, 0, SQUAT, 5, 9000), weeks(0, 4, SQUAT, 5, 9000)
    )
    rows = before_and_since(log, SWAP, library(), Settings(), MONDAY + timedelta(weeks=4))
    assert [each.change for each in rows] == [0, 0, 0]
    assert {each.before_weeks for each in rows} == {4}


def test_one_week_since_is_not_enough_to_say_anything() -> None:
    log = joined(weeks(-4, 0, SQUAT, 5, 9000), weeks(0, 1, LUNGE, 3, 9000))
    rows = before_and_since(log, SWAP, library(), Settings(), MONDAY + timedelta(weeks=1))
    assert [(each.since_weeks, each.change) for each in rows] == [(1, None)] * 3


def test_a_week_that_is_not_over_does_not_count() -> None:
    log = joined(weeks(-4, 0, SQUAT, 5, 9000), weeks(0, 3, LUNGE, 3, 9000))
    rows = before_and_since(log, SWAP, library(), Settings(), MONDAY + timedelta(days=17))
    assert {each.since_weeks for each in rows} == {2}


def test_weeks_after_the_swap_do_not_count() -> None:
    log = joined(
        weeks(-4, 0, SQUAT, 5, 9000), weeks(0, 4, LUNGE, 3, 9000), weeks(4, 12, SQUAT, 9, 7000)
    )
    share, running, tightness = before_and_since(
        log, SWAP, library(), Settings(), MONDAY + timedelta(weeks=12)
    )
    assert (share.since, share.since_weeks) == (100, 4)
    assert running.change == 0
    assert tightness.since == 3


def test_a_swap_from_a_thursday_on_has_the_weeks_that_are_wholly_in_it() -> None:
    swap = SWAP._replace(first=MONDAY + timedelta(days=3), last=MONDAY + timedelta(days=30))
    begun = MONDAY.toordinal() // 7
    assert full_weeks(swap, MONDAY + timedelta(weeks=9)) == range(begun + 1, begun + 4)
    assert len(full_weeks(swap, MONDAY + timedelta(days=4))) == 0


def test_an_empty_log_compares_nothing() -> None:
    rows = before_and_since(Log(), SWAP, library(), Settings(), MONDAY)
    assert all(each.change is None for each in rows)
