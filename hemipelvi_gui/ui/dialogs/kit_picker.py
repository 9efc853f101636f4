"""What a gym has: chips to tick in groups, found by typing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from hemipelvi_gui.domain.exercises import Equipment
from hemipelvi_gui.ui.dialogs.frame import push_button
from hemipelvi_gui.ui.plain import menu_text, one_line, plain_label
from hemipelvi_gui.ui.widgets.chips import FlowLayout
from hemipelvi_gui.ui.wording import equipment_word

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hemipelvi_gui.ui.theme import Theme

translate = QCoreApplication.translate
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
BACK, FORTH = (Qt.Key.Key_Left, Qt.Key.Key_Up), (Qt.Key.Key_Right, Qt.Key.Key_Down)


def groups() -> tuple[tuple[str, tuple[Equipment, ...]], ...]:
    """Everything there is, as it stands together in a gym."""
    kit = Equipment
    return (
        (
            translate("Gyms", "Bars and weights"),
            (
                kit.BARBELL, kit.RACK, kit.TRAP_BAR, kit.LANDMINE, kit.PLATE, kit.DUMBBELL,
                kit.KETTLEBELL, kit.MEDICINE_BALL, kit.WEIGHT_VEST,
            ),
        ),
        (
            translate("Gyms", "To stand, lie or hang on"),
            (kit.BENCH, kit.BOX, kit.STEP, kit.PULL_UP_BAR, kit.SUSPENSION, kit.SWISS_BALL),
        ),
        (
            translate("Gyms", "Small things"),
            (
                kit.BAND, kit.MINI_BAND, kit.SLIDER, kit.HURDLE, kit.ROPE, kit.FOAM_ROLLER,
                kit.MASSAGE_BALL,
            ),
        ),
        (
            translate("Gyms", "Machines"),
            (
                kit.CABLE, kit.MACHINE, kit.LEG_PRESS, kit.SMITH_MACHINE, kit.SLED, kit.BIKE,
                kit.ROWER, kit.TREADMILL,
            ),
        ),
    )  # fmt: skip


class KitPicker(QWidget):
    """Ticks equipment. `changed` carries all that is ticked, in the vocabulary's order.

    One stop of the Tab key: arrows go from chip to chip, Space and Enter tick. From the search
    field Enter ticks the first chip that is found.
    """

    changed = Signal(tuple)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.search = QLineEdit()
        self.search.setPlaceholderText(translate("Gyms", "Find equipment"))
        self.search.setAccessibleName(translate("Gyms", "Find equipment"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._find)
        self.search.installEventFilter(self)
        self.chips: dict[Equipment, QPushButton] = {}
        self.all = push_button(translate("Gyms", "All"), lambda: self._tick_all(Equipment), "link")
        self.none = push_button(translate("Gyms", "None"), lambda: self._tick_all(()), "link")
        self.all.setAccessibleName(translate("Gyms", "Tick all equipment"))
        self.none.setAccessibleName(translate("Gyms", "Tick no equipment"))
        self.nothing = plain_label(kind="muted")
        self.nothing.hide()
        self._groups: list[tuple[QWidget, list[QPushButton]]] = []
        self._lay_out()
        self._stop_at(next(iter(self.chips.values())))
        theme.changed.connect(self._restyle)
        self._restyle()

    @property
    def ticked(self) -> tuple[Equipment, ...]:
        """What is ticked, in the vocabulary's order."""
        return tuple(each for each in Equipment if self.chips[each].isChecked())

    def tick(self, equipment: Iterable[Equipment]) -> None:
        """Tick exactly these, without telling anyone."""
        there = frozenset(equipment)
        for each, chip in self.chips.items():
            chip.setChecked(each in there)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.search, 1)
        top.addWidget(self.all)
        top.addWidget(self.none)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(top)
        self._column.addWidget(self.nothing)
        for title, kit in groups():
            heading = plain_label(title, "muted")
            flow = FlowLayout(gap=6)
            chips = [self._chip(each) for each in kit]
            for chip in chips:
                flow.addWidget(chip)
            self._column.addWidget(heading)
            self._column.addLayout(flow)
            self._groups.append((heading, chips))

    def _chip(self, equipment: Equipment) -> QPushButton:
        chip = QPushButton(menu_text(equipment_word(equipment)))
        chip.setProperty("kind", "chip")
        chip.setCheckable(True)
        chip.setAutoDefault(False)
        chip.setAccessibleName(equipment_word(equipment))
        chip.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        chip.clicked.connect(lambda: self.changed.emit(self.ticked))
        chip.installEventFilter(self)
        self.chips[equipment] = chip
        return chip

    def _stop_at(self, wanted: QPushButton) -> None:
        for chip in self.chips.values():
            strong = chip is wanted
            policy = Qt.FocusPolicy.StrongFocus if strong else Qt.FocusPolicy.ClickFocus
            chip.setFocusPolicy(policy)

    def _tick_all(self, equipment: Iterable[Equipment]) -> None:
        self.tick(equipment)
        self.changed.emit(self.ticked)

    def _found(self) -> list[QPushButton]:
        return [chip for _, chips in self._groups for chip in chips if not chip.isHidden()]

    def _find(self, text: str) -> None:
        words = text.casefold().split()
        for heading, chips in self._groups:
            for chip in chips:
                name = chip.accessibleName().casefold()
                chip.setVisible(all(word in name for word in words))
            heading.setVisible(any(not chip.isHidden() for chip in chips))
        found = self._found()
        self.nothing.setVisible(not found)
        self.nothing.setText(
            translate("Gyms", "Nothing is called \u201c{text}\u201d. Try a shorter word.").format(
                text=one_line(text, 40)
            )
        )
        if found and not any(chip.focusPolicy() is Qt.FocusPolicy.StrongFocus for chip in found):
            self._stop_at(found[0])

    # -- keys --------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys of the chips and of the search field."""
        if isinstance(watched, QPushButton) and event.type() is QEvent.Type.FocusIn:
            self._stop_at(watched)
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        if watched is self.search:
            return self._search_key(event.key())
        if isinstance(watched, QPushButton):
            return self._chip_key(watched, event.key())
        return super().eventFilter(watched, event)

    def _search_key(self, key: int) -> bool:
        found = self._found()
        if key in ENTER:
            if found and self.search.text():
                found[0].click()
                self.search.selectAll()
            return True
        if key == Qt.Key.Key_Escape and self.search.text():
            self.search.clear()
            return True
        if key == Qt.Key.Key_Down and found:
            found[0].setFocus(Qt.FocusReason.TabFocusReason)
            return True
        return False

    def _chip_key(self, chip: QPushButton, key: int) -> bool:
        if key in ENTER:
            chip.click()
            return True
        found = self._found()
        if key == Qt.Key.Key_Home:
            to = 0
        elif key == Qt.Key.Key_End:
            to = len(found) - 1
        elif key in BACK or key in FORTH:
            to = found.index(chip) + (1 if key in FORTH else -1)
        else:
            return False
        if 0 <= to < len(found):
            found[to].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _restyle(self) -> None:
        self._column.setSpacing(self._theme.px(6))
