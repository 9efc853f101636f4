"""The lock that lets only one running program write to a data folder."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from hemipelvi_gui.storage.faults import known
from hemipelvi_gui.storage.files import LOCK_NAME

if TYPE_CHECKING:
    from types import TracebackType

PID_DIGITS = 20


@dataclass(frozen=True)
class Lock:
    """The right to write to a data folder: until `release`, the end of a `with`, or a kill."""

    path: Path
    file: BinaryIO

    def release(self) -> None:
        """Give the right back. A second call does nothing."""
        self.file.close()

    def __enter__(self) -> Lock:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.release()


def acquire(folder: Path) -> Lock | None:
    """The lock of a data folder, or None where another program, or this one, holds it.

    Makes the folder. Raises StoreError where the lock file can't be written. The file stays when
    the lock is released: only the system's lock on it counts, and that ends with its process.
    """
    path = folder / LOCK_NAME
    with known(path):
        folder.mkdir(parents=True, exist_ok=True)
        file = os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT, 0o600), "rb+", buffering=0)
        try:
            if not _lock(file.fileno()):
                file.close()
                return None
            file.truncate(0)
            file.write(str(os.getpid()).encode("ascii"))
        except BaseException:
            file.close()
            raise
    return Lock(path, file)


def holder(folder: Path) -> int | None:
    """Process id written by whoever took the lock last, None where nobody has."""
    try:
        return int((folder / LOCK_NAME).read_bytes()[:PID_DIGITS])
    except (OSError, ValueError):
        return None


if sys.platform == "win32":
    import msvcrt

    # Windows lets nobody read a locked byte, so the one that is locked lies far behind the pid.
    LOCKED_BYTE = 1 << 30

    def _lock(handle: int) -> bool:
        os.lseek(handle, LOCKED_BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        finally:
            os.lseek(handle, 0, os.SEEK_SET)
        return True

else:
    import fcntl

    def _lock(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
