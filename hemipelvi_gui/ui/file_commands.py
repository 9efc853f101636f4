"""Files in and out: plans, logs, sheets, print."""

from __future__ import annotations

from collections import deque
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QObject, Signal

from hemipelvi_gui.domain.changes import Changes
from hemipelvi_gui.domain.errors import KnownError
from hemipelvi_gui.domain.own import INFERRED, is_undecided
from hemipelvi_gui.ui import work
from hemipelvi_gui.ui.before import there_before
from hemipelvi_gui.ui.filenames import safe_name
from hemipelvi_gui.ui.last_folder import last_folder, remember_folder
from hemipelvi_gui.ui.overlay import newest
from hemipelvi_gui.ui.plain import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hemipelvi_gui.domain.bundle import Bundle
    from hemipelvi_gui.ui.desk import Desk
    from hemipelvi_gui.ui.document import Document
    from hemipelvi_gui.ui.shelf import Shelf

translate = QCoreApplication.translate
PLAN_SUFFIXES = frozenset({".hemiplan", ".ics", ".json"})
LOG_SUFFIXES = frozenset({".csv", ".tsv", ".fit", ".tcx", ".gpx", ".gz", ".zip"})


class Read(NamedTuple):
    """What several files held, and why some could not be read."""

    bundles: tuple[Bundle, ...]
    errors: tuple[KnownError, ...]
    logs: tuple[Path, ...] = ()


def read_each(paths: Sequence[Path]) -> Read:
    """Read each file; one that can't be read does not keep the others from it.

    Folders, archives and what other programs logged are not read here, but told apart.
    """
    from hemipelvi_gui.exchange import read

    bundles: list[Bundle] = []
    errors: list[KnownError] = []
    logs: list[Path] = []
    for path in paths:
        if holds_log(path):
            logs.append(path)
            continue
        try:
            bundles.append(read(path))
        except KnownError as error:
            errors.append(error)
    return Read(tuple(bundles), tuple(errors), tuple(logs))


def holds_log(path: Path) -> bool:
    """Whether a path is to be read as logs: by its suffix or else by what is in it."""
    suffix = path.suffix.lower()
    if suffix in LOG_SUFFIXES or path.is_dir():
        return True
    if suffix in PLAN_SUFFIXES:
        return False
    from hemipelvi_gui.exchange.logs import HEAD, LOG_READERS

    try:
        with path.open("rb") as file:
            head = file.read(HEAD)
    except (OSError, ValueError):
        return False
    return any(each.recognises(head) for each in LOG_READERS)


class FileCommands(QObject):
    """Acts on the desk's document, shelf and messages.

    `arrived`: a file's session is shown. `weeks_arrived`: runs or plans came in.
    `exercises_arrived`: nothing but exercises and gyms came in. `logs_found(paths)`: these are no
    plans, but what other programs logged.
    """

    arrived = Signal()
    weeks_arrived = Signal()
    exercises_arrived = Signal()
    logs_found = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self._waiting: deque[Bundle] = deque()
        self._logs: tuple[Path, ...] = ()
        self._asking = False

    def open_files(self, paths: Sequence[Path]) -> None:
        """Read plan files, off the window's thread, and offer what is in them, one by one.

        Logs among them, and folders and archives, are read and offered together.
        """
        if not paths:
            return
        outcome = work.Outcome(partial(read_each, tuple(paths)), self)
        outcome.done.connect(self._offer_all)
        outcome.broke.connect(self._desk.crash.report)
        work.start(self._desk.pool, outcome)

    def ask_and_open(self) -> None:
        """Ask which files to read; what each of them is, its content tells."""
        from PySide6.QtWidgets import QFileDialog

        names, _ = QFileDialog.getOpenFileNames(
            self._desk.window,
            translate("Files", "Import plans, calendars, lists of exercises or logs"),
            str(last_folder()),
            translate(
                "Files",
                "Plans, calendars, exercise lists and logs (*.hemiplan *.ics *.json *.csv *.tsv "
                "*.txt *.fit *.tcx *.gpx *.gz *.zip);;All files (*)",
            ),
        )
        if names:
            remember_folder(Path(names[0]))
            self.open_files([Path(each) for each in names])

    def _offer_all(self, read: Read) -> None:
        """Offer what could be read, and say of all the rest why it could not."""
        self._waiting.extend(read.bundles)
        self._logs += read.logs
        self._offer_next()
        self._desk.messages.fail_all(read.errors)

    def _offer_next(self) -> None:
        while self._waiting and not self._asking:
            self._offer(self._waiting.popleft())
        if self._logs and not self._asking:
            found, self._logs = self._logs, ()
            self.logs_found.emit(found)

    def _offer(self, bundle: Bundle) -> None:
        """Take what is new at once; ask where something here is different."""
        from hemipelvi_gui.domain.importing import Standing, compare, resolve

        shelf, document = self._desk.shelf, self._desk.document
        here = here_for(bundle, shelf, document)
        there = [each for each in here.sessions.values() if each is not None]
        plan = compare(bundle, here, shelf.deleted(), document.built_in)
        # A guess is shown before it is taken, and what a calendar's runs are is guessed from their
        # names; a plan that changes nothing here is taken at once.
        guessed = any(INFERRED in each.extra for each in bundle.exercises)
        guessed = guessed or any(run.source and not run.plan for run in bundle.runs)
        kinds = {row.kind for row in plan.rows}
        taken = not guessed and kinds <= {Standing.NEW, Standing.SAME}
        if taken or kinds <= {Standing.SAME}:
            self._take(resolve(plan))
            if there and len(there) == len(bundle.sessions):
                document.open(there[0])
                self.arrived.emit()
            return
        from hemipelvi_gui.ui.dialogs.import_dialog import ImportDialog

        dialog = ImportDialog(self._desk.theme, plan, self._desk.window)
        dialog.accepted_bundle.connect(self._take)
        dialog.finished.connect(self._answered)
        self._asking = True
        dialog.open()

    def _answered(self) -> None:
        """The next file, now that the runner has answered about the one before."""
        self._asking = False
        self._offer_next()

    def _take(self, bundle: Bundle) -> None:
        """Store what was chosen, as one step to undo, and show the first session."""
        from hemipelvi_gui.domain.bundle import contents

        document, shelf = self._desk.document, self._desk.shelf
        after = contents(bundle)
        if not after:
            self._desk.messages.say(translate("Files", "You have all of that file already."))
            return
        shown = next((each.id for each in bundle.sessions if not each.plan), "")
        before = there_before(after, shelf, document)
        document.replace(translate("Files", "import"), before, after, shown)
        self._desk.messages.say_undoable(arrival_words(bundle), document.undo_stack)
        if shown:
            self.arrived.emit()
        elif after.runs or after.plans or after.sessions:
            self.weeks_arrived.emit()
        elif after.exercises:
            self.exercises_arrived.emit()

    def export(self) -> None:
        """Ask where to, and write the shown session as a plan file."""
        name = self._desk.document.session.name
        path = ask_where(self._desk, translate("Files", "Export this session"), name)
        if path is not None:
            self.write_plan(path)

    def write_plan(self, path: Path) -> None:
        """Write the shown session, with one's own exercises it uses, to a plan file."""
        from hemipelvi_gui.domain.bundle import pack

        document = self._desk.document
        write_bundle(self._desk, path, pack([document.session], document.own_exercises))

    def sheet(self) -> None:
        """Preview the sheet, to print it or write it as a file."""
        from hemipelvi_gui.ui.sheet_preview import preview_sheet

        preview_sheet(self._desk, self._desk.document.session)


