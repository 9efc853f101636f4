from __future__ import annotations

from dataclasses import replace
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QHelpEvent, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from hemipelvi_gui.domain import agenda_edits
from hemipelvi_gui.domain.plan import PhaseKind, plan_week
from hemipelvi_gui.domain.settings import Settings
from hemipelvi_gui.ui.planning.bars_picture import Picture, frame_of
from tests.gui.week.opening import settle
from tests.gui.week.planning import SQUATS, autumn, day, gym, picture, run
from tests.saving import putting

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from hemipelvi_gui.domain.agenda import Agenda
    from hemipelvi_gui.ui.pages.week import WeekPage
    from hemipelvi_gui.ui.planning.bars_picture import Bar


def bar(page: WeekPage, number: int) -> Bar:
    found = page.chart.bars.bar(plan_week(autumn(104), number))
    assert found is not None
    return found


def at_week(page: WeekPage, number: int) -> QPoint:
    frame = page.chart.bars.frame()
    return QPoint(round(frame.middle(number - 1)), round(frame.room.center().y()))


def test_every_week_of_the_plan_has_a_bar(open_week: Callable[..., WeekPage]) -> None:
    page = open_week(picture())
    assert page.chart.heading.text() == "Balance over the plan"
    assert len(page.chart.bars.scene.bars) == 8
    assert {round(each.share or 0, 2) for each in page.chart.bars.scene.bars.values()} == {0.67}


def test_a_bar_knows_phase_deload_and_race(open_week: Callable[..., WeekPage]) -> None:
    page = open_week(putting(autumn(), gym(1), run(6, "race", 8)))
    assert bar(page, 4).phase is PhaseKind.BASE
    assert bar(page, 4).is_deload
    assert bar(page, 8).has_race
    assert bar(page, 8).share is None


def test_a_plan_of_two_years_is_filled(open_week: Callable[..., WeekPage]) -> None:
    page = open_week(picture(104))
    assert len(page.chart.bars.scene.bars) == 104
    assert bar(page, 104).share is not None


def test_without_a_plan_twelve_weeks_around_are_shown(open_week: Callable[..., WeekPage]) -> None:
    page = open_week()
    weeks = page.chart.bars.weeks
    assert page.chart.heading.text() == "Balance over the weeks"
    assert len(weeks) == 12
    assert page.board.weeks.week in weeks


def test_calendar_weeks_stay_while_the_shown_one_is_among_them(
    open_week: Callable[..., WeekPage],
) -> None:
    page = open_week()
    before = page.chart.bars.weeks
    page.board.weeks.step(2)
    assert page.chart.bars.weeks == before
    page.board.weeks.step(20)
    assert page.chart.bars.weeks != before
    assert page.board.weeks.week in page.chart.bars.weeks


def test_a_click_on_a_bar_shows_its_week(open_week: Callable[..., WeekPage]) -> None:
    page = open_week(picture())
    QTest.mouseClick(page.chart.bars, Qt.MouseButton.LeftButton, pos=at_week(page, 7))
    assert page.board.weeks.week.number == 7


def test_arrow_keys_in_the_chart_go_to_the_week_beside(open_week: Callable[..., WeekPage]) -> None:
    page = open_week(picture())
    bars, weeks = page.chart.bars, page.board.weeks
    for key, number in (
        (Qt.Key.Key_Left, 3),
        (Qt.Key.Key_End, 8),
        (Qt.Key.Key_Right, 8),
        (Qt.Key.Key_Home, 1),
    ):
        QTest.keyClick(bars, key)
        assert weeks.week.number == number


def test_a_bar_tells_of_its_week(open_week: Callable[..., WeekPage]) -> None:
    page = open_week(picture())
    bars, at = page.chart.bars, at_week(page, 4)
    QApplication.sendEvent(bars, QHelpEvent(QEvent.Type.ToolTip, at, bars.mapToGlobal(at)))
    assert "67 % asymmetric, 18 HSE" in QToolTip.text()
    QToolTip.hideText()
    assert "Week 4" in bars.accessibleDescription()


def test_weeks_under_the_floor_are_told_in_words(open_week: Callable[..., WeekPage]) -> None:
    page = open_week(putting(autumn(), gym(1), gym(1, 2, *SQUATS, name="Squats")))
    assert "Under the floor: 2" in page.chart.bars.accessibleDescription()


