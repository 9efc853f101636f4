from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hemipelvi_gui.domain.changes import Changes
from hemipelvi_gui.domain.errors import KnownError
from hemipelvi_gui.domain.runs import Run
from hemipelvi_gui.domain.session import Session
from hemipelvi_gui.sheets import Kind, Orientation, PageOptions, Paper
from hemipelvi_gui.storage import open_store
from hemipelvi_gui.ui.dialogs.print_dialog import PREVIEWED, PrintDialog
from tests.gui.dialogs.outlets import Outlets, pages_in, paper_of
from tests.gui.sheets.weeks import plan, plan_entries, said
from tests.gui.window.conftest import application, home, keep, open_window  # noqa: F401  # fixtures

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QPushButton
    from pytestqt.qtbot import QtBot

    from hemipelvi_gui.domain.agenda import Agenda
    from hemipelvi_gui.domain.plan import Plan
    from hemipelvi_gui.ui.main_window import MainWindow
    from tests.gui.window.conftest import OpenWindow

OpenDialog = Callable[..., PrintDialog]
MONDAY = date(2026, 11, 23)
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def outlets(tmp_path: Path) -> Outlets:
    return Outlets(tmp_path)


@pytest.fixture
def planned_window(
    open_window: OpenWindow,  # noqa: F811  # the fixture
    keep: Callable[..., None],  # noqa: F811  # the fixture
    home: Path,  # noqa: F811  # the fixture
) -> Callable[..., MainWindow]:
    def opens(made: Plan | None = None) -> MainWindow:
        keep()
        if made is not None:
            entries = [replace(each, plan=made.id) for each in plan_entries(made)]
            sessions = {each.id: each for each in entries if isinstance(each, Session)}
            runs = {each.id: each for each in entries if isinstance(each, Run)}
            with closing(open_store(home)) as store:
                store.apply(Changes(sessions, runs, {made.id: made}))
        window = open_window()
        window.plans.clock = lambda: MONDAY
        return window

    return opens


@pytest.fixture
def opened(qtbot: QtBot, planned_window: Callable[..., MainWindow], outlets: Outlets) -> OpenDialog:
    def opens(made: Plan | None = None) -> PrintDialog:
        window = planned_window(made)
        desk = window.desk
        dialog = PrintDialog(
            desk.theme,
            window.plans.weeks,
            desk.document,
            window,
            ask_path=outlets.ask_path,
            ask_printer=outlets.ask_printer,
        )
        with qtbot.waitExposed(dialog):
            dialog.open()
        qtbot.waitUntil(partial(is_in_front, dialog))
        return dialog

    return opens


def is_in_front(dialog: PrintDialog) -> bool:
    # The window behind may take the front while it is still being made.
    dialog.activateWindow()
    return QApplication.activeWindow() is dialog


