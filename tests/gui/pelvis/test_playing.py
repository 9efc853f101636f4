from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt, QThread
from PySide6.QtGui import QEnterEvent, QPixmap
from PySide6.QtTest import QTest

from hemipelvi_gui.domain.balance import balance
from hemipelvi_gui.domain.grammar import parse
from hemipelvi_gui.ui.widgets.pelvis_figure import PelvisFigure
from hemipelvi_gui.ui.widgets.pelvis_panel import PelvisPanel
from tests.builders import PICTURE, library, session_of

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from hemipelvi_gui.ui.theme import Theme
    from hemipelvi_gui.ui.widgets.pelvis_player import PelvisPlayer
    from tests.gui.pelvis.conftest import CalmStyle

LIBRARY = library()


def plays(figure: PelvisFigure) -> bool:
    return figure.playing


def test_an_exercise_plays_as_soon_as_it_is_shown(qtbot: QtBot, figure: PelvisFigure) -> None:
    figure.show_exercise(LIBRARY["split-squat"], parse("3x8/side tempo 3-1-1-0"))
    assert plays(figure)
    assert figure.duration == pytest.approx(4 * 5)
    qtbot.waitUntil(lambda: figure.moment > 0.1)


def test_it_follows_the_clock_and_not_the_number_of_frames(
    qtbot: QtBot, figure: PelvisFigure
) -> None:
    figure.show_exercise(LIBRARY["back-squat"])
    before = figure.moment
    # The window is busy: no frame for a tenth of a second, so the next one makes up for it.
    QThread.msleep(100)
    with qtbot.waitSignal(figure.moment_changed) as next_frame:
        pass
    assert next_frame.args[0] - before >= 0.09


