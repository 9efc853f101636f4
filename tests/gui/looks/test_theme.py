"""Light or dark: as the desktop says, or as one likes; and then every screen of the program."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from screens import LAPTOP, SCREENS, Screen, opened, picture

from hemipelvi_gui.ui import theme as themes
from hemipelvi_gui.ui.theme import Theme
from tests.gui.window.test_access import clipped

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtGui import QImage
    from PySide6.QtWidgets import QApplication

LIGHT, DARK = Qt.ColorScheme.Light, Qt.ColorScheme.Dark
# Paper stays white, whatever the theme.
ON_PAPER = {"sheet", "print"}
ONCE_IN = 7  # px: enough to tell how much of a screen is light


class Desktop(QObject):
    """A desktop that tells its colours; where tests run, there is none that does."""

    colorSchemeChanged = Signal(object)  # noqa: N815  # Qt's name

    def __init__(self, scheme: Qt.ColorScheme) -> None:
        super().__init__()
        self.scheme = scheme

    def styleHints(self) -> Desktop:  # noqa: N802  # Qt's name
        """As QGuiApplication has them."""
        return self

    def colorScheme(self) -> Qt.ColorScheme:  # noqa: N802  # Qt's name
        """What is set on the desktop."""
        return self.scheme

    def turn(self, scheme: Qt.ColorScheme) -> None:
        """Somebody changes it."""
        self.scheme = scheme
        self.colorSchemeChanged.emit(scheme)


@pytest.fixture
def desktop(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Desktop:
    made = Desktop(DARK)
    monkeypatch.setattr(themes, "QGuiApplication", made)
    return made


@pytest.fixture
def followed(desktop: Desktop, application: QApplication) -> Iterator[Theme]:
    made = Theme(application)
    yield made
    made.deleteLater()


def test_the_desktop_is_followed_at_the_start_and_when_it_changes(
    followed: Theme, desktop: Desktop, application: QApplication
) -> None:
    told: list[str] = []
    followed.changed.connect(lambda: told.append(followed.palette.name))
    assert followed.choice == "auto"
    assert followed.palette.name == "dark"
    desktop.turn(LIGHT)
    assert told == ["light"]
    assert application.palette().window().color() == followed.palette.colour("paper")
    desktop.turn(DARK)
    assert told == ["light", "dark"]


def test_who_has_chosen_a_theme_keeps_it_whatever_the_desktop_says(
    followed: Theme, desktop: Desktop
) -> None:
    followed.choose("light")
    desktop.turn(LIGHT)
    desktop.turn(DARK)
    assert followed.palette.name == "light"
    followed.choose("auto")
    assert followed.palette.name == "dark"


def test_a_desktop_that_does_not_tell_gets_the_light_theme(
    followed: Theme, desktop: Desktop
) -> None:
    desktop.turn(Qt.ColorScheme.Unknown)
    assert followed.palette.name == "light"


def light_part(image: QImage) -> float:
    """How much of a screen is lighter than middle grey, from 0 to 1."""
    points = [
        image.pixelColor(x, y).lightness()
        for x in range(0, image.width(), ONCE_IN)
        for y in range(0, image.height(), ONCE_IN)
    ]
    return sum(each > 127 for each in points) / len(points)


@pytest.mark.parametrize("screen", SCREENS, ids=lambda each: each.name)
def test_each_screen_is_dark_in_the_dark_theme_and_cuts_no_word_at_twice_the_size(
    application: QApplication, tmp_path: Path, screen: Screen
) -> None:
    large = at_its_hardest(screen)
    with opened(application, tmp_path / "data", large) as widget:
        shown = picture(application, widget)
        assert clipped(widget) == []
    assert screen.name in ON_PAPER or light_part(shown) < 0.3


def at_its_hardest(screen: Screen) -> Screen:
    """The same screen, dark and with text of twice the size."""
    return screen._replace(theme="dark", size=LAPTOP, scale=2.0)


def test_a_screen_that_stayed_light_would_be_noticed(
    application: QApplication, tmp_path: Path
) -> None:
    with opened(application, tmp_path / "data", SCREENS[0]) as widget:
        assert light_part(picture(application, widget)) > 0.7
