from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hemipelvi_gui.ui.dialogs.frame import ThemedDialog, remember_sizes
from tests.gui.plan_dialogs.desk import AUTUMN, TODAY, Planner
from tests.gui.week.opening import keep_agenda  # noqa: F401  # fixture
from tests.gui.window.conftest import (  # noqa: F401  # fixtures
    application,
    home,
    keep,
    open_window,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from hemipelvi_gui.domain.changes import Changes
    from hemipelvi_gui.ui.main_window import MainWindow


@pytest.fixture
def plan_desk(
    qtbot: QtBot,
    open_window: Callable[..., MainWindow],  # noqa: F811
    keep_agenda: Callable[..., None],  # noqa: F811
) -> Iterator[Callable[..., Planner]]:
    """Opens the window on what is kept, on Monday 23 November 2026; on the autumn plan if told."""
    remember_sizes({})
    opened: list[MainWindow] = []

    def run(kept: Changes = AUTUMN) -> Planner:
        keep_agenda(kept)
        window = open_window(show=False)
        window.plans.clock = lambda: TODAY
        with qtbot.waitExposed(window):
            window.show()
        opened.append(window)
        return Planner(qtbot, window)

    yield run
    for window in opened:
        for dialog in window.findChildren(ThemedDialog):
            dialog.close()
