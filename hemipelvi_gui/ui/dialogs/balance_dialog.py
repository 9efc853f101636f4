"""The sum behind the gauge, item by item, and a second way to count."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from hemipelvi_gui.domain.second_reading import second_reading
from hemipelvi_gui.ui.dialogs import balance_words as words
from hemipelvi_gui.ui.dialogs.frame import ThemedDialog, push_button
from hemipelvi_gui.ui.dialogs.table import Table, table
from hemipelvi_gui.ui.plain import plain_label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLabel

    from hemipelvi_gui.ui.document import Document
    from hemipelvi_gui.ui.theme import Theme

translate = QCoreApplication.translate
FORMULAS = 3


class BalanceDialog(ThemedDialog):
    """Follows the document: each figure of the gauge with how it was made."""

    def __init__(self, theme: Theme, document: Document, parent: QWidget | None = None) -> None:
        title = translate("BalanceDialog", "How the balance is made")
        super().__init__(theme, title, (1080, 680), parent)
        self._document = document
        self.first, self._first_model = table(theme, words.first_columns(), title)
        name = translate("BalanceDialog", "Second reading")
        self.second, self._second_model = table(theme, words.second_columns(), name)
        self.formulas = [(plain_label(kind="heading"), _wrapped("muted")) for _ in range(FORMULAS)]
        self.empty = _wrapped("muted")
        self.empty.setText(
            translate(
                "BalanceDialog",
                "There is no leg work in this session yet, so there is no share to show. "
                "Add an exercise and watch this page.",
            )
        )
        self.coverage, self.agreement = _wrapped(), _wrapped("accent")
        self.pages = QStackedWidget()
        self.pages.addWidget(self._page(self.first, self._first_words()))
        self.pages.addWidget(self._page(self.second, self._second_words()))
        self._lay_out()
        self.restyle()
        document.changed.connect(self.refresh)
        self.refresh()
        self.first.selectRow(0)
        self.second.selectRow(0)
        self.first.setFocus()

    def refresh(self) -> None:
        """Show the document's sum."""
        reading = self._document.reading
        second = second_reading(reading.balance.lines)
        self._first_model.set_rows(words.first_rows(reading.balance))
        self._second_model.set_rows(words.second_rows(second))
        made = words.formulas(reading)
        self.empty.setVisible(not made)
        for place, (head, line) in enumerate(self.formulas):
            head.setVisible(bool(made))
            line.setVisible(bool(made))
            if made:
                head.setText(made[place][0])
                line.setText(made[place][1])
        self.coverage.setText(words.coverage(second))
        share = reading.balance.asymmetric_share
        self.agreement.setText(words.agreement(share, second, reading.settings))
        self.agreement.setVisible(bool(self.agreement.text()))

    def _lay_out(self) -> None:
        self.tabs = QButtonGroup(self)
        top = QHBoxLayout()
        titles = (
            translate("BalanceDialog", "&Hard sets"),
            translate("BalanceDialog", "Sets × reps × % of 1&RM"),
        )
        for place, title in enumerate(titles):
            tab = QToolButton()
            tab.setText(title)
            tab.setProperty("kind", "page")
            tab.setCheckable(True)
            tab.setChecked(place == 0)
            tab.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.tabs.addButton(tab, place)
            top.addWidget(tab)
        top.addStretch()
        self.tabs.idClicked.connect(self.pages.setCurrentIndex)
        self.model_note = _wrapped("muted")
        self.model_note.setText(
            translate(
                "BalanceDialog",
                "Coaching model. The targets are defaults you can edit in Settings; the weights "
                "are shown beside each exercise.",
            )
        )
        bottom = QHBoxLayout()
        bottom.addWidget(self.model_note, 1)
        bottom.addWidget(push_button(translate("BalanceDialog", "Close"), self.reject))
        whole = QVBoxLayout(self)
        whole.addLayout(top)
        whole.addWidget(self.agreement)
        whole.addWidget(self.pages, 1)
        whole.addLayout(bottom)

    def _first_words(self) -> list[QLabel]:
        return [self.empty, *(label for pair in self.formulas for label in pair)]

    def _second_words(self) -> list[QLabel]:
        how = _wrapped("muted")
        how.setText(
            translate(
                "BalanceDialog",
                "A second way to count the same work: sets × reps × % of 1RM × share of leg "
                "work, in the place of the dose. The per cent is the written one, or read from "
                "reps and RPE in a table (5 reps at RPE 8 are 81.1 %). Holds, jumps and carries "
                "have none and are left out.",
            )
        )
        return [self.coverage, how]

    def _page(self, shown: Table, labels: list[QLabel]) -> QWidget:
        inside = QWidget()
        box = QVBoxLayout(inside)
        box.setContentsMargins(0, 0, 0, 0)
        for label in labels:
            box.addWidget(label)
        box.addStretch()
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(inside)
        scroll.setAccessibleName(translate("BalanceDialog", "In words"))
        page = QSplitter(Qt.Orientation.Vertical)
        page.setChildrenCollapsible(False)
        page.setHandleWidth(self.theme.px(12))
        page.addWidget(shown)
        page.addWidget(scroll)
        page.setStretchFactor(0, 5)
        page.setStretchFactor(1, 2)
        return page


def _wrapped(kind: str = "") -> QLabel:
    label = plain_label(kind=kind)
    label.setWordWrap(True)
    return label
