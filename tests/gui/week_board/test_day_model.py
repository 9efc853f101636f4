from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import partial
from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from hemipelvi_gui.domain.diary import DoneSession
from hemipelvi_gui.domain.runs import RunKind
from hemipelvi_gui.ui.mime import CARDS_MIME, EXERCISE_MIME, ITEMS_MIME, pack, unpack
from hemipelvi_gui.ui.week.card_faces import Card, Chip
from tests.builders import session_of
from tests.gui.week_board.conftest import MONDAY, a_run, picture, plan_of

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from hemipelvi_gui.ui.week.board import WeekBoard
    from hemipelvi_gui.ui.week.day_model import DayModel
    from hemipelvi_gui.ui.weeks import Weeks
    from tests.gui.week_board.conftest import OpenBoard

COPY, MOVE = Qt.DropAction.CopyAction, Qt.DropAction.MoveAction
SATURDAY = 5


def model(board: WeekBoard, day: int) -> DayModel:
    return board.columns[day].model


def names(board: WeekBoard) -> list[list[str]]:
    return [[card.face.name for card in column.model.cards] for column in board.columns]


def spoken(board: WeekBoard, day: int, row: int = 0) -> str:
    role = Qt.ItemDataRole.AccessibleTextRole
    return str(model(board, day).index(row).data(role))


def test_each_day_is_a_model_that_keeps_qts_rules_through_edits(board: WeekBoard) -> None:
    fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
    testers = [QAbstractItemModelTester(column.model, fatal) for column in board.columns]
    board.edits.to_day(("sat", "sun"), MONDAY)
    board.edits.remove(("mon",))
    board.weeks.step(1)
    board.weeks.step(-1)
    assert names(board)[0] == ["Long 22 km", "Strength B"]
    assert testers


def test_cards_stand_in_their_order_and_say_what_they_are(board: WeekBoard) -> None:
    assert names(board) == [
        ["Easy 8 km"],
        ["Strength A", "Strides 5 km"],
        [],
        ["Intervals 6 \u00d7 1 km"],
        ["Rest"],
        ["Strength B"],
        ["Long 22 km"],
    ]
    faces = [card.face for column in board.columns for card in column.model.cards]
    assert [face.facts for face in faces[:4]] == [
        ("45 min",),
        ("100 %", "7 min", "18:00"),
        ("28 min",),
        ("hard", "60 min"),
    ]
    assert [face.share is None for face in faces] == [True, False, True, True, True, False, True]


def test_a_screen_reader_hears_the_day_the_card_and_what_is_wrong(board: WeekBoard) -> None:
    assert board.columns[1].list.accessibleName() == "Tuesday 24 November, 2 cards"
    assert board.columns[0].list.accessibleName() == "Monday 23 November, 1 card, today"
    assert board.columns[1].add.accessibleName() == "Add to Tuesday 24 November"
    assert spoken(board, 1) == "Strength A, 100 % asymmetric, 7 min, 18:00"
    assert spoken(board, 3) == "Intervals 6 \u00d7 1 km, hard, 60 min"
    assert spoken(board, SATURDAY, 1) == "Big lift 13 h before the long run. Move to Thursday"


def test_a_finding_stands_below_its_own_card(board: WeekBoard) -> None:
    rows = model(board, SATURDAY).rows
    assert [type(row) for row in rows] == [Card, Chip]
    chip = rows[1]
    assert isinstance(chip, Chip)
    assert chip.wrong
    assert chip.fix == "Move to Thursday"
    index = model(board, SATURDAY).index(1)
    assert not index.flags() & Qt.ItemFlag.ItemIsSelectable
    assert not index.flags() & Qt.ItemFlag.ItemIsDragEnabled


def test_a_session_that_breaks_its_own_rules_is_marked(open_board: OpenBoard) -> None:
    lone = replace(session_of("back-squat 4x5 @8 100kg"), id="squats", date=MONDAY)
    board = open_board(lone)
    card = model(board, 0).cards[0]
    assert card.face.faulty
    assert any("No reset" in fault for fault in card.faults)
    assert "No reset after Back squat" in spoken(board, 0)


def test_what_was_done_on_another_day_says_when(open_board: OpenBoard) -> None:
    done = DoneSession("d", "Strength B", MONDAY, "sat")
    board = open_board(*picture(), done)
    face = model(board, SATURDAY).cards[0].face
    assert face.done
    assert "done 23 Nov" in face.facts


def test_what_was_done_has_a_tick_and_what_is_skipped_counts_for_nothing(
    open_board: OpenBoard,
) -> None:
    done = DoneSession("d", "Strength B", MONDAY + timedelta(days=5), "sat")
    board = open_board(*picture(), done)
    assert model(board, SATURDAY).cards[0].face.done
    assert len(model(board, SATURDAY).rows) == 1
    assert spoken(board, SATURDAY).endswith("done")
    board.edits.skip(("tue",))
    face = model(board, 1).cards[0].face
    assert face.skipped
    assert face.facts == ("skipped",)


