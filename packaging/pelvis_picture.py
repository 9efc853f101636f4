"""Makes docs/pictures/pelvis.png: four moments side by side, from equal to like running.

`python packaging/pelvis_picture.py`, or with all other pictures by `packaging/pictures.py`.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ["QT_QPA_PLATFORM"] = "offscreen"

if TYPE_CHECKING:
    from PySide6.QtCore import QRectF, Qt
    from PySide6.QtGui import QImage, QPainter

    from hemipelvi_gui.domain.poses import Pose

PICTURE = ROOT / "docs" / "pictures" / "pelvis.png"
WIDTH, HEIGHT, GAP, DENSITY = 330, 470, 14, 2
PAPER, PANEL, LINE, INK, MUTED = "#F6F5F1", "#FFFFFF", "#DDE1E4", "#1E2A36", "#5C6975"
AMBER_TEXT, TEAL_TEXT = "#9A5B14", "#0F6B6E"


class Panel(NamedTuple):
    """One of the pictures: what is above, and what is below it."""

    title: str
    what: str
    score: str
    pose: Pose


def panels() -> list[Panel]:
    """Back squat, split squat, walking lunge, and what the pelvis does in running."""
    from hemipelvi_gui.domain import gait
    from hemipelvi_gui.domain.library import load_exercises
    from hemipelvi_gui.domain.motion import motion_of
    from hemipelvi_gui.domain.poses import running
    from hemipelvi_gui.paths import resource
    from hemipelvi_gui.ui.wording import class_word, facet_line, score_word

    library = load_exercises(resource("exercises"))
    made = []
    for name in ("back-squat", "split-squat", "walking-lunge"):
        exercise = library[name]
        motion = motion_of(exercise)
        score = f"{score_word(exercise.asymmetry)} · {class_word(exercise.laterality).lower()}"
        pose = motion.pose_at(motion.still_at)
        made.append(Panel(exercise.name, facet_line(exercise), score, pose))
    pose = running(gait.MID_STANCE)
    made.append(Panel("Running", "right mid-stance, left leg swings", "what the pelvis does", pose))
    return made


def make_picture() -> QImage:
    """All four in a row."""
    from PySide6.QtCore import QPointF, QRectF
    from PySide6.QtGui import QColor, QImage, QPainter

    row = panels()
    width, height = len(row) * (WIDTH + GAP) + GAP, HEIGHT + 2 * GAP
    image = QImage(width * DENSITY, height * DENSITY, QImage.Format.Format_RGB32)
    image.fill(QColor(PAPER))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(DENSITY, DENSITY)
    for at, panel in enumerate(row):
        corner = QPointF(GAP + at * (WIDTH + GAP), GAP)
        paint_panel(painter, QRectF(corner.x(), corner.y(), WIDTH, HEIGHT), panel)
    painter.end()
    return image


def paint_panel(painter: QPainter, rect: QRectF, panel: Panel) -> None:
    """One picture with its words."""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QColor, QPen

    from hemipelvi_gui.sheets.pelvis_figure import caption, paint_figure
    from hemipelvi_gui.sheets.tints import FigureColours

    painter.setPen(QPen(QColor(LINE), 1))
    painter.setBrush(QColor(PANEL))
    painter.drawRoundedRect(rect, 8, 8)
    middle = Qt.AlignmentFlag.AlignCenter
    write(painter, rect.adjusted(0, 16, 0, 38 - rect.height()), middle, panel.title, INK, 18, True)
    write(painter, rect.adjusted(0, 42, 0, 60 - rect.height()), middle, panel.what, MUTED, 13)
    paint_figure(painter, rect.adjusted(14, 70, -14, -74), panel.pose, FigureColours())
    row = rect.adjusted(16, rect.height() - 74, -16, -54)
    for work, side, align in (
        (panel.pose.left, "left", Qt.AlignmentFlag.AlignLeft),
        (panel.pose.right, "right", Qt.AlignmentFlag.AlignRight),
    ):
        words, colour = ("compresses", AMBER_TEXT) if work > 0 else ("expands", TEAL_TEXT)
        write(painter, row, align, f"{side} {words}", colour, 13, True)
    low = rect.adjusted(0, rect.height() - 52, 0, -30)
    write(painter, low, middle, panel.score, INK, 14, True)
    write(painter, rect.adjusted(0, rect.height() - 28, 0, -10), middle, caption(), MUTED, 11)


def write(
    painter: QPainter,
    rect: QRectF,
    align: Qt.AlignmentFlag,
    words: str,
    colour: str,
    pixels: int,
    bold: bool = False,
) -> None:
    """Words in the program's font."""
    from PySide6.QtGui import QColor, QFont

    from hemipelvi_gui.sheets.fonts import load_fonts

    font = QFont(load_fonts())
    font.setPixelSize(pixels)
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    painter.setFont(font)
    painter.setPen(QColor(colour))
    painter.drawText(rect, align, words)


def main() -> None:
    """Make the picture."""
    from hemipelvi_gui.sheets.fonts import painting_app

    painting_app()
    PICTURE.parent.mkdir(parents=True, exist_ok=True)
    if not make_picture().save(str(PICTURE)):
        raise SystemExit(f"{PICTURE} can't be written")
    print(PICTURE.relative_to(ROOT))


if __name__ == "__main__":
    main()
