"""What is known of an exercise, a row for each kind of thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel

from hemipelvi_gui.coach.making import default_prescription
from hemipelvi_gui.coach.reasons import from_data
from hemipelvi_gui.domain.own import INFERRED, INSTRUCTIONS, is_imported, is_reviewed
from hemipelvi_gui.domain.wording import prescription_words
from hemipelvi_gui.ui.plain import one_line, plain_label
from hemipelvi_gui.ui.wording import (
    DOT,
    equipment_word,
    muscle_word,
    pattern_word,
    shown,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hemipelvi_gui.domain.exercises import Equipment, Exercise, Muscle
    from hemipelvi_gui.ui.theme import Theme

translate = QCoreApplication.translate
LONGEST, MOST_STEPS = 1000, 20


def facts(exercise: Exercise) -> Iterator[tuple[str, str]]:
    """Name and words of each fact that there is."""
    words = prescription_words(default_prescription(exercise))
    yield translate("Library", "Usual dose"), DOT.join(shown(each) for each in words)
    yield translate("Library", "Trains"), _muscles(exercise.muscles)
    if exercise.locks:
        yield translate("Library", "Locks"), _muscles(exercise.locks)
    if exercise.resets:
        yield translate("Library", "Resets"), _muscles(exercise.resets)
    yield translate("Library", "Needs"), _things(exercise.equipment)
    if exercise.variants:
        names = (f"{each.name} ({_things(each.equipment).lower()})" for each in exercise.variants)
        simple = (
            each.name if tuple(thing.value for thing in each.equipment) == (each.name,) else name
            for each, name in zip(exercise.variants, names, strict=True)
        )
        yield translate("Library", "Also with"), "; ".join(simple)
    yield translate("Library", "Pattern"), pattern_word(exercise.pattern)
    if exercise.aliases:
        yield translate("Library", "Also called"), ", ".join(exercise.aliases)
    steps = instructions(exercise)
    if steps:
        yield translate("Library", "How it is done"), "\n".join(steps)
    reason = reason_words(exercise)
    if is_imported(exercise) and is_reviewed(exercise):
        yield translate("Library", "How it was read"), translate("Library", "Decided by you.")
    elif reason:
        yield translate("Library", "How it was read"), reason


def reason_words(exercise: Exercise) -> str:
    """Why its facets were guessed as they were; "" where they are no guess."""
    guess = exercise.extra.get(INFERRED)
    return shown(from_data(guess.get("reason"))) if isinstance(guess, dict) else ""


def instructions(exercise: Exercise) -> list[str]:
    """The steps that an imported list gives, in full."""
    steps = exercise.extra.get(INSTRUCTIONS)
    known = [each for each in steps if isinstance(each, str)] if isinstance(steps, list) else []
    return [one_line(each, LONGEST) for each in known[:MOST_STEPS] if each.strip()]


def _muscles(muscles: Iterable[Muscle]) -> str:
    return ", ".join(muscle_word(each) for each in muscles) or translate("Library", "not known")


def _things(equipment: Iterable[Equipment]) -> str:
    return ", ".join(equipment_word(each) for each in equipment) or equipment_word(None)


class Facts(QFrame):
    """The facts as two columns, name and words."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(1, 1)
        self._rows: list[tuple[QLabel, QLabel]] = []
        theme.changed.connect(self._restyle)
        self._restyle()

    @property
    def words(self) -> dict[str, str]:
        """What is shown."""
        return {name.text(): text.text() for name, text in self._rows if not text.isHidden()}

    def show_exercise(self, exercise: Exercise) -> None:
        """Show another exercise's; labels are kept, as making them takes longest."""
        told = list(facts(exercise))
        while len(self._rows) < len(told):
            self._add_row()
        for at, (name, text) in enumerate(self._rows):
            there = at < len(told)
            name.setVisible(there)
            text.setVisible(there)
            if there:
                name.setText(told[at][0])
                lines = told[at][1].split("\n")[:MOST_STEPS]
                text.setText("\n".join(one_line(each, LONGEST) for each in lines))

    def _add_row(self) -> None:
        name, text = plain_label(kind="muted"), plain_label()
        name.setAlignment(Qt.AlignmentFlag.AlignTop)
        text.setAlignment(Qt.AlignmentFlag.AlignTop)
        text.setWordWrap(True)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._grid.addWidget(name, len(self._rows), 0)
        self._grid.addWidget(text, len(self._rows), 1)
        self._rows.append((name, text))

    def _restyle(self) -> None:
        self._grid.setHorizontalSpacing(self._theme.px(16))
        self._grid.setVerticalSpacing(self._theme.px(6))
