"""Bytes in and out of the disk: never more than a plan can be, and never half a file."""

from __future__ import annotations

import errno
import os
import stat
from contextlib import suppress
from typing import TYPE_CHECKING
from uuid import uuid4

from hemipelvi_gui.domain.text import Text, translate
from hemipelvi_gui.exchange.shape import FileError

if TYPE_CHECKING:
    from pathlib import Path

MOST_BYTES = 32 * 2**20
MEGABYTE = 2**20

REASONS = {
    errno.ENOENT: translate("PlanFile", "there is no such file or folder."),
    errno.EACCES: translate("PlanFile", "this system doesn't allow it."),
    errno.EPERM: translate("PlanFile", "this system doesn't allow it."),
    errno.EROFS: translate("PlanFile", "the disk can only be read."),
    errno.ENOSPC: translate("PlanFile", "the disk is full."),
    errno.EFBIG: translate("PlanFile", "the disk takes no file of this size."),
    errno.ENAMETOOLONG: translate("PlanFile", "the name is too long for this system."),
    errno.EISDIR: translate("PlanFile", "this is a folder."),
    errno.ENOTDIR: translate("PlanFile", "there is no such file or folder."),
}
if hasattr(errno, "EDQUOT"):
    REASONS[errno.EDQUOT] = REASONS[errno.ENOSPC]
LOOK = translate("PlanFile", "Check how its name and its folder are spelt.")
CHOOSE = translate("PlanFile", "Choose another file.")
NOT_THERE = frozenset({errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG})


def content_of(path: Path) -> bytes:
    """All bytes of an ordinary file. Raises FileError, at once for one that is far too large."""
    try:
        about = path.stat()
        if stat.S_ISDIR(about.st_mode):
            raise IsADirectoryError(errno.EISDIR, "")
        if not stat.S_ISREG(about.st_mode):
            raise FileError(path, translate("PlanFile", "this is not an ordinary file."))
        if about.st_size > MOST_BYTES:
            raise _too_large(path, about.st_size)
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise FileError(path, reason_of(error), advice=_advice(error)) from error
    except ValueError as error:  # a NUL in the name
        raise FileError(path, REASONS[errno.ENOENT], advice=LOOK) from error
    if len(content) > MOST_BYTES:
        raise _too_large(path, len(content))
    return content


def replace_file(path: Path, content: bytes) -> None:
    """Put `content` in the place of `path`: all of it or, with a FileError, nothing."""
    try:
        target = path.resolve() if path.is_symlink() else path
        temporary = target.parent / f".{uuid4().hex}.tmp"
    except (OSError, RuntimeError) as error:  # a link that leads to itself
        raise FileError(path, REASONS[errno.ENOENT]) from error
    try:
        with temporary.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        with suppress(OSError):
            temporary.chmod(stat.S_IMODE(target.stat().st_mode))
        temporary.replace(target)
        _sync_folder(target.parent)
    except OSError as error:
        raise FileError(
            path,
            reason_of(error),
            advice=translate(
                "PlanFile", "What was there before is unchanged. Choose another folder."
            ),
        ) from error
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


def reason_of(error: OSError) -> Text:
    """Plain words for what the system says."""
    known = REASONS.get(error.errno or 0)
    return known or translate("PlanFile", "the system says: {what}.", what=error.strerror or error)


def _advice(error: OSError) -> Text:
    """What to do where a file can't be read."""
    return LOOK if error.errno in NOT_THERE else CHOOSE


def _sync_folder(folder: Path) -> None:
    """Have the new name on the disk too. Some systems can't open a folder and need no such call."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _too_large(path: Path, size: int) -> FileError:
    return FileError(
        path,
        translate(
            "PlanFile",
            "{size} MB is more than a plan file can have ({most} MB).",
            size=-(-size // MEGABYTE),
            most=MOST_BYTES // MEGABYTE,
        ),
        advice=translate("PlanFile", "It is probably something else. Choose another file."),
    )
