"""What stands on the time axis of every chart: phases, illness, other devices, swaps."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from hemipelvi_gui.coach.swap_plan import swaps_of
from hemipelvi_gui.domain.plan import phase_of, weeks_of
from hemipelvi_gui.sheets.plan_words import phase_words
from hemipelvi_gui.ui.plain import one_line
from hemipelvi_gui.ui.progress.points import Mark, MarkKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hemipelvi_gui.coach.swap_plan import Swap
    from hemipelvi_gui.domain.balance import Library
    from hemipelvi_gui.domain.plan import Plan

translate = QCoreApplication.translate
# A device that measured so many runs in a row has taken over; one run with another is an accident.
IN_A_ROW = 3
# Days between two check-ins of one illness.
SAME_ILLNESS = 2


def marks_of(
    plans: Sequence[Plan], ill: Sequence[int], devices: Sequence[tuple[int, str]], library: Library
) -> tuple[Mark, ...]:
    """All marks, by their first day."""
    found = [
        *(mark for plan in plans for mark in _phases(plan)),
        *_illnesses(ill),
        *_devices(devices),
        *(_swap(each, library) for plan in plans for each in swaps_of(plan)),
    ]
    return tuple(sorted(found, key=lambda each: (each.first, each.kind.value, each.words)))


def _phases(plan: Plan) -> Iterator[Mark]:
    weeks = ((phase_of(plan, week.number), week) for week in weeks_of(plan))
    for phase, group in groupby(weeks, key=lambda each: each[0]):
        there = [week for _phase, week in group]
        if phase is None:
            continue
        words = f"{phase_words(phase)} \u00b7 {one_line(plan.name, 60)}"
        first, last = there[0].first.toordinal(), there[-1].last.toordinal()
        yield Mark(MarkKind.PHASE, first, last, words, phase)


def _illnesses(days: Sequence[int]) -> Iterator[Mark]:
    begun = last = None
    for day in (*days, None):
        if begun is not None and last is not None and (day is None or day > last + SAME_ILLNESS):
            yield Mark(MarkKind.ILLNESS, begun, last, translate("Progress", "ill"))
            begun = None
        begun = day if begun is None else begun
        last = day


def _devices(devices: Sequence[tuple[int, str]]) -> Iterator[Mark]:
    worn = ""
    for place, (day, name) in enumerate(devices):
        ahead = Counter(each for _day, each in devices[place : place + IN_A_ROW])
        if not worn:
            worn = name
        elif name != worn and ahead[name] == IN_A_ROW:
            worn = name
            said = translate("Progress", "heart rate by {device} from here on")
            yield Mark(MarkKind.DEVICE, day, day, said.format(device=one_line(name, 60)))


def _swap(swap: Swap, library: Library) -> Mark:
    names = (library.get(each) for each in (swap.lift, swap.instead))
    lift, instead = (
        one_line(key if found is None else found.name, 60)
        for key, found in zip((swap.lift, swap.instead), names, strict=True)
    )
    said = translate("Progress", "swap: {lift} \u2192 {instead}")
    words = said.format(lift=lift, instead=instead)
    return Mark(MarkKind.SWAP, swap.first.toordinal(), swap.last.toordinal(), words)
