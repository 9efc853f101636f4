from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from tests.builders import library

# The Library page is tested in its window, as it sends one to other pages.
from tests.gui.window.conftest import (  # noqa: F401  # fixtures
    application,
    home,
    keep,
    open_window,
    window,
)

if TYPE_CHECKING:
    from hemipelvi_gui.domain.exercises import Exercise
    from hemipelvi_gui.ui.main_window import MainWindow
    from hemipelvi_gui.ui.pages.library import LibraryPage


@pytest.fixture
def page(window: MainWindow) -> LibraryPage:  # noqa: F811
    """The Library page, shown."""
    window.pages.show_library()
    QApplication.processEvents()
    return window.pages.library


def guess(number: int, **changes: object) -> Exercise:
    """An imported exercise that nobody has looked at."""
    extra = {
        "review": True,
        "inferred": {"confidence": 0.5, "reason": "Read as lunge.", "match": None},
    }
    made = replace(
        library()["walking-lunge"],
        id=f"guess-{number}",
        name=f"Guess {number}",
        aliases=(),
        extra=extra,
    )
    return replace(made, **changes)  # type: ignore[arg-type]  # fields of Exercise
