from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hemipelvi_gui.domain.changes import Changes
from hemipelvi_gui.domain.exercises import Equipment
from hemipelvi_gui.domain.gyms import Gym, Plates
from hemipelvi_gui.domain.units import MassUnit
from hemipelvi_gui.ui.dialogs.gyms_dialog import GymsDialog, kit_words
from hemipelvi_gui.ui.dialogs.plates_form import plates_words
from hemipelvi_gui.ui.saver import Saver
from hemipelvi_gui.ui.shelf import Shelf

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from hemipelvi_gui.ui.document import Document
    from hemipelvi_gui.ui.theme import Theme
    from tests.gui.dialogs.conftest import Show

LEFT, CTRL = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier
GARAGE = Gym(
    "garage",
    "Garage",
    (Equipment.BARBELL, Equipment.DUMBBELL),
    plates=(Plates(20, 2), Plates(10, 2), Plates(1.25, 2)),
)


@pytest.fixture
def shelf(qtbot: QtBot, document: Document) -> Iterator[Shelf]:
    saver = Saver(None)
    made = Shelf(None, saver)
    made.serve(document)
    yield made
    saver.close()


@pytest.fixture
def open_dialog(
    show: Show, theme: Theme, document: Document, shelf: Shelf
) -> Callable[..., GymsDialog]:
    """Opens the dialog on some gyms."""

    def run(*gyms: Gym) -> GymsDialog:
        if gyms:
            before = Changes(gyms=dict.fromkeys(gym.id for gym in gyms))
            document.replace("gyms", before, Changes(gyms={gym.id: gym for gym in gyms}))
            document.undo_stack.clear()
        return show(GymsDialog(theme, document, shelf))

    return run


def click(dialog: GymsDialog, equipment: Equipment) -> None:
    QTest.mouseClick(dialog.form.kit.chips[equipment], LEFT)


def test_starter_gyms_are_offered_while_there_are_none(
    open_dialog: Callable[..., GymsDialog], document: Document, shelf: Shelf
) -> None:
    dialog = open_dialog()
    assert [button.isVisible() for button in dialog.starters] == [True] * 3
    assert not dialog.form.isVisible()
    QTest.mouseClick(dialog.starters[1], LEFT)
    assert [gym.name for gym in shelf.gyms()] == ["Club"]
    assert dialog.form.name.text() == "Club"
    assert dialog.form.isVisible()
    assert document.undo_stack.undoText() == "add Club"
    document.undo_stack.undo()
    assert dialog.starters[0].isVisible()


def test_all_three_starters_come_as_one_step(
    open_dialog: Callable[..., GymsDialog], document: Document, shelf: Shelf
) -> None:
    dialog = open_dialog()
    dialog.all_three.click()
    assert [gym.name for gym in shelf.gyms()] == ["Club", "Home", "Travel"]
    assert not {gym.id for gym in shelf.gyms()} & {"starter-home", "starter-club"}
    document.undo_stack.undo()
    assert shelf.gyms() == []


def test_a_new_gym_is_named_by_typing(
    open_dialog: Callable[..., GymsDialog], document: Document, shelf: Shelf
) -> None:
    dialog = open_dialog(GARAGE)
    QTest.mouseClick(dialog.new, LEFT)
    QTest.keyClicks(dialog.form.name, "Cellar <b>&")
    QTest.keyClick(dialog.form.name, Qt.Key.Key_Return)
    assert [gym.name for gym in shelf.gyms()] == ["Cellar <b>&", "Garage"]
    assert dialog.isVisible()
    assert dialog.list.key == shelf.gyms()[0].id
    assert document.undo_stack.undoText() == "rename New gym"
    assert "Sessions keep the name \u201cNew gym\u201d" in dialog.told.text()


def test_two_gyms_with_one_name_are_refused_kindly(
    open_dialog: Callable[..., GymsDialog], document: Document, shelf: Shelf
) -> None:
    dialog = open_dialog(GARAGE, replace(GARAGE, id="home", name="Home"))
    dialog.list.choose("home")
    dialog.form.name.selectAll()
    QTest.keyClicks(dialog.form.name, " GARAGE ")
    QTest.keyClick(dialog.form.name, Qt.Key.Key_Return)
    assert "\u201cGARAGE\u201d already" in dialog.form.wrong.text()
    assert dialog.form.wrong.isVisible()
    assert document.undo_stack.count() == 0
    QTest.keyClicks(dialog.form.name, "2")
    assert not dialog.form.wrong.isVisible()
    dialog.form.name.clear()
    dialog.form.name.setModified(True)
    dialog.form.name.editingFinished.emit()
    assert "needs a name" in dialog.form.wrong.text()
    assert {gym.name for gym in shelf.gyms()} == {"Garage", "Home"}


