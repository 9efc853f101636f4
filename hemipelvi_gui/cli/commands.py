"""What each command does, once its arguments are read."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hemipelvi_gui.cli.codes import FINE, TO_FIX
from hemipelvi_gui.cli.report import (
    name_as_json,
    print_json,
    print_name,
    print_reading,
    reading_as_json,
)
from hemipelvi_gui.coach.findings import examine, passes
from hemipelvi_gui.coach.laterality import Classifier
from hemipelvi_gui.domain.balance import Library, Line, balance
from hemipelvi_gui.domain.errors import KnownError
from hemipelvi_gui.domain.exercises import Exercise
from hemipelvi_gui.domain.library import load_exercises
from hemipelvi_gui.domain.settings import Settings, settings_from
from hemipelvi_gui.domain.text import translate
from hemipelvi_gui.exchange import read, sample, shown, write_templates
from hemipelvi_gui.paths import resource

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from hemipelvi_gui.coach.reading import Reading
    from hemipelvi_gui.domain.bundle import Bundle
    from hemipelvi_gui.domain.session import Session

SAMPLE_SHEET = "hemipelvi-sample.pdf"


@dataclass(frozen=True)
class Home:
    """What a runner's data folder adds: exercises of their own, and their settings."""

    own: dict[str, Exercise]
    settings: Settings


# A home with nothing of one's own in it.
NOBODY = Home({}, Settings())


def sheet(namespace: Namespace) -> int:
    """Write the sheet of each session of a file; several get numbered files."""
    bundle, home = read(namespace.file), home_in(namespace.data)
    if not bundle.sessions:
        raise KnownError(
            translate(
                "CommandLine", "{file}: there is no session in it.", file=shown(namespace.file.name)
            )
        )
    output: Path = namespace.output
    several = len(bundle.sessions) > 1
    for number, session in enumerate(bundle.sessions, 1):
        path = output.with_name(f"{output.stem}-{number}{output.suffix}") if several else output
        _write_sheet(path, session, all_exercises(home, bundle), home.settings, namespace)
    return FINE


def check(namespace: Namespace) -> int:
    """Print balance and findings of each session of a file; 1 where there is something to fix."""
    bundle, home = read(namespace.file), home_in(namespace.data)
    readings = list(_readings(bundle.sessions, all_exercises(home, bundle), home.settings))
    if namespace.json:
        print_json([reading_as_json(reading) for reading in readings])
    for reading in () if namespace.json else readings:
        print_reading(reading)
    if not (readings or namespace.json):
        print(translate("CommandLine", "There is no session in this file."))
    return FINE if all(map(passes, readings)) else TO_FIX


def classify(namespace: Namespace) -> int:
    """Say how like running names are. A name that says nothing is an answer, not a fault."""
    classifier = Classifier(all_exercises(home_in(namespace.data)))
    found = [(name, classifier.classify(name)) for name in namespace.names]
    if namespace.json:
        print_json([name_as_json(*each) for each in found])
    else:
        for each in found:
            print_name(*each)
    return FINE


def examples(namespace: Namespace) -> int:
    """Write the ready sessions as files."""
    for path in write_templates(namespace.folder):
        print(path)
    return FINE


def headless(folder: Path, files: Sequence[Path] = ()) -> int:
    """What there is without a display: reading and sheet of each session, written to `folder`.

    The sessions are those of `files`, or the sample session where no file is given.
    """
    print(translate("CommandLine", "There is no display here, so no window can be opened."))
    if not files:
        print(translate("CommandLine", "This is what Hemipelvi makes of its sample session:"))
        print()
        _read_aloud(folder / SAMPLE_SHEET, sample(), all_exercises(NOBODY))
    for file in files:
        bundle = read(file)
        library = all_exercises(NOBODY, bundle)
        for number, session in enumerate(bundle.sessions, 1):
            several = f"-{number}" if len(bundle.sessions) > 1 else ""
            _read_aloud(folder / f"{file.stem}{several}.pdf", session, library)
    return FINE


def _read_aloud(sheet: Path, session: Session, library: Library) -> None:
    print_reading(examine(session, library))
    _write_sheet(sheet, session, library, Settings(), Namespace(paper=None))


def home_in(folder: Path | None) -> Home:
    """What `--data` names; nothing without it. Never makes a folder or a file."""
    if folder is None:
        return NOBODY
    # Only whoever asks for their own data pays for the database.
    from hemipelvi_gui.storage import open_store

    if not folder.is_dir() or not any(folder.glob("hemipelvi.sqlite")):
        raise KnownError(
            translate("CommandLine", "{folder}: no Hemipelvi data here.", folder=shown(str(folder)))
        )
    store = open_store(folder)
    try:
        own = {each.id: each for each in store.exercises()}
        return Home(own, settings_from(store.settings()))
    finally:
        store.close()


def all_exercises(home: Home, bundle: Bundle | None = None) -> Library:
    """All exercises by id, the ready ones first, so that their names are theirs.

    A ready one can't be replaced by what a file says.
    """
    ready = load_exercises(resource("exercises"))
    own = {each.id: each for each in bundle.exercises} if bundle else {}
    return ready | own | home.own | ready


def _write_sheet(
    path: Path, session: Session, library: Library, settings: Settings, namespace: Namespace
) -> None:
    # Qt takes longest of all to load, and only sheets need it.
    from hemipelvi_gui.sheets import Paper, SheetOptions, SheetSource, write_sheet

    options = SheetOptions(
        paper=Paper(namespace.paper or settings.paper),
        side_boxes=settings.side_boxes,
        monochrome=getattr(namespace, "mono", False),
    )
    count = write_sheet(path, SheetSource(session, library, settings), options)
    print(translate("CommandLine", "Sheet: {path} (pages: {count})", path=path, count=count))


def _readings(
    sessions: Sequence[Session], library: Library, settings: Settings
) -> Iterator[Reading]:
    """Each session, with the others of its week where dates say so."""
    for session in sessions:
        week: list[Line] = []
        for other in sessions:
            if session.date and other.date and other is not session:
                same = session.date.isocalendar()[:2] == other.date.isocalendar()[:2]
                week += balance(other, library, settings.body_mass_kg).lines if same else ()
        yield examine(session, library, settings, week)
