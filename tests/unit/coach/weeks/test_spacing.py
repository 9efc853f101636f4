from __future__ import annotations

import time as clock
from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest

from hemipelvi_gui.coach.reading import Level
from hemipelvi_gui.coach.weeks.rules import fix_for
from hemipelvi_gui.coach.weeks.spacing import hours_between
from hemipelvi_gui.domain.diary import DoneSession
from hemipelvi_gui.domain.settings import Settings
from tests.unit.coach.weeks.building import (
    LUNGES,
    agenda_of,
    asked,
    day,
    gym,
    one,
    read_week,
    rules_of,
    run,
    words,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hemipelvi_gui.domain.runs import Run
    from hemipelvi_gui.domain.session import Session

BERLIN = ZoneInfo("Europe/Berlin")


@pytest.fixture
def in_berlin(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    if not hasattr(clock, "tzset"):
        pytest.skip("the zone of the machine can't be set here")
    monkeypatch.setenv("TZ", "Europe/Berlin")
    clock.tzset()
    yield
    monkeypatch.undo()
    clock.tzset()


def test_a_big_lift_the_evening_before_the_long_run_is_to_fix() -> None:
    found = asked(gym("sat"), run("sun", "long"))["big-lift-too-close"]
    assert found.level is Level.FIX
    assert words(found) == (
        "Saturday’s big lift is 13 h before the long run",
        "24 h wanted, 48 better",
    )
    assert found.entries == ("gym sat 0", "long sun 0")


@pytest.mark.parametrize(
    ("lift", "long_run", "rule"),
    [
        (gym("sat", at="07:01"), run("sun", "long", at="07:00"), "big-lift-too-close"),
        (gym("sat", at="07:00"), run("sun", "long", at="07:00"), "big-lift-close"),
        (gym("fri", at="07:01"), run("sun", "long", at="07:00"), "big-lift-close"),
        (gym("fri", at="07:00"), run("sun", "long", at="07:00"), ""),
        (gym("sun", at="06:00"), run("sun", "long", at="07:00"), "big-lift-too-close"),
        (gym("sun", at="07:00"), run("sun", "long", at="07:00"), "big-lift-too-close"),
        (gym("sun", at="07:01"), run("sun", "long", at="07:00"), "big-lift-soon-after"),
        (gym("sun", at="12:59"), run("sun", "long", at="07:00"), "big-lift-soon-after"),
        (gym("sun", at="13:00"), run("sun", "long", at="07:00"), ""),
        (gym("sun"), run("sun", "long"), ""),
        (gym("sat"), run("sun", "quality"), "big-lift-too-close"),
        (gym("sat"), run("sun", "easy"), ""),
        (gym("sat", *LUNGES), run("sun", "long"), ""),
    ],
)
def test_hours_decide_and_the_limits_themselves_are_fine(
    lift: Session, long_run: Run, rule: str
) -> None:
    found = asked(lift, long_run)
    assert [each for each in found if each.startswith("big-lift")] == ([rule] if rule else [])


def test_on_the_same_day_the_words_say_so() -> None:
    found = asked(gym("thu", at="07:00"), run("thu", "quality", at="18:30"))
    assert words(found["big-lift-too-close"])[0] == (
        "Thursday’s big lift is 11 h before the hard run that day"
    )
    found = asked(gym("thu", at="10:30"), run("thu", "quality"))
    assert found["big-lift-soon-after"].level is Level.NOTE
    assert words(found["big-lift-soon-after"]) == (
        "Thursday’s big lift is 3 h after the hard run that day",
        "6 h wanted after a key run",
    )
    found = asked(gym("thu", at="07:30"), run("thu", "quality"))
    assert "less than 1 h after" in words(found["big-lift-soon-after"])[0]


def test_hours_of_ones_own_are_the_ones_that_count() -> None:
    lift, long_run = gym("sat"), run("sun", "long")
    settings = Settings(before_run_h=10, better_before_run_h=12)
    assert not any(each.startswith("big-lift") for each in asked(lift, long_run, settings=settings))
    early = Settings(gym_time="06:00")
    assert "big-lift-close" in asked(lift, long_run, settings=early)
    crossed = Settings(better_before_run_h=4)
    found = asked(lift, long_run, settings=crossed)
    assert words(found["big-lift-too-close"])[1] == "24 h wanted"
    assert "big-lift-close" not in found


def test_what_is_skipped_is_in_nobodys_way() -> None:
    skipped = replace(gym("sat"), skipped=True)
    assert "big-lift-too-close" not in asked(skipped, run("sun", "long"))
    assert "big-lift-too-close" not in asked(gym("sat"), replace(run("sun", "long"), skipped=True))


def test_only_the_next_key_run_is_spoken_of() -> None:
    found = read_week(agenda_of(gym("wed"), run("thu", "quality"), run("fri", "long"))).findings
    assert [each.entries for each in found if each.rule.startswith("big-lift")] == [
        ("gym wed 0", "quality thu 0")
    ]


def test_a_pair_across_two_weeks_is_found_in_both() -> None:
    agenda = agenda_of(gym("sun", week=-1), run("mon", "quality"))
    assert "big-lift-too-close" in rules_of(read_week(agenda, week=-1))
    assert "big-lift-too-close" in rules_of(read_week(agenda))
    assert "big-lift-too-close" not in rules_of(read_week(agenda, week=1))


def test_what_is_done_stays_where_it_was_done() -> None:
    agenda = agenda_of(gym("sat"), run("sun", "long"))
    done = DoneSession("log", "Strength", day("sat"), session="gym sat 0")
    reading = read_week(replace(agenda, diary={"log": done}), today=day("sat"))
    found = one(reading, "big-lift-too-close")
    assert words(found)[1] == (
        "24 h wanted, 48 better. Too late to move the lift: ease the run if your legs are heavy"
    )
    label = fix_for(reading, found)
    assert label is not None
    assert str(label.label).startswith("Move long run to ")


def test_once_the_run_is_over_no_advice_is_given_on_it() -> None:
    agenda = agenda_of(gym("sat"), run("sun", "long"))
    later = read_week(agenda, today=day("mon", week=1))
    assert words(one(later, "big-lift-too-close"))[1] == "24 h wanted, 48 better"


def test_hours_are_counted_across_the_clock_change_in_spring() -> None:
    evening, morning = datetime(2026, 3, 28, 18), datetime(2026, 3, 29, 7)
    assert hours_between(evening, morning, BERLIN) == 12
    assert hours_between(morning, evening, BERLIN) == -12


def test_hours_are_counted_across_the_clock_change_in_autumn() -> None:
    evening, morning = datetime(2026, 10, 24, 18), datetime(2026, 10, 25, 7)
    assert hours_between(evening, morning, BERLIN) == 14


def test_a_moment_that_no_clock_shows_has_hours_all_the_same() -> None:
    before, never = datetime(2026, 3, 29, 1, 30), datetime(2026, 3, 29, 2, 30)
    assert hours_between(before, never, BERLIN) == 1
    assert hours_between(never, datetime(2026, 3, 29, 3, 30), BERLIN) == 0


@pytest.mark.parametrize("year", [1, 9999])
def test_at_the_calendars_ends_the_clocks_hours_are_taken(year: int) -> None:
    first = datetime(1, 1, 1, 0) if year == 1 else datetime(9999, 12, 31, 0)
    assert hours_between(first, first.replace(hour=13), BERLIN) == 13


@pytest.mark.usefixtures("in_berlin")
@pytest.mark.parametrize(
    ("lift", "long_run", "rule"),
    [
        # Spring: from 07:30 to 07:30 the next day are only 23 hours.
        (datetime(2026, 3, 28, 7, 30), datetime(2026, 3, 29, 7, 30), "big-lift-too-close"),
        # Autumn: from 08:00 to 07:00 the next day are 24 hours.
        (datetime(2026, 10, 24, 8), datetime(2026, 10, 25, 7), "big-lift-close"),
        (datetime(2026, 10, 17, 8), datetime(2026, 10, 18, 7), "big-lift-too-close"),
    ],
)
def test_a_week_with_a_clock_change_counts_real_hours(
    lift: datetime, long_run: datetime, rule: str
) -> None:
    session = replace(gym("sat"), date=lift.date(), start=lift.time())
    sunday = replace(run("sun", "long"), date=long_run.date(), start=long_run.time())
    week = (lift.date() - date(2026, 11, 23)).days // 7
    found = rules_of(read_week(agenda_of(session, sunday), week, today=lift.date()))
    assert [each for each in found if each.startswith("big-lift")] == [rule]
