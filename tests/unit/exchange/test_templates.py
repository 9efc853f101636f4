"""Starting points: every one of them is a session one could do today."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hemipelvi_gui.coach.findings import examine, passes
from hemipelvi_gui.domain.library import load_exercises
from hemipelvi_gui.domain.session import Section, items
from hemipelvi_gui.exchange import (
    FileError,
    read,
    sample,
    template_files,
    templates,
    write_templates,
)
from hemipelvi_gui.exchange.formats.hemiplan import Hemiplan
from hemipelvi_gui.paths import resource

if TYPE_CHECKING:
    from pathlib import Path

LIBRARY = load_exercises(resource("exercises"))
FILES = template_files()


def test_there_are_enough_of_both_kinds() -> None:
    assert len(templates("sessions")) >= 8
    assert len(templates("routines")) >= 6
    assert len(templates()) == len(FILES)


def test_names_and_ids_are_there_once() -> None:
    sessions = [bundle.sessions[0] for bundle in templates()]
    assert len({session.id for session in sessions}) == len(sessions)
    assert len({session.name for session in sessions}) == len(sessions)
    assert len({path.name for path in FILES}) == len(FILES)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_template_is_done_within_its_time_and_without_findings(path: Path) -> None:
    (session,) = read(path).sessions
    reading = examine(session, LIBRARY)
    assert passes(reading)
    assert [str(finding.message) for finding in reading.findings] == []
    assert session.minutes is not None
    assert reading.seconds <= session.minutes * 60


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_template_says_what_it_is_for_and_starts_with_preparing(path: Path) -> None:
    (session,) = read(path).sessions
    assert session.blocks[0].section is Section.PREPARE
    assert session.notes.endswith(".")
    assert session.date is None
    for item in items(session):
        exercise = LIBRARY[item.exercise]
        assert item.variant in ("", *(variant.name for variant in exercise.variants))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_template_is_written_as_the_program_writes_it(path: Path) -> None:
    assert Hemiplan().write(read(path)) == path.read_bytes()


def test_most_gym_sessions_lie_in_the_target_band() -> None:
    shares = [
        examine(bundle.sessions[0], LIBRARY).balance.asymmetric_share
        for bundle in templates("sessions")
    ]
    inside = [share for share in shares if share is not None and 0.6 <= share <= 0.85]
    assert all(share is not None and share >= 0.6 for share in shares)
    assert len(inside) > len(shares) / 2


def test_big_lifts_of_templates_are_reset_in_the_same_session() -> None:
    big = [bundle for bundle in templates() if examine(bundle.sessions[0], LIBRARY).big]
    assert len(big) >= 3


def test_the_sample_is_one_of_them() -> None:
    assert sample() in [bundle.sessions[0] for bundle in templates("sessions")]


def test_examples_are_written_and_writing_them_again_changes_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "b"
    written = write_templates(folder)
    assert written == write_templates(folder)
    assert sorted(folder.iterdir()) == sorted(written)
    assert all(read(path) for path in written)


def test_a_file_that_says_something_else_is_never_overwritten(tmp_path: Path) -> None:
    mine = tmp_path / FILES[-1].name
    mine.write_text("mine", encoding="utf-8")
    with pytest.raises(FileError, match="says something else"):
        write_templates(tmp_path)
    assert mine.read_text(encoding="utf-8") == "mine"
    assert list(tmp_path.iterdir()) == [mine]


def test_a_file_in_the_place_of_the_folder_is_a_known_error(tmp_path: Path) -> None:
    place = tmp_path / "file"
    place.touch()
    with pytest.raises(FileError):
        write_templates(place)
