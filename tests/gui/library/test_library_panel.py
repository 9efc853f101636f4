from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QDrag, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from hemipelvi_gui.domain.exercises import Equipment, Pattern
from hemipelvi_gui.domain.filters import Filters
from hemipelvi_gui.domain.session import SECTIONS, Section
from hemipelvi_gui.ui.mime import EXERCISE_MIME, unpack
from hemipelvi_gui.ui.models.exercises import MISSING_ROLE

if TYPE_CHECKING:
    import pytest
    from pytestqt.qtbot import QtBot

    from hemipelvi_gui.domain.exercises import Exercise
    from hemipelvi_gui.ui.document import Document
    from hemipelvi_gui.ui.theme import Theme
    from hemipelvi_gui.ui.widgets.library_panel import LibraryPanel

Key = Qt.Key


def shown(panel: LibraryPanel) -> list[str]:
    model = panel.list.exercises
    return [model.index(row).data() for row in range(model.rowCount())]


def at_gym(document: Document, *equipment: Equipment) -> None:
    document.open(replace(document.session, equipment=equipment))


def open_menu() -> QMenu:
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def test_everything_is_shown_at_first_lunges_on_top(
    panel: LibraryPanel, library: dict[str, Exercise]
) -> None:
    assert panel.count.text() == str(len(library))
    assert library[panel.list.exercises.exercise(panel.list.exercises.index(0)).id].pattern is (  # type: ignore[union-attr]
        Pattern.LUNGE
    )
    assert panel.list.current is None
    assert not panel.why.isVisible()


def test_typing_narrows_the_cards_and_marks_the_best(qtbot: QtBot, panel: LibraryPanel) -> None:
    QTest.keyClicks(panel.search, "split squ")
    assert shown(panel)[0] == "Split squat"
    assert panel.list.current is not None
    assert panel.list.current.name == "Split squat"
    assert panel.count.text().startswith(f"{len(shown(panel))} of ")


def test_enter_adds_the_marked_card(qtbot: QtBot, panel: LibraryPanel) -> None:
    QTest.keyClicks(panel.search, "walking lunge")
    with qtbot.waitSignal(panel.chosen) as added:
        QTest.keyClick(panel.search, Key.Key_Return)
    assert added.args == ["walking-lunge"]


def test_enter_in_an_untouched_field_adds_nothing(qtbot: QtBot, panel: LibraryPanel) -> None:
    with qtbot.assertNotEmitted(panel.chosen, wait=20):
        QTest.keyClick(panel.search, Key.Key_Return)


def test_down_goes_into_the_list_and_up_comes_back(qtbot: QtBot, panel: LibraryPanel) -> None:
    QTest.keyClicks(panel.search, "lunge")
    QTest.keyClick(panel.search, Key.Key_Down)
    assert panel.list.hasFocus()
    QTest.keyClick(panel.list, Key.Key_Down)
    assert panel.list.currentIndex().row() == 1
    second = panel.list.current
    assert second is not None
    with qtbot.waitSignal(panel.chosen) as added:
        QTest.keyClick(panel.list, Key.Key_Enter)
    assert added.args == [second.id]
    QTest.keyClick(panel.list, Key.Key_Up)
    QTest.keyClick(panel.list, Key.Key_Up)
    assert panel.search.hasFocus()


def test_letters_typed_in_the_list_go_on_in_the_search_field(
    qtbot: QtBot, panel: LibraryPanel
) -> None:
    QTest.keyClicks(panel.search, "lun")
    QTest.keyClick(panel.search, Key.Key_Down)
    QTest.keyClick(panel.list, Key.Key_G)
    QTest.keyClicks(panel.search, "e")
    assert panel.search.text() == "lunge"


def test_escape_empties_the_search(qtbot: QtBot, panel: LibraryPanel) -> None:
    QTest.keyClicks(panel.search, "lunge")
    QTest.keyClick(panel.search, Key.Key_Escape)
    assert panel.search.text() == ""
    assert panel.count.text() == str(len(shown(panel)))


