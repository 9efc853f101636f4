from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtTest import QTest

from hemipelvi_gui.ui.widgets.pelvis_strips import time_bar
from tests.builders import library

if TYPE_CHECKING:
    from hemipelvi_gui.ui.theme import Theme
    from hemipelvi_gui.ui.widgets.pelvis_player import PelvisPlayer

LEFT = Qt.MouseButton.LeftButton


def part(player: PelvisPlayer) -> float:
    return player.figure.moment / player.figure.duration


def place(player: PelvisPlayer, share: float) -> QPoint:
    knob = player.slider.knob().width()
    x = knob / 2 + (player.slider.width() - knob) * share
    return QPoint(round(x), player.slider.height() // 2)


def settled(player: PelvisPlayer) -> None:
    layout = player.layout()
    assert layout is not None
    layout.activate()


def test_a_click_goes_to_the_moment_clicked(player: PelvisPlayer) -> None:
    player.show_exercise(library()["walking-lunge"])
    for share in (0.8, 0.25, 0.5):
        QTest.mouseClick(player.slider, LEFT, pos=place(player, share))
        assert part(player) == pytest.approx(share, abs=0.005)
        assert not player.figure.playing


def test_a_press_can_be_dragged_on(player: PelvisPlayer) -> None:
    player.show_running()
    QTest.mousePress(player.slider, LEFT, pos=place(player, 0.2))
    QTest.mouseMove(player.slider, place(player, 0.6))
    assert part(player) == pytest.approx(0.6, abs=0.005)
    QTest.mouseRelease(player.slider, LEFT, pos=place(player, 0.6))
    QTest.mouseMove(player.slider, place(player, 0.9))
    assert part(player) == pytest.approx(0.6, abs=0.005)


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_the_knob_stands_below_the_moment_on_the_strip(
    player: PelvisPlayer, theme: Theme, scale: float
) -> None:
    theme.enlarge(scale)
    player.resize(player.minimumSizeHint().expandedTo(player.size()))
    player.show_running()
    player.figure.playing = False
    settled(player)
    bar = time_bar(QRectF(player.figure.geometry()), theme)
    for share in (0.0, 0.37, 0.5, 1.0):
        player.figure.set_moment(player.figure.duration * share)
        knob = player.slider.mapTo(player, player.slider.knob().center())
        assert knob.x() == pytest.approx(bar.left() + bar.width() * share, abs=2)


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_the_knob_is_round_at_every_text_size(
    player: PelvisPlayer, theme: Theme, scale: float
) -> None:
    theme.enlarge(scale)
    settled(player)
    knob = player.slider.knob()
    assert player.slider.rect().contains(knob)
    assert knob.width() == theme.px(14)
    assert abs(knob.height() - knob.width()) <= 1
