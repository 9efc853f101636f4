from __future__ import annotations

from dataclasses import replace

from hemipelvi_gui.coach.reading import Level
from hemipelvi_gui.coach.weeks.rules import fix_for
from hemipelvi_gui.domain.plan import Phase, PhaseKind, Plan
from tests.unit.coach.weeks.building import (
    LUNGES,
    agenda_of,
    day,
    gym,
    mended,
    one,
    read_week,
    rules_of,
    run,
    words,
)

AUTUMN = Plan("autumn", "Autumn base", day("mon", -3), 8, goal="race sun 4")


def test_a_goal_race_moved_into_the_past_is_a_note_while_the_plan_runs() -> None:
    race = replace(run("sun", "race", week=4), date=day("sun", -2))
    reading = read_week(agenda_of(race, plans=(AUTUMN,)), plan=AUTUMN)
    found = one(reading, "goal-race-past")
    assert found.level is Level.NOTE
    assert words(found) == (
        "The goal race is past",
        "It was on 15 November, the plan runs until 27 December. Move the race, or choose another",
    )
    assert fix_for(reading, found) is None


def test_a_goal_race_before_the_plan_is_a_note_whatever_the_day() -> None:
    race = replace(run("sun", "race", week=4), date=day("sun", -4))
    agenda = agenda_of(race, plans=(AUTUMN,))
    for today in (day("mon", -9), day("mon"), day("mon", 5)):
        reading = read_week(agenda, plan=AUTUMN, today=today)
        assert words(one(reading, "goal-race-past")) == (
            "The goal race is before the plan starts",
            "It is on 1 November, the plan starts on 2 November. Move the race, or choose another",
        )


def test_a_goal_race_to_come_today_or_after_the_plan_is_over_is_fine() -> None:
    race = run("sun", "race", week=4)
    agenda = agenda_of(race, plans=(AUTUMN,))
    for today in (day("mon"), race.date, day("mon", 5)):
        assert "goal-race-past" not in rules_of(read_week(agenda, plan=AUTUMN, today=today))
    assert "goal-race-past" not in rules_of(read_week(agenda_of(plans=(AUTUMN,)), plan=AUTUMN))


def test_an_off_season_after_the_race_is_meant() -> None:
    race = replace(run("sun", "race", week=4), date=day("sun", -1))
    rest = replace(AUTUMN, phases=(Phase(PhaseKind.BASE, 3), Phase(PhaseKind.OFF_SEASON, 5)))
    assert "goal-race-past" not in rules_of(read_week(agenda_of(race, plans=(rest,)), plan=rest))


def test_plans_that_run_at_the_same_time_are_a_note() -> None:
    other = Plan("other", "Marathon build", day("mon", 4), 12)
    reading = read_week(agenda_of(plans=(AUTUMN, other)), plan=AUTUMN)
    found = one(reading, "plans-overlap")
    assert found.level is Level.NOTE
    assert words(found) == (
        "Autumn base and Marathon build run at the same time",
        "From 21 December to 27 December",
    )


def test_of_two_plans_at_the_same_time_the_one_not_shown_is_put_away() -> None:
    other = Plan("other", "Marathon build", day("mon", 4), 12)
    agenda = agenda_of(gym("mon", *LUNGES, week=4, plan="other"), plans=(AUTUMN, other))
    label, after = mended(read_week(agenda, plan=AUTUMN), "plans-overlap")
    assert label == "Archive Marathon build"
    assert after.agenda.plans["other"].archived
    assert after.agenda.sessions == agenda.sessions
    assert mended(read_week(agenda, plan=other), "plans-overlap")[0] == "Archive Autumn base"
    # Where none of them is shown it is the older one.
    assert mended(read_week(agenda, week=4), "plans-overlap")[0] == "Archive Autumn base"


def test_plans_one_after_the_other_without_start_or_in_the_archive_do_not_overlap() -> None:
    after = Plan("other", "Marathon build", day("mon", 5), 12)
    drawer = Plan("drawer", "Some day")
    archived = Plan("old", "Old", day("mon"), 4, archived=True)
    plans = (AUTUMN, after, drawer, archived)
    assert "plans-overlap" not in rules_of(read_week(agenda_of(plans=plans), plan=AUTUMN))


def test_other_plans_are_spoken_of_in_the_weeks_they_share() -> None:
    plans = Plan("one", "One", day("mon", 2), 4), Plan("two", "Two", day("mon", 4), 4)
    agenda = agenda_of(plans=plans)
    assert "plans-overlap" in rules_of(read_week(agenda, week=4))
    assert "plans-overlap" not in rules_of(read_week(agenda, week=3))


def test_a_card_outside_the_weeks_of_its_plan_is_a_note() -> None:
    late = gym("mon", *LUNGES, week=5, plan="autumn")
    reading = read_week(agenda_of(late, plans=(AUTUMN,)), plan=AUTUMN)
    found = one(reading, "outside-plan")
    assert found.level is Level.NOTE
    assert found.entries == (late.id,)
    assert words(found) == (
        "Strength mon on 28 December lies outside the weeks of Autumn base",
        "From 2 November to 27 December",
    )


def test_several_cards_outside_are_one_note() -> None:
    early, late = (
        run("sun", "easy", week=-4, plan="autumn"),
        run("mon", "easy", week=5, plan="autumn"),
    )
    within = gym("tue", *LUNGES, plan="autumn")
    reading = read_week(agenda_of(early, late, within, plans=(AUTUMN,)), plan=AUTUMN)
    assert words(one(reading, "outside-plan"))[0] == (
        "2 cards lie outside the weeks of Autumn base"
    )


def test_cards_of_other_plans_are_spoken_of_in_their_own_week_only() -> None:
    late = gym("mon", *LUNGES, week=5, plan="autumn")
    agenda = agenda_of(late, plans=(AUTUMN,))
    assert "outside-plan" in rules_of(read_week(agenda, week=5))
    assert "outside-plan" not in rules_of(read_week(agenda, week=4))


def test_the_first_and_the_last_day_skipped_cards_and_cards_without_a_plan_are_fine() -> None:
    entries = (
        gym("mon", *LUNGES, week=-3, plan="autumn"),
        gym("sun", *LUNGES, week=4, plan="autumn"),
        replace(gym("mon", *LUNGES, week=6, plan="autumn"), skipped=True),
        gym("mon", *LUNGES, week=7),
        gym("mon", *LUNGES, week=8, plan="nobody knows this one"),
    )
    reading = read_week(agenda_of(*entries, plans=(AUTUMN,)), plan=AUTUMN)
    assert "outside-plan" not in rules_of(reading)


def test_dates_of_other_years_say_so() -> None:
    long = replace(AUTUMN, weeks=104, goal="")
    other = Plan("other", "Marathon build", day("mon", 4), 12)
    reading = read_week(agenda_of(plans=(long, other)), plan=long)
    assert words(one(reading, "plans-overlap"))[1] == "From 21 December to 14 March 2027"
