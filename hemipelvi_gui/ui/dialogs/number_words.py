"""Numbers of an exercise as the dialogs about what comes next show them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from hemipelvi_gui.domain.wording import load_words, volume_words
from hemipelvi_gui.ui.plain import one_line
from hemipelvi_gui.ui.wording import DOT, shown

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hemipelvi_gui.domain.exercises import Exercise
    from hemipelvi_gui.domain.prescription import Prescription

translate = QCoreApplication.translate
ARROW = " \u2192 "


def numbers_words(prescription: Prescription | None) -> str:
    """Volume and load: "3 × 5 · 100 kg"; None is left out."""
    if prescription is None:
        return translate("Progress", "left out")
    words = [volume_words(prescription)]
    if prescription.load is not None:
        words.append(load_words(prescription.load))
    return DOT.join(shown(each) for each in words)


def change_words(before: Prescription, after: Prescription | None) -> str:
    """What becomes of the numbers, what stays said once: "3 × 5 · 100 kg → 102.5 kg"."""
    if after is None or after == before:
        return f"{numbers_words(before)}{ARROW}{numbers_words(after)}"
    volume = _change(shown(volume_words(before)), shown(volume_words(after)))
    counted = f"{after.sets} \u00d7 "
    if replace(before, sets=after.sets, load=after.load) == after != before:
        said = shown(volume_words(after))
        if before.sets != after.sets and said.startswith(counted):
            volume = f"{before.sets}{ARROW}{said}"
    load = _change(_load(before), _load(after))
    return DOT.join(filter(None, (volume, load)))


def _load(prescription: Prescription) -> str:
    load = prescription.load
    return "" if load is None else shown(load_words(load))


def _change(before: str, after: str) -> str:
    if before == after:
        return after
    none = translate("Progress", "no load")
    return f"{before or none}{ARROW}{after or none}"


def exercise_name(library: Mapping[str, Exercise], exercise_id: str) -> str:
    """The exercise's name on one line, or its id where it isn't known."""
    exercise = library.get(exercise_id)
    return one_line(exercise_id if exercise is None else exercise.name, 80)
