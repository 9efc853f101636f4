"""The real program in a process of its own, watched from when its window is furnished."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hemipelvi_gui.app import main
from hemipelvi_gui.ui.main_window import MainWindow

if TYPE_CHECKING:
    from collections.abc import Callable


def opened(watch: Callable[[MainWindow], object]) -> int:
    """Run it from its entry point, on the data folder of its surroundings; its exit code."""
    restore = MainWindow.restore

    def watched_restore(window: MainWindow, saved: dict[str, object]) -> None:
        restore(window, saved)
        window.furnished.connect(lambda: watch(window))

    # The only way in from outside.
    MainWindow.restore = watched_restore  # type: ignore[assignment, method-assign]
    return main([])
