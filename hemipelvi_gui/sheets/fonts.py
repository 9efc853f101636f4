"""The program's own font, so that screens, sheets and tests look the same everywhere.

Without any font Qt paints solid bars and raises nothing, so a missing font is an error here.
"""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication

from hemipelvi_gui.domain.errors import KnownError
from hemipelvi_gui.domain.text import translate
from hemipelvi_gui.paths import resource

LOADED = "hemipelviFontFamily"


def load_fonts() -> str:
    """Load the fonts once for the running application and return their family's name.

    Raises KnownError where the font files are missing or can't be read.
    """
    app = QCoreApplication.instance()
    if not isinstance(app, QGuiApplication):
        raise RuntimeError("fonts are loaded into a QGuiApplication, and there is none")
    loaded = app.property(LOADED)
    if isinstance(loaded, str):
        return loaded
    family = _register()
    app.setProperty(LOADED, family)
    return family


def font(family: str, points: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """A font of `family`, `points` high. Hinting is off, so that widths are the same everywhere."""
    made = QFont(family)
    made.setPointSizeF(points)
    made.setWeight(weight)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made


def painting_app() -> QGuiApplication:
    """The running application, or one that paints without a display (for the command line)."""
    running = QCoreApplication.instance()
    if isinstance(running, QGuiApplication):
        return running
    return _offscreen_app()


@cache
def _offscreen_app() -> QGuiApplication:
    # Offscreen even with a display: a stale DISPLAY makes Qt end the process, and the command
    # line shows no window. Cached, because Qt's application lives only as long as its Python one.
    return QGuiApplication(["hemipelvi", "-platform", "offscreen"])


def _register() -> str:
    folder = resource("fonts")
    families: set[str] = set()
    for path in sorted(folder.glob("*.[to]tf")):
        families.update(
            QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(path)))
        )
    if not families:
        raise KnownError(
            translate("Fonts", "The program's fonts are missing from {folder}.", folder=folder),
            translate("Fonts", "Install the program again."),
        )
    return min(families, key=len)
