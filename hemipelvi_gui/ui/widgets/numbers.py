"""Fields for numbers, days and times."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QAbstractSpinBox, QWidget

if TYPE_CHECKING:
    from hemipelvi_gui.ui.theme import Theme


def indent_numbers(widget: QWidget, theme: Theme) -> None:
    """Keep numbers, days and times off the edge of their fields.

    Of the style sheet's padding Qt takes no more than what is above and below.
    """
    for field in widget.findChildren(QAbstractSpinBox):
        field.lineEdit().setTextMargins(theme.px(8), 0, 0, 0)
