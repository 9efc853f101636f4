from __future__ import annotations

from dataclasses import replace

import pytest

from hemipelvi_gui.coach.reading import Level
from hemipelvi_gui.coach.weeks.rules import fix_for
from hemipelvi_gui.domain.plan import Plan
from hemipelvi_gui.domain.session import Session, items
from hemipelvi_gui.domain.settings import Settings
from tests.unit.coach.weeks.building import (
    agenda_of,
    day,
    gym,
    lunge_weeks,
    mended,
    one,
    read_week,
    rules_of,
    run,
    words,
)


def weeks(*sets: int, following: int = 0) -> list[Session]:
    """A session a week of so many lunges, the last in the shown week; one more after it."""
    after = [gym("tue", f"walking-lunge {following}x8/side @7", week=1)] if following else []
    return lunge_weeks(*sets) + after


@pytest.mark.parametrize(
    ("sets", "following", "is_found"),
    [
        ((10, 8, 8, 8, 8, 8), 0, True),
        ((10, 8, 8, 8, 8, 8), 8, True),
        ((10, 8, 8, 8, 8, 8), 7, False),
        ((10, 8, 8, 7, 8, 8), 0, False),
        ((8, 8, 8, 8, 8), 0, False),
        ((8, 8, 0, 8, 8, 8, 8), 0, False),
        ((11, 8, 8, 8, 8, 8, 8), 0, False),
        ((20, 5, 5, 5, 5, 5, 5, 8, 8, 8, 8, 8, 8), 0, True),
        ((5, 20, 5, 5, 5, 5, 5, 8, 8, 8, 8, 8, 8), 0, False),
    ],
)
def test_six_weeks_near_the_hardest_of_twelve_ask_for_a_deload(
    sets: tuple[int, ...], following: int, is_found: bool
) -> None:
    reading = read_week(agenda_of(*weeks(*sets, following=following)))
    assert ("no-deload" in rules_of(reading)) is is_found


def test_how_far_the_hardest_week_is_looked_for_is_a_setting() -> None:
    entries = weeks(5, 20, 5, 5, 5, 5, 5, 8, 8, 8, 8, 8, 8)
    assert "no-deload" not in rules_of(read_week(agenda_of(*entries)))
    near = Settings(compared_weeks=6)
    assert "no-deload" in rules_of(read_week(agenda_of(*entries), settings=near))


def test_the_deload_is_told_and_made_with_the_load_kept() -> None:
    reading = read_week(agenda_of(*weeks(*[10] * 6, following=10)))
    found = one(reading, "no-deload")
    assert found.level is Level.NOTE
    assert words(found) == (
        "6 hard weeks in a row",
        "Make the next one a deload: HSE −45 %, load kept",
    )
    label, after = mended(reading, "no-deload")
    assert label == "Make the next week a deload"
    following = after.agenda.sessions["gym tue 1"]
    assert after.sums.of(following).hse == pytest.approx(5.5, abs=0.5)
    before = reading.agenda.sessions["gym tue 1"]
    assert [each.prescription.load for each in items(following)] == [
        each.prescription.load for each in items(before)
    ]


def test_a_plan_remembers_its_new_deload() -> None:
    plan = Plan("p", "Base", day("mon", -5), 8, deloads=(2,))
    agenda = agenda_of(*weeks(*[10] * 6, following=10), plans=(plan,))
    label, after = mended(read_week(agenda, plan=plan), "no-deload")
    assert label == "Make week 7 a deload"
    assert after.agenda.plans["p"].deloads == (2, 7)


def test_a_deload_of_ones_own_measure() -> None:
    settings = Settings(deload_weeks=3, deload_share=0.5, deload_cut=0.6)
    reading = read_week(agenda_of(*weeks(10, 5, 5, following=10)), settings=settings)
    assert words(one(reading, "no-deload")) == (
        "3 hard weeks in a row",
        "Make the next one a deload: HSE −60 %, load kept",
    )


def test_an_empty_week_to_come_has_nothing_to_lighten() -> None:
    reading = read_week(agenda_of(*weeks(*[10] * 6)))
    assert fix_for(reading, one(reading, "no-deload")) is None


def test_a_taper_is_a_deload_already() -> None:
    agenda = agenda_of(*weeks(*[10] * 6), run("sun", "race", week=1))
    assert "no-deload" not in rules_of(read_week(agenda))


def lifted(last: str, now: str, weeks_ago: int = 1) -> list[Session]:
    lunges = "walking-lunge 6x8/side @7"
    return [gym("tue", last, lunges, week=-weeks_ago), gym("tue", now, lunges)]