def test_a_race_day_and_the_first_of_a_month_are_named(open_board: OpenBoard) -> None:
    first = MONDAY + timedelta(days=8)
    board = open_board(plan_of(), a_run("race", first, RunKind.RACE, name="Parkrun"))
    board.weeks.show_day(first)
    assert board.columns[1].head.words == "Tue 1 Dec"
    assert board.columns[1].head.race
    assert board.columns[1].list.accessibleName() == "Tuesday 1 December, 1 card, race day"


def card_picture(board: WeekBoard, day: int) -> QImage:
    shown = board.columns[day].list
    card = shown.cards.rect(shown.visualRect(shown.day_model.index(0)))
    return shown.viewport().grab(card).toImage()


def test_runs_of_each_kind_have_a_card_of_their_own_look(open_board: OpenBoard) -> None:
    board = open_board(plan_of(), a_run("r", MONDAY, name="Morning"))
    pictures = []
    for kind in RunKind:
        changed = {"r": a_run("r", MONDAY, kind, name="Morning")}
        board.weeks.push("change", partial(replace, runs=changed))
        pictures.append(card_picture(board, 0))
    assert len(pictures) == 6
    assert all(one != other for one, other in combinations(pictures, 2))


def test_a_gym_card_has_a_bar_as_long_as_its_share(open_board: OpenBoard) -> None:
    lines = ("walking-lunge 4x8/side @7", "back-squat 4x5 @8 60kg")
    sessions = [
        replace(session_of(*lines[:1]), id="lunges", date=MONDAY),
        replace(session_of(*lines), id="both", date=MONDAY + timedelta(days=1)),
        replace(session_of(*lines[1:]), id="squats", date=MONDAY + timedelta(days=2)),
    ]
    board = open_board(*sessions)
    bars = []
    for day in range(3):
        image, blue = card_picture(board, day), board.theme.palette.colour("accent")
        rows = [
            sum(image.pixelColor(x, y) == blue for x in range(image.width()))
            for y in range(image.height())
        ]
        bars.append(max(rows))
    whole, half, none = bars
    assert [model(board, day).cards[0].face.share for day in range(3)] == [1.0, 0.5, 0.0]
    assert half == pytest.approx(whole / 2, abs=whole * 0.15)
    # A stripe at its side is blue too.
    assert none < half / 4


def test_today_is_marked_in_its_own_week_only(board: WeekBoard, weeks: Weeks) -> None:
    assert [column.head.today for column in board.columns] == [True] + [False] * 6
    marked = board.columns[0].head.grab().toImage()
    weeks.step(1)
    assert not any(column.head.today for column in board.columns)
    assert board.columns[0].head.grab().toImage() != marked
    weeks.step(-1)
    assert board.columns[0].head.grab().toImage() == marked


@pytest.mark.parametrize("kind", [EXERCISE_MIME, ITEMS_MIME])
def test_exercises_and_items_of_a_session_are_refused(board: WeekBoard, kind: str) -> None:
    mime = pack(kind, ["walking-lunge"])
    assert not model(board, 0).canDropMimeData(mime, MOVE, -1, -1, QModelIndex())
    assert not model(board, 0).dropMimeData(mime, MOVE, -1, -1, QModelIndex())


def test_cards_that_are_not_there_are_refused(board: WeekBoard) -> None:
    mime = pack(CARDS_MIME, ["from another window"])
    assert not model(board, 0).canDropMimeData(mime, MOVE, -1, -1, QModelIndex())


def test_a_drop_moves_as_one_step_and_the_copy_has_the_same_template(
    board: WeekBoard, weeks: Weeks
) -> None:
    source = model(board, SATURDAY)
    mime = source.mimeData([source.index(0), source.index(1)])
    assert unpack(mime, CARDS_MIME) == ("sat",)
    assert model(board, 4).dropMimeData(mime, MOVE, -1, -1, QModelIndex())
    assert weeks.agenda.sessions["sat"].date == MONDAY + timedelta(days=4)
    assert board.plans.desk.document.undo_stack.undoText() == "move Strength B to Friday"
    assert model(board, 2).dropMimeData(mime, COPY, -1, -1, QModelIndex())
    assert board.plans.desk.document.undo_stack.undoText() == "copy Strength B to Wednesday"
    copy = model(board, 2).cards[0].entry
    assert copy.id != "sat"
    assert getattr(copy, "template", "") == "t"
    board.plans.desk.document.undo_stack.undo()
    board.plans.desk.document.undo_stack.undo()
    assert weeks.agenda.sessions["sat"].date == MONDAY + timedelta(days=5)
    assert copy.id not in weeks.agenda.sessions
