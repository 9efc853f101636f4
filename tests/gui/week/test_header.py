from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from hemipelvi_gui.domain.changes import Changes
from hemipelvi_gui.ui.mime import CARDS_MIME, pack
from hemipelvi_gui.ui.week.turning import HOLD_MS
from tests.gui.week.planning import autumn, day, gym, picture, run
from tests.saving import putting

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from hemipelvi_gui.domain.plan import Week
    from hemipelvi_gui.ui.pages.week import WeekPage

MOVE, COPY = Qt.DropAction.MoveAction, Qt.DropAction.CopyAction
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def middle_of(page: WeekPage, number: int) -> QPoint:
    return page.header.strip.pill_rect(number).center().toPoint()


def drop(widget: QWidget, at: QPoint, mime: QMimeData, action: Qt.DropAction) -> bool:
    QApplication.sendEvent(widget, QDragEnterEvent(at, action, mime, LEFT, NONE))
    QApplication.sendEvent(widget, QDragMoveEvent(at, action, mime, LEFT, NONE))
    event = QDropEvent(QPointF(at), action, mime, LEFT, NONE)
    event.ignore()
    QApplication.sendEvent(widget, event)
    return event.isAccepted()


def test_the_header_names_plan_week_phase_and_deload(open_week: Callable[..., WeekPage]) -> None:
    header = open_week(picture()).header
    assert header.plan.name == "Autumn base"
    assert header.words.text() == "week 4 of 8 · 23–29 November · base · deload"
    assert "Autumn base" in header.accessibleDescription()


def test_a_week_past_the_plan_is_told_as_such(open_week: Callable[..., WeekPage]) -> None:
    page = open_week(picture())
    page.board.weeks.show_day(day(0, 9))
    assert page.header.words.text() == "28 December – 3 January 2027 · after the plan"


def test_without_any_plan_the_header_leads_to_a_new_one(
    open_week: Callable[..., WeekPage],
) -> None:
    header = open_week().header
    assert header.plan.name == "Weeks of the calendar"
    assert header.none.isVisible()
    assert header.new.isVisible()
    assert not header.strip.isVisible()


def test_a_pill_says_deload_in_words(open_week: Callable[..., WeekPage]) -> None:
    strip = open_week(picture()).header.strip
    assert [strip.words(number) for number in (3, 4, 5)] == ["3", "4 deload", "5"]


def test_a_click_on_a_pill_shows_its_week(open_week: Callable[..., WeekPage]) -> None:
    page = open_week(picture())
    QTest.mouseClick(page.header.strip, LEFT, pos=middle_of(page, 6))
    assert page.board.weeks.week.number == 6


def test_arrow_keys_in_the_strip_turn_the_week(open_week: Callable[..., WeekPage]) -> None:
    page = open_week(picture())
    strip, weeks = page.header.strip, page.board.weeks
    strip.setFocus()
    QTest.keyClick(strip, Qt.Key.Key_Right)
    assert weeks.week.number == 5
    QTest.keyClick(strip, Qt.Key.Key_Home)
    assert weeks.week.number == 1
    QTest.keyClick(strip, Qt.Key.Key_End)
    assert weeks.week.number == 8


def test_the_arrows_turn_to_the_week_before_and_the_week_after(
    open_week: Callable[..., WeekPage],
) -> None:
    page = open_week(picture())
    header, weeks = page.header, page.board.weeks
    QTest.mouseClick(header.later, LEFT)
    QTest.mouseClick(header.later, LEFT)
    assert (weeks.week.number, weeks.week.first) == (6, day(0, 6))
    assert page.board.columns[0].day == day(0, 6)
    QTest.mouseClick(header.earlier, LEFT)
    assert weeks.week.number == 5
    assert header.words.text().startswith("week 5 of 8")


def test_today_comes_back_from_anywhere(open_week: Callable[..., WeekPage]) -> None:
    page = open_week(picture())
    page.board.weeks.step(30)
    QTest.mouseClick(page.header.today, LEFT)
    assert page.board.weeks.week.number == 4


def test_the_shown_week_of_a_long_plan_is_in_sight(open_week: Callable[..., WeekPage]) -> None:
    page = open_week(putting(autumn(104)))
    strip = page.header.strip
    for number in (104, 52, 1):
        page.board.weeks.show_day(day(0, number))
        pill = strip.pill_rect(number)
        assert 0 <= pill.left() < pill.right() <= strip.width()


def test_a_tooltip_tells_of_phase_deload_and_race(open_week: Callable[..., WeekPage]) -> None:
    race = run(6, "race", name="City <b>10</b>")
    page = open_week(putting(autumn(), race))
    strip, at = page.header.strip, middle_of(page, 4)
    help_event = QHelpEvent(QEvent.Type.ToolTip, at, strip.mapToGlobal(at))
    QApplication.sendEvent(strip, help_event)
    told = QToolTip.text()
    assert "Week 4 · 23–29 November" in told
    assert "base · deload · race: City &lt;b&gt;10&lt;/b&gt; on Sun 29" in told
    QToolTip.hideText()


def test_cards_dropped_on_a_pill_go_to_that_week(open_week: Callable[..., WeekPage]) -> None:
    page = open_week(picture())
    weeks = page.board.weeks
    assert drop(page.header.strip, middle_of(page, 6), pack(CARDS_MIME, ["gym 5 4"]), MOVE)
    assert weeks.whole("autumn").sessions["gym 5 4"].date == day(5, 6)


