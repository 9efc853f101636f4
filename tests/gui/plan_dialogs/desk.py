"""The window with its plan dialogs, and a plan of eight weeks that leads to a race."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hemipelvi_gui.domain.agenda_edits import instance
from hemipelvi_gui.domain.changes import Changes
from hemipelvi_gui.domain.plan import Phase, PhaseKind, Plan
from hemipelvi_gui.domain.runs import Run, RunKind
from hemipelvi_gui.ui.dialogs.frame import ThemedDialog
from tests.builders import PICTURE, session_of

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from hemipelvi_gui.ui.main_window import MainWindow
    from hemipelvi_gui.ui.weeks import Weeks
    from hemipelvi_gui.ui.widgets.day_field import DayField

TODAY = date(2026, 11, 23)
START = date(2026, 11, 2)
Dialog = TypeVar("Dialog", bound=ThemedDialog)


def autumn(weeks: int = 8, start: date = START, plan_id: str = "autumn") -> Changes:
    """Gym on Tuesday and Saturday, a long run on Sunday, and a race on the last Sunday."""
    plan = Plan(
        plan_id,
        "Autumn base",
        start,
        weeks,
        phases=(Phase(PhaseKind.BASE, weeks),),
        goal=f"{plan_id}-race",
    )
    template = replace(session_of(*PICTURE), id=f"{plan_id}-a", name="Strength A")
    sessions, runs = {}, {}
    for week in range(weeks):
        monday = start + timedelta(weeks=week)
        for day in (1, 5):
            key = f"{plan_id}-s{week + 1}-{day}"
            when = monday + timedelta(days=day)
            sessions[key] = instance(template, when, plan_id, time(18), key)
        key = f"{plan_id}-r{week + 1}"
        sunday = monday + timedelta(days=6)
        runs[key] = Run(key, "Long 16 km", RunKind.LONG, sunday, time(9), 16000.0, plan=plan_id)
    last = f"{plan_id}-r{weeks}"
    race = replace(runs.pop(last), id=plan.goal, name="City 10", kind=RunKind.RACE)
    runs[race.id] = race
    return Changes(sessions=sessions, runs=runs, plans={plan.id: plan})


AUTUMN = autumn()


class Planner:
    """Keys and clicks on the plan dialogs, and all that is kept of plans."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self.qtbot, self.window = qtbot, window

    @property
    def weeks(self) -> Weeks:
        return self.window.plans.weeks

    def open(self, name: str, kind: type[Dialog]) -> Dialog:
        """Call an action of the Plan menu, and take the dialog it opens."""
        self.window.actions_by_name[name].trigger()
        dialog = self.window.findChildren(kind)[-1]
        with self.qtbot.waitExposed(dialog):
            dialog.show()
        dialog.activateWindow()
        self.qtbot.waitUntil(dialog.isActiveWindow)
        return dialog

    def kept(self) -> dict[str, object]:
        """Every plan with its cards, as they would be read again."""
        found: dict[str, object] = {}
        for plan in self.weeks.plans():
            there = self.weeks.all_of(plan.id)
            found[plan.id] = plan
            found |= {key: each for key, each in there.sessions.items() if each.plan == plan.id}
            found |= {key: each for key, each in there.runs.items() if each.plan == plan.id}
        return found

    def previews(self) -> bool:
        """Whether the week shows what would be."""
        return self.weeks.preview_reading is not None

    def undo(self) -> None:
        self.window.actions_by_name["undo"].trigger()

    def redo(self) -> None:
        self.window.actions_by_name["redo"].trigger()

    def click(self, widget: QWidget) -> None:
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)

    def press(self, widget: QWidget, key: Qt.Key) -> None:
        QTest.keyClick(widget, key)

    def type(self, widget: QWidget, words: str) -> None:
        QTest.keyClicks(widget, words)

    def choose_day(self, field: DayField, day: date) -> None:
        """Choose a day, as its calendar does."""
        field.choose(day)

    def goes_back_and_forth(self, before: dict[str, object]) -> None:
        """One step back is all as before, one step forth as now."""
        now = self.kept()
        assert now != before
        self.undo()
        assert self.kept() == before
        self.redo()
        assert self.kept() == now
