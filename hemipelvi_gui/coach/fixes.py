"""How a finding is mended: each function proposes edits, the best one first.

`findings.fix_for` tries them out and takes the first that removes its finding and brings no new one
of level fix.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from hemipelvi_gui.coach.lunges import add_fix, lunge_item, lunges
from hemipelvi_gui.coach.making import new_item
from hemipelvi_gui.coach.reading import ROUNDING, Finding, Fix, Reading, reread
from hemipelvi_gui.coach.resets import best_resets, unreset
from hemipelvi_gui.coach.sets import one_set_less, reducible, worked_out
from hemipelvi_gui.coach.taken import taken_away
from hemipelvi_gui.domain import edits
from hemipelvi_gui.domain.facets import Laterality
from hemipelvi_gui.domain.prescription import Prescription, Sides
from hemipelvi_gui.domain.session import Block, Session, find_item, in_section, new_id
from hemipelvi_gui.domain.text import Text, translate

if TYPE_CHECKING:
    from collections.abc import Iterator


def no_fix(_reading: Reading, _finding: Finding) -> Iterator[Fix]:
    """For what only the runner can mend."""
    return iter(())


def insert_reset(reading: Reading, finding: Finding) -> Iterator[Fix]:
    """The best reset, right after the block of the big lift."""
    block, item = find_item(reading.session, finding.items[0])
    lift = reading.exercise(item)
    if lift is None:
        return
    place = in_section(reading.session, block.section).index(block) + 1
    for reset in best_resets(reading, lift):
        made = Block(new_id(), block.section, (new_item(reset, reading.available),))
        yield Fix(
            translate("Fix", "Add {name}", name=reset.name),
            partial(edits.insert, new=made, place=edits.Gap(block.section, place)),
        )


def add_gait_like(reading: Reading, _finding: Finding) -> Iterator[Fix]:
    """The best-fitting lunge that is gait-like."""
    for exercise in lunges(reading):
        if exercise.laterality is Laterality.GAIT_LIKE:
            yield add_fix(reading, lunge_item(reading, exercise), exercise)


def swap_for_gym(reading: Reading, finding: Finding) -> Iterator[Fix]:
    """Another form of the exercise where one can be done here, else the nearest of its family."""
    from hemipelvi_gui.coach.gym_change import become, other_ways

    _, item = find_item(reading.session, finding.items[0])
    exercise = reading.exercise(item)
    if exercise is None:
        return
    for other, changed in other_ways(reading, item, exercise):
        label = translate("Fix", "Swap for {name}", name=other.name)
        if other is exercise:
            label = _form_label(changed.variant)
        yield Fix(
            label,
            partial(edits.change_item, item_id=item.id, change=partial(become, new=changed)),
        )


def _form_label(variant: str) -> Text:
    if not variant:
        return translate("Fix", "Do the usual form")
    if variant == "bodyweight":
        return translate("Fix", "Do it with bodyweight only")
    return translate("Fix", "Do it with {variant}", variant=variant)


def level_sides(reading: Reading, finding: Finding) -> Iterator[Fix]:
    """One-sided items evened in sets or done on both sides: the levelest first, then the least."""

    def change(option: Session) -> tuple[float, float]:
        after = reread(reading, option)
        left, right = after.sides
        return round(abs(left - right), 6), abs(after.balance.hse - reading.balance.hse)

    for levelled in sorted(_levelled(reading.session, finding), key=change):
        yield worked_out(translate("Fix", "Level the sides"), reading, levelled)


def _levelled(session: Session, finding: Finding) -> Iterator[Session]:
    every = session
    for item_id in finding.items:
        _, item = find_item(session, item_id)
        for other in _evened(item.prescription):
            yield edits.prescribe(session, item_id, other)
        every = edits.prescribe(every, item_id, replace(item.prescription, sides=Sides.EACH))
    yield every


def _evened(p: Prescription) -> Iterator[Prescription]:
    yield replace(p, sides=Sides.EACH)
    for sets in range(max(1, p.sets - 3), p.sets + 4):
        if sets != p.sets:
            yield replace(p, sets=sets)


def trim(reading: Reading, _finding: Finding) -> Iterator[Fix]:
    """Sets off the smallest dose until it fits; what a rule asks for stays."""
    now = reading
    while not now.in_time:
        for each in sorted(reducible(now), key=lambda each: (each.dose, each.item.id)):
            shorter = reread(now, one_set_less(now.session, each.item))
            if not _harmed(now, shorter):
                break
        else:
            return
        now = shorter
    yield worked_out(
        translate("Fix", "Trim: {changes}", changes=taken_away(reading, now)), reading, now.session
    )


def _harmed(before: Reading, after: Reading) -> bool:
    """Whether leg work, its balance, a stride or a reset was lost on the way."""
    return (
        (before.balance.hse > 0 and not after.balance.hse)
        or _off_balance(before, after)
        or (before.has_gait_like and not after.has_gait_like)
        or len(unreset(after)) > len(unreset(before))
    )


def _off_balance(before: Reading, after: Reading) -> bool:
    """Whether the share left the band downwards or, already under it, fell further."""
    was, share = before.balance.asymmetric_share, after.balance.asymmetric_share
    if was is None or share is None:
        return False
    settings = before.settings
    limit = max(settings.floor, settings.band_low)
    return share < min(was, limit) - ROUNDING
