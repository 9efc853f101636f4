"""The log on the pictures is one that a runner could have, and says what the documents say."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sample_files import write_files
from sample_log import BEGUN, sample_log
from sample_weeks import TODAY, sample_weeks

from hemipelvi_gui.coach.verdict import Code, verdict
from hemipelvi_gui.domain.library import load_exercises
from hemipelvi_gui.domain.log_files import Answers
from hemipelvi_gui.domain.settings import Settings
from hemipelvi_gui.exchange.logs import read_logs
from hemipelvi_gui.paths import resource

if TYPE_CHECKING:
    from pathlib import Path

    from hemipelvi_gui.domain.agenda import Agenda
    from hemipelvi_gui.domain.balance import Library
    from hemipelvi_gui.domain.log import Log


@pytest.fixture(scope="module")
def agenda() -> Agenda:
    return sample_weeks()


@pytest.fixture(scope="module")
def log(agenda: Agenda) -> Log:
    return sample_log(agenda)


@pytest.fixture(scope="module")
def library() -> Library:
    return load_exercises(resource("exercises"))


def test_it_is_consistent_with_hurting(log: Log, library: Library) -> None:
    found = verdict(log, library, Settings(), TODAY)
    assert (found.code, found.missing, found.cautions) == (Code.HURTING, (), ())
    assert found.bilateral is not None
    assert found.bilateral.exercise == "trap-bar-deadlift"


def test_it_is_the_same_every_time(agenda: Agenda, log: Log) -> None:
    assert sample_log(agenda) == log


def test_nothing_in_it_is_unknown_or_still_to_come(
    agenda: Agenda, log: Log, library: Library
) -> None:
    kinds = (log.diary, log.done_runs, log.check_ins, log.home_tests)
    assert all(BEGUN <= each.date < TODAY for kind in kinds for each in kind.values())
    assert {each.session for each in log.diary.values()} - {""} <= set(agenda.sessions)
    assert {each.run for each in log.done_runs.values()} - {""} <= set(agenda.runs)
    used = {item.exercise for each in log.diary.values() for item in each.items}
    assert used <= set(library)


def test_the_files_made_of_it_can_be_read(log: Log, tmp_path: Path) -> None:
    sets, runs = read_logs(write_files(tmp_path, log), Answers(), lambda _part: None)
    assert sets.log is not None
    assert runs.log is not None
    assert (sets.log.format, runs.log.format) == ("strong", "garmin")
    assert not sets.log.skipped
    assert not runs.log.skipped
    assert len(runs.log.runs) == len(log.done_runs)
    assert {each.heart_rate for each in runs.log.runs} == {
        each.heart_rate for each in log.done_runs.values()
    }
