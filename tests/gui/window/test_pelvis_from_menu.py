from __future__ import annotations

from typing import TYPE_CHECKING

from hemipelvi_gui.ui.dialogs.pelvis_dialog import EXERCISE, RUNNING, PelvisDialog
from hemipelvi_gui.ui.offers import first_offers

if TYPE_CHECKING:
    from hemipelvi_gui.ui.main_window import MainWindow


def opened(window: MainWindow) -> PelvisDialog:
    window.actions_by_name["pelvis"].trigger()
    return next(each for each in window.findChildren(PelvisDialog) if each.isVisible())


def test_nothing_selected_shows_running(window: MainWindow) -> None:
    assert opened(window).choices.checkedId() == RUNNING


def test_the_selected_card_is_played(window: MainWindow) -> None:
    window.sessions.start_from(first_offers()[0])
    lift = window.desk.document.session.blocks[3].items[0]
    window.build.canvas.select({lift.id})
    dialog = opened(window)
    assert dialog.choices.checkedId() == EXERCISE
    assert dialog.name.text() == window.desk.document.library[lift.exercise].name


def test_on_the_library_page_its_exercise_is_played(window: MainWindow) -> None:
    window.pages.show_library()
    window.pages.library.go_to("split-squat")
    assert opened(window).name.text() == "Split squat"


def test_the_view_menu_ticks_the_theme_in_use(window: MainWindow) -> None:
    window.view.use_theme("dark")
    window.menus["view"].aboutToShow.emit()
    ticked = [
        name for name in ("light", "dark", "auto") if window.actions_by_name[name].isChecked()
    ]
    assert ticked == ["dark"]
