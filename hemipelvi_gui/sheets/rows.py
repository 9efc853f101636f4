"""The rows of a sheet: headings, items, the closing questions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from hemipelvi_gui.domain.balance import purpose_of
from hemipelvi_gui.domain.exercises import Exercise, Purpose
from hemipelvi_gui.domain.session import (
    SECTIONS,
    Block,
    BlockKind,
    Item,
    Section,
    in_section,
    item_labels,
)
from hemipelvi_gui.sheets.glyph import look_of
from hemipelvi_gui.sheets.grid import Density, box_grid
from hemipelvi_gui.sheets.marks import (
    Bar,
    Box,
    Glyph,
    Ink,
    Mark,
    Strip,
    Style,
    Weight,
    Words,
    moved,
)
from hemipelvi_gui.sheets.words import exercise_name, item_words, section_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hemipelvi_gui.coach.reading import Reading
    from hemipelvi_gui.sheets.ruler import Ruler

translate = QCoreApplication.translate

HEADING = Style(8.4, Weight.BOLD, Ink.MUTED, 106.0)
NAME = Style(11.4, Weight.SEMIBOLD)
LABEL = Style(11.4, Weight.SEMIBOLD, Ink.ACCENT)
PRESCRIPTION = Style(9.6)
CUE = Style(8.3, ink=Ink.MUTED)
NOTE = Style(8.3, Weight.MEDIUM)
NEXT = Style(8.3, Weight.MEDIUM, Ink.ACCENT)
QUESTION = Style(10.0, Weight.SEMIBOLD)
ANSWER = Style(7.5, ink=Ink.MUTED)
EMPTY = Style(11.0, ink=Ink.MUTED)

GLYPH = 32.0
INDENT = 42.0
# Lines; with a name as long as names get, the row still fits on a page.
MOST_CUE, MOST_NOTE = 6, 20
CAP_HEIGHT = 0.727  # of Inter's size
LEADING = 1.3


@dataclass(frozen=True)
class Frame:
    """The width rows may use, how dense they are, and whether sides get boxes of their own."""

    left: float
    right: float
    density: Density
    side_boxes: bool

    @property
    def width(self) -> float:
        """Width of a row in points."""
        return self.right - self.left


def body(reading: Reading, frame: Frame, ruler: Ruler) -> list[Strip]:
    """All rows of the session, from the first heading to the closing questions."""
    if not reading.balance.lines:
        return [_empty(frame, ruler)]
    labels = item_labels(reading.session)
    strips: list[Strip] = []
    for section in SECTIONS:
        blocks = in_section(reading.session, section)
        if blocks:
            strips.append(_heading(section, frame, ruler))
        for block in blocks:
            strips.extend(_block(block, reading, labels, frame, ruler))
    # Questions alone on a last page look lost: the last item goes with them.
    strips[-1] = Strip(strips[-1].height, strips[-1].marks, keeps=True)
    return [*strips, _questions(frame, ruler)]


def _heading(section: Section, frame: Frame, ruler: Ruler) -> Strip:
    text = section_words(section)
    words = Words(frame.left, 17.0, text, HEADING, ruler.width(text, HEADING))
    return Strip(20.0, (words,), keeps=True)


def _block(
    block: Block, reading: Reading, labels: dict[str, str], frame: Frame, ruler: Ruler
) -> Iterator[Strip]:
    last = len(block.items) - 1
    for place, item in enumerate(block.items):
        following = labels[block.items[place + 1].id] if place < last else ""
        row = _Row(item, reading.exercise(item), labels.get(item.id, ""), following)
        strip = _item(row, frame, ruler)
        rule_left = frame.left + (INDENT if following else 0.0)
        rule = Bar(rule_left, strip.height - 0.6, frame.right - rule_left, 0.6, Ink.LINE)
        marks: tuple[Mark, ...] = (*strip.marks, rule)
        if block.kind is not BlockKind.STRAIGHT:
            top = 0.0 if place else frame.density.pad
            bottom = strip.height - (0.0 if following else frame.density.pad)
            marks = (*marks, Bar(frame.left - 9.0, top, 1.8, bottom - top, Ink.ACCENT))
        yield Strip(strip.height, marks)


@dataclass(frozen=True)
class _Row:
    item: Item
    exercise: Exercise | None
    label: str
    following: str


def _item(row: _Row, frame: Frame, ruler: Ruler) -> Strip:
    pad = frame.density.pad
    two = frame.side_boxes and _is_work(row)
    grid = box_grid(row.item.prescription, two, frame.right, ruler, frame.density)
    words, bottom = _item_text(row, frame.left + INDENT, grid.left - 12.0, pad, ruler)
    glyph = Glyph(frame.left - 1.0, pad - 1.0, GLYPH, look_of(row.exercise))
    height = max(pad + grid.height, bottom, pad + GLYPH) + pad
    return Strip(height, (glyph, *words, *moved(grid.marks, pad)))


def _is_work(row: _Row) -> bool:
    """Nobody notes left and right of a stretch: one box is enough for what is not work."""
    exercise = row.exercise
    return exercise is None or purpose_of(row.item, exercise) is Purpose.WORK


def _item_text(
    row: _Row, left: float, right: float, top: float, ruler: Ruler
) -> tuple[list[Words], float]:
    """The item's words and the lowest point they reach."""
    words: list[Words] = []
    baseline = top + CAP_HEIGHT * NAME.size
    indent = 0.0
    if row.label:
        width = ruler.width(row.label, LABEL)
        words.append(Words(left, baseline, row.label, LABEL, width))
        indent = width + 5.0
    lines = ruler.lines(exercise_name(row.item, row.exercise), NAME, right - left - indent)
    step = NAME.size * LEADING
    words += [
        Words(left + indent, baseline + at * step, line, NAME, ruler.width(line, NAME))
        for at, line in enumerate(lines)
    ]
    baseline += (len(lines) - 1) * step + 1.0
    for text_lines, style in _paragraphs(row, right - left, ruler):
        for line in text_lines:
            baseline += style.size * LEADING + 0.8
            words.append(Words(left, baseline, line, style, ruler.width(line, style)))
        baseline += 0.7
    return words, baseline + 2.0


