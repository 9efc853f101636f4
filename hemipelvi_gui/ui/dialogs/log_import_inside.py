"""What is in one file of a log: the exercises with most sets, and how far its runs go."""

from __future__ import annotations

from collections import Counter
from math import fsum
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from hemipelvi_gui.domain.log_files import Question
from hemipelvi_gui.ui.dialogs.log_import_words import number
from hemipelvi_gui.ui.plain import one_line, unbroken

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hemipelvi_gui.domain.log_files import ReadLog

translate = QCoreApplication.translate
MOST_NAMED = 5
KM = 1000


def inside(log: ReadLog) -> str:
    """In a line each, as the file has it; "" where there is neither set nor known distance."""
    return unbroken("\n".join((*_lifts(log), *_runs(log))))


def _lifts(log: ReadLog) -> Iterator[str]:
    counts = Counter(each.exercise for each in log.sets)
    if not counts:
        return
    most = counts.most_common(MOST_NAMED)
    named = ", ".join(f"{one_line(name, 60)}\u00a0{number(count)}" for name, count in most)
    if len(counts) > len(most):
        more = translate("LogImport", "{named} and {count} more exercises")
        if len(counts) == len(most) + 1:
            more = translate("LogImport", "{named} and 1 more exercise")
        named = more.format(named=named, count=number(len(counts) - len(most)))
    yield translate("LogImport", "Sets: {named}").format(named=named)


def _runs(log: ReadLog) -> Iterator[str]:
    # Before the unit is known, a sum in km would be a guess.
    if Question.DISTANCE in log.questions:
        return
    metres = [each.metres for each in log.runs if each.metres]
    if metres:
        said = translate("LogImport", "Runs: {sum} km in all, the longest {longest} km")
        yield said.format(sum=number(round(fsum(metres) / KM)), longest=f"{max(metres) / KM:.1f}")
