from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from hemipelvi_gui.coach.weeks.summary import in_words
from hemipelvi_gui.domain.plan import Phase, PhaseKind, Plan
from hemipelvi_gui.domain.settings import Settings
from tests.unit.coach.weeks.building import LUNGES, SQUATS, agenda_of, day, gym, read_week, run

if TYPE_CHECKING:
    from hemipelvi_gui.domain.session import Session

DEADLIFT = ("trap-bar-deadlift 3x5 @7 100kg", "walking-lunge 6x8/side @7 2x16kg")


@pytest.mark.parametrize(
    ("sessions", "share", "lifts"),
    [
        (
            (gym("tue", *DEADLIFT), gym("sat", *DEADLIFT)),
            "Share 67 %, target 60–85 %",
            "One big lift a session; each has its reset",
        ),
        (
            (gym("tue", *DEADLIFT), gym("sat", *LUNGES)),
            "Share 80 %, target 60–85 %",
            "One big lift; it has its reset",
        ),
        (
            (gym("tue", "back-squat 3x5 @7", *DEADLIFT),),
            "Share 50 %, below the target 60–85 %",
            "Up to 2 big lifts a session; each has its reset",
        ),
        (
            (gym("tue", "back-squat 4x5 @7"), gym("sat", *DEADLIFT)),
            "Share 46 %, below the target 60–85 %",
            "One big lift a session; 1 without a reset",
        ),
        (
            (gym("sat", "walking-lunge 3x8/side @7", "goblet-squat 1x8 @5"),),
            "Share 86 %, above the target 60–85 %",
            "A big lift now and then builds strength",
        ),
        (
            (gym("sat", "walking-lunge 3x8/side @7", "goblet-squat 2x8 @5"),),
            "Share 75 %, target 60–85 %",
            "No big lift",
        ),
        ((), "No leg work this week", "No big lift"),
    ],
)
def test_a_week_in_two_lines(sessions: tuple[Session, ...], share: str, lifts: str) -> None:
    assert tuple(map(str, in_words(read_week(agenda_of(*sessions))))) == (share, lifts)


def test_in_a_taper_nobody_is_told_to_lift_more() -> None:
    lunges = gym("mon", *LUNGES)
    for race in (run("sun", "race"), run("sun", "race", week=1)):
        assert str(in_words(read_week(agenda_of(lunges, race)))[1]) == "No big lift"
    plan = Plan("p", "Plan", day("mon"), 1, phases=(Phase(PhaseKind.TAPER, 1),))
    assert str(in_words(read_week(agenda_of(lunges), plan=plan))[1]) == "No big lift"
    far = agenda_of(lunges, run("sun", "race", week=3))
    assert str(in_words(read_week(far))[1]) == "A big lift now and then builds strength"


def test_much_more_than_usual_and_several_sessions_on_one_day_are_told_plainly() -> None:
    usual = [gym("tue", *LUNGES, week=week) for week in (-4, -3, -2, -1)]
    assert second(*usual, gym("tue", "walking-lunge 9x8/side @7")) == (
        "A big lift now and then builds strength"
    )
    assert second(*usual, gym("tue", "walking-lunge 10x8/side @7")) == "10 hard sets, 6 usual"
    twice = [replace(gym("tue"), id=f"{each}") for each in range(2)]
    assert second(*twice) == "Two gym sessions on Tuesday"
    many = [replace(gym("tue"), id=f"{each}") for each in range(8)]
    assert second(*usual, *many) == "72 hard sets, 6 usual; 8 gym sessions on Tuesday"
    stretch = replace(gym("tue", "couch-stretch 2x40s/side"), id="stretch")
    assert second(gym("tue"), stretch) == "One big lift; it has its reset"
    skipped = replace(gym("tue"), id="skipped", skipped=True)
    assert second(gym("tue"), skipped) == "One big lift; it has its reset"


def second(*entries: Session) -> str:
    return str(in_words(read_week(agenda_of(*entries)))[1])


def test_a_target_of_one_number_is_told_as_one() -> None:
    settings = Settings(band_low=0.85, band_high=0.85)
    reading = read_week(agenda_of(gym("tue")), settings=settings)
    assert str(in_words(reading)[0]) == "Share 67 %, below the target 85 %"


def test_the_target_is_the_runners_own() -> None:
    reading = read_week(agenda_of(gym("tue", *SQUATS)), settings=Settings(band_low=0.7))
    assert str(in_words(reading)[0]) == "Share 0 %, below the target 70–85 %"
