"""What is behind a point or a mark, in words: for the pointer, the keyboard and the ear."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QPointF

from hemipelvi_gui.ui.days import long_day
from hemipelvi_gui.ui.plain import one_line
from hemipelvi_gui.ui.progress.points import Key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hemipelvi_gui.ui.progress.points import Chart, Curve, Dot, Mark
    from hemipelvi_gui.ui.progress.view import View

translate = QCoreApplication.translate
WEEKLY = frozenset({Key.TIGHTNESS, Key.SHARE, Key.KM, Key.HSE})
DAYS = 7
NEAR = 24.0  # px from the pointer


class Found(NamedTuple):
    """A point, the curve it is of, and where it stands in it."""

    curve: Curve
    place: int

    @property
    def dot(self) -> Dot:
        """The point itself."""
        return self.curve.dots[self.place]


def middle_of(found: Found, view: View) -> QPointF:
    """Where a point is; of a bar the middle of its top."""
    day = found.dot.day + (DAYS / 2 if found.curve.is_bars else 0)
    return QPointF(view.x(day), view.y(found.dot.value))


def nearest(chart: Chart, view: View, at: QPointF, reach: float = NEAR) -> Found | None:
    """The point nearest to a place; bars are met anywhere over their week."""
    best: tuple[float, Found] | None = None
    width = reach / view.per_day
    day = view.day(at.x())
    for curve in chart.curves:
        after = DAYS if curve.is_bars else width
        low = bisect_left(curve.dots, day - after, key=_day)
        high = bisect_right(curve.dots, day + (0 if curve.is_bars else width), key=_day)
        for place in range(low, high):
            found = Found(curve, place)
            off = middle_of(found, view) - at
            far = abs(off.x()) if curve.is_bars else (off.x() ** 2 + off.y() ** 2) ** 0.5
            if (curve.is_bars or far <= reach) and (best is None or far < best[0]):
                best = far, found
    return None if best is None else best[1]


def next_point(chart: Chart, told: Found | None, step: int, view: View) -> Found | None:
    """The point after (or before, step -1) one that was told of, else the last in sight."""
    rows = sorted(
        (Found(curve, place) for curve in chart.curves for place in range(len(curve.dots))),
        key=lambda each: (each.dot.day, each.curve.name),
    )
    if not rows:
        return None
    if told is None or told not in rows:
        seen = [each for each in rows if view.first <= each.dot.day <= view.last]
        return seen[-1] if seen else rows[-1]
    return rows[min(max(rows.index(told) + step, 0), len(rows) - 1)]


def point_words(chart: Chart, found: Found) -> str:
    """As in "Tuesday, 3 November 2026" / "Back squat: 102 kg" / "Strength A"."""
    dot = found.dot
    day = date.fromordinal(int(dot.day))
    when = long_day(day)
    if chart.key in WEEKLY:
        when = translate("Progress", "Week of {day}").format(day=long_day(_monday(day)))
    what = chart.title
    if found.curve.name:
        what = f"{what}, {found.curve.name}"
    lines = [when, f"{what}: {chart.write(dot.value)}"]
    if dot.faint:
        lines.append(translate("Progress", "from more than six reps, so doubtful"))
    if dot.behind:
        lines.append(dot.behind)
    if dot.names:
        lines.append(one_line(dot.names, 200))
    return "\n".join(lines)


def mark_words(marks: Sequence[Mark], day: float) -> str:
    """What is marked on a day; "" for nothing."""
    found = [each for each in marks if each.first <= day < each.last + 1]
    return "\n".join(f"{_span(each)}: {each.words}" for each in found)


def chart_words(chart: Chart) -> str:
    """A chart for whoever does not see it: how many points, the last one, what the trend is."""
    if chart.is_empty:
        return chart.empty
    dots = [each for curve in chart.curves for each in curve.dots]
    newest = max(
        (Found(curve, len(curve.dots) - 1) for curve in chart.curves if curve.dots),
        key=lambda each: each.dot.day,
    )
    words = [
        chart.unit,
        translate("Progress", "{count} points").format(count=len(dots)),
        translate("Progress", "the latest: {point}").format(
            point=point_words(chart, newest).replace("\n", ", ")
        ),
    ]
    if chart.change:
        said = translate("Progress", "change {compared}: {change}")
        words.append(said.format(compared=chart.compared, change=chart.change))
    keys = translate(
        "Progress",
        "Arrow keys pan, plus and minus zoom, Home and End go to the ends, N and P tell of points",
    )
    return ". ".join([*(each for each in words if each), keys])


def _day(dot: Dot) -> float:
    return dot.day


def _monday(day: date) -> date:
    return date.fromordinal(max(day.toordinal() - day.weekday(), 1))


def _span(mark: Mark) -> str:
    first, last = (long_day(date.fromordinal(each)) for each in (mark.first, mark.last))
    return first if mark.first == mark.last else f"{first} \u2013 {last}"
