from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea

from hemipelvi_gui.domain.exercises import Pattern
from hemipelvi_gui.domain.filters import Filters
from hemipelvi_gui.domain.settings import Settings
from hemipelvi_gui.ui.library.exercise_detail import ExerciseDetail
from tests.builders import session_of
from tests.gui.library_page.conftest import guess
from tests.gui.window.test_access import LAPTOP, clipped, nameless

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from hemipelvi_gui.ui.main_window import MainWindow
    from hemipelvi_gui.ui.messages import Message
    from hemipelvi_gui.ui.pages.library import LibraryPage
    from tests.gui.window.conftest import OpenWindow

LEFT = Qt.MouseButton.LeftButton


def listed(page: LibraryPage) -> list[str]:
    rows = page.library.list.exercises
    found = (rows.exercise(rows.index(row)) for row in range(rows.rowCount()))
    return [each.id for each in found if each is not None]


def test_the_page_shows_the_first_exercise_and_has_the_keyboard(page: LibraryPage) -> None:
    assert page.exercise is not None
    assert page.exercise.id == listed(page)[0]
    assert page.library.search.hasFocus() or page.library.search.isVisible()


def test_an_exercise_is_shown_with_what_makes_its_score(page: LibraryPage) -> None:
    page.go_to("walking-lunge")
    detail = page.detail
    assert detail.name.text() == "Walking lunge"
    assert detail.bars.head.words == "0.80 Gait-like"
    assert detail.bars.words == (
        "What the legs do: Opposite jobs .450",
        "Stance: Split .200",
        "Turns: Left, right, left .150",
        "Trunk and load: Quiet .000",
    )
    facts = detail.facts.words
    assert facts["Usual dose"] == "3 × 8 each side · RPE 7 · rest 90 s"
    assert "Hip flexors" in facts["Resets"]
    assert "kettlebell" in facts["Also with"]
    page.go_to("back-squat")
    assert "Hip flexors" in detail.facts.words["Locks"]
    assert "Resets" not in detail.facts.words


def test_upper_body_work_has_no_score_to_explain(page: LibraryPage) -> None:
    page.go_to("push-up")
    assert "No leg work" in page.detail.bars.head.words
    assert page.detail.towards.buttons == []


def test_a_step_towards_running_leads_there(page: LibraryPage) -> None:
    page.go_to("back-squat")
    assert page.detail.away.buttons == []
    first = page.detail.towards.buttons[0]
    QTest.mouseClick(first, LEFT)
    assert page.exercise is not None
    assert (page.exercise.asymmetry or 0) > 0
    assert page.library.list.current == page.exercise
    # And back again, by the other list.
    here = page.exercise.asymmetry or 0
    QApplication.processEvents()
    QTest.mouseClick(page.detail.away.buttons[0], LEFT)
    assert (page.exercise.asymmetry or 0) < here
    assert page.library.list.current == page.exercise


def test_adding_shows_the_session_with_the_exercise(page: LibraryPage, window: MainWindow) -> None:
    page.go_to("walking-lunge")
    QTest.mouseClick(page.detail.add, LEFT)
    assert window.build.isVisible()
    card = window.build.canvas.current_card()
    assert card is not None
    assert card.exercise is not None
    assert card.exercise.id == "walking-lunge"
    window.desk.document.undo_stack.undo()
    assert window.build.isVisible()


def test_where_it_is_used_opens_that_session(
    qtbot: QtBot, open_window: OpenWindow, keep: Callable[..., None]
) -> None:
    keep(session_of("walking-lunge"), settings=Settings(theme="light", welcomed=True))
    window = open_window()
    window.sessions.new()
    window.pages.show_library()
    window.pages.library.go_to("walking-lunge")
    QApplication.processEvents()
    qtbot.waitUntil(lambda: bool(window.pages.library.detail.used.buttons))
    link = window.pages.library.detail.used.buttons[0]
    assert link.text() == "Leg day"
    QTest.mouseClick(link, LEFT)
    assert window.build.isVisible()
    assert window.desk.document.session.name == "Leg day"


def test_a_hidden_exercise_leaves_both_lists_and_comes_back(
    page: LibraryPage, window: MainWindow
) -> None:
    page.go_to("walking-lunge")
    QTest.mouseClick(page.detail.hide_button, LEFT)
    assert page.isVisible()
    assert "walking-lunge" not in listed(page)
    build = window.build.library.list.exercises
    assert not build.index_of("walking-lunge").isValid()
    assert page.library.filters.hidden_chip.isVisible()
    page.library.filters.hidden_chip.click()
    assert listed(page) == ["walking-lunge"]
    page.go_to("walking-lunge")
    assert page.detail.hide_button.text() == "Show again"
    QTest.mouseClick(page.detail.hide_button, LEFT)
    assert "walking-lunge" in listed(page)
    assert build.index_of("walking-lunge").isValid()
    window.desk.document.undo_stack.undo()
    window.desk.document.undo_stack.undo()
    assert window.desk.document.settings.hidden == ()
    assert page.isVisible()


