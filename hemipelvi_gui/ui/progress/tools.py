"""The row over the charts: how much time is shown, what the marks mean, and files."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QMenu, QPushButton, QWidget

from hemipelvi_gui.ui.dialogs.frame import push_button
from hemipelvi_gui.ui.progress.legend import Legend

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hemipelvi_gui.ui.progress.points import Mark
    from hemipelvi_gui.ui.theme import Theme

translate = QCoreApplication.translate
# Days that each button shows; None: all there are.
RANGES: dict[str, int | None] = {"3 months": 91, "6 months": 182, "1 year": 365, "all": None}
USUAL = "6 months"
# Room for the arrow of a button that opens a menu.
ARROW = "\u2003"


class ProgressTools(QWidget):
    """`range_asked(name)`: a key of `RANGES`. `export_asked(str)`: png, svg or csv."""

    range_asked = Signal(str)
    export_asked = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._group = QButtonGroup(self)
        self.ranges: dict[str, QPushButton] = {}
        words = {
            "3 months": translate("Progress", "&3 months"),
            "6 months": translate("Progress", "&6 months"),
            "1 year": translate("Progress", "&1 year"),
            "all": translate("Progress", "A&ll"),
        }
        for name, said in words.items():
            button = push_button(said, partial(self.range_asked.emit, name), "segment")
            button.setCheckable(True)
            self._group.addButton(button)
            self._row.addWidget(button)
            self.ranges[name] = button
        self.legend = Legend(theme)
        self._row.addWidget(self.legend, 1)
        self.export = push_button(translate("Progress", "&Export") + ARROW, lambda: None)
        self.export.setProperty("opens", "menu")
        menu = QMenu(self.export)
        for form, said in (
            ("png", translate("Progress", "&Picture (PNG)\u2026")),
            ("svg", translate("Progress", "&Drawing (SVG)\u2026")),
            ("csv", translate("Progress", "&Table of all points (CSV)\u2026")),
        ):
            menu.addAction(said, partial(self.export_asked.emit, form))
        self.export.setMenu(menu)
        self._row.addWidget(self.export)
        theme.changed.connect(self._restyle)
        self._restyle()

    def tick(self, name: str) -> None:
        """Show which range is seen; none of them once it was panned or zoomed away."""
        self._group.setExclusive(False)
        for each, button in self.ranges.items():
            button.setChecked(each == name)
        self._group.setExclusive(bool(name))

    def show_marks(self, marks: Iterable[Mark]) -> None:
        """Tell what the marks that are there mean."""
        self.legend.show_marks(marks)

    def _restyle(self) -> None:
        self._row.setSpacing(self._theme.px(6))
