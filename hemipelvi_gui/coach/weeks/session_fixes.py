"""The balance of a week mended by what mends the balance of a session.

The smallest edit of one session that does it comes first; where none does, several sessions are
changed, each time the one that brings the week furthest.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from hemipelvi_gui.coach import fixes, floor
from hemipelvi_gui.coach.findings import examine
from hemipelvi_gui.coach.reading import ROUNDING, Finding, Fix, Level, Reading, read
from hemipelvi_gui.coach.weeks.reading import WeekFinding, WeekFix, WeekReading
from hemipelvi_gui.domain.agenda import Agenda, with_entries
from hemipelvi_gui.domain.prescription import Sides
from hemipelvi_gui.domain.session import items
from hemipelvi_gui.domain.sums import SessionSum, add_up, sum_of
from hemipelvi_gui.domain.text import Text, translate

if TYPE_CHECKING:
    from hemipelvi_gui.domain.session import Session

Ways = Callable[[Reading], Iterator[Fix]]
# More steps than this are no small mend any more.
MOST_STEPS = 6


class Goal(NamedTuple):
    """What a week's sum is to become: `lack` says how far it is from there, 0 once it is."""

    lack: Callable[[SessionSum], float]
    ways: Ways


class Step(NamedTuple):
    """One session changed: the fix, what comes of it, and what the week then adds up to."""

    fix: Fix
    before: Session
    after: Session
    total: SessionSum
    size: tuple[float, float]


def reach_floor(reading: WeekReading, _finding: WeekFinding) -> Iterator[WeekFix]:
    """The week brought to the floor."""
    limit = reading.settings.floor
    return _mended(reading, Goal(_under(limit), lambda own: floor.reach_floor(own, _asked(own))))


def reach_band(reading: WeekReading, _finding: WeekFinding) -> Iterator[WeekFix]:
    """The week brought into the target band."""
    limit = reading.settings.band_low
    return _mended(reading, Goal(_under(limit), lambda own: floor.add_lunge(own, _asked(own))))


def less_symmetric(reading: WeekReading, _finding: WeekFinding) -> Iterator[WeekFix]:
    """Level-footed work swapped, or else outweighed, until it is no more than what is meant."""
    return _mended(reading, Goal(_over(reading.settings.bilateral_share), _swaps(reading)))


def no_more_symmetric(reading: WeekReading, _finding: WeekFinding) -> Iterator[WeekFix]:
    """The same until it rises no more, or the share is in the target."""
    settings, (before,) = reading.settings, reading.weeks_before(1)
    share = reading.sum_of_week(before).symmetric_share or 0.0
    rise, band = _over(share + settings.bilateral_rise, strict=True), _under(settings.band_low)
    return _mended(reading, Goal(lambda total: min(rise(total), band(total)), _swaps(reading)))


def _swaps(reading: WeekReading) -> Ways:
    """A swap, of a big lift too where the week keeps another; then what else helps."""
    last = len(reading.total.big) <= 1

    def ways(own: Reading) -> Iterator[Fix]:
        yield from floor.one_swap(own, spare_last=last)
        yield from floor.reach_floor(own, _asked(own))

    return ways


def level_sides(reading: WeekReading, _finding: WeekFinding) -> Iterator[WeekFix]:
    """The sides of a session evened, so that the week's are."""
    limit = reading.settings.side_gap

    def lack(total: SessionSum) -> float:
        both = total.uneven_left + total.uneven_right
        gap = abs(total.uneven_left - total.uneven_right)
        return gap if gap > (limit + ROUNDING) * both else 0.0

    return _mended(reading, Goal(lack, _levelled))


def _levelled(own: Reading) -> Iterator[Fix]:
    one_sided = tuple(
        item.id
        for item in items(own.session)
        if item.prescription.sides in (Sides.LEFT, Sides.RIGHT) and not item.uneven_on_purpose
    )
    return fixes.level_sides(own, _asked(own, one_sided)) if one_sided else iter(())


def _asked(own: Reading, about: tuple[str, ...] = ()) -> Finding:
    """What the mends of a session are told; they read only what it is about."""
    words = Text("", own.session.name)
    return Finding("", Level.NOTE, words, words, about)


def _under(limit: float) -> Callable[[SessionSum], float]:
    def lack(total: SessionSum) -> float:
        share = 0.0 if total.share is None else total.share
        return max(0.0, limit - share) if share < limit - ROUNDING else 0.0

    return lack