def test_a_name_from_a_file_may_be_long_and_hostile(
    open_dialog: Callable[..., GymsDialog], document: Document, shelf: Shelf
) -> None:
    name = "\u202e<img src='x'>\n" + "very long " * 1000
    dialog = open_dialog(replace(GARAGE, name=name))
    assert dialog.width() < 1400
    assert "\n" not in dialog.form.name.text()
    click(dialog, Equipment.BAND)
    assert shelf.gyms()[0].name == name
    dialog.delete()
    assert len(dialog.told.text()) < 300


def test_each_tick_is_one_step_to_undo(
    open_dialog: Callable[..., GymsDialog], document: Document, shelf: Shelf
) -> None:
    dialog = open_dialog(GARAGE)
    click(dialog, Equipment.BAND)
    click(dialog, Equipment.BARBELL)
    assert shelf.gyms()[0].equipment == (Equipment.DUMBBELL, Equipment.BAND)
    assert document.undo_stack.count() == 2
    assert document.undo_stack.undoText() == "change Garage"
    QTest.keyClick(dialog.form.kit.chips[Equipment.BARBELL], Qt.Key.Key_Z, CTRL)
    assert dialog.form.kit.chips[Equipment.BARBELL].isChecked()
    QTest.keyClick(dialog.form.kit.search, Qt.Key.Key_Z, CTRL)
    QTest.keyClick(dialog.form.plates.bar, Qt.Key.Key_Z, CTRL)
    assert shelf.gyms()[0] == GARAGE