def test_a_preview_shows_as_a_ghost_in_every_week_it_touches(
    open_week: Callable[..., WeekPage],
) -> None:
    page = open_week(putting(autumn(), gym(1), gym(3, 4, *SQUATS, name="Squats")))
    weeks, bars = page.board.weeks, page.chart.bars

    def next_week(agenda: Agenda) -> Agenda:
        return agenda_edits.move(agenda, ["gym 3 4"], day(3, 5))

    weeks.preview(next_week)
    assert {week.number for week in bars.ghosts} == {4, 5}
    assert round(bars.ghosts[weeks.week] or 0, 2) == 0.67
    weeks.preview(None)
    assert bars.ghosts == {}


def test_an_edit_far_from_the_shown_week_changes_its_bar(
    open_week: Callable[..., WeekPage], qtbot: QtBot
) -> None:
    page = open_week(picture(30))
    page.board.weeks.push(
        "skip", lambda agenda: agenda_edits.skip(agenda, ["gym 1 29", "gym 5 29"])
    )
    settle(qtbot, page)
    assert bar(page, 29).share is None


def test_bars_are_painted_in_any_size(open_week: Callable[..., WeekPage]) -> None:
    page = open_week(picture(104))
    for width, height in ((160, 84), (700, 180), (1600, 500)):
        page.chart.bars.resize(width, height)
        assert not page.chart.bars.grab().isNull()


def test_a_deload_is_marked_in_each_week_however_narrow(open_week: Callable[..., WeekPage]) -> None:
    page = open_week(picture(16))
    bars, painted = page.chart.bars, QSize(430, 200)

    def seen(place: int, *, is_deload: bool) -> QImage:
        week = bars.weeks[place]
        drawn = {**bars.scene.bars, week: replace(bars.scene.bars[week], is_deload=is_deload)}
        image = QImage(painted, QImage.Format.Format_RGB32)
        image.fill(0)
        painter = QPainter(image)
        scene = replace(bars.scene, bars=drawn)
        Picture(page.board.theme, scene, QRectF(0, 0, 430, 200)).paint(painter)
        painter.end()
        return image

    for place in range(16):
        assert seen(place, is_deload=True) != seen(place, is_deload=False), place + 1


def test_target_and_floor_are_drawn_across_all_weeks_where_the_runner_has_set_them(
    open_week: Callable[..., WeekPage],
) -> None:
    page = open_week(
        putting(autumn()),
        Settings(theme="light", welcomed=True, floor=0.3, band_low=0.4, band_high=0.7),
    )
    scene, theme = page.chart.bars.scene, page.board.theme
    assert scene.limits == (0.3, 0.4, 0.7)
    room, frame = QRectF(0, 0, 600, 200), frame_of(scene, QRectF(0, 0, 600, 200), theme)
    image = QImage(room.size().toSize(), QImage.Format.Format_RGB32)
    image.fill(theme.palette.colour("panel"))
    painter = QPainter(image)
    Picture(theme, scene, room).paint(painter)
    painter.end()
    panel, band = theme.palette.colour("panel"), theme.palette.colour("band")
    for number in range(8):
        # Between two weeks, where no bar stands.
        x = round(frame.room.left() + number * frame.slot) + 1
        inside, above = (image.pixelColor(x, round(frame.y(at))) for at in (0.55, 0.85))
        assert inside != panel
        assert abs(inside.hue() - band.hue()) < 20
        assert above == panel
        floor = [round(frame.y(0.3)) + step for step in (-1, 0, 1)]
        dashes = {image.pixelColor(x + step, y).name() for step in range(10) for y in floor}
        assert len(dashes) > 1


def test_a_chart_out_of_sight_reads_nothing(
    open_week: Callable[..., WeekPage], qtbot: QtBot
) -> None:
    page = open_week(picture(104))
    page.board.weeks.push("delete", partial(agenda_edits.remove, entry_ids=["gym 5 4"]))
    assert not page.chart.is_settled
    page.chart.hide()
    filled: list[bool] = []
    page.chart.filled.connect(lambda: filled.append(True))
    qtbot.wait(100)
    assert not filled
    page.chart.show()
    settle(qtbot, page)
    assert filled


def test_names_of_weeks_stand_clear_of_each_other_and_in_the_picture(
    open_week: Callable[..., WeekPage],
) -> None:
    page = open_week(putting(autumn(weeks=104), gym(0)))
    metrics = QFontMetrics(page.board.theme.bold(11))
    for width in (330, 420, 660, 1100):
        scene = replace(page.chart.bars.scene, shown=page.chart.bars.weeks[0])
        drawn = Picture(page.board.theme, scene, QRectF(0, 0, width, 130))
        spans = drawn.spans(metrics)
        assert spans[0][0] >= 0
        assert spans[-1][1] <= width
        assert all(one[1] < other[0] for one, other in pairwise(spans))
