"""A gym session as a frozen value: sections hold blocks, blocks hold items."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from hemipelvi_gui.domain.exercises import Equipment, Purpose
from hemipelvi_gui.domain.prescription import Prescription
from hemipelvi_gui.domain.progression import Progression

if TYPE_CHECKING:
    from collections.abc import Iterator


def new_id() -> str:
    """A fresh id for anything a person makes."""
    return str(uuid4())


class Section(StrEnum):
    """Parts of a session, in their order."""

    PREPARE = "prepare"
    POWER = "power"
    STRENGTH = "strength"
    ACCESSORY = "accessory"
    RESET = "reset"


SECTIONS = tuple(Section)
RANK = {section: rank for rank, section in enumerate(SECTIONS)}


class BlockKind(StrEnum):
    """STRAIGHT: one item, all its sets. SUPERSET and CIRCUIT: items in turn, one set each."""

    STRAIGHT = "straight"
    SUPERSET = "superset"
    CIRCUIT = "circuit"


@dataclass(frozen=True)
class Item:
    """One exercise with its prescription.

    `purpose` None means the exercise's own. `variant` names one of the exercise's variants, ""
    its usual form. `uneven_on_purpose` marks a difference between the sides as intended.
    `progression` None: the numbers stay until they are changed by hand.
    """

    id: str
    exercise: str
    prescription: Prescription
    variant: str = ""
    purpose: Purpose | None = None
    notes: str = ""
    uneven_on_purpose: bool = False
    progression: Progression | None = None
    extra: dict[str, Any] = field(default_factory=dict, hash=False)


@dataclass(frozen=True)
class Block:
    """Items done together. A straight block holds one, a superset or circuit two or more."""

    id: str
    section: Section
    items: tuple[Item, ...]
    kind: BlockKind = BlockKind.STRAIGHT
    extra: dict[str, Any] = field(default_factory=dict, hash=False)


@dataclass(frozen=True)
class Session:
    """One gym session. `blocks` are in the order they are done, sections in theirs.

    `start` is local and may be absent. `minutes` is the time budget. `equipment` is what the gym
    has; None means everything. `plan` is the plan it belongs to, "" where it stands alone.
    `template` is the session it was made from: those of one plan and one template are instances of
    the same, and share the ids of their blocks and items. `skipped`: planned, but not to be done.
    `version` counts saved versions, `parent` is the one before.
    """

    id: str
    name: str
    blocks: tuple[Block, ...] = ()
    date: datetime.date | None = None
    start: datetime.time | None = None
    minutes: int | None = None
    gym: str = ""
    equipment: tuple[Equipment, ...] | None = None
    notes: str = ""
    plan: str = ""
    template: str = ""
    skipped: bool = False
    version: int = 1
    parent: int | None = None
    extra: dict[str, Any] = field(default_factory=dict, hash=False)


def items(session: Session) -> Iterator[Item]:
    """All items, in the order they are done."""
    for block in session.blocks:
        yield from block.items


def in_section(session: Session, section: Section) -> tuple[Block, ...]:
    """The blocks of one section."""
    return tuple(block for block in session.blocks if block.section is section)


def find_item(session: Session, item_id: str) -> tuple[Block, Item]:
    """The item and the block that holds it. Raises KeyError where there is none."""
    for block in session.blocks:
        for item in block.items:
            if item.id == item_id:
                return block, item
    raise KeyError(item_id)


def block_letters(session: Session) -> dict[str, str]:
    """Letter of each superset and circuit by block id: A, B, … in order."""
    grouped = [block for block in session.blocks if block.kind is not BlockKind.STRAIGHT]
    return {block.id: _letter(place) for place, block in enumerate(grouped)}


def _letter(place: int) -> str:
    rest, letter = divmod(place, 26)
    return (_letter(rest - 1) if rest else "") + chr(ord("A") + letter)


def item_labels(session: Session) -> dict[str, str]:
    """`A1`, `A2`, … for items of supersets and circuits; straight items have none."""
    letters = block_letters(session)
    return {
        item.id: f"{letters[block.id]}{turn}"
        for block in session.blocks
        if block.id in letters
        for turn, item in enumerate(block.items, 1)
    }
