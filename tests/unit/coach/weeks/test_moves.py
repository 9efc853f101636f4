from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from hemipelvi_gui.coach.weeks.rules import fix_for
from hemipelvi_gui.domain.diary import DoneSession
from hemipelvi_gui.domain.plan import Plan
from hemipelvi_gui.domain.settings import Settings
from tests.unit.coach.weeks.building import (
    DAYS,
    LUNGES,
    agenda_of,
    day,
    gym,
    mended,
    one,
    read_week,
    run,
    words,
)

if TYPE_CHECKING:
    from hemipelvi_gui.domain.agenda import Agenda
    from hemipelvi_gui.domain.runs import Run
    from hemipelvi_gui.domain.session import Session


def test_the_session_moves_to_the_nearest_day_that_is_free_and_far_enough() -> None:
    agenda = agenda_of(gym("tue"), run("thu", "quality"), gym("sat"), run("sun", "long"))
    label, after = mended(read_week(agenda), "big-lift-too-close")
    assert label == "Move to Thursday"
    assert after.agenda.sessions["gym sat 0"].date == day("thu")
    assert after.agenda.sessions["gym tue 0"] is agenda.sessions["gym tue 0"]


def test_a_day_with_another_gym_session_is_no_place_to_move_to() -> None:
    agenda = agenda_of(gym("fri", *LUNGES), gym("sat"), run("sun", "long"))
    # Neither is the day before or after it, nor the evening of the long run.
    assert mended(read_week(agenda), "big-lift-too-close")[0] == "Move to Wednesday"


def test_a_move_never_breaks_the_week_next_to_it_nor_goes_right_after_a_long_run() -> None:
    agenda = agenda_of(
        *(gym(name, *LUNGES) for name in ("mon", "tue", "wed", "thu", "fri")),
        gym("sat"),
        run("sun", "long"),
        run("mon", "quality", week=1),
        run("tue", "long", week=1),
    )
    assert mended(read_week(agenda), "big-lift-too-close")[0].startswith("Swap ")


def test_nothing_moves_onto_a_day_that_is_past_or_away_from_one() -> None:
    agenda = agenda_of(gym("sat"), run("sun", "long"))
    today = read_week(agenda, today=day("sat"))
    assert mended(today, "big-lift-too-close")[0] == "Move to Monday 30 November"
    past = read_week(agenda, today=day("mon", week=1))
    assert fix_for(past, one(past, "big-lift-too-close")) is None


def test_where_the_session_is_done_the_run_moves_but_a_race_never() -> None:
    agenda = having_done("sat", gym("sat"), run("sun", "quality"))
    label, after = mended(read_week(agenda, today=day("sat")), "big-lift-too-close")
    assert label == "Move quality run to Tuesday 1 December"
    assert after.agenda.runs["quality sun 0"].date == day("tue", week=1)
    settings = Settings(race_big_days=0)
    race = having_done("sat", gym("sat"), run("sun", "race"))
    reading = read_week(race, today=day("sat"), settings=settings)
    assert fix_for(reading, one(reading, "big-lift-too-close")) is None


@pytest.mark.parametrize("kind", ["quality", "long"])
def test_for_the_lift_of_yesterday_the_run_of_today_is_not_moved(kind: str) -> None:
    entries = (gym("sat"), run("sun", kind))
    for agenda, advice in (
        (agenda_of(*entries), "If you did that lift, take today easy"),
        (having_done("sat", *entries), "Take today easy"),
    ):
        reading = read_week(agenda, today=day("sun"))
        found = one(reading, "big-lift-too-close")
        assert fix_for(reading, found) is None
        assert words(found)[1] == f"24 h wanted, 48 better. {advice}"


def having_done(name: str, *entries: Session | Run) -> Agenda:
    """An agenda in which the session of that day is done."""
    done = DoneSession("log", "Strength", day(name), session=f"gym {name} 0")
    return replace(agenda_of(*entries), diary={"log": done})


def offered(*entries: Session | Run, today: str = "mon", done: str = "") -> str:
    """The fix for the one finding on big lifts and runs, "" where there is none."""
    agenda = having_done(done, *entries) if done else agenda_of(*entries)
    reading = read_week(agenda, today=day(today))
    (found,) = (each for each in reading.findings if each.rule in SPACING)
    fix = fix_for(reading, found)
    return "" if fix is None else str(fix.label)


SPACING = ("big-lift-too-close", "big-lift-close", "big-lift-soon-after")


def test_a_session_stays_two_days_from_the_next_one_where_it_can() -> None:
    # Thursday is nearer and free, but the day after Wednesday's session.
    assert offered(gym("wed", *LUNGES), gym("fri", at="06:00"), run("sat", "quality")) == (
        "Move to Sunday"
    )
    assert offered(gym("fri", at="06:00"), run("sat", "quality")) == "Move to Thursday"


