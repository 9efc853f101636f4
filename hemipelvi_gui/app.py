"""Composition root: arguments, log, crash hook, data folder, window."""

from __future__ import annotations

import gc
import logging
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from hemipelvi_gui.paths import user_data

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program; the exit code is 0, 1 where `check` finds something, 2 for bad input."""
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s")
    words = sys.argv[1:] if argv is None else argv
    folder: Path | None = None
    files: list[Path] = []
    if words:  # most starts have none, and reading them takes 7 ms
        from hemipelvi_gui.cli import parse, run

        arguments = parse(words)
        if arguments.command is not None:
            return run(arguments)
        folder, files = arguments.data, arguments.files
    if not has_display():
        from hemipelvi_gui.cli import headless

        return headless(Path.cwd(), files)
    # A start makes many objects and drops few: to look for garbage meanwhile takes about 16 ms. The
    # window turns it on again.
    gc.disable()
    # Only now, so that the command line never waits for the window's modules.
    from hemipelvi_gui.ui.window import open_window

    return open_window(folder or user_data(), files)


def has_display() -> bool:
    """Whether a window can be shown: Qt ends the process where it can't connect to one."""
    if os.environ.get("QT_QPA_PLATFORM"):
        return True
    if sys.platform in ("win32", "darwin"):
        return True
    if os.environ.get("WAYLAND_DISPLAY"):
        return True
    display = os.environ.get("DISPLAY", "")
    if not display:
        return False
    return not display.startswith(":") or _listens(display) or _answers(display)


def _listens(display: str) -> bool:
    """Whether Linux knows a local X server: quicker than to ask it, and so part of every start."""
    try:
        sockets = Path("/proc/net/unix").read_text("utf-8", "replace").split()
    except OSError:
        return False
    server = f"/X{display[1:].split('.')[0]}"
    return any(each.endswith(server) and ".X11-unix" in each for each in sockets)


def _answers(display: str) -> bool:
    """Whether a local X server answers: a DISPLAY left over from another login is no display.

    It is asked by the library that Qt asks it with; without that, Qt can't show a window either.
    """
    import ctypes

    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return False
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(display.encode(), None))
    there = xcb.xcb_connection_has_error(connection) == 0
    xcb.xcb_disconnect(connection)
    return bool(there)
