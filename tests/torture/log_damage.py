"""Logs of other programs as they get damaged, and what `hemipelvi import` makes of them."""

from __future__ import annotations

import csv
import io
from contextlib import closing, redirect_stderr, redirect_stdout
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

import msgspec

from hemipelvi_gui import cli
from hemipelvi_gui.cli.codes import BAD_INPUT, FINE
from hemipelvi_gui.domain.exercises import Exercise
from hemipelvi_gui.domain.log import Log
from hemipelvi_gui.storage import open_store

if TYPE_CHECKING:
    from collections.abc import Iterator


SAMPLES = Path(__file__).parents[3] / "shared" / "samples"
SETS = ("strong-classic.csv", "strong-legacy.csv", "strong-no-notes.csv", "hevy.csv")
LISTS = ("strava-activities.csv", "garmin-activities-decimal-comma.csv")
TRACKS = (
    *("run-fenix2.fit", "run-fenix5.fit", "workout-repeat-steps.fit", "activity.tcx"),
    "activity.gpx",
)
EVERY_LOG = (*SETS, *LISTS, *TRACKS)
SAID = ("--units", "kg", "--dates", "day-first", "--distance", "km")
# What harms a table, a track in XML, or bytes.
RUBBISH = (
    *(b'"', b",", b";", b"\n", b"\r", b"\0", b"\xff", b"<", b">", b"&", b"-", b"1e999", b"NaN"),
    *(b"9" * 40, b"\x7f\xff\xff\xff", b"\xed\xa0\x80", "\u202e\u0663\u00b2".encode(), b"Feb 30"),
)


@dataclass(frozen=True)
class Outcome:
    """What came of an import: the exit code, the report of each file, what was said of faults."""

    code: int
    reports: list[dict[str, Any]]
    faults: str


@dataclass(frozen=True)
class Stored:
    """All that an import can put in place."""

    log: Log
    exercises: dict[str, Exercise]


def bring(home: Path, *files: Path, said: tuple[str, ...] = SAID) -> Outcome:
    """Import the files as a person does. Whatever is raised goes through, and fails the test."""
    out, err = io.StringIO(), io.StringIO()
    words = ["import", *map(str, files), "--data", str(home), "--json", *said]
    with redirect_stdout(out), redirect_stderr(err):
        code = cli.main(words)
    reports = msgspec.json.decode(out.getvalue()) if out.getvalue() else []
    return Outcome(code, reports, err.getvalue())


def bring_content(home: Path, name: str, content: bytes) -> Outcome:
    """Import a file of this name with this content, and check what is said of it."""
    path = home.parent / name
    path.write_bytes(content)
    found = bring(home, path)
    check_said(found)
    return found


def check_said(found: Outcome) -> None:
    """A code that is meant, every row accounted for, and a reason for all that is left out."""
    assert found.code in (FINE, BAD_INPUT)
    assert "Traceback" not in found.faults
    assert bool(found.faults) == (found.code == BAD_INPUT)
    for each in found.reports:
        refused = each["format"] is None
        assert not (refused and each["stored"])
        assert refused <= (found.code == BAD_INPUT)
        assert all(one["reason"] for one in each["skipped"])
        # What is left out of an archive has no line.
        least = 0 if each["format"] == "archive" else 1
        assert refused or all(one["line"] >= least for one in each["skipped"])
        told = each["stored"] + each["already_there"] + len(each["skipped"])
        # Rests, notes and other sports are counted together.
        assert told <= each["rows"] or refused


def stored(home: Path) -> Stored:
    """What is in the runner's file, whatever version of it."""
    with closing(open_store(home)) as store:
        log = store.log_between(date.min, date.max)
        own = {each.id: each for each in store.exercises()}
    diary = {key: replace(each, version=1, parent=None) for key, each in log.diary.items()}
    return Stored(replace(log, diary=diary), own)


def ends(content: bytes, count: int) -> list[int]:
    """Where to cut it: so many places of the whole, and each of its last bytes."""
    chance = Random(len(content))
    places = range(len(content))
    last = places[-4:] if len(content) > count else places
    return sorted({*chance.sample(places, min(count, len(content))), *last})


def spoilt(content: bytes, count: int) -> Iterator[bytes]:
    """It with rubbish at some places, so many times, the same every time."""
    chance = Random(count)
    for _ in range(count):
        made = bytearray(content)
        for _ in range(chance.choice((1, 2, 5, 30))):
            at = chance.randrange(len(made))
            piece = chance.choice((*RUBBISH, bytes((chance.randrange(256),))))
            made[at : at + chance.randint(0, len(piece) + 2)] = piece
        yield bytes(made)


def rows_of(name: str) -> list[list[str]]:
    """The rows of a sample that is a table, its header first."""
    text = (SAMPLES / name).read_text("utf-8-sig")
    return [row for row in csv.reader(io.StringIO(text, newline="")) if row]


def written(rows: list[list[str]], delimiter: str = ",") -> str:
    """The rows as a table."""
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter).writerows(rows)
    return text.getvalue()