def test_how_far_apart_gym_sessions_stay_is_a_setting() -> None:
    entries = (gym("wed", *LUNGES, at="06:00"), gym("fri", at="06:00"), run("sat", "quality"))
    reading = read_week(agenda_of(*entries), settings=Settings(between_gym_h=24))
    assert mended(reading, "big-lift-close")[0] == "Move to Thursday"


def test_a_session_comes_close_to_the_next_one_rather_than_leave_its_week() -> None:
    crowded = (gym("sun", *LUNGES, at="06:00"), gym("wed", *LUNGES))
    entries = (gym("fri", at="06:00"), run("sat", "quality"), *crowded)
    assert offered(*entries, gym("mon", *LUNGES, week=1), today="wed") == "Move to Thursday"
    # Nor does it come close to others there, or lie on the evening of a long run.
    beyond = gym("mon", *LUNGES, week=1)
    assert offered(gym("sat"), run("sun", "long"), beyond, today="sat").startswith("Swap ")


def test_a_day_of_its_own_is_better_than_the_day_before_or_of_a_key_run() -> None:
    # Wednesday's evening would be before Thursday's hard run, Thursday's after it.
    early = Settings(gym_time="06:00")
    agenda = agenda_of(gym("sat"), run("sun", "long"), run("thu", "quality"))
    reading = read_week(agenda, today=day("wed"), settings=early)
    assert mended(reading, "big-lift-close")[0] == "Move to Friday"


def test_a_day_that_leaves_no_note_is_better_than_a_day_of_its_own() -> None:
    entries = (gym("sat"), run("sun", "long"), run("thu", "quality"))
    assert offered(*entries, today="wed") == "Move to Thursday"


def test_a_rest_day_is_left_alone_where_another_day_is_as_good() -> None:
    entries = (gym("sat"), run("sun", "long"), run("thu", "rest"))
    assert offered(*entries) == "Move to Wednesday"
    others = [gym(name, *LUNGES) for name in ("mon", "tue", "wed", "fri")]
    assert offered(*entries, *others) == "Move to Thursday, your rest day"


def test_three_lifts_of_a_week_do_not_all_go_to_the_same_day() -> None:
    lifts = (gym("tue"), gym("thu"), gym("fri"))
    runs = (run("wed", "quality"), run("fri", "quality", at="06:30"), run("sun", "long"))
    reading = read_week(agenda_of(*lifts, *runs, run("sat", "quality")))
    fixes = [fix_for(reading, each) for each in reversed(reading.findings)]
    labels = [str(each.label) for each in fixes if each is not None]
    assert len(labels) >= 3
    assert len(set(labels)) == len(labels)
    assert "Move to Sunday" not in labels


def test_a_move_keeps_within_its_plan_and_goes_no_further_than_needed() -> None:
    ten = Plan("ten", "Ten days", day("mon", 1), 6, 10)
    late = gym("tue", week=2)
    busy = [
        replace(gym(name, *LUNGES, week=week), plan="ten")
        for name, week in [("sat", 1), ("sun", 1), ("mon", 2)]
    ]
    agenda = agenda_of(late, run("wed", "quality", week=2), *busy, plans=(ten,))
    reading = read_week(agenda, plan=ten, week=2)
    label, after = mended(reading, "big-lift-too-close")
    moved = after.agenda.sessions[late.id].date
    assert moved is not None
    assert abs((moved - day("tue", 2)).days) <= 6, label
    assert moved >= day("mon", 1)


def test_a_lift_of_the_plans_first_day_does_not_move_before_it() -> None:
    week = Plan("week", "Week", day("mon"), 1)
    agenda = agenda_of(gym("mon"), run("tue", "quality"), plans=(week,))
    reading = read_week(agenda, plan=week, today=day("mon", -1))
    assert mended(reading, "big-lift-too-close")[0] == "Move to Wednesday"


def test_for_a_note_an_earlier_hour_of_the_day_helps_where_no_other_day_does() -> None:
    entries = (gym("tue"), run("mon", "easy"), run("wed", "easy"), run("thu", "quality"))
    others = [gym(name, *LUNGES) for name in DAYS if name not in ("tue", "thu")]
    assert offered(*entries, *others) == "Move to 07:00 that day"
    # Not where there is a run at that hour, nor today, when it may be past.
    assert offered(*entries, *others, run("tue", "easy")).startswith("Swap ")
    assert offered(*entries, *others, today="tue").startswith("Swap ")


