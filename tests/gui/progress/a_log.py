"""A log of half a year that ends on the Sunday before today, and the page that shows it."""

from __future__ import annotations

from datetime import date, timedelta
from math import sin
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from hemipelvi_gui.domain.agenda_edits import instance
from hemipelvi_gui.domain.changes import Changes
from hemipelvi_gui.domain.check_ins import CheckIn, HomeTest, TestKind
from hemipelvi_gui.domain.diary import DoneItem, DoneSession, DoneSet
from hemipelvi_gui.domain.done_runs import DoneRun
from hemipelvi_gui.domain.plan import Phase, PhaseKind, Plan
from hemipelvi_gui.domain.prescription import Load, LoadKind, Sides
from hemipelvi_gui.domain.runs import RunKind
from tests.builders import session_of

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from hemipelvi_gui.ui.main_window import MainWindow
    from hemipelvi_gui.ui.pages.progress import ProgressPage
    from hemipelvi_gui.ui.progress.plot import Plot

TODAY = date(2026, 11, 23)
WEEKS = 24


def week_of(number: int, diary: dict, runs: dict, check_ins: dict) -> None:  # type: ignore[type-arg]
    monday = TODAY - timedelta(weeks=WEEKS - number)
    late = max(0, number - (WEEKS - 16)) / 16
    slow = 0.94 if late > 0.7 else 1.0
    for turn, days in enumerate((1, 4)):
        day, key = monday + timedelta(days=days), f"s{number}-{turn}"
        kg = round(100 * (1 + 0.1 * late) + sin(3 * number + turn), 1)
        squat = DoneItem("back-squat", sets=(DoneSet(5, load=_kg(kg), rpe=9),) * 4)
        lunge = DoneItem("walking-lunge", sets=(DoneSet(8, sides=Sides.EACH, rpe=7),) * 3)
        diary[key] = DoneSession(key, f"Strength {turn}", day, items=(squat, lunge))
    for turn, days in enumerate((0, 2, 5)):
        day, key = monday + timedelta(days=days), f"r{number}-{turn}"
        metres = 8000 * slow * (1 + 0.01 * sin(5 * number + turn))
        runs[key] = DoneRun(
            key,
            f"Loop <b>{turn}</b>",
            day,
            RunKind.EASY,
            metres=metres,
            seconds=2700,
            heart_rate=140,
            max_heart_rate=186,
            device="Strap" if number < WEEKS // 3 else "Watch",
        )
        tight = 2 + 2 * (late > 0.7) + (number + turn) % 2
        check_ins[key] = CheckIn(key, day, tight, tight - 1, 1, ill=number == 3 and turn < 2)
    if number % 6 == 1:
        key = f"race{number}"
        day = monday + timedelta(days=5)
        runs[key] = DoneRun(key, "Parkrun", day, RunKind.RACE, metres=5000, seconds=1241 + number)


def _kg(value: float) -> Load:
    return Load(LoadKind.EXTERNAL, value)


def half_a_year(*, plan: bool = True, weeks: int = WEEKS) -> Changes:
    """Squats that go up, runs that slow down, hips that get tight; and a plan about today."""
    diary: dict[str, DoneSession] = {}
    runs: dict[str, DoneRun] = {}
    check_ins: dict[str, CheckIn] = {}
    for number in range(WEEKS - weeks, WEEKS):
        week_of(number, diary, runs, check_ins)
    tests = {
        "t1": HomeTest("t1", TODAY - timedelta(days=90), TestKind.LEG_RAISE, (60, 62, 61), (70,)),
        "t2": HomeTest("t2", TODAY - timedelta(days=9), TestKind.LEG_RAISE, (71, 72, 70), (72,)),
    }
    start = TODAY - timedelta(weeks=4)
    phases = (Phase(PhaseKind.BASE, 4), Phase(PhaseKind.BUILD, 6))
    template = session_of("back-squat 3x5 @8 100kg", "walking-lunge 3x8/side @7")
    planned = [
        instance(template, start + timedelta(days=7 * week + 1), "p", None, f"i{week}")
        for week in range(10)
    ]
    return Changes(
        sessions={each.id: each for each in planned} if plan else {},
        plans={"p": Plan("p", "Winter", start, 10, phases=phases)} if plan else {},
        diary=diary,
        done_runs=runs,
        check_ins=check_ins,
        home_tests=tests,
    )


def show_progress(qtbot: QtBot, window: MainWindow) -> ProgressPage:
    """The page in a window, with all of its charts."""
    window.resize(1300, 860)
    window.logs.clock = lambda: TODAY
    window.plans.weeks.begin()
    window.pages.show_progress()
    page = window.pages.progress
    settle(qtbot, page)
    return page


def settle(qtbot: QtBot, page: ProgressPage) -> None:
    """Wait until all of the log is in the charts."""
    qtbot.waitUntil(lambda: page.is_settled)
    QApplication.processEvents()


def drag(plot: Plot, begin: QPoint, by: int) -> None:
    """Drag a chart sideways with the left button, as a hand does: in some steps."""
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    kinds = QMouseEvent.Type
    _send(plot, kinds.MouseMove, begin, none, none)
    _send(plot, kinds.MouseButtonPress, begin, left, left)
    for step in range(1, 9):
        _send(plot, kinds.MouseMove, begin + QPoint(by * step // 8, 0), none, left)
    _send(plot, kinds.MouseButtonRelease, begin + QPoint(by, 0), left, none)


def hover(plot: Plot, at: QPoint) -> None:
    """Move the pointer there."""
    _send(plot, QMouseEvent.Type.MouseMove, at, Qt.MouseButton.NoButton, Qt.MouseButton.NoButton)


def _send(
    plot: Plot,
    kind: QMouseEvent.Type,
    at: QPoint,
    button: Qt.MouseButton,
    buttons: Qt.MouseButton,
) -> None:
    viewport = plot.viewport()
    place, whole = QPointF(at), QPointF(viewport.mapToGlobal(at))
    event = QMouseEvent(kind, place, whole, button, buttons, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(viewport, event)
    QApplication.processEvents()
