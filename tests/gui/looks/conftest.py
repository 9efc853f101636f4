from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent

from hemipelvi_gui.ui.dialogs.frame import remember_sizes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication


@pytest.fixture
def application(qapp: QApplication) -> Iterator[QApplication]:
    """The application; its look and its hooks are as before afterwards."""
    sheet, palette, font, hook = qapp.styleSheet(), qapp.palette(), qapp.font(), sys.excepthook
    remember_sizes({})
    yield qapp
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.processEvents()
    sys.excepthook = hook
    qapp.setStyleSheet(sheet)
    qapp.setPalette(palette)
    qapp.setFont(font)
