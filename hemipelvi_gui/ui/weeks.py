"""The window's agenda: what is planned, which week is shown, what a drop would make of it.

It is to weeks what the document is to a session. Changes go through the document's gate, so that
there is one history; views listen to `changed` and `previewed`.
"""

from __future__ import annotations

import gc
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from hemipelvi_gui.coach.weeks.rules import examine_week
from hemipelvi_gui.domain.agenda import Agenda, AgendaEdit, counted, difference, with_changes
from hemipelvi_gui.domain.agenda_days import days_after, days_before, has_all
from hemipelvi_gui.domain.plan import (
    Plan,
    Week,
    current_plan,
    is_back,
    is_live,
    last_day,
    phase_of,
    week_of,
    weeks_of,
)
from hemipelvi_gui.domain.sums import Sums
from hemipelvi_gui.ui.fixes import Fixes

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from hemipelvi_gui.coach.weeks.reading import WeekReading
    from hemipelvi_gui.domain.agenda import Entry
    from hemipelvi_gui.domain.changes import Changes
    from hemipelvi_gui.domain.diary import DoneSession
    from hemipelvi_gui.domain.plan import PhaseKind
    from hemipelvi_gui.domain.session import Session
    from hemipelvi_gui.domain.sums import SessionSum
    from hemipelvi_gui.ui.document import Document
    from hemipelvi_gui.ui.shelf import Shelf

# The rules look back over twelve weeks and ahead to a race three weeks away.
WEEKS_BACK, WEEKS_AHEAD = 13, 4


