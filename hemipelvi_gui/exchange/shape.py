"""What a file format has to offer, and the one error a file can raise."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Protocol

from hemipelvi_gui.domain.errors import KnownError
from hemipelvi_gui.domain.text import Text, translate

if TYPE_CHECKING:
    from pathlib import Path

    from hemipelvi_gui.domain.bundle import Bundle

LONGEST_SHOWN = 60
LONGEST_PATH = 120
MISFIT = re.compile(r"(?P<reason>.*?)(?: - at `\$\.?(?P<where>.*)`)?", re.DOTALL)


class FileError(KnownError):
    """A file that can't be read or written.

    `path` is the file, `reason` what is wrong with it, `where` the place inside it ("line 3,
    column 14" or "sessions[0].blocks[2]", "" where the whole file is meant).
    """

    def __init__(
        self, path: Path, reason: Text, where: Text | str = "", advice: Text | str = ""
    ) -> None:
        self.path, self.reason, self.where = path, reason, where
        file = shown_path(path)
        message = translate("PlanFile", "{file}: {reason}", file=file, reason=reason)
        if str(where):
            message = translate(
                "PlanFile", "{file}: {reason} ({where})", file=file, reason=reason, where=where
            )
        super().__init__(message, advice)


class ContentError(Exception):
    """Why a format does not take some content; `read` turns it into a FileError with the path."""

    def __init__(self, reason: Text, where: Text | str = "", advice: Text | str = "") -> None:
        self.reason, self.where, self.advice = reason, where, advice
        super().__init__(str(reason), str(where))


def reason_and_place(misfit: Exception) -> tuple[str, str]:
    """What msgspec says is wrong with a value, and where it is; "" for the whole."""
    found = MISFIT.fullmatch(str(misfit))
    return (found["reason"], found["where"] or "") if found else (str(misfit), "")


class Reader(Protocol):
    """A file format that can be read. Formats don't know each other; adding one adds a row."""

    @property
    def name(self) -> str:
        """What people call it."""
        ...

    @property
    def suffix(self) -> str:
        """How its file names end, with the dot."""
        ...

    def recognises(self, content: bytes) -> bool:
        """Whether this content looks like the format, whatever the file is called."""
        ...

    def read(self, content: bytes) -> Bundle:
        """What the content says. Raises ContentError."""
        ...


class Format(Reader, Protocol):
    """A file format that can be written too."""

    def write(self, bundle: Bundle) -> bytes:
        """The content of a file that says this. Raises ContentError."""
        ...


def shown(name: str, longest: int = LONGEST_SHOWN) -> str:
    """A name short enough for a message, without characters that would turn the line around."""
    line = "".join(
        " " if letter.isspace() else letter if letter.isprintable() else "" for letter in name
    )
    return line if len(line) <= longest else line[: longest - 1] + "…"


def shown_path(path: Path) -> str:
    """A path as it was given, short enough for a message: the middle goes, not the file's name."""
    line = shown(str(path), len(str(path)) + 1)
    if len(line) <= LONGEST_PATH:
        return line
    tail = LONGEST_PATH * 2 // 3
    return f"{line[: LONGEST_PATH - tail - 1]}\u2026{line[-tail:]}"
