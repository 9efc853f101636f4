"""Starting points that ship with the program: gym sessions and prehab routines."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from hemipelvi_gui.domain.text import translate
from hemipelvi_gui.exchange.files import content_of, reason_of, replace_file
from hemipelvi_gui.exchange.registry import read
from hemipelvi_gui.exchange.shape import FileError
from hemipelvi_gui.paths import resource

if TYPE_CHECKING:
    from pathlib import Path

    from hemipelvi_gui.domain.bundle import Bundle
    from hemipelvi_gui.domain.session import Session

KINDS = ("sessions", "routines")
SAMPLE = ("sessions", "strength-a.hemiplan")


def template_files(kind: str = "") -> list[Path]:
    """Their files: kind "sessions" for the gym, "routines" for prehab and resets, "" for both."""
    return [
        path
        for folder in ((kind,) if kind else KINDS)
        for path in sorted(resource("templates", folder).glob("*.hemiplan"))
    ]


def templates(kind: str = "") -> list[Bundle]:
    """What the files say, each with one session; gym sessions come first."""
    return [read(path) for path in template_files(kind)]


def ready_sessions() -> dict[str, Session]:
    """Gym sessions by the names of their files, as the ready plans call them."""
    return {path.stem: read(path).sessions[0] for path in template_files("sessions")}


def sample() -> Session:
    """The session that a first run shows."""
    return read(resource("templates", *SAMPLE)).sessions[0]


def write_templates(folder: Path) -> list[Path]:
    """Copy all starting points to a folder, which is made where it is missing.

    Raises FileError, with nothing written, where a file of that name says something else.
    """
    contents = {folder / path.name: content_of(path) for path in template_files()}
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FileError(folder, reason_of(error)) from error
    for path, content in contents.items():
        if _differs(path, content):
            raise FileError(
                path,
                translate("PlanFile", "a file of this name is there and says something else."),
                advice=translate(
                    "PlanFile", "Nothing was written. Move it away or choose another folder."
                ),
            )
    for path, content in contents.items():
        replace_file(path, content)
    return list(contents)


def _differs(path: Path, content: bytes) -> bool:
    with suppress(FileNotFoundError):
        path.lstat()
        try:
            return content_of(path) != content
        except FileError:
            return True
    return False
