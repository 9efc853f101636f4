"""What a chart says of its change: the line, the weeks held against each other, good or bad."""

from __future__ import annotations

from math import floor
from statistics import fmean
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from hemipelvi_gui.coach.verdict.weeks import BEFORE, DAYS, RECENT, first_day
from hemipelvi_gui.coach.verdict.wording import signed
from hemipelvi_gui.ui.progress.gathering import MIDDLE
from hemipelvi_gui.ui.progress.points import Level, Tone
from hemipelvi_gui.ui.progress.trends import trend_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from hemipelvi_gui.coach.verdict.result import Verdict
    from hemipelvi_gui.ui.progress.points import Dot, Trend

translate = QCoreApplication.translate


def weeks_trend(
    judged: Verdict,
    dots: Iterable[Dot],
    middle: Callable[[Sequence[float]], float] = fmean,
) -> Trend | None:
    """The line through the weekly values of the verdict's weeks."""
    first, last = judged.first.toordinal(), judged.last.toordinal()
    by_week: dict[int, list[float]] = {}
    for each in dots:
        if first <= each.day <= last:
            by_week.setdefault(floor(each.day - 1) // DAYS, []).append(each.value)
    weeks = sorted(by_week)
    days = [first_day(week).toordinal() + MIDDLE for week in weeks]
    return trend_of(days, [middle(by_week[week]) for week in weeks])


def over(trend: Trend | None) -> str:
    """The weeks of the line, from its first to its last."""
    if trend is None:
        return ""
    weeks = round((trend.days[-1] - trend.days[0]) / DAYS) + 1
    return translate("Progress", "over {weeks} weeks").format(weeks=weeks)


def told_of(trend: Trend | None) -> tuple[float, float] | None:
    """The days of the line."""
    return None if trend is None else (trend.days[0], trend.days[-1])


def against() -> str:
    """The weeks that the verdict compares."""
    said = translate("Progress", "{recent} weeks against {before}")
    return said.format(recent=RECENT, before=BEFORE)


def recent_days(judged: Verdict) -> tuple[float, float]:
    """The days that are held against those before."""
    return judged.recent_from.toordinal(), judged.last.toordinal() + 1


def levels(judged: Verdict, before: float, recent: float) -> tuple[Level, Level]:
    """The two values that the verdict compares, each over its weeks."""
    begun, last = recent_days(judged)
    return Level(judged.first.toordinal(), begun, before), Level(begun, last, recent)


def mean_levels(judged: Verdict, dots: Iterable[Dot]) -> tuple[Level, ...]:
    """The means of weekly values that the verdict compares; none where one side has no value."""
    begun, last = recent_days(judged)
    first = judged.first.toordinal()
    there = [each for each in dots if first <= each.day < last]
    sides = (
        [each.value for each in there if each.day < begun],
        [each.value for each in there if each.day >= begun],
    )
    return levels(judged, *map(fmean, sides)) if all(sides) else ()


def tone(moved: tuple[float, float, float] | None, *, up: Tone, down: Tone) -> Tone:
    """Good or bad only where the interval leaves no doubt about the direction."""
    if moved is None:
        return Tone.PLAIN
    _change, low, high = moved
    return up if low > 0 else down if high < 0 else Tone.PLAIN


def percent(change: float) -> str:
    """As in "+7.1 %"."""
    return translate("Progress", "{change} %").format(change=signed(change))
