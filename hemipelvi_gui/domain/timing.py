"""How long a session takes (MODEL.md section 4). Everything is in seconds."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from hemipelvi_gui.domain.balance import HARD_RPE, Library, works
from hemipelvi_gui.domain.prescription import Measure, Prescription, Sides
from hemipelvi_gui.domain.session import SECTIONS, Block, BlockKind, Item, Section, Session

if TYPE_CHECKING:
    from hemipelvi_gui.domain.exercises import Exercise

SET_UP_S = 60.0
REP_S = 3.0
PACE_S = {Measure.BREATHS: 4.0, Measure.DISTANCE: 1.0, Measure.CONTACTS: 1.0, Measure.TIME: 1.0}
HARD_REST_S, EASY_REST_S = 90.0, 60.0


def rep_s(tempo: str | None) -> float:
    """Seconds a repetition takes: the sum of its tempo, X counting one; 3 s without a tempo."""
    if tempo is None:
        return REP_S
    return sum(1.0 if part == "X" else float(part) for part in tempo.split("-")) or REP_S


def work_s(prescription: Prescription, contact: bool = False) -> float:
    """Seconds of work in one set, twice for each side. `contact`: its reps are contacts."""
    p = prescription
    measure = p.measure
    if contact and measure is Measure.REPS and p.tempo is None:
        measure = Measure.CONTACTS
    pace = rep_s(p.tempo) if measure is Measure.REPS else PACE_S[measure]
    return p.amount * pace * (2 if p.sides is Sides.EACH else 1)


def rest_s(item: Item, exercise: Exercise | None) -> float:
    """Rest after a set: as written, else 90 s for hard work, 60 s for other work, none besides."""
    p = item.prescription
    if p.rest_s is not None:
        return float(p.rest_s)
    if exercise is not None and not works(item, exercise):
        return 0.0
    rpe = p.target_rpe
    return HARD_REST_S if rpe is not None and rpe >= HARD_RPE else EASY_REST_S


def block_s(block: Block, library: Library) -> float:
    """Seconds a block takes.

    A straight block sets up once and rests between its sets, warm-up sets among them. A superset
    or circuit sets up once an exercise and rests once a round, as long as its longest rest.
    """
    total, longest_rest, rounds = 0.0, 0.0, 0
    for item in block.items:
        exercise = library.get(item.exercise)
        contact = exercise is not None and exercise.contact
        sets = item.prescription.sets + item.prescription.warmup_sets
        rest = rest_s(item, exercise)
        total += SET_UP_S + sets * work_s(item.prescription, contact)
        if block.kind is BlockKind.STRAIGHT:
            total += (sets - 1) * rest
        longest_rest, rounds = max(longest_rest, rest), max(rounds, sets)
    if block.kind is not BlockKind.STRAIGHT:
        total += max(0, rounds - 1) * longest_rest
    return total


def session_s(session: Session, library: Library) -> float:
    """Seconds the whole session takes."""
    return sum(block_s(block, library) for block in session.blocks)


def section_minutes(session: Session, library: Library) -> dict[Section, int]:
    """Whole minutes of each section. They add up to the session's own, which are rounded up."""
    seconds = {section: section_s(session, section, library) for section in SECTIONS}
    minutes = {section: int(length // 60) for section, length in seconds.items()}
    left_over = ceil(session_s(session, library) / 60) - sum(minutes.values())
    for section in sorted(SECTIONS, key=lambda each: -(seconds[each] % 60))[:left_over]:
        minutes[section] += 1
    return minutes


def section_s(session: Session, section: Section, library: Library) -> float:
    """Seconds one section takes."""
    return sum(block_s(block, library) for block in session.blocks if block.section is section)
