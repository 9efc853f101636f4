"""The real window without its process: a store, a saver and a document with thirty cards."""

from __future__ import annotations

import os
import tempfile
import time
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from hemipelvi_gui.storage import acquire, open_store
from tests.bench.material import large_session, library

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QApplication

    from hemipelvi_gui.ui.main_window import MainWindow

PATIENCE_S = 10.0


def application() -> QApplication:
    """The one application of this process; without a screen unless a platform is asked for."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from hemipelvi_gui.ui.window import make_app

    return make_app()


@contextmanager
def window_with_thirty_cards() -> Iterator[MainWindow]:
    """A window as the program builds it, on a fresh data folder, shown and painted."""
    from hemipelvi_gui.ui.window import build_window, close_home, open_home

    app = application()
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        session = large_session(library())
        with closing(open_store(folder)) as store:
            store.save_session(session)
            store.save_settings({"welcomed": True, "last_session": session.id, "theme": "light"})
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
