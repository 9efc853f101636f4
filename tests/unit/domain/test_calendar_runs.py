"""A calendar that is read again changes its runs, and never doubles them."""

from __future__ import annotations

import datetime
from dataclasses import replace

from hemipelvi_gui.domain.bundle import Bundle, contents
from hemipelvi_gui.domain.importing import Choice, Standing, compare, resolve
from hemipelvi_gui.domain.plan import Plan
from hemipelvi_gui.domain.runs import Run, RunKind

DAY = datetime.date(2026, 11, 26)
THEIRS = Run("r", "Easy run 8k", RunKind.EASY, DAY, metres=8000, source="uid@google")
MINE = replace(THEIRS, plan="p", skipped=True, version=4, parent=3, extra={"mood": 1})


def here(*runs: Run) -> Bundle:
    return Bundle(runs=runs, plans=(Plan("p", "Autumn"),))


def test_a_run_that_is_as_the_calendar_says_stays_where_it_was_put() -> None:
    plan = compare(Bundle(runs=(THEIRS,)), contents(here(MINE)))
    assert [row.kind for row in plan.rows] == [Standing.SAME]
    assert resolve(plan).runs == ()


def test_a_run_that_was_moved_in_the_calendar_moves_here_and_keeps_its_plan() -> None:
    later = replace(THEIRS, date=DAY + datetime.timedelta(days=1))
    plan = compare(Bundle(runs=(later,)), contents(here(MINE)))
    assert [row.default for row in plan.rows] == [Choice.REPLACE]
    (run,) = resolve(plan).runs
    assert run == replace(MINE, date=later.date)


def test_a_run_of_ones_own_is_kept_beside_one_of_the_same_id() -> None:
    own = replace(MINE, source="", name="Mine")
    plan = compare(Bundle(runs=(THEIRS,)), contents(here(own)))
    assert [row.default for row in plan.rows] == [Choice.KEEP_BOTH]
