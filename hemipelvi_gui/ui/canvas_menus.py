"""The canvas's submenus: sections, closest siblings, variants and purposes, as plain choices."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from hemipelvi_gui.coach.making import other_form, stand_in
from hemipelvi_gui.coach.swaps import siblings
from hemipelvi_gui.domain import edits
from hemipelvi_gui.domain.balance import purpose_of
from hemipelvi_gui.domain.edits import Edit
from hemipelvi_gui.domain.exercises import Exercise, Purpose
from hemipelvi_gui.domain.session import SECTIONS, Item, Session
from hemipelvi_gui.ui.models.session_places import end_of
from hemipelvi_gui.ui.plain import menu_text, one_line
from hemipelvi_gui.ui.wording import purpose_word, score_word, section_word

if TYPE_CHECKING:
    from hemipelvi_gui.coach.reading import Reading

translate = QCoreApplication.translate
MOST_TOWARDS, MOST_OTHERS = 5, 6


@dataclass(frozen=True)
class Choice:
    """A row of a submenu: its words, the step's name, the edit, and how it stands.

    `exercise` is the one whose glyph stands before the words.
    """

    words: str
    step: str
    edit: Edit
    checked: bool | None = None
    enabled: bool = True
    exercise: Exercise | None = None


def section_choices(session: Session, chosen: tuple[str, ...], what: str) -> list[Choice]:
    """To the end of each section."""
    made = []
    for section in SECTIONS:
        place = end_of(session, section)
        after = edits.move(session, chosen, place)
        step = translate("Canvas", "move {what}").format(what=what)
        made.append(
            Choice(
                section_word(section),
                step,
                partial(edits.move, item_ids=chosen, place=place),
                enabled=after != session,
            )
        )
    return made


def swap_choices(reading: Reading, item: Item) -> tuple[list[Choice], list[Choice]]:
    """The closest siblings: those a step towards running, and the others."""
    exercise = reading.exercise(item)
    if exercise is None:
        return [], []
    score = exercise.asymmetry or 0.0
    found = siblings(exercise, reading.offered, reading.available)
    # Each step is judged by its class, so that a swap is worth making.
    towards = [each for each in found if (each.asymmetry or 0.0) > score + 0.05]
    others = [each for each in found if each not in towards]
    return (
        [_swap(reading, item, exercise, each) for each in towards[:MOST_TOWARDS]],
        [_swap(reading, item, exercise, each) for each in others[:MOST_OTHERS]],
    )


def _swap(reading: Reading, item: Item, old: Exercise, new: Exercise) -> Choice:
    return Choice(
        f"{menu_text(new.name)}\t{score_word(new.asymmetry)}",
        translate("Canvas", "swap {old} for {new}").format(
            old=one_line(old.name, 40), new=one_line(new.name, 40)
        ),
        lambda s: edits.change_item(s, item.id, lambda it: stand_in(it, new, reading.available)),
        exercise=new,
    )


def variant_choices(item: Item, exercise: Exercise) -> list[Choice]:
    """The exercise's usual form and its variants."""
    if not exercise.variants:
        return []
    made = []
    for name in ("", *(variant.name for variant in exercise.variants)):
        words = name or translate("Canvas", "Usual form")
        step = translate("Canvas", "do {what} another way").format(what=one_line(exercise.name, 60))
        made.append(
            Choice(
                menu_text(words),
                step,
                partial(edits.change_item, item_id=item.id, change=partial(_in_form, variant=name)),
                checked=item.variant == name,
            )
        )
    return made


def _in_form(item: Item, variant: str) -> Item:
    return item if item.variant == variant else other_form(item, variant)


def purpose_choices(reading: Reading, chosen: tuple[Item, ...], what: str) -> list[Choice]:
    """Work, prepare or reset, for all chosen items."""
    now = {
        purpose_of(item, exercise)
        for item in chosen
        if (exercise := reading.exercise(item)) is not None
    }
    made = []
    for purpose in Purpose:
        step = translate("Canvas", "count {what} as {purpose}").format(
            what=what, purpose=purpose_word(purpose).lower()
        )
        made.append(
            Choice(
                purpose_word(purpose),
                step,
                partial(_with_purpose, reading=reading, chosen=chosen, purpose=purpose),
                checked=now == {purpose},
            )
        )
    return made


def _with_purpose(
    session: Session, reading: Reading, chosen: tuple[Item, ...], purpose: Purpose
) -> Session:
    for item in chosen:
        exercise = reading.exercise(item)
        # Saying what the exercise says by itself is saying nothing.
        said = None if exercise is not None and exercise.purpose is purpose else purpose
        session = edits.change_item(session, item.id, partial(replace, purpose=said))
    return session