def test_hidden_exercises_stay_hidden_at_the_next_start(
    open_window: OpenWindow, keep: Callable[..., None]
) -> None:
    keep()
    first = open_window()
    first.pages.show_library()
    first.pages.library.go_to("walking-lunge")
    first.pages.library.detail.hide_button.click()
    open_window.shut()  # type: ignore[attr-defined]
    second = open_window()
    assert second.desk.document.settings.hidden == ("walking-lunge",)
    assert not second.build.library.list.exercises.index_of("walking-lunge").isValid()


def test_the_pages_change_by_key(window: MainWindow) -> None:
    window.actions_by_name["library"].trigger()
    assert window.pages.library.isVisible()
    window.actions_by_name["add"].trigger()
    assert window.build.isVisible()
    assert window.build.library.search.hasFocus()


def test_the_first_page_has_been_seen_when_the_library_is_opened(open_window: OpenWindow) -> None:
    window = open_window()
    window.pages.show_library()
    assert window.pages.library.isVisible()
    assert window.desk.document.settings.welcomed


def test_every_stop_of_the_page_has_a_name(page: LibraryPage, window: MainWindow) -> None:
    assert nameless(window) == []
    page.begin_new()
    assert nameless(window) == []


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_the_page_fits_a_laptop_at_any_text_size(
    qtbot: QtBot, open_window: OpenWindow, keep: Callable[..., None], scale: float
) -> None:
    keep(settings=Settings(theme="light", text_scale=scale, welcomed=True))
    window = open_window(show=False)
    window.resize(*LAPTOP)
    window.show()
    window.pages.show_library()
    page = window.pages.library
    window.desk.document.add_exercises("import exercises", [guess(1)])
    shows: tuple[Callable[[], None], ...] = (
        lambda: page.go_to("back-squat"),
        page.begin_new,
        page.form.try_to_save,
        page.begin_review,
    )
    for show in shows:
        show()
        # A layout in a layout in a page that scrolls is there after some rounds.
        for _ in range(4):
            QApplication.processEvents()
        assert (window.width(), window.height()) == LAPTOP
        assert clipped(window) == []
        areas: tuple[QScrollArea, ...] = (page.detail, page.form.area)
        for area in areas:
            inner = area.widget()
            assert inner is not None
            assert not area.isVisible() or inner.width() <= area.viewport().width()


def marked(page: LibraryPage) -> str | None:
    """The exercise that the list shows as selected."""
    chosen = page.library.list.selectionModel().selectedIndexes()
    found = page.library.list.exercises.exercise(chosen[0]) if chosen else None
    return None if found is None else found.id


def shown(page: LibraryPage) -> str | None:
    return None if page.exercise is None else page.exercise.id


def test_deleting_goes_to_the_neighbour_and_undo_comes_back(
    page: LibraryPage, window: MainWindow
) -> None:
    own = [guess(each, extra={}) for each in range(1, 4)]
    window.desk.document.add_exercises("import exercises", own)
    page.go_to("guess-2")
    after = listed(page)[listed(page).index("guess-2") + 1]
    page.detail.delete_asked.emit()
    assert after == "guess-3"
    assert (shown(page), marked(page)) == (after, after)
    window.desk.document.undo_stack.undo()
    assert (shown(page), marked(page)) == ("guess-2", "guess-2")
    window.desk.document.undo_stack.redo()
    assert (shown(page), marked(page)) == (after, after)


def test_deleting_the_last_of_the_list_goes_to_the_one_above(
    page: LibraryPage, window: MainWindow
) -> None:
    own = [guess(each, extra={}) for each in range(1, 4)]
    window.desk.document.add_exercises("import exercises", own)
    page.library.search.setText("guess")
    last, above = listed(page)[-1], listed(page)[-2]
    page.go_to(last)
    page.detail.delete_asked.emit()
    assert (shown(page), marked(page)) == (above, above)


def test_the_exercise_shown_is_marked_after_hiding_showing_and_importing(
    page: LibraryPage, window: MainWindow
) -> None:
    page.go_to("walking-lunge")
    page.detail.hide_asked.emit()
    page.go_to("walking-lunge")
    assert page.library.filters.hidden_chip.isChecked()
    assert (shown(page), marked(page)) == ("walking-lunge", "walking-lunge")
    page.detail.hide_asked.emit()
    assert (shown(page), marked(page)) == ("walking-lunge", "walking-lunge")
    window.desk.document.add_exercises("import exercises", [guess(1)])
    assert (shown(page), marked(page)) == ("walking-lunge", "walking-lunge")


def test_hiding_goes_to_the_neighbour_and_undo_comes_back(
    page: LibraryPage, window: MainWindow
) -> None:
    page.go_to("back-squat")
    after = listed(page)[listed(page).index("back-squat") + 1]
    page.detail.hide_asked.emit()
    assert "back-squat" not in listed(page)
    assert (shown(page), marked(page)) == (after, after)
    page.detail.hide_asked.emit()
    assert shown(page) not in ("back-squat", after)
    stack = window.desk.document.undo_stack
    stack.undo()
    assert (shown(page), marked(page)) == (after, after)
    stack.undo()
    assert (shown(page), marked(page)) == ("back-squat", "back-squat")
    stack.redo()
    assert (shown(page), marked(page)) == (after, after)


