"""The day that the Log page shows, and what was planned and done on it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from hemipelvi_gui.domain.check_ins import CheckIn
    from hemipelvi_gui.domain.diary import DoneSession
    from hemipelvi_gui.domain.log import Log
    from hemipelvi_gui.domain.runs import Run
    from hemipelvi_gui.domain.session import Session
    from hemipelvi_gui.ui.logbook import Logbook
    from hemipelvi_gui.ui.weeks import Weeks

# A session that was broken off is offered for as long as one may still go on with it.
OFFERED_DAYS = 2


class LogDay(QObject):
    """`turned`: another day is shown. `changed`: that, or something on it is different."""

    turned = Signal()
    changed = Signal()

    def __init__(self, logbook: Logbook, weeks: Weeks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.logbook, self._weeks = logbook, weeks
        self._day = logbook.today
        self._log: Log | None = None
        logbook.changed.connect(self._renew)
        weeks.changed.connect(self._renew)

    @property
    def day(self) -> date:
        """The shown day."""
        return self._day

    @property
    def today(self) -> date:
        """The day on the calendar."""
        return self.logbook.today

    @property
    def log(self) -> Log:
        """What was done on the shown day."""
        if self._log is None:
            self._log = self.logbook.between(self._day, self._day)
        return self._log

    @property
    def check_in(self) -> CheckIn | None:
        """How the body felt; the last one where a file brought several."""
        return next(reversed(list(self.log.check_ins.values())), None)

    @property
    def planned(self) -> list[Session]:
        """Gym sessions that were planned for this day."""
        there = self._weeks.between(self._day, self._day).sessions.values()
        return sorted(there, key=lambda each: (str(each.start or "~"), each.name))

    @property
    def planned_runs(self) -> list[Run]:
        """Runs that were planned for this day."""
        there = self._weeks.between(self._day, self._day).runs.values()
        return sorted(there, key=lambda each: (str(each.start or "~"), each.name))

    @property
    def to_come(self) -> list[Session]:
        """Gym sessions of the shown week's other days that nothing was written down of."""
        monday = self._day - timedelta(days=min(self._day.weekday(), self._day.toordinal() - 1))
        sunday = date.fromordinal(min(monday.toordinal() + 6, date.max.toordinal()))
        logged = {each.session for each in self.logbook.between(monday, self.today).diary.values()}
        there = self._weeks.between(monday, sunday).sessions.values()
        found = [each for each in there if each.date != self._day and each.id not in logged]
        return sorted(found, key=lambda each: (str(each.date), str(each.start or "~"), each.name))

    def broken_off(self) -> list[DoneSession]:
        """Sessions of the last days, other than the shown one, that are not over."""
        first = self.today - timedelta(days=min(OFFERED_DAYS, self.today.toordinal() - 1))
        lately = self.logbook.between(first, self.today).diary.values()
        return [each for each in lately if each.going and each.date != self._day]

    def show(self, day: date) -> None:
        """Show a day; none that is still to come, as nothing was done there."""
        day = min(day, self.today)
        if day != self._day:
            self._day = day
            self._log = None
            self.turned.emit()
            self.changed.emit()

    def step(self, days: int) -> None:
        """Some days on or back, as far as the calendar and today go."""
        to = self._day.toordinal() + days
        if to >= date.min.toordinal():
            self.show(date.fromordinal(min(to, self.today.toordinal())))

    def _renew(self) -> None:
        self._log = None
        self.changed.emit()
