"""Files in and out: plans, sheets, print."""

from __future__ import annotations

from collections import deque
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QObject, Signal

from hemipelvi_gui.domain.errors import KnownError
from hemipelvi_gui.domain.own import INFERRED, is_undecided
from hemipelvi_gui.ui import work
from hemipelvi_gui.ui.filenames import safe_name
from hemipelvi_gui.ui.plain import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hemipelvi_gui.domain.bundle import Bundle
    from hemipelvi_gui.sheets.sheet import SheetOptions
    from hemipelvi_gui.ui.desk import Desk

translate = QCoreApplication.translate


class Read(NamedTuple):
    """What several files held, and why some could not be read."""

    bundles: tuple[Bundle, ...]
    errors: tuple[KnownError, ...]


def read_each(paths: Sequence[Path]) -> Read:
    """Read each file; one that can't be read does not keep the others from it."""
    from hemipelvi_gui.exchange import read

    bundles: list[Bundle] = []
    errors: list[KnownError] = []
    for path in paths:
        try:
            bundles.append(read(path))
        except KnownError as error:
            errors.append(error)
    return Read(tuple(bundles), tuple(errors))


class FileCommands(QObject):
    """Acts on the desk's document, shelf and messages.

    `arrived`: a file's session is shown. `exercises_arrived`: exercises came in, and no session.
    """

    arrived = Signal()
    exercises_arrived = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self._waiting: deque[Bundle] = deque()
        self._asking = False

    def open_files(self, paths: Sequence[Path]) -> None:
        """Read plan files, off the window's thread, and offer what is in them, one by one."""
        if not paths:
            return
        outcome = work.Outcome(partial(read_each, tuple(paths)), self)
        outcome.done.connect(self._offer_all)
        outcome.broke.connect(self._desk.crash.report)
        work.start(self._desk.pool, outcome)

    def ask_and_open(self) -> None:
        """Ask which plan file to read."""
        from PySide6.QtWidgets import QFileDialog

        path, _ = QFileDialog.getOpenFileName(
            self._desk.window,
            translate("Files", "Import a plan or a list of exercises"),
            "",
            translate("Files", "Plans and exercises (*.hemiplan *.json);;All files (*)"),
        )
        if path:
            self.open_files([Path(path)])

    def _offer_all(self, read: Read) -> None:
        """Offer what could be read, and say of all the rest why it could not."""
        self._waiting.extend(read.bundles)
        self._offer_next()
        self._desk.messages.fail_all(read.errors)

    def _offer_next(self) -> None:
        while self._waiting and not self._asking:
            self._offer(self._waiting.popleft())

    def _offer(self, bundle: Bundle) -> None:
        """Take what is new at once; ask where something here is different."""
        from hemipelvi_gui.domain.importing import Standing, compare, resolve

        shelf, document = self._desk.shelf, self._desk.document
        there = shelf.sessions(session.id for session in bundle.sessions)
        plans = {plan.id: plan for plan in shelf.plans()}
        built_in = document.built_in
        own = document.own_exercises
        plan = compare(bundle, there, own, plans, shelf.deleted(), built_in)
        # A guess is shown before it is taken; a plan that changes nothing here is taken at once.
        guessed = any(INFERRED in each.extra for each in bundle.exercises)
        if not guessed and all(row.kind in (Standing.NEW, Standing.SAME) for row in plan.rows):
            self._take(resolve(plan))
            if there and len(there) == len(bundle.sessions):
                document.open(there[bundle.sessions[0].id])
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
        document, shelf = self._desk.document, self._desk.shelf
        if not (bundle.sessions or bundle.exercises or bundle.plans):
            self._desk.messages.say(translate("Files", "You have all of that file already."))
            return
        stack = document.undo_stack
        stack.beginMacro(translate("Files", "import"))
        try:
            if bundle.exercises:
                document.add_exercises(translate("Files", "import exercises"), bundle.exercises)
            if bundle.plans:
                before = {plan.id: plan for plan in shelf.plans()}
                document.replace_plans(
                    translate("Files", "import plans"),
                    {plan.id: before.get(plan.id) for plan in bundle.plans},
                    {plan.id: plan for plan in bundle.plans},
                )
            there = shelf.sessions(session.id for session in bundle.sessions)
            for session in reversed(bundle.sessions):
                document.replace_session(
                    translate("Files", "import session"), there.get(session.id), session
                )
        finally:
            stack.endMacro()
        self._desk.messages.say_undoable(arrival_words(bundle), stack)
        if bundle.sessions:
            self.arrived.emit()
        elif bundle.exercises:
            self.exercises_arrived.emit()

    def export(self) -> None:
        """Ask where to, and write the shown session as a plan file."""
        from PySide6.QtWidgets import QFileDialog

        session = self._desk.document.session
        path, _ = QFileDialog.getSaveFileName(
            self._desk.window,
            translate("Files", "Export this session"),
            f"{safe_name(session.name)}.hemiplan",
            translate("Files", "Plan (*.hemiplan)"),
        )
        if path:
            self.write_plan(Path(path))

    def write_plan(self, path: Path) -> None:
        """Write the shown session, with one's own exercises it uses, to a plan file."""
        from hemipelvi_gui.domain.bundle import pack
        from hemipelvi_gui.exchange import write

        if path.suffix.lower() != ".hemiplan":
            path = path.with_name(path.name + ".hemiplan")
        document = self._desk.document
        try:
            write(path, pack([document.session], document.own_exercises))
        except KnownError as error:
            self._desk.messages.fail(error)
            return
        words = translate("Files", "Written to {path}.").format(path=one_line(str(path), 120))
        self._desk.messages.say(words)

    def sheet(self) -> None:
        """Preview the sheet, to print it or write it as a file."""
        from hemipelvi_gui.sheets.sheet import Paper, SheetOptions, SheetSource
        from hemipelvi_gui.ui.dialogs.sheet_dialog import SheetDialog

        document = self._desk.document
        settings = document.settings
        source = SheetSource(document.session, document.library, settings)
        options = SheetOptions(Paper(settings.paper), settings.side_boxes)
        dialog = SheetDialog(self._desk.theme, source, options, self._desk.window)
        dialog.options_changed.connect(self._keep_options)
        dialog.open()

    def _keep_options(self, options: SheetOptions) -> None:
        document = self._desk.document
        kept = replace(document.settings, paper=str(options.paper), side_boxes=options.side_boxes)
        document.set_settings(kept)
        self._desk.shelf.save_settings(kept, {})


def arrival_words(bundle: Bundle) -> str:
    """What came in: the session by its name, or how many things."""
    names = [*(each.name for each in bundle.sessions), *(each.name for each in bundle.plans)]
    waiting = sum(is_undecided(each) for each in bundle.exercises)
    if not names and waiting:
        words = translate("Files", "{count} exercises came in. {waiting} guesses wait for a look.")
        return words.format(count=len(bundle.exercises), waiting=waiting)
    names = names or [each.name for each in bundle.exercises]
    if len(names) == 1:
        name = one_line(names[0], 60)
        return translate("Files", "\u201c{name}\u201d came in.").format(name=name)
    if bundle.sessions:
        words = translate("Files", "{count} sessions came in.")
        return words.format(count=len(bundle.sessions))
    return translate("Files", "{count} things came in.").format(count=len(names))