def _over(limit: float, *, strict: bool = False) -> Callable[[SessionSum], float]:
    """How far the symmetric share is over a limit; with `strict`, reaching it is over it too."""

    def lack(total: SessionSum) -> float:
        share = total.symmetric_share or 0.0
        if strict:
            return share - limit + 2 * ROUNDING if share >= limit - ROUNDING else 0.0
        return share - limit if share > limit + ROUNDING else 0.0

    return lack


def _mended(reading: WeekReading, goal: Goal) -> Iterator[WeekFix]:
    sums = {each.id: reading.sums.of(each) for each in reading.sessions}
    now = {each.id: each for each in reading.sessions if reading.is_open(each)}
    found = list(_steps(reading, goal, now, sums))
    for step in sorted((each for each in found if not goal.lack(each.total)), key=_size):
        yield _one(step)
    changed: dict[str, Session] = {}
    labels: list[Text] = []
    lack = goal.lack(add_up(sums.values()))
    for _ in range(MOST_STEPS):
        best = min(found, key=lambda each: (goal.lack(each.total), each.size), default=None)
        if best is None or goal.lack(best.total) >= lack - ROUNDING:
            return
        lack, name = goal.lack(best.total), best.after.id
        now[name] = changed[name] = best.after
        sums[name] = _sum(reading, best.after)
        labels.append(best.fix.label)
        if not lack:
            yield _several(reading, changed, labels)
            return
        found = list(_steps(reading, goal, now, sums))


def _size(step: Step) -> tuple[float, float]:
    return step.size


def _steps(
    reading: WeekReading, goal: Goal, now: dict[str, Session], sums: dict[str, SessionSum]
) -> Iterator[Step]:
    """Every proposal for every session that has leg work."""
    for session in now.values():
        was = sums[session.id]
        if not was.hse:
            continue
        own = read(session, reading.library, reading.settings)
        others = [each for key, each in sums.items() if key != session.id]
        for fix in goal.ways(own):
            after = fix.edit(session)
            new = _sum(reading, after)
            size = (round(abs(new.hse - was.hse), 6), abs(new.seconds - was.seconds))
            yield Step(fix, session, after, add_up((*others, new)), size)


def _sum(reading: WeekReading, session: Session) -> SessionSum:
    return sum_of(session, reading.library, reading.settings.body_mass_kg)


def _one(step: Step) -> WeekFix:
    label = translate("WeekFix", "{fix} in {session}", fix=step.fix.label, session=step.before.name)
    return changed_to(label, (step.after,))


def _several(reading: WeekReading, changed: dict[str, Session], labels: Sequence[Text]) -> WeekFix:
    """What is done where it is the same everywhere; else only what comes of it."""
    names = [reading.agenda.sessions[each].name for each in changed]
    where: Text | str = translate("WeekFix", "{count} sessions", count=len(names))
    if len(names) == 1:
        where = names[0]
    elif len(names) == 2:
        where = translate("WeekFix", "{first} and {second}", first=names[0], second=names[1])
    label = translate("WeekFix", "Rebalance {sessions}", sessions=where)
    if all(each == labels[0] for each in labels):
        label = translate("WeekFix", "{fix} in {session}", fix=labels[0], session=where)
    return changed_to(label, tuple(changed.values()))


def changed_to(label: Text, sessions: tuple[Session, ...]) -> WeekFix:
    """A fix whose result is known already."""
    return WeekFix(label, partial(_with_sessions, sessions=sessions))


def _with_sessions(agenda: Agenda, sessions: tuple[Session, ...]) -> Agenda:
    """With these sessions in the place of those that are still there."""
    return with_entries(agenda, [each for each in sessions if each.id in agenda.sessions])


def brings_faults(reading: WeekReading, before: Session, after: Session) -> bool:
    """Whether the session itself now has something to fix that it had not."""
    if before.blocks == after.blocks or after.skipped:
        return False
    return not _to_fix(reading, after) <= _to_fix(reading, before)


# The share of a session counts in its week, which is judged by itself.
SHARE_RULES = frozenset({"share-under-floor"})


def _to_fix(reading: WeekReading, session: Session) -> frozenset[tuple[str, tuple[str, ...]]]:
    found = examine(session, reading.library, reading.settings).findings
    return frozenset(
        (each.rule, each.items)
        for each in found
        if each.level is Level.FIX and each.rule not in SHARE_RULES
    )
