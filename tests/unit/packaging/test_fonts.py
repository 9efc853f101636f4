from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QFontDatabase, QRawFont

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

FONTS = Path(__file__).resolve().parents[3] / "resources" / "fonts"
WEIGHTS = {"Regular": 400, "Medium": 500, "SemiBold": 600, "Bold": 700}


@pytest.mark.parametrize(("name", "weight"), WEIGHTS.items())
def test_each_weight_belongs_to_the_family_inter(
    qapp: QApplication, name: str, weight: int
) -> None:
    number = QFontDatabase.addApplicationFont(str(FONTS / f"Inter-{name}.ttf"))
    assert "Inter" in QFontDatabase.applicationFontFamilies(number)
    assert weight in {QFontDatabase.weight("Inter", s) for s in QFontDatabase.styles("Inter")}


@pytest.mark.parametrize("name", WEIGHTS)
def test_every_sign_the_program_shows_is_in_the_font(qapp: QApplication, name: str) -> None:
    font = QRawFont(str(FONTS / f"Inter-{name}.ttf"), 12)
    signs = "0123456789×–−→←↑↓½⅓•✓±≥≤…’“”°●○▲△äéßőžøłΩжЯ"
    assert [sign for sign in signs if not font.supportsCharacter(ord(sign))] == []


@pytest.mark.parametrize("name", WEIGHTS)
def test_digits_stand_in_columns(qapp: QApplication, name: str) -> None:
    font = QRawFont(str(FONTS / f"Inter-{name}.ttf"), 100)
    widths = {
        point.x()
        for point in font.advancesForGlyphIndexes(font.glyphIndexesForString("0123456789"))
    }
    assert len(widths) == 1


def test_the_licence_lies_beside_the_fonts() -> None:
    assert "SIL OPEN FONT LICENSE" in (FONTS / "OFL.txt").read_text(encoding="utf-8")
