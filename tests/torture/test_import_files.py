"""Imports of files that are traps, that change meanwhile, or that no disk has room for."""

from __future__ import annotations

import gzip
import io
import os
import stat
import time
import zipfile
from random import Random
from shutil import copyfile
from typing import TYPE_CHECKING

import pytest

from hemipelvi_gui.domain.log_files import Answers
from hemipelvi_gui.exchange.archives import MOST_MEMBERS
from hemipelvi_gui.exchange.logs import read_logs
from hemipelvi_gui.storage.files import NAME
from tests.torture.conftest import fill_up
from tests.torture.log_damage import SAMPLES, bring, check_said, stored
from tests.unit.exchange.fit_files import activity

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.torture.conftest import Start

posix = pytest.mark.skipif("sys.platform == 'win32'", reason="needs POSIX")
STRONG = SAMPLES / "strong-no-notes.csv"
CLASSIC = SAMPLES / "strong-classic.csv"
RUN = SAMPLES / "run-fenix5.fit"
MEGABYTE = 2**20


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """The runner's folder, which has a log in it already."""
    folder = tmp_path / "home"
    bring(folder, SAMPLES / "hevy.csv")
    return folder


def archive(path: Path, members: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in members.items():
            made.writestr(name, content)
    return path


def too_well_packed(path: Path) -> str:
    archive(path, {"strong.csv": STRONG.read_bytes() + b"\n" * (100 * MEGABYTE)})
    return "far larger unpacked"


def packed_twice(path: Path) -> str:
    content = gzip.compress(STRONG.read_bytes() + b"\n" * (100 * MEGABYTE))
    archive(path, {"strong.csv.gz": content})
    return "far larger unpacked"


def too_many(path: Path) -> str:
    archive(path, {f"{number}.fit": b"" for number in range(MOST_MEMBERS + 1)})
    return "more than 50,000 files"


def nested(path: Path) -> str:
    content = STRONG.read_bytes()
    for _ in range(3):
        inner = io.BytesIO()
        with zipfile.ZipFile(inner, "w") as made:
            made.writestr("inner.zip", content)
        content = inner.getvalue()
    path.write_bytes(content)
    return "an archive inside an archive inside an archive"


def itself(path: Path) -> str:
    """Its own members overlap: one part of the file, named a thousand times."""
    archive(path, {f"{number:03}.csv": STRONG.read_bytes() for number in range(2)})
    content = path.read_bytes()
    # The second is said to lie where the first does.
    at = content.rindex(b"PK\x01\x02")
    path.write_bytes(content[: at + 42] + bytes(4) + content[at + 46 :])
    return "damaged"


def lying(path: Path) -> str:
    """It says that it becomes four gigabytes less one."""
    content = bytearray(archive(path, {"strong.csv": STRONG.read_bytes()}).read_bytes())
    at = content.rindex(b"PK\x01\x02")
    content[at + 24 : at + 28] = b"\xff\xff\xff\xfe"
    path.write_bytes(content)
    return ""


def locked(path: Path) -> str:
    content = bytearray(archive(path, {"strong.csv": STRONG.read_bytes()}).read_bytes())
    content[content.rindex(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(content)
    return "locked with a password"


@pytest.mark.parametrize(
    "trap", [too_well_packed, packed_twice, too_many, nested, itself, lying, locked]
)
def test_an_archive_that_is_a_trap_is_refused_and_nothing_changes(
    trap: Callable[[Path], str], home: Path, tmp_path: Path
) -> None:
    path = tmp_path / "export.zip"
    said = trap(path)
    before = stored(home)
    found = bring(home, path)
    check_said(found)
    if said:
        assert found.code == 2
        assert said in found.faults
        names = {each["file"] for each in found.reports if each["stored"]}
        assert names <= {f"{path}/000.csv"}
    if not any(each["stored"] for each in found.reports):
        assert stored(home) == before


def test_a_member_leads_out_of_no_archive(home: Path, tmp_path: Path) -> None:
    names = ("../../evil.csv", "/etc/evil.csv", "..\\evil.csv", "a\u202evsc.csv", "\n\r.csv")
    path = archive(tmp_path / "export.zip", dict.fromkeys(names, STRONG.read_bytes()))
    link = zipfile.ZipInfo("link.csv")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(path, "a") as made:
        made.writestr(link, str(STRONG))
    there = sorted(tmp_path.rglob("*"))
    found = bring(home, path)
    check_said(found)
    assert sorted(tmp_path.rglob("*")) == there
    assert all(
        each["file"].startswith(str(path)) and ".." not in each["file"] for each in found.reports
    )
    # What the link leads to is not read.
    assert sum(each["stored"] for each in found.reports) == 250


def test_a_fit_file_of_300_megabytes_is_refused_at_once(home: Path, tmp_path: Path) -> None:
    path = tmp_path / "large.fit"
    with path.open("wb") as file:
        file.write(activity())
        file.truncate(300 * MEGABYTE)
    found = bring(home, path)
    assert found.code == 2
    assert "larger than 64 MB" in found.faults


@posix
def test_what_is_no_file_is_not_waited_for(home: Path, tmp_path: Path) -> None:
    folder = tmp_path / "logs"
    (folder / "deep").mkdir(parents=True)
    (folder / "deep" / "round").symlink_to(folder, target_is_directory=True)
    (folder / "itself.csv").symlink_to(folder / "itself.csv")
    os.mkfifo(folder / "pipe.csv")
    copyfile(STRONG, folder / "deep" / "mine.csv")
    found = bring(home, folder)
    assert (found.code, [each["stored"] for each in found.reports]) == (0, [250])
    for path in (folder / "pipe.csv", folder / "itself.csv", tmp_path / "gone.csv"):
        found = bring(home, path)
        check_said(found)
        assert found.code == 2


@posix
def test_what_nobody_may_read_is_named_and_the_rest_is_stored(
    public_folder: Path, start: Start
) -> None:
    logs, home = public_folder / "logs", public_folder / "home"
    logs.mkdir()
    home.mkdir()
    public_folder.chmod(0o777)
    home.chmod(0o777)
    for name, mode in (("closed.csv", 0o000), ("open.csv", 0o644)):
        copyfile(STRONG, logs / name)
        (logs / name).chmod(mode)
    (logs / "shut").mkdir(mode=0o000)
    logs.chmod(0o755)
    lines, errors = start("bring_in_as_nobody", home).communicate()
    assert lines.splitlines() == ["storing", "2"]
    assert "closed.csv: this system doesn't allow it." in errors
    assert "Traceback" not in errors
    assert len(stored(home).log.diary) == 15


def test_a_file_that_changes_while_it_is_read_breaks_nothing(home: Path, tmp_path: Path) -> None:
    path = tmp_path / "mine.csv"
    content = CLASSIC.read_bytes() * 2
    harms: tuple[Callable[[], object], ...] = (
        lambda: path.write_bytes(b""),
        lambda: path.write_bytes(content[: len(content) // 3]),
        lambda: path.write_bytes(bytes(len(content))),
        lambda: path.write_bytes(content * 5),
        lambda: path.unlink(missing_ok=True),
        lambda: path.rename(path.with_suffix(".gone")),
    )
    for harm in harms:
        for moment in (1, 2, 3, 5):
            path.write_bytes(content)
            heard = 0

            def tick(_part: float) -> None:
                nonlocal heard
                heard += 1
                if heard == moment:  # noqa: B023  called before it goes on
                    harm()  # noqa: B023

            (found,) = read_logs([path], Answers(), tick)
            assert (found.log is None) != (found.error is None)
            assert found.log is None or found.log.rows
    assert stored(home).log.diary


def test_an_import_that_the_disk_has_no_room_for_stores_nothing_and_goes_in_later(
    small_disk: Path,
) -> None:
    home = small_disk / "home"
    bring(home, STRONG)
    before = stored(home)
    fill_up(small_disk)
    found = bring(home, CLASSIC)
    assert found.code == 2
    assert "full" in found.faults
    (small_disk / "ballast").unlink()
    assert stored(home) == before
    assert bring(home, STRONG).reports[0]["stored"] == 0
    assert bring(home, RUN).reports[0]["stored"] == 1


@posix
def test_an_import_that_is_killed_stores_all_or_nothing(tmp_path: Path, start: Start) -> None:
    (tmp_path / "logs").mkdir()
    copyfile(CLASSIC, tmp_path / "logs" / "classic.csv")
    copyfile(RUN, tmp_path / "logs" / "run.fit")
    whole = tmp_path / "whole"
    bring(whole, tmp_path / "logs")
    expected = stored(whole)
    chance = Random(3)
    outcomes: list[bool] = []
    for number in range(5):
        home = tmp_path / str(number)
        bring(home, STRONG)
        before = stored(home)
        process = start("bring_in", home)
        assert process.stdout is not None
        assert process.stdout.readline() == "storing\n"
        time.sleep(chance.random() / 20 * number / 3)
        process.kill()
        process.wait()
        after = stored(home)
        outcomes.append(after == before)
        if after != before:
            assert after.log.diary.items() >= expected.log.diary.items()
        bring(home, tmp_path / "logs")
        again = stored(home)
        assert again.log.diary.items() >= expected.log.diary.items()
        assert again.log.done_runs == expected.log.done_runs
        assert [each.name for each in home.iterdir() if each.suffix == ".sqlite"] == [NAME]
    assert outcomes[0]
