from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from hemipelvi_gui.domain.changes import Changes
from hemipelvi_gui.domain.diary import DoneItem, DoneSession, DoneSet
from hemipelvi_gui.ui.dialogs.log_import_dialog import LogImportDialog
from hemipelvi_gui.ui.dialogs.replay_dialog import ReplayDialog
from tests.gui.log_import.conftest import TODAY, click, shown

if TYPE_CHECKING:
    from collections.abc import Callable

    from hemipelvi_gui.ui.main_window import MainWindow


def done(day: date, **sets: int) -> DoneSession:
    items = tuple(
        DoneItem(exercise.replace("_", "-"), sets=(DoneSet(8),) * count)
        for exercise, count in sets.items()
    )
    return DoneSession(f"done-{day}", "Legs", day, items=items)


@pytest.fixture
def seen(window: MainWindow) -> Callable[..., ReplayDialog]:
    """The dialog on some sessions that were done."""

    def show(*sessions: DoneSession) -> ReplayDialog:
        window.logs.clock = lambda: TODAY
        if sessions:
            after = {each.id: each for each in sessions}
            before = Changes(diary=dict.fromkeys(after))
            window.desk.document.replace("log", before, Changes(diary=after))
        window.logs.replay()
        dialog = shown(window, ReplayDialog)[0]
        assert isinstance(dialog, ReplayDialog)
        return dialog

    return show


def test_the_last_weeks_are_told_in_one_sentence(seen: Callable[..., ReplayDialog]) -> None:
    dialog = seen(done(TODAY, back_squat=6, walking_lunge=4))
    assert dialog.said.text() == ("Your last 12 weeks: 40 % asymmetric; 6 of 10 sets on level feet")
    assert dialog.gauge.gauge.value == pytest.approx(0.4)
    assert dialog.gauge.value.text() == "40 % asymmetric"


def test_a_week_is_told_of_when_it_is_chosen(seen: Callable[..., ReplayDialog]) -> None:
    week = timedelta(days=7)
    dialog = seen(done(TODAY, back_squat=6), done(TODAY - week, walking_lunge=4))
    QTest.keyClick(dialog.bars, Qt.Key.Key_Right)
    assert "6 leg sets \u00b7 0 % asymmetric" in dialog.week.text()
    QTest.keyClick(dialog.bars, Qt.Key.Key_Left)
    assert "1 session \u00b7 4 leg sets \u00b7 100 % asymmetric" in dialog.week.text()
    QTest.keyClick(dialog.bars, Qt.Key.Key_Left)
    assert dialog.week.text().endswith("0 sessions")


def test_the_last_full_week_is_chosen_first(seen: Callable[..., ReplayDialog]) -> None:
    week = timedelta(days=7)
    dialog = seen(done(TODAY, back_squat=6), done(TODAY - week, walking_lunge=4))
    assert "4 leg sets \u00b7 100 % asymmetric" in dialog.week.text()


def test_a_week_that_has_begun_and_is_empty_is_not_one_of_the_last(
    seen: Callable[..., ReplayDialog],
) -> None:
    sunday = TODAY - timedelta(days=TODAY.weekday() + 1)
    dialog = seen(done(sunday, back_squat=6, walking_lunge=4))
    assert dialog.said.text().startswith("Your last 12 weeks: 40 % asymmetric")
    assert "Nothing was logged since" not in dialog.more.text()
    assert max(each.last for each in dialog.bars.weeks) == sunday


def test_of_one_session_its_week_is_chosen(seen: Callable[..., ReplayDialog]) -> None:
    assert "6 leg sets" in seen(done(TODAY, back_squat=6)).week.text()


def test_exercises_with_most_leg_work_come_first(seen: Callable[..., ReplayDialog]) -> None:
    dialog = seen(done(TODAY, walking_lunge=4, back_squat=6, bench_press=9))
    rows = dialog.list.rows
    assert [rows.row_at(number).title for number in (0, 1)] == ["Back squat", "Walking lunge"]
    assert rows.row_at(0).line.startswith("6 sets \u00b7 60 % of the leg work")