def test_cards_dropped_with_ctrl_on_a_pill_are_copied(
    open_week: Callable[..., WeekPage],
) -> None:
    page = open_week(picture())
    weeks = page.board.weeks
    before = len(weeks.whole("autumn").sessions)
    assert drop(page.header.strip, middle_of(page, 6), pack(CARDS_MIME, ["gym 5 4"]), COPY)
    assert weeks.whole("autumn").sessions["gym 5 4"].date == day(5, 4)
    assert len(weeks.whole("autumn").sessions) == before + 1


def test_other_things_cannot_be_dropped_on_a_pill(open_week: Callable[..., WeekPage]) -> None:
    page = open_week(picture())
    mime = QMimeData()
    mime.setText("gym 5 4")
    assert not drop(page.header.strip, middle_of(page, 6), mime, MOVE)


def test_cards_dropped_on_an_arrow_go_one_week_on(open_week: Callable[..., WeekPage]) -> None:
    page = open_week(picture())
    asked: list[tuple[Week, list[str], bool]] = []
    page.header.dropped_on.connect(lambda *told: asked.append(told))
    later = page.header.later
    assert drop(later, later.rect().center(), pack(CARDS_MIME, ["gym 5 4"]), MOVE)
    assert [(week.number, ids, copies) for week, ids, copies in asked] == [(5, ["gym 5 4"], False)]


def test_cards_held_over_an_arrow_turn_the_week(
    open_week: Callable[..., WeekPage], qtbot: QtBot
) -> None:
    page = open_week(picture())
    later, mime = page.header.later, pack(CARDS_MIME, ["gym 5 4"])
    entering = QDragEnterEvent(later.rect().center(), MOVE, mime, LEFT, NONE)
    QApplication.sendEvent(later, entering)
    qtbot.waitUntil(lambda: page.board.weeks.week.number == 5, timeout=4 * HOLD_MS)
    QApplication.sendEvent(later, QDragLeaveEvent())
    qtbot.wait(HOLD_MS + 100)
    assert page.board.weeks.week.number == 5


def test_the_menu_offers_plans_that_are_not_archived(open_week: Callable[..., WeekPage]) -> None:
    other = autumn(4, id="spring", name="Spring & rain", start=day(0, 20))
    gone = autumn(4, id="gone", name="Long ago", archived=True)
    page = open_week(Changes(plans={each.id: each for each in (autumn(), other, gone)}))
    chooser = page.header.plan
    chooser.fill()
    words = [each.text() for each in chooser.choices.actions() if not each.isSeparator()]
    assert set(words[:2]) == {"Autumn base", "Spring && rain"}
    assert words[2:] == ["Weeks of the calendar", "New plan…", "Plans…", "About this plan…"]
    next(each for each in chooser.choices.actions() if each.text() == "Spring && rain").trigger()
    assert chooser.name == "Spring & rain"
    assert page.board.weeks.week.number == 1


def test_an_archived_plan_says_so_and_comes_back_in_one_step(
    open_week: Callable[..., WeekPage],
) -> None:
    page = open_week(putting(autumn(archived=True), gym(1)))
    header, weeks = page.header, page.board.weeks
    assert not header.archived.isVisible()
    assert header.new.isVisible()
    assert not header.none.isVisible()
    weeks.show_plan("autumn")
    assert header.archived.isVisible()
    assert "archived" in header.accessibleDescription()
    QTest.mouseClick(header.back, LEFT)
    assert weeks.plan == autumn()
    assert not header.archived.isVisible()
    assert not header.back.isVisible()
    stack = page.board.plans.desk.document.undo_stack
    assert stack.undoText() == "bring back Autumn base"
    stack.undo()
    assert header.archived.isVisible()


def test_cards_over_a_pill_show_what_a_drop_there_would_make(
    open_week: Callable[..., WeekPage],
) -> None:
    page = open_week(picture())
    strip, weeks, mime = page.header.strip, page.board.weeks, pack(CARDS_MIME, ["gym 5 4"])
    for number, action, stays in ((6, MOVE, False), (6, COPY, True), (5, MOVE, False)):
        at = middle_of(page, number)
        QApplication.sendEvent(strip, QDragEnterEvent(at, action, mime, LEFT, NONE))
        QApplication.sendEvent(strip, QDragMoveEvent(at, action, mime, LEFT, NONE))
        preview = weeks.preview_reading
        assert preview is not None
        there = [each.name for each in preview.agenda.by_day[day(5, number)]]
        assert there == ["Strength A", "Strength A"]
        assert bool(preview.agenda.by_day.get(day(5))) is stays
        assert [each.number for each in page.chart.bars.ghosts] != []
    QApplication.sendEvent(strip, QDragLeaveEvent())
    assert weeks.preview_reading is None
    assert drop(strip, middle_of(page, 6), mime, MOVE)
    assert weeks.preview_reading is None


def test_a_very_long_name_leaves_room_for_the_week(open_week: Callable[..., WeekPage]) -> None:
    page = open_week(putting(autumn(name="Towards the City Marathon of next year " * 6)))
    page.window().resize(1280, 800)
    QApplication.processEvents()
    header = page.header
    assert header.plan.text().endswith("…")
    assert header.words.width() >= header.words.sizeHint().width()
