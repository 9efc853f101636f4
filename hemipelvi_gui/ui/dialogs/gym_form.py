"""One gym: its name, what it has, its bar and plates."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from hemipelvi_gui.domain.gyms import Gym
from hemipelvi_gui.ui.dialogs.kit_picker import KitPicker
from hemipelvi_gui.ui.dialogs.plates_form import PlatesForm
from hemipelvi_gui.ui.plain import one_line, plain_label

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from hemipelvi_gui.domain.exercises import Equipment
    from hemipelvi_gui.ui.theme import Theme

translate = QCoreApplication.translate
LONGEST_NAME = 60


class GymForm(QWidget):
    """Edits one gym. `changed` carries it whole after each act; `taken` are the others' names."""

    changed = Signal(object)

    def __init__(self, theme: Theme, taken: Callable[[str], Collection[str]]) -> None:
        super().__init__()
        self._theme, self._taken = theme, taken
        self._gym = Gym("", "")
        self.name = QLineEdit()
        self.name.setMaxLength(LONGEST_NAME)
        self.name.setAccessibleName(translate("Gyms", "Name of the gym"))
        self.wrong = plain_label(kind="error")
        self.wrong.setWordWrap(True)
        self.kit = KitPicker(theme)
        self.plates = PlatesForm(theme)
        self._lay_out()
        self.name.editingFinished.connect(self._keep_name)
        self.name.textEdited.connect(lambda _text: self._say(""))
        self.kit.changed.connect(self._keep_kit)
        self.plates.changed.connect(self.changed)
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_gym(self, gym: Gym) -> None:
        """Show a gym. What is being typed for the one that is shown stays."""
        other = gym.id != self._gym.id
        if other or (gym.name != self._gym.name or not self.name.isModified()):
            # One line of it: a name from a file may be longer and have any letters.
            self.name.setText(one_line(gym.name, LONGEST_NAME))
            self.name.setModified(False)
            self._say("")
        if other:
            self.kit.search.clear()
        self._gym = gym
        self.kit.tick(gym.equipment)
        self.plates.show_gym(gym)

    def _keep_kit(self, ticked: tuple[Equipment, ...]) -> None:
        self.changed.emit(replace(self._gym, equipment=ticked))

    def _keep_name(self) -> None:
        """Take the name, or say kindly why not; what was typed stays to be mended."""
        name = self.name.text().strip()
        if not self.name.isModified():
            return
        if not name:
            self._say(translate("Gyms", "A gym needs a name: sessions find it by that."))
        elif name.casefold() in {each.strip().casefold() for each in self._taken(self._gym.id)}:
            words = translate(
                "Gyms",
                "You have a gym called \u201c{name}\u201d already. Another name tells them apart.",
            )
            self._say(words.format(name=one_line(name, LONGEST_NAME)))
        else:
            self.name.setModified(False)
            self.changed.emit(replace(self._gym, name=name))

    def _say(self, wrong: str) -> None:
        self.wrong.setText(wrong)
        self.wrong.setVisible(bool(wrong))
        if bool(self.name.property("wrong")) != bool(wrong):
            self.name.setProperty("wrong", bool(wrong))
            self.name.style().unpolish(self.name)
            self.name.style().polish(self.name)

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._headings = []
        for words, parts in (
            (translate("Gyms", "Name"), (self.name, self.wrong)),
            (translate("Gyms", "What is there"), (self.kit,)),
            (translate("Gyms", "Bar and plates"), (self.plates,)),
        ):
            heading = plain_label(words, "heading")
            self._headings.append(heading)
            self._column.addWidget(heading)
            for part in parts:
                self._column.addWidget(part)
        self._headings[0].setBuddy(self.name)
        self._column.addStretch(1)

    def _restyle(self) -> None:
        px = self._theme.px
        self._column.setSpacing(px(6))
        self._column.setContentsMargins(px(2), 0, 0, 0)
        for heading in self._headings[1:]:
            heading.setContentsMargins(0, px(12), 0, 0)