def test_the_first_change_opens_in_the_library(
    window: MainWindow, seen: Callable[..., ReplayDialog]
) -> None:
    dialog = seen(done(TODAY, back_squat=6, romanian_deadlift=5, walking_lunge=1))
    assert dialog.change.isVisible()
    wanted = dialog.change.names[1].text()
    assert "Worth trying" in dialog.change.words.text()
    assert "because" not in dialog.change.words.text()
    click(dialog.change.open)
    assert not shown(window, ReplayDialog)
    assert window.pages.name() == "library"
    exercise = window.pages.library.exercise
    assert exercise is not None
    assert exercise.name == wanted


def test_on_the_target_nothing_is_to_be_changed_and_it_says_so(
    seen: Callable[..., ReplayDialog],
) -> None:
    dialog = seen(done(TODAY, back_squat=2, walking_lunge=5))
    assert not dialog.change.isVisible()
    assert dialog.no_change.text() == "Inside your target: nothing to change first."
    assert dialog.no_change.isVisible()


def test_over_the_target_nothing_is_to_be_changed_either(
    seen: Callable[..., ReplayDialog],
) -> None:
    dialog = seen(done(TODAY, walking_lunge=5))
    assert dialog.no_change.text() == "Over your target: nothing to change first."


def test_under_the_target_there_is_something_to_change(seen: Callable[..., ReplayDialog]) -> None:
    assert not seen(done(TODAY, back_squat=6, romanian_deadlift=5)).no_change.isVisible()


def test_without_a_log_it_says_what_to_do(
    window: MainWindow, seen: Callable[..., ReplayDialog]
) -> None:
    dialog = seen()
    assert dialog.said.text() == "Nothing is logged yet."
    assert not dialog.bars.isVisible()
    click(dialog.bring)
    assert shown(window, LogImportDialog)


def test_an_old_log_is_shown_up_to_its_last_session(seen: Callable[..., ReplayDialog]) -> None:
    dialog = seen(done(date(2020, 12, 30), back_squat=5, walking_lunge=5))
    assert dialog.said.text() == (
        "The 12 weeks up to 30 Dec 2020: 50 % asymmetric; 5 of 10 sets on level feet"
    )
    assert dialog.more.text().startswith("Nothing was logged since 30 Dec 2020.")


def test_upper_body_work_alone_has_no_share(seen: Callable[..., ReplayDialog]) -> None:
    dialog = seen(done(TODAY, bench_press=5))
    assert "No leg work" in dialog.said.text()
    assert dialog.gauge.gauge.value is None
    assert not dialog.change.isVisible()


def test_more_weeks_can_be_seen(seen: Callable[..., ReplayDialog]) -> None:
    dialog = seen(done(TODAY, back_squat=5), done(TODAY - timedelta(weeks=20), walking_lunge=5))
    assert dialog.gauge.gauge.value == 0.0
    click(dialog.spans[26])
    assert dialog.gauge.gauge.value == pytest.approx(0.5)
    assert len(dialog.bars.weeks) == 26


def test_what_was_taken_back_is_not_shown_any_more(
    window: MainWindow, seen: Callable[..., ReplayDialog]
) -> None:
    seen(done(TODAY, back_squat=5))
    window.desk.document.undo_stack.undo()
    assert not shown(window, ReplayDialog)


def test_everything_has_a_name_and_no_markup(seen: Callable[..., ReplayDialog]) -> None:
    dialog = seen(done(TODAY, back_squat=6, romanian_deadlift=5))
    for label in dialog.findChildren(QLabel):
        assert label.textFormat() is Qt.TextFormat.PlainText or not label.text()
    for widget in (dialog.bars, dialog.list, dialog.gauge.gauge):
        assert widget.accessibleName()
    assert dialog.bars.accessibleDescription() == dialog.week.text()
