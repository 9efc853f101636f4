"""What is done with cards of the week: pure edits with the names of their steps."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale, QMimeData

from hemipelvi_gui.domain import agenda_edits
from hemipelvi_gui.domain.agenda import find_entry
from hemipelvi_gui.domain.plan import DAYS_A_WEEK, Week, week_of
from hemipelvi_gui.domain.runs import Run, RunKind
from hemipelvi_gui.domain.session import new_id
from hemipelvi_gui.sheets.plan_words import entry_name
from hemipelvi_gui.ui.days import qdate, short_day
from hemipelvi_gui.ui.mime import CARDS_MIME, unpack
from hemipelvi_gui.ui.plain import one_line

if TYPE_CHECKING:
    from datetime import date, time

    from hemipelvi_gui.domain.agenda import Agenda, AgendaEdit, Entry
    from hemipelvi_gui.domain.session import Session
    from hemipelvi_gui.ui.weeks import Weeks

translate = QCoreApplication.translate
Ids = Sequence[str]


class BoardEdits:
    """Pushes edits of cards, each as one step to undo; gives the ids to select afterwards."""

    def __init__(self, weeks: Weeks) -> None:
        self._weeks = weeks

    def present(self, ids: Ids) -> tuple[str, ...]:
        """Those of these cards that are in the agenda."""
        agenda = self._weeks.agenda
        return tuple(each for each in ids if each in agenda.sessions or each in agenda.runs)

    def carried(self, mime: QMimeData) -> tuple[str, ...]:
        """The cards that a drag or the clipboard brings; none where it is something else."""
        return self.present(unpack(mime, CARDS_MIME))

    def entries(self, ids: Ids) -> tuple[Entry, ...]:
        """The cards themselves."""
        return tuple(find_entry(self._weeks.agenda, each) for each in self.present(ids))

    def names(self, ids: Ids) -> str:
        """One card's name, or how many there are: "Strength A", "3 cards"."""
        entries = self.entries(ids)
        if len(entries) == 1:
            return one_line(entry_name(entries[0]), 60)
        return translate("Week", "{count} cards").format(count=len(entries))

    def day_words(self, day: date) -> str:
        """As in "Friday", or "Fri 4 Dec" where it lies outside the shown week or that has two."""
        week = self._weeks.week
        if day in week and week.days <= DAYS_A_WEEK:
            return weekday_name(day)
        return short_day(day)

    # -- places ------------------------------------------------------------------------------

    def preview_day(self, ids: Ids, day: date, *, copies: bool) -> None:
        """Show on the week what a drop on a day would make."""
        self._weeks.preview(_placing(dict.fromkeys(self.present(ids), day), copies))

    def to_day(self, ids: Ids, day: date, *, copies: bool = False) -> tuple[str, ...]:
        """All of these on one day."""
        days = dict.fromkeys(self.present(ids), day)
        words = translate("Week", "move {what} to {day}")
        if copies:
            words = translate("Week", "copy {what} to {day}")
        name = words.format(what=self.names(ids), day=self.day_words(day))
        return self._place(name, days, copies)

    def by_days(self, ids: Ids, days: int) -> tuple[str, ...]:
        """Each of these so many days on, or back."""
        moved = _shifted(self.entries(ids), days)
        if not moved:
            return ()
        chosen = set(moved.values())
        if len(chosen) == 1:
            return self.to_day(tuple(moved), chosen.pop())
        words = translate("Week", "move {what} by {days} days")
        if abs(days) == 1:
            words = translate("Week", "move {what} by a day")
        return self._place(words.format(what=self.names(ids), days=abs(days)), moved, copies=False)

    def to_week(self, ids: Ids, week: Week, *, copies: bool = False) -> tuple[str, ...]:
        """Each of these on its own day of another week."""
        days = self._days_in(week, ids)
        words = translate("Week", "move {what} to another week")
        if copies:
            words = translate("Week", "copy {what} to another week")
        return self._place(words.format(what=self.names(ids)), days, copies)

    def preview_week(self, ids: Ids, week: Week, *, copies: bool) -> None:
        """Show on the week and the chart what a drop on another week would make."""
        self._weeks.preview(_placing(self._days_in(week, ids), copies))

    def _days_in(self, week: Week, ids: Ids) -> dict[str, date]:
        """The day of each card in another week; a longer week's last ones share the last day."""
        days = {}
        for entry in self.entries(ids):
            if entry.date is not None:
                at = (entry.date - week_of(self._weeks.plan, entry.date).first).days
                days[entry.id] = week.first + timedelta(days=min(at, week.days - 1))
        return days

    def paste(self, ids: Ids, day: date, *, copies: bool) -> tuple[str, ...]:
        """The earliest of these on a day, the others as long after it as they were."""
        entries = [each for each in self.entries(ids) if each.date is not None]
        first = min((each.date for each in entries if each.date), default=day)
        days = _shifted(entries, (day - first).days)
        words = translate("Week", "move {what} to {day}")
        if copies:
            words = translate("Week", "copy {what} to {day}")
        name = words.format(what=self.names(ids), day=self.day_words(day))
        return self._place(name, days, copies)

    def _place(self, name: str, days: Mapping[str, date], copies: bool) -> tuple[str, ...]:
        fresh = {each: new_id() for each in days} if copies else {}
        if not days or not self._weeks.push(name, _placing(days, copies, fresh)):
            return ()
        return tuple(fresh.get(each, each) for each in days)

    # -- the rest ----------------------------------------------------------------------------

    def duplicate(self, ids: Ids) -> tuple[str, ...]:
        """Copies of these on their own days."""
        days = {each.id: each.date for each in self.entries(ids) if each.date is not None}
        name = translate("Week", "duplicate {what}").format(what=self.names(ids))
        return self._place(name, days, copies=True)

    def remove(self, ids: Ids) -> bool:
        """Without these."""
        return self._push(translate("Week", "delete {what}"), ids, agenda_edits.remove)

    def skip(self, ids: Ids) -> bool:
        """These skipped; all back again where they all are."""
        back = all(each.skipped for each in self.entries(ids))
        words = translate("Week", "skip {what}")
        if back:
            words = translate("Week", "take {what} back in")
        return self._push(words, ids, partial(_skipping, skipped=not back))

    def set_time(self, ids: Ids, start: time | None) -> bool:
        """These at a time of day, or at none."""
        words = translate("Week", "set the time of {what}")
        return self._push(words, ids, partial(_timing, start=start))

    def add_session(self, template: Session, day: date) -> tuple[str, ...]:
        """An instance of a session on a day, in the shown plan."""
        plan = self._weeks.plan
        made = agenda_edits.instance(template, day, "" if plan is None else plan.id)
        return self._add(made, day)

    def add_rest(self, day: date) -> tuple[str, ...]:
        """A day of rest."""
        plan = self._weeks.plan
        made = Run(
            new_id(),
            translate("Week", "Rest"),
            RunKind.REST,
            day,
            plan="" if plan is None else plan.id,
        )
        return self._add(made, day)

    def _add(self, entry: Entry, day: date) -> tuple[str, ...]:
        name = translate("Week", "add {what} on {day}").format(
            what=one_line(entry_name(entry), 60), day=self.day_words(day)
        )
        made = (entry,)
        added = self._weeks.push(name, lambda agenda: agenda_edits.add(agenda, made))
        return (entry.id,) if added else ()

    def _push(
        self, words: str, ids: Ids, edit: Callable[[Agenda, Collection[str]], Agenda]
    ) -> bool:
        here = self.present(ids)
        name = words.format(what=self.names(here))
        return bool(here) and self._weeks.push(name, lambda agenda: edit(agenda, here))


def _skipping(agenda: Agenda, ids: Collection[str], skipped: bool) -> Agenda:
    return agenda_edits.skip(agenda, ids, skipped)


def _timing(agenda: Agenda, ids: Collection[str], start: time | None) -> Agenda:
    return agenda_edits.set_time(agenda, ids, start)


def _placing(
    days: Mapping[str, date], copies: bool, fresh: Mapping[str, str] | None = None
) -> AgendaEdit:
    """Cards on days; copies of a preview always have the same ids, so that sums are kept."""
    new = {each: f"copy of {each}" for each in days} if fresh is None else fresh
    return partial(agenda_edits.place, days=days, fresh=new if copies else None)


def _shifted(entries: Sequence[Entry], days: int) -> dict[str, date]:
    """The days of cards so many days on; none where one would leave the calendar."""
    try:
        step = timedelta(days=days)
        return {each.id: each.date + step for each in entries if each.date is not None}
    except OverflowError:
        return {}


def weekday_name(day: date) -> str:
    """As in "Friday"."""
    return QLocale().toString(qdate(day), "dddd")
