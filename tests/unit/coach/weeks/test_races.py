from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from hemipelvi_gui.coach.reading import Level
from hemipelvi_gui.coach.weeks.rules import fix_for
from hemipelvi_gui.domain.plan import Plan
from hemipelvi_gui.domain.session import Session, items
from hemipelvi_gui.domain.settings import Settings
from tests.unit.coach.weeks.building import (
    LUNGES,
    agenda_of,
    asked,
    day,
    gym,
    mended,
    one,
    read_week,
    rules_of,
    run,
    words,
)

if TYPE_CHECKING:
    from hemipelvi_gui.domain.runs import Run

AUTUMN = Plan("autumn", "Autumn base", day("mon", -3), 8)


def test_a_big_lift_in_the_last_week_before_a_race_is_to_fix() -> None:
    found = asked(gym("tue"), run("sun", "race"))["big-lift-before-race"]
    assert found.level is Level.FIX
    assert words(found) == (
        "Tuesday’s big lift is 5 days before the race",
        "None in the last 7 days before a race",
    )


@pytest.mark.parametrize(
    ("lift", "race", "is_found"),
    [
        (gym("sun", week=-1), run("sun", "race"), True),
        (gym("sat", week=-1), run("sun", "race"), False),
        (gym("sun", at="06:00"), run("sun", "race"), True),
        (gym("sun"), run("sun", "race"), False),
        (gym("tue", *LUNGES), run("sun", "race"), False),
        (gym("tue"), run("sun", "long"), False),
    ],
)
def test_seven_days_are_the_limit_and_the_race_day_counts(
    lift: Session, race: Run, is_found: bool
) -> None:
    assert ("big-lift-before-race" in asked(lift, race)) is is_found


def test_the_last_days_are_named() -> None:
    assert words(asked(gym("sat"), run("sun", "race"))["big-lift-before-race"])[0] == (
        "Saturday’s big lift is the day before the race"
    )
    same = asked(gym("sun", at="06:00"), run("sun", "race"))
    assert words(same["big-lift-before-race"])[0] == "Sunday’s big lift is before the race that day"
    assert "big-lift-too-close" not in same


def test_without_days_before_a_race_its_hours_count_as_for_any_key_run() -> None:
    found = asked(gym("sat"), run("sun", "race"), settings=Settings(race_big_days=0))
    assert words(found["big-lift-too-close"])[0] == "Saturday’s big lift is 13 h before the race"
    assert "big-lift-before-race" not in found


def test_a_big_lift_before_a_race_is_swapped() -> None:
    label, after = mended(
        read_week(agenda_of(gym("tue"), run("sun", "race"))), "big-lift-before-race"
    )
    assert label.startswith("Swap Trap-bar deadlift for ")
    assert label.endswith(" in Strength tue")
    assert "big-lift-before-race" not in rules_of(after)
    assert after.total.big == ()


def test_several_big_lifts_are_swapped_together() -> None:
    heavy = gym("tue", "trap-bar-deadlift 3x5 @7", "back-squat 3x5 @7", "walking-lunge 6x8/side @7")
    label, after = mended(read_week(agenda_of(heavy, run("sun", "race"))), "big-lift-before-race")
    assert label == "Swap the big lifts in Strength tue"
    assert after.total.big == ()


def test_where_nothing_stands_in_the_lift_is_taken_out_or_the_session_skipped() -> None:
    bare = replace(gym("tue"), equipment=())
    reading = read_week(agenda_of(bare, run("sun", "race")))
    assert mended(reading, "big-lift-before-race")[0].startswith("Swap ")
    hidden = tuple(each.id for each in reading.library.values() if each.id != "trap-bar-deadlift")
    settings = Settings(hidden=hidden)
    reading = read_week(agenda_of(gym("tue"), run("sun", "race")), settings=settings)
    label, after = mended(reading, "big-lift-before-race")
    assert label == "Take Trap-bar deadlift out of Strength tue"
    assert [each.exercise for each in items(after.sessions[0])] == ["walking-lunge"]
    alone = gym("tue", "trap-bar-deadlift 3x5 @7")
    reading = read_week(agenda_of(alone, run("sun", "race")), settings=settings)
    label, after = mended(reading, "big-lift-before-race")
    assert label == "Skip Strength tue"
    assert after.sessions == ()


