"""A whole plan: a row a week, on as many pages as that takes."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from hemipelvi_gui.domain.errors import KnownError
from hemipelvi_gui.domain.runs import Run, RunKind
from hemipelvi_gui.domain.sums import add_up
from hemipelvi_gui.domain.text import translate as said_later
from hemipelvi_gui.sheets.header import Heading, footer, running_header, title_block
from hemipelvi_gui.sheets.layout import FOOTER_BASELINE, sheet_ruler
from hemipelvi_gui.sheets.legend import legend
from hemipelvi_gui.sheets.marks import Mark, Page, Strip, moved
from hemipelvi_gui.sheets.overview_row import YEAR_HEIGHT, Table, table_head, week_row, year_row
from hemipelvi_gui.sheets.plan_words import day_words, days_words, entry_name, gym_words, runs_words
from hemipelvi_gui.sheets.ruler import SEPARATOR
from hemipelvi_gui.sheets.sheet import PageOptions, paper_size
from hemipelvi_gui.sheets.sources import OverviewSource, sessions_in
from hemipelvi_gui.sheets.words import plan_title, share_sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hemipelvi_gui.sheets.ruler import Ruler

translate = QCoreApplication.translate
SIDE_MARGIN, TOP_MARGIN, BOTTOM_MARGIN = 36.0, 36.0, 42.0
MOST_EXTRA = 18.0  # points a row: a short plan is roomier, but still one table
MOST_HEADING = 4
ROUNDING = 0.01


def overview_pages(source: OverviewSource, options: PageOptions) -> tuple[Page, ...]:
    """All weeks of the plan. Raises KnownError for a plan without a start or missing fonts."""
    if source.plan.start is None:
        raise KnownError(
            said_later("Sheet", "The plan has no first day yet."),
            said_later("Sheet", "Give it one, and print it again."),
        )
    ruler = sheet_ruler()
    size = paper_size(options.paper, options.orientation)
    left, right = SIDE_MARGIN, size.width - SIDE_MARGIN
    heading = overview_heading(source)
    table = Table(left, right, source.plan.cycle_days)
    head = table_head(source, table, ruler)
    first = _joined(title_block(heading, left, right, ruler), head)
    later = _joined(running_header(heading.title, left, right, ruler), head)
    key = legend(left, right, ruler)
    room = size.height - TOP_MARGIN - BOTTOM_MARGIN - key.height - 6.0
    sheet = _flowed(source, table, Ends(first, later), room, ruler)
    made = []
    for number, strips in enumerate(sheet, 1):
        foot = footer(share_sentence(heading.share), f"{number} / {len(sheet)}", left, right, ruler)
        marks = (
            *_stacked(strips),
            *moved(key.marks, size.height - BOTTOM_MARGIN - key.height),
            *moved(foot, size.height - FOOTER_BASELINE),
        )
        made.append(Page(*size, marks, heading.title))
    return tuple(made)


def overview_heading(source: OverviewSource) -> Heading:
    """The plan's name, dates, goal, and the balance of all its weeks."""
    plan, weeks = source.plan, source.weeks
    entries = [each for week in weeks for each in source.entries(week)]
    total = add_up(source.sum_of(week) for week in weeks)
    count = translate("WeekSheet", "{count} weeks").format(count=len(weeks))
    where = [translate("WeekSheet", "1 week") if len(weeks) == 1 else count]
    where += [days_words(weeks[0].first, weeks[-1].last)] if weeks else []
    sessions = [each for each in sessions_in(entries) if not each.skipped]
    runs = [each for each in entries if isinstance(each, Run)]
    lines = [
        SEPARATOR.join(where),
        SEPARATOR.join((*gym_words(total, len(sessions)), *runs_words(runs))),
    ]
    goal = _goal(source, runs)
    told = (*lines, goal) if goal else tuple(lines)
    name = plan_title(plan)
    return Heading(name, told, total.share, source.settings, plan.notes, MOST_HEADING)


def _goal(source: OverviewSource, runs: Sequence[Run]) -> str:
    """The race the plan leads to, else the last one in it."""
    races = [each for each in runs if each.kind is RunKind.RACE and not each.skipped]
    chosen = [each for each in races if each.id == source.plan.goal] or races[-1:]
    if not chosen:
        return ""
    day = day_words(chosen[0].date, translate("WeekSheet", "d MMMM yyyy"))
    return translate("WeekSheet", "Race: {name}, {day}").format(name=entry_name(chosen[0]), day=day)


class Ends(NamedTuple):
    """What stands above the rows of the first page and of the later ones."""

    first: Strip
    later: Strip


def _flowed(
    source: OverviewSource, table: Table, ends: Ends, room: float, ruler: Ruler
) -> list[list[Strip]]:
    """The strips of every page. A plan that fits on one page takes all of it."""
    sheet = _paged(source, table, ends, room, ruler, 0.0)
    spare = room - sum(strip.height for strip in sheet[0])
    if len(sheet) > 1 or spare <= 0:
        return sheet
    return _paged(source, table, ends, room, ruler, min(spare / len(source.weeks), MOST_EXTRA))


def _paged(
    source: OverviewSource, table: Table, ends: Ends, room: float, ruler: Ruler, extra: float
) -> list[list[Strip]]:
    weeks = source.weeks
    several = weeks[0].first.year != weeks[-1].last.year
    sheet, used, year = [[ends.first]], ends.first.height, 0
    for week in weeks:
        row = week_row(source, week, table, ruler, extra)
        over = row.height + (YEAR_HEIGHT if several and week.first.year != year else 0.0)
        if used + over > room + ROUNDING and (len(sheet[-1]) > 1 or used > ends.later.height):
            sheet.append([ends.later])
            used, year = ends.later.height, 0
        if several and week.first.year != year:
            year = week.first.year
            sheet[-1].append(year_row(year, table, ruler))
            used += YEAR_HEIGHT
        sheet[-1].append(row)
        used += row.height
    return sheet


def _stacked(strips: Sequence[Strip]) -> tuple[Mark, ...]:
    marks: list[Mark] = []
    y = TOP_MARGIN
    for strip in strips:
        marks.extend(moved(strip.marks, y))
        y += strip.height
    return tuple(marks)


def _joined(upper: Strip, lower: Strip) -> Strip:
    return Strip(upper.height + lower.height, (*upper.marks, *moved(lower.marks, upper.height)))
