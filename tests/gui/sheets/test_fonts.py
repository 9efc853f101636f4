from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QFontDatabase, QFontInfo, QGuiApplication

from hemipelvi_gui.domain.errors import KnownError
from hemipelvi_gui.sheets import fonts
from hemipelvi_gui.sheets.fonts import LOADED, font, load_fonts, painting_app

if TYPE_CHECKING:
    from pathlib import Path

PAINT_WITHOUT_A_WINDOW = """
from hemipelvi_gui.sheets.fonts import load_fonts, painting_app
app = painting_app()
assert painting_app() is app
print(load_fonts(), app.platformName())
"""


def test_the_program_brings_its_own_font() -> None:
    family = load_fonts()
    assert family in QFontDatabase.families()
    assert QFontInfo(font(family, 10)).family() == family


def test_fonts_are_loaded_once(monkeypatch: pytest.MonkeyPatch) -> None:
    family = load_fonts()
    monkeypatch.setattr(fonts, "_register", lambda: pytest.fail("loaded again"))
    assert load_fonts() == family


def test_missing_fonts_are_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, qapp: QGuiApplication
) -> None:
    loaded = qapp.property(LOADED)
    qapp.setProperty(LOADED, None)
    monkeypatch.setattr(fonts, "resource", lambda *_: tmp_path)
    try:
        with pytest.raises(KnownError, match="fonts are missing"):
            load_fonts()
    finally:
        qapp.setProperty(LOADED, loaded)


def test_a_running_application_is_used(qapp: QGuiApplication) -> None:
    assert painting_app() is qapp


def test_the_command_line_paints_without_a_display() -> None:
    done = subprocess.run(
        [sys.executable, "-c", PAINT_WITHOUT_A_WINDOW], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["Inter", "offscreen"]
    assert done.stderr == ""
