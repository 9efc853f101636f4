"""A big level-footed lift gives way to a lunge for some weeks of a plan: a trial, not a cure.

Three to four weeks, and that a reset comes after it, are coaching defaults (MODEL.md section 7).
What was swapped is remembered in the plan, so that the weeks before it and since can be compared.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from hemipelvi_gui.coach.making import new_item, stand_in
from hemipelvi_gui.coach.reading import read
from hemipelvi_gui.coach.resets import PASSIVE, best_resets, is_reset_for
from hemipelvi_gui.coach.swaps import is_asymmetric, siblings, variant_for
from hemipelvi_gui.domain import edits
from hemipelvi_gui.domain.agenda import in_plan, with_entries
from hemipelvi_gui.domain.balance import is_big
from hemipelvi_gui.domain.exercises import Pattern, Purpose
from hemipelvi_gui.domain.facets import Laterality
from hemipelvi_gui.domain.own import is_guess
from hemipelvi_gui.domain.session import Block, Section, Session, in_section, items, new_id

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from hemipelvi_gui.coach.reading import Reading
    from hemipelvi_gui.coach.swaps import Available
    from hemipelvi_gui.domain.agenda import Agenda
    from hemipelvi_gui.domain.balance import Library
    from hemipelvi_gui.domain.exercises import Exercise
    from hemipelvi_gui.domain.plan import Plan
    from hemipelvi_gui.domain.session import Item
    from hemipelvi_gui.domain.settings import Settings

SHORTEST_WEEKS, LONGEST_WEEKS = 3, 4
DAYS = 7
# Where a plan keeps what was swapped in it.
KEPT_AS = "swaps"


class Swap(NamedTuple):
    """`lift` gave way to `instead` (ids of exercises) from `first` to `last`, both included."""

    lift: str
    instead: str
    first: date
    last: date


class Swapped(NamedTuple):
    """One session as it was and as it becomes; `reset` is the id of a reset put in, or ""."""

    before: Session
    after: Session
    reset: str = ""


@dataclass(frozen=True)
class SwapPlan:
    """What a swap makes of a plan: nothing where the lift is in none of these weeks."""

    plan: str
    swap: Swap
    sessions: tuple[Swapped, ...] = ()


def coming(agenda: Agenda, plan_id: str, since: date, weeks: int) -> tuple[Session, ...]:
    """The plan's sessions of these weeks that are still to be done, by date."""
    last = last_of(since, weeks)
    done = {each.session for each in agenda.diary.values()}
    return tuple(
        each
        for each in in_plan(agenda, plan_id)
        if isinstance(each, Session)
        and each.date is not None
        and since <= each.date <= last
        and not each.skipped
        and each.id not in done
    )


def last_of(since: date, weeks: int) -> date:
    """The last day of so many weeks from a day on, as far as the calendar goes."""
    return date.fromordinal(min(since.toordinal() + weeks * DAYS - 1, date.max.toordinal()))


def big_lifts(sessions: tuple[Session, ...], library: Library, settings: Settings) -> list[str]:
    """Ids of the big lifts in these sessions, the one that is planned most often first."""
    counts: dict[str, int] = {}
    for session in sessions:
        for item in items(session):
            exercise = library.get(item.exercise)
            if exercise is not None and is_big(item, exercise, settings.body_mass_kg):
                counts[item.exercise] = counts.get(item.exercise, 0) + 1
    return sorted(counts, key=lambda each: (-counts[each], each))


def beside(lift: str, sessions: tuple[Session, ...]) -> frozenset[str]:
    """Ids of all exercises in the sessions that have this one."""
    found = [frozenset(item.exercise for item in items(each)) for each in sessions]
    return frozenset().union(*(each for each in found if lift in each))


def stand_ins(
    lift: Exercise,
    library: Library,
    settings: Settings,
    available: Available = None,
    taken: frozenset[str] = frozenset(),
) -> list[Exercise]:
    """What may be done instead, the best first.

    What the runner has hidden is left out, and what is `taken`, as its sessions have it already.
    Lunges and splits of its family, then of any other, then its other asymmetric siblings.
    """
    hidden = frozenset(settings.hidden) | taken
    offered = {key: each for key, each in library.items() if key not in hidden}

    def fits(other: Exercise) -> bool:
        return is_asymmetric(other) and other.share >= 1 and other.purpose is Purpose.WORK

    of_family = siblings(lift, offered, available, fits)
    lunges = [each for each in of_family if each.pattern is Pattern.LUNGE]
    others = [
        each
        for each in offered.values()
        if each.pattern is Pattern.LUNGE
        and each.family is not lift.family
        and fits(each)
        and not is_guess(each)
        and not each.contact
        and each.possible_with(available)
    ]
    others.sort(
        key=lambda each: (
            each.laterality is not Laterality.GAIT_LIKE,
            -len(each.variants),
            abs(each.difficulty - lift.difficulty),
            each.name,
        )
    )
    rest = [each for each in of_family if each.pattern is not Pattern.LUNGE]
    return [*lunges, *others, *rest]


