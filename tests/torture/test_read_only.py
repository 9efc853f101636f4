from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from hemipelvi_gui.domain.session import Session
from hemipelvi_gui.storage import open_store
from hemipelvi_gui.storage.files import NAME

if TYPE_CHECKING:
    from pathlib import Path

    from tests.torture.conftest import Start

pytestmark = pytest.mark.skipif("sys.platform == 'win32'", reason="needs POSIX")


def outcome(start: Start, program: str, folder: Path) -> list[str]:
    lines, errors = start(program, folder).communicate()
    assert errors == ""
    return [line.split(":")[0] for line in lines.splitlines()]


def test_a_read_only_folder_is_named(public_folder: Path, start: Start) -> None:
    public_folder.chmod(0o555)
    assert outcome(start, "as_nobody", public_folder) == ["read-only", "read-only"]
    assert list(public_folder.iterdir()) == []


def test_a_store_in_a_read_only_folder_is_left_as_it_is(public_folder: Path, start: Start) -> None:
    open_store(public_folder).close()
    path = public_folder / NAME
    path.chmod(0o666)
    public_folder.chmod(0o555)
    before = path.read_bytes()
    assert outcome(start, "as_nobody", public_folder) == ["read-only", "read-only"]
    assert path.read_bytes() == before


def test_a_read_only_file_is_left_as_it_is(public_folder: Path, start: Start) -> None:
    open_store(public_folder).close()
    path = public_folder / NAME
    path.chmod(0o444)
    public_folder.chmod(0o777)
    before = path.read_bytes()
    assert outcome(start, "as_nobody", public_folder) == ["read-only", "locked"]
    assert path.read_bytes() == before


def test_a_file_that_may_not_even_be_read_is_named(public_folder: Path, start: Start) -> None:
    open_store(public_folder).close()
    (public_folder / NAME).chmod(0o000)
    public_folder.chmod(0o777)
    assert outcome(start, "as_nobody", public_folder) == ["unreadable", "locked"]


def test_no_folder_can_be_made_in_a_read_only_one(public_folder: Path, start: Start) -> None:
    public_folder.chmod(0o555)
    inner = public_folder / "share" / "hemipelvi"
    assert outcome(start, "as_nobody", inner) == ["read-only", "read-only"]


def test_a_folder_that_nobody_else_may_look_into_is_named(
    public_folder: Path, start: Start
) -> None:
    open_store(public_folder).close()
    public_folder.chmod(0o600)
    found = outcome(start, "as_nobody", public_folder)
    assert set(found) <= {"read-only", "unreadable"}
    public_folder.chmod(0o755)


def test_a_store_that_is_taken_away_loses_nothing(tmp_path: Path, start: Start) -> None:
    process = start("save_until_taken_away", tmp_path)
    assert process.stdout is not None
    assert process.stdout.readline() == "1\n"
    (tmp_path / NAME).rename(tmp_path / "taken.sqlite")
    lines, errors = process.communicate("now\n")
    assert errors == ""
    assert lines.splitlines()[0].startswith("unreadable: ")
    (tmp_path / "taken.sqlite").rename(tmp_path / NAME)
    with closing(open_store(tmp_path)) as store:
        assert store.sessions() == [Session("1", "Before")]
