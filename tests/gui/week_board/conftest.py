from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, replace
from datetime import date, time, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QDragLeaveEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from hemipelvi_gui.domain.agenda_edits import instance
from hemipelvi_gui.domain.plan import Phase, PhaseKind, Plan
from hemipelvi_gui.domain.runs import Run, RunKind
from hemipelvi_gui.domain.settings import Settings
from hemipelvi_gui.storage import open_store
from hemipelvi_gui.ui.week.board import WeekBoard
from hemipelvi_gui.ui.week.board_actions import BoardActions
from tests.builders import PICTURE, session_of

# The Week page is tested on the data of a window, as it opens dialogs and speaks up there.
from tests.gui.window.conftest import (  # noqa: F401  # fixtures
    application,
    home,
    keep,
    open_window,
    window,
)
from tests.saving import Thing, putting

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from hemipelvi_gui.ui.main_window import MainWindow
    from hemipelvi_gui.ui.weeks import Weeks

MONDAY = date(2026, 11, 23)
TODAY = MONDAY
START = MONDAY - timedelta(weeks=3)
PutWeek = Callable[..., None]
OpenBoard = Callable[..., WeekBoard]


def plan_of(**changes: object) -> Plan:
    """Eight weeks from the second of November, the fourth a deload."""
    made = Plan("p", "Autumn base", START, 8, 7, (Phase(PhaseKind.BASE, 8),), (4,))
    return replace(made, **changes)  # type: ignore[arg-type]  # fields of Plan


def a_run(run_id: str, day: date, kind: RunKind = RunKind.EASY, **changes: object) -> Run:
    """A run of the plan."""
    made = Run(run_id, "Easy 8 km", kind, day, None, 8000.0, 2700.0, plan="p")
    return replace(made, **changes)  # type: ignore[arg-type]  # fields of Run


def picture() -> tuple[Thing, ...]:
    """The week of the design's picture: a big lift on Saturday, the long run on Sunday."""
    strength = replace(session_of(*PICTURE), id="t", name="Strength")
    easy = replace(session_of("walking-lunge 3x8/side @7 2x16kg"), id="e", name="Lunges")
    quality, long = RunKind.QUALITY, RunKind.LONG
    day = [MONDAY + timedelta(days=each) for each in range(7)]
    rest = {"metres": None, "seconds": None}
    return (
        plan_of(),
        a_run("mon", day[0]),
        replace(instance(easy, day[1], "p", time(18), "tue"), name="Strength A"),
        a_run("strides", day[1], name="Strides 5 km", metres=5000.0, seconds=1680.0),
        a_run("thu", day[3], quality, name="Intervals 6 \u00d7 1 km", metres=None, seconds=3600.0),
        a_run("fri", day[4], RunKind.REST, name="Rest", **rest),
        replace(instance(strength, day[5], "p", time(18), "sat"), name="Strength B"),
        a_run("sun", day[6], long, name="Long 22 km", start=time(7), seconds=7500.0),
    )


@pytest.fixture
def put_week(home: Path) -> PutWeek:  # noqa: F811
    """Puts plans, sessions, runs and what was done into the data folder."""

    def put(*things: Thing) -> None:
        store = open_store(home)
        try:
            store.apply(putting(*things))
            store.save_settings(asdict(Settings(theme="light", welcomed=True)))
        finally:
            store.close()

    return put


@pytest.fixture
def open_board(
    qtbot: QtBot,
    open_window: Callable[..., MainWindow],  # noqa: F811
    put_week: PutWeek,
) -> Iterator[OpenBoard]:
    """Opens the board alone, on these records, with a Monday for today."""
    hosts: list[QWidget] = []
    boards: list[WeekBoard] = []

    def run(*things: Thing, width: int = 1232, scale: float = 1.0) -> WeekBoard:
        put_week(*things)
        window = open_window(show=False)  # noqa: F811
        window.plans.clock = lambda: TODAY
        window.desk.theme.enlarge(scale)
        host = QWidget()
        hosts.append(host)
        board = WeekBoard(window.desk.theme, window.plans.weeks, window.glyphs, window.plans)
        BoardActions(board)
        column = QVBoxLayout(host)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(board)
        host.resize(width, 460)
        host.show()
        qtbot.waitActive(host)
        boards.append(board)

        def is_ready() -> bool:
            # The window of the test before may take the keyboard with it when it goes.
            host.activateWindow()
            board.setFocus()
            return board.is_settled and QApplication.focusWidget() is not None

        qtbot.waitUntil(is_ready)
        QApplication.processEvents()
        return board

    yield run
    # A menu left open would take the next test's first click.
    while (popup := QApplication.activePopupWidget()) is not None:
        popup.close()
    for board in boards:
        # Qt keeps the widget under a drag; left there, the next test's drag would go to it.
        QApplication.sendEvent(board.days, QDragLeaveEvent())
    for host in hosts:
        host.close()
        host.deleteLater()
        QApplication.sendPostedEvents(host, QEvent.Type.DeferredDelete)


@pytest.fixture
def board(open_board: OpenBoard) -> WeekBoard:
    """The board on the week of the picture."""
    return open_board(*picture())


@pytest.fixture
def weeks(board: WeekBoard) -> Weeks:
    """The agenda that the board shows."""
    return board.weeks
