"""Where a card may go: from a point on the canvas, from a key, or by what an exercise is for."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from hemipelvi_gui.domain import edits
from hemipelvi_gui.domain.edits import Edit, Gap, Place, Within
from hemipelvi_gui.domain.exercises import Exercise, Pattern, Purpose
from hemipelvi_gui.domain.session import (
    SECTIONS,
    Block,
    BlockKind,
    Item,
    Section,
    Session,
    find_item,
    in_section,
    items,
    new_id,
)
from hemipelvi_gui.ui.models.session_rows import Card, Heading, Row

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence

THIRD = 1 / 3
HALF = 1 / 2

SECTION_OF_PATTERN = {
    Pattern.SQUAT: Section.STRENGTH,
    Pattern.HINGE: Section.STRENGTH,
    Pattern.LUNGE: Section.STRENGTH,
    Pattern.STEP: Section.STRENGTH,
    Pattern.SINGLE_LEG: Section.STRENGTH,
    Pattern.PLYOMETRIC: Section.POWER,
    Pattern.DRILL: Section.POWER,
}
SECTION_OF_PURPOSE = {Purpose.PREPARE: Section.PREPARE, Purpose.RESET: Section.RESET}


@dataclass(frozen=True)
class Carried:
    """What is dragged: items of this session by id, or new ones from the library."""

    moved: tuple[str, ...] = ()
    new: tuple[Item, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.moved or self.new)

    def edit(self, place: Place, *, copied: bool = False) -> Edit:
        """The edit that puts it in a place; `copied` leaves the originals where they are."""
        if self.new:
            return lambda session: insert_all(session, self.new, place)
        if copied:
            return lambda session: copy_to(session, self.moved, place)
        return lambda session: edits.move(session, self.moved, place)


def section_for(exercise: Exercise | None) -> Section:
    """The section an exercise fits: by its purpose, else by its pattern."""
    if exercise is None:
        return Section.STRENGTH
    by_purpose = SECTION_OF_PURPOSE.get(exercise.purpose)
    return by_purpose or SECTION_OF_PATTERN.get(exercise.pattern, Section.ACCESSORY)


def end_of(session: Session, section: Section) -> Gap:
    """The gap after the last block of a section."""
    return Gap(section, len(in_section(session, section)))


def place_at(rows: Sequence[Row], row: int, fraction: float, carried: Carried) -> Place | None:
    """Where a drop goes at `fraction` (0 top, 1 bottom) of a row; None for the last row.

    The edges of a card are the gaps beside it, its middle third is a superset with it.
    """
    target = rows[row]
    if isinstance(target, Card):
        return _on_card(rows, target, fraction, carried)
    if isinstance(target, Heading):
        if target.blocks and fraction < HALF and row > 0:
            above = next(each for each in reversed(rows[:row]) if isinstance(each, Heading))
            if above.blocks:
                return Gap(above.section, above.blocks)
        return Gap(target.section, 0)
    return None


def _on_card(rows: Sequence[Row], card: Card, fraction: float, carried: Carried) -> Place:
    before = fraction < HALF
    beside = Gap(card.section, card.index if before else card.index + 1)
    mates = {each.item.id for each in rows if isinstance(each, Card) and each.block == card.block}
    if mates <= set(carried.moved):
        return beside
    within = Within(card.block, card.turn if before else card.turn + 1)
    middle = THIRD <= fraction <= 1 - THIRD
    if card.size == 1:
        return Within(card.block, 1) if middle else beside
    outermost = card.turn == 0 if before else card.turn == card.size - 1
    return beside if outermost and not middle else within


def insert_all(session: Session, new: Sequence[Item | Block], place: Place) -> Session:
    """Put several things in a place, one after the other."""
    index = place.index
    for each in new:
        session = edits.insert(session, each, replace(place, index=index))
        block_within = isinstance(place, Within) and isinstance(each, Block)
        index += len(each.items) if block_within and isinstance(each, Block) else 1
    return session


def copy_to(
    session: Session,
    item_ids: Collection[str],
    place: Place,
    fresh: Callable[[], str] = new_id,
) -> Session:
    """Copies of these items in a place; a superset copied whole stays one."""
    others = {item.id for item in items(session)} - set(item_ids)
    copies = [
        replace(
            block,
            id=fresh(),
            items=tuple(replace(item, id=fresh()) for item in block.items),
        )
        for block in edits.remove(session, others).blocks
    ]
    return insert_all(session, copies, place)


def step(session: Session, item_ids: Collection[str], *, up: bool) -> Place | None:
    """The next place up or down where these items would stand elsewhere; None at the end.

    One item goes through every gap and into and out of supersets; several go through gaps.
    """
    chosen = [item for item in items(session) if item.id in item_ids]
    if not chosen:
        return None
    home, anchor = find_item(session, chosen[0 if up else -1].id)
    alone = len(chosen) == 1
    places = list(_all_places(session, within=alone))
    index = in_section(session, home.section).index(home)
    own: Place = Gap(home.section, index if up else index + 1)
    if alone and home.kind is not BlockKind.STRAIGHT:
        turn = home.items.index(anchor)
        own = Within(home.id, turn if up else turn + 1)
    at = places.index(own)
    ahead = reversed(places[:at]) if up else iter(places[at + 1 :])
    return next((place for place in ahead if edits.move(session, item_ids, place) != session), None)


def _all_places(session: Session, *, within: bool) -> Iterator[Place]:
    for section in SECTIONS:
        blocks = in_section(session, section)
        yield Gap(section, 0)
        for index, block in enumerate(blocks):
            if within and block.kind is not BlockKind.STRAIGHT:
                for turn in range(len(block.items) + 1):
                    yield Within(block.id, turn)
            yield Gap(section, index + 1)


def place_after(session: Session, item_ids: Collection[str]) -> Gap | None:
    """The gap after the last block that holds one of these items."""
    for block in reversed(session.blocks):
        if any(item.id in item_ids for item in block.items):
            return Gap(block.section, in_section(session, block.section).index(block) + 1)
    return None
