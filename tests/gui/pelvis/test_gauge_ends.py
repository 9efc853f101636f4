from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel

from hemipelvi_gui.ui.document import Document
from hemipelvi_gui.ui.widgets.balance_panel import BalancePanel
from hemipelvi_gui.ui.widgets.glyphs import GlyphCache
from tests.builders import PICTURE, library, session_of

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QImage
    from pytestqt.qtbot import QtBot

    from hemipelvi_gui.ui.theme import Theme


@pytest.fixture
def panel(qtbot: QtBot, theme: Theme) -> BalancePanel:
    made = BalancePanel(theme, Document(session_of(*PICTURE), library()), GlyphCache(theme, theme))
    qtbot.addWidget(made)
    made.resize(336, made.sizeHint().height())
    with qtbot.waitExposed(made):
        made.show()
    return made


def ends(panel: BalancePanel) -> list[QImage]:
    """The glyphs at the ends of the gauge, from left to right."""
    labels = [each for each in panel.findChildren(QLabel) if not each.pixmap().isNull()]
    labels.sort(key=lambda each: each.mapTo(panel, each.rect().center()).x())
    return [each.pixmap().toImage() for each in labels]


def has(image: QImage, colour: QColor, columns: range) -> bool:
    points = ((x, y) for x in columns for y in range(image.height()))
    return any(image.pixelColor(*at) == colour for at in points)


@pytest.mark.parametrize("choice", ["light", "dark"])
def test_paired_stands_at_one_end_of_the_gauge_and_a_stride_at_the_other(
    panel: BalancePanel, theme: Theme, choice: str
) -> None:
    theme.choose(choice)
    amber, teal = theme.palette.colour("amber"), theme.palette.colour("teal")
    paired, stride = ends(panel)
    left, right = range(paired.width() // 2), range(paired.width() // 2, paired.width())
    assert has(paired, amber, left)
    assert has(paired, amber, right)
    assert not has(paired, teal, range(paired.width()))
    assert has(stride, teal, left)
    assert has(stride, amber, right)