def test_hard_leg_work_in_the_last_three_days_is_to_fix() -> None:
    found = asked(gym("thu", *LUNGES), run("sun", "race"))["hard-legs-before-race"]
    assert found.level is Level.FIX
    assert words(found) == (
        "Thursday’s hard leg work is 3 days before the race",
        "RPE 6 at most in the last 3 days before a race",
    )
    friday = asked(gym("sat", *LUNGES), run("sun", "race"))["hard-legs-before-race"]
    assert words(friday)[0] == "Saturday’s hard leg work is the day before the race"


@pytest.mark.parametrize(
    "session",
    [
        gym("wed", *LUNGES),
        gym("thu", "walking-lunge 3x8/side @6.5"),
        gym("thu", "push-up 3x10 @8"),
        gym("sun", *LUNGES),
    ],
)
def test_easy_leg_work_upper_body_work_and_earlier_days_are_fine(session: Session) -> None:
    assert "hard-legs-before-race" not in asked(session, run("sun", "race"))


def test_hard_leg_work_rather_moves_to_an_earlier_day_with_room_for_it() -> None:
    race = run("sun", "race")
    label, after = mended(read_week(agenda_of(gym("sat", *LUNGES), race)), "hard-legs-before-race")
    assert label == "Move to Wednesday"
    assert "hard-legs-before-race" not in rules_of(after)
    crowded = agenda_of(gym("tue", *LUNGES), gym("sat", *LUNGES), race)
    assert mended(read_week(crowded), "hard-legs-before-race")[0] == "Skip Strength sat"


def test_on_the_eve_of_a_race_hard_leg_work_is_skipped_rather_than_eased() -> None:
    agenda = agenda_of(gym("sat", *LUNGES), run("sun", "race"))
    label, after = mended(read_week(agenda, today=day("thu")), "hard-legs-before-race")
    assert label == "Skip Strength sat"
    assert after.sessions == ()


def test_where_no_earlier_day_is_left_hard_leg_work_is_eased() -> None:
    session = gym("thu", "walking-lunge 3x8/side 2RIR", "push-up 3x10 @8")
    reading = read_week(agenda_of(session, run("sun", "race")), today=day("thu"))
    label, after = mended(reading, "hard-legs-before-race")
    assert label == "Ease Strength thu to RPE 6"
    efforts = {each.exercise: each.prescription.target_rpe for each in items(after.sessions[0])}
    assert efforts == {"walking-lunge": 6, "push-up": 8}
    assert "hard-legs-before-race" not in rules_of(after)


def test_big_and_hard_the_day_before_is_mended_in_two_steps() -> None:
    reading = read_week(agenda_of(gym("sat"), run("sun", "race")))
    assert rules_of(reading)[:2] == ["big-lift-before-race", "hard-legs-before-race"]
    _, after = mended(reading, "big-lift-before-race")
    _, after = mended(after, "hard-legs-before-race")
    assert all(each.level is Level.NOTE for each in after.findings)


def test_what_is_past_is_not_lightened() -> None:
    agenda = agenda_of(gym("tue"), run("sun", "race"))
    reading = read_week(agenda, today=day("wed"))
    finding = one(reading, "big-lift-before-race")
    assert fix_for(reading, finding) is None
    assert words(finding)[1] == (
        "None in the last 7 days before a race. "
        "Too late to change: keep your legs fresh until the race"
    )
    over = one(read_week(agenda, today=day("mon", 1)), "big-lift-before-race")
    assert words(over)[1] == "None in the last 7 days before a race"


def test_a_day_earlier_is_the_smallest_change_where_it_is_enough() -> None:
    entries = (gym("mon"), run("mon", "race", week=1))
    label, _ = mended(read_week(agenda_of(*entries), today=day("sun", -1)), "big-lift-before-race")
    assert label == "Move to Sunday 22 November"
    label, _ = mended(read_week(agenda_of(*entries), today=day("mon")), "big-lift-before-race")
    assert label.startswith("Swap ")


@pytest.mark.parametrize(
    ("days", "told"),
    [(0, "None before the race on its day"), (1, "None on the day before a race")],
)
def test_few_days_are_told_in_words(days: int, told: str) -> None:
    lift = gym("sun", at="06:00") if days == 0 else gym("sat")
    found = asked(lift, run("sun", "race"), settings=Settings(race_big_days=days))
    assert words(found["big-lift-before-race"])[1] == told


def test_in_the_week_of_the_race_only_its_own_cut_is_told() -> None:
    found = asked(gym("mon", *LUNGES), run("sun", "race"))["race-ahead"]
    assert words(found)[1] == "HSE −50 % this week; symmetric work first, load kept"


