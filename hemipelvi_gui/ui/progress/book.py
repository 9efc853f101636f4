"""What the page is about, read once and kept until the log changes: a year, then the rest."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from hemipelvi_gui.coach.verdict import verdict
from hemipelvi_gui.coach.verdict.running import highest_seen
from hemipelvi_gui.ui.progress.charts import usual_beats
from hemipelvi_gui.ui.progress.gathering import Ground, Points, gathered, joined

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hemipelvi_gui.coach.verdict.result import Verdict
    from hemipelvi_gui.domain.log import Log
    from hemipelvi_gui.ui.document import Document
    from hemipelvi_gui.ui.logbook import Logbook

WEEKS_A_YEAR = 53
# So many years are read one by one, so that the window stays alive; what is older, at once.
YEARS = 30


class ProgressBook(QObject):
    """Points and verdict of the log. `changed`: they are no longer those of the log.

    `points` are those of the last year until `rest` has been gone through.
    """

    changed = Signal()

    def __init__(self, logbook: Logbook, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._logbook, self._document = logbook, document
        self._judged = self._judged_by()
        self._is_stale = True
        self.is_whole = False
        self.points = Points()
        self.recent: Log | None = None
        self.verdict: Verdict | None = None
        self.beats: float | None = None
        self._first = date.max
        logbook.changed.connect(self._forget)
        document.changed.connect(self._follow)

    @property
    def today(self) -> date:
        """The day on the calendar."""
        return self._logbook.today

    @property
    def is_stale(self) -> bool:
        """Whether the log has changed since it was read."""
        return self._is_stale

    def read(self) -> None:
        """Read the last year, and judge it."""
        document, today = self._document, self.today
        monday = today - timedelta(days=today.weekday())
        self._first = _earlier(monday, WEEKS_A_YEAR)
        self.recent = self._logbook.between(self._first, today)
        self.verdict = verdict(self.recent, document.library, document.settings, today)
        self.points = gathered(self.recent, self._ground(self.recent))
        self.beats = usual_beats(self.points, self.verdict)
        self._is_stale = self.is_whole = False

    def rest(self) -> Iterator[None]:
        """Read what is older, a year at a time; a change of the log meanwhile ends it."""
        if self._is_stale or self.is_whole or self.recent is None:
            return
        read, ground = self.recent, self._ground(self.recent)
        older, last = Points(), self._first
        for _year in range(YEARS):
            first = _earlier(last, WEEKS_A_YEAR)
            older = joined(self._gathered(first, last, ground), older)
            last = first
            yield
            if self.recent is not read:
                return
        older = joined(self._gathered(date.min, last, ground), older)
        self.points = joined(older, self.points)
        self.is_whole = True

    def _gathered(self, first: date, last: date, ground: Ground) -> Points:
        """From a Monday to the day before another."""
        if first >= last:
            return Points()
        return gathered(self._logbook.between(first, last - timedelta(days=1)), ground)

    def _ground(self, log: Log) -> Ground:
        settings = self._document.settings
        most = settings.max_heart_rate or highest_seen(log.done_runs.values(), self.today)
        return Ground(self._document.library, settings.body_mass_kg, most)

    def _follow(self) -> None:
        judged = self._judged_by()
        if judged[0] is not self._judged[0] or judged[1:] != self._judged[1:]:
            self._judged = judged
            self._forget()

    def _judged_by(self) -> tuple[object, ...]:
        """The library, and the settings that make a difference here."""
        settings = self._document.settings
        limits = settings.band_low, settings.band_high
        return (self._document.library, settings.body_mass_kg, settings.max_heart_rate, *limits)

    def _forget(self) -> None:
        self._is_stale, self.recent = True, None
        self.changed.emit()


def _earlier(day: date, weeks: int) -> date:
    """So many weeks before, as far as the calendar goes; it begins with a Monday."""
    return date.fromordinal(max(day.toordinal() - 7 * weeks, 1))