def ask_where(desk: Desk, title: str, name: str) -> Path | None:
    """Ask for the name of a new plan file, `name` suggested; None where nothing was chosen."""
    from PySide6.QtWidgets import QFileDialog

    path, _ = QFileDialog.getSaveFileName(
        desk.window,
        title,
        str(last_folder() / f"{safe_name(name)}.hemiplan"),
        translate("Files", "Plan (*.hemiplan)"),
    )
    if not path:
        return None
    remember_folder(Path(path))
    return Path(path)


def write_bundle(desk: Desk, path: Path, bundle: Bundle) -> None:
    """Write a plan file and say so, or why it can't be."""
    from hemipelvi_gui.exchange import write

    if path.suffix.lower() != ".hemiplan":
        path = path.with_name(path.name + ".hemiplan")
    try:
        write(path, bundle)
    except KnownError as error:
        desk.messages.fail(error)
        return
    words = translate("Files", "Written to {path}.").format(path=one_line(str(path), 120))
    desk.messages.say(words)


def here_for(bundle: Bundle, shelf: Shelf, document: Document) -> Changes:
    """What is here that a file may be about: its ids, all plans and all own exercises."""
    from hemipelvi_gui.domain.bundle import contents

    told = Changes(
        sessions=dict.fromkeys(bundle.deleted),
        runs=dict.fromkeys(bundle.deleted),
        diary=dict.fromkeys(bundle.deleted),
        gyms=dict.fromkeys(bundle.deleted),
    )
    here = shelf.at(newest(told, contents(bundle)))
    plans = {plan.id: plan for plan in shelf.plans()}
    return replace(here, plans=plans, exercises=document.own_exercises)


def arrival_words(bundle: Bundle) -> str:
    """What came in: one thing by its name, several by how many; a plan stands for all in it."""
    waiting = sum(is_undecided(each) for each in bundle.exercises)
    if waiting and not (bundle.plans or bundle.sessions):
        words = translate("Files", "{count} exercises came in. {waiting} guesses wait for a look.")
        return words.format(count=len(bundle.exercises), waiting=waiting)
    kinds = (
        (bundle.plans, translate("Files", "{count} plans came in.")),
        (bundle.sessions, translate("Files", "{count} sessions came in.")),
        (bundle.runs, translate("Files", "{count} runs came in.")),
        (bundle.exercises, translate("Files", "{count} exercises came in.")),
        (bundle.gyms, translate("Files", "{count} gyms came in.")),
    )
    came, words = next((each for each in kinds if each[0]), ((), translate("Files", "It came in.")))
    if len(came) == 1:
        name = one_line(came[0].name, 60) or translate("Files", "Run")
        return translate("Files", "\u201c{name}\u201d came in.").format(name=name)
    return words.format(count=len(came))
