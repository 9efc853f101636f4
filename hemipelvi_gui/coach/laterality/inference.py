"""Facets from words alone, with a confidence and the reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hemipelvi_gui.coach.laterality import mobility
from hemipelvi_gui.coach.laterality.guess import UNSURE, Guess
from hemipelvi_gui.coach.laterality.lexicon import Kind, Movement, lexicon
from hemipelvi_gui.coach.laterality.rules import ONE_SIDED, modified, upper_body
from hemipelvi_gui.domain.exercises import Family, Pattern
from hemipelvi_gui.domain.facets import Facets, Laterality, laterality
from hemipelvi_gui.domain.text import Text, translate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hemipelvi_gui.coach.laterality.parsing import Parsed

PER_CORRECTION = 0.05
PER_UNKNOWN = 0.15
JUST_UNSURE = UNSURE - 0.05
BY_REGION_ONLY, BY_STANCE_ONLY = 0.45, 0.4
RANK_OF_STRETCHES = 5
# Any of these should have made a difference. Where none came of it, the words were misunderstood.
TELLING = frozenset(
    {"single-leg", "staggered", "split", "half-kneeling", "march", "knee-drive", "walking"}
)
MACHINES = frozenset({"hip abduction", "side leg raise"})


def infer(parsed: Parsed) -> Guess:
    """What the words say; a guess without confidence where they say nothing."""
    movement, stance_only = _movement(parsed)
    if movement is None:
        return Guess(None, None, 0.0, translate("Laterality", "No word in it is known."))
    said = parsed.ids(Kind.MODIFIER)
    if movement.facets is None:
        facets = upper_body(parsed)
    elif stance_only or movement.pattern in {Pattern.ROLLING, Pattern.MOBILITY}:
        facets = movement.facets
    else:
        facets = modified(movement.facets, movement.id, movement.pattern, said)
    return Guess(
        None,
        facets,
        _confidence(parsed, movement, facets),
        _reason(parsed, movement, facets),
        upper=facets is None,
        movement=movement,
    )


def _movement(parsed: Parsed) -> tuple[Movement | None, bool]:
    """What is moved, and whether that is only a guess from the stance."""
    found, said = parsed.movements, parsed.ids(Kind.MODIFIER)
    lower = [each for each in found if each.facets is not None]
    if "roll" in said and not _ranked(lower, RANK_OF_STRETCHES):
        return (
            found[0] if found and not parsed.ids(Kind.REGION) else mobility.rolling(parsed)
        ), False
    if "stretch" in said and not _ranked(lower, RANK_OF_STRETCHES):
        held = mobility.stretch(parsed)
        if held or found:
            return held or found[0], False
    if _by_the_arms(found, said):
        upper = [each for each in found if each.facets is None]
        return (upper or [lexicon().movements["press"]])[0], False
    if found:
        machine = "machine" in said and found[0].id in MACHINES
        return (lexicon().movements["abductor machine"] if machine else found[0]), False
    held = mobility.stretch(parsed)
    if held:
        return _less_sure(held, BY_REGION_ONLY), False
    if said & TELLING:
        facets = modified(ONE_SIDED, "", Pattern.SINGLE_LEG, said)
        return (
            Movement("", facets, Pattern.SINGLE_LEG, Family.KNEE_DOMINANT, 0, BY_STANCE_ONLY),
            True,
        )
    return None, False


def _by_the_arms(found: Sequence[Movement], said: frozenset[str]) -> bool:
    """Jumps of the hands, and throws in which the legs only lie there."""
    ids = {each.id for each in found}
    jumped = bool(found) and found[0].id == "jump" and "push-up" in ids
    thrown = bool(found) and found[0].id == "throw" and bool(said & {"supine", "seated"})
    return jumped or thrown


def _ranked(movements: Sequence[Movement], least: int) -> bool:
    return any(each.rank >= least for each in movements)


def _less_sure(movement: Movement, sure: float) -> Movement:
    return Movement(
        movement.id, movement.facets, movement.pattern, movement.family, movement.rank, sure
    )


def _confidence(parsed: Parsed, movement: Movement, facets: Facets | None) -> float:
    sure = movement.sure - PER_CORRECTION * parsed.corrections
    sure -= PER_UNKNOWN * min(len(parsed.unknown), 3)
    symmetric = facets is not None and laterality(facets.asymmetry) is Laterality.SYMMETRIC
    ignored = parsed.ids(Kind.MODIFIER) & TELLING
    # A word that is not understood may be the very one that makes it asymmetric.
    if symmetric and (parsed.unknown or ignored or parsed.corrections > 1):
        sure = min(sure, JUST_UNSURE)
    if facets is None and parsed.ids(Kind.MODIFIER) & TELLING:
        sure = min(sure, JUST_UNSURE)
    return round(max(0.05, sure), 2)


def _reason(parsed: Parsed, movement: Movement, facets: Facets | None) -> Text:
    words = " + ".join(parsed.read)
    if facets is None:
        text = translate(
            "Laterality", "Upper-body work, by the words \u201c{words}\u201d.", words=words
        )
    elif not movement.id:
        text = translate(
            "Laterality", "Only the stance is known: \u201c{words}\u201d.", words=words
        )
    else:
        text = translate(
            "Laterality",
            "Read as {movement}, by the words \u201c{words}\u201d.",
            movement=movement.id,
            words=words,
        )
    if not parsed.unknown:
        return text
    return translate(
        "Laterality",
        "{reason} Not understood: {unknown}.",
        reason=text,
        unknown=", ".join(parsed.unknown),
    )