def test_an_exercise_hidden_among_the_hidden_stays_in_sight(page: LibraryPage) -> None:
    page.go_to("back-squat")
    page.detail.hide_asked.emit()
    page.go_to("walking-lunge")
    page.library.filters.hidden_chip.click()
    page.detail.hide_asked.emit()
    assert (shown(page), marked(page)) == ("walking-lunge", "walking-lunge")
    page.detail.hide_asked.emit()
    assert listed(page) == ["back-squat"]
    assert (shown(page), marked(page)) == ("walking-lunge", None)


def test_hiding_all_that_was_found_leaves_the_last_in_sight(page: LibraryPage) -> None:
    page.go_to("walking-lunge")
    page.library.search.setText("walking lunge")
    for each in listed(page)[1:]:
        page.go_to(each)
        page.detail.hide_asked.emit()
    (last,) = listed(page)
    page.go_to(last)
    page.detail.hide_asked.emit()
    assert listed(page) == []
    assert shown(page) == last
    assert page.detail.hide_button.text() == "Show again"


def test_hiding_and_showing_again_say_so_and_offer_undo(
    page: LibraryPage, window: MainWindow
) -> None:
    told: list[Message] = []
    window.desk.messages.shown.connect(told.append)
    page.go_to("walking-lunge")
    page.detail.hide_asked.emit()
    page.go_to("walking-lunge")
    page.detail.hide_asked.emit()
    assert [each.text for each in told] == [
        "“Walking lunge” is hidden. The chip Hidden shows it again.",
        "“Walking lunge” is shown again.",
    ]
    assert all(each.action is not None for each in told)
    undo = told[-1].action
    assert undo is not None
    undo[1]()
    assert window.desk.document.settings.hidden == ("walking-lunge",)


def test_undoing_an_import_stays_in_the_review(page: LibraryPage, window: MainWindow) -> None:
    window.desk.document.add_exercises("import exercises", [guess(1)])
    page.go_to("guess-1")
    page.review.click()
    window.desk.document.undo_stack.undo()
    assert page.review_panel.isVisible()


def test_a_step_clears_only_what_hides_where_it_leads(page: LibraryPage) -> None:
    page.go_to("back-squat")
    filters = page.library.filters
    filters.choose(Filters(patterns=frozenset({Pattern.SQUAT}), equipment=frozenset({None})))
    page.library.search.setText("squat")
    page.go_to("walking-lunge")
    assert filters.filters == Filters(equipment=frozenset({None}))
    assert page.library.search.text() == ""
    assert marked(page) == "walking-lunge"
    page.library.search.setText("lunge")
    filters.choose(Filters(patterns=frozenset({Pattern.SQUAT})))
    page.go_to("walking-lunge")
    assert filters.filters == Filters()
    assert page.library.search.text() == "lunge"


def test_a_hidden_exercise_is_revealed_among_ones_own(
    page: LibraryPage, window: MainWindow
) -> None:
    own = [guess(each, extra={}) for each in (1, 2)]
    window.desk.document.add_exercises("import exercises", own)
    page.library.filters.own_chip.click()
    page.go_to("guess-2")
    assert page.library.filters.own_chip.isChecked()
    page.go_to("back-squat")
    assert not page.library.filters.own_chip.isChecked()
    page.detail.hide_asked.emit()
    page.go_to("walking-lunge")
    page.go_to("back-squat")
    assert page.library.filters.hidden_chip.isChecked()
    assert marked(page) == "back-squat"


def test_the_page_lists_also_what_the_gym_of_the_session_lacks(
    page: LibraryPage, window: MainWindow
) -> None:
    document = window.desk.document
    everything = len(listed(page))
    document.open(replace(document.session, equipment=()))
    chip = page.library.filters.possible_chip
    assert not chip.isChecked()
    assert len(listed(page)) == everything
    assert window.build.library.filters.possible_chip.isChecked()
    chip.click()
    assert len(listed(page)) < everything


def test_the_cards_do_not_wait_for_the_exercise_beside_them(
    qtbot: QtBot, open_window: OpenWindow, keep: Callable[..., None]
) -> None:
    keep(settings=Settings(theme="light", welcomed=True))
    window = open_window()
    window.pages.show_library()
    page = window.pages.library
    assert page.exercise is not None
    assert page.exercise == page.library.list.current
    assert page.findChild(ExerciseDetail) is None
    qtbot.waitUntil(lambda: page.findChild(ExerciseDetail) is not None)
    assert page.detail.isVisible()
    assert page.detail.name.text() == page.exercise.name


def test_the_exercise_beside_the_cards_is_there_as_soon_as_somebody_asks(
    open_window: OpenWindow, keep: Callable[..., None]
) -> None:
    keep(settings=Settings(theme="light", welcomed=True))
    window = open_window()
    window.pages.library.go_to("walking-lunge")
    assert window.pages.library.detail.name.text() == "Walking lunge"