def _paragraphs(row: _Row, width: float, ruler: Ruler) -> list[tuple[Sequence[str], Style]]:
    texts: list[tuple[Sequence[str], Style]] = [
        (ruler.packed(item_words(row.item), PRESCRIPTION, width), PRESCRIPTION)
    ]
    if row.exercise is not None:
        texts.append((ruler.lines(row.exercise.cue, CUE, width, MOST_CUE), CUE))
    texts.append((ruler.lines(row.item.notes, NOTE, width, MOST_NOTE), NOTE))
    if row.following:
        straight = translate("Sheet", "Go straight to {label}.").format(label=row.following)
        texts.append((ruler.lines(straight, NEXT, width), NEXT))
    return texts


def _questions(frame: Frame, ruler: Ruler) -> Strip:
    text = translate("Sheet", "How did it go?")
    marks: list[Mark] = [Words(frame.left, 24.0, text, QUESTION, ruler.width(text, QUESTION))]
    asked = (
        translate("Sheet", "Session RPE (0–10)"),
        translate("Sheet", "Hip-flexor tightness (0–10)"),
        translate("Sheet", "Sleep (h)"),
        translate("Sheet", "Easy pace felt harder? yes / no"),
    )
    gap, top, height = 8.0, 32.0, 36.0
    width = (frame.width - gap * (len(asked) - 1)) / len(asked)
    for place, question in enumerate(asked):
        x = frame.left + place * (width + gap)
        marks.append(Box(x, top, width, height))
        marks += [
            Words(x + 6.0, top + 11.0 + at * 9.0, line, ANSWER, ruler.width(line, ANSWER))
            for at, line in enumerate(ruler.lines(question, ANSWER, width - 10.0, 2))
        ]
    return Strip(top + height + 4.0, tuple(marks))


def _empty(frame: Frame, ruler: Ruler) -> Strip:
    text = translate("Sheet", "Nothing is planned yet. Add exercises and print the sheet again.")
    lines = ruler.lines(text, EMPTY, frame.width)
    words = tuple(
        Words(frame.left, 30.0 + at * 15.0, line, EMPTY, ruler.width(line, EMPTY))
        for at, line in enumerate(lines)
    )
    return Strip(30.0 + 15.0 * len(lines), words)
