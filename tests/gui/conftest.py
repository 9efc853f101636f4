from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hemipelvi_gui.domain.library import load_exercises
from hemipelvi_gui.paths import resource
from hemipelvi_gui.ui.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication

    from hemipelvi_gui.domain.exercises import Exercise


@pytest.fixture(scope="session")
def library() -> dict[str, Exercise]:
    return load_exercises(resource("exercises"))


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    made = Theme(qapp, "light")
    yield made
    made.deleteLater()
