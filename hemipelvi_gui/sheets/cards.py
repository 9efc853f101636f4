"""The cards of a day: gym sessions, runs and rest, in more or less detail."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from hemipelvi_gui.domain.balance import Library, balance, is_big, works
from hemipelvi_gui.domain.runs import Run, RunKind
from hemipelvi_gui.domain.settings import Settings
from hemipelvi_gui.domain.sums import SessionSum, Sums
from hemipelvi_gui.sheets.glyph import PAIRED, STRIDE, GlyphLook
from hemipelvi_gui.sheets.marks import (
    Bar,
    Box,
    Glyph,
    Ink,
    Mark,
    Shape,
    Sign,
    Strip,
    Style,
    Weight,
    Words,
)
from hemipelvi_gui.sheets.plan_words import entry_name, exercises_words, facts, more_words
from hemipelvi_gui.sheets.ruler import SEPARATOR, Ruler
from hemipelvi_gui.sheets.stack import RISE, Stack, struck
from hemipelvi_gui.sheets.words import MOST, exercise_name, item_words

if TYPE_CHECKING:
    from hemipelvi_gui.domain.agenda import Entry
    from hemipelvi_gui.domain.balance import Line
    from hemipelvi_gui.domain.session import Session

NAME = Style(8.6, Weight.SEMIBOLD)
FACTS = Style(7.2, ink=Ink.MUTED)
ITEM = Style(7.0, Weight.MEDIUM)
NUMBERS = Style(6.8, ink=Ink.MUTED)
MORE = Style(6.8, Weight.MEDIUM, Ink.MUTED)
SHORT = Style(7.4, Weight.MEDIUM)

EDGE = 2.6  # the coloured edge at the left
LEFT, RIGHT, TOP, BOTTOM = 8.0, 6.0, 4.5, 4.5
SIGN, SMALL_SIGN, GLYPH, BAR = 8.0, 6.5, 15.0, 4.0
LINE_HEIGHT = 13.0
EVERYTHING, ALL_WORK, NO_ITEMS, NO_BALANCE, ONE_LINE = 99, 98, 0, -1, -2
DETAILS = (EVERYTHING, ALL_WORK, 8, 7, 6, 5, 4, 3, 2, 1, NO_ITEMS, NO_BALANCE, ONE_LINE)
MOST_NAME = 3
WIDE, APART = 130.0, 10.0
NAME_PART = 0.45  # of a one-line card: facts never take more than the rest

SHAPES = {
    RunKind.EASY: (Shape.RING, Ink.EASY),
    RunKind.QUALITY: (Shape.TRIANGLE, Ink.QUALITY),
    RunKind.LONG: (Shape.CAPSULE, Ink.LONG),
    RunKind.RACE: (Shape.FLAG, Ink.RACE),
    RunKind.REST: (Shape.PAUSE, Ink.BOX),
    RunKind.OTHER: (Shape.PLUS, Ink.MUTED),
}


@dataclass(frozen=True)
class Kit:
    """What cards are worked out with. It keeps those it has made, as days try several sizes.

    `plans` are the names, by id, of those plans whose cards say whose they are.
    """

    ruler: Ruler
    library: Library
    settings: Settings
    sums: Sums
    plans: Mapping[str, str] = field(default_factory=dict)
    made: dict[tuple[int, float, int], Strip] = field(default_factory=dict)

    def card(self, entry: Entry, width: float, detail: int) -> Strip:
        """The card, as `card` makes it."""
        key = (id(entry), width, detail)
        if key not in self.made:
            self.made[key] = card(entry, width, detail, self)
        return self.made[key]

    def sum_of(self, entry: Entry) -> SessionSum:
        """What a card adds to its week; runs add nothing."""
        return SessionSum() if isinstance(entry, Run) else self.sums.of(entry)


def sign_of(entry: Entry) -> tuple[Shape, Ink]:
    """The sign of a card and its colour; skipped ones have lost theirs."""
    shape, ink = SHAPES[entry.kind] if isinstance(entry, Run) else (Shape.GYM, Ink.ACCENT)
    return shape, Ink.BOX if entry.skipped else ink


def look_of_share(share: float | None) -> GlyphLook:
    """The pelvis of most of the work: a stride or a pair, plain where there is no leg work."""
    if share is None:
        return GlyphLook()
    return STRIDE if share >= MOST else PAIRED


def card(entry: Entry, width: float, detail: int, kit: Kit) -> Strip:
    """One card, `width` points wide.

    `detail` is how many items of work a gym session shows at most, EVERYTHING all that is in it;
    NO_BALANCE leaves the bar out too, and ONE_LINE is a name with as many facts as stand beside it.
    """
    if detail == ONE_LINE:
        return _line(entry, width, kit)
    stack = Stack(LEFT, width - RIGHT, TOP, kit.ruler)
    shape, ink = sign_of(entry)
    indent = SIGN + 4.0
    middle = TOP + 0.60 * NAME.size
    stack.marks.append(Sign(LEFT, middle - SIGN / 2, SIGN, shape, ink))
    name = stack.text(entry_name(entry), _name_style(entry, NAME), MOST_NAME, indent)
    if entry.skipped:
        stack.marks.extend(struck(name))
    _facts(stack, name[-1], facts(entry, kit.sum_of(entry)))
    if entry.plan in kit.plans:
        stack.text(kit.plans[entry.plan], FACTS, 1)
    if not isinstance(entry, Run) and not entry.skipped and detail > NO_BALANCE:
        _gym(stack, entry, detail, kit)
    return _framed(stack, width, ink)


def _facts(stack: Stack, name: Words, told: tuple[str, ...]) -> None:
    """The facts beside the name at the right, or under it where cards are narrow."""
    line = SEPARATOR.join(told)
    width = stack.ruler.width(line, FACTS)
    start = stack.right - width
    if name.x + name.width + APART <= start and stack.width >= WIDE:
        stack.marks.append(Words(start, name.y, line, FACTS, width))
    elif told:
        stack.gap(0.8)
        stack.parts(told, FACTS)


def _framed(stack: Stack, width: float, ink: Ink) -> Strip:
    height = stack.bottom + BOTTOM
    frame: tuple[Mark, ...] = (
        Bar(0.0, 0.0, width, height, Ink.PAPER, 3.0),
        Box(0.0, 0.0, width, height, Ink.BOX),
        Bar(0.0, 0.0, EDGE, height, ink, EDGE / 2),
    )
    return Strip(height, (*frame, *stack.marks))


def _name_style(entry: Entry, style: Style) -> Style:
    rests = isinstance(entry, Run) and entry.kind is RunKind.REST
    return replace(style, ink=Ink.MUTED) if entry.skipped or rests else style


def _gym(stack: Stack, session: Session, detail: int, kit: Kit) -> None:
    share = kit.sums.of(session).share
    if share is not None:
        stack.gap(1.5)
        stack.marks.extend(_balance(stack, share, kit.settings))
        stack.gap(GLYPH + 1.0)
    shown, rest = _chosen(session, detail, kit)
    for each in shown:
        _item(stack, each)
    if rest:
        stack.gap(1.0)
        stack.text(more_words(rest) if shown else exercises_words(rest), MORE, 1)


def _balance(stack: Stack, share: float, settings: Settings) -> list[Mark]:
    left, width = stack.left + GLYPH + 4.0, stack.width - GLYPH - 4.0
    top, radius = stack.bottom + (GLYPH - BAR) / 2, BAR / 2
    low, high = settings.band_low, settings.band_high
    marks: list[Mark] = [
        Glyph(stack.left - 1.0, stack.bottom, GLYPH, look_of_share(share)),
        Bar(left, top, width, BAR, Ink.TRACK, radius),
        Bar(left + low * width, top, (high - low) * width, BAR, Ink.BAND),
    ]
    if share:
        marks.append(Bar(left, top, max(share * width, BAR), BAR, Ink.ACCENT, radius))
    marks.append(Bar(left + low * width - 0.4, top - 1.6, 0.8, BAR + 3.2, Ink.INK))
    return marks


def _chosen(session: Session, most: int, kit: Kit) -> tuple[list[Line], int]:
    """The items to show, the weightiest first chosen, and how many are left out."""
    mass = kit.settings.body_mass_kg
    lines = balance(session, kit.library, mass).lines
    work = [
        each for each in lines if each.exercise is None or works(each.item, each.exercise, mass)
    ]
    offered = list(lines) if most == EVERYTHING or not work else work
    ranked = sorted(
        range(len(offered)),
        key=lambda at: (_is_big(offered[at], mass), offered[at].dose, -at),
        reverse=True,
    )
    kept = sorted(ranked[:most])
    return [offered[at] for at in kept], len(lines) - len(kept)


def _is_big(line: Line, mass: float | None) -> bool:
    return line.exercise is not None and is_big(line.item, line.exercise, mass)


def _item(stack: Stack, line: Line) -> None:
    """Name and numbers, on one line where they fit."""
    ruler, name = stack.ruler, exercise_name(line.item, line.exercise)
    # Rest, tempo and warm-up are on the session's own sheet.
    plain = replace(line.item.prescription, rest_s=None, tempo=None, warmup_sets=0)
    parts = item_words(replace(line.item, prescription=plain))
    stack.gap(1.6)
    numbers = SEPARATOR.join(parts)
    width = ruler.width(name, ITEM)
    if width + 5.0 + ruler.width(numbers, NUMBERS) <= stack.width:
        (first,) = stack.text(name, ITEM, 1)
        x = stack.left + width + 5.0
        stack.marks.append(Words(x, first.y, numbers, NUMBERS, ruler.width(numbers, NUMBERS)))
        return
    stack.text(name, ITEM, 2)
    stack.parts(parts, NUMBERS, 2)


def _line(entry: Entry, width: float, kit: Kit) -> Strip:
    ruler, style = kit.ruler, _name_style(entry, SHORT)
    shape, ink = sign_of(entry)
    left, right = LEFT + SMALL_SIGN + 3.5, width - RIGHT + 2.0
    baseline = (LINE_HEIGHT - SHORT.size) / 2 + RISE * SHORT.size - 0.6
    marks: list[Mark] = [
        Box(0.0, 0.0, width, LINE_HEIGHT, Ink.LINE),
        Bar(0.0, 0.0, EDGE, LINE_HEIGHT, ink, EDGE / 2),
        Sign(LEFT - 2.0, (LINE_HEIGHT - SMALL_SIGN) / 2, SMALL_SIGN, shape, ink),
    ]
    name = entry_name(entry)
    for count in (3, 2, 1):
        told = SEPARATOR.join(facts(entry, kit.sum_of(entry))[:count])
        taken = ruler.width(told, NUMBERS) + 4.0
        room = right - left - taken
        if told and (ruler.width(name, style) <= room or (count == 1 and room > NAME_PART * width)):
            marks.append(Words(right - taken + 4.0, baseline, told, NUMBERS, taken - 4.0))
            right -= taken
            break
    words = tuple(
        Words(left - 2.0, baseline, line, style, ruler.width(line, style))
        for line in ruler.lines(name, style, right - left + 2.0, 1)
    )
    strokes = struck(words) if entry.skipped else ()
    return Strip(LINE_HEIGHT, (*marks, *words, *strokes))
