"""The filter chips above the library."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from hemipelvi_gui.domain.exercises import Equipment, Exercise, Pattern
from hemipelvi_gui.domain.facets import Laterality
from hemipelvi_gui.domain.filters import EVERYTHING, Filters
from hemipelvi_gui.domain.search import PATTERN_ORDER
from hemipelvi_gui.domain.session import SECTIONS, Section
from hemipelvi_gui.ui.plain import menu_text
from hemipelvi_gui.ui.widgets.chips import FlowLayout, MenuChip, OnChip
from hemipelvi_gui.ui.wording import class_word, equipment_word, pattern_word, section_word

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtGui import QResizeEvent

    from hemipelvi_gui.ui.theme import Theme

translate = QCoreApplication.translate

Available = frozenset[Equipment] | None
HIGHEST = 132  # px at normal text size: five rows of chips


@dataclass(frozen=True)
class Value:
    """One value to filter by: the field of `Filters` it belongs to, and its word."""

    kind: str
    value: Equipment | Pattern | Laterality | Section | None
    word: str


def values_of(kind: str, exercises: Sequence[Exercise]) -> list[Value]:
    """The values of one kind that these exercises have, in the order of the menu."""
    if kind == "patterns":
        return [Value(kind, each, pattern_word(each)) for each in PATTERN_ORDER]
    if kind == "classes":
        return [Value(kind, each, class_word(each)) for each in Laterality]
    if kind == "sections":
        return [Value(kind, each, section_word(each)) for each in SECTIONS]
    used = {thing for each in exercises for thing in each.equipment}
    used |= {thing for each in exercises for way in each.variants for thing in way.equipment}
    things = sorted((Value(kind, thing, equipment_word(thing)) for thing in used), key=_by_word)
    return [Value(kind, None, equipment_word(None)), *things]


def _by_word(value: Value) -> str:
    return value.word.casefold()


class LibraryFilters(QWidget):
    """Four menus of values, a chip for each value that is on, and "Possible here" in a known gym.

    Where the library is kept in order (`manages`) there are chips for one's own, for imported and
    for hidden exercises too, as soon as there are any. `changed` tells that `filters` are others.
    """

    changed = Signal()

    def __init__(
        self, theme: Theme, parent: QWidget | None = None, *, manages: bool = False
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._manages = manages
        self._chosen = EVERYTHING
        self._available: Available = None
        self._hidden: frozenset[str] = frozenset()
        self._values: dict[str, list[Value]] = {}
        self._on: list[OnChip] = []
        self._flow = FlowLayout(self)
        self.menus = {
            "equipment": MenuChip(theme, translate("Library", "Equipment"), self),
            "patterns": MenuChip(theme, translate("Library", "Pattern"), self),
            "classes": MenuChip(theme, translate("Library", "Class"), self),
            "sections": MenuChip(theme, translate("Library", "Section"), self),
        }
        for kind, chip in self.menus.items():
            self._flow.addWidget(chip)
            chip.ticked.connect(lambda value, on, kind=kind: self._tick(kind, value, on))
        self.possible_chip = QPushButton(menu_text(translate("Library", "Possible here")), self)
        self.possible_chip.setProperty("kind", "chip")
        self.possible_chip.setCheckable(True)
        self.possible_chip.setAccessibleName(translate("Library", "Show only what this gym allows"))
        self.possible_chip.toggled.connect(self.changed)
        self.possible_chip.hide()
        self.own_chip = self._kind_chip(
            translate("Library", "My own"), translate("Library", "Show only my own exercises")
        )
        self.imported_chip = self._kind_chip(
            translate("Library", "Imported"), translate("Library", "Show only imported exercises")
        )
        self.hidden_chip = self._kind_chip(
            translate("Library", "Hidden"), translate("Library", "Show hidden exercises")
        )
        # Which exercises, by id, each of these chips lists. Together they add to each other.
        self._kinds: dict[QPushButton, frozenset[str]] = dict.fromkeys(
            (self.own_chip, self.imported_chip, self.hidden_chip), frozenset()
        )
        self.clear_button = QPushButton(menu_text(translate("Library", "Clear")), self)
        self.clear_button.setProperty("kind", "link")
        self.clear_button.setAccessibleName(translate("Library", "Clear the filters"))
        self.clear_button.clicked.connect(self.clear_chosen)
        self.clear_button.hide()
        for each in (self.possible_chip, *self._kinds, self.clear_button):
            self._flow.addWidget(each)
        theme.changed.connect(self._follow_theme)
        self._follow_theme()

    @property
    def filters(self) -> Filters:
        """What is on now."""
        only_here = self._available is not None and self.possible_chip.isChecked()
        on = [ids for chip, ids in self._kinds.items() if chip.isChecked()]
        return replace(
            self._chosen,
            available=self._available if only_here else None,
            without=frozenset() if self.hidden_chip.isChecked() else self._hidden,
            only=frozenset().union(*on) if on else None,
        )

    @property
    def on_chips(self) -> tuple[OnChip, ...]:
        """The chips of the values that are on."""
        return tuple(self._on)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """All rows are to be seen: what is beneath gives way."""
        super().resizeEvent(event)
        self._hold_rows()

    def _hold_rows(self) -> None:
        wanted = self._flow.heightForWidth(self.width())
        self.setMinimumHeight(min(wanted, self._theme.px(HIGHEST)))

    def set_exercises(self, exercises: Iterable[Exercise]) -> None:
        """Offer the values these exercises have."""
        exercises = list(exercises)
        for kind, chip in self.menus.items():
            self._values[kind] = values_of(kind, exercises)
            chip.set_values([(each.value, each.word) for each in self._values[kind]])
        self._show()

    def set_gym(self, available: Available) -> None:
        """What the session's gym has; a gym that is known hides what can't be done there.

        Where the library is kept in order nothing is hidden unless somebody asks.
        """
        self._available = available
        on = self.possible_chip.isChecked() if self._manages else True
        with QSignalBlocker(self.possible_chip):
            self.possible_chip.setChecked(on and available is not None)
        self.possible_chip.setVisible(available is not None)

    def set_kinds(
        self,
        own: frozenset[str],
        hidden: frozenset[str],
        imported: frozenset[str] = frozenset(),
    ) -> None:
        """Which exercises, by id, are the runner's own, and which are not offered any more.

        `imported` are those of the runner's own that came with a list.
        """
        self._hidden = hidden
        chips = (self.own_chip, self.imported_chip, self.hidden_chip)
        self._kinds = dict(zip(chips, (own - imported, imported, hidden), strict=True))
        for chip, ids in self._kinds.items():
            if not ids:
                with QSignalBlocker(chip):
                    chip.setChecked(False)
            chip.setVisible(self._manages and bool(ids))

    def choose(self, filters: Filters) -> None:
        """Put these values on; what the gym has stays."""
        if filters != self._chosen:
            self._chosen = filters
            self._show()
            self.changed.emit()

    def clear_chosen(self) -> None:
        """Take all values off, and leave "Possible here" as it is."""
        self.choose(EVERYTHING)
        self.menus["equipment"].setFocus()

    def clear_all(self) -> None:
        """Show everything, also what is not possible here."""
        for chip in (self.possible_chip, *self._kinds):
            with QSignalBlocker(chip):
                chip.setChecked(False)
        self._chosen = EVERYTHING
        self._show()
        self.changed.emit()

    def reveal(self, exercise: Exercise) -> None:
        """Take off only what hides this exercise."""
        before = self.filters
        kinds = {kind: getattr(self._chosen, kind) for kind in self.menus}
        hiding = [
            kind
            for kind, values in kinds.items()
            if not replace(EVERYTHING, **{kind: values}).keep(exercise)
        ]
        chosen = replace(self._chosen, **dict.fromkeys(hiding, frozenset()))
        possible = self.possible_chip.isChecked() and exercise.possible_with(self._available)
        for chip, on in {self.possible_chip: possible, **self._kinds_with(exercise.id)}.items():
            with QSignalBlocker(chip):
                chip.setChecked(on)
        self._chosen = chosen
        if self.filters != before:
            self._show()
            self.changed.emit()

    def _kinds_with(self, exercise_id: str) -> dict[QPushButton, bool]:
        """Which chips of kinds stay on so that this exercise is shown; hidden ones need theirs."""
        on = {chip: chip.isChecked() for chip in self._kinds}
        hidden = exercise_id in self._hidden
        listed = hidden or any(on[chip] and exercise_id in ids for chip, ids in self._kinds.items())
        kept = {chip: listed and was for chip, was in on.items()}
        return {**kept, self.hidden_chip: hidden or kept[self.hidden_chip]}

    def _kind_chip(self, words: str, name: str) -> QPushButton:
        chip = QPushButton(menu_text(words), self)
        chip.setProperty("kind", "chip")
        chip.setCheckable(True)
        chip.setAccessibleName(name)
        chip.toggled.connect(self.changed)
        chip.hide()
        return chip

    def _tick(self, kind: str, value: object, on: bool) -> None:
        values = getattr(self._chosen, kind)
        self.choose(replace(self._chosen, **{kind: values | {value} if on else values - {value}}))

    def _take_off(self, value: Value) -> None:
        place = next((n for n, chip in enumerate(self._on) if chip.hasFocus()), None)
        self._tick(value.kind, value.value, False)
        if place is not None:
            # The keyboard stays where it was: on the next chip, or on the menu the last came from.
            left = self._on[min(place, len(self._on) - 1)] if self._on else self.menus[value.kind]
            left.setFocus()

    def _show(self) -> None:
        for chip in self._on:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        on = [
            each
            for kind, values in self._values.items()
            for each in values
            if each.value in getattr(self._chosen, kind)
        ]
        self._on = [OnChip(each.word, partial(self._take_off, each), self) for each in on]
        before = self._flow.indexOf(self.clear_button)
        for place, chip in enumerate(self._on):
            self._flow.insert(before + place, chip)
            chip.show()
        for kind, menu in self.menus.items():
            menu.show_ticks(getattr(self._chosen, kind))
        self.clear_button.setVisible(bool(on))
        self._keep_tab_order()
        self._hold_rows()
        self.updateGeometry()

    def _keep_tab_order(self) -> None:
        row = [*self.menus.values(), self.possible_chip, *self._kinds, *self._on, self.clear_button]
        for first, second in pairwise(row):
            QWidget.setTabOrder(first, second)

    def _follow_theme(self) -> None:
        self._flow.setSpacing(self._theme.px(4))
        self._flow.invalidate()
        self._hold_rows()