def test_equipment_is_found_and_ticked_from_the_keyboard(
    open_dialog: Callable[..., GymsDialog], shelf: Shelf
) -> None:
    dialog = open_dialog(GARAGE)
    kit = dialog.form.kit
    QTest.keyClicks(kit.search, "kett")
    assert [each for each, chip in kit.chips.items() if chip.isVisible()] == [Equipment.KETTLEBELL]
    QTest.keyClick(kit.search, Qt.Key.Key_Return)
    assert Equipment.KETTLEBELL in shelf.gyms()[0].equipment
    QTest.keyClick(kit.search, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert kit.search.text() == ""
    QTest.keyClicks(kit.search, "elephant")
    assert "elephant" in kit.nothing.text()
    assert kit.nothing.isVisible()


def test_arrows_go_from_chip_to_chip_and_enter_ticks(
    open_dialog: Callable[..., GymsDialog], shelf: Shelf
) -> None:
    dialog = open_dialog(GARAGE)
    chips = dialog.form.kit.chips
    QTest.keyClick(dialog.form.kit.search, Qt.Key.Key_Down)
    assert chips[Equipment.BARBELL].hasFocus()
    QTest.keyClick(chips[Equipment.BARBELL], Qt.Key.Key_Right)
    assert chips[Equipment.RACK].hasFocus()
    QTest.keyClick(chips[Equipment.RACK], Qt.Key.Key_Return)
    QTest.keyClick(chips[Equipment.RACK], Qt.Key.Key_End)
    QTest.keyClick(chips[Equipment.TREADMILL], Qt.Key.Key_Space)
    assert {Equipment.RACK, Equipment.TREADMILL} <= set(shelf.gyms()[0].equipment)
    stops = [
        each for each, chip in chips.items() if chip.focusPolicy() is Qt.FocusPolicy.StrongFocus
    ]
    assert stops == [Equipment.TREADMILL]


def test_every_piece_of_equipment_can_be_ticked(
    open_dialog: Callable[..., GymsDialog], shelf: Shelf
) -> None:
    dialog = open_dialog(GARAGE)
    assert set(dialog.form.kit.chips) == set(Equipment)
    dialog.form.kit.all.click()
    assert shelf.gyms()[0].equipment == tuple(Equipment)
    dialog.form.kit.none.click()
    assert shelf.gyms()[0].equipment == ()


def test_the_sentence_follows_the_plates(
    open_dialog: Callable[..., GymsDialog], document: Document, shelf: Shelf
) -> None:
    dialog = open_dialog(GARAGE)
    form = dialog.form.plates
    assert form.sentence.text() == "Heaviest bar: 82.5 kg; steps of 2.5 to 17.5 kg."
    QTest.keyClick(form.rows[0].count, Qt.Key.Key_Up)
    assert shelf.gyms()[0].plates[0] == Plates(20, 4)
    assert form.sentence.text().startswith("Heaviest bar: 122.5 kg")
    form.rows[1].mass.selectAll()
    QTest.keyClicks(form.rows[1].mass, "2.5")
    QTest.keyClick(form.rows[1].mass, Qt.Key.Key_Return)
    assert shelf.gyms()[0].plates[1] == Plates(2.5, 2)
    assert document.undo_stack.count() == 2
    QTest.keyClick(form.rows[1].mass, Qt.Key.Key_Z, CTRL)
    assert form.rows[1].mass.text() == "10 kg"


def test_plates_come_and_go(
    open_dialog: Callable[..., GymsDialog], document: Document, shelf: Shelf
) -> None:
    dialog = open_dialog(GARAGE)
    form = dialog.form.plates
    form.more.click()
    assert shelf.gyms()[0].plates[-1] == Plates(15, 2)
    assert form.rows[-1].mass.hasFocus()
    form.rows[0].remove.click()
    assert [each.mass for each in shelf.gyms()[0].plates] == [10, 1.25, 15]
    form.clear.click()
    assert shelf.gyms()[0].plates == ()
    assert form.rows == []
    assert "Say which plates" in form.sentence.text()
    for _ in range(3):
        document.undo_stack.undo()
    assert shelf.gyms()[0] == GARAGE


def test_usual_plates_and_the_unit(open_dialog: Callable[..., GymsDialog], shelf: Shelf) -> None:
    dialog = open_dialog(GARAGE)
    form = dialog.form.plates
    form.usual[MassUnit.LB].click()
    gym = shelf.gyms()[0]
    assert (gym.bar, gym.unit, gym.plates[0]) == (45, MassUnit.LB, Plates(45, 4))
    assert form.sentence.text() == "Heaviest bar: 400 lb; steps of 5 lb."
    form.unit.setFocus()
    QTest.keyClick(form.unit, Qt.Key.Key_Up)
    gym = shelf.gyms()[0]
    assert (gym.bar, gym.unit, gym.plates[0]) == (20, MassUnit.KG, Plates(20, 4))
    assert form.rows[0].mass.text() == "20 kg"


def test_a_deleted_gym_comes_back_and_sessions_never_noticed(
    open_dialog: Callable[..., GymsDialog], document: Document, shelf: Shelf
) -> None:
    session = document.session
    dialog = open_dialog(GARAGE, replace(GARAGE, id="home", name="Home"))
    dialog.list.setFocus()
    QTest.keyClick(dialog.list, Qt.Key.Key_Delete)
    assert [gym.id for gym in shelf.gyms()] == ["home"]
    assert dialog.list.key == "home"
    assert "Sessions that are done there keep its name" in dialog.told.text()
    assert document.session is session
    QTest.mouseClick(dialog.back, LEFT)
    assert [gym.id for gym in shelf.gyms()] == ["garage", "home"]
    assert dialog.list.key == "garage"
    assert not dialog.back.isVisible()


def test_a_copy_has_a_name_of_its_own(open_dialog: Callable[..., GymsDialog], shelf: Shelf) -> None:
    dialog = open_dialog(GARAGE)
    dialog.list.setFocus()
    QTest.keyClick(dialog.list, Qt.Key.Key_D, CTRL)
    assert [gym.name for gym in shelf.gyms()] == ["Garage", "Garage 2"]
    assert shelf.gyms()[1].plates == GARAGE.plates
    assert dialog.form.name.text() == "Garage 2"


def test_escape_closes_and_keeps_no_half_typed_name(
    open_dialog: Callable[..., GymsDialog], document: Document, shelf: Shelf
) -> None:
    dialog = open_dialog(GARAGE)
    dialog.list.setFocus()
    QTest.keyClick(dialog.list, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert shelf.gyms() == [GARAGE]


def test_everything_has_a_name_for_a_screen_reader(
    open_dialog: Callable[..., GymsDialog],
) -> None:
    dialog = open_dialog(GARAGE)
    plates = dialog.form.plates
    row = plates.rows[0]
    for widget in (
        dialog.list, dialog.form.name, dialog.form.kit.search, plates.bar, plates.unit,
        row.mass, row.count, row.remove, *dialog.form.kit.chips.values(),
    ):  # fmt: skip
        assert widget.accessibleName()


def test_words_of_gyms() -> None:
    assert kit_words(()) == "Nothing but the floor"
    assert kit_words(Equipment) == "Everything"
    assert kit_words((Equipment.BENCH, Equipment.BAND)) == "Band, Bench"
    assert plates_words(replace(GARAGE, equipment=())).startswith("No bar is ticked")
    alone = replace(GARAGE, plates=(Plates(20, 3),))
    assert plates_words(alone).endswith("Without a twin, and left on the floor: 20 kg.")


def test_without_gyms_all_the_room_is_for_how_to_begin(
    open_dialog: Callable[..., GymsDialog], shelf: Shelf, theme: Theme
) -> None:
    theme.enlarge(2.0)
    dialog = open_dialog()
    dialog.resize(1176, 704)
    QApplication.processEvents()
    assert not dialog.list.isVisible()
    first = dialog.starters[0]
    assert first.mapTo(dialog, first.rect().topLeft()).x() < dialog.width() // 4
    assert first.width() >= first.sizeHint().width()
    dialog.empty_one.click()
    assert [gym.name for gym in shelf.gyms()] == ["New gym"]
    assert dialog.list.isVisible()
    assert dialog.form.name.hasFocus()
