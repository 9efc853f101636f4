"""The Week page of a plan of 104 weeks: opening each of them, and dragging its cards."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from random import Random
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from hemipelvi_gui.domain.agenda import entries_on
from hemipelvi_gui.domain.agenda_edits import move
from tests.bench.figures import Figure, share, timed, yardstick
from tests.bench.material import FIRST_DAY, SEED
from tests.bench.window import until, window_with_long_plan

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from hemipelvi_gui.domain.agenda import AgendaEdit
    from hemipelvi_gui.ui.main_window import MainWindow
    from hemipelvi_gui.ui.weeks import Weeks

MOST_OPEN_MS, MOST_PREVIEW_MS = 50.0, 2.0
WEEKS, FEW = 104, 6


class Painted(QObject):
    """How long it takes from `begin` to the end of the paint pass that shows some widgets."""

    def __init__(self, whole: QWidget) -> None:
        super().__init__(whole)
        self._begun = 0.0
        self.took_ms: float | None = None
        # Begun at the first paint event of all, it comes before what the page puts off until then.
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._end)
        for each in (whole, *whole.findChildren(QWidget)):
            each.installEventFilter(self)

    def begin(self) -> None:
        """From now on."""
        self._begun, self.took_ms = perf_counter(), None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The timer comes after all paint events of the pass."""
        fresh = self.took_ms is None and not self._timer.isActive()
        if fresh and isinstance(event, QPaintEvent):
            self._timer.start(0)
        return super().eventFilter(watched, event)

    def _end(self) -> None:
        self.took_ms = 1000 * (perf_counter() - self._begun)


def open_week(quick: bool) -> list[Figure]:
    """Every week of the plan shown once, in no order, each until its days are painted."""
    count = FEW if quick else WEEKS
    with window_with_long_plan(count) as window:
        weeks = _shown(window)
        painted = Painted(window.pages.week)
        days = [FIRST_DAY + timedelta(weeks=week) for week in range(1, count)]
        Random(SEED).shuffle(days)
        beside = yardstick()
        times = []
        for day in days:
            times.append(_open(weeks, day, painted))
            _rest(window)
    note = (
        f"99 % of {len(times)} weeks of three gym days with thirty items each and five runs, read "
        f"from the store; median {share(times, 0.5):.0f} ms, longest {max(times):.0f} ms"
    )
    opened = share(times, 0.99)
    return [Figure("week of a 104-week plan opens", opened, "ms", MOST_OPEN_MS, beside, note)]


def preview_week(quick: bool) -> list[Figure]:
    """Edit, sums and all findings for each card of a week dropped on each of its days."""
    count = FEW if quick else WEEKS
    with window_with_long_plan(count) as window:
        weeks = window.plans.weeks
        weeks.show_day(FIRST_DAY + timedelta(weeks=count // 2))
        drops = list(_drops(weeks))
        for edit in drops[:5]:
            weeks.preview(edit)
        beside = yardstick()
        times = [timed(partial(weeks.preview, edit)) for edit in drops]
        weeks.preview(None)
    typical = share(times, 0.5)
    note = f"median of {len(times)} drops; 99 % under {share(times, 0.99):.2f} ms"
    return [Figure("drop preview on the week", typical, "ms", MOST_PREVIEW_MS, beside, note)]


def _shown(window: MainWindow) -> Weeks:
    """The agenda, its page in sight and at rest."""
    page = window.pages
    page.show_week()
    painted = Painted(page.week)
    painted.begin()
    page.week.board.update()
    until(lambda: painted.took_ms is not None)
    _rest(window)
    return window.plans.weeks


def _rest(window: MainWindow) -> None:
    """Wait for what comes after the days: the bars of the plan, and how to mend what was found."""
    page = window.pages.week
    until(lambda: page.chart.is_settled and page.findings.is_settled)


def _open(weeks: Weeks, day: date, painted: Painted) -> float:
    painted.begin()
    weeks.show_day(day)
    until(lambda: painted.took_ms is not None)
    return painted.took_ms or 0.0


def _drops(weeks: Weeks) -> Iterator[AgendaEdit]:
    days = weeks.week.dates
    for day in days:
        for card in entries_on(weeks.agenda, day):
            yield from (
                partial(move, entry_ids=(card.id,), day=other) for other in days if other != day
            )
