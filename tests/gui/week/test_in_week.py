"""What the week's rules say of a session stands beside it on the Build page, too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton

from tests.gui.week.planning import day, picture

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from hemipelvi_gui.ui.main_window import MainWindow
    from hemipelvi_gui.ui.pages.week import WeekPage

SATURDAY = "In the week: Saturday’s big lift is 13 h before the long run"


def test_findings_of_the_week_about_a_session_are_told_beside_it(
    qtbot: QtBot, open_week: Callable[..., WeekPage]
) -> None:
    page = open_week(picture())
    window: MainWindow = page.window()  # type: ignore[assignment]
    window.pages.open_session("gym 5 4")
    panel = window.build.findings
    qtbot.waitUntil(lambda: panel.in_week == [SATURDAY])
    window.pages.open_session("gym 1 4")
    assert panel.in_week == []
    qtbot.waitUntil(lambda: any("Tuesday" in each for each in panel.in_week))


def test_the_week_that_is_told_of_is_the_sessions_not_the_shown_one(
    qtbot: QtBot, open_week: Callable[..., WeekPage]
) -> None:
    page = open_week(picture())
    window: MainWindow = page.window()  # type: ignore[assignment]
    weeks = window.plans.weeks
    window.pages.open_session("gym 5 4")
    weeks.show_day(day(0, 7))
    panel = window.build.findings
    qtbot.waitUntil(lambda: panel.in_week == [SATURDAY])
    shown = [each for each in panel.findChildren(QPushButton) if each.text() == "Show the week"]
    shown[-1].click()
    assert window.pages.name() == "week"
    assert weeks.week.number == 4


def test_what_is_mended_goes_away(qtbot: QtBot, open_week: Callable[..., WeekPage]) -> None:
    page = open_week(picture())
    window: MainWindow = page.window()  # type: ignore[assignment]
    window.pages.open_session("gym 5 4")
    panel, weeks = window.build.findings, window.plans.weeks
    qtbot.waitUntil(lambda: panel.in_week == [SATURDAY])
    (wrong,) = (each for each in weeks.reading.findings if "gym 5 4" in each.entries)
    fix = weeks.fixes.of(wrong)
    assert fix is not None
    weeks.push("mend", fix.edit)
    qtbot.waitUntil(lambda: SATURDAY not in panel.in_week)
