"""What the session in large type says: which set, what comes then, what the big button does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from hemipelvi_gui.domain.workout import ONE_SIDED, going_on, labels
from hemipelvi_gui.domain.workout_edits import tick
from hemipelvi_gui.ui.log.clock import Phase
from hemipelvi_gui.ui.log.set_fields import side_words
from hemipelvi_gui.ui.plain import one_line
from hemipelvi_gui.ui.wording import DOT

if TYPE_CHECKING:
    from hemipelvi_gui.domain.workout import Coming
    from hemipelvi_gui.ui.log.bench import Bench
    from hemipelvi_gui.ui.log.stepper import Stepper

translate = QCoreApplication.translate


def counter_words(ahead: Coming, correcting: tuple[int, int] | None) -> str:
    """As in "set 2 of 3 · left"; of a set that is corrected its place and number say which."""
    if correcting is not None:
        return translate("Log", "correct set {number}").format(number=correcting[1] + 1)
    words = translate("Log", "set {number} of {count}")
    if ahead.set.warmup:
        words = translate("Log", "warm-up {number} of {count}")
    said = words.format(number=ahead.number, count=ahead.count)
    if ahead.set.sides in ONE_SIDED:
        return DOT.join((said, side_words(ahead.set.sides).lower()))
    return said


def after_words(bench: Bench) -> str:
    """What comes after this set, "" where that is the same exercise."""
    workout, ahead = bench.workout, bench.coming
    if workout is None or ahead is None:
        return ""
    place = going_on(tick(workout, ahead.place, ahead.set))
    if place == ahead.place:
        return ""
    if place is None:
        return translate("Log", "Then: all done")
    name = f"{labels(workout.tasks)[place]} {bench.name_of(workout.tasks[place])}".strip()
    return translate("Log", "Then: {name}").format(name=name)


def wrong_words(field: Stepper) -> str:
    """What can't be read in a field, and what could."""
    words = translate(
        "Log", "{field}: \u201c{text}\u201d can't be read. Like 8, 2x16kg, bw+10kg, 7.5."
    )
    return words.format(field=field.caption.text(), text=one_line(field.text, 24))


def button_words(phase: Phase, *, over: bool, correcting: bool, can_hold: bool) -> str:
    """What the big button does now."""
    if over:
        return translate("Log", "Finish\u2026")
    if correcting:
        return translate("Log", "Change the set")
    if phase is Phase.READY:
        return translate("Log", "Not yet")
    if phase is Phase.HOLD:
        return translate("Log", "Stop the hold")
    if can_hold:
        return translate("Log", "Start the hold")
    return translate("Log", "Set done")
