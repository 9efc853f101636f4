"""Logs of other programs out of files, folders and archives: each file with what it says.

A file is recognised by its content. One that can't be read does not stop the others.
"""

from __future__ import annotations

from typing import IO, TYPE_CHECKING, NamedTuple

from hemipelvi_gui.domain.log_files import OTHERS, ReadLog, Skipped
from hemipelvi_gui.domain.text import translate
from hemipelvi_gui.exchange.archives import (
    MEGABYTE,
    MOST_NESTED,
    TOO_DEEP,
    UNLOCK,
    ZIPS,
    Budget,
    Member,
    bounded,
    fault,
    faults,
    members,
    opened,
    too_large,
    unpacked,
)
from hemipelvi_gui.exchange.formats.fit import Fit
from hemipelvi_gui.exchange.formats.fitnotes import FitNotes
from hemipelvi_gui.exchange.formats.garmin import Garmin
from hemipelvi_gui.exchange.formats.gpx import Gpx
from hemipelvi_gui.exchange.formats.hevy import Hevy
from hemipelvi_gui.exchange.formats.strava import Strava
from hemipelvi_gui.exchange.formats.strong import Strong
from hemipelvi_gui.exchange.formats.stronglifts import StrongLifts
from hemipelvi_gui.exchange.formats.tcx import Tcx
from hemipelvi_gui.exchange.log_shape import Cancelled, LogReader, Tick
from hemipelvi_gui.exchange.shape import ContentError, FileError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from hemipelvi_gui.domain.log_files import Answers

# Asked in this order: what has a sign of its own first, then the tables.
LOG_READERS: tuple[LogReader, ...] = (
    Fit(),
    Tcx(),
    Gpx(),
    Strava(),
    Garmin(),
    Hevy(),
    FitNotes(),
    StrongLifts(),
    Strong(),
)
HEAD = 1 << 16
MOST_BYTES = 128 * MEGABYTE
# A day's run with everything a watch can write is some 10 MB.
MOST_BY_FORMAT = {"fit": 64 * MEGABYTE, "gpx": 64 * MEGABYTE}

UNKNOWN = translate("LogFile", "this is no log that Hemipelvi can read.")
READS = translate(
    "LogFile",
    "It reads {names}, and folders and zip archives of these.",
    names=", ".join(each.name for each in LOG_READERS),
)
NO_LOG = translate("LogFile", "there is no log in it that Hemipelvi can read.")
EMPTY = translate("LogFile", "the file is empty.")
BROKEN = translate("LogFile", "it is not built as such a file is.")
TOO_MUCH = translate("LogFile", "this computer has not enough memory for it.")


class LogFile(NamedTuple):
    """A file and what it says, or why it can't be read.

    `path` is the file, or the folder or archive with `member` as the name inside it; "" for a file
    alone.
    """

    path: Path
    member: str
    log: ReadLog | None
    error: FileError | None


def read_logs(paths: Sequence[Path], answers: Answers, tick: Tick) -> list[LogFile]:
    """What files, folders and archives say; raises only what `tick` raises.

    `tick` hears of the progress over everything, and often: reading can be called off at any time.
    """
    found: list[LogFile] = []
    for number, path in enumerate(paths):
        share = 1 / len(paths)
        reading = _Reading(answers, tick, number * share, share)
        found += reading.all_of(path)
    tick(1.0)
    return found


class _Reading:
    """The reading of one path. `at` and `share` are its place in the whole progress."""

    def __init__(self, answers: Answers, tick: Tick, at: float, share: float) -> None:
        self._answers, self._tick = answers, tick
        self._at, self._share = at, share
        self._budget = Budget()
        self._done = 0
        self._total = 1

    def all_of(self, path: Path) -> list[LogFile]:
        """Every log under the path; what is no log is counted, unless it was chosen itself."""
        self._tick(self._at)
        found: list[LogFile] = []
        others = 0
        try:
            self._total = _size(path)
            for member in members(path):
                for each in self._inside(member):
                    if member.name and each.log is None and each.error is None:
                        others += 1
                    else:
                        found.append(_said(each))
        except FileError as error:
            found.append(LogFile(path, "", None, error))
        if not found:
            return [LogFile(path, "", None, FileError(path, NO_LOG, advice=READS))]
        if others:
            reason = translate("LogFile", "{count} files in it are no logs.", count=others)
            if others == 1:
                reason = translate("LogFile", "1 file in it is no log.")
            log = ReadLog(OTHERS, others, skipped=(Skipped(0, reason),) * others)
            found.append(LogFile(path, "", log, None))
        return found

    def _inside(self, member: Member) -> Iterator[LogFile]:
        """The member or, where it is an archive in another, what is in that."""
        try:
            for each in opened(member) if member.name else (member,):
                yield self._one(each)
        except FileError as error:
            yield LogFile(member.path, member.name, None, error)

    def _one(self, member: Member) -> LogFile:
        """What one member says; neither a log nor an error where it is no log at all."""
        path, name = member.path, member.name
        self._hear(member, 0.0)
        try:
            with faults(member), member.open() as packed, unpacked(packed) as stream:
                head = stream.read(HEAD)
                if not head and not name:
                    raise ContentError(EMPTY)
                if member.depth >= MOST_NESTED and head.startswith(ZIPS):
                    raise ContentError(TOO_DEEP, advice=UNLOCK)
                reader = next((each for each in LOG_READERS if each.recognises(head)), None)
                if reader is None:
                    return LogFile(path, name, None, None)
                content = self._content(member, reader, head, stream)
            log = self._log(member, reader, content)
        except FileError as error:
            return LogFile(path, name, None, error)
        finally:
            self._done += member.size
        return LogFile(path, name, log, None)

    def _content(self, member: Member, reader: LogReader, head: bytes, stream: IO[bytes]) -> bytes:
        most = MOST_BY_FORMAT.get(reader.key, MOST_BYTES)
        if member.size > most:
            raise too_large(most)
        rest = bounded(
            stream, most - len(head), member.size, self._budget, lambda: self._hear(member, 0.0)
        )
        return head + rest

    def _log(self, member: Member, reader: LogReader, content: bytes) -> ReadLog:
        try:
            return reader.read(content, self._answers, lambda part: self._hear(member, part))
        except ContentError as refusal:
            raise fault(member, refusal.reason, refusal.where, refusal.advice) from refusal
        except Cancelled:
            raise
        except MemoryError as error:
            raise fault(member, TOO_MUCH) from error
        except Exception as error:
            # A file no one thought of must not keep the others from being read.
            raise fault(member, BROKEN) from error

    def _hear(self, member: Member, part: float) -> None:
        done = min((self._done + member.size * part) / self._total, 1.0)
        self._tick(self._at + self._share * done)


def _said(file: LogFile) -> LogFile:
    """A file that is neither read nor refused yet is one that nothing can read."""
    if file.log is None and file.error is None:
        return file._replace(error=FileError(file.path, UNKNOWN, advice=READS))
    return file


def _size(path: Path) -> int:
    try:
        if not path.is_dir():
            return max(path.stat().st_size, 1)
        return max(sum(each.size for each in members(path)), 1)
    except (OSError, ValueError):
        return 1
