from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from hemipelvi_gui.ui.document import Document
from hemipelvi_gui.ui.pages.build import WIDTHS, BuildPage
from hemipelvi_gui.ui.widgets.glyphs import GlyphCache
from tests.builders import PICTURE, library, session_of

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from hemipelvi_gui.ui.theme import Theme


def test_columns_have_their_widths_again_after_large_text(qtbot: QtBot, theme: Theme) -> None:
    page = BuildPage(theme, Document(session_of(*PICTURE), library()), GlyphCache(theme))
    qtbot.addWidget(page)
    page.furnish()
    page.resize(1380, 780)
    with qtbot.waitExposed(page):
        page.show()
    for scale in (2.0, 1.0, 1.5, 1.0):
        theme.enlarge(scale)
        qtbot.wait(20)
    left, _middle, right = page.sizes()
    assert (left, right) == (WIDTHS[0], WIDTHS[2])


@pytest.mark.parametrize("minutes", [None, 60])
def test_at_twice_the_text_the_header_says_all(
    qtbot: QtBot, theme: Theme, minutes: int | None
) -> None:
    session = replace(session_of(*PICTURE), minutes=minutes, date=date(2026, 12, 24))
    page = BuildPage(theme, Document(session, library()), GlyphCache(theme))
    qtbot.addWidget(page)
    page.furnish()
    page.resize(1280, 720)
    with qtbot.waitExposed(page):
        page.show()
    rest = page.header.rest
    for scale in (1.0, 2.0, 1.0):
        theme.enlarge(scale)
        qtbot.wait(20)
        assert rest.fontMetrics().horizontalAdvance(rest.text()) <= rest.width()
