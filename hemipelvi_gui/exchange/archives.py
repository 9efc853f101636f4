"""Folders, zip archives and packed files as a list of members, each read within limits.

Nothing is unpacked to the disk. What would be too large is refused before it is read: by its size,
by how much more it becomes than it was, and by what a whole archive becomes. A link inside a folder
is not followed. One archive in another is read, a third is not.
"""

from __future__ import annotations

import gzip
import io
import os
import stat
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from lzma import LZMAError
from pathlib import Path
from struct import error as StructError  # noqa: N812  its own name says too little
from typing import IO, cast

from hemipelvi_gui.domain.text import Text, translate
from hemipelvi_gui.exchange.files import content_of, reason_of
from hemipelvi_gui.exchange.shape import ContentError, FileError, shown

MEGABYTE = 2**20
PIECE = MEGABYTE
MOST_MEMBERS = 50_000
MOST_TOTAL = 4096 * MEGABYTE
MOST_ARCHIVE = 256 * MEGABYTE  # of an archive inside another: it has to be held in memory
MOST_RATIO = 200
SMALL = MEGABYTE  # below this nobody minds how well it was packed
MOST_NESTED = 2
LONGEST_NAME = 120
ZIPS = (b"PK\x03\x04", b"PK\x05\x06")
GZIP = b"\x1f\x8b"
ENCRYPTED = 0x1
PASSED_OVER = frozenset(("__MACOSX", ".DS_Store", "Thumbs.db", "desktop.ini"))

LOCKED = translate("LogFile", "it is locked with a password.")
UNLOCK = translate("LogFile", "Unpack it yourself and choose the folder.")
UNHEARD = translate("LogFile", "it is packed in a way that can't be read here.")
DAMAGED = translate("LogFile", "the archive is damaged or cut off.")
AGAIN = translate("LogFile", "Ask for it again, or unpack it yourself and choose the folder.")
BOMB = translate("LogFile", "it becomes far larger unpacked than any log.")
TOO_MANY = translate("LogFile", "it holds more than {most} files.", most=f"{MOST_MEMBERS:,}")
TOO_DEEP = translate("LogFile", "an archive inside an archive inside an archive is not read.")
# What the standard library lets through for archives that are damaged.
FAULTS = (
    zipfile.BadZipFile,
    zlib.error,
    LZMAError,
    StructError,
    EOFError,
    OverflowError,
    LookupError,
    ValueError,
    RuntimeError,
)


@dataclass
class Budget:
    """How much may still be unpacked, all in all."""

    left: int = MOST_TOTAL

    def take(self, size: int) -> None:
        """Use some of it up. Raises ContentError where nothing is left."""
        self.left -= size
        if self.left < 0:
            raise ContentError(BOMB, advice=UNLOCK)


@dataclass(frozen=True)
class Member:
    """One file to be read: `path` is what was chosen, `name` what it is called inside that or "".

    `size` is what it takes on the disk, `open` opens it. `depth` counts the archives about it.
    """

    path: Path
    name: str
    size: int
    open: Callable[[], IO[bytes]]
    depth: int = 0


def members(path: Path) -> Iterator[Member]:
    """All files under a path, in the order of their names. Raises FileError."""
    try:
        about = path.stat()
        if stat.S_ISDIR(about.st_mode):
            yield from _folder(path)
            return
        if not stat.S_ISREG(about.st_mode):
            raise FileError(path, translate("LogFile", "this is not an ordinary file."))
    except (OSError, ValueError):
        content_of(path)  # says why, in the words that are used for all files
        raise
    member = Member(path, "", about.st_size, lambda: path.open("rb"))
    yield from opened(member)


def opened(member: Member) -> Iterator[Member]:
    """The member itself or, where it is an archive, what is in it. Raises FileError."""
    with faults(member):
        with member.open() as stream:
            start = stream.read(4)
        if not start.startswith(ZIPS):
            yield member
            return
        if member.depth >= MOST_NESTED:
            raise ContentError(TOO_DEEP, advice=UNLOCK)
        source: Path | IO[bytes] = member.path
        if member.name:
            with member.open() as stream:
                source = io.BytesIO(bounded(stream, MOST_ARCHIVE, member.size, Budget(), _calm))
        with zipfile.ZipFile(source) as archive:
            yield from _zip(member, archive)


