from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest

from hemipelvi_gui.domain import edits
from hemipelvi_gui.domain.grammar import parse
from hemipelvi_gui.domain.session import Session
from hemipelvi_gui.ui.dialogs.balance_dialog import BalanceDialog

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from hemipelvi_gui.ui.dialogs.table import Table
    from hemipelvi_gui.ui.document import Document
    from hemipelvi_gui.ui.theme import Theme
    from tests.gui.dialogs.conftest import Show


@pytest.fixture
def dialog(show: Show, theme: Theme, document: Document) -> BalanceDialog:
    return show(BalanceDialog(theme, document))


def row(table: Table, number: int) -> list[str]:
    model = table.model()
    return [model.index(number, place).data() for place in range(model.columnCount())]


def test_each_item_shows_how_its_dose_is_made(dialog: BalanceDialog) -> None:
    deadlift = ["Trap-bar deadlift", "3", "1", "1", "3.00", "0.00", "0.00", "1.50", "1.50", ""]
    assert row(dialog.first, 1) == deadlift
    assert row(dialog.first, 0)[-1] == "prepares or resets: no dose"
    assert row(dialog.first, 3)[-1] == "effort not given: counted as hard"


def test_the_last_row_is_the_sum(dialog: BalanceDialog) -> None:
    total = row(dialog.first, 4)
    assert total == ["Sum", "", "", "", "9.00", "", "", "4.50", "4.50", ""]


def test_the_formulas_hold_this_sessions_numbers(dialog: BalanceDialog) -> None:
    heads = [head.text() for head, _ in dialog.formulas]
    assert heads == ["Asymmetric share 67 %", "Gait-likeness 48 %", "Side gap 0 %"]
    assert dialog.formulas[0][1].text().endswith("6.00 ÷ 9.00 = 0.667")
    assert dialog.formulas[2][1].text().endswith("(4.50 − 4.50) ÷ 9.00 = 0.000")


def test_it_follows_the_document(dialog: BalanceDialog, document: Document) -> None:
    document.push("lighten", lambda s: edits.prescribe(s, "dead", parse("1x5 @5")))
    assert row(dialog.first, 1)[4] == "0.50"
    assert row(dialog.first, 4)[4] == "6.50"
    document.undo_stack.undo()
    assert row(dialog.first, 4)[4] == "9.00"


def test_without_leg_work_it_says_the_next_step(dialog: BalanceDialog, document: Document) -> None:
    document.open(Session("empty", "Empty"))
    assert dialog.empty.isVisible()
    assert not dialog.formulas[0][0].isVisible()
    assert dialog.first.model().rowCount() == 1


def test_the_second_reading_says_how_much_it_covers(dialog: BalanceDialog) -> None:
    assert row(dialog.second, 0)[:6] == ["Trap-bar deadlift", "3", "5", "78.6", "1", "11.79"]
    assert row(dialog.second, 2)[-1] == "not known: left out"
    assert "over the 2 of 3 items of leg work" in dialog.coverage.text()


def test_readings_that_disagree_are_said(dialog: BalanceDialog, document: Document) -> None:
    # In sets 67 %, in the target; in repetitions only the deadlift and the lunge count: 59 %.
    assert "67 % (in the target)" in dialog.agreement.text()
    assert "59 % (under the target)" in dialog.agreement.text()
    document.push("give effort", lambda s: edits.prescribe(s, "single", parse("3x8/side @7")))
    assert not dialog.agreement.isVisible()


def test_the_second_reading_is_reached_by_keys(qtbot: QtBot, dialog: BalanceDialog) -> None:
    QTest.keyClick(dialog, Qt.Key.Key_R, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(dialog.second.isVisible)
    QTest.keyClick(dialog, Qt.Key.Key_H, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(dialog.first.isVisible)


def test_it_says_that_it_is_a_model(dialog: BalanceDialog) -> None:
    assert dialog.model_note.text() == (
        "Coaching model. The targets are defaults you can edit in Settings; the weights are shown "
        "beside each exercise."
    )


def test_headings_explain_themselves(dialog: BalanceDialog) -> None:
    model, across = dialog.first.model(), Qt.Orientation.Horizontal
    for place in range(model.columnCount()):
        assert model.headerData(place, across, Qt.ItemDataRole.ToolTipRole)


def test_the_tables_keep_the_rules_of_models(dialog: BalanceDialog, document: Document) -> None:
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    testers = [
        QAbstractItemModelTester(table.model(), mode) for table in (dialog.first, dialog.second)
    ]
    document.push("delete", lambda s: edits.remove(s, ["dead"]))
    document.push("lighten", lambda s: edits.prescribe(s, "lunge", parse("1x5 @5")))
    assert [tester.model().rowCount() for tester in testers] == [4, 3]


def test_a_closed_dialog_no_longer_listens(
    qtbot: QtBot, dialog: BalanceDialog, document: Document, theme: Theme
) -> None:
    with qtbot.waitSignal(dialog.destroyed):
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert document.push("lighten", lambda s: edits.prescribe(s, "dead", parse("1x5 @5")))
    theme.choose("dark")
