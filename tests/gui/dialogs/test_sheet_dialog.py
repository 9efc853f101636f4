from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hemipelvi_gui.domain.errors import KnownError
from hemipelvi_gui.domain.session import Block, Section
from hemipelvi_gui.domain.settings import Settings
from hemipelvi_gui.sheets import (
    Orientation,
    PageOptions,
    Paper,
    SheetOptions,
    SheetSource,
    pages,
    print_pages,
)
from hemipelvi_gui.ui.dialogs.printing import ask_for_printer
from hemipelvi_gui.ui.dialogs.sheet_dialog import SheetDialog
from tests.gui.dialogs.conftest import item
from tests.gui.dialogs.outlets import Outlets, pages_in

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from hemipelvi_gui.domain.exercises import Exercise
    from hemipelvi_gui.domain.session import Session
    from hemipelvi_gui.ui.theme import Theme
    from tests.gui.dialogs.conftest import Show

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def outlets(tmp_path: Path) -> Outlets:
    return Outlets(tmp_path)


@pytest.fixture
def source(tuesday: Session, library: dict[str, Exercise]) -> SheetSource:
    return SheetSource(tuesday, library, Settings())


@pytest.fixture
def dialog(show: Show, theme: Theme, source: SheetSource, outlets: Outlets) -> SheetDialog:
    return show(
        SheetDialog(
            theme,
            source,
            SheetOptions(),
            ask_path=outlets.ask_path,
            ask_printer=outlets.ask_printer,
        )
    )


def test_the_page_is_seen_whole_at_first(dialog: SheetDialog) -> None:
    assert dialog.message.text() == "1 page"
    assert dialog.view.verticalScrollBar().maximum() == 0
    assert dialog.view.horizontalScrollBar().maximum() == 0


def test_keys_zoom_and_fit(qtbot: QtBot, dialog: SheetDialog) -> None:
    whole = dialog.view.zoom
    QTest.keyClick(dialog.view, Qt.Key.Key_Plus, CONTROL)
    assert dialog.view.zoom == pytest.approx(whole * 1.25)
    QTest.keyClick(dialog.view, Qt.Key.Key_Minus, CONTROL)
    assert dialog.view.zoom == pytest.approx(whole)
    QTest.keyClick(dialog.view, Qt.Key.Key_1, CONTROL)
    assert dialog.view.zoom > whole
    assert dialog.view.horizontalScrollBar().maximum() == 0
    assert dialog.zoom.label.text() == f"{round(dialog.view.zoom * 100)} %"
    QTest.keyClick(dialog.view, Qt.Key.Key_0, CONTROL)
    assert dialog.view.zoom == pytest.approx(whole)


def test_the_fit_holds_when_the_window_grows(qtbot: QtBot, dialog: SheetDialog) -> None:
    before = dialog.view.zoom
    dialog.resize(dialog.width() - 60, dialog.height() - 120)
    qtbot.waitUntil(lambda: dialog.view.zoom < before)
    assert dialog.view.verticalScrollBar().maximum() == 0


