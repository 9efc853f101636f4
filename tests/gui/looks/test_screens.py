"""Key screens look as they did when someone last looked at them.

Meant to look otherwise now? `python packaging/pictures.py --golden` stores them anew.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from pictures import COMPARED, FOLDER, GOLDEN, SHOWN, reduced
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QGuiApplication, QImage, QPainter
from screens import SCREENS, Screen, opened, picture

from hemipelvi_gui.sheets.fonts import load_fonts
from hemipelvi_gui.ui.main_window import MainWindow
from hemipelvi_gui.ui.palette import PALETTES
from tests.gui.looks.comparing import CHANGED_PLACES, changed, same

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

BY_NAME = {screen.name: screen for screen in SCREENS}
WORDS = "Alternating curtsy lunge 0.80"
WORDS_PX = 179.6  # at 13 px, where letters may stand anywhere

pytestmark = pytest.mark.usefixtures("usual_letters")


@pytest.fixture
def usual_letters(qapp: QApplication) -> None:
    """Where the system forces letters onto whole pixels, or has a display, all stands elsewhere."""
    font = QFont(load_fonts())
    font.setPixelSize(13)
    width = QFontMetricsF(font).horizontalAdvance(WORDS)
    if QGuiApplication.platformName() != "offscreen" or abs(width - WORDS_PX) > 1:
        pytest.skip(f"letters are {width:.1f} px wide here, {WORDS_PX} px on the stored screens")


def stored(name: str) -> QImage:
    image = QImage(str(GOLDEN / f"{name}.png"))
    assert not image.isNull(), f"{name}.png is not stored"
    return image


def shown(application: QApplication, folder: Path, screen: Screen) -> QImage:
    with opened(application, folder / "data", screen) as widget:
        return reduced(picture(application, widget))


def test_exactly_the_compared_screens_are_stored() -> None:
    assert {path.stem for path in GOLDEN.iterdir()} == set(COMPARED)
    assert sum(path.stat().st_size for path in GOLDEN.iterdir()) < 900_000


def test_every_picture_of_the_documents_is_made_by_the_script() -> None:
    # The script makes the pelvis side by side with the screens; another test makes it.
    assert {path.stem for path in FOLDER.iterdir()} == {*SHOWN, "pelvis"}
    assert set(SHOWN) <= set(BY_NAME)
    pages = [FOLDER.parent.parent / "README.md", *FOLDER.parent.glob("*.md")]
    words = "".join(page.read_text(encoding="utf-8") for page in pages)
    assert set(re.findall(r"pictures/([\w-]+)\.png", words)) <= {*SHOWN, "pelvis"}


@pytest.mark.parametrize("name", COMPARED)
def test_screen_looks_as_stored(application: QApplication, tmp_path: Path, name: str) -> None:
    now = shown(application, tmp_path, BY_NAME[name])
    now.save(str(tmp_path / f"{name}.png"))
    differences = changed(now, stored(name))
    assert len(differences) <= CHANGED_PLACES, (
        f"{len(differences)} places differ, the worst at x, y, by {differences[:3]}; "
        f"see {tmp_path / name}.png"
    )


@pytest.mark.parametrize("panel", ["balance", "pelvis", "findings"])
def test_a_panel_moved_by_six_pixels_is_noticed(
    application: QApplication, tmp_path: Path, panel: str
) -> None:
    with opened(application, tmp_path / "data", BY_NAME["build-light"]) as window:
        picture(application, window)
        assert isinstance(window, MainWindow)
        moved = getattr(window.build, panel)
        moved.move(moved.x() + 6, moved.y())
        now = reduced(window.grab().toImage())
    assert not same(now, stored("build-light"))


@pytest.mark.parametrize("name", ["build-light", "build-200-percent", "welcome", "sessions"])
def test_another_accent_is_noticed(
    application: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setitem(PALETTES, "light", replace(PALETTES["light"], accent="#3F5F2F"))
    assert not same(shown(application, tmp_path, BY_NAME[name]), stored(name))


def test_a_missing_word_is_noticed() -> None:
    before = stored("build-light")
    after = before.copy()
    painter = QPainter(after)
    painter.fillRect(199, 98, 70, 9, QColor(PALETTES["light"].panel))
    painter.end()
    assert not same(before, after)


def test_smoother_letters_are_not_noticed() -> None:
    before = stored("build-light")
    after = before.copy()
    painter = QPainter(after)
    painter.setOpacity(0.3)
    painter.drawImage(before.rect().adjusted(0, 0, 1, 0), before)
    painter.end()
    assert same(before, after)
    assert after != before


def test_pictures_of_other_sizes_are_refused() -> None:
    with pytest.raises(ValueError, match="640"):
        changed(stored("build-light"), stored("sheet"))
