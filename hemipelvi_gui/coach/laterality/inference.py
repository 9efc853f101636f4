"""Facets from words alone, with a confidence and the reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hemipelvi_gui.coach.laterality import mobility
from hemipelvi_gui.coach.laterality.guess import UNSURE, Guess
from hemipelvi_gui.coach.laterality.lexicon import Kind, Movement, lexicon
from hemipelvi_gui.coach.laterality.rules import LEVEL, ONE_SIDED, modified, tied, upper_body
from hemipelvi_gui.coach.reasons import because
from hemipelvi_gui.domain.exercises import Family, Pattern
from hemipelvi_gui.domain.facets import Facets, Jobs, Laterality, Stance, laterality

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hemipelvi_gui.coach.laterality.parsing import Parsed
    from hemipelvi_gui.domain.text import Text

PER_CORRECTION = 0.05
PER_UNKNOWN = 0.26
JUST_UNSURE = UNSURE - 0.05
BY_REGION_ONLY, BY_STANCE_ONLY, BY_BENCH_ONLY = 0.45, 0.4, 0.5
EXTENDED = frozenset({"extension"})
NO_PUSH_UP = frozenset({Pattern.TRUNK, Pattern.LIGHT, Pattern.DRILL})
RANK_OF_STRETCHES = 5
# Any of these should have made a difference. Where none came of it, the words were misunderstood.
TELLING = frozenset(
    {"single-leg", "staggered", "split", "half-kneeling", "march", "knee-drive", "walking"}
)
PLACED = frozenset({"staggered", "split"})
# "SLDL" is stiff-leg to most and single-leg to some.
AMBIGUOUS = frozenset({"sldl"})
HELD = frozenset({"cable", "barbell", "dumbbell", "band"})
STRIDES = frozenset({"gait"})
MACHINES = frozenset({"hip abduction", "side leg raise"})


def infer(parsed: Parsed) -> Guess:
    """What the words say; a guess without confidence where they say nothing."""
    movement, stance_only = _movement(parsed)
    if movement is None:
        return Guess(None, None, 0.0, because("no-word"))
    said = parsed.ids(Kind.MODIFIER)
    if movement.facets is None:
        facets = upper_body(parsed)
    elif stance_only or _settled(movement, said):
        facets = movement.facets
    else:
        facets = modified(movement.facets, movement.id, movement.pattern, said)
    if facets is not None and movement.pattern is Pattern.HIP:
        facets = tied(facets, parsed)
    return Guess(
        None,
        facets,
        _confidence(parsed, movement, facets),
        _reason(parsed, movement, facets),
        upper=facets is None,
        movement=movement,
    )


def _settled(movement: Movement, said: frozenset[str]) -> bool:
    """Whether modifiers change nothing more: a stretch is what it is, but for one leg alone."""
    if movement.pattern is Pattern.MOBILITY and movement.facets is not None:
        return movement.facets.jobs is not Jobs.SAME or "single-leg" not in said
    return movement.pattern is Pattern.ROLLING


def _movement(parsed: Parsed) -> tuple[Movement | None, bool]:
    """What is moved, and whether that is only a guess from the stance."""
    found, said = parsed.movements, parsed.ids(Kind.MODIFIER)
    lower = [each for each in found if each.facets is not None]
    moved = [each for each in lower if not _only_a_region(each)]
    if "roll" in said and not _ranked(moved, RANK_OF_STRETCHES):
        return (
            found[0] if found and not parsed.ids(Kind.REGION) else mobility.rolling(parsed)
        ), False
    if "stretch" in said and not _ranked(moved, RANK_OF_STRETCHES):
        held = mobility.stretch(parsed)
        if held or found:
            return held or found[0], False
    if _by_the_arms(found, said, parsed.ids(Kind.IMPLEMENT)):
        upper = [each for each in found if each.facets is None]
        return (upper or [lexicon().movements["press"]])[0], False
    if "push-up" in {each.id for each in found} and "knee-drive" in said:
        return _less_sure(lexicon().movements["mountain climber"], JUST_UNSURE), False
    if found:
        machine = "machine" in said and found[0].id in MACHINES
        return (lexicon().movements["abductor machine"] if machine else found[0]), False
    held = mobility.stretch(parsed)
    if held:
        return _less_sure(held, BY_REGION_ONLY), False
    if said & TELLING:
        placed = said & PLACED and "single-leg" not in said
        facets = modified(LEVEL if placed else ONE_SIDED, "", Pattern.SINGLE_LEG, said)
        return (
            Movement("", facets, Pattern.SINGLE_LEG, Family.KNEE_DOMINANT, 0, BY_STANCE_ONLY),
            True,
        )
    if "bench" in parsed.ids(Kind.IMPLEMENT) or EXTENDED & set(parsed.words):
        return _less_sure(lexicon().movements["press"], BY_BENCH_ONLY), False
    return None, False


def _by_the_arms(
    found: Sequence[Movement], said: frozenset[str], implements: frozenset[str]
) -> bool:
    """Push-ups of all kinds, rows that are no boat, and throws in which the legs only lie there."""
    ids = {each.id for each in found}
    held = bool(found) and (found[0].id == "jump" or found[0].pattern in NO_PUSH_UP)
    jumped = held and "push-up" in ids
    thrown = bool(found) and found[0].id == "throw" and bool(said & {"supine", "seated"})
    kicked = bool(found) and found[0].id == "hip kickback" and "arms" in ids
    rowed = bool(found) and found[0].id == "rowing bare" and bool(implements & HELD)
    return jumped or thrown or kicked or rowed


def _only_a_region(movement: Movement) -> bool:
    """Whether its words may be no more than the muscle: "mollets" is a calf raise, and the calf."""
    return movement.pattern in {Pattern.CALF, Pattern.HIP} or movement.id == "leg curl"


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
    doubtful = parsed.unknown or ignored or parsed.corrections > 1 or _one_of_what(parsed)
    if _two_minds(parsed, movement, facets):
        sure = min(sure, JUST_UNSURE)
    if symmetric and (doubtful or _one_sided_words(parsed)):
        sure = min(sure, JUST_UNSURE)
    if facets is None and (parsed.ids(Kind.MODIFIER) & TELLING or _sideways(parsed)):
        sure = min(sure, JUST_UNSURE)
    return round(max(0.05, sure), 2)


def _sideways(parsed: Parsed) -> bool:
    """Whether work for the arms goes on into work that lies on one side."""
    moved = (each.facets for each in parsed.movements)
    return any(each is not None and each.stance is Stance.SIDE_LYING for each in moved)


def _two_minds(parsed: Parsed, movement: Movement, facets: Facets | None) -> bool:
    """Whether a lunge is said to be a run too, by a word that may be either."""
    strides = facets is not None and laterality(facets.asymmetry) is Laterality.GAIT_LIKE
    ids = {each.id for each in parsed.movements}
    return not strides and movement.pattern is Pattern.LUNGE and bool(ids & STRIDES)


def _one_of_what(parsed: Parsed) -> bool:
    """Whether a side is said, but of no arm and no load: it may well be meant of the legs."""
    said = parsed.ids(Kind.MODIFIER)
    sided = said & {"single", "alternating"}
    return bool(sided) and "single-arm" not in said and not parsed.ids(Kind.IMPLEMENT)


def _one_sided_words(parsed: Parsed) -> bool:
    """Whether a word is there that only one-sided work, or what may be that, is named with."""
    words = set(parsed.words)
    return bool(words & AMBIGUOUS or words & lexicon().one_sided)


def _reason(parsed: Parsed, movement: Movement, facets: Facets | None) -> Text:
    words = " + ".join(parsed.read) or " ".join(parsed.words)
    if facets is None:
        text = because("upper-body", words=words)
    elif not movement.id:
        text = because("stance", words=words)
    else:
        text = because("movement", movement=movement.id, words=words)
    if not parsed.unknown:
        return text
    return because("not-understood", reason=text, unknown=", ".join(parsed.unknown))
