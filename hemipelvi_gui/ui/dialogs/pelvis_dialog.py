"""The pelvis from above, large: an exercise, running, or the whole session, played."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from hemipelvi_gui.domain.session import items
from hemipelvi_gui.ui.dialogs.frame import ThemedDialog, push_button
from hemipelvi_gui.ui.plain import plain_label
from hemipelvi_gui.ui.widgets.labels import ElidedLabel
from hemipelvi_gui.ui.widgets.pelvis_player import PelvisPlayer

if TYPE_CHECKING:
    from hemipelvi_gui.domain.exercises import Exercise
    from hemipelvi_gui.domain.prescription import Prescription
    from hemipelvi_gui.ui.document import Document
    from hemipelvi_gui.ui.theme import Theme

translate = QCoreApplication.translate
EXERCISE, RUNNING, SESSION = range(3)


class PelvisDialog(ThemedDialog):
    """Stays beside the window and follows the session."""

    def __init__(
        self,
        theme: Theme,
        document: Document,
        exercise: Exercise | None = None,
        prescription: Prescription | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, translate("PelvisDialog", "Pelvis from above"), (640, 660), parent)
        self._document = document
        self._exercise, self._prescription = exercise, prescription
        self.player = PelvisPlayer(theme)
        self.name = ElidedLabel("" if exercise is None else exercise.name, "heading")
        self.name.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.choices = QButtonGroup(self)
        self.nothing = plain_label(
            translate("PelvisDialog", "Add an exercise to the session to see it played."), "muted"
        )
        self._lay_out()
        self.restyle()
        self.choices.idToggled.connect(self._chosen)
        document.changed.connect(self._follow)
        self.choices.button(RUNNING if exercise is None else EXERCISE).setChecked(True)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        words = (
            translate("PelvisDialog", "&Exercise"),
            translate("PelvisDialog", "&Running"),
            translate("PelvisDialog", "&Session"),
        )
        for number, word in enumerate(words):
            button = QPushButton(word)
            button.setProperty("kind", "segment")
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setEnabled(number != EXERCISE or self._exercise is not None)
            self.choices.addButton(button, number)
            row.addWidget(button, 1)
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(push_button(translate("PelvisDialog", "&Close"), self.close))
        box = QVBoxLayout(self)
        box.addLayout(row)
        box.addWidget(self.name)
        box.addWidget(self.nothing)
        box.addWidget(self.player, 1)
        box.addLayout(buttons)

    def _chosen(self, choice: int, checked: bool) -> None:
        if not checked:
            return
        empty = choice == SESSION and not any(items(self._document.session))
        self.nothing.setVisible(empty)
        # Running and the session name themselves.
        self.name.setVisible(choice == EXERCISE)
        self.player.setVisible(not empty)
        if choice == EXERCISE and self._exercise is not None:
            self.player.show_exercise(self._exercise, self._prescription)
        elif choice == SESSION and not empty:
            self.player.show_session(self._document.session, self._document.library)
        else:
            self.player.show_running()

    def _follow(self) -> None:
        if self.choices.checkedId() == SESSION:
            self._chosen(SESSION, True)
