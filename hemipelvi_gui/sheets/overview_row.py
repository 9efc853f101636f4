"""One week of a plan as one row: its cards as signs, with short names where there is room."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from hemipelvi_gui.domain.runs import Run, RunKind
from hemipelvi_gui.sheets.cards import sign_of
from hemipelvi_gui.sheets.legend import crossed
from hemipelvi_gui.sheets.marks import Bar, Ink, Mark, Sign, Strip, Style, Weight, Words, moved
from hemipelvi_gui.sheets.plan_words import (
    day_words,
    entry_name,
    more_words,
    phases_words,
    share_short,
    short_days,
)
from hemipelvi_gui.sheets.ruler import SEPARATOR

if TYPE_CHECKING:
    from hemipelvi_gui.domain.agenda import Entry
    from hemipelvi_gui.domain.plan import Week
    from hemipelvi_gui.sheets.ruler import Ruler
    from hemipelvi_gui.sheets.sources import OverviewSource

translate = QCoreApplication.translate

HEAD = Style(6.8, Weight.SEMIBOLD, Ink.MUTED)
NUMBER = Style(8.2, Weight.SEMIBOLD)
PLAIN = Style(7.2)
QUIET = Style(7.0, ink=Ink.MUTED)
NAME = Style(6.4)
GONE = Style(6.4, ink=Ink.MUTED)
SHARE = Style(7.4, Weight.SEMIBOLD)

NUMBER_WIDTH, DATES_WIDTH, PHASE_WIDTH = 20.0, 68.0, 64.0
SHARE_WIDTH, BAR_WIDTH, HSE_WIDTH, MINUTES_WIDTH = 82.0, 46.0, 30.0, 28.0
NAMED_FROM = 40.0  # points a day: less has room for signs only
SIDE, STEP, LINE = 7.0, 9.0, 9.4
MOST_LINES, HEIGHT, YEAR_HEIGHT, PAD = 4, 15.0, 13.0, 2.8


@dataclass(frozen=True)
class Table:
    """Where the columns stand."""

    left: float
    right: float
    days: int

    @property
    def start(self) -> float:
        """Where the days begin."""
        return self.left + NUMBER_WIDTH + DATES_WIDTH + PHASE_WIDTH

    @property
    def end(self) -> float:
        """Where the days end."""
        return self.right - SHARE_WIDTH - HSE_WIDTH - MINUTES_WIDTH

    @property
    def day(self) -> float:
        """The width of a day."""
        return (self.end - self.start) / self.days


def table_head(source: OverviewSource, table: Table, ruler: Ruler) -> Strip:
    """The names of the columns; weekdays where the plan's weeks are calendar weeks long."""
    weeks = source.weeks
    marks: list[Mark] = [
        _words(table.left, translate("WeekSheet", "Week"), HEAD, ruler),
        _words(table.start - PHASE_WIDTH, translate("WeekSheet", "Phase"), HEAD, ruler),
        _words(table.end + 8.0, translate("WeekSheet", "Share"), HEAD, ruler),
        _at_right(table.right - MINUTES_WIDTH, translate("WeekSheet", "Sets"), HEAD, ruler),
        _at_right(table.right, translate("WeekSheet", "min"), HEAD, ruler),
    ]
    for place, day in enumerate(weeks[0].dates if weeks else ()):
        weekly = table.days == len("1234567")
        text = day_words(day, translate("WeekSheet", "ddd")) if weekly else str(place + 1)
        marks.append(_words(table.start + place * table.day + 2.0, text, HEAD, ruler))
    return Strip(
        14.0, (*moved(marks, 8.0), Bar(table.left, 12.5, table.right - table.left, 0.8, Ink.INK))
    )


def year_row(year: int, table: Table, ruler: Ruler) -> Strip:
    """The year above its weeks."""
    words = _words(table.left + 1.0, str(year), HEAD, ruler)
    line = Bar(table.left, YEAR_HEIGHT - 0.4, table.right - table.left, 0.4, Ink.LINE)
    return Strip(YEAR_HEIGHT, (*moved((words,), 9.0), line))


def week_row(
    source: OverviewSource, week: Week, table: Table, ruler: Ruler, extra: float = 0.0
) -> Strip:
    """The row of a week, measured from its top and `extra` points higher than it needs to be."""
    pad = PAD + extra / 2
    days = [source.days.get(day, ()) for day in week.dates]
    named = table.day >= NAMED_FROM
    cells = [_named(on, table.day, ruler) if named else _signs(on, table.day, ruler) for on in days]
    height = max(HEIGHT + extra, *(cell.height + 2 * pad for cell in cells))
    marks: list[Mark] = []
    if week.number in source.plan.deloads:
        marks.append(Bar(table.left, 0.0, table.right - table.left, height, Ink.TINT))
    if any(_is_race(each) for on in days for each in on):
        marks.append(Bar(table.left - 5.0, 1.0, 2.4, height - 2.0, Ink.RACE, 1.2))
    marks.extend(moved(_labels(source, week, table, ruler), pad + 7.4))
    for place, cell in enumerate(cells):
        x = table.start + place * table.day
        marks.append(Bar(x - 0.2, 0.0, 0.4, height, Ink.LINE))
        marks.extend(moved(cell.marks, pad, x + 2.0))
    marks.append(Bar(table.end - 0.2, 0.0, 0.4, height, Ink.LINE))
    marks.extend(moved(_numbers(source, week, table, ruler), pad + 7.4))
    marks.append(Bar(table.left, height - 0.4, table.right - table.left, 0.4, Ink.LINE))
    return Strip(height, tuple(marks))


