"""The Week page in its window, on a plan that is kept in the data folder."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from hemipelvi_gui.domain.changes import Changes
from hemipelvi_gui.domain.settings import Settings
from hemipelvi_gui.storage import open_store
from tests.gui.week.planning import TODAY

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from hemipelvi_gui.ui.main_window import MainWindow
    from hemipelvi_gui.ui.pages.week import WeekPage


@pytest.fixture
def keep_agenda(home: Path) -> Callable[..., None]:
    """Puts plans, sessions and runs into the data folder, as an earlier run did."""

    def put(changes: Changes, settings: Settings | None = None) -> None:
        store = open_store(home)
        try:
            store.apply(changes)
            store.save_settings(asdict(settings or Settings(theme="light", welcomed=True)))
        finally:
            store.close()

    return put


@pytest.fixture
def open_week(
    qtbot: QtBot, open_window: Callable[..., MainWindow], keep_agenda: Callable[..., None]
) -> Callable[..., WeekPage]:
    """Opens the Week page on what is kept there, on Monday 23 November 2026."""

    def show(changes: Changes | None = None, settings: Settings | None = None) -> WeekPage:
        keep_agenda(changes or Changes(), settings)
        window = open_window(show=False)
        window.plans.clock = lambda: TODAY
        with qtbot.waitExposed(window):
            window.show()
        window.pages.show_week()
        settle(qtbot, window.pages.week)
        return window.pages.week

    return show


def settle(qtbot: QtBot, page: WeekPage) -> None:
    """Wait until the chart is filled and a fix has been looked for in every finding."""
    qtbot.waitUntil(lambda: page.chart.is_settled and page.findings.is_settled)
    QApplication.processEvents()
