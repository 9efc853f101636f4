"""The card's sentences: which weeks, which way, and no more than the log can say."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hemipelvi_gui.coach.verdict import Pace
from hemipelvi_gui.ui.progress.verdict_words import limits_line, numbers_lines, reasons
from tests.builders import library
from tests.unit.coach.verdict.logs import judged, log_with, raced

HURTING = log_with(running=-0.05, tighter=2)


@pytest.mark.parametrize(
    ("recent", "low", "high", "words"),
    [
        (312.0, 3.0, 21.0, "12 s/km slower (3 to 21)"),
        (299.0, -4.0, 2.0, "1 s/km faster (4 faster to 2 slower)"),
        (290.0, -16.0, -4.0, "10 s/km faster (4 to 16)"),
        (300.2, -4.0, 5.0, "as before (4 faster to 5 slower)"),
        (298.0, -4.0, 0.3, "2 s/km faster (0 to 4)"),
    ],
)
def test_a_change_of_pace_has_a_word_in_the_place_of_a_sign(
    recent: float, low: float, high: float, words: str
) -> None:
    made = replace(judged(HURTING), pace=Pace(1000, 300.0, recent, low, high, 140))
    assert numbers_lines(made, library())[1].endswith(f"easy pace at 140 bpm {words}.")


def test_each_number_says_of_which_weeks_it_is() -> None:
    lift, since, chance = numbers_lines(judged(HURTING), library())
    assert lift.startswith("Over 16 weeks: Back squat +7.8 % (")
    assert since.startswith("Recent 4 weeks against the 12 before: tightness +1.8 of 10")
    assert chance == "Probability running got worse: over 99 %."


def test_a_lift_of_fewer_weeks_says_how_many() -> None:
    diary = dict(list(HURTING.diary.items())[-8:])
    made = judged(replace(HURTING, diary=diary))
    assert "within 7 of them" in numbers_lines(made, library())[0]


def test_races_have_weeks_of_their_own() -> None:
    races = raced((1, 1300), (7, 1300), (8, 1200), (20, 1200))
    lines = numbers_lines(judged(replace(HURTING, done_runs=races)), library())
    assert lines[1].startswith("Recent 4 weeks against the 12 before: tightness")
    assert "10 km" not in lines[1]
    assert lines[2].startswith(
        "Races of 8 weeks against those of the 18 before: 10 km 208 s slower"
    )


def test_the_card_does_not_promise_more_than_running_alone_shows() -> None:
    words = limits_line(judged(HURTING))
    assert words.startswith("On running alone this log would show a change of 3.0 % or more")
    assert "so it needs a larger change." in words
    assert words.endswith("in 4 to 15 of 100 made-up years without any change.")


def test_unclear_gives_its_number() -> None:
    (why,) = reasons(judged(log_with(running=-0.05, tighter=2, rise=0.0)))
    assert "only 65 % likely; it takes 90 %" in why