def test_control_f_finds_the_search_field(qtbot: QtBot, panel: LibraryPanel) -> None:
    QTest.keyClicks(panel.search, "clam")
    QTest.keyClick(panel.search, Key.Key_Down)
    assert panel.find_action.shortcut() == QKeySequence(QKeySequence.StandardKey.Find)
    QTest.keyClick(panel.list, Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert panel.search.hasFocus()
    assert panel.search.selectedText() == "clam"


def test_a_double_click_adds_the_card(qtbot: QtBot, panel: LibraryPanel) -> None:
    index = panel.list.exercises.index(2)
    place = panel.list.visualRect(index).center()
    exercise = panel.list.exercises.exercise(index)
    assert exercise is not None
    QTest.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    with qtbot.waitSignal(panel.chosen) as added:
        QTest.mouseDClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert added.args == [exercise.id]


def test_going_to_a_card_tells_which(qtbot: QtBot, panel: LibraryPanel) -> None:
    told: list[str] = []
    panel.current_exercise_changed.connect(told.append)
    QTest.keyClicks(panel.search, "clam")
    assert told[-1] == "clam"
    QTest.keyClick(panel.search, Key.Key_Down)
    QTest.keyClick(panel.list, Key.Key_Down)
    assert told[-1] == "reverse-clam"


def test_the_sum_behind_a_score_shows_with_its_card_and_space_hides_it(
    qtbot: QtBot, panel: LibraryPanel
) -> None:
    QTest.keyClicks(panel.search, "walking lunge")
    assert panel.why.isVisible()
    words = panel.why.words.replace("\u00a0", " ")
    assert "jobs .450 + stance .200 + sequence .150 + trunk .000 = .800" in words
    assert words.startswith("Gait-like")
    QTest.keyClick(panel.search, Key.Key_Down)
    QTest.keyClick(panel.list, Key.Key_Space)
    assert not panel.why.isVisible()
    QTest.keyClick(panel.list, Key.Key_Space)
    assert panel.why.isVisible()


def test_the_menu_of_a_card_adds_it_to_a_section(qtbot: QtBot, panel: LibraryPanel) -> None:
    QTest.keyClicks(panel.search, "walking lunge")
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())
    QApplication.sendEvent(panel.list.viewport(), event)
    menu = open_menu()
    texts = [action.text() for action in menu.actions() if action.text()]
    assert texts == ["Add to session", "Add to\u2026", "Why this score"]
    sections = menu.actions()[1].menu()
    assert isinstance(sections, QMenu)
    assert len(sections.actions()) == len(SECTIONS)
    with qtbot.waitSignal(panel.chosen_for) as added:
        sections.actions()[1].trigger()
    assert added.args == ["walking-lunge", Section.POWER]
    with qtbot.waitSignal(panel.chosen) as simply:
        menu.actions()[0].trigger()
    assert simply.args == ["walking-lunge"]
    menu.close()


def test_a_right_click_beside_the_cards_opens_nothing(qtbot: QtBot, panel: LibraryPanel) -> None:
    QTest.keyClicks(panel.search, "clam")
    beside = QPoint(20, panel.list.viewport().height() - 4)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, beside, beside)
    QApplication.sendEvent(panel.list.viewport(), event)
    assert QApplication.activePopupWidget() is None


def test_a_drag_carries_the_exercise_and_its_picture(
    qtbot: QtBot, panel: LibraryPanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    carried: list[QDrag] = []

    def drop_nowhere(drag: QDrag, *_actions: Qt.DropAction) -> Qt.DropAction:
        carried.append(drag)
        return Qt.DropAction.IgnoreAction

    monkeypatch.setattr(QDrag, "exec", drop_nowhere)
    index = panel.list.exercises.index(1)
    place = panel.list.visualRect(index).center()
    exercise = panel.list.exercises.exercise(index)
    assert exercise is not None
    viewport = panel.list.viewport()
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=place)
    for step in (8, 20, 40):
        QTest.mouseMove(viewport, place + QPoint(step, 4))
    qtbot.waitUntil(lambda: bool(carried))
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=place)
    assert unpack(carried[0].mimeData(), EXERCISE_MIME) == (exercise.id,)
    assert carried[0].pixmap().width() > panel.list.cards.sizeHint(None, index).width()  # type: ignore[arg-type]


