from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication, QProxyStyle, QStyle

from hemipelvi_gui.ui.theme import Theme
from hemipelvi_gui.ui.widgets.pelvis_figure import PelvisFigure
from hemipelvi_gui.ui.widgets.pelvis_player import PelvisPlayer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QStyleHintReturn, QStyleOption, QWidget
    from pytestqt.qtbot import QtBot


class CalmStyle(QProxyStyle):
    """A desktop that asks for less motion."""

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returned: QStyleHintReturn | None = None,
    ) -> int:
        if hint == QStyle.StyleHint.SH_Widget_Animation_Duration:
            return 0
        return super().styleHint(hint, option, widget, returned)


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    sheet, palette, font = qapp.styleSheet(), qapp.palette(), qapp.font()
    made = Theme(qapp, "light")
    yield made
    made.deleteLater()
    qapp.setStyleSheet(sheet)
    qapp.setPalette(palette)
    qapp.setFont(font)


@pytest.fixture
def figure(qtbot: QtBot, theme: Theme) -> PelvisFigure:
    made = PelvisFigure(theme)
    qtbot.addWidget(made)
    made.resize(400, 300)
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.fixture
def player(qtbot: QtBot, theme: Theme) -> PelvisPlayer:
    made = PelvisPlayer(theme)
    qtbot.addWidget(made)
    made.resize(420, 420)
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.fixture
def calm_style(theme: Theme) -> CalmStyle:
    return CalmStyle("Fusion")
