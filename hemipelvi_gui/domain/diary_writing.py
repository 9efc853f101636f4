"""What was done as one typed line, which `diary_edits` reads again: `2x5 80kg @8 then 1x4`."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from hemipelvi_gui.domain.grammar import write
from hemipelvi_gui.domain.prescription import Prescription

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from hemipelvi_gui.domain.diary import DoneItem, DoneSession, DoneSet

THEN = " then "


def done_line(sets: Sequence[DoneSet]) -> str:
    """Like sets in a row as one part, parts joined by "then"; "" for no sets.

    Warm-up sets are written with the working sets that follow, and left out where none do.
    """
    parts: list[str] = []
    warmups = 0
    for one, same in groupby(sets):
        count = len(list(same))
        if one.warmup:
            warmups += count
            continue
        part = Prescription(
            count,
            one.amount,
            one.amount,
            one.measure,
            one.sides,
            one.load,
            one.rpe,
            warmup_sets=warmups,
        )
        parts.append(write(part))
        warmups = 0
    return THEN.join(parts)


def rewritten(
    before: DoneSession, entry: DoneSession, order: Sequence[str], typed: Container[str]
) -> DoneSession:
    """An entry of the diary as it was written again: under its old id, with what it had beside.

    `order` are ids of the session's items, `typed` those whose line is another than `done_line`
    wrote; the others stay as they were, as a line can say less than what is kept.
    """
    old = {each.item: each for each in before.items if each.item}
    new = {each.item: each for each in entry.items}
    items: list[DoneItem] = []
    for item_id in order:
        if item_id not in typed:
            items += [old[item_id]] if item_id in old else []
        elif item_id in new:
            notes = old[item_id].notes if item_id in old else ""
            extra = old[item_id].extra if item_id in old else {}
            items.append(replace(new[item_id], notes=notes, extra=extra))
    beside = [each for each in before.items if each.item not in order]
    return replace(
        entry,
        id=before.id,
        items=(*items, *beside),
        version=before.version,
        parent=before.parent,
        extra=before.extra,
    )