def test_a_filter_is_ticked_by_keyboard_and_the_menu_stays(
    qtbot: QtBot, panel: LibraryPanel
) -> None:
    chip = panel.filters.menus["patterns"]
    chip.setFocus()
    QTest.keyClick(chip, Key.Key_Down)
    menu = open_menu()
    QTest.keyClick(menu, Key.Key_Space)
    QTest.keyClick(menu, Key.Key_Down)
    QTest.keyClick(menu, Key.Key_Return)
    assert menu.isVisible()
    QTest.keyClick(menu, Key.Key_Escape)
    assert panel.filters.filters.patterns == {Pattern.LUNGE, Pattern.STEP}
    assert [each.text().split("  ")[0] for each in panel.filters.on_chips] == [
        "Lunge and split",
        "Step",
    ]
    assert chip.isChecked()
    assert 0 < len(shown(panel)) < 100


def test_a_filter_is_ticked_by_mouse(qtbot: QtBot, panel: LibraryPanel) -> None:
    chip = panel.filters.menus["sections"]
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    menu = open_menu()
    place = menu.actionGeometry(chip.action(Section.RESET)).center()
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=place)
    assert menu.isVisible()
    menu.close()
    assert panel.filters.filters.sections == {Section.RESET}
    assert not panel.filters.menus["classes"].isChecked()


def test_chips_of_filters_are_taken_off_by_key_and_the_keyboard_stays_there(
    qtbot: QtBot, panel: LibraryPanel
) -> None:
    panel.filters.choose(Filters(equipment=frozenset({None, Equipment.BAND, Equipment.BOX})))
    middle = panel.filters.on_chips[1]
    middle.setFocus()
    QTest.keyClick(middle, Key.Key_Delete)
    assert panel.filters.filters.equipment == {None, Equipment.BOX}
    assert panel.filters.on_chips[1].hasFocus()
    QTest.keyClick(panel.filters.on_chips[1], Key.Key_Space)
    QTest.mouseClick(panel.filters.on_chips[0], Qt.MouseButton.LeftButton)
    assert panel.filters.filters == Filters()
    assert panel.filters.on_chips == ()
    assert not panel.filters.clear_button.isVisible()


def test_clear_takes_all_filters_off(qtbot: QtBot, panel: LibraryPanel) -> None:
    panel.filters.choose(Filters(patterns=frozenset({Pattern.HIP}), equipment=frozenset({None})))
    assert panel.filters.clear_button.isVisible()
    QTest.mouseClick(panel.filters.clear_button, Qt.MouseButton.LeftButton)
    assert panel.filters.filters == Filters()
    assert panel.filters.menus["equipment"].hasFocus()


def test_a_known_gym_hides_what_it_does_not_allow(
    qtbot: QtBot, panel: LibraryPanel, document: Document, library: dict[str, Exercise]
) -> None:
    assert not panel.filters.possible_chip.isVisible()
    at_gym(document, Equipment.DUMBBELL)
    assert panel.filters.possible_chip.isVisible()
    assert panel.filters.possible_chip.isChecked()
    here = sum(each.possible_with(frozenset({Equipment.DUMBBELL})) for each in library.values())
    assert len(shown(panel)) == here


def test_what_is_not_possible_here_comes_last_and_says_what_it_needs(
    qtbot: QtBot, panel: LibraryPanel, document: Document, library: dict[str, Exercise]
) -> None:
    at_gym(document, Equipment.DUMBBELL)
    QTest.mouseClick(panel.filters.possible_chip, Qt.MouseButton.LeftButton)
    model = panel.list.exercises
    lacking = [model.index(row).data(MISSING_ROLE) for row in range(model.rowCount())]
    assert len(lacking) == len(library)
    assert lacking == sorted(lacking, key=bool)
    assert lacking[-1].startswith("Not here: needs ")


def test_another_gym_is_followed_and_no_gym_allows_everything(
    panel: LibraryPanel, document: Document, library: dict[str, Exercise]
) -> None:
    at_gym(document)
    bare = len(shown(panel))
    at_gym(document, *Equipment)
    assert bare < len(shown(panel)) == len(library)
    document.open(replace(document.session, equipment=None))
    assert not panel.filters.possible_chip.isVisible()


def test_an_edit_of_the_session_leaves_the_list_alone(
    qtbot: QtBot, panel: LibraryPanel, document: Document
) -> None:
    QTest.keyClicks(panel.search, "lunge")
    with qtbot.assertNotEmitted(panel.list.exercises.modelReset):
        document.push("rename", lambda session: replace(session, name="Other"))