def test_the_preview_shows_ink_on_white_paper(dialog: SheetDialog) -> None:
    image = dialog.view.pages.grab().toImage()
    shades = {
        image.pixelColor(x, image.height() // 3).lightness() for x in range(0, image.width(), 2)
    }
    assert max(shades) == 255
    assert min(shades) < 200


def test_options_change_the_sheet_and_are_told(qtbot: QtBot, dialog: SheetDialog) -> None:
    with qtbot.waitSignal(dialog.options_changed) as changed:
        QTest.keyClick(dialog.paper, Qt.Key.Key_Down)
    assert changed.args[0] == SheetOptions(Paper.LETTER)
    with qtbot.waitSignal(dialog.options_changed) as changed:
        QTest.keyClick(dialog, Qt.Key.Key_B, Qt.KeyboardModifier.AltModifier)
    assert changed.args[0].monochrome
    with qtbot.waitSignal(dialog.options_changed) as changed:
        QTest.keyClick(dialog, Qt.Key.Key_T, Qt.KeyboardModifier.AltModifier)
    assert not changed.args[0].side_boxes


@pytest.mark.parametrize("suffix", [".pdf", ".png", ".svg"])
def test_it_saves_what_is_asked_for(
    qtbot: QtBot, dialog: SheetDialog, outlets: Outlets, tmp_path: Path, suffix: str
) -> None:
    outlets.answer = tmp_path / "My sheet"
    QTest.mouseClick(dialog.saves[suffix], Qt.MouseButton.LeftButton)
    assert outlets.asked == [(f"Tuesday{suffix}", suffix)]
    assert (tmp_path / f"My sheet{suffix}").stat().st_size > 1000
    assert dialog.message.text() == f"Saved as My sheet{suffix}"


def test_pictures_of_a_long_session_are_several_files(
    dialog: SheetDialog, outlets: Outlets, source: SheetSource, tmp_path: Path
) -> None:
    blocks = tuple(
        Block(f"b{number}", Section.STRENGTH, (item(f"i{number}", "walking-lunge", "3x8/side"),))
        for number in range(40)
    )
    dialog.refresh(replace(source, session=replace(source.session, blocks=blocks)))
    outlets.answer = tmp_path / "long.png"
    dialog.saves[".png"].click()
    assert dialog.message.text().endswith("files, long-1.png and so on")
    assert (tmp_path / "long-1.png").exists()


def test_a_folder_that_is_not_there_is_said_in_the_dialog(
    dialog: SheetDialog, outlets: Outlets, tmp_path: Path
) -> None:
    outlets.answer = tmp_path / "nowhere" / "sheet.pdf"
    dialog.saves[".pdf"].click()
    assert dialog.message.property("kind") == "error"
    assert dialog.message.text()
    outlets.answer = tmp_path / "sheet.pdf"
    dialog.saves[".pdf"].click()
    assert dialog.message.property("kind") == "muted"


def test_no_file_chosen_changes_nothing(dialog: SheetDialog, outlets: Outlets) -> None:
    outlets.answer = None
    dialog.saves[".pdf"].click()
    assert dialog.message.text() == "1 page"


def test_print_takes_the_pages_that_are_seen(
    qtbot: QtBot, dialog: SheetDialog, outlets: Outlets
) -> None:
    QTest.keyClick(dialog, Qt.Key.Key_P, CONTROL)
    assert outlets.wanted == [PageOptions()]
    assert pages_in(outlets.paper) == 1
    assert dialog.message.text() == "Sent to the printer"


def test_a_printer_that_fails_is_said_in_the_dialog(dialog: SheetDialog, outlets: Outlets) -> None:
    outlets.jam = KnownError("The printer could not be started.", "Save the sheet as a PDF.")
    dialog.print.click()
    assert dialog.message.text() == "The printer could not be started. Save the sheet as a PDF."


def test_printing_is_loaded_by_those_who_print() -> None:
    code = (
        "import sys, hemipelvi_gui.ui.dialogs.sheet_dialog;"
        "sys.exit('PySide6.QtPrintSupport' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize("way", list(Orientation))
def test_a_printer_gets_the_pages_on_paper_that_lies_as_they_do(
    dialog: SheetDialog,
    source: SheetSource,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    way: Orientation,
) -> None:
    from PySide6.QtGui import QPageLayout
    from PySide6.QtPrintSupport import QPrintDialog

    paper = tmp_path / "paper.pdf"

    def agree(asked: QPrintDialog) -> int:
        asked.printer().setOutputFileName(str(paper))
        return 1

    monkeypatch.setattr(QPrintDialog, "exec", agree)
    printer = ask_for_printer(dialog, PageOptions(Paper.LETTER, way))
    assert printer is not None
    lies = printer.pageLayout().orientation() is QPageLayout.Orientation.Landscape
    assert lies == (way is Orientation.LANDSCAPE)
    wide = printer.pageLayout().fullRectPoints().width()
    assert wide == (792 if lies else 612)
    print_pages(printer, pages(source, SheetOptions()))
    assert paper.read_bytes().startswith(b"%PDF")
    monkeypatch.setattr(QPrintDialog, "exec", lambda _asked: 0)
    assert ask_for_printer(dialog, PageOptions()) is None
