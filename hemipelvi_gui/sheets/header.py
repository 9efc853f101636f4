"""What stands above and below the rows: title, balance, running header, footer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hemipelvi_gui.domain.settings import Settings
from hemipelvi_gui.sheets.marks import Bar, Ink, Mark, Strip, Style, Weight, Words
from hemipelvi_gui.sheets.ruler import MOST_LINES
from hemipelvi_gui.sheets.words import particulars, share_words, target_words, title

if TYPE_CHECKING:
    from hemipelvi_gui.coach.reading import Reading
    from hemipelvi_gui.sheets.ruler import Ruler
    from hemipelvi_gui.sheets.sheet import SheetOptions

TITLE = Style(20.0, Weight.BOLD)
LONG_TITLE = Style(14.0, Weight.BOLD)
META = Style(10.0, ink=Ink.MUTED)
SHARE = Style(10.8, Weight.SEMIBOLD)
TARGET = Style(8.0, ink=Ink.MUTED)
ABOUT = Style(9.0, ink=Ink.MUTED)
RUNNING = Style(9.0, Weight.SEMIBOLD)
FOOTER = Style(8.0, ink=Ink.MUTED)

GAUGE_WIDTH = 144.0
GAUGE_TOP, GAUGE_HEIGHT = 17.5, 7.0
MOST_LARGE = 3  # lines; a longer title is set smaller
LEADING = 1.2
MOST_PARTICULARS = 5


@dataclass(frozen=True)
class Heading:
    """What stands above a page. `share` in [0, 1], None where there is no leg work.

    `most` is how many lines a title and notes may take each.
    """

    title: str
    particulars: tuple[str, ...]
    share: float | None
    settings: Settings
    notes: str = ""
    most: int = MOST_LINES


def full_header(
    reading: Reading, options: SheetOptions, left: float, right: float, ruler: Ruler
) -> Strip:
    """The session's title, particulars and balance, above the rows of the first page."""
    heading = Heading(
        title(reading.session),
        (particulars(reading, options),),
        reading.balance.asymmetric_share,
        reading.settings,
        reading.session.notes,
    )
    return title_block(heading, left, right, ruler)


def title_block(heading: Heading, left: float, right: float, ruler: Ruler) -> Strip:
    """Title and particulars, the balance at their right, notes under a line."""
    room = right - left - GAUGE_WIDTH - 24.0
    baseline = 15.5
    marks: list[Mark] = []
    name, style = heading.title, TITLE
    if len(ruler.lines(name, TITLE, room)) > MOST_LARGE:
        style = LONG_TITLE
    for line in ruler.lines(name, style, room, heading.most):
        marks.append(Words(left, baseline, line, style, ruler.width(line, style)))
        baseline += style.size * LEADING
    baseline += 18.5 - style.size * LEADING
    for text in heading.particulars:
        for line in ruler.lines(text, META, room, MOST_PARTICULARS):
            marks.append(Words(left, baseline, line, META, ruler.width(line, META)))
            baseline += 14.0
    # Title and particulars may be short; the balance beside them always needs its own height.
    rule = max(baseline - 14.0, 34.0) + 11.0
    marks += _gauge(heading.share, heading.settings, right, ruler)
    marks.append(Bar(left, rule, right - left, 1.1, Ink.INK))
    bottom = rule + 3.0
    for line in ruler.lines(heading.notes, ABOUT, right - left, heading.most):
        bottom += 13.0
        marks.append(Words(left, bottom, line, ABOUT, ruler.width(line, ABOUT)))
    return Strip(bottom + 4.0, tuple(marks))


def running_header(name: str, left: float, right: float, ruler: Ruler) -> Strip:
    """The title in small, on every later page."""
    marks: list[Mark] = [
        Words(left, 8.0, line, RUNNING, ruler.width(line, RUNNING))
        for line in ruler.lines(name, RUNNING, right - left, 1)
    ]
    return Strip(18.0, (*marks, Bar(left, 15.0, right - left, 0.8, Ink.INK)))


def footer(text: str, number: str, left: float, right: float, ruler: Ruler) -> tuple[Words, ...]:
    """The closing sentence and the page's number on one baseline."""
    width = ruler.width(number, FOOTER)
    lines = ruler.lines(text, FOOTER, right - left - width - 20.0, 1)
    return (
        *(Words(left, 0.0, line, FOOTER, ruler.width(line, FOOTER)) for line in lines),
        Words(right - width, 0.0, number, FOOTER, width),
    )


def _gauge(share: float | None, settings: Settings, right: float, ruler: Ruler) -> list[Mark]:
    left = right - GAUGE_WIDTH
    low, high = settings.band_low, settings.band_high
    words, target = share_words(share), target_words(settings)
    width, target_width = ruler.width(words, SHARE), ruler.width(target, TARGET)
    radius = GAUGE_HEIGHT / 2
    marks: list[Mark] = [
        Words(right - width, 10.0, words, SHARE, width),
        Bar(left, GAUGE_TOP, GAUGE_WIDTH, GAUGE_HEIGHT, Ink.TRACK, radius),
        Bar(
            left + low * GAUGE_WIDTH,
            GAUGE_TOP,
            (high - low) * GAUGE_WIDTH,
            GAUGE_HEIGHT,
            Ink.BAND,
            radius if high >= 1.0 else 0.0,
        ),
    ]
    if share:
        # Never shorter than it is round.
        filled = max(share * GAUGE_WIDTH, GAUGE_HEIGHT)
        marks.append(Bar(left, GAUGE_TOP, filled, GAUGE_HEIGHT, Ink.ACCENT, radius))
    marks += [
        Bar(left + limit * GAUGE_WIDTH - 0.5, GAUGE_TOP - 2.5, 1.0, GAUGE_HEIGHT + 5.0, Ink.INK)
        for limit in (low, high)
    ]
    marks.append(Words(right - target_width, 35.0, target, TARGET, target_width))
    return marks
