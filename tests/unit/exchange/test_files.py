"""Writing: the whole file or nothing."""

from __future__ import annotations

import stat
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from hemipelvi_gui.domain.bundle import Bundle
from hemipelvi_gui.domain.prescription import Prescription
from hemipelvi_gui.domain.session import Block, BlockKind, Item, Section, Session
from hemipelvi_gui.exchange import FileError, read, write
from hemipelvi_gui.exchange.files import replace_file

if TYPE_CHECKING:
    from pathlib import Path

PLAN = Bundle(deleted={"gone": 2})
ITEM = Item("i", "a-skip", Prescription())


def test_nothing_but_the_file_is_left_in_the_folder(tmp_path: Path) -> None:
    write(tmp_path / "a.hemiplan", PLAN)
    write(tmp_path / "a.hemiplan", PLAN)
    assert [path.name for path in tmp_path.iterdir()] == ["a.hemiplan"]


def test_a_name_as_long_as_the_system_allows_can_be_written(tmp_path: Path) -> None:
    path = tmp_path / ("n" * 246 + ".hemiplan")
    write(path, PLAN)
    assert read(path) == PLAN


def test_a_failed_write_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.hemiplan"
    write(path, PLAN)
    before = path.read_bytes()

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(FileError, match="the disk is full") as caught:
        write(path, Bundle())
    assert "unchanged" in str(caught.value.advice)
    assert path.read_bytes() == before
    assert [each.name for each in tmp_path.iterdir()] == ["a.hemiplan"]


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="there is no such file or folder"):
        write(tmp_path / "none" / "a.hemiplan", PLAN)


def test_a_folder_in_the_place_of_the_file_is_left_alone(tmp_path: Path) -> None:
    place = tmp_path / "a.hemiplan"
    place.mkdir()
    with pytest.raises(FileError):
        write(place, PLAN)
    assert [each.name for each in tmp_path.iterdir()] == ["a.hemiplan"]


@pytest.mark.skipif(sys.platform == "win32", reason="links and modes are others there")
def test_a_link_stays_a_link_and_a_mode_stays_a_mode(tmp_path: Path) -> None:
    target, link = tmp_path / "real.hemiplan", tmp_path / "link.hemiplan"
    write(target, Bundle())
    target.chmod(0o640)
    link.symlink_to(target)
    write(link, PLAN)
    assert link.is_symlink()
    assert read(target) == PLAN
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


@pytest.mark.skipif(sys.platform == "win32", reason="links are others there")
def test_a_link_to_itself_is_a_known_error(tmp_path: Path) -> None:
    loop = tmp_path / "loop.hemiplan"
    loop.symlink_to(loop)
    with pytest.raises(FileError):
        replace_file(loop, b"")
    with pytest.raises(FileError):
        read(loop)


@pytest.mark.parametrize(
    "session",
    [
        Session("s", "half a letter \ud800"),
        Session("s", "not a number", extra={"x": float("nan")}),
        Session("s", "no JSON", extra={"x": object()}),
        Session("s", "a superset of one", (Block("b", Section.POWER, (ITEM,), BlockKind.CIRCUIT),)),
        Session(
            "s",
            "too many sets",
            (Block("b", Section.POWER, (replace(ITEM, prescription=Prescription(sets=99)),)),),
        ),
    ],
    ids=lambda session: session.name.split("\ud800")[0],
)
def test_what_could_not_be_read_again_is_not_written(tmp_path: Path, session: Session) -> None:
    path = tmp_path / "a.hemiplan"
    with pytest.raises(FileError):
        write(path, Bundle((session,)))
    assert not path.exists()