def plan_swap(
    agenda: Agenda,
    plan_id: str,
    swap: Swap,
    library: Library,
    settings: Settings,
    fresh: Callable[[], str] = new_id,
) -> SwapPlan:
    """The sessions that the swap changes. Raises KeyError for exercises that aren't there.

    Sets, effort and rest stay, the load goes and how it was to rise: what was right for one lift
    says nothing about another. Where the session's gym has nothing for the new one, or the session
    has it already, the session stays.
    """
    weeks = -(-((swap.last - swap.first).days + 1) // DAYS)
    lift, instead = library[swap.lift], library[swap.instead]
    changed = [
        found
        for each in coming(agenda, plan_id, swap.first, weeks)
        if each.date is not None and each.date <= swap.last
        for found in _swapped(each, lift, instead, library, settings, fresh)
    ]
    return SwapPlan(plan_id, swap, tuple(changed))


def with_swap(agenda: Agenda, plan: SwapPlan) -> Agenda:
    """The agenda with the swap made and remembered. Sessions that are gone meanwhile stay gone."""
    made = [each.after for each in plan.sessions if each.after.id in agenda.sessions]
    there = agenda.plans.get(plan.plan)
    if there is None or not made:
        return agenda
    kept = {KEPT_AS: [*_kept(there), _written(plan.swap)]}
    remembered = replace(there, extra={**there.extra, **kept})
    return replace(with_entries(agenda, made), plans={**agenda.plans, remembered.id: remembered})


def swaps_of(plan: Plan) -> tuple[Swap, ...]:
    """The swaps that were made in a plan, by date. What can't be read is left out."""
    return tuple(sorted((each for kept in _kept(plan) for each in _read(kept)), key=_by_day))


def _swapped(
    session: Session,
    lift: Exercise,
    instead: Exercise,
    library: Library,
    settings: Settings,
    fresh: Callable[[], str],
) -> Iterator[Swapped]:
    available = None if session.equipment is None else frozenset(session.equipment)
    wanted = [
        each.id
        for each in items(session)
        if each.exercise == lift.id and is_big(each, lift, settings.body_mass_kg)
    ]
    is_there = any(each.exercise == instead.id for each in items(session))
    if not wanted or is_there or variant_for(instead, available) is None:
        return
    after = session
    for item_id in wanted:
        after = edits.change_item(after, item_id, lambda it: _new(it, instead, available))
    reset = _reset_for(read(after, library, settings), wanted[-1], lift)
    if reset is not None:
        new = Block(fresh(), Section.RESET, (new_item(reset, available, fresh),))
        place = edits.Gap(Section.RESET, len(in_section(after, Section.RESET)))
        after = edits.insert(after, new, place)
    yield Swapped(session, after, "" if reset is None else reset.id)


def _new(item: Item, instead: Exercise, available: Available) -> Item:
    return replace(stand_in(item, instead, available), progression=None)


def _reset_for(reading: Reading, item_id: str, lift: Exercise) -> Exercise | None:
    """The reset to add, None where one comes after it already or none can be done."""
    if not lift.locks:
        return None
    lines = iter(reading.balance.lines)
    passed = any(each.item.id == item_id for each in lines)
    for each in lines:
        found = each.exercise
        if passed and found is not None and found.pattern in PASSIVE and is_reset_for(found, lift):
            return None
    return next(iter(best_resets(reading, lift)), None)


def _kept(plan: Plan) -> list[Any]:
    kept = plan.extra.get(KEPT_AS)
    return kept if isinstance(kept, list) else []


def _written(swap: Swap) -> dict[str, str]:
    days = {"first": swap.first.isoformat(), "last": swap.last.isoformat()}
    return {"lift": swap.lift, "instead": swap.instead, **days}


def _read(kept: object) -> Iterator[Swap]:
    if not isinstance(kept, dict):
        return
    said = [kept.get(name) for name in ("lift", "instead", "first", "last")]
    if not all(isinstance(each, str) for each in said):
        return
    lift, instead, first, last = map(str, said)
    try:
        found = Swap(lift, instead, date.fromisoformat(first), date.fromisoformat(last))
    except ValueError:
        return
    if found.first <= found.last:
        yield found


def _by_day(swap: Swap) -> tuple[date, date, str]:
    return swap.first, swap.last, swap.lift


def default_days(today: date, plan: Plan, weeks: int = LONGEST_WEEKS) -> tuple[date, date]:
    """From today, or from the plan's first day where that is to come, so many weeks."""
    first = today if plan.start is None else max(today, plan.start)
    return first, last_of(first, weeks)