@pytest.mark.parametrize(
    ("last", "now", "is_found"),
    [
        ("back-squat 3x5 @7 100kg", "back-squat 3x5 @7 112.5kg", True),
        ("back-squat 3x5 @7 100kg", "back-squat 3x5 @7 110kg", False),
        ("back-squat 3x5 @7 100kg", "back-squat 3x5 @7 90kg", False),
        ("back-squat 3x5 @7 100lb", "back-squat 3x5 @7 50kg", True),
        ("back-squat 3x5 @7", "back-squat 3x5 @7 110kg", False),
        ("front-squat 3x5 @7 60kg", "back-squat 3x5 @7 110kg", False),
        ("pull-up 3x5 bw+5kg", "pull-up 3x5 bw+10kg", False),
        ("back-squat 3x5 70%", "back-squat 3x5 90%", False),
    ],
)
def test_more_than_a_tenth_in_a_week_is_a_note(last: str, now: str, is_found: bool) -> None:
    assert ("load-step" in rules_of(read_week(agenda_of(*lifted(last, now))))) is is_found


def test_the_rise_is_told_and_the_smaller_step_taken() -> None:
    agenda = agenda_of(*lifted("back-squat 3x5 @7 60kg", "back-squat 3x5 @7 80kg"))
    reading = read_week(agenda)
    found = one(reading, "load-step")
    assert found.level is Level.NOTE
    assert words(found) == (
        "Back squat goes from 60 to 80 kg",
        "Up by 33 %; 10 % is step enough for a week",
    )
    label, after = mended(reading, "load-step")
    assert label == "Back squat with 65 kg"
    assert after.findings == ()


@pytest.mark.parametrize(
    ("last", "now", "label"),
    [
        ("goblet-squat 3x8 16kg", "goblet-squat 3x8 24kg", "Goblet squat with 16 kg"),
        ("goblet-squat 3x8 44kg", "goblet-squat 3x8 52kg", "Goblet squat with 48 kg"),
        ("walking-lunge 3x8/side 2x20kg", "walking-lunge 3x8/side 2x24kg", "2×22 kg"),
        ("back-squat 3x5 100lb", "back-squat 3x5 135lb", "Back squat with 110 lb"),
        ("back-squat 3x5 61kg", "back-squat 3x5 75kg", "Back squat with 65 kg"),
    ],
)
def test_the_step_is_whole_in_its_implement_and_never_under_last_time(
    last: str, now: str, label: str
) -> None:
    week = [gym("tue", last, week=-1), gym("tue", now)]
    assert mended(read_week(agenda_of(*week)), "load-step")[0].endswith(label)


def test_the_week_it_was_last_done_is_the_one_to_compare_with() -> None:
    squats = "back-squat 3x5 @7 60kg", "back-squat 3x5 @7 80kg"
    assert "load-step" in rules_of(read_week(agenda_of(*lifted(*squats, weeks_ago=12))))
    assert "load-step" not in rules_of(read_week(agenda_of(*lifted(*squats, weeks_ago=13))))
    between = gym("tue", "back-squat 3x5 @7 75kg", week=-1)
    agenda = agenda_of(*lifted(*squats, weeks_ago=3), between)
    assert "load-step" not in rules_of(read_week(agenda))
    skipped = agenda_of(*lifted(*squats, weeks_ago=3), replace(between, skipped=True))
    assert "load-step" in rules_of(read_week(skipped))


def test_each_lift_is_a_finding_of_its_own_and_mended_alone() -> None:
    lunges = "walking-lunge 6x8/side @7"
    week = [
        gym("tue", "back-squat 3x5 @7 60kg", "trap-bar-deadlift 1x5 80kg", lunges, week=-1),
        gym("tue", "back-squat 3x5 @7 80kg", "trap-bar-deadlift 1x5 100kg", lunges),
    ]
    reading = read_week(agenda_of(*week))
    found = [each for each in reading.findings if each.rule == "load-step"]
    assert [each.about for each in found] == ["back-squat", "trap-bar-deadlift"]
    labels = [fix.label for each in found if (fix := fix_for(reading, each)) is not None]
    assert [str(each) for each in labels] == [
        "Back squat with 65 kg",
        "Trap-bar deadlift with 87.5 kg",
    ]


def test_a_step_of_ones_own_is_the_one_that_counts() -> None:
    agenda = agenda_of(*lifted("back-squat 3x5 @7 100kg", "back-squat 3x5 @7 110kg"))
    reading = read_week(agenda, settings=Settings(load_step=0.05))
    assert mended(reading, "load-step")[0] == "Back squat with 105 kg"


def test_what_was_lifted_on_a_day_past_stays() -> None:
    agenda = agenda_of(*lifted("back-squat 3x5 @7 60kg", "back-squat 3x5 @7 80kg"))
    reading = read_week(agenda, today=day("wed"))
    assert fix_for(reading, one(reading, "load-step")) is None
