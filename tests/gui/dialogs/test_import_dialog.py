from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from hemipelvi_gui.domain.bundle import Bundle
from hemipelvi_gui.domain.changes import Changes
from hemipelvi_gui.domain.importing import Choice, compare
from hemipelvi_gui.domain.left_out import Why, noted
from hemipelvi_gui.domain.own import UNDECIDED
from hemipelvi_gui.domain.runs import Run, RunKind
from hemipelvi_gui.ui.dialogs.import_dialog import ImportDialog
from hemipelvi_gui.ui.dialogs.rows import RowKind

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from hemipelvi_gui.domain.exercises import Exercise
    from hemipelvi_gui.domain.session import Session
    from hemipelvi_gui.ui.theme import Theme
    from tests.gui.dialogs.conftest import Show


@pytest.fixture
def dialog(
    show: Show, theme: Theme, tuesday: Session, library: dict[str, Exercise]
) -> ImportDialog:
    new = replace(tuesday, id="new", name="Hill day")
    same = replace(tuesday, id="same", name="Friday")
    bundle = Bundle((replace(tuesday, notes="theirs"), same, new))
    here = {"tuesday": tuesday, "same": same}
    return show(ImportDialog(theme, compare(bundle, Changes(sessions=here), built_in=library)))


def notes(dialog: ImportDialog) -> list[str]:
    rows = dialog.list.rows
    return [rows.row_at(number).note for number in range(1, rows.rowCount())]


def test_it_says_what_will_happen_and_loses_nothing(dialog: ImportDialog) -> None:
    assert dialog.said.text() == "1 will be added · 1 will be kept beside yours · 1 left as it is"
    assert notes(dialog) == ["both are kept", "yours stays", "is added"]


def test_space_goes_round_the_choices_of_a_row(qtbot: QtBot, dialog: ImportDialog) -> None:
    QTest.keyClick(dialog.list, Qt.Key.Key_Space)
    assert notes(dialog)[0] == "yours stays"
    QTest.keyClick(dialog.list, Qt.Key.Key_Space)
    assert notes(dialog)[0] == "replaces yours"
    assert "stays among the earlier versions" in dialog.more.text()
    QTest.keyClick(dialog.list, Qt.Key.Key_Space)
    assert notes(dialog)[0] == "both are kept"


