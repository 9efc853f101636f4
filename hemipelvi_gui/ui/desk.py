"""What the window's commands work with, handed to them as one value."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from PySide6.QtCore import QThreadPool
    from PySide6.QtWidgets import QWidget

    from hemipelvi_gui.ui.crash import CrashHook
    from hemipelvi_gui.ui.document import Document
    from hemipelvi_gui.ui.messages import Messages
    from hemipelvi_gui.ui.saver import Saver
    from hemipelvi_gui.ui.shelf import Shelf
    from hemipelvi_gui.ui.theme import Theme


class Desk(NamedTuple):
    """One window's things. `window` is the parent of dialogs."""

    window: QWidget
    theme: Theme
    document: Document
    shelf: Shelf
    saver: Saver
    messages: Messages
    pool: QThreadPool
    crash: CrashHook
