"""What one gym has, ticked in a list: for this session only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QWidget,
)

from hemipelvi_gui.domain.exercises import Equipment
from hemipelvi_gui.ui.gym_actions import Place
from hemipelvi_gui.ui.widgets.popup import Popup
from hemipelvi_gui.ui.wording import equipment_word

if TYPE_CHECKING:
    from hemipelvi_gui.domain.session import Session
    from hemipelvi_gui.ui.theme import Theme

translate = QCoreApplication.translate
LONGEST_NAME = 60


class GymPopup(Popup):
    """A name and a list to tick. `chosen` is what to keep."""

    def __init__(self, theme: Theme, session: Session, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.setAccessibleName(translate("Gym", "What the gym has"))
        self.name = QLineEdit(session.gym)
        self.name.setMaxLength(LONGEST_NAME)
        self.name.setPlaceholderText(translate("Gym", "Name of the gym"))
        self.name.setAccessibleName(translate("Gym", "Name of the gym"))
        self.list = QListWidget()
        self.list.setAccessibleName(translate("Gym", "Equipment"))
        self.list.setMinimumHeight(theme.px(280))
        self.list.setMinimumWidth(theme.px(240))
        have = session.equipment
        for equipment in sorted(Equipment, key=equipment_word):
            row = QListWidgetItem(equipment_word(equipment), self.list)
            row.setData(Qt.ItemDataRole.UserRole, equipment.value)
            there = have is None or equipment in have
            row.setCheckState(Qt.CheckState.Checked if there else Qt.CheckState.Unchecked)
        self.list.itemActivated.connect(self._toggle)
        everything = QPushButton(translate("Gym", "All"))
        nothing = QPushButton(translate("Gym", "None"))
        done = QPushButton(translate("Gym", "Done"))
        done.setProperty("kind", "primary")
        everything.clicked.connect(lambda: self._tick(Qt.CheckState.Checked))
        nothing.clicked.connect(lambda: self._tick(Qt.CheckState.Unchecked))
        done.clicked.connect(self.accept)
        row_of_buttons = QHBoxLayout()
        row_of_buttons.addWidget(everything)
        row_of_buttons.addWidget(nothing)
        row_of_buttons.addStretch(1)
        row_of_buttons.addWidget(done)
        self.column.addWidget(self.name)
        self.column.addWidget(self.list)
        self.column.addLayout(row_of_buttons)

    @property
    def chosen(self) -> Place:
        """The name and what is ticked; everything ticked is "everything"."""
        rows = [self.list.item(at) for at in range(self.list.count())]
        ticked = {
            Equipment(row.data(Qt.ItemDataRole.UserRole))
            for row in rows
            if row.checkState() is Qt.CheckState.Checked
        }
        there = tuple(equipment for equipment in Equipment if equipment in ticked)
        return Place(self.name.text().strip(), None if len(there) == len(Equipment) else there)

    def _tick(self, state: Qt.CheckState) -> None:
        for at in range(self.list.count()):
            self.list.item(at).setCheckState(state)

    def _toggle(self, row: QListWidgetItem) -> None:
        ticked = row.checkState() is Qt.CheckState.Checked
        row.setCheckState(Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked)
