"""Words and colours for what the halves of the pelvis do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor

from hemipelvi_gui.domain.gait import Phase
from hemipelvi_gui.sheets.tints import FigureColours

if TYPE_CHECKING:
    from hemipelvi_gui.domain.poses import Pose
    from hemipelvi_gui.ui.palette import Palette

translate = QCoreApplication.translate
# Less than this, in [0, 1], is neither compressing nor expanding.
AT_EASE = 0.15


def side_words(side: str, work: float) -> str:
    """What one side does: "left expands". `work` is 1 for compress, -1 for expand."""
    if work > AT_EASE:
        return translate("Pelvis", "{side} compresses").format(side=side)
    if work < -AT_EASE:
        return translate("Pelvis", "{side} expands").format(side=side)
    return translate("Pelvis", "{side} at ease").format(side=side)


def both_words(pose: Pose) -> tuple[str, str]:
    """What the left and the right half do."""
    return (
        side_words(translate("Pelvis", "left"), pose.left),
        side_words(translate("Pelvis", "right"), pose.right),
    )


def all_words() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """All that can be said of the left half, and of the right one."""
    left, right = translate("Pelvis", "left"), translate("Pelvis", "right")
    works = (1.0, -1.0, 0.0)
    return (
        tuple(side_words(left, work) for work in works),
        tuple(side_words(right, work) for work in works),
    )


def kind_of(work: float) -> str:
    """The look of these words in the style sheet."""
    if abs(work) <= AT_EASE:
        return "muted"
    return "amber" if work > 0 else "teal"


def phase_word(phase: Phase) -> str:
    """A phase of running: "right stance"."""
    if phase is Phase.RIGHT_STANCE:
        return translate("Pelvis", "right stance")
    if phase is Phase.LEFT_STANCE:
        return translate("Pelvis", "left stance")
    return translate("Pelvis", "float")


def comparison(phase: Phase | None) -> str:
    """What the picture of running beside an exercise is called."""
    if phase is None:
        return translate("Pelvis", "Running: never both at once")
    return translate("Pelvis", "Running: {phase}").format(phase=phase_word(phase))


def turn_words(pose: Pose) -> str:
    """The angles of a moment of running, as measured ones would be told."""
    return translate("Pelvis", "turn {turn}° · {side} side {level}° up · tilt {tilt}°").format(
        turn=f"{abs(pose.yaw):.0f}",
        side=translate("Pelvis", "right") if pose.obliquity >= 0 else translate("Pelvis", "left"),
        level=f"{abs(pose.obliquity):.0f}",
        tilt=f"{pose.tilt:.0f}",
    )


def figure_colours(palette: Palette) -> FigureColours:
    """The figure's colours on a panel of this palette."""
    dark = QColor(palette.panel).lightness() < 128
    return FigureColours(
        compress=palette.amber,
        expand=palette.teal,
        neutral=palette.neutral,
        outline=palette.outline,
        sacrum=palette.line,
        panel=palette.panel,
        ink=palette.ink,
        shine=palette.ink if dark else palette.panel,
        rim=palette.paper if dark else palette.muted,
        # Darker than the thigh, which is light there, so that one can tell them apart.
        head=palette.outline if dark else palette.panel,
    )
