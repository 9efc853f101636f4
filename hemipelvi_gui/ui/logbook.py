"""The window's log: what was done, read from the file and changed through the document's gate."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from hemipelvi_gui.coach.progress.pain import HELD_DAYS, recent_pain
from hemipelvi_gui.domain.changes import Changes
from hemipelvi_gui.domain.check_ins import CheckIn, HomeTest
from hemipelvi_gui.domain.diary import DoneSession
from hemipelvi_gui.domain.done_runs import DoneRun

if TYPE_CHECKING:
    from collections.abc import Callable

    from hemipelvi_gui.domain.log import Log
    from hemipelvi_gui.ui.document import Document
    from hemipelvi_gui.ui.shelf import Shelf

Done = DoneSession | DoneRun | CheckIn | HomeTest
KINDS: dict[type[Done], str] = {
    DoneSession: "diary",
    DoneRun: "done_runs",
    CheckIn: "check_ins",
    HomeTest: "home_tests",
}


class Logbook(QObject):
    """What was done, by days. `changed`: something of it is different now, by whatever way."""

    changed = Signal()

    def __init__(
        self,
        document: Document,
        shelf: Shelf,
        parent: QObject | None = None,
        clock: Callable[[], date] = date.today,
    ) -> None:
        super().__init__(parent)
        self._document, self._shelf, self._clock = document, shelf, clock
        self._whole: Log | None = None
        document.replaced.connect(self._follow)

    @property
    def today(self) -> date:
        """The day on the calendar."""
        return self._clock()

    def between(self, first: date, last: date) -> Log:
        """What was done from `first` to `last`, both included."""
        return self._shelf.log(first, last)

    def recent_pain(self, today: date) -> CheckIn | None:
        """The last pain of the week up to `today` that holds the numbers to come back, if any."""
        since = today - timedelta(days=min(HELD_DAYS, today.toordinal() - 1))
        return recent_pain(self.between(since, today).check_ins.values(), today)

    @property
    def whole(self) -> Log:
        """All that was ever done; read once, and again after a change."""
        if self._whole is None:
            self._whole = self._shelf.log(date.min, date.max)
        return self._whole

    def put(self, name: str, *things: Done) -> None:
        """Write these down, as one step to undo; those with the same ids are replaced."""
        after = _changes({each.id: each for each in things}, things)
        self._document.replace(name, self._shelf.at(after), after)

    def delete(self, name: str, *things: Done) -> None:
        """Strike these out, as one step to undo."""
        after = _changes(dict.fromkeys(each.id for each in things), things)
        self._document.replace(name, self._shelf.at(after), after)

    def _follow(self, changes: Changes) -> None:
        if any(getattr(changes, name) for name in KINDS.values()):
            self._whole = None
            self.changed.emit()


def _changes(becomes: dict[str, Done] | dict[str, None], things: tuple[Done, ...]) -> Changes:
    kinds: dict[str, dict[str, Done | None]] = {}
    for each in things:
        kinds.setdefault(KINDS[type(each)], {})[each.id] = becomes[each.id]
    return Changes(**kinds)  # type: ignore[arg-type]  # each lies under the name of its kind