def test_the_race_ahead_and_the_start_of_its_taper_are_told() -> None:
    agenda = agenda_of(run("mon", "race", week=3))
    reading = read_week(agenda, plan=AUTUMN, today=day("wed"))
    assert one(reading, "race-ahead").level is Level.NOTE
    assert words(one(reading, "race-ahead")) == (
        "Race in 19 days: taper starts in week 6",
        "HSE −30 %, then −50 %; symmetric work first, load kept",
    )


@pytest.mark.parametrize(
    ("when", "told"),
    [
        (("sun", 0, "sun"), "Race today: the taper ends with it"),
        (("sun", 0, "sat"), "Race tomorrow: the taper ends with it"),
        (("sun", 1, "mon"), "Race in 13 days: taper starts this week"),
        (("sun", 2, "mon"), "Race in 20 days: taper starts on 30 November"),
        (("mon", 4, "mon"), "Race in 28 days: taper starts on 14 December"),
        (("tue", 4, "mon"), ""),
        (("mon", 0, "tue"), ""),
    ],
)
def test_a_race_is_told_of_from_four_weeks_before_it(when: tuple[str, int, str], told: str) -> None:
    race_day, week, today = when
    found = read_week(agenda_of(run(race_day, "race", week=week)), today=day(today)).findings
    assert [words(each)[0] for each in found] == ([told] if told else [])


def test_seen_from_a_week_to_come_the_race_has_its_date() -> None:
    agenda = agenda_of(run("sun", "race", week=6))
    ahead = read_week(agenda, week=4)
    assert words(one(ahead, "race-ahead"))[0] == (
        "Race on 10 January 2027: taper starts on 28 December"
    )
    assert read_week(agenda, week=4, today=day("mon", 9)).findings == ()


def tapering(race_week: int, planned: int) -> list[Session | Run]:
    """Four usual weeks, then one with so many sets, and a race on a Sunday."""
    usual = [gym("tue", *LUNGES, *LUNGES, week=week) for week in (-4, -3, -2, -1)]
    now = gym("tue", f"walking-lunge {planned}x8/side @7")
    return [*usual, now, run("sun", "race", week=race_week)]


@pytest.mark.parametrize(
    ("race_week", "planned", "is_found"),
    [(1, 9, True), (1, 8, False), (2, 12, False), (3, 12, False)],
)
def test_two_weeks_before_a_race_a_third_less_than_usual_is_wanted(
    race_week: int, planned: int, is_found: bool
) -> None:
    agenda = agenda_of(*tapering(race_week, planned))
    assert ("untapered" in rules_of(read_week(agenda))) is is_found


def test_in_the_week_of_the_race_half_is_wanted() -> None:
    entries: list[Session | Run] = [
        gym("tue", *LUNGES, *LUNGES, week=-5),
        gym("tue", *LUNGES, *LUNGES, week=-2),
        gym("tue", "walking-lunge 8x8/side @7", week=-1),
        gym("tue", "back-squat 3x5 @6", "walking-lunge 7x8/side @7"),
        run("sun", "race"),
    ]
    reading = read_week(agenda_of(*entries))
    assert words(one(reading, "untapered")) == (
        "9.2 hard sets planned in the taper, 6 wanted",
        "HSE −50 % of the usual; symmetric work first, load kept",
    )
    label, after = mended(reading, "untapered")
    assert label == "Taper this week"
    assert after.total.symmetric == 0
    assert after.total.hse == pytest.approx(6, abs=0.5)
    six = Settings(taper_last=0.2)
    assert "untapered" not in rules_of(read_week(agenda_of(*entries), settings=six))


def test_without_weeks_before_it_there_is_no_usual_to_taper_from() -> None:
    assert "untapered" not in asked(gym("tue", *LUNGES, *LUNGES), run("sun", "race"))


def test_what_is_done_in_a_taper_counts_and_the_rest_gives_more() -> None:
    entries: list[Session | Run] = [
        gym("tue", *LUNGES, *LUNGES, week=-2),
        gym("mon", "walking-lunge 4x8/side @7"),
        gym("wed", "walking-lunge 5x8/side @7"),
        run("sun", "race"),
    ]
    reading = read_week(agenda_of(*entries), today=day("tue"))
    _, after = mended(reading, "untapered")
    assert after.sums.of(after.agenda.sessions["gym mon 0"]).hse == 4
    assert after.total.hse == 6
