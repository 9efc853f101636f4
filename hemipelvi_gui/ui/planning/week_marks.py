"""Marks of weeks: what a phase looks like, a flag for a race. Shapes tell them, not colours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from hemipelvi_gui.domain.plan import PhaseKind, phase_of, week_number
from hemipelvi_gui.domain.runs import Run, RunKind
from hemipelvi_gui.sheets.plan_words import phase_words
from hemipelvi_gui.ui.days import day_name, week_days
from hemipelvi_gui.ui.wording import DOT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hemipelvi_gui.domain.agenda import Agenda
    from hemipelvi_gui.domain.plan import Plan, Week

translate = QCoreApplication.translate


def races_in(agenda: Agenda, week: Week) -> tuple[Run, ...]:
    """The races of a week that are not skipped."""
    return tuple(_races(agenda, week))


def _races(agenda: Agenda, week: Week) -> Iterator[Run]:
    for day in week.dates:
        for each in agenda.by_day.get(day, ()):
            if isinstance(each, Run) and each.kind is RunKind.RACE and not each.skipped:
                yield each


def raced_weeks(agenda: Agenda, plan: Plan) -> frozenset[int]:
    """The numbers of a plan's weeks that have such a race."""
    return frozenset(
        week_number(plan, run.date)
        for run in agenda.runs.values()
        if run.kind is RunKind.RACE and not run.skipped
    )


def week_name(week: Week) -> str:
    """As in "Week 4 · 23–29 November"; outside a plan the days alone."""
    days = week_days(week)
    if not week.number:
        return days
    return translate("Week", "Week {number}").format(number=week.number) + DOT + days


def marks_words(plan: Plan | None, week: Week, races: tuple[Run, ...]) -> str:
    """Phase, deload and races of a week, as in "taper · race: City 10 on Sun 29"; "" for none."""
    words = []
    phase = None if plan is None or not week.number else phase_of(plan, week.number)
    if phase is not None:
        words.append(phase_words(phase))
    if plan is not None and week.number in plan.deloads:
        words.append(translate("Week", "deload"))
    said = translate("Week", "race: {name} on {day}")
    words += [said.format(name=race.name, day=day_name(race.date)) for race in races]
    return DOT.join(words)


def paint_phase(painter: QPainter, rect: QRectF, kind: PhaseKind, colour: QColor) -> None:
    """A line for base, a rising wedge for build, a bar for peak, a falling one for taper, dots."""
    low, high = rect.bottom(), rect.top()
    thin = low - rect.height() * 0.45
    heights = {
        PhaseKind.BASE: (thin, thin),
        PhaseKind.BUILD: (low - 1, high),
        PhaseKind.PEAK: (high, high),
        PhaseKind.TAPER: (high, low - 1),
    }
    if kind is PhaseKind.OFF_SEASON:
        pen = QPen(colour, rect.height() * 0.5, Qt.PenStyle.DotLine, Qt.PenCapStyle.FlatCap)
        middle = rect.center().y()
        painter.setPen(pen)
        painter.drawLine(QPointF(rect.left(), middle), QPointF(rect.right(), middle))
        return
    left, right = heights[kind]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPolygon(
        QPolygonF(
            [
                QPointF(rect.left(), low),
                QPointF(rect.left(), left),
                QPointF(rect.right(), right),
                QPointF(rect.right(), low),
            ]
        )
    )


def paint_flag(painter: QPainter, rect: QRectF, colour: QColor) -> None:
    """A flag on its pole, for a race."""
    width = max(1.0, rect.width() * 0.12)
    pole = rect.left() + width
    painter.setPen(QPen(colour, width))
    painter.drawLine(QPointF(pole, rect.top()), QPointF(pole, rect.bottom()))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPolygon(
        QPolygonF(
            [
                QPointF(pole, rect.top()),
                QPointF(rect.right(), rect.top() + rect.height() * 0.3),
                QPointF(pole, rect.top() + rect.height() * 0.6),
            ]
        )
    )


def paint_deload(painter: QPainter, rect: QRectF, colour: QColor) -> None:
    """A small triangle that points down, for a week with less."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    middle = QPointF(rect.center().x(), rect.bottom())
    painter.drawPolygon(QPolygonF([rect.topLeft(), rect.topRight(), middle]))