def _zip(member: Member, archive: zipfile.ZipFile) -> Iterator[Member]:
    files = [each for each in archive.infolist() if not each.is_dir() and _counts(each.filename)]
    if len(files) > MOST_MEMBERS:
        raise ContentError(TOO_MANY, advice=UNLOCK)
    if any(each.flag_bits & ENCRYPTED for each in files):
        raise ContentError(LOCKED, advice=UNLOCK)
    for each in sorted(files, key=lambda info: info.filename):
        inside = plain_name(each.filename)
        name = f"{member.name}/{inside}" if member.name else inside

        def open_member(info: zipfile.ZipInfo = each) -> IO[bytes]:
            return archive.open(info)

        yield Member(member.path, name, max(each.compress_size, 1), open_member, member.depth + 1)


def _folder(path: Path) -> Iterator[Member]:
    count = 0

    def refuse(error: OSError) -> None:
        # A folder further down that nobody may look into does not stop the others.
        if not count and error.filename == str(path):
            raise FileError(path, reason_of(error))

    for folder, folders, files in os.walk(path, onerror=refuse, followlinks=False):
        folders[:] = sorted(each for each in folders if not each.startswith("."))
        for name in sorted(files):
            file = Path(folder) / name
            if not _counts(name) or file.is_symlink() or not file.is_file():
                continue
            count += 1
            if count > MOST_MEMBERS:
                raise FileError(path, TOO_MANY)

            def open_file(file: Path = file) -> IO[bytes]:
                return file.open("rb")

            inside = plain_name(file.relative_to(path).as_posix())
            yield Member(path, inside, max(file.stat().st_size, 1), open_file)


@contextmanager
def faults(member: Member) -> Iterator[None]:
    """Turn what can go wrong with an archive into a FileError that names the member."""
    try:
        yield
    except ContentError as refusal:
        raise fault(member, refusal.reason, refusal.where, refusal.advice) from refusal
    except NotImplementedError as error:  # what zipfile says to a compression it does not know
        raise fault(member, UNHEARD, "", UNLOCK) from error
    except OSError as error:
        if isinstance(error, gzip.BadGzipFile):
            raise fault(member, DAMAGED, "", AGAIN) from error
        raise fault(member, reason_of(error)) from error
    except FAULTS as error:
        raise fault(member, DAMAGED, "", AGAIN) from error


def fault(
    member: Member, reason: Text, where: Text | str = "", advice: Text | str = ""
) -> FileError:
    """What is wrong with a member, under the path that a person knows it by."""
    return FileError(member.path / member.name, reason, where, advice)


def unpacked(stream: IO[bytes]) -> IO[bytes]:
    """The stream itself or, where it is packed with gzip, what it becomes."""
    start = stream.read(2)
    stream.seek(0)
    if start != GZIP:
        return stream
    return cast("IO[bytes]", gzip.GzipFile(fileobj=stream))


def bounded(
    stream: IO[bytes], most: int, packed: int, budget: Budget, tick: Callable[[], None]
) -> bytes:
    """All of a stream, in pieces. Raises ContentError for what is too large, before it is read."""
    pieces: list[bytes] = []
    size = 0
    while piece := stream.read(PIECE):
        pieces.append(piece)
        size += len(piece)
        if size > most:
            raise too_large(most)
        if size > SMALL and size > MOST_RATIO * packed:
            raise ContentError(BOMB, advice=UNLOCK)
        budget.take(len(piece))
        tick()
    return b"".join(pieces)


def too_large(most: int) -> ContentError:
    """What is said of a file that is more than `most` bytes long."""
    return ContentError(
        translate(
            "LogFile",
            "it is larger than {most} MB, and no such log is.",
            most=most // MEGABYTE,
        ),
        advice=translate("LogFile", "It is probably something else. Choose another file."),
    )


def plain_name(name: str) -> str:
    """A member's name to be shown: it leads nowhere, and turns no line around."""
    parts = name.replace("\\", "/").split("/")
    kept = [each for each in parts if each not in ("", ".", "..")]
    return shown("/".join(kept), LONGEST_NAME) or "?"


def _counts(name: str) -> bool:
    parts = set(name.replace("\\", "/").split("/"))
    return not parts & PASSED_OVER and not name.rpartition("/")[2].startswith("._")


def _calm() -> None:
    """Nobody waits for an archive that is opened."""
