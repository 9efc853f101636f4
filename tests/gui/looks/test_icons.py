"""One family of icons, in the colours of the theme."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree

import pytest
from app_icon import ICON, drawing
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QImage
from screens import SCREENS, opened

from hemipelvi_gui.paths import resource
from hemipelvi_gui.ui.icons import themed_icon
from hemipelvi_gui.ui.main_window import MainWindow
from hemipelvi_gui.ui.page_bar import ICONS
from hemipelvi_gui.ui.palette import DARK, LIGHT, PALETTES
from tests.gui.looks.seeing import contrast

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from hemipelvi_gui.ui.theme import Theme

FAMILY = sorted(path for path in resource("icons").glob("*.svg") if path != ICON)
# The style sheet can't tint these; they are cut out of the middle of the same grid.
FIXED = {
    "arrow-down": ("#7D8893", [LIGHT.raised, DARK.raised]),
    "arrow-up": ("#7D8893", [LIGHT.raised, DARK.raised]),
    "check-light": (LIGHT.on_accent, [LIGHT.accent]),
    "check-dark": (DARK.on_accent, [DARK.accent]),
}


def colours_of(image: QImage) -> set[str]:
    """The colours of all pixels that are fully covered."""
    points = ((x, y) for x in range(image.width()) for y in range(image.height()))
    pixels = (image.pixelColor(x, y) for x, y in points)
    return {pixel.name().upper() for pixel in pixels if pixel.alpha() == 255}


def ink_of(image: QImage) -> QColor:
    """The colour of the pixel that is covered most."""
    points = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return max((image.pixelColor(x, y) for x, y in points), key=QColor.alpha)


def drawn(icon: QIcon, mode: QIcon.Mode = QIcon.Mode.Normal) -> QImage:
    return icon.pixmap(QSize(48, 48), 1.0, mode).toImage()


@pytest.mark.parametrize("path", FAMILY, ids=lambda path: path.stem)
def test_icon_is_of_the_family(path: Path) -> None:
    icon = ElementTree.fromstring(path.read_text("utf-8"))
    colour, box = "currentColor", "0 0 24 24"
    if path.stem in FIXED:
        colour, box = FIXED[path.stem][0], "6 6 12 12"
    wanted = {
        "viewBox": box,
        "fill": "none",
        "stroke": colour,
        "stroke-width": "1.75",
        "stroke-linecap": "round",
        "stroke-linejoin": "round",
    }
    assert icon.attrib == wanted
    assert [set(child.attrib) for child in icon] == [{"d"}]


@pytest.mark.parametrize("name", FIXED)
def test_icon_of_the_style_sheet_is_seen_in_both_themes(name: str) -> None:
    colour, surfaces = FIXED[name]
    for surface in surfaces:
        assert contrast(QColor(colour), QColor(surface)) >= 3.0


@pytest.mark.parametrize("choice", PALETTES)
@pytest.mark.parametrize("name", ICONS.values())
def test_icon_has_the_colours_of_the_theme(theme: Theme, choice: str, name: str) -> None:
    theme.choose(choice)
    icon = themed_icon(theme, name, QSize(48, 48), 1.0)
    palette = PALETTES[choice]
    assert colours_of(drawn(icon)) == {palette.ink}
    assert colours_of(drawn(icon, QIcon.Mode.Disabled)) == {palette.outline}


@pytest.mark.parametrize("name", ICONS.values())
def test_icon_stays_inside_its_square(theme: Theme, name: str) -> None:
    image = drawn(themed_icon(theme, name, QSize(48, 48), 1.0))
    rim = [(at, edge) for at in range(48) for edge in (0, 1, 2, 45, 46, 47)]
    assert not any(image.pixelColor(*point).alpha() for x, y in rim for point in ((x, y), (y, x)))


def test_icon_is_sharp_on_a_dense_screen(theme: Theme) -> None:
    size = QSize(19, 17)
    pixmap = themed_icon(theme, "undo", size, 2.0).pixmap(size, 2.0)
    assert pixmap.size() == size * 2


def test_unknown_icon_is_refused(theme: Theme) -> None:
    with pytest.raises(FileNotFoundError):
        themed_icon(theme, "rocket", QSize(16, 16), 1.0)


def test_icons_of_the_bar_follow_the_theme(application: QApplication, tmp_path: Path) -> None:
    with opened(application, tmp_path / "data", SCREENS[0]) as window:
        assert isinstance(window, MainWindow)
        for palette in (DARK, LIGHT):
            window.desk.theme.choose(palette.name)
            for name in ICONS:
                action = window.actions_by_name[name]
                image = action.icon().pixmap(QSize(19, 17), 1.0, QIcon.Mode.Normal).toImage()
                assert contrast(ink_of(image), palette.colour("ink")) < 1.1
                assert not action.isIconVisibleInMenu()


def test_app_icon_is_made_from_the_glyph_of_today() -> None:
    assert ICON.read_text("utf-8") == drawing()
    image = QImage(str(ICON)).scaled(64, 64)
    assert {LIGHT.amber, LIGHT.teal, LIGHT.panel} <= colours_of(image)
