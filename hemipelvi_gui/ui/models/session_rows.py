"""What the session canvas shows, row by row: headings, cards and a last row that invites."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from hemipelvi_gui.coach.resets import resets_after
from hemipelvi_gui.coach.swaps import equipment_of
from hemipelvi_gui.domain.balance import Line, purpose_of
from hemipelvi_gui.domain.exercises import Exercise, Purpose
from hemipelvi_gui.domain.facets import Sequence
from hemipelvi_gui.domain.session import SECTIONS, Block, BlockKind, Item, Section, block_letters
from hemipelvi_gui.domain.timing import rest_s, section_minutes
from hemipelvi_gui.domain.wording import prescription_words
from hemipelvi_gui.ui.plain import one_line
from hemipelvi_gui.ui.progression_mark import progression_mark
from hemipelvi_gui.ui.wording import DOT, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hemipelvi_gui.coach.reading import Reading

translate = QCoreApplication.translate


class Heading(NamedTuple):
    """Heading of a section: its minutes, of the session's, and how many blocks it holds."""

    section: Section
    minutes: int
    blocks: int

    @property
    def key(self) -> str:
        """What stays the same while the row changes."""
        return f"section:{self.section}"


@dataclass(frozen=True)
class Card:
    """One item. `index` counts blocks in the section, `turn` items in the block of `size`.

    `letter` is the superset's, "" for a straight item. `faulty`: the note says what is wrong.
    """

    item: Item
    exercise: Exercise | None
    name: str
    line: str
    note: str
    faulty: bool
    section: Section
    block: str
    index: int
    turn: int
    size: int
    letter: str

    @property
    def key(self) -> str:
        """What stays the same while the row changes."""
        return f"item:{self.item.id}"

    @property
    def label(self) -> str:
        """`A1` in a superset or circuit, else nothing."""
        return f"{self.letter}{self.turn + 1}" if self.letter else ""


class Invitation(NamedTuple):
    """The last row: where to go on. `empty` where the session has no item yet."""

    empty: bool

    @property
    def key(self) -> str:
        """What stays the same while the row changes."""
        return "invitation"


Row = Heading | Card | Invitation


def rows_of(reading: Reading) -> tuple[Row, ...]:
    """All rows: each section's heading, its cards, and the invitation at the end."""
    session = reading.session
    lines = {each.item.id: each for each in reading.balance.lines}
    letters = block_letters(session)
    minutes = section_minutes(session, reading.library)
    rows: list[Row] = []
    for section in SECTIONS:
        blocks = [block for block in session.blocks if block.section is section]
        rows.append(Heading(section, minutes[section], len(blocks)))
        for index, block in enumerate(blocks):
            for turn, item in enumerate(block.items):
                remarks, faulty = _remarks(reading, lines[item.id], block)
                label = _superset_words(reading, block, turn, letters.get(block.id, ""))
                exercise = reading.exercise(item)
                rows.append(
                    Card(
                        item=item,
                        exercise=exercise,
                        name=one_line(exercise.name if exercise else item.exercise),
                        line=prescription_line(item),
                        note=DOT.join([*label, *remarks]),
                        faulty=faulty,
                        section=section,
                        block=block.id,
                        index=index,
                        turn=turn,
                        size=len(block.items),
                        letter=letters.get(block.id, ""),
                    )
                )
    rows.append(Invitation(not session.blocks))
    return tuple(rows)


def prescription_line(item: Item) -> str:
    """The prescription in words, and how it goes on, as on the card."""
    words = [shown(word) for word in prescription_words(item.prescription, item.variant)]
    # The rest comes last: where there is little room, it is the first to go.
    at = len(words) if item.prescription.rest_s is None else len(words) - 1
    words.insert(at, progression_mark(item))
    return DOT.join(filter(None, words))


def _superset_words(reading: Reading, block: Block, turn: int, letter: str) -> list[str]:
    if not letter:
        return []
    label = f"{letter}{turn + 1}"
    if turn == 0:
        if block.kind is BlockKind.CIRCUIT:
            return [translate("Canvas", "{label} circuit").format(label=label)]
        return [translate("Canvas", "{label} superset").format(label=label)]
    if turn < len(block.items) - 1:
        return [label]
    rest = max(rest_s(item, reading.exercise(item)) for item in block.items)
    if not rest:
        return [label]
    return [label, translate("Canvas", "rest {seconds} s").format(seconds=round(rest))]


def _remarks(reading: Reading, line: Line, block: Block) -> tuple[list[str], bool]:
    """What is worth knowing about an item, and whether it is something to fix."""
    item, exercise = line.item, line.exercise
    if exercise is None:
        return [translate("Canvas", "unknown exercise")], False
    if reading.available is not None and not reading.available.issuperset(
        equipment_of(item, exercise)
    ):
        return [translate("Canvas", "not at this gym")], True
    big = next((lift for lift in reading.big if lift.item is item), None)
    words = list(
        _facts(line, exercise, grouped=block.kind is not BlockKind.STRAIGHT, big=bool(big))
    )
    if big is None:
        return words, False
    if not exercise.locks:
        return [translate("Canvas", "big lift"), *words], False
    if resets_after(reading, big):
        return [
            translate("Canvas", "big lift"),
            translate("Canvas", "reset follows"),
            *words,
        ], False
    return [translate("Canvas", "big lift"), translate("Canvas", "no reset yet"), *words], True


def _facts(line: Line, exercise: Exercise, *, grouped: bool, big: bool) -> Iterator[str]:
    item, purpose = line.item, purpose_of(line.item, exercise)
    alternating = exercise.facets is not None and exercise.facets.sequence is Sequence.ALTERNATING
    if item.uneven_on_purpose:
        yield translate("Canvas", "uneven on purpose")
    if big:
        pass
    elif purpose is Purpose.PREPARE:
        yield translate("Canvas", "activation")
    elif purpose is Purpose.RESET:
        yield translate("Canvas", "reset")
    elif line.dose and not line.effort_given:
        yield translate("Canvas", "effort not given: counted as hard")
    elif alternating and not grouped:
        yield translate("Canvas", "alternating")
    if item.notes.strip():
        yield translate("Canvas", "note")
