"""The screens in docs/pictures and in tests/golden/screens, on the sample session, weeks and log.

Offscreen and with the program's own font, so that they come out the same on every machine. Nothing
on them depends on the day: the session has no date, and the weeks have a clock of their own.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

import log_screens
import week_screens
from sample_log import sample_log
from sample_weeks import sample_weeks, today
from screen_parts import open_dialog, wait

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtGui import QImage
    from PySide6.QtWidgets import QApplication, QWidget

    from hemipelvi_gui.ui.main_window import MainWindow

SIZE, LAPTOP = (1389, 868), (1280, 800)
DIALOG = (1000, 700)
FAR_AWAY = (-4000, -4000)


def weigh_a_lunge(window: MainWindow) -> QWidget:
    """The pointer over "When in doubt", so that the gauge shows what it would make."""
    from hemipelvi_gui.coach.lunges import when_in_doubt

    fix = when_in_doubt(window.desk.document.reading)
    if fix is not None:
        window.desk.document.preview(fix.edit)
    card = next(item for block in window.desk.document.session.blocks[3:] for item in block.items)
    window.build.canvas.select({card.id})
    return window


def show_idea(window: MainWindow) -> QWidget:
    """The first page."""
    window.pages.show_welcome()
    return window


def browse(window: MainWindow) -> QWidget:
    """The list of sessions."""
    window.sessions.browse()
    return open_dialog(window, DIALOG)


def preview_sheet(window: MainWindow) -> QWidget:
    """The sheet before it is printed."""
    window.files.sheet()
    return open_dialog(window, DIALOG)


def show_sum(window: MainWindow) -> QWidget:
    """How the balance is made."""
    window.view.show_sum()
    return open_dialog(window, DIALOG)


def explain_an_exercise(window: MainWindow) -> QWidget:
    """The Library page, on an exercise whose figure stands still."""
    window.pages.show_library()
    window.pages.library.go_to("walking-lunge")
    figure = window.pages.library.detail.player.figure
    figure.playing = False
    figure.set_moment(figure.duration / 8)
    return window


class Screen(NamedTuple):
    """A screen by its name: the theme, the window's size, how large the text, what is opened.

    `planned`: the sample weeks are there too; `logged`: and what was done in and before them.
    """

    name: str
    theme: str
    size: tuple[int, int] = SIZE
    scale: float = 1.0
    opened: Callable[[MainWindow], QWidget] = weigh_a_lunge
    planned: bool = False
    logged: bool = False


def _planned(
    name: str,
    opened: Callable[[MainWindow], QWidget] = week_screens.show_week,
    theme: str = "light",
    size: tuple[int, int] = SIZE,
    scale: float = 1.0,
) -> Screen:
    """A screen with the sample weeks."""
    return Screen(name, theme, size, scale, opened, planned=True)


def _logged(
    name: str,
    opened: Callable[[MainWindow], QWidget],
    theme: str = "light",
    size: tuple[int, int] = SIZE,
    scale: float = 1.0,
) -> Screen:
    """A screen with the sample weeks and the sample log."""
    return Screen(name, theme, size, scale, opened, planned=True, logged=True)


SCREENS = (
    Screen("build-light", "light"),
    Screen("build-dark", "dark"),
    Screen("build-200-percent", "light", LAPTOP, 2.0),
    Screen("welcome", "light", opened=show_idea),
    Screen("sessions", "light", opened=browse),
    Screen("sheet", "light", opened=preview_sheet),
    Screen("sum", "dark", opened=show_sum),
    Screen("library", "light", opened=explain_an_exercise),
    _planned("week-light"),
    _planned("week-dark", theme="dark"),
    _planned("week-200-percent", size=LAPTOP, scale=2.0),
    _planned("week-drag", week_screens.weigh_a_drop),
    _planned("week-fix", week_screens.weigh_a_fix),
    _planned("run-line", week_screens.type_a_run),
    _planned("instance", week_screens.change_an_instance),
    Screen("new-plan", "light", opened=week_screens.choose_a_plan),
    _planned("plan", week_screens.about_the_plan),
    _planned("progress", week_screens.look_ahead),
    _planned("print", week_screens.preview_pages),
    _planned("gyms", week_screens.gyms_of_ones_own),
    _logged("log-light", log_screens.log_a_session),
    _logged("log-dark", log_screens.log_a_session, theme="dark"),
    _logged("log-200-percent", log_screens.log_a_session, size=LAPTOP, scale=2.0),
    _logged("log-paper", log_screens.type_from_paper),
    _logged("log-check-in", log_screens.check_in),
    _logged("log-run", log_screens.type_a_done_run),
    _planned("next-time", log_screens.see_the_next_time, size=(1100, 400)),
    _logged("progress-light", log_screens.look_back),
    _logged("progress-dark", log_screens.look_back, theme="dark"),
    _logged("progress-200-percent", log_screens.look_back, size=LAPTOP, scale=2.0),
    _logged("progress-more", log_screens.look_further_down),
    _logged("swap", log_screens.apply_a_swap),
    _planned("log-import", log_screens.import_a_log),
    _logged("replay", log_screens.replay),
)


@contextmanager
def opened(app: QApplication, folder: Path, screen: Screen) -> Iterator[QWidget]:
    """The screen, with all that is built late, on a data folder of its own."""
    from hemipelvi_gui.exchange import sample
    from hemipelvi_gui.storage import acquire
    from hemipelvi_gui.ui.window import build_window, close_home, open_home

    if screen.planned:
        _put_weeks(folder, logged=screen.logged)
    lock = acquire(folder)
    if lock is None:
        raise SystemExit("another program uses the folder")
    home = open_home(folder, lock)
    settings = replace(home.settings, theme=screen.theme, text_scale=screen.scale, welcomed=True)
    window = build_window(app, replace(home, settings=settings))
    window.plans.clock = window.logs.clock = today
    furnished: list[bool] = []
    window.furnished.connect(lambda: furnished.append(True))
    window.desk.document.open(sample())
    window.resize(*screen.size)
    blinking = app.cursorFlashTime()
    app.setCursorFlashTime(0)
    try:
        window.show()
        wait(lambda: bool(furnished))
        yield screen.opened(window)
    finally:
        app.setCursorFlashTime(blinking)
        window.close()
        close_home(home)
        window.desk.theme.deleteLater()
        window.deleteLater()


def _put_weeks(folder: Path, *, logged: bool) -> None:
    """The sample weeks, as if they had been planned before the window was opened, and the log."""
    from hemipelvi_gui.domain.changes import Changes
    from hemipelvi_gui.domain.log import Log
    from hemipelvi_gui.storage import open_store

    agenda = sample_weeks()
    log = sample_log(agenda) if logged else Log()
    store = open_store(folder)
    store.apply(
        Changes(
            dict(agenda.sessions),
            dict(agenda.runs),
            dict(agenda.plans),
            diary=dict(log.diary),
            done_runs=dict(log.done_runs),
            check_ins=dict(log.check_ins),
            home_tests=dict(log.home_tests),
        )
    )
    store.close()


def picture(app: QApplication, widget: QWidget) -> QImage:
    """The widget once nothing on it changes any more, with no pointer over it."""
    from PySide6.QtGui import QCursor

    QCursor.setPos(*FAR_AWAY)
    app.processEvents()
    shown = [widget.grab().toImage()]

    def still() -> bool:
        shown.append(widget.grab().toImage())
        return len(shown) > 4 and shown[-1] == shown[-2] == shown[-3]

    wait(still)
    return shown[-1]
