from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hemipelvi_gui.domain import agenda_edits
from tests.gui.week.opening import settle
from tests.gui.week.planning import autumn, day, gym, picture, run
from tests.saving import putting

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from hemipelvi_gui.ui.pages.week import WeekPage
    from hemipelvi_gui.ui.week.finding_row import WeekFindingRow, WeekFixLink

LEFT = Qt.MouseButton.LeftButton


def row_about(page: WeekPage, words: str) -> WeekFindingRow:
    return next(row for row in page.findings.rows if words in row.remark.message)


def link_of(page: WeekPage, words: str) -> WeekFixLink:
    link = row_about(page, words).link
    assert link is not None
    return link


def point_at(widget: QWidget) -> None:
    middle = QPointF(widget.rect().center())
    QApplication.sendEvent(widget, QEnterEvent(middle, middle, widget.mapToGlobal(middle)))


def test_what_is_to_fix_comes_first_then_the_notes_then_how_the_week_stands(
    open_week: Callable[..., WeekPage],
) -> None:
    page = open_week(picture())
    messages = [row.remark.message for row in page.findings.rows]
    assert messages[0] == "Saturday’s big lift is 13 h before the long run"
    assert messages[1] == "Tuesday’s big lift is 37 h before the hard run"
    assert messages[-1] == "Share 67 %, target 60–85 %"
    assert page.findings.count.text() == "1 to fix"


def test_the_reason_and_the_fix_stand_on_one_line(open_week: Callable[..., WeekPage]) -> None:
    row = row_about(open_week(picture()), "Saturday")
    assert row.remark.reason == "24 h wanted, 48 better"
    assert row.link is not None
    assert row.link.text() == "Move to Thursday"
    assert row.link.geometry().center().y() == row.reason.label.geometry().center().y()


def test_a_click_on_the_fix_makes_it_as_one_step(open_week: Callable[..., WeekPage]) -> None:
    page = open_week(picture())
    QTest.mouseClick(link_of(page, "Saturday"), LEFT)
    assert page.board.weeks.agenda.sessions["gym 5 4"].date == day(3)
    assert page.findings.count.text() == "✓ nothing to fix"
    stack = page.window().desk.document.undo_stack  # type: ignore[attr-defined]
    assert stack.undoText() == "move Strength A to Thursday"
    stack.undo()
    assert page.findings.count.text() == "1 to fix"


def test_pointing_at_a_fix_strikes_the_finding_out(open_week: Callable[..., WeekPage]) -> None:
    page = open_week(picture())
    link, row = link_of(page, "Saturday"), row_about(page, "Saturday")
    point_at(link)
    assert row.fact.font().strikeOut()
    assert page.findings.count.text() == "1 to fix → 1 suggestion"
    QApplication.sendEvent(link, QEvent(QEvent.Type.Leave))
    assert page.board.weeks.preview_reading is None
    assert not row.fact.font().strikeOut()


def test_the_keyboard_previews_and_makes_a_fix(
    open_week: Callable[..., WeekPage], qtbot: QtBot
) -> None:
    page = open_week(picture())
    link = link_of(page, "Saturday")
    page.window().activateWindow()
    qtbot.waitUntil(page.window().isActiveWindow)
    link.setFocus(Qt.FocusReason.TabFocusReason)
    assert page.board.weeks.preview_reading is not None
    QTest.keyClick(link, Qt.Key.Key_Return)
    assert page.board.weeks.agenda.sessions["gym 5 4"].date == day(3)
    assert page.board.weeks.preview_reading is None


def test_a_previewed_drop_tells_what_it_would_bring(open_week: Callable[..., WeekPage]) -> None:
    page = open_week(putting(autumn(), gym(1), run(6, "long")))
    page.board.weeks.preview(lambda agenda: agenda_edits.move(agenda, ["gym 1 4"], day(5)))
    assert page.findings.brings.text() == "Then: Saturday’s big lift is 13 h before the long run"
    assert page.findings.brings.isVisible()
    page.board.weeks.preview(None)
    assert not page.findings.brings.isVisible()


def test_a_click_on_the_fact_asks_for_its_cards(open_week: Callable[..., WeekPage]) -> None:
    page = open_week(picture())
    asked: list[list[str]] = []
    page.findings.entry_asked.connect(asked.append)
    fact = row_about(page, "Saturday").fact
    QTest.mouseClick(fact, LEFT)
    QTest.keyClick(fact, Qt.Key.Key_Return)
    assert asked == [["gym 5 4", "long 6 4"]] * 2


def test_an_empty_week_says_what_to_do(open_week: Callable[..., WeekPage]) -> None:
    (row,) = open_week().findings.rows
    assert row.remark.message == "Nothing is planned for this week"
    assert row.link is None


def test_a_week_in_order_is_told_in_words(open_week: Callable[..., WeekPage]) -> None:
    page = open_week(putting(autumn(), gym(1)))
    assert page.findings.count.text() == "✓ nothing to fix"
    assert row_about(page, "Share").remark.finding is None


def test_a_race_ahead_is_only_told(open_week: Callable[..., WeekPage]) -> None:
    page = open_week(putting(autumn(), gym(1), run(6, "race", 6)))
    row = row_about(page, "Race in")
    assert row.remark.level is None
    assert row.link is None


def test_names_with_markup_are_shown_as_they_are(open_week: Callable[..., WeekPage]) -> None:
    name = "<b>Bold</b> & co"
    page = open_week(putting(autumn(name=name), gym(1), run(6, "race", 6, name=name)))
    assert all(row.fact.textFormat() is Qt.TextFormat.PlainText for row in page.findings.rows)
    assert page.header.plan.text() == "<b>Bold</b> && co"


def test_other_findings_come_with_another_week(
    open_week: Callable[..., WeekPage], qtbot: QtBot
) -> None:
    page = open_week(putting(autumn(), gym(5), run(6, "long"), gym(1, 5)))
    assert row_about(page, "Saturday").link is not None
    page.board.weeks.show_day(day(0, 5))
    settle(qtbot, page)
    assert not any("Saturday" in row.remark.message for row in page.findings.rows)


def test_notes_that_offer_something_are_counted_as_suggestions(
    open_week: Callable[..., WeekPage],
) -> None:
    page = open_week(putting(autumn(), gym(1), run(3, "quality")))
    offers = [row for row in page.findings.rows if row.link is not None]
    assert len(offers) == 1
    assert page.findings.count.text() == "1 suggestion"


def test_a_share_outside_the_target_is_said_and_marked_otherwise(
    open_week: Callable[..., WeekPage],
) -> None:
    lunges = gym(1, 5, "walking-lunge 3x8/side @7", name="Lunges")
    page = open_week(putting(autumn(), gym(1), lunges))
    inside = page.findings.rows[-1].remark
    assert (inside.message, inside.in_target) == ("Share 67 %, target 60–85 %", True)
    page.board.weeks.show_day(day(0, 5))
    outside = page.findings.rows[-1].remark
    assert outside.message == "Share 100 %, above the target 60–85 %"
    assert not outside.in_target
