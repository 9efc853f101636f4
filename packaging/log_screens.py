"""What is opened for the screens that show what was done: the Log and Progress pages, imports."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from sample_files import write_files
from sample_log import sample_log
from sample_weeks import sample_weeks
from screen_parts import open_dialog, wait

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog, QWidget

    from hemipelvi_gui.ui.main_window import MainWindow

IMPORT, REPLAY, SWAP = (760, 520), (940, 720), (720, 560)
# Preparation, bounds, warm-up sets and the first set of the lift.
TICKED = 9
# Some lines of the sheet as they were scribbled on it.
PAPER = (("=", "="), ("=",), ("=", "=", "="), ("5 60 @7", "5 62.5 @7.5", "5 @8"), ("8/7 @7", "8"))
LIFT, HARDER = 3, ("5 60 @9", "5 60 @9", "5 60 @9")
FELT = {"hip_flexor_left": 4.0, "hip_flexor_right": 3.0, "back": 2.0, "soreness": 3.0, "pain": 0.0}
SLEEP_H = 7.5
RUN = "10km 52:40 hard 158bpm"


def log_a_session(window: MainWindow) -> QWidget:
    """The Log page in the middle of today's session."""
    window.pages.show_log()
    page = window.pages.log
    session = page.day.planned[0]
    page.sessions.start(session)
    for _set in range(TICKED):
        ahead = page.bench.coming
        if ahead is not None:
            page.bench.tick(ahead.set)
    # A rest that is counted looks different every second.
    page.clock.forget()
    feel(window)
    return window


def type_from_paper(window: MainWindow) -> QWidget:
    """The same session as a table."""
    window.pages.show_log()
    page = window.pages.log
    page.sessions.start(page.day.planned[0])
    page.go_to_paper()
    page.paper.model.put(
        {
            (row, number): text
            for row, cells in enumerate(PAPER)
            for number, text in enumerate(cells)
        }
    )
    return window


def feel(window: MainWindow) -> QWidget:
    """A check-in."""
    panel = window.pages.log.check_in
    for name, value in FELT.items():
        panel.rows[name].rated.emit(value)
    panel.sleep.setValue(SLEEP_H)
    return panel


def see_the_next_time(window: MainWindow) -> QWidget:
    """A lift that was harder than planned, and what that makes of the next time."""
    window.pages.show_log()
    page = window.pages.log
    page.sessions.start(page.day.planned[0])
    page.go_to_paper()
    page.paper.model.put({(LIFT, number): text for number, text in enumerate(HARDER)})
    page.paper.table.plan_all()
    page.finish.begin()
    page.finish.write()
    return page.next


def check_in(window: MainWindow) -> QWidget:
    """The check-in alone."""
    window.pages.show_log()
    return feel(window)


def type_a_done_run(window: MainWindow) -> QWidget:
    """A run that was done being typed, with what is understood of it."""
    window.pages.show_log()
    line = window.pages.log.runs.line
    line.begin(text=RUN)
    return window.pages.log.runs


def look_back(window: MainWindow) -> QWidget:
    """The Progress page with all of its charts."""
    window.pages.show_progress()
    page = window.pages.progress
    wait(lambda: page.is_settled)
    return window


def look_further_down(window: MainWindow) -> QWidget:
    """The lower half of the Progress page."""
    look_back(window)
    bar = window.pages.progress.area.verticalScrollBar()
    bar.setValue(bar.maximum())
    return window


def apply_a_swap(window: MainWindow) -> QDialog:
    """What the swap would make of the plan."""
    look_back(window)
    window.pages.progress.swap()
    return open_dialog(window, SWAP)


def import_a_log(window: MainWindow) -> QDialog:
    """Two files of other programs, one question answered; nothing has come in yet."""
    from hemipelvi_gui.domain.units import MassUnit
    from hemipelvi_gui.ui.dialogs.log_import_dialog import LogImportDialog

    with TemporaryDirectory() as folder:
        window.logs.open_files(write_files(Path(folder), sample_log(sample_weeks())))
        dialog = open_dialog(window, IMPORT)
        if isinstance(dialog, LogImportDialog):
            wait(lambda: dialog.preview is not None and not dialog.busy)
            dialog.shown.answered.emit("units", MassUnit.KG)
            wait(lambda: not dialog.busy)
    return dialog


def replay(window: MainWindow) -> QDialog:
    """The last twelve weeks through the gauge."""
    window.logs.replay()
    return open_dialog(window, REPLAY)
