"""Pure edits: each takes a session and returns a new one.

Where things go is a `Place`: a `Gap` between blocks of a section, or `Within` a block, which makes
or extends a superset. Blocks that run empty vanish and a superset of one becomes a straight block,
so every result keeps the invariants of `Block`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypedDict, Unpack

from hemipelvi_gui.domain.prescription import MIRRORED, Prescription
from hemipelvi_gui.domain.session import (
    RANK,
    Block,
    BlockKind,
    Item,
    Section,
    Session,
    find_item,
    items,
    new_id,
)

if TYPE_CHECKING:
    from datetime import date, time

    from hemipelvi_gui.domain.exercises import Equipment


@dataclass(frozen=True)
class Gap:
    """Before the `index`-th block of `section`; past the last one means at its end."""

    section: Section
    index: int


@dataclass(frozen=True)
class Within:
    """Before the `index`-th item of a block, which is or becomes a superset."""

    block: str
    index: int


Place = Gap | Within
Edit = Callable[[Session], Session]


class Particulars(TypedDict, total=False):
    """What `describe` can set."""

    name: str
    date: date | None
    start: time | None
    minutes: int | None
    gym: str
    equipment: tuple[Equipment, ...] | None
    notes: str


def describe(session: Session, **particulars: Unpack[Particulars]) -> Session:
    """Set name, date, start, time budget, gym, equipment or notes."""
    return replace(session, **particulars)


def insert(session: Session, new: Item | Block, place: Place) -> Session:
    """Put an item, or a whole block, in a place. Raises KeyError for a block that isn't there."""
    if isinstance(place, Gap):
        block = new if isinstance(new, Block) else Block(new_id(), place.section, (new,))
        return replace(session, blocks=_with_inserted(session.blocks, (block,), place))
    home = _find_block(session, place.block)
    added = new.items if isinstance(new, Block) else (new,)
    joined = _joined(home, added, place.index)
    return replace(
        session, blocks=tuple(joined if block is home else block for block in session.blocks)
    )


def remove(session: Session, item_ids: Collection[str]) -> Session:
    """Without these items."""
    return _settled(session, (_without(block, item_ids) for block in session.blocks))


def move(session: Session, item_ids: Collection[str], place: Place) -> Session:
    """Take these items, in their order, to a place. Whole blocks stay whole in a gap.

    The place is counted before anything is taken. Raises KeyError for a block that isn't there.
    """
    carried = _carried(session, item_ids)
    left = tuple(_without(block, item_ids) for block in session.blocks)
    if isinstance(place, Gap):
        return _settled(session, _with_inserted(left, carried, place))
    home = _find_block(session, place.block)
    moved = [item for block in carried for item in block.items]
    before = sum(item.id not in item_ids for item in home.items[: max(0, place.index)])
    return _settled(
        session,
        (_joined(block, moved, before) if block.id == home.id else block for block in left),
    )


def duplicate(
    session: Session, item_ids: Collection[str], fresh: Callable[[], str] = new_id
) -> Session:
    """A copy of each item right after it, in its superset; of a whole block, a block."""
    blocks: list[Block] = []
    for block in session.blocks:
        copies = {item.id: replace(item, id=fresh()) for item in block.items if item.id in item_ids}
        if len(copies) == len(block.items):
            blocks += [block, replace(block, id=fresh(), items=tuple(copies.values()))]
            continue
        doubled = [
            twin for item in block.items for twin in (item, copies.get(item.id)) if twin is not None
        ]
        blocks.append(replace(block, items=tuple(doubled)))
    return _settled(session, blocks)


def change_item(session: Session, item_id: str, change: Callable[[Item], Item]) -> Session:
    """One item changed; all else the same. Raises KeyError where there is no such item."""
    home, _ = find_item(session, item_id)
    changed = tuple(change(item) if item.id == item_id else item for item in home.items)
    return replace(
        session,
        blocks=tuple(
            replace(block, items=changed) if block is home else block for block in session.blocks
        ),
    )


def prescribe(session: Session, item_id: str, prescription: Prescription) -> Session:
    """Give an item another prescription."""
    return change_item(session, item_id, lambda item: replace(item, prescription=prescription))


def prescribe_all(session: Session, after: Mapping[str, Prescription | None]) -> Session:
    """Give items other prescriptions, by id; those with None go. Nothing to do: the same session.

    Ids that no item has count for nothing.
    """
    if not after:
        return session
    blocks = tuple(
        replace(block, items=tuple(_prescribed(item, after) for item in block.items))
        if any(item.id in after for item in block.items)
        else block
        for block in session.blocks
    )
    gone = {item_id for item_id, prescription in after.items() if prescription is None}
    changed = replace(session, blocks=blocks)
    return remove(changed, gone) if gone else changed


