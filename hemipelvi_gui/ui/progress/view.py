"""Where days and values stand in pixels, and which of them get a line and a label."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from datetime import date
from math import ceil, floor, log10
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QLocale, QRectF

from hemipelvi_gui.ui.days import qdate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from hemipelvi_gui.ui.progress.points import Chart, Curve

translate = QCoreApplication.translate
LEFT, RIGHT, ABOVE, BELOW = 48, 10, 12, 22  # px beside the room of a chart
LINES = 4
NICE = (1.0, 2.0, 2.5, 5.0, 10.0)
SECONDS = (5.0, 10.0, 15.0, 30.0, 60.0, 120.0, 300.0, 600.0)
MONTHS_A_YEAR = 12
# Days on the screen up to which single weeks, then months are named.
WEEKS_TO, MONTHS_TO = 40, 500
MONTH_STEPS = (1, 2, 3, 6)
BAR_DAYS = 7


class View(NamedTuple):
    """The room of a chart in pixels, and the days and values at its edges."""

    room: QRectF
    first: float
    last: float
    low: float
    high: float
    downwards: bool = False

    @property
    def per_day(self) -> float:
        """Pixels a day."""
        return self.room.width() / max(self.last - self.first, 1e-6)

    def x(self, day: float) -> float:
        """Where a day is."""
        return self.room.left() + (day - self.first) * self.per_day

    def y(self, value: float) -> float:
        """Where a value is."""
        part = (value - self.low) / ((self.high - self.low) or 1.0)
        return self.room.top() + self.room.height() * (part if self.downwards else 1 - part)

    def day(self, x: float) -> float:
        """The day at a pixel."""
        return self.first + (x - self.room.left()) / self.per_day


def room_of(rect: QRectF, px: Callable[[float], int]) -> QRectF:
    """The room for points within a chart's rectangle."""
    return rect.adjusted(px(LEFT), px(ABOVE), -px(RIGHT), -px(BELOW))


def seen(curve: Curve, first: float, last: float) -> slice:
    """Which of a curve's points are between two days, with one more on either side."""
    width = BAR_DAYS if curve.is_bars else 0
    start = bisect_left(curve.dots, first - width, key=lambda each: each.day)
    stop = bisect_right(curve.dots, last, key=lambda each: each.day)
    return slice(max(start - 1, 0), stop + 1)


def scale(chart: Chart, first: float, last: float) -> tuple[float, float]:
    """The values at the edges between two days: grid lines, as near as they go."""
    values = [each.value for curve in chart.curves for each in curve.dots[seen(curve, first, last)]]
    if chart.trend is not None and chart.trend.days[-1] >= first and chart.trend.days[0] <= last:
        values += (min(chart.trend.low), max(chart.trend.high))
    if not values:
        values = [each.value for curve in chart.curves for each in curve.dots] or [0.0, 1.0]
    low, high = min(values), max(values)
    if chart.levels and chart.is_told(first, last):
        low = min(low, *(each.value for each in chart.levels))
        high = max(high, *(each.value for each in chart.levels))
    if any(curve.is_bars for curve in chart.curves):
        low = 0.0
    if chart.target is not None:
        low, high = min(low, chart.target[0]), max(high, chart.target[1])
    step = step_of(chart, low, high)
    if high - low < step:
        # What does not change stands in the middle, and is not blown up to look as if it did.
        low, high = low - step, high + step
    low, high = step * floor(low / step + 1e-9), step * ceil(high / step - 1e-9)
    floor_, ceiling = chart.bounds
    low = low if floor_ is None else max(low, floor_)
    return low, high if ceiling is None else max(min(high, ceiling), low + step)


def step_of(chart: Chart, low: float, high: float) -> float:
    """A round distance of grid lines, about four of them."""
    wanted = max((high - low) / LINES, chart.step, 1e-3)
    if chart.downwards:
        return next((each for each in SECONDS if each >= wanted), SECONDS[-1])
    power = 10.0 ** floor(log10(wanted))
    return power * next(each for each in NICE if each * power >= wanted - 1e-12)


def lines(chart: Chart, view: View) -> Iterator[float]:
    """The values that have a grid line."""
    step = step_of(chart, view.low, view.high)
    for number in range(ceil(view.low / step - 1e-9), floor(view.high / step + 1e-9) + 1):
        yield number * step


class Tick(NamedTuple):
    """A day with a name under the axis."""

    day: int
    words: str
    is_year: bool = False


def ticks(view: View, apart: float) -> list[Tick]:
    """The days that are named: weeks, months or years, at least `apart` pixels from each other."""
    days = view.last - view.first
    if days <= WEEKS_TO:
        return list(_weeks(view, apart))
    months = apart / max(view.per_day, 1e-9) / 30.4
    step = next((each for each in MONTH_STEPS if each >= months), None)
    if step is None:
        return list(_years(view, ceil(months / MONTHS_A_YEAR)))
    return list(_months(view, step))


def _weeks(view: View, apart: float) -> Iterator[Tick]:
    step = 7 * max(1, ceil(apart / (7 * view.per_day)))
    # Day 1 of the calendar was a Monday.
    day = ceil((view.first - 1) / step) * step + 1
    while day <= view.last:
        yield Tick(day, QLocale().toString(qdate(date.fromordinal(day)), "d MMM"))
        day += step


def _months(view: View, step: int) -> Iterator[Tick]:
    month = _month_number(view.first)
    month += -month % step
    while (day := _first_of(month)) is not None and day <= view.last:
        if day >= view.first:
            yield Tick(day, *_month_words(month))
        month += step


def _month_words(month: int) -> tuple[str, bool]:
    if month % MONTHS_A_YEAR == 0:
        return str(month // MONTHS_A_YEAR), True
    number = month % MONTHS_A_YEAR + 1
    return QLocale().standaloneMonthName(number, QLocale.FormatType.ShortFormat), False


def _years(view: View, step: int) -> Iterator[Tick]:
    month = _month_number(view.first)
    year = month // MONTHS_A_YEAR
    year += -year % step
    while (day := _first_of(year * MONTHS_A_YEAR)) is not None and day <= view.last:
        if day >= view.first:
            yield Tick(day, str(year), is_year=True)
        year += step


def _month_number(day: float) -> int:
    there = date.fromordinal(min(max(int(day), 1), date.max.toordinal()))
    return there.year * MONTHS_A_YEAR + there.month - 1


def _first_of(month: int) -> int | None:
    year, number = divmod(month, MONTHS_A_YEAR)
    return date(year, number + 1, 1).toordinal() if 1 <= year <= date.max.year else None
