"""The rules of a session (MODEL.md section 4), each a row: what it finds and how it is mended.

Adding a rule is adding a row to `RULES` and a test.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from math import ceil
from typing import TYPE_CHECKING, NamedTuple

from hemipelvi_gui.coach import fixes, floor
from hemipelvi_gui.coach.reading import ROUNDING, Finding, Fix, Level, Reading, read
from hemipelvi_gui.coach.resets import unreset
from hemipelvi_gui.coach.swaps import equipment_of
from hemipelvi_gui.domain.prescription import Sides
from hemipelvi_gui.domain.settings import Settings
from hemipelvi_gui.domain.text import Text, translate
from hemipelvi_gui.domain.units import range_words

if TYPE_CHECKING:
    from hemipelvi_gui.domain.balance import Library, Line
    from hemipelvi_gui.domain.session import Session


class Told(NamedTuple):
    """What a check tells: the fact, its reason, and the items it is about (none: the session)."""

    message: Text
    reason: Text
    items: tuple[str, ...] = ()


@dataclass(frozen=True)
class Rule:
    """A row of `RULES`. `mends` proposes fixes, the best first; `fix_for` tries them out."""

    code: str
    level: Level
    check: Callable[[Reading], Iterator[Told]]
    mends: Callable[[Reading, Finding], Iterator[Fix]]


def percent(share: float) -> int:
    """A share as a whole per cent, to the nearest.

    A multiple of five, where limits lie, is never reached from below: 49.6 % is told as 49 %.
    """
    nearest = round(share * 100)
    short = nearest % 5 == 0 and share * 100 < nearest - ROUNDING
    return nearest - 1 if short else nearest


def below(share: float, limit: float) -> int:
    """A share under a limit in per cent, told as less than the limit."""
    return max(0, min(percent(share), percent(limit) - 1))


def band_words(settings: Settings) -> str:
    """The target in per cent: "60\u201385"."""
    return range_words(percent(settings.band_low), percent(settings.band_high))


def _judged(reading: Reading) -> float | None:
    """The share that rules on balance judge; None where they stay silent."""
    return None if reading.is_routine else reading.balance.asymmetric_share


def _under_floor(reading: Reading) -> Iterator[Told]:
    share, limit = _judged(reading), reading.settings.floor
    if share is None or reading.reaches(limit) or _week_reaches_floor(reading):
        return
    yield Told(
        translate("Findings", "{share} % asymmetric", share=below(share, limit)),
        translate(
            "Findings",
            "Most of the work should look like running: {floor} % or more.",
            floor=percent(limit),
        ),
    )


def _under_floor_in_week(reading: Reading) -> Iterator[Told]:
    share, limit = _judged(reading), reading.settings.floor
    week = reading.week_balance.asymmetric_share
    if share is None or week is None or reading.reaches(limit) or not _week_reaches_floor(reading):
        return
    yield Told(
        translate("Findings", "{share} % asymmetric", share=below(share, limit)),
        translate(
            "Findings",
            "Under {floor} %, but the week as a whole is at {week} %.",
            floor=percent(limit),
            week=percent(week),
        ),
    )


def _week_reaches_floor(reading: Reading) -> bool:
    week = reading.week_balance.asymmetric_share
    return week is not None and week >= reading.settings.floor - ROUNDING


def _under_band(reading: Reading) -> Iterator[Told]:
    share, settings = _judged(reading), reading.settings
    if share is None or not reading.reaches(settings.floor) or reading.reaches(settings.band_low):
        return
    yield Told(
        translate("Findings", "{share} % asymmetric", share=below(share, settings.band_low)),
        translate(
            "Findings",
            "The target is {band} %.",
            band=band_words(settings),
        ),
    )


def _no_reset(reading: Reading) -> Iterator[Told]:
    for lift in unreset(reading):
        if lift.exercise is not None:
            yield Told(
                translate("Findings", "No reset after {name}", name=lift.exercise.name),
                translate(
                    "Findings",
                    "It works {muscles} hard; give them room again.",
                    muscles=", ".join(lift.exercise.locks),
                ),
                (lift.item.id,),
            )


def _equipment(reading: Reading) -> Iterator[Told]:
    available = reading.available
    if available is None:
        return
    for each in reading.balance.lines:
        if each.exercise is None:
            continue
        missing = [need for need in equipment_of(each.item, each.exercise) if need not in available]
        if missing:
            yield Told(
                translate(
                    "Findings",
                    "No {equipment} for {name}",
                    equipment=", ".join(missing),
                    name=each.exercise.name,
                ),
                translate("Findings", "This gym does not have it."),
                (each.item.id,),
            )


def _sides(reading: Reading) -> Iterator[Told]:
    left, right = reading.sides
    if abs(left - right) <= (reading.settings.side_gap + ROUNDING) * (left + right):
        return
    more = translate("Findings", "Left does more than right")
    if right > left:
        more = translate("Findings", "Right does more than left")
    yield Told(
        more,
        translate(
            "Findings",
            "Left {left:.1f}, right {right:.1f} hard sets: {gap} % apart.",
            left=left,
            right=right,
            gap=percent(abs(left - right) / (left + right)),
        ),
        tuple(
            each.item.id
            for each in reading.balance.lines
            if each.dose
            and each.item.prescription.sides in (Sides.LEFT, Sides.RIGHT)
            and not each.item.uneven_on_purpose
        ),
    )


def _no_stride(reading: Reading) -> Iterator[Told]:
    if _judged(reading) is not None and not reading.has_gait_like:
        yield Told(
            translate("Findings", "Nothing here moves like a stride"),
            translate("Findings", "One gait-like exercise ties the session to running."),
        )


def _over_time(reading: Reading) -> Iterator[Told]:
    budget = reading.session.minutes
    if budget is None or reading.in_time:
        return
    minutes = reading.seconds / 60
    yield Told(
        translate("Findings", "{over} min over your time", over=ceil(minutes - budget)),
        translate(
            "Findings",
            "About {minutes} min planned, {budget} min at hand.",
            minutes=ceil(minutes),
            budget=budget,
        ),
    )


def _unknown(reading: Reading) -> Iterator[Told]:
    for each in reading.balance.lines:
        if each.exercise is None:
            yield Told(
                translate("Findings", "An exercise is not in your library"),
                translate("Findings", "It is kept as it is and adds nothing to the balance."),
                (each.item.id,),
            )


RULES = (
    Rule("share-under-floor", Level.FIX, _under_floor, floor.reach_floor),
    Rule("reset-after-big-lift", Level.FIX, _no_reset, fixes.insert_reset),
    Rule("equipment-missing", Level.FIX, _equipment, fixes.swap_for_gym),
    Rule("share-under-floor-in-week", Level.NOTE, _under_floor_in_week, floor.add_lunge),
    Rule("share-under-band", Level.NOTE, _under_band, floor.add_lunge),
    Rule("sides-unequal", Level.NOTE, _sides, fixes.level_sides),
    Rule("no-gait-like", Level.NOTE, _no_stride, fixes.add_gait_like),
    Rule("over-time", Level.NOTE, _over_time, fixes.trim),
    Rule("unknown-exercise", Level.NOTE, _unknown, fixes.no_fix),
)
BY_CODE = {rule.code: rule for rule in RULES}


def examine(
    session: Session,
    library: Library,
    settings: Settings | None = None,
    week: Sequence[Line] = (),
) -> Reading:
    """Read a session and ask every rule; findings come in the order of the rules, to fix first.

    `week` holds the balance lines of the week's other sessions.
    """
    reading = read(session, library, settings or Settings(), week)
    found = [
        Finding(rule.code, rule.level, told.message, told.reason, told.items)
        for rule in RULES
        for told in rule.check(reading)
    ]
    return replace(reading, findings=tuple(found))


def fix_for(reading: Reading, finding: Finding) -> Fix | None:
    """The first proposal that removes the finding and brings no new one of level fix.

    None where there is none. `reading` is one that `examine` made.
    """
    for fix in BY_CODE[finding.rule].mends(reading, finding):
        session = fix.edit(reading.session)
        after = examine(session, reading.library, reading.settings, reading.week)
        if not _is_there(finding, after) and _to_fix(after) <= _to_fix(reading):
            return fix
    return None


def _is_there(finding: Finding, reading: Reading) -> bool:
    """Whether it, or what is left of it, is among the findings."""
    about = frozenset(finding.items)
    return any(
        other.rule == finding.rule and (not about or not about.isdisjoint(other.items))
        for other in reading.findings
    )


def _to_fix(reading: Reading) -> frozenset[tuple[str, tuple[str, ...]]]:
    return frozenset(
        (each.rule, each.items) for each in reading.findings if each.level is Level.FIX
    )


def passes(reading: Reading) -> bool:
    """No finding of level fix."""
    return all(finding.level is not Level.FIX for finding in reading.findings)
