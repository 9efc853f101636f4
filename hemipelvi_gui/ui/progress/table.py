"""All points, tests and check-ins as a table: a CSV file, for a spreadsheet or another program."""

from __future__ import annotations

import csv
from datetime import date
from io import StringIO
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from hemipelvi_gui.domain.home_tests import middle
from hemipelvi_gui.domain.units import plain
from hemipelvi_gui.ui.log.home_test_words import in_unit, test_name
from hemipelvi_gui.ui.plain import one_line
from hemipelvi_gui.ui.progress.lifts import lift_name
from hemipelvi_gui.ui.progress.numbers import kilograms, reps
from hemipelvi_gui.ui.progress.points import Key
from hemipelvi_gui.ui.wording import DOT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from hemipelvi_gui.domain.balance import Library
    from hemipelvi_gui.domain.check_ins import CheckIn, HomeTest
    from hemipelvi_gui.ui.progress.gathering import Points
    from hemipelvi_gui.ui.progress.points import Chart, Mark

translate = QCoreApplication.translate
FIRST_OF_FORMULA = frozenset("=+-@\t\r")


class Row(NamedTuple):
    """A line of the table: `value` is a bare number in `unit`, `shown` how the page writes it."""

    chart: str
    curve: str
    unit: str
    date: str
    until: str
    value: str
    shown: str
    of: str


def csv_of(
    charts: Sequence[Chart], marks: Sequence[Mark], points: Points, library: Library
) -> bytes:
    """Every chart's points, every lift, home test, check-in and mark; days as 2026-11-23.

    No cell of text begins a formula in a spreadsheet.
    """
    text = StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(Row._fields)
    rows = (
        *_lifts(points, library),
        *(row for chart in charts if chart.key is not Key.LIFT for row in _points(chart)),
        *(row for each in points.tests for row in _test(each)),
        *(row for each in points.check_ins for row in _check_in(each)),
        *(Row(m.kind.value, "", "", _iso(m.first), _iso(m.last), "", "", m.words) for m in marks),
    )
    for row in rows:
        # A number below nothing is a number.
        writer.writerow([*map(safe, row[:5]), row.value, *map(safe, row[6:])])
    return ("\ufeff" + text.getvalue()).encode()


def safe(words: str) -> str:
    """Words that a spreadsheet takes for words."""
    flat = " ".join(words.split())
    return f"'{flat}" if flat[:1] in FIRST_OF_FORMULA and flat else flat


def _lifts(points: Points, library: Library) -> Iterator[Row]:
    estimated = translate("Progress", "estimated 1RM, kg")
    to_failure = translate("Progress", "reps to failure")
    doubtful = translate("Progress", "from more than six reps, so doubtful")
    for lift, dots in points.lifts.items():
        by_reps = lift.added_kg is not None
        unit, write = (to_failure, reps) if by_reps else (estimated, kilograms)
        for dot in dots:
            of = (dot.behind, one_line(dot.names, 200), doubtful if dot.faint else "")
            value, said = f"{dot.value:.6g}", write(dot.value)
            yield Row(lift_name(lift, library), "", unit, _iso(dot.day), "", value, said, _all(of))


def _points(chart: Chart) -> Iterator[Row]:
    unit = chart.measured or chart.unit
    for curve in chart.curves:
        for dot in curve.dots:
            value, said = f"{dot.value:.6g}", chart.write(dot.value)
            of = _all((dot.behind, one_line(dot.names, 200)))
            yield Row(chart.title, curve.name, unit, _iso(dot.day), "", value, said, of)


def _test(test: HomeTest) -> Iterator[Row]:
    sides = (
        (translate("Progress", "left"), test.left),
        (translate("Progress", "right"), test.right),
    )
    for side, readings in sides:
        value = middle(readings)
        if value is not None:
            unit = in_unit(test.kind, 0).replace("0", "").strip()
            said = in_unit(test.kind, value)
            of = ", ".join(map(plain, readings))
            curve = side if test.right else ""
            day = test.date.isoformat()
            yield Row(test_name(test.kind), curve, unit, day, "", plain(value), said, of)


def _check_in(of: CheckIn) -> Iterator[Row]:
    scale, hours = translate("Progress", "0 to 10"), translate("Progress", "h")
    rated = (
        (translate("Progress", "tightness, left"), of.hip_flexor_left, scale, ""),
        (translate("Progress", "tightness, right"), of.hip_flexor_right, scale, ""),
        (translate("Progress", "tightness, back"), of.back, scale, ""),
        (translate("Progress", "soreness"), of.soreness, scale, ""),
        (translate("Progress", "pain"), of.pain, scale, of.pain_at),
        (translate("Progress", "sleep"), of.sleep_h, hours, ""),
    )
    chart, day = translate("Progress", "Check-in"), of.date.isoformat()
    for name, value, unit, where in rated:
        if value is not None:
            yield Row(chart, name, unit, day, "", plain(value), plain(value), where)
    if of.ill:
        ill = translate("Progress", "ill")
        yield Row(chart, ill, "", day, "", "1", ill, "")


def _all(words: Iterable[str]) -> str:
    return DOT.join(each for each in words if each)


def _iso(day: float) -> str:
    return date.fromordinal(int(day)).isoformat()