def test_a_button_decides_for_all_selected_rows(qtbot: QtBot, dialog: ImportDialog) -> None:
    QTest.keyClick(dialog.list, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.mouseClick(dialog.buttons[Choice.KEEP_MINE], Qt.MouseButton.LeftButton)
    assert notes(dialog) == ["yours stays", "yours stays", "left out"]
    assert not dialog.go.isEnabled()
    assert dialog.leave.text() == "Close"
    assert dialog.more.text() == "Nothing will be imported."
    QTest.mouseClick(dialog.buttons[Choice.REPLACE], Qt.MouseButton.LeftButton)
    assert dialog.leave.text() == "Cancel"


def test_the_buttons_show_the_choice_of_the_row(dialog: ImportDialog) -> None:
    assert dialog.buttons[Choice.KEEP_BOTH].isChecked()
    assert dialog.buttons[Choice.REPLACE].isVisible()
    assert not dialog.buttons[Choice.ADD].isVisible()
    dialog.list.choose("session:same")
    assert not any(button.isVisible() for button in dialog.buttons.values())


def test_enter_imports(qtbot: QtBot, dialog: ImportDialog) -> None:
    with qtbot.waitSignal(dialog.accepted_bundle) as accepted:
        QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    stored = [session.name for session in accepted.args[0].sessions]
    assert stored == ["Tuesday (from file)", "Hill day"]


def test_escape_imports_nothing(qtbot: QtBot, dialog: ImportDialog) -> None:
    with qtbot.assertNotEmitted(dialog.accepted_bundle), qtbot.waitSignal(dialog.rejected):
        QTest.keyClick(dialog.list, Qt.Key.Key_Escape)


def test_an_unknown_exercise_is_marked(show: Show, theme: Theme, tuesday: Session) -> None:
    dialog = show(ImportDialog(theme, compare(Bundle((tuesday,)), Changes())))
    assert "4 unknown exercises, kept as they are" in dialog.list.rows.row_at(1).line


def test_an_empty_file_says_so(show: Show, theme: Theme) -> None:
    dialog = show(ImportDialog(theme, compare(Bundle(), Changes())))
    assert dialog.said.text() == "There is nothing in this file."
    assert not dialog.go.isEnabled()


def test_a_file_with_nothing_new_says_so(show: Show, theme: Theme, tuesday: Session) -> None:
    plan = compare(
        Bundle((tuesday,), deleted={"tuesday": 1}), Changes(sessions={"tuesday": tuesday})
    )
    dialog = show(ImportDialog(theme, plan))
    assert "Everything in the file is here already." in dialog.more.text()
    assert "Deleted in the file, kept here: 1." in dialog.more.text()


def test_of_a_long_file_only_what_is_not_the_same_is_listed(
    show: Show, theme: Theme, tuesday: Session, library: dict[str, Exercise]
) -> None:
    days = [date(2026, 11, day) for day in range(1, 31)]
    weeks = [replace(tuesday, id=f"s{day.day}", date=day) for day in days]
    rest = [Run(f"r{day.day}", "Rest", RunKind.REST, day) for day in days]
    changed = replace(weeks[0], name="Hill day")
    bundle = Bundle((changed, *weeks[1:]), runs=tuple(rest))
    here = Changes({each.id: each for each in weeks}, {each.id: each for each in rest[1:]})
    listed = show(ImportDialog(theme, compare(bundle, here, (), library))).list.rows
    shown = [listed.row_at(number) for number in range(listed.rowCount())]
    assert [(row.title, row.line) for row in shown] == [
        ("Sessions \u00b7 29 the same as yours", ""),
        ("Hill day", "Sun 1 Nov \u00b7 differs from yours"),
        ("Runs \u00b7 29 the same as yours", ""),
        ("Rest", "rest \u00b7 Sun 1 Nov \u00b7 new here"),
    ]


def test_what_a_calendar_could_not_give_is_said(show: Show, theme: Theme) -> None:
    run = Run("r", "Easy 8 km", RunKind.EASY, date(2026, 11, 24), source="uid")
    extra = noted([(Why.CANCELLED, "Tempo"), (Why.GYM, "Strength")])
    dialog = show(ImportDialog(theme, compare(Bundle(runs=(run,), extra=extra), Changes())))
    assert "1 cancelled: Tempo" in dialog.more.text()
    assert "1 in the gym, which are sessions: Strength" in dialog.more.text()


def test_many_rows_can_be_searched_and_guesses_listed_alone(
    show: Show, theme: Theme, library: dict[str, Exercise]
) -> None:
    lunge = library["walking-lunge"]
    sure = [replace(lunge, id=f"own-{at}", name=f"Lunge {at}") for at in range(45)]
    guessed = {UNDECIDED: True}
    guess = replace(lunge, id="guess", name="Cossack thing", extra=guessed)
    plan = compare(Bundle(exercises=(*sure, guess)), Changes(), built_in=library)
    dialog = show(ImportDialog(theme, plan))
    rows = dialog.list.rows

    def names() -> list[str]:
        listed = [rows.row_at(number) for number in range(rows.rowCount())]
        return [each.title for each in listed if each.kind is RowKind.ENTRY]

    assert len(names()) == 46
    QTest.keyClicks(dialog.search, "lunge 44")
    assert names() == ["Lunge 44"]
    dialog.search.clear()
    box = QPoint(8, dialog.guesses.height() // 2)
    QTest.mouseClick(dialog.guesses, Qt.MouseButton.LeftButton, pos=box)
    assert names() == ["Cossack thing"]
    QTest.keyClicks(dialog.search, "zzz")
    assert names() == []
    # What is not listed just now is imported all the same.
    assert dialog.said.text().startswith("46 ")


def test_few_rows_need_no_search(dialog: ImportDialog) -> None:
    assert not dialog.search.isVisible()
    assert not dialog.guesses.isVisible()
