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
from hemipelvi_gui.sheets import Paper, SheetOptions, SheetSource, pages
from hemipelvi_gui.ui.dialogs.sheet_dialog import SheetDialog, print_on_paper, suggested_name
from tests.gui.dialogs.conftest import item

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from hemipelvi_gui.domain.exercises import Exercise
    from hemipelvi_gui.domain.session import Session
    from hemipelvi_gui.sheets import Page
    from hemipelvi_gui.ui.theme import Theme
    from tests.gui.dialogs.conftest import Show

CONTROL = Qt.KeyboardModifier.ControlModifier


class Desk:
    """Answers for the file dialog and the printer."""

    def __init__(self, folder: Path) -> None:
        self.answer: Path | None = folder / "sheet.pdf"
        self.asked: list[tuple[str, str]] = []
        self.printed: list[tuple[int, SheetOptions]] = []
        self.jam: KnownError | None = None

    def ask_path(self, _parent: QWidget, name: str, suffix: str) -> Path | None:
        self.asked.append((name, suffix))
        return self.answer

    def print_sheet(self, _parent: QWidget, pages: tuple[Page, ...], options: SheetOptions) -> bool:
        if self.jam is not None:
            raise self.jam
        self.printed.append((len(pages), options))
        return True


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


@pytest.fixture
def source(tuesday: Session, library: dict[str, Exercise]) -> SheetSource:
    return SheetSource(tuesday, library, Settings())


@pytest.fixture
def dialog(show: Show, theme: Theme, source: SheetSource, desk: Desk) -> SheetDialog:
    return show(
        SheetDialog(
            theme, source, SheetOptions(), ask_path=desk.ask_path, print_sheet=desk.print_sheet
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
    assert dialog.zoom.text() == f"{round(dialog.view.zoom * 100)} %"
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
    qtbot: QtBot, dialog: SheetDialog, desk: Desk, tmp_path: Path, suffix: str
) -> None:
    desk.answer = tmp_path / "My sheet"
    QTest.mouseClick(dialog.saves[suffix], Qt.MouseButton.LeftButton)
    assert desk.asked == [(f"Tuesday{suffix}", suffix)]
    assert (tmp_path / f"My sheet{suffix}").stat().st_size > 1000
    assert dialog.message.text() == f"Saved as My sheet{suffix}"


def test_pictures_of_a_long_session_are_several_files(
    dialog: SheetDialog, desk: Desk, source: SheetSource, tmp_path: Path
) -> None:
    blocks = tuple(
        Block(f"b{number}", Section.STRENGTH, (item(f"i{number}", "walking-lunge", "3x8/side"),))
        for number in range(40)
    )
    dialog.refresh(replace(source, session=replace(source.session, blocks=blocks)))
    desk.answer = tmp_path / "long.png"
    dialog.saves[".png"].click()
    assert dialog.message.text().endswith("files, long-1.png and so on")
    assert (tmp_path / "long-1.png").exists()


def test_a_folder_that_is_not_there_is_said_in_the_dialog(
    dialog: SheetDialog, desk: Desk, tmp_path: Path
) -> None:
    desk.answer = tmp_path / "nowhere" / "sheet.pdf"
    dialog.saves[".pdf"].click()
    assert dialog.message.property("kind") == "error"
    assert dialog.message.text()
    desk.answer = tmp_path / "sheet.pdf"
    dialog.saves[".pdf"].click()
    assert dialog.message.property("kind") == "muted"


def test_no_file_chosen_changes_nothing(dialog: SheetDialog, desk: Desk) -> None:
    desk.answer = None
    dialog.saves[".pdf"].click()
    assert dialog.message.text() == "1 page"


def test_print_takes_the_pages_that_are_seen(qtbot: QtBot, dialog: SheetDialog, desk: Desk) -> None:
    QTest.keyClick(dialog, Qt.Key.Key_P, CONTROL)
    assert desk.printed == [(1, SheetOptions())]
    assert dialog.message.text() == "Sent to the printer"


def test_a_printer_that_fails_is_said_in_the_dialog(dialog: SheetDialog, desk: Desk) -> None:
    desk.jam = KnownError("The printer could not be started.", "Save the sheet as a PDF.")
    dialog.print.click()
    assert dialog.message.text() == "The printer could not be started. Save the sheet as a PDF."


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("Strength A", "Strength A.pdf"),
        ("a/b\\c:*?", "a b c.pdf"),
        ("  ", "Session.pdf"),
        ("..", "Session.pdf"),
        ("n" * 500, "n" * 59 + ".pdf"),
    ],
)
def test_the_suggested_name_is_one_that_every_system_takes(name: str, file: str) -> None:
    assert suggested_name(name, ".pdf") == file


def test_printing_is_loaded_by_those_who_print() -> None:
    code = (
        "import sys, hemipelvi_gui.ui.dialogs.sheet_dialog;"
        "sys.exit('PySide6.QtPrintSupport' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_printer_gets_the_pages(
    qtbot: QtBot,
    dialog: SheetDialog,
    source: SheetSource,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from PySide6.QtPrintSupport import QPrintDialog

    paper = tmp_path / "paper.pdf"

    def agree(asked: QPrintDialog) -> int:
        asked.printer().setOutputFileName(str(paper))
        return 1

    monkeypatch.setattr(QPrintDialog, "exec", agree)
    assert print_on_paper(dialog, pages(source, SheetOptions()), SheetOptions())
    assert paper.read_bytes().startswith(b"%PDF")
    monkeypatch.setattr(QPrintDialog, "exec", lambda _asked: 0)
    assert not print_on_paper(dialog, pages(source, SheetOptions()), SheetOptions())
