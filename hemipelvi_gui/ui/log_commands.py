"""What is done with logs of other programs: bring them in, and see the last weeks in them."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from hemipelvi_gui.ui.before import there_before

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from PySide6.QtGui import QUndoStack

    from hemipelvi_gui.ui.desk import Desk
    from hemipelvi_gui.ui.log_preview import Ground, Preview
    from hemipelvi_gui.ui.logbook import Logbook

translate = QCoreApplication.translate
FIRST_YEAR = 2005


class LogCommands(QObject):
    """Acts on the desk's log. `clock` tells what day it is.

    `exercise_asked(id)`: it is to be shown in the library.
    """

    exercise_asked = Signal(str)

    def __init__(self, desk: Desk, clock: Callable[[], date] = date.today) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self.clock = clock

    @cached_property
    def logbook(self) -> Logbook:
        """The log, read when it is first asked for."""
        from hemipelvi_gui.ui.logbook import Logbook

        return Logbook(self._desk.document, self._desk.shelf, self, self.clock)

    def ask_and_open(self) -> None:
        """Ask which logs to read."""
        self.open_files(())

    def open_files(self, paths: Sequence[Path]) -> None:
        """Read files, folders and archives, show what is in them, and take it in when told to."""
        from hemipelvi_gui.ui.dialogs.log_import_dialog import LogImportDialog

        desk = self._desk
        dialog = LogImportDialog(desk.theme, self._ground, self, desk.window)
        dialog.accepted_preview.connect(self._take)
        dialog.open()
        dialog.read(paths)

    def replay(self) -> None:
        """See the last weeks through the gauge."""
        from hemipelvi_gui.ui.dialogs.replay_dialog import ReplayDialog

        desk = self._desk
        dialog = ReplayDialog(desk.theme, desk.document, desk.shelf.log, self.clock(), desk.window)
        dialog.exercise_asked.connect(self.exercise_asked)
        dialog.import_asked.connect(self.ask_and_open)
        dialog.open()

    def _ground(self) -> Iterator[Ground | None]:
        """What is here, read a year at a time, so that the window may come between."""
        from hemipelvi_gui.coach.history import Here
        from hemipelvi_gui.domain.known_names import KnownName
        from hemipelvi_gui.domain.log import Log
        from hemipelvi_gui.domain.runs import Run
        from hemipelvi_gui.ui.log_preview import Ground

        shelf, log, planned = self._desk.shelf, Log(), list[Run]()
        for first, last in _years(self.clock()):
            found = shelf.log(first, last)
            # Check-ins and tests are in no file, so nothing is compared with them.
            log = Log({**log.diary, **found.diary}, {**log.done_runs, **found.done_runs})
            yield None
            planned += shelf.agenda(first, last).runs.values()
            yield None
        known = {key: KnownName(key, meant) for key, meant in shelf.known_names().items()}
        here = Here(log, shelf.deleted(), known, tuple(planned))
        yield Ground(self._desk.document.library, here)

    def _take(self, preview: Preview) -> None:
        """Put it all in place, as one step to undo, and show the last weeks."""
        from hemipelvi_gui.ui.dialogs.log_import_words import arrived_words

        document, after = self._desk.document, preview.assembly.changes
        before = there_before(after, self._desk.shelf, document)
        document.replace(translate("LogImport", "import a log"), before, after)
        if after.diary:
            self.replay()
        # After the dialog, before which messages step aside.
        stack = document.undo_stack
        self._desk.messages.say_undoable(arrived_words(preview), stack)
        self._tell_of_undo(stack, arrived_words(preview, undone=True))

    def _tell_of_undo(self, stack: QUndoStack, words: str) -> None:
        """Say what went when the step that was just made is undone."""
        made, name = stack.index(), stack.undoText()

        def tell(now: int) -> None:
            # The stack tells of its end too, when there is nothing left to ask.
            with suppress(RuntimeError):
                if now == made - 1 and stack.redoText() == name:
                    self._desk.messages.say(words)
                if now < made:
                    stack.indexChanged.disconnect(tell)

        stack.indexChanged.connect(tell)


def _years(today: date) -> Iterator[tuple[date, date]]:
    """All days there are, year by year where anybody has a log."""
    yield date.min, date(FIRST_YEAR - 1, 12, 31)
    for year in range(FIRST_YEAR, today.year + 1):
        yield date(year, 1, 1), date(year, 12, 31)
    yield date(today.year + 1, 1, 1), date.max
