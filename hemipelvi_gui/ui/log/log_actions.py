"""The keys of the Log page, for the page itself and for the table of shortcuts."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence

from hemipelvi_gui.domain.prescription import Sides
from hemipelvi_gui.ui.keyed_action import keyed_action

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QMenu, QWidget

    from hemipelvi_gui.ui.log.bench import Bench
    from hemipelvi_gui.ui.log.log_day import LogDay
    from hemipelvi_gui.ui.log.set_by_set import SetBySet

translate = QCoreApplication.translate


class Ways(NamedTuple):
    """Where the keys of the page lead to."""

    check_in: Callable[[], object]
    run: Callable[[], object]
    session: Callable[[], object]
    paper: Callable[[], object]
    tests: Callable[[], object]
    finish: Callable[[], object]


class LogActions:
    """Letters work while a session is in sight and nothing is typed; Alt and a letter anywhere."""

    def __init__(self, page: QWidget, day: LogDay, bench: Bench, sets: SetBySet, go: Ways) -> None:
        view = sets.view
        rows = (
            (page, translate("Log", "Day before"), "Alt+Left", lambda: day.step(-1)),
            (page, translate("Log", "Day after"), "Alt+Right", lambda: day.step(1)),
            (page, translate("Log", "Today"), "Alt+Home", lambda: day.show(day.today)),
            (page, translate("Log", "Check in"), "Alt+C", go.check_in),
            (page, translate("Log", "Type a run"), "Alt+R", go.run),
            (page, translate("Log", "Gym session"), "Alt+G", go.session),
            (page, translate("Log", "From paper"), "Alt+A", go.paper),
            (page, translate("Log", "Home tests"), "Alt+T", go.tests),
            (page, translate("Log", "Finish the session"), "Alt+I", go.finish),
            (view, translate("Log", "Left side"), "L", lambda: view.choose_side(Sides.LEFT)),
            (view, translate("Log", "Right side"), "R", lambda: view.choose_side(Sides.RIGHT)),
            (view, translate("Log", "Both sides"), "B", lambda: view.choose_side(Sides.EACH)),
            (view, translate("Log", "Skip the exercise"), "S", bench.skip),
            (view, translate("Log", "Swap the exercise"), "W", sets.open_swaps),
            (view, translate("Log", "Add an exercise"), "A", sets.open_exercises),
            (view, translate("Log", "Add a set"), "M", bench.more_sets),
            (view, translate("Log", "Exercise before"), "PgUp", lambda: sets.step_task(-1)),
            (view, translate("Log", "Exercise after"), "PgDown", lambda: sets.step_task(1)),
            (view, translate("Log", "Stop the clock"), "T", view.stop_clock),
        )
        tick = QAction(translate("Log", "Tick the set off"), page)
        # Buttons and fields take these keys by themselves.
        tick.setShortcuts([QKeySequence("Space"), QKeySequence("Return")])
        made = [keyed_action(*row) for row in rows]
        self._of_session = [each for row, each in zip(rows, made, strict=True) if row[0] is view]
        self._all = [tick, *made]

    def all(self) -> list[QAction]:
        """Every action, in the order of the table of shortcuts."""
        return list(self._all)

    def put_in_sight(self, *, session: bool) -> None:
        """What is done to the session can be chosen only while it is in sight, set by set."""
        for each in self._of_session:
            each.setEnabled(session)

    def fill(self, menu: QMenu) -> None:
        """Put what can be done to the session into a menu."""
        menu.addSeparator()
        menu.addActions(self._all[1:])
