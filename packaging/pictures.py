"""Makes the pictures of the documents from what is sampled: `python packaging/pictures.py`.

Screens, the pelvis side by side, and the program's icon. `--golden` makes the small screens that
tests/gui/looks compares with instead: look at what changed before you keep them. Names of screens
after it make only those.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QImage

FOLDER = ROOT / "docs" / "pictures"
GOLDEN = ROOT / "tests" / "golden" / "screens"
GOLDEN_WIDTH = 640
SHOWN = (
    *("build-light", "build-dark", "welcome", "sheet", "sum", "library"),
    *("week-light", "week-drag", "week-fix", "run-line", "instance"),
    *("new-plan", "progress", "next-time", "gyms", "print"),
    *("log-light", "log-paper", "log-check-in", "log-run", "log-import", "replay"),
    *("progress-light", "progress-more", "swap"),
)
COMPARED = (
    *("build-light", "build-dark", "build-200-percent", "welcome", "sessions", "sheet"),
    *("week-light", "week-dark", "week-200-percent"),
    *("log-light", "log-dark", "log-200-percent"),
    *("progress-light", "progress-dark", "progress-200-percent"),
)


def reduced(image: QImage) -> QImage:
    """As it is stored for the tests."""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QImage

    small = image.scaledToWidth(GOLDEN_WIDTH, Qt.TransformationMode.SmoothTransformation)
    # With fewer colours PNG packs it a fifth smaller.
    coarse = small.convertToFormat(QImage.Format.Format_RGB16)
    return coarse.convertToFormat(QImage.Format.Format_RGB888)


def screens(names: tuple[str, ...]) -> Iterator[tuple[str, QImage]]:
    """The screens of these names."""
    from screens import SCREENS, opened, picture

    from hemipelvi_gui.ui.window import make_app

    app = make_app()
    for screen in (each for each in SCREENS if each.name in names):
        with tempfile.TemporaryDirectory() as folder, opened(app, Path(folder), screen) as widget:
            yield screen.name, picture(app, widget)


def save(image: QImage, path: Path) -> None:
    """Write a picture, packed as well as PNG can."""
    if not image.save(str(path), quality=0):
        raise SystemExit(f"{path} can't be written")
    print(path.relative_to(ROOT))


def main() -> None:
    """Make all pictures, or with `--golden` those of the tests; or the named ones."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    golden = "--golden" in sys.argv[1:]
    folder, every = (GOLDEN, COMPARED) if golden else (FOLDER, SHOWN)
    folder.mkdir(parents=True, exist_ok=True)
    named = tuple(each for each in sys.argv[1:] if each != "--golden")
    if not set(named) <= set(every):
        raise SystemExit(f"known are {', '.join(every)}")
    for name, image in screens(named or every):
        save(reduced(image) if golden else image, folder / f"{name}.png")
    if not (golden or named):
        import app_icon
        import pelvis_picture

        pelvis_picture.main()
        app_icon.main()


if __name__ == "__main__":
    main()
