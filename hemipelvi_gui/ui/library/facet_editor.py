"""Facets to choose, each level in words, with the score as it comes about."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QVBoxLayout, QWidget

from hemipelvi_gui.domain.facets import Facets
from hemipelvi_gui.domain.own import PRESETS, oddity
from hemipelvi_gui.ui.library.facet_words import (
    FACETS,
    LEVELS,
    facet_name,
    level_hint,
    level_word,
    terms_of,
)
from hemipelvi_gui.ui.library.fields import CalmBox
from hemipelvi_gui.ui.library.score_bars import ScoreHead, TermBar
from hemipelvi_gui.ui.plain import plain_label
from hemipelvi_gui.ui.wording import shown

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLabel

    from hemipelvi_gui.ui.theme import Theme

translate = QCoreApplication.translate
USUAL = next(facets for facets in reversed(PRESETS.values()) if facets is not None)


class FacetEditor(QFrame):
    """Four choices and their sum. `changed(Facets | None)` comes with every choice."""

    changed = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._facets: Facets = USUAL
        self.head = ScoreHead(theme)
        self.upper = QCheckBox(translate("Own", "No leg work: upper body only"))
        self.boxes = {facet: _box(facet) for facet in FACETS}
        self._hints = {facet: plain_label(kind="muted") for facet in FACETS}
        self._bars = {facet: TermBar(theme, facet) for facet in FACETS}
        self._terms = {facet: plain_label() for facet in FACETS}
        self._rows = QWidget()
        self._rows.setProperty("kind", "clear")
        self._grid = QGridLayout(self._rows)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(0, 3)
        self._grid.setColumnStretch(1, 2)
        self._names: list[QLabel] = []
        for row, facet in enumerate(FACETS):
            name = plain_label(facet_name(facet))
            name.setBuddy(self.boxes[facet])
            self._names.append(name)
            self._hints[facet].setWordWrap(True)
            at = 3 * row
            self._grid.addWidget(name, at, 0, 1, 3)
            self._grid.addWidget(self.boxes[facet], at + 1, 0)
            self._grid.addWidget(self._bars[facet], at + 1, 1)
            self._grid.addWidget(self._terms[facet], at + 1, 2)
            self._grid.addWidget(self._hints[facet], at + 2, 0, 1, 3)
            self.boxes[facet].currentIndexChanged.connect(self._choose)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.odd = plain_label()
        self.odd.setWordWrap(True)
        for each in (self.head, self._rows, self.odd, self.upper):
            self._column.addWidget(each)
        self.upper.toggled.connect(self._tell)
        theme.changed.connect(self._restyle)
        self._restyle()
        self._show()

    @property
    def facets(self) -> Facets | None:
        """What is chosen."""
        return None if self.upper.isChecked() else self._facets

    def set_facets(self, facets: Facets | None) -> None:
        """Choose these, without telling anyone."""
        self._facets = facets or USUAL
        with QSignalBlocker(self.upper):
            self.upper.setChecked(facets is None)
        for facet, box in self.boxes.items():
            with QSignalBlocker(box):
                box.setCurrentIndex(LEVELS[facet].index(getattr(self._facets, facet)))
        self._show()

    def _choose(self) -> None:
        chosen: dict[str, Any] = {
            facet: LEVELS[facet][box.currentIndex()] for facet, box in self.boxes.items()
        }
        facets = Facets(**chosen)
        if facets != self._facets:
            self._facets = facets
            self._tell()

    def _tell(self) -> None:
        self._show()
        self.changed.emit(self.facets)

    def _show(self) -> None:
        self.head.show_facets(self.facets)
        self._rows.setEnabled(not self.upper.isChecked())
        odd = oddity(self.facets)
        self.odd.setText("" if odd is None else shown(odd))
        self.odd.setVisible(odd is not None)
        for facet, term in terms_of(self.facets).items():
            level = getattr(self._facets, facet)
            self._bars[facet].show_term(term)
            self._terms[facet].setText(f"{term:.3f}".removeprefix("0"))
            self._hints[facet].setText(level_hint(facet, level))
            self.boxes[facet].setAccessibleDescription(level_hint(facet, level))

    def _restyle(self) -> None:
        px = self._theme.px
        self._column.setSpacing(px(8))
        self._grid.setHorizontalSpacing(px(10))
        self._grid.setVerticalSpacing(px(3))
        for name in self._names:
            name.setContentsMargins(0, px(6), 0, 0)
        self.odd.setFont(self._theme.font(11.5))
        for facet in FACETS:
            self._hints[facet].setFont(self._theme.font(11.5))
            self._terms[facet].setFont(self._theme.font(12))
            self._bars[facet].updateGeometry()


def _box(facet: str) -> CalmBox:
    box = CalmBox()
    box.setAccessibleName(facet_name(facet))
    box.setSizeAdjustPolicy(CalmBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(8)
    box.setMaxVisibleItems(len(LEVELS["stance"]))
    for level in LEVELS[facet]:
        box.addItem(level_word(facet, level))
    return box
