from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, replace
from datetime import date, time, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from hemipelvi_gui.domain.agenda_edits import instance
from hemipelvi_gui.domain.changes import Changes
from hemipelvi_gui.domain.edits import change_item
from hemipelvi_gui.domain.plan import Plan
from hemipelvi_gui.domain.progression import Progress, Progression
from hemipelvi_gui.domain.runs import Run, RunKind
from hemipelvi_gui.domain.settings import Settings
from hemipelvi_gui.storage import open_store
from tests.builders import session_of

# What comes next is tested in a window, as it is stored, undone and spoken of there.
from tests.gui.window.conftest import (  # noqa: F401  # fixtures
    application,
    home,
    keep,
    open_window,
)

if TYPE_CHECKING:
    from pathlib import Path

    from hemipelvi_gui.domain.session import Item, Session
    from hemipelvi_gui.ui.main_window import MainWindow

TODAY = date(2026, 11, 23)
START = TODAY - timedelta(days=7)
LINES = ("back-squat 3x5 @8 100kg", "walking-lunge 3x8-10/side @7 2x16kg", "a-skip 2x20m @5")
ADD = Progression(Progress.ADD_LOAD)
DOUBLE = Progression(Progress.DOUBLE, 2.0)
Open = Callable[..., "MainWindow"]


def with_progression(session: Session, **progressions: Progression) -> Session:
    """The session with progressions by item id."""
    for item_id, progression in progressions.items():

        def changed(item: Item, progression: Progression = progression) -> Item:
            return replace(item, progression=progression)

        session = change_item(session, item_id, changed)
    return session


def five_weeks(session: Session) -> Changes:
    """A plan from last Monday on: Tuesdays, the third week a deload, a race at the end."""
    plan = Plan("p", "Winter", START, 5, deloads=(3,), goal="race")
    template = replace(session, id="t", name="Strength A")
    days = [START + timedelta(days=7 * week + 1) for week in range(5)]
    made = [
        instance(template, day, "p", time(18), f"week-{number}")
        for number, day in enumerate(days, 1)
    ]
    race = Run("race", "Parkrun", RunKind.RACE, START + timedelta(days=34), plan="p")
    return Changes({each.id: each for each in made}, {"race": race}, {"p": plan})


@pytest.fixture
def open_on(home: Path, open_window: Callable[..., MainWindow]) -> Open:  # noqa: F811
    """Opens the window on what is given, on a Monday in November."""

    def run(changes: Changes | None = None) -> MainWindow:
        store = open_store(home)
        try:
            store.apply(changes or Changes())
            store.save_settings(asdict(Settings(theme="light", welcomed=True)))
        finally:
            store.close()
        window = open_window()
        window.plans.clock = window.logs.clock = lambda: TODAY
        QApplication.processEvents()
        return window

    return run


@pytest.fixture
def window(open_on: Open) -> MainWindow:
    """The window on five weeks of squats that get heavier and lunges that get longer."""
    return open_on(five_weeks(with_progression(session_of(*LINES), i1=ADD, i2=DOUBLE)))
