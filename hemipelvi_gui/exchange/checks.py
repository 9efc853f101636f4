"""What types alone can't say: ids that are there once, blocks that hold together, sane numbers.

Each check yields where something is wrong and what; the first one found is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Protocol

from hemipelvi_gui.domain import grammar
from hemipelvi_gui.domain.errors import KnownError
from hemipelvi_gui.domain.prescription import LoadKind, Prescription
from hemipelvi_gui.domain.session import RANK, Block, BlockKind, Session
from hemipelvi_gui.domain.text import Text, translate
from hemipelvi_gui.exchange.shape import ContentError, shown

if TYPE_CHECKING:
    from hemipelvi_gui.domain.bundle import Bundle
    from hemipelvi_gui.domain.exercises import Exercise
    from hemipelvi_gui.domain.plan import Plan

LONGEST_ID = 200
MOST_ITEMS = 1000
MOST_MINUTES = 24 * 60
MOST_WEEKS = 520
MOST_KG = 2000
LARGEST_VERSION = 2**53
TEMPO = r"[0-9X](-[0-9X]){3}"

Wrong = Iterator[tuple[str, Text]]


class Named(Protocol):
    """Anything with an id."""

    @property
    def id(self) -> str:
        """Its id."""
        ...


class Versioned(Named, Protocol):
    """Anything whose versions are counted."""

    @property
    def version(self) -> int:
        """Counts saved versions, from 1."""
        ...

    @property
    def parent(self) -> int | None:
        """The version before."""
        ...


def check(bundle: Bundle) -> None:
    """Raise ContentError for the first thing that is wrong, with its place."""
    for where, reason in wrong(bundle):
        raise ContentError(reason, where)


def wrong(bundle: Bundle) -> Wrong:
    """Everything that is wrong: where, and what."""
    kinds: tuple[tuple[str, tuple[Versioned, ...]], ...] = (
        ("sessions", bundle.sessions),
        ("plans", bundle.plans),
        ("exercises", bundle.exercises),
    )
    for key, things in kinds:
        yield from _ids(key, things)
        for place, each in enumerate(things):
            yield from _versions(f"{key}[{place}]", each)
    for place, session in enumerate(bundle.sessions):
        yield from _session(f"sessions[{place}]", session)
    for place, plan in enumerate(bundle.plans):
        yield from _plan(f"plans[{place}]", plan)
    for place, exercise in enumerate(bundle.exercises):
        yield from _exercise(f"exercises[{place}]", exercise)
    for key, version in bundle.deleted.items():
        yield from _range("deleted", version, 1, LARGEST_VERSION, f"version of {shown(key)}")


def _ids(where: str, things: Iterable[Named]) -> Wrong:
    seen: set[str] = set()
    for place, each in enumerate(things):
        at = f"{where}[{place}].id"
        if not 0 < len(each.id) <= LONGEST_ID:
            yield (
                at,
                translate("PlanFile", "an id has 1 to {most} characters.", most=LONGEST_ID),
            )
        elif each.id in seen:
            yield at, translate("PlanFile", "the id {id} is there twice.", id=shown(each.id))
        seen.add(each.id)


def _versions(where: str, thing: Versioned) -> Wrong:
    yield from _range(where, thing.version, 1, LARGEST_VERSION, "version")
    if thing.parent is not None:
        yield from _range(where, thing.parent, 1, LARGEST_VERSION, "parent")


def _session(where: str, session: Session) -> Wrong:
    if session.minutes is not None:
        yield from _range(where, session.minutes, 1, MOST_MINUTES, "minutes")
    if session.start is not None and session.start.tzinfo is not None:
        yield (
            f"{where}.start",
            translate("PlanFile", "a time of day is local: 07:30, without a time zone."),
        )
    every = [item for block in session.blocks for item in block.items]
    yield from _range(f"{where}.blocks", len(every), 0, MOST_ITEMS, "number of items")
    yield from _ids(f"{where}.blocks", session.blocks)
    if len({item.id for item in every}) < len(every):
        yield from _ids(f"{where}: item ", every)
    last = 0
    for place, block in enumerate(session.blocks):
        at = f"{where}.blocks[{place}]"
        if RANK[block.section] < last:
            yield (
                f"{at}.section",
                translate(
                    "PlanFile",
                    "blocks go in the order prepare, power, strength, accessory, reset.",
                ),
            )
        last = RANK[block.section]
        yield from _block(at, block)


def _block(where: str, block: Block) -> Wrong:
    count = len(block.items)
    if block.kind is BlockKind.STRAIGHT and count != 1:
        yield (
            f"{where}.items",
            translate("PlanFile", "a straight block holds one item, not {count}.", count=count),
        )
    if block.kind is not BlockKind.STRAIGHT and count < 2:
        yield (
            f"{where}.items",
            translate(
                "PlanFile",
                "a {kind} holds two items or more, not {count}.",
                kind=block.kind.value,
                count=count,
            ),
        )
    for place, item in enumerate(block.items):
        at = f"{where}.items[{place}]"
        if not 0 < len(item.exercise) <= LONGEST_ID:
            yield f"{at}.exercise", translate("PlanFile", "the exercise is missing.")
        yield from _prescription(f"{at}.prescription", item.prescription)


def _prescription(where: str, p: Prescription) -> Wrong:
    beyond = grammar.limits(p)
    if beyond:
        yield where, beyond[1]
    if p.rpe is not None and p.rir is not None:
        yield where, translate("PlanFile", "the effort is given twice, as RPE and as RIR.")
    if p.tempo is not None and not re.fullmatch(TEMPO, p.tempo):
        yield (
            f"{where}.tempo",
            translate("PlanFile", "a tempo is four digits or X, as in 3-1-1-0."),
        )
    if p.load is not None and p.load.kind is not LoadKind.BODYWEIGHT and p.load.value < 0:
        yield (
            f"{where}.load.value",
            translate("PlanFile", "only a bodyweight load can be less than 0."),
        )


def _plan(where: str, plan: Plan) -> Wrong:
    yield from _range(where, plan.weeks, 1, MOST_WEEKS, "weeks")


def _exercise(where: str, exercise: Exercise) -> Wrong:
    yield from _range(where, exercise.share, 0, 1, "share")
    yield from _range(where, exercise.difficulty, 1, 5, "difficulty")
    yield from _range(where, exercise.heavy_from_kg, 0, MOST_KG, "heavy_from_kg")
    try:
        grammar.parse(exercise.prescription)
    except KnownError as error:
        yield f"{where}.prescription", translate("PlanFile", "{reason}", reason=error.message)


def _range(where: str, value: float, least: int, most: int, what: str) -> Wrong:
    if not least <= value <= most:
        yield (
            where,
            translate(
                "PlanFile",
                "{what} goes from {least} to {most}, and {value} does not fit.",
                what=what,
                least=least,
                most=most,
                value=value,
            ),
        )
