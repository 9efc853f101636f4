"""Boxes to choose how pages are wanted."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QComboBox

from hemipelvi_gui.sheets import Paper

translate = QCoreApplication.translate


def paper_box(paper: Paper) -> QComboBox:
    """Which paper."""
    box = QComboBox()
    for each in Paper:
        box.addItem(str(each), each)
    box.setCurrentIndex(box.findData(paper))
    box.setAccessibleName(translate("SheetDialog", "Paper"))
    return box


def boxes_box(side_boxes: bool) -> QCheckBox:
    """Whether work on each side gets two boxes a set."""
    box = QCheckBox(translate("SheetDialog", "&Two boxes a set"))
    box.setToolTip(translate("SheetDialog", "One for the left, one for the right side."))
    box.setChecked(side_boxes)
    return box


def grey_box(monochrome: bool) -> QCheckBox:
    """Whether it is for a printer that knows no colours."""
    box = QCheckBox(translate("SheetDialog", "&Black and white"))
    box.setChecked(monochrome)
    return box
