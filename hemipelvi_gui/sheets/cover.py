"""The cover of a book of sheets: its sessions by week, each with its page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from hemipelvi_gui.domain.sums import SessionSum, add_up
from hemipelvi_gui.sheets.header import Heading, footer, running_header, title_block
from hemipelvi_gui.sheets.layout import (
    BOTTOM_MARGIN,
    FOOTER_BASELINE,
    SIDE_MARGIN,
    TOP_MARGIN,
)
from hemipelvi_gui.sheets.marks import Bar, Ink, Mark, Page, Strip, Style, Weight, Words, moved
from hemipelvi_gui.sheets.plan_words import (
    clock_words,
    day_words,
    days_words,
    duration_words,
    gym_words,
    hard_sets,
    phases_words,
    share_short,
    short_days,
)
from hemipelvi_gui.sheets.ruler import SEPARATOR
from hemipelvi_gui.sheets.sheet import SIZES, Paper
from hemipelvi_gui.sheets.stack import struck
from hemipelvi_gui.sheets.words import plan_title, share_sentence, title

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from hemipelvi_gui.domain.plan import Week
    from hemipelvi_gui.domain.session import Session
    from hemipelvi_gui.domain.settings import Settings
    from hemipelvi_gui.sheets.ruler import Ruler
    from hemipelvi_gui.sheets.sources import RangeSource

translate = QCoreApplication.translate

WEEK = Style(9.0, Weight.SEMIBOLD)
ABOUT = Style(8.0, ink=Ink.MUTED)
SHARE = Style(8.4, Weight.SEMIBOLD)
ROW = Style(9.0)
GONE = Style(9.0, ink=Ink.MUTED)
QUIET = Style(8.2, ink=Ink.MUTED)
PAGE = Style(9.0, Weight.SEMIBOLD)

WEEK_HEIGHT, ROW_HEIGHT, BASELINE = 24.0, 15.0, 10.6
DAY_WIDTH, CLOCK_WIDTH, FACTS_WIDTH, PAGE_WIDTH = 62.0, 36.0, 86.0, 44.0
BAR_WIDTH, BAR_HEIGHT = 64.0, 4.0
MOST_HEADING = 4


def cover_pages(
    source: RangeSource, starts: Mapping[str, int], total: int, paper: Paper, ruler: Ruler
) -> tuple[Page, ...]:
    """The cover; `starts` are first pages by session id, `total` the pages of the whole book."""
    width, height = SIZES[paper]
    left, right = SIDE_MARGIN, width - SIDE_MARGIN
    heading = cover_heading(source)
    first = title_block(heading, left, right, ruler)
    later = running_header(heading.title, left, right, ruler)
    sheet, used = [[first]], first.height
    room = height - TOP_MARGIN - BOTTOM_MARGIN
    for strip in _rows(source, starts, right - left, ruler):
        needed = strip.height + (ROW_HEIGHT if strip.keeps else 0.0)
        if used + needed > room and (len(sheet[-1]) > 1 or used > later.height):
            sheet.append([later])
            used = later.height
        sheet[-1].append(Strip(strip.height, moved(strip.marks, 0.0, left), strip.keeps))
        used += strip.height
    sentence = share_sentence(heading.share)
    made = []
    for number, strips in enumerate(sheet, 1):
        y, marks = TOP_MARGIN, list[Mark]()
        for strip in strips:
            marks.extend(moved(strip.marks, y))
            y += strip.height
        foot = footer(sentence, f"{number} / {total}", left, right, ruler)
        marks.extend(moved(foot, height - FOOTER_BASELINE))
        made.append(Page(width, height, tuple(marks), heading.title))
    return tuple(made)


def cover_heading(source: RangeSource) -> Heading:
    """The plan or, without one, what this is; its days; what they add up to."""
    wanted = [each for each in source.ordered if not each.skipped]
    total = add_up(source.sums.of(each) for each in wanted)
    name = (
        translate("WeekSheet", "Session sheets") if source.plan is None else plan_title(source.plan)
    )
    work = SEPARATOR.join(gym_words(total, len(wanted)))
    days = days_words(source.first, source.last)
    return Heading(name, (days, work), total.share, source.settings, most=MOST_HEADING)


def _rows(
    source: RangeSource, starts: Mapping[str, int], width: float, ruler: Ruler
) -> list[Strip]:
    # The column of pages is named once, above the first of them.
    text = translate("WeekSheet", "Page")
    words = ruler.width(text, ABOUT)
    made = [Strip(0.0, (Words(width - words, WEEK_HEIGHT - 7.0, text, ABOUT, words),), keeps=True)]
    for week, sessions in source.by_week.items():
        made.append(_week(source, week, sessions, width, ruler))
        for each in sessions:
            total = source.sums.of(each)
            made.append(_session(each, total, starts.get(each.id, 0), width, ruler))
    return made


def _week(
    source: RangeSource, week: Week, sessions: Sequence[Session], width: float, ruler: Ruler
) -> Strip:
    total = add_up(source.sums.of(each) for each in sessions)
    name, about = short_days(week), [str(week.last.year)]
    if source.plan is not None and week.number:
        about = [name, *phases_words(source.plan, week.number)]
        name = translate("WeekSheet", "Week {number} of {weeks}").format(
            number=week.number, weeks=source.plan.weeks
        )
    y = WEEK_HEIGHT - 7.0
    marks: list[Mark] = [Words(0.0, y, name, WEEK, ruler.width(name, WEEK))]
    x = marks[0].x + ruler.width(name, WEEK) + 6.0
    line = SEPARATOR.join(about)
    marks.append(Words(x, y, line, ABOUT, ruler.width(line, ABOUT)))
    marks.extend(moved(_gauge(total, source.settings, width, ruler), y))
    marks.append(Bar(0.0, WEEK_HEIGHT - 2.5, width, 0.6, Ink.LINE))
    return Strip(WEEK_HEIGHT, tuple(marks), keeps=True)


def _gauge(total: SessionSum, settings: Settings, right: float, ruler: Ruler) -> list[Mark]:
    if total.share is None:
        return []
    dose, share = hard_sets(total.hse), share_short(total.share)
    low, high = settings.band_low, settings.band_high
    width = ruler.width(dose, ABOUT)
    end = right - PAGE_WIDTH - 26.0
    left, radius = right - PAGE_WIDTH - 26.0 - BAR_WIDTH, BAR_HEIGHT / 2
    marks: list[Mark] = [
        Words(left - 10.0 - width, 0.0, dose, ABOUT, width),
        Bar(left, -5.4, BAR_WIDTH, BAR_HEIGHT, Ink.TRACK, radius),
        Bar(left + low * BAR_WIDTH, -5.4, (high - low) * BAR_WIDTH, BAR_HEIGHT, Ink.BAND),
    ]
    if total.share:
        filled = max(total.share * BAR_WIDTH, BAR_HEIGHT)
        marks.append(Bar(left, -5.4, filled, BAR_HEIGHT, Ink.ACCENT, radius))
    marks += [
        Bar(left + limit * BAR_WIDTH - 0.4, -7.0, 0.8, BAR_HEIGHT + 3.2, Ink.INK)
        for limit in (low, high)
    ]
    marks.append(Words(end + 7.0, 0.0, share, SHARE, ruler.width(share, SHARE)))
    return marks


def _session(session: Session, total: SessionSum, page: int, width: float, ruler: Ruler) -> Strip:
    y, style = BASELINE, GONE if session.skipped else ROW
    marks: list[Mark] = []
    if session.date is not None:
        day = day_words(session.date, translate("WeekSheet", "ddd d MMM"))
        marks.append(Words(0.0, y, day, QUIET, ruler.width(day, QUIET)))
    if session.start is not None:
        clock = clock_words(session.start)
        marks.append(Words(DAY_WIDTH, y, clock, QUIET, ruler.width(clock, QUIET)))
    left, right = DAY_WIDTH + CLOCK_WIDTH, width - PAGE_WIDTH - FACTS_WIDTH
    lines = ruler.lines(title(session), style, right - left - 8.0, 1)
    name = tuple(Words(left, y, line, style, ruler.width(line, style)) for line in lines)
    marks.extend(name)
    if session.skipped:
        marks.extend(struck(name))
        told, number = translate("WeekSheet", "skipped"), "–"
    else:
        share = () if total.share is None else (share_short(total.share),)
        told, number = SEPARATOR.join((*share, duration_words(total.seconds))), str(page)
    wide = ruler.width(number, PAGE)
    marks.append(Words(right, y, told, QUIET, ruler.width(told, QUIET)))
    marks.append(Words(width - wide, y, number, PAGE, wide))
    return Strip(ROW_HEIGHT, tuple(marks))