def _labels(source: OverviewSource, week: Week, table: Table, ruler: Ruler) -> list[Mark]:
    marks: list[Mark] = [_words(table.left + 1.0, str(week.number), NUMBER, ruler)]
    dates, x = short_days(week), table.left + NUMBER_WIDTH
    marks += [_words(x, line, PLAIN, ruler) for line in ruler.lines(dates, PLAIN, DATES_WIDTH, 1)]
    phase, x = SEPARATOR.join(phases_words(source.plan, week.number)), x + DATES_WIDTH
    room = PHASE_WIDTH - 3.0
    marks += [_words(x, line, QUIET, ruler) for line in ruler.lines(phase, QUIET, room, 1)]
    return marks


def _numbers(source: OverviewSource, week: Week, table: Table, ruler: Ruler) -> list[Mark]:
    total = source.sum_of(week)
    if not total.seconds:
        return []
    minutes = str(int(-(-total.seconds // 60)))
    marks: list[Mark] = [_at_right(table.right, minutes, PLAIN, ruler)]
    if total.share is None:
        return marks
    low, high = source.settings.band_low, source.settings.band_high
    left, radius = table.end + 8.0, 2.0
    marks += [
        _at_right(table.right - MINUTES_WIDTH, f"{total.hse:.1f}", PLAIN, ruler),
        _at_right(left + SHARE_WIDTH - 8.0, share_short(total.share), SHARE, ruler),
        Bar(left, -5.0, BAR_WIDTH, 4.0, Ink.TRACK, radius),
        Bar(left + low * BAR_WIDTH, -5.0, (high - low) * BAR_WIDTH, 4.0, Ink.BAND),
    ]
    if total.share:
        marks.append(Bar(left, -5.0, max(total.share * BAR_WIDTH, 4.0), 4.0, Ink.ACCENT, radius))
    marks += [Bar(left + limit * BAR_WIDTH - 0.4, -6.6, 0.8, 7.2, Ink.INK) for limit in (low, high)]
    return marks


def _named(entries: tuple[Entry, ...], width: float, ruler: Ruler) -> Strip:
    """A line a card: its sign and as much of its name as there is room for."""
    shown = len(entries) if len(entries) <= MOST_LINES else MOST_LINES - 1
    marks: list[Mark] = []
    for at, entry in enumerate(entries[:shown]):
        y, style = at * LINE, GONE if entry.skipped else NAME
        marks.extend(moved(_sign(entry), y))
        room = width - SIDE - 7.0
        for line in ruler.lines(entry_name(entry), style, room, 1):
            words = _words(SIDE + 3.0, line, style, ruler)
            marks.extend(moved((words,), y + 6.2))
    height = shown * LINE
    if shown < len(entries):
        more = _words(0.0, more_words(len(entries) - shown), GONE, ruler)
        marks.extend(moved((more,), height + 6.2))
        height += LINE
    return Strip(height, tuple(marks))


def _signs(entries: tuple[Entry, ...], width: float, ruler: Ruler) -> Strip:
    """Signs side by side and on further lines; what is left over is counted."""
    across = max(int((width - 3.0) // STEP), 1)
    most = across * MOST_LINES
    shown = len(entries) if len(entries) <= most else most - across
    marks: list[Mark] = []
    for at, entry in enumerate(entries[:shown]):
        line, place = divmod(at, across)
        marks.extend(moved(_sign(entry), line * LINE, place * STEP))
    height = -(-shown // across) * LINE
    if shown < len(entries):
        text = f"+{len(entries) - shown}"
        marks.extend(moved((_words(0.0, text, GONE, ruler),), height + 6.2))
        height += LINE
    return Strip(height, tuple(marks))


def _sign(entry: Entry) -> tuple[Mark, ...]:
    sign = Sign(0.0, 0.4, SIDE, *sign_of(entry))
    return (sign, crossed(0.0, 0.4, SIDE)) if entry.skipped else (sign,)


def _is_race(entry: Entry) -> bool:
    return isinstance(entry, Run) and entry.kind is RunKind.RACE and not entry.skipped


def _words(x: float, text: str, style: Style, ruler: Ruler) -> Words:
    return Words(x, 0.0, text, style, ruler.width(text, style))


def _at_right(right: float, text: str, style: Style, ruler: Ruler) -> Words:
    width = ruler.width(text, style)
    return Words(right - width, 0.0, text, style, width)
