"""All formats, and the two ways through them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hemipelvi_gui.domain.text import translate
from hemipelvi_gui.exchange.files import content_of, replace_file
from hemipelvi_gui.exchange.formats.hemiplan import Hemiplan
from hemipelvi_gui.exchange.shape import ContentError, FileError, Format, Reader

if TYPE_CHECKING:
    from pathlib import Path

    from hemipelvi_gui.domain.bundle import Bundle
    from hemipelvi_gui.domain.text import Text

FORMATS: tuple[Format, ...] = (Hemiplan(),)
MEND = translate("PlanFile", "Nothing was changed. Mend the file or ask for it again.")


def read(path: Path) -> Bundle:
    """What a file holds. Raises FileError; the file is never changed."""
    content = content_of(path)
    readers = _readers()
    for each in readers:
        if each.recognises(content):
            try:
                return each.read(content)
            except ContentError as refusal:
                raise _refused(path, refusal, MEND) from refusal
    raise FileError(
        path,
        translate("PlanFile", "this is no file that Hemipelvi can read."),
        advice=translate(
            "PlanFile",
            "It reads {suffixes} files.",
            suffixes=", ".join(each.suffix for each in reversed(readers)),
        ),
    )


def _readers() -> tuple[Reader, ...]:
    """All that can be read. A plan may be any JSON, so it is asked last."""
    # What they read with takes longer to import than a small plan to read.
    from hemipelvi_gui.exchange.formats.free_exercise_db import FreeExerciseDb
    from hemipelvi_gui.exchange.formats.icalendar_runs import ICalendarRuns

    return (FreeExerciseDb(), ICalendarRuns(), *FORMATS)


def write(path: Path, bundle: Bundle) -> None:
    """Put a bundle in a file, all of it or nothing. Raises FileError.

    The format goes by the suffix; any other suffix gets a plan file.
    """
    suffix = path.suffix.lower()
    format_ = next((each for each in FORMATS if each.suffix == suffix), FORMATS[0])
    try:
        content = format_.write(bundle)
    except ContentError as refusal:
        raise _refused(path, refusal) from refusal
    replace_file(path, content)


def _refused(path: Path, refusal: ContentError, advice: Text | str = "") -> FileError:
    return FileError(path, refusal.reason, refusal.where, refusal.advice or advice)
