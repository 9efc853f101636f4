"""The real window without its process: a store, a saver and a document."""

from __future__ import annotations

import os
import tempfile
import time
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from hemipelvi_gui.storage import acquire, open_store
from tests.bench.material import FIRST_DAY, SHOWN, large_session, library, long_plan
from tests.saving import putting

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QApplication

    from hemipelvi_gui.domain.changes import Changes
    from hemipelvi_gui.ui.main_window import MainWindow

PATIENCE_S = 10.0


def application() -> QApplication:
    """The one application of this process; without a screen unless a platform is asked for."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from hemipelvi_gui.ui.window import make_app

    return make_app()


@contextmanager
def window_with_thirty_cards() -> Iterator[MainWindow]:
    """A window as the program builds it, on a session of thirty items, shown and painted."""
    with _window(putting(large_session(library()))) as window:
        yield window


@contextmanager
def window_with_long_plan(weeks: int) -> Iterator[MainWindow]:
    """The same on a plan of so many weeks that begins today, three sessions and five runs a week.

    The session beside it has thirty items, and so has each of the plan.
    """
    session = large_session(library())
    plan = long_plan(session, weeks)
    with _window(replace(plan, sessions={**plan.sessions, session.id: session})) as window:
        window.plans.clock = lambda: FIRST_DAY
        yield window


@contextmanager
def _window(content: Changes) -> Iterator[MainWindow]:
    from hemipelvi_gui.ui.window import build_window, close_home, open_home

    app = application()
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        with closing(open_store(folder)) as store:
            store.apply(content)
            store.save_settings({"welcomed": True, "last_session": SHOWN, "theme": "light"})
        lock = acquire(folder)
        if lock is None:
            raise RuntimeError("a fresh folder is locked")
        home = open_home(folder, lock)
        window = build_window(app, home)
        window.show()
        until(lambda: window.build.canvas.cards.painted > 0)
        try:
            yield window
        finally:
            window.close()
            app.processEvents()
            close_home(home)


def until(true: Callable[[], bool]) -> None:
    """Let the application work until something is true. Raises TimeoutError."""
    app = application()
    end = time.monotonic() + PATIENCE_S
    while not true():
        if time.monotonic() > end:
            raise TimeoutError
        app.processEvents()
