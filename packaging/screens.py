"""The screens in docs/pictures and in tests/golden/screens, on the sample session.

Offscreen and with the program's own font, so that they come out the same on every machine. Nothing
on them depends on the day: the sample has no date.
"""

from __future__ import annotations

import time
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtGui import QImage
    from PySide6.QtWidgets import QApplication, QDialog, QWidget

    from hemipelvi_gui.ui.main_window import MainWindow

SIZE, LAPTOP = (1389, 868), (1280, 800)
DIALOG = (1000, 700)
PATIENCE_S = 10.0


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
    window.welcome()
    return window


def browse(window: MainWindow) -> QWidget:
    """The list of sessions."""
    window.sessions.browse()
    return _dialog(window)


def preview_sheet(window: MainWindow) -> QWidget:
    """The sheet before it is printed."""
    window.files.sheet()
    return _dialog(window)


def show_sum(window: MainWindow) -> QWidget:
    """How the balance is made."""
    window.view.show_sum()
    return _dialog(window)


def _dialog(window: MainWindow) -> QDialog:
    from PySide6.QtWidgets import QDialog

    dialog = next(each for each in window.findChildren(QDialog) if each.isVisible())
    dialog.resize(*DIALOG)
    return dialog


class Screen(NamedTuple):
    """A screen by its name: the theme, the window's size, how large the text, what is opened."""

    name: str
    theme: str
    size: tuple[int, int] = SIZE
    scale: float = 1.0
    opened: Callable[[MainWindow], QWidget] = weigh_a_lunge


SCREENS = (
    Screen("build-light", "light"),
    Screen("build-dark", "dark"),
    Screen("build-200-percent", "light", LAPTOP, 2.0),
    Screen("welcome", "light", opened=show_idea),
    Screen("sessions", "light", opened=browse),
    Screen("sheet", "light", opened=preview_sheet),
    Screen("sum", "dark", opened=show_sum),
)


@contextmanager
def opened(app: QApplication, folder: Path, screen: Screen) -> Iterator[QWidget]:
    """The screen, with all that is built late, on a data folder of its own."""
    from hemipelvi_gui.exchange import sample
    from hemipelvi_gui.storage import acquire
    from hemipelvi_gui.ui.window import build_window, close_home, open_home

    lock = acquire(folder)
    if lock is None:
        raise SystemExit("another program uses the folder")
    home = open_home(folder, lock)
    settings = replace(home.settings, theme=screen.theme, text_scale=screen.scale, welcomed=True)
    window = build_window(app, replace(home, settings=settings))
    furnished: list[bool] = []
    window.furnished.connect(lambda: furnished.append(True))
    window.desk.document.open(sample())
    window.resize(*screen.size)
    blinking = app.cursorFlashTime()
    app.setCursorFlashTime(0)
    try:
        window.show()
        _wait(app, lambda: bool(furnished))
        yield screen.opened(window)
    finally:
        app.setCursorFlashTime(blinking)
        window.close()
        close_home(home)
        window.desk.theme.deleteLater()
        window.deleteLater()


def picture(app: QApplication, widget: QWidget) -> QImage:
    """The widget once nothing on it changes any more."""
    app.processEvents()
    shown = [widget.grab().toImage()]

    def still() -> bool:
        shown.append(widget.grab().toImage())
        return len(shown) > 4 and shown[-1] == shown[-2] == shown[-3]

    _wait(app, still)
    return shown[-1]


def _wait(app: QApplication, ready: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE_S
    while not ready():
        if time.monotonic() > end:
            raise TimeoutError("the window does not come to rest")
        app.processEvents()
        time.sleep(0.01)
