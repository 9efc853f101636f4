from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea

from hemipelvi_gui.domain.settings import Settings
from tests.builders import session_of
from tests.gui.window.test_access import LAPTOP, clipped, nameless

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from hemipelvi_gui.ui.main_window import MainWindow
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
    first = page.detail.towards.buttons[0]
    QTest.mouseClick(first, LEFT)
    assert page.exercise is not None
    assert (page.exercise.asymmetry or 0) > 0
    assert page.library.list.current == page.exercise
    # And back again, by the other list.
    back = {button.text().split(" · ")[0] for button in page.detail.away.buttons}
    assert back


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
    open_window: OpenWindow, keep: Callable[..., None]
) -> None:
    keep(session_of("walking-lunge"), settings=Settings(theme="light", welcomed=True))
    window = open_window()
    window.sessions.new()
    window.show_library()
    window.library.go_to("walking-lunge")
    QApplication.processEvents()
    link = window.library.detail.used.buttons[0]
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
    first.show_library()
    first.library.go_to("walking-lunge")
    first.library.detail.hide_button.click()
    open_window.shut()  # type: ignore[attr-defined]
    second = open_window()
    assert second.desk.document.settings.hidden == ("walking-lunge",)
    assert not second.build.library.list.exercises.index_of("walking-lunge").isValid()


def test_the_pages_change_by_key(window: MainWindow) -> None:
    window.actions_by_name["library"].trigger()
    assert window.library.isVisible()
    window.actions_by_name["add"].trigger()
    assert window.build.isVisible()
    assert window.build.library.search.hasFocus()


def test_the_first_page_has_been_seen_when_the_library_is_opened(open_window: OpenWindow) -> None:
    window = open_window()
    window.show_library()
    assert window.library.isVisible()
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
    window.show_library()
    page = window.library
    shows: tuple[Callable[[], None], ...] = (lambda: page.go_to("back-squat"), page.begin_new)
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
