from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication

from hemipelvi_gui.domain.changes import Changes
from hemipelvi_gui.domain.plan import week_number
from hemipelvi_gui.ui.dialogs.new_plan_dialog import NewPlanDialog
from hemipelvi_gui.ui.dialogs.rows import RowKind
from tests.gui.plan_dialogs.desk import TODAY, autumn

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.gui.plan_dialogs.desk import Planner

NOTHING = Changes()


def begun(planner: Planner, key: str) -> NewPlanDialog:
    dialog = planner.open("new-plan", NewPlanDialog)
    assert dialog.list.choose(key)
    return dialog


def test_every_ready_plan_is_there_and_an_empty_one(plan_desk: Callable[..., Planner]) -> None:
    dialog = plan_desk(NOTHING).open("new-plan", NewPlanDialog)
    rows = dialog.list.rows
    keys = {rows.row_at(number).key for number in range(rows.rowCount())}
    assert {"base", "marathon-build", "travel", "empty"} <= keys


def test_a_plan_begins_on_a_monday_today_or_to_come_in_one_step_and_is_shown(
    plan_desk: Callable[..., Planner],
) -> None:
    planner = plan_desk(NOTHING)
    dialog = begun(planner, "two-gym-days")
    assert "23 Nov 2026" in dialog.choices.when.text()
    assert dialog.preview.day_lines[0].startswith("Mon 23")
    before = planner.kept()
    planner.press(dialog.list, Qt.Key.Key_Return)
    assert planner.weeks.plan is not None
    assert planner.weeks.plan.start == TODAY
    assert planner.weeks.week.number == 1
    assert planner.window.pages.name() == "week"
    planner.goes_back_and_forth(before)


def test_a_race_is_counted_back_and_says_what_is_left_out(
    plan_desk: Callable[..., Planner],
) -> None:
    dialog = begun(plan_desk(NOTHING), "marathon-build")
    assert dialog.choices.race_day.day == date(2027, 3, 14)
    dialog.choices.race_day.choose(dialog.choices.race_day.day - timedelta(days=21))
    assert "first 3 weeks are left out" in dialog.choices.when.text()
    assert dialog.choices.weeks.isHidden()


def test_a_race_in_midweek_says_where_the_long_runs_go(plan_desk: Callable[..., Planner]) -> None:
    dialog = begun(plan_desk(NOTHING), "marathon-build")
    assert "long Sunday runs" not in dialog.choices.when.text()
    dialog.choices.race_day.choose(date(2027, 3, 17))
    words = "Its weeks begin on Thursday, so long Sunday runs fall on Wednesday."
    assert words in dialog.choices.when.text()


def test_a_race_in_the_past_is_refused_in_place(plan_desk: Callable[..., Planner]) -> None:
    planner = plan_desk(NOTHING)
    dialog = begun(planner, "race-week")
    planner.choose_day(dialog.choices.race_day, date(2026, 11, 1))
    assert "is past" in dialog.choices.fault.text()
    assert not dialog.enter.isEnabled()
    dialog.begin()
    assert planner.kept() == {}
    assert dialog.isVisible()


def test_no_weeks_and_no_name_are_refused_and_104_weeks_are_not(
    plan_desk: Callable[..., Planner],
) -> None:
    planner = plan_desk(NOTHING)
    dialog = begun(planner, "two-gym-days")
    dialog.choices.weeks.setValue(0)
    assert dialog.choices.fault.text() == "A plan has one week or more."
    dialog.choices.weeks.setValue(104)
    assert not dialog.choices.fault.isVisible()
    dialog.choices.name.clear()
    assert dialog.choices.fault.text() == "The plan needs a name."
    dialog.choices.name.setText("Two years")
    planner.click(dialog.enter)
    plan = planner.weeks.plan
    assert plan is not None
    assert (plan.name, plan.weeks) == ("Two years", 104)
    whole = planner.weeks.whole(plan.id)
    assert max(week_number(plan, each.date or TODAY) for each in whole.sessions.values()) == 104


def test_a_plan_past_the_end_of_the_calendar_is_refused(plan_desk: Callable[..., Planner]) -> None:
    planner = plan_desk(NOTHING)
    dialog = begun(planner, "base")
    planner.choose_day(dialog.choices.start, date(9999, 12, 30))
    assert dialog.choices.fault.text() == "The calendar ends before this plan does."


def test_an_overlap_is_told_and_starting_after_it_ends_it(
    plan_desk: Callable[..., Planner],
) -> None:
    planner = plan_desk()
    dialog = begun(planner, "base")
    assert dialog.overlap.after.isChecked()
    assert dialog.choices.start.day == date(2026, 12, 28)
    assert dialog.overlap.words.text().startswith("It begins after \u201cAutumn base\u201d")
    planner.click(dialog.overlap.keep)
    assert dialog.choices.start.day == TODAY
    assert dialog.overlap.words.text().startswith("At the same time: \u201cAutumn base\u201d")
    planner.click(dialog.overlap.after)
    assert dialog.choices.start.day == date(2026, 12, 28)
    assert dialog.overlap.after.isChecked()


def test_a_day_chosen_at_the_time_of_another_plan_is_taken(
    plan_desk: Callable[..., Planner],
) -> None:
    planner = plan_desk()
    dialog = begun(planner, "base")
    planner.choose_day(dialog.choices.start, date(2026, 12, 7))
    assert dialog.choices.start.day == date(2026, 12, 7)
    assert dialog.overlap.keep.isChecked()
    assert dialog.overlap.archives == ()