class Weeks(QObject):
    """One week of the agenda, and all that is read of it.

    `changed`: another week is shown, or what is in it is different. `previewed`: a preview has
    begun, changed or ended. Weeks are read from the file when they are first asked for.
    """

    changed = Signal()
    previewed = Signal()

    def __init__(
        self,
        document: Document,
        shelf: Shelf,
        parent: QObject | None = None,
        clock: Callable[[], date] = date.today,
    ) -> None:
        super().__init__(parent)
        self._document, self._shelf, self._clock = document, shelf, clock
        self._loaded: tuple[date, date] | None = None
        self._whole: set[str] = set()
        self._everything = Agenda()
        self._agenda = Agenda()
        self._plan_id = self._gone = self._kept = ""
        self._week = week_of(None, clock())
        self._reading: WeekReading | None = None
        self._preview: WeekReading | None = None
        self._previewed: AgendaEdit | None = None
        self.fixes = Fixes(lambda: self.reading, self)
        self._sums = Sums(document.library, document.settings.body_mass_kg)
        self._judged = (document.library, document.settings)
        self._is_here = False  # the edit is of the shown week, made in its sight
        document.kept.connect(self._take)
        document.changed.connect(self._follow)

    @property
    def today(self) -> date:
        """The day on the calendar."""
        return self._clock()

    @property
    def week(self) -> Week:
        """The week that is shown."""
        return self._week

    @property
    def plan(self) -> Plan | None:
        """The plan whose weeks are shown; None for weeks of the calendar."""
        return self.agenda.plans.get(self._plan_id)

    @property
    def agenda(self) -> Agenda:
        """What counts in the shown week and around it."""
        self._ensure()
        return self._agenda

    @property
    def sums(self) -> Sums:
        """What the sessions add, each worked out once."""
        return self._sums

    @property
    def reading(self) -> WeekReading:
        """The shown week with its sums and findings."""
        if self._reading is None:
            self._reading = self._read_shown(self.agenda)
        return self._reading

    @property
    def preview_reading(self) -> WeekReading | None:
        """The same of what would be dropped or mended, or None."""
        if self._preview is None and self._previewed is not None:
            self._preview = self._read_shown(self._previewed(self.agenda))
        return self._preview

    def reading_of(self, session: Session) -> WeekReading | None:
        """The week that a session lies in, which need not be shown; None without a date."""
        if session.date is None:
            return None
        plan = self.agenda.plans.get(session.plan)
        week = week_of(plan, session.date)
        if session.plan == self._plan_id and week == self._week:
            return self.reading
        back = min(timedelta(days=week.days * WEEKS_BACK), week.first - date.min)
        ahead = min(timedelta(days=week.days * WEEKS_AHEAD), date.max - week.last)
        near = counted(self._shelf.agenda(week.first - back, week.last + ahead), session.plan)
        return self._read(near, week, plan)

    def plans(self) -> list[Plan]:
        """All plans, the most recently changed first."""
        return self._shelf.plans()

    def begin(self) -> None:
        """Show today in the plan that runs today, else the next one, else the calendar."""
        self.show_plan(current_plan(self.plans(), self.today))

    def show_plan(self, plan_id: str) -> None:
        """Show a plan at today, or at its nearest week; "" shows the weeks of the calendar."""
        self._plan_id, self._gone = plan_id, ""
        self._loaded = None
        plan = self.plan
        # Whoever opens a plan of the archive means to see it.
        self._kept = plan_id if plan is not None and plan.archived else ""
        day, last = self.today, None if plan is None else last_day(plan)
        if plan is not None and plan.start is not None and last is not None:
            day = min(max(day, plan.start), last)
        self.show_day(day)

    def show_day(self, day: date) -> None:
        """Show the week of a day; one that the calendar's end cuts off is not shown."""
        week = week_of(self.plan, day)
        if (date.max - week.first).days < week.days:
            return
        self._week = week
        self._renew()

    def step(self, weeks: int) -> None:
        """Some weeks on or back. Stays where the calendar ends."""
        try:
            self.show_day(self._week.first + timedelta(days=weeks * self._week.days))
        except OverflowError:
            return

    def push(self, name: str, edit: AgendaEdit) -> bool:
        """Make an edit, as one step to undo. False, and no step, where it changes nothing."""
        before = self.agenda
        after = edit(before)
        self.preview(None)
        changes = difference(before, after)
        if not changes:
            return False
        self._is_here = True
        try:
            self._document.replace(name, difference(after, before), changes)
        finally:
            self._is_here = False
        return True

    def preview(self, edit: AgendaEdit | None) -> None:
        """Show on the week what an edit would make; None ends it and leaves no trace."""
        if edit is None and self._previewed is None:
            return
        self._previewed = edit
        self._preview = None if edit is None else self._read_shown(edit(self.agenda))
        self.previewed.emit()

    def whole(self, plan_id: str) -> Agenda:
        """The agenda with all of a plan in it, for edits that reach past the shown weeks.

        Its diary goes back far enough for what was done to tell the next numbers.
        """
        self._ensure()
        if plan_id not in self._whole:
            self._whole.add(plan_id)
            more = self._shelf.of_plan(plan_id)
            days = [each.date for each in more.sessions.values() if each.date is not None]
            if days:
                first, last = _around(min(days), max(*days, self.today))
                more = replace(more, diary=self._shelf.diary(first, last))
            self._add(more)
            # Two years are many frozen objects and no cycle. Looking for garbage among them took
            # 70 ms, twice in a hundred turns of the page; without them it takes 15.
            gc.freeze()
        return self._agenda

    def all_of(self, plan_id: str) -> Agenda:
        """All that is of one plan, archived or not, without its diary; and all plans."""
        return self._shelf.of_plan(plan_id)

    def around(self, entry: Entry) -> Agenda:
        """The agenda with all that is like a card: its plan, or the weeks about its day."""
        if entry.plan:
            return self.whole(entry.plan)
        day = entry.date or self.today
        self._ensure()
        self._add(self._shelf.agenda(*_around(day, max(day, self.today))))
        return self._agenda

    def logged(self, session: Session) -> DoneSession | None:
        """What was written down of a session, the last of it; without a date, that of today."""
        found = [each for each in self.around(session).diary.values() if each.session == session.id]
        if session.date is None:
            found = [each for each in found if each.date == self.today]
        return max(found, key=lambda each: each.date, default=None)

    def between(self, first: date, last: date) -> Agenda:
        """What counts in some days, near or far, both included."""
        return counted(self._shelf.agenda(first, last), self._plan_id)

    def overview(self) -> tuple[tuple[Week, SessionSum, PhaseKind | None], ...]:
        """Each week of the shown plan with its sum and phase; none without a plan."""
        plan = self.plan
        if plan is None:
            return ()
        self.whole(plan.id)
        reading = self.reading
        return tuple(
            (week, reading.sum_of_week(week), phase_of(plan, week.number))
            for week in weeks_of(plan)
        )

    def _ensure(self) -> None:
        """Have the weeks around the shown one read."""
        back = timedelta(days=self._week.days * WEEKS_BACK)
        ahead = timedelta(days=self._week.days * WEEKS_AHEAD)
        first = max(self._week.first, date.min + back) - back
        last = min(self._week.last, date.max - ahead) + ahead
        if self._loaded is None:
            self._loaded = (first, last)
            self._whole.clear()
            self._everything = Agenda()
            self._settle()
            self._read_days(first, last)
            return
        begun, ended = self._loaded
        if last < begun or first > ended:  # far away: begin again there
            self._loaded = (first, last)
            self._keep_whole()
            self._read_days(first, last)
            return
        if first < begun:
            self._read_days(first, begun - timedelta(days=1))
        if last > ended:
            self._read_days(ended + timedelta(days=1), last)
        self._loaded = min(first, begun), max(last, ended)

    def _read_days(self, first: date, last: date) -> None:
        known = self._plan_id if self._plan_id in self._whole else ""
        self._add(self._shelf.agenda(first, last, known))

    def _keep_whole(self) -> None:
        """Leave all but the plans read as a whole: they need not be read and summed again."""
        there, whole = self._everything, self._whole
        plans = {each.plan for each in there.sessions.values()}
        plans |= {each.plan for each in there.runs.values()}
        if not plans <= whole:
            self._everything = replace(
                there,
                sessions={key: each for key, each in there.sessions.items() if each.plan in whole},
                runs={key: each for key, each in there.runs.items() if each.plan in whole},
            )
            self._settle()

    def _add(self, more: Agenda) -> None:
        there = self._everything
        if has_all(there, more):
            return  # what was worked out of it still holds
        self._everything = Agenda(
            {**more.sessions, **there.sessions},
            {**more.runs, **there.runs},
            {**there.plans, **more.plans},
            {**more.diary, **there.diary},
        )
        self._settle()

    def _settle(self) -> None:
        self._agenda = counted(self._everything, self._plan_id)
        self._reading = self._preview = None

    def _take(self, changes: Changes) -> None:
        """What was changed, here or on another page, by doing or undoing."""
        if self._loaded is None or not (
            changes.sessions or changes.runs or changes.plans or changes.diary
        ):
            return
        touched = days_after(changes)
        if self._is_here or not touched:
            touched |= days_before(self._everything, changes)
        before = self._everything.plans
        self._everything = with_changes(self._everything, changes)
        self._settle()
        if changes.plans:
            self._keep_to_a_plan(before)
            self._week = week_of(self.plan, self._week.first)
        elif touched and not any(day in self._week for day in touched):
            # No edit happens out of sight: what is undone may come back to another week.
            first = self._week.first
            self._week = week_of(self.plan, min(touched, key=lambda day: abs((day - first).days)))
        self._renew()

    def _keep_to_a_plan(self, before: Mapping[str, Plan]) -> None:
        """Show another plan where the shown one is gone or put away, until it is back."""
        plans, shown = self._everything.plans, self._plan_id
        if is_back(self._gone, before, plans):
            self._plan_id, self._gone = self._gone, ""
        elif shown and (shown not in plans or self._is_put_away(before)):
            self._gone, self._plan_id = shown, current_plan(list(plans.values()), self.today)
        self._settle()

    def _is_put_away(self, before: Mapping[str, Plan]) -> bool:
        """Whether the shown plan goes into the archive just now; one opened there stays."""
        shown, now = self._plan_id, self._everything.plans
        return shown != self._kept and is_live(shown, before) and not is_live(shown, now)

    def _follow(self) -> None:
        """Other exercises or settings give other sums."""
        document = self._document
        judged = (document.library, document.settings)
        if judged[0] is self._judged[0] and judged[1] == self._judged[1]:
            return
        self._judged = judged
        self._sums = Sums(document.library, document.settings.body_mass_kg)
        self._renew()

    def _renew(self) -> None:
        self._reading = self._preview = self._previewed = None
        self.changed.emit()

    def _read_shown(self, agenda: Agenda) -> WeekReading:
        return self._read(agenda, self._week, agenda.plans.get(self._plan_id))

    def _read(self, agenda: Agenda, week: Week, plan: Plan | None) -> WeekReading:
        document = self._document
        return examine_week(
            agenda,
            week,
            plan,
            document.library,
            document.settings,
            self.today,
            self._sums,
        )


def _around(first: date, last: date) -> tuple[date, date]:
    """Some weeks more on both sides, as far as the calendar goes."""
    more = timedelta(weeks=WEEKS_BACK)
    return max(first, date.min + more) - more, min(last, date.max - more) + more
