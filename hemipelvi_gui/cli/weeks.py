"""Weeks of a plan file on paper."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from hemipelvi_gui.cli.codes import FINE
from hemipelvi_gui.cli.commands import all_exercises, home_in
from hemipelvi_gui.domain.agenda import Agenda
from hemipelvi_gui.domain.errors import KnownError
from hemipelvi_gui.domain.plan import last_day, week_of
from hemipelvi_gui.domain.sums import Sums
from hemipelvi_gui.domain.text import translate
from hemipelvi_gui.exchange import read

if TYPE_CHECKING:
    from argparse import Namespace
    from datetime import date

    from hemipelvi_gui.domain.bundle import Bundle
    from hemipelvi_gui.domain.plan import Week
    from hemipelvi_gui.sheets import Kind, Page, PageOptions, Planned


def week(namespace: Namespace) -> int:
    """Write a week, an overview, session sheets or pocket cards of a plan file.

    Weeks are those of its first plan, or of the calendar where there is none.
    """
    # Qt takes longest of all to load.
    from hemipelvi_gui.sheets import Kind, Planned, write_pages

    bundle, home = read(namespace.file), home_in(namespace.data)
    library = all_exercises(home, bundle)
    sums = Sums(library, home.settings.body_mass_kg)
    plan = next(iter(bundle.plans), None)
    planned = Planned(_agenda(bundle), library, home.settings, sums, plan)
    kind, options = Kind(namespace.kind), _options(planned, namespace)
    if kind is Kind.SHEETS:
        count = _write_sheets(planned, options, namespace)
    else:
        sheet = _pages(kind, planned, options, namespace)
        count = write_pages(namespace.output, sheet, options.monochrome)
    path = namespace.output
    print(translate("CommandLine", "Sheet: {path} (pages: {count})", path=path, count=count))
    return FINE


def _options(planned: Planned, namespace: Namespace) -> PageOptions:
    from hemipelvi_gui.sheets import Orientation, PageOptions, Paper

    lies = namespace.kind in planned.settings.landscape
    usual = Orientation.LANDSCAPE if lies else Orientation.PORTRAIT
    return PageOptions(
        Paper(namespace.paper or planned.settings.paper),
        Orientation(namespace.orientation or usual),
        namespace.mono,
    )


def _pages(
    kind: Kind, planned: Planned, options: PageOptions, namespace: Namespace
) -> tuple[Page, ...]:
    from hemipelvi_gui.sheets import Kind, overview_pages, pages_of

    if kind is Kind.OVERVIEW:
        return overview_pages(planned.overview(), options)
    number = 1 if namespace.week is None else namespace.week
    return pages_of(kind, planned, _numbered(planned, number), options)


def _write_sheets(planned: Planned, options: PageOptions, namespace: Namespace) -> int:
    from hemipelvi_gui.sheets import SheetOptions, write_range

    first, last = _days(planned)
    if namespace.week is not None:
        chosen = _numbered(planned, namespace.week)
        first, last = chosen.first, chosen.last
    wanted = SheetOptions(options.paper, planned.settings.side_boxes, options.monochrome)
    source = planned.sheets(first, last)
    return write_range(namespace.output, source, wanted, lambda _done, _total: None)


def _agenda(bundle: Bundle) -> Agenda:
    return Agenda(
        {each.id: each for each in bundle.sessions if each.date is not None},
        {each.id: each for each in bundle.runs},
        {each.id: each for each in bundle.plans},
    )


def _days(planned: Planned) -> tuple[date, date]:
    """The plan's first and last day, else those of what has a date. Raises KnownError for none."""
    plan = planned.plan
    end = None if plan is None else last_day(plan)
    if plan is not None and plan.start is not None and end is not None:
        return plan.start, end
    days = planned.agenda.by_day
    if not days:
        raise KnownError(
            translate("CommandLine", "Nothing in this file has a date."),
            translate("CommandLine", "Write the sheets of its sessions with `hemipelvi sheet`."),
        )
    return min(days), max(days)


def _numbered(planned: Planned, number: int) -> Week:
    """A week by its number from 1. Raises KnownError where there is none."""
    first, last = _days(planned)
    begun = week_of(planned.plan, first)
    count = (last - begun.first).days // begun.days + 1
    if not 1 <= number <= count:
        raise KnownError(
            translate("CommandLine", "There is no week {number}.", number=number),
            translate("CommandLine", "The weeks of this file are 1 to {count}.", count=count),
        )
    return week_of(planned.plan, begun.first + timedelta(days=(number - 1) * begun.days))
