"""What types alone can't say: ids that are there once, blocks that hold together, sane numbers.

Each check yields where something is wrong and what; the first one found is told.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hemipelvi_gui.domain import grammar
from hemipelvi_gui.domain.errors import KnownError
from hemipelvi_gui.domain.session import RANK, Block, BlockKind, Session
from hemipelvi_gui.domain.text import translate
from hemipelvi_gui.exchange.bounds import (
    LARGEST_VERSION,
    LONGEST_ID,
    MOST_ITEMS,
    MOST_KG,
    MOST_MINUTES,
    MOST_PERCENT,
    MOST_SETS,
    MOST_WEEKS,
    TEMPO,
    Versioned,
    Wrong,
    check_ids,
    check_load,
    check_range,
    check_start,
    check_versions,
)
from hemipelvi_gui.exchange.checks_weeks import wrong_in_weeks
from hemipelvi_gui.exchange.shape import ContentError, shown

if TYPE_CHECKING:
    from hemipelvi_gui.domain.bundle import Bundle
    from hemipelvi_gui.domain.exercises import Exercise
    from hemipelvi_gui.domain.prescription import Prescription
    from hemipelvi_gui.domain.progression import Progression


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
        ("runs", bundle.runs),
        ("gyms", bundle.gyms),
        ("diary", bundle.diary),
    )
    for key, things in kinds:
        yield from check_ids(key, things)
        for place, each in enumerate(things):
            yield from check_versions(f"{key}[{place}]", each)
    for place, session in enumerate(bundle.sessions):
        yield from _session(f"sessions[{place}]", session)
    for place, exercise in enumerate(bundle.exercises):
        yield from _exercise(f"exercises[{place}]", exercise)
    yield from wrong_in_weeks(bundle)
    for key, version in bundle.deleted.items():
        yield from check_range("deleted", version, 1, LARGEST_VERSION, f"version of {shown(key)}")


def _session(where: str, session: Session) -> Wrong:
    if session.minutes is not None:
        yield from check_range(where, session.minutes, 1, MOST_MINUTES, "minutes")
    yield from check_start(where, session.start)
    every = [item for block in session.blocks for item in block.items]
    yield from check_range(f"{where}.blocks", len(every), 0, MOST_ITEMS, "number of items")
    yield from check_ids(f"{where}.blocks", session.blocks)
    if len({item.id for item in every}) < len(every):
        yield from check_ids(f"{where}: item ", every)
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
        if item.progression is not None:
            yield from _progression(f"{at}.progression", item.progression)


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
    yield from check_load(where, p.load)


def _progression(where: str, p: Progression) -> Wrong:
    yield from check_range(where, p.step, 0, MOST_KG, "step")
    yield from check_range(where, p.most_sets, 1, MOST_SETS, "most_sets")
    yield from check_range(where, len(p.percents), 0, MOST_WEEKS, "number of percents")
    for percent in p.percents:
        yield from check_range(f"{where}.percents", percent, 1, MOST_PERCENT, "a percentage")


def _exercise(where: str, exercise: Exercise) -> Wrong:
    yield from check_range(where, exercise.share, 0, 1, "share")
    yield from check_range(where, exercise.difficulty, 1, 5, "difficulty")
    yield from check_range(where, exercise.heavy_from_kg, 0, MOST_KG, "heavy_from_kg")
    try:
        grammar.parse(exercise.prescription)
    except KnownError as error:
        yield f"{where}.prescription", translate("PlanFile", "{reason}", reason=error.message)
