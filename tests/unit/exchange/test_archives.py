from __future__ import annotations

import gzip
import io
import os
import struct
import zipfile
from contextlib import suppress
from itertools import chain
from typing import IO, TYPE_CHECKING, cast

import pytest

from hemipelvi_gui.exchange import archives
from hemipelvi_gui.exchange.archives import (
    Budget,
    bounded,
    faults,
    members,
    opened,
    plain_name,
    unpacked,
)
from hemipelvi_gui.exchange.shape import ContentError, FileError
from tests.unit.exchange.damage import changed

if TYPE_CHECKING:
    from pathlib import Path


def zipped(path: Path, files: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path


def contents(path: Path) -> dict[str, bytes]:
    found = {}
    for outer in members(path):
        for member in opened(outer) if outer.name else (outer,):
            with member.open() as packed, unpacked(packed) as stream:
                found[member.name] = stream.read()
    return found


def calm() -> None:
    pass


def test_a_plain_file_is_its_own_only_member(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"a,b")
    assert contents(tmp_path / "a.csv") == {"": b"a,b"}


def test_a_packed_file_is_unpacked(tmp_path: Path) -> None:
    (tmp_path / "a.fit.gz").write_bytes(gzip.compress(b"run"))
    assert contents(tmp_path / "a.fit.gz") == {"": b"run"}


def test_a_folder_is_read_in_the_order_of_its_names(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for name in ("c.csv", "a.csv", "b/d.csv", ".DS_Store", "._a.csv"):
        (tmp_path / name).write_bytes(name.encode())
    assert list(contents(tmp_path)) == ["a.csv", "c.csv", "b/d.csv"]


def test_a_link_in_a_folder_is_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret.csv").write_bytes(b"x")
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "a.csv").write_bytes(b"a")
    (folder / "link.csv").symlink_to(outside / "secret.csv")
    (folder / "links").symlink_to(outside)
    assert list(contents(folder)) == ["a.csv"]


def test_what_is_no_ordinary_file_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(FileError, match="not an ordinary file"):
        list(members(tmp_path / "pipe"))
    with pytest.raises(FileError, match="no such file"):
        list(members(tmp_path / "nowhere"))


def test_an_archive_in_an_archive_is_read_and_a_third_is_not(tmp_path: Path) -> None:
    inner = zipped(tmp_path / "inner.zip", {"x.csv": b"x"})
    outer = zipped(tmp_path / "outer.zip", {"a.csv": b"a", "in.zip": inner.read_bytes()})
    assert contents(outer) == {"a.csv": b"a", "in.zip/x.csv": b"x"}
    third = zipped(tmp_path / "third.zip", {"out.zip": outer.read_bytes()})
    with pytest.raises(FileError, match="inside an archive inside an archive"):
        list(chain.from_iterable(map(opened, chain.from_iterable(map(opened, members(third))))))


def test_a_locked_archive_says_so(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {"a.csv": b"a"})
    content = bytearray(path.read_bytes())
    for sign, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = content.index(sign) + at
        content[place] |= 1
    path.write_bytes(content)
    with pytest.raises(FileError, match="locked with a password"):
        list(members(path))


def test_a_damaged_archive_says_so(tmp_path: Path) -> None:
    whole = zipped(tmp_path / "a.zip", {f"{n}.csv": os.urandom(50) for n in range(20)}).read_bytes()
    path = tmp_path / "cut.zip"
    for size in range(0, len(whole), 97):
        path.write_bytes(whole[:size])
        try:
            list(members(path))
        except FileError as error:
            assert str(error).startswith(str(path))  # noqa: PT017


def test_names_lead_nowhere() -> None:
    assert plain_name("../../etc/passwd") == "etc/passwd"
    assert plain_name("C:\\x\\..\\y.fit") == "C:/x/y.fit"
    assert plain_name("/\u202egnp.exe\n") == "gnp.exe "
    assert plain_name("..") == "?"
    assert len(plain_name("a" * 500)) == archives.LONGEST_NAME


def test_a_bomb_is_refused_long_before_its_end() -> None:
    packed = gzip.compress(bytes(50 * archives.MEGABYTE))
    stream = cast("IO[bytes]", gzip.GzipFile(fileobj=io.BytesIO(packed)))
    with pytest.raises(ContentError, match="far larger unpacked"):
        bounded(stream, archives.MOST_TOTAL, len(packed), Budget(), calm)
    assert stream.tell() < 15 * archives.MEGABYTE


def test_all_of_an_archive_has_a_limit_too() -> None:
    budget = Budget(3 * archives.MEGABYTE)
    piece = os.urandom(archives.MEGABYTE)
    for _ in range(3):
        bounded(io.BytesIO(piece), len(piece), len(piece), budget, calm)
    with pytest.raises(ContentError, match="far larger unpacked"):
        bounded(io.BytesIO(piece), len(piece), len(piece), budget, calm)


def test_a_size_that_an_archive_lies_about_is_found_out(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {"a.csv": b"a" * 1000})
    content = path.read_bytes()
    path.write_bytes(content.replace(struct.pack("<I", 1000), struct.pack("<I", 10)))
    for member in members(path):
        with pytest.raises(FileError), faults(member), member.open() as stream:
            bounded(stream, 100, 10, Budget(), calm)


def test_however_an_archive_is_changed_only_a_file_error_is_raised(tmp_path: Path) -> None:
    whole = zipped(tmp_path / "a.zip", {f"{n}.csv": b"a,b" * 30 for n in range(4)}).read_bytes()
    path = tmp_path / "changed.zip"
    for content in changed(whole, 600):
        path.write_bytes(content)
        with suppress(FileError):
            for member in members(path):
                with faults(member), member.open() as stream:
                    bounded(stream, 1000, 90, Budget(), calm)