def test_a_lift_soon_after_a_key_run_may_also_be_later_that_day() -> None:
    others = [gym(name, *LUNGES) for name in DAYS if name != "thu"]
    assert offered(gym("thu", at="10:30"), run("thu", "quality"), *others) == (
        "Move to 18:00 that day"
    )


def test_in_a_week_with_two_tuesdays_each_has_its_date() -> None:
    ten = Plan("ten", "Ten days", day("mon", 1), 6, 10)
    entries = [
        card
        for week in (1, 2)
        for card in (gym("tue", week=week), run("wed", "quality", week=week))
    ]
    reading = read_week(agenda_of(*entries, plans=(ten,)), plan=ten, week=1)
    told = [words(each)[0] for each in reading.findings if each.rule in SPACING]
    assert told == [
        "Tue 1 Dec’s big lift is 13 h before the hard run",
        "Tue 8 Dec’s big lift is 13 h before the hard run",
    ]


def test_of_days_as_good_as_each_other_the_one_that_leaves_no_note_is_taken() -> None:
    assert offered(gym("sat"), run("sun", "long"), today="wed") == "Move to Thursday"


def test_for_a_note_nothing_moves_to_a_day_that_has_more_against_it() -> None:
    # Thursday would be far enough, but on the evening of a hard run.
    entries = (gym("fri"), run("sun", "long"), run("thu", "quality"))
    assert offered(*entries, today="thu") == "Move to 07:00 that day"


def test_a_run_never_moves_before_a_lift_that_is_done() -> None:
    agenda = agenda_of(gym("sat"), run("sun", "long"))
    done = DoneSession("log", "Strength", day("sat"), session="gym sat 0")
    reading = read_week(replace(agenda, diary={"log": done}), today=day("fri"))
    fix = fix_for(reading, one(reading, "big-lift-too-close"))
    assert fix is not None
    assert str(fix.label) == "Move long run to Tuesday 1 December"


def test_a_note_is_not_traded_for_another_nor_for_another_week() -> None:
    entries = (gym("fri"), run("sun", "long"), run("mon", "quality", week=1))
    assert offered(*entries, today="fri").startswith("Swap ")
    assert offered(*entries, today="thu") == "Move to Thursday"


@pytest.mark.parametrize("lift", [gym("tue"), gym("wed", at="06:00")])
def test_a_run_from_a_calendar_stays_where_it_is(lift: Session) -> None:
    track = replace(run("thu", "quality"), source="track@club", name="Track: 10 x 400 m hard")
    assert offered(lift, track, run("sat", "race", week=1), today="wed").startswith("Move to") is (
        lift.date == day("wed")
    )
    past = read_week(agenda_of(gym("wed"), track), today=day("thu"))
    assert fix_for(past, one(past, "big-lift-too-close")) is None


def test_for_a_note_no_run_moves() -> None:
    assert offered(gym("tue"), run("thu", "quality"), today="wed") == ""


@pytest.mark.parametrize("hard", ["race", "long", "quality"])
def test_a_run_never_comes_next_to_a_hard_day(hard: str) -> None:
    entries = (gym("wed"), run("thu", "quality"), run("sun", hard))
    assert offered(*entries, today="wed", done="wed") == "Move quality run to Friday"
    beside = (gym("wed"), run("thu", "quality"), run("sat", hard))
    assert "Friday" not in offered(*beside, today="wed", done="wed")
    assert "Sunday" not in offered(*beside, today="wed", done="wed")


def test_a_run_goes_where_no_other_run_nor_rest_is_planned() -> None:
    entries = (gym("wed"), run("thu", "quality"), run("fri", "rest"), run("sat", "easy"))
    assert offered(*entries, today="wed", done="wed") == "Move quality run to Sunday"


def test_where_no_day_will_do_the_lift_is_swapped_before_a_run_moves() -> None:
    busy = [gym(name, *LUNGES) for name in ("mon", "tue", "wed", "thu", "fri", "sun")]
    beyond = [gym(name, *LUNGES, week=1) for name in ("mon", "tue")]
    assert offered(*busy, *beyond, gym("sat"), run("sun", "long")).startswith("Swap ")


def test_no_session_moves_next_to_a_race_nor_past_it_nor_nearer_to_it() -> None:
    settings = Settings(race_big_days=2, race_leg_days=0)
    agenda = agenda_of(gym("wed"), run("thu", "quality"), run("sun", "race"))
    label, _ = mended(read_week(agenda, settings=settings), "big-lift-too-close")
    assert label == "Move to Monday"
    agenda = agenda_of(gym("mon", at="06:00"), run("tue", "quality"), run("thu", "race"))
    reading = read_week(agenda, settings=settings)
    assert mended(reading, "big-lift-close")[0].startswith("Swap ")