def test_a_new_exercise_of_ones_own_is_found_at_once(
    qtbot: QtBot, panel: LibraryPanel, document: Document, library: dict[str, Exercise]
) -> None:
    own = replace(library["walking-lunge"], id="own", name="Zigzag lunge & <b>hop</b>", aliases=())
    document.add_exercises("add", [own])
    QTest.keyClicks(panel.search, "zigzag")
    assert shown(panel) == ["Zigzag lunge & <b>hop</b>"]


def test_an_unknown_name_says_what_to_do(qtbot: QtBot, panel: LibraryPanel) -> None:
    QTest.keyClicks(panel.search, "xyzzy<b>")
    assert panel.nothing.isVisible()
    assert panel.nothing.text().startswith("Nothing called \u201cxyzzy<b>\u201d.")
    assert panel.nothing.textFormat() is Qt.TextFormat.PlainText
    QTest.mouseClick(panel.remedy, Qt.MouseButton.LeftButton)
    assert panel.search.text() == ""
    assert panel.list.isVisible()


def test_filters_that_hide_every_match_can_be_cleared_on_the_spot(
    qtbot: QtBot, panel: LibraryPanel, document: Document
) -> None:
    at_gym(document)
    panel.filters.choose(Filters(patterns=frozenset({Pattern.ROLLING})))
    QTest.keyClicks(panel.search, "back squat")
    assert "filters hide all" in panel.nothing.text()
    panel.remedy.setFocus()
    QTest.keyClick(panel.remedy, Key.Key_Space)
    assert "Back squat" in shown(panel)
    assert panel.search.text() == "back squat"


def test_filters_that_exclude_each_other_say_so(panel: LibraryPanel) -> None:
    panel.filters.choose(
        Filters(patterns=frozenset({Pattern.ROLLING}), sections=frozenset({Section.POWER}))
    )
    assert panel.nothing.text() == "No exercise passes all these filters."


def test_the_panel_grows_with_the_text(qtbot: QtBot, panel: LibraryPanel, theme: Theme) -> None:
    row = panel.list.exercises.index_of("clam").row()
    height = panel.list.sizeHintForRow(row)
    theme.enlarge(2.0)
    assert panel.list.sizeHintForRow(row) == 2 * height
    assert panel.minimumWidth() == 500
    theme.choose("dark")
    panel.grab()


def test_a_long_name_takes_a_second_line_and_a_short_one_does_not(panel: LibraryPanel) -> None:
    cards, model = panel.list, panel.list.exercises
    long = "single-leg-romanian-deadlift-with-opposite-side-load"
    short = cards.sizeHintForRow(model.index_of("clam").row())
    assert cards.sizeHintForRow(model.index_of(long).row()) > short
    panel.resize(panel.width() + 260, panel.height())
    assert cards.sizeHintForRow(model.index_of(long).row()) == short


def test_cards_keep_their_width_when_the_scroll_bar_goes(qtbot: QtBot, panel: LibraryPanel) -> None:
    qtbot.waitUntil(lambda: panel.list.verticalScrollBar().maximum() > 0)
    width = panel.list.viewport().width()
    assert width == panel.search.width()
    QTest.keyClicks(panel.search, "clam")
    qtbot.waitUntil(lambda: panel.list.verticalScrollBar().maximum() == 0)
    assert panel.list.viewport().width() == width


def test_everything_has_a_name_for_those_who_listen(panel: LibraryPanel) -> None:
    filters = panel.filters
    named = [
        panel,
        panel.search,
        panel.list,
        panel.why,
        filters.possible_chip,
        *filters.menus.values(),
    ]
    assert all(widget.accessibleName() for widget in named)


def test_a_name_too_long_for_one_line_makes_its_card_higher(
    panel: LibraryPanel, document: Document
) -> None:
    cards, lunge = panel.list, document.library["walking-lunge"]
    names = ("Lunge", "W" * 40, "Ein Ausfallschritt nach schräg hinten, sehr langsam geführt", "ü")
    cards.exercises.show([replace(lunge, id=name, name=name) for name in names])
    heights = [cards.visualRect(cards.exercises.index(row)).height() for row in range(len(names))]
    assert heights[0] == heights[3] < heights[1] == heights[2]
    cards.resize(2000, cards.height())
    again = [cards.visualRect(cards.exercises.index(row)).height() for row in range(len(names))]
    assert again == [heights[0]] * 4
