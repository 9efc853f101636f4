"""The day's session, tapped set by set."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hemipelvi_gui.domain.prescription import Load, LoadKind, Sides
from hemipelvi_gui.ui.log.clock import Phase
from tests.gui.log.conftest import (
    BUG,
    HOLD,
    LUNGE,
    SQUAT,
    click,
    diary,
    in_sight,
    planned,
    press,
    undo_names,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from hemipelvi_gui.ui.main_window import MainWindow
    from hemipelvi_gui.ui.pages.log import LogPage
    from tests.gui.log.conftest import OpenLog

ORDER = ["Back squat", "Back squat", "A1 Walking lunge", "A2 Dead bug"]


def squats_first(open_log: OpenLog) -> LogPage:
    page = open_log(planned(SQUAT))
    click(page.start.go)
    return page


def phase(page: LogPage) -> Phase:
    return page.clock.phase


def test_the_planned_session_is_offered_and_starts_with_one_press(page: LogPage) -> None:
    assert page.start.go.text() == "Start Strength A"
    click(page.start.go)
    assert page.view.isVisible()
    assert diary(page) == []


def test_one_press_ticks_a_set_off_and_keeps_it(open_log: OpenLog) -> None:
    page = squats_first(open_log)
    assert in_sight(page) == ("Back squat", "set 1 of 2")
    click(page.view.done)
    (done,) = diary(page)
    assert done.going
    assert (done.session, done.name) == ("s1", "Strength A")
    (one,) = done.items[0].sets
    assert (one.amount, one.load, one.rpe) == (5, Load(LoadKind.EXTERNAL, 100), 8)
    assert in_sight(page) == ("Back squat", "set 2 of 2")
    assert undo_names(page) == ["tick off set 1 of Back squat"]


def test_by_keyboard_alone_from_the_start_to_the_end(page: LogPage) -> None:
    page.go_to_session()
    press(Qt.Key.Key_Space)
    for _ in range(3):
        press(Qt.Key.Key_Space)
    for _ in range(3):
        press(Qt.Key.Key_Return)
    assert page.view.name.text() == "All done."
    press(Qt.Key.Key_Return)
    assert page.finish.isVisible()
    press("7", Qt.Key.Key_Return)
    (done,) = diary(page)
    assert (done.going, done.rpe) == (False, 7)
    assert {each.item: len(each.sets) for each in done.items} == {"i1": 2, "i2": 2, "i3": 2}


def test_numbers_are_stepped_and_typed(open_log: OpenLog) -> None:
    page = squats_first(open_log)
    fields = page.view.fields
    click(fields.amount.less)
    click(fields.load.more)
    fields.rpe.line.setFocus()
    fields.rpe.line.selectAll()
    press("9,5", Qt.Key.Key_Return)
    (one,) = diary(page)[0].items[0].sets
    assert (one.amount, one.load, one.rpe) == (4, Load(LoadKind.EXTERNAL, 102.5), 9.5)
    assert fields.load.text == "102.5 kg"
    press(Qt.Key.Key_Up)
    assert fields.rpe.text == "8.5"


@pytest.mark.parametrize(
    ("typed", "load"),
    [
        ("110 ", Load(LoadKind.EXTERNAL, 110)),
        ("110kg", Load(LoadKind.EXTERNAL, 110)),
        ("110 kg", Load(LoadKind.EXTERNAL, 110)),
        ("2x20 kg", Load(LoadKind.EXTERNAL, 20, 2)),
        ("bw+10kg", Load(LoadKind.BODYWEIGHT, 10)),
        ("", None),
    ],
)
def test_a_load_is_typed_as_one_writes_it(open_log: OpenLog, typed: str, load: Load | None) -> None:
    page = squats_first(open_log)
    line = page.view.fields.load.line
    line.setFocus()
    line.selectAll()
    press(Qt.Key.Key_Delete, typed, Qt.Key.Key_Space)
    assert diary(page)[0].items[0].sets[0].load == load


def test_what_cant_be_read_is_said_and_nothing_is_ticked(open_log: OpenLog) -> None:
    page = squats_first(open_log)
    line = page.view.fields.load.line
    line.setFocus()
    line.selectAll()
    press("12kk", Qt.Key.Key_Return)
    assert diary(page) == []
    assert page.view.note.isVisible()
    assert "12kk" in page.view.note.text()


def test_a_superset_takes_turns_and_rests_after_a_round(open_log: OpenLog) -> None:
    page = open_log(planned((LUNGE, BUG)))
    click(page.start.go)
    seen, rests = [], []
    for _ in range(4):
        seen.append(in_sight(page)[0])
        click(page.view.done)
        rests.append(page.clock.phase is Phase.REST)
    assert seen == ["A1 Walking lunge", "A2 Dead bug"] * 2
    assert rests == [False, True, False, False]


def test_one_side_at_a_time(open_log: OpenLog) -> None:
    page = open_log(planned(LUNGE))
    click(page.start.go)
    press("l")
    press(Qt.Key.Key_Space)
    assert in_sight(page)[1] == "set 1 of 2 \u00b7 right"
    press(Qt.Key.Key_Space)
    sides = [each.sides for each in diary(page)[0].items[0].sets]
    assert sides == [Sides.LEFT, Sides.RIGHT]
    assert in_sight(page)[1] == "set 2 of 2 \u00b7 left"


def test_undo_takes_the_last_set_back_and_redo_brings_it_again(page: LogPage) -> None:
    click(page.start.go)
    before = in_sight(page)
    click(page.view.done)
    after = in_sight(page)
    QTest.keyClick(page.window(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert in_sight(page) == before
    assert diary(page) == []
    QTest.keyClick(
        page.window(),
        Qt.Key.Key_Z,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    assert in_sight(page) == after


def test_after_a_crash_it_goes_on_where_it_was(
    open_log: OpenLog, open_window: Callable[..., MainWindow], page: LogPage
) -> None:
    click(page.start.go)
    for _ in range(3):
        click(page.view.done)
    before = in_sight(page)
    fields = page.view.fields.value
    open_window.shut()  # type: ignore[attr-defined]
    again = open_log()
    assert again.start.go.text() == "Go on with Strength A"
    click(again.start.go)
    assert in_sight(again) == before
    assert again.view.fields.value == fields
    assert phase(again) is Phase.IDLE
    click(again.view.done)
    assert sum(len(each.sets) for each in diary(again)[0].items) == 4


def test_what_was_added_and_swapped_is_there_after_a_crash(
    open_log: OpenLog, open_window: Callable[..., MainWindow]
) -> None:
    page = squats_first(open_log)
    page.bench.swap("goblet-squat")
    page.bench.add("walking-lunge")
    open_window.shut()  # type: ignore[attr-defined]
    again = open_log()
    click(again.start.go)
    assert again.sets.tasks.count() == 2
    assert in_sight(again)[0].startswith("Goblet squat")


def test_skip_swap_more_and_add(open_log: OpenLog, qtbot: QtBot) -> None:
    page = open_log(planned(SQUAT, LUNGE))
    click(page.start.go)
    first = in_sight(page)[0]
    press("s")
    assert in_sight(page)[0] != first
    assert page.sets.tasks.item(0).text().startswith("\u2013")
    press("m")
    assert in_sight(page)[1] == "set 1 of 3"
    popup = page.sets.open_swaps()
    assert popup is not None
    assert popup.list.count() > 2
    press(Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert in_sight(page)[0] not in (first, "Walking lunge")
    page.view.done.setFocus()
    popup = page.sets.open_exercises()
    assert popup is not None
    press("dead bug", Qt.Key.Key_Return)
    assert in_sight(page)[0] == "Dead bug"


def test_what_the_gym_has_not_is_not_offered(open_log: OpenLog) -> None:
    page = open_log(planned("walking-lunge 2x8/side", equipment=()))
    click(page.start.go)
    offered = page.bench.stand_ins()
    assert offered
    assert all(each.possible_with(frozenset()) for each in offered)


def test_a_set_that_was_ticked_wrongly_is_corrected(open_log: OpenLog) -> None:
    page = squats_first(open_log)
    click(page.view.done)
    click(page.view.chips.buttons[0])
    assert page.view.done.text() == "Change the set"
    press("3", Qt.Key.Key_Return)
    assert diary(page)[0].items[0].sets[0].amount == 3
    assert in_sight(page)[1] == "set 2 of 2"
    click(page.view.chips.buttons[0])
    click(page.view.take_away)
    assert diary(page)[0].items[0].sets == ()
    assert undo_names(page)[-1] == "take away set 1 of Back squat"


def test_a_press_on_the_list_goes_to_that_exercise(page: LogPage) -> None:
    click(page.start.go)
    last = page.sets.tasks.item(page.sets.tasks.count() - 1)
    place = page.sets.tasks.visualItemRect(last).center()
    QTest.mouseClick(page.sets.tasks.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert page.bench.place == page.sets.tasks.count() - 1
    click(page.view.done)
    assert page.bench.workout is not None
    assert page.bench.workout.last == page.sets.tasks.count() - 1


def test_the_rest_runs_by_itself_and_can_be_switched_off(open_log: OpenLog) -> None:
    page = squats_first(open_log)
    click(page.view.done)
    assert phase(page) is Phase.REST
    assert page.clock.shown_s == 150
    assert page.view.face.isVisible()
    click(page.sets.rests)
    assert phase(page) is Phase.IDLE
    QTest.keyClick(page.window(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    click(page.view.done)
    assert phase(page) is Phase.IDLE
    assert not page._document.settings.rest_timer  # noqa: SLF001


def test_a_hold_counts_get_ready_then_each_side(open_log: OpenLog) -> None:
    page = open_log(planned(HOLD))
    clock = page.clock
    now = [0.0]
    clock._now = lambda: now[0]  # noqa: SLF001  # time is the test's
    click(page.start.go)
    assert page.view.done.text() == "Start the hold"
    click(page.view.done)
    phases = []
    for second in (2.0, 3.1, 20.0, 33.2, 35.0, 36.3, 60.0, 66.4):
        now[0] = second
        clock.look()
        phases.append(clock.phase)
    assert phases == [
        *(Phase.READY, Phase.HOLD, Phase.HOLD, Phase.READY),
        *(Phase.READY, Phase.HOLD, Phase.HOLD, Phase.IDLE),
    ]
    sets = diary(page)[0].items[0].sets
    assert [(each.sides, each.amount) for each in sets] == [(Sides.LEFT, 30), (Sides.RIGHT, 30)]
    assert page.view.name.text() == "All done."


def test_a_hold_that_is_stopped_counts_as_long_as_it_was(open_log: OpenLog) -> None:
    page = open_log(planned("front-plank 1x60s @7"))
    now = [0.0]
    page.clock._now = lambda: now[0]  # noqa: SLF001  # time is the test's
    click(page.start.go)
    click(page.view.done)
    now[0] = 3.1
    page.clock.look()
    now[0] = 25.1
    click(page.view.done)
    assert diary(page)[0].items[0].sets[0].amount == 22


def test_a_session_that_was_skipped_and_done_all_the_same_is_not_skipped(
    open_log: OpenLog,
) -> None:
    page = open_log(planned(SQUAT, skipped=True))
    click(page.sessions.buttons["s1"])
    click(page.view.done)
    assert not page._desk.shelf.session("s1").skipped  # noqa: SLF001
    QTest.keyClick(page.window(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page._desk.shelf.session("s1").skipped  # noqa: SLF001


def test_an_empty_session_is_filled_as_one_goes(open_log: OpenLog) -> None:
    page = open_log()
    menu = page.sessions.open_menu()
    menu.actions()[-1].trigger()
    menu.close()
    QApplication.processEvents()
    assert page.view.name.text().startswith("Nothing in it yet")
    page.bench.add("walking-lunge")
    click(page.view.done)
    (done,) = diary(page)
    assert (done.session, done.items[0].exercise, done.items[0].item) == ("", "walking-lunge", "")


def test_a_session_is_opened_by_its_id_and_a_done_one_again(page: LogPage) -> None:
    page.open_session("s1")
    click(page.view.done)
    page.show_finish()
    page.finish.write()
    assert not diary(page)[0].going
    page.open_session("s1")
    assert page.bench.workout is not None
    assert page.sets.tasks.count() == 3
    page.show_finish()
    click(page.finish.delete)
    assert diary(page) == []
    with pytest.raises(KeyError):
        page.open_session("nowhere")