def test_it_plays_sixty_frames_a_second_where_the_machine_lets_it(
    qtbot: QtBot, figure: PelvisFigure
) -> None:
    moments: list[float] = []
    figure.moment_changed.connect(moments.append)
    figure.show_exercise(LIBRARY["back-squat"])
    moments.clear()
    qtbot.waitUntil(lambda: len(moments) > 20)
    steps = sorted(after - before for before, after in pairwise(moments) if after > before)
    # A busy machine is late with most; those that are in time are a 60th of a second apart.
    assert steps[len(steps) // 10] <= 1.1 / 60


def test_nothing_moves_while_nobody_sees_it(qtbot: QtBot, figure: PelvisFigure) -> None:
    figure.show_running()
    figure.hide()
    before = figure.moment
    qtbot.wait(60)
    assert figure.moment == before
    assert plays(figure)
    figure.show()
    qtbot.waitUntil(lambda: figure.moment != before)


def test_where_less_motion_is_wanted_it_starts_still(
    qtbot: QtBot, theme: Theme, calm_style: CalmStyle
) -> None:
    figure = PelvisFigure(theme)
    qtbot.addWidget(figure)
    figure.setStyle(calm_style)
    assert figure.reduced_motion
    figure.playing = False
    figure.show_exercise(LIBRARY["split-squat"])
    assert not plays(figure)
    pose = figure.frame().cells[0].pose
    assert (pose.left, pose.right) == (-1, 1)


def test_less_motion_still_lets_one_press_play(
    qtbot: QtBot, theme: Theme, calm_style: CalmStyle
) -> None:
    figure = PelvisFigure(theme)
    qtbot.addWidget(figure)
    figure.setStyle(calm_style)
    figure.show_running()
    QTest.keyClick(figure, Qt.Key.Key_Space)
    assert plays(figure)


def test_space_stops_and_arrows_step(qtbot: QtBot, figure: PelvisFigure) -> None:
    figure.show_exercise(LIBRARY["back-squat"])
    QTest.keyClick(figure, Qt.Key.Key_Space)
    assert not plays(figure)
    QTest.keyClick(figure, Qt.Key.Key_Home)
    assert figure.moment == 0
    QTest.keyClick(figure, Qt.Key.Key_Right)
    assert figure.moment == pytest.approx(figure.duration / 40)
    QTest.keyClick(figure, Qt.Key.Key_Left)
    assert figure.moment == 0
    QTest.keyClick(figure, Qt.Key.Key_End)
    assert figure.moment == pytest.approx(figure.duration)


def test_past_the_end_it_begins_again(figure: PelvisFigure) -> None:
    figure.show_exercise(LIBRARY["back-squat"])
    figure.playing = False
    figure.set_moment(figure.duration + 0.5)
    assert figure.moment == pytest.approx(0.5)


def test_running_tells_its_angles(figure: PelvisFigure) -> None:
    figure.show_running()
    figure.playing = False
    figure.set_moment(0.7 * 0.185)
    assert figure.frame().told == "turn 6° · right side 4° up · tilt 15°"


def test_a_session_shows_each_item_in_turn_and_the_work_so_far(figure: PelvisFigure) -> None:
    session = session_of(*PICTURE)
    figure.show_session(session, LIBRARY)
    figure.playing = False
    seen = []
    for step in range(200):
        figure.set_moment(figure.duration * step / 200)
        title = figure.frame().cells[0].title
        if title not in seen:
            seen.append(title)
    items = [item for block in session.blocks for item in block.items]
    assert seen == [LIBRARY[item.exercise].name for item in items]
    figure.set_moment(figure.duration)
    total = balance(session, LIBRARY)
    assert f"left {total.left:.1f} · right {total.right:.1f} hard sets" in figure.frame().told


def test_a_session_with_an_unknown_exercise_or_none_plays_all_the_same(
    figure: PelvisFigure,
) -> None:
    figure.show_session(session_of("nobody-knows-it 3x8", "split-squat 3x5"), LIBRARY)
    assert figure.frame().cells[0].title == ""
    figure.grab()
    figure.show_session(session_of(), LIBRARY)
    assert figure.duration == 0
    figure.set_moment(5)
    figure.grab()


def test_beside_a_lunge_stands_the_stance_it_resembles(player: PelvisPlayer) -> None:
    player.show_exercise(LIBRARY["walking-lunge"], parse("3x8/side"))
    player.compare.click()
    player.figure.playing = False
    player.figure.set_moment(1.3)
    mine, running = player.figure.frame().cells
    assert mine.title == "Walking lunge"
    assert running.title == "Running: right stance"
    assert running.pose.right > 0 > running.pose.left
    player.figure.set_moment(3 + 1.3)
    assert player.figure.frame().cells[1].title == "Running: left stance"


def test_beside_a_squat_it_says_that_running_never_does_this(player: PelvisPlayer) -> None:
    player.show_exercise(LIBRARY["back-squat"])
    player.compare.click()
    assert player.figure.frame().cells[1].title == "Running: never both at once"


def test_only_an_exercise_can_be_compared(player: PelvisPlayer) -> None:
    player.show_running()
    assert player.compare.isHidden()
    player.show_exercise(LIBRARY["back-squat"])
    assert not player.compare.isHidden()


def test_the_slider_scrubs_and_stops(qtbot: QtBot, player: PelvisPlayer) -> None:
    player.show_exercise(LIBRARY["back-squat"])
    assert player.play.text() == "Pause"
    player.slider.setValue(500)
    assert not plays(player.figure)
    assert player.play.text() == "Play"
    assert player.figure.moment == pytest.approx(player.figure.duration / 2)
    player.slider.setFocus()
    QTest.keyClick(player.slider, Qt.Key.Key_Right)
    assert player.figure.moment > player.figure.duration / 2
    QTest.mouseClick(player.play, Qt.MouseButton.LeftButton)
    assert plays(player.figure)


def test_the_slider_follows_what_plays(qtbot: QtBot, player: PelvisPlayer) -> None:
    player.show_exercise(LIBRARY["back-squat"])
    qtbot.waitUntil(lambda: player.slider.value() > 20)
    assert plays(player.figure)


def test_slow_motion_is_a_quarter(player: PelvisPlayer) -> None:
    player.slow.click()
    assert player.figure.speed == 0.25


def test_everything_one_can_focus_has_a_name(player: PelvisPlayer) -> None:
    named = (player.figure.accessibleName(), player.slider.accessibleName(), player.play.text())
    assert all(named)
    player.show_exercise(LIBRARY["split-squat"])
    said = player.figure.accessibleDescription()
    assert said == "Split squat, left expands, right compresses"


@pytest.mark.parametrize("choice", ["light", "dark"])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_it_paints_in_every_theme_and_size(
    player: PelvisPlayer, theme: Theme, choice: str, scale: float
) -> None:
    theme.choose(choice)
    theme.enlarge(scale)
    for show in (player.show_running, lambda: player.show_exercise(LIBRARY["bird-dog"])):
        show()
        picture = player.grab()
        assert isinstance(picture, QPixmap)
        assert not picture.isNull()


def test_the_panel_is_still_until_the_pointer_is_over_it(qtbot: QtBot, theme: Theme) -> None:
    panel = PelvisPanel(theme)
    qtbot.addWidget(panel)
    panel.show_exercise(LIBRARY["split-squat"])
    assert not plays(panel.figure)
    here = QPointF(5, 5)
    panel.enterEvent(QEnterEvent(here, here, here))
    assert plays(panel.figure)
    panel.leaveEvent(QEvent(QEvent.Type.Leave))
    assert not plays(panel.figure)
    assert panel.figure.moment == pytest.approx(panel.figure.scene.still_at)


def test_the_panel_plays_on_after_play_was_pressed(qtbot: QtBot, theme: Theme) -> None:
    panel = PelvisPanel(theme)
    qtbot.addWidget(panel)
    panel.show()
    QTest.mouseClick(panel.play, Qt.MouseButton.LeftButton)
    panel.leaveEvent(QEvent(QEvent.Type.Leave))
    assert plays(panel.figure)
    panel.show_exercise(LIBRARY["back-squat"])
    assert plays(panel.figure)
    assert panel.play.text() == "Stop"
    QTest.mouseClick(panel.play, Qt.MouseButton.LeftButton)
    assert not plays(panel.figure)


def test_the_panel_fits_its_column(qtbot: QtBot, theme: Theme) -> None:
    panel = PelvisPanel(theme)
    qtbot.addWidget(panel)
    assert panel.sizeHint().width() <= 336
    assert panel.sizeHint().height() <= 204