def test_the_head_follows_the_chosen_weeks(plan_desk: Callable[..., Planner]) -> None:
    dialog = begun(plan_desk(NOTHING), "base")
    assert "deload in weeks 4, 8 and 12" in dialog.facts.text()
    dialog.choices.weeks.setValue(104)
    assert dialog.facts.text().startswith("104 weeks")
    assert "a deload every 4 weeks" in dialog.facts.text()
    dialog.choices.weeks.setValue(6)
    assert "deload in week 4" in dialog.facts.text()


def test_archiving_the_other_plan_is_part_of_the_one_step(
    plan_desk: Callable[..., Planner],
) -> None:
    planner = plan_desk()
    dialog = begun(planner, "base")
    before = planner.kept()
    planner.click(dialog.overlap.archive)
    planner.click(dialog.enter)
    old = next(each for each in planner.weeks.plans() if each.id == "autumn")
    assert old.archived
    planner.goes_back_and_forth(before)


def test_an_empty_plan_of_ten_days_a_week_is_begun(plan_desk: Callable[..., Planner]) -> None:
    planner = plan_desk(NOTHING)
    dialog = begun(planner, "empty")
    dialog.choices.days.setValue(10)
    dialog.choices.weeks.setValue(3)
    planner.click(dialog.enter)
    plan = planner.weeks.plan
    assert plan is not None
    assert (plan.cycle_days, plan.weeks, plan.start) == (10, 3, TODAY)


def test_a_second_plan_of_a_kind_has_a_name_of_its_own(plan_desk: Callable[..., Planner]) -> None:
    planner = plan_desk(NOTHING)
    planner.click(begun(planner, "base").enter)
    assert begun(planner, "base").choices.name.text() == "Base: twelve weeks 2"


def test_weeks_over_a_clock_change_keep_their_times_of_day(
    plan_desk: Callable[..., Planner],
) -> None:
    planner = plan_desk(autumn(8, date(2027, 3, 1)))
    dialog = begun(planner, "two-gym-days")
    planner.choose_day(dialog.choices.start, date(2027, 3, 22))
    planner.click(dialog.enter)
    plan = planner.weeks.plan
    assert plan is not None
    own = [each for each in planner.weeks.whole(plan.id).sessions.values() if each.plan == plan.id]
    times = {(each.template, each.start) for each in own}
    assert len(times) == len({each.template for each in own})


def test_choosing_a_bar_shows_that_week_in_words(plan_desk: Callable[..., Planner]) -> None:
    dialog = begun(plan_desk(NOTHING), "base")
    dialog.preview.bars.setFocus()
    for _ in range(3):
        dialog.preview.bars.chosen.emit(dialog.preview.bars.weeks[3])
    assert "deload" in dialog.preview.week_name.text()
    assert dialog.preview.day_lines[0].startswith("Mon 14")


def test_rows_of_ready_plans_wrap_at_twice_the_size_and_cut_nothing(
    plan_desk: Callable[..., Planner],
) -> None:
    planner = plan_desk(NOTHING)
    dialog = planner.open("new-plan", NewPlanDialog)
    planner.window.desk.theme.enlarge(2.0)
    dialog.resize(1176, 704)
    for _ in range(3):
        QApplication.processEvents()
    view, theme = dialog.list, planner.window.desk.theme
    for number in range(view.rows.rowCount()):
        row, room = view.rows.row_at(number), view.visualRect(view.rows.index(number))
        if row.kind is not RowKind.ENTRY:
            continue
        width = room.width() - theme.px(24)
        assert room.width() <= view.viewport().width()
        lines = -(-QFontMetrics(theme.bold()).horizontalAdvance(row.title) // width)
        lines += -(-QFontMetrics(theme.font(12)).horizontalAdvance(row.line) // width)
        assert room.height() >= lines * QFontMetrics(theme.font(12)).height()
    assert view.verticalScrollBar().value() == 0


def test_a_past_race_moves_no_field(plan_desk: Callable[..., Planner]) -> None:
    planner = plan_desk(NOTHING)
    dialog = begun(planner, "race-week")
    QApplication.processEvents()
    choices = dialog.choices
    fields = (choices.race_day, choices.start, choices.gym)
    before = [field.y() for field in fields]
    planner.choose_day(choices.race_day, date(2026, 11, 1))
    for _ in range(3):
        QApplication.processEvents()
    assert choices.fault.isVisible()
    assert [field.y() for field in fields] == before


def test_a_date_that_is_none_keeps_the_plan_from_beginning_and_says_why(
    plan_desk: Callable[..., Planner],
) -> None:
    planner = plan_desk(NOTHING)
    dialog = begun(planner, "base")
    line = dialog.choices.start.line
    line.setFocus()
    line.selectAll()
    planner.type(line, "31 Feb")
    assert dialog.enter.isEnabled()
    dialog.choices.name.setFocus()
    assert dialog.choices.start.note.text() == "31 February is no date."
    assert not dialog.enter.isEnabled()
    assert "31 February is no date." in dialog.enter.toolTip()
    line.setFocus()
    line.selectAll()
    planner.type(line, "1 Mar 2027")
    dialog.choices.name.setFocus()
    assert dialog.enter.isEnabled()
