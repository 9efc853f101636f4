"""How an exercise goes on, in as few words as there is room for on a card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from hemipelvi_gui.domain.prescription import LoadKind
from hemipelvi_gui.domain.progression import Progress, Progression
from hemipelvi_gui.domain.units import plain

if TYPE_CHECKING:
    from hemipelvi_gui.domain.prescription import Load
    from hemipelvi_gui.domain.session import Item

translate = QCoreApplication.translate


def progression_mark(item: Item) -> str:
    """As in "\u2197 +2.5 kg"; "" for numbers that stay."""
    progression = item.progression
    return "" if progression is None else f"\u2197 {_short(progression, item.prescription.load)}"


def _short(progression: Progression, load: Load | None) -> str:
    p = progression
    if p.kind is Progress.HOLD_RPE:
        return translate("Canvas", "hold RPE")
    if p.kind is Progress.ADD_SET:
        return translate("Canvas", "+1 set, to {most}").format(most=p.most_sets)
    if p.kind is Progress.PERCENT:
        if not p.percents:
            return translate("Canvas", "% of 1RM")
        ends = dict.fromkeys((plain(p.percents[0]), plain(p.percents[-1])))
        return translate("Canvas", "{percents} % of 1RM").format(percents="\u2013".join(ends))
    step = f"+{plain(p.step)} {_unit(p, load)}"
    if p.kind is Progress.DOUBLE:
        return translate("Canvas", "reps, then {step}").format(step=step)
    return step


def _unit(progression: Progression, load: Load | None) -> str:
    if progression.relative or (load is not None and load.kind is LoadKind.PERCENT):
        return "%"
    return "kg" if load is None else str(load.unit)
