"""Files that are written whole or not at all.

QSaveFile reported success on a full disk and left a truncated file, so this is done by hand:
a temporary file beside the target, fsync, then one rename.
"""

from __future__ import annotations

import errno
import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from hemipelvi_gui.domain.errors import KnownError
from hemipelvi_gui.domain.text import Text, translate

if TYPE_CHECKING:
    from collections.abc import Mapping


def replace_files(contents: Mapping[Path, bytes]) -> None:
    """Write every file, then put them in place. Raises KnownError; then old files are as before."""
    written: list[tuple[Path, Path]] = []
    path = Path()
    try:
        for path, content in contents.items():
            if path.is_dir():
                raise IsADirectoryError(errno.EISDIR, "is a folder")
            written.append((_temporary(path), path))
            _write(written[-1][0], content)
        while written:
            path = written[0][1]
            written[0][0].replace(path)
            written.pop(0)
    except OSError as error:
        raise KnownError(
            translate("Files", "{path} could not be written.", path=path), _advice(error)
        ) from error
    finally:
        for temporary, _ in written:
            temporary.unlink(missing_ok=True)


def _temporary(path: Path) -> Path:
    handle, name = tempfile.mkstemp(prefix=".hemipelvi-", suffix=path.suffix, dir=path.parent)
    os.close(handle)
    # Temporary files are private; a sheet is as readable as any other new file.
    mask = os.umask(0)
    os.umask(mask)
    temporary = Path(name)
    temporary.chmod(0o666 & ~mask)
    return temporary


def _write(path: Path, content: bytes) -> None:
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _advice(error: OSError) -> Text:
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return translate("Files", "The disk is full. Make room, or choose another folder.")
    if error.errno in (errno.ENOENT, errno.ENOTDIR):
        return translate("Files", "The folder does not exist. Choose another one.")
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return translate("Files", "You may not write there. Choose another folder.")
    if error.errno == errno.EISDIR:
        return translate("Files", "That is a folder. Choose another name.")
    if error.errno == errno.ENAMETOOLONG:
        return translate("Files", "The name is too long. Choose a shorter one.")
    return translate("Files", "The system says: {reason}", reason=error.strerror or error)