def _prescribed(item: Item, after: Mapping[str, Prescription | None]) -> Item:
    prescription = after.get(item.id)
    return item if prescription is None else replace(item, prescription=prescription)


def group(
    session: Session, item_ids: Collection[str], kind: BlockKind = BlockKind.SUPERSET
) -> Session:
    """Make one superset or circuit of these items, where the first of them stands."""
    chosen = [item for item in items(session) if item.id in item_ids]
    if len(chosen) < 2:
        return session
    first, _ = find_item(session, chosen[0].id)
    started = Block(first.id, first.section, tuple(chosen), kind, first.extra)
    blocks: list[Block] = []
    for block in session.blocks:
        rest = tuple(item for item in block.items if item.id not in item_ids)
        if block is first:
            blocks.append(started)
            if rest:
                blocks.append(Block(new_id(), block.section, rest, block.kind))
        else:
            blocks.append(_without(block, item_ids))
    return _settled(session, blocks)


def ungroup(session: Session, block_id: str) -> Session:
    """Each item of a superset or circuit on its own, in the same order."""
    blocks: list[Block] = []
    for block in session.blocks:
        if block.id != block_id:
            blocks.append(block)
            continue
        first, *others = block.items
        blocks.append(replace(block, items=(first,), kind=BlockKind.STRAIGHT))
        blocks += [Block(new_id(), block.section, (item,)) for item in others]
    return replace(session, blocks=tuple(blocks))


def mirror(session: Session) -> Session:
    """Left for right and right for left, in every item that has a side."""

    def mirrored(item: Item) -> Item:
        sides = MIRRORED.get(item.prescription.sides)
        if sides is None:
            return item
        return replace(item, prescription=replace(item.prescription, sides=sides))

    return replace(
        session,
        blocks=tuple(
            replace(block, items=tuple(map(mirrored, block.items))) for block in session.blocks
        ),
    )


def copy(session: Session, name: str, fresh: Callable[[], str] = new_id) -> Session:
    """The same session under another name, with ids of its own."""
    return replace(
        session,
        id=fresh(),
        name=name,
        version=1,
        parent=None,
        blocks=tuple(
            replace(
                block,
                id=fresh(),
                items=tuple(replace(item, id=fresh()) for item in block.items),
            )
            for block in session.blocks
        ),
    )


def _find_block(session: Session, block_id: str) -> Block:
    for block in session.blocks:
        if block.id == block_id:
            return block
    raise KeyError(block_id)


def _without(block: Block, item_ids: Collection[str]) -> Block:
    """The block without these items, perhaps with none."""
    kept = tuple(item for item in block.items if item.id not in item_ids)
    return block if len(kept) == len(block.items) else replace(block, items=kept)


def _joined(block: Block, new: Iterable[Item], index: int) -> Block:
    """The block with more items before its `index`-th; a straight one becomes a superset."""
    index = max(0, index)
    together = (*block.items[:index], *new, *block.items[index:])
    superset = block.kind is BlockKind.STRAIGHT and len(together) > 1
    return replace(block, items=together, kind=BlockKind.SUPERSET if superset else block.kind)


def _with_inserted(blocks: tuple[Block, ...], new: Iterable[Block], gap: Gap) -> tuple[Block, ...]:
    rank = RANK[gap.section]
    first = sum(RANK[block.section] < rank for block in blocks)
    count = sum(block.section is gap.section for block in blocks)
    at = first + max(0, min(gap.index, count))
    moved = tuple(replace(block, section=gap.section) for block in new)
    return blocks[:at] + moved + blocks[at:]


def _settled(session: Session, blocks: Iterable[Block]) -> Session:
    """The session with these blocks: empty ones gone, a superset of one straight."""
    return replace(
        session,
        blocks=tuple(
            replace(block, kind=BlockKind.STRAIGHT)
            if len(block.items) == 1 and block.kind is not BlockKind.STRAIGHT
            else block
            for block in blocks
            if block.items
        ),
    )


def _carried(session: Session, wanted: Collection[str]) -> list[Block]:
    """Blocks to be moved: whole where all their items go, else one a single item."""
    carried: list[Block] = []
    for block in session.blocks:
        chosen = [item for item in block.items if item.id in wanted]
        if len(chosen) == len(block.items):
            carried.append(block)
        else:
            carried += [Block(new_id(), block.section, (item,)) for item in chosen]
    return carried