def click(button: QPushButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def counted(dialog: PrintDialog, pages: str) -> bool:
    return dialog.message.text().startswith(pages)


def wait_for_sheets(qtbot: QtBot, dialog: PrintDialog, pages: str) -> None:
    qtbot.waitUntil(partial(counted, dialog, pages))


def test_the_shown_week_is_seen_at_first_on_paper_that_lies(
    opened: OpenDialog,
) -> None:
    dialog = opened(plan())
    assert dialog.message.text() == "1 page"
    assert dialog.panel.kind is Kind.WEEK
    assert dialog.page_options == PageOptions(Paper.A4, Orientation.LANDSCAPE)
    assert "week 4 of 8" in said(dialog.view.pages.shown[0])


def test_the_dialog_follows_the_week_that_is_shown(opened: OpenDialog) -> None:
    dialog = opened(plan())
    dialog.weeks.step(1)
    assert "week 5 of 8" in said(dialog.view.pages.shown[0])
    assert dialog.file_name.split() == ["Autumn", "base", "week", "5"]


def test_a_week_in_landscape_on_letter_paper_becomes_a_pdf(
    opened: OpenDialog, outlets: Outlets
) -> None:
    dialog = opened(plan())
    QTest.keyClick(dialog.panel.paper, Qt.Key.Key_Down)
    click(dialog.saves[".pdf"])
    assert outlets.asked == [("Autumn base week 4.pdf", ".pdf")]
    assert outlets.answer is not None
    assert pages_in(outlets.answer) == 1
    assert paper_of(outlets.answer) == (792, 612)
    assert dialog.message.text() == "Saved as sheet.pdf"


def test_the_printer_is_asked_for_paper_that_lies(opened: OpenDialog, outlets: Outlets) -> None:
    dialog = opened(plan())
    QTest.keyClick(dialog, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert outlets.wanted == [PageOptions(Paper.A4, Orientation.LANDSCAPE)]
    assert paper_of(outlets.paper) == (842, 595)
    assert dialog.message.text() == "Sent to the printer"


@pytest.mark.parametrize("suffix", [".png", ".svg"])
def test_pictures_of_a_week_are_saved(
    opened: OpenDialog, outlets: Outlets, tmp_path: Path, suffix: str
) -> None:
    dialog = opened(plan())
    outlets.answer = tmp_path / "My week"
    click(dialog.saves[suffix])
    assert (tmp_path / f"My week{suffix}").stat().st_size > 1000


def test_the_overview_of_a_long_plan_has_pages_to_step_through(
    opened: OpenDialog, outlets: Outlets
) -> None:
    dialog = opened(plan(104))
    click(dialog.panel.kinds[Kind.OVERVIEW])
    count = dialog.view.count
    assert count > 1
    assert dialog.steps.label.text() == f"1 of {count}"
    click(dialog.steps.on)
    assert dialog.steps.label.text() == f"2 of {count}"
    QTest.keyClick(dialog, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    assert dialog.view.page == 1
    assert not dialog.steps.back.isEnabled()
    click(dialog.saves[".pdf"])
    assert outlets.answer is not None
    assert pages_in(outlets.answer) == count
    assert outlets.asked == [("Autumn base.pdf", ".pdf")]


def test_pocket_cards_are_those_of_the_week_and_fill_the_page_on_demand(
    qtbot: QtBot,
    opened: OpenDialog,
) -> None:
    dialog = opened(plan())
    QTest.keyClick(dialog, Qt.Key.Key_C, ALT)
    qtbot.waitUntil(lambda: dialog.panel.kind is Kind.POCKET)
    once = said(dialog.view.pages.shown[0]).count("Strength B")
    QTest.keyClick(dialog.panel.filled, Qt.Key.Key_Space)
    assert said(dialog.view.pages.shown[0]).count("Strength B") == 2 * once


def test_each_kind_keeps_how_its_paper_lies(qtbot: QtBot, opened: OpenDialog) -> None:
    dialog = opened(plan())
    click(dialog.panel.kinds[Kind.OVERVIEW])
    with qtbot.waitSignal(dialog.kept_changed) as kept:
        click(dialog.panel.lying[Orientation.LANDSCAPE])
    assert kept.args == [("A4", ("overview", "week"), True)]
    lying = []
    for kind in (Kind.POCKET, Kind.OVERVIEW):
        click(dialog.panel.kinds[kind])
        lying.append(dialog.page_options.orientation)
    assert lying == [Orientation.PORTRAIT, Orientation.LANDSCAPE]


def test_what_is_chosen_about_the_paper_is_there_the_next_time(
    planned_window: Callable[..., MainWindow],
) -> None:
    window = planned_window(plan())
    window.actions_by_name["weeks-paper"].trigger()
    (dialog,) = window.findChildren(PrintDialog)
    click(dialog.panel.lying[Orientation.PORTRAIT])
    QTest.keyClick(dialog.panel.paper, Qt.Key.Key_Down)
    assert window.desk.document.settings.paper == "Letter"
    assert window.desk.document.settings.landscape == ()
    assert dialog.page_options == PageOptions(Paper.LETTER)
    dialog.close()


def test_sheets_of_the_shown_week_come_at_first(qtbot: QtBot, opened: OpenDialog) -> None:
    dialog = opened(plan())
    QTest.keyClick(dialog, Qt.Key.Key_H, ALT)
    wait_for_sheets(qtbot, dialog, "3 pages")
    assert dialog.panel.days.days == (MONDAY, MONDAY + timedelta(days=6))
    assert not dialog.saves[".png"].isVisible()
    assert dialog.page_options.orientation is Orientation.PORTRAIT


def test_the_whole_plan_is_previewed_by_its_first_pages_and_written_whole(
    qtbot: QtBot, opened: OpenDialog, outlets: Outlets
) -> None:
    dialog = opened(plan())
    click(dialog.panel.kinds[Kind.SHEETS])
    click(dialog.panel.days.plan)
    wait_for_sheets(qtbot, dialog, "17 pages; the first 12 are shown")
    assert dialog.view.count == PREVIEWED
    click(dialog.saves[".pdf"])
    assert dialog.cancel.isVisible()
    qtbot.waitUntil(lambda: dialog.message.text() == "Saved as sheet.pdf")
    assert outlets.asked == [("Autumn base 2026-11-02 to 2026-12-27.pdf", ".pdf")]
    assert outlets.answer is not None
    assert pages_in(outlets.answer) == 17
    assert not dialog.cancel.isVisible()


def test_sheets_are_printed_as_they_are_written(
    qtbot: QtBot, opened: OpenDialog, outlets: Outlets
) -> None:
    dialog = opened(plan())
    click(dialog.panel.kinds[Kind.SHEETS])
    wait_for_sheets(qtbot, dialog, "3 pages")
    click(dialog.print)
    qtbot.waitUntil(lambda: dialog.message.text() == "Sent to the printer")
    assert outlets.wanted == [PageOptions()]
    assert pages_in(outlets.paper) == 3


@pytest.mark.parametrize("by_key", [False, True])
def test_cancelling_leaves_no_file_and_the_dialog_open(
    qtbot: QtBot, opened: OpenDialog, outlets: Outlets, by_key: bool
) -> None:
    dialog = opened(plan(104))
    click(dialog.panel.kinds[Kind.SHEETS])
    click(dialog.panel.days.plan)
    click(dialog.saves[".pdf"])
    if by_key:
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
    else:
        click(dialog.cancel)
    qtbot.waitUntil(lambda: dialog.message.text() == "Cancelled; no file was written")
    assert outlets.answer is not None
    assert not outlets.answer.exists()
    assert dialog.isVisible()
    assert dialog.panel.isEnabled()


def test_closing_the_dialog_stops_what_it_writes(opened: OpenDialog, outlets: Outlets) -> None:
    dialog = opened(plan(104))
    click(dialog.panel.kinds[Kind.SHEETS])
    click(dialog.panel.days.plan)
    click(dialog.saves[".pdf"])
    assert dialog.close()
    assert outlets.answer is not None
    assert not outlets.answer.exists()


def test_a_typed_day_moves_the_other_one_along(qtbot: QtBot, opened: OpenDialog) -> None:
    dialog = opened(plan())
    click(dialog.panel.kinds[Kind.SHEETS])
    days = dialog.panel.days
    days.first.choose(date(2026, 12, 8))
    assert days.days == (date(2026, 12, 8), date(2026, 12, 8))
    assert not days.week.isChecked()
    wait_for_sheets(qtbot, dialog, "2 pages")
    days.last.choose(date(2026, 12, 11))
    wait_for_sheets(qtbot, dialog, "3 pages")
    click(days.week)
    assert days.days == (MONDAY, MONDAY + timedelta(days=6))


def test_days_without_a_session_say_so_instead_of_a_page(qtbot: QtBot, opened: OpenDialog) -> None:
    dialog = opened(plan())
    click(dialog.panel.kinds[Kind.SHEETS])
    day = date(2027, 5, 1)
    dialog.panel.days.last.choose(day)
    dialog.panel.days.first.choose(day)
    qtbot.waitUntil(dialog.nothing.isVisible)
    assert dialog.why.text() == "No gym session is planned in these days."
    assert not dialog.print.isEnabled()
    click(dialog.panel.kinds[Kind.WEEK])
    assert dialog.view.isVisible()
    assert dialog.print.isEnabled()


def test_without_a_plan_there_is_a_week_but_no_overview(
    opened: OpenDialog,
) -> None:
    dialog = opened()
    assert dialog.message.text() == "1 page"
    assert dialog.file_name.split() == ["week", "of", "2026-11-23"]
    click(dialog.panel.kinds[Kind.OVERVIEW])
    assert dialog.why.text() == "There is no plan to print an overview of."
    assert not dialog.panel.days.plan.isEnabled()


def test_a_plan_without_a_first_day_has_no_overview_yet(
    opened: OpenDialog,
) -> None:
    dialog = opened(plan())
    dialog.weeks.push("open the start", _without_start)
    click(dialog.panel.kinds[Kind.OVERVIEW])
    assert dialog.why.text() == "The plan has no first day yet."


def test_a_folder_that_is_not_there_is_said_in_the_dialog(
    qtbot: QtBot, opened: OpenDialog, outlets: Outlets, tmp_path: Path
) -> None:
    dialog = opened(plan())
    outlets.answer = tmp_path / "nowhere" / "sheets.pdf"
    click(dialog.saves[".pdf"])
    assert dialog.message.property("kind") == "error"
    click(dialog.panel.kinds[Kind.SHEETS])
    wait_for_sheets(qtbot, dialog, "3 pages")
    click(dialog.saves[".pdf"])
    qtbot.waitUntil(lambda: dialog.message.property("kind") == "error")
    assert "nowhere" in dialog.message.text()
    assert dialog.panel.isEnabled()


def test_a_printer_that_fails_is_said_in_the_dialog(opened: OpenDialog, outlets: Outlets) -> None:
    dialog = opened(plan())
    outlets.jam = KnownError("The printer could not be started.", "Save the sheet as a PDF.")
    click(dialog.print)
    assert dialog.message.text() == "The printer could not be started. Save the sheet as a PDF."


def test_a_hostile_plan_name_makes_a_safe_file_name(opened: OpenDialog, outlets: Outlets) -> None:
    dialog = opened(replace(plan(), name="../../con\\<b>:"))
    click(dialog.saves[".pdf"])
    assert outlets.asked == [("con b week 4.pdf", ".pdf")]


def _without_start(agenda: Agenda) -> Agenda:
    return replace(agenda, plans={"plan": replace(agenda.plans["plan"], start=None)})


def test_there_is_a_button_to_close_it(opened: OpenDialog) -> None:
    dialog = opened(plan())
    click(dialog.close_button)
    assert not dialog.isVisible()
