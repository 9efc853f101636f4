from __future__ import annotations

from dataclasses import replace
from math import ceil

import pytest
from hypothesis import given

from hemipelvi_gui.domain.exercises import Purpose
from hemipelvi_gui.domain.session import SECTIONS, BlockKind, Section, Session
from hemipelvi_gui.domain.timing import (
    block_s,
    rep_s,
    rest_s,
    section_minutes,
    section_s,
    session_s,
    work_s,
)
from tests.builders import PICTURE, gym_sessions, item_of, library, session_of


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("back-squat 3x5", 15),
        ("back-squat 3x4-6", 15),
        ("back-squat 3x5 tempo 3-1-1-0", 25),
        ("back-squat 3x5 tempo 3-1-X-0", 25),
        ("split-squat 3x8/side", 48),
        ("split-squat 3x8 left", 24),
        ("split-squat-hold 3x30s/side", 60),
        ("couch-stretch 2x5br/side", 40),
        ("suitcase-carry 2x40m/side", 80),
        ("skater-bound 1x20ct", 20),
        ("skater-bound 3x5/side", 10),
    ],
)
def test_the_work_of_a_set_goes_by_reps_breaths_metres_contacts_or_the_hold(
    text: str, seconds: float
) -> None:
    item = item_of(text)
    assert work_s(item.prescription, library()[item.exercise].contact) == seconds


def test_a_tempo_of_nothing_takes_the_usual_time() -> None:
    assert rep_s("0-0-0-0") == rep_s(None) == 3


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("split-squat 3x8/side @7", 90),
        ("split-squat 3x8/side 3RIR", 90),
        ("split-squat 3x8/side @6.5", 60),
        ("split-squat 3x8/side", 60),
        ("split-squat 3x8/side @9 rest 45", 45),
        ("split-squat 3x8/side @9 rest 0", 0),
        ("couch-stretch 2x40s/side", 0),
        ("leg-swing 1x12/side", 0),
    ],
)
def test_rest_is_as_written_or_by_effort_and_none_for_prepare_and_reset(
    text: str, seconds: float
) -> None:
    item = item_of(text)
    assert rest_s(item, library()[item.exercise]) == seconds


def test_a_big_lift_rests_as_work_whatever_its_purpose_says() -> None:
    lift = replace(item_of("back-squat 3x5 @7"), purpose=Purpose.PREPARE)
    lunge = replace(item_of("walking-lunge 3x8/side @7"), purpose=Purpose.PREPARE)
    assert rest_s(lift, library()["back-squat"]) == 90
    assert rest_s(lunge, library()["walking-lunge"]) == 0


def test_a_straight_block_is_set_up_once_and_rests_between_its_sets() -> None:
    session = session_of("back-squat 3x5 @7 rest 120")
    assert session_s(session, library()) == 60 + 3 * 15 + 2 * 120


def test_warm_up_sets_take_time() -> None:
    session = session_of("back-squat 3x5 @7 rest 120 warmup 2")
    assert session_s(session, library()) == 60 + 5 * 15 + 4 * 120


@pytest.mark.parametrize("kind", [BlockKind.SUPERSET, BlockKind.CIRCUIT])
def test_a_superset_sets_up_once_an_exercise_and_rests_once_a_round(kind: BlockKind) -> None:
    pair = ("walking-lunge 3x8/side @7 rest 30", "step-up 2x8/side @7 rest 90")
    block = replace(session_of(pair).blocks[0], kind=kind)
    assert block_s(block, library()) == (60 + 3 * 48) + (60 + 2 * 48) + 2 * 90


def test_an_unknown_exercise_takes_time_too() -> None:
    assert session_s(session_of("moon-walk 2x10"), library()) == 60 + 2 * 30 + 60


def test_an_empty_session_takes_no_time() -> None:
    assert session_s(session_of(), library()) == 0


def test_sections_are_timed_alone() -> None:
    session = session_of(*PICTURE)
    assert section_s(session, Section.POWER, library()) == 60 + 3 * 10 + 2 * 60
    assert section_s(session, Section.ACCESSORY, library()) == 0


@given(gym_sessions(of=("back-squat", "walking-lunge", "skater-bound", "unknown")))
def test_the_sections_add_up_to_the_session(session: Session) -> None:
    parts = sum(section_s(session, section, library()) for section in SECTIONS)
    assert parts == pytest.approx(session_s(session, library()))


@given(gym_sessions(of=("back-squat", "walking-lunge", "skater-bound", "unknown")))
def test_whole_minutes_of_the_sections_add_up_to_those_of_the_session(session: Session) -> None:
    minutes = section_minutes(session, library())
    assert sum(minutes.values()) == ceil(session_s(session, library()) / 60)
    for section, whole in minutes.items():
        assert abs(whole - section_s(session, section, library()) / 60) <= 1
